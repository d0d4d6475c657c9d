"""Measures the program beside its peers in one run and prints docs/kinerja-program.md.

Ratios count, not milliseconds: what is compared runs in turn on the same machine.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from banding import read_with_calamine, read_with_ours, read_with_pandas, write_with_openpyxl
from halaman import Batas, Ukuran, number, render
from kumpulan import CACAT, make_rencana, spoil, write_filled, write_workspace

KINERJA = (sys.executable, "-m", "kinerja_cli")
ULANG = 5
ULANG_MULAI = 21
TRIBULAN = (1, 2, 3, 4)
FORMULIR = 600
CONTOH_PEMBANDING = 200
"""Workbooks that a slow peer handles; its time per workbook does not depend on how many."""
UTUH = 10_000
"""Bytes that a whole workbook has and a torn one has not: peers cannot read torn ones."""
BAGIAN_CACAT = 0.1

Kerja = Callable[[], float]


def seconds(kerja: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    kerja()
    return time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Giliran:
    """The seconds that works took which ran in turn, turn by turn."""

    detik: Mapping[str, Sequence[float]]

    def median(self, nama: str) -> float:
        """Return the median seconds of one."""
        return statistics.median(self.detik[nama])

    def ratio(self, nama: str, lain: str) -> float:
        """Return how many times as long as another one it took: the median over the turns.

        Both of a turn meet the machine in the same mood, which changes from minute to minute.
        """
        pairs = zip(self.detik[nama], self.detik[lain], strict=True)
        return statistics.median(x / y for x, y in pairs)


def take_turns(kerja: Mapping[str, Kerja], ulang: int = ULANG) -> Giliran:
    """Run several works in turn and tell all that they took on stderr; each says how long."""
    taken: dict[str, list[float]] = {nama: [] for nama in kerja}
    for _ in range(ulang):
        for nama, one in kerja.items():
            taken[nama].append(one())
    for nama, detik in taken.items():
        print(f"  {nama}:", *(f"{x:.4f}" for x in detik), file=sys.stderr, flush=True)
    return Giliran(taken)


class Program:
    """Runs the program in a workspace and remembers the highest memory of any of its processes."""

    def __init__(self, akar: Path, simpanan: Path | None = None) -> None:
        """Take the folder to run it in, and the store that a run afresh begins with."""
        self.akar = akar
        self.simpanan = simpanan
        self.memori = 0.0

    def run(self, *argv: str) -> float:
        """Return the seconds of one run; raises RuntimeError where it could not run."""
        start = time.perf_counter()
        with subprocess.Popen(argv, cwd=self.akar, stdout=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        took = time.perf_counter() - start
        if process.returncode not in {0, 1}:  # 1: done, with findings
            raise RuntimeError(" ".join(argv))
        self.memori = max(self.memori, usage.ru_maxrss / 1024)
        return took

    def kinerja(self, *argv: str) -> float:
        """Return the seconds of one command."""
        return self.run(*KINERJA, *argv)

    def afresh(self, *argv: str) -> float:
        """Return the seconds of one command that finds no more than the store to begin with.

        What one left is moved away, not deleted: for minutes ext4 goes around the places of deleted
        files one by one, and making a file takes twenty times as long, which no office ever sees.
        """
        aside = Path(tempfile.mkdtemp(prefix="dahulu-", dir=self.akar.parent))
        for nama in (".kinerja", "laporan", "perbaikan", "format"):
            if (self.akar / nama).exists():
                (self.akar / nama).rename(aside / nama)
        if self.simpanan:
            shutil.copytree(self.simpanan, self.akar / ".kinerja")
        return self.kinerja(*argv)


def measure_example(folder: Path) -> Iterator[Ukuran]:
    """Start-up against an empty Python, and the example's draft."""
    program = Program(folder)
    program.kinerja("mulai", "contoh", "--contoh")
    program = Program(folder / "contoh")
    program.kinerja("himpun")
    program.kinerja("status")  # reads the plan; the runs that count find it unchanged
    works = {x: lambda x=x: program.kinerja(x) for x in ("--help", "status")}
    empty = {"pass": lambda: program.run(sys.executable, "-c", "pass")}
    took = take_turns({**empty, **works}, ULANG_MULAI)
    for nama, batas in (("--help", 7), ("status", 10)):
        ratio = took.ratio(nama, "pass")
        limit = Batas(batas, paling_banyak=True)
        yield Ukuran(
            f"`kinerja {nama}`",
            f"{took.median(nama) * 1000:.0f} ms",
            "× `python -c pass`",
            ratio,
            limit,
        )
    draft = Program(folder / "contoh")
    took_draft = take_turns({"lakip": lambda: draft.kinerja("lakip")}).median("lakip")
    limit = Batas(5, paling_banyak=True)
    shown = f"{number(took_draft, 1)} s"
    yield Ukuran("`lakip` contoh", shown, "s", took_draft, limit, draft.memori)


