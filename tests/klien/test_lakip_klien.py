"""The report as LibreOffice sets it: its pages, and the numbers that the lists already show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from analisis_contoh import contoh_analisis
from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.lakip import BahanLakip, build_lakip
from kinerja_cli.adapter.lakip.narasi_md import BerkasNarasi
from kinerja_cli.adapter.lakip.pdf import convert_pdf
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.kantor import Kertas
from kinerja_cli.domain.narasi.bagian import BagianNarasi
from kinerja_cli.domain.narasi.laporan import JenisLaporan
from klien.program import find_program, run_program
from test_lakip_docx import TANGGAL, TEMPLAT

pytestmark = pytest.mark.klien

LEWAT_TERBANYAK = 1
"""Pages by which an entry may be off: the lists are filled from an estimate."""


def on_paper(analisis: Analisis, kertas: Kertas) -> Analisis:
    return replace(analisis, pengaturan=replace(analisis.pengaturan, kertas=kertas))


def narasi() -> dict[BagianNarasi, BerkasNarasi]:
    folder = shipped("contoh_data/narasi")
    paths = {x: folder / x.berkas for x in BagianNarasi}
    return {
        x: BerkasNarasi(path.name, path.read_text(encoding="utf-8"))
        for x, path in paths.items()
        if path.is_file()
    }


def pages_of(pdf: bytes, folder: Path) -> list[str]:
    """Return the text of each page."""
    path = folder / "laporan.pdf"
    path.write_bytes(pdf)
    pdftotext = find_program("pdftotext", "poppler-utils")
    run_program(pdftotext, "-layout", path, folder / "laporan.txt")
    return (folder / "laporan.txt").read_text(encoding="utf-8").split("\f")[:-1]


def entries(docx: bytes) -> Iterator[tuple[str, str]]:
    """Yield the chapters of the table of contents, each with the page that it names."""
    for paragraph in Document(BytesIO(docx)).paragraphs:
        if paragraph.style is not None and paragraph.style.name == "toc 1":
            judul, _, nomor = paragraph.text.rpartition("\t")
            yield judul, nomor


def numbered_pages(halaman: list[str]) -> dict[str, str]:
    """Return the number at the foot of the page on which each chapter begins."""
    found = {}
    for teks in halaman:
        lines = [" ".join(x.split()) for x in teks.splitlines() if x.strip()]
        foot = lines[-1] if lines and re.fullmatch(r"[ivx]+|\d+", lines[-1]) else ""
        top = " ".join(x for x in lines[:6] if x.isupper() or x[:3] == "BAB")
        found[top] = foot
    return found


@pytest.mark.parametrize("kertas", Kertas)
@pytest.mark.parametrize("jenis", JenisLaporan)
def test_the_table_of_contents_names_the_pages_of_libreoffice(
    kertas: Kertas, jenis: JenisLaporan, tmp_path: Path
) -> None:
    analisis = on_paper(contoh_analisis(4 if jenis is JenisLaporan.LAKIP else 2), kertas)
    hasil = build_lakip(analisis, TEMPLAT.read_bytes(), TANGGAL, BahanLakip(jenis, narasi()))
    halaman = pages_of(convert_pdf(hasil.isi), tmp_path)
    shown = numbered_pages(halaman)
    listed = list(entries(hasil.isi))
    assert len(listed) > 10
    for judul, nomor in listed:
        real = next(foot for top, foot in shown.items() if top.endswith(judul))
        if nomor.isdigit():
            assert abs(int(nomor) - int(real)) <= LEWAT_TERBANYAK, (judul, nomor, real)
        else:
            assert nomor == real, judul


def test_no_page_is_empty(tmp_path: Path) -> None:
    hasil = build_lakip(contoh_analisis(4), TEMPLAT.read_bytes(), TANGGAL)
    for nomor, teks in enumerate(pages_of(convert_pdf(hasil.isi), tmp_path), 1):
        assert len(teks.split()) > 12, f"halaman {nomor}"
