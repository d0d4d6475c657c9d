"""Many files at once: here, in a pool of processes, or through any other executor.

A pool costs about 0,15 s to start (Windows knows only spawn), so a kecamatan's files never wait
for one. Results come in the order of the files whatever the workers do; a worker that dies is a
finding on the one file that killed it.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from kinerja_cli.adapter.klaster import open_klaster
from kinerja_cli.adapter.titipan import Penitipan, Titipan
from kinerja_cli.adapter.tumpukan import Kemasan, pack
from kinerja_cli.adapter.tunggu import await_result, go_on_waiting
from kinerja_cli.alur.kolam import load_reader, make_kolam, open_kolam, submit
from kinerja_cli.alur.pembacaan import Calon, read_calon
from kinerja_cli.alur.perbaikan import Pengembalian, send_back
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.rencana import Rencana
from kinerja_cli.domain.temuan import Tempat, Temuan, has_galat

CUKUP_BANYAK = 100
"""From here on the pool's start is paid back (measured: docs/kinerja-program.md)."""

POTONGAN = 16
"""Files per message to a worker: fewer messages, and still an even end."""

ANTREAN = 256
"""Messages under way at most: enough for every worker, and no more results than that wait."""

PEKERJA_TERBANYAK = 60
"""Windows waits for at most 61 processes at once."""


@dataclass(frozen=True, slots=True)
class Patokan:
    """What every file is checked against; `known` are sha256 that need no reading."""

    known: Collection[str]
    rencana: Rencana
    pengaturan: Pengaturan


@dataclass(frozen=True, slots=True)
class Terbaca:
    """A file that was read: packed there, for whoever collects them has enough to do.

    `kembali` is what goes back to the unit, as far as the file alone can tell.
    """

    kemasan: Kemasan[Calon]
    kembali: Pengembalian | None = None


@dataclass(frozen=True, slots=True)
class Regu:
    """Processes of this computer, and the Patokan that was left for all of them."""

    kolam: ProcessPoolExecutor
    titipan: Titipan[Patokan]


@contextmanager
def gather_regu(kolam: ProcessPoolExecutor | None, patokan: Patokan) -> Iterator[Regu | None]:
    """Leave what they need for the processes of a pool; None where there is none."""
    if kolam is None:
        yield None
        return
    with Penitipan(patokan) as penitipan:
        yield Regu(kolam, penitipan.titipan)


@dataclass(frozen=True, slots=True)
class Pelaksana:
    """An executor and how to work with it; its workers see the files under the same paths.

    `patokan` is handed to each call: the Patokan itself, what the executor turns into it on the
    way, or what was left for its workers. `mati` is what a call raises whose
    worker died. `jaga` is called while an answer is waited for; it raises where none can come.
    """

    executor: Executor
    patokan: Any
    mati: tuple[type[Exception], ...] = (BrokenExecutor,)
    jaga: Callable[[], None] = go_on_waiting


def read_all(
    sumber: Sequence[Sumber], patokan: Patokan, pekerja: int | None = None
) -> Iterator[Calon]:
    """Yield every file read and checked, in order, as `read_packed` reads them."""
    return (x.kemasan.open() for x in read_packed(sumber, patokan, pekerja))


def read_packed(
    sumber: Sequence[Sumber],
    patokan: Patokan,
    pekerja: int | None = None,
    klaster: str | None = None,
    regu: Regu | None = None,
) -> Generator[Terbaca, None, None]:
    """Yield every file read and checked, in order; `pekerja` None: one per core where it pays.

    `regu` are processes that were begun before. `klaster` is the address of a scheduler whose
    workers do it instead. Raises KinerjaError where they cannot, and where both ways are asked for.
    """
    if pekerja is not None and klaster is not None:
        message = "Pilih salah satu: --proses membaca di komputer ini, --klaster di komputer lain."
        raise KinerjaError(message)
    if klaster is not None:
        yield from _read_in_klaster(sumber, patokan, klaster)
        return
    if regu is not None:
        yield from read_through(Pelaksana(regu.kolam, regu.titipan), sumber, patokan)
        return
    with (
        open_kolam(count_pekerja(len(sumber), pekerja)) as kolam,
        gather_regu(kolam, patokan) as made,
    ):
        if made is None:
            yield from (_read(x, patokan) for x in sumber)
        else:
            yield from read_packed(sumber, patokan, regu=made)


