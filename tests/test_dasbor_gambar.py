"""The pictures of the dashboard: places follow the figures, colours can be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import product

import pytest

from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.dasbor_html.gambar import axis_end, draw_batang, draw_garis, draw_mistar
from kinerja_cli.adapter.dasbor_html.warna import (
    KERTAS_GELAP,
    KERTAS_TERANG,
    Warna,
    colours_of,
    contrast,
)
from kinerja_cli.domain.narasi.rangkaian import Rangkaian, Seri
from kinerja_cli.domain.predikat import SKALA_PERMENDAGRI_86, Kelas


def hex_of(warna: str) -> Warna:
    red, green, blue = (int(warna[i : i + 2], 16) for i in (1, 3, 5))
    return (red, green, blue)


def test_any_colour_an_office_may_choose_can_be_read_in_both_themes() -> None:
    gaya = shipped("templates/dasbor/warna.css.j2").read_text(encoding="utf-8")
    dark, light = (re.findall(rf"--{x}: (#[0-9a-f]{{6}})", gaya) for x in ("kertas", "tinta"))
    assert [hex_of(x) for x in dark] == [KERTAS_GELAP, KERTAS_TERANG]
    tinta_gelap, tinta_terang = map(hex_of, light)
    for parts in product(("00", "33", "80", "CC", "FF"), repeat=3):
        warna = colours_of(Kelas(Decimal(0), "", "".join(parts)))
        assert contrast(hex_of(warna.isi), hex_of(warna.tulisan)) >= 4.5
        assert contrast(hex_of(warna.batang_terang), KERTAS_TERANG) >= 3
        assert contrast(hex_of(warna.batang_gelap), KERTAS_GELAP) >= 3
        assert contrast(hex_of(warna.rona_terang), tinta_terang) >= 4.5
        assert contrast(hex_of(warna.rona_gelap), tinta_gelap) >= 4.5


def test_the_pages_own_colours_can_be_read_in_both_themes() -> None:
    gaya = shipped("templates/dasbor/warna.css.j2").read_text(encoding="utf-8")
    themes = [dict(re.findall(r"--(\w[\w-]*): (#[0-9a-f]{6})", x)) for x in gaya.split(":root {")]
    for theme in themes:
        warna = {nama: hex_of(x) for nama, x in theme.items()}
        for tulisan in ("tinta", "redup", "aksen", "galat", "peringatan"):
            assert contrast(warna[tulisan], warna["kertas"]) >= 4.5, tulisan
            assert contrast(warna[tulisan], warna["latar"]) >= 4.5, tulisan
        assert contrast(warna["redup"], warna["aksen-lemah"]) >= 4.5
        for gambar in ("melampaui", "memenuhi", "belum", "garis-kuat"):
            assert contrast(warna[gambar], warna["kertas"]) >= 3, gambar
        assert contrast(warna["kepala"], KERTAS_TERANG) >= 4.5


def test_a_colour_that_can_be_seen_is_left_as_it_is() -> None:
    assert colours_of(Kelas(Decimal(0), "", "1B7F4B")).batang_terang == "#1b7f4b"


@pytest.mark.parametrize(
    ("nilai", "ujung"),
    [((), 110), (("12",), 110), (("99", "112.5"), 120), (("1667", None), 150), (("120",), 120)],
)
def test_bars_share_an_axis_that_no_outlier_stretches(
    nilai: Sequence[str | None], ujung: int
) -> None:
    assert axis_end(None if x is None else Decimal(x) for x in nilai) == ujung


def test_a_bar_beyond_its_axis_is_marked_and_none_is_drawn_for_nothing() -> None:
    batang = draw_batang(Decimal(1667), Decimal(150))
    assert batang is not None
    assert (batang.panjang, batang.target, batang.terpotong) == ("100.00%", "66.67%", True)
    assert draw_batang(None, Decimal(150)) is None


def line(*nilai: str | None) -> Rangkaian:
    values = tuple(None if x is None else Decimal(x) for x in nilai)
    return Rangkaian(tuple(f"T{ke}" for ke in range(len(nilai))), (Seri("Rata-rata", values),))


def test_a_gap_in_a_line_stays_a_gap() -> None:
    garis = draw_garis(line("90", None, "100", "98"))
    assert garis is not None
    assert [x.teks for x in garis.titik] == ["90,00", "", "100,00", "98,00"]
    assert [(a.label, b.label) for a, b in garis.ruas] == [("T2", "T3")]
    assert garis.judul == "Rata-rata: T0 90,00, T1 belum ada, T2 100,00, T3 98,00"
    assert draw_garis(line(None, None)) is None


@pytest.mark.parametrize(
    ("nilai", "sumbu"),
    [
        (("100",), ["95", "100", "105"]),
        (("97.4", "101.3"), ["95", "100", "105"]),
        (("0", "40"), ["0", "50", "100", "150"]),
        (("1667",), ["0", "500", "1.000", "1.500", "2.000"]),
        (("500000",), ["0", "200.000", "400.000", "600.000"]),
    ],
)
def test_an_axis_has_few_round_figures_around_the_values_and_the_target(
    nilai: Sequence[str], sumbu: Sequence[str]
) -> None:
    garis = draw_garis(line(*nilai))
    assert garis is not None
    assert [x.teks for x in garis.sumbu] == sumbu
    heights = [x.y for x in garis.sumbu]
    assert all(min(heights) <= x.y <= max(heights) for x in garis.titik)


def test_in_a_valley_the_figure_stands_below_its_dot() -> None:
    garis = draw_garis(line("100", "90", "101"))
    assert garis is not None
    assert [x.y_teks > x.y for x in garis.titik] == [False, True, False]


def test_the_needle_stays_on_the_scale() -> None:
    skala = SKALA_PERMENDAGRI_86
    assert draw_mistar(skala, Decimal(250), skala[0]).jarum == "100.00%"
    mistar = draw_mistar(skala, Decimal(70), skala[2])
    assert [x.nama for x in mistar.ruas if x.gaya.endswith("aktif")] == ["Sedang"]
    assert mistar.ruas[0].nama == "Sangat Rendah"
    assert draw_mistar((), None, None).ruas == ()
