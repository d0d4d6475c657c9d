"""What the analysis knows under each name, and which figures may stand for it in a report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import TypeAlias, TypeVar

from kinerja_cli.domain.agregasi import combine_units
from kinerja_cli.domain.analisis.model import (
    Analisis,
    Hasil,
    HasilAnggaran,
    HasilIndikator,
    HasilSasaran,
)
from kinerja_cli.domain.angka import format_rupiah
from kinerja_cli.domain.capaian import Capaian
from kinerja_cli.domain.koreksi.kata import Topeng, key_of
from kinerja_cli.domain.narasi.kata import tulis, tulis_persen
from kinerja_cli.domain.rencana import Jenjang, Nilai, Simpul

T = TypeVar("T")

_JUDUL_SASARAN = re.compile(r"sasaran(?: strategis| kinerja)?(?: (?P<ke>\d{1,2}))?\b(?P<nama>.*)")
BAGIAN_KATA = 0.75
"""So much of a heading's words must be a sasaran's for the heading to be its name, shortened."""


class Ukuran(Enum):
    """What a column or a word of a sentence measures; the value is what a finding calls it."""

    TARGET = "Target"
    REALISASI = "Realisasi"
    CAPAIAN = "Capaian"
    RENSTRA = "Target akhir Renstra"
    TINGKAT_RENSTRA = "Tingkat pencapaian target Renstra"
    PEMBANDING = "Nilai pembanding"
    PAGU = "Pagu"
    REALISASI_ANGGARAN = "Realisasi anggaran"
    SERAPAN = "Serapan"
    SISA = "Sisa anggaran"
    RATA_RATA = "Rata-rata capaian"
    RATA_RATA_DIBATASI = "Rata-rata capaian yang dibatasi"
    SELISIH = "Selisih capaian dan serapan"
    PREDIKAT = "Predikat"
    LETAK = "Letak"
    EFISIENSI = "Efisiensi"
    DINILAI = "Indikator yang dinilai"
    UNIT = "Unit kerja"
    TAHUN = "Tahun"
    GERAK = "Perbandingan antartahun"


@dataclass(frozen=True, slots=True)
class Masa:
    """The span of time of a figure: a tribulan, a year, the year's own target, or as judged now."""

    tribulan: int | None = None
    tahun: int | None = None
    setahun: bool = False


SEKARANG = Masa()
UANG = (Ukuran.PAGU, Ukuran.REALISASI_ANGGARAN, Ukuran.SISA)
"""What a budget line has an amount of."""

Harapan: TypeAlias = tuple[Nilai | None, ...]
"""The figures that may stand somewhere: None for a blank, nothing at all where no one knows."""


@dataclass(frozen=True, slots=True)
class Rincian:
    """A node of the cascading with its money and the mean of its indicators, if it has them."""

    simpul: Simpul
    anggaran: HasilAnggaran | None
    kinerja: HasilSasaran | None


Subjek: TypeAlias = HasilIndikator | Rincian


