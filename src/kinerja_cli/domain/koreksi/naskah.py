"""A finished report as koreksi sees it: paragraphs and tables in order, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from kinerja_cli.domain.temuan import Tempat

JUDUL_CATATAN = "bagian yang masih harus diisi"
"""The draft's last page begins with these words; it is no part of the report."""

PEMISAH_BAB = " › "
"""Stands between the headings that lead to a place."""

PANJANG_KUTIPAN = 90
PANJANG_BAGIAN = 48
PANJANG_JUDUL = 250

_NOMOR_TABEL = re.compile(r"Tabel\s+([A-Z]{0,2}\d+(?:[.\-]\d+)*)\b[.:]?\s*(.*)", re.DOTALL)
_BAB = re.compile(r"BAB\s+[IVX]+\b[^a-z]*")


@dataclass(frozen=True, slots=True)
class Paragraf:
    """A paragraph; `nomor` counts those of the file from 1 (0: head or foot of a page).

    `tingkat` is 1–9 for a heading, 0 for text; `daftar` marks a line of a table of contents;
    `jalur` holds the headings that it stands under, `urutan` its number under the last of them.
    """

    nomor: int
    teks: str
    tingkat: int = 0
    daftar: bool = False
    jalur: tuple[str, ...] = ()
    urutan: int = 0


@dataclass(frozen=True, slots=True)
class SelTabel:
    """A cell as it is read; a merged one stands at each of its places, with the same `nomor`."""

    teks: str
    nomor: int


