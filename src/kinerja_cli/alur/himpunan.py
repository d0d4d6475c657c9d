"""The merged workbooks of a run: made by the processes that read, where there are any."""

from __future__ import annotations

import contextlib
import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass
from datetime import datetime

from kinerja_cli.adapter.basisdata import Basisdata
from kinerja_cli.adapter.bukti import bukti_keluaran
from kinerja_cli.adapter.himpunan_xlsx import Himpunan, Masukan, build_himpunan_xlsx
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.titipan import Titipan
from kinerja_cli.alur.kolam import await_result, submit
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
    masuk: Mapping[str, Masukan]
    dibuat: datetime
    status: tuple[StatusUnit, ...]
    temuan: Sequence[Temuan]

    def build(self, rencana: Rencana, pengaturan: Pengaturan) -> bytes:
        """Return the workbook."""
        isi = Himpunan(rencana, pengaturan, self.tribulan, self.masuk, self.dibuat, self.status)
        return build_himpunan_xlsx(isi, self.temuan)


def write_himpunan(
    lingkup: Lingkup, db: Basisdata, tribulan: Sequence[int], regu: Regu | None
) -> tuple[Keluaran, ...]:
    """Write the merged workbooks of these tribulan, and note the step in the register."""
    laporan, tahun = lingkup.ruang.laporan, lingkup.rencana.tahun
    made = _build((_gather(lingkup, db, ke) for ke in tribulan), lingkup, regu)
    written = tuple(
        write_keluaran(lingkup.ruang, db, laporan / f"himpunan-{tahun}-TW{ke}.xlsx", isi)
        for ke, isi in zip(tribulan, made, strict=True)
    )
    if written:
        _note_step(lingkup, db, tribulan, written)
    return written


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
    berkas = {x.unit: x.berkas or "" for x in status}
    masuk = {x.unit: Masukan(x, berkas[x.unit]) for x in db.valid_setoran(rencana.tahun, tribulan)}
    temuan = db.standing_temuan(rencana.tahun, tribulan)
    return Bahan(tribulan, masuk, lingkup.sekarang, status, temuan)


def _build(bahan: Iterable[Bahan], lingkup: Lingkup, regu: Regu | None) -> Iterator[bytes]:
    """Yield the workbooks in order, each made by another process where there are any."""
    if regu is None:
        yield from (x.build(lingkup.rencana, lingkup.pengaturan) for x in bahan)
        return
    asked = deque(_ask(regu, x) for x in bahan)
    while asked:
        yield _answer(*asked.popleft(), lingkup)


def _ask(regu: Regu, bahan: Bahan) -> tuple[bytes, Future[bytes] | None]:
    """Have a workbook made; return what it is made from, packed.

    Packed, it takes little memory until the answer comes. Packed here, nothing of it changes
    meanwhile: the pool would do it in a thread of its own, later.
    """
    packed = pickle.dumps(bahan, pickle.HIGHEST_PROTOCOL)
    try:
        return packed, submit(regu.kolam, _build_packed, packed, regu.titipan)
    except BrokenExecutor:  # a file ended one of its processes
        return packed, None


def _build_packed(packed: bytes, titipan: Titipan[Patokan]) -> bytes:
    patokan = titipan.take()
    return _unpack(packed).build(patokan.rencana, patokan.pengaturan)


def _unpack(packed: bytes) -> Bahan:
    bahan: Bahan = pickle.loads(packed)  # noqa: S301 - packed by the process that asks
    return bahan


def _answer(packed: bytes, made: Future[bytes] | None, lingkup: Lingkup) -> bytes:
    """Return what the other process made; where it could not, make it here."""
    with contextlib.suppress(BrokenExecutor):
        if made is not None:
            return await_result(made)
    return _unpack(packed).build(lingkup.rencana, lingkup.pengaturan)
