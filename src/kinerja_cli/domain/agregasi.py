"""From units to the office, from tribulan to the year, from indicators to a mean.

Sources: the evaluasi Renja form ("13 = 9+10+11+12") for jumlah; the quarterly plans of BPS for
kumulatif; the Ministry of Finance's "Average" and "Take Last Known" for the other two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.rencana import Agregasi, Gabungan, Nilai

Pasangan: TypeAlias = tuple[Nilai | None, Nilai | None]
"""Target and realisasi of one tribulan or one unit, in this order."""

HILANG: Pasangan = (None, None)


def total(nilai: Sequence[Nilai]) -> Nilai | None:
    """Return the sum; ranges add bound by bound; None when empty or when letters are among them."""
    return _fold(nilai, lambda x: sum(x, Decimal(0)))


def mean(nilai: Sequence[Nilai]) -> Nilai | None:
    """Return the arithmetic mean under the same terms as `total`."""
    return _fold(nilai, lambda x: sum(x, Decimal(0)) / len(x))


def _fold(nilai: Sequence[Nilai], combine: Callable[[list[Decimal]], Decimal]) -> Nilai | None:
    plain = [x for x in nilai if isinstance(x, Decimal)]
    if plain and len(plain) == len(nilai):
        return combine(plain)
    bounds = [
        x if isinstance(x, Rentang) else Rentang(x, x) for x in nilai if not isinstance(x, str)
    ]
    if not bounds or len(bounds) < len(nilai):
        return None
    bawah, atas = combine([x.bawah for x in bounds]), combine([x.atas for x in bounds])
    return bawah if bawah == atas else Rentang(bawah, atas)


def combine_units(porsi: Sequence[Pasangan], gabungan: Gabungan) -> Pasangan:
    """Return target and realisasi of the office from the shares of its units in one tribulan.

    One unit is taken as it is. A sum is known only when every unit that has a target reported;
    a mean is taken over the units that reported, their targets likewise.
    """
    if len(porsi) == 1:
        return porsi[0]
    if gabungan is Gabungan.RATA_RATA:
        known: Sequence[Pasangan] = [x for x in porsi if x[1] is not None] or porsi
        return mean(_present(t for t, _ in known)), mean(_present(r for _, r in known))
    complete = all(r is not None or not t for t, r in porsi)
    realisasi = total(_present(r for _, r in porsi)) if complete else None
    return total(_present(t for t, _ in porsi)), realisasi


def up_to(tribulan: Sequence[Pasangan], agregasi: Agregasi) -> Pasangan:
    """Return target and realisasi up to the last of the tribulan given, by one rule for both.

    A sum with a planned tribulan still blank is not known: blank is not zero. A mean is over
    the tribulan that have data, a position the last that has any, their targets likewise.
    """
    if agregasi is Agregasi.JUMLAH:
        complete = all(r is not None or not t for t, r in tribulan)
        realisasi = total(_present(r for _, r in tribulan)) if complete else None
        return total(_present(t for t, _ in tribulan)), realisasi
    known = [(t, r) for t, r in tribulan if r is not None]
    if not known:
        return tribulan[-1][0] if tribulan else None, None
    if agregasi is Agregasi.RATA_RATA:
        return mean(_present(t for t, _ in known)), mean(_present(r for _, r in known))
    return known[-1]


def year_of_targets(target: Sequence[Nilai | None], agregasi: Agregasi) -> Nilai | None:
    """Return the year's target that four targets make by the agregasi, or None without any."""
    present = _present(target)
    if not present:
        return None
    if agregasi is Agregasi.JUMLAH:
        return total(present)
    if agregasi is Agregasi.RATA_RATA:
        return mean(present)
    return present[-1]


def _present(nilai: Iterable[Nilai | None]) -> list[Nilai]:
    return [x for x in nilai if x is not None]


@dataclass(frozen=True, slots=True)
class RataRata:
    """A mean of capaian in percent: as it is, with each capped, and of how many of how many."""

    apa_adanya: Decimal | None
    dibatasi: Decimal | None
    dinilai: int
    jumlah: int


def mean_capaian(
    capaian: Sequence[tuple[Decimal | None, Decimal | None]], batas: Decimal | None
) -> RataRata:
    """Return the mean of capaian that have a number, weighted where every one has a bobot.

    `capaian` holds (percent, bobot); `batas` is the cap in percent for the second mean, None
    for no cap. A mean of nothing is None, never 0.
    """
    known = [(persen, bobot) for persen, bobot in capaian if persen is not None]
    plain = [persen for persen, _ in known]
    capped = plain if batas is None else [min(x, batas) for x in plain]
    weights = [bobot for _, bobot in known if bobot is not None]
    weighted = bool(weights) and all(bobot is not None for _, bobot in capaian)
    apa_adanya, dibatasi = (_weighted(x, weights if weighted else None) for x in (plain, capped))
    return RataRata(apa_adanya, dibatasi, len(known), len(capaian))


def _weighted(nilai: Sequence[Decimal], bobot: Sequence[Decimal] | None) -> Decimal | None:
    """Return the mean, None where nothing counts; without bobot each counts the same."""
    if bobot is None:
        return sum(nilai, Decimal(0)) / len(nilai) if nilai else None
    weight = sum(bobot, Decimal(0))
    if not weight:
        return None
    return sum((x * w for x, w in zip(nilai, bobot, strict=True)), Decimal(0)) / weight
