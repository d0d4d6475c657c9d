"""What the sheets of a unit's workbook share: its facts, letterhead, styles, protection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from kinerja_cli.adapter.tulis_xlsx import (
    WARNA_BAGIAN,
    WARNA_CONTOH,
    WARNA_GARIS,
    WARNA_ISIAN,
    WARNA_KEPALA,
    GayaBuku,
    write_teks,
)
from kinerja_cli.domain.kantor import Kantor, Pengaturan
from kinerja_cli.domain.rencana import ROMAWI, Agregasi, Indikator, Jenjang, Porsi, Rencana, Unit

TINGGI_KEPALA = 30
TANDA_CONTOH = "DATA CONTOH"
TANDA_KUMULATIF = " kumulatif s.d. tribulan ini"
WARNA_SATUAN = "595959"

KOTAK: dict[str, Any] = {
    "border": 1,
    "border_color": WARNA_GARIS,
    "text_wrap": True,
    "valign": "top",
}
"""A cell of a table; heights stay automatic, so that a row grows with what is typed into it."""

ISIAN: dict[str, Any] = {**KOTAK, "bg_color": WARNA_ISIAN, "locked": False}
"""A cell to fill in: the only cells that are unlocked and yellow."""

BAGIAN: dict[str, Any] = {
    "top": 1,
    "bottom": 1,
    "border_color": WARNA_GARIS,
    "bg_color": WARNA_BAGIAN,
    "bold": True,
}

_DILOLOSKAN = re.compile(r"_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XlsxWriter escapes twice in a text of two colours: such a text is written in one."""

PERLINDUNGAN = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_cells": True,  # a cell that a spreadsheet made a date must be set back to a number
    "format_columns": True,
    "format_rows": True,
}


@dataclass(frozen=True, slots=True)
class Formulir:
    """One workbook to hand out: whose, of which plan and tribulan, with the office's settings."""

    rencana: Rencana
    pengaturan: Pengaturan
    unit: Unit
    tribulan: int

    @property
    def kantor(self) -> Kantor:
        """Return the office of the letterhead."""
        return self.pengaturan.kantor

    @property
    def romawi(self) -> str:
        """Return the tribulan as official papers number it."""
        return ROMAWI[self.tribulan]

    def porsi_of(self, indikator: Indikator) -> Porsi:
        """Return what the unit owes to one of its indicators."""
        return next(x for x in indikator.porsi if x.unit == self.unit.kode)

    def sections(self) -> Iterator[tuple[str, tuple[Indikator, ...]]]:
        """Yield the SOP's two sections, each with its title; one without rows is left out."""
        of_sasaran: list[Indikator] = []
        of_program: list[Indikator] = []
        for indikator in self.rencana.indicators_of(self.unit.kode):
            is_sasaran = self.rencana.jenjang_of(indikator) is Jenjang.SASARAN
            (of_sasaran if is_sasaran else of_program).append(indikator)
        if of_sasaran:
            yield "A. Indikator Kinerja Sasaran", tuple(of_sasaran)
        if of_program:
            yield "B. Indikator Kinerja Program dan Kegiatan", tuple(of_program)


@dataclass(frozen=True, slots=True)
class Halaman:
    """A sheet that is being written, with the styles of its workbook and what it is for."""

    lembar: Worksheet
    gaya: GayaBuku
    formulir: Formulir

    def write(self, baris: int, kolom: int, teks: str, **sifat: Any) -> None:  # noqa: ANN401 - XlsxWriter's own mix of values
        """Write a text (row and column from 0) in a style with these properties."""
        write_teks(self.lembar, baris, kolom, teks, self.gaya.of(**sifat))

    def write_across(self, baris: int, kolom: tuple[int, int], teks: str, **sifat: Any) -> None:  # noqa: ANN401 - as above
        """Write a text over the columns from..to of one row, merged: for titles, never for data."""
        style = self.gaya.of(**sifat)
        self.lembar.merge_range(baris, kolom[0], baris, kolom[1], "", style)
        write_teks(self.lembar, baris, kolom[0], teks, style)


