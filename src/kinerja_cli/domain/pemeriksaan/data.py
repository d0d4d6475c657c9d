"""The rules for sheet Data Kinerja; each yields its findings at the cell at fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TypeAlias

from kinerja_cli.domain.angka import SERATUS, format_angka, round_half_up
from kinerja_cli.domain.bacaan import is_persen, plain_number, read_kolom
from kinerja_cli.domain.capaian import cara_hitung, compute_capaian
from kinerja_cli.domain.formulir import KodeTandaTangan, KolomData, fold
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.konteks import BarisData, Konteks
from kinerja_cli.domain.pemeriksaan.pencocokan import ukuran_of
from kinerja_cli.domain.rencana import TRIBULAN, Nilai, Rencana, format_nilai
from kinerja_cli.domain.sidik import sidik_rencana
from kinerja_cli.domain.temuan import Tempat, Temuan

CAPAIAN_TERLALU_TINGGI = Decimal(150)
CAPAIAN_TERLALU_RENDAH = Decimal(50)
AWALAN_BAGIAN = ("persentase", "prosentase")
"""Indicators that begin so measure a share of a whole, which cannot exceed 100."""

INDIKATOR, REALISASI = KolomData.INDIKATOR.judul, KolomData.REALISASI.judul


def realisasi_is_readable(konteks: Konteks) -> Iterator[Temuan]:
    """Every realisasi that is filled in is one value of the indicator's kind."""
    for row in konteks.data:
        yield from row.bacaan.temuan


def realisasi_is_filled(konteks: Konteks) -> Iterator[Temuan]:
    """A realisasi may stay blank only where nothing is planned for the tribulan."""
    for row in konteks.data:
        due = row.target or (row.porsi.tahunan_saja and konteks.tribulan == TRIBULAN[-1])
        if due and row.baris.sel(REALISASI).kosong:
            target = format_nilai(row.target or row.porsi.target_tahunan)
            facts = {"target": target}
            yield Temuan(JenisTemuan.REALISASI_KOSONG, row.realisasi.tempat, facts)


def realisasi_is_not_negative(konteks: Konteks) -> Iterator[Temuan]:
    """A realisasi is below zero only where the plan measures something that can be."""
    for row in konteks.data:
        nilai = row.bacaan.nilai
        if isinstance(nilai, Decimal) and nilai < 0 and not row.indikator.boleh_negatif:
            yield _on_realisasi(JenisTemuan.NEGATIF, row, nilai=format_angka(nilai))


def realisasi_is_no_fraction(konteks: Konteks) -> Iterator[Temuan]:
    """A value up to 1 in a plain cell, against a target in percent above 10, was meant as percent.

    Excel stores 85 % as 0,85; copied without its format it would be read as a failure.
    """
    ten, one = Decimal(10), Decimal(1)
    for row in konteks.data:
        nilai, target = row.bacaan.nilai, row.target or row.porsi.target_tahunan
        if not is_persen(row.indikator.satuan) or not isinstance(nilai, Decimal):
            continue
        if isinstance(target, Decimal) and target > ten and 0 < nilai <= one:
            yield _on_realisasi(
                JenisTemuan.PECAHAN_UNTUK_PERSEN,
                row,
                nilai=format_angka(nilai),
                target=format_nilai(target),
                bacaan=format_angka(nilai * SERATUS),
            )


def share_is_at_most_all(konteks: Konteks) -> Iterator[Temuan]:
    """A share of a whole is at most 100 percent."""
    for row in konteks.data:
        nilai, indikator = row.bacaan.nilai, row.indikator
        share = is_persen(indikator.satuan) and fold(indikator.uraian).startswith(AWALAN_BAGIAN)
        if share and isinstance(nilai, Decimal) and nilai > SERATUS:
            yield _on_realisasi(
                JenisTemuan.PERSEN_LEBIH_DARI_SERATUS, row, nilai=format_angka(nilai)
            )


