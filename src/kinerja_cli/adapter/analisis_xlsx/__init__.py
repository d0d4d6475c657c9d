"""The analysis as a workbook for reading: live formulas that carry the domain's figures.

Target and realisasi stand once, on sheet Per Tribulan; every other figure is a formula that
leads back there. Sheets are written in the order of that dependency, not as they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from xlsxwriter import Workbook

from kinerja_cli.adapter.analisis_xlsx import (
    anggaran,
    aturan,
    indikator,
    perbandingan,
    ringkasan,
    sasaran,
    tribulan,
    unit,
)
from kinerja_cli.adapter.analisis_xlsx.ringkasan import Letak
from kinerja_cli.adapter.analisis_xlsx.susunan import arrange
from kinerja_cli.adapter.buku_beriring import BukuBeriring
from kinerja_cli.adapter.laporan_xlsx import temuan as lembar_temuan
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku
from kinerja_cli.adapter.lembar_xlsx import LembarBiasa, LembarRumus
from kinerja_cli.adapter.tulis_xlsx import GayaBuku, build_buku, no_search_for_cycles
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.temuan import Temuan

URUTAN = (
    ringkasan.NAMA,
    indikator.NAMA,
    sasaran.NAMA,
    tribulan.NAMA,
    unit.NAMA,
    anggaran.NAMA,
    perbandingan.NAMA,
    lembar_temuan.NAMA,
    aturan.NAMA,
)


def build_analisis_xlsx(analisis: Analisis, temuan: Sequence[Temuan], dibuat: datetime) -> bytes:
    """Return the workbook of an analysis and of the findings that still stand."""
    tahun, ke = analisis.rencana.tahun, ROMAWI[analisis.tribulan]
    kantor = analisis.pengaturan.kantor
    sifat = {
        "title": f"Analisis Kinerja s.d. Tribulan {ke} Tahun {tahun}",
        "subject": "Analisis dan evaluasi data kinerja",
        "author": kantor.nama,
        "company": kantor.pemerintah,
    }
    with no_search_for_cycles():
        return build_buku(
            lambda buku: _fill(buku, analisis, temuan, dibuat), dibuat, sifat, BukuBeriring
        )


def _fill(
    workbook: Workbook, analisis: Analisis, daftar: Sequence[Temuan], dibuat: datetime
) -> None:
    for nama in URUTAN:  # charts stand on the first, and show cells of it
        workbook.add_worksheet(nama, LembarBiasa if nama == ringkasan.NAMA else LembarRumus)
    buku = Buku(workbook, GayaBuku(workbook), analisis.pengaturan)
    rows = arrange(analisis)
    rules = aturan.write_aturan(buku, analisis)
    quarters = tribulan.write_tribulan(buku, analisis, rows, rules)
    indicators = indikator.write_indikator(buku, analisis, rows, rules, quarters)
    means = sasaran.write_sasaran(buku, analisis, rows, rules, indicators)
    unit.write_unit(buku, analisis, rows, rules, quarters)
    money = anggaran.write_anggaran(buku, analisis, rules, means)
    perbandingan.write_perbandingan(buku, analisis, rows, rules, indicators)
    judul = f"TEMUAN YANG MASIH BERLAKU TAHUN {analisis.rencana.tahun}"
    lembar_temuan.write_temuan(buku, judul, daftar)
    letak = Letak(rows, quarters, indicators, means, money)
    ringkasan.write_ringkasan(buku, analisis, letak, dibuat)
