"""How much room text takes: widths of letters, and the measures that a style gives a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from docx.shared import Length, Pt
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from kinerja_cli.adapter.lakip.kata_word import Unsur, style_id, text_of
from kinerja_cli.adapter.lakip.nama_xml import qn
from kinerja_cli.adapter.lakip.naskah import Naskah

T = TypeVar("T")

EMU_TITIK = 12700
TWIP_TITIK = 20
SISI_SEL = 10.8
"""What the margins of a cell take where a table's style does not say, in points."""

TINGGI_BARIS = 1.149
"""Height of a line of Arial in its own size, before the line spacing of the style."""

TEBAL = 1.08
"""How much wider bold letters run, on the average of a text."""

# Widths of the printable ASCII letters of Arial and Helvetica, in thousandths of the size.
LEBAR_HURUF = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
LEBAR_LAIN = 556


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What layout needs of a paragraph's style, in points."""

    huruf: float
    tebal: bool
    sebelum: float
    sesudah: float
    baris: float
    kiri: float
    kanan: float
    ikut: bool
    halaman_baru: bool


@lru_cache(maxsize=50_000)
def width_of_word(kata: str) -> int:
    """Return the width of a word in thousandths of the letter size."""
    return sum(
        LEBAR_HURUF[ord(x) - 32] if 32 <= ord(x) < 32 + len(LEBAR_HURUF) else LEBAR_LAIN  # noqa: PLR2004 - ASCII begins here
        for x in kata
    )


def count_lines(teks: str, lebar: float, ukuran: Ukuran) -> int:
    """Return how many lines a text fills; `lebar` in points."""
    room = lebar * 1000 / (ukuran.huruf * (TEBAL if ukuran.tebal else 1))
    lines, used = 1, 0
    for kata in teks.split():
        width = width_of_word(kata)
        if used and used + LEBAR_HURUF[0] + width > room:
            lines, used = lines + 1, 0
        used += width + (LEBAR_HURUF[0] if used else 0)
        while used > room > 0:  # a word longer than the line is broken
            lines, used = lines + 1, int(used - room)
    return lines


class Pengukur:
    """Measures the paragraphs of one document; each style is resolved once."""

    def __init__(self, naskah: Naskah) -> None:
        """Keep the document whose styles count."""
        self._naskah = naskah
        self._styles: dict[str, Ukuran] = {}

    def measure(self, paragraph: Unsur) -> Ukuran:
        """Return the measures of a paragraph: its style's, but for space and keeping of its own."""
        kode = style_id(paragraph)
        if kode not in self._styles:
            self._styles[kode] = self._resolve(kode)
        base = self._styles[kode]
        own = paragraph.find(qn("w:pPr"))
        if own is None or (
            own.find(qn("w:spacing")) is None and own.find(qn("w:keepNext")) is None
        ):
            return base
        form = Paragraph(paragraph, self._naskah.dokumen).paragraph_format
        before = base.sebelum if form.space_before is None else form.space_before.pt
        keep = base.ikut if form.keep_with_next is None else form.keep_with_next
        return Ukuran(
            base.huruf, base.tebal, before, base.sesudah, base.baris, base.kiri, base.kanan,
            keep, base.halaman_baru,
        )  # fmt: skip

    def lines(self, paragraph: Unsur, lebar: float, ukuran: Ukuran) -> tuple[int, float]:
        """Return number and height (points) of the lines of a paragraph; a picture is one line."""
        extent = next(paragraph.iter(f"{{{WP}}}extent"), None)
        if extent is not None:
            return 1, int(extent.get("cy", "0")) / EMU_TITIK
        return count_lines(text_of(paragraph), lebar - ukuran.kiri - ukuran.kanan, ukuran), (
            ukuran.huruf * ukuran.baris * TINGGI_BARIS
        )

    def cell_sides(self, table: Unsur) -> float:
        """Return what the margins left and right of a cell take of its width, in points."""
        node = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        kode = "" if node is None else node.get(qn("w:val"))
        style = self._by_id.get(kode)
        if style is None:
            return SISI_SEL
        margins = [
            int(side.get(qn("w:w"), "0"))
            for margin in style.element.iter(qn("w:tblCellMar"))
            for side in margin
            if side.tag in {qn("w:left"), qn("w:right"), qn("w:start"), qn("w:end")}
        ]
        return sum(margins) / TWIP_TITIK if margins else SISI_SEL

    def _resolve(self, kode: str) -> Ukuran:
        chain = list(self._chain(kode))

        def first(read: Callable[[ParagraphStyle], T | None], default: T) -> T:
            return next((x for style in chain if (x := read(style)) is not None), default)

        size = first(lambda x: x.font.size, Pt(11))
        spacing = first(_line_spacing, 1.0)
        lines = spacing.pt / (size.pt * TINGGI_BARIS) if isinstance(spacing, Length) else spacing
        return Ukuran(
            huruf=size.pt,
            tebal=first(lambda x: x.font.bold, False),  # noqa: FBT003 - a default
            sebelum=first(lambda x: x.paragraph_format.space_before, Pt(0)).pt,
            sesudah=first(lambda x: x.paragraph_format.space_after, Pt(0)).pt,
            baris=float(lines),
            kiri=first(lambda x: x.paragraph_format.left_indent, Pt(0)).pt,
            kanan=first(lambda x: x.paragraph_format.right_indent, Pt(0)).pt,
            ikut=first(lambda x: x.paragraph_format.keep_with_next, False),  # noqa: FBT003
            halaman_baru=first(lambda x: x.paragraph_format.page_break_before, False),  # noqa: FBT003
        )

    @cached_property
    def _by_id(self) -> Mapping[str, BaseStyle]:
        return {x.style_id: x for x in self._naskah.dokumen.styles}

    def _chain(self, kode: str) -> list[ParagraphStyle]:
        """Return the style and those it is based on, nearest first; the default style last."""
        here = self._by_id.get(kode) or self._by_id.get("Normal")
        chain: list[ParagraphStyle] = []
        while isinstance(here, ParagraphStyle) and here not in chain:
            chain.append(here)
            here = here.base_style
        return chain


def _line_spacing(style: ParagraphStyle) -> float | Length | None:
    spacing: float | Length | None = style.paragraph_format.line_spacing
    return spacing


WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
