"""Runs the program under limits: what it keeps there, every file that it reads keeps."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Jalan

if sys.platform != "win32":  # the module is not there; nor are the tests that need it
    import resource

PROGRAM_SENDIRI = 120 * 1024 * 1024
"""Address space that the program takes for itself, openpyxl loaded."""
MEMORI_TERBANYAK = PROGRAM_SENDIRI + 500 * 1024 * 1024
DETIK_TERBANYAK = 10.0

hanya_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="no limit on a process's memory can be set there"
)


def run_terbatas(ruang: Path, *argv: str | Path) -> Jalan:
    """Run `kinerja …` in a process that ends where it takes more memory or time than it may."""
    before = _seconds_used()
    run = subprocess.run(
        [sys.executable, "-m", "kinerja_cli", *map(str, argv)],
        cwd=ruang,
        # Each thread of numpy's, which openpyxl loads, reserves address space of its own.
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        check=False,
        timeout=6 * DETIK_TERBANYAK,  # one that hangs uses no processor
        preexec_fn=_limit_memory,
    )
    assert _seconds_used() - before < DETIK_TERBANYAK
    return Jalan(run.returncode, run.stdout.decode(), run.stderr.decode())


def _seconds_used() -> float:
    """Return what ended processes, and theirs, took of a processor; other tests run beside them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORI_TERBANYAK, MEMORI_TERBANYAK))
