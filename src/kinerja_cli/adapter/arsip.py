"""The archive of accepted originals: by sha256, written once, never rewritten."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from kinerja_cli.adapter.berkas import MIB, BerkasTerpakaiError, sync_folder, write_whole
from kinerja_cli.adapter.tunggu import await_result

PENULIS = 8
"""Threads: a disk takes several files to safety in little more time than one."""
SEKALIGUS = 8
"""Originals handed to another process together; a thread takes one."""
MENUNGGU = 32 * MIB
"""Bytes of originals that may wait in memory: while every process merges, none writes."""

Asli: TypeAlias = tuple[str, bytes]
"""An original: its sha256 and its bytes."""


class Arsip:
    """Writes originals beside whoever goes on deciding; `settle` says that all are on disk."""

    def __init__(self, folder: Path, kolam: Executor | None = None) -> None:
        """Take the archive's folder, and processes that write; None: threads of this one."""
        self._folder = folder
        self._benang = ThreadPoolExecutor(PENULIS)
        self._penulis = kolam or self._benang
        self._sekaligus = SEKALIGUS if kolam else 1
        self._segenggam: list[Asli] = []
        self._menunggu: deque[tuple[list[Asli], Future[set[Path]]]] = deque()
        self._beban = 0
        self._isi_baru: set[Path] = set()

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """Let what was begun end; what was not begun is left."""
        for _asli, future in self._menunggu:
            future.cancel()
        self._benang.shutdown(cancel_futures=True)

    def keep(self, sha256: str, isi: bytes) -> None:
        """Have an original written; raises BerkasTerpakaiError for an earlier one that was not."""
        self._segenggam.append((sha256, isi))
        if len(self._segenggam) == self._sekaligus:
            self._hand_over()
            while self._beban > MENUNGGU:
                self._await_first()

    def settle(self) -> None:
        """Wait until every original is on disk; raises BerkasTerpakaiError where one is not."""
        if self._segenggam:
            self._hand_over()
        while self._menunggu:
            self._await_first()
        try:
            list(self._benang.map(sync_folder, self._isi_baru))
        except OSError as error:
            raise BerkasTerpakaiError(self._folder, error) from error

    def _hand_over(self) -> None:
        asli, self._segenggam = self._segenggam, []
        try:
            self._submit(asli)
        except BrokenExecutor:  # a file ended one of its processes
            self._do_without_kolam()
            self._submit(asli)

    def _submit(self, asli: list[Asli]) -> None:
        future = self._penulis.submit(archive_all, self._folder, asli)
        self._menunggu.append((asli, future))
        self._beban += _size(asli)

    def _await_first(self) -> None:
        asli, future = self._menunggu[0]
        try:
            folders: set[Path] = await_result(future)
        except BrokenExecutor:
            self._do_without_kolam()
        else:
            self._menunggu.popleft()
            self._isi_baru |= folders
            self._beban -= _size(asli)

    def _do_without_kolam(self) -> None:
        """Have threads write from now on, and once more what waits for lost processes."""
        self._penulis = self._benang
        waiting, self._menunggu, self._beban = self._menunggu, deque(), 0
        for asli, _ in waiting:
            self._submit(asli)


def _size(asli: Sequence[Asli]) -> int:
    return sum(len(isi) for _, isi in asli)


def archive_all(folder: Path, asli: Sequence[Asli]) -> set[Path]:
    """Keep originals and return the folders that they lie in."""
    return {archive(folder, sha256, isi).parent for sha256, isi in asli}


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
