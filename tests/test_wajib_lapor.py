"""What `status` keeps of a plan: never older than the plan and the settings it was read from."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from conftest import Kinerja
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.wajib_lapor import WajibLapor, keep_wajib, recall_wajib
from kinerja_cli.alur.status import show_status


def kept(ruang: Path) -> Path:
    """Return the file that it is kept in."""
    return ruang / ".kinerja" / "wajib-lapor.json"


def names(ruang: Path, tahun: int | None = None) -> list[str]:
    """Return the names of the units that status shows for one tribulan."""
    return [x.nama for x in show_status(Ruang(ruang), tahun, 1).unit]


def test_what_is_kept_shows_the_same(kinerja: Kinerja, terhimpun: Path) -> None:
    first = kinerja("status", "--json", di=terhimpun).json
    assert kept(terhimpun).exists()
    assert kinerja("status", "--json", di=terhimpun).json == first


def test_a_changed_plan_is_read_anew(terhimpun: Path) -> None:
    names(terhimpun)
    path = terhimpun / "rencana-2021.xlsx"
    buku = openpyxl.load_workbook(path)
    buku["Unit"].cell(2, 2).value = "Seksi Baru"
    buku.save(path)
    assert "Seksi Baru" in names(terhimpun)


def test_changed_settings_are_read_anew(kinerja: Kinerja, terhimpun: Path) -> None:
    names(terhimpun)
    path = terhimpun / "kinerja.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("tahun = 2021", "tahun = 2022"), encoding="utf-8"
    )
    assert kinerja("status", di=terhimpun).kode == 2
    assert names(terhimpun, 2021)
    assert kinerja("status", di=terhimpun).kode == 2


@pytest.mark.parametrize("isi", ["", "bukan sidik\n{}", '\n{"bawaan": 2021}', "\n[1, 2]"])
def test_a_damaged_file_is_read_anew(terhimpun: Path, isi: str) -> None:
    shown = names(terhimpun)
    kept(terhimpun).write_text(isi, encoding="utf-8")
    assert names(terhimpun) == shown


def test_a_hand_that_changed_a_name_is_not_believed(terhimpun: Path) -> None:
    shown = names(terhimpun)
    text = kept(terhimpun).read_text(encoding="utf-8")
    kept(terhimpun).write_text(text.replace(shown[0], "Nama Lain"), encoding="utf-8")
    assert names(terhimpun) == shown


def test_without_a_store_nothing_is_kept(contoh: Path) -> None:
    before = sorted(contoh.rglob("*"))
    assert names(contoh)
    assert sorted(contoh.rglob("*")) == before


def test_another_year_than_asked_for_is_not_recalled(terhimpun: Path) -> None:
    ruang = Ruang(terhimpun)
    keep_wajib(ruang, WajibLapor(2021, 2021, {"YAN": "Seksi Pelayanan"}))
    assert recall_wajib(ruang, 2022) is None
    assert recall_wajib(ruang, None) == WajibLapor(2021, 2021, {"YAN": "Seksi Pelayanan"})
