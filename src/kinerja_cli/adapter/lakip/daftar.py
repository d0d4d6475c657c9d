"""Daftar isi, daftar tabel, daftar gambar: Word fields that already hold their entries.

Word fills in new page numbers when the reader updates the fields; the ones written here are
those that the estimate of the pages gives, so that nobody finds an empty list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement

from kinerja_cli.adapter.lakip.kata_word import (
    Unsur,
    close_field,
    make_bookmark,
    make_run,
    make_tab,
    open_field,
    set_text,
    text_of,
)
from kinerja_cli.adapter.lakip.nama_xml import qn
from kinerja_cli.adapter.lakip.naskah import JUDUL, Naskah
from kinerja_cli.adapter.lakip.nomor import Judul
from kinerja_cli.adapter.lakip.penanda import Penanda, pattern
from kinerja_cli.adapter.lakip.perkiraan import Halaman, estimate_pages

TINGKAT = JUDUL[:3]
NOMOR_PERTAMA = 3001
"""First id of the bookmarks of headings: clear of those that Word made in the template."""


@dataclass(frozen=True, slots=True)
class Butir:
    """One line of a list: style name, words, the bookmark it leads to, the paragraph there."""

    gaya: str
    teks: str
    penanda: str
    paragraf: Unsur


def fill_lists(naskah: Naskah, captions: Sequence[Judul]) -> None:
    """Put the lists where their marks stand, with the page numbers of the estimate."""
    headings = tuple(_mark_headings(naskah))
    places = [(nama, x) for x in naskah.paragraf if (nama := _list_at(x))]
    lists = {nama: _entries(nama, headings, captions) for nama, _ in places}
    spots = [(nama, _write(naskah, nama, paragraph, lists[nama])) for nama, paragraph in places]
    pages = estimate_pages(naskah)
    for nama, numbers in spots:
        for butir, number in zip(lists[nama], numbers, strict=True):
            set_text(number, pages.get(butir.paragraf, Halaman()).teks)


def _list_at(paragraph: Unsur) -> str:
    match = pattern(Penanda.DAFTAR).search(text_of(paragraph))
    return match[1] if match else ""


def _mark_headings(naskah: Naskah) -> Iterator[Butir]:
    nomor = NOMOR_PERTAMA
    for paragraph in naskah.paragraf:
        style, text = naskah.style(paragraph), " ".join(text_of(paragraph).split())
        if style in TINGKAT and text:
            nama = f"_Toc{nomor:08d}"
            runs = [x for x in paragraph if x.tag != qn("w:pPr")]
            for element in make_bookmark(nomor, nama, runs):
                paragraph.append(element)
            nomor += 1
            yield Butir(f"toc {TINGKAT.index(style) + 1}", text, nama, paragraph)


def _entries(nama: str, headings: Sequence[Butir], captions: Sequence[Judul]) -> Sequence[Butir]:
    if nama == "isi":
        return headings
    return [
        Butir("table of figures", f"{x.nomor} {x.teks}", x.penanda, x.paragraf)
        for x in captions
        if x.jenis == nama
    ]


def _write(naskah: Naskah, nama: str, place: Unsur, butir: Sequence[Butir]) -> list[Unsur]:
    """Write the list in place of its mark and return the runs for its page numbers."""
    command = 'TOC \\o "1-3" \\h \\z \\u' if nama == "isi" else f'TOC \\h \\z \\c "{nama}"'
    numbers = []
    for position, x in enumerate(butir):
        line, number = _line(naskah.id_of(x.gaya), x)
        if position == 0:
            for offset, run in enumerate(open_field(command)):
                line.insert(1 + offset, run)
        if position == len(butir) - 1:
            line.append(close_field())
        place.addprevious(line)
        numbers.append(number)
    if butir:
        place.getparent().remove(place)
    else:
        _say_empty(place)
    return numbers


def _line(gaya: str, butir: Butir) -> tuple[Unsur, Unsur]:
    line: Unsur = OxmlElement("w:p")
    properties, style = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
    style.set(qn("w:val"), gaya)
    properties.append(style)
    line.append(properties)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), butir.penanda)
    link.set(qn("w:history"), "1")
    number = make_run("")
    field = open_field(f"PAGEREF {butir.penanda} \\h")
    for element in (make_run(butir.teks), make_tab(), *field, number, close_field()):
        link.append(element)
    line.append(link)
    return line, number


def _say_empty(place: Unsur) -> None:
    for run in place.findall(qn("w:r")):
        place.remove(run)
    place.append(make_run("Tidak ada."))
