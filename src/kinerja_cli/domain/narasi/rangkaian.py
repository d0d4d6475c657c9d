"""The series of figures that the pictures show, each a mean by the one rule for means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.domain.agregasi import mean_capaian
from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator
from kinerja_cli.domain.angka import round_half_up
from kinerja_cli.domain.narasi.kantor import indikator_sasaran
from kinerja_cli.domain.rencana import ROMAWI


@dataclass(frozen=True, slots=True)
class Seri:
    """One row of figures in percent, as printed; None where there is none."""

    nama: str
    nilai: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Rangkaian:
    """What one picture shows: a label per place, and one or more series over them."""

    label: tuple[str, ...]
    seri: tuple[Seri, ...]

    @property
    def kosong(self) -> bool:
        """Tell whether there is nothing to draw."""
        return all(nilai is None for seri in self.seri for nilai in seri.nilai)


def capaian_sasaran(analisis: Analisis) -> Rangkaian:
    """Return the mean capaian of each sasaran."""
    return Rangkaian(_labels(analisis), (_means_of_sasaran(analisis),))


def capaian_dan_serapan(analisis: Analisis) -> Rangkaian:
    """Return capaian beside serapan for each sasaran; empty where no serapan is known."""
    serapan = tuple(_shown(x.anggaran.serapan if x.anggaran else None) for x in analisis.sasaran)
    if all(x is None for x in serapan):
        return Rangkaian((), ())
    series = (_means_of_sasaran(analisis), Seri("Serapan anggaran (%)", serapan))
    return Rangkaian(_labels(analisis), series)


def capaian_tribulan(analisis: Analisis) -> Rangkaian:
    """Return the mean capaian of the sasaran indicators in each tribulan so far."""
    values = tuple(_shown(x.apa_adanya) for x in analisis.kantor_tribulan)
    labels = tuple(f"Tribulan {ROMAWI[ke]}" for ke in range(1, analisis.tribulan + 1))
    return Rangkaian(labels, (Seri("Rata-rata capaian (%)", values),))


def capaian_antartahun(analisis: Analisis) -> Rangkaian:
    """Return the mean capaian of each year, this one included once it is over.

    Only indicators with a capaian in every one of the years count: else the mean would move with
    the set. Empty without two years, or without such an indicator.
    """
    judged = indikator_sasaran(analisis)
    years = sorted({x.tahun for hasil in judged for x in hasil.riwayat})
    tables = [_by_year(x, analisis) for x in judged]
    if analisis.akhir_tahun:
        years.append(analisis.rencana.tahun)
    steady = [x for x in tables if all(x.get(tahun) is not None for tahun in years)]
    if len(years) < 2 or not steady:  # noqa: PLR2004 - one year is no trend
        return Rangkaian((), ())
    values = tuple(_mean([x[tahun] for x in steady]) for tahun in years)
    name = f"Rata-rata capaian {len(steady)} indikator (%)"
    return Rangkaian(tuple(map(str, years)), (Seri(name, values),))


def _by_year(hasil: HasilIndikator, analisis: Analisis) -> dict[int, Decimal | None]:
    past = {x.tahun: x.hasil.capaian.persen for x in hasil.riwayat}
    return {**past, analisis.rencana.tahun: hasil.waktu.tahun.capaian.persen}


def _labels(analisis: Analisis) -> tuple[str, ...]:
    return tuple(f"Sasaran {nomor}" for nomor in range(1, len(analisis.sasaran) + 1))


def _means_of_sasaran(analisis: Analisis) -> Seri:
    values = tuple(_shown(x.rata_rata.apa_adanya) for x in analisis.sasaran)
    return Seri("Capaian kinerja (%)", values)


def _mean(persen: Sequence[Decimal | None]) -> Decimal | None:
    return _shown(mean_capaian([(x, None) for x in persen], None).apa_adanya)


def _shown(persen: Decimal | None) -> Decimal | None:
    return None if persen is None else round_half_up(persen)
