"""What an .xlsx is outside: a zip of parts read within limits, and the relations between them."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from struct import Struct
from typing import Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kinerja_cli.adapter.buku_xlsx.xml import BAGIAN_KECIL, read_elements
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca, sniff_zip

_MIB = 1024 * 1024
# A unit's workbook has some 30 KB; photos pasted into one have reached tens of MiB.
MAKS_BERKAS = 64 * _MIB
# A sheet of 200,000 filled cells is about 10 MiB of XML; more is a bomb, or no form of ours.
MAKS_BYTE_BAGIAN = 16 * _MIB
MAKS_BYTE = 48 * _MIB
# A filled cell has four tags. Each costs time, and memory while it is open: a million take
# about one second and 130 MB at worst.
MAKS_TANDA = 1_000_000
# The longest real workbooks (many charts and comments) have a few hundred parts.
MAKS_BAGIAN = 4096

ZIP_BOHONG = (BadZipFile, NotImplementedError, ValueError, OverflowError)
"""What zipfile raises on directories that lie about places, names, or how a part is packed."""

_ENTRI_DIREKTORI = b"PK\x01\x02"
_BIT_SANDI = 0x1
# How hard the writer tried, sizes after the part, names in UTF-8: nothing that reading needs.
_BIT_BIASA = 0x080E
_TANDA_BAGIAN = b"PK\x03\x04"
_KEPALA_BAGIAN = Struct("<4s22xHH")
_RELASI = frozenset({"Relationship"})


@dataclass(frozen=True, slots=True)
class Relasi:
    """Where a part points: the last word of the relation's type, and the part it names."""

    jenis: str
    tujuan: str
    luar: bool = False


class Paket:
    """The parts of one .xlsx by name, read from memory; letter case and slashes do not matter."""

    __slots__ = ("_bagian", "_isi", "_maks_bagian", "_sisa_byte", "_sisa_tanda", "_zip")

    def __init__(self, isi: bytes, kali: int = 1) -> None:
        """Open the zip, its limits so many times a unit's; raises BukuTakTerbaca."""
        if len(isi) > MAKS_BERKAS or isi.count(_ENTRI_DIREKTORI) > MAKS_BAGIAN:
            raise BukuTakTerbaca(SebabTakTerbaca.TERLALU_BESAR)
        try:
            self._zip = ZipFile(BytesIO(isi))
        except (*ZIP_BOHONG, OSError) as error:
            raise BukuTakTerbaca(sniff_zip(isi), "susunan ZIP-nya tidak utuh") from error
        self._isi = isi
        self._maks_bagian = MAKS_BYTE_BAGIAN * kali
        self._sisa_byte = MAKS_BYTE * kali
        self._sisa_tanda = MAKS_TANDA * kali
        self._bagian = _index(self._zip.infolist())

    def __enter__(self) -> Self:
        """Return the open package."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the zip."""
        self._zip.close()

    @property
    def names(self) -> Collection[str]:
        """Return the names of all parts, in lower case."""
        return self._bagian.keys()

    def read(self, nama: str) -> bytes:
        """Return the bytes of one XML part; raises BukuTakTerbaca, also where it is missing."""
        info = self._bagian.get(nama.lower())
        if info is None:
            raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"bagian {nama} tidak ada")
        isi = self._inflate(info)
        self._sisa_byte -= len(isi)
        # Counted ahead of parsing: an upper bound of the elements, for the price of a memchr.
        self._sisa_tanda -= isi.count(b"<")
        if self._sisa_tanda < 0:
            raise BukuTakTerbaca(SebabTakTerbaca.TERLALU_BESAR, f"{nama}: isinya terlalu banyak")
        return isi

    def relations(self, bagian: str = "") -> Mapping[str, Relasi]:
        """Return the relations of a part by id ("": of the package); none where it has no list."""
        folder, nama = posixpath.split(bagian)
        daftar = posixpath.join(folder, "_rels", f"{nama}.rels")
        if daftar.lower() not in self._bagian:
            return {}
        isi = self.read(daftar)
        return (_read_again if len(isi) <= BAGIAN_KECIL else _read_relations)(isi, folder)

    def _inflate(self, info: ZipInfo) -> bytes:
        """Return the unzipped bytes, counted as they come and not as the zip declares them."""
        if info.flag_bits & _BIT_SANDI:
            raise BukuTakTerbaca(SebabTakTerbaca.TERENKRIPSI)
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, "cara pemampatan ZIP-nya tidak dikenal")
        batas = min(self._maks_bagian, self._sisa_byte)
        try:
            isi = _deflated(self._isi, info, batas + 1)
            if isi is None:
                with self._zip.open(info) as berkas:
                    isi = berkas.read(batas + 1)
        except (*ZIP_BOHONG, zlib.error, EOFError) as error:
            rincian = f"isi {info.filename} tidak utuh"
            raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, rincian) from error
        if len(isi) > batas:
            raise BukuTakTerbaca(SebabTakTerbaca.TERLALU_BESAR, f"{info.filename} terlalu besar")
        return isi


def _deflated(zip_: bytes, info: ZipInfo, batas: int) -> bytes | None:
    """Return at most `batas` unzipped bytes of an ordinary part; None leaves it to zipfile.

    What zipfile does beside that, for files that are written or too large for memory, takes more
    time than to unzip a form.
    """
    awal = info.header_offset + _KEPALA_BAGIAN.size
    kepala = zip_[info.header_offset : awal]
    if info.compress_type != ZIP_DEFLATED or info.flag_bits & ~_BIT_BIASA or not info.file_size:
        return None
    if len(kepala) < _KEPALA_BAGIAN.size or not info.orig_filename.isascii():
        return None
    tanda, nama, tambahan = _KEPALA_BAGIAN.unpack(kepala)
    if tanda != _TANDA_BAGIAN or zip_[awal : awal + nama] != info.orig_filename.encode():
        return None
    awal += nama + tambahan
    isi = zlib.decompressobj(-zlib.MAX_WBITS).decompress(
        zip_[awal : awal + info.compress_size], min(batas, info.file_size)
    )
    return isi if len(isi) == batas or zlib.crc32(isi) == info.CRC else None


def _index(daftar: list[ZipInfo]) -> dict[str, ZipInfo]:
    """Return the parts by name; two parts of one name leave open which one is meant."""
    bagian: dict[str, ZipInfo] = {}
    for info in daftar:
        nama = _part_name(_slashes(info.filename)).lower()
        if nama in bagian:
            raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"bagian {info.filename} ada dua")
        bagian[nama] = info
    return bagian


def _read_relations(isi: bytes, folder: str) -> Mapping[str, Relasi]:
    """Return the relations that a list names, for a part in this folder."""
    return {
        x.atribut.get("Id", ""): Relasi(
            jenis=x.atribut.get("Type", "").rpartition("/")[2],
            tujuan=_part_name(posixpath.join("/", folder, _slashes(x.atribut["Target"]))),
            luar=x.atribut.get("TargetMode") == "External",
        )
        for x in read_elements(isi, _RELASI)
        if "Target" in x.atribut
    }


_read_again = lru_cache(maxsize=64)(_read_relations)


def _slashes(nama: str) -> str:
    """Return a name with the slashes of the standard; some writers use those of Windows."""
    return nama.replace("\\", "/")


@lru_cache(maxsize=256)
def _part_name(nama: str) -> str:
    """Return a name as the zip lists it: from the root, without leading slash, dots resolved."""
    return posixpath.normpath(f"/{nama}").lstrip("/")
