"""What every spreadsheet program writes in the same way, taken out of a part at the speed of C.

The parser calls Python for each element. Cells and strings in their usual form are found by
one pattern instead, and the parser walks through what remains, so that it still judges the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

NAMA_LUBANG = "_"
LUBANG = f"<{NAMA_LUBANG}/>"
"""Stands where something was taken out: an element is lawful there exactly where it was."""

AKHIR = "sheetData"
"""The element whose end is the end of a sheet's cells."""

Lazim: TypeAlias = tuple[str, str, str | None, str | None, str | None]
"""Column, row, style, type and value of a cell; None where the file does not say."""

Runs: TypeAlias = str | list[tuple[str, str]]
"""A plain string, or its parts: each "" where its outer white space does not count, and text."""

# Numbers and shared strings; every other type, formulas and far places are left to the parser.
# Cells without a value that stand behind one are taken with it, and not told.
_KOSONG = r'<c r="[A-Z]{1,2}+[1-9][0-9]{0,5}+"(?: s="[0-9]{1,5}+")?+(?: t="[ns]")?+ ?/>'
_SEL = re.compile(
    r'<c r="([A-Z]{1,2}+)([1-9][0-9]{0,5}+)"(?: s="([0-9]{1,5}+)")?+(?: t="([ns])")?+'
    rf"(?:><v>([-+.0-9E]{{1,24}}+)</v></c>| ?/>(?:{_KOSONG})*+)"
)
_ANGGOTA = _SEL.groups + 1

# Rows that stay visible and of which nothing is left. The attributes stand in the order of the
# standard, as every program writes them, each once: twice would be no XML.
_SATU_BARIS = (
    r'<row r="[1-9][0-9]{0,5}+"(?: spans="[0-9]++:[0-9]++")?+(?: s="[0-9]++")?+'
    r'(?: customFormat="(?:1|0|true|false)")?+(?: ht="[0-9.]++")?+(?: hidden="(?:0|false)")?+'
    r'(?: customHeight="(?:1|0|true|false)")?+(?: outlineLevel="[0-9]++")?+'
    r'(?: collapsed="(?:0|false)")?+(?: x14ac:dyDescent="[0-9.]++")?+'
    rf"(?:>(?:{LUBANG})?+</row>| ?/>)"
)
# That it begins with plain letters is what lets the search skip everything else.
_BARIS = re.compile(f"{_SATU_BARIS}(?:{_SATU_BARIS})*+")

SEBLOK = 1 << 18
"""Letters of a sheet that are gone through at once; a form's sheet has far fewer."""
_AKHIR_BARIS = "</row>"

_KEPALA_TEKS = re.compile(
    r'\ufeff?<\?xml version="1\.0" encoding="[Uu][Tt][Ff]-8"(?: standalone="(?:yes|no)")?\?>\s*'
    r"<sst[ >]"
)
_BEBAS = r"[^<&\x00-\x08\x0b-\x1f\ufffe\uffff]*+"
_HURUF = f"{_BEBAS}(?:&(?:amp|lt|gt|quot|apos);{_BEBAS})*+"
_T = f'<t(?: xml:space="preserve")?>{_HURUF}</t>'
# Two attributes could be one twice, which is no XML.
_RUPA = r'<rPr>(?:<[A-Za-z]++(?: [A-Za-z]++="[-\w .#]*+")?/>)*+</rPr>'
_TEKS = re.compile(f"<si>({_T}|(?:<r>(?:{_RUPA})?{_T}</r>)++)</si>", re.ASCII)
_POTONGAN = re.compile(r'<t( xml:space="preserve")?>([^<]*)</t>')
_ENTITAS = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
"""The five that XML knows by itself; & last, for what follows it is text."""


def lift_cells(isi: bytes) -> Iterator[tuple[Iterable[Lazim], str]]:
    """Yield the cells in usual form and what is left without them, piece by piece of a sheet.

    None is taken where the same letters may be no cells: in a comment, a CDATA section or an
    instruction. What is left has one letter for each byte.
    """
    # Latin-1 keeps every byte; a part in UTF-16 has no such letters side by side.
    teks = isi.decode("latin-1")
    if b"<!" in isi or isi.rfind(b"<?") > len("\ufeff".encode()):
        yield (), teks
        return
    data, akhir, sisanya = teks.partition(f"</{AKHIR}>")
    for block in _blocks(data):
        pieces = _SEL.split(block)
        cells = zip(*(pieces[n::_ANGGOTA] for n in range(1, _ANGGOTA)), strict=True)
        yield cells, _BARIS.sub(LUBANG, LUBANG.join(filter(None, pieces[::_ANGGOTA])))
    yield (), akhir + sisanya


def _blocks(data: str) -> Iterator[str]:
    """Yield a sheet's text in blocks of whole rows: cells of all rows at once fill the memory."""
    awal = 0
    while awal < len(data):
        akhir = data.find(_AKHIR_BARIS, awal + SEBLOK)
        akhir = len(data) if akhir < 0 else akhir + len(_AKHIR_BARIS)
        yield data[awal:akhir]
        awal = akhir


def lift_strings(isi: bytes) -> tuple[Iterator[list[Runs]], bytes]:
    """Return the strings in usual form, and the table with a gap for each row of them.

    Outside of UTF-8 none is taken, nor where the same letters may be no strings.
    """
    try:
        teks = isi.decode()
    except UnicodeDecodeError:
        return iter(()), isi
    odd = any(x in teks for x in ("<!", "]]>", f"<{NAMA_LUBANG}")) or teks.rfind("<?") > 1
    if odd or not _KEPALA_TEKS.match(teks):
        return iter(()), isi
    first, *pieces = _TEKS.split(teks)
    between = pieces[1::2]
    rest = LUBANG.join([first, *(x for x in between if x)])
    return _rows_of(pieces[::2], between), rest.encode()


def _rows_of(strings: Sequence[str], between: Sequence[str]) -> Iterator[list[Runs]]:
    """Yield the strings that stand side by side, row by row."""
    row: list[Runs] = []
    for isi, after in zip(strings, between, strict=True):
        row.append(_runs_of(isi))
        if after:
            yield row
            row = []


def _runs_of(isi: str) -> Runs:
    if "&" not in isi:
        return isi[3:-4] if isi.startswith("<t>") else _POTONGAN.findall(isi)
    return [(utuh, _unescape(x)) for utuh, x in _POTONGAN.findall(isi)]


def _unescape(teks: str) -> str:
    """Return a text with its entities as characters; xml.sax takes long to load for this."""
    for nama, huruf in _ENTITAS.items():
        teks = teks.replace(nama, huruf)
    return teks
