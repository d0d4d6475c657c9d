"""The rules that a plan must keep; each yields its findings with sheet and cell.

Adding a rule is one function and one line in PEMERIKSAAN_RENCANA.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from kinerja_cli.domain.agregasi import year_of_targets
from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.baca_rencana import BarisIndikator, TabelRencana
from kinerja_cli.domain.formulir import TARGET_TW
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.periksa_kode import kode_is_unique, unit_has_its_own_file_name
from kinerja_cli.domain.rencana import (
    Agregasi,
    Jenjang,
    Nilai,
    Polaritas,
    format_nilai,
)
from kinerja_cli.domain.tabel import Baris
from kinerja_cli.domain.temuan import Temuan

TOLERANSI_TARGET = Decimal("0.01")
"""Targets agree when they differ by no more than the last printed digit."""

URUTAN_JENJANG = tuple(Jenjang)
KOLOM_BERSAMA = (
    "Kode Cascading",
    "Indikator Kinerja",
    "Satuan",
    "Polaritas",
    "Agregasi",
    "Bobot",
    "Gabungan",
    "Arah",
    "Rumus Turun",
)


def _finding(jenis: JenisTemuan, baris: Baris, judul: str, **fakta: str) -> Temuan:
    return Temuan(jenis, baris.at(judul).tempat, fakta)


def unit_is_known(tabel: TabelRencana) -> Iterator[Temuan]:
    """Every unit named in the plan stands on sheet Unit."""
    known = {row.unit.kode for row in tabel.unit}
    named = [(row.simpul.unit, row.baris) for row in tabel.simpul if row.simpul]
    named += [(row.porsi.unit, row.baris) for row in tabel.indikator]
    for kode, baris in named:
        if kode and kode not in known:
            yield _finding(
                JenisTemuan.RENCANA_UNIT_TIDAK_DIKENAL,
                baris,
                "Unit",
                unit=kode,
                pilihan=", ".join(sorted(known)) or "belum ada",
            )


def induk_stands_above(tabel: TabelRencana) -> Iterator[Temuan]:
    """Every parent exists and is of a higher level, which also rules out circles."""
    known = {row.kode: row.simpul for row in tabel.simpul}
    for row in tabel.simpul:
        simpul = row.simpul
        if simpul is None or simpul.induk is None:
            continue
        if simpul.induk not in known:
            yield _finding(
                JenisTemuan.RENCANA_INDUK_TIDAK_ADA, row.baris, "Kode Induk", induk=simpul.induk
            )
            continue
        induk = known[simpul.induk]
        if induk and URUTAN_JENJANG.index(induk.jenjang) >= URUTAN_JENJANG.index(simpul.jenjang):
            yield _finding(
                JenisTemuan.RENCANA_INDUK_SALAH_JENJANG,
                row.baris,
                "Kode Induk",
                kode=simpul.kode,
                jenjang=simpul.jenjang.value,
                induk=induk.kode,
                jenjang_induk=induk.jenjang.value,
            )


def cascading_of_indikator_is_known(tabel: TabelRencana) -> Iterator[Temuan]:
    """Every indicator measures a node that stands on sheet Cascading."""
    known = {row.kode for row in tabel.simpul}
    for row in tabel.indikator:
        kode = row.indikator.kode_cascading
        if kode and kode not in known:
            yield _finding(
                JenisTemuan.RENCANA_INDUK_TIDAK_ADA, row.baris, "Kode Cascading", induk=kode
            )


def pagu_stands_on_leaves(tabel: TabelRencana) -> Iterator[Temuan]:
    """Pagu stands on leaves only, each with the unit that reports its realisasi."""
    parents = {row.simpul.induk for row in tabel.simpul if row.simpul}
    for row in tabel.simpul:
        simpul = row.simpul
        if simpul is None or simpul.pagu is None:
            continue
        if simpul.kode in parents:
            yield _finding(JenisTemuan.RENCANA_PAGU_PADA_INDUK, row.baris, "Pagu", kode=simpul.kode)
        elif simpul.unit is None:
            yield _finding(JenisTemuan.RENCANA_PAGU_TANPA_UNIT, row.baris, "Pagu", kode=simpul.kode)


def rows_of_one_kode_agree(tabel: TabelRencana) -> Iterator[Temuan]:
    """Rows of one indicator differ in unit and targets, in nothing else."""
    first: dict[str, Baris] = {}
    for row in tabel.indikator:
        kode = row.indikator.kode
        leader = first.setdefault(kode, row.baris)
        if leader is row.baris:
            continue
        for judul in KOLOM_BERSAMA:
            if row.baris.teks(judul) != leader.teks(judul):
                yield _finding(
                    JenisTemuan.RENCANA_BARIS_TIDAK_SAMA,
                    row.baris,
                    judul,
                    kolom=judul,
                    kode=kode,
                    pertama=leader.at(judul).tempat.sel,
                )


def target_suits_polaritas(tabel: TabelRencana) -> Iterator[Temuan]:
    """A range needs range targets, every other polaritas none; below zero there is no capaian."""
    for row in _whole(tabel):
        targets = (row.porsi.target_tahunan, *row.porsi.target)
        for judul, nilai in zip(("Target Tahunan", *TARGET_TW), targets, strict=True):
            if nilai is None:
                continue
            if not _suits(nilai, row.indikator.polaritas):
                yield _finding(
                    JenisTemuan.RENCANA_TARGET_TIDAK_COCOK,
                    row.baris,
                    judul,
                    kolom=judul,
                    nilai=format_nilai(nilai),
                    polaritas=row.indikator.polaritas.value,
                )
            elif isinstance(nilai, Decimal) and nilai < 0:
                yield _finding(
                    JenisTemuan.RENCANA_TARGET_NEGATIF,
                    row.baris,
                    judul,
                    kolom=judul,
                    nilai=format_nilai(nilai),
                )


def _suits(nilai: Nilai, polaritas: Polaritas) -> bool:
    """Tell whether a target fits; zero in a range's tribulan means that nothing is planned."""
    if polaritas is Polaritas.RENTANG:
        return isinstance(nilai, Rentang) or nilai == 0
    return not isinstance(nilai, Rentang)


