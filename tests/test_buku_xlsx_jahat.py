"""Hostile and damaged workbooks: refused with a reason, never another exception."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_LZMA, ZipFile

import pytest

from baca_uji import data, reason
from berkas_xlsx import (
    build_buku,
    buku_parts,
    rels,
    with_far_part,
    zip_parts,
)
from kinerja_cli.adapter.buku_xlsx import buku as utama
from kinerja_cli.adapter.buku_xlsx import paket
from kinerja_cli.adapter.jenis_berkas import SebabTakTerbaca

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


@pytest.mark.parametrize("letak", [1 << 62, (1 << 63) - 1, 1 << 63, (1 << 64) - 1])
@pytest.mark.parametrize("bagian", ["_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_part_farther_than_a_file_reaches_is_damage(bagian: str, letak: int) -> None:
    assert reason(with_far_part(build_buku(), bagian, letak)) is SebabTakTerbaca.RUSAK


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
