"""Counts in sentences: how many indicators or sasaran there are, and how many reached what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator
from kinerja_cli.domain.angka import SERATUS, round_half_up
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan
from kinerja_cli.domain.koreksi.kalimat import Kalimat
from kinerja_cli.domain.koreksi.kata import BILANGAN, read_count
from kinerja_cli.domain.narasi.hitungan import hitung
from kinerja_cli.domain.narasi.kantor import indikator_sasaran, indikator_utama
from kinerja_cli.domain.temuan import Temuan

N = rf"(\d{{1,4}}|{'|'.join(BILANGAN[1:])})"
BENDA = r"(?:buah\s+)?indikator(?:\s+(?:kinerja|sasaran|utama|program|kegiatan))*"
_HASIL = (
    r"(memenuhi atau melampaui|melampaui atau memenuhi|mencapai atau melampaui|melampaui|melebihi"
    r"|(?:belum|tidak)\s+(?:dapat\s+)?(?:memenuhi|mencapai|tercapai|dinilai)|memenuhi|mencapai"
    r"|tercapai)"
)
_ANTARA = (
    r"(?:\s+(?:telah|sudah|berhasil|yang|dapat|mampu|targetnya|di antaranya|,|di(?:perjanjikan"
    r"|tetapkan|ukur|rencanakan)|pada|dalam|perjanjian kinerja|tahun|(?:19|20)\d\d"
    r"|kecamatan\s+\w+|kantor))*"
)
_DARI = re.compile(rf"\b{N}\s+dari\s+{N}\s+{BENDA}{_ANTARA}\s+{_HASIL}", re.IGNORECASE)
_DARI_DEPAN = re.compile(rf"\bdari\s+{N}\s+{BENDA}", re.IGNORECASE)
_BANYAK = re.compile(rf"\b{N}\s+(?:{BENDA}){_ANTARA}\s+{_HASIL}", re.IGNORECASE)
_SELURUH = re.compile(
    rf"\b(?:seluruh|semua)(?:\s+{N})?\s+{BENDA}{_ANTARA}\s+{_HASIL}", re.IGNORECASE
)
_SELURUH_SASARAN = re.compile(
    rf"\b(?:seluruh|semua)(?:\s+{N})?\s+sasaran(?:\s+(?:strategis|kinerja))*{_ANTARA}\s+{_HASIL}",
    re.IGNORECASE,
)
_SELURUH_TARGET = re.compile(
    rf"\b(?:seluruh|semua)\s+target(?:\s+(?:kinerja|indikator|sasaran|tahunan))*{_ANTARA}\s+"
    r"(?:tercapai|terpenuhi|dicapai|dipenuhi)\b",
    re.IGNORECASE,
)
_SASARAN_DARI = re.compile(
    rf"\b{N}\s+dari\s+{N}\s+sasaran(?:\s+(?:strategis|kinerja))*{_ANTARA}\s+{_HASIL}\s+target\b",
    re.IGNORECASE,
)
_UKURAN = re.compile(
    rf"\b(?:diukur|dilihat)\s+(?:dengan|dari|melalui)\s+{N}\s+{BENDA}", re.IGNORECASE
)
_TERDAPAT = re.compile(
    rf"\b(?:terdapat|memiliki|mempunyai)\s+{N}\s+{BENDA}\s+(?:yang|untuk)\s+mengukur",
    re.IGNORECASE,
)
_SASARAN = re.compile(rf"\b(?:menetapkan|memiliki|mempunyai)\s+{N}\s+sasaran\b", re.IGNORECASE)
_BUKAN_SASARAN = re.compile(r"\b(?:program|kegiatan|unit kerja|seksi)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lingkup:
    """A set of indicators that a count may be about."""

    indikator: tuple[HasilIndikator, ...]

    @property
    def jumlah(self) -> int:
        """Return how many they are."""
        return len(self.indikator)

    def counts(self, hasil: str) -> frozenset[int]:
        """Return how many did that; “memenuhi” may leave out or take in those that exceeded."""
        found = hitung(self.indikator)
        good = found.memenuhi + found.melampaui
        folded = " ".join(hasil.casefold().split())
        if folded.startswith(("belum", "tidak")):
            none = found.belum_dinilai
            return frozenset(
                {none}
                if "dinilai" in folded
                else {found.belum_memenuhi, found.belum_memenuhi + none}
            )
        if "atau" in folded:
            return frozenset({good})
        if folded in ("melampaui", "melebihi"):
            return frozenset({found.melampaui})
        return frozenset({found.memenuhi, good})

    def __str__(self) -> str:
        """Say the counts as a finding does."""
        found = hitung(self.indikator)
        return (
            f"dari {self.jumlah} indikator, {found.melampaui} melampaui, "
            f"{found.memenuhi} memenuhi, dan {found.belum_memenuhi} belum memenuhi target"
        )


def count_is_that_of_the_tables(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """Counts of indicators and sasaran are those that the analysis has."""
    if kalimat.tribulan or kalimat.niat or kalimat.bernama:
        return
    if kalimat.tahun - {acuan.analisis.rencana.tahun} or _BUKAN_SASARAN.search(kalimat.teks):
        return
    lingkup = scopes_of(kalimat, acuan.analisis)
    yield from _check_results(kalimat, lingkup)
    yield from _check_totals(kalimat, lingkup, acuan.analisis)
    yield from _check_all_sasaran(kalimat, acuan.analisis)
    yield from _check_some_sasaran(kalimat, acuan.analisis)


def scopes_of(kalimat: Kalimat, analisis: Analisis) -> list[Lingkup]:
    """Return the sets that a count may be about, the likeliest first."""
    if kalimat.sasaran is not None:
        return [Lingkup(kalimat.sasaran.indikator)]
    office = [Lingkup(indikator_sasaran(analisis)), Lingkup(indikator_utama(analisis))]
    return [*office, Lingkup(analisis.indikator)]


def _check_results(kalimat: Kalimat, lingkup: Sequence[Lingkup]) -> Iterator[Temuan]:
    stated = [*_stated(kalimat.teks)]
    if not stated:
        return
    if not any(_agrees(x, stated) for x in lingkup):
        yield wrong_count(kalimat, stated[0].teks, str(lingkup[0]))


@dataclass(frozen=True, slots=True)
class Pernyataan:
    """A count as stated: how many (None: all) of how many (None: not said) did what."""

    teks: str
    banyak: int | None
    dari: int | None
    hasil: str


def _stated(teks: str) -> Iterator[Pernyataan]:
    for match in _SELURUH_TARGET.finditer(teks):
        yield Pernyataan(match[0], None, None, "memenuhi")
    rest = teks
    for match in _DARI.finditer(teks):
        yield Pernyataan(match[0], read_count(match[1]), read_count(match[2]), match[3])
    rest = _DARI.sub(" ", rest)
    for match in _SELURUH.finditer(rest):
        yield Pernyataan(match[0], None, read_count(match[1] or ""), match[2])
    rest = _SELURUH.sub(" ", rest)
    front = _DARI_DEPAN.search(rest)
    whole = read_count(front[1]) if front else None
    rest = _DARI_DEPAN.sub(" ", rest)
    for match in _BANYAK.finditer(rest):
        yield Pernyataan(match[0], read_count(match[1]), whole, match[2])


def _agrees(lingkup: Lingkup, stated: Sequence[Pernyataan]) -> bool:
    return all(
        (x.dari is None or x.dari == lingkup.jumlah)
        and (lingkup.jumlah if x.banyak is None else x.banyak) in lingkup.counts(x.hasil)
        for x in stated
    )


def _check_totals(
    kalimat: Kalimat, lingkup: Sequence[Lingkup], analisis: Analisis
) -> Iterator[Temuan]:
    """How many indicators measure a sasaran, and how many sasaran there are."""
    known: Mapping[re.Pattern[str], tuple[frozenset[int], str]] = {
        _UKURAN: (frozenset(x.jumlah for x in lingkup), f"{lingkup[0].jumlah} indikator"),
        _TERDAPAT: (frozenset(x.jumlah for x in lingkup), f"{lingkup[0].jumlah} indikator"),
        _SASARAN: (frozenset({len(analisis.sasaran)}), f"{len(analisis.sasaran)} sasaran"),
    }
    for pola, (right, told) in known.items():
        for match in pola.finditer(kalimat.teks):
            if read_count(match[1]) not in right:
                yield wrong_count(kalimat, match[0], told)


def _check_all_sasaran(kalimat: Kalimat, analisis: Analisis) -> Iterator[Temuan]:
    """“Seluruh sasaran tercapai” is wrong where a sasaran's mean is below 100 however counted."""
    for match in _SELURUH_SASARAN.finditer(kalimat.teks):
        means = [x.rata_rata.apa_adanya for x in analisis.sasaran]
        missed = sum(x is None or round_half_up(x) < SERATUS for x in means)
        good = not match[2].casefold().startswith(("belum", "tidak"))
        count = read_count(match[1] or "")
        if (good and missed) or count not in (None, len(means)):
            told = f"{missed} dari {len(means)} sasaran rata-rata capaiannya di bawah 100 persen"
            yield wrong_count(kalimat, match[0], told)


