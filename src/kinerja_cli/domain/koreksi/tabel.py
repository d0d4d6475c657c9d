"""Every figure of a table, held against the data by the row's name and the column's heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import (
    Acuan,
    Harapan,
    Ukuran,
    expected,
    kind_of,
    show,
)
from kinerja_cli.domain.koreksi.baris import BarisDinilai, JenisBaris, rows_of
from kinerja_cli.domain.koreksi.cetakan import Putusan, compare
from kinerja_cli.domain.koreksi.kata_tabel import check_words
from kinerja_cli.domain.koreksi.kolom import Kolom, columns_of
from kinerja_cli.domain.koreksi.naskah import Naskah, Tabel, place_in, shorten
from kinerja_cli.domain.koreksi.rekap import expected_mean, expected_total
from kinerja_cli.domain.temuan import Temuan

BERUPA_KATA = frozenset(
    {
        Ukuran.PREDIKAT,
        Ukuran.LETAK,
        Ukuran.EFISIENSI,
        Ukuran.UNIT,
        Ukuran.GERAK,
        Ukuran.DINILAI,
        Ukuran.TAHUN,
    }
)
JENIS = {
    Putusan.BEDA: JenisTemuan.KOREKSI_ANGKA_BERBEDA,
    Putusan.TANPA_DATA: JenisTemuan.KOREKSI_ANGKA_TANPA_DATA,
    Putusan.DIKOSONGKAN: JenisTemuan.KOREKSI_ANGKA_DIKOSONGKAN,
}
REKAP = {
    JenisBaris.JUMLAH: (expected_total, JenisTemuan.KOREKSI_JUMLAH_BERBEDA),
    JenisBaris.RATA_RATA: (expected_mean, JenisTemuan.KOREKSI_RATA_RATA_BERBEDA),
}
BARIS_TERSEDIKIT = 2
"""So many rows must agree on another year before the heading, not the figures, is at fault."""


@dataclass(frozen=True, slots=True)
class TabelDinilai:
    """A table with the columns and rows that can be held against the data."""

    tabel: Tabel
    kolom: tuple[Kolom, ...]
    baris: tuple[BarisDinilai, ...]


def read_tables(naskah: Naskah, acuan: Acuan) -> Sequence[TabelDinilai]:
    """Return the tables that have anything to be judged."""
    read = [(x, columns_of(x)) for x in naskah.tabel]
    judged = (TabelDinilai(x, kolom, tuple(rows_of(x, kolom, acuan))) for x, kolom in read if kolom)
    return [x for x in judged if x.baris]


def figures_are_those_of_the_data(
    naskah: Naskah, dinilai: Sequence[TabelDinilai], acuan: Acuan
) -> Iterator[Temuan]:
    """Figures and words in tables are those of the analysis, rounding to printed digits allowed."""
    for one in dinilai:
        for kolom in one.kolom:
            if _shows_this_year(one, kolom, acuan):
                yield _wrong_year(naskah, one.tabel, kolom, acuan)
                continue
            for baris in one.baris:
                if kolom.ke < len(one.tabel.baris[baris.ke]):
                    yield from _check_cell(naskah, one, baris, kolom, acuan)


def _check_cell(
    naskah: Naskah, one: TabelDinilai, baris: BarisDinilai, kolom: Kolom, acuan: Acuan
) -> Iterator[Temuan]:
    place = partial(place_in, naskah, one.tabel, baris.ke, kolom.ke)
    teks = one.tabel.baris[baris.ke][kolom.ke].teks
    if baris.jenis is not JenisBaris.DATA:
        rows = tuple(x for x in one.baris if x.jenis is JenisBaris.DATA)
        rekap, jenis = REKAP[baris.jenis]
        harapan = rekap(kolom, rows, acuan)
        if compare(teks, harapan, kolom.skala) is Putusan.BEDA:
            fakta = {
                "ukuran": kolom.ukuran.value,
                "nilai": shorten(teks),
                "data": show(harapan, kolom.ukuran),
            }
            yield Temuan(jenis, place(), fakta)
    elif kolom.ukuran in BERUPA_KATA:
        yield from check_words(teks, baris, kolom, acuan, place())
    else:
        harapan, subjek = _expected(baris, kolom, acuan)
        putusan = compare(teks, harapan, kolom.skala)
        if putusan in JENIS:
            money = baris.rincian and kolom.ukuran is Ukuran.REALISASI and not baris.indikator
            ukuran = Ukuran.REALISASI_ANGGARAN if money else kolom.ukuran
            fakta = {
                "ukuran": ukuran.value,
                "subjek": subjek,
                "nilai": shorten(teks),
                "data": show(harapan, ukuran),
            }
            yield Temuan(JENIS[putusan], place(), fakta)


def _expected(baris: BarisDinilai, kolom: Kolom, acuan: Acuan) -> tuple[Harapan, str]:
    """Return what may stand in a cell and for whom: the indicator's figures before the node's."""
    masa = replace(kolom.masa, tahun=baris.tahun) if baris.tahun else kolom.masa
    for group in (baris.indikator, baris.rincian):
        found = [(expected(x, kolom.ukuran, masa, acuan), kind_of(x)) for x in group]
        harapan = tuple(y for x, _ in found for y in x)
        if harapan:
            return harapan, found[0][1]
    return (), ""


def _shows_this_year(one: TabelDinilai, kolom: Kolom, acuan: Acuan) -> bool:
    """Tell whether a column headed by another year holds this year's figures in every row."""
    ini = acuan.analisis.rencana.tahun
    if kolom.masa.tahun in (None, ini):
        return False
    now = replace(kolom, masa=replace(kolom.masa, tahun=ini))
    return len(_verdicts(one, now, acuan)) >= BARIS_TERSEDIKIT and (
        set(_verdicts(one, now, acuan)) == {Putusan.SAMA}
        and set(_verdicts(one, kolom, acuan)) != {Putusan.SAMA}
    )


def _verdicts(one: TabelDinilai, kolom: Kolom, acuan: Acuan) -> Sequence[Putusan]:
    cells = [
        (one.tabel.baris[x.ke][kolom.ke].teks, _expected(x, kolom, acuan)[0])
        for x in one.baris
        if x.jenis is JenisBaris.DATA and kolom.ke < len(one.tabel.baris[x.ke])
    ]
    return [compare(teks, harapan, kolom.skala) for teks, harapan in cells]


def _wrong_year(naskah: Naskah, tabel: Tabel, kolom: Kolom, acuan: Acuan) -> Temuan:
    return Temuan(
        JenisTemuan.KOREKSI_TAHUN_LAIN,
        place_in(naskah, tabel, 0, kolom.ke),
        {"nilai": tabel.header(kolom.ke), "tahun": str(acuan.analisis.rencana.tahun)},
    )
