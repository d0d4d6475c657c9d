"""The review's checklist and the Inspektorat's form as a Word document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as RATA
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row

from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.kantor import Kertas
from kinerja_cli.domain.narasi.masa import sebut_masa
from kinerja_cli.domain.reviu import BagianReviu, Jawaban
from kinerja_cli.domain.tanggal import format_tanggal

UKURAN = {Kertas.A4: (Mm(210), Mm(297)), Kertas.F4: (Mm(215), Mm(330))}
TEPI = Mm(25)
KOLOM = (
    ("No.", 9),
    ("Pernyataan", 62),
    ("Ya", 10),
    ("Tidak", 13),
    ("Perlu dinilai", 16),
    ("Bukti", 55),
)
"""Headings with their widths in mm."""
CENTANG = "✓"
ROMAWI_BAGIAN = ("I", "II", "III")
WARNA_KEPALA = "D9E2F3"
TITIK = "…" * 14
DIISI_OLEH = ("Petugas reviu", "Jabatan", "Tanggal dan paraf")

CATATAN = (
    "Daftar uji ini adalah daftar milik program untuk persiapan reviu. Rumusannya bukan kutipan "
    "peraturan; formulir resmi reviu tetap yang ditetapkan dalam peraturan dan oleh Inspektorat. "
    "“Ya” dan “Tidak” diisi dari data; yang “Perlu dinilai” diisi oleh petugas reviu."
)
PERNYATAAN = (
    "Formulir ini disediakan kosong. Rumusan pernyataan, simpulan, dan tanda tangan ditetapkan "
    "oleh Inspektorat."
)
ISIAN = (
    ("Nomor", 9),
    ("Tanggal reviu", 9),
    ("Laporan yang direviu", 9),
    ("Ruang lingkup reviu", 18),
    ("Pernyataan dan simpulan reviu", 80),
    ("Catatan perbaikan", 45),
)
"""Fields of the Inspektorat's form with their heights in mm."""
LEBAR_FORMULIR = (50, 115)


@dataclass(frozen=True, slots=True)
class IsiReviu:
    """What the document says: the checklist, the report that was checked ("": none), the day."""

    bagian: Sequence[BagianReviu]
    berkas: str
    tanggal: date


def build_reviu_docx(analisis: Analisis, isi: IsiReviu, templat: bytes) -> bytes:
    """Return the bytes of the document in the styles of the LAKIP's template."""
    dokumen = _blank(templat, analisis)
    _write_head(dokumen, analisis, isi)
    for romawi, bagian in zip(ROMAWI_BAGIAN, isi.bagian, strict=True):
        _add(dokumen, "Heading 3", f"{romawi}. {bagian.judul}")
        _write_table(dokumen, bagian)
    _write_filled_by(dokumen)
    _write_form(dokumen, analisis)
    _set_properties(dokumen, analisis, isi.tanggal)
    stream = BytesIO()
    dokumen.save(stream)
    return stream.getvalue()


def _blank(templat: bytes, analisis: Analisis) -> Dokumen:
    """Return the template without its text, heads and feet; its styles stay."""
    dokumen = Document(BytesIO(templat))
    body = dokumen.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    section = dokumen.sections[-1]
    for nama in ("w:headerReference", "w:footerReference", "w:titlePg", "w:pgNumType", "w:type"):
        for old in section._sectPr.findall(qn(nama)):  # noqa: SLF001 - python-docx has no way
            section._sectPr.remove(old)  # noqa: SLF001 - likewise
    section.page_width, section.page_height = UKURAN[analisis.pengaturan.kertas]
    section.left_margin = section.right_margin = TEPI
    section.top_margin = section.bottom_margin = Mm(20)
    return dokumen


def _add(dokumen: Dokumen, gaya: str, teks: str) -> None:
    dokumen.add_paragraph(teks, style=gaya)


def _write_head(dokumen: Dokumen, analisis: Analisis, isi: IsiReviu) -> None:
    kantor = analisis.pengaturan.kantor
    if kantor.contoh:
        _add(dokumen, "Tanda Contoh Kepala", "DATA CONTOH")
    _write_title(
        dokumen,
        ("DAFTAR UJI REVIU LAPORAN KINERJA", kantor.nama.upper()),
        sebut_masa(analisis),
    )
    _add(dokumen, "Normal", CATATAN)
    told = isi.berkas or "belum ada; bagian yang memerlukannya perlu dinilai"
    tanggal = format_tanggal(isi.tanggal)
    _add(dokumen, "Normal", f"Laporan yang dicocokkan: {told}. Tanggal: {tanggal}.")
    counts = [
        f"{sum(y.jawaban is x for z in isi.bagian for y in z.butir)} {x.value.lower()}"
        for x in Jawaban
    ]
    _add(dokumen, "Normal", f"Ringkasan: {', '.join(counts)}.")


