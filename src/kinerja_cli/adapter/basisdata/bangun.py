"""The store made anew from its journal, or the journal anew from the store; nothing is deleted."""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kinerja_cli.adapter.basisdata.galat import BasisdataError, BasisdataRusakError, JurnalError
from kinerja_cli.adapter.basisdata.jurnal import (
    AWAL,
    Jurnal,
    Pindaian,
    Titik,
    jurnal_of,
    scan_jurnal,
)
from kinerja_cli.adapter.basisdata.koneksi import check_health, commit, explain, locked
from kinerja_cli.adapter.basisdata.migrasi import migrate, read_version
from kinerja_cli.adapter.basisdata.pemulihan import read_titik, replay, write_snapshot
from kinerja_cli.adapter.berkas import BerkasTerpakaiError

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
    if titik is not None and (found.akhir == AWAL or scan_jurnal(jurnal, titik).rusak):
        raise JurnalError(jurnal)
    if found.akhir == AWAL:
        message = (
            f"Jurnal '{jurnal}' tidak ada atau rusak seluruhnya. Pulihkan dari cadangan. "
            f"Bila tidak ada, pindahkan '{path.name}' dan jurnalnya, "
            "lalu `kinerja himpun .kinerja/arsip`."
        )
        raise BasisdataError(message)
    baru = path.with_name(f"{path.name}.baru")
    _build(baru, path, found)
    aside = _put_aside(path)
    if found.rusak:
        aside += _put_aside(jurnal)
        _copy_start(aside[-1], jurnal, found.akhir)
    _rename(baru, path)
    return HasilBangun(found.akhir.transaksi, aside, not found.rusak)


def renew_jurnal(path: Path) -> HasilBangun:
    """Begin the journal anew with the store as it is; the old journal is kept beside it."""
    jurnal = jurnal_of(path)
    if not path.exists():
        raise BasisdataRusakError(path, "tidak ada")
    try:
        with locked(path, ubah=True, menunggu=None) as db:
            check_health(db, path)
            migrate(db, read_version(db, path), db.execute)
            aside = _put_aside(jurnal)
            new = Jurnal(jurnal, AWAL)
            write_snapshot(db, new)
            commit(db, new)
    except sqlite3.DatabaseError as error:
        raise explain(path, error) from error
    return HasilBangun(1, aside)


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


def _build(baru: Path, path: Path, found: Pindaian) -> None:
    """Write the new file whole beside the old one."""
    for ending in PENGIRING:
        baru.with_name(baru.name + ending).unlink(missing_ok=True)
    with locked(baru, ubah=True, menunggu=None) as db:
        replay(db, path, AWAL, found)
        db.execute("COMMIT")


def _put_aside(path: Path) -> tuple[Path, ...]:
    """Rename a file, with what SQLite keeps beside it, to the next free `….rusak-<n>`."""
    names = (path.with_name(f"{path.name}.rusak-{n}") for n in count(1))
    aside = next(x for x in names if not x.exists())
    moved = []
    for ending in PENGIRING:
        one, place = (x.with_name(x.name + ending) for x in (path, aside))
        if one.exists():
            _rename(one, place)
            moved.append(place)
    return tuple(moved[:1])


def _copy_start(lama: Path, jurnal: Path, titik: Titik) -> None:
    """Write the sound part of a damaged journal as the new one."""
    shutil.copyfile(lama, jurnal)
    os.truncate(jurnal, titik.panjang)


def _rename(lama: Path, baru: Path) -> None:
    try:
        lama.replace(baru)
    except OSError as error:
        raise BerkasTerpakaiError(lama, error) from error
