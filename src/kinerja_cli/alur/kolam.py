"""Processes of this computer that read beside this one, begun before there is anything to read.

Windows knows only spawn: a process takes 0,3 s until it has loaded the reader, and meanwhile this
one reads the plan.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

CUKUP_BANYAK = 100
"""From here on the pool's start is paid back (measured: docs/kinerja-program.md)."""

PEKERJA_TERBANYAK = 60
"""Windows waits for at most 61 processes at once."""

MENGALAH = 5
"""How far a process yields to the one that asked it."""


def count_pekerja(berkas: int, diminta: int | None) -> int:
    """Return how many processes read so many files: as asked, else one per core where it pays."""
    wanted = diminta or (os.cpu_count() or 1 if berkas >= CUKUP_BANYAK else 1)
    return min(wanted, PEKERJA_TERBANYAK)


@contextmanager
def open_kolam(pekerja: int) -> Iterator[ProcessPoolExecutor | None]:
    """Begin so many processes; None where one is enough, for that is this one."""
    if pekerja == 1:
        yield None
        return
    kolam = make_kolam(pekerja)
    try:
        for _ in range(pekerja):
            submit(kolam, load_reader)
        yield kolam
    finally:
        _let_end(kolam)


def _let_end(kolam: ProcessPoolExecutor) -> None:
    """Wait for what is under way; whoever presses Ctrl-C meanwhile waits for nothing more.

    A pool whose end was interrupted would never end: its processes wait for their next call.
    """
    try:
        kolam.shutdown()
    except KeyboardInterrupt:
        end_processes()
        raise


def make_kolam(pekerja: int) -> ProcessPoolExecutor:
    """Return a pool none of whose processes has begun."""
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(pekerja, spawn, initializer=begin)


def begin() -> None:
    """Prepare a process: it yields to whoever asked, who decides and writes on what it hands over.

    Without that three processes share two cores evenly, and all wait for the one that decides: a
    tenth of the time of `kinerja himpun`. Python has no such call on Windows.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asked
    if sys.platform != "win32":
        os.nice(MENGALAH)


def end_processes() -> None:
    """End the processes that this one began: nobody waits for what they make."""
    for process in multiprocessing.active_children():
        process.terminate()


def load_reader() -> None:
    """Load what a process needs to read files and to write what came in together."""
    from kinerja_cli.adapter import himpunan_xlsx  # noqa: F401, PLC0415 - not in this process
    from kinerja_cli.alur import himpunan  # noqa: F401, PLC0415 - it uses this module


def submit(
    executor: Executor, fungsi: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> Future[T]:
    """Hand a call to an executor; raises what it raises where nobody takes it."""
    with _ctrl_c_held():
        return executor.submit(fungsi, *args, **kwargs)


@contextmanager
def _ctrl_c_held() -> Iterator[None]:
    """Keep Ctrl-C from processes that are started meanwhile, and for this one until afterwards.

    Windows cannot; there a worker hears it until it has begun.
    """
    if sys.platform == "win32":
        yield
        return
    # Starting it ends with Ctrl-C let through again, whatever was held before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
