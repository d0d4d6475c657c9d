"""Runs, fields and bookmarks of a Word document, and replacing text inside its runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from kinerja_cli.adapter.lakip.nama_xml import qn

Unsur = BaseOxmlElement
Pengganti = Callable[[re.Match[str], Unsur | None], Sequence[Unsur]]
"""Makes the elements that stand for a match, given the run properties around it."""


def paragraphs(body: Unsur) -> Iterator[Unsur]:
    """Yield every paragraph in reading order, those in tables included."""
    yield from body.iter(qn("w:p"))


def text_of(paragraph: Unsur) -> str:
    """Return the visible text of a paragraph; a line break or tab counts as a space."""
    text = qn("w:t")
    seen = [
        (node.text or "") if node.tag == text else " "
        for run in paragraph.iter(qn("w:r"))
        for node in run.iter(text, qn("w:br"), qn("w:tab"))
    ]
    return "".join(seen)


def style_id(paragraph: Unsur) -> str:
    """Return the style id of a paragraph; "" for the default."""
    for properties in paragraph.iterchildren(qn("w:pPr")):
        for style in properties.iterchildren(qn("w:pStyle")):
            return str(style.get(qn("w:val")) or "")
    return ""


def keep_with_next(paragraph: Unsur) -> None:
    """Keep a paragraph on one page with the next."""
    paragraph.get_or_add_pPr().get_or_add_keepNext()


def make_run(teks: str, sifat: Unsur | None = None) -> Unsur:
    """Return a run with this text and a copy of these properties."""
    run = _empty_run(sifat)
    node = OxmlElement("w:t")
    node.text = teks
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(node)
    return run


def set_text(run: Unsur, teks: str) -> None:
    """Set the text of a run that make_run made."""
    for node in run.iter(qn("w:t")):
        node.text = teks


def _empty_run(sifat: Unsur | None) -> Unsur:
    run: Unsur = OxmlElement("w:r")
    if sifat is not None:
        run.append(deepcopy(sifat))
    return run


def make_tab(sifat: Unsur | None = None) -> Unsur:
    """Return a run with a tab."""
    run = _empty_run(sifat)
    run.append(OxmlElement("w:tab"))
    return run


def make_field(perintah: str, tampak: str, sifat: Unsur | None = None) -> list[Unsur]:
    """Return the runs of a field that already shows its result."""
    return [*open_field(perintah, sifat), make_run(tampak, sifat), close_field(sifat)]


def open_field(perintah: str, sifat: Unsur | None = None) -> list[Unsur]:
    """Return the runs of a field up to where its result begins."""
    instruction = _empty_run(sifat)
    node = OxmlElement("w:instrText")
    node.text = f" {perintah} "
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    instruction.append(node)
    return [_field_mark("begin", sifat), instruction, _field_mark("separate", sifat)]


def close_field(sifat: Unsur | None = None) -> Unsur:
    """Return the run that ends a field."""
    return _field_mark("end", sifat)


def _field_mark(jenis: str, sifat: Unsur | None) -> Unsur:
    run = _empty_run(sifat)
    node = OxmlElement("w:fldChar")
    node.set(qn("w:fldCharType"), jenis)
    run.append(node)
    return run


def make_bookmark(nomor: int, nama: str, isi: Sequence[Unsur]) -> list[Unsur]:
    """Return elements between the ends of a bookmark; `nomor` is unique in the document."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(nomor))
    start.set(qn("w:name"), nama)
    end.set(qn("w:id"), str(nomor))
    return [start, *isi, end]


def replace_text(paragraph: Unsur, pola: re.Pattern[str], ganti: Pengganti) -> None:
    """Put elements in place of every match inside a run; the text around keeps its look."""
    for run in list(paragraph.iter(qn("w:r"))):
        if any(pola.search(node.text or "") for node in run.findall(qn("w:t"))):
            for element in _split(run, pola, ganti):
                run.addprevious(element)
            run.getparent().remove(run)


def _split(run: Unsur, pola: re.Pattern[str], ganti: Pengganti) -> Iterator[Unsur]:
    sifat = run.find(qn("w:rPr"))
    for node in run:
        if node.tag == qn("w:rPr"):
            continue
        if node.tag != qn("w:t"):
            other = _empty_run(sifat)
            other.append(deepcopy(node))
            yield other
            continue
        yield from _split_text(node.text or "", pola, ganti, sifat)


def _split_text(
    teks: str, pola: re.Pattern[str], ganti: Pengganti, sifat: Unsur | None
) -> Iterator[Unsur]:
    at = 0
    for match in pola.finditer(teks):
        if match.start() > at:
            yield make_run(teks[at : match.start()], sifat)
        yield from ganti(match, sifat)
        at = match.end()
    if at < len(teks):
        yield make_run(teks[at:], sifat)
