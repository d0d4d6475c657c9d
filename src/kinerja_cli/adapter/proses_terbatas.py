"""A function that runs in a process of its own: there it may hang, fill memory or die.

Only foreign libraries on foreign files need it. A time limit holds on every system; memory is
limited where the system can do it (Linux), and elsewhere by what the time allows.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Generic, ParamSpec, Self, TypeVar

BATAS_MULAI = 60.0
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Batas:
    """What one call may cost: seconds, and bytes beyond what the process has when it is ready."""

    detik: float
    memori: int = 512 * _MIB


BATAS = Batas(5.0)
"""A unit's workbook takes a quarter of a second, a slow laptop a few times that."""

P = ParamSpec("P")
T = TypeVar("T")


class ProsesTerbatas(Generic[P, T]):
    """Runs one function, call after call; a call that breaks its limits has no result.

    `muat` loads the function there, so that this process need not. The process is begun by the
    first call, and anew after one that broke it.
    """

    def __init__(self, muat: Callable[[], Callable[P, T]], batas: Batas = BATAS) -> None:
        """Begin nothing yet."""
        self._muat, self._batas = muat, batas
        self._proses: multiprocessing.process.BaseProcess | None = None
        self._ujung: Connection | None = None

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """End the process."""
        self._end()

    def call(self, *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Return what the function returns, None where it took too long, too much, or died.

        What it raises is raised here.
        """
        try:
            jawaban = self._ask(args, kwargs)
        except (EOFError, OSError):  # nobody at the other end of the pipe
            jawaban = None
        if jawaban is None:
            self._end()
            return None
        hasil, galat = jawaban
        if galat is not None:
            raise galat
        return hasil

    def _ask(self, *masukan: object) -> tuple[T, Exception | None] | None:
        ujung = self._ujung or self._begin()
        ujung.send(masukan)
        return ujung.recv() if ujung.poll(self._batas.detik) else None

    def _begin(self) -> Connection:
        """Start the process and wait until it is ready: loading does not count as work."""
        spawn = multiprocessing.get_context("spawn")
        self._ujung, lain = spawn.Pipe()
        self._proses = spawn.Process(
            target=_serve, args=(lain, self._muat, self._batas.memori), daemon=True
        )
        self._proses.start()
        lain.close()
        if self._ujung.poll(BATAS_MULAI):
            self._ujung.recv()
        return self._ujung

    def _end(self) -> None:
        if self._ujung is not None:
            self._ujung.close()
        if self._proses is not None:
            self._proses.kill()
            self._proses.join()
        self._ujung = self._proses = None


def _serve(ujung: Connection, muat: Callable[[], Callable[..., object]], memori: int) -> None:
    """Answer calls until nobody asks; memory that runs out ends the process without a word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asked
    fungsi = muat()
    gc.freeze()  # what was loaded stays: nobody has to look through it again and again
    _limit_memory(memori)
    ujung.send(None)
    while True:
        try:
            args, kwargs = ujung.recv()
            ujung.send(_answer(fungsi, args, kwargs))
        except (EOFError, MemoryError):
            return


def _answer(
    fungsi: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]
) -> tuple[object, Exception | None]:
    try:
        return fungsi(*args, **kwargs), None
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - raised again where the call was made
        return None, error


def _limit_memory(tambahan: int) -> None:
    """Let this process grow by so many bytes and no more, where the system keeps such a limit."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - Windows has no such module

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = pages * resource.getpagesize() + tambahan
        resource.setrlimit(
            resource.RLIMIT_AS, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard)
        )
