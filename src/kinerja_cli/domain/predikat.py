"""The classes that a capaian falls in; the scale is the office's, from kinerja.toml."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.domain.angka import round_half_up


@dataclass(frozen=True, slots=True)
class Kelas:
    """One class: its lower bound in percent (included), its name and colour as RRGGBB."""

    batas: Decimal
    nama: str
    warna: str


SKALA_PERMENDAGRI_86 = (
    Kelas(Decimal(91), "Sangat Tinggi", "1B7F4B"),
    Kelas(Decimal(76), "Tinggi", "6FAE3D"),
    Kelas(Decimal(66), "Sedang", "E0B020"),
    Kelas(Decimal(51), "Rendah", "E07B24"),
    Kelas(Decimal(0), "Sangat Rendah", "C0392B"),
)
"""Permendagri 86/2017, which the SOP cites; on paper 90,5 has no class, so the bound decides."""


def classify(persen: Decimal | None, skala: tuple[Kelas, ...]) -> Kelas | None:
    """Return the class of a capaian in percent, judged as printed (two decimals), or None.

    `skala` is ordered from the highest bound; below the lowest bound there is no class.
    """
    if persen is None:
        return None
    shown = round_half_up(persen)
    return next((kelas for kelas in skala if shown >= kelas.batas), None)
