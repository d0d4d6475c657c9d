from __future__ import annotations

from io import BytesIO

import docx
import pytest

from berkas_xlsx import build_buku, zip_parts
from kinerja_cli.adapter.jenis_berkas import (
    BukuTakTerbaca,
    SebabTakTerbaca,
    sniff,
    sniff_zip,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MIMETYPE = "application/vnd.oasis.opendocument."


def ole_with(*streams: str) -> bytes:
    """Return the outline of an OLE file whose directory has these entries, in this order."""
    return OLE + b"".join(f"{nama}\0".encode("utf-16-le").ljust(128, b"\0") for nama in streams)


def stored_first(name: str, content: str) -> bytes:
    """Return the beginning of a zip whose first member stands there uncompressed."""
    panjang = len(name).to_bytes(2, "little") + b"\0\0"
    return b"PK\x03\x04" + bytes(22) + panjang + f"{name}{content}".encode()


def word_document() -> bytes:
    """Return a Word document as python-docx writes it."""
    hasil = BytesIO()
    docx.Document().save(hasil)
    return hasil.getvalue()


def name_of(nilai: bytes | SebabTakTerbaca) -> str:
    """Return the name of a case, the same on every day: zips carry the time they were made."""
    return nilai.name if isinstance(nilai, SebabTakTerbaca) else repr(nilai[:8])


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"", SebabTakTerbaca.KOSONG),
        (ole_with("Root Entry", "EncryptionInfo", "EncryptedPackage"), SebabTakTerbaca.TERENKRIPSI),
        (ole_with("Root Entry", "Workbook"), SebabTakTerbaca.XLS_LAMA),
        (ole_with("Root Entry", "Book"), SebabTakTerbaca.XLS_LAMA),
        (ole_with("Root Entry", "WordDocument", "Workbook"), SebabTakTerbaca.WORD),
        (ole_with("Root Entry", "PowerPoint Document"), SebabTakTerbaca.PPT),
        (ole_with("Root Entry", "Pesan"), SebabTakTerbaca.OLE_LAIN),
        (OLE + b"x" + "Workbook\0".encode("utf-16-le"), SebabTakTerbaca.OLE_LAIN),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", SebabTakTerbaca.XLS_LAMA),
        (
            b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            SebabTakTerbaca.XLS_LAMA,
        ),
        (b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:"', SebabTakTerbaca.ODS),
        (b"No;Sasaran;Realisasi\r\n1;Angka <100;82,5\r\n", SebabTakTerbaca.CSV_ATAU_TEKS),
        ("No\tRealisasi\n1\t82,5\n".encode("utf-16"), SebabTakTerbaca.CSV_ATAU_TEKS),
        (b"BMKG;Realisasi\r\n1;82,5\r\n", SebabTakTerbaca.CSV_ATAU_TEKS),
        ("Kecamatan Cíputat;1".encode("cp1252"), SebabTakTerbaca.CSV_ATAU_TEKS),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<html><body>", SebabTakTerbaca.HTML),
        (b"<!-- ekspor --><table border=1><tr><td>1", SebabTakTerbaca.HTML),
        ("<HTML><BODY>".encode("utf-16"), SebabTakTerbaca.HTML),
        (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook", SebabTakTerbaca.HTML),
        (b"%PDF-1.7\n%\xe2\xe3", SebabTakTerbaca.PDF),
        (b"\n\n%PDF-1.4", SebabTakTerbaca.PDF),
        (b"\x89PNG\r\n\x1a\n", SebabTakTerbaca.GAMBAR),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", SebabTakTerbaca.GAMBAR),
        (b"GIF89a\x01\x00", SebabTakTerbaca.GAMBAR),
        (b"BM\x46\x00\x00\x00\x00\x00\x00\x00", SebabTakTerbaca.GAMBAR),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", SebabTakTerbaca.GAMBAR),
        (b"\x00\x00\x00\x18ftypheic", SebabTakTerbaca.GAMBAR),
        (b"II*\x00\x08\x00", SebabTakTerbaca.GAMBAR),
        (b"{\\rtf1\\ansi", SebabTakTerbaca.WORD),
        (b"\x7fELF\x02\x01\x01\x00", SebabTakTerbaca.BUKAN_BUKU),
    ],
    ids=name_of,
)
def test_a_file_is_named_by_its_content(isi: bytes, sebab: SebabTakTerbaca) -> None:
    assert sniff(isi) is sebab


def test_a_zip_is_left_to_its_parts() -> None:
    assert sniff(build_buku()) is None


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (word_document(), SebabTakTerbaca.WORD),
        (zip_parts({"ppt/presentation.xml": ""}), SebabTakTerbaca.PPT),
        (zip_parts({"xl/workbook.bin": "", "xl/styles.bin": ""}), SebabTakTerbaca.XLSB),
        (zip_parts({"XL/Styles.xml": ""}), SebabTakTerbaca.RUSAK),
        (zip_parts({"content.xml": "", "meta.xml": ""}), SebabTakTerbaca.ODS),
        (zip_parts({"foto 1.jpg": ""}), SebabTakTerbaca.ZIP_LAIN),
        (zip_parts({}), SebabTakTerbaca.ZIP_LAIN),
        (stored_first("mimetype", f"{MIMETYPE}spreadsheet"), SebabTakTerbaca.ODS),
        (stored_first("mimetype", f"{MIMETYPE}text"), SebabTakTerbaca.WORD),
        (stored_first("mimetype", f"{MIMETYPE}presentation"), SebabTakTerbaca.PPT),
        (stored_first("mimetype", f"{MIMETYPE}formula"), SebabTakTerbaca.ZIP_LAIN),
        (build_buku()[:900], SebabTakTerbaca.RUSAK),
    ],
    ids=name_of,
)
def test_a_zip_without_workbook_is_named_by_its_parts(isi: bytes, sebab: SebabTakTerbaca) -> None:
    assert sniff_zip(isi) is sebab


@pytest.mark.parametrize("sebab", SebabTakTerbaca)
def test_every_reason_names_the_file_and_a_remedy(sebab: SebabTakTerbaca) -> None:
    assert sebab.uraian
    assert sebab.uraian[0].islower()
    assert sebab.uraian[-1] != "."
    assert sebab.saran.endswith(".")


def test_the_message_is_the_reason_and_its_detail() -> None:
    polos, rinci = BukuTakTerbaca(SebabTakTerbaca.PDF), BukuTakTerbaca(SebabTakTerbaca.RUSAK, "apa")

    assert str(polos) == "berkas PDF"
    assert (rinci.sebab, rinci.rincian) == (SebabTakTerbaca.RUSAK, "apa")
    assert str(rinci) == f"{SebabTakTerbaca.RUSAK.uraian}: apa"
