"""What a workbook holds, as every reader hands it to the rules: typed cells with their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import NamedTuple

MAKS_BARIS, MAKS_KOLOM = 1_048_576, 16_384
"""Excel's grid ends at XFD1048576."""

HARI_NOL_EXCEL = date(1899, 12, 30)


class JenisSel(Enum):
    """What a cell holds; an error or a formula nobody computed is not a blank."""

    KOSONG = "kosong"
    ANGKA = "angka"
    TEKS = "teks"
    LOGIKA = "benar/salah"
    TANGGAL = "tanggal"
    GALAT = "galat"
    BELUM_DIHITUNG = "rumus belum dihitung"


# A member of an Enum is slow to look up, and every cell is asked whether it is blank.
_TEKS, _KOSONG = JenisSel.TEKS, JenisSel.KOSONG


class Sel(NamedTuple):
    """One cell: a number or date serial is a Decimal of at most 15 digits, text and errors a str.

    `format` is the number format code ("General" when none); `rumus` the formula text without
    its "=", or None where the value was typed. A tuple, for hundreds are made for each workbook:
    that takes less than half the time of a dataclass.
    """

    jenis: JenisSel
    nilai: Decimal | str | bool | None = None
    format: str = "General"
    rumus: str | None = None

    @property
    def kosong(self) -> bool:
        """Tell whether a person sees nothing here: no value, or white space alone."""
        if self.jenis is _TEKS:
            return not str(self.nilai).strip()
        return self.jenis is _KOSONG


SEL_KOSONG = Sel(JenisSel.KOSONG)


@dataclass(frozen=True)
class Lembar:
    """One sheet, sparse: only the cells that the file lists, by (row, column), both from 1."""

    nama: str
    sel: Mapping[tuple[int, int], Sel]
    tersembunyi: bool = False
    baris_tersembunyi: frozenset[int] = frozenset()

    def at(self, baris: int, kolom: int) -> Sel:
        """Return the cell there; a place that the file does not list is an empty cell."""
        return self.sel.get((baris, kolom), SEL_KOSONG)

    def rows(self) -> list[int]:
        """Return the numbers of the rows that hold anything, ascending."""
        return list(self.baris)

    @cached_property
    def baris(self) -> Mapping[int, Mapping[int, Sel]]:
        """Return the rows that hold anything, ascending: the cells of each by column."""
        rows: dict[int, dict[int, Sel]] = defaultdict(dict)
        for (baris, kolom), sel in self.sel.items():
            rows[baris][kolom] = sel
        return dict(sorted(rows.items()))


@dataclass(frozen=True, slots=True)
class Buku:
    """One workbook: its sheets in order, and when a program last saved it (None: not recorded)."""

    lembar: tuple[Lembar, ...] = field(default=())
    disimpan_pada: datetime | None = None

    def sheet(self, nama: str) -> Lembar | None:
        """Return the sheet of that name, letter case and outer white space aside, or None."""
        wanted = nama.strip().casefold()
        return next((x for x in self.lembar if x.nama.strip().casefold() == wanted), None)


def column_letters(kolom: int) -> str:
    """Return the letters of a column number: 1 is A, 27 is AA."""
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(baris: int, kolom: int) -> str:
    """Return the address of a cell as a spreadsheet shows it: (7, 4) is D7."""
    return f"{column_letters(kolom)}{baris}"


def date_of_serial(serial: Decimal) -> date:
    """Return the day that Excel shows for a serial number; raises OverflowError out of range."""
    return HARI_NOL_EXCEL + timedelta(days=int(serial))
