from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import product
from zipfile import ZIP_LZMA, ZipFile

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel

from berkas_xlsx import (
    KETAT,
    UTAMA,
    build_buku,
    buku_parts,
    rels,
    strings,
    styles,
    workbook,
    worksheet,
    zip_parts,
)
from kinerja_cli.adapter.buku_xlsx import buku as utama
from kinerja_cli.adapter.buku_xlsx import paket, read_buku
from kinerja_cli.adapter.buku_xlsx.sel import parse_number
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca
from kinerja_cli.domain.buku import Buku, JenisSel, Lembar, Sel

TEMPAT = dict[tuple[int, int], Sel]


def data(isi: bytes) -> Lembar:
    """Return the first sheet of a workbook."""
    return read_buku(isi).lembar[0]


def first(baris: str, **bagian: str | bytes) -> Sel:
    """Return the cell A1 of a workbook with these rows."""
    return data(build_buku(baris, **bagian)).at(1, 1)


def reason(isi: bytes) -> SebabTakTerbaca:
    """Return why a file is not read."""
    with pytest.raises(BukuTakTerbaca) as galat:
        read_buku(isi)
    return galat.value.sebab


# ---------------------------------------------------------------- where cells stand


def test_cells_stand_where_their_address_says() -> None:
    baris = '<row r="2"><c r="B2"><v>1</v></c><c r="XFD2"><v>2</v></c></row>'

    assert set(data(build_buku(baris)).sel) == {(2, 2), (2, 16384)}


def test_cells_and_rows_without_address_are_counted() -> None:
    baris = (
        "<row><c><v>1</v></c><c/><c><v>2</v></c></row>"
        '<row/><row><c r="B3"><v>3</v></c><c><v>4</v></c></row><row r="9"><c><v>5</v></c></row>'
    )

    assert set(data(build_buku(baris)).sel) == {(1, 1), (1, 3), (3, 2), (3, 3), (9, 1)}


def test_two_far_corners_cost_two_cells() -> None:
    isi = build_buku('<row><c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>')

    assert len(isi) < 2048
    assert set(data(isi).sel) == {(1, 1), (1_048_576, 16_384)}


@pytest.mark.parametrize(
    "baris",
    [
        '<row><c r="XFE1"><v>1</v></c></row>',
        '<row><c r="A1048577"><v>1</v></c></row>',
        '<row><c r="ZZZZ99999999"><v>1</v></c></row>',
        '<row><c r="A0"/></row>',
        '<row><c r="A"/></row>',
        '<row><c r="1"/></row>',
        '<row><c r="$A$1"/></row>',
        '<row r="1048577"/>',
        '<row r="-1"/>',
        '<row r="1048576"/><row/>',
        '<row><c r="XFD1"/><c/></row>',
        "<c/>",
    ],
)
def test_a_place_outside_the_grid_is_damage(baris: str) -> None:
    assert reason(build_buku(baris)) is SebabTakTerbaca.RUSAK


def test_a_styled_cell_without_value_is_left_out() -> None:
    baris = '<row><c r="A1" s="1"/><c r="B1" t="n"><v/></c><c r="C1" t="str"><v></v></c></row>'

    assert data(build_buku(baris, styles=styles("0%"))).sel == {}


# ---------------------------------------------------------------- what cells hold


