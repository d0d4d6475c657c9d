"""What a file is by its content, and how to tell a person why it cannot be read as a workbook."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum
from itertools import islice

_SIMPAN_XLSX = (
    "Buka di Excel, pilih Simpan Sebagai → Buku Kerja Excel (.xlsx), lalu kirim yang baru."
)
_KIRIM_FORMAT = "Kirim format Excel (.xlsx) yang dibagikan setelah diisi, bukan berkas jenis lain."
_BUKA_SIMPAN = (
    "Buka di Excel, perbaiki bila diminta, simpan ulang sebagai .xlsx, lalu kirim yang baru."
)
_ISI_ULANG = "Isi ulang pada format yang dibagikan, simpan dari Excel, lalu kirim yang baru."


class SebabTakTerbaca(Enum):
    """Why a file is not read: what it is, as a phrase, and what the sender should do."""

    KOSONG = (
        "berkas kosong (0 byte)",
        "Simpan lagi format yang sudah diisi, periksa ukurannya, lalu kirim ulang.",
    )
    TERENKRIPSI = (
        "buku kerja yang dikunci dengan kata sandi",
        "Buka dengan kata sandinya, hapus kata sandi itu (Berkas → Info), lalu kirim ulang.",
    )
    XLS_LAMA = ("buku kerja Excel format lama (.xls)", _SIMPAN_XLSX)
    XLSB = ("buku kerja Excel biner (.xlsb)", _SIMPAN_XLSX)
    ODS = (
        "lembar kerja OpenDocument (.ods)",
        "Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu kirim yang baru.",
    )
    CSV_ATAU_TEKS = ("berkas teks atau CSV", _KIRIM_FORMAT)
    HTML = (
        "halaman web (HTML) yang diberi nama seperti berkas Excel",
        _SIMPAN_XLSX,
    )
    PDF = ("berkas PDF", _KIRIM_FORMAT)
    GAMBAR = ("foto atau gambar", _KIRIM_FORMAT)
    WORD = ("dokumen Word", _KIRIM_FORMAT)
    PPT = ("presentasi PowerPoint", _KIRIM_FORMAT)
    ZIP_LAIN = (
        "arsip ZIP yang bukan buku kerja Excel",
        "Bila format ada di dalam arsip itu, keluarkan dahulu, lalu kirim berkas .xlsx-nya.",
    )
    OLE_LAIN = ("berkas Microsoft Office lama yang bukan buku kerja", _KIRIM_FORMAT)
    BUKAN_BUKU = ("berkas yang bukan buku kerja Excel", _KIRIM_FORMAT)
    RUSAK = ("buku kerja Excel yang rusak atau tidak utuh", _BUKA_SIMPAN)
    TERLALU_BESAR = (
        "buku kerja Excel yang terlalu besar",
        "Hapus lembar, baris, dan kolom yang tidak terpakai, simpan, lalu kirim ulang.",
    )
    BERBAHAYA = ("buku kerja Excel dengan isi yang tidak wajar dan bisa berbahaya", _ISI_ULANG)

    def __init__(self, uraian: str, saran: str) -> None:
        """Keep the phrase that names the file and the remedy, one sentence."""
        self.uraian = uraian
        self.saran = saran


class BukuTakTerbaca(Exception):  # noqa: N818 - named in the language of the field, as all nouns are
    """A file that cannot be read as a workbook: why, and a short detail ("" when none)."""

    def __init__(self, sebab: SebabTakTerbaca, rincian: str = "") -> None:
        """Build the one-line message out of the reason and the detail."""
        super().__init__(f"{sebab.uraian}: {rincian}" if rincian else sebab.uraian)
        self.sebab = sebab
        self.rincian = rincian


# How much of a file tells what it is; exported pages can carry a long preamble.
_KEPALA = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_AWALAN: tuple[tuple[re.Pattern[bytes], SebabTakTerbaca], ...] = tuple(
    (re.compile(pola, re.DOTALL), sebab)
    for pola, sebab in (
        (rb".{0,1020}%PDF-", SebabTakTerbaca.PDF),
        (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*", SebabTakTerbaca.GAMBAR),
        # "BM" alone may begin a text: a bitmap has four zero bytes at its sixth.
        (rb"BM.{4}\x00{4}|RIFF.{4}WEBP|.{4}ftyp(hei|hev|mif|avif)", SebabTakTerbaca.GAMBAR),
        (rb"\{\\rtf", SebabTakTerbaca.WORD),
        # The workbooks of Excel 2 to 5 are bare records: this is how the first one begins.
        (rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00", SebabTakTerbaca.XLS_LAMA),
    )
)

_TEKS: tuple[tuple[re.Pattern[str], SebabTakTerbaca], ...] = tuple(
    (re.compile(pola, re.DOTALL | re.IGNORECASE), sebab)
    for pola, sebab in (
        (r"\s*<.*urn:schemas-microsoft-com:office:spreadsheet", SebabTakTerbaca.XLS_LAMA),
        (r"\s*<.*urn:oasis:names:tc:opendocument", SebabTakTerbaca.ODS),
        (r"\s*<(.*<)?(!doctype html|html|head|body|meta|table)\b", SebabTakTerbaca.HTML),
        (r"\s*MIME-Version:", SebabTakTerbaca.HTML),
    )
)

# Streams of an OLE file that tell its program, by name; Excel 5 called its stream "Book".
_ALIRAN = {
    "EncryptedPackage": SebabTakTerbaca.TERENKRIPSI,
    "Workbook": SebabTakTerbaca.XLS_LAMA,
    "Book": SebabTakTerbaca.XLS_LAMA,
    "WordDocument": SebabTakTerbaca.WORD,
    "PowerPoint Document": SebabTakTerbaca.PPT,
}
_NAMA_ALIRAN = re.compile(
    b"|".join(re.escape(f"{nama}\0".encode("utf-16-le")) for nama in _ALIRAN),
)
# Every entry of an OLE directory is 128 bytes, and sectors are a multiple of that.
_ENTRI_OLE = 128

_BAGIAN_ZIP = (
    ("xl/workbook.bin", SebabTakTerbaca.XLSB),
    ("xl/", SebabTakTerbaca.RUSAK),
    ("word/", SebabTakTerbaca.WORD),
    ("ppt/", SebabTakTerbaca.PPT),
    ("content.xml", SebabTakTerbaca.ODS),
)
_KEPALA_LOKAL = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
# A torn zip may claim names of 64 KB each: these many of its pieces, and no more, tell what it was.
_MAKS_NAMA, _MAKS_HURUF_NAMA = 4096, 260
_MIMETYPE = re.compile(
    rb"PK\x03\x04.{22}\x08\x00..mimetypeapplication/vnd\.oasis\.opendocument\.([a-z]+)",
    re.DOTALL,
)
_ODF = {
    b"spreadsheet": SebabTakTerbaca.ODS,
    b"text": SebabTakTerbaca.WORD,
    b"presentation": SebabTakTerbaca.PPT,
}


def sniff(isi: bytes) -> SebabTakTerbaca | None:
    """Return why these bytes are no .xlsx, or None for a zip, which only its parts can tell."""
    if not isi:
        return SebabTakTerbaca.KOSONG
    if isi.startswith(_ZIP):
        return None
    if isi.startswith(_OLE):
        return _sniff_ole(isi)
    for pola, sebab in _AWALAN:
        if pola.match(isi):
            return sebab
    return _sniff_text(isi)


def sniff_zip(isi: bytes, bagian: Collection[str] = ()) -> SebabTakTerbaca:
    """Return what a zip is in which no workbook was found, by the names of its parts.

    `bagian` are the names in lower case; without them they are taken from the zip's own pieces,
    so that a file cut short still tells what it was.
    """
    if mimetype := _MIMETYPE.match(isi):
        return _ODF.get(mimetype[1], SebabTakTerbaca.ZIP_LAIN)
    names = bagian or _local_names(isi)
    for awalan, sebab in _BAGIAN_ZIP:
        if any(nama.startswith(awalan) for nama in names):
            return sebab
    return SebabTakTerbaca.ZIP_LAIN


def _local_names(isi: bytes) -> set[str]:
    """Return the names before each piece of a zip whose directory is lost, in lower case."""
    return {
        isi[x.end() : x.end() + min(int.from_bytes(x[1], "little"), _MAKS_HURUF_NAMA)]
        .decode("latin-1")
        .lower()
        for x in islice(_KEPALA_LOKAL.finditer(isi), _MAKS_NAMA)
    }


def _sniff_ole(isi: bytes) -> SebabTakTerbaca:
    """Name an OLE file by its first telling stream; later ones belong to embedded objects."""
    for found in _NAMA_ALIRAN.finditer(isi):
        if found.start() % _ENTRI_OLE == 0:
            return _ALIRAN[found[0][:-2].decode("utf-16-le")]
    return SebabTakTerbaca.OLE_LAIN


def _sniff_text(isi: bytes) -> SebabTakTerbaca:
    """Name a text by its beginning; bytes that no text holds make it another file."""
    utf16 = isi.startswith((b"\xff\xfe", b"\xfe\xff"))
    kepala = isi[:_KEPALA].decode("utf-16" if utf16 else "utf-8", "replace").lstrip("\ufeff")
    if re.search(r"[\x00-\x08\x0e-\x19\x1b-\x1f]", kepala):
        return SebabTakTerbaca.BUKAN_BUKU
    return next(
        (sebab for pola, sebab in _TEKS if pola.match(kepala)), SebabTakTerbaca.CSV_ATAU_TEKS
    )
