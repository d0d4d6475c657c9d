"""What is left to fill in: every "[ISI: …]" of the draft, in colour and on a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement

from kinerja_cli.adapter.lakip.kata_word import (
    Unsur,
    make_run,
    replace_text,
    text_of,
)
from kinerja_cli.adapter.lakip.nama_xml import qn
from kinerja_cli.adapter.lakip.naskah import BAB, JUDUL, Naskah

POLA_ISI = re.compile(r"\[ISI: ([^\]]+)\]")
GAYA_ISI = "isian kosong"
JUDUL_BAGIAN = JUDUL[1:]


@dataclass(frozen=True, slots=True)
class Kosong:
    """A blank: where it stands, chapter first, and what is to be written."""

    bab: str
    isi: str

    def __str__(self) -> str:
        """Return both as one line."""
        return f"{self.bab}: {self.isi}"


def find_blanks(naskah: Naskah) -> tuple[Kosong, ...]:
    """Return the blanks of the document in reading order."""
    return tuple(_blanks(naskah))


def _blanks(naskah: Naskah) -> Iterator[Kosong]:
    bab, bagian = "Sampul", ""
    for paragraph in naskah.paragraf:
        style, text = naskah.style(paragraph), text_of(paragraph)
        if style == BAB:
            bab, bagian = text.strip(), ""
        elif style in JUDUL_BAGIAN:
            bagian = _section(bagian, style, text.strip())
        for match in POLA_ISI.finditer(text):
            yield Kosong(f"{bab}{bagian}", match[1].strip())


def _section(bagian: str, style: str, teks: str) -> str:
    """Return the path of headings below the chapter; a heading replaces those of its level."""
    level = JUDUL_BAGIAN.index(style)
    above = bagian.split(" › ")[1 : level + 1]
    short = teks.split(":", maxsplit=1)[0] if style == JUDUL[2] else teks
    return "".join(f" › {x}" for x in (*above, short))


def colour_blanks(naskah: Naskah) -> None:
    """Give every blank the look of one, those that came from the data too."""
    gaya = naskah.id_of(GAYA_ISI)

    def colour(match: re.Match[str], _: Unsur | None) -> Sequence[Unsur]:
        sifat: Unsur = OxmlElement("w:rPr")
        for nama, nilai in (("w:rStyle", gaya), ("w:highlight", "yellow")):
            if nilai:
                node = OxmlElement(nama)
                node.set(qn("w:val"), nilai)
                sifat.append(node)
        return [make_run(match[0], sifat)]

    for paragraph in naskah.paragraf:
        replace_text(paragraph, POLA_ISI, colour)
