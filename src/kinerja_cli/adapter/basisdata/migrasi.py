"""The schema of the store, version by version; a new store goes through all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from kinerja_cli.adapter.basisdata.galat import BasisdataBaruError

VERSI_SKEMA = 2
VERSI_BERJURNAL = 2
"""From here on the store knows where its journal ends."""


def read_version(db: sqlite3.Connection, path: Path) -> int:
    """Return the schema's version, 0 of an empty store; raises BasisdataBaruError for a newer."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > VERSI_SKEMA:
        raise BasisdataBaruError(path)
    return int(version)


def migrate(db: sqlite3.Connection, dari: int, jalankan: Callable[[str], object]) -> None:
    """Bring a store of version `dari` to today's; `jalankan` runs one statement.

    One that is today's already is not touched: whoever only reads must not ask for the lock.
    """
    if dari == VERSI_SKEMA:
        return
    for version in range(dari + 1, VERSI_SKEMA + 1):
        for statement in statements_of(version):
            jalankan(statement)
    db.execute(f"PRAGMA user_version = {VERSI_SKEMA}")


def statements_of(version: int) -> Iterator[str]:
    """Yield the statements that lead to a version; a trigger has semicolons of its own."""
    path = Path(__file__).with_name("skema") / f"{version:04}.sql"
    statement = ""
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip().rstrip(";")
            statement = ""
