"""A run stopped at every point: the workspace as `kill -9` would leave it there, and what it is.

Whatever a process has given to the system survives its death, and nothing else does. So a copy of
the workspace, taken after every call that may have changed it, is what a kill at that moment
leaves: with SQLite's own journal, with what Python still held in its buffers missing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

from conftest import tree
from kinerja_cli.adapter.basisdata import compare_with_jurnal, open_basisdata
from kinerja_cli.adapter.ruang import Ruang
from simpanan_uji import dump

T = TypeVar("T")

PENGUBAH = frozenset(
    {
        *("open", "open_code", "write", "flush", "fsync", "truncate", "close"),
        *("mkdir", "link", "rename", "replace", "remove", "unlink", "rmdir"),
        *("execute", "executemany", "commit"),
    }
)
"""Names of the functions written in C after which something may be different on the disk."""


@dataclass(frozen=True, slots=True)
class Pandangan:
    """What a person finds in a workspace: the store's rows, and every file that is theirs."""

    isi: tuple[str, ...]
    berkas: Mapping[str, bytes]
    folder_format: frozenset[str]


def watch(akar: Path, saat: Callable[[str], None], jalankan: Callable[[], T]) -> T:
    """Run something and tell after which calls the folder `akar` was different."""
    last = _signature(akar)

    def look(_: FrameType, event: str, arg: Any) -> None:  # noqa: ANN401 - sys.setprofile's
        nonlocal last
        if event == "c_return" and getattr(arg, "__name__", "") in PENGUBAH:
            now = _signature(akar)
            if now != last:
                last = now
                saat(arg.__name__)

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        return jalankan()
    finally:
        sys.setprofile(before)


def fail_at(saat: Callable[[FrameType, str], Exception | None], jalankan: Callable[[], T]) -> T:
    """Run something in which the first call that `saat` has an error for raises it."""

    def refuse(frame: FrameType, event: str, arg: Any) -> None:  # noqa: ANN401 - sys.setprofile's
        of_the_system = event == "c_call" and not isinstance(arg.__self__, str)  # "a".replace
        error = saat(frame, arg.__name__) if of_the_system else None
        if error is not None:
            raise error  # and the interpreter takes this function off

    before = sys.getprofile()
    sys.setprofile(refuse)
    try:
        return jalankan()
    finally:
        sys.setprofile(before)


def record_states(akar: Path, ke: Path, jalankan: Callable[[], object]) -> list[Path]:
    """Run something and return copies of the workspace, one for each time that it changed."""
    copies: list[Path] = []

    def copy(_: str) -> None:
        target = ke / f"{len(copies):03}" / akar.name
        try:
            shutil.copytree(akar, target)
        except shutil.Error:  # a thread gave the one original its name meanwhile
            shutil.rmtree(target)
            shutil.copytree(akar, target)
        copies.append(target)

    watch(akar, copy, jalankan)
    return copies


def _signature(akar: Path) -> tuple[tuple[str, int, int, int], ...]:
    return tuple(sorted(_entries(str(akar))))


def _entries(folder: str) -> Iterator[tuple[str, int, int, int]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _entries(entry.path)
            else:
                stat = entry.stat()
                yield entry.path, stat.st_size, stat.st_mtime_ns, stat.st_ino


def look_at(akar: Path) -> Pandangan:
    """Return what the next who looks finds, and check that it is whole in itself."""
    ruang = Ruang(akar)
    check_outputs(akar)
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        accepted = {x.sha256 for tahun in db.years() for x in db.register(tahun)}
    check_archive(ruang, accepted)
    check_store(ruang.basisdata)
    folders = frozenset(x.name for x in (akar / "format").glob("*/"))
    return Pandangan(store_rows(ruang.basisdata), files_of(akar), folders)


def files_of(akar: Path) -> dict[str, bytes]:
    """Return every file of the workspace but the program's own folder."""
    return {nama: isi for nama, isi in tree(akar).items() if not nama.startswith(".kinerja/")}


def names_of(akar: Path) -> set[str]:
    """Return the names of all files, the program's own and hidden ones too."""
    return {x.relative_to(akar).as_posix() for x in akar.rglob("*") if x.is_file()}


def store_rows(basisdata: Path) -> tuple[str, ...]:
    """Return the rows of a store but up to where its journal is; one without any is none."""
    if not basisdata.exists() or not basisdata.stat().st_size:
        return ()
    return tuple(x for x in dump(basisdata) if not x.startswith('INSERT INTO "jurnal"'))


def check_outputs(akar: Path) -> None:
    """Check that no file is half written under its final name."""
    for nama, isi in tree(akar).items():
        if not Path(nama).name.startswith("."):
            assert _is_whole(Path(nama).suffix, isi), nama


@cache
def _is_whole(suffix: str, isi: bytes) -> bool:
    if suffix in {".xlsx", ".docx"}:
        with zipfile.ZipFile(BytesIO(isi)) as buku:
            return buku.testzip() is None
    return suffix != ".html" or isi.rstrip().endswith(b"</html>")


def check_archive(ruang: Ruang, diterima: set[str]) -> None:
    """Check that the original of every accepted workbook is there, and each is what it is named."""
    kept = {x.stem: x for x in ruang.arsip.glob("*/*") if not x.name.startswith(".")}
    assert diterima <= kept.keys()
    for sha256, path in kept.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def check_store(basisdata: Path) -> None:
    """Check that SQLite finds the store sound, and that it holds what its journal makes."""
    if basisdata.exists():
        with closing(sqlite3.connect(basisdata)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert list(compare_with_jurnal(basisdata)) == []
