"""Paper and space: the office's paper, tables as wide as it leaves, air below them."""

from __future__ import annotations

from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from kinerja_cli.adapter.lakip.kata_word import Unsur
from kinerja_cli.adapter.lakip.nama_xml import qn
from kinerja_cli.adapter.lakip.naskah import JUDUL, Naskah
from kinerja_cli.domain.kantor import Kertas

UKURAN = {Kertas.A4: (Mm(210), Mm(297)), Kertas.F4: (Mm(215), Mm(330))}


JEDA = Pt(6)
"""Space below a table."""


def set_paper(dokumen: Dokumen, kertas: Kertas) -> None:
    """Set the paper of every section and narrow or widen its tables in proportion."""
    short, long = UKURAN[kertas]
    before = [text_width(x) for x in dokumen.sections]
    for section in dokumen.sections:
        wide = section.orientation == WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = (long, short) if wide else (short, long)
    after = [text_width(x) for x in dokumen.sections]
    position = 0
    for block in dokumen.element.body:
        if block.tag == qn("w:tbl") and before[position]:
            _scale(block, after[position] / before[position])
        if block.tag == qn("w:p") and block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            position += 1


def text_width(section: Section) -> int:
    """Return the width between the margins, in EMU."""
    width = section.page_width or Length(0)
    return width - (section.left_margin or 0) - (section.right_margin or 0)


def _scale(table: Unsur, kali: float) -> None:
    for grid in table.iter(qn("w:gridCol"), qn("w:tcW"), qn("w:tblW")):
        width = grid.get(qn("w:w"))
        if width and grid.get(qn("w:type"), "dxa") == "dxa":
            grid.set(qn("w:w"), str(round(int(width) * kali)))


def space_after_tables(naskah: Naskah) -> None:
    """Leave some space between a table and the text below: Word has no setting for it."""
    for table in naskah.body.findall(qn("w:tbl")):
        below = table.getnext()
        if below is not None and below.tag == qn("w:p") and naskah.style(below) not in JUDUL:
            paragraph = Paragraph(below, naskah.dokumen)
            paragraph.paragraph_format.space_before = (
                paragraph.paragraph_format.space_before or JEDA
            )
