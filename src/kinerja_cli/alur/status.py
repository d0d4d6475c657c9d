"""kinerja status: who has handed in what, when, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kinerja_cli.adapter.basisdata import Basisdata, StatusSetoran, open_basisdata
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.rencana import TRIBULAN, Rencana, Unit
from kinerja_cli.domain.status import Keadaan, StatusUnit


@dataclass(frozen=True, slots=True)
class HasilStatus:
    """How every unit stands, in plan order, tribulan by tribulan; `ditutup` take no more."""

    pengaturan: Pengaturan
    tahun: int
    tribulan: int | None
    unit: tuple[StatusUnit, ...]
    ditutup: frozenset[int]


def show_status(ruang: Ruang, tahun: int | None, tribulan: int | None) -> HasilStatus:
    """Return how every unit stands for one tribulan, or for all four."""
    pengaturan, rencana = load_rencana(ruang, tahun)
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        rows = unit_status(db, rencana, (tribulan,) if tribulan else TRIBULAN)
        ditutup = db.closed_tribulan(rencana.tahun)
    return HasilStatus(pengaturan, rencana.tahun, tribulan, rows, ditutup)


def unit_status(db: Basisdata, rencana: Rencana, tribulan: Sequence[int]) -> tuple[StatusUnit, ...]:
    """Return how every unit that owes figures stands, tribulan by tribulan in plan order."""
    catatan = _Catatan(db, rencana.tahun)
    units = [x for x in rencana.unit if rencana.indicators_of(x.kode)]
    return tuple(catatan.status_of(unit, ke) for ke in tribulan for unit in units)


class _Catatan:
    """What the store knows of every unit and tribulan of a year."""

    def __init__(self, db: Basisdata, tahun: int) -> None:
        self.accepted = {
            (x.unit, x.tribulan): x
            for x in db.register(tahun)
            if x.status is StatusSetoran.DITERIMA
        }
        self.refused = {(x.unit, x.tribulan): x for x in db.refusals(tahun)}
        self.temuan = db.count_temuan(tahun)

    def status_of(self, unit: Unit, ke: int) -> StatusUnit:
        key = (unit.kode, ke)
        got, denied = self.accepted.get(key), self.refused.get(key)
        status = StatusUnit(unit.kode, unit.nama, ke, Keadaan.BELUM_MASUK)
        if denied is not None:
            status = replace(
                status,
                keadaan=Keadaan.DITOLAK,
                waktu=denied.waktu,
                berkas=denied.berkas,
                temuan=denied.galat,
                ditolak_pada=denied.waktu,
            )
        if got is None:
            return status
        later = denied.waktu if denied is not None and denied.waktu > got.waktu else None
        return replace(
            status,
            keadaan=Keadaan.DITERIMA,
            waktu=got.waktu,
            berkas=got.berkas,
            versi=got.versi,
            temuan=self.temuan.get(key, 0),
            ditolak_pada=later,
        )
