"""kinerja status: who has handed in what, when, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kinerja_cli.adapter.basisdata import StatusSetoran, open_basisdata
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.rencana import TRIBULAN


class Keadaan(Enum):
    """How a unit stands for one tribulan; the value is the word in the JSON contract."""

    BELUM_MASUK = "belum masuk"
    DITOLAK = "ditolak"
    DITERIMA = "diterima"


@dataclass(frozen=True, slots=True)
class StatusUnit:
    """One unit in one tribulan; `versi` counts accepted workbooks, 0 when none was."""

    unit: str
    nama: str
    tribulan: int
    keadaan: Keadaan
    waktu: datetime | None = None
    berkas: str | None = None
    versi: int = 0


@dataclass(frozen=True, slots=True)
class HasilStatus:
    """How every unit stands, in plan order, tribulan by tribulan."""

    pengaturan: Pengaturan
    tahun: int
    tribulan: int | None
    unit: tuple[StatusUnit, ...]


def show_status(ruang: Ruang, tahun: int | None, tribulan: int | None) -> HasilStatus:
    """Return how every unit stands for one tribulan, or for all four."""
    pengaturan, rencana = load_rencana(ruang, tahun)
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        accepted = {
            (x.unit, x.tribulan): x
            for x in db.register(rencana.tahun)
            if x.status is StatusSetoran.DITERIMA
        }
        refused = {(x.unit, x.tribulan): x for x in db.refusals(rencana.tahun)}
    rows = []
    for ke in (tribulan,) if tribulan else TRIBULAN:
        for unit in rencana.unit:
            if not rencana.indicators_of(unit.kode):
                continue
            got, denied = accepted.get((unit.kode, ke)), refused.get((unit.kode, ke))
            if got is not None:
                row = StatusUnit(
                    unit.kode, unit.nama, ke, Keadaan.DITERIMA, got.waktu, got.berkas, got.versi
                )
            elif denied is not None:
                row = StatusUnit(
                    unit.kode, unit.nama, ke, Keadaan.DITOLAK, denied.waktu, denied.berkas
                )
            else:
                row = StatusUnit(unit.kode, unit.nama, ke, Keadaan.BELUM_MASUK)
            rows.append(row)
    return HasilStatus(pengaturan, rencana.tahun, tribulan, tuple(rows))
