"""The merged workbooks of a run: made by the processes that read, where there are any."""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field
from datetime import datetime

from kinerja_cli.adapter.basisdata import Basisdata, SetoranTersimpan
from kinerja_cli.adapter.bukti import bukti_keluaran
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.titipan import Titipan
from kinerja_cli.adapter.tunggu import await_result
from kinerja_cli.alur.kolam import submit
from kinerja_cli.alur.pembacaan_banyak import Patokan, Regu
from kinerja_cli.alur.penerimaan import Lingkup
from kinerja_cli.alur.status import unit_status, units_due
from kinerja_cli.alur.tahap import note_step
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.rencana import ROMAWI, TRIBULAN, Rencana
from kinerja_cli.domain.status import StatusUnit
from kinerja_cli.domain.tahap import CatatanTahap, keadaan_program
from kinerja_cli.domain.temuan import Temuan

LANGKAH = 3
"""The step of the SOP that this carries out."""


@dataclass(frozen=True, slots=True)
class Bahan:
    """What one workbook is made from, beside the plan that every process has."""

    tribulan: int
    setoran: Sequence[SetoranTersimpan]
    dibuat: datetime
    status: tuple[StatusUnit, ...]
    temuan: Sequence[Temuan]

    def build(self, rencana: Rencana, pengaturan: Pengaturan) -> bytes:
        """Return the workbook."""
        # A process that has others build does without what writes it, an eighth of a second.
        from kinerja_cli.adapter.himpunan_xlsx import (  # noqa: PLC0415
            Himpunan,
            Masukan,
            build_himpunan_xlsx,
        )

        berkas = {x.unit: x.berkas or "" for x in self.status}
        masuk = {x.unit: Masukan(x.open(), berkas[x.unit]) for x in self.setoran}
        isi = Himpunan(rencana, pengaturan, self.tribulan, masuk, self.dibuat, self.status)
        return build_himpunan_xlsx(isi, self.temuan)


@dataclass(frozen=True, slots=True)
class Diminta:
    """A workbook that was asked of another process; `hasil` is None where none took it.

    What it is made from stays packed: so it takes little memory until the answer comes.
    """

    bahan: bytes
    hasil: Future[bytes] | None = None


@dataclass(slots=True)
class PenyusunHimpunan:
    """Makes the merged workbooks of a run, each in another process where there are any."""

    lingkup: Lingkup
    db: Basisdata
    regu: Regu | None = None
    _diminta: dict[int, Diminta] = field(default_factory=dict)

    def begin(self, tribulan: int) -> None:
        """Have one made while this process goes on; nothing more may come for its tribulan."""
        if self.regu is not None:
            self._diminta[tribulan] = _ask(self.regu, _gather(self.lingkup, self.db, tribulan))

    def write(self, tribulan: Sequence[int]) -> tuple[Keluaran, ...]:
        """Write those of these tribulan, and note the step in the register."""
        lingkup, db = self.lingkup, self.db
        laporan, tahun = lingkup.ruang.laporan, lingkup.rencana.tahun
        # What nobody was asked for comes first: the others are being made meanwhile.
        made = {ke: self._build(ke) for ke in sorted(tribulan, key=lambda x: x in self._diminta)}
        written = tuple(
            write_keluaran(lingkup.ruang, db, laporan / f"himpunan-{tahun}-TW{ke}.xlsx", made[ke])
            for ke in tribulan
        )
        if written:
            _note_step(lingkup, db, tribulan, written)
        return written

    def _build(self, tribulan: int) -> bytes:
        asked = self._diminta.pop(tribulan, None)
        if asked is not None:
            return _answer(asked, self.lingkup)
        bahan = _gather(self.lingkup, self.db, tribulan)
        return bahan.build(self.lingkup.rencana, self.lingkup.pengaturan)


def _note_step(
    lingkup: Lingkup, db: Basisdata, tribulan: Sequence[int], laporan: Sequence[Keluaran]
) -> None:
    """Note the step in the register: it is done once all units of Tribulan IV are in."""
    last, tahun = TRIBULAN[-1], lingkup.rencana.tahun
    reported = db.reported(tahun)
    lengkap = all((x, last) in reported for x in units_due(lingkup.rencana))
    bukti = bukti_keluaran(lingkup.ruang, laporan)
    note = f"Tribulan {', '.join(ROMAWI[x] for x in tribulan)}"
    now = lingkup.sekarang
    keadaan = keadaan_program(last, lengkap=lengkap)
    note_step(db, tahun, CatatanTahap(LANGKAH, keadaan, now, now, bukti=bukti, catatan=note))


def _gather(lingkup: Lingkup, db: Basisdata, tribulan: int) -> Bahan:
    """Return what came in for a tribulan, and the findings that stand on it."""
    rencana = lingkup.rencana
    status = unit_status(db, rencana, (tribulan,))
    setoran = db.stored_setoran(rencana.tahun, tribulan)
    temuan = db.standing_temuan(rencana.tahun, tribulan)
    return Bahan(tribulan, setoran, lingkup.sekarang, status, temuan)


def _ask(regu: Regu, bahan: Bahan) -> Diminta:
    """Have a workbook made.

    Packed here, nothing of it changes meanwhile: the pool would do it in a thread, later.
    """
    packed = pickle.dumps(bahan, pickle.HIGHEST_PROTOCOL)
    try:
        return Diminta(packed, submit(regu.kolam, _build_packed, packed, regu.titipan))
    except BrokenExecutor:  # a file ended one of its processes
        return Diminta(packed)


def _build_packed(packed: bytes, titipan: Titipan[Patokan]) -> bytes:
    patokan = titipan.take()
    return _unpack(packed).build(patokan.rencana, patokan.pengaturan)


def _unpack(packed: bytes) -> Bahan:
    bahan: Bahan = pickle.loads(packed)  # noqa: S301 - packed by the process that asks
    return bahan


def _answer(diminta: Diminta, lingkup: Lingkup) -> bytes:
    """Return what the other process made; where it could not, make it here."""
    with contextlib.suppress(BrokenExecutor):
        if diminta.hasil is not None:
            return await_result(diminta.hasil)
    return _unpack(diminta.bahan).build(lingkup.rencana, lingkup.pengaturan)
