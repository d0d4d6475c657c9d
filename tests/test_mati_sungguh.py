"""`kill -9` at random moments of real processes: what test_mati.py shows point by point, for real.

Each run starts the program as a person does, kills it at a moment drawn from a seed, looks at what
is left, and runs it again. Half of the moments are drawn from the whole run, half from the time in
which the workspace is being changed.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kinerja_cli.adapter.basisdata.pemakai import pemakai_of
from kinerja_cli.adapter.ruang import Ruang
from kuasa import mounted_small
from ruang_kecil import make_small, run
from test_tak_tertulis import DITOLAK, check_refusal
from titik_henti import Pandangan, look_at, names_of

pytestmark = pytest.mark.mati

PERINTAH: tuple[tuple[str, ...], ...] = (
    ("himpun",),
    ("buat-format", "-t", "2"),
    ("analisis",),
    ("lakip",),
    ("surat", "undangan", "--rapat", "20-01-2022"),
)
KALI = 40
"""Kills of each command, 200 in all."""

SEKALIGUS = 20
"""Kills of one test, so that two cores share them."""

DETIK = 1.1
"""Reports bear the second they were made in: what is made in a later one is noted once more."""

BENIH = 20_210_405
WAKTU = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+]+|[0-9a-f]{64}")
"""What differs between two runs of the same command: moments, and the sha256 of dated reports."""


@pytest.fixture(scope="module")
def semula(contoh_sekali: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small workspace that every run begins with."""
    return make_small(contoh_sekali, tmp_path_factory.mktemp("semula") / "ruang")


def start(
    akar: Path, argv: tuple[str, ...], stderr: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """Start the program as a person does."""
    command = [sys.executable, "-m", "kinerja_cli", *argv, "--ruang", str(akar)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=stderr)


def wait_for_change(akar: Path, proses: subprocess.Popen[bytes]) -> None:
    """Wait until the program has locked the workspace, or has ended."""
    while proses.poll() is None and not pemakai_of(Ruang(akar).basisdata).exists():
        time.sleep(0.001)


def measure(akar: Path, argv: tuple[str, ...]) -> tuple[float, float]:
    """Run undisturbed; return the seconds before and after the workspace was locked."""
    began = time.perf_counter()
    proses = start(akar, argv)
    wait_for_change(akar, proses)
    locked = time.perf_counter()
    assert proses.wait() in {0, 1}
    return locked - began, time.perf_counter() - locked


def rows_of(pandangan: Pandangan) -> list[str]:
    """Return the store's rows without what differs between two runs."""
    return [WAKTU.sub("…", x) for x in pandangan.isi]


def check_old_or_new(found: Pandangan, old: Pandangan, new: Pandangan) -> None:
    """Check what a kill left: rows and files together from before, or together from after."""
    if found.berkas == old.berkas:
        # A letter has its number before it is written.
        assert found.isi == old.isi or any('"surat"' in x for x in set(found.isi) - set(old.isi))
    else:
        assert (rows_of(found), found.berkas.keys()) == (rows_of(new), new.berkas.keys())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("putaran", range(KALI // SEKALIGUS))
@pytest.mark.parametrize("argv", PERINTAH, ids=lambda x: x[0])
def test_killed_at_a_random_moment(
    semula: Path, tmp_path: Path, argv: tuple[str, ...], putaran: int
) -> None:
    moments = random.Random(f"{BENIH}-{argv[0]}-{putaran}")  # noqa: S311 - a seed, no secret
    utuh = Path(shutil.copytree(semula, tmp_path / "utuh"))
    old = look_at(utuh)
    before, changing = measure(utuh, argv)
    new = look_at(utuh)
    time.sleep(DETIK)
    assert run(utuh, *argv) in {0, 1}
    ends = [rows_of(new), rows_of(look_at(utuh))]
    for nomor in range(SEKALIGUS):
        akar = Path(shutil.copytree(semula, tmp_path / str(nomor)))
        proses = start(akar, argv)
        if nomor % 2:
            wait_for_change(akar, proses)
            time.sleep(moments.uniform(0, changing))
        else:
            time.sleep(moments.uniform(0, before + changing))
        proses.kill()
        proses.wait()
        check_old_or_new(look_at(Path(shutil.copytree(akar, tmp_path / f"{nomor}-x"))), old, new)
        assert run(akar, *argv) in {0, 1}
        assert rows_of(look_at(akar)) in ends
        assert names_of(akar) == names_of(utuh)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount")
@pytest.mark.parametrize("sisa", [0, 4, 12, 24, 48, 96])
def test_a_disk_that_is_full(
    semula: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], sisa: int
) -> None:
    """Himpun on a disk with so many kilobytes left."""
    with mounted_small(tmp_path / "disk") as disk:
        akar = Path(shutil.copytree(semula, disk / "ruang"))
        old = look_at(akar)
        pengisi = disk / "pengisi"
        free = shutil.disk_usage(disk).free - sisa * 1024
        pengisi.write_bytes(b"x" * free)
        command = [sys.executable, "-m", "kinerja_cli", "himpun", "--ruang", str(akar)]
        kode = subprocess.call(command)
        check_refusal(kode, capfd.readouterr().err)
        pengisi.unlink()
        assert look_at(akar) == old
        assert start(akar, ("himpun",)).wait() == 1
        assert any(x.startswith("perbaikan/") for x in look_at(akar).berkas)


def test_two_collect_at_once(semula: Path, tmp_path: Path) -> None:
    """One waits for the other, or says who is at work; each workbook is accepted once."""
    berdua = Path(shutil.copytree(semula, tmp_path / "ruang"))
    both = [start(berdua, ("himpun",), stderr=subprocess.PIPE) for _ in range(2)]
    ended = [(x.communicate()[1].decode(), x.returncode) for x in both]
    assert DITOLAK in {kode for _, kode in ended}
    for err, kode in ended:
        assert kode == DITOLAK or "sedang dipakai oleh" in err
    rows = [x for x in look_at(berdua).isi if x.startswith('INSERT INTO "setoran"')]
    assert len(rows) == 2
