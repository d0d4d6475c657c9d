"""The two reports made from the same parts, and what each is called."""

from __future__ import annotations

from enum import Enum

from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.narasi.masa import sebut_masa, sebut_tribulan


class JenisLaporan(Enum):
    """The report of the year (a provisional one before TW IV), or that of one tribulan."""

    LAKIP = "lakip"
    TRIBULAN = "laporan-kinerja"


def nama_laporan(analisis: Analisis, jenis: JenisLaporan) -> str:
    """Return the full name with office and span of time, for a sentence."""
    if jenis is JenisLaporan.TRIBULAN:
        return sebut_laporan(analisis, jenis)
    kantor = analisis.pengaturan.kantor.nama
    full = "Laporan Akuntabilitas Kinerja Instansi Pemerintah (LAKIP)"
    return f"{full} {kantor} {sebut_masa(analisis)}"


def sebut_laporan(analisis: Analisis, jenis: JenisLaporan) -> str:
    """Return the short name with office and year, for the head of a page."""
    kantor, tahun = analisis.pengaturan.kantor.nama, analisis.rencana.tahun
    if jenis is JenisLaporan.TRIBULAN:
        return f"Laporan Kinerja {sebut_tribulan(analisis.tribulan)} {kantor} Tahun {tahun}"
    return f"LAKIP {kantor} Tahun {tahun}"


def nama_berkas(analisis: Analisis, jenis: JenisLaporan) -> str:
    """Return the name of the report's file, without its ending."""
    tahun = analisis.rencana.tahun
    if jenis is JenisLaporan.TRIBULAN:
        return f"{jenis.value}-{tahun}-TW{analisis.tribulan}"
    return f"{jenis.value}-{tahun}"
