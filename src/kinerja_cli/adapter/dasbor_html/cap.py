"""The classes of the office's scale, by the name of the style that carries their colours."""

from __future__ import annotations

from kinerja_cli.adapter.dasbor_html.baris import BarisSkala, Cap
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.kantor import AturanHitung
from kinerja_cli.domain.predikat import Kelas


def cap_of(kelas: Kelas | None, aturan: AturanHitung) -> Cap:
    """Return a class with its style: k0 is the highest of the scale."""
    return Cap() if kelas is None else Cap(kelas.nama, f"k{aturan.skala.index(kelas)}")


def build_skala(aturan: AturanHitung) -> tuple[BarisSkala, ...]:
    """Return the scale from the highest class, each with its lower bound."""
    return tuple(
        BarisSkala(cap_of(x, aturan), f"{format_angka(x.batas)} ke atas") for x in aturan.skala
    )
