"""Sheet Status: how every unit stands, when it handed in, in which file."""

from __future__ import annotations

from datetime import datetime

from kinerja_cli.adapter.himpunan_xlsx.isi import BERKAS_SUMBER, Himpunan
from kinerja_cli.adapter.laporan_xlsx.kepala import BARIS_KEPALA, close_halaman, open_halaman
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Kolom
from kinerja_cli.domain.tanggal import format_tanggal

NAMA = "Status"

KOLOM = (
    Kolom("kode", "Kode", 14),
    Kolom("unit", "Nama Unit", 50),
    Kolom("status", "Status", 16),
    Kolom("waktu", "Waktu", 30),
    Kolom("versi", "Versi", 8),
    Kolom("temuan", "Temuan", 9),
    Kolom("berkas", BERKAS_SUMBER, 50),
)


def write_status(buku: Buku, isi: Himpunan) -> None:
    """Write the units that owe figures, in plan order."""
    judul = f"STATUS PENGUMPULAN DATA KINERJA {isi.masa}"
    page = open_halaman(buku, NAMA, judul, KOLOM, berlegenda=False)
    baris = BARIS_KEPALA
    for baris, one in enumerate(isi.status, BARIS_KEPALA + 1):
        page.teks(baris, "kode", one.unit)
        page.teks(baris, "unit", one.nama)
        page.teks(baris, "status", one.keadaan.value, "tengah")
        page.teks(baris, "waktu", _waktu(one.waktu), "tengah")
        page.teks(baris, "versi", str(one.versi or ""), "tengah")
        page.teks(baris, "temuan", str(one.temuan or ""), "tengah")
        page.teks(baris, "berkas", one.berkas or "")
    close_halaman(page, baris, "unit")


def _waktu(waktu: datetime | None) -> str:
    return f"{format_tanggal(waktu)} pukul {waktu:%H.%M}" if waktu else ""
