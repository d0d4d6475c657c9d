"""The plan of a year as values: units, cascading, indicators with the shares of their units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import TypeAlias

from kinerja_cli.domain.angka import Rentang, format_angka
from kinerja_cli.domain.antarproses import travels_light
from kinerja_cli.domain.tribulan import ROMAWI as ROMAWI  # noqa: PLC0414 - part of the plan's words
from kinerja_cli.domain.tribulan import TRIBULAN as TRIBULAN  # noqa: PLC0414 - the same

Nilai: TypeAlias = Decimal | Rentang | str
"""What a target or realisasi may be: a number, a range (targets only), a predikat's letters."""

TabelPredikat: TypeAlias = Mapping[str, Mapping[str, Decimal]]
"""Numbers of the letters, by group: {"Opini": {"WTP": 4}}."""


class Polaritas(Enum):
    """Which direction is good; the value is the word on the plan."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    STABIL = "stabil"
    PREDIKAT = "predikat"


class Agregasi(Enum):
    """How the tribulan make a year; the value is the word on the plan."""

    JUMLAH = "jumlah"
    KUMULATIF = "kumulatif"
    RATA_RATA = "rata-rata"
    POSISI_AKHIR = "posisi akhir"


class Gabungan(Enum):
    """How the shares of several units make the office's figure."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata-rata"


class RumusTurun(Enum):
    """The two formulas in use for an indicator that is better when lower."""

    SELISIH = "selisih"
    RASIO = "rasio"


class Jenjang(Enum):
    """The levels of the cascading, from the top."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub kegiatan"


@travels_light
@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that supplies data."""

    kode: str
    nama: str
    pejabat: str = ""
    nip: str = ""
    pangkat: str = ""


@travels_light
@dataclass(frozen=True, slots=True)
class Simpul:
    """A node of the cascading; `pagu` in rupiah, on leaves only (None: no budget line)."""

    kode: str
    jenjang: Jenjang
    uraian: str
    induk: str | None = None
    unit: str | None = None
    pagu: Decimal | None = None


@travels_light
@dataclass(frozen=True, slots=True)
class Porsi:
    """What one unit owes to an indicator: its target of the year and of the four tribulan."""

    unit: str
    target_tahunan: Nilai | None
    target: tuple[Nilai | None, Nilai | None, Nilai | None, Nilai | None]

    @property
    def tahunan_saja(self) -> bool:
        """Tell whether only the year has a target: every tribulan is blank or zero."""
        return not any(self.target)


@travels_light
@dataclass(frozen=True, slots=True)
class Indikator:
    """A measure of a node of the cascading; `porsi` has one entry per unit that supplies it."""

    kode: str
    kode_cascading: str
    uraian: str
    satuan: str
    polaritas: Polaritas
    agregasi: Agregasi
    porsi: tuple[Porsi, ...]
    gabungan: Gabungan = Gabungan.JUMLAH
    arah: Polaritas = Polaritas.NAIK
    rumus_turun: RumusTurun | None = None
    iku: bool = False
    bobot: Decimal | None = None
    rumus: str = ""
    definisi: str = ""
    sumber_data: str = ""
    target_renstra: Nilai | None = None
    pembanding: str = ""
    nilai_pembanding: Nilai | None = None

    @property
    def unit(self) -> tuple[str, ...]:
        """Return the codes of the units that supply it, in plan order."""
        return tuple(porsi.unit for porsi in self.porsi)

    @property
    def boleh_negatif(self) -> bool:
        """Tell whether it may be below zero: growth can, and what has such a target."""
        targets = (porsi.target_tahunan for porsi in self.porsi)
        below = any(isinstance(x, Decimal) and x < 0 for x in targets)
        return below or "pertumbuhan" in self.uraian.casefold()

    def share_of(self, unit: str) -> Porsi | None:
        """Return what that unit owes to it, or None."""
        return next((porsi for porsi in self.porsi if porsi.unit == unit), None)


@travels_light
@dataclass(frozen=True, slots=True)
class Riwayat:
    """What an indicator was promised and reached in an earlier year."""

    kode: str
    tahun: int
    target: Nilai | None
    realisasi: Nilai | None


