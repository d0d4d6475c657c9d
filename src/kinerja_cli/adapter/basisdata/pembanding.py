"""The store compared with what its journal makes, row by row: what was changed by hand shows."""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import groupby, repeat, zip_longest
from math import inf
from pathlib import Path
from typing import Any

from kinerja_cli.adapter.basisdata.galat import JurnalError, explain
from kinerja_cli.adapter.basisdata.jurnal import (
    AWAL,
    Nilai,
    Pindaian,
    Titik,
    jurnal_of,
    scan_jurnal,
)
from kinerja_cli.adapter.basisdata.koneksi import check_health
from kinerja_cli.adapter.basisdata.migrasi import VERSI_BERJURNAL, read_version
from kinerja_cli.adapter.basisdata.pemulihan import TABEL_JURNAL, read_titik, replay

Baris = tuple[Nilai, ...]


@dataclass(frozen=True, slots=True)
class Perbedaan:
    """A row that differs: as the journal makes it, and as the store has it; None: not there."""

    tabel: str
    kunci: Mapping[str, Nilai]
    jurnal: Mapping[str, Nilai] | None
    basisdata: Mapping[str, Nilai] | None


def compare_with_jurnal(path: Path) -> Iterator[Perbedaan]:
    """Yield every row in which a store and its journal differ; none where there is no store yet.

    Raises JurnalError where the journal is not that of this store, BasisdataError where the store
    cannot be read. Works on a copy: other runs need not wait.
    """
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect("", isolation_level=None)) as copy:
            with closing(sqlite3.connect(path)) as store:
                store.backup(copy)
            yield from _compare(copy, path)
    except sqlite3.DatabaseError as error:
        raise explain(path, error) from error


def _compare(copy: sqlite3.Connection, path: Path) -> Iterator[Perbedaan]:
    check_health(copy, path, sampai=inf)
    versi = read_version(copy, path)
    titik = read_titik(copy, versi)
    _verify_whole(jurnal_of(path), titik)
    if versi < VERSI_BERJURNAL:
        return
    with _replayed(path, Pindaian(titik, versi, 0, rusak=False)) as jurnal:
        for tabel in _tables(jurnal, copy):
            yield from _compare_table(tabel, jurnal, copy)


def _verify_whole(jurnal: Path, titik: Titik) -> None:
    """Verify a journal from its first line: it must be sound and reach what the store has."""
    found = scan_jurnal(jurnal)
    if found.rusak or scan_jurnal(jurnal, titik).rusak:
        raise JurnalError(jurnal)


@contextmanager
def _replayed(path: Path, sampai: Pindaian) -> Iterator[sqlite3.Connection]:
    """Make a store from the journal in a file of SQLite's own that vanishes afterwards."""
    with closing(sqlite3.connect("", isolation_level=None)) as db:
        db.execute("BEGIN")
        replay(db, path, AWAL, sampai)
        yield db


@dataclass(frozen=True, slots=True)
class _Tabel:
    """A table with its columns and those of its key; all of them where it has no key."""

    nama: str
    kolom: tuple[str, ...]
    kunci: tuple[str, ...]

    def rows(self, db: sqlite3.Connection) -> Iterator[Baris]:
        """Return the rows in the order of the key."""
        columns, keys = (", ".join(f'"{x}"' for x in y) for y in (self.kolom, self.kunci))
        return db.execute(f'SELECT {columns} FROM "{self.nama}" ORDER BY {keys}')  # noqa: S608 - names out of the schema

    def key(self, row: Baris) -> dict[str, Nilai]:
        """Return the part of a row that names it."""
        return {x: row[self.kolom.index(x)] for x in self.kunci}

    def order(self, row: Baris) -> list[tuple[int, Any]]:
        """Return what SQLite sorts a row by: nothing, numbers, texts, the rest."""
        return [(_rank(x), x) for x in self.key(row).values()]

    def full(self, row: Baris | None) -> Mapping[str, Nilai] | None:
        """Return a row by its columns, None where there is no row."""
        return None if row is None else dict(zip(self.kolom, row, strict=True))


SUSUNAN = _Tabel("sqlite_master", ("type", "name", "sql"), ("type", "name"))
"""The table of tables: a trigger or a table that was dropped shows here."""


def _tables(jurnal: sqlite3.Connection, store: sqlite3.Connection) -> Iterator[_Tabel]:
    """Yield the tables that both have with the same columns; SUSUNAN names the others."""
    yield SUSUNAN
    names = jurnal.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (nama,) in names.fetchall():
        tabel = _describe(jurnal, nama)
        if nama != TABEL_JURNAL and tabel == _describe(store, nama):
            yield tabel


def _describe(db: sqlite3.Connection, nama: str) -> _Tabel:
    columns = db.execute(f'PRAGMA table_info("{nama}")').fetchall()
    names, keys = (tuple(x[1] for x in columns if x[5] or every) for every in (True, False))
    return _Tabel(nama, names, keys or names)


def _compare_table(
    tabel: _Tabel, jurnal: sqlite3.Connection, store: sqlite3.Connection
) -> Iterator[Perbedaan]:
    sides = [zip(repeat(n), tabel.rows(db), strict=False) for n, db in enumerate((jurnal, store))]

    def order(one: tuple[int, Baris]) -> list[tuple[int, Any]]:
        return tabel.order(one[1])

    for _, group in groupby(heapq.merge(*sides, key=order), key=order):
        same = list(group)
        pairs = zip_longest(*([x for side, x in same if side == wanted] for wanted in (0, 1)))
        for mine, theirs in pairs:
            if mine != theirs:
                kunci = tabel.key(mine or theirs)
                yield Perbedaan(tabel.nama, kunci, tabel.full(mine), tabel.full(theirs))


def _rank(nilai: Nilai) -> int:
    if nilai is None:
        return 0
    return 2 if isinstance(nilai, str) else 1
