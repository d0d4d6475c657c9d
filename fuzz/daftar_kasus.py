"""The fuzzer's targets by name: what is called, with which seeds, within which bounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kasus_angka import check_angka
from kasus_buku import check_salinan, check_unit
from kasus_rencana import check_formulir, check_plan

BENIH = Path(__file__).parent / "benih"


@dataclass(frozen=True, slots=True)
class Kasus:
    """One target: the function that takes any bytes, its seeds, and its longest input.

    `paket` tells that inputs are zips, damaged part by part.
    """

    periksa: Callable[[bytes], None]
    benih: Path
    maks_byte: int = 256
    paket: bool = False


BUKU_TERBESAR = 512 * 1024
KASUS = {
    "angka": Kasus(check_angka, BENIH / "angka"),
    "buku": Kasus(check_unit, BENIH / "buku", BUKU_TERBESAR, paket=True),
    "rencana": Kasus(check_plan, BENIH / "rencana", BUKU_TERBESAR, paket=True),
    "formulir": Kasus(check_formulir, BENIH / "rencana", BUKU_TERBESAR, paket=True),
    "salinan": Kasus(check_salinan, BENIH / "buku", BUKU_TERBESAR, paket=True),
}
