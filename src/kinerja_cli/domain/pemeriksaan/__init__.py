"""The checks of one unit's workbook against the plan: a pure function that can run anywhere.

identitas → rows matched by code → rules for data and money. What needs the figures of other
tribulan (antartribulan) is asked afterwards, by whoever knows them.
"""

from __future__ import annotations

from decimal import Decimal

from kinerja_cli.domain.buku import Buku
from kinerja_cli.domain.isian import read_identitas, read_isian
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.anggaran import PEMERIKSAAN_ANGGARAN
from kinerja_cli.domain.pemeriksaan.data import PEMERIKSAAN_DATA
from kinerja_cli.domain.pemeriksaan.identitas import check_identitas
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa, Konteks
from kinerja_cli.domain.pemeriksaan.pencocokan import match_rows
from kinerja_cli.domain.rencana import Rencana
from kinerja_cli.domain.setoran import Realisasi, RealisasiAnggaran, Setoran
from kinerja_cli.domain.temuan import Tempat, Temuan


def check_buku(buku: Buku, berkas: str, rencana: Rencana, pengaturan: Pengaturan) -> HasilPeriksa:
    """Read and check one workbook; never raises for what a person wrote.

    `konteks` of the result is None where the workbook is no form of this plan, or not whole.
    """
    identitas = read_identitas(buku)
    if identitas is None:
        jenis = JenisTemuan.BERKAS_TANPA_IDENTITAS
        return HasilPeriksa(None, None, (Temuan(jenis, Tempat(berkas)),))
    wrong = tuple(check_identitas(identitas, berkas, rencana, pengaturan))
    if wrong:
        return HasilPeriksa(identitas, None, wrong)
    isian, temuan = read_isian(buku, berkas, identitas)
    if temuan:
        return HasilPeriksa(identitas, None, tuple(temuan))
    konteks, temuan = match_rows(isian, rencana, pengaturan)
    for rule in (*PEMERIKSAAN_DATA, *PEMERIKSAAN_ANGGARAN):
        temuan.extend(rule(konteks))
    return HasilPeriksa(identitas, konteks, tuple(temuan))


def build_setoran(konteks: Konteks) -> Setoran:
    """Return the figures of a workbook as plain values; a cell that was refused counts as blank."""
    return Setoran(
        unit=konteks.isian.identitas.unit,
        tribulan=konteks.tribulan,
        realisasi={
            row.indikator.kode: Realisasi(row.bacaan.nilai, row.keterangan.paragraf, row.penjelasan)
            for row in konteks.data
        },
        anggaran={
            row.kode: RealisasiAnggaran(
                row.bacaan.nilai if isinstance(row.bacaan.nilai, Decimal) else None, row.keterangan
            )
            for row in konteks.anggaran
        },
    )
