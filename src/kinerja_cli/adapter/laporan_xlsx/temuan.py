"""Sheet Temuan: every finding that still stands, with the place to go to and what to do there."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_cli.adapter.laporan_xlsx.kepala import BARIS_KEPALA, close_halaman, open_halaman
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Halaman, Kolom
from kinerja_cli.adapter.tulis_xlsx import WARNA_GARIS
from kinerja_cli.domain.temuan import Temuan, Tingkat

NAMA = "Temuan"
TANPA_TEMUAN = "Tidak ada temuan."

KOLOM = (
    Kolom("tingkat", "Tingkat", 13),
    Kolom("kode", "Kode", 8),
    Kolom("berkas", "Berkas", 34),
    Kolom("lembar", "Lembar", 16),
    Kolom("sel", "Sel", 8),
    Kolom("pesan", "Temuan", 66),
    Kolom("saran", "Yang Perlu Dilakukan", 60),
)

WARNA_TINGKAT = {Tingkat.GALAT: "F4C7C3", Tingkat.PERINGATAN: "FCE8B2", Tingkat.INFO: "DCE6F2"}


def write_temuan(buku: Buku, judul: str, temuan: Sequence[Temuan]) -> None:
    """Write the findings, the gravest first, otherwise in the order given."""
    page = open_halaman(buku, NAMA, judul, KOLOM, berlegenda=False)
    grades = list(Tingkat)
    order = sorted(temuan, key=lambda x: grades.index(x.tingkat(buku.pengaturan.tingkat)))
    for baris, one in enumerate(order, BARIS_KEPALA + 1):
        _write_row(page, baris, one)
    last = BARIS_KEPALA + max(1, len(order))
    if not order:
        page.lembar.write_string(last, 0, TANPA_TEMUAN, buku.gaya.of(italic=True))
    close_halaman(page, last, "kode", BARIS_KEPALA + len(order))


def _write_row(page: Halaman, baris: int, temuan: Temuan) -> None:
    tingkat, tempat = temuan.tingkat(page.buku.pengaturan.tingkat), temuan.tempat
    texts = {
        "kode": temuan.jenis.kode,
        "berkas": tempat.berkas,
        "lembar": tempat.lembar,
        "sel": tempat.sel,
        "pesan": temuan.pesan,
        "saran": temuan.saran,
    }
    style = page.buku.gaya.of(
        border=1, border_color=WARNA_GARIS, valign="top", bg_color=WARNA_TINGKAT[tingkat]
    )
    page.lembar.write_string(baris, page.at("tingkat"), tingkat.value, style)
    for kunci, teks in texts.items():
        page.teks(baris, kunci, teks)
