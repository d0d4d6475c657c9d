"""Workbooks of every dialect: sheets, rows, Strict and prefixed files, times of saving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from baca_uji import data, reason
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
from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.jenis_berkas import SebabTakTerbaca
from kinerja_cli.domain.buku import JenisSel, Sel


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
