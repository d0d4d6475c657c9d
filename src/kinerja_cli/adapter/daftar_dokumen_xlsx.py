"""The list of documents and the units' evidence as a workbook, for the archive of a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from xlsxwriter import Workbook

from kinerja_cli.adapter.laporan_xlsx.kepala import BARIS_KEPALA, close_halaman, open_halaman
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Kolom
from kinerja_cli.adapter.lembar_xlsx import LembarTumbuh
from kinerja_cli.adapter.tulis_xlsx import GayaBuku, build_buku
from kinerja_cli.domain.dokumen import BELUM_DISEBUTKAN, DataDukung, StatusDokumen
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.rencana import ROMAWI, Rencana
from kinerja_cli.domain.tanggal import format_tanggal

LEMBAR_DOKUMEN, LEMBAR_DATA_DUKUNG = "Dokumen", "Data Dukung"

KOLOM_DOKUMEN = (
    Kolom("nomor", "No.", 6),
    Kolom("nama", "Dokumen", 30),
    Kolom("keadaan", "Keadaan", 26),
    Kolom("tanggal", "Tanggal", 20),
    Kolom("berkas", "Berkas", 50),
    Kolom("sha256", "Sidik berkas (sha256)", 68),
)
KOLOM_DATA_DUKUNG = (
    Kolom("kode", "Kode", 24),
    Kolom("indikator", "Indikator Kinerja", 60),
    Kolom("unit", "Unit Kerja", 44),
    Kolom("tribulan", "Tribulan", 12),
    Kolom("teks", "Data Dukung", 60),
)


@dataclass(frozen=True, slots=True)
class DaftarDokumen:
    """A year's documents and evidence, and the plan that names indicators and units."""

    pengaturan: Pengaturan
    rencana: Rencana
    dokumen: Sequence[StatusDokumen]
    data_dukung: Sequence[DataDukung]


def build_daftar_dokumen_xlsx(daftar: DaftarDokumen, dibuat: datetime) -> bytes:
    """Return the workbook: a sheet of the SOP's documents, a sheet of evidence per indicator."""
    kantor = daftar.pengaturan.kantor
    judul = f"Daftar Dokumen dan Data Dukung Tahun {daftar.rencana.tahun}"
    sifat = {"title": judul, "author": kantor.nama, "company": kantor.pemerintah}
    return build_buku(lambda workbook: _fill(workbook, daftar), dibuat, sifat)


def _fill(workbook: Workbook, daftar: DaftarDokumen) -> None:
    for nama in (LEMBAR_DOKUMEN, LEMBAR_DATA_DUKUNG):
        workbook.add_worksheet(nama, LembarTumbuh)
    buku = Buku(workbook, GayaBuku(workbook), daftar.pengaturan)
    _write_dokumen(buku, daftar)
    _write_data_dukung(buku, daftar)


def _write_dokumen(buku: Buku, daftar: DaftarDokumen) -> None:
    tahun = daftar.rencana.tahun
    judul = f"DOKUMEN SOP PENGUMPULAN DATA KINERJA TAHUN {tahun}"
    page = open_halaman(buku, LEMBAR_DOKUMEN, judul, KOLOM_DOKUMEN, berlegenda=False)
    baris = BARIS_KEPALA
    for baris, one in enumerate(daftar.dokumen, BARIS_KEPALA + 1):
        noted = one.tercatat
        page.bilangan(baris, "nomor", baris - BARIS_KEPALA)
        page.teks(baris, "nama", one.dokumen.judul(tahun))
        page.teks(baris, "keadaan", one.sebutan, "tengah")
        page.teks(baris, "tanggal", format_tanggal(noted.tanggal) if noted else "", "tengah")
        page.teks(baris, "berkas", noted.bukti.berkas if noted else "")
        page.teks(baris, "sha256", noted.bukti.sha256 if noted else "")
    close_halaman(page, baris, "nama")


def _write_data_dukung(buku: Buku, daftar: DaftarDokumen) -> None:
    judul = f"DATA DUKUNG INDIKATOR KINERJA TAHUN {daftar.rencana.tahun}"
    page = open_halaman(buku, LEMBAR_DATA_DUKUNG, judul, KOLOM_DATA_DUKUNG, berlegenda=False)
    units = daftar.rencana.unit_by_kode
    baris = BARIS_KEPALA
    for baris, one in enumerate(daftar.data_dukung, BARIS_KEPALA + 1):
        page.teks(baris, "kode", one.indikator.kode)
        page.teks(baris, "indikator", one.indikator.uraian)
        page.teks(baris, "unit", units[one.unit].nama)
        page.teks(baris, "tribulan", ", ".join(ROMAWI[x] for x in one.tribulan), "tengah")
        page.teks(baris, "teks", one.teks or BELUM_DISEBUTKAN)
    close_halaman(page, baris, "indikator")
