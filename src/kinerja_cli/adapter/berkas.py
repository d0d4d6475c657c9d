"""Files on disk: read whole, written whole or not at all, never over somebody else's work."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Self

from kinerja_cli.domain.galat import KinerjaError

AWALAN_SEMENTARA = ".tulis-"
"""How the name begins under which a file is written before it is whole."""

MIB = 1024 * 1024
MAKS_DIBACA = 64 * MIB
"""Of a file that is read to be understood; nothing that an office writes comes near it."""

_LAIN = "Periksa nama berkas dan foldernya, lalu ulangi."
_PENUH = "Kosongkan sebagian tempat penyimpanan atau pilih tempat lain, lalu ulangi."
_TERPAKAI = "Tutup berkas di Excel atau Word, periksa izinnya, lalu ulangi."
_GALAT_SISTEM = {
    errno.EACCES: ("tidak ada izin, atau sedang dipakai program lain", _TERPAKAI),
    errno.EPERM: ("tidak ada izin, atau sedang dipakai program lain", _TERPAKAI),
    errno.EBUSY: ("sedang dipakai program lain", _TERPAKAI),
    errno.ENOSPC: ("tempat penyimpanan penuh", _PENUH),
    errno.EFBIG: ("berkas lebih besar daripada yang dapat disimpan di situ", _PENUH),
    errno.EDQUOT: ("jatah tempat penyimpanan habis", _PENUH),
    errno.EIO: ("tempat penyimpanan tidak menjawab", _PENUH),
    errno.EROFS: ("tempat itu hanya dapat dibaca", "Pilih tempat lain, lalu ulangi."),
    errno.ENAMETOOLONG: ("namanya terlalu panjang", "Pendekkan namanya, lalu ulangi."),
    errno.ENOENT: ("tidak ada", _LAIN),
    errno.ENOTDIR: ("nama di tengahnya bukan folder", _LAIN),
    errno.EISDIR: ("ini folder", _LAIN),
    errno.EEXIST: ("sudah ada", _LAIN),
    errno.ELOOP: ("tautannya berputar", _LAIN),
}
"""What the system's own words mean for a person, and what to do."""


def explain_os(error: OSError) -> tuple[str, str]:
    """Return why the system refused, in small letters, and what to do about it."""
    return _GALAT_SISTEM.get(error.errno or 0, (error.strerror or str(error), _TERPAKAI))


def is_explained(error: OSError) -> bool:
    """Tell whether the system refused for a reason that lies with files, not with the program."""
    return error.errno in _GALAT_SISTEM and error.filename is not None


class BerkasTerpakaiError(KinerjaError):
    """A file cannot be read or replaced, most often because Excel or Word holds it open."""

    def __init__(self, path: Path | str, sebab: OSError) -> None:
        """Say which file, why, and what to do."""
        self.sebab, remedi = explain_os(sebab)
        super().__init__(f"'{path}' tidak dapat dibuka atau diganti: {self.sebab}. {remedi}")
        self._asal = path, sebab

    def __reduce__(self) -> tuple[type[Self], tuple[Path | str, OSError]]:
        """Return how it is made again where another process raised it."""
        return type(self), self._asal


class BerkasTerlaluBesarError(KinerjaError):
    """A file is larger than anything of its kind, or a device that would never end."""

    def __init__(self, path: Path, maks: int) -> None:
        """Say which file, and how large it may be."""
        super().__init__(
            f"'{path}' bukan berkas biasa atau lebih besar dari {maks / MIB:g} MB. "
            "Periksa apakah berkasnya benar."
        )


def read_whole(path: Path) -> bytes:
    """Return a file's bytes; raises BerkasTerpakaiError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BerkasTerpakaiError(path, error) from error


def read_masukan(path: Path, maks: int = MAKS_DIBACA) -> bytes:
    """Return the bytes of a file that a person gave to be understood.

    Raises BerkasTerlaluBesarError for more than `maks` bytes, unread; BerkasTerpakaiError where it
    cannot be read.
    """
    if path.exists() and not (path.is_file() and path.stat().st_size <= maks):
        if path.is_dir():
            raise BerkasTerpakaiError(path, IsADirectoryError(errno.EISDIR, "ini folder"))
        raise BerkasTerlaluBesarError(path, maks)
    return read_whole(path)


def write_whole(path: Path, isi: bytes, *, nama_disinkronkan: bool = True) -> None:
    """Write a file under a temporary name beside it, then rename: old or new, never between.

    Its name is on the disk, too, unless the caller sees to that with `sync_folder`. Raises
    BerkasTerpakaiError where the folder cannot be written or the file is held open.
    """
    temporary = path.with_name(f"{AWALAN_SEMENTARA}{secrets.token_hex(8)}{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not tempfile: its files are the user's alone, and colleagues could not open them.
        write_synced(temporary, isi)
        temporary.replace(path)
        if nama_disinkronkan:
            sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise BerkasTerpakaiError(path, error) from error


def write_synced(path: Path, isi: bytes) -> None:
    """Write a file and wait until it is on the disk; raises OSError."""
    with path.open("wb") as stream:
        stream.write(isi)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; raises OSError. Windows does it itself."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def keep_second_name(path: Path, lain: Path) -> None:
    """Keep what a file holds now under a second name, whatever takes its place; raises OSError."""
    try:
        lain.hardlink_to(path)
    except OSError:  # memory sticks and some network folders know no second name
        write_synced(lain, path.read_bytes())


def remove_half_written(folder: Path) -> None:
    """Remove what `write_whole` left under a folder when it was stopped."""
    for path in folder.rglob(f"{AWALAN_SEMENTARA}*"):
        with contextlib.suppress(OSError):  # it does no harm; the next run tries again
            path.unlink()


def sha256_of(isi: bytes) -> str:
    """Return the sha256 of bytes as 64 hex digits."""
    return hashlib.sha256(isi).hexdigest()


def numbered(path: Path) -> Iterator[Path]:
    """Yield the path itself, then `nama-2`, `nama-3`, … without end."""
    yield path
    yield from (path.with_stem(f"{path.stem}-{number}") for number in count(2))
