"""kinerja buat-format: the workbooks to hand out, one per unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.bukti import bukti_keluaran
from kinerja_cli.adapter.format_unit import build_format
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.alur.tahap import note_step
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.nama_berkas import safe_name
from kinerja_cli.domain.rencana import ROMAWI, Rencana, Unit
from kinerja_cli.domain.tahap import CatatanTahap, keadaan_program

LANGKAH = 2
"""The step of the SOP that this carries out."""


def build_forms(
    ruang: Ruang, tahun: int | None, tribulan: int, kode_unit: Sequence[str], sekarang: datetime
) -> list[Keluaran]:
    """Write the forms of one tribulan for these units (none named: all) and return their paths.

    A unit without indicators gets none; `sekarang` goes into the register of the steps. Raises
    KinerjaError for an unknown unit or a wrong plan.
    """
    pengaturan, rencana = load_rencana(ruang, tahun, ingat=True)
    units = [x for x in _chosen(rencana, kode_unit) if rencana.indicators_of(x.kode)]
    if not units:
        message = "Tidak ada unit yang mempunyai indikator. Lengkapi lembar Indikator pada rencana."
        raise KinerjaError(message)
    folder = ruang.format(rencana.tahun, tribulan)
    dibuat = datetime(rencana.tahun, 1, 1, tzinfo=UTC)
    written = []
    with open_basisdata(ruang.basisdata) as db:
        for unit in units:
            isi = build_format(rencana, pengaturan, unit.kode, tribulan, dibuat)
            path = folder / nama_format(unit, rencana.tahun, tribulan)
            written.append(write_keluaran(ruang, db, path, isi))
        keadaan = keadaan_program(tribulan, lengkap=not kode_unit)
        bukti = bukti_keluaran(ruang, written)
        note = f"Tribulan {ROMAWI[tribulan]}: {len(written)} formulir"
        catatan = CatatanTahap(LANGKAH, keadaan, sekarang, sekarang, bukti=bukti, catatan=note)
        note_step(db, rencana.tahun, catatan)
    return written


def nama_format(unit: Unit, tahun: int, tribulan: int) -> str:
    """Return the file name of a unit's form; findings and identity never depend on it."""
    return f"{safe_name(f'{unit.kode} - {unit.nama} - TW{tribulan} {tahun}')}.xlsx"


def _chosen(rencana: Rencana, kode_unit: Sequence[str]) -> Sequence[Unit]:
    if not kode_unit:
        return rencana.unit
    by_kode = {x.kode.casefold(): x for x in rencana.unit}
    unknown = [x for x in kode_unit if x.casefold() not in by_kode]
    if unknown:
        pilihan = ", ".join(x.kode for x in rencana.unit)
        message = f"Unit '{unknown[0]}' tidak ada dalam rencana. Pilih dari: {pilihan}."
        raise KinerjaError(message)
    return [by_kode[x.casefold()] for x in kode_unit]
