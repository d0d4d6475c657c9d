"""Sheets of XlsxWriter for our workbooks: rows that grow, and cells that are written faster.

XlsxWriter takes most of its time for what none of our sheets has: addresses like "B3" in place of
numbers, attributes that would need escaping, functions of later Excels in formulas.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import (
    CellBlankTuple,
    CellFormulaTuple,
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)

from kinerja_cli.domain.buku import column_letters

huruf = cache(column_letters)

PASTI_MUAT = 16383
"""Characters that fit a cell in any writing: XlsxWriter counts the units of longer texts."""


class LembarTumbuh(Worksheet):  # type: ignore[misc] # XlsxWriter ships no types
    """A sheet whose rows begin with the heights they were given and grow with what is typed.

    XlsxWriter marks every height as fixed by hand, and then a long keterangan is cut; a row without
    height opens one line tall in LibreOffice. So the height stays and the mark goes.

    Rows and columns are numbers from 0, never addresses.
    """

    def write_string(
        self, row: int, col: int, string: str, cell_format: Format | None = None
    ) -> int:
        """Write a text of at most as many characters as a cell holds."""
        if len(string) > PASTI_MUAT or self._check_dimensions(row, col):
            return int(self._write_string(row, col, string, cell_format))
        index = self.str_table._get_shared_string_index(string)  # noqa: SLF001 - as XlsxWriter does
        self.table[row][col] = CellStringTuple(index, cell_format)
        return 0

    def write_number(
        self, row: int, col: int, number: float, cell_format: Format | None = None
    ) -> int:
        """Write a finite number."""
        if self._check_dimensions(row, col):
            return -1
        self.table[row][col] = CellNumberTuple(number, cell_format)
        return 0

    def write_blank(self, row: int, col: int, _: None, cell_format: Format | None = None) -> int:
        """Write an empty cell that has a style; without one it is nothing."""
        if cell_format is None:
            return 0
        if self._check_dimensions(row, col):
            return -1
        self.table[row][col] = CellBlankTuple(cell_format)
        return 0

    def _xml_start_tag_unencoded(
        self, tag: str, attributes: list[tuple[str, Any]] | None = None
    ) -> None:
        kept = [x for x in attributes or () if x[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)

    def _check_dimensions(
        self,
        row: int,
        col: int,
        ignore_row: bool = False,  # noqa: FBT001, FBT002 - XlsxWriter's
        ignore_col: bool = False,  # noqa: FBT001, FBT002 - XlsxWriter's
    ) -> int:
        """Let a cell pass that lies within what is known of the sheet; XlsxWriter widens it."""
        if (
            self.dim_rowmax is not None
            and self.dim_colmax is not None
            and self.dim_rowmin <= row <= self.dim_rowmax
            and self.dim_colmin <= col <= self.dim_colmax
        ):
            return 0
        return int(super()._check_dimensions(row, col, ignore_row, ignore_col))

    def _write_rows(self) -> None:
        """Write the rows, each usual cell in one piece; anything else goes XlsxWriter's way.

        How far each row reaches is left out: programs that read it find out by themselves.
        """
        if self.comments or self.dim_rowmin is None:
            super()._write_rows()
            return
        for row in range(self.dim_rowmin, self.dim_rowmax + 1):
            cells = self.table.get(row)
            if cells:
                self._write_row(row, None, self.row_info.get(row))
                self._write_cells(row, cells)
                self._xml_end_tag("row")
            elif row in self.row_info:
                self._write_empty_row(row, None, self.row_info[row])

    def _write_cells(self, row: int, cells: Mapping[int, Any]) -> None:
        for col in sorted(cells):
            cell = cells[col]
            write = _PENULIS.get(type(cell))
            rest = write(cell) if write and cell.format is not None else ""
            if rest:
                style = cell.format.xf_index
                if style is None:
                    style = cell.format._get_xf_index()  # noqa: SLF001 - as XlsxWriter itself does
                self.fh.write(f'<c r="{huruf(col + 1)}{row + 1}" s="{style}"{rest}')
            else:
                self._write_cell(row, col, cell)


class LembarRumus(LembarTumbuh):
    """A sheet for many formulas: none of ours needs the names of later Excel functions expanded.

    XlsxWriter searches every formula for thirty of them, which takes half of its time.
    """

    def write_formula(
        self,
        row: int,
        col: int,
        formula: str,
        cell_format: Format | None = None,
        value: float | str = 0,
    ) -> int:
        """Write a formula, with or without its =, and the value that it carries."""
        if self._check_dimensions(row, col):
            return -1
        self.table[row][col] = CellFormulaTuple(formula.removeprefix("="), cell_format, value)
        return 0


def _write_text(cell: Any) -> str:  # noqa: ANN401 - XlsxWriter ships no types
    return f' t="s"><v>{cell.string}</v></c>'


def _write_number(cell: Any) -> str:  # noqa: ANN401 - the same
    return f"><v>{cell.number:.16G}</v></c>"


def _write_empty(_: object) -> str:
    return "/>"


def _write_rumus(cell: Any) -> str:  # noqa: ANN401 - the same
    """Return the rest of a cell, "" for a value that may be one of Excel's errors."""
    value = cell.value
    if isinstance(value, str):
        if not value or value[0] == "#":
            return ""
        return f' t="str"><f>{_escape(cell.formula)}</f><v>{_escape(value)}</v></c>'
    return f"><f>{_escape(cell.formula)}</f><v>{value}</v></c>"


def _escape(teks: str) -> str:
    return teks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_PENULIS = {
    CellStringTuple: _write_text,
    CellNumberTuple: _write_number,
    CellBlankTuple: _write_empty,
    CellFormulaTuple: _write_rumus,
}
