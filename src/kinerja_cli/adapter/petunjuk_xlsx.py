"""A sheet of instructions: a title, numbered lines, and the colours of cells with their meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from kinerja_cli.adapter.tulis_xlsx import WARNA_GARIS, GayaBuku, set_page, text_height, write_teks
from kinerja_cli.domain.kantor import Kertas

LEBAR_POKOK, LEBAR_ISI = 22, 76
JARAK = 4
"""Points between one line of instructions and the next."""


@dataclass(frozen=True, slots=True)
class Petunjuk:
    """What the sheet says: title, a line under it, (subject, text) lines, (colour, meaning)."""

    judul: str
    pengantar: str
    butir: Sequence[tuple[str, str]]
    warna: Sequence[tuple[str, str]] = ()


def write_petunjuk(
    lembar: Worksheet, gaya: GayaBuku, petunjuk: Petunjuk, kertas: Kertas = Kertas.F4
) -> None:
    """Write the sheet; it prints on one page."""
    lembar.set_column(0, 0, LEBAR_POKOK)
    lembar.set_column(1, 1, LEBAR_ISI)
    lembar.hide_gridlines(2)
    write_teks(lembar, 0, 0, petunjuk.judul, gaya.of(bold=True, font_size=14))
    write_teks(lembar, 1, 0, petunjuk.pengantar, gaya.of(font_color="595959"))
    lembar.set_row(0, 24)
    baris = 3
    subject = gaya.of(
        bold=True, text_wrap=True, valign="vcenter", bottom=4, bottom_color=WARNA_GARIS
    )
    text = gaya.of(text_wrap=True, valign="vcenter", bottom=4, bottom_color=WARNA_GARIS)
    for pokok, isi in petunjuk.butir:
        write_teks(lembar, baris, 0, pokok, subject)
        write_teks(lembar, baris, 1, isi, text)
        lembar.set_row(baris, text_height([(pokok, LEBAR_POKOK), (isi, LEBAR_ISI)]) + JARAK)
        baris += 1
    for warna, arti in petunjuk.warna:
        baris += 1
        write_teks(
            lembar, baris, 0, "", gaya.of(bg_color=warna, border=1, border_color=WARNA_GARIS)
        )
        write_teks(lembar, baris, 1, arti, gaya.of(indent=1))
    set_page(lembar, kertas, mendatar=False)
    lembar.fit_to_pages(1, 1)
