"""A unit's own workbook with its faulty cells marked: the one place where openpyxl edits a file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_cli.adapter.tulis_xlsx import WARNA_KEPALA, text_height
from kinerja_cli.domain.temuan import Temuan, Tingkat

LEMBAR_CATATAN = "Catatan Perbaikan"
PENULIS = "kinerja"
WARNA = {Tingkat.GALAT: "F8B4B4", Tingkat.PERINGATAN: "FCE0A2", Tingkat.INFO: "D6E6F5"}
KOLOM = {"No.": 6, "Lembar": 18, "Sel": 8, "Yang ditemukan": 60, "Yang perlu dilakukan": 60}
PENGANTAR = (
    "Sel yang diberi warna perlu diperbaiki. Perbaiki langsung di buku kerja ini, simpan, lalu "
    "kirim kembali. Lembar ini boleh dibiarkan."
)
BARIS_KEPALA = 3
_TERLARANG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

BESAR_TERBANYAK = 4 << 20
"""Bytes of XML: a form of a thousand indicators has a third of that."""

TAK_DAPAT_DISUNTING = (
    BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    OSError,
    OverflowError,
    SyntaxError,
)
"""What openpyxl raises on workbooks that our reader reads: Strict files, odd styles, lost parts.

A SyntaxError is XML that is not well formed, in a part that our reader does not read.
"""


def mark_copy(isi: bytes, temuan: Sequence[Temuan], diatur: Mapping[str, Tingkat]) -> bytes | None:
    """Return the workbook with every finding's cell coloured, noted and listed on a first sheet.

    Marks of an earlier copy are taken off first. None where the file cannot be edited, or is far
    larger than a form: openpyxl goes through a million letters a second.
    """
    try:
        if _size(isi) > BESAR_TERBANYAK:
            return None
        buku = openpyxl.load_workbook(BytesIO(isi), rich_text=True, keep_links=False)
        _remove_marks(buku)
        _mark_cells(buku, temuan, diatur)
        _add_list(buku, temuan)
        stream = BytesIO()
        buku.save(stream)
    except TAK_DAPAT_DISUNTING:
        return None
    return stream.getvalue()


def _size(isi: bytes) -> int:
    """Return the bytes of all parts of a workbook, unpacked."""
    with ZipFile(BytesIO(isi)) as arsip:
        return sum(x.file_size for x in arsip.infolist())


def _remove_marks(buku: Workbook) -> None:
    if LEMBAR_CATATAN in buku.sheetnames:
        buku.remove(buku[LEMBAR_CATATAN])
    for lembar in buku.worksheets:
        # iter_rows() would make every cell up to the farthest one, 17 thousand million at worst.
        for cell in lembar._cells.values():  # noqa: SLF001
            if cell.comment is not None and cell.comment.author == PENULIS:
                cell.comment = None


def _mark_cells(buku: Workbook, temuan: Sequence[Temuan], diatur: Mapping[str, Tingkat]) -> None:
    by_cell: dict[tuple[str, str], list[Temuan]] = defaultdict(list)
    for one in temuan:
        if one.tempat.sel and one.tempat.lembar in buku.sheetnames:
            by_cell[one.tempat.lembar, one.tempat.sel].append(one)
    for (lembar, sel), found in by_cell.items():
        cell = buku[lembar][sel]
        if not isinstance(cell, Cell):  # the covered part of a merged range takes no note
            continue
        gravest = min((x.tingkat(diatur) for x in found), key=list(Tingkat).index)
        cell.fill = PatternFill("solid", fgColor=WARNA[gravest])
        note = "\n".join(f"{x.pesan} {x.saran}" for x in found)
        cell.comment = Comment(_plain(note), PENULIS, height=120, width=320)


def _add_list(buku: Workbook, temuan: Sequence[Temuan]) -> None:
    lembar = buku.create_sheet(LEMBAR_CATATAN, 0)
    _write(lembar, 1, 1, PENGANTAR, Font(bold=True))
    lembar.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(KOLOM))
    lembar.row_dimensions[1].height = 32
    for kolom, (judul, lebar) in enumerate(KOLOM.items(), 1):
        head = _write(lembar, BARIS_KEPALA, kolom, judul, Font(bold=True))
        head.fill = PatternFill("solid", fgColor=WARNA_KEPALA)
        lembar.column_dimensions[head.column_letter].width = lebar
    for nomor, one in enumerate(temuan, 1):
        _write_row(lembar, BARIS_KEPALA + nomor, nomor, one)
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.fitToHeight = 0
    lembar.sheet_properties.pageSetUpPr.fitToPage = True
    for other in buku.worksheets:
        other.sheet_view.tabSelected = other is lembar
    buku.active = 0


def _write_row(lembar: Worksheet, baris: int, nomor: int, temuan: Temuan) -> None:
    tempat = temuan.tempat
    texts = (str(nomor), tempat.lembar or "-", tempat.sel or "-", temuan.pesan, temuan.saran)
    for kolom, teks in enumerate(texts, 1):
        _write(lembar, baris, kolom, teks)
    if tempat.sel:
        link = lembar.cell(baris, 3)
        target = f"'{tempat.lembar.replace(chr(39), chr(39) * 2)}'!{tempat.sel}"
        link.hyperlink = Hyperlink(ref=link.coordinate, location=target)
        link.font = Font(underline="single", color="1F4E9E")
    sizes = zip(texts, KOLOM.values(), strict=True)
    lembar.row_dimensions[baris].height = text_height(sizes)


def _write(lembar: Worksheet, baris: int, kolom: int, teks: str, huruf: Font | None = None) -> Cell:
    """Write a text that stays a text, whatever it begins with."""
    cell = lembar.cell(baris, kolom)
    assert isinstance(cell, Cell), "a new sheet has no merged cells below its first row"  # noqa: S101
    cell.value = _plain(teks)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if huruf:
        cell.font = huruf
    return cell


def _plain(teks: str) -> str:
    return _TERLARANG.sub("", teks)
