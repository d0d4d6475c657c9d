"""Sheet Anggaran: every budget line with what its unit reported, the total of the lines last."""

from __future__ import annotations

from kinerja_cli.adapter.himpunan_xlsx.isi import BERKAS_SUMBER, Himpunan, write_berkas
from kinerja_cli.adapter.laporan_xlsx.kepala import BARIS_KEPALA, close_halaman, open_halaman
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Halaman, Kolom
from kinerja_cli.adapter.laporan_xlsx.rumus import sum_of
from kinerja_cli.domain.analisis import SIMPUL_TOTAL
from kinerja_cli.domain.analisis.anggaran import latest_spending, total_of
from kinerja_cli.domain.formulir import KolomAnggaran
from kinerja_cli.domain.rencana import Simpul

NAMA = "Anggaran"

KOLOM = (
    Kolom("kode", KolomAnggaran.KODE.judul, 20),
    Kolom("uraian", KolomAnggaran.URAIAN.judul, 64),
    Kolom("pagu", KolomAnggaran.PAGU.judul, 18),
    Kolom("realisasi", KolomAnggaran.REALISASI.judul, 18),
    Kolom("ket", KolomAnggaran.KETERANGAN.judul, 34),
    Kolom("unit", "Unit", 24),
    Kolom("berkas", BERKAS_SUMBER, 28),
)


def write_anggaran(buku: Buku, isi: Himpunan) -> None:
    """Write the budget lines in plan order."""
    judul = f"HIMPUNAN REALISASI ANGGARAN {isi.masa}"
    page = open_halaman(buku, NAMA, judul, KOLOM, berlegenda=False)
    lines = isi.rencana.budget_lines()
    for baris, line in enumerate(lines, BARIS_KEPALA + 1):
        _write_line(page, baris, isi, line)
    last = BARIS_KEPALA + len(lines)
    _write_total(page, last + 1, isi)
    close_halaman(page, last + 1, "uraian", last)


def _write_line(page: Halaman, baris: int, isi: Himpunan, line: Simpul) -> None:
    masukan = isi.masuk.get(line.unit or "")
    spent = masukan.setoran.anggaran.get(line.kode) if masukan else None
    page.teks(baris, "kode", line.kode)
    page.teks(baris, "uraian", line.uraian)
    page.uang(baris, "pagu", line.pagu)
    page.uang(baris, "realisasi", spent.nilai if spent else None)
    page.teks(baris, "ket", spent.keterangan if spent else "")
    page.teks(baris, "unit", isi.name_of(line.unit))
    write_berkas(page, baris, isi.file_of(line.unit), masuk=masukan is not None)


def _write_total(page: Halaman, baris: int, isi: Himpunan) -> None:
    spending = latest_spending([x.setoran for x in isi.masuk.values()])
    total = total_of(SIMPUL_TOTAL, isi.rencana.budget_lines(), spending)
    for kunci, nilai in (("pagu", total.pagu), ("realisasi", total.realisasi)):
        rumus = sum_of(page.rentang(BARIS_KEPALA + 1, baris - 1, kunci))
        page.rumus(baris, kunci, rumus, nilai, "rupiah", tebal=True)
    note = f"{total.dilaporkan} dari {total.jumlah} rincian sudah dilaporkan"
    texts = {"kode": "", "uraian": "JUMLAH", "ket": note, "unit": "", "berkas": ""}
    for kunci, teks in texts.items():
        page.teks(baris, kunci, teks, tebal=True)
