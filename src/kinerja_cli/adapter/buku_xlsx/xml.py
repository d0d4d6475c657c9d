"""How the XML inside a workbook is parsed: DTDs refused, names compared without their prefix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Protocol, TypeAlias
from xml.parsers import expat

from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca

Atribut: TypeAlias = dict[str, str]

BENAR = ("1", "true")

BAGIAN_KECIL = 32 * 1024
"""Bytes; larger parts are not kept in memory."""

# What expat reads by itself. Behind any other name stands one of Python's codecs, and those
# raise whatever they like on what a file makes of them.
_ENKODE = frozenset({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ISO-8859-1"})
# The wrappings of what a reader takes that knows no extension, as this one.
_PEMBUNGKUS = frozenset({"AlternateContent", "Fallback"})


@dataclass(frozen=True, slots=True)
class Unsur:
    """One element of a small part: its name and its parent's, attributes as written, last text."""

    nama: str
    induk: str
    atribut: Atribut
    teks: str


def local_name(nama: str) -> str:
    """Return a name without its prefix."""
    return nama.rpartition(":")[2]


class Penangan(Protocol):
    """Follows the parser through a large part; `potongan` receives its text, in pieces.

    Names come as written, with any prefix, so that the usual file pays nothing for the rare one.
    """

    akar: ClassVar[str]
    potongan: list[str]

    def start(self, nama: str, atribut: Atribut, /) -> None:
        """Take note of an element that begins."""

    def end(self, nama: str, /) -> None:
        """Take note of an element that ends."""


def parse_xml(isi: bytes, penangan: Penangan, sampai: str = "") -> None:
    """Lead a handler through one part; raises BukuTakTerbaca, also for another root.

    After the end of an element `sampai` the handler is told nothing more; the rest has only to be
    well formed.
    """
    parser = _parser()

    def start_root(nama: str, _: Atribut) -> None:
        if local_name(nama) != penangan.akar:
            raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"bagian {penangan.akar} tidak ada")
        parser.StartElementHandler = penangan.start

    def end_until(nama: str) -> None:
        penangan.end(nama)
        if nama == sampai:
            parser.StartElementHandler = parser.EndElementHandler = None
            parser.CharacterDataHandler = None

    parser.StartElementHandler = start_root
    parser.EndElementHandler = end_until if sampai else penangan.end
    parser.CharacterDataHandler = penangan.potongan.append
    _run(parser, isi)


def read_elements(isi: bytes, dicari: frozenset[str]) -> Sequence[Unsur]:
    """Return the elements with these local names, in the order of their ends.

    Units fill the same form: its small parts come again, byte for byte, in every workbook.
    """
    return (_read_again if len(isi) <= BAGIAN_KECIL else _read_elements)(isi, dicari)


def _read_elements(isi: bytes, dicari: frozenset[str]) -> Sequence[Unsur]:
    found: list[Unsur] = []
    jalur: list[tuple[str, str, Atribut]] = [("", "", {})]
    potongan: list[str] = []

    def start(nama: str, atribut: Atribut) -> None:
        lokal = local_name(nama)
        wadah = jalur[-1][1] if lokal in _PEMBUNGKUS else lokal
        jalur.append((lokal, wadah, atribut))
        potongan.clear()

    def end(_: str) -> None:
        nama, _wadah, atribut = jalur.pop()
        if nama in dicari:
            found.append(Unsur(nama, jalur[-1][1], atribut, "".join(potongan)))

    parser = _parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = potongan.append
    _run(parser, isi)
    return found


_read_again = lru_cache(maxsize=64)(_read_elements)


def _parser() -> expat.XMLParserType:
    """Return a parser that refuses a DTD, the only door to entities, at its first word."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.XmlDeclHandler = _check_encoding
    return parser


def _refuse_doctype(*_: object) -> None:
    raise BukuTakTerbaca(SebabTakTerbaca.BERBAHAYA, "bagian XML-nya memuat deklarasi DOCTYPE")


def _check_encoding(_versi: str, enkode: str | None, _mandiri: int) -> None:
    if enkode is not None and enkode.upper() not in _ENKODE:
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"enkode XML {enkode[:40]!r} tidak dikenal")


def _run(parser: expat.XMLParserType, isi: bytes) -> None:
    try:
        parser.Parse(isi, True)  # noqa: FBT003 - expat takes no keyword
    except expat.ExpatError as error:
        rincian = f"XML-nya tidak utuh pada baris {error.lineno}"
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, rincian) from error
