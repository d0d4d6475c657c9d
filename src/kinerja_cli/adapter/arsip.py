"""The archive of accepted originals: by sha256, written once, never rewritten."""

from __future__ import annotations

from pathlib import Path

from kinerja_cli.adapter.berkas import write_whole


def archive(folder: Path, sha256: str, isi: bytes) -> Path:
    """Keep an original under its sha256 and return its path; one that is there stays as it is."""
    path = folder / sha256[:2] / f"{sha256}.xlsx"
    if not path.exists():
        write_whole(path, isi)
    return path
