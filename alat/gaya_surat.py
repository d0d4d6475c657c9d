"""The styles of the letters' templates: one table, so that fonts and spaces are seen together."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as RATA
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

HURUF = "Arial"
WARNA_KEPALA = "E7E6E6"
WARNA_CONTOH = "C0392B"


@dataclass(frozen=True, slots=True)
class Gaya:
    """A paragraph style: points, except `kiri`, `gantung` and `masuk` (mm)."""

    nama: str
    ukuran: float = 11
    tebal: bool = False
    rata: RATA = RATA.LEFT
    sebelum: float = 0
    sesudah: float = 0
    spasi: float = 1.0
    ikut: bool = False
    """Keep on one page with the next paragraph."""
    halaman_baru: bool = False
    kiri: float = 0
    gantung: float = 0
    masuk: float = 0
    """How far the first line stands to the right of the others."""
    warna: str = ""
    garis: str = ""
    """A border below: the name that Word has for it."""


GAYA = (
    Gaya("Normal"),
    Gaya("Kop Pemerintah", 13, tebal=True, rata=RATA.CENTER),
    Gaya("Kop Kantor", 17, tebal=True, rata=RATA.CENTER, sebelum=1, sesudah=1),
    Gaya("Kop Alamat", 10, rata=RATA.CENTER),
    Gaya("Kop Garis", 2, sesudah=14, garis="thinThickSmallGap"),
    Gaya("Tempat Tanggal", rata=RATA.LEFT, sesudah=10, kiri=97),
    Gaya("Judul Surat", 13, tebal=True, rata=RATA.CENTER, sebelum=6, sesudah=6, ikut=True),
    Gaya("Judul Lanjut", 12, tebal=True, rata=RATA.CENTER, sesudah=3, ikut=True),
    Gaya("Nomor Surat", rata=RATA.CENTER, sesudah=12),
    Gaya("Subjudul", tebal=True, sebelum=12, sesudah=5, ikut=True),
    Gaya("Lampiran Surat", sesudah=2, halaman_baru=True, kiri=85),
    Gaya("Garis", 4, sesudah=10, garis="single"),
    Gaya("Jarak", 6),
    Gaya("Jarak Ikut", 6, ikut=True),
    Gaya("Akhir", 1),
    Gaya("Isi Surat", rata=RATA.JUSTIFY, sebelum=4, sesudah=6, spasi=1.2, masuk=12.5),
    Gaya("Isi Rata", rata=RATA.JUSTIFY, sebelum=4, sesudah=6, spasi=1.2),
    Gaya("Penutup Surat", rata=RATA.JUSTIFY, sebelum=4, spasi=1.2, ikut=True, masuk=12.5),
    Gaya("Butir", rata=RATA.JUSTIFY, sesudah=4, spasi=1.2, kiri=8, gantung=8),
    Gaya("Pilihan", sesudah=5, kiri=16, gantung=8),
    Gaya("Catatan", 8.5, sebelum=4, ikut=True),
    Gaya("Tabel Polos", sebelum=1, sesudah=2),
    Gaya("Tabel Polos Kecil", 8.5, sebelum=2, sesudah=2),
    Gaya("Tabel Kepala", 10, tebal=True, rata=RATA.CENTER, sebelum=3, sesudah=3, ikut=True),
    Gaya("Tabel Isi", 10, sebelum=2, sesudah=2),
    Gaya("Tabel Tebal", 10, tebal=True, sebelum=2, sesudah=2),
    Gaya("Tabel Kepala Kecil", 7.5, tebal=True, rata=RATA.CENTER, ikut=True, sebelum=1, sesudah=1),
    Gaya("Tabel Isi Kecil", 7.5, sebelum=1, sesudah=1),
    Gaya("Tanda Tangan", rata=RATA.CENTER, ikut=True),
    Gaya("Tanda Tangan Awal", rata=RATA.CENTER, sebelum=10, ikut=True),
    Gaya("Tanda Tangan Ruang", sesudah=50, ikut=True),
    Gaya("Tanda Tangan Nama", tebal=True, rata=RATA.CENTER, ikut=True),
    Gaya("Tembusan Awal", 10, sebelum=20, ikut=True),
    Gaya("Tembusan", 10, kiri=7, gantung=7),
    Gaya("Tanda Contoh", 9, tebal=True, rata=RATA.RIGHT, warna=WARNA_CONTOH),
    Gaya("Halaman", 8.5, rata=RATA.RIGHT),
)

TABEL = """
<w:style {ns} w:type="table" w:customStyle="1" w:styleId="{id}">
  <w:name w:val="{nama}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr><w:tblBorders>{garis}</w:tblBorders>
    <w:tblCellMar><w:left w:w="{sisi}" w:type="dxa"/><w:right w:w="{sisi}" w:type="dxa"/>
    </w:tblCellMar></w:tblPr>
