"""Sheet Status: which unit handed in, when, in which file."""

from __future__ import annotations

from datetime import datetime

from kinerja_cli.adapter.analisis_xlsx.kepala import BARIS_KEPALA, close_halaman, open_halaman
from kinerja_cli.adapter.analisis_xlsx.kerangka import Buku, Kolom
from kinerja_cli.adapter.himpunan_xlsx.isi import BELUM_MASUK, BERKAS_SUMBER, DITERIMA, Himpunan
from kinerja_cli.domain.tanggal import format_tanggal

NAMA = "Status"

KOLOM = (
    Kolom("kode", "Kode", 14),
    Kolom("unit", "Nama Unit", 50),
    Kolom("status", "Status", 16),
    Kolom("waktu", "Waktu Diterima", 30),
    Kolom("berkas", BERKAS_SUMBER, 50),
)


def write_status(buku: Buku, isi: Himpunan) -> None:
    """Write the units that owe figures, in plan order."""
    judul = f"STATUS PENGUMPULAN DATA KINERJA {isi.masa}"
    page = open_halaman(buku, NAMA, judul, KOLOM, berlegenda=False)
    baris = BARIS_KEPALA
    for unit in isi.rencana.unit:
        masukan = isi.masuk.get(unit.kode)
        if masukan is None and not isi.rencana.indicators_of(unit.kode):
            continue
        baris += 1
        page.teks(baris, "kode", unit.kode)
        page.teks(baris, "unit", unit.nama)
        page.teks(baris, "status", DITERIMA if masukan else BELUM_MASUK, "tengah")
        page.teks(baris, "waktu", _waktu(masukan.diterima) if masukan else "", "tengah")
        page.teks(baris, "berkas", masukan.berkas if masukan else "")
    close_halaman(page, baris, "unit")


def _waktu(waktu: datetime) -> str:
    return f"{format_tanggal(waktu)} pukul {waktu:%H.%M}"