def target_is_as_planned(konteks: Konteks) -> Iterator[Temuan]:
    """The targets on the form are the plan's: capaian is measured against what was agreed."""
    for row in konteks.data:
        planned = (
            (KolomData.TARGET_TAHUNAN.judul, row.porsi.target_tahunan),
            (KolomData.TARGET.judul, row.target),
        )
        for judul, target in planned:
            if target is not None and plain_number(row.baris.sel(judul)) == target:
                continue  # as nearly always, and nothing has to be read
            isi = row.baris.at(judul)
            if _target_of(row, judul, konteks.rencana) != target:
                facts = {
                    "kolom": judul,
                    "nilai": isi.terlihat or "kosong",
                    "rencana": format_nilai(target) or "kosong",
                }
                yield Temuan(JenisTemuan.TARGET_BERUBAH, isi.tempat, facts)


def _target_of(row: BarisData, judul: str, rencana: Rencana) -> Nilai | None:
    """Return the target on the form; one that cannot be read comes back as its text."""
    ukuran = ukuran_of(row.indikator, rencana, boleh_rentang=True)
    nilai = read_kolom(row.baris, judul, ukuran).nilai
    return row.baris.teks(judul) or None if nilai is None else nilai


def uraian_is_as_planned(konteks: Konteks) -> Iterator[Temuan]:
    """The indicator's text on the form is the plan's."""
    for row in konteks.data:
        teks, planned = row.baris.teks(INDIKATOR), row.indikator.uraian
        if teks.startswith(planned):
            continue  # as nearly always, and nothing has to be folded
        if not fold(teks).startswith(fold(planned)):
            facts = {"nilai": teks, "rencana": planned}
            yield Temuan(JenisTemuan.URAIAN_BERUBAH, row.baris.at(INDIKATOR).tempat, facts)


def deviation_is_explained(konteks: Konteks) -> Iterator[Temuan]:
    """A missed target and an extreme capaian have an explanation: PermenPANRB 53/2014 asks why."""
    for row in konteks.data:
        if row.dijelaskan:
            continue
        cara = cara_hitung(row.indikator, konteks.rencana, konteks.pengaturan.aturan)
        persen = compute_capaian(row.target, row.bacaan.nilai, cara).persen
        if persen is None or SERATUS <= persen <= CAPAIAN_TERLALU_TINGGI:
            continue
        shown = round_half_up(persen)
        facts = {"capaian": format_angka(shown, 2)}
        tempat = row.baris.at(KolomData.KETERANGAN.judul).tempat
        if not CAPAIAN_TERLALU_RENDAH <= shown <= CAPAIAN_TERLALU_TINGGI:
            yield Temuan(JenisTemuan.CAPAIAN_EKSTREM, tempat, facts)
        elif shown < SERATUS:
            yield Temuan(JenisTemuan.KETERANGAN_KOSONG, tempat, facts)


def form_is_signed(konteks: Konteks) -> Iterator[Temuan]:
    """The signature block has a date and a name."""
    for bagian in KodeTandaTangan:
        isi = konteks.isian.tanda_tangan.get(bagian.kode)
        if isi is None or isi.sel.kosong:
            tempat = isi.tempat if isi else konteks.sheet_place()
            yield Temuan(JenisTemuan.BELUM_DITANDATANGANI, tempat, {"kolom": bagian.sebutan})


def format_is_of_this_plan(konteks: Konteks) -> Iterator[Temuan]:
    """The form was made from the plan as it stands now."""
    identitas = konteks.isian.identitas
    if identitas.sidik_rencana != sidik_rencana(konteks.rencana, identitas.unit):
        yield Temuan(JenisTemuan.BERKAS_RENCANA_BERUBAH, Tempat(konteks.isian.berkas))


def _on_realisasi(jenis: JenisTemuan, row: BarisData, **fakta: str) -> Temuan:
    return Temuan(jenis, row.realisasi.tempat, {"kolom": REALISASI} | fakta)


Pemeriksaan: TypeAlias = Callable[[Konteks], Iterator[Temuan]]

PEMERIKSAAN_DATA: tuple[Pemeriksaan, ...] = (
    format_is_of_this_plan,
    realisasi_is_readable,
    realisasi_is_filled,
    realisasi_is_not_negative,
    realisasi_is_no_fraction,
    share_is_at_most_all,
    target_is_as_planned,
    uraian_is_as_planned,
    deviation_is_explained,
    form_is_signed,
)
