"""Many files at once: in this process, or in a pool of processes when there are enough to pay.

A pool costs about 0,15 s to start (Windows knows only spawn), so a kecamatan's files never wait
for one. Results come in the order of the files whatever the workers do; a worker that dies is a
finding on the one file that killed it.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from kinerja_cli.alur.pembacaan import Calon, read_calon
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.rencana import Rencana
from kinerja_cli.domain.temuan import Tempat, Temuan

CUKUP_BANYAK = 100
"""From here on the pool's start is paid back (measured: docs/kinerja-program.md)."""

POTONGAN = 16
"""Files per message to a worker: fewer messages, and still an even end."""

PEKERJA_TERBANYAK = 60
"""Windows waits for at most 61 processes at once."""


@dataclass(frozen=True, slots=True)
class Patokan:
    """What every file is checked against; `known` are sha256 that need no reading."""

    known: Collection[str]
    rencana: Rencana
    pengaturan: Pengaturan


def read_all(
    sumber: Sequence[Sumber], patokan: Patokan, pekerja: int | None = None
) -> Iterator[Calon]:
    """Yield every file read and checked, in order; `pekerja` None: one per core where it pays."""
    workers = pekerja or (os.cpu_count() or 1 if len(sumber) >= CUKUP_BANYAK else 1)
    if workers == 1:
        yield from (_read(x, patokan) for x in sumber)
    else:
        yield from _read_in_pool(sumber, patokan, min(workers, PEKERJA_TERBANYAK))


def _read(sumber: Sumber, patokan: Patokan) -> Calon:
    return read_calon(sumber, patokan.known, patokan.rencana, patokan.pengaturan)


def _read_in_pool(sumber: Sequence[Sumber], patokan: Patokan, pekerja: int) -> Iterator[Calon]:
    chunks = [sumber[i : i + POTONGAN] for i in range(0, len(sumber), POTONGAN)]
    pool = _open_pool(patokan, pekerja)
    try:
        futures = [pool.submit(_read_chunk, chunk) for chunk in chunks]
        for chunk, future in zip(chunks, futures, strict=True):
            yield from _result(future, chunk, patokan)
    finally:
        # Also on Ctrl-C: nothing that is still waiting is begun.
        pool.shutdown(cancel_futures=True)


def _open_pool(patokan: Patokan, pekerja: int) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(pekerja, spawn, initializer=_prepare, initargs=(patokan,))


def _result(
    future: Future[list[Calon]], chunk: Sequence[Sumber], patokan: Patokan
) -> Iterator[Calon]:
    """Yield a chunk's results; where its pool broke, read its files each in a process alone."""
    try:
        yield from future.result()
    except BrokenProcessPool:
        yield from (_read_alone(x, patokan) for x in chunk)


def _read_alone(sumber: Sumber, patokan: Patokan) -> Calon:
    try:
        with _open_pool(patokan, 1) as pool:
            return pool.submit(_read_chunk, [sumber]).result()[0]
    except BrokenProcessPool:
        stopped = Temuan(JenisTemuan.BERKAS_MENGHENTIKAN, Tempat(sumber.nama))
        return Calon(sumber, "", HasilPeriksa(None, (stopped,)))


_patokan: list[Patokan] = []
"""What this worker process checks against, sent once when it starts."""


def _prepare(patokan: Patokan) -> None:
    _patokan[:] = [patokan]


def _read_chunk(sumber: Sequence[Sumber]) -> list[Calon]:
    return [_read(x, _patokan[0]) for x in sumber]
