"""One set of values: JSON, workbook, page and screen print the same figures, to the digit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest

from conftest import Kinerja
from halaman_html import Unsur, read
from isi_formulir import fill_form
from kantor_lain import indikator_row, write_ruang
from kinerja_cli.domain.angka import format_angka
from tabel_xlsx import Laporan

KOSONG = {None, "", "–", "-"}


def written(nilai: float | None) -> str:
    """Return a percent as it is written on the page and on the screen."""
    return "" if nilai is None else format_angka(Decimal(str(nilai)), 2)


def page_rows(page: Unsur) -> dict[str, dict[str, str]]:
    """Return the page's table of indicators: texts by column, by code."""
    table = page.one("table", id="tabel-indikator")
    rows: dict[str, dict[str, str]] = {}
    for row in table.one("tbody").all("tr"):
        cells = {x.sifat["data-label"]: x.teks for x in row.all() if "data-label" in x.sifat}
        rows[cells["Kode"].split()[0]] = cells
    return rows


def sheet_rows(laporan: Laporan, lembar: str) -> dict[str, Mapping[str, Any]]:
    """Return a sheet's rows by code."""
    return {str(x["Kode"]): x for x in laporan.table(lembar, "Kode") if x["Kode"]}


@pytest.mark.parametrize("tribulan", [2, 4])
def test_every_output_prints_the_same_figures(
    kinerja: Kinerja, terhimpun: Path, tribulan: int
) -> None:
    upto = ("-t", str(tribulan))
    found = kinerja("analisis", *upto, "--json", di=terhimpun).json
    screen = " ".join(kinerja("analisis", *upto, di=terhimpun).out.split())
    laporan = Laporan((terhimpun / "laporan" / f"analisis-2021-TW{tribulan}.xlsx").read_bytes())
    page = read((terhimpun / "laporan" / f"dasbor-2021-TW{tribulan}.html").read_text("utf-8"))

    judged = "tahun" if tribulan == 4 else "sampai_dengan"
    column = (
        "Tahun 2021: Capaian (dinilai)" if tribulan == 4 else "s.d. Tribulan II: Capaian (dinilai)"
    )
    on_sheet, on_page = sheet_rows(laporan, "Capaian Indikator"), page_rows(page)
    for one in found["indikator"]:
        capaian = one[judged]["capaian"]
        cell = on_sheet[one["kode"]][column]
        if capaian is None:
            assert not isinstance(cell, float)
            assert one[judged]["alasan"] in on_page[one["kode"]]["Predikat"]
        else:
            assert cell == capaian
            assert on_page[one["kode"]]["Capaian"] == written(capaian)

    means = sheet_rows(laporan, "Capaian Sasaran")
    for one in found["sasaran"]:
        assert means[one["kode"]]["Rata-rata Capaian"] == one["rata_rata"]
        assert means[one["kode"]]["Rata-rata Dibatasi 100"] == one["rata_rata_dibatasi"]
        assert written(one["rata_rata_dibatasi"]) in screen
        assert written(one["rata_rata"]) in page.teks

    money = sheet_rows(laporan, "Anggaran & Efisiensi")
    for one in found["anggaran"]:
        assert money[one["kode"]]["Anggaran: Pagu (Rp)"] == one["pagu"]
        assert money[one["kode"]]["Anggaran: Realisasi (Rp)"] == one["realisasi"]
        assert money[one["kode"]]["Anggaran: Serapan (%)"] == one["serapan"]

    office = found["ringkasan"]
    for figure in (
        office["rata_rata"],
        office["rata_rata_dibatasi"],
        office["anggaran"]["serapan"],
    ):
        assert written(figure) in screen
        assert written(figure) in page.teks


def test_a_tie_goes_up_in_every_output(kinerja: Kinerja, tmp_path: Path) -> None:
    """Target 80, realisasi 9,876: a calculator shows 12,345, the paper 12,35."""
    ruang = write_ruang(tmp_path / "r", [indikator_row("A", "Ukuran", "nilai", "80")])
    kinerja("buat-format", "-t", "4", di=ruang)
    (form,) = (ruang / "format").rglob("*.xlsx")
    fill_form(form, ruang / "masuk" / "a.xlsx", {"A": 9.876})
    kinerja("himpun", di=ruang)
    assert kinerja("analisis", "--json", di=ruang).json["indikator"][0]["tahun"]["capaian"] == 12.35
    assert "12,35" in kinerja("analisis", "--rinci", "--csv", "tabel", di=ruang).out
    assert "12.35" in (ruang / "tabel" / "indikator.csv").read_text("utf-8")
    laporan = Laporan((ruang / "laporan" / "analisis-2021-TW4.xlsx").read_bytes())
    row = sheet_rows(laporan, "Capaian Indikator")["A"]
    assert row["Tahun 2021: Capaian (dinilai)"] == 12.35
    page = read((ruang / "laporan" / "dasbor-2021-TW4.html").read_text("utf-8"))
    assert page_rows(page)["A"]["Capaian"] == "12,35"
    assert kinerja("lakip", di=ruang).kode == 0
    draft = docx.Document(str(ruang / "laporan" / "lakip-2021.docx"))
    assert any("12,35" in x.text for t in draft.tables for r in t.rows for x in r.cells)
