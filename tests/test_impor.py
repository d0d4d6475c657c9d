"""What a command imports before it does anything: an office laptop waits for every module."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

RINGAN = {
    "kinerja_cli",
    "kinerja_cli.cli",
    "kinerja_cli.cli.bahasa",
    "kinerja_cli.cli.daftar_perintah",
    "kinerja_cli.cli.pilihan",
    "kinerja_cli.domain",
    "kinerja_cli.domain.galat",
}
"""All of our own that the help of the program needs."""

BERAT = (
    "dataclasses", "decimal", "docx", "docxtpl", "hashlib", "jinja2", "json", "lxml", "numpy",
    "openpyxl", "pandas", "rich", "sqlite3", "tempfile", "tomllib", "xlsxwriter", "zipfile",
)  # fmt: skip


def imported(*argv: str, di: Path) -> set[str]:
    """Run the program in a process of its own and return the modules that it ended with."""
    code = (
        "import sys\nfrom kinerja_cli.cli import main\n"
        f"try:\n    main({list(argv)!r})\nexcept SystemExit as done:\n    assert not done.code\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=di, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def own(modul: set[str]) -> set[str]:
    """Return the modules that are ours."""
    return {x for x in modul if x.split(".")[0] == "kinerja_cli"}


@pytest.mark.parametrize("argv", [["--help"], ["--versi"]])
def test_the_help_imports_only_itself(argv: list[str], tmp_path: Path) -> None:
    modul = imported(*argv, di=tmp_path)
    assert own(modul) == RINGAN
    assert modul.isdisjoint(BERAT)


def test_the_help_of_a_command_imports_only_that_command(tmp_path: Path) -> None:
    modul = imported("himpun", "--help", di=tmp_path)
    assert own(modul) == RINGAN | {"kinerja_cli.cli.himpun"}
    assert modul.isdisjoint(BERAT)


def test_the_end_looks_for_no_cycles() -> None:
    code = (
        "import atexit, gc\n"
        "atexit.register(lambda: print(len(gc.get_objects()), gc.get_freeze_count()))\n"
        "import kinerja_cli"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    left, frozen = map(int, done.stdout.split())
    assert left < 100 < frozen


RINGAN_STATUS = RINGAN | {
    "kinerja_cli.adapter",
    "kinerja_cli.adapter.basisdata",
    "kinerja_cli.adapter.basisdata.catatan",
    "kinerja_cli.adapter.basisdata.galat",
    "kinerja_cli.adapter.basisdata.jurnal",
    "kinerja_cli.adapter.basisdata.koneksi",
    "kinerja_cli.adapter.basisdata.migrasi",
    "kinerja_cli.adapter.basisdata.pemakai",
    "kinerja_cli.adapter.basisdata.pemulihan",
    "kinerja_cli.adapter.basisdata.register",
    "kinerja_cli.adapter.berkas",
    "kinerja_cli.adapter.ingatan",
    "kinerja_cli.adapter.pertukaran",  # who only looks, too, settles what a stopped run left
    "kinerja_cli.adapter.ruang",
    "kinerja_cli.adapter.wajib_lapor",
    "kinerja_cli.alur",
    "kinerja_cli.alur.status",
    "kinerja_cli.cli.status",
    "kinerja_cli.cli.tampil_status",
    "kinerja_cli.domain.status",
    "kinerja_cli.domain.tanggal",
    "kinerja_cli.domain.tribulan",
}
BERAT_STATUS = set(BERAT) - {"dataclasses", "hashlib", "json", "sqlite3"}


def test_status_reads_a_new_plan_once_and_then_only_the_store(terhimpun: Path) -> None:
    first = imported("status", di=terhimpun)
    assert first.isdisjoint({"openpyxl", "pandas", "docx", "docxtpl", "xlsxwriter", "rich"})
    assert "kinerja_cli.adapter.buku_xlsx" in first
    modul = imported("status", di=terhimpun)
    assert own(modul) == RINGAN_STATUS
    assert modul.isdisjoint(BERAT_STATUS)
