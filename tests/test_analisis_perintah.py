"""Questions an office asks of the analysis: by unit, by sasaran, against a year, as tables."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from conftest import Kinerja
from isi_formulir import fill_form
from kantor_lain import indikator_row, write_ruang


def test_details_are_of_all_of_a_unit_or_under_a_sasaran(kinerja: Kinerja, terhimpun: Path) -> None:
    every = kinerja("analisis", "--rinci", di=terhimpun).out
    of_unit = kinerja("analisis", "--unit", "YAN", di=terhimpun).out
    under = kinerja("analisis", "--sasaran", "S1", di=terhimpun).out
    assert "IK-S5-1" in every
    assert "IK-S5-1" not in of_unit
    assert "IK-S1-1" in of_unit
    assert "IK-7.01.02-1" in under
    assert "IK-S5-1" not in under
    for screen in (every, of_unit, under):
        assert max(map(len, screen.splitlines())) <= 80


def test_a_units_own_share_is_shown_not_the_offices(kinerja: Kinerja, terhimpun: Path) -> None:
    shared = "IK-7.01.06.2.01-1"
    office = {x["kode"]: x for x in kinerja("analisis", "--json", di=terhimpun).json["indikator"]}
    assert office[shared]["tahun"]["target"] == 120
    line = next(
        x for x in kinerja("analisis", "--unit", "YAN", di=terhimpun).out.splitlines()
        if x.startswith(shared)
    )  # fmt: skip
    assert " 20 " in line


def test_a_year_is_compared_in_points_and_in_words(kinerja: Kinerja, terhimpun: Path) -> None:
    screen = kinerja("analisis", "--bandingkan", "2020", di=terhimpun).out
    assert "naik" in screen
    assert "turun" in screen
    refused = kinerja("analisis", "--bandingkan", "2011", di=terhimpun)
    assert refused.kode == 2
    assert "2018, 2019, 2020" in refused.err


@pytest.mark.parametrize("pilihan", [("--unit", "ZZZ"), ("--sasaran", "S99")])
def test_an_unknown_code_names_the_known_ones(
    kinerja: Kinerja, terhimpun: Path, pilihan: tuple[str, str]
) -> None:
    refused = kinerja("analisis", *pilihan, di=terhimpun)
    assert refused.kode == 2
    assert "Pilih dari" in refused.err


def test_part_of_the_year_names_what_lags_and_json_what_it_needs(
    kinerja: Kinerja, terhimpun: Path
) -> None:
    assert "Tertinggal dari rencana" in kinerja("analisis", "-t", "2", di=terhimpun).out
    found = kinerja("analisis", "-t", "3", "--json", di=terhimpun).json
    assert found["berisiko"]
    assert found["ringkasan"]["efisiensi"] is None
    over = kinerja("analisis", "--json", di=terhimpun).json
    assert over["berisiko"] == []
    assert over["peringkat"]["naik"][0]["poin"] > 0


def test_tidy_tables_hold_the_figures_of_the_json(kinerja: Kinerja, terhimpun: Path) -> None:
    analisis = kinerja("analisis", "--json", di=terhimpun).json
    assert kinerja("analisis", "--csv", "tabel", di=terhimpun).kode == 0
    table = pd.read_csv(terhimpun / "tabel" / "indikator.csv")
    years = table[table["masa"] == "tahun"].set_index("kode")["capaian"]
    for one in analisis["indikator"]:
        assert years[one["kode"]] == one["tahun"]["capaian"]
    money = pd.read_csv(terhimpun / "tabel" / "anggaran.csv")
    assert list(money["serapan"]) == [x["serapan"] for x in analisis["anggaran"]]
    names = {x.name for x in (terhimpun / "tabel").iterdir()}
    assert names == {"indikator.csv", "porsi.csv", "sasaran.csv", "unit.csv", "anggaran.csv"}


def test_texts_that_would_become_formulas_are_defused(kinerja: Kinerja, tmp_path: Path) -> None:
    ruang = write_ruang(tmp_path / "r", [indikator_row("A", "=HYPERLINK(1)", "nilai", "5")])
    kinerja("buat-format", "-t", "1", di=ruang)
    (form,) = (ruang / "format").rglob("*.xlsx")
    fill_form(form, ruang / "masuk" / "a.xlsx", {"A": 5})
    assert kinerja("himpun", di=ruang).kode == 0
    screen = kinerja("analisis", "--csv", "tabel", di=ruang).out
    assert "Capaian terendah" not in screen
    table = pd.read_csv(ruang / "tabel" / "indikator.csv")
    assert table["indikator"][0] == "'=HYPERLINK(1)"
