"""Checks a template before it is used: every wrong tag and unknown variable, with its paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as Dokumen
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from jinja2 import TemplateSyntaxError, nodes

from kinerja_cli.adapter.lakip.blok_templat import Pemeriksa
from kinerja_cli.adapter.lakip.kata_jinja import make_lingkungan
from kinerja_cli.adapter.lakip.kata_word import Unsur, paragraphs, text_of
from kinerja_cli.adapter.lakip.nama_xml import qn
from kinerja_cli.adapter.lakip.naskah import JUDUL, Naskah
from kinerja_cli.adapter.lakip.perintah_templat import find_perintah, find_salah_tulis
from kinerja_cli.adapter.lakip.variabel_templat import RagamTemplat

PANJANG_KUTIPAN = 80
BUKAN_WORD = "bukan dokumen Word (.docx) yang utuh"
BERSARANG = "perintah di dalamnya bersarang terlalu dalam"
RUSAK = (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError)
"""What the library raises for bytes that are no Word file."""


@dataclass(frozen=True, slots=True)
class Cacat:
    """One fault of a template: the part it stands in, its paragraph's text, what is wrong."""

    bagian: str
    kutipan: str
    masalah: str

    def __str__(self) -> str:
        """Return all three as one line."""
        if not self.kutipan:
            return f"{self.bagian}: {self.masalah}"
        return f"{self.bagian}, paragraf “{self.kutipan}”: {self.masalah}"


@dataclass(frozen=True, slots=True)
class _Paragraf:
    bagian: str
    teks: str
    dalam_baris: bool

    def fault(self, masalah: str) -> Cacat:
        short = " ".join(self.teks.split())
        tail = "…" if len(short) > PANJANG_KUTIPAN else ""
        return Cacat(self.bagian, f"{short[:PANJANG_KUTIPAN]}{tail}", masalah)


def check_templat(templat: bytes, ragam: RagamTemplat) -> tuple[Cacat, ...]:
    """Return every fault of a template in reading order; empty where its tags are right."""
    try:
        parts = list(_parts(Document(BytesIO(templat)), ragam.pembuka))
        return tuple(dict.fromkeys(x for part in parts for x in _check(part, ragam)))
    except RUSAK:
        return (Cacat("Berkas", "", BUKAN_WORD),)
    except RecursionError:
        return (Cacat("Berkas", "", BERSARANG),)


def used_variables(templat: bytes, ragam: RagamTemplat) -> frozenset[str]:
    """Return the variables that the tags of a template name."""
    lingkungan = make_lingkungan()
    parts = _parts(Document(BytesIO(templat)), ragam.pembuka)
    names = set[str]()
    for tag in (tag for part in parts for x in part for tag in find_perintah(x.teks)):
        try:
            tree = lingkungan.parse(tag.snippet)
        except TemplateSyntaxError:  # endfor, else: no names in them
            continue
        names |= {x.name for x in tree.find_all(nodes.Name)}
    return frozenset(names & ragam.variabel.keys())


def _check(bagian: list[_Paragraf], ragam: RagamTemplat) -> Iterator[Cacat]:
    pemeriksa = Pemeriksa[_Paragraf](ragam.variabel)
    for paragraf in bagian:
        typed = tuple(find_salah_tulis(paragraf.teks, dalam_baris=paragraf.dalam_baris))
        yield from map(paragraf.fault, typed)
        for perintah in find_perintah(paragraf.teks):
            yield from map(paragraf.fault, pemeriksa.check(perintah, paragraf))
    for paragraf, masalah in pemeriksa.finish():
        yield paragraf.fault(masalah)


def _parts(dokumen: Dokumen, pembuka: str) -> Iterator[list[_Paragraf]]:
    """Yield the body, then each head and foot: blocks never reach from one into another."""
    yield list(_body(Naskah(dokumen), pembuka))
    for kind, bagian in ((RT.HEADER, "Kepala halaman"), (RT.FOOTER, "Kaki halaman")):
        for rel in dokumen.part.rels.values():
            if rel.reltype == kind:
                root = parse_xml(rel.target_part.blob)
                yield [_Paragraf(bagian, text_of(x), _in_row(x)) for x in paragraphs(root)]


def _body(naskah: Naskah, pembuka: str) -> Iterator[_Paragraf]:
    bagian = pembuka
    for paragraph in naskah.paragraf:
        teks = text_of(paragraph)
        if naskah.style(paragraph) in JUDUL:
            bagian = " ".join(teks.split())
        yield _Paragraf(bagian, teks, _in_row(paragraph))


def _in_row(paragraph: Unsur) -> bool:
    return any(x.tag == qn("w:tr") for x in paragraph.iterancestors())
