"""The analysis of a year up to a tribulan: one immutable set of values that every output prints."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.capaian import Alasan, Capaian, CaraHitung
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.predikat import Kelas
from kinerja_cli.domain.rencana import TRIBULAN, Indikator, Jenjang, Nilai, Rencana, Simpul, Unit
from kinerja_cli.domain.setoran import Realisasi


@dataclass(frozen=True, slots=True)
class Hasil:
    """Target and realisasi of some span of time, and the capaian that they make."""

    target: Nilai | None
    realisasi: Nilai | None
    capaian: Capaian


@dataclass(frozen=True, slots=True)
class HasilWaktu:
    """The three figures that are never mixed, up to the tribulan of the analysis.

    `tribulan` has one entry per tribulan from I up to it. `tahun` holds the target of the year
    and the realisasi so far; its capaian exists at TW IV only. `kemajuan` is the progress
    towards the year's target (same formula, any tribulan).
    """

    tribulan: tuple[Hasil, ...]
    sampai_dengan: Hasil
    tahun: Hasil
    kemajuan: Capaian

    @property
    def berlaku(self) -> Hasil:
        """Return what is judged now: the year once it is over, else up to the tribulan."""
        over = self.tahun.capaian.alasan is not Alasan.BELUM_AKHIR_TAHUN
        return self.tahun if over else self.sampai_dengan


@dataclass(frozen=True, slots=True)
class HasilPorsi:
    """What one unit reached of its share, and what it wrote in each tribulan (None: no report)."""

    unit: Unit
    waktu: HasilWaktu
    predikat: Kelas | None
    laporan: tuple[Realisasi | None, ...]


@dataclass(frozen=True, slots=True)
class HasilRiwayat:
    """One earlier year of an indicator."""

    tahun: int
    hasil: Hasil


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """One indicator of the office: its figures, the shares they come from, and comparisons.

    `riwayat` is ascending by year; `renstra` measures the present realisasi against the end
    target of the Renstra.
    """

    indikator: Indikator
    jenjang: Jenjang
    cara: CaraHitung
    waktu: HasilWaktu
    porsi: tuple[HasilPorsi, ...]
    predikat: Kelas | None
    riwayat: tuple[HasilRiwayat, ...]
    renstra: Hasil

    @property
    def persen(self) -> Decimal | None:
        """Return the capaian that is judged now, in percent at full precision."""
        return self.waktu.berlaku.capaian.persen


@dataclass(frozen=True, slots=True)
class HasilAnggaran:
    """A budget line or a total of lines, in rupiah; `serapan` in percent.

    A total's serapan is the ratio of the sums, and absent until every line below has reported:
    `dilaporkan` of `jumlah` lines.
    """

    simpul: Simpul
    pagu: Decimal
    realisasi: Decimal | None
    serapan: Decimal | None
    dilaporkan: int
    jumlah: int

    @property
    def daun(self) -> bool:
        """Tell whether this is a line itself, not a total."""
        return self.simpul.pagu is not None

    @property
    def sisa(self) -> Decimal | None:
        """Return what is left of the pagu, in rupiah."""
        return None if self.realisasi is None else self.pagu - self.realisasi


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """Capaian against serapan: points (or percent unspent, as the office chose) and the word."""

    nilai: Decimal
    sebutan: str


@dataclass(frozen=True, slots=True)
class HasilSasaran:
    """The mean of a node's indicators, now and tribulan by tribulan.

    `anggaran` is the total of the budget lines under it.
    """

    simpul: Simpul
    indikator: tuple[HasilIndikator, ...]
    rata_rata: RataRata
    tribulan: tuple[RataRata, ...]
    predikat: Kelas | None
    anggaran: HasilAnggaran | None
    efisiensi: Efisiensi | None


@dataclass(frozen=True, slots=True)
class HasilUnit:
    """The mean of a unit's own shares, now and by tribulan, and which it has reported."""

    unit: Unit
    rata_rata: RataRata
    tribulan: tuple[RataRata, ...]
    predikat: Kelas | None
    melapor: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Analisis:
    """Everything that is known of the office's year, up to `tribulan` (1–4).

    `indikator` are in plan order; `sasaran` the nodes of level sasaran; `program` those of the
    levels below that have indicators; `anggaran` every node with pagu at or under it, in plan
    order; `kantor` the office's mean over its sasaran indicators (`kantor_tribulan`: of each
    tribulan alone), `total_anggaran` None without pagu.
    """

    rencana: Rencana
    pengaturan: Pengaturan
    tribulan: int
    indikator: tuple[HasilIndikator, ...]
    sasaran: tuple[HasilSasaran, ...]
    program: tuple[HasilSasaran, ...]
    unit: tuple[HasilUnit, ...]
    anggaran: tuple[HasilAnggaran, ...]
    total_anggaran: HasilAnggaran | None
    kantor: RataRata
    kantor_tribulan: tuple[RataRata, ...]
    predikat: Kelas | None
    efisiensi: Efisiensi | None

    @property
    def akhir_tahun(self) -> bool:
        """Tell whether the year is over, so that capaian of the year exists."""
        return self.tribulan == TRIBULAN[-1]
