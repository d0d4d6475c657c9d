"""The store in tests: its rows as text, changed by hand, and run in a process of its own."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

TESTS = Path(__file__).resolve().parent


def dump(path: Path) -> list[str]:
    """Return everything in a store, schema and rows, as SQL."""
    with closing(sqlite3.connect(path)) as db:
        (versi,) = db.execute("PRAGMA user_version").fetchone()
        return [f"PRAGMA user_version = {versi};", *db.iterdump()]


def change(path: Path, *sql: str) -> None:
    """Change a store by hand, as somebody with another program would."""
    with closing(sqlite3.connect(path)) as db:
        for one in sql:
            db.execute(one)
        db.commit()


def start(kode: str, *argv: str | float | Path) -> subprocess.Popen[str]:
    """Start Python code in a process of its own; its standard output can be read."""
    return subprocess.Popen(
        [sys.executable, "-c", kode, *map(str, argv)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=TESTS,
    )
