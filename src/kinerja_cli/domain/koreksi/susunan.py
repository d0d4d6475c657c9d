"""The order of the report: its chapters, and the seven analyses of every sasaran."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan
from kinerja_cli.domain.koreksi.baris import BAGIAN_NAMA
from kinerja_cli.domain.koreksi.kata import key_of
from kinerja_cli.domain.koreksi.naskah import (
    Naskah,
    Paragraf,
    TempatNaskah,
    place_of,
    table_number,
)
from kinerja_cli.domain.temuan import Temuan

BERTANDA_TERBANYAK = 120
"""A line no longer than this may be a heading that somebody typed without a style."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """A part that the report must have: its name, the words of its heading, and those of others."""

    nama: str
    pola: str
    bukan: str = r"\b\B"
    setahun: bool = False
    """Only a whole year is compared: a report before its end may leave it out."""

    def is_headed(self, judul: str) -> bool:
        """Tell whether a heading is that of this part."""
        flat = key_of(judul)
        return bool(re.search(self.pola, flat)) and not re.search(self.bukan, flat)


BAB = (
    Bagian("Kata Pengantar", r"^kata pengantar"),
    Bagian("Ikhtisar Eksekutif", r"(ikhtisar|ringkasan) eksekutif"),
    Bagian("Daftar Isi", r"^daftar isi"),
    Bagian("Bab I Pendahuluan", r"pendahuluan$|^bab i$|^bab i "),
    Bagian("Bab II Perencanaan Kinerja", r"^(bab ii )?perencanaan|^bab ii( |$)"),
    Bagian("Bab III Akuntabilitas Kinerja", r"^(bab iii )?akuntabilitas kinerja|^bab iii( |$)"),
    Bagian("Bab IV Penutup", r"(^|^bab iv )penutup|^bab iv( |$)"),
    Bagian("Lampiran", r"^lampiran"),
)
SUBBAB = (
    Bagian("Capaian Kinerja Organisasi", r"capaian kinerja( organisasi| instansi| sasaran|$)"),
    Bagian("Realisasi Anggaran", r"(realisasi|akuntabilitas) (anggaran|keuangan)", r"^lampiran"),
)
ANALISIS = (
    Bagian(
        "Target dan Realisasi",
        r"target.*realisasi|realisasi.*target",
        r"renstra|menengah|rpjmd|tahun tahun|sebelum|standar|nasional",
    ),
    Bagian(
        "Perbandingan dengan Tahun Sebelumnya",
        r"sebelum|tahun lalu|antartahun|tahun tahun",
        setahun=True,
    ),
    Bagian(
        "Perbandingan dengan Target Akhir Renstra", r"renstra|jangka menengah|rpjmd", setahun=True
    ),
    Bagian(
        "Perbandingan dengan Standar", r"standar|nasional|instansi lain|pembanding", setahun=True
    ),
    Bagian("Penyebab Keberhasilan atau Kegagalan", r"penyebab|keberhasilan|kegagalan"),
    Bagian("Efisiensi Penggunaan Sumber Daya", r"efisiensi"),
    Bagian(
        "Program dan Kegiatan yang Menunjang",
        r"(program|kegiatan).*(tunjang|menunjang|dukung|pendukung)|(tunjang|dukung).*program",
    ),
)


def chapters_stand_in_order(naskah: Naskah, _: Acuan) -> Iterator[Temuan]:
    """Every chapter is there, each after the one before it."""
    heads = [x for x in naskah.judul if x.tingkat == 1]
    found = [_first(bagian, heads) for bagian in BAB]
    for at, (bagian, judul) in enumerate(zip(BAB, found, strict=True)):
        if judul is None:
            around = (*found[at + 1 :], *reversed(found[:at]))
            yield _missing_chapter(naskah, bagian.nama, next(filter(None, around), None))
    yield from _out_of_order(naskah, BAB, found, JenisTemuan.KOREKSI_BAB_TERTUKAR)
    for bagian in SUBBAB:
        if found[5] is not None and _first(bagian, naskah.judul) is None:
            yield _missing_chapter(naskah, bagian.nama, found[5])


def _missing_chapter(naskah: Naskah, nama: str, dekat: Paragraf | None) -> Temuan:
    """Place what is not there at the heading that should follow it, or at one before it."""
    place = place_of(naskah, dekat) if dekat else TempatNaskah(naskah.berkas)
    return Temuan(JenisTemuan.KOREKSI_BAB_HILANG, place, {"nilai": nama})


def _first(bagian: Bagian, heads: Sequence[Paragraf]) -> Paragraf | None:
    return next((x for x in heads if bagian.is_headed(x.teks)), None)


def _out_of_order(
    naskah: Naskah,
    bagian: Sequence[Bagian],
    found: Sequence[Paragraf | None],
    jenis: JenisTemuan,
) -> Iterator[Temuan]:
    """Yield the parts that stand after one that should follow them."""
    present = [(x.nama, y) for x, y in zip(bagian, found, strict=True) if y is not None]
    for (nama, judul), (lain, berikut) in pairwise(present):
        if judul.nomor > berikut.nomor:
            yield Temuan(jenis, place_of(naskah, judul), {"nilai": nama, "lain": lain})


def every_sasaran_has_its_analyses(naskah: Naskah, acuan: Acuan) -> Iterator[Temuan]:
    """Under the heading of a sasaran stand seven analyses, in their order."""
    chapter = _first(BAB[5], naskah.judul)
    heads = [x for x in naskah.judul if chapter is None or x.jalur[:1] == chapter.jalur]
    for sasaran in acuan.judul_sasaran.values():
        head = next((x for x in heads if acuan.sasaran_at((x.teks,)) is sasaran), None)
        if head is None:
            continue
        under = _headings_under(head, naskah, acuan)
        found = [_first(x, under) for x in ANALISIS]
        for bagian, judul in zip(ANALISIS, found, strict=True):
            if judul is None and (acuan.analisis.akhir_tahun or not bagian.setahun):
                fakta = {"nilai": bagian.nama, "sasaran": sasaran.simpul.uraian}
                yield Temuan(JenisTemuan.KOREKSI_ANALISIS_HILANG, place_of(naskah, head), fakta)
        yield from _out_of_order(naskah, ANALISIS, found, JenisTemuan.KOREKSI_ANALISIS_TERTUKAR)


def _headings_under(head: Paragraf, naskah: Naskah, acuan: Acuan) -> list[Paragraf]:
    """Return the headings of a section; where it has none, the lines that look like some."""
    under = [
        x for x in naskah.paragraf if x.jalur[: len(head.jalur)] == head.jalur and x is not head
    ]
    heads = [x for x in under if x.tingkat]
    return heads or [x for x in under if _looks_like_heading(x, acuan)]


def _looks_like_heading(paragraf: Paragraf, acuan: Acuan) -> bool:
    teks = paragraf.teks
    short = len(teks) <= BERTANDA_TERBANYAK and not teks.endswith((".", ";"))
    return short and not table_number(teks) and not acuan.topeng.apply(teks).nama


def no_sasaran_is_left_out(naskah: Naskah, acuan: Acuan) -> Iterator[Temuan]:
    """Chapter III speaks of every sasaran, in a section of its own where the others have one."""
    chapter = _first(BAB[5], naskah.judul)
    if chapter is None:
        return
    texts = [x.teks for x in naskah.paragraf if x.jalur[:1] == chapter.jalur[:1]]
    texts += [
        sel.teks
        for x in naskah.tabel
        if x.jalur[:1] == chapter.jalur[:1]
        for row in x.baris
        for sel in row[:2]
    ]
    flat = f" {' | '.join(map(key_of, texts))} "
    lost = _without_section(naskah, chapter, acuan)
    for kunci, sasaran in acuan.judul_sasaran.items():
        if kunci in lost or f" {kunci} " not in flat:
            fakta = {"nilai": sasaran.simpul.uraian, "letak": "Bab III"}
            yield Temuan(JenisTemuan.KOREKSI_SASARAN_HILANG, place_of(naskah, chapter), fakta)


def _without_section(naskah: Naskah, chapter: Paragraf, acuan: Acuan) -> set[str]:
    """Return the names of the sasaran whose sections were taken out, though tables name them.

    Headings may be shortened: while there are as many as sasaran, none is missing.
    """
    under = [x for x in naskah.paragraf if x.jalur[:1] == chapter.jalur and x is not chapter]
    names = set(acuan.judul_sasaran)
    heads = [x for x in under if x.tingkat and acuan.sasaran_at((x.teks,))]
    levels = {(x.tingkat, x.jalur[:-1]) for x in heads}
    sections = [x for x in under if x.tingkat and (x.tingkat, x.jalur[:-1]) in levels]
    if not heads or len(sections) >= len(names):
        return set()
    return {x for x in names if not any(_is_titled(y.teks, x) for y in under)}


def _is_titled(teks: str, kunci: str) -> bool:
    """Tell whether a line is little more than that name."""
    flat = key_of(teks)
    return f" {kunci} " in f" {flat} " and len(kunci) >= BAGIAN_NAMA * len(flat)
