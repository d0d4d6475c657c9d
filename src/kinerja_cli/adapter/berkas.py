"""Files on disk: read whole, written whole or not at all, never over somebody else's work."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from kinerja_cli.domain.galat import KinerjaError


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


def free_name(path: Path) -> Path:
    """Return the path, or the first of `nama-2`, `nama-3`, … that does not exist yet."""
    if not path.exists():
        return path
    number = 2
    while (other := path.with_stem(f"{path.stem}-{number}")).exists():
        number += 1
    return other
