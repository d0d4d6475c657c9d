"""The rules for sheet Anggaran, in rupiah; each yields its findings at the cell at fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TypeAlias

from kinerja_cli.domain.angka import format_angka, format_rupiah
from kinerja_cli.domain.bacaan import read_kolom
from kinerja_cli.domain.formulir import KolomAnggaran
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.konteks import Konteks
from kinerja_cli.domain.pemeriksaan.pencocokan import DALAM_RUPIAH
from kinerja_cli.domain.temuan import Temuan

PAGU, REALISASI = KolomAnggaran.PAGU.judul, KolomAnggaran.REALISASI.judul


def amount_is_readable(konteks: Konteks) -> Iterator[Temuan]:
    """Every amount that is filled in is one number."""
    for row in konteks.anggaran:
        yield from row.bacaan.temuan


def amount_is_filled(konteks: Konteks) -> Iterator[Temuan]:
    """Every budget line has its realisasi, 0 where nothing was spent."""
    for row in konteks.anggaran:
        if row.baris.sel(REALISASI).kosong:
            facts = {"kode": row.kode}
            yield Temuan(JenisTemuan.ANGGARAN_KOSONG, row.realisasi.tempat, facts)


def amount_is_not_negative(konteks: Konteks) -> Iterator[Temuan]:
    """Money spent is never below zero."""
    for row in konteks.anggaran:
        nilai = row.bacaan.nilai
        if isinstance(nilai, Decimal) and nilai < 0:
            facts = {"kolom": REALISASI, "nilai": format_angka(nilai)}
            yield Temuan(JenisTemuan.NEGATIF, row.realisasi.tempat, facts)


def amount_is_within_pagu(konteks: Konteks) -> Iterator[Temuan]:
    """Realisasi does not exceed pagu; an exact multiple was typed once per indicator.

    Seen in a public system: 200, 300 and 400 percent, exactly.
    """
    for row in konteks.anggaran:
        nilai = row.bacaan.nilai
        if not isinstance(nilai, Decimal) or nilai <= row.pagu:
            continue
        kali = nilai / row.pagu if row.pagu > 0 else None
        if kali is not None and kali == kali.to_integral_value():
            facts = {"nilai": format_rupiah(nilai), "kali": format_angka(kali)}
            yield Temuan(JenisTemuan.ANGGARAN_KELIPATAN_PAGU, row.realisasi.tempat, facts)
        else:
            facts = {"nilai": format_rupiah(nilai), "pagu": format_rupiah(row.pagu)}
            yield Temuan(JenisTemuan.ANGGARAN_MELEBIHI_PAGU, row.realisasi.tempat, facts)


def pagu_is_as_planned(konteks: Konteks) -> Iterator[Temuan]:
    """The pagu on the form is the plan's."""
    for row in konteks.anggaran:
        if read_kolom(row.baris, PAGU, DALAM_RUPIAH).nilai != row.pagu:
            isi = row.baris.at(PAGU)
            facts = {"nilai": isi.terlihat or "kosong", "rencana": format_rupiah(row.pagu)}
            yield Temuan(JenisTemuan.PAGU_BERUBAH, isi.tempat, facts)


Pemeriksaan: TypeAlias = Callable[[Konteks], Iterator[Temuan]]

PEMERIKSAAN_ANGGARAN: tuple[Pemeriksaan, ...] = (
    amount_is_readable,
    amount_is_filled,
    amount_is_not_negative,
    amount_is_within_pagu,
    pagu_is_as_planned,
)
