"""What an office sets in kinerja.toml: who it is, and which of the field's rules it chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from kinerja_cli.domain.angka import SERATUS
from kinerja_cli.domain.predikat import SKALA_PERMENDAGRI_86, Kelas
from kinerja_cli.domain.rencana import RumusTurun
from kinerja_cli.domain.surat import AturanSurat
from kinerja_cli.domain.tahap import AturanTahap
from kinerja_cli.domain.temuan import Tingkat


class Kertas(Enum):
    """Official paper; the value is the word in kinerja.toml."""

    A4 = "A4"
    F4 = "F4"


class RumusEfisiensi(Enum):
    """How efficiency is judged: points between capaian and serapan, or budget left unspent."""

    SELISIH = "selisih"
    SISA = "sisa"


@dataclass(frozen=True, slots=True)
class Pejabat:
    """An official as a signature block shows him or her."""

    jabatan: str
    nama: str
    nip: str = ""
    pangkat: str = ""


@dataclass(frozen=True, slots=True)
class Kantor:
    """The office as its letterhead shows it; `contoh` marks made-up data wherever it shows.

    `lambang` names the emblem's file, seen from the workspace; "" for none.
    """

    nama: str
    pemerintah: str
    alamat: str
    tempat: str
    pimpinan: Pejabat
    sekretaris: Pejabat
    penyusun: Pejabat
    contoh: bool = False
    lambang: str = ""


@dataclass(frozen=True, slots=True)
class AturanHitung:
    """The choices of docs/keputusan/0002; `batas_rata_rata` in percent, None for no cap."""

    rumus_turun: RumusTurun = RumusTurun.SELISIH
    batas_rata_rata: Decimal | None = SERATUS
    skala: tuple[Kelas, ...] = SKALA_PERMENDAGRI_86
    efisiensi: RumusEfisiensi = RumusEfisiensi.SELISIH
    ambang_efisiensi: Decimal = Decimal(5)


@dataclass(frozen=True, slots=True)
class Pengaturan:
    """All of kinerja.toml; `tingkat` raises or lowers findings by their code."""

    tahun: int
    kantor: Kantor
    aturan: AturanHitung = field(default_factory=AturanHitung)
    kertas: Kertas = Kertas.F4
    tingkat: Mapping[str, Tingkat] = field(default_factory=dict)
    surat: AturanSurat = field(default_factory=AturanSurat)
    tahap: AturanTahap = field(default_factory=AturanTahap)
