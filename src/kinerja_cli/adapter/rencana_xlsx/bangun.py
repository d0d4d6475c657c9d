"""The plan's workbook as a form: empty to begin with, or with the rows of a plan in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from math import ceil
from typing import Any, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.adapter.lembar_xlsx import LembarTumbuh
from kinerja_cli.adapter.petunjuk_xlsx import write_petunjuk
from kinerja_cli.adapter.rencana_xlsx.petunjuk import PETUNJUK_RENCANA
from kinerja_cli.adapter.tulis_xlsx import (
    FORMAT_RUPIAH,
    WARNA_GARIS,
    GayaBuku,
    build_buku,
    set_page,
    text_height,
    write_teks,
)
from kinerja_cli.domain.buku import column_letters
from kinerja_cli.domain.formulir import LEMBAR_RENCANA, TARGET_TW, Kolom
from kinerja_cli.domain.kantor import Kertas

IsiSel: TypeAlias = Decimal | str | None
IsiRencana: TypeAlias = Mapping[str, Sequence[Mapping[str, IsiSel]]]
"""Rows by sheet, each by header: {"Unit": [{"Kode": "PEM", …}]}."""

LEMBAR_PETUNJUK = "Petunjuk"
BARIS_ATURAN = 2000
"""How far down dropdowns reach; a plan of 600 units has its rows pasted, not picked."""

KOLOM_TEKS = frozenset(
    {"Kode", "Kode Induk", "Kode Cascading", "Kode Indikator", "Unit", "NIP", "Predikat"}
)
"""Typed as text: 7.01 stays a code and an NIP keeps all its 18 digits."""

KOLOM_UKURAN = frozenset(
    {*TARGET_TW, "Target Tahunan", "Target Akhir Renstra", "Nilai Pembanding"}
    | {"Target", "Realisasi"}
)
"""Hold a number, a range or letters, all at the right edge."""

KOLOM_RUPIAH = frozenset({"Pagu"})
LEBAR_DILIPAT = 30
"""Columns at least this wide hold sentences and wrap."""

LEBAR_TEGAK, LEBAR_HALAMAN = 90, 190
"""Characters that a page holds across, upright and lying, before they are too small to read."""

PESAN_TERPANJANG = 255
JUDUL_TERPANJANG = 32


def build_rencana_xlsx(isi: IsiRencana, dibuat: datetime) -> bytes:
    """Return the plan's workbook (.xlsx) with these rows; without any it is the empty form.

    Numbers are written as numbers, texts as they stand. Raises KeyError for a sheet or a header
    that the plan does not have.
    """

    def fill(buku: Workbook) -> None:
        gaya = GayaBuku(buku)
        write_petunjuk(buku.add_worksheet(LEMBAR_PETUNJUK), gaya, PETUNJUK_RENCANA)
        for nama, kolom in LEMBAR_RENCANA.items():
            _write_lembar(buku.add_worksheet(nama, LembarTumbuh), gaya, kolom, isi.get(nama, ()))

    unknown = sorted(set(isi) - set(LEMBAR_RENCANA))
    if unknown:
        raise KeyError(unknown[0])
    return build_buku(fill, dibuat, {"title": "Rencana Kinerja"})


def _write_lembar(
    lembar: Worksheet,
    gaya: GayaBuku,
    kolom: Sequence[Kolom],
    isi: Sequence[Mapping[str, IsiSel]],
) -> None:
    """Write one sheet: header in row 1, the rows under it, rules and notes on the columns."""
    unknown = sorted({judul for row in isi for judul in row} - {x.judul for x in kolom})
    if unknown:
        raise KeyError(unknown[0])
    for ke, col in enumerate(kolom):
        lembar.set_column(ke, ke, col.lebar, gaya.of(**_look(col)))
        _write_kepala(lembar, gaya, ke, col)
        _add_choices(lembar, ke, col)
        for baris, row in enumerate(isi, 1):
            _write_sel(lembar, (baris, ke), row.get(col.judul), (gaya, col))
    wrapped = [x for x in kolom if x.lebar >= LEBAR_DILIPAT]
    for baris, row in enumerate(isi, 1):
        texts = ((str(row.get(x.judul) or ""), x.lebar) for x in wrapped)
        lembar.set_row(baris, text_height(texts))
    _set_view(lembar, kolom)


def _look(kolom: Kolom) -> dict[str, Any]:
    """Return how the cells of a column look, filled in or not."""
    look: dict[str, Any] = {"valign": "top", "text_wrap": kolom.lebar >= LEBAR_DILIPAT}
    if kolom.judul in KOLOM_TEKS:
        look |= {"num_format": "@", "align": "left", "indent": 1}
    elif kolom.judul in KOLOM_RUPIAH:
        look["num_format"] = FORMAT_RUPIAH
    elif kolom.judul in KOLOM_UKURAN:
        look["align"] = "right"
    return look


def _write_sel(
    lembar: Worksheet, sel: tuple[int, int], nilai: IsiSel, gaya: tuple[GayaBuku, Kolom]
) -> None:
    look = _look(gaya[1]) | {"bottom": 4, "bottom_color": WARNA_GARIS}
    if isinstance(nilai, Decimal):
        lembar.write_number(*sel, float(nilai), gaya[0].of(**look))
        return
    if nilai and gaya[1].judul in KOLOM_UKURAN:
        # A target such as 2-3 becomes a date as soon as somebody edits it in a plain cell.
        look["num_format"] = "@"
    write_teks(lembar, *sel, nilai or "", gaya[0].of(**look))


def _write_kepala(lembar: Worksheet, gaya: GayaBuku, ke: int, kolom: Kolom) -> None:
    """Write a header, darker where the column must be filled in, with its note."""
    colours = ("1F3864", "FFFFFF") if kolom.wajib else ("C9D6EE", "1F3864")
    style = gaya.of(
        bold=True,
        bg_color=colours[0],
        font_color=colours[1],
        align="center",
        valign="vcenter",
        text_wrap=True,
        border=1,
        border_color=WARNA_GARIS,
    )
    lembar.write_string(0, ke, kolom.judul, style)
    note = f"{'Wajib diisi.' if kolom.wajib else 'Boleh kosong.'} {kolom.catatan}".strip()
    size = {"x_scale": 1.6, "y_scale": 0.6 + len(note) / 150, "font_size": 9}
    lembar.write_comment(0, ke, note, size)


def _add_choices(lembar: Worksheet, ke: int, kolom: Kolom) -> None:
    """Give a column its dropdown; a code that is still to be written elsewhere is let through."""
    rule: dict[str, Any] = {
        "validate": "list",
        "input_title": kolom.judul[:JUDUL_TERPANJANG],
        "input_message": kolom.catatan[:PESAN_TERPANJANG],
        "error_title": kolom.judul[:JUDUL_TERPANJANG],
    }
    if kolom.pilihan:
        message = f"Pilih salah satu: {', '.join(kolom.pilihan)}."
        rule |= {"source": list(kolom.pilihan), "error_message": message}
    elif kolom.daftar:
        message = f"Kode ini belum ada pada lembar {kolom.daftar}."
        rule |= {"source": _codes_of(kolom.daftar), "error_message": message}
        rule |= {"error_type": "warning"}
    else:
        return
    lembar.data_validation(1, ke, BARIS_ATURAN, ke, rule)


def _codes_of(nama: str) -> str:
    """Return the range of the codes on a sheet, as a dropdown refers to it."""
    judul = [x.judul for x in LEMBAR_RENCANA[nama]]
    letters = column_letters(judul.index("Kode") + 1)
    return f"='{nama}'!${letters}$2:${letters}${BARIS_ATURAN + 1}"


def _set_view(lembar: Worksheet, kolom: Sequence[Kolom]) -> None:
    """Freeze the header, keep codes free of warning marks, print at a size one can read."""
    lembar.set_row(0, 32)
    lembar.freeze_panes(1, 1)
    lembar.set_selection(1, 0, 1, 0)
    letters = [column_letters(ke) for ke, x in enumerate(kolom, 1) if x.judul in KOLOM_TEKS]
    codes = " ".join(f"{x}2:{x}{BARIS_ATURAN + 1}" for x in letters)
    lembar.ignore_errors({"number_stored_as_text": codes})
    width = sum(x.lebar for x in kolom)
    set_page(lembar, Kertas.F4, mendatar=width > LEBAR_TEGAK, baris_kepala=0)
    lembar.repeat_columns(0)
    lembar.fit_to_pages(ceil(width / LEBAR_HALAMAN), 0)
