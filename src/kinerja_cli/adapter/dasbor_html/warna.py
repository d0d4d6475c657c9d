"""The office's own predikat colours, made readable on the light and on the dark page.

An office may choose any colour; what is written on it, drawn with it or tinted by it is derived
from its luminance, so that the contrast of WCAG 2 AA holds for every choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kinerja_cli.domain.predikat import Kelas

Warna: TypeAlias = tuple[int, int, int]
"""Red, green, blue, each 0–255."""

HITAM: Warna = (0, 0, 0)
PUTIH: Warna = (255, 255, 255)
KERTAS_TERANG: Warna = (255, 255, 255)
KERTAS_GELAP: Warna = (28, 34, 41)
"""What pictures lie on: --kertas of templates/dasbor/gaya.css, in both themes."""

KONTRAS_GAMBAR = 3.0
"""What WCAG 2 asks of a bar against what it lies on (1.4.11)."""

KADAR_TERANG, KADAR_GELAP = 0.2, 0.32
"""How much of a class's colour a cell of the heat map takes: ink on it stays readable."""

LANGKAH = 20


@dataclass(frozen=True, slots=True)
class WarnaKelas:
    """The colours of one class as CSS writes them; `isi` and `tulisan` are the same in both."""

    isi: str
    tulisan: str
    batang_terang: str
    batang_gelap: str
    rona_terang: str
    rona_gelap: str


def colours_of(kelas: Kelas) -> WarnaKelas:
    """Return every colour that the page needs of a class."""
    own = _read(kelas.warna)
    return WarnaKelas(
        isi=_write(own),
        tulisan=_write(ink_on(own)),
        batang_terang=_write(_until_seen(own, KERTAS_TERANG, HITAM)),
        batang_gelap=_write(_until_seen(own, KERTAS_GELAP, PUTIH)),
        rona_terang=_write(mix(own, KERTAS_TERANG, KADAR_TERANG)),
        rona_gelap=_write(mix(own, KERTAS_GELAP, KADAR_GELAP)),
    )


def ink_on(latar: Warna) -> Warna:
    """Return black or white, whichever reads better; one of the two always has 4.5 to 1."""
    return HITAM if contrast(HITAM, latar) >= contrast(PUTIH, latar) else PUTIH


def contrast(satu: Warna, lain: Warna) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted((_luminance(satu), _luminance(lain)))
    return (light + 0.05) / (dark + 0.05)


def mix(satu: Warna, lain: Warna, kadar: float) -> Warna:
    """Return a colour that is `kadar` (0–1) of the first, the rest of the second."""
    red, green, blue = (round(a * kadar + b * (1 - kadar)) for a, b in zip(satu, lain, strict=True))
    return (red, green, blue)


def _until_seen(warna: Warna, latar: Warna, menuju: Warna) -> Warna:
    """Return the colour, moved towards another only as far as it takes to be seen."""
    steps = (mix(menuju, warna, step / LANGKAH) for step in range(LANGKAH + 1))
    return next(x for x in steps if contrast(x, latar) >= KONTRAS_GAMBAR)


def _luminance(warna: Warna) -> float:
    red, green, blue = (_linear(part / 255) for part in warna)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def _read(rrggbb: str) -> Warna:
    red, green, blue = (int(rrggbb[i : i + 2], 16) for i in (0, 2, 4))
    return (red, green, blue)


def _write(warna: Warna) -> str:
    return "#{:02x}{:02x}{:02x}".format(*warna)
