"""The merged workbooks that two processes make together are those that one makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from conftest import SEKARANG
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur import himpunan
from kinerja_cli.alur.himpun import Permintaan, collect
from pembaca_mati import die


def laporan(ruang: Path) -> Mapping[str, bytes]:
    """Return the merged workbooks of a workspace."""
    return {x.name: x.read_bytes() for x in sorted((ruang / "laporan").glob("himpunan-*.xlsx"))}


def load_killer() -> Callable[..., object]:
    """Return what ends whoever builds."""
    return die


@pytest.mark.parametrize("load", [himpunan._load_builder, load_killer], ids=["sound", "dead"])
def test_two_processes_make_what_one_makes_even_where_one_of_them_dies(
    terhimpun_sekali: Path,
    contoh: Path,
    monkeypatch: pytest.MonkeyPatch,
    load: Callable[..., object],
) -> None:
    monkeypatch.setattr(himpunan, "_load_builder", load)
    collect(Permintaan(Ruang(contoh), SEKARANG, proses=2), lambda *_: None)
    assert len(laporan(contoh)) == 4
    assert laporan(contoh) == laporan(terhimpun_sekali)
