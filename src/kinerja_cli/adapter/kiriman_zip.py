"""A zip that came by mail: its members are read in memory, never unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from kinerja_cli.adapter.buku_xlsx.paket import MAKS_BERKAS
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca

MAKS_ANGGOTA = 5_000
"""A mail holds the forms of one office; more members than this are not forms."""

TERKUNCI = 0x1
"""The bit of a member's flags that says it is encrypted."""


def list_members(path: Path) -> list[str] | None:
    """Return the names of the files in a zip, in its order; None where it is no readable zip."""
    try:
        with zipfile.ZipFile(path) as arsip:
            members = [x.filename for x in arsip.infolist() if not x.is_dir()]
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return None
    return members if len(members) <= MAKS_ANGGOTA else None


def read_member(path: Path, nama: str) -> bytes:
    """Return the bytes of one member; raises BukuTakTerbaca for a locked, broken or huge one."""
    try:
        with zipfile.ZipFile(path) as arsip:
            if arsip.getinfo(nama).flag_bits & TERKUNCI:
                raise BukuTakTerbaca(SebabTakTerbaca.TERENKRIPSI)
            with arsip.open(nama) as stream:
                isi = stream.read(MAKS_BERKAS + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError) as error:
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, str(error)) from error
    if len(isi) > MAKS_BERKAS:
        raise BukuTakTerbaca(SebabTakTerbaca.TERLALU_BESAR)
    return isi