@dataclass(frozen=True)
class Acuan:
    """The analysis, by the names that a report uses."""

    analisis: Analisis

    @cached_property
    def indikator(self) -> Mapping[str, tuple[HasilIndikator, ...]]:
        """Return the indicators by the key of their name; two of one name stay two."""
        return _grouped((x.indikator.uraian, x) for x in self.analisis.indikator)

    @cached_property
    def rincian(self) -> Mapping[str, tuple[Rincian, ...]]:
        """Return the nodes of the cascading by the key of their name."""
        return _grouped((x.simpul.uraian, x) for x in self.simpul.values())

    @cached_property
    def simpul(self) -> Mapping[str, Rincian]:
        """Return the nodes of the cascading by code."""
        money = {x.simpul.kode: x for x in self.analisis.anggaran}
        means = {x.simpul.kode: x for x in (*self.analisis.sasaran, *self.analisis.program)}
        return {
            x.kode: Rincian(x, money.get(x.kode), means.get(x.kode))
            for x in self.analisis.rencana.cascading
        }

    @cached_property
    def topeng(self) -> Topeng:
        """Return the finder of all these names in texts."""
        return Topeng([*self.indikator, *self.rincian])

    @cached_property
    def judul_sasaran(self) -> Mapping[str, HasilSasaran]:
        """Return the sasaran by the key of their name, those of one name left out."""
        found = _grouped((x.simpul.uraian, x) for x in self.analisis.sasaran)
        return {kunci: group[0] for kunci, group in found.items() if len(group) == 1}

    @cached_property
    def uang(self) -> Harapan:
        """Return every amount of every budget line, and of the whole."""
        return tuple(of_money(x, y) for x in self._mata_anggaran for y in UANG)

    @cached_property
    def serapan(self) -> Harapan:
        """Return the serapan of every budget line, and of the whole."""
        return tuple(x.serapan for x in self._mata_anggaran)

    @property
    def _mata_anggaran(self) -> tuple[HasilAnggaran, ...]:
        total = self.analisis.total_anggaran
        return (*([total] if total else []), *self.analisis.anggaran)

    def sasaran_at(self, jalur: Sequence[str]) -> HasilSasaran | None:
        """Return the sasaran that the headings name, the innermost first."""
        for judul in reversed(jalur):
            flat = f" {key_of(judul)} "
            for kunci, sasaran in self.judul_sasaran.items():
                if kunci and f" {kunci} " in flat:
                    return sasaran
            if found := self._shortened(key_of(judul)):
                return found
        return None

    def _shortened(self, judul: str) -> HasilSasaran | None:
        """Return the sasaran of a heading such as “Sasaran 4: Partisipasi Masyarakat”.

        Its words decide, where they are one sasaran's alone; without words its number.
        """
        match = _JUDUL_SASARAN.fullmatch(judul)
        if match is None:
            return None
        words, ke = match["nama"].split(), int(match["ke"] or 0)
        if not words:
            return self.analisis.sasaran[ke - 1] if 0 < ke <= len(self.analisis.sasaran) else None
        shared = {
            kunci: sum(x in kunci.split() for x in words) / len(words)
            for kunci in self.judul_sasaran
        }
        near = [kunci for kunci, bagian in shared.items() if bagian >= BAGIAN_KATA]
        return self.judul_sasaran[near[0]] if len(near) == 1 else None

    def subjects(self, kunci: str) -> tuple[Subjek, ...]:
        """Return all that bears a name: indicators first, else nodes."""
        return self.indikator.get(kunci) or self.rincian.get(kunci) or ()


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for nama, isi in pairs:
        groups[key_of(nama)].append(isi)
    return {kunci: tuple(group) for kunci, group in groups.items()}


def expected(subjek: Subjek, ukuran: Ukuran, masa: Masa, acuan: Acuan) -> Harapan:
    """Return the figures that may stand for a subject in a column or a sentence."""
    if isinstance(subjek, HasilIndikator):
        return _of_indikator(subjek, ukuran, masa, acuan)
    if masa.tribulan or masa.tahun not in (None, acuan.analisis.rencana.tahun):
        return ()
    return _of_rincian(subjek, ukuran)


def _of_indikator(hasil: HasilIndikator, ukuran: Ukuran, masa: Masa, acuan: Acuan) -> Harapan:
    match ukuran:
        case Ukuran.TARGET | Ukuran.REALISASI | Ukuran.CAPAIAN:
            spans = _spans(hasil, ukuran, masa, acuan)
            return tuple(y for x in spans for y in _figures(x, ukuran))
        case Ukuran.RENSTRA:
            return (hasil.indikator.target_renstra,)
        case Ukuran.TINGKAT_RENSTRA:
            return (hasil.renstra.capaian.persen,)
        case Ukuran.PEMBANDING:
            return (hasil.indikator.nilai_pembanding,)
    return ()


