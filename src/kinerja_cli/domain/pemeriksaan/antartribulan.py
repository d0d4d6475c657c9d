"""The rules that need the unit's figures of earlier tribulan, or the history in the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kinerja_cli.domain.angka import format_rupiah
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.konteks import Letak
from kinerja_cli.domain.rencana import ROMAWI, TRIBULAN, Agregasi, Nilai, Rencana, format_nilai
from kinerja_cli.domain.setoran import Setoran
from kinerja_cli.domain.temuan import Temuan

REALISASI_UNTUK_SALINAN = 3
"""Fewer figures than this may well agree by chance with those of last tribulan."""


def check_antartribulan(
    setoran: Setoran, letak: Letak, rencana: Rencana, lain: Mapping[int, Setoran]
) -> Iterator[Temuan]:
    """Compare a unit's figures with its accepted ones of the same year, by tribulan."""
    earlier = [lain[ke] for ke in sorted(lain) if ke < setoran.tribulan]
    if earlier:
        yield from _cumulative_does_not_fall(setoran, letak, rencana, earlier[-1])
        yield from _spending_does_not_fall(setoran, letak, earlier[-1])
        yield from _is_no_copy(setoran, letak, rencana, earlier[-1])
    yield from _is_not_last_year(setoran, letak, rencana)


def _cumulative_does_not_fall(
    setoran: Setoran, letak: Letak, rencana: Rencana, lalu: Setoran
) -> Iterator[Temuan]:
    for kode, realisasi in setoran.realisasi.items():
        before, now = _value(lalu, kode), realisasi.nilai
        cumulative = rencana.indikator_by_kode[kode].agregasi is Agregasi.KUMULATIF
        if not cumulative or not isinstance(before, Decimal) or not isinstance(now, Decimal):
            continue
        if now < before:
            facts = _facts(now, lalu.tribulan) | {"lalu": format_nilai(before)}
            yield Temuan(JenisTemuan.KUMULATIF_TURUN, letak.data[kode], facts)


def _spending_does_not_fall(setoran: Setoran, letak: Letak, lalu: Setoran) -> Iterator[Temuan]:
    for kode, line in setoran.anggaran.items():
        reported = lalu.anggaran.get(kode)
        before = reported.nilai if reported else None
        if before is not None and line.nilai is not None and line.nilai < before:
            facts = {
                "nilai": format_rupiah(line.nilai),
                "tribulan": ROMAWI[lalu.tribulan],
                "lalu": format_rupiah(before),
            }
            yield Temuan(JenisTemuan.ANGGARAN_TURUN, letak.anggaran[kode], facts)


def _is_no_copy(
    setoran: Setoran, letak: Letak, rencana: Rencana, lalu: Setoran
) -> Iterator[Temuan]:
    """Name each figure that stands still though its target moved, and a workbook that all does.

    Letters say nothing here: a predikat is given once a year and repeated until the next.
    """
    filled = {
        kode: x.nilai for kode, x in setoran.realisasi.items() if isinstance(x.nilai, Decimal)
    }
    same = [kode for kode, nilai in filled.items() if nilai == _value(lalu, kode)]
    moved = [x for x in same if _target_moved(rencana, setoran, x, lalu.tribulan)]
    if len(same) == len(filled) >= REALISASI_UNTUK_SALINAN and moved:
        facts = {"tribulan": ROMAWI[lalu.tribulan]}
        yield Temuan(JenisTemuan.SAMA_SEMUA_DENGAN_TRIBULAN_LALU, letak.data[same[0]], facts)
        return
    for kode in moved:
        facts = _facts(filled[kode], lalu.tribulan)
        yield Temuan(JenisTemuan.SAMA_DENGAN_TRIBULAN_LALU, letak.data[kode], facts)


def _target_moved(rencana: Rencana, setoran: Setoran, kode: str, ke: int) -> bool:
    porsi = rencana.indikator_by_kode[kode].share_of(setoran.unit)
    return porsi is not None and porsi.target[ke - 1] != porsi.target[setoran.tribulan - 1]


def _is_not_last_year(setoran: Setoran, letak: Letak, rencana: Rencana) -> Iterator[Temuan]:
    """Name each figure of TW IV that is last year's to the digit though the target moved."""
    if setoran.tribulan < TRIBULAN[-1]:
        return
    for kode, realisasi in setoran.realisasi.items():
        before = rencana.riwayat_lalu.get(kode)
        porsi = rencana.indikator_by_kode[kode].share_of(setoran.unit)
        if before is None or porsi is None or realisasi.nilai is None:
            continue
        if before.realisasi == realisasi.nilai and before.target != porsi.target_tahunan:
            facts = {"nilai": format_nilai(realisasi.nilai), "tahun": str(before.tahun)}
            yield Temuan(JenisTemuan.SAMA_DENGAN_TAHUN_LALU, letak.data[kode], facts)


def _value(setoran: Setoran, kode: str) -> Nilai | None:
    reported = setoran.realisasi.get(kode)
    return reported.nilai if reported else None


def _facts(nilai: Nilai | None, ke: int) -> dict[str, str]:
    return {"nilai": format_nilai(nilai), "tribulan": ROMAWI[ke]}
