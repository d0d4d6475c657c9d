"""Keeps a signature block whole on paper: guesses where pages end, and breaks before it if need be.

A signature alone on its page could be put under any table: the last row goes with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from kinerja_cli.domain.kantor import Kertas

TITIK_PER_PIKSEL = 0.75
TINGGI_BIASA = 15.0
"""Points of a row that was given no height."""

KERTAS_MENDATAR = {Kertas.A4: (842, 595), Kertas.F4: (936, 612)}
"""Width and height in points of paper that lies."""

TEPI_MENDATAR, TEPI_TEGAK = 72.0, 88.0
"""Points taken by the margins of tulis_xlsx.set_page, with some to spare for other programs."""


@dataclass(frozen=True, slots=True)
class Lembaran:
    """A sheet on paper that lies: widths of its columns in characters, row of the header."""

    kertas: Kertas
    lebar: Sequence[int]
    kepala: int

    @property
    def tinggi(self) -> float:
        """Return the points of rows that a page holds, shrunk until the columns fit across."""
        across, down = KERTAS_MENDATAR[self.kertas]
        width = sum(7 * x + 5 for x in self.lebar) * TITIK_PER_PIKSEL
        return (down - TEPI_TEGAK) / min(1.0, (across - TEPI_MENDATAR) / width)


def keep_together(lembar: Worksheet, lembaran: Lembaran, first: int, last: int) -> None:
    """Break the page before row `first` unless rows first..last follow the one above on its page.

    Also where the guess is that a page ends just there: programs differ by a few points.
    """
    pages = _page_of_rows(lembar, lembaran, last)
    if pages[first - 1] != pages[last]:
        lembar.set_h_pagebreaks([first])


def _page_of_rows(lembar: Worksheet, lembaran: Lembaran, last: int) -> list[int]:
    """Return the page, from 0, that each of the rows 0..last falls on."""
    heights = {ke: size[0] * TITIK_PER_PIKSEL for ke, size in lembar.row_sizes.items()}
    header = heights.get(lembaran.kepala, TINGGI_BIASA)
    room, used, page, pages = lembaran.tinggi, 0.0, 0, []
    for baris in range(last + 1):
        height = heights.get(baris, TINGGI_BIASA)
        if used + height > room:
            page, used = page + 1, header
        used += height
        pages.append(page)
    return pages
