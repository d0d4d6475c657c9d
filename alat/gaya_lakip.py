"""The styles of the LAKIP's template: one table, so that fonts and spaces are seen together."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as Dokumen
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as RATA
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle

HURUF = "Arial"
WARNA_KEPALA = "D9E2F3"
WARNA_BAGIAN = "EEF1F6"
WARNA_GARIS = "8C96A8"
WARNA_CONTOH = "C0392B"


@dataclass(frozen=True, slots=True)
class Gaya:
    """A paragraph style: points, except `kiri` and `gantung` (mm)."""

    nama: str
    ukuran: float
    tebal: bool = False
    miring: bool = False
    rata: RATA = RATA.LEFT
    sebelum: float = 0
    sesudah: float = 0
    spasi: float = 1.0
    ikut: bool = False
    """Keep on one page with the next paragraph."""
    halaman_baru: bool = False
    kiri: float = 0
    gantung: float = 0
    warna: str = ""
    bawaan: bool = False
    """A style that Word knows by this name."""
    titik: bool = False
    """Dots up to a page number at the right margin."""


GAYA = (
    Gaya("Normal", 11, rata=RATA.JUSTIFY, sesudah=6, spasi=1.15, bawaan=True),
    Gaya("Heading 1", 13, tebal=True, rata=RATA.CENTER, sesudah=14, ikut=True, halaman_baru=True),
    Gaya("Heading 2", 12, tebal=True, sebelum=12, sesudah=6, ikut=True),
    Gaya("Heading 3", 11, tebal=True, sebelum=12, sesudah=4, ikut=True),
    Gaya("Heading 4", 11, tebal=True, miring=True, sebelum=9, sesudah=3, ikut=True),
    Gaya("Caption", 10, tebal=True, rata=RATA.CENTER, sebelum=6, sesudah=4, ikut=True),
    Gaya("List Bullet", 11, rata=RATA.JUSTIFY, sesudah=3, spasi=1.15, kiri=6.35, gantung=6.35),
    Gaya("Butir Bernomor", 11, rata=RATA.JUSTIFY, sesudah=3, spasi=1.15, kiri=8, gantung=8),
    Gaya("Header", 8.5, rata=RATA.RIGHT, warna="5A6478"),
    Gaya("Footer", 9, rata=RATA.CENTER),
    Gaya("toc 1", 11, tebal=True, sebelum=4, sesudah=2, titik=True, bawaan=True),
    Gaya("toc 2", 11, sesudah=2, kiri=6, titik=True, bawaan=True),
    Gaya("toc 3", 10, sesudah=2, kiri=12, titik=True, bawaan=True),
    Gaya("table of figures", 10, sesudah=3, kiri=20, gantung=20, titik=True, bawaan=True),
    Gaya("Tabel Isi", 9, sebelum=1, sesudah=1),
    Gaya("Tabel Tebal", 9, tebal=True, sebelum=1, sesudah=1),
    Gaya("Tabel Kepala", 9, tebal=True, rata=RATA.CENTER, sebelum=2, sesudah=2, ikut=True),
    Gaya("Tabel Kelompok", 9, tebal=True, sebelum=1, sesudah=1, ikut=True),
    Gaya("Tabel Kelompok Kecil", 8, tebal=True, sebelum=1, sesudah=1, ikut=True),
    Gaya("Tabel Isi Kecil", 8, sebelum=1, sesudah=1),
    Gaya("Tabel Tebal Kecil", 8, tebal=True, sebelum=1, sesudah=1),
    Gaya("Tabel Kepala Kecil", 8, tebal=True, rata=RATA.CENTER, sebelum=2, sesudah=2, ikut=True),
    Gaya("Sumber", 8.5, miring=True, sebelum=2, sesudah=8),
    Gaya("Gambar", 10, rata=RATA.CENTER, sebelum=6, ikut=True),
    Gaya(
        "Judul Catatan", 13, tebal=True, rata=RATA.CENTER, sesudah=10, ikut=True, halaman_baru=True
    ),
    Gaya("Judul Indikator", 10.5, tebal=True, sebelum=8, sesudah=2, ikut=True),
    Gaya("Asal Kutipan", 10.5, miring=True, sebelum=3, sesudah=2, ikut=True),
    Gaya("Tanda Contoh", 14, tebal=True, rata=RATA.CENTER, sesudah=20, warna=WARNA_CONTOH),
    Gaya("Tanda Contoh Kepala", 9, tebal=True, rata=RATA.RIGHT, warna=WARNA_CONTOH),
    Gaya("Sampul Lambang", 11, rata=RATA.CENTER, sebelum=60, sesudah=90),
    Gaya("Sampul Judul", 20, tebal=True, rata=RATA.CENTER, sesudah=30, spasi=1.2),
    Gaya("Sampul Sementara", 14, tebal=True, rata=RATA.CENTER, sesudah=6),
    Gaya("Sampul Masa", 16, tebal=True, rata=RATA.CENTER, sesudah=170),
    Gaya("Sampul Instansi", 16, tebal=True, rata=RATA.CENTER, sesudah=4),
    Gaya("Sampul Alamat", 12, rata=RATA.CENTER, sesudah=4),
    Gaya("Tanda Tangan", 11, rata=RATA.CENTER, kiri=80, ikut=True),
    Gaya("Tanda Tangan Ruang", 11, sesudah=48, kiri=80, ikut=True),
    Gaya("Tanda Tangan Nama", 11, tebal=True, rata=RATA.CENTER, kiri=80, ikut=True),
)

TABEL = """
<w:style {ns} w:type="table" w:customStyle="1" w:styleId="{id}">
  <w:name w:val="{nama}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr><w:jc w:val="center"/><w:tblBorders>{garis}</w:tblBorders>
    <w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="{sisi}" w:type="dxa"/>
    <w:bottom w:w="20" w:type="dxa"/><w:right w:w="{sisi}" w:type="dxa"/></w:tblCellMar></w:tblPr>
