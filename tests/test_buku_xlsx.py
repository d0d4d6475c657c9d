"""Cells as a person sees them: where they stand, what they hold, how they are shown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baca_uji import data, first, reason
from berkas_xlsx import (
    build_buku,
    rels,
    strings,
    styles,
    workbook,
)
from kinerja_cli.adapter.buku_xlsx.sel import parse_number
from kinerja_cli.adapter.jenis_berkas import SebabTakTerbaca
from kinerja_cli.domain.buku import JenisSel, Sel


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
