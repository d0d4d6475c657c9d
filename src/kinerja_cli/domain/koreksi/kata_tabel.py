"""The words in tables that figures choose: predikat, place, efficiency, moves, counts, units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kinerja_cli.domain.analisis.model import HasilIndikator
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan, Rincian, Subjek, Ukuran, kind_of
from kinerja_cli.domain.koreksi.baris import BarisDinilai
from kinerja_cli.domain.koreksi.gerak import move_between, year_before
from kinerja_cli.domain.koreksi.kata import names_the_unit
from kinerja_cli.domain.koreksi.kolom import Kolom
from kinerja_cli.domain.koreksi.naskah import TempatNaskah, shorten
from kinerja_cli.domain.narasi.indikator import letak_pembanding
from kinerja_cli.domain.temuan import Temuan

_GERAK = re.compile(r"\b(realisasi|capaian)\s+(naik|turun|tetap)\b", re.IGNORECASE)
_NAMA_UNIT = re.compile(r"\b(?:Seksi|Sub ?bagian|Sub Bagian|Kasi|Kasubbag|Bidang)\b")
LETAK = frozenset({"di atas", "di bawah", "sama dengan"})
EFISIENSI = frozenset({"efisien", "cukup efisien", "tidak efisien"})
UKURAN_GERAK = {"realisasi": Ukuran.REALISASI, "capaian": Ukuran.CAPAIAN}


def check_words(
    teks: str, baris: BarisDinilai, kolom: Kolom, acuan: Acuan, tempat: TempatNaskah
) -> Iterator[Temuan]:
    """Hold a cell of words against the first subject of its row, a unit against those alike."""
    plain = " ".join(teks.split())
    for subjek in baris.subjek[:1]:
        match kolom.ukuran:
            case Ukuran.GERAK:
                yield from _check_moves(plain, baris, acuan, tempat)
            case Ukuran.DINILAI:
                yield from _check_count(plain, subjek, tempat)
            case Ukuran.UNIT:
                alike = baris.indikator or baris.rincian
                yield from _check_unit(plain, alike, acuan, tempat)
            case _ if kolom.masa.tribulan is None and baris.tahun is None:
                yield from _check_name(plain, subjek, kolom.ukuran, acuan, tempat)


def _check_name(
    teks: str, subjek: Subjek, ukuran: Ukuran, acuan: Acuan, tempat: TempatNaskah
) -> Iterator[Temuan]:
    """A word out of a closed list must be the one that the figures choose."""
    known, right = _vocabulary(subjek, ukuran, acuan)
    if right and teks.casefold() in known and teks.casefold() != right.casefold():
        fakta = {"ukuran": ukuran.value, "subjek": kind_of(subjek), "nilai": teks, "data": right}
        yield Temuan(JenisTemuan.KOREKSI_SEBUTAN_BERBEDA, tempat, fakta)


def _vocabulary(subjek: Subjek, ukuran: Ukuran, acuan: Acuan) -> tuple[frozenset[str], str | None]:
    if ukuran is Ukuran.PREDIKAT:
        classes = acuan.analisis.pengaturan.aturan.skala
        judged = subjek if isinstance(subjek, HasilIndikator) else subjek.kinerja
        kelas = judged.predikat if judged else None
        return frozenset(x.nama.casefold() for x in classes), kelas.nama if kelas else None
    if isinstance(subjek, HasilIndikator):
        return LETAK, letak_pembanding(subjek) if ukuran is Ukuran.LETAK else None
    efisiensi = subjek.kinerja.efisiensi if subjek.kinerja else None
    return EFISIENSI, efisiensi.sebutan if efisiensi else None


def _check_moves(
    teks: str, baris: BarisDinilai, acuan: Acuan, tempat: TempatNaskah
) -> Iterator[Temuan]:
    tahun = baris.tahun or acuan.analisis.rencana.tahun
    for hasil in baris.indikator[:1]:
        before = year_before(hasil, tahun, acuan)
        for apa, kata in _GERAK.findall(teks):
            ukuran = UKURAN_GERAK[apa.casefold()]
            gerak = move_between(hasil, ukuran, before, tahun, acuan) if before else None
            if gerak and gerak.arah.value != kata.casefold():
                fakta = {
                    "ukuran": apa.lower(),
                    "subjek": kind_of(hasil),
                    "kata": kata.lower(),
                    "data": str(gerak),
                }
                yield Temuan(JenisTemuan.KOREKSI_ARAH_BERTENTANGAN, tempat, fakta)


def _check_count(teks: str, subjek: Subjek, tempat: TempatNaskah) -> Iterator[Temuan]:
    """“3 dari 4”: how many indicators of a sasaran have a capaian."""
    counts = [int(x) for x in re.findall(r"\d{1,4}", teks)]
    kinerja = subjek.kinerja if isinstance(subjek, Rincian) else None
    if kinerja is None or not counts:
        return
    right = [kinerja.rata_rata.dinilai, kinerja.rata_rata.jumlah]
    if counts not in (right, right[:1]):
        fakta = {"nilai": f"“{shorten(teks)}”", "data": f"{right[0]} dari {right[1]} indikator"}
        yield Temuan(JenisTemuan.KOREKSI_HITUNGAN_BERBEDA, tempat, fakta)


def _check_unit(
    teks: str, alike: Sequence[Subjek], acuan: Acuan, tempat: TempatNaskah
) -> Iterator[Temuan]:
    """The units beside an indicator or a budget line are those of the plan, at least one.

    Indicators of different activities may be called the same: the unit of any of them may stand.
    """
    units = acuan.analisis.rencana.unit_by_kode
    names = [units[x].nama for one in alike for x in _units_of(one) if x in units]
    if not names or not _NAMA_UNIT.search(teks) or any(names_the_unit(teks, x) for x in names):
        return
    fakta = {"subjek": kind_of(alike[0]), "nilai": shorten(teks), "data": ", ".join(names)}
    yield Temuan(JenisTemuan.KOREKSI_UNIT_BERBEDA, tempat, fakta)


def _units_of(subjek: Subjek) -> tuple[str, ...]:
    if isinstance(subjek, HasilIndikator):
        return subjek.indikator.unit
    return (subjek.simpul.unit or "",)
