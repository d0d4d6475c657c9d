"""The archive of accepted originals: by sha256, written once, never rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kinerja_cli.adapter.berkas import write_whole


def archive(folder: Path, sha256: str, isi: bytes) -> Path:
    """Keep an original under its sha256 and return its path; one that is there stays as it is."""
    path = path_of(folder, sha256)
    if not path.exists():
        write_whole(path, isi)
    return path


def path_of(folder: Path, sha256: str) -> Path:
    """Return where an original lies, or would lie."""
    return folder / sha256[:2] / f"{sha256}.xlsx"


def archived(folder: Path) -> Iterator[Path]:
    """Yield every file of the archive in order of its name, half-written ones left out."""
    yield from sorted(x for x in folder.glob("*/*") if not x.name.startswith("."))
