"""One set of values: JSON, workbook, page and screen print the same figures, to the digit."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from conftest import Kinerja
from halaman_html import Unsur, read
from kinerja_cli.domain.angka import format_angka
from tabel_xlsx import Laporan, read_laporan

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


def sheet_rows(laporan: Laporan, lembar: str) -> dict[str, dict[str, Any]]:
    """Return a sheet's rows by code."""
    return {str(x["Kode"]): x for x in laporan.table(lembar, "Kode") if x["Kode"]}


@pytest.mark.parametrize("tribulan", [2, 4])
def test_every_output_prints_the_same_figures(
    kinerja: Kinerja, contoh: Path, tribulan: int
) -> None:
    kinerja("himpun", di=contoh)
    upto = ("-t", str(tribulan))
    found = kinerja("analisis", *upto, "--json", di=contoh).json
    screen = " ".join(kinerja("analisis", *upto, di=contoh).out.split())
    laporan = read_laporan((contoh / "laporan" / f"analisis-2021-TW{tribulan}.xlsx").read_bytes())
    page = read((contoh / "laporan" / f"dasbor-2021-TW{tribulan}.html").read_text("utf-8"))

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
