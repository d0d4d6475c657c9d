"""The rules that need the unit's figures of earlier tribulan, or the history in the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kinerja_cli.domain.angka import format_rupiah
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.konteks import BarisData, Konteks
from kinerja_cli.domain.rencana import ROMAWI, Agregasi, Nilai, format_nilai
from kinerja_cli.domain.setoran import Setoran
from kinerja_cli.domain.temuan import Temuan

INDIKATOR_UNTUK_SALINAN = 3
"""Fewer figures than this may well agree by chance with those of last tribulan."""


def check_antartribulan(konteks: Konteks, lain: Mapping[int, Setoran]) -> Iterator[Temuan]:
    """Compare a workbook with the unit's accepted ones of the same year, by tribulan."""
    earlier = {ke: setoran for ke, setoran in lain.items() if ke < konteks.tribulan}
    if earlier:
        lalu = max(earlier)
        yield from _cumulative_does_not_fall(konteks, lalu, earlier[lalu])
        yield from _spending_does_not_fall(konteks, lalu, earlier[lalu])
        yield from _is_no_copy(konteks, lalu, earlier[lalu])
    yield from _is_not_last_year(konteks)


def _cumulative_does_not_fall(konteks: Konteks, ke: int, lalu: Setoran) -> Iterator[Temuan]:
    for row in konteks.data:
        if row.indikator.agregasi is not Agregasi.KUMULATIF:
            continue
        before, now = _before(row, lalu), row.bacaan.nilai
        if isinstance(before, Decimal) and isinstance(now, Decimal) and now < before:
            facts = {
                "nilai": format_nilai(now),
                "tribulan": ROMAWI[ke],
                "lalu": format_nilai(before),
            }
            yield Temuan(JenisTemuan.KUMULATIF_TURUN, row.realisasi.tempat, facts)


def _spending_does_not_fall(konteks: Konteks, ke: int, lalu: Setoran) -> Iterator[Temuan]:
    for row in konteks.anggaran:
        line, now = lalu.anggaran.get(row.kode), row.bacaan.nilai
        before = line.nilai if line else None
        if before is not None and isinstance(now, Decimal) and now < before:
            facts = {
                "nilai": format_rupiah(now),
                "tribulan": ROMAWI[ke],
                "lalu": format_rupiah(before),
            }
            yield Temuan(JenisTemuan.ANGGARAN_TURUN, row.realisasi.tempat, facts)


def _is_no_copy(konteks: Konteks, ke: int, lalu: Setoran) -> Iterator[Temuan]:
    """Name each figure that stands still though its target moved, and a workbook that all does."""
    filled = [row for row in konteks.data if row.bacaan.nilai is not None]
    same = [row for row in filled if row.bacaan.nilai == _before(row, lalu)]
    moved = [row for row in same if row.target != row.porsi.target[ke - 1]]
    if len(same) == len(filled) >= INDIKATOR_UNTUK_SALINAN and moved:
        facts = {"tribulan": ROMAWI[ke]}
        yield Temuan(JenisTemuan.SAMA_SEMUA_DENGAN_TRIBULAN_LALU, konteks.sheet_place(), facts)
        return
    for row in moved:
        facts = {"nilai": format_nilai(row.bacaan.nilai), "tribulan": ROMAWI[ke]}
        yield Temuan(JenisTemuan.SAMA_DENGAN_TRIBULAN_LALU, row.realisasi.tempat, facts)


def _is_not_last_year(konteks: Konteks) -> Iterator[Temuan]:
    """Name each figure of TW IV that is last year's to the digit though the target moved."""
    last = konteks.rencana.tahun - 1
    history = {x.kode: x for x in konteks.rencana.riwayat if x.tahun == last}
    for row in konteks.data:
        before = history.get(row.indikator.kode)
        if konteks.tribulan < max(ROMAWI) or before is None or row.bacaan.nilai is None:
            continue
        if before.realisasi == row.bacaan.nilai and before.target != row.porsi.target_tahunan:
            facts = {"nilai": format_nilai(row.bacaan.nilai), "tahun": str(last)}
            yield Temuan(JenisTemuan.SAMA_DENGAN_TAHUN_LALU, row.realisasi.tempat, facts)


def _before(row: BarisData, lalu: Setoran) -> Nilai | None:
    reported = lalu.realisasi.get(row.indikator.kode)
    return reported.nilai if reported else None
