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
from kinerja_cli.domain.tulisan import TAK_TERLIHAT

NAMA_TERPANJANG = 80
"""Windows refuses paths above 260 characters; folders need their part."""
BYTE_TERPANJANG = 200
"""Linux counts bytes, 255 to a name; an ending like " - pesan.txt" needs its part."""

_TERLARANG = re.compile(rf'(?:[<>:"/\\|?*]|{TAK_TERLIHAT.pattern})+')
_PERANTI = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3])[ .]*(?:\.|$)",
    re.IGNORECASE,
)
"""Windows opens a device for such a name, whatever stands behind its first point."""


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
    """Return a text as a file name that Windows, too, accepts; at most 80 characters.

    A longer text is cut and ends in a digest of itself, so that two never get one name.
    """
    plain = _TERLARANG.sub("-", " ".join(teks.split())).strip(" .") or "tanpa nama"
    named = f"_{plain}" if _PERANTI.match(plain) else plain
    if len(named) <= NAMA_TERPANJANG and len(named.encode()) <= BYTE_TERPANJANG:
        return named
    mark = f"-{sha256_of(teks.encode(errors='surrogatepass'))[:8]}"
    short = named.encode()[: BYTE_TERPANJANG - len(mark)].decode(errors="ignore")
    return short[: NAMA_TERPANJANG - len(mark)].rstrip(" .") + mark
