"""What the written form of one cell means: its type, its style and its text as a Sel."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias

from kinerja_cli.adapter.buku_xlsx.gaya import FormatAngka
from kinerja_cli.adapter.buku_xlsx.teks import unescape
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca
from kinerja_cli.domain.buku import HARI_NOL_EXCEL, JenisSel, Sel

Nilai: TypeAlias = tuple[JenisSel, Decimal | str | bool | None]

# Excel keeps 15 significant digits; what a file holds beyond them is binary noise.
_DIGIT_EXCEL = 15
_LOGIKA = {"1": True, "true": True, "0": False, "false": False}
# A short number needs no rounding, and becomes a Decimal five times as fast this way.
_PENDEK = re.compile(r"(?!-0$)-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
_TEKS = JenisSel.TEKS  # a member of an Enum is slow to look up, and most cells are texts
_TIPE_TEKS = ("str", "inlineStr")
_HARI_NOL = datetime.combine(HARI_NOL_EXCEL, time.min)
_SEHARI = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Acuan:
    """What the cells of a workbook refer to by index: its shared strings and number formats."""

    teks: Sequence[str]
    gaya: Mapping[str, FormatAngka]
    # Sheets repeat themselves: the same type, style and text make the same Sel.
    pernah: dict[tuple[str, str, str], Sel] = field(default_factory=dict)


def make_sel(acuan: Acuan, kunci: tuple[str, str, str]) -> Sel:
    """Return the cell of a typed value, by its type, style and text as the file writes them."""
    tipe, gaya, teks = kunci
    sel = acuan.pernah[kunci] = _make_sel(acuan, tipe, _format(acuan, gaya), teks)
    return sel


def make_sel_rumus(acuan: Acuan, kunci: tuple[str, str, str | None], rumus: str) -> Sel:
    """Return the cell of a formula; its text is None where the file holds no value for it.

    An empty value is one that nobody computed, except for a text: Excel and LibreOffice
    write the empty text that a formula gave in just this way.
    """
    tipe, gaya, teks = kunci
    angka = _format(acuan, gaya)
    if teks is None or (not teks and tipe not in _TIPE_TEKS):
        return Sel(JenisSel.BELUM_DIHITUNG, None, angka.kode, rumus)
    return _make_sel(acuan, tipe, angka, teks, rumus)


def _make_sel(
    acuan: Acuan, tipe: str, angka: FormatAngka, teks: str, rumus: str | None = None
) -> Sel:
    if tipe == "s":
        return Sel(_TEKS, _shared(acuan.teks, teks), angka.kode, rumus)
    if tipe in _BACA:
        jenis, nilai = _BACA[tipe](teks)
        return Sel(jenis, nilai, angka.kode, rumus)
    bilangan = parse_number(teks)
    if bilangan is None:
        return Sel(JenisSel.GALAT, teks, angka.kode, rumus)
    if angka.geser:
        bilangan += angka.geser
    return Sel(angka.jenis, bilangan, angka.kode, rumus)


def _format(acuan: Acuan, gaya: str) -> FormatAngka:
    try:
        return acuan.gaya[gaya]
    except KeyError as error:
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"gaya sel {gaya[:20]} tidak ada") from error


def parse_number(teks: str) -> Decimal | None:
    """Return a number of at most 15 digits, without exponent where they suffice, or None."""
    if len(teks) <= _DIGIT_EXCEL and _PENDEK.fullmatch(teks):
        return Decimal(teks)
    # float() would also read 1_000 and the digits of other scripts.
    if "_" in teks or not teks.isascii():
        return None
    try:
        angka = float(teks)
    except ValueError:
        return None
    # Adding zero takes the sign from a negative zero.
    return Decimal(f"{angka + 0.0:.{_DIGIT_EXCEL}g}") if math.isfinite(angka) else None


def _shared(daftar: Sequence[str], teks: str) -> str:
    nomor = int(teks) if teks.isdecimal() and len(teks) <= _DIGIT_EXCEL else len(daftar)
    if nomor >= len(daftar):
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"teks bersama {teks[:20]} tidak ada")
    return daftar[nomor]


def _boolean(teks: str) -> Nilai:
    nilai = _LOGIKA.get(teks.strip())
    return (JenisSel.GALAT, teks) if nilai is None else (JenisSel.LOGIKA, nilai)


def _iso_date(teks: str) -> Nilai:
    """Return the serial number of an ISO date, time or both, in the time zone it is written in."""
    try:
        jam = time.fromisoformat(teks) if ":" in teks[:3] else None
        saat = datetime.fromisoformat(teks) if jam is None else datetime.combine(_HARI_NOL, jam)
    except ValueError:
        return JenisSel.GALAT, teks
    serial = (saat.replace(tzinfo=None) - _HARI_NOL) / _SEHARI
    return JenisSel.TANGGAL, parse_number(repr(serial))


# The types with a reading of their own; any other is a number, as a cell without a type is.
_BACA: dict[str, Callable[[str], Nilai]] = {
    "str": lambda teks: (_TEKS, unescape(teks)),
    "inlineStr": lambda teks: (_TEKS, teks),
    "b": _boolean,
    "e": lambda teks: (JenisSel.GALAT, teks),
    "d": _iso_date,
}
