"""The connection to the store's one file: locked, damaged or newer files are told in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from kinerja_cli.adapter.basisdata.galat import BasisdataError, BasisdataRusakError
from kinerja_cli.adapter.basisdata.jurnal import Jurnal, jurnal_of
from kinerja_cli.adapter.basisdata.migrasi import (
    VERSI_BERJURNAL,
    VERSI_SKEMA,
    migrate,
    read_version,
)
from kinerja_cli.adapter.basisdata.pemakai import note_pemakai, read_pemakai
from kinerja_cli.adapter.basisdata.pemulihan import catch_up, write_snapshot, write_titik

MENUNGGU_DETIK = 5.0
"""How long a run waits for another that is writing before it says so."""

DIPERIKSA_SAMPAI = 20_000_000
"""Bytes; a larger file is not read whole at every start (2 ms per megabyte were measured)."""


class Koneksi:
    """The two ways to run a statement; what changes something is noted in the journal as well."""

    def __init__(self, db: sqlite3.Connection, jurnal: Jurnal | None) -> None:
        """Take a connection inside a transaction; without a journal nothing will be kept."""
        self._db, self._jurnal = db, jurnal

    def execute(self, sql: str, nilai: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run one statement and return its rows."""
        cursor = self._db.execute(sql, nilai)
        # What found no row to change changes none when it is carried out again; only of a
        # statement that gives rows back SQLite cannot say so yet.
        if cursor.rowcount or cursor.description:
            self._note(sql, [nilai])
        return cursor

    def executemany(self, sql: str, baris: Sequence[Sequence[object]]) -> None:
        """Run one statement for every row."""
        self._db.executemany(sql, baris)
        self._note(sql, baris)

    def _note(self, sql: str, baris: Sequence[Sequence[object]]) -> None:
        if self._jurnal is not None and baris and not sql.startswith("SELECT"):
            self._jurnal.note(sql, baris)


@contextmanager
def open_connection(path: Path, *, ubah: bool, menunggu: float | None) -> Iterator[Koneksi]:
    """Open the file inside one transaction: committed at the end, rolled back on any exception.

    Makes a missing file. With `ubah` False everything is rolled back and no file is made;
    `menunggu` are seconds to wait for another run that is writing. Raises BasisdataError where the
    store is locked, damaged or newer than the program, or its journal is of another store.
    """
    if not path.exists() and jurnal_of(path).exists():
        raise BasisdataRusakError(path, "tidak ada, tetapi jurnalnya ada")
    try:
        with locked(path, ubah=ubah, menunggu=menunggu) as db:
            check_health(db, path)
            with _changing(db, path) if ubah else _reading(db, path) as koneksi:
                yield koneksi
    except sqlite3.DatabaseError as error:
        raise explain(path, error) from error


@contextmanager
def locked(path: Path, *, ubah: bool, menunggu: float | None) -> Iterator[sqlite3.Connection]:
    """Open the file inside a transaction that is rolled back unless somebody commits it."""
    if ubah:
        _make_folder(path)
    place = path if ubah or path.exists() else ":memory:"
    seconds = MENUNGGU_DETIK if menunggu is None else menunggu
    db = sqlite3.connect(place, timeout=seconds, isolation_level=None)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("BEGIN IMMEDIATE" if ubah else "BEGIN")
        with note_pemakai(path) if ubah else nullcontext():
            yield db
    finally:
        db.close()


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(path, error) from error


def check_health(db: sqlite3.Connection, path: Path, sampai: float = DIPERIKSA_SAMPAI) -> None:
    """Raise BasisdataRusakError where the file is damaged; one above `sampai` bytes is believed.

    That a file is none of SQLite's, or was cut off, SQLite itself says at the first look.
    """
    (pages,), (size,) = (db.execute(f"PRAGMA page_{x}").fetchone() for x in ("count", "size"))
    if pages * size <= sampai:
        (said,) = db.execute("PRAGMA quick_check(1)").fetchone()
        if said != "ok":
            raise BasisdataRusakError(path)


@contextmanager
def _reading(db: sqlite3.Connection, path: Path) -> Iterator[Koneksi]:
    """Show an older store in today's shape; nothing of it is kept."""
    migrate(db, read_version(db, path), db.execute)
    yield Koneksi(db, None)


@contextmanager
def _changing(db: sqlite3.Connection, path: Path) -> Iterator[Koneksi]:
    jurnal = catch_up(db, path)
    try:
        yield _begin(db, path, jurnal)
        commit(db, jurnal)
    except BaseException:
        # A COMMIT that was carried out is not taken back, whatever came after it.
        if db.in_transaction:
            jurnal.take_back()
        raise


def _begin(db: sqlite3.Connection, path: Path, jurnal: Jurnal) -> Koneksi:
    """Bring the store to today's schema; a store from before the journal is noted whole."""
    versi, koneksi = read_version(db, path), Koneksi(db, jurnal)
    if 0 < versi < VERSI_BERJURNAL:
        migrate(db, versi, db.execute)
        write_snapshot(db, jurnal)
    elif versi < VERSI_SKEMA:
        migrate(db, versi, koneksi.execute)
    return koneksi


def commit(db: sqlite3.Connection, jurnal: Jurnal) -> None:
    """Close the transaction in the journal, then in the store."""
    titik = jurnal.close(VERSI_SKEMA)
    if titik is not None:
        write_titik(db, titik)
    db.execute("COMMIT")


def explain(path: Path, error: Exception) -> BasisdataError:
    """Return what is wrong with the file in words, with what to do."""
    text = str(error)
    if "locked" in text:
        pemakai = read_pemakai(path)
        who = f"dipakai oleh {pemakai}" if pemakai else "dipakai proses kinerja lain"
        return BasisdataError(f"Ruang kerja sedang {who}. Tunggu sampai selesai, lalu ulangi.")
    if "not a database" in text or "malformed" in text:
        return BasisdataRusakError(path)
    return BasisdataError(f"Basis data '{path}' tidak dapat dipakai ({text}).")
