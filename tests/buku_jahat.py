"""Hostile workbooks, built from a unit's own form: small on disk, large or sly inside."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO
from itertools import chain
from xml.sax.saxutils import escape

from berkas_xlsx import KETAT, UTAMA, build_buku, strings, zip_parts
from ubah_buku import unpack

DATA, PENJELASAN = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
BUKU, RELASI = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
TEKS = "xl/sharedStrings.xml"
MIB = 1024 * 1024
_JENIS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_JENIS_KETAT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_ANGKA = re.compile(rb'<c r="F(\d+)"[^>]*t="n"[^>]*><v>[^<]*</v></c>')

Jahat = Callable[[bytes], bytes]
"""Turns a sound form into a hostile one."""


def replaced(isi: bytes, bagian: str, lama: str, baru: str) -> bytes:
    """Return the form with the first such piece of a part replaced; it must be there."""
    parts = unpack(isi)
    assert lama.encode() in parts[bagian]
    parts[bagian] = parts[bagian].replace(lama.encode(), baru.encode(), 1)
    return zip_parts(parts)


def cell_text(alamat: str, teks: str) -> str:
    """Return the XML of a cell with this text."""
    return f'<c r="{alamat}" t="inlineStr"><is><t>{escape(teks)}</t></is></c>'


def with_text(isi: bytes, bagian: str, kolom: str, teks: str) -> bytes:
    """Return the form with a text in the first cell of a column in its table."""
    parts = unpack(isi)
    baris = _table_row(parts[bagian], kolom)
    lama = re.search(rf'<c r="{kolom}{baris}"[^>]*?(/>|>.*?</c>)'.encode(), parts[bagian])
    assert lama
    parts[bagian] = parts[bagian].replace(lama[0], cell_text(f"{kolom}{baris}", teks).encode())
    return zip_parts(parts)


def _table_row(sheet: bytes, kolom: str) -> int:
    """Return the first row of the table, below its header and section, that has this column."""
    rows = re.findall(rf'<c r="{kolom}(\d+)"[^>]*?(?:/>|>.*?</c>)'.encode(), sheet)
    return next(x for x in map(int, rows) if x > BARIS_KEPALA)


BARIS_KEPALA = 9
"""The table's header and the title of its first section stand above."""


def refused(isi: bytes) -> bytes:
    """Return the form with a figure that is none, so that it goes back to its unit."""
    parts = unpack(isi)
    lama = _ANGKA.search(parts[DATA])
    assert lama
    alamat = f"F{lama[1].decode()}"
    parts[DATA] = parts[DATA].replace(lama[0], cell_text(alamat, "rusak").encode())
    return zip_parts(parts)


def with_rows(isi: bytes, rows: Iterable[str]) -> bytes:
    """Return the form with more rows at the end of its data sheet."""
    return replaced(isi, DATA, "</sheetData>", f"{''.join(rows)}</sheetData>")


def with_strings(isi: bytes, teks: str) -> bytes:
    """Return the form with a shared string, number 0, that it did not have."""
    link = f'<Relationship Id="z" Type="{_JENIS}/sharedStrings" Target="sharedStrings.xml"/>'
    linked = replaced(isi, RELASI, "</Relationships>", f"{link}</Relationships>")
    return zip_parts(unpack(linked) | {TEKS: strings(teks).encode()})


def zip_bomb(isi: bytes) -> bytes:
    """Return the form with a sheet of 256 MiB, 256 KB in the zip."""
    return _with_large_part(isi, DATA, (b" " * MIB for _ in range(256)))


