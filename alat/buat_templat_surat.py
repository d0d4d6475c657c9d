"""Makes templates/surat/*.docx from templat_surat.txt: the same text gives the same bytes.

The office edits the .docx in Word afterwards; this script only makes the first ones.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT
from docx.enum.table import (
    WD_CELL_VERTICAL_ALIGNMENT,
    WD_ROW_HEIGHT_RULE,
    WD_TABLE_ALIGNMENT,
)
from docx.enum.text import WD_ALIGN_PARAGRAPH as RATA
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from gaya_surat import WARNA_KEPALA, make_styles

SUMBER = Path(__file__).with_name("templat_surat.txt")
TUJUAN = Path(__file__).resolve().parent.parent / "templates" / "surat"

LEBAR, TINGGI = Mm(215), Mm(330)
"""F4; the program sets the paper that the office chose."""

TIDAK_IKUT = ("stylesWithEffects", "thumbnail", "customXml")
"""Parts of python-docx's own template that are not ours, the first of them faulty."""

PENUH = 5000
"""The whole width between the margins, in fiftieths of a percent: tables fit any paper."""

POTONGAN = re.compile(r"(\*\*.+?\*\*|\{\{ [^}]+? or \[ISI: [^\]]+\] \}\}|\[ISI: [^\]]+\])")
BILA_KOSONG = re.compile(r"\{\{ ([^}]+?) or (\[ISI: [^\]]+\]) \}\}")
PEMISAH = re.compile(r"\s*\|\s*")
RATAAN = {"r": RATA.RIGHT, "c": RATA.CENTER, "j": RATA.JUSTIFY, "": RATA.LEFT}
TINGGI_BARIS = {"+": Mm(11), "=": Mm(18), "#": Mm(40)}
KATA_TABEL = frozenset({"kecil", "ikut"})
PEJABAT = {
    "pimpinan": ("pimpinan", ("{{ pimpinan.jabatan }},",)),
    "sekretaris": ("sekretaris", ("{{ sekretaris.jabatan }},",)),
    "an-sekretaris": ("sekretaris", ("a.n. {{ pimpinan.jabatan }}", "{{ sekretaris.jabatan }},")),
}


@dataclass(frozen=True, slots=True)
class Kolom:
    """Width in mm and alignment of one column."""

    lebar: int
    rata: RATA


def main() -> None:
    """Write the templates beside the program's other templates."""
    TUJUAN.mkdir(parents=True, exist_ok=True)
    for nama, isi in build_all(SUMBER.read_text(encoding="utf-8")).items():
        (TUJUAN / nama).write_bytes(isi)
        print(f"Templat ditulis: {nama}")


def build_all(teks: str) -> Mapping[str, bytes]:
    """Return the bytes of every template that the text describes, by file name."""
    built = {}
    for part in teks.split("\n=== ")[1:]:
        title, _, body = part.partition("\n")
        nama, _, arah = title.strip().partition(" ")
        built[f"{nama}.docx"] = build_templat(body, mendatar=arah == "mendatar")
    return built


def build_templat(teks: str, *, mendatar: bool) -> bytes:
    """Return the bytes of one template."""
    dokumen = Document()
    _drop_foreign_parts(dokumen)
    make_styles(dokumen)
    _set_properties(dokumen)
    _set_page(dokumen, mendatar=mendatar)
    blocks = list(_blocks(teks))
    for block in blocks:
        _add_block(dokumen, block)
    if blocks[-1][0].startswith(("|", "TTD ")):
        dokumen.add_paragraph(style="Akhir")  # Word wants one after a table; a low one adds no page
    stream = BytesIO()
    dokumen.save(stream)
    return _freeze(stream.getvalue())


def _blocks(teks: str) -> Iterator[list[str]]:
    """Yield paragraphs as one line each and a table as all of its lines."""
    table: list[str] = []
    for line in teks.splitlines():
        in_table = line.startswith(("|", "{%tr"))
        if table and (not in_table or line.startswith(("|tabel", "|polos"))):
            yield table
            table = []
        if in_table:
            table.append(line)
        elif line.strip():
            yield [line]
    if table:
        yield table


def _add_block(dokumen: Dokumen, block: list[str]) -> None:
    line = block[0]
    if line.startswith("|"):
        _add_table(dokumen, block)
    elif line == "KOP":
        wide = dokumen.sections[0].orientation == WD_ORIENT.LANDSCAPE
        _add_letterhead(dokumen, mendatar=wide)
    elif line.startswith("TTD "):
        _add_signature(dokumen, *line.split()[1:])
    elif match := re.fullmatch(r"(\d+)\) (.*)", line):
        _write(dokumen.add_paragraph(style="Butir"), f"{match[1]}.\\t{match[2]}")
    elif match := re.fullmatch(r"\.([^:]+): ?(.*)", line):
        _write(dokumen.add_paragraph(style=match[1]), match[2])
    else:
        _write(dokumen.add_paragraph(), line)


