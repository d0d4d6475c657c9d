"""Many files at once: the pool gives what one process gives, and outlives a worker that dies."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur import pembacaan_banyak
from kinerja_cli.alur.pembacaan import Calon
from kinerja_cli.alur.pembacaan_banyak import Patokan, read_all
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.alur.sumber import Sumber, find_sumber
from kinerja_cli.domain.katalog import JenisTemuan

MEMATIKAN = "mematikan.xlsx"


@pytest.fixture
def patokan(contoh: Path) -> tuple[Patokan, list[Sumber]]:
    pengaturan, rencana = load_rencana(Ruang(contoh), None)
    (contoh / "masuk" / "a.pdf").write_bytes(b"%PDF-1.7")
    (contoh / "masuk" / MEMATIKAN).write_bytes(b"x")
    sumber, _ = find_sumber(Ruang(contoh), ())
    return Patokan(frozenset(), rencana, pengaturan), sumber


def read_or_die(sumber: Sequence[Sumber]) -> list[Calon]:
    """Read a chunk as a worker does, and die as a killed worker does on one certain file."""
    if any(x.path.name == MEMATIKAN for x in sumber):
        os._exit(1)
    return _whole(sumber)


_whole = pembacaan_banyak._read_chunk


def test_a_pool_gives_what_one_process_gives_in_the_same_order(
    patokan: tuple[Patokan, list[Sumber]], monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    monkeypatch.setattr(pembacaan_banyak, "POTONGAN", 5)
    assert list(read_all(sumber, check, 2)) == list(read_all(sumber, check, 1))


def test_a_worker_that_dies_is_a_finding_on_the_file_that_killed_it(
    patokan: tuple[Patokan, list[Sumber]], monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    few = [x for x in sumber if x.path.name == MEMATIKAN or "TW1" in x.nama]
    expected = {x.sumber.nama: x for x in read_all(few, check, 1)}
    monkeypatch.setattr(pembacaan_banyak, "_read_chunk", read_or_die)
    results = list(read_all(few, check, 2))
    assert [x.sumber for x in results] == few
    for one in results:
        if one.sumber.path.name == MEMATIKAN:
            assert one.hasil is not None
            assert [x.jenis for x in one.hasil.temuan] == [JenisTemuan.BERKAS_MENGHENTIKAN]
        else:
            assert one == expected[one.sumber.nama]


def test_a_pool_is_opened_only_where_it_pays(
    patokan: tuple[Patokan, list[Sumber]], monkeypatch: pytest.MonkeyPatch
) -> None:
    check, sumber = patokan
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(pembacaan_banyak, "_open_pool", lambda *_: pytest.fail("opened"))
    assert len(list(read_all(sumber, check))) == len(sumber)


def test_a_worker_reads_against_what_it_was_sent(
    patokan: tuple[Patokan, list[Sumber]],
) -> None:
    check, sumber = patokan
    pembacaan_banyak._prepare(check)
    assert _whole(sumber[:3]) == list(read_all(sumber[:3], check, 1))