def count_pekerja(berkas: int, diminta: int | None) -> int:
    """Return how many processes read so many files: as asked, else one per core where it pays."""
    wanted = diminta or (os.cpu_count() or 1 if berkas >= CUKUP_BANYAK else 1)
    return min(wanted, PEKERJA_TERBANYAK)


def read_through(
    pelaksana: Pelaksana, sumber: Sequence[Sumber], patokan: Patokan
) -> Iterator[Terbaca]:
    """Yield every file read and checked by an executor, in order.

    The files of a chunk whose worker died are read here, in a process of their own.
    """
    chunks = (sumber[i : i + POTONGAN] for i in range(0, len(sumber), POTONGAN))
    running: deque[tuple[Sequence[Sumber], Future[list[Terbaca]]]] = deque()
    with closing(_Terpisah(patokan)) as terpisah:
        try:
            for chunk in chunks:
                running.append((chunk, _submit(pelaksana, chunk)))
                if len(running) >= ANTREAN:
                    yield from _result(pelaksana, *running.popleft(), terpisah)
            while running:
                yield from _result(pelaksana, *running.popleft(), terpisah)
        finally:
            # Also on Ctrl-C: nothing that is still waiting is begun.
            for _, future in running:
                future.cancel()


def _submit(pelaksana: Pelaksana, chunk: Sequence[Sumber]) -> Future[list[Terbaca]]:
    try:
        return submit(pelaksana.executor, _read_chunk, chunk, pelaksana.patokan)
    except pelaksana.mati as error:  # before this chunk; its turn comes when the others are read
        lost: Future[list[Terbaca]] = Future()
        lost.set_exception(error)
        return lost


def _result(
    pelaksana: Pelaksana,
    chunk: Sequence[Sumber],
    future: Future[list[Terbaca]],
    terpisah: _Terpisah,
) -> Iterator[Terbaca]:
    try:
        yield from await_result(future, pelaksana.jaga)
    except pelaksana.mati:
        yield from (terpisah.read(x) for x in chunk)


def _read_in_klaster(sumber: Sequence[Sumber], patokan: Patokan, alamat: str) -> Iterator[Terbaca]:
    with open_klaster(alamat) as klaster:
        if sumber:
            klaster.check_sees(sumber[0].path)
        kept = klaster.keep(patokan)
        pelaksana = Pelaksana(klaster.executor, kept, klaster.mati, klaster.await_worker)
        yield from read_through(pelaksana, sumber, patokan)


class _Terpisah:
    """A process that reads files one at a time, begun anew after a file that ended it."""

    def __init__(self, patokan: Patokan) -> None:
        self._patokan = patokan
        self._kolam: ProcessPoolExecutor | None = None

    def read(self, sumber: Sumber) -> Terbaca:
        kolam = self._kolam = self._kolam or _begin_one()
        try:
            return submit(kolam, _read_chunk, [sumber], self._patokan).result()[0]
        except BrokenExecutor:
            self.close()
            stopped = Temuan(JenisTemuan.BERKAS_MENGHENTIKAN, Tempat(sumber.nama))
            calon = Calon(sumber, "", HasilPeriksa(None, (stopped,)))
            return Terbaca(pack(calon.urutan, calon))

    def close(self) -> None:
        if self._kolam is not None:
            self._kolam.shutdown()
        self._kolam = None


def _begin_one() -> ProcessPoolExecutor:
    """Return a process that is ready; where none begins, that is not the file's fault."""
    kolam = make_kolam(1)
    try:
        submit(kolam, load_reader).result()
    except BrokenExecutor as error:
        message = (
            "Proses pembaca tidak dapat dimulai di komputer ini: memori penuh, atau dicegah"
            " program keamanan. Tutup program lain, lalu ulangi; `himpun --proses 1` tidak"
            " memerlukannya."
        )
        raise KinerjaError(message) from error
    return kolam


def _read_chunk(sumber: Sequence[Sumber], patokan: Patokan | Titipan[Patokan]) -> list[Terbaca]:
    held = patokan.take() if isinstance(patokan, Titipan) else patokan
    return [_read(x, held) for x in sumber]


def _read(sumber: Sumber, patokan: Patokan) -> Terbaca:
    rencana, pengaturan = patokan.rencana, patokan.pengaturan
    calon = read_calon(sumber, patokan.known, rencana, pengaturan)
    temuan = calon.hasil.temuan if calon.hasil else ()
    refused = has_galat(temuan, pengaturan.tingkat)
    kembali = send_back(calon, temuan, rencana) if refused else None
    return Terbaca(pack(calon.urutan, calon), kembali)
