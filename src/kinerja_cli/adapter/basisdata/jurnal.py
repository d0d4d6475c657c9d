"""The journal: every changing statement, on disk before the store commits it.

One JSON line for each statement with its rows, and one that closes the transaction: its number,
the version of the schema, and the sidik, a sha256 over everything up to there. What is closed
counts: where a run was stopped before the store's own COMMIT, the next one carries it out.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from kinerja_cli.adapter.basisdata.galat import BasisdataError, JurnalError
from kinerja_cli.adapter.berkas import BerkasTerpakaiError, explain_os

Nilai = str | int | float | None
"""What a column of the store holds; JSON keeps each as it is."""

PENUTUP = b'{"transaksi": '
"""How a line begins that closes a transaction."""

PENUTUP_TERPANJANG = 300
PENYANGGA = 1 << 16


@dataclass(frozen=True, slots=True)
class Titik:
    """The end of a transaction in the journal: its number, the bytes up to there, the sidik."""

    transaksi: int
    panjang: int
    sidik: str


AWAL = Titik(0, 0, "")


@dataclass(frozen=True, slots=True)
class Pindaian:
    """How far a journal is sound, and what follows.

    `skema` is the version at `akhir`. `sisa` are bytes after it that no line closes, as a stopped
    run leaves them; `rusak` says that a line closes something else than what stands before it.
    """

    akhir: Titik
    skema: int
    sisa: int
    rusak: bool


def jurnal_of(basisdata: Path) -> Path:
    """Return the path of the journal of a store."""
    return basisdata.with_name("jurnal.jsonl")


class _Sidik:
    """The sha256 of one transaction, chained to that of the one before."""

    def __init__(self, sebelum: Titik) -> None:
        self._hash = hashlib.sha256(sebelum.sidik.encode())

    def add(self, line: bytes) -> None:
        self._hash.update(line)

    def finish(self, skema: int) -> str:
        self._hash.update(b"%d" % skema)
        return self._hash.hexdigest()


class Jurnal:
    """The end of the journal during one transaction: what is noted is appended, or taken back."""

    def __init__(self, path: Path, titik: Titik) -> None:
        """Take a journal that ends at `titik`; nothing is opened before the first line."""
        self._path, self.titik, self._panjang = path, titik, titik.panjang
        self._sidik = _Sidik(titik)
        self._stream: BinaryIO | None = None

    def note(self, sql: str, baris: Sequence[Sequence[object]]) -> None:
        """Append a statement with the rows it was run for."""
        line = _line({"sql": sql, "baris": baris})
        self._sidik.add(line)
        self._write(line)

    def close(self, skema: int) -> Titik | None:
        """Close the transaction on disk and return where it ends, None where nothing was noted."""
        if self._stream is None:
            return None
        nomor, sidik = self.titik.transaksi + 1, self._sidik.finish(skema)
        self._write(_line({"transaksi": nomor, "skema": skema, "sidik": sidik}))
        try:
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._stream.close()
        except OSError as error:
            raise _unwritable(self._path, error) from error
        return Titik(nomor, self._panjang, sidik)

    def take_back(self) -> None:
        """Leave the journal as it was before this transaction."""
        if self._stream is None:
            return
        self.leave()  # what it still writes is cut off below
        with self._path.open("r+b") as stream:
            stream.truncate(self.titik.panjang)
            os.fsync(stream.fileno())
        if self.titik == AWAL:
            self._path.unlink()

    def leave(self) -> None:
        """Leave everything as it is to the next run, which cuts off what no line closes."""
        if self._stream is not None:
            with contextlib.suppress(OSError):  # a full disk: so much the less is to be cut off
                self._stream.close()

    def _write(self, line: bytes) -> None:
        try:
            if self._stream is None:
                self._stream = self._path.open("ab", buffering=PENYANGGA)
            self._stream.write(line)
        except OSError as error:
            raise _unwritable(self._path, error) from error
        self._panjang += len(line)


def scan_jurnal(path: Path, dari: Titik = AWAL) -> Pindaian:
    """Verify a journal from a point on; raises JurnalError where that point is not in it."""
    akhir, skema, panjang = dari, 0, dari.panjang
    sidik = _Sidik(dari)
    with _open_at(path, dari) as stream:
        for line in stream:
            panjang += len(line)
            penutup = _read_penutup(line)
            if penutup is None:
                sidik.add(line)
                continue
            found = Titik(akhir.transaksi + 1, panjang, sidik.finish(penutup[1]))
            if penutup != (found.transaksi, penutup[1], found.sidik):
                return Pindaian(akhir, skema, panjang - akhir.panjang, rusak=True)
            akhir, skema = found, penutup[1]
            sidik = _Sidik(akhir)
    return Pindaian(akhir, skema, panjang - akhir.panjang, rusak=False)


def read_statements(
    path: Path, dari: Titik, sampai: Titik
) -> Iterator[tuple[str, list[list[Nilai]]]]:
    """Yield every statement between two points that were verified, with its rows."""
    place = dari.panjang
    with _open_at(path, dari) as stream:
        while place < sampai.panjang:
            line = stream.readline()
            place += len(line)
            if not line.startswith(PENUTUP):
                entry = json.loads(line)
                yield entry["sql"], entry["baris"]


@contextlib.contextmanager
def _open_at(path: Path, titik: Titik) -> Iterator[BinaryIO]:
    """Open a journal where a transaction ends; one that is missing is empty."""
    try:
        missing = titik == AWAL and not path.exists()
        with BytesIO() if missing else path.open("rb") as stream:
            if not _ends_at(stream, titik):
                raise JurnalError(path)
            yield stream
    except FileNotFoundError as error:
        raise JurnalError(path) from error
    except OSError as error:  # held open: nothing is wrong with it
        raise BerkasTerpakaiError(path, error) from error


def _ends_at(stream: BinaryIO, titik: Titik) -> bool:
    """Tell whether a transaction ends there, and leave the stream at that place."""
    if titik == AWAL:
        return True
    stream.seek(max(0, titik.panjang - PENUTUP_TERPANJANG))
    before = stream.read(titik.panjang - stream.tell())
    last = before[before.rfind(b"\n", 0, -1) + 1 :]
    penutup = _read_penutup(last) if stream.tell() == titik.panjang else None
    return penutup is not None and (penutup[0], penutup[2]) == (titik.transaksi, titik.sidik)


def _read_penutup(line: bytes) -> tuple[int, int, str] | None:
    """Return (number, version of the schema, sidik) of a line that closes, None of any other."""
    if not (line.startswith(PENUTUP) and line.endswith(b"\n")):
        return None
    try:
        entry = json.loads(line)
        return int(entry["transaksi"]), int(entry["skema"]), str(entry["sidik"])
    except (ValueError, KeyError, TypeError):
        return None


def _line(entry: dict[str, Any]) -> bytes:
    return json.dumps(entry, ensure_ascii=False).encode() + b"\n"


def _unwritable(path: Path, error: OSError) -> BasisdataError:
    why, remedy = explain_os(error)
    return BasisdataError(f"Jurnal '{path}' tidak dapat ditulis: {why}. {remedy}")
