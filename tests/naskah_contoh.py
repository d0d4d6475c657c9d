"""The example's real draft, and ways to edit it as a person does in Word."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Dokumen
from docx.oxml.ns import qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kinerja_cli.adapter.baca_docx import read_docx
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.analisis import analyse
from kinerja_cli.cli import main
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.koreksi import check_naskah
from kinerja_cli.domain.temuan import Temuan, Tingkat

Sunting = Callable[[Dokumen], None]


@dataclass(frozen=True, slots=True)
class Draf:
    """A workspace in which all four tribulan were collected, its draft, and the analysis."""

    ruang: Path
    isi: bytes
    analisis: Analisis

    def edited(self, *sunting: Sunting) -> bytes:
        """Return the draft as somebody saved it after these edits."""
        dokumen = Document(BytesIO(self.isi))
        for one in sunting:
            one(dokumen)
        stream = BytesIO()
        dokumen.save(stream)
        return stream.getvalue()

    def check(self, isi: bytes) -> list[Temuan]:
        """Return what koreksi finds, without what is only left to fill in."""
        found = check_naskah(read_docx(isi, "lakip.docx"), self.analisis)
        return [x for x in found if x.jenis.tingkat is not Tingkat.INFO]


@pytest.fixture(scope="session")
def draf(terhimpun_sekali: Path) -> Draf:
    """Return the draft of the LAKIP of the example; tests only read it."""
    return _draft(terhimpun_sekali)


@cache  # the fixture is one of its own in every module that imports it
def _draft(terhimpun: Path) -> Draf:
    ruang = Path(shutil.copytree(terhimpun, terhimpun.with_name("koreksi")))
    with pytest.raises(SystemExit) as stop:
        main(["lakip", "--ruang", str(ruang)])
    assert not stop.value.code
    analisis, _ = analyse(Ruang(ruang), None, None)
    return Draf(ruang, (ruang / "laporan" / "lakip-2021.docx").read_bytes(), analisis)


def ganti(lama: str, baru: str) -> Sunting:
    """Replace words in the first paragraph that has them, as typing over them does."""

    def edit(dokumen: Dokumen) -> None:
        found = next(x for x in _body(dokumen) if lama in _plain(x))
        rewrite(found, _plain(found).replace(lama, baru))

    return edit


def _body(dokumen: Dokumen) -> Iterator[Paragraph]:
    """Yield the paragraphs that are no lines of the lists at the front."""
    lists = {
        x.style_id for x in dokumen.styles if str(x.name).startswith(("toc", "table of figures"))
    }
    for paragraf in dokumen.paragraphs:
        if paragraf._p.style not in lists:
            yield paragraf


def _plain(paragraf: Paragraph) -> str:
    return " ".join(paragraf.text.split())


def rewrite(paragraf: Paragraph, teks: str) -> None:
    """Give a paragraph another text, in the style of its first words."""
    first, *rest = paragraf._element.findall(f".//{qn('w:r')}")
    for run in rest:
        run.getparent().remove(run)
    Run(first, paragraf).text = teks


def tambah(setelah: str, teks: str) -> Sunting:
    """Write a new paragraph behind the first that has these words."""

    def edit(dokumen: Dokumen) -> None:
        found = next(x for x in dokumen.paragraphs if setelah in _plain(x))
        baru = deepcopy(found._element)
        found._element.addnext(baru)
        rewrite(Paragraph(baru, found._parent), teks)

    return edit


def sel(tabel: str, baris: str, kolom: int, teks: str) -> Sunting:
    """Type over a cell: of the table with that number, in a row that has these words."""

    def edit(dokumen: Dokumen) -> None:
        cell = find_row(dokumen, tabel, baris).cells[kolom]
        rewrite(cell.paragraphs[0], teks)

    return edit


def find_table(dokumen: Dokumen, nomor: str) -> Table:
    """Return the table under the caption of that number."""
    above = ""
    for block in dokumen.iter_inner_content():
        if isinstance(block, Table):
            if re.match(rf"Tabel {re.escape(nomor)}(?![.\d])", above):
                return block
        elif block.text.strip():
            above = _plain(block)
    raise LookupError(nomor)


def find_row(dokumen: Dokumen, tabel: str, baris: str) -> _Row:
    """Return the first row of a table that has these words."""
    rows: list[_Row] = list(find_table(dokumen, tabel).rows)
    for row in rows:
        if baris in " ".join(x.text or "" for x in row._tr.iter(qn("w:t"))):
            return row
    raise LookupError(baris)


def hapus_baris(tabel: str, baris: str) -> Sunting:
    """Delete the first row that has these words."""

    def edit(dokumen: Dokumen) -> None:
        row = find_row(dokumen, tabel, baris)
        row._tr.getparent().remove(row._tr)

    return edit


def hapus(teks: str, gaya: str = "") -> Sunting:
    """Delete the first paragraph that begins so, of that style if one is named."""

    def edit(dokumen: Dokumen) -> None:
        found = next(
            x
            for x in dokumen.paragraphs
            if _plain(x).startswith(teks) and (not gaya or (x.style and x.style.name == gaya))
        )
        found._element.getparent().remove(found._element)

    return edit


def hapus_bagian(judul: str) -> Sunting:
    """Delete a heading that begins so with all that stands under it."""

    def edit(dokumen: Dokumen) -> None:
        levels = [(x, _level(x)) for x in dokumen.iter_inner_content()]
        begun = [isinstance(x, Paragraph) and _plain(x).startswith(judul) for x, _ in levels]
        at = next(i for i, (_, level) in enumerate(levels) if level and begun[i])
        end = next(i for i in range(at + 1, len(levels)) if 0 < levels[i][1] <= levels[at][1])
        for one, _ in levels[at:end]:
            one._element.getparent().remove(one._element)

    return edit


def _level(blok: Paragraph | Table) -> int:
    """Return 1–9 for a heading, 0 for anything else."""
    nama = str(blok.style.name if blok.style else "")
    return int(nama[-1]) if nama.startswith("Heading ") else 0


def ubah_semua(*sunting: Sunting) -> Sunting:
    """Make several edits as one."""

    def edit(dokumen: Dokumen) -> None:
        for one in sunting:
            one(dokumen)

    return edit


def tukar(satu: str, dua: str) -> Sunting:
    """Let two headings change places, the words only."""

    def edit(dokumen: Dokumen) -> None:
        heads = [x for x in _body(dokumen) if x.style and str(x.style.name).startswith("Heading")]
        first = next(x for x in heads if satu in _plain(x))
        second = next(x for x in heads if dua in _plain(x) and x is not first)
        one, two = _plain(first), _plain(second)
        rewrite(first, two)
        rewrite(second, one)

    return edit


def kepala(tabel: str, kolom: int, teks: str) -> Sunting:
    """Type over a heading of a table."""

    def edit(dokumen: Dokumen) -> None:
        rewrite(find_table(dokumen, tabel).rows[0].cells[kolom].paragraphs[0], teks)

    return edit


def lacak_perubahan(lama: str, baru: str) -> Sunting:
    """Replace words with tracked changes on: the old ones stay in the file as deleted."""

    def edit(dokumen: Dokumen) -> None:
        found = next(x for x in dokumen.paragraphs if lama in x.text)
        before, _, after = found.text.partition(lama)
        rewrite(found, before)
        first = found.runs[0]._element
        for tag, teks, nama in (("w:del", lama, "w:delText"), ("w:ins", baru, "w:t")):
            mark = found._element.makeelement(qn(tag), {qn("w:id"): "900", qn("w:author"): "x"})
            run = deepcopy(first)
            text = run.find(qn("w:t"))
            text.tag, text.text = qn(nama), teks
            mark.append(run)
            found._element.append(mark)
        found.add_run(after)

    return edit
