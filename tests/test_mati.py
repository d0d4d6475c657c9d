"""Stopped at any point, a run leaves the old state or the new one, and the next run finishes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kinerja_cli.adapter.basisdata import jurnal
from kinerja_cli.adapter.basisdata.jurnal import jurnal_of
from kinerja_cli.adapter.ruang import Ruang
from ruang_kecil import Salin, copies_of, run
from test_migrasi import LAMA, load
from titik_henti import Pandangan, look_at, names_of, record_states, store_rows

pytestmark = pytest.mark.berat

PERINTAH = {
    "himpun": ("himpun",),
    "buat-format": ("buat-format", "-t", "2", "--unit", "PEM", "--unit", "YAN"),
    "analisis": ("analisis",),
    "lakip": ("lakip", "--format", "docx,html"),
    "surat": ("surat", "undangan", "--rapat", "20-01-2022"),
    "surat lagi": ("surat", "nota-dinas", "--lagi"),
}
KODE = {"himpun": 1}
"""A run with a refused workbook ends so."""

TRANSAKSI = {"surat": 2, "surat lagi": 2}
"""A number is given for good before its letter is written."""


@pytest.fixture(scope="module")
def kecil(contoh_sekali: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Salin]:
    """Return what makes a copy of the small workspace."""
    yield from copies_of(contoh_sekali, tmp_path_factory.mktemp("kecil"))


@pytest.mark.parametrize("nama", PERINTAH)
def test_a_stopped_run_leaves_old_or_new_and_the_next_one_finishes(
    kecil: Salin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nama: str
) -> None:
    argv, kode = PERINTAH[nama], KODE.get(nama, 0)
    undisturbed = kecil(tmp_path / "utuh")
    old = look_at(undisturbed)
    assert run(undisturbed, *argv) == kode
    new = look_at(undisturbed)
    assert run(undisturbed, *argv) == kode
    twice = look_at(undisturbed)

    monkeypatch.setattr(jurnal, "PENYANGGA", 2048)
    akar = kecil(tmp_path / "jalan")
    states = record_states(akar, tmp_path / "mati", lambda: run(akar, *argv))
    assert len(states) > 10
    seen: list[Pandangan] = []
    for state in states:
        found = look_at(state)
        if found not in seen:
            seen.append(found)
        assert run(state, *argv) == kode, state
        assert look_at(state) in (new, twice), state
        assert names_of(state) == names_of(undisturbed), state
    assert [seen[0], seen[-1]] == [old, new]
    assert len(seen) == TRANSAKSI.get(nama, 1) + 1


def _damaged_store(akar: Path) -> None:
    Ruang(akar).basisdata.write_bytes(b"bukan basis data")


def _both_damaged(akar: Path) -> None:
    _damaged_store(akar)
    path = jurnal_of(Ruang(akar).basisdata)
    whole = path.read_bytes()
    path.write_bytes(whole[:-2000] + whole[-2000:].replace(b"INSERT", b"insert"))


def _gone_journal(akar: Path) -> None:
    jurnal_of(Ruang(akar).basisdata).unlink()


@pytest.mark.parametrize(
    ("rusak", "argv"),
    [
        (_damaged_store, ("bangun-ulang",)),
        (_both_damaged, ("bangun-ulang",)),
        (_gone_journal, ("bangun-ulang", "--dari-basis-data")),
    ],
)
def test_a_stopped_rebuilding_is_begun_again_and_ends_alike(
    kecil: Salin, tmp_path: Path, rusak: Callable[[Path], None], argv: tuple[str, ...]
) -> None:
    akar = kecil(tmp_path / "jalan")
    rusak(akar)
    states = record_states(akar, tmp_path / "mati", lambda: run(akar, *argv))
    assert len(states) > 4
    new = look_at(akar)
    for state in states:
        assert run(state, *argv) in {0, 1}, state
        assert look_at(state) == new, state
        extra = names_of(state) - names_of(akar)
        assert all(".rusak-" in x for x in extra), state


def test_a_stopped_migration_is_begun_again(tmp_path: Path) -> None:
    akar, sql = tmp_path / "r", LAMA[0]
    path = Ruang(akar).basisdata
    path.parent.mkdir(parents=True)
    shutil.copy(Path(__file__).parent.parent / "contoh_data" / "kinerja.toml", akar)
    shutil.copy(Path(__file__).parent.parent / "contoh_data" / "rencana-2021.xlsx", akar)
    load(sql, path)
    argv = ("tutup", "-t", "2")
    states = record_states(akar, tmp_path / "mati", lambda: run(akar, *argv))
    new = [x for x in store_rows(path) if "penutupan" not in x]
    for state in states:
        assert run(state, *argv) in {0, 2}, state  # closed already: that is said
        found = Ruang(state).basisdata
        assert [x for x in store_rows(found) if "penutupan" not in x] == new, state
        assert names_of(state) == names_of(akar), state
