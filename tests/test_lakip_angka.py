"""Every figure that the draft prints is one of the analysis, and the odd years render too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Dokumen
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from analisis_contoh import contoh_analisis, contoh_rencana
from kinerja_cli.adapter.lakip import BahanLakip, build_lakip
from kinerja_cli.adapter.lakip.lambang import read_lambang
from kinerja_cli.adapter.lakip.narasi_md import BerkasNarasi
from kinerja_cli.cli.kontrak import analisis_json
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.angka import format_angka, format_rupiah, round_half_up
from kinerja_cli.domain.kantor import Kertas
from kinerja_cli.domain.narasi.bagian import BagianNarasi
from kinerja_cli.domain.narasi.laporan import JenisLaporan
from kinerja_cli.domain.rencana import Nilai, Rencana, format_nilai
from rencana_uji import CASCADING, PENGATURAN, indikator
from test_lakip_bentuk import png
from test_lakip_docx import TANGGAL, TEMPLAT, opened, plan, report

ANGKA = re.compile(r"\d[\d.]*(?:,\d+)?")

SEBUTAN = {
    "acuan tabel dan gambar": r"(?:Tabel|Gambar) (?:L?\d+\.)?\d+",
    "nomor lampiran": r"(?i:lampiran) \d+",
    "nomor sasaran dan tujuan": r"(?:Sasaran|Tujuan) \d+",
    "nomor indikator": r"^\d+\.\d+\s",
    "nomor judul dan butir": r"^\d+\.(?!\d)",
    "nomor dan tahun peraturan": r"Nomor \d+ Tahun \d{4}",
    "judul peraturan": r"2010–2025",
    "tahun": r"(?i:tahun|target|realisasi) 20\d\d",
    "tanggal": r"\d+ [A-Z][a-z]+ 20\d\d",
    "hitungan": (
        r"(?<![\d,.])\d+(?: dari \d+)? (?:sasaran|indikator|formulir|unit|tribulan"
        r"|program|kegiatan|sub|dokumen)\b"
    ),
    "hitungan formulir": r"\d+ dari \d+, yaitu",
    "cara pengukuran": r"dikalikan 100|: 100 bila|paling tinggi 100|\(ambang 5 poin\)|dua angka",
    "nama sidik": r"sha256",
    "alamat": r"Jalan Uji 1",
}
"""What may stand in a sentence beside the analysis: a name, a count, an ordinal."""


def json_figures(objek: Any) -> Iterator[Decimal | str]:  # noqa: ANN401 - any JSON
    """Yield every number of a JSON document, and every text in it."""
    if isinstance(objek, dict):
        for nilai in objek.values():
            yield from json_figures(nilai)
    elif isinstance(objek, list):
        for nilai in objek:
            yield from json_figures(nilai)
    elif isinstance(objek, str):
        yield objek
    elif isinstance(objek, int | float) and not isinstance(objek, bool):
        yield Decimal(str(objek))


def forms(nilai: Decimal) -> set[str]:
    """Return how a number may be printed: whole, or rounded to two digits."""
    return set(ANGKA.findall(format_angka(nilai))) | set(ANGKA.findall(format_angka(nilai, 2)))


def printed(nilai: Nilai | None) -> set[str]:
    return set() if nilai is None else set(ANGKA.findall(format_nilai(nilai)))


def of_analysis(analisis: Analisis) -> set[str]:
    """Return every number of the analysis as it may be printed."""
    allowed: set[str] = set()
    for one in json_figures(analisis_json(analisis)):
        allowed |= set(ANGKA.findall(one)) if isinstance(one, str) else forms(one)
    return allowed


def beside_it(analisis: Analisis) -> set[str]:
    """Return the figures that are by name not in the JSON, but in the plan or made of two of it."""
    allowed: set[str] = set()
    for hasil in analisis.indikator:
        plan = hasil.indikator
        allowed |= printed(plan.nilai_pembanding) | printed(plan.target_renstra)
        allowed |= {x for porsi in plan.porsi for y in porsi.target for x in printed(y)}
        for x in hasil.riwayat:  # points between two capaian
            here, there = hasil.waktu.tahun.capaian.persen, x.hasil.capaian.persen
            if here is not None and there is not None:
                allowed |= forms(abs(round_half_up(here) - round_half_up(there)))
    for money in analisis.anggaran:
        if money.sisa is not None:
            allowed |= set(ANGKA.findall(format_rupiah(abs(money.sisa))))
    for hasil_program in analisis.program:  # its mean; the JSON stops at sasaran
        mean = hasil_program.rata_rata.apa_adanya
        allowed |= forms(mean) if mean is not None else set()
    for kelas in analisis.pengaturan.aturan.skala:
        allowed |= forms(kelas.batas)
    if analisis.total_anggaran and analisis.total_anggaran.sisa is not None:
        allowed |= set(ANGKA.findall(format_rupiah(analisis.total_anggaran.sisa)))
    return allowed


def spoken(analisis: Analisis, dokumen: Dokumen) -> Iterator[str]:
    """Yield the texts of the draft, without names from the plan and what SEBUTAN lists."""
    names = [x.uraian for x in analisis.rencana.cascading]
    names += [x.uraian for x in analisis.rencana.indikator]
    names += [x.kode for x in analisis.rencana.cascading]
    for paragraph in dokumen.element.body.iter(qn("w:p")):
        style = (
            paragraph.pPr.pStyle.val
            if paragraph.pPr is not None and paragraph.pPr.pStyle is not None
            else ""
        )
        teks = "".join(x.text or "" for x in paragraph.iter(qn("w:t")))
        if style.lower().startswith(("toc", "tableoffigures")):
            continue
        for nama in sorted(names, key=len, reverse=True):
            teks = teks.replace(nama, "")
        for pola in SEBUTAN.values():
            teks = re.sub(pola, "", teks)
        yield teks


def numbered(dokumen: Dokumen) -> set[str]:
    """Return the first column of every table: row numbers and years."""
    return {row.cells[0].text for table in dokumen.tables for row in table.rows}


@pytest.mark.parametrize(
    ("analisis", "jenis"),
    [
        (contoh_analisis(4), JenisLaporan.LAKIP),
        (contoh_analisis(2), JenisLaporan.LAKIP),
        (contoh_analisis(2), JenisLaporan.TRIBULAN),
        (report(), JenisLaporan.LAKIP),
    ],
    ids=["setahun", "sementara", "tribulan", "tanpa bobot"],
)
def test_every_figure_is_in_the_analysis(analisis: Analisis, jenis: JenisLaporan) -> None:
    hasil = build_lakip(analisis, TEMPLAT.read_bytes(), TANGGAL, BahanLakip(jenis))
    dokumen = opened(hasil)
    allowed = of_analysis(analisis) | beside_it(analisis)
    rows = numbered(dokumen)
    strange = {
        (angka, teks)
        for teks in spoken(analisis, dokumen)
        if teks not in rows
        for angka in ANGKA.findall(teks)
        if angka.rstrip(".,") not in allowed
    }
    assert strange == set()


# Odd years, and the schema of what is written

BENTUK_WORD = OpenXmlValidator()
NAKAL = "Persentase <R&D> \"cepat\" 'tepat' " + "yang panjang sekali " * 14


def tiny() -> Rencana:
    """Return a plan with one sasaran, one indicator, neither budget nor history."""
    return Rencana(2021, plan().unit, CASCADING[:2], (indikator("A", uraian=NAKAL, iku=True),))


def sixty() -> Rencana:
    return plan(*(indikator(f"A{i}", uraian=f"{NAKAL} {i}") for i in range(60)), riwayat=())


def written(*bagian: BagianNarasi) -> dict[BagianNarasi, BerkasNarasi]:
    teks = "# Judul & <x>\n\n- a\n  1. b\n\nTabel: T\n\n| A | B |\n|---|--:|\n| **1** | *2* |"
    return {x: BerkasNarasi(x.berkas, teks) for x in bagian}


@pytest.mark.parametrize(
    ("analisis", "bahan"),
    [
        (report(), BahanLakip(narasi=written(*BagianNarasi))),
        (report(tiny(), Decimal(2)), BahanLakip()),
        (report(tribulan=1), BahanLakip(JenisLaporan.TRIBULAN)),
        (report(plan(riwayat=()), tribulan=1), BahanLakip()),
        (report(sixty(), Decimal(2)), BahanLakip()),
        (contoh_analisis(4, contoh_rencana()), BahanLakip()),
        (
            report(pengaturan=replace(PENGATURAN, kertas=Kertas.A4)),
            BahanLakip(narasi=written(BagianNarasi.SDM)),
        ),
    ],
    ids=["narasi", "satu sasaran", "TW I", "tanpa riwayat", "enam puluh", "lengkap", "A4"],
)
@pytest.mark.klien
def test_the_file_holds_to_the_schema_of_word(
    analisis: Analisis, bahan: BahanLakip, tmp_path: Path
) -> None:
    with_emblem = replace(bahan, lambang=read_lambang("a.png", png()))
    hasil = build_lakip(analisis, TEMPLAT.read_bytes(), TANGGAL, with_emblem)
    path = tmp_path / "lakip.docx"
    path.write_bytes(hasil.isi)
    assert [str(x) for x in BENTUK_WORD.validate(path).errors] == []
    assert len(Document(BytesIO(hasil.isi)).tables) > 10


def test_the_shipped_template_holds_to_the_schema_of_word() -> None:
    assert [str(x) for x in BENTUK_WORD.validate(TEMPLAT).errors] == []


def test_a_name_of_300_letters_with_signs_is_printed_whole() -> None:
    text = "".join(
        x.text or ""
        for x in opened(
            build_lakip(report(tiny(), Decimal(2)), TEMPLAT.read_bytes(), TANGGAL)
        ).element.body.iter(qn("w:t"))
    )
    assert len(NAKAL) > 300
    assert text.count(NAKAL.strip()) > 8