def _write_title(dokumen: Dokumen, judul: Sequence[str], bawah: str) -> None:
    for teks in judul:
        _add(dokumen, "Sampul Instansi", teks)
    _add(dokumen, "Sampul Alamat", bawah)
    dokumen.paragraphs[-1].paragraph_format.space_after = Pt(14)


def _write_table(dokumen: Dokumen, bagian: BagianReviu) -> None:
    table = dokumen.add_table(0, len(KOLOM), "Tabel LAKIP")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for grid, (_, lebar) in zip(table.columns, KOLOM, strict=True):
        grid.width = Mm(lebar)
    head = _new_row(table)
    _flag(head, "w:tblHeader")
    for cell, (judul, _) in zip(head.cells, KOLOM, strict=True):
        _fill(cell, judul, "Tabel Kepala", RATA.CENTER)
        _shade(cell)  # the schema wants it before the alignment
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for nomor, butir in enumerate(bagian.butir, 1):
        marks = [CENTANG if butir.jawaban is x else "" for x in Jawaban]
        row = _new_row(table)
        for ke, (cell, teks) in enumerate(
            zip(row.cells, (str(nomor), butir.pernyataan, *marks, butir.bukti), strict=True)
        ):
            plain = ke in (1, len(KOLOM) - 1)
            _fill(cell, teks, "Tabel Isi", RATA.LEFT if plain else RATA.CENTER)


def _write_filled_by(dokumen: Dokumen) -> None:
    """Leave room for whoever answers what data cannot."""
    _add(dokumen, "Heading 3", "Diisi oleh petugas reviu")
    table = _make_form(dokumen)
    for judul in DIISI_OLEH:
        _add_field(table, judul, 9)


def _make_form(dokumen: Dokumen) -> Table:
    table: Table = dokumen.add_table(0, 2, "Tabel LAKIP")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for grid, lebar in zip(table.columns, LEBAR_FORMULIR, strict=True):
        grid.width = Mm(lebar)
    return table


def _add_field(table: Table, judul: str, tinggi: int) -> None:
    """Add a row with room of that height in mm."""
    row = _new_row(table)
    row.height = Mm(tinggi)
    _fill(row.cells[0], judul, "Tabel Isi", RATA.LEFT)


def _new_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call] # python-docx left it out
    _flag(row, "w:cantSplit")
    return row


def _fill(cell: _Cell, teks: str, gaya: str, rata: RATA) -> None:
    paragraf = cell.paragraphs[0]
    paragraf.style, paragraf.alignment = gaya, rata
    paragraf.add_run(teks)


def _flag(row: _Row, nama: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(nama))  # noqa: SLF001 - python-docx has no setter


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for nama, nilai in (("val", "clear"), ("color", "auto"), ("fill", WARNA_KEPALA)):
        shade.set(qn(f"w:{nama}"), nilai)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no setter


def _write_form(dokumen: Dokumen, analisis: Analisis) -> None:
    """Write the Inspektorat's form: headings and room, no statement in its name."""
    kantor = analisis.pengaturan.kantor
    _write_title(
        dokumen,
        (kantor.pemerintah.upper(), "INSPEKTORAT", "PERNYATAAN TELAH DIREVIU"),
        f"Laporan Kinerja {kantor.nama} {sebut_masa(analisis)}",
    )
    dokumen.paragraphs[-4].paragraph_format.page_break_before = True
    _add(dokumen, "Sumber", PERNYATAAN)
    table = _make_form(dokumen)
    for judul, tinggi in ISIAN:
        _add_field(table, judul, tinggi)
    _write_signature(dokumen)


def _write_signature(dokumen: Dokumen) -> None:
    lines = (f"{TITIK[:6]}, {TITIK[:8]}", "Inspektur", "", TITIK, f"NIP. {TITIK[:11]}")
    for ke, teks in enumerate(lines):
        _add(dokumen, "Tanda Tangan", teks)
        form = dokumen.paragraphs[-1].paragraph_format
        form.space_before = Pt(18 if ke == 0 else 0)
        if not teks:
            form.space_after = Pt(40)


def _set_properties(dokumen: Dokumen, analisis: Analisis, tanggal: date) -> None:
    kantor = analisis.pengaturan.kantor.nama
    properties = dokumen.core_properties
    properties.title = f"Daftar Uji Reviu Laporan Kinerja {kantor}"
    properties.author = kantor
    properties.created = properties.modified = datetime.combine(tanggal, time())
