"""Files that take their places together when the store commits, or not at all.

Each is first written whole beside its place, and named in a note before anything is moved. Where
a run was stopped, the next one reads there what to tidy up or to take back. Which of the two, the
store says: it has the sha256 of every file that a run wrote which was carried through.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kinerja_cli.adapter.berkas import (
    BerkasTerpakaiError,
    keep_second_name,
    sha256_of,
    sync_folder,
    write_synced,
)
from kinerja_cli.domain.galat import KinerjaError


@dataclass(frozen=True, slots=True)
class Penukar:
    """One file: its place, the sha256 of what comes there, and whether its folder is new, too.

    `sebelum` is the sha256 of what was in the place when this was written, None: nothing.
    """

    tempat: Path
    sha256: str
    folder_baru: bool
    sebelum: str | None = None

    @property
    def baru(self) -> Path:
        """Return where it lies until it takes its place."""
        return self.tempat.with_name(f".baru-{self.tempat.name}")

    @property
    def lama(self) -> Path:
        """Return where the one before lies until the store has committed."""
        return self.tempat.with_name(f".lama-{self.tempat.name}")


class BerkasBerubahError(KinerjaError):
    """A file was changed by somebody while a run was about to replace it."""

    def __init__(self, path: Path) -> None:
        """Say which file; a second run sees the change and keeps it."""
        super().__init__(f"Berkas '{path}' berubah selama perintah ini berjalan. Ulangi.")


class Pertukaran:
    """The files of one run; paths are named as the workspace `akar` sees them."""

    def __init__(self, akar: Path, catatan: Path) -> None:
        """Take the path of the note; nothing is opened before the first file."""
        self._akar, self._catatan = akar, catatan
        self._berkas: dict[str, Penukar] = {}
        self._stream: BinaryIO | None = None

    def put(self, nama: str, isi: bytes) -> None:
        """Write a file beside its place; the same name again replaces it.

        What was in the place at first is what it is held against later. Raises BerkasTerpakaiError
        where that cannot be done.
        """
        tempat, before = self._akar / nama, self._berkas.get(nama)
        folder_baru = before.folder_baru if before else not tempat.parent.exists()
        with _explained(tempat):
            sebelum = before.sebelum if before else _present(tempat)
            one = self._berkas[nama] = Penukar(tempat, sha256_of(isi), folder_baru, sebelum)
            self._note(nama, one)
            tempat.parent.mkdir(parents=True, exist_ok=True)
            write_synced(one.baru, isi)

    def waiting(self, nama: str) -> str | None:
        """Return the sha256 of what waits to take a place, or None."""
        one = self._berkas.get(nama)
        return one.sha256 if one else None

    def place(self) -> None:
        """Put every file in its place; the ones before are kept beside them.

        Raises BerkasTerpakaiError for one that is held open, BerkasBerubahError for one that
        somebody changed meanwhile; the caller then takes all back.
        """
        if self._stream is None:
            return
        with _explained(self._catatan):
            os.fsync(self._stream.fileno())
            self._stream.close()
        for one in self._berkas.values():
            with _explained(one.tempat):
                _keep(one)
                if _present(one.tempat) != one.sebelum:
                    raise BerkasBerubahError(one.tempat)
        for one in self._berkas.values():
            with _explained(one.tempat):
                one.baru.replace(one.tempat)
        with _explained(self._akar):
            for folder in {x.tempat.parent for x in self._berkas.values()}:
                sync_folder(folder)

    def take_back(self) -> None:
        """Leave every file as it was before; raises OSError where the next run must do that."""
        self.close()
        if self._stream is not None:
            _take_back(self._catatan, list(self._berkas.values()))

    def close(self) -> None:
        """Leave everything as it is now to the next run."""
        if self._stream is not None:
            self._stream.close()

    def _note(self, nama: str, one: Penukar) -> None:
        line = {
            "path": nama,
            "sha256": one.sha256,
            "folder_baru": one.folder_baru,
            "sebelum": one.sebelum,
        }
        if self._stream is None:
            self._stream = self._catatan.open("wb", buffering=0)
        self._stream.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")


def settle_stopped(akar: Path, catatan: Path, noted: Callable[[str], str | None]) -> None:
    """Finish what a stopped run left, or take it back; `noted` is the store's sha256 of a path.

    Raises BerkasTerpakaiError where a file is held open.
    """
    if not catatan.exists():
        return
    with _explained(catatan):
        berkas = dict(_read(akar, catatan))
    if all(noted(nama) == one.sha256 for nama, one in berkas.items()):
        _finish(catatan, list(berkas.values()))
    else:
        _take_back(catatan, list(berkas.values()))


def _finish(catatan: Path, berkas: Sequence[Penukar]) -> None:
    """Forget the files before; only leftovers are at stake, so one that stays hinders nobody."""
    with contextlib.suppress(OSError):  # the next run tries again
        for one in berkas:
            _tidy(one)
        catatan.unlink(missing_ok=True)


def _take_back(catatan: Path, berkas: Sequence[Penukar]) -> None:
    for one in reversed(berkas):  # the first of a new folder is the last to leave it
        with _explained(one.tempat):
            _restore(one)
    with _explained(catatan):
        catatan.unlink(missing_ok=True)


def _read(akar: Path, catatan: Path) -> Iterator[tuple[str, Penukar]]:
    """Yield what a note names; a line that was not finished names nothing that was begun."""
    with contextlib.suppress(ValueError):
        for line in catatan.read_bytes().splitlines():
            entry = json.loads(line)
            nama = str(entry["path"])
            yield (
                nama,
                Penukar(akar / nama, entry["sha256"], entry["folder_baru"], entry["sebelum"]),
            )


def _keep(one: Penukar) -> None:
    """Keep the file that is in the place now beside it."""
    one.lama.unlink(missing_ok=True)
    if one.tempat.exists():
        keep_second_name(one.tempat, one.lama)


def _present(path: Path) -> str | None:
    return sha256_of(path.read_bytes()) if path.exists() else None


def _tidy(one: Penukar) -> None:
    """Remove what lies beside the place; a move that a power loss undid is made again."""
    if one.baru.exists() and _present(one.tempat) != one.sha256:
        one.baru.replace(one.tempat)
    _remove_beside(one)


def _restore(one: Penukar) -> None:
    """Put the file before into its place again, unless somebody has changed it meanwhile."""
    if one.sha256 != one.sebelum and _present(one.tempat) == one.sha256:
        if one.lama.exists():
            one.lama.replace(one.tempat)
        else:
            one.tempat.unlink()
    _remove_beside(one)
    if one.folder_baru:
        with contextlib.suppress(OSError):  # something else lies in it
            one.tempat.parent.rmdir()


def _remove_beside(one: Penukar) -> None:
    one.lama.unlink(missing_ok=True)
    one.baru.unlink(missing_ok=True)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BerkasTerpakaiError(path, error) from error
