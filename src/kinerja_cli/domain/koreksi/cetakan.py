"""Figures as a report prints them, held against the figures of the analysis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache

from kinerja_cli.domain.angka import Angka, Rentang, parse_angka, parse_rentang, round_half_up
from kinerja_cli.domain.capaian import Alasan
from kinerja_cli.domain.rencana import Nilai

SKALA = {
    "ribu": Decimal(10) ** 3,
    "juta": Decimal(10) ** 6,
    "miliar": Decimal(10) ** 9,
    "milyar": Decimal(10) ** 9,
    "triliun": Decimal(10) ** 12,
}
TANDA_KOSONG = frozenset({"", "-", "--", "–", "—", "n/a", "na", "nihil", "n.a."})
HURUF_TERBANYAK = 4
"""No predikat's letters are longer: AA, WTP, BB."""

_HIASAN = re.compile(r"^[\s≥≤<>=±~]+|[\s*)¹²³†]+$")
_TEKS_ALASAN = frozenset(x.value for x in Alasan) | {"belum ada", "belum dilaporkan"}


class Putusan(Enum):
    """What holding a printed text against the data gives."""

    SAMA = auto()
    BEDA = auto()
    TANPA_DATA = auto()
    """A figure is printed, the data has none."""
    DIKOSONGKAN = auto()
    """The data has a figure, none is printed."""
    TIDAK_DINILAI = auto()


@dataclass(frozen=True, slots=True)
class Cetakan:
    """One reading of a printed number: its value, the decimals it shows, and its scale."""

    nilai: Decimal
    skala: Decimal = Decimal(1)

    @property
    def desimal(self) -> int:
        """Return how many decimals are printed."""
        exponent = self.nilai.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    def shows(self, nilai: Decimal) -> bool:
        """Tell whether that figure, rounded to the printed digits, is this one."""
        return round_half_up(nilai / self.skala, self.desimal) == self.nilai


@lru_cache(maxsize=8192)
def read_cetakan(teks: str, skala: Decimal = Decimal(1)) -> tuple[Cetakan, ...]:
    """Return what a text may print: none, one, or two readings (1.131 is also 1,131)."""
    read = parse_angka(_HIASAN.sub("", teks))
    if isinstance(read, Angka):
        word = read.satuan.casefold().split()[:1]
        scale = SKALA.get(word[0].strip(".,"), skala) if word else skala
        return (Cetakan(read.nilai, scale),)
    return tuple(Cetakan(x, skala) for x in read.bacaan)


def compare(teks: str, harapan: Sequence[Nilai | None], skala: Decimal = Decimal(1)) -> Putusan:
    """Hold a printed text against the figures that may stand there (None: a blank).

    Without anything that may stand there, nothing is judged.
    """
    plain = " ".join(teks.split())
    known = [x for x in harapan if x is not None]
    if not harapan or "[isi" in plain.casefold():
        return Putusan.TIDAK_DINILAI
    if any(_shows(plain, x, skala) for x in known):
        return Putusan.SAMA
    if plain.casefold() in TANDA_KOSONG or plain.casefold() in _TEKS_ALASAN:
        return Putusan.SAMA if None in harapan else Putusan.DIKOSONGKAN
    if not _is_figure(plain, known):
        return Putusan.TIDAK_DINILAI
    return Putusan.BEDA if known else Putusan.TANPA_DATA


def _shows(teks: str, nilai: Nilai, skala: Decimal) -> bool:
    if isinstance(nilai, str):
        first = teks.split()[:1]
        return bool(first) and first[0].casefold() == nilai.strip().casefold()
    if isinstance(nilai, Rentang):
        return parse_rentang(_HIASAN.sub("", teks)) == nilai
    return any(x.shows(nilai) for x in read_cetakan(teks, skala))


def _is_figure(teks: str, known: Sequence[Nilai]) -> bool:
    """Tell whether a text is meant as such a figure: a number, or letters beside letters."""
    if any(isinstance(x, str) for x in known):
        return len(teks) <= HURUF_TERBANYAK
    return bool(read_cetakan(teks)) or parse_rentang(_HIASAN.sub("", teks)) is not None
