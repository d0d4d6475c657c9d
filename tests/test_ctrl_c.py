"""Ctrl-C, and again: whoever stops the program gets the screen back, and nothing stays behind."""

from __future__ import annotations

import os
import time
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path

import pytest

from conftest import SEKARANG
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur import analisis, dasbor, kolam

LAMA = 60
"""Seconds that nobody should wait."""


def ended(future: Future[bytes] | Future[None]) -> bool:
    """Tell whether the process ended that was to answer."""
    return isinstance(future.exception(timeout=LAMA / 2), BrokenExecutor)


def interrupt(*_: object) -> None:
    """Do what Ctrl-C does."""
    raise KeyboardInterrupt


def test_nobody_waits_for_the_page_of_a_command_that_gave_up(
    terhimpun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dasbor, "CUKUP_BANYAK", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    asked: list[Future[bytes]] = []

    def give_up() -> None:
        with analisis.begin_analisis(Ruang(terhimpun), None, None, SEKARANG) as (_, halaman):
            assert halaman.hasil
            asked.append(halaman.hasil)
            interrupt()

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert [ended(x) for x in asked] == [True]


def test_ctrl_c_while_the_processes_end_ends_them_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Future[None]] = []

    def give_up() -> None:
        with kolam.open_kolam(2) as made:
            assert made
            asked.append(kolam.submit(made, time.sleep, LAMA))
            monkeypatch.setattr(made, "shutdown", interrupt)

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert [ended(x) for x in asked] == [True]
