"""How the units stand, printed without rich: to load it would take as long as all the rest."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Iterator, Sequence
from datetime import datetime

import typer

from kinerja_cli.alur.status import HasilStatus
from kinerja_cli.domain.status import Keadaan, StatusUnit
from kinerja_cli.domain.tribulan import ROMAWI

KEPALA = ("TW", "Unit", "Status", "Waktu", "Versi", "Temuan")
UNIT, STATUS, VERSI = 1, 2, 4
"""Columns: the one that is folded, the one in colour, and the first with its figures right."""

UNIT_TERSEMPIT = 16
PEMISAH = "  "
WARNA_KEADAAN = {
    Keadaan.DITERIMA: "green",
    Keadaan.DITOLAK: "red",
    Keadaan.BELUM_MASUK: "yellow",
}


def show_status(hasil: HasilStatus) -> None:
    """Print how every unit stands."""
    # None: colours on a terminal only.
    colour = False if os.environ.get("NO_COLOR") else None
    for line in _lines(hasil):
        typer.echo(line, color=colour)


def _lines(hasil: HasilStatus) -> Iterator[str]:
    yield from table_lines(hasil.unit, shutil.get_terminal_size((80, 24)).columns)
    for one in hasil.unit:
        if one.versi and one.ditolak_pada:
            yield (
                f"{one.unit}: ada kiriman lain untuk TW {ROMAWI[one.tribulan]} yang ditolak "
                f"({_moment(one.ditolak_pada)})."
            )
    if hasil.ditutup:
        closed = ", ".join(ROMAWI[ke] for ke in sorted(hasil.ditutup))
        yield f"Sudah ditutup: Tribulan {closed}."


def table_lines(unit: Sequence[StatusUnit], lebar: int) -> Iterator[str]:
    """Yield the lines of the table; names of units are folded to fit the width."""
    rows = [_cells(x) for x in unit]
    widths = [max(len(x[ke]) for x in (KEPALA, *rows)) for ke in range(len(KEPALA))]
    others = sum(widths) - widths[UNIT] + len(PEMISAH) * (len(KEPALA) - 1)
    widths[UNIT] = min(widths[UNIT], max(UNIT_TERSEMPIT, lebar - others))
    yield typer.style(_line(KEPALA, widths), bold=True)
    for one, row in zip(unit, rows, strict=True):
        first, *more = textwrap.wrap(row[UNIT], widths[UNIT]) or [""]
        yield _line([*row[:UNIT], first, *row[STATUS:]], widths, WARNA_KEADAAN[one.keadaan])
        yield from (_line(["", x, *[""] * len(row[STATUS:])], widths).rstrip() for x in more)


def _cells(unit: StatusUnit) -> tuple[str, ...]:
    return (
        ROMAWI[unit.tribulan],
        _plain(f"{unit.unit}  {unit.nama}"),
        unit.keadaan.value,
        _moment(unit.waktu),
        str(unit.versi or ""),
        str(unit.temuan or ""),
    )


def _line(sel: Sequence[str], lebar: Sequence[int], warna: str | None = None) -> str:
    cells = [
        teks.rjust(width) if ke >= VERSI else teks.ljust(width)
        for ke, (teks, width) in enumerate(zip(sel, lebar, strict=True))
    ]
    if warna:
        cells[STATUS] = typer.style(cells[STATUS], fg=warna)
    return PEMISAH.join(cells)


def _plain(teks: str) -> str:
    """Return a text without the characters that steer a terminal or hide."""
    if teks.isprintable():
        return teks
    from kinerja_cli.domain.tulisan import PENGENDALI

    return PENGENDALI.sub("", teks)


def _moment(waktu: datetime | None) -> str:
    return f"{waktu:%d-%m-%Y %H.%M}" if waktu else ""
