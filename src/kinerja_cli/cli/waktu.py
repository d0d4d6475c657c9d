"""Options that are a date or a moment, read the way an office writes them."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import Annotated, TypeAlias

import typer

from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.tanggal_tulis import parse_tanggal, parse_waktu

TanggalOpsi: TypeAlias = Annotated[
    str | None,
    typer.Option("--tanggal", metavar="TANGGAL", help="Misalnya 20-01-2022; bawaannya hari ini."),
]
WaktuOpsi: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--waktu", metavar="WAKTU", help='Misalnya "20-01-2022 10.30"; bawaannya sekarang.'
    ),
]


def read_tanggal(teks: str | None, pilihan: str) -> date | None:
    """Return a date, None where none was given; raises KinerjaError for what is none."""
    if teks is None:
        return None
    tanggal = parse_tanggal(teks)
    if tanggal is None:
        message = f"{pilihan} '{teks}' bukan tanggal. Tulis seperti 20-01-2022."
        raise KinerjaError(message)
    return tanggal


def read_waktu(teks: str | None, zona: tzinfo | None) -> datetime | None:
    """Return a moment, None where none was given; raises KinerjaError for what is none."""
    if teks is None:
        return None
    waktu = parse_waktu(teks, zona)
    if waktu is None:
        message = f"--waktu '{teks}' bukan tanggal dan jam. Tulis seperti \"20-01-2022 10.30\"."
        raise KinerjaError(message)
    return waktu
