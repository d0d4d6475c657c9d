"""Dates as a person types or says them: 20-01-2022, 20 Januari 2022, Kamis, 2 hari 3 jam."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, tzinfo

from kinerja_cli.domain.tanggal import BULAN, format_tanggal

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN_ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_HARI_DULU = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_NAMA_BULAN = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
_PUKUL = re.compile(r"(.+?)[ T](?:pukul )?(\d{1,2})[.:](\d{2})")


def parse_tanggal(teks: str) -> date | None:
    """Read 2022-01-20, 20-01-2022, 20/1/2022 or 20 Januari 2022; None for anything else."""
    folded = " ".join(teks.split()).casefold()
    parts = _parts(folded)
    if parts is None:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def _parts(teks: str) -> tuple[int, int, int] | None:
    """Return year, month and day."""
    if match := _ISO.fullmatch(teks):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _HARI_DULU.fullmatch(teks):
        return int(match[3]), int(match[2]), int(match[1])
    names = [x.casefold() for x in BULAN]
    match = _NAMA_BULAN.fullmatch(teks)
    if match and match[2] in names:
        return int(match[3]), names.index(match[2]) + 1, int(match[1])
    return None


def parse_waktu(teks: str, zona: tzinfo | None) -> datetime | None:
    """Read a date with or without an hour (20-01-2022 10.30); without one it is midnight."""
    folded = " ".join(teks.split())
    match = _PUKUL.fullmatch(folded)
    tanggal = parse_tanggal(match[1] if match else folded)
    if tanggal is None:
        return None
    try:
        pukul = time(int(match[2]), int(match[3])) if match else time()
    except ValueError:
        return None
    return datetime.combine(tanggal, pukul, zona)


def format_hari_tanggal(tanggal: date) -> str:
    """Return a date with its day: Kamis, 20 Januari 2022."""
    return f"{HARI[tanggal.weekday()]}, {format_tanggal(tanggal)}"


def format_waktu(waktu: datetime) -> str:
    """Return a moment as registers show it: 20-01-2022 10.30."""
    return f"{waktu:%d-%m-%Y %H.%M}"


def format_lama(lama: timedelta) -> str:
    """Return a span in its two largest units: 2 hari 3 jam, 45 menit, 0 menit."""
    menit = int(lama.total_seconds()) // 60
    hari, sisa = divmod(menit, 24 * 60)
    jam, menit = divmod(sisa, 60)
    parts = [f"{x} {kata}" for x, kata in ((hari, "hari"), (jam, "jam"), (menit, "menit")) if x]
    return " ".join(parts[:2]) or "0 menit"
