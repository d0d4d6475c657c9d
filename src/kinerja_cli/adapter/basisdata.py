"""The store: accepted figures with their history, in one SQLite file; one transaction per run."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path

from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.setoran import Penjelasan, Realisasi, RealisasiAnggaran, Setoran
from kinerja_cli.domain.temuan import Tempat, Temuan

VERSI_SKEMA = 1
MENUNGGU_DETIK = 5.0
"""How long a run waits for another that is writing before it says so."""


class StatusSetoran(Enum):
    """What an accepted workbook is now."""

    DITERIMA = "diterima"
    DIGANTIKAN = "digantikan"
    DITARIK = "ditarik"


@dataclass(frozen=True, slots=True)
class Terdaftar:
    """One line of the register of accepted workbooks; `versi` counts per unit and tribulan.

    `alasan` says why it was withdrawn, "" for all others.
    """

    unit: str
    tribulan: int
    versi: int
    status: StatusSetoran
    sha256: str
    berkas: str
    waktu: datetime
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Penolakan:
    """The last refusal of one workbook, and how many galat it had."""

    unit: str
    tribulan: int
    berkas: str
    waktu: datetime
    galat: int


@dataclass(frozen=True, slots=True)
class Penutupan:
    """That a tribulan was closed, or opened again, and why."""

    tribulan: int
    ditutup: bool
    waktu: datetime
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Asal:
    """Where a workbook came from: its bytes, its file, and when it was collected."""

    sha256: str
    berkas: str
    waktu: datetime


class BasisdataError(KinerjaError):
    """The database cannot be used; the message says why and what to do."""


@contextmanager
def open_basisdata(
    path: Path, *, ubah: bool = True, menunggu: float | None = None
) -> Iterator[Basisdata]:
    """Open the store inside one transaction: committed at the end, rolled back on any exception.

    Makes a missing file. With `ubah` False everything is rolled back and no file is made;
    `menunggu` are seconds to wait for another run that is writing. Raises BasisdataError where the
    store is locked, damaged or newer than the program.
    """
    connection = _connect(path, MENUNGGU_DETIK if menunggu is None else menunggu, ubah=ubah)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE" if ubah else "BEGIN")
        _ensure_skema(connection, path)
        yield Basisdata(connection)
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


class Basisdata:
    """The open store; every method speaks in values of the domain."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a connection that is inside a transaction."""
        self._db = connection

    @property
    def connection(self) -> sqlite3.Connection:
        """Return the connection, for the modules that keep the store's other registers."""
        return self._db

    def register(self, tahun: int) -> list[Terdaftar]:
        """Return every accepted workbook of a year, replaced ones too, oldest first."""
        rows = self._db.execute(
            "SELECT unit, tribulan, versi, status, sha256, berkas, waktu, alasan FROM setoran"
            " WHERE tahun = ? ORDER BY id",
            (tahun,),
        )
        return [
            Terdaftar(unit, ke, versi, StatusSetoran(status), sha, berkas, _moment(waktu), alasan)
            for unit, ke, versi, status, sha, berkas, waktu, alasan in rows
        ]

    def accept(self, tahun: int, setoran: Setoran, asal: Asal, temuan: Sequence[Temuan]) -> int:
        """Store an accepted workbook and return its version; the one before becomes history."""
        key = (tahun, setoran.unit, setoran.tribulan)
        (versi,) = self._db.execute(
            "SELECT coalesce(max(versi), 0) + 1 FROM setoran"
            " WHERE tahun = ? AND unit = ? AND tribulan = ?",
            key,
        ).fetchone()
        self._db.execute(
            "UPDATE setoran SET status = ?"
            " WHERE tahun = ? AND unit = ? AND tribulan = ? AND status = ?",
            (StatusSetoran.DIGANTIKAN.value, *key, StatusSetoran.DITERIMA.value),
        )
        nomor = self._db.execute(
            "INSERT INTO setoran (tahun, unit, tribulan, versi, status, sha256, berkas, waktu)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*key, versi, StatusSetoran.DITERIMA.value, *_row(asal)),
        ).lastrowid
        self._add_rows(nomor or 0, setoran, temuan)
        self._db.execute(
            "DELETE FROM penolakan WHERE tahun = ? AND sha256 = ?", (tahun, asal.sha256)
        )
        return int(versi)

    def _add_rows(self, nomor: int, setoran: Setoran, temuan: Sequence[Temuan]) -> None:
        self._db.executemany(
            "INSERT INTO realisasi VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (nomor, kode, *_split(x.nilai), x.keterangan, *astuple(x.penjelasan))
                for kode, x in setoran.realisasi.items()
            ],
        )
        self._db.executemany(
            "INSERT INTO anggaran VALUES (?, ?, ?, ?)",
            [
                (nomor, kode, _split(x.nilai)[0], x.keterangan)
                for kode, x in setoran.anggaran.items()
            ],
        )
        self._db.executemany(
            "INSERT INTO temuan VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    nomor,
                    x.jenis.kode,
                    x.tempat.lembar,
                    x.tempat.baris,
                    x.tempat.kolom,
                    json.dumps(dict(x.fakta), ensure_ascii=False),
                )
                for x in temuan
            ],
        )

    def withdraw(self, tahun: int, unit: str, tribulan: int, alasan: str) -> str | None:
        """Take back the workbook in force and return its file; None where there is none."""
        row = self._db.execute(
            "UPDATE setoran SET status = ?, alasan = ?"
            " WHERE tahun = ? AND unit = ? AND tribulan = ? AND status = ? RETURNING berkas",
            (
                StatusSetoran.DITARIK.value,
                alasan,
                tahun,
                unit,
                tribulan,
                StatusSetoran.DITERIMA.value,
            ),
        ).fetchone()
        return str(row[0]) if row else None

    def note_closing(self, tahun: int, penutupan: Penutupan) -> None:
        """Add a line to the history of closing and opening a tribulan."""
        self._db.execute(
            "INSERT INTO penutupan (tahun, tribulan, ditutup, alasan, waktu)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                tahun,
                penutupan.tribulan,
                int(penutupan.ditutup),
                penutupan.alasan,
                penutupan.waktu.isoformat(),
            ),
        )

    def closed_tribulan(self, tahun: int) -> frozenset[int]:
        """Return the tribulan that take no more workbooks."""
        rows = self._db.execute(
            "SELECT tribulan, ditutup FROM penutupan WHERE tahun = ? ORDER BY id", (tahun,)
        )
        last = {int(ke): bool(ditutup) for ke, ditutup in rows}
        return frozenset(ke for ke, ditutup in last.items() if ditutup)

    def refuse(self, tahun: int, unit: str, tribulan: int, asal: Asal, galat: int) -> None:
        """Note that a workbook was refused; the same bytes again replace the note."""
        self._db.execute(
            "INSERT OR REPLACE INTO penolakan (tahun, unit, tribulan, sha256, berkas, waktu, galat)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (tahun, unit, tribulan, *_row(asal), galat),
        )

    def refusals(self, tahun: int) -> list[Penolakan]:
        """Return the refusals of a year, oldest first."""
        rows = self._db.execute(
            "SELECT unit, tribulan, berkas, waktu, galat FROM penolakan"
            " WHERE tahun = ? ORDER BY id",
            (tahun,),
        )
        return [
            Penolakan(unit, ke, berkas, _moment(waktu), galat)
            for unit, ke, berkas, waktu, galat in rows
        ]

    def valid_setoran(self, tahun: int) -> list[Setoran]:
        """Return the figures in force: one Setoran per unit and tribulan that has one."""
        rows = self._db.execute(
            "SELECT id, unit, tribulan FROM setoran WHERE tahun = ? AND status = ?"
            " ORDER BY unit, tribulan",
            (tahun, StatusSetoran.DITERIMA.value),
        ).fetchall()
        return [
            Setoran(unit, ke, self._realisasi(nomor), self._anggaran(nomor))
            for nomor, unit, ke in rows
        ]

    def _realisasi(self, nomor: int) -> Mapping[str, Realisasi]:
        rows = self._db.execute("SELECT * FROM realisasi WHERE setoran = ?", (nomor,))
        return {
            kode: Realisasi(
                huruf if angka is None else Decimal(angka), keterangan, Penjelasan(*penjelasan)
            )
            for _, kode, angka, huruf, keterangan, *penjelasan in rows
        }

    def _anggaran(self, nomor: int) -> Mapping[str, RealisasiAnggaran]:
        rows = self._db.execute(
            "SELECT kode, angka, keterangan FROM anggaran WHERE setoran = ?", (nomor,)
        )
        return {
            kode: RealisasiAnggaran(None if angka is None else Decimal(angka), keterangan)
            for kode, angka, keterangan in rows
        }

    def count_temuan(self, tahun: int) -> Mapping[tuple[str, int], int]:
        """Return how many findings stand on the workbook in force of each unit and tribulan."""
        rows = self._db.execute(
            "SELECT s.unit, s.tribulan, count(*) FROM temuan t JOIN setoran s ON s.id = t.setoran"
            " WHERE s.tahun = ? AND s.status = ? GROUP BY s.unit, s.tribulan",
            (tahun, StatusSetoran.DITERIMA.value),
        )
        return {(unit, ke): number for unit, ke, number in rows}

    def standing_temuan(self, tahun: int) -> list[Temuan]:
        """Return the findings on the workbooks in force."""
        by_kode = {jenis.kode: jenis for jenis in JenisTemuan}
        rows = self._db.execute(
            "SELECT t.kode, s.berkas, t.lembar, t.baris, t.kolom, t.fakta"
            " FROM temuan t JOIN setoran s ON s.id = t.setoran"
            " WHERE s.tahun = ? AND s.status = ? ORDER BY s.id, t.rowid",
            (tahun, StatusSetoran.DITERIMA.value),
        )
        return [
            Temuan(by_kode[kode], Tempat(berkas, lembar, baris, kolom), json.loads(fakta))
            for kode, berkas, lembar, baris, kolom, fakta in rows
            if kode in by_kode
        ]

    def written_sha256(self, path: str) -> str | None:
        """Return the sha256 that the program last wrote under a path of the workspace, or None."""
        row = self._db.execute("SELECT sha256 FROM keluaran WHERE path = ?", (path,)).fetchone()
        return str(row[0]) if row else None

    def note_written(self, path: str, sha256: str) -> None:
        """Remember what the program wrote, so that a person's edit is noticed later."""
        self._db.execute("INSERT OR REPLACE INTO keluaran VALUES (?, ?)", (path, sha256))


def _row(asal: Asal) -> tuple[str, str, str]:
    return asal.sha256, asal.berkas, asal.waktu.isoformat()


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _split(nilai: object) -> tuple[str | None, str | None]:
    """Return a value as (number, letters), one of them None; both None for a blank."""
    if isinstance(nilai, Decimal):
        return f"{nilai:f}", None
    return None, None if nilai is None else str(nilai)
