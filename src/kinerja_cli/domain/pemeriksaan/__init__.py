"""The checks of one unit's workbook against the plan: a pure function that can run anywhere.

identitas → rows matched by code → rules for data and money. What needs the figures of other
tribulan (antartribulan) is asked afterwards, by whoever knows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja_cli.domain.buku import Buku
from kinerja_cli.domain.isian import read_identitas, read_isian
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.anggaran import PEMERIKSAAN_ANGGARAN
from kinerja_cli.domain.pemeriksaan.data import PEMERIKSAAN_DATA
from kinerja_cli.domain.pemeriksaan.identitas import check_identitas
from kinerja_cli.domain.pemeriksaan.konteks import (
    TANPA_BARIS,
    BarisData,
    BarisPagu,
    HasilPeriksa,
    Konteks,
    Letak,
    LetakBaris,
)
from kinerja_cli.domain.pemeriksaan.pencocokan import match_rows
from kinerja_cli.domain.rencana import Rencana
from kinerja_cli.domain.setoran import Realisasi, RealisasiAnggaran, Setoran
from kinerja_cli.domain.temuan import Tempat, Temuan

TEMUAN_TERBANYAK = 1000
"""Findings on one workbook that are told one by one; nobody mends a form with more."""


def check_buku(buku: Buku, berkas: str, rencana: Rencana, pengaturan: Pengaturan) -> HasilPeriksa:
    """Read and check one workbook; never raises for what a person wrote."""
    identitas = read_identitas(buku)
    if identitas is None:
        jenis = JenisTemuan.BERKAS_TANPA_IDENTITAS
        return HasilPeriksa(None, (Temuan(jenis, Tempat(berkas)),))
    wrong = tuple(check_identitas(identitas, berkas, rencana, pengaturan))
    if wrong:
        return HasilPeriksa(identitas, wrong)
    isian, temuan = read_isian(buku, berkas, identitas)
    if temuan:
        return HasilPeriksa(identitas, tuple(temuan))
    konteks, temuan = match_rows(isian, rencana, pengaturan)
    for rule in (*PEMERIKSAAN_DATA, *PEMERIKSAAN_ANGGARAN):
        temuan.extend(rule(konteks))
    setoran, letak = _build_setoran(konteks), _build_letak(konteks)
    return HasilPeriksa(identitas, _told(temuan, berkas), setoran, letak, buku.disimpan_pada)


def _told(temuan: list[Temuan], berkas: str) -> tuple[Temuan, ...]:
    """Return the findings that are told, and how many more there are."""
    left = len(temuan) - TEMUAN_TERBANYAK
    if left <= 0:
        return tuple(temuan)
    more = Temuan(JenisTemuan.TEMUAN_TERLALU_BANYAK, Tempat(berkas), {"jumlah": str(left)})
    return (*temuan[:TEMUAN_TERBANYAK], more)


def _build_setoran(konteks: Konteks) -> Setoran:
    """Return the figures of a workbook as plain values; a cell that was refused counts as blank."""
    return Setoran(
        unit=konteks.isian.identitas.unit,
        tribulan=konteks.tribulan,
        realisasi={
            x.indikator.kode: Realisasi(x.bacaan.nilai, x.keterangan, x.penjelasan)
            for x in konteks.data
        },
        anggaran={
            x.kode: RealisasiAnggaran(
                x.bacaan.nilai if isinstance(x.bacaan.nilai, Decimal) else None, x.keterangan
            )
            for x in konteks.anggaran
        },
    )


def _build_letak(konteks: Konteks) -> Letak:
    return Letak(
        _build_rows([(x.indikator.kode, x) for x in konteks.data]),
        _build_rows([(x.kode, x) for x in konteks.anggaran]),
    )


def _build_rows(rows: Sequence[tuple[str, BarisData | BarisPagu]]) -> LetakBaris:
    if not rows:
        return TANPA_BARIS
    return LetakBaris(rows[0][1].realisasi.tempat, {kode: x.baris.nomor for kode, x in rows})