@pytest.mark.parametrize(
    ("tertulis", "angka"),
    [
        ("100.00000000000001", "100"),
        ("0.84999999999999998", "0.85"),
        ("5.0", "5"),
        ("100", "100"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("-12.50", "-12.5"),
        ("1E2", "100"),
        ("1.5e-7", "1.5E-7"),
        ("999999999999999", "999999999999999"),
        ("198501012010011001", "1.98501012010011E+17"),
        (" 7 ", "7"),
        ("+7", "7"),
        (".5", "0.5"),
    ],
)
def test_a_number_keeps_fifteen_digits_and_no_noise(tertulis: str, angka: str) -> None:
    sel = first(f"<row><c><v>{tertulis}</v></c></row>")

    assert (sel.jenis, str(sel.nilai)) == (JenisSel.ANGKA, angka)


@pytest.mark.parametrize("tertulis", ["NaN", "INF", "-Infinity", "abc", "1_000", "٣", "1e999"])
def test_a_number_that_is_none_is_an_error_cell(tertulis: str) -> None:
    assert first(f"<row><c><v>{tertulis}</v></c></row>") == Sel(JenisSel.GALAT, tertulis)


@given(st.floats(allow_nan=False, allow_infinity=False))
@settings(deadline=None, max_examples=200)
def test_reading_a_float_agrees_with_fifteen_digits(angka: float) -> None:
    hasil = parse_number(repr(angka))

    assert hasil == Decimal(f"{angka:.15g}")


@given(st.decimals(-(10**9), 10**9, places=3))
@settings(deadline=None, max_examples=200)
def test_the_short_way_to_a_number_agrees_with_the_long_one(angka: Decimal) -> None:
    hasil, panjang = parse_number(str(angka)), parse_number(f"{angka:.20f}")

    assert str(hasil) == str(panjang)
    assert hasil == angka


@pytest.mark.parametrize(
    ("sel", "isi"),
    [
        ('<c t="b"><v>1</v></c>', Sel(JenisSel.LOGIKA, nilai=True)),
        ('<c t="b"><v>false</v></c>', Sel(JenisSel.LOGIKA, nilai=False)),
        ('<c t="b"><v>ya</v></c>', Sel(JenisSel.GALAT, "ya")),
        ('<c t="e"><v>#DIV/0!</v></c>', Sel(JenisSel.GALAT, "#DIV/0!")),
        ('<c t="str"><v> a _x000D_ b</v></c>', Sel(JenisSel.TEKS, " a \r b")),
        ('<c t="d"><v>2021-03-31T12:00:00Z</v></c>', Sel(JenisSel.TANGGAL, Decimal("44286.5"))),
        ('<c t="d"><v>2021-03-31</v></c>', Sel(JenisSel.TANGGAL, Decimal(44286))),
        ('<c t="d"><v>06:00:00</v></c>', Sel(JenisSel.TANGGAL, Decimal("0.25"))),
        ('<c t="d"><v>Maret</v></c>', Sel(JenisSel.GALAT, "Maret")),
        ('<c t="entah"><v>5</v></c>', Sel(JenisSel.ANGKA, Decimal(5))),
    ],
)
def test_each_type_of_cell_keeps_its_kind(sel: str, isi: Sel) -> None:
    assert first(f"<row>{sel}</row>") == isi


def test_an_error_a_blank_and_an_uncomputed_formula_stay_apart() -> None:
    baris = (
        '<row><c t="e"><v>#N/A</v></c><c/><c><f>A1+1</f></c><c><f>=A1</f><v></v></c>'
        '<c t="str"><f>IF(1,"")</f><v></v></c><c t="str"><f>B1</f></c></row>'
    )

    assert data(build_buku(baris)).sel == {
        (1, 1): Sel(JenisSel.GALAT, "#N/A"),
        (1, 3): Sel(JenisSel.BELUM_DIHITUNG, rumus="A1+1"),
        (1, 4): Sel(JenisSel.BELUM_DIHITUNG, rumus="A1"),
        (1, 5): Sel(JenisSel.TEKS, "", rumus='IF(1,"")'),
        (1, 6): Sel(JenisSel.BELUM_DIHITUNG, rumus="B1"),
    }


def test_a_computed_formula_has_its_value_and_its_text() -> None:
    baris = '<row><c s="1"><f>D7/E7</f><v>0.5</v></c></row>'

    assert first(baris, styles=styles("0%")) == Sel(JenisSel.ANGKA, Decimal("0.5"), "0%", "D7/E7")


def test_a_formula_that_shares_anothers_text_shows_it() -> None:
    baris = (
        '<row><c><f t="shared" si="0" ref="A1:C1">B9</f><v>1</v></c>'
        '<c><f t="shared" si="0"/><v>2</v></c><c><f t="shared" si="7"/></c>'
        '<c><f t="dataTable"/><v>4</v></c></row>'
    )

    rumus = [sel.rumus for sel in data(build_buku(baris)).sel.values()]

    assert rumus == ["B9", "B9", "?", "?"]


def test_texts_are_joined_trimmed_and_unescaped_as_excel_does() -> None:
    teks = strings(
        "polos",
        "<r><t>dua </t></r><r><rPr/><t xml:space='preserve'> potong</t></r>",
        "<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr/>",
        " tepi ",
        "_x0041_ _x005F_x0042_ _xD83D__xDE00_ _xD83D_",
        "<t/>",
    )
    sel = "".join(f'<c t="s"><v>{i}</v></c>' for i in range(6))

    isi = data(build_buku(f"<row>{sel}</row>", sharedStrings=teks)).sel

    assert [x.nilai for x in isi.values()] == [
        "polos",
        "dua potong",
        "東京",
        "tepi",
        "A _x0042_ 😀 \ufffd",
        "",
    ]


def test_text_inside_the_cell_is_read_like_shared_text() -> None:
    baris = (
        '<row><c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r>'
        "<rPh><t>x</t></rPh></is></c><c><is><t>c</t></is></c>"
        '<c t="inlineStr"><f>D1</f><is><t></t></is></c></row>'
    )

    assert [(x.jenis, x.nilai) for x in data(build_buku(baris)).sel.values()] == [
        (JenisSel.TEKS, "a b"),
        (JenisSel.TEKS, "c"),
        (JenisSel.TEKS, ""),
    ]


@pytest.mark.parametrize("nomor", ["2", "-1", "x", "1.5", "9" * 5000])
def test_a_shared_string_out_of_range_is_damage(nomor: str) -> None:
    baris = f'<row><c t="s"><v>{nomor}</v></c></row>'

    assert reason(build_buku(baris, sharedStrings=strings("a", "b"))) is SebabTakTerbaca.RUSAK


# ---------------------------------------------------------------- number formats and dates


def test_a_percentage_keeps_its_format() -> None:
    baris = '<row><c s="1"><v>0.85</v></c><c s="2"><v>0.85</v></c><c s=""><v>0.85</v></c></row>'

    sel = data(build_buku(baris, styles=styles("9", "0.0%"))).sel

    assert [x.format for x in sel.values()] == ["0%", "0.0%", "General"]


@pytest.mark.parametrize(
    ("kode", "jenis"),
    [
        ("14", JenisSel.TANGGAL),
        ("22", JenisSel.TANGGAL),
        ("30", JenisSel.TANGGAL),
        ("47", JenisSel.TANGGAL),
        ("57", JenisSel.TANGGAL),
        ("2", JenisSel.ANGKA),
        ("44", JenisSel.ANGKA),
        ("49", JenisSel.ANGKA),
        ("999", JenisSel.ANGKA),
        ("dd/mm/yyyy", JenisSel.TANGGAL),
        ("[$-421]dd mmmm yyyy;@", JenisSel.TANGGAL),
        ("[=0]&quot;&quot;;d-m-yy", JenisSel.TANGGAL),
        ("[h]:mm", JenisSel.TANGGAL),
        ("[SS]", JenisSel.TANGGAL),
        ("0 &quot;hari&quot;", JenisSel.ANGKA),
        ("0 &quot;hari", JenisSel.ANGKA),
        (r"0\d", JenisSel.ANGKA),
        ("#,##0_d;[Red]-#,##0*s", JenisSel.ANGKA),
        ("[$Rp-421]#,##0", JenisSel.ANGKA),
        ("[" * 1000, JenisSel.ANGKA),
    ],
)
def test_a_format_tells_dates_from_numbers(kode: str, jenis: JenisSel) -> None:
    assert first('<row><c s="1"><v>44286</v></c></row>', styles=styles(kode)).jenis is jenis


def test_dates_of_the_1904_system_get_serials_since_1900() -> None:
    baris = "".join(f'<c s="{i}"><v>42824.5</v></c>' for i in range(3))
    isi = build_buku(
        f"<row>{baris}</row>",
        styles=styles("dd/mm/yyyy", "[h]:mm"),
        workbook=workbook("Data", properti='<workbookPr date1904="1"/>'),
    )

    nilai = [x.nilai for x in data(isi).sel.values()]

    assert nilai == [Decimal("42824.5"), Decimal("44286.5"), Decimal("42824.5")]


def test_a_style_that_the_file_lacks_is_damage_and_no_styles_at_all_are_general() -> None:
    baris = '<row><c s="3"><v>0.85</v></c></row>'

    assert reason(build_buku(baris)) is SebabTakTerbaca.RUSAK
    tanpa_gaya = rels(s1="worksheet:worksheets/sheet1.xml")
    assert first(baris, relasi=tanpa_gaya) == Sel(JenisSel.ANGKA, Decimal("0.85"))


def test_styles_behind_an_unknown_extension_count_once() -> None:
    gaya = (
        '<styleSheet><cellXfs><xf numFmtId="0"/><mc:AlternateContent><mc:Choice>'
        '<xf numFmtId="14"/></mc:Choice><mc:Fallback><xf numFmtId="9"/></mc:Fallback>'
        '</mc:AlternateContent><xf numFmtId="10"/></cellXfs></styleSheet>'
    )
    baris = '<row><c s="1"><v>1</v></c><c s="2"><v>1</v></c></row>'

    sel = data(build_buku(baris, styles=gaya)).sel

    assert [x.format for x in sel.values()] == ["0%", "0.00%"]


def test_a_style_part_without_styles_has_general() -> None:
    assert first("<row><c><v>1</v></c></row>", styles="<styleSheet/>").format == "General"


# ---------------------------------------------------------------- sheets and rows


def test_sheets_come_in_the_order_of_their_tabs_hidden_ones_marked() -> None:
    buku = read_buku(
        build_buku(
            workbook=workbook(
                '<sheet name="Petunjuk" r:id="s2"/>',
                '<sheet name="Grafik" r:id="s3"/>',
                '<sheet name="Identitas &amp; Kode" r:id="s1" state="veryHidden"/>',
                '<sheet name="Kode" r:id="s1" state="hidden"/>',
            ),
            relasi=rels(
                s1="worksheet:worksheets/sheet1.xml",
                s2="worksheet:/xl/worksheets/sheet1.xml",
                s3="chartsheet:chartsheets/sheet1.xml",
            ),
        )
    )

    assert [(x.nama, x.tersembunyi) for x in buku.lembar] == [
        ("Petunjuk", False),
        ("Identitas & Kode", True),
        ("Kode", True),
    ]


def test_hidden_rows_are_told_and_their_cells_kept() -> None:
    baris = (
        '<row r="1"><c><v>1</v></c></row><row r="3" hidden="1"><c><v>2</v></c></row>'
        '<row hidden="true"/><row hidden="0"/>'
    )

    lembar = data(build_buku(baris))

    assert lembar.baris_tersembunyi == {3, 4}
    assert lembar.rows() == [1, 3]


def test_rows_that_a_sheet_lists_are_seen_though_others_are_hidden_by_default() -> None:
    bagian = worksheet("<row><c><v>1</v></c></row>", '<sheetFormatPr zeroHeight="1"/>')

    assert data(build_buku(sheet1=bagian)).baris_tersembunyi == frozenset()


@pytest.mark.parametrize(
    "tujuan",
    [
        "worksheet:/xl/worksheets/sheet1.xml",
        "worksheet:XL\\Worksheets\\SHEET1.xml",
        "worksheet:./worksheets/../worksheets/Sheet1.xml",
    ],
)
def test_a_part_is_found_however_it_is_written(tujuan: str) -> None:
    tujuan = tujuan.replace("XL\\", "\\xl\\")
    isi = build_buku("<row><c><v>1</v></c></row>", relasi=rels(s1=tujuan))

    assert len(data(isi).sel) == 1


def test_part_names_with_backslashes_are_read() -> None:
    parts = {k.replace("/", "\\"): v for k, v in buku_parts("<row><c><v>1</v></c></row>").items()}

    assert len(data(zip_parts(parts)).sel) == 1


@pytest.mark.parametrize(
    "bagian",
    [
        {"relasi": rels(s1="worksheet:worksheets/sheet9.xml")},
        {"relasi": rels(s1="worksheet:worksheets/sheet1.xml:External")},
        {"relasi": rels(s9="worksheet:worksheets/sheet1.xml")},
        {"relasi": "<Relationships><Relationship Id='s1'/></Relationships>"},
        {"relasi": "<Relationships"},
        {"workbook": workbook()},
        {"workbook": workbook('<sheet name="Data"/>')},
        {"workbook": "<buku/>"},
        {"akar": rels(r1="officeDocument:xl/tiada.xml")},
        {"akar": rels(r1="entah:xl/workbook.xml")},
        {"sheet1": "<chartsheet/>"},
        {"sheet1": worksheet("<row>").replace("</worksheet>", "")},
        {"sheet1": '<?xml version="1.0" encoding="rot13"?><worksheet/>'},
        {"sharedStrings": "<styleSheet/>"},
    ],
)
def test_a_workbook_with_a_part_missing_or_wrong_is_damaged(bagian: dict[str, str]) -> None:
    assert reason(build_buku(**bagian)) is SebabTakTerbaca.RUSAK


@pytest.mark.parametrize("nama", [x for x in buku_parts() if "core" not in x])
def test_no_part_can_be_missing_in_silence(nama: str) -> None:
    parts = buku_parts('<row><c t="s"><v>0</v></c></row>', sharedStrings=strings("a"))
    del parts[nama]

    assert reason(zip_parts(parts)) is SebabTakTerbaca.RUSAK


def test_two_parts_of_one_name_are_damage() -> None:
    parts = buku_parts() | {"XL/Workbook.xml": "<workbook/>"}

    assert reason(zip_parts(parts)) is SebabTakTerbaca.RUSAK


# ---------------------------------------------------------------- dialects


BARIS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.5</v></c></row>'


def dialect(change: Callable[[str], str]) -> dict[str, str | bytes]:
    """Return a workbook whose every XML part went through a change of writing."""
    parts = buku_parts(BARIS, styles=styles("0%"), sharedStrings=strings("a"))
    return {nama: change(str(isi)) for nama, isi in parts.items()}


def prefixed(isi: str) -> str:
    """Return a part whose elements carry the prefix x."""
    isi = isi.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    return isi.replace(" xmlns=", " xmlns:x=")


@pytest.mark.parametrize(
    "change",
    [
        lambda isi: isi.replace(UTAMA, KETAT).replace(
            "schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"
        ),
        prefixed,
        lambda isi: isi.replace("><", ">\n  <"),
        lambda isi: "\ufeff" + isi,
        lambda isi: f'<?xml version="1.0" encoding="utf-8"?>{isi}',
    ],
    ids=["strict", "prefixed", "indented", "byte order mark", "declaration"],
)
def test_every_dialect_of_a_workbook_reads_the_same(change: Callable[[str], str]) -> None:
    assert data(zip_parts(dialect(change))).sel == {
        (1, 1): Sel(JenisSel.TEKS, "a"),
        (1, 2): Sel(JenisSel.ANGKA, Decimal("0.5"), "0%"),
    }


def test_parts_in_utf16_are_read() -> None:
    parts = {nama: str(isi).encode("utf-16") for nama, isi in dialect(str).items()}

    assert len(data(zip_parts(parts)).sel) == 2


# ---------------------------------------------------------------- when it was saved


@pytest.mark.parametrize(
    ("tertulis", "saat"),
    [
        ("2021-04-05T03:04:05Z", datetime(2021, 4, 5, 3, 4, 5, tzinfo=UTC)),
        ("2021-04-05T10:04:05+07:00", datetime(2021, 4, 5, 3, 4, 5, tzinfo=UTC)),
        ("2021-04-05T03:04:05", datetime(2021, 4, 5, 3, 4, 5, tzinfo=UTC)),
        ("kemarin", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("", None),
    ],
)
def test_the_time_of_saving_is_utc_or_unknown(tertulis: str, saat: datetime | None) -> None:
    core = f"<cp:p xmlns:cp='x'><dcterms:modified>{tertulis}</dcterms:modified></cp:p>"

    assert read_buku(build_buku(core=core)).disimpan_pada == saat


@pytest.mark.parametrize(
    "bagian",
    [
        {"core": "<rusak"},
        {"core": "<kosong/>"},
        {"akar": rels(r1="officeDocument:xl/workbook.xml")},
        {"akar": rels(r1="officeDocument:xl/workbook.xml", r2="core-properties:tiada.xml")},
    ],
)
def test_a_broken_time_of_saving_harms_nothing(bagian: dict[str, str]) -> None:
    assert read_buku(build_buku(**bagian)).disimpan_pada is None


# ---------------------------------------------------------------- hostile files


BOM = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'


@pytest.mark.parametrize("bagian", ["akar", "workbook", "relasi", "sheet1", "styles", "core"])
def test_any_doctype_is_refused(bagian: str) -> None:
    isi = build_buku(**{bagian: f"{BOM}<a>&c;</a>"})

    assert reason(isi) is SebabTakTerbaca.BERBAHAYA


def test_a_zip_bomb_stops_while_it_is_inflated() -> None:
    isi = build_buku(f"<row>{' ' * (paket.MAKS_BYTE_BAGIAN + 1)}</row>")

    assert len(isi) < 30_000
    assert reason(isi) is SebabTakTerbaca.TERLALU_BESAR


def test_the_parts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paket, "MAKS_BYTE", 1000)

    assert reason(build_buku("<row/>" * 50)) is SebabTakTerbaca.TERLALU_BESAR


def test_tags_cells_sheets_parts_and_bytes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    isi = build_buku("<row><c><v>1</v></c><c><v>2</v></c></row>")

    for modul, batas, nilai in (
        (paket, "MAKS_TANDA", 20),
        (paket, "MAKS_BAGIAN", 3),
        (paket, "MAKS_BERKAS", 100),
        (utama, "MAKS_SEL", 1),
        (utama, "MAKS_LEMBAR", 0),
    ):
        with monkeypatch.context() as sementara:
            sementara.setattr(modul, batas, nilai)
            assert reason(isi) is SebabTakTerbaca.TERLALU_BESAR, batas
    assert len(data(isi).sel) == 2


def test_a_zip_with_a_password_is_encrypted() -> None:
    isi = bytearray(build_buku())
    for tanda, letak in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        mulai = isi.find(tanda)
        while mulai >= 0:
            isi[mulai + letak] |= 1
            mulai = isi.find(tanda, mulai + 4)

    assert reason(bytes(isi)) is SebabTakTerbaca.TERENKRIPSI


def test_a_compression_that_excel_does_not_know_is_damage() -> None:
    hasil = BytesIO()
    with ZipFile(hasil, "w", ZIP_LZMA) as berkas:
        for nama, isi in buku_parts().items():
            berkas.writestr(nama, isi)

    assert reason(hasil.getvalue()) is SebabTakTerbaca.RUSAK


def test_a_wrong_checksum_is_damage() -> None:
    isi = bytearray(build_buku())
    isi[isi.find(b"PK\x01\x02") + 16] ^= 0xFF

    assert reason(bytes(isi)) is SebabTakTerbaca.RUSAK


@pytest.mark.parametrize(
    ("parts", "sebab"),
    [
        ({"word/document.xml": "<w/>"}, SebabTakTerbaca.WORD),
        ({"_rels/.rels": rels(r1="officeDocument:word/document.xml")}, SebabTakTerbaca.ZIP_LAIN),
        (
            {"_rels/.rels": rels(r="officeDocument:xl/workbook.bin"), "xl/workbook.bin": ""},
            SebabTakTerbaca.XLSB,
        ),
        (
            {"_rels/.rels": rels(r="officeDocument:word/d.xml"), "word/d.xml": "<w/>"},
            SebabTakTerbaca.WORD,
        ),
        ({"a.txt": "a"}, SebabTakTerbaca.ZIP_LAIN),
    ],
)
def test_another_kind_of_zip_is_named(parts: dict[str, str], sebab: SebabTakTerbaca) -> None:
    assert reason(zip_parts(parts)) is sebab


def test_a_file_of_another_kind_is_named() -> None:
    assert reason(b"%PDF-1.7") is SebabTakTerbaca.PDF


# ---------------------------------------------------------------- any bytes at all


def filled_with_xlsxwriter() -> bytes:
    """Return a workbook as XlsxWriter makes it: shared strings, computed formulas, formats."""
    hasil = BytesIO()
    buku = xlsxwriter.Workbook(hasil, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    persen, tebal = buku.add_format({"num_format": "0.0%"}), buku.add_format({"bold": True})
    for nama in ("Data Kinerja", "Penjelasan"):
        lembar = buku.add_worksheet(nama)
        lembar.write_row(0, 0, ["No.", "Sasaran", "Realisasi"], tebal)
        for i in range(1, 12):
            lembar.write(i, 0, i)
            lembar.write(i, 1, f"Sasaran {i} & lainnya <{nama}>")
            lembar.write(i, 2, i / 7, persen)
            lembar.write_formula(i, 3, f"=C{i + 1}*2", persen, i / 7 * 2)
            lembar.write_formula(i, 4, f'=IF(C{i + 1}>1,"ya","")', None, "")
        lembar.write(12, 0, datetime(2021, 3, 31, 8, 30))  # noqa: DTZ001 - a cell has no zone
        lembar.write_boolean(12, 1, boolean=True)
        lembar.write_formula(12, 2, "=1/0", None, "#DIV/0!")
        lembar.write_rich_string(12, 3, "a ", tebal, "tebal", " c")
        lembar.merge_range("G1:H2", "gabung")
        lembar.set_row(5, None, None, {"hidden": True})
    lembar.hide()
    buku.close()
    return hasil.getvalue()


def filled_with_openpyxl(*, sejak_1904: bool = False) -> bytes:
    """Return a workbook as openpyxl makes it: formulas that nobody computed, dates, errors."""
    buku = openpyxl.Workbook()
    buku.properties.created = datetime(2021, 1, 4)  # noqa: DTZ001 - openpyxl takes no zone
    if sejak_1904:
        buku.epoch = CALENDAR_MAC_1904
    lembar = buku.active
    assert lembar is not None
    lembar.title = "Data Kinerja"
    lembar.append(["No.", " spasi tepi ", "=SUM(A1:A9)", None, True, 0.1 + 0.2, 10**15 + 1])
    lembar.append([datetime(2021, 3, 31), "#N/A", -1.5, "baris\nbaru", 1e-9, 44286])  # noqa: DTZ001
    lembar.append([timedelta(hours=30), datetime(2020, 2, 29, 23, 59, 59)])  # noqa: DTZ001
    lembar["C2"].number_format = '#,##0.00 "hari";[Red]-0%'
    lembar["H9"].font = Font(bold=True)
    buku.create_sheet("Kosong").sheet_state = "veryHidden"
    lembar.row_dimensions[2].hidden = True
    hasil = BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


XLSXWRITER = filled_with_xlsxwriter()


def read_or_refuse(isi: bytes) -> Buku | None:
    """Return the workbook, or None where the reader says why not; anything else is a fault."""
    try:
        return read_buku(isi)
    except BukuTakTerbaca as galat:
        assert galat.sebab in SebabTakTerbaca  # noqa: PT017 - that nothing else comes is the point
        return None


UTUH = read_buku(XLSXWRITER)


@given(st.integers(0, len(XLSXWRITER) - 1))
@settings(deadline=None, max_examples=150)
def test_a_file_cut_short_is_never_read_as_whole(panjang: int) -> None:
    assert read_or_refuse(XLSXWRITER[:panjang]) is None


@given(st.lists(st.tuples(st.integers(0, len(XLSXWRITER) - 1), st.integers(1, 255)), max_size=6))
@settings(deadline=None, max_examples=300)
def test_flipped_bytes_never_change_a_value_in_silence(ubah: list[tuple[int, int]]) -> None:
    isi = bytearray(XLSXWRITER)
    for letak, bit in ubah:
        isi[letak] ^= bit

    buku = read_or_refuse(bytes(isi))

    assert buku is None or buku.lembar == UTUH.lembar


@given(st.data())
@settings(deadline=None, max_examples=200)
def test_a_flipped_byte_inside_the_xml_never_crashes(acak: st.DataObject) -> None:
    with ZipFile(BytesIO(XLSXWRITER)) as berkas:
        parts = {nama: berkas.read(nama) for nama in berkas.namelist()}
    nama = acak.draw(st.sampled_from(sorted(parts)))
    isi = bytearray(parts[nama])
    for _ in range(acak.draw(st.integers(1, 4))):
        isi[acak.draw(st.integers(0, len(isi) - 1))] = acak.draw(st.integers(0, 255))

    read_or_refuse(zip_parts(parts | {nama: bytes(isi)}))


@given(st.sets(st.sampled_from(sorted(ZipFile(BytesIO(XLSXWRITER)).namelist()))))
@settings(deadline=None, max_examples=100)
def test_dropped_parts_never_crash(buang: set[str]) -> None:
    with ZipFile(BytesIO(XLSXWRITER)) as berkas:
        parts = {nama: berkas.read(nama) for nama in berkas.namelist() if nama not in buang}

    buku = read_or_refuse(zip_parts(parts))

    assert buku is None or len(buku.lembar) == 2


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfe"]))
@settings(deadline=None, max_examples=200)
def test_no_bytes_at_all_crash_the_reader(isi: bytes, awalan: bytes) -> None:
    assert read_or_refuse(awalan + isi) is None


# ---------------------------------------------------------------- against another reader


def cells_of_openpyxl(isi: bytes) -> dict[str, TEMPAT]:
    """Return what openpyxl finds in the cells, in our words: its values and its formulas."""
    nilai = openpyxl.load_workbook(BytesIO(isi), data_only=True)
    asal = openpyxl.load_workbook(BytesIO(isi))
    hasil: dict[str, TEMPAT] = {lembar.title: {} for lembar in nilai.worksheets}
    for lembar in asal.worksheets:
        for baris, kolom in product(range(1, lembar.max_row + 1), range(1, lembar.max_column + 1)):
            sel = nilai[lembar.title].cell(baris, kolom)
            rumus = lembar.cell(baris, kolom).value
            if rumus is not None:
                hasil[lembar.title][baris, kolom] = as_sel(sel, rumus)
    return hasil


def as_sel(sel: Cell | MergedCell, asal: object) -> Sel:
    """Return a cell of openpyxl as a Sel; `asal` is its formula, or its value again."""
    rumus = asal[1:] if isinstance(asal, str) and asal.startswith("=") else None
    jenis, nilai = kind_of(sel)
    return Sel(jenis, nilai, sel.number_format, rumus)


def kind_of(sel: Cell | MergedCell) -> tuple[JenisSel, Decimal | str | bool | None]:
    """Return the kind and value of a cell of openpyxl; None is a formula without value to it."""
    match sel.value:
        case None:
            return JenisSel.BELUM_DIHITUNG, None
        case bool() as benar:
            return JenisSel.LOGIKA, benar
        case int() | float() as angka:
            return JenisSel.ANGKA, Decimal(f"{angka:.15g}")
        case str() as teks:
            return JenisSel.GALAT if sel.data_type == "e" else JenisSel.TEKS, teks
        case saat:
            return JenisSel.TANGGAL, Decimal(f"{to_excel(saat):.15g}")  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    "isi",
    [XLSXWRITER, filled_with_openpyxl(), filled_with_openpyxl(sejak_1904=True)],
    ids=["XlsxWriter", "openpyxl", "openpyxl 1904"],
)
def test_our_reader_and_openpyxl_find_the_same_cells(isi: bytes) -> None:
    buku = read_buku(isi)

    assert {x.nama: x.sel for x in buku.lembar} == cells_of_openpyxl(isi)


def test_hidden_sheets_and_rows_and_the_time_of_saving_agree_with_their_writers() -> None:
    penulis, pengisi = UTUH, read_buku(filled_with_openpyxl())

    assert [x.tersembunyi for x in (*penulis.lembar, *pengisi.lembar)] == [False, True] * 2
    assert [x.baris_tersembunyi for x in (penulis.lembar[0], pengisi.lembar[0])] == [{6}, {2}]
    assert penulis.disimpan_pada is None
    assert pengisi.disimpan_pada is not None
    assert abs(datetime.now(UTC) - pengisi.disimpan_pada) < timedelta(days=1)


def test_the_time_a_form_was_made_is_no_time_of_saving() -> None:
    made = "2021-01-04T08:00:00Z"
    times = "".join(f"<dcterms:{x}>{made}</dcterms:{x}>" for x in ("created", "modified"))
    core = f"<cp:p xmlns:cp='x' xmlns:dcterms='y'>{times}</cp:p>"
    assert read_buku(build_buku(core=core)).disimpan_pada is None
