"""The dashboard in a real Chromium: seen in both themes, heard, searched, sorted, and printed.

Its pictures are kept under keluaran-uji/dasbor/ for people to look at.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from analisis_contoh import CASCADING, DIBUAT, PENGATURAN, UNIT, contoh_analisis, contoh_temuan
from kinerja_cli.adapter.dasbor_html import build_dasbor
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.predikat import Kelas
from kinerja_cli.domain.setoran import Realisasi, Setoran
from klien.program import MODUL_NODE, SKRIP, find_program, run_program
from rencana_uji import indikator, rencana

pytestmark = pytest.mark.klien

GAMBAR = SKRIP.parents[1] / "keluaran-uji" / "dasbor"
PUTIH, TERANG, GELAP = "rgb(255, 255, 255)", "rgb(243, 244, 241)", "rgb(19, 24, 29)"


def long_analisis() -> Analisis:
    """Return sixty indicators with texts of 300 characters, one of them without a space."""
    panjang = ("Persentase penyelesaian dokumen pelayanan " * 8)[:300]
    many = [indikator(f"I{ke}", uraian=panjang, satuan=panjang[:60]) for ke in range(59)]
    many.append(indikator("I59", uraian="x" * 300))
    nodes = tuple(replace(x, uraian=panjang) for x in CASCADING)
    units = tuple(replace(x, nama=panjang[:120]) for x in UNIT)
    figures = {x.kode: Realisasi(Decimal(ke % 5)) for ke, x in enumerate(many)}
    plan = replace(rencana(*many), cascading=nodes, unit=units)
    skala = (
        Kelas(Decimal(90), "Sangat Memuaskan Sekali", "FFFF66"),
        Kelas(Decimal(40), "Cukup", "101010"),
        Kelas(Decimal(0), "Kurang", "FF0000"),
    )
    settings = replace(PENGATURAN, aturan=replace(PENGATURAN.aturan, skala=skala))
    return build_analisis(plan, settings, [Setoran("u1", 1, figures)], 1)


HALAMAN: Mapping[str, Callable[[], Analisis]] = {
    "tribulan-4": lambda: contoh_analisis(4),
    "tribulan-3": lambda: contoh_analisis(3),
    "tribulan-1": lambda: contoh_analisis(1),
    "panjang": long_analisis,
}


@pytest.fixture(scope="module")
def lihat(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Any]:
    """Return a function that tells what Chromium saw of a page, looking only once."""
    return cache(lambda nama: look(nama, tmp_path_factory.mktemp(nama)))


@pytest.fixture(params=HALAMAN)
def dilihat(request: pytest.FixtureRequest, lihat: Callable[[str], Any]) -> Any:  # noqa: ANN401 - JSON
    """Return what Chromium saw of one page."""
    return lihat(request.param)


@pytest.fixture
def akhir_tahun(lihat: Callable[[str], Any]) -> Any:  # noqa: ANN401 - JSON
    """Return what Chromium saw of the page at the end of the year."""
    return lihat("tribulan-4")


def look(nama: str, folder: Path) -> Any:  # noqa: ANN401 - JSON
    """Write a page, have it looked at and used, and return what was seen."""
    analisis = HALAMAN[nama]()
    GAMBAR.mkdir(parents=True, exist_ok=True)
    halaman, hasil = folder / f"{nama}.html", folder / "hasil.json"
    halaman.write_text(build_dasbor(analisis, contoh_temuan(), DIBUAT), encoding="utf-8")
    if not (MODUL_NODE / "node_modules" / "playwright-core").is_dir():
        pytest.fail("paket npm belum dipasang di build/klien: jalankan make uji-klien")
    argv = (find_program("chromium", "chromium"), halaman, GAMBAR, hasil)
    run_program(find_program("node", "nodejs"), SKRIP / "lihat_dasbor.mjs", *argv, di=MODUL_NODE)
    return json.loads(hasil.read_text(encoding="utf-8"))


def test_no_theme_or_width_has_a_serious_accessibility_fault(dilihat: Any) -> None:  # noqa: ANN401
    assert len(dilihat["tampilan"]) == 4
    assert {(x["lebar"], x["tema"]): x["pelanggaran"] for x in dilihat["tampilan"]} == {
        (lebar, tema): [] for lebar in (1280, 360) for tema in ("terang", "gelap")
    }


def test_no_screen_has_to_be_scrolled_sideways(dilihat: Any) -> None:  # noqa: ANN401
    assert [x["gulir"] for x in dilihat["tampilan"]] == [1280, 1280, 360, 360]


def test_the_page_asks_for_nothing_and_runs_without_fault(dilihat: Any) -> None:  # noqa: ANN401
    assert dilihat["permintaan"] == []
    assert dilihat["galat"] == []


def test_paper_is_white_in_either_theme_and_free_of_controls(dilihat: Any) -> None:  # noqa: ANN401
    assert dilihat["cetak"] == {"latar": PUTIH, "tersembunyi": ["none"] * 3}


def test_without_script_everything_stands_and_nothing_is_dead(dilihat: Any) -> None:  # noqa: ANN401
    plain = dilihat["tanpa_skrip"]
    assert plain["mati"] == [False, False, False]
    assert plain["baris"] == len(dilihat["tabel"]["semula"])
    for judul in ("Ringkasan", "Capaian per sasaran", "Semua indikator", "Aturan yang dipakai"):
        assert judul in plain["teks"]


def test_the_table_sorts_by_capaian_up_down_and_back(akhir_tahun: Any) -> None:  # noqa: ANN401
    semula = [x.indikator.kode for x in contoh_analisis().indikator]
    without = ["GABUNG", "KOSONG"]
    table = akhir_tahun["tabel"]
    assert table["semula"] == semula
    (first, up), (second, down), (third, back) = table["urutan"]
    assert (first, second, third) == ("ascending", "descending", None)
    assert up[-2:] == down[-2:] == without
    assert up[:-2] == sorted(up[:-2], key=_capaian)
    assert [_capaian(x) for x in down[:-2]] == sorted(map(_capaian, up[:-2]), reverse=True)
    assert back == semula
    assert table["menurut_kode"] == sorted(semula)


def _capaian(kode: str) -> Decimal:
    persen = {x.indikator.kode: x.persen for x in contoh_analisis().indikator}[kode]
    assert persen is not None
    return persen


def test_search_finds_every_word_anywhere_in_a_row(akhir_tahun: Any) -> None:  # noqa: ANN401
    table = akhir_tahun["tabel"]
    assert sorted(table["cari"]) == ["GABUNG", "KOSONG", "PREDIKAT", "STABIL"]
    assert table["kabar"] == "4 dari 11 indikator"
    assert table["tanpa_hasil"] == [[], True, "0 dari 11 indikator"]
    assert table["kembali"] == [11, False, ""]


def test_the_theme_changes_and_is_remembered(akhir_tahun: Any) -> None:  # noqa: ANN401
    assert akhir_tahun["tema"] == {
        "semula": ["Tema gelap", TERANG],
        "diganti": ["Tema terang", GELAP],
        "dimuat_ulang": ["Tema terang", GELAP],
        "kembali": ["Tema gelap", TERANG],
    }


def test_the_keyboard_reaches_everything_and_shows_where_it_is(akhir_tahun: Any) -> None:  # noqa: ANN401
    keys = akhir_tahun["papan_ketik"]
    assert keys["lompat"] == ["Langsung ke isi", "solid", True]
    assert keys["isi"] == "isi"
    assert keys["kepala"] == ["Kode", "solid", True]
    assert keys["urut"] == "ascending"
