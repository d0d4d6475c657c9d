"""Workbooks drawn as tables: a test shows the sheet, and points at a cell by its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from kinerja_cli.domain.buku import Buku, JenisSel, Lembar, Sel
from kinerja_cli.domain.temuan import Temuan

_ANGKA = re.compile(r"-?\d+(\.\d+)?")
_PERSEN = re.compile(r"(-?\d+(?:\.\d+)?)%%")
_RUPIAH = re.compile(r"\$(\d+)")


def draw(nama: str, gambar: str) -> Lembar:
    """Return the sheet that a table shows, first line in row 1.

    `12.5` is a number, `'12.5` a text, `0.85%%` a number in a percent cell, `$5` in a
    rupiah cell, `#DIV/0!` an error,
    `=A1` a formula nobody computed, `@44000` a date, `?benar` a boolean; ⏎ is a line break.
    """
    cells = {}
    lines = [x.strip() for x in gambar.strip().splitlines()]
    for baris, line in enumerate(lines, 1):
        for kolom, text in enumerate(line.strip("|").split("|"), 1):
            sel = cell(text.strip())
            if sel is not None:
                cells[baris, kolom] = sel
    return Lembar(nama, cells)


def cell(teks: str) -> Sel | None:
    """Return the cell that a drawn text stands for, or None for a blank."""
    if not teks:
        return None
    if match := _PERSEN.fullmatch(teks):
        return Sel(JenisSel.ANGKA, Decimal(match[1]), "0%")
    if match := _RUPIAH.fullmatch(teks):
        return Sel(JenisSel.ANGKA, Decimal(match[1]), '"Rp"#,##0')
    if _ANGKA.fullmatch(teks):
        return Sel(JenisSel.ANGKA, Decimal(teks))
    special = {
        "#": Sel(JenisSel.GALAT, teks),
        "=": Sel(JenisSel.BELUM_DIHITUNG, rumus=teks[1:]),
        "@": Sel(JenisSel.TANGGAL, _serial(teks), "d-mmm"),
        "?": Sel(JenisSel.LOGIKA, nilai=teks == "?benar"),
    }
    plain = Sel(JenisSel.TEKS, teks.removeprefix("'").replace("⏎", "\n"))
    return special.get(teks[0], plain)


def _serial(teks: str) -> Decimal:
    return Decimal(teks[1:]) if teks.startswith("@") else Decimal(0)


def draw_buku(**lembar: str) -> Buku:
    """Return a workbook of drawn sheets; an underscore in a name stands for a space."""
    return Buku(tuple(draw(nama.replace("_", " "), gambar) for nama, gambar in lembar.items()))


def spots(temuan: Iterable[Temuan]) -> list[tuple[str, str]]:
    """Return findings as (code, address), in order of code and place."""
    return sorted((x.jenis.kode, x.tempat.sel) for x in temuan)