def measure_writing(folder: Path) -> Iterator[Ukuran]:
    """Forms against openpyxl with styles."""
    rencana = make_rencana(FORMULIR)
    program = Program(folder / "formulir")
    write_workspace(program.akar, rencana)
    sample = [x.kode for x in rencana.unit[:CONTOH_PEMBANDING]]
    target = folder / "openpyxl"
    target.mkdir()

    def write_all() -> None:
        for nama in sample:
            write_with_openpyxl(rencana, nama, target / f"{nama}.xlsx")

    took = take_turns(
        {
            "ours": lambda: program.afresh("buat-format", "-t", "1") / FORMULIR,
            "openpyxl": lambda: seconds(write_all) / len(sample),
        }
    )
    ratio = took.ratio("openpyxl", "ours")
    name = f"`buat-format` {FORMULIR} formulir"
    pace = per_book(took.median("ours"))
    yield Ukuran(name, pace, "× openpyxl", ratio, Batas(2.5), program.memori)
    yield Ukuran("openpyxl, sel demi sel", per_book(took.median("openpyxl")))


def per_book(detik: float) -> str:
    """Write the time of one workbook, and how many a second brings."""
    return f"{number(detik * 1000, 1)} ms, {1 / detik:.0f} per detik"


def make_collection(akar: Path, banyak: int) -> None:
    """Write a workspace with that many filled workbooks: units by four tribulan."""
    rencana = make_rencana(banyak // len(TRIBULAN))
    pengaturan = write_workspace(akar, rencana)
    for ke in TRIBULAN:
        write_filled(akar, rencana, pengaturan, ke, 0.0)


def hand_out_forms(akar: Path) -> Path:
    """Hand out the forms of two tribulan as an office did before; return the store after that."""
    program = Program(akar)
    for ke in TRIBULAN[:2]:  # the first finds no store that could keep the plan
        program.kinerja("buat-format", "-t", str(ke))
    return (akar / ".kinerja").rename(akar.parent / "simpanan")


def spoil_some(akar: Path) -> None:
    """Make a tenth of the workbooks of a workspace faulty, the same ones at every run."""
    rng = random.Random(1)  # noqa: S311 - seeded on purpose
    files = sorted((akar / "masuk").rglob("*.xlsx"))
    for path in rng.sample(files, round(len(files) * BAGIAN_CACAT)):
        path.write_bytes(spoil(path.read_bytes(), rng.choice(CACAT)))


@contextmanager
def cores(berkas: Sequence[Path]) -> Iterator[Mapping[str, Kerja]]:
    """Yield what the machine allows: one process that only reads, and one on each core at once."""
    inti = os.cpu_count() or 1
    with ProcessPoolExecutor(inti, get_context("spawn")) as pool:

        def read_in(banyak: int) -> float:
            return seconds(lambda: list(pool.map(read_with_ours, [berkas] * banyak)))

        read_in(inti)  # the first time they load what reads
        yield {"seorang": lambda: read_in(1), "serempak": lambda: read_in(inti) / inti}


def measure_collecting(akar: Path, simpanan: Path, apa: str, batas: float) -> Iterator[Ukuran]:
    """Collecting against only reading: the pandas loop, and bare calamine as the floor."""
    files = sorted((akar / "masuk").rglob("*.xlsx"))
    sound = [x for x in files if x.stat().st_size > UTUH]
    sample = sound[:: max(1, len(sound) // CONTOH_PEMBANDING)]
    one, all_cores, first = Program(akar, simpanan), Program(akar, simpanan), Program(akar)
    works: dict[str, Kerja] = {
        "pertama": lambda: first.afresh("himpun", "--proses", "1") / len(files),
        "pandas": lambda: seconds(lambda: read_with_pandas(sample)) / len(sample),
        "satu": lambda: one.afresh("himpun", "--proses", "1") / len(files),
        "semua": lambda: all_cores.afresh("himpun") / len(files),
        "calamine": lambda: seconds(lambda: read_with_calamine(sample)) / len(sample),
    }
    with cores(sound[: len(sound) // 2]) as only_reading:
        took = take_turns({**works, **only_reading})
    name = f"`himpun` {len(files)} formulir{apa}"
    ratio = took.ratio("pandas", "satu")
    pace = per_book(took.median("satu"))
    yield Ukuran(f"{name}, satu proses", pace, "× pandas", ratio, Batas(batas), one.memori)
    ratio, pace = took.ratio("pandas", "pertama"), per_book(took.median("pertama"))
    yield Ukuran("sama, rencana belum pernah dibaca", pace, "× pandas", ratio)
    ratio, pace = took.ratio("satu", "semua"), per_book(took.median("semua"))
    limit = None if apa else Batas(1.6)
    yield Ukuran(f"{name}, semua inti", pace, "× satu proses", ratio, limit, all_cores.memori)
    ratio = took.ratio("seorang", "serempak")
    pace = per_book(2 * took.median("serempak") / len(sound))
    yield Ukuran("hanya membaca, semua inti: batas mesin ini", pace, "× satu proses", ratio)
    yield Ukuran("pandas, hanya membaca", per_book(took.median("pandas")))
    ratio = took.ratio("satu", "calamine")
    pace = per_book(took.median("calamine"))
    yield Ukuran("python-calamine, hanya membaca", pace, "× lebih cepat dari `himpun`", ratio)


def measure_analysing(akar: Path, banyak: int) -> Iterator[Ukuran]:
    """Analysing what was collected: terminal, workbook and page."""
    program = Program(akar)
    took = take_turns({"analisis": lambda: program.kinerja("analisis")}).median("analisis")
    indikator = len(make_rencana(banyak // len(TRIBULAN)).indikator)
    limit = Batas(10, paling_banyak=True) if indikator == 10_000 else None  # noqa: PLR2004 - the limit's own size
    name = f"`analisis` {indikator} indikator × 4 tribulan"
    yield Ukuran(name, f"{number(took, 1)} s", "s", took, limit, program.memori)


def measure_scale(folder: Path, banyak: int) -> Iterator[Ukuran]:
    """Ten times as many workbooks: in time against a plan of their own, in memory against one.

    The plan of ten times as many units takes memory by itself; the workbooks must not.
    """
    few, many, part = folder / "sedikit", folder / "banyak", folder / "sebagian"
    make_collection(few, banyak)
    make_collection(many, 10 * banyak)
    shutil.copytree(many, part, ignore=_only_first(banyak // len(TRIBULAN)))
    programs = {x: Program(x) for x in (few, part, many)}
    took = {x: program.afresh("himpun", "--proses", "1") for x, program in programs.items()}
    each = took[many] / (10 * banyak)
    time_ratio = each / (took[few] / banyak)
    memory = programs[many].memori
    name = f"`himpun` {10 * banyak} formulir, satu proses"
    limit = Batas(1.3, paling_banyak=True)
    yield Ukuran(name, per_book(each), f"× waktu per formulir dari {banyak}", time_ratio, limit)
    limit = Batas(1.5, paling_banyak=True)
    ratio = memory / programs[part].memori
    against = f"× memori {banyak} formulir dengan rencana yang sama"
    yield Ukuran(f"{name}, memori", "", against, ratio, limit, memory)


def _only_first(banyak: int) -> Callable[[str, list[str]], Sequence[str]]:
    """Leave out all but the first workbooks of a folder that has many."""
    return lambda _, names: sorted(x for x in names if x.startswith("U"))[banyak:]


def measure(folder: Path, banyak: int, *, besar: bool) -> Iterator[Ukuran]:
    """Yield every measurement."""
    yield from measure_example(folder)
    yield from measure_writing(folder)
    akar = folder / "ruang"
    make_collection(akar, banyak)
    simpanan = hand_out_forms(akar)
    yield from measure_collecting(akar, simpanan, "", 5)
    yield from measure_analysing(akar, banyak)
    spoil_some(akar)
    yield from measure_collecting(akar, simpanan, ", 10 % cacat", 3)
    if besar:
        yield from measure_scale(folder, banyak)


def main() -> None:
    """Measure, tell each row on stderr as it comes, print the page, and keep it where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("banyak", type=int, nargs="?", default=2000, help="banyak formulir")
    parser.add_argument("--besar", action="store_true", help="juga sepuluh kali banyaknya")
    parser.add_argument("--halaman", type=Path, help="berkas halaman yang ditulis")
    pilihan = parser.parse_args()
    rows: list[Ukuran] = []
    with tempfile.TemporaryDirectory() as folder:
        for one in measure(Path(folder), pilihan.banyak, besar=pilihan.besar):
            print(one, file=sys.stderr, flush=True)
            rows.append(one)
    page = render(rows, ULANG, ULANG_MULAI)
    print(page)
    if pilihan.halaman:
        pilihan.halaman.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
