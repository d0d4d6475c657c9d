"""Where the lines of the pictures go: percent of the width, pixels of the height.

Widths are percent so that a picture fits a telephone and a desk screen with its letters at their
own size. What a picture says in figures comes ready from the domain; only places are computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count, pairwise

from kinerja_cli.domain.angka import SERATUS, format_angka
from kinerja_cli.domain.narasi.hitungan import Hitungan
from kinerja_cli.domain.narasi.kata import tulis_persen
from kinerja_cli.domain.narasi.rangkaian import Rangkaian
from kinerja_cli.domain.predikat import Kelas

SEPULUH = Decimal(10)
UJUNG_TERDEKAT, UJUNG_TERJAUH = Decimal(110), Decimal(150)
"""Bars end between these: one of 1.667 percent would make hairs of all others."""

TINGGI_GARIS, ATAS_GARIS, BAWAH_GARIS = 220, 30, 176
"""Pixels: the whole line picture, and between which heights its values lie."""

DI_ATAS, DI_BAWAH = -12, 22
"""Pixels from a dot to its figure."""

KIRI_GARIS = Decimal(10)
"""Percent of the width that the figures of the axis take."""

GARIS_TERBANYAK = 5


@dataclass(frozen=True, slots=True)
class Batang:
    """A bar, the mark of its target (100), and whether it goes on past the end of the axis."""

    panjang: str
    target: str
    terpotong: bool


@dataclass(frozen=True, slots=True)
class Ruas:
    """A part of a bar that is made of several."""

    kiri: str
    panjang: str
    gaya: str
    nama: str
    banyak: int = 0


@dataclass(frozen=True, slots=True)
class Mistar:
    """The office's scale from left to right, and where its own figure stands (None: nowhere)."""

    ruas: tuple[Ruas, ...]
    jarum: str | None


@dataclass(frozen=True, slots=True)
class Titik:
    """A value of a line: its place, its figure and where that is written; no figure, no dot."""

    x: str
    y: int
    label: str
    teks: str
    y_teks: int


@dataclass(frozen=True, slots=True)
class Sumbu:
    """A line across the picture at a round figure."""

    y: int
    teks: str
    target: bool


@dataclass(frozen=True, slots=True)
class Garis:
    """A line picture: what it is called when read aloud, axis, dots, and the strokes between."""

    judul: str
    tinggi: int
    dasar: int
    titik: tuple[Titik, ...]
    ruas: tuple[tuple[Titik, Titik], ...]
    sumbu: tuple[Sumbu, ...]


def axis_end(nilai: Iterable[Decimal | None]) -> Decimal:
    """Return where the axis of some bars ends: the ten above the longest, within reason."""
    longest = max((x for x in nilai if x is not None), default=SERATUS)
    ten_above = (longest / SEPULUH).to_integral_value(ROUND_CEILING) * SEPULUH
    return min(max(ten_above, UJUNG_TERDEKAT), UJUNG_TERJAUH)


def draw_batang(nilai: Decimal | None, ujung: Decimal) -> Batang | None:
    """Return the bar of a percentage, or None where there is none."""
    if nilai is None:
        return None
    return Batang(_share(min(nilai, ujung), ujung), _share(SERATUS, ujung), nilai > ujung)


def draw_mistar(skala: Sequence[Kelas], nilai: Decimal | None, kelas: Kelas | None) -> Mistar:
    """Return the scale with the figure on it, its class in full colour."""
    end = max(SERATUS, skala[0].batas + SEPULUH) if skala else SERATUS
    bounds = [end, *(x.batas for x in skala)]
    parts = [
        Ruas(
            _share(x.batas, end),
            _share(bounds[ke] - x.batas, end),
            f"k{ke} aktif" if x is kelas else f"k{ke}",
            x.nama,
        )
        for ke, x in enumerate(skala)
    ]
    return Mistar(tuple(reversed(parts)), None if nilai is None else _share(min(nilai, end), end))


def draw_hitungan(hitungan: Hitungan) -> tuple[Ruas, ...]:
    """Return the counts of indicators as parts of one bar, those of none with no length."""
    counts = (
        (hitungan.melampaui, "melampaui", "melampaui target"),
        (hitungan.memenuhi, "memenuhi", "memenuhi target"),
        (hitungan.belum_memenuhi, "belum", "belum memenuhi target"),
        (hitungan.belum_dinilai, "kosong", "belum dapat dinilai"),
    )
    parts, before, whole = [], 0, Decimal(max(1, hitungan.jumlah))
    for banyak, gaya, nama in counts:
        left, length = _share(Decimal(before), whole), _share(Decimal(banyak), whole)
        parts.append(Ruas(left, length, gaya, nama, banyak))
        before += banyak
    return tuple(parts)


def draw_garis(rangkaian: Rangkaian) -> Garis | None:
    """Return the line picture of the first series, or None where there is nothing to draw."""
    if rangkaian.kosong:
        return None
    seri = rangkaian.seri[0]
    known = [x for x in seri.nilai if x is not None]
    steps = _axis([*known, SERATUS])
    titik = tuple(_dot(ke, rangkaian, steps) for ke in range(len(seri.nilai)))
    told = (f"{x.label} {x.teks or 'belum ada'}" for x in titik)
    return Garis(
        judul=f"{seri.nama}: {', '.join(told)}",
        tinggi=TINGGI_GARIS,
        dasar=BAWAH_GARIS,
        titik=titik,
        ruas=tuple((a, b) for a, b in pairwise(titik) if a.teks and b.teks),
        sumbu=tuple(Sumbu(_height(x, steps), format_angka(x), x == SERATUS) for x in steps),
    )


def _dot(ke: int, rangkaian: Rangkaian, sumbu: Sequence[Decimal]) -> Titik:
    """Return a value's dot; in a valley the figure stands below, clear of both strokes."""
    nilai = rangkaian.seri[0].nilai
    here, wide = nilai[ke], (SERATUS - KIRI_GARIS) / len(nilai)
    x = _percent(KIRI_GARIS + wide * ke + wide / 2)
    if here is None:
        return Titik(x, BAWAH_GARIS, rangkaian.label[ke], "", BAWAH_GARIS)
    near = [x for x in (*nilai[max(0, ke - 1) : ke], *nilai[ke + 1 : ke + 2]) if x is not None]
    valley = bool(near) and all(x > here for x in near)
    y = _height(here, sumbu)
    below = y + (DI_BAWAH if valley else DI_ATAS)
    return Titik(x, y, rangkaian.label[ke], tulis_persen(here), below)


def _axis(nilai: Sequence[Decimal]) -> Sequence[Decimal]:
    """Return round figures from below the least to above the most, few enough to read.

    They are at least five points apart: less is no move that a line should show.
    """
    low, high = max(Decimal(0), min(nilai) - 1), max(nilai) + 1
    steps = (Decimal(x) * 10**tens for tens in count() for x in (5, 10, 20))
    return next(x for step in steps if len(x := _ticks(low, high, step)) <= GARIS_TERBANYAK)


def _ticks(low: Decimal, high: Decimal, step: Decimal) -> Sequence[Decimal]:
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return [step * ke for ke in range(int(first), int(last) + 1)]


def _height(nilai: Decimal, sumbu: Sequence[Decimal]) -> int:
    low, high = sumbu[0], sumbu[-1]
    return round(BAWAH_GARIS - (nilai - low) / (high - low) * (BAWAH_GARIS - ATAS_GARIS))


def _share(nilai: Decimal, dari: Decimal) -> str:
    return _percent(nilai / dari * SERATUS)


def _percent(nilai: Decimal) -> str:
    return f"{nilai:.2f}%"
