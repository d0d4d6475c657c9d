"""kinerja status: who has handed in what, when, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kinerja_cli.adapter.basisdata import RegisterSetoran, StatusSetoran, open_register
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.wajib_lapor import WajibLapor, keep_wajib, recall_wajib
from kinerja_cli.domain.status import Keadaan, StatusUnit
from kinerja_cli.domain.tribulan import TRIBULAN

if TYPE_CHECKING:  # importing it would take as long as the whole command
    from kinerja_cli.domain.rencana import Rencana


@dataclass(frozen=True, slots=True)
class HasilStatus:
    """How every unit stands, in plan order, tribulan by tribulan; `ditutup` take no more."""

    tahun: int
    tribulan: int | None
    unit: tuple[StatusUnit, ...]
    ditutup: frozenset[int]


def show_status(ruang: Ruang, tahun: int | None, tribulan: int | None) -> HasilStatus:
    """Return how every unit stands for one tribulan, or for all four."""
    wajib = recall_wajib(ruang, tahun) or _read_wajib(ruang, tahun)
    with open_register(ruang.basisdata) as db:
        catatan = _Catatan(db, wajib.tahun)
        ditutup = db.closed_tribulan(wajib.tahun)
    rows = catatan.status_of(wajib.unit, (tribulan,) if tribulan else TRIBULAN)
    return HasilStatus(wajib.tahun, tribulan, rows, ditutup)


def _read_wajib(ruang: Ruang, tahun: int | None) -> WajibLapor:
    """Read the plan; raises KinerjaError where it still has a galat."""
    from kinerja_cli.alur.rencana import load_rencana  # noqa: PLC0415 - see above

    pengaturan, rencana = load_rencana(ruang, tahun)
    wajib = WajibLapor(pengaturan.tahun, rencana.tahun, units_due(rencana))
    keep_wajib(ruang, wajib)
    return wajib


def units_due(rencana: Rencana) -> dict[str, str]:
    """Return the units that owe figures, code and name, in plan order."""
    return {x.kode: x.nama for x in rencana.unit if rencana.indicators_of(x.kode)}


def unit_status(
    db: RegisterSetoran, rencana: Rencana, tribulan: Sequence[int]
) -> tuple[StatusUnit, ...]:
    """Return how every unit that owes figures stands, tribulan by tribulan in plan order."""
    return _Catatan(db, rencana.tahun).status_of(units_due(rencana), tribulan)


class _Catatan:
    """What the store knows of every unit and tribulan of a year."""

    def __init__(self, db: RegisterSetoran, tahun: int) -> None:
        self.accepted = {
            (x.unit, x.tribulan): x
            for x in db.register(tahun)
            if x.status is StatusSetoran.DITERIMA
        }
        self.refused = {(x.unit, x.tribulan): x for x in db.refusals(tahun)}
        self.temuan = db.count_temuan(tahun)

    def status_of(self, unit: dict[str, str], tribulan: Sequence[int]) -> tuple[StatusUnit, ...]:
        """Return how these units stand, tribulan by tribulan."""
        return tuple(self._one(kode, nama, ke) for ke in tribulan for kode, nama in unit.items())

    def _one(self, kode: str, nama: str, ke: int) -> StatusUnit:
        key = (kode, ke)
        got, denied = self.accepted.get(key), self.refused.get(key)
        status = StatusUnit(kode, nama, ke, Keadaan.BELUM_MASUK)
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
