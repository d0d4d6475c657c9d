"""Many files at once: every way gives what one process gives, and outlives a worker that dies."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from conftest import SEKARANG, Kinerja, collect_all
from kinerja_cli.adapter import tunggu
from kinerja_cli.adapter.klaster import _pack, _unpack
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.titipan import Penitipan
from kinerja_cli.alur import kolam, pembacaan_banyak, persiapan
from kinerja_cli.alur.himpun import collect
from kinerja_cli.alur.pembacaan_banyak import (
    Patokan,
    Pelaksana,
    Terbaca,
    begin_reading,
    gather_regu,
    read_all,
)
from kinerja_cli.alur.rencana import load_dimuat, load_rencana
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.katalog import JenisTemuan
from pembaca_mati import (
    MEMATIKAN,
    assert_one_killed,
    die,
    opened,
    read_in_klaster,
    read_or_die,
    read_through,
    whole,
)

Bahan = tuple[Patokan, list[Sumber]]


def process_pool() -> Executor:
    """Return two processes that know nothing of this one."""
    return ProcessPoolExecutor(2, multiprocessing.get_context("spawn"))


def thread_pool() -> Executor:
    """Return two threads."""
    return ThreadPoolExecutor(2)


class Bisu(Executor):
    """An executor that never answers, and keeps what it was asked."""

    def __init__(self) -> None:
        """Ask nobody yet."""
        self.diminta: list[Future[object]] = []

    def submit(self, *_: object, **__: object) -> Future[object]:  # type: ignore[override]
        """Take a call and leave it."""
        self.diminta.append(Future())
        return self.diminta[-1]


class Rusak(Executor):
    """An executor whose workers are gone; it keeps which signals were held when it was asked."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self.ditahan: set[int] = set()

    def submit(self, *_: object, **__: object) -> Future[object]:  # type: ignore[override]
        """Refuse."""
        if sys.platform != "win32":
            self.ditahan |= signal.pthread_sigmask(signal.SIG_BLOCK, [])
        raise BrokenExecutor