@dataclass(frozen=True)
class Rencana:
    """The plan of one year; every tuple in the order of the plan's rows."""

    tahun: int
    unit: tuple[Unit, ...]
    cascading: tuple[Simpul, ...]
    indikator: tuple[Indikator, ...]
    riwayat: tuple[Riwayat, ...] = ()
    predikat: TabelPredikat = field(default_factory=dict)

    @cached_property
    def simpul(self) -> Mapping[str, Simpul]:
        """Return the nodes of the cascading by code."""
        return {simpul.kode: simpul for simpul in self.cascading}

    @cached_property
    def unit_by_kode(self) -> Mapping[str, Unit]:
        """Return the units by code."""
        return {unit.kode: unit for unit in self.unit}

    @cached_property
    def indikator_by_kode(self) -> Mapping[str, Indikator]:
        """Return the indicators by code."""
        return {indikator.kode: indikator for indikator in self.indikator}

    @cached_property
    def riwayat_lalu(self) -> Mapping[str, Riwayat]:
        """Return what stands in the plan of the year before it, by code of indicator."""
        return {x.kode: x for x in self.riwayat if x.tahun == self.tahun - 1}

    @cached_property
    def sidik(self) -> dict[str, str]:
        """Return the fingerprints of the units' forms that were asked for (domain/sidik.py)."""
        return {}

    def jenjang_of(self, indikator: Indikator) -> Jenjang:
        """Return the level that an indicator measures."""
        return self.simpul[indikator.kode_cascading].jenjang

    def ancestor(self, kode: str, jenjang: Jenjang) -> Simpul | None:
        """Return the node of that level at or above a code, or None."""
        simpul = self.simpul.get(kode)
        while simpul is not None and simpul.jenjang is not jenjang:
            simpul = self.simpul.get(simpul.induk) if simpul.induk else None
        return simpul

    def at(self, jenjang: Jenjang) -> tuple[Simpul, ...]:
        """Return the nodes of one level in plan order."""
        return tuple(simpul for simpul in self.cascading if simpul.jenjang is jenjang)

    def budget_lines(self, unit: str | None = None) -> tuple[Simpul, ...]:
        """Return the leaves that have pagu, of one unit or of all, in plan order."""
        if unit is not None:
            return self._lines_by_unit.get(unit, ())
        return tuple(simpul for simpul in self.cascading if simpul.pagu is not None)

    def indicators_of(self, unit: str) -> tuple[Indikator, ...]:
        """Return the indicators that a unit supplies, in plan order."""
        return self._indicators_by_unit.get(unit, ())

    @cached_property
    def _lines_by_unit(self) -> Mapping[str, tuple[Simpul, ...]]:
        groups: dict[str, list[Simpul]] = defaultdict(list)
        for simpul in self.budget_lines():
            groups[simpul.unit or ""].append(simpul)
        return {unit: tuple(group) for unit, group in groups.items()}

    @cached_property
    def _indicators_by_unit(self) -> Mapping[str, tuple[Indikator, ...]]:
        groups: dict[str, list[Indikator]] = defaultdict(list)
        for indikator in self.indikator:
            for unit in dict.fromkeys(indikator.unit):
                groups[unit].append(indikator)
        return {unit: tuple(group) for unit, group in groups.items()}


def letters_of(satuan: str, predikat: TabelPredikat) -> Mapping[str, Decimal]:
    """Return the letters of the group that a satuan names; with one group only, of that."""
    by_name = {nama.casefold(): huruf for nama, huruf in predikat.items()}
    only = next(iter(predikat.values())) if len(predikat) == 1 else {}
    return by_name.get(satuan.casefold(), only)


def format_nilai(nilai: Nilai | None, desimal: int | None = None) -> str:
    """Write a target or realisasi for reading; an absent one is an empty text."""
    if nilai is None:
        return ""
    if isinstance(nilai, Rentang):
        return f"{format_angka(nilai.bawah, desimal)}–{format_angka(nilai.atas, desimal)}"
    if isinstance(nilai, str):
        return nilai
    return format_angka(nilai, desimal)