</w:style>"""
SISI = {"Tabel Bergaris": (True, 85), "Tabel Bergaris Kecil": (True, 40), "Tabel Polos": (False, 0)}
"""Table styles: lines or none, and the space beside a cell's text in twentieths of a point."""


def make_styles(dokumen: Dokumen) -> None:
    """Give a new document the styles of the letters, and no table styles of others."""
    dokumen.styles.element[:] = deepcopy(_styles())


@cache
def _styles() -> list[BaseOxmlElement]:
    """Return the styles, made once: with python-docx it takes longer than all the rest."""
    dokumen = Document()
    for style in list(dokumen.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    for language in dokumen.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "id-ID")
    for gaya in GAYA:
        _make(dokumen, gaya)
    _make_blank(dokumen)
    for nama, (lines, sisi) in SISI.items():
        dokumen.styles.element.append(parse_xml(_table_style(nama, sisi, lines=lines)))
    return list(dokumen.styles.element)


def _make(dokumen: Dokumen, gaya: Gaya) -> None:
    styles = dokumen.styles
    known = {x.name for x in styles}
    new = gaya.nama not in known
    style = styles.add_style(gaya.nama, WD_STYLE_TYPE.PARAGRAPH) if new else styles[gaya.nama]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(gaya.nama)
    if new:
        style.base_style = styles["Normal"]
    font, form = style.font, style.paragraph_format
    font.size, font.bold = Pt(gaya.ukuran), gaya.tebal
    font.color.rgb = RGBColor.from_string(gaya.warna or "000000")
    _set_fonts(style)
    form.alignment, form.line_spacing = gaya.rata, gaya.spasi
    form.space_before, form.space_after = Pt(gaya.sebelum), Pt(gaya.sesudah)
    form.keep_with_next, form.page_break_before = gaya.ikut, gaya.halaman_baru
    if gaya.kiri:
        form.left_indent, form.first_line_indent = Mm(gaya.kiri), Mm(-gaya.gantung)
    if gaya.masuk:
        form.first_line_indent = Mm(gaya.masuk)
    if gaya.garis:
        _draw_line(style, gaya.garis)


def _set_fonts(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    names = " ".join(f'w:{x}="{HURUF}"' for x in ("ascii", "hAnsi", "eastAsia", "cs"))
    properties.insert(0, parse_xml(f"<w:rFonts {nsdecls('w')} {names}/>"))


def _draw_line(style: ParagraphStyle, garis: str) -> None:
    size = 24 if garis != "single" else 8
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="{garis}" w:sz="{size}" w:space="4"'
        ' w:color="000000"/></w:pBdr>'
    )
    properties = style.element.get_or_add_pPr()
    before = [properties.find(qn(f"w:{x}")) for x in ("shd", "tabs", "spacing", "ind", "jc")]
    next(x for x in before if x is not None).addprevious(border)


def _make_blank(dokumen: Dokumen) -> None:
    """Make the character style of what is left to fill in: it must be seen in print, too."""
    style = dokumen.styles.add_style("Isian Kosong", WD_STYLE_TYPE.CHARACTER)
    style.font.bold = True
    style.font.color.rgb = RGBColor.from_string("9C2A00")
    shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FFF2A8"/>'
    style.element.get_or_add_rPr().append(parse_xml(shade))


def _table_style(nama: str, sisi: int, *, lines: bool) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    kind = "single" if lines else "nil"
    garis = "".join(f'<w:{x} w:val="{kind}" w:sz="4" w:space="0" w:color="000000"/>' for x in sides)
    kode = nama.replace(" ", "") + "Tabel"
    return TABEL.format(ns=nsdecls("w"), id=kode, nama=f"{nama} (tabel)", garis=garis, sisi=sisi)
