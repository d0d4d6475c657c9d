"""Numbers the tables and pictures chapter by chapter, and the words that refer to them.

Both are real Word fields that already show their result: SEQ in the caption, REF in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kinerja_cli.adapter.lakip.kata_word import (
    Unsur,
    keep_with_next,
    make_bookmark,
    make_field,
    make_run,
    replace_text,
    text_of,
)
from kinerja_cli.adapter.lakip.naskah import BAB, Naskah
from kinerja_cli.adapter.lakip.penanda import POLA_PENANDA, Penanda, pattern

NOMOR_PERTAMA = 5001
"""First id of the bookmarks of captions: clear of those that Word made in the template."""

_BAB = re.compile(r"BAB\s+([IVX]+)\b")
_LAMPIRAN = re.compile(r"LAMPIRAN\s+(\d+)\b")
_ROMAWI = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


@dataclass(frozen=True, slots=True)
class Judul:
    """A caption: its kind (Tabel, Gambar), chapter, number in it, and words."""

    paragraf: Unsur
    jenis: str
    bab: str
    urut: int
    teks: str
    penanda: str

    @property
    def awalan(self) -> str:
        """Return what stands before the number: "Tabel 3."."""
        return f"{self.jenis} {self.bab}." if self.bab else f"{self.jenis} "

    @property
    def nomor(self) -> str:
        """Return the whole label: Tabel 3.1."""
        return f"{self.awalan}{self.urut}"


def number_captions(naskah: Naskah) -> tuple[Judul, ...]:
    """Number every caption, point every reference at the next one, and return the captions."""
    captions = tuple(_find_captions(naskah))
    for position, judul in enumerate(captions):
        _write_caption(judul, NOMOR_PERTAMA + position)
    _write_references(naskah, captions)
    return captions


def _find_captions(naskah: Naskah) -> Iterator[Judul]:
    bab, counts = "", dict[str, int]()
    found = 0
    for paragraph in naskah.paragraf:
        text = text_of(paragraph)
        if naskah.style(paragraph) == BAB:
            bab, counts = chapter_of(text), {}
        match = pattern(Penanda.JUDUL).search(text)
        if match:
            jenis = match[1]
            counts[jenis] = counts.get(jenis, 0) + 1
            found += 1
            words = POLA_PENANDA.sub("", text).strip()
            yield Judul(paragraph, jenis, bab, counts[jenis], words, f"_Ref{jenis}{found}")


def chapter_of(judul: str) -> str:
    """Return how captions name a chapter: 3 for BAB III, L2 for LAMPIRAN 2, "" before Bab I."""
    bab, lampiran = _BAB.match(judul), _LAMPIRAN.match(judul)
    if bab:
        return str(_ROMAWI.get(bab[1], bab[1]))
    return f"L{lampiran[1]}" if lampiran else ""


def _write_caption(judul: Judul, nomor: int) -> None:
    def build(_: re.Match[str], sifat: Unsur | None) -> Sequence[Unsur]:
        # \s 1 starts anew at each chapter in Word, \r 1 in programs that do not know \s.
        anew = " \\r 1" if judul.urut == 1 else ""
        field = make_field(f"SEQ {judul.jenis} \\* ARABIC \\s 1{anew}", str(judul.urut), sifat)
        return make_bookmark(nomor, judul.penanda, [make_run(judul.awalan, sifat), *field])

    replace_text(judul.paragraf, pattern(Penanda.JUDUL), build)


def _write_references(naskah: Naskah, captions: Sequence[Judul]) -> None:
    ahead = list(captions)
    for paragraph in naskah.paragraf:
        while ahead and ahead[0].paragraf is paragraph:
            ahead.pop(0)
        _write_reference(paragraph, ahead)


def _write_reference(paragraph: Unsur, ahead: Sequence[Judul]) -> None:
    def build(match: re.Match[str], sifat: Unsur | None) -> Sequence[Unsur]:
        target = next((x for x in ahead if x.jenis == match[1]), None)
        if target is None:
            return [make_run(match[1].lower(), sifat)]
        return make_field(f"REF {target.penanda} \\h", target.nomor, sifat)

    if pattern(Penanda.ACUAN).search(text_of(paragraph)):
        keep_with_next(paragraph)
        replace_text(paragraph, pattern(Penanda.ACUAN), build)
