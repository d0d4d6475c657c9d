"""Measures the program beside its peers in one run: python bench/ukur.py [banyak unit].

Ratios count, not milliseconds: both sides run on the same machine, one after the other.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from banding import read_with_calamine, read_with_pandas, write_with_openpyxl
from kinerja_cli.adapter.format_unit import build_format
from kumpulan import DIBUAT, make_rencana, write_filled, write_workspace

KINERJA = [sys.executable, "-m", "kinerja_cli"]
ULANG = 5
UTUH = 10_000
"""Bytes that a whole workbook has and a torn one has not: peers cannot read torn ones."""


def seconds(kerja: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    kerja()
    return time.perf_counter() - start


def run(*argv: str, di: Path) -> tuple[float, float]:
    """Run the program and return its seconds and its own peak memory in MB."""
    code = (
        "import resource, sys\nfrom kinerja_cli.cli import main\n"
        f"try:\n    main({list(argv)!r})\nexcept SystemExit:\n    pass\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=di, capture_output=True, text=True, check=True
    )
    return time.perf_counter() - start, int(done.stderr.split()[-1]) / 1024


def start(argv: Sequence[str], di: Path) -> None:
    """Run a program to its end, what it prints aside."""
    subprocess.run(argv, cwd=di, check=True, stdout=subprocess.DEVNULL)


def median_start(argv: Sequence[str], di: Path) -> float:
    """Return the median seconds of starting a program some times."""
    return statistics.median(seconds(lambda: start(argv, di)) for _ in range(3 * ULANG))


def fresh(akar: Path) -> None:
    """Forget what an earlier run collected."""
    for nama in (".kinerja", "laporan", "perbaikan"):
        shutil.rmtree(akar / nama, ignore_errors=True)


def show(apa: str, nilai: str, banding: str = "") -> None:
    """Print one row of the table."""
    print(f"| {apa:<44} | {nilai:>14} | {banding:<34} |")


def measure_start(akar: Path) -> None:
    """Start-up against an empty Python."""
    empty = median_start([sys.executable, "-c", "pass"], akar)
    for argv in (["--help"], ["status"]):
        took = median_start([*KINERJA, *argv], akar)
        show(f"kinerja {argv[0]}", f"{took * 1000:.0f} ms", f"{took / empty:.1f} x python -c pass")


def measure_writing(unit: int) -> None:
    """Writing forms against openpyxl with styles."""
    rencana = make_rencana(unit)
    pengaturan = write_workspace(Path(tempfile.mkdtemp()) / "r", rencana)
    kode = [x.kode for x in rencana.unit]
    ours = seconds(lambda: [build_format(rencana, pengaturan, x, 1, DIBUAT) for x in kode])
    with tempfile.TemporaryDirectory() as folder:

        def write_all() -> None:
            for nama in kode:
                write_with_openpyxl(rencana, nama, Path(folder, f"{nama}.xlsx"))

        peer = seconds(write_all)
    speed = f"{peer / ours:.1f} x lebih cepat dari openpyxl"
    show(f"buat-format {unit}", f"{ours / unit * 1000:.1f} ms/buku", speed)


def measure_collecting(akar: Path, unit: int, cacat: float) -> None:
    """Collecting against only reading: the pandas loop, and bare calamine as the floor."""
    rencana = make_rencana(unit)
    pengaturan = write_workspace(akar, rencana)
    write_filled(akar, rencana, pengaturan, 1, cacat)
    berkas = sorted((akar / "masuk").rglob("*.xlsx"))
    sample = [x for x in berkas if x.stat().st_size > UTUH][:200]
    peer = seconds(lambda: read_with_pandas(sample)) / len(sample)
    floor = seconds(lambda: read_with_calamine(sample)) / len(sample)
    name = f"himpun {unit}, {cacat:.0%} cacat"
    one = 0.0
    for label, pilihan in (("satu proses", ["--proses", "1"]), ("semua inti", [])):
        fresh(akar)
        took, memory = run("himpun", "--json", *pilihan, di=akar)
        each = took / unit
        one = one or each
        speed = f"{peer / each:.1f} x pandas; {one / each:.2f} x satu proses"
        show(f"{name}, {label}", f"{each * 1000:.1f} ms/buku", f"{speed}; {memory:.0f} MB")
    show("  pandas.read_excel (hanya membaca)", f"{peer * 1000:.1f} ms/buku")
    show("  python-calamine (hanya membaca)", f"{floor * 1000:.1f} ms/buku")


def measure_analysing(akar: Path) -> None:
    """Analysing what was collected."""
    took, memory = run("analisis", di=akar)
    found = json.loads(
        subprocess.run(
            [*KINERJA, "analisis", "--json"], cwd=akar, capture_output=True, check=True
        ).stdout
    )
    show(f"analisis {len(found['indikator'])} indikator", f"{took:.1f} s", f"{memory:.0f} MB")


def measure_example() -> None:
    """The example's draft."""
    akar = Path(tempfile.mkdtemp()) / "contoh"
    start([*KINERJA, "mulai", str(akar), "--contoh"], akar.parent)
    run("himpun", di=akar)
    took, memory = run("lakip", di=akar)
    show("lakip contoh", f"{took:.1f} s", f"{memory:.0f} MB")
    measure_start(akar)


def main() -> None:
    """Print one table of measurements."""
    unit = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    cores = os.cpu_count()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, {cores} inti, ", end="")
    print(f"Python {platform.python_version()}\n")
    show("apa", "waktu", "perbandingan")
    show("-" * 44, "-" * 14, "-" * 34)
    measure_example()
    measure_writing(min(unit, 600))
    for cacat in (0.0, 0.1):
        akar = Path(tempfile.mkdtemp()) / "ruang"
        measure_collecting(akar, unit, cacat)
        if not cacat:
            measure_analysing(akar)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