def test_a_pool_gives_what_one_process_gives_in_the_same_order(
    patokan: Bahan, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    monkeypatch.setattr(pembacaan_banyak, "POTONGAN", 5)
    assert list(read_all(sumber, check, 2)) == list(read_all(sumber, check, 1))


@pytest.mark.parametrize("make", [process_pool, thread_pool])
def test_any_executor_gives_what_one_process_gives_however_few_calls_are_under_way(
    patokan: Bahan, monkeypatch: pytest.MonkeyPatch, make: Callable[[], Executor]
) -> None:
    check, sumber = patokan
    monkeypatch.setattr(pembacaan_banyak, "POTONGAN", 5)
    monkeypatch.setattr(pembacaan_banyak, "ANTREAN", 2)
    with make() as executor:
        results = opened(read_through(Pelaksana(executor, check), sumber, check))
    assert results == list(read_all(sumber, check, 1))


def test_a_worker_that_dies_is_a_finding_on_the_file_that_killed_it(
    patokan: Bahan, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    few = [x for x in sumber if x.path.name == MEMATIKAN or "TW1" in x.nama]
    expected = list(read_all(few, check, 1))
    monkeypatch.setattr(pembacaan_banyak, "_read_chunk", read_or_die)
    assert_one_killed(list(read_all(few, check, 2)), expected)


def test_where_no_process_begins_no_file_is_blamed(
    patokan: Bahan, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    monkeypatch.setattr(kolam, "begin", die)
    with pytest.raises(KinerjaError, match="--proses 1"):
        list(read_all(sumber[:3], check, 2))


def test_files_that_an_executor_no_longer_takes_are_read_all_the_same(patokan: Bahan) -> None:
    check, sumber = patokan
    results = read_through(Pelaksana(Rusak(), check), sumber[:3], check)
    assert opened(results) == list(read_all(sumber[:3], check, 1))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mask of signals")
def test_a_process_is_started_where_ctrl_c_does_not_reach_it(patokan: Bahan) -> None:
    check, sumber = patokan
    rusak = Rusak()
    list(read_through(Pelaksana(rusak, check), sumber[:1], check))
    assert signal.SIGINT in rusak.ditahan
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_who_waits_for_nobody_is_told_and_leaves_nothing_waiting(
    patokan: Bahan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> None:
        message = "tidak ada pekerja"
        raise KinerjaError(message)

    check, sumber = patokan
    monkeypatch.setattr(tunggu, "JEDA", 0)
    monkeypatch.setattr(pembacaan_banyak, "POTONGAN", 5)
    bisu = Bisu()
    with pytest.raises(KinerjaError):
        list(read_through(Pelaksana(bisu, check, jaga=nobody), sumber, check))
    assert len(bisu.diminta) > 1
    assert all(x.cancelled() for x in bisu.diminta[1:])


def test_whoever_is_stopped_leaves_the_files_that_nobody_has_begun(
    contoh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only then the pool is closed: it would read first whatever still waits."""
    closed: list[str] = []
    begin, open_kolam = begin_reading, kolam.open_kolam

    @contextmanager
    def noted_reading(*masukan: Any) -> Iterator[Iterator[Terbaca]]:  # noqa: ANN401 - as it takes them
        try:
            with begin(*masukan) as bacaan:
                yield bacaan
        finally:
            closed.append("pembacaan")

    @contextmanager
    def noted_kolam(pekerja: int) -> Iterator[ProcessPoolExecutor | None]:
        try:
            with open_kolam(pekerja) as made:
                yield made
        finally:
            closed.append("kolam")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pembacaan_banyak, "begin_reading", noted_reading)
    monkeypatch.setattr(persiapan, "open_kolam", noted_kolam)
    with (
        pytest.raises(KeyboardInterrupt),
        persiapan.prepare(persiapan.Permintaan(Ruang(contoh), SEKARANG, proses=2)) as siap,
    ):
        collect(siap, stop)
    assert closed == ["pembacaan", "kolam"]


def test_a_pool_is_opened_only_where_it_pays(
    patokan: Bahan, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(kolam, "make_kolam", lambda *_: pytest.fail("opened"))
    assert len(list(read_all(sumber, check))) == len(sumber)


def test_a_worker_takes_what_was_left_for_it_and_leaves_ctrl_c_to_whoever_asked(
    patokan: Bahan, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    said: list[object] = []
    monkeypatch.setattr(signal, "signal", lambda *what: said.append(what))
    monkeypatch.setattr(os, "nice", said.append, raising=False)  # Windows has none
    kolam.begin()
    expected: list[object] = [(signal.SIGINT, signal.SIG_IGN)]
    assert said == expected + [kolam.MENGALAH] * (sys.platform != "win32")
    with Penitipan(check) as penitipan:
        results = opened(whole(sumber[:3], penitipan.titipan))
    assert results == list(read_all(sumber[:3], check, 1))
    assert not Path(penitipan.titipan.path).exists()


def test_a_file_that_is_not_there_for_the_reader_is_said_with_the_computer(patokan: Bahan) -> None:
    check, _ = patokan
    lain = Sumber(Path("tidak ada") / "lain.xlsx", "lain.xlsx")
    (calon,) = read_all([lain], check)
    assert calon.hasil is not None
    assert [x.jenis for x in calon.hasil.temuan] == [JenisTemuan.BERKAS_TIDAK_ADA]


def test_a_cluster_is_asked_what_it_sees_and_keeps_the_plan(
    patokan: Bahan, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    seen: list[Path] = []
    kept: list[object] = []

    def keep(nilai: object) -> object:
        kept.append(nilai)
        return nilai

    @contextmanager
    def open_klaster(_: str) -> Iterator[SimpleNamespace]:
        with thread_pool() as executor:
            yield SimpleNamespace(
                executor=executor,
                mati=(BrokenExecutor,),
                keep=keep,
                check_sees=seen.append,
                await_worker=list,
            )

    monkeypatch.setattr(pembacaan_banyak, "open_klaster", open_klaster)
    results = opened(read_in_klaster(sumber[:3], check, "tcp://10.0.0.5:8786"))
    assert results == list(read_all(sumber[:3], check, 1))
    assert (seen, kept) == ([sumber[0].path], [check])
    assert list(read_in_klaster([], check, "tcp://10.0.0.5:8786")) == []


def test_either_processes_or_a_cluster(kinerja: Kinerja, contoh: Path) -> None:
    result = kinerja("himpun", "--proses", "2", "--klaster", "tcp://10.0.0.5:8786", di=contoh)
    assert (result.kode, result.err.count("\n")) == (2, 1)
    assert "--klaster" in result.err


def test_processes_have_files_before_anybody_goes_through_what_they_read(
    patokan: Bahan, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    monkeypatch.setattr(pembacaan_banyak, "POTONGAN", 5)
    monkeypatch.setattr(pembacaan_banyak, "ANTREAN", 2)
    bisu = Bisu()
    pelaksana = Pelaksana(bisu, check)
    monkeypatch.setattr(pembacaan_banyak, "Pelaksana", lambda *_: pelaksana)
    with (
        kolam.make_kolam(1) as one,
        gather_regu(one, check) as regu,
        begin_reading(sumber, check, regu),
    ):
        assert len(bisu.diminta) == 2
    assert all(x.cancelled() for x in bisu.diminta)


def test_a_plan_that_was_kept_crosses_as_its_text(contoh: Path) -> None:
    ruang = Ruang(contoh)
    collect_all(ruang)  # makes the store that a plan is kept beside
    load_rencana(ruang, None, ingat=True)
    dimuat = load_dimuat(ruang, None)
    packed = pickle.dumps(dimuat)
    assert dimuat.teks.encode() in packed
    assert pickle.loads(packed) == dimuat  # noqa: S301 - packed above


def test_a_cluster_without_its_extra_is_one_line_that_says_how_to_install_it(
    kinerja: Kinerja, contoh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = kinerja("himpun", "--klaster", "tcp://10.0.0.5:8786", di=contoh)
    assert (result.kode, result.err.count("\n")) == (2, 1)
    assert "kinerja-cli[klaster]" in result.err


def test_what_a_cluster_keeps_comes_back_as_it_was(patokan: Bahan) -> None:
    check, _ = patokan
    assert _unpack(_pack(check)) == check
