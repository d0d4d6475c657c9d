"""Numbers the way Indonesians write them: reads typed text, writes figures, rounds half up.

A number cell never comes here: only text that somebody typed does. The Indonesian way is a point
between thousands and a comma before decimals; text that could be two numbers is refused, with
both readings named, instead of guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from functools import cache

SERATUS = Decimal(100)
DIGIT_TERBANYAK = 15
"""Excel keeps no more than 15 digits; a longer figure could not have come from it whole."""

_DESIMAL_TERJAUH = -25
_LIMA_BELAS_DESIMAL = Decimal(1).scaleb(-15)
_SETENGAH_KE_ATAS = Context(prec=60, rounding=ROUND_HALF_UP)
_TITIK_KOMA = str.maketrans(",.", ".,")
_RUPIAH = re.compile(r"^rp\.?\s*", re.IGNORECASE)
_AKHIR_RUPIAH = re.compile(r",-{1,2}$")
_ANGKA_DAN_SATUAN = re.compile(r"^([+\-\u2212]?\s?\d[\d.,]*)\s*(.*)$", re.DOTALL)
_BULAT = re.compile(r"\d+")
_RIBUAN = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
_KOMA = re.compile(r"(\d+|[1-9]\d{0,2}(?:\.\d{3})+),\d+")
_RENTANG = re.compile(r"^(.+?)\s*(?:-|\u2013|s\.?d\.?|sampai)\s*(.+)$", re.IGNORECASE)
_TITIK_DESIMAL = re.compile(r"\d+\.\d+|\d{1,3}(,\d{3})+(\.\d+)?")
_TANDA_KOSONG = frozenset({"-", "--", "\u2013", "\u2014", "n/a", "na", "nihil", "n.a.", "#n/a"})


class SebabDitolak(Enum):
    """Why a text is no number."""

    BUKAN_ANGKA = "bukan angka"
    BERMAKNA_GANDA = "dapat dibaca sebagai dua angka"
    TITIK_DESIMAL = "memakai titik sebagai tanda desimal"
    TANDA_KOSONG = "tanda kosong"
    LEBIH_DARI_SATU = "memuat lebih dari satu angka"


@dataclass(frozen=True, slots=True)
class Angka:
    """A number read from text, and the words that stood behind it ("" when none)."""

    nilai: Decimal
    satuan: str = ""
    rupiah: bool = False


@dataclass(frozen=True, slots=True)
class Ditolak:
    """A text that is not read as a number, and the numbers it might have meant."""

    sebab: SebabDitolak
    bacaan: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Rentang:
    """A target between two bounds, both included."""

    bawah: Decimal
    atas: Decimal


def parse_angka(teks: str) -> Angka | Ditolak:
    """Read a typed text as one number, the Indonesian way.

    `1.069,32` is 1069.32, `85,5%` is 85.5 with satuan "%", `Rp. 800.000.000,-` is 800000000.
    `1.131` is refused as two numbers (1131 and 1,131), `89.49` as a decimal point. Blank text is
    BUKAN_ANGKA: ask for blankness before.
    """
    folded = " ".join(teks.split())
    if folded.casefold() in _TANDA_KOSONG:
        return Ditolak(SebabDitolak.TANDA_KOSONG)
    body = _RUPIAH.sub("", folded)
    rupiah = body != folded
    if rupiah:
        body = _AKHIR_RUPIAH.sub("", body)
    match = _ANGKA_DAN_SATUAN.match(body)
    if match is None:
        return Ditolak(SebabDitolak.BUKAN_ANGKA)
    digits, satuan = match[1].rstrip(".,"), match[2].strip()
    if re.search(r"\d", satuan):
        return Ditolak(SebabDitolak.LEBIH_DARI_SATU)
    value = _read_digits(digits, rupiah=rupiah)
    if isinstance(value, Ditolak):
        return value
    return Angka(value, satuan, rupiah)


def parse_rentang(teks: str) -> Rentang | None:
    """Read `80-90`, `80,5 – 90 %` or `7 s.d. 8 bulan` as a range; None where it is none."""
    match = _RENTANG.match(" ".join(teks.split()))
    if match is None:
        return None
    ends = [parse_angka(part) for part in match.groups()]
    bawah, atas = (x.nilai if isinstance(x, Angka) else None for x in ends)
    if bawah is None or atas is None or bawah > atas:
        return None
    return Rentang(bawah, atas)


def _read_digits(text: str, *, rupiah: bool) -> Decimal | Ditolak:
    """Read signed digits with their marks."""
    sign = -1 if text[0] in "-\u2212" else 1
    digits = text.lstrip("+-\u2212 ")
    if sum(map(str.isdigit, digits)) > DIGIT_TERBANYAK or not digits.isascii():
        return Ditolak(SebabDitolak.BUKAN_ANGKA)
    if _BULAT.fullmatch(digits) or _KOMA.fullmatch(digits):
        return sign * Decimal(digits.replace(".", "").replace(",", "."))
    if _RIBUAN.fullmatch(digits):
        return _read_thousands(digits, sign, rupiah=rupiah)
    if _TITIK_DESIMAL.fullmatch(digits):
        return Ditolak(SebabDitolak.TITIK_DESIMAL, (sign * Decimal(digits.replace(",", "")),))
    return Ditolak(SebabDitolak.BUKAN_ANGKA)


def _read_thousands(digits: str, sign: int, *, rupiah: bool) -> Decimal | Ditolak:
    """Read 1.131.000 at once; 1.131 alone may be meant as 1,131, but not where it is money."""
    whole = sign * Decimal(digits.replace(".", ""))
    if rupiah or digits.count(".") > 1:
        return whole
    return Ditolak(SebabDitolak.BERMAKNA_GANDA, (whole, sign * Decimal(digits)))


def is_within_reach(nilai: Decimal) -> bool:
    """Tell whether somebody can have meant a number: at most 15 digits before the comma.

    The binary noise of a formula (5,55E-17 for nil) is within; the ratio of any two numbers
    within can be rounded.
    """
    return not nilai or _DESIMAL_TERJAUH <= nilai.adjusted() < DIGIT_TERBANYAK


def round_half_up(nilai: Decimal, desimal: int = 2) -> Decimal:
    """Round as a person with a calculator does: 12.345 to 12.35; only for print.

    A division that never ends falls short of a tie (85.2749… for 85.275): the digits behind the
    fifteenth decimal are taken off first.
    """
    settled = _SETENGAH_KE_ATAS.quantize(nilai, _LIMA_BELAS_DESIMAL)
    return _SETENGAH_KE_ATAS.quantize(settled, _last_digit(desimal))


@cache
def _last_digit(desimal: int) -> Decimal:
    return Decimal(1).scaleb(-desimal)


def format_angka(nilai: Decimal, desimal: int | None = None) -> str:
    """Write a number the Indonesian way: 1069.32 as 1.069,32.

    `desimal` fixes the decimals (rounded half up); None writes what is there, without end zeros.
    """
    shown = nilai.normalize() if desimal is None else round_half_up(nilai, desimal)
    text = f"{shown:,f}"
    return text.translate(_TITIK_KOMA)


def format_rupiah(nilai: Decimal) -> str:
    """Write an amount in whole rupiah: Rp1.250.000."""
    sign = "-" if nilai < 0 else ""
    return f"{sign}Rp{format_angka(abs(nilai), 0)}"
