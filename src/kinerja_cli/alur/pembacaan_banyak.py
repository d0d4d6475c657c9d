"""Many files at once: here, in a pool of processes, or through any other executor.

A pool costs about 0,15 s to start (Windows knows only spawn), so a kecamatan's files never wait
for one. Results come in the order of the files whatever the workers do; a worker that dies is a
finding on the one file that killed it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from kinerja_cli.adapter.klaster import Klaster, open_klaster
from kinerja_cli.adapter.titipan import Penitipan, Titipan
from kinerja_cli.adapter.tumpukan import Kemasan, pack
from kinerja_cli.adapter.tunggu import await_result, go_on_waiting
from kinerja_cli.alur.kolam import count_pekerja, load_reader, make_kolam, open_kolam, submit
from kinerja_cli.alur.pembacaan import Calon, read_calon
from kinerja_cli.alur.perbaikan import Pengembalian, send_back
from kinerja_cli.alur.rencana import RencanaDimuat
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.rencana import Rencana
from kinerja_cli.domain.temuan import Tempat, Temuan, has_galat

POTONGAN = 16
"""Files per message to a worker: fewer messages, and still an even end."""

ANTREAN = 256
"""Messages under way at most: enough for every worker, and no more results than that wait."""


@dataclass(frozen=True, slots=True)
class Patokan:
    """What every file is checked against; `known` are sha256 that need no reading."""

    known: Collection[str]
    dimuat: RencanaDimuat

    @property
    def rencana(self) -> Rencana:
        """Return the plan."""
        return self.dimuat.rencana

    @property
    def pengaturan(self) -> Pengaturan:
        """Return the settings."""
        return self.dimuat.pengaturan


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
    """Yield every file read and checked, in order; `pekerja` None: one per core where it pays."""
    with (
        open_kolam(count_pekerja(len(sumber), pekerja)) as kolam,
        gather_regu(kolam, patokan) as regu,
        begin_reading(sumber, patokan, regu) as bacaan,
    ):
        yield from (x.kemasan.open() for x in bacaan)


@contextmanager
def begin_reading(
    sumber: Sequence[Sumber],
    patokan: Patokan,
    regu: Regu | None = None,
    klaster: str | None = None,
) -> Iterator[Iterator[Terbaca]]:
    """Have every file read and checked, in order; what nobody has begun at the end is left.

    `regu` are processes that do it, `klaster` is the address of a scheduler whose workers do:
    they have the first files at once, before somebody asks for one. Without either this process
    reads a file when it is asked for. Raises KinerjaError where a cluster cannot.
    """
    with ExitStack() as stack:
        if klaster is not None:
            pelaksana = _hire(stack.enter_context(open_klaster(klaster)), sumber, patokan)
        elif regu is not None:
            pelaksana = Pelaksana(regu.kolam, regu.titipan)
        else:
            yield (_read(x, patokan) for x in sumber)
            return
        antrean = stack.enter_context(closing(Antrean(pelaksana, sumber, patokan)))
        antrean.hand_out()
        yield iter(antrean)


def _hire(klaster: Klaster, sumber: Sequence[Sumber], patokan: Patokan) -> Pelaksana:
    if sumber:
        klaster.check_sees(sumber[0].path)
    return Pelaksana(klaster.executor, klaster.keep(patokan), klaster.mati, klaster.await_worker)


class Antrean:
    """Files that an executor reads and checks: going through it yields them in order.

    The files of a chunk whose worker died are read here, in a process of their own.
    """

    def __init__(self, pelaksana: Pelaksana, sumber: Sequence[Sumber], patokan: Patokan) -> None:
        """Hand out nothing yet."""
        self._pelaksana = pelaksana
        self._belum = (sumber[i : i + POTONGAN] for i in range(0, len(sumber), POTONGAN))
        self._berjalan: deque[tuple[Sequence[Sumber], Future[list[Terbaca]]]] = deque()
        self._terpisah = _Terpisah(patokan)

    def __iter__(self) -> Iterator[Terbaca]:
        """Yield what was read, and hand out the next files meanwhile."""
        while self._berjalan:
            yield from self._result(*self._berjalan.popleft())
            self.hand_out()

    def close(self) -> None:
        """Leave what is still waiting: also on Ctrl-C nothing of that is begun."""
        for _, future in self._berjalan:
            future.cancel()
        self._terpisah.close()

    def hand_out(self) -> None:
        """Have as many chunks under way as may be."""
        for chunk in islice(self._belum, ANTREAN - len(self._berjalan)):
            self._berjalan.append((chunk, self._submit(chunk)))

    def _submit(self, chunk: Sequence[Sumber]) -> Future[list[Terbaca]]:
        pelaksana = self._pelaksana
        try:
            return submit(pelaksana.executor, _read_chunk, chunk, pelaksana.patokan)
        except pelaksana.mati as error:  # its turn comes when the chunks before it are read
            lost: Future[list[Terbaca]] = Future()
            lost.set_exception(error)
            return lost

    def _result(self, chunk: Sequence[Sumber], future: Future[list[Terbaca]]) -> Iterator[Terbaca]:
        try:
            yield from await_result(future, self._pelaksana.jaga)
        except self._pelaksana.mati:
            yield from (self._terpisah.read(x) for x in chunk)


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
