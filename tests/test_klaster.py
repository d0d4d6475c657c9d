"""Reading on a cluster: two workers of Dask on this machine, some of which are killed."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest

from conftest import Kinerja
from kinerja_cli.adapter import klaster as adapter
from kinerja_cli.adapter.klaster import KlasterError, open_klaster
from kinerja_cli.alur import pembacaan_banyak
from kinerja_cli.alur.pembacaan_banyak import Patokan, read_all
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.katalog import JenisTemuan
from pembaca_mati import assert_one_killed, opened, read_in_klaster, read_or_die

pytestmark = [
    pytest.mark.klaster,
    pytest.mark.filterwarnings("default"),  # what Dask and its own pieces warn of is theirs
]

Bahan = tuple[Patokan, list[Sumber]]
BATAS = 30
"""Seconds within which a scheduler has to notice something."""


class Gugus(Protocol):
    """What the tests use of Dask's LocalCluster."""

    scheduler: Any
    scheduler_address: str
    workers: Mapping[object, Any]

    def close(self) -> None:
        """Stop the scheduler and the workers."""


@contextmanager
def start(pekerja: int) -> Iterator[Gugus]:
    """Start a scheduler in this process, and workers in processes of one thread.

    A task whose worker died is not tried on another, as docs/klaster.md has it.
    """
    import dask  # noqa: PLC0415 - only make uji-klaster installs it
    from distributed import LocalCluster  # noqa: PLC0415

    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(n_workers=pekerja, threads_per_worker=1, dashboard_address=":0") as cluster,
    ):
        yield cluster


@pytest.fixture(scope="module")
def dua() -> Iterator[Gugus]:
    """Return a cluster of two workers, begun anew where one of them dies."""
    with start(2) as cluster:
        yield cluster


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make many calls out of few files."""
    monkeypatch.setattr(pembacaan_banyak, "POTONGAN", 2)


def within(seconds: float, true: Callable[[], bool]) -> bool:
    """Tell whether something becomes true in time."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()


def test_himpun_on_a_cluster_gives_what_it_gives_here(
    kinerja: Kinerja, contoh: Path, dua: Gugus
) -> None:
    here = kinerja("himpun", "--coba", "--json", "--proses", "1", di=contoh)
    there = kinerja("himpun", "--coba", "--json", "--klaster", dua.scheduler_address, di=contoh)
    assert (there.kode, there.json, there.err) == (here.kode, here.json, here.err)


def test_a_worker_killed_from_outside_costs_nothing(patokan: Bahan, dua: Gugus) -> None:
    check, sumber = patokan
    reading = read_in_klaster(sumber, check, dua.scheduler_address)
    results = opened([next(reading)])
    os.kill(next(iter(dua.workers.values())).pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    assert [*results, *opened(reading)] == list(read_all(sumber, check, 1))


def test_a_file_that_kills_its_worker_is_one_finding(
    patokan: Bahan, dua: Gugus, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    expected = list(read_all(sumber, check, 1))
    monkeypatch.setattr(pembacaan_banyak, "_read_chunk", read_or_die)
    assert_one_killed(opened(read_in_klaster(sumber, check, dua.scheduler_address)), expected)


def test_the_plan_is_sent_once(patokan: Bahan, dua: Gugus, monkeypatch: pytest.MonkeyPatch) -> None:
    check, sumber = patokan
    sent = []

    def reduce(self: Patokan, protocol: int) -> Any:  # noqa: ANN401 - what pickle asks for
        sent.append(protocol)
        return Patokan, (self.known, self.dimuat)

    monkeypatch.setattr(Patokan, "__reduce_ex__", reduce)
    results = opened(read_in_klaster(sumber, check, dua.scheduler_address))
    assert (len(results), len(sent)) == (len(sumber), 1)


def test_whoever_stops_leaves_nothing_behind(patokan: Bahan, dua: Gugus) -> None:
    check, sumber = patokan
    reading = read_in_klaster(sumber, check, dua.scheduler_address)
    next(reading)
    reading.close()  # what Ctrl-C does to a generator
    assert within(BATAS, lambda: not dua.scheduler.tasks)


def test_a_worker_of_another_version_is_refused(
    kinerja: Kinerja, contoh: Path, dua: Gugus, monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed import versions  # noqa: PLC0415 - only make uji-klaster installs it

    monkeypatch.setattr(versions, "_version_cached", lambda _: "9.9")
    result = kinerja("himpun", "--klaster", dua.scheduler_address, di=contoh)
    assert (result.kode, result.err.count("\n")) == (2, 1)
    assert "kinerja 0." in result.err
    assert "di sini 9.9" in result.err


def test_a_folder_that_the_workers_do_not_share_is_refused(
    tmp_path: Path, dua: Gugus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "exists", lambda _: True)  # as it is on the computer that asks
    with (
        open_klaster(dua.scheduler_address) as klaster,
        pytest.raises(KlasterError, match="tidak melihat"),
    ):
        klaster.check_sees(tmp_path / "hanya di sini.xlsx")


def test_a_file_that_went_away_is_a_finding(patokan: Bahan, dua: Gugus) -> None:
    check, sumber = patokan
    sumber[0].path.unlink()
    first, *_ = opened(read_in_klaster(sumber[:3], check, dua.scheduler_address))
    assert first.hasil is not None
    assert [x.jenis for x in first.hasil.temuan] == [JenisTemuan.BERKAS_TIDAK_ADA]


def test_no_files_are_no_work(patokan: Bahan, dua: Gugus) -> None:
    check, _ = patokan
    assert opened(read_in_klaster([], check, dua.scheduler_address)) == []


@pytest.mark.parametrize("alamat", ["tcp://127.0.0.1:1", "halo", "ftp://127.0.0.1:1"])
def test_a_scheduler_that_does_not_answer_is_one_line(
    kinerja: Kinerja, contoh: Path, monkeypatch: pytest.MonkeyPatch, alamat: str
) -> None:
    monkeypatch.setattr(adapter, "BATAS_SAMBUNG", 0.5)
    result = kinerja("himpun", "--klaster", alamat, di=contoh)
    assert (result.kode, result.err.count("\n")) == (2, 1)
    assert alamat in result.err


def test_a_scheduler_without_workers_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapter, "BATAS_PEKERJA", 0.5)
    with (
        start(0) as cluster,
        pytest.raises(KlasterError, match="tidak mempunyai pekerja"),
        open_klaster(cluster.scheduler_address),
    ):
        pytest.fail("there is nobody")


def test_a_scheduler_that_goes_away_is_said(
    patokan: Bahan, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    monkeypatch.setattr(adapter, "BATAS_SAMBUNG", 2)
    monkeypatch.setattr(pembacaan_banyak, "ANTREAN", 1)  # so that calls are left to be made
    with start(1) as cluster:
        reading = read_in_klaster(sumber, check, cluster.scheduler_address)
        next(reading)
        cluster.close()
        with pytest.raises(KlasterError, match="terputus"):
            list(reading)