def _spans(hasil: HasilIndikator, ukuran: Ukuran, masa: Masa, acuan: Acuan) -> list[Hasil]:
    """Return the spans of time that a column of that heading may show."""
    waktu, tahun = hasil.waktu, acuan.analisis.rencana.tahun
    if masa.tribulan is not None:
        reached = waktu.tribulan[masa.tribulan - 1 : masa.tribulan]
        if reached and ukuran is not Ukuran.TARGET:
            return [*reached]
        return [*reached, _planned(hasil, masa.tribulan)]
    if masa.tahun not in (None, tahun):
        return [x.hasil for x in hasil.riwayat if x.tahun == masa.tahun]
    return [waktu.tahun] if masa.setahun else [waktu.berlaku, waktu.tahun]


def _planned(hasil: HasilIndikator, tribulan: int) -> Hasil:
    """Return the plan of one tribulan, as the rencana aksi prints it; no figures of its own."""
    shares = [(x.target[tribulan - 1], None) for x in hasil.indikator.porsi]
    target, _ = combine_units(shares, hasil.indikator.gabungan)
    return Hasil(target, None, Capaian())


def _figures(hasil: Hasil, ukuran: Ukuran) -> Harapan:
    if ukuran is Ukuran.TARGET:
        return (hasil.target,)
    if ukuran is Ukuran.REALISASI:
        return (hasil.realisasi,)
    return (hasil.capaian.persen,)


def _of_rincian(rincian: Rincian, ukuran: Ukuran) -> Harapan:
    money, kinerja = rincian.anggaran, rincian.kinerja
    if ukuran in _UANG:
        return (getattr(money, _UANG[ukuran]),) if money else ()
    if kinerja is None:
        return (None,) if ukuran is Ukuran.CAPAIAN else ()
    match ukuran:
        case Ukuran.CAPAIAN | Ukuran.RATA_RATA:
            return (kinerja.rata_rata.apa_adanya, kinerja.rata_rata.dibatasi)
        case Ukuran.RATA_RATA_DIBATASI:
            return (kinerja.rata_rata.dibatasi,)
        case Ukuran.SELISIH:
            return (kinerja.efisiensi.nilai if kinerja.efisiensi else None,)
    return ()


_UANG = {
    Ukuran.PAGU: "pagu",
    Ukuran.REALISASI: "realisasi",
    Ukuran.REALISASI_ANGGARAN: "realisasi",
    Ukuran.SERAPAN: "serapan",
    Ukuran.SISA: "sisa",
}


def of_money(anggaran: HasilAnggaran, ukuran: Ukuran) -> Decimal | None:
    """Return a figure of a budget line or total."""
    nilai: Decimal | None = getattr(anggaran, _UANG[ukuran])
    return nilai


def kind_of(subjek: Subjek) -> str:
    """Return what a finding calls a subject."""
    if isinstance(subjek, HasilIndikator):
        return f"“{subjek.indikator.uraian}”"
    return (
        f"{'sasaran ' if subjek.simpul.jenjang is Jenjang.SASARAN else ''}“{subjek.simpul.uraian}”"
    )


_PERSEN = frozenset(
    {
        Ukuran.CAPAIAN,
        Ukuran.TINGKAT_RENSTRA,
        Ukuran.SERAPAN,
        Ukuran.RATA_RATA,
        Ukuran.RATA_RATA_DIBATASI,
        Ukuran.SELISIH,
    }
)
_RUPIAH = frozenset(UANG)


def show(harapan: Sequence[Nilai | None], ukuran: Ukuran) -> str:
    """Write the figures that may stand somewhere as the report prints them."""
    texts = [_show_one(x, ukuran) for x in harapan if x is not None]
    return " atau ".join(dict.fromkeys(texts)) or "tidak ada"


def _show_one(nilai: Nilai, ukuran: Ukuran) -> str:
    if isinstance(nilai, Decimal) and ukuran in _PERSEN:
        return tulis_persen(nilai)
    if isinstance(nilai, Decimal) and ukuran in _RUPIAH:
        return format_rupiah(nilai)
    return tulis(nilai)
