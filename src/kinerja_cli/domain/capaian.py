"""Capaian: realisasi against target in percent, or the reason why it has no number.

Sources of the formulas: PermenPANRB 53/2014 and published LKjIP (naik); LKjIP Maluku Tengah 2021
and PermenPANRB 8/2021 "kondisi khusus" (turun, rentang). Two formulas are in use for a falling
indicator; the office chooses (docs/keputusan/0002).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from kinerja_cli.domain.angka import SERATUS, Rentang
from kinerja_cli.domain.kantor import AturanHitung
from kinerja_cli.domain.rencana import (
    Indikator,
    Nilai,
    Polaritas,
    Rencana,
    RumusTurun,
    letters_of,
)

NOL = Decimal(0)
DUA_RATUS = 2 * SERATUS


class Alasan(Enum):
    """Why there is no number; none of these ever becomes 0 or 100 or enters a mean."""

    BELUM_ADA_REALISASI = "belum ada realisasi"
    TIDAK_DITARGETKAN = "tidak ditargetkan"
    TARGET_NOL = "target nol"
    TARGET_KOSONG = "target kosong"
    TARGET_NEGATIF = "target negatif"
    REALISASI_NOL = "realisasi nol"
    BUKAN_ANGKA = "bukan angka"
    BELUM_AKHIR_TAHUN = "belum akhir tahun"


@dataclass(frozen=True, slots=True)
class Capaian:
    """Percent at full precision, or the reason for its absence: always exactly one of the two."""

    persen: Decimal | None = None
    alasan: Alasan | None = None


@dataclass(frozen=True, slots=True)
class CaraHitung:
    """How one indicator is measured: direction, falling formula, and numbers of its letters.

    `arah` tells how a value outside a range is measured; `nilai_predikat` is empty for
    indicators that are not predikat.
    """

    polaritas: Polaritas
    rumus_turun: RumusTurun = RumusTurun.SELISIH
    arah: Polaritas = Polaritas.NAIK
    nilai_predikat: Mapping[str, Decimal] | None = None


def cara_hitung(indikator: Indikator, rencana: Rencana, aturan: AturanHitung) -> CaraHitung:
    """Return how an indicator is measured: its own choice first, then the office's."""
    return CaraHitung(
        indikator.polaritas,
        indikator.rumus_turun or aturan.rumus_turun,
        indikator.arah,
        letters_of(indikator.satuan, rencana.predikat),
    )


def compute_capaian(target: Nilai | None, realisasi: Nilai | None, cara: CaraHitung) -> Capaian:
    """Return realisasi as a percentage of target, or why it has none; never below zero.

    A rising indicator is R / T; a falling one (2T − R) / T or T / R as `cara` says; a range is 100
    inside and measured against the nearer bound outside; a stable one loses what it strays.
    """
    if target is None:
        return Capaian(alasan=Alasan.TARGET_KOSONG)
    if realisasi is None:
        return Capaian(alasan=Alasan.BELUM_ADA_REALISASI)
    if cara.polaritas is Polaritas.PREDIKAT:
        target, realisasi = _number_of(target, cara), _number_of(realisasi, cara)
    if not isinstance(realisasi, Decimal) or not isinstance(target, Decimal | Rentang):
        return Capaian(alasan=Alasan.BUKAN_ANGKA)
    if isinstance(target, Rentang):
        return _of_range(target, realisasi, cara)
    return _against(target, realisasi, cara.polaritas, cara.rumus_turun)


def _number_of(nilai: Nilai, cara: CaraHitung) -> Nilai:
    """Return the number of a predikat's letters; unknown letters stay as they are."""
    table = cara.nilai_predikat or {}
    return table.get(nilai.strip().upper(), nilai) if isinstance(nilai, str) else nilai


def _of_range(target: Rentang, realisasi: Decimal, cara: CaraHitung) -> Capaian:
    """Measure against a range: PermenPANRB 8/2021, 80–90 % with 70 is 87,5."""
    if target.bawah <= realisasi <= target.atas:
        return Capaian(SERATUS)
    bound = target.atas if realisasi > target.atas else target.bawah
    return _against(bound, realisasi, cara.arah, cara.rumus_turun)


def _against(
    target: Decimal, realisasi: Decimal, polaritas: Polaritas, rumus: RumusTurun
) -> Capaian:
    if target < NOL:
        return Capaian(alasan=Alasan.TARGET_NEGATIF)
    if not target:
        return _against_zero(realisasi, polaritas)
    if polaritas is Polaritas.TURUN and rumus is RumusTurun.RASIO:
        if realisasi <= 0:
            return Capaian(alasan=Alasan.REALISASI_NOL)
        return Capaian(target * SERATUS / realisasi)
    ratio = realisasi * SERATUS / target
    mirrored = polaritas is Polaritas.TURUN or (
        polaritas is Polaritas.STABIL and realisasi > target
    )
    return Capaian(max(NOL, DUA_RATUS - ratio if mirrored else ratio))


def _against_zero(realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    """Measure against a target of zero: only "none at all" of a bad thing has a meaning."""
    if polaritas is Polaritas.TURUN:
        return Capaian(SERATUS if realisasi <= 0 else NOL)
    return Capaian(alasan=Alasan.TARGET_NOL if realisasi else Alasan.TIDAK_DITARGETKAN)
