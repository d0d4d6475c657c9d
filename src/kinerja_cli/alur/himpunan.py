"""The merged workbooks of a run: every second one is made by a process beside this one."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeAlias

from kinerja_cli.adapter.basisdata import Basisdata
from kinerja_cli.adapter.bukti import bukti_keluaran
from kinerja_cli.adapter.himpunan_xlsx import Himpunan, Masukan, build_himpunan_xlsx
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.alur.kolam import submit
from kinerja_cli.alur.penerimaan import Lingkup
from kinerja_cli.alur.status import unit_status, units_due
from kinerja_cli.alur.tahap import note_step
from kinerja_cli.domain.rencana import ROMAWI, TRIBULAN
from kinerja_cli.domain.tahap import CatatanTahap, keadaan_program
from kinerja_cli.domain.temuan import Temuan

LANGKAH = 3
"""The step of the SOP that this carries out."""

Bahan: TypeAlias = tuple[Himpunan, Sequence[Temuan]]
"""What one workbook is made from."""


def write_himpunan(
    lingkup: Lingkup, db: Basisdata, tribulan: Sequence[int], kolam: ProcessPoolExecutor | None
) -> tuple[Keluaran, ...]:
    """Write the merged workbooks of these tribulan, and note the step in the register."""
    laporan, tahun = lingkup.ruang.laporan, lingkup.rencana.tahun
    made = _build((_gather(lingkup, db, ke) for ke in tribulan), kolam)
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
    isi = Himpunan(rencana, lingkup.pengaturan, tribulan, masuk, lingkup.sekarang, status)
    return isi, db.standing_temuan(rencana.tahun, tribulan)


def _build(bahan: Iterable[Bahan], kolam: ProcessPoolExecutor | None) -> Iterator[bytes]:
    """Yield the workbooks in order, two at a time where another process can make the second."""
    if kolam is None:
        yield from (build_himpunan_xlsx(*x) for x in bahan)
        return
    ordered = iter(bahan)
    for first in ordered:
        beside = [(x, _ask(kolam, x)) for x in islice(ordered, 1)]
        yield build_himpunan_xlsx(*first)
        yield from (_answer(*x) for x in beside)


def _ask(kolam: ProcessPoolExecutor, bahan: Bahan) -> Future[bytes] | None:
    # Packed here: the pool packs in a thread, while this one works with the same plan.
    packed = pickle.dumps(bahan, pickle.HIGHEST_PROTOCOL)
    try:
        return submit(kolam, _build_packed, packed)
    except BrokenExecutor:  # a file ended one of its processes
        return None


def _build_packed(bahan: bytes) -> bytes:
    return build_himpunan_xlsx(*pickle.loads(bahan))  # noqa: S301 - packed by the process that asks


def _answer(bahan: Bahan, made: Future[bytes] | None) -> bytes:
    """Return what the other process made; where it could not, make it here."""
    try:
        return made.result() if made else build_himpunan_xlsx(*bahan)
    except BrokenExecutor:
        return build_himpunan_xlsx(*bahan)
