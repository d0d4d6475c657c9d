"""Fills a form as a unit would, with openpyxl in the place of a spreadsheet program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_cli.domain.formulir import KodeTandaTangan, KolomAnggaran, KolomData, LembarUnit


def rows_by_code(lembar: Worksheet, kolom: int) -> dict[str, int]:
    """Return the row of each code that stands in a column."""
    cells = (lembar.cell(baris, kolom) for baris in range(1, lembar.max_row + 1))
    return {str(x.value): x.row for x in cells if x.value}


def fill_form(
    formulir: Path,
    tujuan: Path,
    realisasi: Mapping[str, Any],
    *,
    anggaran: Mapping[str, Any] | None = None,
    keterangan: str = "Penjelasan uji.",
) -> Path:
    """Write a filled copy of a form: realisasi by code of indicator, anggaran by budget line."""
    buku = openpyxl.load_workbook(formulir)
    data = buku[LembarUnit.DATA.value]
    places = rows_by_code(data, KolomData.KODE.kolom)
    for kode, nilai in realisasi.items():
        data.cell(places[kode], KolomData.REALISASI.kolom).value = nilai
        data.cell(places[kode], KolomData.KETERANGAN.kolom).value = keterangan
    tanggal = places[KodeTandaTangan.TANGGAL.kode]
    data.cell(tanggal, KolomData.REALISASI.kolom).value = "5 April 2021"
    nama = data.cell(places[KodeTandaTangan.NAMA.kode], KolomData.REALISASI.kolom)
    nama.value = nama.value or "Nama Pejabat"
    if anggaran:
        money = buku[LembarUnit.ANGGARAN.value]
        lines = rows_by_code(money, KolomAnggaran.KODE.kolom)
        for kode, nilai in anggaran.items():
            money.cell(lines[kode], KolomAnggaran.REALISASI.kolom).value = nilai
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    buku.save(tujuan)
    return tujuan
