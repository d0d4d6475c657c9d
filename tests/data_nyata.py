"""Published rows that tests recompute, read from tests/data."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from kinerja_cli.domain.angka import Angka, parse_angka

FOLDER = Path(__file__).parent / "data"
TITIK_DESIMAL = ("e-SAKIP BPS", "Evaluasi Renja")
"""Databases and workbooks among the sources: their numbers were cells, not typed texts."""


def read_rows(nama: str) -> Sequence[tuple[int, Mapping[str, str]]]:
    """Return the rows of a table with their line numbers in the file."""
    with (FOLDER / nama).open(encoding="utf-8", newline="") as stream:
        return list(enumerate(csv.DictReader(stream), 2))


def number(row: Mapping[str, str], kolom: str) -> Decimal | None:
    """Return a figure of a row as its document means it, None where it is no number."""
    text = row[kolom]
    if not text:
        return None
    if row["doc"].startswith(TITIK_DESIMAL):
        return Decimal(text.rstrip("%"))
    outcome = parse_angka(text)
    return outcome.nilai if isinstance(outcome, Angka) else None
