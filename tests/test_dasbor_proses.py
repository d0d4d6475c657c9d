"""The page that another process makes is the one that this process would make."""

from __future__ import annotations

import os
import pickle
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

import pytest

from conftest import SEKARANG
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur import analisis, dasbor, kolam
from kolam_uji import Asked, lose, refuse


def write_page(contoh: Path) -> bytes:
    """Analyse the example and return the page that was written."""
    ruang = Ruang(contoh)
    with analisis.begin_analisis(ruang, None, None, SEKARANG) as (hasil, halaman):
        analisis.write_analisis(ruang, hasil, halaman)
    return (ruang.laporan / "dasbor-2021-TW4.html").read_bytes()


@pytest.mark.parametrize("submit", [kolam.submit, refuse, lose])
def test_another_process_makes_the_same_page_or_this_one_does(
    terhimpun: Path, monkeypatch: pytest.MonkeyPatch, submit: Asked
) -> None:
    here = write_page(terhimpun)
    asked: list[ProcessPoolExecutor] = []

    def note(pool: ProcessPoolExecutor, *args: object) -> Future[bytes]:
        asked.append(pool)
        return submit(pool, *args)

    monkeypatch.setattr(dasbor, "CUKUP_BANYAK", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(dasbor, "submit", note)
    assert write_page(terhimpun) == here
    assert len(asked) == 1


@pytest.mark.parametrize(("inti", "cukup"), [(1, 1), (2, 10_000)])
def test_no_process_is_begun_without_a_second_core_or_for_few_indicators(
    terhimpun: Path, monkeypatch: pytest.MonkeyPatch, inti: int, cukup: int
) -> None:
    monkeypatch.setattr(dasbor, "CUKUP_BANYAK", cukup)
    monkeypatch.setattr(os, "cpu_count", lambda: inti)
    monkeypatch.setattr(dasbor, "make_kolam", lambda _: pytest.fail("begun"))
    assert b"</html>" in write_page(terhimpun)


def test_what_crosses_is_packed_before_this_process_goes_on(
    terhimpun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (terhimpun / ".kinerja" / "rencana-2021.json").unlink(missing_ok=True)
    crossing: list[tuple[tuple[object, ...], bytes]] = []

    def note(_pool: object, *args: object) -> Future[bytes]:
        crossing.append((args, pickle.dumps(args)))
        return lose()

    monkeypatch.setattr(dasbor, "CUKUP_BANYAK", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(dasbor, "submit", note)
    write_page(terhimpun)
    [(args, packed)] = crossing
    assert pickle.dumps(args) == packed