def _check_some_sasaran(kalimat: Kalimat, analisis: Analisis) -> Iterator[Temuan]:
    """“3 dari 5 sasaran mencapai target” may count means, as they are or capped, or indicators."""
    for match in _SASARAN_DARI.finditer(kalimat.teks):
        good = _reached(analisis)
        ingkar = match[3].casefold().startswith(("belum", "tidak"))
        right = {len(analisis.sasaran) - x if ingkar else x for x in good}
        if read_count(match[2]) != len(analisis.sasaran) or read_count(match[1]) not in right:
            told = f"{max(good)} dari {len(analisis.sasaran)} sasaran rata-ratanya mencapai 100"
            yield wrong_count(kalimat, match[0], f"{told} persen")


def _reached(analisis: Analisis) -> set[int]:
    """Return how many sasaran reached their target, by each way to tell."""
    means = [(x.rata_rata.apa_adanya, x.rata_rata.dibatasi) for x in analisis.sasaran]
    found = {
        sum(x is not None and round_half_up(x) >= SERATUS for x in y)
        for y in zip(*means, strict=True)
    }
    found |= {sum(x is not None and round_half_up(x) > SERATUS for x, _ in means)}
    every = [Lingkup(x.indikator) for x in analisis.sasaran]
    return found | {sum(x.jumlah in x.counts("memenuhi") for x in every)}


def wrong_count(kalimat: Kalimat, teks: str, data: str) -> Temuan:
    """Return the finding that a count is another."""
    return kalimat.found(
        JenisTemuan.KOREKSI_HITUNGAN_BERBEDA, nilai=f"“{' '.join(teks.split())}”", data=data
    )