def targets_make_the_year(tabel: TabelRencana) -> Iterator[Temuan]:
    """The four targets make the year's by the agregasi, unless only the year has one."""
    for row in _whole(tabel):
        agregasi, tahunan = row.indikator.agregasi, row.porsi.target_tahunan
        hasil = year_of_targets(row.porsi.target, agregasi)
        if tahunan is None or hasil is None or row.porsi.tahunan_saja or _agree(hasil, tahunan):
            continue
        yield _finding(
            JenisTemuan.RENCANA_TARGET_TIDAK_SEJALAN,
            row.baris,
            "Target Tahunan",
            hasil=format_nilai(hasil),
            agregasi=agregasi.value,
            tahunan=format_nilai(tahunan),
        )


def _agree(a: Nilai, b: Nilai) -> bool:
    if isinstance(a, str) or isinstance(b, str):
        return a == b
    (a_bawah, a_atas), (b_bawah, b_atas) = _bounds(a), _bounds(b)
    return abs(a_bawah - b_bawah) <= TOLERANSI_TARGET and abs(a_atas - b_atas) <= TOLERANSI_TARGET


def _bounds(nilai: Decimal | Rentang) -> tuple[Decimal, Decimal]:
    return (nilai.bawah, nilai.atas) if isinstance(nilai, Rentang) else (nilai, nilai)


def agregasi_suits_polaritas(tabel: TabelRencana) -> Iterator[Temuan]:
    """Letters can neither be added nor averaged."""
    for row in _whole(tabel):
        agregasi = row.indikator.agregasi
        letters = row.indikator.polaritas is Polaritas.PREDIKAT
        if letters and agregasi is not Agregasi.POSISI_AKHIR:
            yield _finding(
                JenisTemuan.RENCANA_AGREGASI_TIDAK_COCOK,
                row.baris,
                "Agregasi",
                agregasi=agregasi.value,
            )


