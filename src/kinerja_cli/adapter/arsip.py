"""The archive of accepted originals: by sha256, written once, never rewritten."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from kinerja_cli.adapter.berkas import BerkasTerpakaiError, sync_folder, write_whole

PENULIS = 8
"""Threads: a disk takes several files to safety in little more time than one."""
MENUNGGU = 64
"""Originals that wait to be written; each is kept in memory until then."""


class Arsip:
    """Writes originals beside whoever goes on deciding; `settle` says that all are on disk."""

    def __init__(self, folder: Path) -> None:
        """Take the archive's folder; nothing is begun before the first original."""
        self._folder = folder
        self._penulis = ThreadPoolExecutor(PENULIS)
        self._menunggu: deque[Future[Path]] = deque()
        self._isi_baru: set[Path] = set()

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """End the threads once they have written what they began."""
        self._penulis.shutdown(cancel_futures=True)

    def keep(self, sha256: str, isi: bytes) -> None:
        """Have an original written; raises BerkasTerpakaiError for an earlier one that was not."""
        self._menunggu.append(self._penulis.submit(archive, self._folder, sha256, isi))
        self._settle(MENUNGGU)

    def settle(self) -> None:
        """Wait until every original is on disk; raises BerkasTerpakaiError where one is not."""
        self._settle(0)
        try:
            list(self._penulis.map(sync_folder, self._isi_baru))
        except OSError as error:
            raise BerkasTerpakaiError(self._folder, error) from error

    def _settle(self, sampai: int) -> None:
        while len(self._menunggu) > sampai:
            self._isi_baru.add(self._menunggu.popleft().result().parent)


def archive(folder: Path, sha256: str, isi: bytes) -> Path:
    """Keep an original under its sha256 and return its path; one that is there stays as it is."""
    path = path_of(folder, sha256)
    if not path.exists():
        write_whole(path, isi, nama_disinkronkan=False)  # `settle` does
    return path


def path_of(folder: Path, sha256: str) -> Path:
    """Return where an original lies, or would lie."""
    return folder / sha256[:2] / f"{sha256}.xlsx"


def archived(folder: Path) -> Iterator[Path]:
    """Yield every file of the archive in order of its name, half-written ones left out."""
    yield from sorted(x for x in folder.glob("*/*") if not x.name.startswith("."))
