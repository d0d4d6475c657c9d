"""The main road from an empty folder to the draft, run as a person runs it."""

from __future__ import annotations

from pathlib import Path

import docx

from conftest import Kinerja, tree


def test_the_example_goes_the_whole_road(kinerja: Kinerja, contoh: Path) -> None:
    assert kinerja("periksa", "--json", di=contoh).json == {"temuan": []}
    assert kinerja("buat-format", "-t", "1", di=contoh).kode == 0
    assert len(list((contoh / "format" / "2021-TW1").glob("*.xlsx"))) == 6

    himpun = kinerja("himpun", "--json", di=contoh)
    assert himpun.kode == 0
    assert {x["status"] for x in himpun.json["berkas"]} == {"diterima"}
    assert (len(himpun.json["berkas"]), himpun.json["unit_belum"]) == (24, [])
    assert len(list((contoh / "laporan").glob("himpunan-2021-TW*.xlsx"))) == 4

    analisis = kinerja("analisis", "--json", di=contoh)
    assert analisis.kode == 0
    assert len(analisis.json["indikator"]) >= 30
    assert (contoh / "laporan" / "analisis-2021-TW4.xlsx").exists()

    assert kinerja("lakip", di=contoh).kode == 0
    assert docx.Document(str(contoh / "laporan" / "lakip-2021.docx")).tables


def test_himpun_a_second_time_changes_nothing_and_says_so(kinerja: Kinerja, contoh: Path) -> None:
    kinerja("himpun", di=contoh)
    before = tree(contoh)
    again = kinerja("himpun", di=contoh)
    assert again.kode == 0
    assert "Tidak ada perubahan: 24 sudah ada." in again.out
    assert tree(contoh) == before


def test_the_screen_fits_80_columns_and_says_it_is_an_example(
    kinerja: Kinerja, terhimpun: Path
) -> None:
    for command in (("himpun",), ("status",), ("analisis",), ("status", "-t", "1")):
        shown = kinerja(*command, di=terhimpun)
        assert max(map(len, shown.out.splitlines())) <= 80
    assert "DATA CONTOH" in kinerja("analisis", di=terhimpun).out
