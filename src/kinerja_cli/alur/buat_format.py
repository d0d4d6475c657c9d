"""kinerja buat-format: the workbooks to hand out, one per unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.berkas import safe_name
from kinerja_cli.adapter.format_unit import build_format
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.rencana import Rencana, Unit


def build_forms(
    ruang: Ruang, tahun: int | None, tribulan: int, kode_unit: Sequence[str]
) -> list[Keluaran]:
    """Write the forms of one tribulan for these units (none named: all) and return their paths.

    A unit without indicators gets none. Raises KinerjaError for an unknown unit or a wrong plan.
    """
    pengaturan, rencana = load_rencana(ruang, tahun)
    units = [x for x in _chosen(rencana, kode_unit) if rencana.indicators_of(x.kode)]
    if not units:
        message = "Tidak ada unit yang mempunyai indikator dalam rencana ini."
        raise KinerjaError(message)
    folder = ruang.format(rencana.tahun, tribulan)
    dibuat = datetime(rencana.tahun, 1, 1, tzinfo=UTC)
    written = []
    with open_basisdata(ruang.basisdata) as db:
        for unit in units:
            isi = build_format(rencana, pengaturan, unit.kode, tribulan, dibuat)
            nama = safe_name(f"{unit.kode} - {unit.nama} - TW{tribulan} {rencana.tahun}")
            written.append(write_keluaran(ruang, db, folder / f"{nama}.xlsx", isi))
    return written


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
