"""Store and journal brought together: carried out from the journal, or noted anew in it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from kinerja_cli.adapter.basisdata.galat import (
    BasisdataBaruError,
    BasisdataRusakError,
    JurnalError,
)
from kinerja_cli.adapter.basisdata.jurnal import (
    AWAL,
    Jurnal,
    Nilai,
    Pindaian,
    Titik,
    jurnal_of,
    read_statements,
    scan_jurnal,
)
from kinerja_cli.adapter.basisdata.migrasi import (
    VERSI_BERJURNAL,
    VERSI_SKEMA,
    migrate,
    read_version,
)
from kinerja_cli.adapter.berkas import AWALAN_SEMENTARA

TABEL_JURNAL = "jurnal"

BARIS_SEKALIGUS = 500
"""Rows that stand in one line of a snapshot."""

BOLEH = frozenset(
    {
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_INSERT,
        sqlite3.SQLITE_UPDATE,
        sqlite3.SQLITE_DELETE,
        sqlite3.SQLITE_CREATE_TABLE,
        sqlite3.SQLITE_CREATE_INDEX,
        sqlite3.SQLITE_CREATE_TRIGGER,
        sqlite3.SQLITE_ALTER_TABLE,
        sqlite3.SQLITE_REINDEX,
        sqlite3.SQLITE_FUNCTION,
    }
)
"""What a statement of the journal may do: no other file, no setting of the connection."""


def read_titik(db: sqlite3.Connection, versi: int) -> Titik:
    """Return up to where the journal is in the store; AWAL where it has none of it."""
    if versi < VERSI_BERJURNAL:
        return AWAL
    row = db.execute("SELECT transaksi, panjang, sidik FROM jurnal").fetchone()
    return Titik(*row) if row else AWAL


def write_titik(db: sqlite3.Connection, titik: Titik) -> None:
    """Note in the store up to where the journal is in it."""
    db.execute(
        "INSERT OR REPLACE INTO jurnal VALUES (1, ?, ?, ?)",
        (titik.transaksi, titik.panjang, titik.sidik),
    )


def catch_up(db: sqlite3.Connection, path: Path) -> Jurnal:
    """Carry out what the journal has beyond the store, cut off what no line closes.

    Raises JurnalError where the journal lacks what the store has, or is damaged.
    """
    jurnal, versi = jurnal_of(path), read_version(db, path)
    titik = read_titik(db, versi)
    found = scan_jurnal(jurnal, titik)
    if found.rusak:
        raise JurnalError(jurnal)
    if found.akhir != titik and versi and titik == AWAL:
        if found.akhir != _first_titik(db, path):
            raise BasisdataRusakError(path, "lebih lama daripada jurnalnya")
        os.truncate(jurnal, 0)
        return Jurnal(jurnal, AWAL)
    if found.akhir != titik:
        replay(db, path, titik, found)
    if found.sisa:
        os.truncate(jurnal, found.akhir.panjang)
    return Jurnal(jurnal, found.akhir)


def _first_titik(db: sqlite3.Connection, path: Path) -> Titik | None:
    """Return where the first transaction ends in the journal that this store would begin.

    A journal that ends there holds what the store holds: its beginning was stopped, no more.
    """
    lain = Jurnal(jurnal_of(path).with_name(f"{AWALAN_SEMENTARA}jurnal"), AWAL)
    db.execute("SAVEPOINT banding")
    try:
        note_whole(db, path, lain)
        return lain.close(VERSI_SKEMA)
    finally:
        lain.take_back()
        db.execute("ROLLBACK TO banding")


def note_whole(db: sqlite3.Connection, path: Path, jurnal: Jurnal) -> None:
    """Bring a store to today's schema and begin a journal with all that it holds."""
    migrate(db, read_version(db, path), db.execute)
    write_snapshot(db, jurnal)


def replay(db: sqlite3.Connection, path: Path, dari: Titik, sampai: Pindaian) -> None:
    """Carry out the journal's statements up to a verified point in an open transaction."""
    jurnal = jurnal_of(path)
    if sampai.skema > VERSI_SKEMA:
        raise BasisdataBaruError(jurnal)
    db.set_authorizer(_authorize)
    try:
        for sql, baris in read_statements(jurnal, dari, sampai.akhir):
            _run(db, sql, baris)
    except sqlite3.Error as error:
        raise BasisdataRusakError(path, "tidak dapat dilanjutkan dari jurnalnya") from error
    finally:
        db.set_authorizer(None)
    db.execute(f"PRAGMA user_version = {sampai.skema}")
    write_titik(db, sampai.akhir)


def _run(db: sqlite3.Connection, sql: str, baris: Sequence[Sequence[Nilai]]) -> None:
    if len(baris) == 1:  # executemany takes neither CREATE nor RETURNING
        db.execute(sql, baris[0]).fetchall()
    else:
        db.executemany(sql, baris)


def _authorize(aksi: int, _: str | None, nama: str | None, *__: str | None) -> int:
    if aksi not in BOLEH or nama == "load_extension":
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def write_snapshot(db: sqlite3.Connection, jurnal: Jurnal) -> None:
    """Note the whole store as it is, so that a journal can begin here: tables, rows, the rest."""
    objects = db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    tables = [(nama, sql) for jenis, nama, sql in objects if jenis == "table"]
    for _, sql in tables:
        jurnal.note(sql, [()])
    for nama, _ in tables:
        if nama != TABEL_JURNAL:
            _note_rows(db, jurnal, nama)
    for jenis, _, sql in objects:
        if jenis != "table":
            jurnal.note(sql, [()])


def _note_rows(db: sqlite3.Connection, jurnal: Jurnal, tabel: str) -> None:
    rows = db.execute(f'SELECT * FROM "{tabel}"')  # noqa: S608 - a name out of the schema
    marks = ", ".join("?" * len(rows.description))
    while batch := rows.fetchmany(BARIS_SEKALIGUS):
        jurnal.note(f'INSERT INTO "{tabel}" VALUES ({marks})', batch)  # noqa: S608 - the same
