"""Which indicators lead, lag, rose or fell, and which may miss the year while there is time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator
from kinerja_cli.domain.angka import SERATUS, round_half_up
from kinerja_cli.domain.rencana import TRIBULAN, Agregasi

BANYAK = 5
"""How many a list names: more is a table, not a headline."""


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One indicator's capaian against an earlier year; `poin` is this year minus that one."""

    hasil: HasilIndikator
    tahun: int
    lalu: Decimal
    poin: Decimal


@dataclass(frozen=True, slots=True)
class Peringkat:
    """At most five of each; ties keep plan order, and no indicator leads and lags at once."""

    terbaik: tuple[HasilIndikator, ...]
    terendah: tuple[HasilIndikator, ...]
    naik: tuple[Perubahan, ...]
    turun: tuple[Perubahan, ...]


@dataclass(frozen=True, slots=True)
class Risiko:
    """An indicator behind its plan before the year is over.

    `dibutuhkan` is what the tribulan that are left must bring together for the year's target: a
    sum (jumlah), the figure to stand at (kumulatif, posisi akhir) or their mean (rata-rata).
    None where the target is a range or letters.
    """

    hasil: HasilIndikator
    dibutuhkan: Decimal | None


def compare_year(hasil: HasilIndikator, tahun: int) -> Perubahan | None:
    """Return how capaian moved since a year, or None where either side has no number."""
    past = next((x.hasil.capaian.persen for x in hasil.riwayat if x.tahun == tahun), None)
    if past is None or hasil.persen is None:
        return None
    return Perubahan(hasil, tahun, past, round_half_up(hasil.persen) - round_half_up(past))


def rank_indikator(analisis: Analisis, tahun: int | None = None) -> Peringkat:
    """Return the extremes of all indicators, moves since `tahun` (by default last year)."""
    known = [x for x in analisis.indikator if x.persen is not None]
    best = _top(known, lambda x: x.persen)
    worst = _top([x for x in known if x not in best], lambda x: -(x.persen or Decimal(0)))
    year = analisis.rencana.tahun - 1 if tahun is None else tahun
    moves = [x for hasil in known if (x := compare_year(hasil, year)) is not None]
    return Peringkat(
        terbaik=best,
        terendah=worst,
        naik=_most([x for x in moves if x.poin > 0], lambda x: x.poin),
        turun=_most([x for x in moves if x.poin < 0], lambda x: -x.poin),
    )


def _top(
    indikator: Sequence[HasilIndikator], key: Callable[[HasilIndikator], Decimal | None]
) -> tuple[HasilIndikator, ...]:
    ordered = sorted(indikator, key=lambda x: key(x) or Decimal(0), reverse=True)
    return tuple(ordered[:BANYAK])


def _most(
    perubahan: Sequence[Perubahan], key: Callable[[Perubahan], Decimal]
) -> tuple[Perubahan, ...]:
    return tuple(sorted(perubahan, key=key, reverse=True)[:BANYAK])


def find_risiko(analisis: Analisis) -> tuple[Risiko, ...]:
    """Return the indicators behind their plan so far, worst first; none once the year is over."""
    if analisis.akhir_tahun:
        return ()
    behind = [
        x
        for x in analisis.indikator
        if x.waktu.sampai_dengan.capaian.persen is not None
        and round_half_up(x.waktu.sampai_dengan.capaian.persen) < SERATUS
    ]
    behind.sort(key=lambda x: x.waktu.sampai_dengan.capaian.persen or Decimal(0))
    return tuple(Risiko(x, _needed(x, analisis.tribulan)) for x in behind)


def _needed(hasil: HasilIndikator, tribulan: int) -> Decimal | None:
    """Return what the rest of the year must bring; never below zero."""
    target, so_far = hasil.waktu.tahun.target, hasil.waktu.tahun.realisasi
    if not isinstance(target, Decimal) or not isinstance(so_far, Decimal):
        return None
    left = len(TRIBULAN) - tribulan
    match hasil.indikator.agregasi:
        case Agregasi.JUMLAH:
            needed = target - so_far
        case Agregasi.RATA_RATA:
            known = sum(x.realisasi is not None for x in hasil.waktu.tribulan)
            needed = (target * (known + left) - so_far * known) / left
        case _:
            needed = target
    return max(Decimal(0), needed)
