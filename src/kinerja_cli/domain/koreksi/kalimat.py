"""Sentences with what they are about: judged only where that is beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kinerja_cli.domain.analisis.model import HasilIndikator, HasilSasaran
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan, Rincian
from kinerja_cli.domain.koreksi.kata import key_of, split_sentences
from kinerja_cli.domain.koreksi.naskah import (
    Naskah,
    Paragraf,
    place_of,
    table_number,
)
from kinerja_cli.domain.temuan import Temuan

_LABEL_KUTIPAN = re.compile(
    r"(?:faktor penyebab|penyebab|kendala|hambatan|solusi[\w ]*|rencana tindak lanjut)\s*:",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"\b((?:19|20)\d\d)\b")
_TRIBULAN = re.compile(
    r"\b(?:tribulan|triwulan|tw\.? ?[ivx\d]+|semester|caturwulan|januari|februari|maret|april|mei"
    r"|juni|juli|agustus|september|oktober|november|desember)\b",
    re.IGNORECASE,
)
_NIAT = re.compile(
    r"\b(?:agar|supaya|guna|untuk (?:dapat|bisa|memenuhi|mencapai|melampaui|meningkatkan)|upaya"
    r"|berupaya|diharapkan|harapan|akan|perlu|harus|wajib|jika|apabila|bila|kalau|seandainya"
    r"|seharusnya|hampir|nyaris|rencana\w*|direncanakan|menargetkan)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Kalimat:
    """A sentence or clause, its names masked.

    `indikator` is the one indicator it is about, `rincian` the nodes it names, `sasaran` the one
    whose section it stands in; each None or empty where that is not beyond doubt.
    """

    naskah: Naskah
    paragraf: Paragraf
    teks: str
    asli: str
    indikator: HasilIndikator | None
    rincian: tuple[Rincian, ...]
    sasaran: HasilSasaran | None
    tahun_paragraf: frozenset[int]
    bernama: bool

    @cached_property
    def tahun(self) -> frozenset[int]:
        """Return the years that it names."""
        return years_in(self.teks)

    @cached_property
    def tribulan(self) -> bool:
        """Tell whether it speaks of a part of the year, with figures of its own."""
        return speaks_of_tribulan(self.teks)

    @cached_property
    def niat(self) -> bool:
        """Tell whether it speaks of what should be, not of what is."""
        return _NIAT.search(self.teks) is not None

    def found(self, jenis: JenisTemuan, **fakta: str) -> Temuan:
        """Return a finding at this sentence."""
        return Temuan(jenis, place_of(self.naskah, self.paragraf, self.asli), fakta)


def speaks_of_tribulan(teks: str) -> bool:
    """Tell whether a text names a part of the year."""
    return _TRIBULAN.search(teks) is not None


def years_in(teks: str) -> frozenset[int]:
    """Return the years in a text."""
    return frozenset(int(x) for x in _TAHUN.findall(teks))


def sentences_of(naskah: Naskah, acuan: Acuan) -> Iterator[Kalimat]:
    """Yield the sentences of the report's own text: no headings, captions, or units' words."""
    quoted = _quotations(acuan)
    for paragraf in naskah.paragraf:
        if paragraf.tingkat or table_number(paragraf.teks) or _is_quoted(paragraf, quoted):
            continue
        yield from _sentences(naskah, paragraf, acuan)


def _quotations(acuan: Acuan) -> frozenset[str]:
    """Return the keys of what units wrote: it is theirs, and speaks of their tribulan."""
    notes = [
        y.penjelasan
        for x in acuan.analisis.indikator
        for porsi in x.porsi
        for y in porsi.laporan
        if y
    ]
    texts = [y for x in notes for y in (x.penyebab, x.kendala, x.solusi, x.tindak_lanjut)]
    return frozenset(filter(None, map(key_of, texts)))


def _is_quoted(paragraf: Paragraf, quoted: frozenset[str]) -> bool:
    teks = paragraf.teks
    if _LABEL_KUTIPAN.match(teks):
        return True
    return key_of(teks) in quoted or key_of(teks.partition(":")[2]) in quoted


def _sentences(naskah: Naskah, paragraf: Paragraf, acuan: Acuan) -> Iterator[Kalimat]:
    whole = acuan.topeng.apply(paragraf.teks)
    subject = _single(whole.nama, acuan)
    section = acuan.sasaran_at(paragraf.jalur)
    plain = split_sentences(paragraf.teks)
    masked = split_sentences(whole.teks)
    for at, teks in enumerate(masked):
        names = acuan.topeng.names_in(teks)
        yield Kalimat(
            naskah,
            paragraf,
            teks,
            plain[at] if len(plain) == len(masked) else paragraf.teks,
            _single(names, acuan) if names else subject,
            tuple(y for x in names for y in acuan.rincian.get(x, ())),
            section,
            years_in(whole.teks),
            bool(names),
        )


def _single(names: tuple[str, ...], acuan: Acuan) -> HasilIndikator | None:
    """Return the indicator where one name alone stands, and one indicator alone bears it."""
    if len(names) != 1:
        return None
    found = acuan.indikator.get(names[0], ())
    return found[0] if len(found) == 1 else None