def bobot_makes_sense(tabel: TabelRencana) -> Iterator[Temuan]:
    """A weight is above zero, and all indicators of a node have one or none has."""
    groups: dict[str, list[BarisIndikator]] = defaultdict(list)
    for row in tabel.indikator:
        groups[row.indikator.kode_cascading].append(row)
    for rows in groups.values():
        weighted = any(row.indikator.bobot is not None for row in rows)
        for row in rows:
            bobot = row.indikator.bobot
            if bobot is not None and bobot <= 0:
                yield _bobot_finding(row, "harus lebih dari 0")
            elif bobot is None and weighted and not row.baris.teks("Bobot"):
                yield _bobot_finding(row, "indikator lain pada sasaran yang sama berbobot")


def _bobot_finding(row: BarisIndikator, sebab: str) -> Temuan:
    nilai = row.baris.at("Bobot").terlihat
    return _finding(
        JenisTemuan.RENCANA_BOBOT_TIDAK_WAJAR, row.baris, "Bobot", nilai=nilai, sebab=sebab
    )


def uraian_differs(tabel: TabelRencana) -> Iterator[Temuan]:
    """No two indicators of one node read the same but for spelling."""
    first: dict[tuple[str, str], BarisIndikator] = {}
    for row in tabel.indikator:
        key = (row.indikator.kode_cascading, spelling_free(row.indikator.uraian))
        twin = first.setdefault(key, row)
        if twin.indikator.kode != row.indikator.kode:
            yield _finding(
                JenisTemuan.RENCANA_URAIAN_MIRIP,
                row.baris,
                "Indikator Kinerja",
                kode_lain=twin.indikator.kode,
                pertama=twin.baris.at("Indikator Kinerja").tempat.sel,
            )


def spelling_free(uraian: str) -> str:
    """Return a text without what spelling varies: case, marks, `(IKM)`, Prosentase for Persentase.

    Seen in real reports: one indicator under two spellings, counted twice.
    """
    text = re.sub(r"\([^)]*\)", " ", uraian.casefold()).replace("prosentase", "persentase")
    return " ".join(re.findall(r"\w+", text))


def riwayat_has_indikator(tabel: TabelRencana) -> Iterator[Temuan]:
    """Every row of history belongs to an indicator of the plan."""
    known = {row.indikator.kode for row in tabel.indikator}
    for row in tabel.riwayat:
        kode = row.riwayat.kode
        if kode and kode not in known:
            yield _finding(
                JenisTemuan.RENCANA_INDIKATOR_TIDAK_DIKENAL, row.baris, "Kode Indikator", kode=kode
            )


def _whole(tabel: TabelRencana) -> Iterable[BarisIndikator]:
    """Return the rows whose choices were understood; the others have their finding already."""
    return (row for row in tabel.indikator if row.utuh)


Pemeriksaan: TypeAlias = Callable[[TabelRencana], Iterator[Temuan]]

PEMERIKSAAN_RENCANA: tuple[Pemeriksaan, ...] = (
    kode_is_unique,
    unit_has_its_own_file_name,
    unit_is_known,
    induk_stands_above,
    cascading_of_indikator_is_known,
    pagu_stands_on_leaves,
    rows_of_one_kode_agree,
    target_suits_polaritas,
    agregasi_suits_polaritas,
    targets_make_the_year,
    bobot_makes_sense,
    uraian_differs,
    riwayat_has_indikator,
)


def check_rencana(tabel: TabelRencana) -> list[Temuan]:
    """Return everything that is wrong with the plan, in the order of sheets and cells."""
    temuan = list(tabel.temuan)
    for rule in PEMERIKSAAN_RENCANA:
        temuan.extend(rule(tabel))
    return temuan
