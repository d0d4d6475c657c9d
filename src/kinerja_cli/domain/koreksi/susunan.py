"""The order of the report: its chapters, and the seven analyses of every sasaran."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan
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
    for bagian, judul in zip(BAB, found, strict=True):
        if judul is None:
            yield _missing_chapter(naskah, bagian.nama)
    yield from _out_of_order(naskah, BAB, found, JenisTemuan.KOREKSI_BAB_TERTUKAR)
    for bagian in SUBBAB:
        if found[5] is not None and _first(bagian, naskah.judul) is None:
            yield _missing_chapter(naskah, bagian.nama)


def _missing_chapter(naskah: Naskah, nama: str) -> Temuan:
    return Temuan(JenisTemuan.KOREKSI_BAB_HILANG, TempatNaskah(naskah.berkas), {"nilai": nama})


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
    for kunci, sasaran in acuan.judul_sasaran.items():
        head = next((x for x in naskah.judul if f" {kunci} " in f" {key_of(x.teks)} "), None)
        if head is None:
            continue
        found = [_first(x, _headings_under(head, naskah, acuan)) for x in ANALISIS]
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
    """Chapter III speaks of every sasaran."""
    chapter = next((x for x in naskah.judul if BAB[5].is_headed(x.teks)), None)
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
    for kunci, sasaran in acuan.judul_sasaran.items():
        if f" {kunci} " not in flat:
            fakta = {"nilai": sasaran.simpul.uraian, "letak": "Bab III"}
            yield Temuan(JenisTemuan.KOREKSI_SASARAN_HILANG, place_of(naskah, chapter), fakta)
