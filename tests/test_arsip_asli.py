"""Originals reach the archive whoever writes them, and trouble of another process is told here."""

from __future__ import annotations

import errno
import pickle
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path

import pytest

from kinerja_cli.adapter import arsip as arsip_asli
from kinerja_cli.adapter.arsip import MENUNGGU, SEKALIGUS, Arsip, archived, path_of
from kinerja_cli.adapter.berkas import BerkasTerpakaiError, sha256_of
from kinerja_cli.alur.kolam import make_kolam
from kolam_uji import Hilang, Menolak

BANYAK = 3 * SEKALIGUS + 1
ASLI = {sha256_of(isi): isi for isi in (f"asli {n}".encode() for n in range(BANYAK))}


def keep_all(folder: Path, kolam: Executor | None) -> None:
    """Archive every original and wait until all are on disk."""
    with Arsip(folder, kolam) as arsip:
        for sha256, isi in ASLI.items():
            arsip.keep(sha256, isi)
        arsip.settle()


@pytest.mark.parametrize("menunggu", [MENUNGGU, 20])
@pytest.mark.parametrize("make", [lambda: None, lambda: make_kolam(1), Menolak, Hilang])
def test_every_original_is_kept_even_where_a_process_is_gone(
    tmp_path: Path,
    make: Callable[[], Executor | None],
    menunggu: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(arsip_asli, "MENUNGGU", menunggu)
    kolam = make()
    keep_all(tmp_path / "arsip", kolam)
    if kolam is not None:
        kolam.shutdown()
    assert {x.stem: x.read_bytes() for x in archived(tmp_path / "arsip")} == ASLI


@pytest.mark.parametrize("make", [lambda: None, lambda: make_kolam(1)])
def test_an_original_that_cannot_be_kept_stops_the_run(
    tmp_path: Path, make: Callable[[], Executor | None]
) -> None:
    kolam, in_the_way = make(), path_of(tmp_path, next(iter(ASLI))).parent
    in_the_way.write_bytes(b"")
    with pytest.raises(BerkasTerpakaiError, match=in_the_way.name):
        keep_all(tmp_path, kolam)
    if kolam is not None:
        kolam.shutdown()


def test_trouble_with_a_file_crosses_processes_as_it_is() -> None:
    error = BerkasTerpakaiError("a.xlsx", OSError(errno.ENOSPC, "No space left on device"))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made one line above
    assert (str(again), again.sebab) == (str(error), error.sebab)
