"""How an indicator moved between two years, as a report may say it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.domain.analisis.model import Hasil, HasilIndikator
from kinerja_cli.domain.koreksi.acuan import Acuan, Ukuran
from kinerja_cli.domain.narasi.kata import (
    Arah,
    Mutu,
    angka_dari,
    sebut_arah,
    sebut_arah_persen,
    sebut_mutu,
    selisih_persen,
    tampak,
    tulis,
    tulis_persen,
)


@dataclass(frozen=True, slots=True)
class Gerak:
    """From one year to the next: the direction, and both figures as they are printed."""

    arah: Arah
    lalu: str
    kini: str
    poin: tuple[Decimal, Decimal]
    """Between the printed figures, and between the full ones."""

    def __str__(self) -> str:
        """Say it as a finding does: naik dari 83,05 menjadi 85,12."""
        if self.arah is Arah.TETAP:
            return f"tetap {self.kini}"
        return f"{self.arah.value} dari {self.lalu} menjadi {self.kini}"


def years_of(hasil: HasilIndikator, acuan: Acuan) -> dict[int, Hasil]:
    """Return the years on record and, once it is over, this one; ascending."""
    found = {x.tahun: x.hasil for x in hasil.riwayat}
    if acuan.analisis.akhir_tahun:
        found[acuan.analisis.rencana.tahun] = hasil.waktu.tahun
    return found


def move_between(
    hasil: HasilIndikator, ukuran: Ukuran, lalu: int, kini: int, acuan: Acuan
) -> Gerak | None:
    """Return how realisasi or capaian moved between two years, None where either is unknown."""
    years = years_of(hasil, acuan)
    if lalu not in years or kini not in years:
        return None
    if ukuran is Ukuran.CAPAIAN:
        return _of_capaian(years[lalu], years[kini])
    then, now = years[lalu].realisasi, years[kini].realisasi
    there, here = angka_dari(then, hasil.cara), angka_dari(now, hasil.cara)
    if there is None or here is None:
        return None
    points = (abs(tampak(here) - tampak(there)), abs(here - there))
    return Gerak(sebut_arah(here, there), tulis(then), tulis(now), points)


def _of_capaian(lalu: Hasil, kini: Hasil) -> Gerak | None:
    there, here = lalu.capaian.persen, kini.capaian.persen
    if there is None or here is None:
        return None
    points = (selisih_persen(here, there), abs(here - there))
    return Gerak(sebut_arah_persen(here, there), tulis_persen(there), tulis_persen(here), points)


def year_before(hasil: HasilIndikator, tahun: int, acuan: Acuan) -> int | None:
    """Return the latest year on record before that one."""
    return max((x for x in years_of(hasil, acuan) if x < tahun), default=None)


def mutu_of(hasil: HasilIndikator, gerak: Gerak) -> Mutu | None:
    """Return whether a move was for the better, None where neither can be said."""
    return sebut_mutu(gerak.arah, hasil.cara.polaritas)
