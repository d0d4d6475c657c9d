"""The same pictures for a browser: SVG columns or a line, without script or foreign address."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from html import escape

from kinerja_cli.adapter.lakip.grafik import Grafik
from kinerja_cli.adapter.lakip.grafik_xml import WARNA
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.narasi.rangkaian import Seri

LEBAR, TINGGI = 640, 270
KIRI, KANAN, ATAS, BAWAH = 44, 12, 24, 40
RUANG = LEBAR - KIRI - KANAN
DASAR = TINGGI - BAWAH
LANGKAH = (Decimal(20), Decimal(50), Decimal(100), Decimal(250), Decimal(500))
GARIS_TERBANYAK = 8


def draw_svg(grafik: Grafik) -> str:
    """Return a picture with its words for who cannot see it."""
    values = [x for seri in grafik.rangkaian.seri for x in seri.nilai if x is not None]
    step = _step(max(values))
    top = step * (int(max(values) / step) + 1)
    parts = [*_grid(top, step), *_labels(grafik.rangkaian.label)]
    for nomor, seri in enumerate(grafik.rangkaian.seri):
        draw = _line if grafik.garis else _bars
        parts += draw(seri, nomor, len(grafik.rangkaian.seri), top)
    if len(grafik.rangkaian.seri) > 1:
        parts += _legend(grafik.rangkaian.seri)
    return (
        f'<svg viewBox="0 0 {LEBAR} {TINGGI}" role="img">'
        f"<title>{escape(grafik.uraian)}</title>{''.join(parts)}</svg>"
    )


def _step(tertinggi: Decimal) -> Decimal:
    """Return the distance of the lines: few enough to be read."""
    return next((x for x in LANGKAH if tertinggi / x < GARIS_TERBANYAK), tertinggi)


def _y(nilai: Decimal, top: Decimal) -> float:
    return float(DASAR - (DASAR - ATAS) * max(nilai, Decimal(0)) / top)


def _grid(top: Decimal, step: Decimal) -> Iterator[str]:
    nilai = Decimal(0)
    while nilai <= top:
        y = _y(nilai, top)
        yield f'<path d="M{KIRI} {y:.1f}H{LEBAR - KANAN}" stroke="#d0d5dd"/>'
        yield _text(KIRI - 6, y + 4, format_angka(nilai), "end")
        nilai += step


def _text(x: float, y: float, teks: str, rata: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{rata}">{escape(teks)}</text>'


def _middle(posisi: int, banyak: int) -> float:
    return KIRI + RUANG * (posisi + 0.5) / banyak


def _labels(label: tuple[str, ...]) -> Iterator[str]:
    for posisi, teks in enumerate(label):
        yield _text(_middle(posisi, len(label)), DASAR + 16, teks)


def _bars(seri: Seri, nomor: int, banyak: int, top: Decimal) -> Iterator[str]:
    fill, edge = WARNA[nomor % len(WARNA)]
    width = min(48.0, 0.6 * RUANG / len(seri.nilai) / banyak)
    for posisi, nilai in enumerate(seri.nilai):
        if nilai is None:
            continue
        x = _middle(posisi, len(seri.nilai)) + (nomor - banyak / 2) * width
        y = _y(nilai, top)
        yield (
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{DASAR - y:.1f}" '
            f'fill="#{fill}" stroke="#{edge}"/>'
        )
        yield _text(x + width / 2, y - 5, format_angka(nilai, 2))


def _line(seri: Seri, nomor: int, _: int, top: Decimal) -> Iterator[str]:
    edge = WARNA[nomor % len(WARNA)][1]
    known = [
        (_middle(posisi, len(seri.nilai)), nilai)
        for posisi, nilai in enumerate(seri.nilai)
        if nilai is not None
    ]
    points = " ".join(f"{x:.1f},{_y(nilai, top):.1f}" for x, nilai in known)
    yield f'<polyline points="{points}" fill="none" stroke="#{edge}" stroke-width="2.5"/>'
    for x, nilai in known:
        y = _y(nilai, top)
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="#{edge}"/>'
        yield _text(x, y - 9, format_angka(nilai, 2))


def _legend(semua: tuple[Seri, ...]) -> Iterator[str]:
    for nomor, seri in enumerate(semua):
        fill, edge = WARNA[nomor % len(WARNA)]
        x = KIRI + nomor * 220
        yield (
            f'<rect x="{x}" y="{TINGGI - 14}" width="10" height="10" fill="#{fill}" '
            f'stroke="#{edge}"/>'
        )
        yield _text(x + 16, TINGGI - 5, seri.nama, "start")
