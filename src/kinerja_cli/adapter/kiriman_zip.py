"""A zip that came by mail: its members are read in memory, never unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from kinerja_cli.adapter.berkas import BerkasTerpakaiError
from kinerja_cli.adapter.buku_xlsx.paket import MAKS_BERKAS, ZIP_BOHONG
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca

_MIB = 1024 * 1024
MAKS_ANGGOTA = 1_000
"""A mail holds the forms of one office; more members, folders counted, are not forms."""
MAKS_ISI = 512 * _MIB
"""What its members may unpack to together; zipfile gives no member more than it declares."""
MAKS_ZIP = 256 * _MIB
MAKS_ENTRI = 50_000
"""Entries of directories, those of workbooks within it too: zipfile reads them all at once."""

TERKUNCI = 0x1
"""The bit of a member's flags that says it is encrypted."""

_ENTRI = b"PK\x01\x02"
_CARA = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def list_members(path: Path) -> list[str] | None:
    """Return the names of the files in a zip, each once; None where it is no readable zip.

    One with more in it than a mail holds stays closed as well.
    """
    try:
        if not _has_few_entries(path):
            return None
        with zipfile.ZipFile(path) as arsip:
            entries = arsip.infolist()
    except (*ZIP_BOHONG, OSError):
        return None
    # Folders count as well: for each member all of them are read again.
    if len(entries) > MAKS_ANGGOTA or sum(x.file_size for x in entries) > MAKS_ISI:
        return None
    return list(dict.fromkeys(x.filename for x in entries if not x.is_dir()))


def _has_few_entries(path: Path) -> bool:
    """Tell whether a zip's directory can be read without filling the memory."""
    if not path.is_file() or path.stat().st_size > MAKS_ZIP:
        return False
    return count_entries(path) <= MAKS_ENTRI


def count_entries(path: Path) -> int:
    """Return how many entries the directories in a file have at least, those of zips in it too."""
    with path.open("rb") as stream:
        return sum(x.count(_ENTRI) for x in iter(lambda: stream.read(_MIB), b""))


def read_member(path: Path, nama: str) -> bytes:
    """Return the bytes of one member; raises BukuTakTerbaca for a locked, broken or huge one.

    Two members of one name leave open which is meant. Raises BerkasTerpakaiError where the zip
    itself cannot be opened.
    """
    try:
        with zipfile.ZipFile(path) as arsip:
            isi = _read(arsip, [x for x in arsip.infolist() if x.filename == nama])
    except (*ZIP_BOHONG, zlib.error, EOFError) as error:
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, str(error)) from error
    except OSError as error:
        raise BerkasTerpakaiError(path, error) from error
    if len(isi) > MAKS_BERKAS:
        raise BukuTakTerbaca(SebabTakTerbaca.TERLALU_BESAR)
    return isi


def _read(arsip: zipfile.ZipFile, bernama: list[zipfile.ZipInfo]) -> bytes:
    """Return the bytes of the one member of a name, at most one more than `MAKS_BERKAS`."""
    if len(bernama) != 1:
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"ada {len(bernama)} berkas bernama sama")
    info = bernama[0]
    if info.flag_bits & TERKUNCI:
        raise BukuTakTerbaca(SebabTakTerbaca.TERENKRIPSI)
    if info.compress_type not in _CARA:
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, "cara pemampatan ZIP-nya tidak dikenal")
    with arsip.open(info) as stream:
        return stream.read(MAKS_BERKAS + 1)
