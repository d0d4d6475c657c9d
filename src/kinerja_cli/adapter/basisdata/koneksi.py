"""The connection to the store's one file: locked, damaged or newer files are told in words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kinerja_cli.domain.galat import KinerjaError

VERSI_SKEMA = 1
MENUNGGU_DETIK = 5.0
"""How long a run waits for another that is writing before it says so."""


class BasisdataError(KinerjaError):
    """The database cannot be used; the message says why and what to do."""


@contextmanager
def open_connection(
    path: Path, *, ubah: bool, menunggu: float | None
) -> Iterator[sqlite3.Connection]:
    """Open the file inside one transaction: committed at the end, rolled back on any exception.

    Makes a missing file. With `ubah` False everything is rolled back and no file is made;
    `menunggu` are seconds to wait for another run that is writing. Raises BasisdataError where the
    store is locked, damaged or newer than the program.
    """
    connection = _connect(path, MENUNGGU_DETIK if menunggu is None else menunggu, ubah=ubah)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE" if ubah else "BEGIN")
        _ensure_skema(connection, path)
        yield connection
        connection.execute("COMMIT" if ubah else "ROLLBACK")
    except sqlite3.DatabaseError as error:
        raise _explain(path, error) from error
    finally:
        connection.close()


def _connect(path: Path, menunggu: float, *, ubah: bool) -> sqlite3.Connection:
    try:
        if ubah:
            path.parent.mkdir(parents=True, exist_ok=True)
        place = path if ubah or path.exists() else ":memory:"
        return sqlite3.connect(place, timeout=menunggu, isolation_level=None)
    except (OSError, sqlite3.OperationalError) as error:
        raise _explain(path, error) from error


def _explain(path: Path, error: Exception) -> BasisdataError:
    text = str(error)
    if "locked" in text:
        return BasisdataError(
            "Ruang kerja sedang dipakai proses kinerja lain. Tunggu sampai selesai, lalu ulangi."
        )
    if "not a database" in text or "malformed" in text:
        return BasisdataError(
            f"Basis data '{path}' rusak. Pulihkan dari cadangan; berkas asli tetap ada di arsip."
        )
    return BasisdataError(f"Basis data '{path}' tidak dapat dipakai ({text}).")


def _ensure_skema(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSI_SKEMA:
        message = f"Basis data '{path}' dibuat oleh kinerja yang lebih baru. Pasang versi terbaru."
        raise BasisdataError(message)
    if version == 0:
        sql = Path(__file__).with_name("skema.sql").read_text(encoding="utf-8")
        # A trigger has semicolons of its own: a statement ends where the next CREATE begins.
        for statement in re.split(r";\s*(?=CREATE\b|\Z)", sql):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSI_SKEMA}")
