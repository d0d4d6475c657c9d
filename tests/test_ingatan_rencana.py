"""What is kept of a plan that was read: the same plan, and never older than its files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import tree
from kinerja_cli.adapter.ingatan_rencana import open_rencana, pack_rencana
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur import rencana as alur_rencana
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.rencana import Indikator, Rencana, Riwayat, Simpul, Unit

TIDAK_LAZIM = Rencana(2021, (Unit("A\r\n\ud800", "=1+1\u2028"),), (), ())


def at_most_one(kelas: type[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return a tuple with nothing or with one value of any kind that the class takes."""
    return st.lists(st.from_type(kelas), max_size=1).map(tuple)


RENCANA = st.builds(
    Rencana,
    unit=at_most_one(Unit),
    cascading=at_most_one(Simpul),
    indikator=at_most_one(Indikator),
    riwayat=at_most_one(Riwayat),
    predikat=st.dictionaries(st.text(), st.dictionaries(st.text(), st.decimals()), max_size=2),
)


@given(RENCANA)
@example(TIDAK_LAZIM)
def test_a_plan_comes_back_to_the_last_digit(rencana: Rencana) -> None:
    kept = json.dumps(pack_rencana(rencana))
    assert repr(open_rencana(kept)) == repr(rencana)


def kept(ruang: Path) -> Path:
    """Return the file that the plan of the example is kept in."""
    return ruang / ".kinerja" / "rencana-2021.json"


def plan(ruang: Path) -> Rencana:
    """Return the plan as a command gets it that keeps it."""
    return load_rencana(Ruang(ruang), None, ingat=True)[1]


def write_cell(ruang: Path, lembar: str, sel: str, isi: object) -> None:
    """Change one cell of the plan's workbook."""
    path = ruang / "rencana-2021.xlsx"
    buku = openpyxl.load_workbook(path)
    buku[lembar][sel].value = isi
    buku.save(path)


@pytest.fixture
def teringat(terhimpun: Path) -> Path:
    """Return the example with its plan kept."""
    plan(terhimpun)
    assert kept(terhimpun).is_file()
    return terhimpun


def test_what_is_kept_is_not_read_again(teringat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = plan(teringat)
    with monkeypatch.context() as patch:
        patch.delattr(alur_rencana, "read_buku")
        assert repr(plan(teringat)) == repr(read)
    kept(teringat).unlink()
    assert repr(plan(teringat)) == repr(read)


def test_a_changed_plan_is_read_anew(teringat: Path) -> None:
    write_cell(teringat, "Unit", "B2", "Seksi Baru")
    assert plan(teringat).unit[0].nama == "Seksi Baru"


def test_a_plan_that_became_wrong_is_refused(teringat: Path) -> None:
    write_cell(teringat, "Indikator", "A3", None)
    for _ in range(2):
        with pytest.raises(KinerjaError, match="Perbaiki rencana lebih dahulu"):
            plan(teringat)


def test_a_finding_that_became_a_galat_is_heard(teringat: Path) -> None:
    write_cell(teringat, "Indikator", "C3", "Indeks kepuasan masyarakat atas pelayanan kecamatan")
    assert plan(teringat)
    path = teringat / "kinerja.toml"
    text = path.read_text(encoding="utf-8")
    kode = JenisTemuan.RENCANA_URAIAN_MIRIP.kode
    louder = text.replace("[temuan]", f'[temuan]\n{kode} = "galat"')
    path.write_text(louder, encoding="utf-8")
    with pytest.raises(KinerjaError, match="Perbaiki rencana lebih dahulu"):
        plan(teringat)


def test_a_plan_under_the_name_of_another_year_is_of_that_year(teringat: Path) -> None:
    isi = (teringat / "rencana-2021.xlsx").read_bytes()
    (teringat / "rencana-2022.xlsx").write_bytes(isi)
    kept(teringat).rename(kept(teringat).with_name("rencana-2022.json"))
    assert load_rencana(Ruang(teringat), 2022)[1].tahun == 2022


@pytest.mark.parametrize("isi", [b"", b"bukan sidik\n[]", b"\n[]", b"\xff\n"])
def test_a_damaged_file_is_read_anew(teringat: Path, isi: bytes) -> None:
    read = plan(teringat)
    kept(teringat).write_bytes(isi)
    assert plan(teringat) == read


def test_a_figure_that_a_hand_changed_is_not_believed(teringat: Path) -> None:
    read = plan(teringat)
    text = kept(teringat).read_text(encoding="utf-8")
    assert '"100"' in text
    kept(teringat).write_text(text.replace('"100"', '"90"'), encoding="utf-8")
    assert plan(teringat) == read


def test_without_a_store_nothing_is_kept(contoh: Path) -> None:
    before = sorted(contoh.rglob("*"))
    assert plan(contoh)
    assert sorted(contoh.rglob("*")) == before


def test_who_only_asks_keeps_nothing(terhimpun: Path) -> None:
    before = tree(terhimpun)
    assert load_rencana(Ruang(terhimpun), None)
    assert tree(terhimpun) == before


def test_where_nothing_can_be_kept_the_plan_is_read(terhimpun: Path) -> None:
    kept(terhimpun).mkdir()
    assert plan(terhimpun)
