"""Marks that a rendered template leaves for what only the whole document knows.

The office writes `{{ tabel }}` or `{{ nomor_tabel }}` in Word; the number, the list, the picture
takes its place after rendering. Marks use private-use characters that no text contains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_AWAL, _AKHIR = "\ue000", "\ue001"


class Penanda(Enum):
    """What a mark asks for."""

    JUDUL = "judul"
    """The number of a caption: Tabel 3.1."""
    ACUAN = "acuan"
    """The number of the next caption of that kind."""
    DAFTAR = "daftar"
    """A list with page numbers, on the paragraph's place."""
    GRAFIK = "grafik"
    """A picture."""


POLA_PENANDA = re.compile(f"{_AWAL}([a-z]+):(\\w+){_AKHIR}")


def mark(penanda: Penanda, nama: str) -> str:
    """Return the text that stands for it in the rendered document."""
    return f"{_AWAL}{penanda.value}:{nama}{_AKHIR}"


def pattern(penanda: Penanda) -> re.Pattern[str]:
    """Return the pattern of one kind of mark; its group is the name."""
    return re.compile(f"{_AWAL}{penanda.value}:(\\w+){_AKHIR}")


@dataclass(frozen=True, slots=True)
class PenandaGrafik:
    """The marks of the pictures; "" where there is nothing to draw."""

    sasaran: str = ""
    tribulan: str = ""
    tahun: str = ""
    serapan: str = ""

    @property
    def ada(self) -> bool:
        """Tell whether the document has any picture."""
        return bool(self.sasaran or self.tribulan or self.tahun or self.serapan)


@dataclass(frozen=True, slots=True)
class PenandaLakip:
    """The template's variables that are marks; beside those of TampilanLakip."""

    grafik: PenandaGrafik
    tabel: str = mark(Penanda.ACUAN, "Tabel")
    gambar: str = mark(Penanda.ACUAN, "Gambar")
    nomor_tabel: str = mark(Penanda.JUDUL, "Tabel")
    nomor_gambar: str = mark(Penanda.JUDUL, "Gambar")
    daftar_isi: str = mark(Penanda.DAFTAR, "isi")
    daftar_tabel: str = mark(Penanda.DAFTAR, "Tabel")
    daftar_gambar: str = mark(Penanda.DAFTAR, "Gambar")
