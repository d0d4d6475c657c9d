"""Makes templates/lakip.docx from templat_lakip.txt: the same text gives the same bytes.

The office edits the .docx in Word afterwards; this script only makes the first one.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as RATA
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from gaya_lakip import WARNA_BAGIAN, WARNA_KEPALA, make_styles

SUMBER = Path(__file__).with_name("templat_lakip.txt")
HASIL = Path(__file__).resolve().parent.parent / "templates" / "lakip.docx"

LEBAR, TINGGI = Mm(215), Mm(330)
"""F4; the program sets the paper that the office chose."""

TIDAK_IKUT = ("stylesWithEffects", "thumbnail", "customXml")
"""Parts of python-docx's own template that are not ours, the first of them faulty."""

POTONGAN = re.compile(r"(\*\*.+?\*\*|\[ISI: .+?\])")
PEMISAH = re.compile(r"\s*\|\s*")
DAFTAR = {"T": "{{ nomor_tabel }} ", "G": "{{ nomor_gambar }} "}
RATAAN = {"r": RATA.RIGHT, "c": RATA.CENTER, "": RATA.LEFT}


@dataclass(frozen=True, slots=True)
class Kolom:
    """Width in mm and alignment of one column."""

    lebar: int
    rata: RATA


def main() -> None:
    """Write the template beside the program's other templates."""
    HASIL.parent.mkdir(exist_ok=True)
    HASIL.write_bytes(build_templat(SUMBER.read_text(encoding="utf-8")))
    print(f"Templat ditulis: {HASIL.name}")


def build_templat(teks: str) -> bytes:
    """Return the bytes of the template that the text describes."""
    dokumen = Document()
    _drop_foreign_parts(dokumen)
    make_styles(dokumen)
    _set_properties(dokumen)
    for block in _blocks(teks):
        _add_block(dokumen, block)
    stream = BytesIO()
    dokumen.save(stream)
    return _freeze(stream.getvalue())


def _blocks(teks: str) -> Iterator[list[str]]:
    """Yield paragraphs as one line each and a table as all of its lines."""
    table: list[str] = []
    for line in teks.splitlines():
        in_table = line.startswith(("|", "{%tr"))
        if table and (not in_table or line.startswith("|tabel")):
            yield table
            table = []
        if in_table:
            table.append(line)
        elif line.strip() and not line.startswith("# ") and line != "#":
            yield [line]
    if table:
        yield table


def _add_block(dokumen: Dokumen, block: list[str]) -> None:
    line = block[0]
    if line.startswith("|tabel"):
        _add_table(dokumen, block)
    elif line.startswith("§"):
        _start_section(dokumen, line[1:].strip())
    else:
        _add_paragraph(dokumen, line)


def _add_paragraph(dokumen: Dokumen, line: str) -> None:
    for pattern, gaya in (
        (r"(!{1,4}) (.*)", "Heading {}"),
        (r"(\*) (.*)", "List Bullet"),
        (r"(\d+\)) (.*)", "Butir Bernomor"),
        (r"(T|G): (.*)", "Caption"),
        (r"\.([^:]+): (.*)", "{}"),
    ):
        match = re.fullmatch(pattern, line)
        if match:
            mark, text = match.groups()
            name = gaya.format(len(mark) if mark.startswith("!") else mark)
            numbered = f"{mark[:-1]}.\t{text}" if gaya == "Butir Bernomor" else text
            _write(dokumen.add_paragraph(style=name), DAFTAR.get(mark, "") + numbered)
            return
    _write(dokumen.add_paragraph(), line)


def _write(paragraf: Paragraph, teks: str) -> None:
    """Write text with its bold words, blanks in colour and line breaks."""
    for part in POTONGAN.split(teks):
        if part.startswith("**"):
            paragraf.add_run(part[2:-2], style="Strong")
        elif part.startswith("[ISI: "):
            paragraf.add_run(part, style="Isian Kosong")
        elif part:
            paragraf.add_run(part.replace(" / ", "\n") if _broken(paragraf) else part)


def _broken(paragraf: Paragraph) -> bool:
    name = paragraf.style.name if paragraf.style else ""
    return name in {"Heading 1", "Sampul Judul"}


def _add_table(dokumen: Dokumen, lines: Sequence[str]) -> None:
    words = lines[0].split()[1:]
    small = words[-1] == "kecil"
    kolom = [_read_kolom(x) for x in words if x != "kecil"]
    table = dokumen.add_table(0, len(kolom), "Tabel LAKIP Kecil" if small else "Tabel LAKIP")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for grid, x in zip(table.columns, kolom, strict=True):
        grid.width = Mm(x.lebar)
    _set_width(table, sum(x.lebar for x in kolom))
    for line in lines[1:]:
        _add_row(table, line, kolom, " Kecil" if small else "")


def _read_kolom(kata: str) -> Kolom:
    lebar, rata = re.fullmatch(r"(\d+)([rc]?)", kata).groups()  # type: ignore[union-attr] # ours
    return Kolom(int(lebar), RATAAN[rata])


def _set_width(table: Table, lebar: int) -> None:
    width = table._tbl.tblPr.find(qn("w:tblW"))  # noqa: SLF001 - python-docx has no setter
    if width is not None:
        width.set(qn("w:type"), "dxa")
        width.set(qn("w:w"), str(Mm(lebar).twips))


