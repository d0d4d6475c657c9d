"""Sheets of XlsxWriter for our workbooks: rows that grow, and cells that are written faster.

XlsxWriter takes most of its time for what none of our sheets has: addresses like "B3" in place of
numbers, attributes that would need escaping, functions of later Excels in formulas. Here a cell is
put into its final letters at once; anything unusual goes XlsxWriter's way.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from io import StringIO
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.adapter.tulis_xlsx import write_teks
from kinerja_cli.domain.buku import MAKS_BARIS, MAKS_KOLOM, column_letters

huruf = cache(column_letters)

SEBARIS = "\1"
"""Stands in a formula for the row that it stands in."""

_GALAT_ATAU_KOSONG = ("", "#")
"""How a value begins that XlsxWriter has to look at: none, and what may be an error of Excel's."""

PASTI_MUAT = 16383
"""Characters that fit a cell in any writing: XlsxWriter counts the units of longer texts."""


@dataclass(frozen=True, slots=True)
class Cetakan:
    """What cells of one column in one style have in common, as letters of the file too."""

    kolom: int
    gaya: Format
    awal: str
    akhir: str


class LembarBiasa(Worksheet):  # type: ignore[misc] # XlsxWriter ships no types
    """A sheet whose rows begin with the heights they were given and grow with what is typed.

    XlsxWriter marks every height as fixed by hand, and then a long keterangan is cut; a row without
    height opens one line tall in LibreOffice. So the height stays and the mark goes.

    The cells are kept as XlsxWriter keeps them: charts take the figures that they carry from there.
    """

    def make_cetakan(self, kolom: int, gaya: Format) -> Cetakan:
        """Return the mould for cells of a column (from 0) in one style."""
        style = gaya._get_xf_index()  # noqa: SLF001 - as XlsxWriter itself does
        return Cetakan(kolom, gaya, f'<c r="{huruf(kolom + 1)}', f'" s="{style}"')

    def put_teks(self, baris: int, cetakan: Cetakan, teks: str) -> None:
        """Write a text as it stands; "" leaves a blank cell."""
        write_teks(self, baris, cetakan.kolom, teks, cetakan.gaya)

    def put_angka(self, baris: int, cetakan: Cetakan, angka: float) -> None:
        """Write a finite number."""
        self.write_number(baris, cetakan.kolom, angka, cetakan.gaya)

    def put_rumus(
        self,
        baris: int,
        cetakan: Cetakan,
        rumus: str,
        isi: float | str,
        asal: int | None = None,
    ) -> None:
        """Write a formula and the value that it carries.

        SEBARIS in it stands for row `asal`, from 0; None: for the row that it is written in.
        """
        row = baris if asal is None else asal
        here = rumus.replace(SEBARIS, str(row + 1))
        self.write_formula(baris, cetakan.kolom, here, cetakan.gaya, isi)

    def _xml_start_tag_unencoded(
        self, tag: str, attributes: list[tuple[str, Any]] | None = None
    ) -> None:
        kept = [x for x in attributes or () if x[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)


class LembarTumbuh(LembarBiasa):
    """Such a sheet without charts of its cells, written faster.

    Rows and columns are numbers from 0, never addresses. A cell without a style, which takes that
    of its row or column, is left to XlsxWriter.
    """

    fh: Any

    def __init__(self) -> None:
        """Begin with no row."""
        super().__init__()
        self._baris, self._nomor = -1, ""
        self._sel: dict[int, Any] = {}

    def write_string(
        self, row: int, col: int, string: str, cell_format: Format | None = None
    ) -> int:
        """Write a text of at most as many characters as a cell holds."""
        if cell_format is None or len(string) > PASTI_MUAT:
            return int(self._write_string(row, col, string, cell_format))
        index = self.str_table._get_shared_string_index(string)  # noqa: SLF001 - as XlsxWriter does
        return self._put(row, col, cell_format, f' t="s"><v>{index}</v></c>')

    def write_number(
        self, row: int, col: int, number: float, cell_format: Format | None = None
    ) -> int:
        """Write a finite number."""
        if cell_format is None:
            return int(self._write_number(row, col, number))
        return self._put(row, col, cell_format, f"><v>{number:.16G}</v></c>")

    def write_blank(self, row: int, col: int, _: None, cell_format: Format | None = None) -> int:
        """Write an empty cell that has a style; without one it is nothing."""
        return 0 if cell_format is None else self._put(row, col, cell_format, "/>")

    def put_teks(self, baris: int, cetakan: Cetakan, teks: str) -> None:
        """Write a text as it stands; "" leaves a blank cell."""
        if len(teks) > PASTI_MUAT or teks[:3] == "<r>":
            super().put_teks(baris, cetakan, teks)
        elif teks:
            nomor = self.str_table._get_shared_string_index(teks)  # noqa: SLF001 - as XlsxWriter
            self._fill(baris, cetakan, f' t="s"><v>{nomor}</v></c>')
        else:
            self._fill(baris, cetakan, "/>")

    def put_angka(self, baris: int, cetakan: Cetakan, angka: float) -> None:
        """Write a finite number."""
        self._fill(baris, cetakan, f"><v>{angka:.16G}</v></c>")

    def _fill(self, baris: int, cetakan: Cetakan, sisa: str) -> None:
        """Keep a cell as the letters that the file will hold."""
        if baris != self._baris:
            self._go_to(baris)
        self._sel[cetakan.kolom] = f"{cetakan.awal}{self._nomor}{cetakan.akhir}{sisa}"

    def _go_to(self, baris: int) -> None:
        """Take up a row; what is written beyond the last one is kept nowhere."""
        self._baris, self._nomor = baris, str(baris + 1)
        self._sel = self.table[baris] if baris < MAKS_BARIS else {}

    def _put(self, row: int, col: int, gaya: Format, sisa: str) -> int:
        """Keep a cell as the letters that the file will hold."""
        if not (0 <= row < MAKS_BARIS and 0 <= col < MAKS_KOLOM):
            return -1
        style = gaya.xf_index
        if style is None:
            style = gaya._get_xf_index()  # noqa: SLF001 - as XlsxWriter itself does
        self.table[row][col] = f'<c r="{huruf(col + 1)}{row + 1}" s="{style}"{sisa}'
        return 0

    def _assemble_xml_file(self) -> None:
        """Tell XlsxWriter how far the cells reach, once all are there."""
        filled = {row: cells for row, cells in self.table.items() if cells}
        if filled:
            self._check_dimensions(min(filled), min(map(min, filled.values())))
            self._check_dimensions(max(filled), max(map(max, filled.values())))
        super()._assemble_xml_file()

    def _write_rows(self) -> None:
        """Write the rows that hold, show or carry anything.

        How far each row reaches is left out: programs that read it find out by themselves.
        """
        starts: dict[tuple[Any, ...], str] = {}
        for row in sorted({*self.table, *self.row_info, *self.comments}):
            info, cells = self.row_info.get(row), self.table.get(row)
            if not cells:
                self._write_empty_row(row, None, info)
                continue
            kind = () if info is None else tuple(vars(info).values())
            if kind not in starts:
                starts[kind] = self._row_start(info)
            self.fh.write(f'<row r="{row + 1}"{starts[kind]}')
            self._write_cells(row, cells)
            self.fh.write("</row>")

    def _row_start(self, info: Any) -> str:  # noqa: ANN401 - XlsxWriter's own
        """Return how a row of this kind goes on behind its number: XlsxWriter says it each time."""
        berkas, self.fh = self.fh, StringIO()
        self._write_row(0, None, info)
        written, self.fh = self.fh.getvalue(), berkas
        return str(written).removeprefix('<row r="1"')

    def _write_cells(self, row: int, cells: dict[int, Any]) -> None:
        ordered = sorted(cells)
        try:
            self.fh.write("".join([cells[col] for col in ordered]))
        except TypeError:  # some are as XlsxWriter keeps them
            for col in ordered:
                cell = cells[col]
                if isinstance(cell, str):
                    self.fh.write(cell)
                else:
                    self._write_cell(row, col, cell)


@dataclass(slots=True)
class RumusBersama:
    """A formula that cells of one column share: how the later ones say so, its rows from 0."""

    ikut: str
    kolom: int
    dari: int
    sampai: int

    @property
    def tempat(self) -> str:
        """Return the range of its cells."""
        nama = huruf(self.kolom + 1)
        return f"{nama}{self.dari + 1}:{nama}{self.sampai + 1}"


class LembarRumus(LembarTumbuh):
    """A sheet for many formulas: none of ours needs the names of later Excel functions expanded.

    XlsxWriter searches every formula for thirty of them, which takes half of its time. Formulas
    that say SEBARIS for their own row are written once for a column, as Excel itself does when a
    formula is filled down; any other row in such a formula has a $, or Excel would move it, too.
    Each of their cells is written once.
    """

    def __init__(self) -> None:
        """Share nothing yet."""
        super().__init__()
        self._bersama: list[RumusBersama] = []
        self._terbuka: dict[tuple[int, str], RumusBersama] = {}

    def write_formula(
        self,
        row: int,
        col: int,
        formula: str,
        cell_format: Format | None = None,
        value: float | str = 0,
    ) -> int:
        """Write a formula, with or without its =, and the value that it carries."""
        sisa = "" if cell_format is None else self._letters(row, col, formula, value)
        if cell_format is None or not sisa:
            here = formula.replace(SEBARIS, str(row + 1))
            return int(self._write_formula(row, col, here, cell_format, value))
        return self._put(row, col, cell_format, sisa)

    def put_rumus(
        self,
        baris: int,
        cetakan: Cetakan,
        rumus: str,
        isi: float | str,
        asal: int | None = None,
    ) -> None:
        """Write a formula and the value that it carries."""
        sisa = self._letters(baris, cetakan.kolom, rumus, isi, asal)
        if sisa:
            self._fill(baris, cetakan, sisa)
        else:
            super().put_rumus(baris, cetakan, rumus, isi, asal)

    def _letters(
        self, row: int, col: int, formula: str, value: float | str, asal: int | None = None
    ) -> str:
        """Return formula and value as the file holds them, "" for what XlsxWriter looks at.

        A formula of this row takes part in what an earlier row of its column has.
        """
        attr = ">"
        if isinstance(value, str):
            if value[:1] in _GALAT_ATAU_KOSONG:
                return ""
            attr, value = ' t="str">', _escaped(value)
        one = None if asal is not None else self._terbuka.get((col, formula))
        if one is not None and row > one.sampai:
            one.sampai = row
            return f"{attr}{one.ikut}<v>{value}</v></c>"
        written = self._open_shared(row, col, formula) if asal is None else _written(formula, asal)
        return f"{attr}{written}<v>{value}</v></c>"

    def _open_shared(self, row: int, col: int, formula: str) -> str:
        """Return a formula of this row that the rows below share, if they can.

        One with cells of another sheet is never shared: Excel would not move those from row to row
        (as users of EPPlus found: its issue 92).
        """
        if SEBARIS in formula and "!" not in formula:  # the first in the file has to be the first
            ikut = f'<f t="shared" si="{len(self._bersama)}"/>'
            one = self._terbuka[col, formula] = RumusBersama(ikut, col, row, row)
            self._bersama.append(one)
        return _written(formula, row)

    def _assemble_xml_file(self) -> None:
        """Mark the first cell of each shared formula, now that its last is known."""
        for one in self._bersama:
            if one.sampai > one.dari:
                shared = one.ikut.replace(" si", f' ref="{one.tempat}" si').replace("/>", ">")
                row = self.table[one.dari]
                row[one.kolom] = row[one.kolom].replace("<f>", shared, 1)
        super()._assemble_xml_file()


def _written(formula: str, row: int) -> str:
    """Return a formula as the file holds it, SEBARIS standing for this row."""
    if SEBARIS not in formula:
        return f"<f>{_escape(formula.removeprefix('='))}</f>"
    return f"<f>{_escaped(formula).removeprefix('=').replace(SEBARIS, str(row + 1))}</f>"


def _escape(teks: str) -> str:
    """Return a text as XML in plain letters: Python joins and encodes those faster.

    Raises UnicodeEncodeError for half a character, which no file can hold.
    """
    teks.encode()
    tanda = teks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return tanda.encode("ascii", "xmlcharrefreplace").decode()


_escaped = lru_cache(maxsize=1024)(_escape)
"""The same for what comes again and again: formulas that say SEBARIS, reasons in their place."""
