"""What the written form of one cell means: its type, its style and its text as a Sel."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias

from kinerja_cli.adapter.gaya_xlsx import FormatAngka
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca
from kinerja_cli.adapter.teks_xlsx import unescape
from kinerja_cli.domain.buku import HARI_NOL_EXCEL, JenisSel, Sel

Nilai: TypeAlias = tuple[JenisSel, Decimal | str | bool | None]

# Excel keeps 15 significant digits; what a file holds beyond them is binary noise.
_DIGIT_EXCEL = 15
_LOGIKA = {"1": True, "true": True, "0": False, "false": False}
# A short number needs no rounding, and becomes a Decimal five times as fast this way.
_PENDEK = re.compile(r"(?!-0$)-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
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


def make_sel(acuan: Acuan, tipe: str, gaya: str, teks: str) -> Sel:
    """Return the cell of a typed value; `tipe` and `gaya` as the file writes them."""
    kunci = (tipe, gaya, teks)
    sel = acuan.pernah.get(kunci)
    if sel is None:
        sel = acuan.pernah[kunci] = _make_sel(acuan, tipe, gaya, teks, None)
    return sel


def make_sel_rumus(acuan: Acuan, tipe: str, gaya: str, teks: str | None, rumus: str) -> Sel:
    """Return the cell of a formula; `teks` None where the file holds no value for it.

    An empty value is one that nobody computed, except for a text: Excel and LibreOffice
    write the empty text that a formula gave in just this way.
    """
    if teks is None or (not teks and tipe not in _TIPE_TEKS):
        return Sel(JenisSel.BELUM_DIHITUNG, None, _format(acuan, gaya).kode, rumus)
    return _make_sel(acuan, tipe, gaya, teks, rumus)


def _make_sel(acuan: Acuan, tipe: str, gaya: str, teks: str, rumus: str | None) -> Sel:
    angka = _format(acuan, gaya)
    jenis, nilai = _BACA.get(tipe, _number)(acuan, angka, teks)
    return Sel(jenis, nilai, angka.kode, rumus)


def _format(acuan: Acuan, gaya: str) -> FormatAngka:
    try:
        return acuan.gaya[gaya]
    except KeyError as error:
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"gaya sel {gaya[:20]} tidak ada") from error


def parse_number(teks: str) -> Decimal | None:
    """Return a number of at most 15 digits, without exponent where they suffice, or None."""
    if len(teks) <= _DIGIT_EXCEL and _PENDEK.fullmatch(teks):
        return Decimal(teks)
    if "_" in teks or not teks.isascii():
        return None
    try:
        angka = float(teks)
    except ValueError:
        return None
    # Adding zero takes the sign from a negative zero.
    return Decimal(f"{angka + 0.0:.{_DIGIT_EXCEL}g}") if math.isfinite(angka) else None


def _number(_: Acuan, angka: FormatAngka, teks: str) -> Nilai:
    nilai = parse_number(teks)
    if nilai is None:
        return JenisSel.GALAT, teks
    return angka.jenis, nilai + angka.geser if angka.geser else nilai


def _shared(acuan: Acuan, _: FormatAngka, teks: str) -> Nilai:
    nomor = parse_number(teks)
    if nomor is None or not 0 <= nomor < len(acuan.teks) or nomor % 1:
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"teks bersama {teks[:20]} tidak ada")
    return JenisSel.TEKS, acuan.teks[int(nomor)]


def _text(_: Acuan, __: FormatAngka, teks: str) -> Nilai:
    return JenisSel.TEKS, unescape(teks)


def _inline(_: Acuan, __: FormatAngka, teks: str) -> Nilai:
    return JenisSel.TEKS, teks


def _boolean(_: Acuan, __: FormatAngka, teks: str) -> Nilai:
    nilai = _LOGIKA.get(teks.strip())
    return (JenisSel.GALAT, teks) if nilai is None else (JenisSel.LOGIKA, nilai)


def _error(_: Acuan, __: FormatAngka, teks: str) -> Nilai:
    return JenisSel.GALAT, teks


def _iso_date(_: Acuan, __: FormatAngka, teks: str) -> Nilai:
    """Return the serial number of an ISO date, time or both; the file's own time zone is kept."""
    try:
        jam = time.fromisoformat(teks) if ":" in teks[:3] else None
        saat = datetime.fromisoformat(teks) if jam is None else datetime.combine(_HARI_NOL, jam)
    except ValueError:
        return JenisSel.GALAT, teks
    serial = (saat.replace(tzinfo=None) - _HARI_NOL) / _SEHARI
    return JenisSel.TANGGAL, parse_number(repr(serial))


_BACA: dict[str, Callable[[Acuan, FormatAngka, str], Nilai]] = {
    "n": _number,
    "s": _shared,
    "str": _text,
    "inlineStr": _inline,
    "b": _boolean,
    "e": _error,
    "d": _iso_date,
}