def _add_row(table: Table, line: str, kolom: Sequence[Kolom], kecil: str) -> None:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call] # python-docx left it out
    _flag(row, "w:cantSplit")
    if line.startswith("{%tr"):
        row.cells[0].paragraphs[0].add_run(line)
        return
    kind, cells = re.fullmatch(r"\|([!*=]?) ?(.*)", line).groups()  # type: ignore[union-attr] # ours
    if kind == "=":
        merged = row.cells[0].merge(row.cells[-1])
        _fill(merged, cells, f"Tabel Kelompok{kecil}", RATA.LEFT)
        _shade(merged, WARNA_BAGIAN)
    elif kind == "!":
        _flag(row, "w:tblHeader")
        _add_header(table, row, PEMISAH.split(cells), kecil)
    else:
        gaya = f"Tabel {'Tebal' if kind else 'Isi'}{kecil}"
        for cell, text, x in zip(row.cells, PEMISAH.split(cells), kolom, strict=True):
            _fill(cell, text, gaya, x.rata)


def _add_header(table: Table, row: _Row, texts: Sequence[str], kecil: str) -> None:
    """Write header cells: `>3` spans three columns, `^` joins the cell above."""
    at = 0
    for text in texts:
        words, _, span = text.partition(" >")
        width = int(span or 1)
        cell = row.cells[at].merge(row.cells[at + width - 1])
        if words == "^":
            table.rows[-2].cells[at].merge(cell)
        else:
            _fill(cell, words, f"Tabel Kepala{kecil}", RATA.CENTER)
            _shade(cell, WARNA_KEPALA)
        at += width


def _fill(cell: _Cell, teks: str, gaya: str, rata: RATA) -> None:
    paragraf = cell.paragraphs[0]
    paragraf.style = gaya
    paragraf.alignment = rata
    _write(paragraf, teks)


def _flag(row: _Row, nama: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(nama))  # noqa: SLF001 - python-docx has no setter


def _shade(cell: _Cell, warna: str) -> None:
    shade = OxmlElement("w:shd")
    for nama, nilai in (("val", "clear"), ("color", "auto"), ("fill", warna)):
        shade.set(qn(f"w:{nama}"), nilai)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no setter


def _start_section(dokumen: Dokumen, nama: str) -> None:
    """Start a section; the cover is the one that a new document already has."""
    section = dokumen.sections[0] if nama == "sampul" else dokumen.add_section(WD_SECTION.NEW_PAGE)
    wide = nama == "mendatar"
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (TINGGI, LEBAR) if wide else (LEBAR, TINGGI)
    section.left_margin, section.right_margin = (Mm(25), Mm(20)) if wide else (Mm(30), Mm(25))
    section.top_margin, section.bottom_margin = Mm(25), Mm(20)
    section.header_distance, section.footer_distance = Mm(10), Mm(10)
    _number_pages(section, nama)
    if nama == "sampul":
        _write_header(section, with_title=False)
    elif nama == "depan":
        _write_header(section, with_title=True)
        _write_footer(section)


def _number_pages(section: Section, nama: str) -> None:
    old = section._sectPr.find(qn("w:pgNumType"))  # noqa: SLF001 - python-docx has no setter
    if old is not None:
        section._sectPr.remove(old)  # noqa: SLF001 - a new section copies the one before
    attributes = {"depan": {"fmt": "lowerRoman", "start": "1"}, "isi": {"start": "1"}}.get(nama)
    if attributes:
        number = OxmlElement("w:pgNumType")
        for key, nilai in attributes.items():
            number.set(qn(f"w:{key}"), nilai)
        section._sectPr.find(qn("w:pgMar")).addnext(number)  # noqa: SLF001 - in schema order


def _write_header(section: Section, *, with_title: bool) -> None:
    section.header.is_linked_to_previous = False
    first = section.header.paragraphs[0]
    if with_title:
        first.style = "Header"
        first.add_run("{{ sebutan_laporan }}")
        section.header.add_paragraph("{%p if tanda_contoh %}")
        section.header.add_paragraph("{{ tanda_contoh }}", style="Tanda Contoh Kepala")
        section.header.add_paragraph("{%p endif %}")


def _write_footer(section: Section) -> None:
    section.footer.is_linked_to_previous = False
    paragraf = section.footer.paragraphs[0]
    paragraf.style = "Footer"
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("t", "1"), ("end", "")):
        paragraf.add_run()._r.append(_field_part(kind, text))  # noqa: SLF001 - no fields in the API


def _field_part(kind: str, text: str) -> BaseOxmlElement:
    if kind in {"", "t"}:
        part = OxmlElement("w:t" if kind else "w:instrText")
        part.text = text
        return part
    part = OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    return part


def _drop_foreign_parts(dokumen: Dokumen) -> None:
    for owner in (dokumen.part, dokumen.part.package):
        for rid, rel in list(owner.rels.items()):
            if any(nama in rel.reltype or nama in rel.target_ref for nama in TIDAK_IKUT):
                del owner.rels[rid]


def _set_properties(dokumen: Dokumen) -> None:
    properties = dokumen.core_properties
    properties.title = "Laporan Akuntabilitas Kinerja Instansi Pemerintah"
    properties.author = properties.comments = ""
    properties.language = "id-ID"
    properties.created = properties.modified = datetime(2021, 1, 1)  # noqa: DTZ001 - Word's own


def _freeze(isi: bytes) -> bytes:
    """Pack again with fixed times, so that the same content gives the same bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(isi)) as old, zipfile.ZipFile(stream, "w") as new:
        for nama in old.namelist():
            info = zipfile.ZipInfo(nama, (2021, 1, 1, 0, 0, 0))
            new.writestr(info, old.read(nama), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


if __name__ == "__main__":
    main()
