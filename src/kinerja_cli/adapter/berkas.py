"""Files on disk: read whole, written whole or not at all, never over somebody else's work."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from kinerja_cli.domain.galat import KinerjaError

NAMA_TERPANJANG = 80
"""Windows refuses paths above 260 characters; folders need their part."""


class BerkasTerpakaiError(KinerjaError):
    """A file cannot be read or replaced, most often because Excel or Word holds it open."""

    def __init__(self, path: Path, sebab: OSError) -> None:
        """Say which file and what to do."""
        super().__init__(
            f"Berkas '{path}' tidak dapat dibuka atau diganti ({sebab.strerror or sebab}). "
            "Tutup berkas di Excel atau Word, lalu ulangi."
        )


def read_whole(path: Path) -> bytes:
    """Return a file's bytes; raises BerkasTerpakaiError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BerkasTerpakaiError(path, error) from error


def write_whole(path: Path, isi: bytes) -> None:
    """Write a file under a temporary name beside it, then rename: old or new, never between.

    Raises BerkasTerpakaiError where the folder cannot be written or the file is held open.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".tulis-", suffix=path.suffix, dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(isi)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise BerkasTerpakaiError(path, error) from error


def sha256_of(isi: bytes) -> str:
    """Return the sha256 of bytes as 64 hex digits."""
    return hashlib.sha256(isi).hexdigest()


def numbered(path: Path) -> Iterator[Path]:
    """Yield the path itself, then `nama-2`, `nama-3`, … without end."""
    yield path
    yield from (path.with_stem(f"{path.stem}-{number}") for number in count(2))


def safe_name(teks: str) -> str:
    """Return a text as a file name that Windows, too, accepts; at most 80 characters."""
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]+', "-", " ".join(teks.split()))
    return plain[:NAMA_TERPANJANG].strip(" .") or "tanpa nama"