def _add_letterhead(dokumen: Dokumen, *, mendatar: bool) -> None:
    """Write emblem and names side by side; an empty column keeps the names in the middle."""
    middle = 252 if mendatar else 112
    _add_table(dokumen, [f"|polos 24c {middle}c 24", "| {{ lambang }} |  | "])
    row = dokumen.tables[-1].rows[0]
    cell = row.cells[1]
    lines = (
        ("Kop Pemerintah", "{{ kantor.pemerintah|upper }}"),
        ("Kop Kantor", "{{ kantor.nama|upper }}"),
        ("Kop Alamat", "{{ kantor.alamat }}"),
    )
    for position, (gaya, teks) in enumerate(lines):
        paragraf = cell.add_paragraph() if position else cell.paragraphs[0]
        paragraf.style = gaya
        _write(paragraf, teks)
    for one in row.cells:
        one.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    dokumen.add_paragraph(style="Kop Garis")


def _add_signature(dokumen: Dokumen, siapa: str, bertanggal: str = "") -> None:
    """Write the signature as one row of a table: no page break ever falls into it."""
    pejabat, lines = PEJABAT[siapa]
    lines = (*(("{{ kantor.tempat }}, {{ tanggal }}",) if bertanggal else ()), *lines)
    wide = dokumen.sections[0].orientation == WD_ORIENT.LANDSCAPE
    dokumen.add_paragraph(style="Jarak Ikut")  # Word joins tables that touch
    _add_table(dokumen, ["|polos 180 107c" if wide else "|polos 85 75c", "| | "])
    cell = dokumen.tables[-1].rows[0].cells[1]
    paragraf = cell.paragraphs[0]
    for position, line in enumerate(lines):
        paragraf = cell.add_paragraph() if position else paragraf
        paragraf.style = "Tanda Tangan" if position else "Tanda Tangan Awal"
        _write(paragraf, line)
    cell.add_paragraph(style="Tanda Tangan Ruang")
    nama = "{{ %s.nama or [ISI: nama pejabat] }}" % pejabat  # noqa: UP031 - braces of Jinja
    _write(cell.add_paragraph(style="Tanda Tangan Nama"), nama)
    for facts, shown in (("pangkat", ""), ("nip", "NIP. ")):
        value = f"{pejabat}.{facts}"
        cell.add_paragraph(f"{{%p if {value} %}}")
        _write(cell.add_paragraph(style="Tanda Tangan"), f"{shown}{{{{ {value} }}}}")
        cell.add_paragraph("{%p endif %}")


def _write(paragraf: Paragraph, teks: str) -> None:
    """Write text with its bold words, blanks in colour and tabs."""
    for part in POTONGAN.split(teks.replace("\\t", "\t")):
        if match := BILA_KOSONG.fullmatch(part):
            paragraf.add_run(f"{{% if {match[1]} %}}{{{{ {match[1]} }}}}{{% else %}}")
            paragraf.add_run(match[2], style="Isian Kosong")
            paragraf.add_run("{% endif %}")
        elif part.startswith("**"):
            paragraf.add_run(part[2:-2]).bold = True
        elif part.startswith("[ISI: "):
            paragraf.add_run(part, style="Isian Kosong")
        elif part:
            paragraf.add_run(part.replace(" / ", "\n"))


def _add_table(dokumen: Dokumen, lines: Sequence[str]) -> None:
    kind, *words = lines[0].split()
    kolom = [_read_kolom(x) for x in words if x not in KATA_TABEL]
    small = " Kecil" if "kecil" in words else ""
    nama = "Tabel Polos (tabel)" if kind == "|polos" else f"Tabel Bergaris{small} (tabel)"
    isi = "Tabel Polos" if kind == "|polos" else f"Tabel Isi{small}"
    table = dokumen.add_table(0, len(kolom), nama)
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _set_width(table._tbl.tblPr, "w:tblW", PENUH)  # noqa: SLF001 - python-docx has no setter
    for grid, x in zip(table.columns, kolom, strict=True):
        grid.width = Mm(x.lebar)
    for line in lines[1:]:
        _add_row(table, line, kolom, isi)
    for row in table.rows:
        _set_cell_widths(row, kolom)
        if "ikut" in words:
            _keep_with_next(row)