def write_judul(halaman: Halaman, judul: str, kolom: int) -> int:
    """Write letterhead, title, unit, year and tribulan; return the row for the table's header."""
    formulir = halaman.formulir
    baris = _write_kop(halaman, kolom)
    title = {"bold": True, "font_size": 12, "align": "center", "valign": "vcenter"}
    halaman.write_across(baris, (0, kolom), judul, **title)
    halaman.lembar.set_row(baris, 26)
    if formulir.kantor.contoh:
        mark = {"bold": True, "font_size": 12, "font_color": WARNA_CONTOH, "align": "right"}
        halaman.write(baris + 1, kolom, TANDA_CONTOH, **mark)
    facts = (
        ("Unit", formulir.unit.nama),
        ("Tahun", str(formulir.rencana.tahun)),
        ("Tribulan", formulir.romawi),
    )
    for nama, nilai in facts:
        baris += 1
        halaman.write(baris, 0, nama, valign="top")
        halaman.write(baris, 1, f": {nilai}", bold=True, valign="top")
    halaman.lembar.set_row(baris, 18)
    return baris + 1


def _write_kop(halaman: Halaman, kolom: int) -> int:
    """Write the letterhead over columns 0..kolom; return the next free row."""
    kantor = halaman.formulir.kantor
    lines: tuple[tuple[str, int, dict[str, Any]], ...] = (
        (kantor.pemerintah.upper(), 15, {"bold": True, "font_size": 11}),
        (kantor.nama.upper(), 19, {"bold": True, "font_size": 14}),
        (kantor.alamat, 15, {"font_size": 9, "bottom": 6, "bottom_color": "000000"}),
    )
    for baris, (teks, tinggi, sifat) in enumerate(lines):
        centred = {"align": "center", "valign": "vcenter"} | sifat
        halaman.write_across(baris, (0, kolom), teks, **centred)
        halaman.lembar.set_row(baris, tinggi)
    return len(lines)


def write_kepala(halaman: Halaman, baris: int, judul: Iterable[str]) -> None:
    """Write a table's header row; what stands below scrolls under it."""
    look = {"bold": True, "align": "center", "valign": "vcenter", "bg_color": WARNA_KEPALA}
    for kolom, teks in enumerate(judul):
        halaman.write(baris, kolom, teks, **KOTAK | look)
    halaman.lembar.set_row(baris, TINGGI_KEPALA)
    halaman.lembar.freeze_panes(baris + 1, 0)


def write_bagian(halaman: Halaman, baris: int, judul: str, kolom: int) -> None:
    """Write the title row of a section over columns 0..kolom, without merging cells."""
    for ke in range(kolom + 1):
        edges = {"left": int(ke == 0), "right": int(ke == kolom)}
        halaman.write(baris, ke, judul if ke == 0 else "", **BAGIAN | edges)


def teks_indikator(indikator: Indikator) -> str:
    """Return what stands in an indicator's cell: the plan's text, its satuan on a line below."""
    cumulative = indikator.agregasi is Agregasi.KUMULATIF
    return f"{indikator.uraian}\n({indikator.satuan}){TANDA_KUMULATIF if cumulative else ''}"


def write_indikator(halaman: Halaman, baris: int, kolom: int, indikator: Indikator) -> None:
    """Write an indicator's cell, the satuan in grey."""
    of, teks = halaman.gaya.of, teks_indikator(indikator)
    if _DILOLOSKAN.search(teks):
        halaman.write(baris, kolom, teks, **KOTAK)
        return
    black, grey, box = of(), of(font_color=WARNA_SATUAN, font_size=9), of(**KOTAK)
    uraian, satuan = teks.rsplit("\n", 1)
    halaman.lembar.write_rich_string(baris, kolom, black, f"{uraian}\n", grey, satuan, box)
