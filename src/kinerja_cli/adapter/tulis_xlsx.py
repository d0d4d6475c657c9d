"""New workbooks with XlsxWriter: safe options and the one table of styles and number formats."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.domain.kantor import Kertas
from kinerja_cli.domain.rencana import Nilai, format_nilai

KODE_KERTAS = {Kertas.A4: 9, Kertas.F4: 14}
"""Excel's numbers for paper sizes; 14 is Folio, 215,9 × 330,2 mm."""

WARNA_KEPALA = "D9E2F3"
WARNA_ISIAN = "FFF9DB"
WARNA_BAGIAN = "EEF1F6"
WARNA_GARIS = "8C96A8"
WARNA_REDUP = "5F6B7A"
WARNA_CONTOH = "C00000"
"""Of made-up data, and of what is missing."""

FORMAT_RUPIAH = "#,##0"
FORMAT_PERSEN = "0.00"
DESIMAL_TERBANYAK = 6


@lru_cache(maxsize=1 << 16)  # sheets show the same figures one after the other
def number_format(nilai: Nilai | None) -> str:
    """Return the number format that shows a number with just its own decimals."""
    if not isinstance(nilai, Decimal):
        return "General"
    exponent = nilai.normalize().as_tuple().exponent
    decimals = min(DESIMAL_TERBANYAK, -exponent) if isinstance(exponent, int) else 0
    return "#,##0." + "0" * decimals if decimals > 0 else FORMAT_RUPIAH


class GayaBuku:
    """The formats of one workbook, each made once however often it is asked for."""

    def __init__(self, buku: Workbook) -> None:
        """Remember the workbook that the formats belong to."""
        self._buku = buku
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, **properties: Any) -> Format:  # noqa: ANN401 - XlsxWriter's own mix of values
        """Return the format with these XlsxWriter properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._buku.add_format(
                {"font_name": "Arial", "font_size": 10, **properties}
            )
        return self._made[key]


def build_buku(
    fill: Callable[[Workbook], None],
    dibuat: datetime,
    sifat: Mapping[str, str],
    jenis: type[Workbook] = Workbook,
) -> bytes:
    """Return the bytes of a workbook that `fill` fills.

    Texts never become formulas or links; the same content and `dibuat` give the same bytes.
    `sifat` are document properties (title, subject, author …).
    """
    stream = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        # Column widths are counted in digits of this font: Arial's stand-ins have its widths.
        "default_format_properties": {"font_name": "Arial", "font_size": 10},
    }
    buku = jenis(stream, options)
    buku.set_properties({**sifat, "created": dibuat})
    fill(buku)
    buku.close()
    return stream.getvalue()


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Keep Python from looking through a workbook in the making again and again: all of it stays.

    10,000 indicators are 700,000 cells: it took half a second of ten. Only for one workbook: of
    several each would stay in memory when the next is made, 1.4 GB for four of 100,000 rows and
    not 0.9.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def write_nilai(
    lembar: Worksheet, baris: int, kolom: int, nilai: Nilai | None, gaya: Format
) -> None:
    """Write a target or realisasi (row and column from 0): numbers as numbers, the rest as text."""
    if nilai is None:
        lembar.write_blank(baris, kolom, None, gaya)
    elif isinstance(nilai, Decimal):
        lembar.write_number(baris, kolom, float(nilai), gaya)
    else:
        lembar.write_string(baris, kolom, format_nilai(nilai), gaya)


def set_page(
    lembar: Worksheet, kertas: Kertas, *, mendatar: bool, baris_kepala: int | None = None
) -> None:
    """Set paper, one page wide, margins, page number, and the header row (from 0) to repeat."""
    lembar.set_paper(KODE_KERTAS[kertas])
    if mendatar:
        lembar.set_landscape()
    lembar.fit_to_pages(1, 0)
    lembar.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    lembar.set_footer("&R&8Halaman &P dari &N")
    if baris_kepala is not None:
        lembar.repeat_rows(baris_kepala)


def write_teks(lembar: Worksheet, baris: int, kolom: int, teks: str, gaya: Format) -> None:
    """Write a text as it stands (row and column from 0); "" leaves a blank cell.

    XlsxWriter takes a text in <r>…</r> for its own markup: such a one goes in two runs.
    """
    if teks[:3] == "<r>" and teks.endswith("</r>"):
        lembar.write_rich_string(baris, kolom, gaya, teks[:1], gaya, teks[1:], gaya)
    elif teks:
        lembar.write_string(baris, kolom, teks, gaya)
    else:
        lembar.write_blank(baris, kolom, None, gaya)


TINGGI_BARIS_TEKS = 12.75
"""Points of one line of Arial 10."""


def text_height(isi: Iterable[tuple[str, int]]) -> float:
    """Return the points that a row needs for wrapped texts, each with its column's width."""
    lines = max((count_lines(teks, lebar) for teks, lebar in isi), default=1)
    return TINGGI_BARIS_TEKS * lines + 2


@lru_cache(maxsize=1 << 16)  # sheets show the same indicators one after the other
def count_lines(teks: str, lebar: int) -> int:
    """Estimate how many lines a wrapped text takes in a column of that many characters."""
    lines = 0
    for paragraf in teks.split("\n"):
        lines, used = lines + 1, 0
        for kata in paragraf.split():
            room = used + bool(used) + len(kata)
            if used and room > lebar:
                lines, room = lines + 1, len(kata)
            extra, used = divmod(room, lebar + 1)
            lines += extra
    return lines
