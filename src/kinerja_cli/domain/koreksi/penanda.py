"""Placeholders that were left: blanks of the draft, dots, template marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan
from kinerja_cli.domain.koreksi.naskah import (
    JUDUL_CATATAN,
    Naskah,
    TempatNaskah,
    place_in,
    place_of,
    shorten,
)
from kinerja_cli.domain.temuan import Temuan

_ISIAN = re.compile(r"\[ISI:?\s*([^\]]*)\]?", re.IGNORECASE)
_PENANDA = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\}\}|\b[xX]{3,}\b|\.{5,}|…{2,}|_{4,}|\[\s*\.*\s*\]"
    r"|<[^<>\d]{3,40}>|\?{3,}|\b(?:lorem ipsum|TBD|TODO)\b"
)
_NAMA_CONTOH = re.compile(r"Nama (?:Camat|Sekretaris|Pejabat|Kasubbag|Kasubag|Pegawai)\b.{0,20}")


def no_placeholder_is_left(naskah: Naskah, _: Acuan) -> Iterator[Temuan]:
    """Nothing that stands for something else is left in the report."""
    for teks, place in _texts(naskah):
        if " ".join(teks.split()).casefold() == JUDUL_CATATAN:
            yield Temuan(JenisTemuan.KOREKSI_CATATAN_PENYUSUN, place())
            continue
        for match in _ISIAN.finditer(teks):
            nilai = shorten(match[1]) or "bagian ini"
            yield Temuan(JenisTemuan.KOREKSI_ISIAN_TERSISA, place(), {"nilai": nilai})
        if _NAMA_CONTOH.fullmatch(teks.strip()):
            fakta = {"nilai": f"nama pejabat ({teks.strip()})"}
            yield Temuan(JenisTemuan.KOREKSI_ISIAN_TERSISA, place(), fakta)
        if left := _left_in(teks):
            fakta = {"nilai": shorten(left)}
            yield Temuan(JenisTemuan.KOREKSI_PENANDA_TERSISA, place(), fakta)


@lru_cache(maxsize=8192)
def _left_in(teks: str) -> str:
    """Return the first mark in a text that is no blank, "" for none; cells repeat each other."""
    left = _PENANDA.search(_ISIAN.sub("", teks))
    return left[0] if left else ""


def _texts(naskah: Naskah) -> Iterator[tuple[str, Callable[[], TempatNaskah]]]:
    """Yield every text once with its place; merged cells stand at several places."""
    for paragraf in (*naskah.tepi, *naskah.paragraf):
        yield paragraf.teks, partial(place_of, naskah, paragraf)
    for tabel in naskah.tabel:
        seen: set[int] = set()
        for ke, row in enumerate(tabel.baris):
            for kolom, sel in enumerate(row):
                if sel.teks and sel.nomor not in seen:
                    seen.add(sel.nomor)
                    yield sel.teks, partial(place_in, naskah, tabel, ke, kolom)
