"""Dates the way Indonesian papers write them: 31 Januari 2021."""

from __future__ import annotations

from datetime import date

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def format_bulan(tanggal: date) -> str:
    """Return the name of a date's month: Januari."""
    return BULAN[tanggal.month - 1]


def format_tanggal(tanggal: date) -> str:
    """Return a date as a letter shows it: 31 Januari 2021."""
    return f"{tanggal.day} {format_bulan(tanggal)} {tanggal.year}"