</w:style>"""


def make_styles(dokumen: Dokumen) -> None:
    """Give a new document the styles of the LAKIP, and no others that it does not need."""
    _drop_table_styles(dokumen)
    _set_language(dokumen)
    for gaya in GAYA:
        _make(dokumen, gaya)
    _make_blank(dokumen)
    for nama, sisi in (("Tabel LAKIP", 85), ("Tabel LAKIP Kecil", 45)):
        dokumen.styles.element.append(parse_xml(_table_style(nama, sisi)))


def _make(dokumen: Dokumen, gaya: Gaya) -> None:
    styles = dokumen.styles
    known = {x.name for x in styles}
    style = (
        styles[gaya.nama]
        if gaya.nama in known
        else styles.add_style(gaya.nama, WD_STYLE_TYPE.PARAGRAPH, builtin=gaya.bawaan)
    )
    if not isinstance(style, ParagraphStyle):
        raise TypeError(gaya.nama)
    if gaya.nama not in known:
        style.base_style = styles["Normal"]
    _set_font(style, gaya)
    _set_paragraph(style, gaya)


def _set_font(style: ParagraphStyle, gaya: Gaya) -> None:
    font = style.font
    font.size, font.bold, font.italic = Pt(gaya.ukuran), gaya.tebal, gaya.miring
    font.color.rgb = RGBColor.from_string(gaya.warna or "000000")
    _set_fonts(style)


def _set_fonts(style: BaseStyle) -> None:
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for nama in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{nama}"), HURUF)
    properties.insert(0, fonts)


def _set_paragraph(style: ParagraphStyle, gaya: Gaya) -> None:
    form = style.paragraph_format
    form.alignment, form.line_spacing = gaya.rata, gaya.spasi
    form.space_before, form.space_after = Pt(gaya.sebelum), Pt(gaya.sesudah)
    form.keep_with_next, form.page_break_before = gaya.ikut, gaya.halaman_baru
    form.widow_control = True
    for old in list(style.element.iter(qn("w:contextualSpacing"))):
        old.getparent().remove(old)
    if gaya.kiri or gaya.gantung:
        form.left_indent, form.first_line_indent = Mm(gaya.kiri), Mm(-gaya.gantung)
    if gaya.titik:
        form.right_indent = Mm(10)
        form.tab_stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _make_blank(dokumen: Dokumen) -> None:
    """Make the character style of what is left to fill in: it must be seen in print, too."""
    style = dokumen.styles.add_style("Isian Kosong", WD_STYLE_TYPE.CHARACTER)
    style.font.bold = True
    style.font.color.rgb = RGBColor.from_string("9C2A00")
    shade = OxmlElement("w:shd")
    for nama, nilai in (("val", "clear"), ("color", "auto"), ("fill", "FFF2A8")):
        shade.set(qn(f"w:{nama}"), nilai)
    style.element.get_or_add_rPr().append(shade)


def _table_style(nama: str, sisi: int) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    garis = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{WARNA_GARIS}"/>' for side in sides
    )
    return TABEL.format(
        ns=nsdecls("w"), id=nama.replace(" ", ""), nama=nama, garis=garis, sisi=sisi
    )


def _drop_table_styles(dokumen: Dokumen) -> None:
    for style in list(dokumen.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()


def _set_language(dokumen: Dokumen) -> None:
    for language in dokumen.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "id-ID")
