"""The connection to the store's one file: locked, damaged or newer files are told in words."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from kinerja_cli.adapter.basisdata.galat import (
    BasisdataRusakError,
    BasisdataTerpakaiError,
    JurnalError,
    explain,
)
from kinerja_cli.adapter.basisdata.jurnal import Jurnal, jurnal_of, scan_jurnal
from kinerja_cli.adapter.basisdata.migrasi import (
    VERSI_BERJURNAL,
    VERSI_SKEMA,
    migrate,
    read_version,
)
from kinerja_cli.adapter.basisdata.pemakai import note_pemakai
from kinerja_cli.adapter.basisdata.pemulihan import (
    catch_up,
    note_whole,
    read_titik,
    write_titik,
)
from kinerja_cli.adapter.berkas import BerkasTerpakaiError, remove_half_written
from kinerja_cli.adapter.pertukaran import Pertukaran, settle_stopped

MENUNGGU_DETIK = 5.0
"""How long a run waits for another that is writing before it says so."""

DIPERIKSA_SAMPAI = 20_000_000
"""Bytes; a larger file is not read whole at every start (2 ms per megabyte were measured)."""


class Koneksi:
    """The two ways to run a statement; what changes something is noted in the journal as well.

    `berkas` are the files that take their places with this transaction.
    """

    def __init__(self, db: sqlite3.Connection, jurnal: Jurnal | None, berkas: Pertukaran) -> None:
        """Take a connection inside a transaction; without a journal nothing will be kept."""
        self._db, self._jurnal, self.berkas = db, jurnal, berkas

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
        if not ubah and _is_unfinished(path):
            with (
                contextlib.suppress(BasisdataTerpakaiError),  # it is at work still
                open_connection(path, ubah=True, menunggu=0),
            ):
                pass
        with (
            locked(path, ubah=ubah, menunggu=menunggu) as db,
            _changing(db, path) if ubah else _reading(db, path) as koneksi,
        ):
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


def berkas_of(path: Path) -> Pertukaran:
    """Return the files of a run on a store: they lie in the workspace around it."""
    return Pertukaran(path.parent.parent, _catatan_of(path))


def _catatan_of(path: Path) -> Path:
    return path.with_name("pertukaran.jsonl")


def _is_unfinished(path: Path) -> bool:
    """Tell whether a stopped run left something that must be carried out or taken back first."""
    if _catatan_of(path).exists():
        return True
    jurnal = jurnal_of(path)
    if not (path.exists() and jurnal.exists()):
        return False
    with closing(sqlite3.connect(path)) as db:
        titik = read_titik(db, read_version(db, path))
    if jurnal.stat().st_size <= titik.panjang:
        return False
    # Whoever only looks can do without the journal.
    with contextlib.suppress(JurnalError, BerkasTerpakaiError):
        return scan_jurnal(jurnal, titik).akhir != titik
    return False


@contextmanager
def _reading(db: sqlite3.Connection, path: Path) -> Iterator[Koneksi]:
    """Show an older store in today's shape; nothing of it is kept."""
    check_health(db, path)
    migrate(db, read_version(db, path), db.execute)
    yield Koneksi(db, None, berkas_of(path))


@contextmanager
def _changing(db: sqlite3.Connection, path: Path) -> Iterator[Koneksi]:
    with note_pemakai(path) as stopped:
        check_health(db, path)
        jurnal = catch_up(db, path)
        if 0 < read_version(db, path) < VERSI_BERJURNAL:
            with _kept(db, path, jurnal):
                note_whole(db, path, jurnal)
            db.execute("BEGIN IMMEDIATE")
            jurnal = catch_up(db, path)
        koneksi = Koneksi(db, jurnal, berkas_of(path))
        with _kept(db, path, jurnal, koneksi.berkas):
            migrate(db, read_version(db, path), koneksi.execute)
            _settle(db, path)
            if stopped:
                remove_half_written(path.parent)
            yield koneksi


@contextmanager
def _kept(
    db: sqlite3.Connection, path: Path, jurnal: Jurnal, berkas: Pertukaran | None = None
) -> Iterator[None]:
    """Keep what is done in here, in the files, the journal and the store; all of it or nothing."""
    berkas = berkas or berkas_of(path)
    try:
        yield
        berkas.place()
        close_jurnal(db, jurnal)
        db.execute("COMMIT")
    except BaseException:
        # What cannot be taken back now, the next run takes back.
        with contextlib.suppress(OSError):
            if not _is_committed(db, path, jurnal):
                jurnal.take_back()
                berkas.take_back()
        jurnal.leave()
        berkas.close()
        raise
    _tidy_up(db, path)


def _tidy_up(db: sqlite3.Connection, path: Path) -> None:
    """Tidy up after this run, unless another has begun: then the note may be its own already."""
    if not _catatan_of(path).exists():
        return
    with contextlib.suppress(sqlite3.OperationalError, BerkasTerpakaiError):  # the next run does it
        db.execute("PRAGMA busy_timeout = 0")
        db.execute("BEGIN IMMEDIATE")
        _settle(db, path)
        db.execute("ROLLBACK")


def _settle(db: sqlite3.Connection, path: Path) -> None:
    """Finish or take back what a run left, as the store says how far it came."""

    def noted(nama: str) -> str | None:
        row = db.execute("SELECT sha256 FROM keluaran WHERE path = ?", (nama,)).fetchone()
        return str(row[0]) if row else None

    settle_stopped(path.parent.parent, _catatan_of(path), noted)


def _is_committed(db: sqlite3.Connection, path: Path, jurnal: Jurnal) -> bool:
    """Tell whether a transaction that ended in an exception was carried out all the same.

    Ctrl-C may come right after the COMMIT; SQLite may end a transaction by itself when a disk is
    full. Where the store cannot say it, the journal decides at the next run.
    """
    # While the transaction is open nobody else can carry the journal out: what was noted there
    # has to be taken back before the lock goes.
    if db.in_transaction:
        return False
    try:
        db.execute("BEGIN IMMEDIATE")
        # It is further, too, where another run has gone on since: nothing of that is ours to cut.
        return read_titik(db, read_version(db, path)).transaksi > jurnal.titik.transaksi
    except sqlite3.Error:
        return True


def close_jurnal(db: sqlite3.Connection, jurnal: Jurnal) -> None:
    """Close the transaction in the journal and note in the store where that is."""
    titik = jurnal.close(VERSI_SKEMA)
    if titik is not None:
        write_titik(db, titik)