def _keep_with_next(row: _Row) -> None:
    """Keep a row on one page with what follows: a signature never stands alone."""
    for cell in row.cells:
        for paragraf in cell.paragraphs:
            paragraf.paragraph_format.keep_with_next = True


def _read_kolom(kata: str) -> Kolom:
    lebar, rata = re.fullmatch(r"(\d+)([rcj]?)", kata).groups()  # type: ignore[union-attr] # ours
    return Kolom(int(lebar), RATAAN[rata])


def _set_width(owner: object, nama: str, lebar: int) -> None:
    """Set a width in fiftieths of a percent."""
    old = owner.find(qn(nama))  # type: ignore[attr-defined] # an element of lxml
    old.set(qn("w:type"), "pct")
    old.set(qn("w:w"), str(lebar))


def _set_cell_widths(row: _Row, kolom: Sequence[Kolom]) -> None:
    """Give every cell its share of the width; a merged one has the shares that it spans."""
    total, at = sum(x.lebar for x in kolom), 0
    for cell in row._tr.tc_lst:  # noqa: SLF001 - merged cells show once only here
        span = cell.grid_span
        share = sum(x.lebar for x in kolom[at : at + span])
        cell.get_or_add_tcPr().get_or_add_tcW()
        _set_width(cell.tcPr, "w:tcW", round(share * PENUH / total))
        at += span


def _add_row(table: Table, line: str, kolom: Sequence[Kolom], isi: str) -> None:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call] # python-docx left it out
    _flag(row, "w:cantSplit")
    if line.startswith("{%tr"):
        row.cells[0].paragraphs[0].add_run(line)
        return
    kind, cells = re.fullmatch(r"\|([!*+=#-]?) ?(.*)", line).groups()  # type: ignore[union-attr] # ours
    if kind in TINGGI_BARIS:
        row.height, row.height_rule = TINGGI_BARIS[kind], WD_ROW_HEIGHT_RULE.AT_LEAST
    if kind == "!":
        _flag(row, "w:tblHeader")
        _add_header(table, row, PEMISAH.split(cells), isi.replace("Isi", "Kepala"))
        return
    gaya = {"*": isi.replace("Isi", "Tebal"), "-": f"{isi} Kecil"}.get(kind, isi)
    for cell, text, x in zip(row.cells, PEMISAH.split(cells), kolom, strict=True):
        _fill(cell, text, gaya, x.rata)
        if kind in TINGGI_BARIS:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _add_header(table: Table, row: _Row, texts: Sequence[str], gaya: str) -> None:
    """Write header cells: `>3` spans three columns, `^` joins the cell above."""
    at = 0
    for text in texts:
        words, _, span = text.partition(" >")
        width = int(span or 1)
        cell = row.cells[at].merge(row.cells[at + width - 1])
        if words == "^":
            table.rows[-2].cells[at].merge(cell)
        else:
            _fill(cell, words, gaya, RATA.CENTER)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{WARNA_KEPALA}"/>'
            cell._tc.get_or_add_tcPr().append(parse_xml(shade))  # noqa: SLF001 - no setter
        at += width


def _fill(cell: _Cell, teks: str, gaya: str, rata: RATA) -> None:
    paragraf = cell.paragraphs[0]
    paragraf.style = gaya
    paragraf.alignment = rata
    _write(paragraf, teks)


def _flag(row: _Row, nama: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(nama))  # noqa: SLF001 - python-docx has no setter


def _set_page(dokumen: Dokumen, *, mendatar: bool) -> None:
    section = dokumen.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if mendatar else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (TINGGI, LEBAR) if mendatar else (LEBAR, TINGGI)
    section.left_margin, section.right_margin = (Mm(15), Mm(15)) if mendatar else (Mm(30), Mm(25))
    section.top_margin, section.bottom_margin = (Mm(12), Mm(12)) if mendatar else (Mm(15), Mm(18))
    section.header_distance = section.footer_distance = Mm(8)
    head = section.header
    head.paragraphs[0].add_run("{%p if tanda_contoh %}")
    head.add_paragraph("{{ tanda_contoh }}", style="Tanda Contoh")
    head.add_paragraph("{%p endif %}")


def _drop_foreign_parts(dokumen: Dokumen) -> None:
    for owner in (dokumen.part, dokumen.part.package):
        for rid, rel in list(owner.rels.items()):
            if any(nama in rel.reltype or nama in rel.target_ref for nama in TIDAK_IKUT):
                del owner.rels[rid]


def _set_properties(dokumen: Dokumen) -> None:
    properties = dokumen.core_properties
    properties.title = properties.author = properties.comments = ""
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
