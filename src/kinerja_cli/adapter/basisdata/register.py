"""Who handed in what and when: the part of the store that is read without any figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from kinerja_cli.adapter.basisdata.catatan import Penolakan, StatusSetoran, Terdaftar
from kinerja_cli.adapter.basisdata.koneksi import Koneksi, open_connection


@contextmanager
def open_register(path: Path) -> Iterator[RegisterSetoran]:
    """Open the store for reading; trouble as for `open_connection`."""
    with open_connection(path, ubah=False, menunggu=None) as connection:
        yield RegisterSetoran(connection)


class RegisterSetoran:
    """The open store's registers, in values of their own."""

    def __init__(self, connection: Koneksi) -> None:
        """Take a connection that is inside a transaction."""
        self._db = connection

    @property
    def connection(self) -> Koneksi:
        """Return the connection, for the modules that keep the store's other registers."""
        return self._db

    def register(self, tahun: int) -> list[Terdaftar]:
        """Return every accepted workbook of a year, replaced ones too, oldest first."""
        rows = self._db.execute(f"{_TERDAFTAR} WHERE tahun = ? ORDER BY id", (tahun,))
        return [_terdaftar(x) for x in rows]

    def registered(self, tahun: int, sha256: str) -> Terdaftar | None:
        """Return the line of the register for these bytes, or None."""
        row = self._db.execute(
            f"{_TERDAFTAR} WHERE tahun = ? AND sha256 = ?", (tahun, sha256)
        ).fetchone()
        return _terdaftar(row) if row else None

    def closed_tribulan(self, tahun: int) -> frozenset[int]:
        """Return the tribulan that take no more workbooks."""
        rows = self._db.execute(
            "SELECT tribulan, ditutup FROM penutupan WHERE tahun = ? ORDER BY id", (tahun,)
        )
        last = {int(ke): bool(ditutup) for ke, ditutup in rows}
        return frozenset(ke for ke, ditutup in last.items() if ditutup)

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

    def count_temuan(self, tahun: int) -> Mapping[tuple[str, int], int]:
        """Return how many findings stand on the workbook in force of each unit and tribulan."""
        rows = self._db.execute(
            "SELECT s.unit, s.tribulan, count(*) FROM temuan t JOIN setoran s ON s.id = t.setoran"
            " WHERE s.tahun = ? AND s.status = ? GROUP BY s.unit, s.tribulan",
            (tahun, StatusSetoran.DITERIMA.value),
        )
        return {(unit, ke): number for unit, ke, number in rows}


_TERDAFTAR = "SELECT unit, tribulan, versi, status, sha256, berkas, waktu, alasan FROM setoran"


def _terdaftar(row: Sequence[Any]) -> Terdaftar:
    unit, ke, versi, status, sha256, berkas, waktu, alasan = row
    return Terdaftar(unit, ke, versi, StatusSetoran(status), sha256, berkas, _moment(waktu), alasan)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
