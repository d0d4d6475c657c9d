"""The merged workbooks that two processes make together are those that one makes."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

import pytest

from conftest import collect_all
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur import himpunan, kolam
from kinerja_cli.alur.himpunan import PenyusunHimpunan
from kinerja_cli.domain.rencana import TRIBULAN
from kolam_uji import Asked, lose, refuse

TAHUN = 2021


def laporan(ruang: Path) -> Mapping[str, bytes]:
    """Return the merged workbooks of a workspace."""
    return {x.name: x.read_bytes() for x in sorted((ruang / "laporan").glob("himpunan-*.xlsx"))}


@pytest.mark.parametrize("submit", [kolam.submit, refuse, lose])
def test_two_processes_make_what_one_makes_even_where_one_of_them_is_gone(
    terhimpun_sekali: Path, contoh: Path, monkeypatch: pytest.MonkeyPatch, submit: Asked
) -> None:
    asked: list[ProcessPoolExecutor] = []

    def note(pool: ProcessPoolExecutor, *args: object) -> Future[bytes]:
        asked.append(pool)
        return submit(pool, *args)

    monkeypatch.setattr(himpunan, "submit", note)
    collect_all(Ruang(contoh), 2)
    assert len(asked) == 3  # the last one it makes itself
    assert len(laporan(contoh)) == 4
    assert laporan(contoh) == laporan(terhimpun_sekali)


def test_a_tribulan_s_workbook_begins_once_its_files_are_decided_and_no_later_ones(
    terhimpun_sekali: Path, contoh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[frozenset[tuple[str, int]]] = []

    def note(self: PenyusunHimpunan, _: int) -> None:
        seen.append(self.db.reported(TAHUN))

    monkeypatch.setattr(PenyusunHimpunan, "begin", note)
    collect_all(Ruang(contoh))
    with open_basisdata(Ruang(terhimpun_sekali).basisdata, ubah=False) as db:
        reported = db.reported(TAHUN)
    earlier = TRIBULAN[:-1]  # the last one waits for nobody and is made by whoever decided
    assert seen == [frozenset(x for x in reported if x[1] <= ke) for ke in earlier]
