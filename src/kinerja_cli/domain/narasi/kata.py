"""The words that figures choose, and figures as a sentence writes them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from kinerja_cli.domain.angka import SERATUS, Rentang, format_angka, round_half_up
from kinerja_cli.domain.capaian import CaraHitung
from kinerja_cli.domain.rencana import Nilai, Polaritas, format_nilai

DESIMAL_REALISASI = 2
DESIMAL_TARGET = 4
"""A value is printed with its own decimals up to these, a longer one (a mean) with two."""

SATUAN_TANPA_SEBUTAN = frozenset({"nilai", "indeks", "rasio", "skor", "angka", "poin"})


class Arah(Enum):
    """Where a figure went since an earlier one; the value is the word for it."""

    NAIK = "naik"
    TURUN = "turun"
    TETAP = "tetap"


class Mutu(Enum):
    """Whether that was for the better; the value is the word for it."""

    MEMBAIK = "membaik"
    MEMBURUK = "memburuk"


def tampak(nilai: Decimal, desimal: int = DESIMAL_REALISASI) -> Decimal:
    """Return a realisasi as it is printed: what the eye compares is what the words compare."""
    exponent = nilai.normalize().as_tuple().exponent
    long = isinstance(exponent, int) and -exponent > desimal
    return round_half_up(nilai) if long else nilai


def tulis(nilai: Nilai | None, desimal: int = DESIMAL_REALISASI) -> str:
    """Write a realisasi for a sentence or a table; "" when absent."""
    if isinstance(nilai, Rentang):
        return format_nilai(Rentang(tampak(nilai.bawah, desimal), tampak(nilai.atas, desimal)))
    return format_nilai(tampak(nilai, desimal) if isinstance(nilai, Decimal) else nilai)


def tulis_target(nilai: Nilai | None) -> str:
    """Write a target as the plan has it; "" when absent."""
    return tulis(nilai, DESIMAL_TARGET)


def tulis_persen(persen: Decimal) -> str:
    """Write a percentage or points with two decimals, half up: 98,50."""
    return format_angka(persen, 2)


def tulis_bersatuan(nilai: Nilai | None, satuan: str, desimal: int = DESIMAL_REALISASI) -> str:
    """Write a value with its satuan as a sentence does: 85,5 persen, 22 kejadian, BB."""
    text = tulis(nilai, desimal)
    if isinstance(nilai, str) or satuan.casefold() in SATUAN_TANPA_SEBUTAN or not satuan:
        return text
    if satuan == "%":
        return f"{text} persen"
    return f"{text} {satuan.lower() if satuan.istitle() else satuan}"


def sebut_hasil(persen: Decimal) -> str:
    """Return what a capaian did with its target, judged as printed."""
    shown = round_half_up(persen)
    if shown > SERATUS:
        return "melampaui"
    return "memenuhi" if shown == SERATUS else "belum memenuhi"


def sebut_arah(kini: Decimal, lalu: Decimal) -> Arah:
    """Return where a target or realisasi went, judged as printed."""
    return _bandingkan(tampak(kini), tampak(lalu))


def sebut_arah_persen(kini: Decimal, lalu: Decimal) -> Arah:
    """Return where a capaian or serapan went, judged as printed (two decimals)."""
    return _bandingkan(round_half_up(kini), round_half_up(lalu))


def _bandingkan(kini: Decimal, lalu: Decimal) -> Arah:
    if kini == lalu:
        return Arah.TETAP
    return Arah.NAIK if kini > lalu else Arah.TURUN


def selisih_persen(kini: Decimal, lalu: Decimal) -> Decimal:
    """Return the points between two percentages as printed, so that a calculator agrees; ≥ 0."""
    return abs(round_half_up(kini) - round_half_up(lalu))


def sebut_letak(nilai: Decimal, acuan: Decimal) -> str:
    """Return where a number stands against another, judged as printed."""
    words = {Arah.NAIK: "di atas", Arah.TURUN: "di bawah", Arah.TETAP: "sama dengan"}
    return words[sebut_arah(nilai, acuan)]


def angka_dari(nilai: Nilai | None, cara: CaraHitung) -> Decimal | None:
    """Return the number that a value stands for: letters by their table, a range by none."""
    if isinstance(nilai, str):
        return (cara.nilai_predikat or {}).get(nilai.strip().upper())
    return nilai if isinstance(nilai, Decimal) else None


def sebut_mutu(arah: Arah, polaritas: Polaritas) -> Mutu | None:
    """Return whether a move was for the better; None where there is no move or no one good way."""
    good = {
        Polaritas.NAIK: Arah.NAIK,
        Polaritas.PREDIKAT: Arah.NAIK,
        Polaritas.TURUN: Arah.TURUN,
    }.get(polaritas)
    if good is None or arah is Arah.TETAP:
        return None
    return Mutu.MEMBAIK if arah is good else Mutu.MEMBURUK


def sebut_banyak(banyak: int, dari: int, benda: str) -> str:
    """Return how many of how many: seluruh 5 sasaran, 3 dari 5 sasaran, belum ada sasaran."""
    if banyak == 0:
        return f"belum ada {benda}"
    if banyak < dari:
        return f"{banyak} dari {dari} {benda}"
    return f"satu-satunya {benda}" if dari == 1 else f"seluruh {dari} {benda}"


def rangkai(kata: Sequence[str]) -> str:
    """Join words as a sentence does: a, b, dan c."""
    if len(kata) > 2:  # noqa: PLR2004 - the comma comes with the third
        return f"{', '.join(kata[:-1])}, dan {kata[-1]}"
    return " dan ".join(kata)


def awali(kalimat: str) -> str:
    """Return a sentence with its first letter as a capital, the rest untouched."""
    return kalimat[:1].upper() + kalimat[1:]


def pilih(pilihan: Sequence[str], posisi: int) -> str:
    """Return one of several wordings by position: varied, yet the same at every run."""
    return pilihan[posisi % len(pilihan)]
