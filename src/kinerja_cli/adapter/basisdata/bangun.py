"""The store made anew from its journal, or the journal anew from the store; nothing is deleted."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kinerja_cli.adapter.basisdata.galat import (
    BasisdataError,
    BasisdataRusakError,
    JurnalError,
    explain,
)
from kinerja_cli.adapter.basisdata.jurnal import (
    AWAL,
    Jurnal,
    Pindaian,
    Titik,
    jurnal_of,
    scan_jurnal,
)
from kinerja_cli.adapter.basisdata.koneksi import check_health, close_jurnal, locked
from kinerja_cli.adapter.basisdata.migrasi import read_version
from kinerja_cli.adapter.basisdata.pemakai import note_pemakai
from kinerja_cli.adapter.basisdata.pemulihan import note_whole, read_titik, replay
from kinerja_cli.adapter.berkas import BerkasTerpakaiError, keep_second_name, write_synced

PENGIRING = ("", "-journal", "-wal", "-shm")
"""What SQLite keeps beside a file; left beside another one, it would be played into that."""


@dataclass(frozen=True, slots=True)
class HasilBangun:
    """What a store was made anew from, and what was put aside for it.

    `utuh` is False where the journal was damaged, and only what stood before that was carried out.
    """

    transaksi: int
    disimpan: tuple[Path, ...]
    utuh: bool = True


def rebuild_basisdata(path: Path) -> HasilBangun:
    """Make the store anew from its journal and put it in place; the old one is kept beside it.

    Raises JurnalError where the journal is damaged and the store is not: nothing is replaced then.
    """
    jurnal = jurnal_of(path)
    titik, found = _present_titik(path), scan_jurnal(jurnal)
    if titik is not None:
        _check_same(jurnal, titik, found)
    if found.akhir == AWAL:
        message = (
            f"Jurnal '{jurnal}' tidak ada atau rusak seluruhnya. Pulihkan dari cadangan. "
            f"Bila tidak ada, pindahkan '{path.name}' dan jurnalnya, "
            "lalu `kinerja himpun .kinerja/arsip`."
        )
        raise BasisdataError(message)
    baru, jurnal_baru = _new(path), _new(jurnal)
    try:
        _build(baru, path, found)
        if found.rusak:
            _copy_start(jurnal, jurnal_baru, found.akhir)
        aside = _put_aside(path)
        if found.rusak:
            # A journal is always there: without one a store would be begun from nothing.
            aside += _keep_aside(jurnal)
            _rename(jurnal_baru, jurnal)
        _rename(baru, path)
    finally:
        _remove(baru, jurnal_baru)
    return HasilBangun(found.akhir.transaksi, aside, not found.rusak)


def renew_jurnal(path: Path) -> HasilBangun:
    """Begin the journal anew with the store as it is; the old journal is kept beside it."""
    jurnal, baru = jurnal_of(path), _new(jurnal_of(path))
    if not path.exists():
        raise BasisdataRusakError(path, "tidak ada")
    _remove(baru)
    try:
        with locked(path, ubah=True, menunggu=None) as db, note_pemakai(path):
            check_health(db, path)
            _write_new(db, path, Jurnal(baru, AWAL))
            aside = _put_aside(jurnal)
            _rename(baru, jurnal)
            db.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        raise explain(path, error) from error
    finally:
        _remove(baru)
    return HasilBangun(1, aside)


def _write_new(db: sqlite3.Connection, path: Path, jurnal: Jurnal) -> None:
    try:
        note_whole(db, path, jurnal)
        close_jurnal(db, jurnal)
    except BaseException:
        jurnal.take_back()
        raise


def _check_same(jurnal: Path, titik: Titik, found: Pindaian) -> None:
    """Raise JurnalError where a journal would make less than the sound store beside it holds."""
    if found.rusak or found.akhir == AWAL:
        raise JurnalError(jurnal)
    scan_jurnal(jurnal, titik)  # raises where it is the journal of another store


def _present_titik(path: Path) -> Titik | None:
    """Return up to where the journal is in the present store, None where that is not usable.

    Raises BasisdataError where another run holds it, or where it is of a newer program.
    """
    if not path.exists():
        return None
    try:
        with locked(path, ubah=True, menunggu=None) as db:
            check_health(db, path)
            return read_titik(db, read_version(db, path))
    except BasisdataRusakError:
        return None
    except sqlite3.DatabaseError as error:
        why = explain(path, error)
        if isinstance(why, BasisdataRusakError):
            return None
        raise why from error


def _new(path: Path) -> Path:
    return path.with_name(f"{path.name}.baru")


def _build(baru: Path, path: Path, found: Pindaian) -> None:
    """Write the new file whole beside the old one."""
    _remove(baru)
    try:
        with locked(baru, ubah=True, menunggu=None) as db:
            replay(db, path, AWAL, found)
            db.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        raise explain(baru, error) from error


def _remove(*berkas: Path) -> None:
    """Remove files of ours with what SQLite keeps beside them."""
    for path in (x.with_name(x.name + ending) for x in berkas for ending in PENGIRING):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise BerkasTerpakaiError(path, error) from error


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.rusak-{n}") for n in count(1))
    return next(x for x in names if not x.exists())


def _put_aside(path: Path) -> tuple[Path, ...]:
    """Rename a file, with what SQLite keeps beside it, to the next free `….rusak-<n>`."""
    aside, moved = _free_name(path), []
    for ending in PENGIRING:
        one, place = (x.with_name(x.name + ending) for x in (path, aside))
        if one.exists():
            _rename(one, place)
            moved.append(place)
    return tuple(moved[:1])


def _keep_aside(path: Path) -> tuple[Path, ...]:
    """Keep a file under a second name as well, and return that."""
    aside = _free_name(path)
    try:
        keep_second_name(path, aside)
    except OSError as error:
        raise BerkasTerpakaiError(aside, error) from error
    return (aside,)


def _copy_start(jurnal: Path, baru: Path, titik: Titik) -> None:
    """Write the sound part of a damaged journal as a new one."""
    try:
        with jurnal.open("rb") as stream:
            write_synced(baru, stream.read(titik.panjang))
    except OSError as error:
        raise BerkasTerpakaiError(baru, error) from error


def _rename(lama: Path, baru: Path) -> None:
    try:
        lama.replace(baru)
    except OSError as error:
        raise BerkasTerpakaiError(lama, error) from error