BarisTabel: TypeAlias = tuple[SelTabel, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: its rows, of which the first `kepala` are the header, and its caption ("": none)."""

    baris: tuple[BarisTabel, ...]
    kepala: int = 1
    judul: str = ""
    jalur: tuple[str, ...] = ()

    @property
    def nomor(self) -> str:
        """Return the number in the caption, "" where there is none."""
        return table_number(self.judul)

    @property
    def nama(self) -> str:
        """Return what a person calls it."""
        return f"Tabel {self.nomor}" if self.nomor else "tabel tanpa nomor"

    def header(self, kolom: int) -> str:
        """Return the words above a column, those of merged header cells once."""
        words: list[str] = []
        for row in self.baris[: self.kepala]:
            text = " ".join(row[kolom].teks.split()) if kolom < len(row) else ""
            if text and text not in words:
                words.append(text)
        return " ".join(words)


Blok: TypeAlias = Paragraf | Tabel


@dataclass(frozen=True, slots=True)
class Naskah:
    """A report in document order; `tepi` are the texts at the heads and feet of its pages."""

    berkas: str
    blok: tuple[Blok, ...]
    tepi: tuple[Paragraf, ...] = ()

    @property
    def paragraf(self) -> tuple[Paragraf, ...]:
        """Return the paragraphs outside tables, without the lines of the tables of contents."""
        return tuple(x for x in self.blok if isinstance(x, Paragraf) and not x.daftar)

    @property
    def tabel(self) -> tuple[Tabel, ...]:
        """Return the tables."""
        return tuple(x for x in self.blok if isinstance(x, Tabel))

    @property
    def judul(self) -> tuple[Paragraf, ...]:
        """Return the headings."""
        return tuple(x for x in self.paragraf if x.tingkat)


@dataclass(frozen=True, slots=True)
class TempatNaskah(Tempat):
    """A place in a report: `lembar` is the chapter and table, `nomor` the paragraph of the file.

    `letak` says where in there ("baris 3, kolom Realisasi"), `kutipan` what stands there.
    """

    letak: str = ""
    kutipan: str = ""
    nomor: int = 0

    @property
    def sel(self) -> str:
        """Return the row and column of a table, or the number of the paragraph."""
        return self.letak

    def __str__(self) -> str:
        """Show the place as `lakip.docx · Bab › bagian · paragraf 2`."""
        return " · ".join(filter(None, (self.berkas, self.lembar, self.letak)))


def table_number(teks: str) -> str:
    """Return the number of a caption such as "Tabel 3.2 Target dan Realisasi", else ""."""
    match = _NOMOR_TABEL.match(teks)
    return match[1] if match and len(teks) <= PANJANG_JUDUL else ""


def place_of(naskah: Naskah, paragraf: Paragraf, kutipan: str = "") -> TempatNaskah:
    """Return the place of a paragraph, or of one sentence in it."""
    where = "judul" if paragraf.tingkat else f"paragraf {paragraf.urutan}"
    return TempatNaskah(
        naskah.berkas,
        _show_path(paragraf.jalur) or "Sampul",
        letak=where if paragraf.nomor else "",
        kutipan=shorten(kutipan or paragraf.teks),
        nomor=paragraf.nomor,
    )


def place_in(naskah: Naskah, tabel: Tabel, baris: int, kolom: int) -> TempatNaskah:
    """Return the place of a cell; rows count from 1 with the header, as a person counts."""
    cell = tabel.baris[baris][kolom]
    header = tabel.header(kolom)
    return TempatNaskah(
        naskah.berkas,
        _show_path((*tabel.jalur, tabel.nama)),
        baris + 1,
        kolom + 1,
        letak=f"baris {baris + 1}, kolom {header or kolom + 1}",
        kutipan=shorten(cell.teks),
        nomor=cell.nomor,
    )


def _show_path(jalur: Sequence[str]) -> str:
    return PEMISAH_BAB.join(shorten(x, PANJANG_BAGIAN) for x in jalur)


def shorten(teks: str, panjang: int = PANJANG_KUTIPAN) -> str:
    """Return a text on one line, cut after so many characters."""
    line = " ".join(teks.split())
    return line if len(line) <= panjang else f"{line[:panjang].rstrip()}…"


def arrange(berkas: str, blok: Iterable[Blok], tepi: Sequence[Paragraf] = ()) -> Naskah:
    """Return the report with headings, captions and places put to its blocks.

    The draft's own last page, a list for its writers, is left out.
    """
    kept = _captioned(list(_before_notes(blok)))
    margins = tuple(replace(x, jalur=("Kepala dan kaki halaman",)) for x in tepi)
    return Naskah(berkas, tuple(_placed(kept)), margins)


def _before_notes(blok: Iterable[Blok]) -> Iterator[Blok]:
    for one in blok:
        if isinstance(one, Paragraf) and not one.teks.strip():
            continue
        yield one
        if isinstance(one, Paragraf) and one.teks.strip().casefold() == JUDUL_CATATAN:
            return


def _placed(blok: Iterable[Blok]) -> Iterator[Blok]:
    """Yield the blocks with the headings above them."""
    path: list[tuple[int, str]] = []
    order = 0
    for one in blok:
        if isinstance(one, Tabel):
            yield replace(one, jalur=_titles(path))
            continue
        tingkat = one.tingkat or _chapter_level(one)
        if tingkat:
            path = [x for x in path if x[0] < tingkat]
            path.append((tingkat, " ".join(one.teks.split())))
            order = 0
        else:
            order += 1
        yield replace(one, tingkat=tingkat, jalur=_titles(path), urutan=order)


def _titles(path: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(title for _, title in path)


def _chapter_level(paragraf: Paragraf) -> int:
    """Return 1 for a chapter's title that somebody typed without a heading style."""
    return int(not paragraf.daftar and bool(_BAB.fullmatch(paragraf.teks)))


def _captioned(blok: list[Blok]) -> Iterator[Blok]:
    """Yield the blocks, tables with the caption above or, where there is none, below."""
    for at, one in enumerate(blok):
        if not isinstance(one, Tabel):
            yield one
            continue
        above = _caption_at(blok, at - 1)
        below = "" if isinstance(_at(blok, at + 2), Tabel) else _caption_at(blok, at + 1)
        yield replace(one, judul=above or below)


def _caption_at(blok: list[Blok], at: int) -> str:
    one = _at(blok, at)
    return one.teks if isinstance(one, Paragraf) and table_number(one.teks) else ""


def _at(blok: list[Blok], at: int) -> Blok | None:
    return blok[at] if 0 <= at < len(blok) else None
