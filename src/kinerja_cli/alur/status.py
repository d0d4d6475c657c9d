"""kinerja status: who has handed in what, when, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from kinerja_cli.adapter.basisdata import Basisdata, StatusSetoran, open_basisdata
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.rencana import TRIBULAN, Unit


class Keadaan(Enum):
    """How a unit stands for one tribulan; the value is the word in the JSON contract."""

    BELUM_MASUK = "belum masuk"
    DITOLAK = "ditolak"
    DITERIMA = "diterima"


@dataclass(frozen=True, slots=True)
class StatusUnit:
    """One unit in one tribulan.

    `versi` counts its accepted workbooks, 0 when none was: above 1, earlier ones were replaced.
    `temuan` counts findings on the one in force, or galat of the refused one. `ditolak_pada` is
    when a workbook was last refused, also after one was accepted.
    """

    unit: str
    nama: str
    tribulan: int
    keadaan: Keadaan
    waktu: datetime | None = None
    berkas: str | None = None
    versi: int = 0
    temuan: int = 0
    ditolak_pada: datetime | None = None


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
        catatan = _Catatan(db, rencana.tahun)
        ditutup = db.closed_tribulan(rencana.tahun)
    units = [x for x in rencana.unit if rencana.indicators_of(x.kode)]
    rows = tuple(
        catatan.status_of(unit, ke)
        for ke in ((tribulan,) if tribulan else TRIBULAN)
        for unit in units
    )
    return HasilStatus(pengaturan, rencana.tahun, tribulan, rows, ditutup)


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
