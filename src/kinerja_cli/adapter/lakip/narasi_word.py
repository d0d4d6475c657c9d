"""Puts the office's own texts where their marks stand, in the template's styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.table import CT_Tbl
from docx.section import Section
from docx.shared import Length, Mm
from docx.table import Table

from kinerja_cli.adapter.lakip.kata_word import Unsur, make_run, make_tab, text_of
from kinerja_cli.adapter.lakip.kertas import text_width
from kinerja_cli.adapter.lakip.nama_xml import qn
from kinerja_cli.adapter.lakip.narasi_md import (
    BlokMd,
    ButirMd,
    JudulMd,
    Kata,
    TabelMd,
)
from kinerja_cli.adapter.lakip.naskah import JUDUL, Naskah
from kinerja_cli.adapter.lakip.penanda import Penanda, mark, pattern

JUDUL_TABEL = "Tabel: "
"""A paragraph that begins so, right above a table, is the table's caption."""

WARNA_KEPALA = "D9E2F3"
MENJOROK = Mm(6.35)
"""How far each level of a list stands in."""

TERLEBAR = 40
"""A column counts as no wider than this many letters when the room is shared out."""


def place_narasi(naskah: Naskah, narasi: Mapping[str, Sequence[BlokMd]]) -> None:
    """Put each text in place of the paragraph with its mark, headings below those around it."""
    tingkat = 0
    for paragraph in naskah.paragraf:
        style = naskah.style(paragraph)
        if style in JUDUL:
            tingkat = JUDUL.index(style) + 1
        match = pattern(Penanda.NARASI).search(text_of(paragraph))
        if match:
            _Penulis(naskah, tingkat, _room_at(naskah, paragraph)).write(
                paragraph, narasi.get(match[1], ())
            )


def _room_at(naskah: Naskah, paragraph: Unsur) -> int:
    """Return the width between the margins of the section that a paragraph stands in, in EMU."""
    ends = f"{qn('w:pPr')}/{qn('w:sectPr')}"
    later = [x.find(ends) for x in paragraph.itersiblings() if x.find(ends) is not None]
    if later:
        return text_width(Section(later[0], naskah.dokumen.part))
    return text_width(naskah.dokumen.sections[-1])