def string_bomb(isi: bytes) -> bytes:
    """Return the form with 400 MB of shared strings, 400 KB in the zip."""
    head, tail = f'<sst xmlns="{UTAMA}">'.encode(), b"</sst>"
    many = (b"<si><t>aaaaaaaaaaaaa</t></si>" * (MIB // 29) for _ in range(400))
    return _with_large_part(with_strings(isi, ""), TEKS, chain((head,), many, (tail,)))


def _with_large_part(isi: bytes, nama: str, potongan: Iterable[bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for other, body in unpack(isi).items():
            if other != nama:
                target.writestr(other, body)
        with target.open(nama, "w", force_zip64=True) as part:
            for one in potongan:
                part.write(one)
    return stream.getvalue()


def million_rows(isi: bytes) -> bytes:
    """Return the form with a figure in each of the rows that Excel has."""
    return with_rows(isi, (f'<row r="{i}"><c><v>1</v></c></row>' for i in range(100, 1_000_100)))


def stray_rows(isi: bytes) -> bytes:
    """Return the form with a figure in each of 100 000 rows that no indicator owns."""
    return with_rows(
        isi, (f'<row r="{i}"><c r="F{i}"><v>{i}</v></c></row>' for i in range(100, 100_100))
    )


def two_corners(_: bytes) -> bytes:
    """Return a workbook of two kilobytes with cells in both corners of Excel's grid."""
    return build_buku(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )


def far_corner(isi: bytes) -> bytes:
    """Return a refused form with a cell in the last corner of the grid."""
    return with_rows(refused(isi), ['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'])


def merged_all_over(isi: bytes) -> bytes:
    """Return the form with one merged range over all of the sheet below it."""
    return replaced(isi, DATA, "<mergeCell ", '<mergeCell ref="A100:XFD1048576"/><mergeCell ')


def linked_all_over(isi: bytes) -> bytes:
    """Return a refused form with one hyperlink on all of the sheet."""
    link = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'
    return replaced(refused(isi), DATA, "<pageMargins", f"{link}<pageMargins")


def repeated_text(isi: bytes) -> bytes:
    """Return the form with one text of 14 MB in each of two thousand cells."""
    row = '<c t="s"><v>0</v></c>' * 2000
    return with_rows(with_strings(isi, "x " * 7_000_000), [f'<row r="40">{row}</row>'])


def entity_bomb(isi: bytes) -> bytes:
    """Return the form with entities that unfold a billion times."""
    levels = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(10)
    )
    return _with_doctype(isi, levels, "&l9;")


def outer_entity(isi: bytes) -> bytes:
    """Return the form with an entity that stands for a file of the computer's."""
    return _with_doctype(isi, '<!ENTITY x SYSTEM "file:///etc/hostname">', "&x;")


def _with_doctype(isi: bytes, entitas: str, teks: str) -> bytes:
    declared = replaced(isi, BUKU, "<workbook", f"<!DOCTYPE workbook [{entitas}]><workbook")
    return replaced(declared, BUKU, "Petunjuk", teks)


def outer_sheet(isi: bytes) -> bytes:
    """Return the form with a sheet that lies on another computer."""
    return replaced(
        isi, RELASI, 'Target="/xl/worksheets/sheet1.xml"',
        'Target="http://contoh.invalid/sheet1.xml" TargetMode="External"',
    )  # fmt: skip


def strict(isi: bytes) -> bytes:
    """Return the form in the Strict dialect: other namespaces for the same elements."""
    return zip_parts(
        {
            nama: body.replace(UTAMA.encode(), KETAT.encode()).replace(
                _JENIS.encode(), _JENIS_KETAT.encode()
            )
            for nama, body in unpack(isi).items()
        }
    )


def encrypted(_: bytes) -> bytes:
    """Return the outline of a workbook with a password: an OLE file that holds a package."""
    return _ole("Root Entry", "EncryptionInfo", "EncryptedPackage")


def looping_xls(_: bytes) -> bytes:
    """Return an old .xls whose sectors lead to themselves for ever, its header full of lies."""
    return _ole("Root Entry", "Workbook") + b"\xfe\xff\xff\xff" * MIB


def _ole(*aliran: str) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 504
    return head + b"".join(f"{x}\0".encode("utf-16-le").ljust(128, b"\0") for x in aliran)


def torn_names(_: bytes) -> bytes:
    """Return the pieces of a zip without directory, each of which claims a name of 64 KB."""
    return b"".join(
        b"PK\x03\x04" + i.to_bytes(4, "little") + bytes(18) + b"\xff\xff\0\0"
        for i in range(300_000)
    )


def million_attributes(isi: bytes) -> bytes:
    """Return the form with one cell of a million attributes."""
    attributes = " ".join(f'a{i:x}=""' for i in range(1_000_000))
    return with_rows(isi, [f'<row r="100"><c {attributes}/></row>'])
