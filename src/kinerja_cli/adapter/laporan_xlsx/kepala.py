"""Top and end of every sheet: title, header rows, widths, freezing, filter, printing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from xlsxwriter.format import Format

from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Halaman, Kolom
from kinerja_cli.adapter.laporan_xlsx.warna import write_legend
from kinerja_cli.adapter.tulis_xlsx import (
    WARNA_CONTOH,
    WARNA_GARIS,
    WARNA_KEPALA,
    WARNA_REDUP,
    set_page,
    write_teks,
)

TANDA_CONTOH = "DATA CONTOH"
WARNA_KEPALA_BANTU = "ECECEC"
BARIS_KEPALA = 4
"""The row of a table's header; the row above it holds the headers over several columns."""

TINGGI_KEPALA, TINGGI_TANPA_KELOMPOK = 42, 4
PANJANG_KEPALA_CETAK = 55
"""Excel takes no more than 255 characters in the three parts of a page header together."""


def open_halaman(
    buku: Buku, nama: str, judul: str, kolom: Sequence[Kolom], *, berlegenda: bool = True
) -> Halaman:
    """Begin a sheet with title, legend and header rows; the table starts below BARIS_KEPALA."""
    halaman = Halaman(buku.buku.get_worksheet_by_name(nama), buku, kolom)
    write_judul(halaman, judul)
    if berlegenda:
        write_legend(halaman, 2)
    for ke, one in enumerate(kolom):
        halaman.lembar.set_column(ke, ke, one.lebar)
    _write_groups(halaman)
    for ke, one in enumerate(kolom):
        edges = {"border": 1} if one.kelompok else {"bottom": 1, "left": 1, "right": 1}
        style = header_style(halaman, edges, bantu=one.bantu)
        write_teks(halaman.lembar, BARIS_KEPALA, ke, one.judul, style)
    halaman.lembar.set_row(BARIS_KEPALA, TINGGI_KEPALA)
    if not any(one.kelompok for one in kolom):
        halaman.lembar.set_row(BARIS_KEPALA - 1, TINGGI_TANPA_KELOMPOK)
    return halaman


def write_judul(halaman: Halaman, judul: str) -> None:
    """Write office and title, and mark made-up data as such, on the sheet and on its pages."""
    kantor, of = halaman.buku.pengaturan.kantor, halaman.buku.gaya.of
    office = f"{kantor.nama} · {kantor.pemerintah}"
    write_teks(halaman.lembar, 0, 0, office, of(font_color=WARNA_REDUP))
    bold = of(bold=True, font_size=13)
    if kantor.contoh:
        mark = of(bold=True, font_size=13, font_color=WARNA_CONTOH)
        halaman.lembar.write_rich_string(1, 0, bold, judul, mark, f"   {TANDA_CONTOH}")
    else:
        write_teks(halaman.lembar, 1, 0, judul, bold)
    halaman.lembar.set_row(1, 20)
    set_kepala_cetak(halaman, judul)


def set_kepala_cetak(halaman: Halaman, judul: str) -> None:
    """Put office and title on every printed page."""
    kantor = halaman.buku.pengaturan.kantor
    left, right = (_inheader_style(x) for x in (kantor.nama, judul))
    mark = f"&C&10{TANDA_CONTOH}" if kantor.contoh else ""
    halaman.lembar.set_header(f"&L&8{left}{mark}&R&8{right}", {"margin": 0.25})


def _inheader_style(teks: str) -> str:
    """Return a text as a page header holds it, where & starts a code."""
    return teks[:PANJANG_KEPALA_CETAK].replace("&", "&&")


def _write_groups(halaman: Halaman) -> None:
    """Write the headers that stand over several columns."""
    row = BARIS_KEPALA - 1
    numbered = enumerate(halaman.kolom)
    for name, group in groupby(numbered, key=lambda x: (x[1].kelompok, x[1].bantu)):
        members = [ke for ke, _ in group]
        style = header_style(halaman, {"border": 1}, bantu=name[1])
        if not name[0]:
            upper = header_style(halaman, {"top": 1, "left": 1, "right": 1}, bantu=name[1])
            for ke in members:
                halaman.lembar.write_blank(row, ke, None, upper)
            continue
        if len(members) > 1:
            halaman.lembar.merge_range(row, members[0], row, members[-1], "", style)
        write_teks(halaman.lembar, row, members[0], name[0], style)


def header_style(halaman: Halaman, tepi: Mapping[str, int], *, bantu: bool = False) -> Format:
    """Return the style of a header cell with these edges."""
    return halaman.buku.gaya.of(
        bold=not bantu,
        font_size=9,
        align="center",
        valign="vcenter",
        text_wrap=True,
        border_color=WARNA_GARIS,
        **tepi,
        bg_color=WARNA_KEPALA_BANTU if bantu else WARNA_KEPALA,
    )


def close_halaman(
    halaman: Halaman, baris: int, beku: str, saring_sampai: int | None = None
) -> None:
    """Freeze header and columns up to `beku`, set filter and page; `baris` is the last row.

    The filter reaches down to `saring_sampai` where the table ends before the sheet does.
    """
    lembar, last = halaman.lembar, max(baris, BARIS_KEPALA)
    halaman.set_heights()
    halaman.silence(last)
    lembar.freeze_panes(BARIS_KEPALA + 1, halaman.at(beku) + 1)
    bottom = max(last if saring_sampai is None else saring_sampai, BARIS_KEPALA)
    lembar.autofilter(BARIS_KEPALA, 0, bottom, len(halaman.kolom) - 1)
    set_page(lembar, halaman.buku.pengaturan.kertas, mendatar=True)
    lembar.repeat_rows(BARIS_KEPALA - 1, BARIS_KEPALA)
    lembar.print_area(0, 0, last, halaman.kolom_terakhir)
