"""Draws .xlsx files part by part, so that a test can leave out or break any of them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from struct import pack, pack_into, unpack_from
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KETAT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DAFTAR_RELASI = "http://schemas.openxmlformats.org/package/2006/relationships"


def zip_parts(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these parts, the same bytes on every day."""
    hasil = BytesIO()
    with ZipFile(hasil, "w") as berkas:
        for nama, isi in parts.items():
            berkas.writestr(ZipInfo(nama), isi, ZIP_DEFLATED)
    return hasil.getvalue()


def with_far_part(isi: bytes, nama: str, letak: int = 1 << 63) -> bytes:
    """Return the zip with a part that stands, so its directory says, farther than a file reaches.

    Only ZIP64 has room for such a place: it goes to the extra field behind the part's name.
    """
    entri = isi.index(b"PK\x01\x02")
    while isi[entri + 46 : entri + 46 + isi[entri + 28]] != nama.encode():
        entri = isi.index(b"PK\x01\x02", entri + 4)
    tambahan, akhir = pack("<HHQ", 1, 8, letak), isi.rindex(b"PK\x05\x06")
    jauh = bytearray(isi)
    pack_into("<I", jauh, akhir + 12, unpack_from("<I", isi, akhir + 12)[0] + len(tambahan))
    pack_into("<H", jauh, entri + 30, len(tambahan))
    pack_into("<I", jauh, entri + 42, 0xFFFFFFFF)
    jauh[entri + 46 + len(nama) : entri + 46 + len(nama)] = tambahan
    return bytes(jauh)


def rels(**tujuan: str) -> str:
    """Return a list of relations: id=type:target, with an optional third word for the mode."""
    baris = ""
    for nomor, nilai in tujuan.items():
        jenis, target, *luar = nilai.split(":")
        mode = ' TargetMode="External"' if luar else ""
        baris += f'<Relationship Id="{nomor}" Type="{_RELASI}/{jenis}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{_DAFTAR_RELASI}">{baris}</Relationships>'


def workbook(*sheets: str, properti: str = "") -> str:
    """Return a workbook part; each sheet is its name, or a whole element."""
    daftar = "".join(
        nama if nama.startswith("<") else f'<sheet name="{nama}" sheetId="{i}" r:id="s{i}"/>'
        for i, nama in enumerate(sheets, 1)
    )
    return (
        f'<workbook xmlns="{UTAMA}" xmlns:r="{_RELASI}">{properti}<sheets>{daftar}</sheets>'
        "</workbook>"
    )


def worksheet(baris: str, sifat: str = "") -> str:
    """Return a worksheet part with these rows."""
    return f'<worksheet xmlns="{UTAMA}">{sifat}<sheetData>{baris}</sheetData></worksheet>'


def styles(*kode: str) -> str:
    """Return a styles part: style 0 is General, then one style for each format code or number."""
    nomor = [int(x) if x.isdecimal() else 164 + i for i, x in enumerate(kode)]
    khusus = "".join(
        f'<numFmt numFmtId="{n}" formatCode="{x}"/>'
        for n, x in zip(nomor, kode, strict=True)
        if not x.isdecimal()
    )
    gaya = "".join(f'<xf numFmtId="{n}"/>' for n in (0, *nomor))
    return (
        f'<styleSheet xmlns="{UTAMA}"><numFmts>{khusus}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{gaya}</cellXfs>'
        '<dxfs><dxf><numFmt numFmtId="164" formatCode="&quot;bukan&quot;"/></dxf></dxfs>'
        "</styleSheet>"
    )


def strings(*teks: str) -> str:
    """Return a shared string table; each string is its text, or the inside of its element."""
    daftar = "".join(f"<si>{x if x.startswith('<') else f'<t>{x}</t>'}</si>" for x in teks)
    return f'<sst xmlns="{UTAMA}">{daftar}</sst>'


def buku_parts(baris: str = "", **bagian: str | bytes) -> dict[str, str | bytes]:
    """Return the parts of a workbook of one sheet, "Data"; a part given by its name replaces one.

    The names are those of the files without folder and ending: workbook, sheet1, styles, ….
    """
    jalur = {
        "akar": "_rels/.rels",
        "workbook": "xl/workbook.xml",
        "relasi": "xl/_rels/workbook.xml.rels",
        "sheet1": "xl/worksheets/sheet1.xml",
        "styles": "xl/styles.xml",
        "sharedStrings": "xl/sharedStrings.xml",
        "core": "docProps/core.xml",
    }
    biasa: dict[str, str | bytes] = {
        "akar": rels(r1="officeDocument:xl/workbook.xml", r2="core-properties:docProps/core.xml"),
        "workbook": workbook("Data"),
        "relasi": rels(
            s1="worksheet:worksheets/sheet1.xml",
            r8="styles:styles.xml",
            r9="sharedStrings:sharedStrings.xml",
        ),
        "sheet1": worksheet(baris),
        "styles": styles(),
        "sharedStrings": strings(),
        "core": "<cp:coreProperties xmlns:cp='x'/>",
    }
    return {jalur[nama]: isi for nama, isi in (biasa | bagian).items()}


def build_buku(baris: str = "", **bagian: str | bytes) -> bytes:
    """Return a workbook of one sheet, "Data", with these rows, as bytes."""
    return zip_parts(buku_parts(baris, **bagian))
