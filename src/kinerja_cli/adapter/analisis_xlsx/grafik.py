"""Native charts of sheet Ringkasan; each takes its figures from a table of the same sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kinerja_cli.adapter.laporan_xlsx.kerangka import Halaman
from kinerja_cli.adapter.tulis_xlsx import WARNA_REDUP

WARNA_UTAMA, WARNA_KEDUA = "1F4E79", "9DC3E6"
WARNA_GARIS_GRAFIK = ("1F4E79", "C55A11", "548235", "7F6000", "7030A0", "2E8B8B", "A61C5B")
PENANDA = ("circle", "square", "triangle", "diamond", "x", "star", "plus")
"""Lines differ by colour and by marker, so that they can be told apart in black and white."""

LEBAR, TINGGI = 7, 13
"""Columns and rows that a chart covers."""

PIKSEL_KOLOM, PIKSEL_BARIS = 81, 20
HURUF_KECIL = {"name": "Arial", "size": 8}


@dataclass(frozen=True, slots=True)
class Seri:
    """One series: its name and the cells of names and figures (first row, column, last …)."""

    nama: str
    kategori: tuple[int, int, int, int]
    nilai: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Grafik:
    """A chart: its title, what it shows in words, kind, series, format of figures."""

    judul: str
    uraian: str
    jenis: str
    seri: Sequence[Seri]
    num_format: str = "0.00"
    mulai: int = 0
    """Where the axis starts: bars must start at zero to be honest, lines would lie there in one."""

    warna_titik: Sequence[str] = ()


def insert_grafik(halaman: Halaman, baris: int, kolom: int, grafik: Grafik) -> None:
    """Insert a chart with its upper left corner in a cell."""
    chart = halaman.buku.buku.add_chart({"type": grafik.jenis})
    for ke, seri in enumerate(grafik.seri):
        chart.add_series(_series(halaman, grafik, ke, seri))
    font = {"name": "Arial", "size": 11, "bold": True}
    chart.set_title({"name": grafik.judul, "name_font": font, "overlay": False})
    chart.set_x_axis({"num_font": HURUF_KECIL})
    grid = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}}
    axis: dict[str, Any] = {"num_font": HURUF_KECIL, "num_format": "0", "major_gridlines": grid}
    chart.set_y_axis(axis | {"min": grafik.mulai})
    if len(grafik.seri) > 1:
        chart.set_legend({"position": "bottom", "font": HURUF_KECIL})
    else:
        chart.set_legend({"none": True})
    chart.show_blanks_as("gap")
    chart.set_chartarea({"border": {"color": "#BFBFBF"}})
    chart.set_size({"width": LEBAR * PIKSEL_KOLOM - 8, "height": TINGGI * PIKSEL_BARIS - 8})
    options = {"x_offset": 4, "y_offset": 4, "description": grafik.uraian}
    halaman.lembar.insert_chart(baris, kolom, chart, options)


def _series(halaman: Halaman, grafik: Grafik, ke: int, seri: Seri) -> Mapping[str, Any]:
    sheet = halaman.lembar.get_name()
    labels = {"value": True, "num_format": grafik.num_format, "font": HURUF_KECIL}
    base: dict[str, Any] = {
        "name": seri.nama,
        "categories": [sheet, *seri.kategori],
        "values": [sheet, *seri.nilai],
    }
    if grafik.jenis == "line":
        colour = f"#{WARNA_GARIS_GRAFIK[ke % len(WARNA_GARIS_GRAFIK)]}"
        mark = PENANDA[ke % len(PENANDA)]
        width = 2.75 if ke == 0 else 1.25
        return base | {
            "line": {"color": colour, "width": width},
            "marker": {"type": mark, "size": 6, "fill": {"color": colour}},
            **({"data_labels": labels | {"position": "above"}} if ke == 0 else {}),
        }
    colour = (WARNA_UTAMA, WARNA_KEDUA)[ke % 2]
    points = [{"fill": {"color": f"#{x}"}} for x in grafik.warna_titik]
    return base | {
        "fill": {"color": f"#{colour}"},
        "border": {"color": f"#{WARNA_REDUP}", "width": 0.5},
        "gap": 60,
        "data_labels": labels,
        **({"points": points} if points else {}),
    }
