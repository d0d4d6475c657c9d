"""Estimates on which page each paragraph comes, from the widths of letters and the styles.

Only Word's own layout is exact; the estimate is for the numbers that a list shows before
anybody has updated it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docx.section import Section
from docx.shared import Length

from kinerja_cli.adapter.lakip.kata_word import Unsur
from kinerja_cli.adapter.lakip.metrik import EMU_TITIK, TWIP_TITIK, Pengukur
from kinerja_cli.adapter.lakip.nama_xml import qn
from kinerja_cli.adapter.lakip.naskah import Naskah

BARIS_TERAKHIR = 2
"""No fewer lines of a paragraph stand alone at the foot or head of a page."""

ATAS_BAWAH_SEL = 2.5
"""Room in points that margins and border take above and below a cell."""

_ROMAWI = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page as it is numbered."""

    nomor: int = 1
    romawi: bool = False

    @property
    def teks(self) -> str:
        """Return the number as the foot of the page shows it."""
        return _roman(self.nomor) if self.romawi else str(self.nomor)


def _roman(nomor: int) -> str:
    text = ""
    for value, letters in _ROMAWI:
        while nomor >= value:
            text, nomor = text + letters, nomor - value
    return text


@dataclass(frozen=True, slots=True)
class Balok:
    """What is set on pages: heights of its parts in points; `kepala` repeats on each page."""

    paragraf: tuple[Unsur, ...]
    bagian: tuple[float, ...]
    sebelum: float = 0
    sesudah: float = 0
    kepala: float = 0
    ikut: bool = False
    halaman_baru: bool = False
    utuh: int = 1
    """How many parts at each end must not stand alone."""

    @property
    def awal(self) -> float:
        """Return what must fit on a page for the block to begin there."""
        return self.kepala + sum(self.bagian[: self.utuh])


@dataclass
class _Lembar:
    """The page being filled; of two spaces that meet the larger counts, as in Word."""

    tinggi: float
    nomor: int
    romawi: bool
    terpakai: float = 0
    jeda: float = 0
    letak: dict[Unsur, Halaman] = field(default_factory=dict)

    def turn(self) -> None:
        self.nomor, self.terpakai = self.nomor + 1, 0

    def place(self, balok: Balok, menyusul: float) -> None:
        """Set a block, on a new page where it or what must follow it has no room."""
        before = max(balok.sebelum, self.jeda) if self.terpakai else 0
        if self.terpakai and (
            balok.halaman_baru or self.terpakai + before + balok.awal + menyusul > self.tinggi
        ):
            self.turn()
            before = 0
        for paragraph in balok.paragraf:
            self.letak[paragraph] = Halaman(self.nomor, self.romawi)
        self.terpakai += before + balok.kepala
        for height in balok.bagian:
            if self.terpakai + height > self.tinggi and self.terpakai > balok.kepala:
                self.turn()
                self.terpakai = balok.kepala
            self.terpakai += height
        self.jeda = balok.sesudah


def estimate_pages(naskah: Naskah) -> dict[Unsur, Halaman]:
    """Return the page of each paragraph outside tables, as numbered in its section."""
    pengukur, places, number = Pengukur(naskah), dict[Unsur, Halaman](), 0
    for section, blocks in _sections(naskah):
        start, romawi = _numbering(section)
        sheet = _Lembar(_text_height(section), start or number + 1, romawi, letak=places)
        width = _text_width(section)
        balok = [_measure(x, pengukur, width) for x in blocks]
        for position, one in enumerate(balok):
            sheet.place(one, _following(balok[position:]))
        number = sheet.nomor
    return places


def _following(balok: Sequence[Balok]) -> float:
    """Return the room that the blocks need which must stay with the first."""
    room, before = 0.0, balok[0]
    for one in balok[1:]:
        if not before.ikut or one.halaman_baru:
            break
        room += sum(before.bagian) - before.awal + max(before.sesudah, one.sebelum)
        room += one.awal
        before = one
    return room


def _sections(naskah: Naskah) -> Iterator[tuple[Section, list[Unsur]]]:
    sections, blocks = list(naskah.dokumen.sections), list[Unsur]()
    position = 0
    for block in naskah.body:
        if block.tag in {qn("w:p"), qn("w:tbl")}:
            blocks.append(block)
        if block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            yield sections[position], blocks
            position, blocks = position + 1, []
    yield sections[-1], blocks


def _numbering(section: Section) -> tuple[int, bool]:
    """Return the first page number of a section (0: it goes on) and whether it is roman."""
    node = section._sectPr.find(qn("w:pgNumType"))  # noqa: SLF001 - python-docx has no getter
    if node is None:
        return 0, False
    start = node.get(qn("w:start"), "0")
    return int(start), "Roman" in node.get(qn("w:fmt"), "")


def _text_height(section: Section) -> float:
    height = section.page_height or Length(0)
    return (height - (section.top_margin or 0) - (section.bottom_margin or 0)) / EMU_TITIK


def _text_width(section: Section) -> float:
    width = section.page_width or Length(0)
    return (width - (section.left_margin or 0) - (section.right_margin or 0)) / EMU_TITIK


def _measure(block: Unsur, pengukur: Pengukur, lebar: float) -> Balok:
    if block.tag == qn("w:tbl"):
        return _measure_table(block, pengukur)
    ukuran = pengukur.measure(block)
    banyak, tinggi = pengukur.lines(block, lebar, ukuran)
    return Balok(
        (block,),
        (tinggi,) * banyak,
        ukuran.sebelum,
        ukuran.sesudah,
        ikut=ukuran.ikut,
        halaman_baru=ukuran.halaman_baru,
        utuh=banyak if banyak <= BARIS_TERAKHIR + 1 else BARIS_TERAKHIR,
    )


def _measure_table(table: Unsur, pengukur: Pengukur) -> Balok:
    grid = [int(x.get(qn("w:w"), "0")) / TWIP_TITIK for x in table.iter(qn("w:gridCol"))]
    sides = pengukur.cell_sides(table)
    heads, rows, kept = 0.0, list[float](), 1
    for row in table.findall(qn("w:tr")):
        height = _row_height(row, grid, sides, pengukur)
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
            heads += height
            continue
        rows.append(height)
        first = next(row.iter(qn("w:p")))
        if len(rows) == kept and pengukur.measure(first).ikut:
            kept += 1
    return Balok((), tuple(rows), kepala=heads, utuh=kept)


def _row_height(row: Unsur, grid: Sequence[float], sides: float, pengukur: Pengukur) -> float:
    highest, column = 0.0, 0
    for cell in row.findall(qn("w:tc")):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        width = 1 if span is None else int(span.get(qn("w:val"), "1"))
        room = sum(grid[column : column + width]) - sides
        if cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}") is None:
            highest = max(highest, _cell_height(cell, room, pengukur))
        column += width
    return highest + ATAS_BAWAH_SEL


def _cell_height(cell: Unsur, lebar: float, pengukur: Pengukur) -> float:
    height = 0.0
    for paragraph in cell.findall(qn("w:p")):
        ukuran = pengukur.measure(paragraph)
        banyak, tinggi = pengukur.lines(paragraph, lebar, ukuran)
        height += ukuran.sebelum + banyak * tinggi + ukuran.sesudah
    return height