class _Penulis:
    """Writes blocks before a paragraph, then takes the paragraph away."""

    def __init__(self, naskah: Naskah, tingkat: int, lebar: int) -> None:
        """Keep the document, the level of the heading above (0: none), the room in EMU."""
        self._naskah = naskah
        self._tingkat = tingkat
        self._lebar = lebar

    def write(self, tempat: Unsur, blok: Sequence[BlokMd]) -> None:
        for position, one in enumerate(blok):
            below = blok[position + 1] if position + 1 < len(blok) else None
            tempat.addprevious(self._element(one, below))
        below = tempat.getnext()
        if (
            blok
            and isinstance(blok[-1], TabelMd)
            and below is not None
            and below.tag == qn("w:tbl")
        ):
            tempat.addprevious(self._paragraph("", ()))  # else Word makes one table of the two
        tempat.getparent().remove(tempat)

    def _element(self, blok: BlokMd, below: BlokMd | None) -> Unsur:
        if isinstance(blok, TabelMd):
            return self._table(blok)
        if isinstance(blok, JudulMd):
            level = min(self._tingkat + blok.tingkat, len(JUDUL))
            return self._paragraph(JUDUL[level - 1], blok.isi)
        if isinstance(blok, ButirMd):
            return self._item(blok)
        if isinstance(below, TabelMd) and _plain(blok.isi).startswith(JUDUL_TABEL):
            words = f"{mark(Penanda.JUDUL, 'Tabel')} {_plain(blok.isi)[len(JUDUL_TABEL) :]}"
            return self._paragraph("caption", (), make_run(words))
        return self._paragraph("", blok.isi)

    def _paragraph(self, gaya: str, isi: Kata, *awal: Unsur) -> Unsur:
        paragraph: Unsur = OxmlElement("w:p")
        kode = self._naskah.id_of(gaya) if gaya else ""
        if kode:
            paragraph.get_or_add_pPr().style = kode
        for run in (*awal, *_runs(isi)):
            paragraph.append(run)
        return paragraph

    def _item(self, butir: ButirMd) -> Unsur:
        """Return an item: a bullet is drawn by its style, a number stands in the text."""
        styles = {"•": "list bullet", "": ""}
        style = styles.get(butir.tanda, "butir bernomor")
        drawn = not butir.tanda or (butir.tanda == "•" and self._naskah.id_of(style))
        awal = () if drawn else (make_run(butir.tanda), make_tab())
        paragraph = self._paragraph(style, butir.isi, *awal)
        if butir.kedalaman or not butir.tanda or not self._naskah.id_of(style):
            indent = OxmlElement("w:ind")
            indent.set(qn("w:left"), str(Length(MENJOROK * (butir.kedalaman + 1)).twips))
            indent.set(qn("w:hanging"), str(Length(MENJOROK if butir.tanda else 0).twips))
            paragraph.get_or_add_pPr().append(indent)
        return paragraph

    def _table(self, tabel: TabelMd) -> Unsur:
        rows = (tabel.kepala, *tabel.baris)
        element = CT_Tbl.new_tbl(len(rows), len(tabel.kepala), Length(self._lebar))
        table = Table(element, self._naskah.dokumen)
        kode = self._naskah.id_of("tabel lakip") or self._naskah.id_of("table grid")
        element.tblStyle_val = kode or None
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _set_width(element, self._lebar)
        for kolom, lebar in zip(table.columns, _share(tabel, self._lebar), strict=True):
            kolom.width = Length(lebar)
        for nomor, (row, isi) in enumerate(zip(element.tr_lst, rows, strict=True)):
            self._fill(row, isi, tabel.rata, kepala=nomor == 0)
        return element

    def _fill(self, row: Unsur, isi: Sequence[Kata], rata: Sequence[str], *, kepala: bool) -> None:
        properties = row.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if kepala:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, kata, sisi in zip(row.findall(qn("w:tc")), isi, rata, strict=True):
            style = "tabel kepala" if kepala else "tabel isi"
            cell.remove(cell.find(qn("w:p")))
            paragraph = self._paragraph(style, kata)
            _align(paragraph, "center" if kepala else sisi)
            cell.append(paragraph)
            if kepala:
                _shade(cell)


def _set_width(tabel: Unsur, lebar: int) -> None:
    node = tabel.tblPr.find(qn("w:tblW"))
    node.set(qn("w:type"), "dxa")
    node.set(qn("w:w"), str(Length(lebar).twips))


def _share(tabel: TabelMd, lebar: int) -> Iterator[int]:
    """Yield the width of each column, in proportion to its longest words."""
    columns = zip(tabel.kepala, *tabel.baris, strict=True)
    longest = [max(4, *(min(TERLEBAR, len(_plain(x))) for x in cells)) for cells in columns]
    yield from (lebar * x // sum(longest) for x in longest)


def _plain(isi: Kata) -> str:
    return "".join(x.teks for x in isi)


def _runs(isi: Kata) -> Iterator[Unsur]:
    for potongan in isi:
        sifat: Unsur = OxmlElement("w:rPr")
        for nama, ada in (("w:b", potongan.tebal), ("w:i", potongan.miring)):
            if ada:
                sifat.append(OxmlElement(nama))
        yield make_run(potongan.teks, sifat if len(sifat) else None)


def _align(paragraph: Unsur, sisi: str) -> None:
    node = OxmlElement("w:jc")
    node.set(qn("w:val"), sisi)
    paragraph.get_or_add_pPr().append(node)


def _shade(cell: Unsur) -> None:
    shade = OxmlElement("w:shd")
    for nama, nilai in (("val", "clear"), ("color", "auto"), ("fill", WARNA_KEPALA)):
        shade.set(qn(f"w:{nama}"), nilai)
    cell.get_or_add_tcPr().append(shade)
