"""The register of the SOP's steps: lines that are only ever added, and how each step stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import PurePosixPath

from kinerja_cli.domain.rencana import TRIBULAN
from kinerja_cli.domain.sop import LANGKAH, Langkah

PROGRAM = "program kinerja"
"""Who writes the lines of steps that a command carries out."""


class KeadaanTahap(Enum):
    """How a step stands; the value is the word in the JSON contract."""

    BELUM = "belum"
    BERJALAN = "berjalan"
    SELESAI = "selesai"


@dataclass(frozen=True, slots=True)
class Bukti:
    """A file that proves a step or is a document: its path from the workspace, its sha256."""

    berkas: str
    sha256: str

    @property
    def nama(self) -> str:
        """Return the file's own name, without the folders of whichever system it lies on."""
        return PurePosixPath(self.berkas.replace("\\", "/")).name


class KeadaanBukti(Enum):
    """How a noted file is now; the value is the word in the JSON contract."""

    COCOK = "cocok"
    BERUBAH = "berubah"
    HILANG = "hilang"


@dataclass(frozen=True, slots=True)
class CatatanTahap:
    """One line: `waktu` is when it happened, `dicatat` when it was written down."""

    nomor: int
    keadaan: KeadaanTahap
    waktu: datetime
    dicatat: datetime
    oleh: str = PROGRAM
    bukti: tuple[Bukti, ...] = ()
    catatan: str = ""

    @property
    def dari_program(self) -> bool:
        """Tell whether a command wrote it, not a person."""
        return self.oleh == PROGRAM

    def repeats(self, lain: CatatanTahap) -> bool:
        """Tell whether another line says the same, whenever it was written."""
        return (self.nomor, self.keadaan, self.oleh) == (
            lain.nomor,
            lain.keadaan,
            lain.oleh,
        ) and (self.bukti, self.catatan) == (lain.bukti, lain.catatan)


@dataclass(frozen=True, slots=True)
class AturanTahap:
    """Deadlines that the office set: by step, and by tribulan for the units' forms."""

    batas: Mapping[int, date] = field(default_factory=dict)
    batas_tribulan: Mapping[int, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StatusTahap:
    """How one step stands; `terlambat` in days, 0 where it is not late or has no deadline."""

    langkah: Langkah
    keadaan: KeadaanTahap
    mulai: datetime | None
    selesai: datetime | None
    oleh: str
    bukti: tuple[Bukti, ...]
    catatan: str
    batas: date | None
    terlambat: int

    @property
    def lama(self) -> timedelta | None:
        """Return how long it took, None while that is not known."""
        if self.mulai is None or self.selesai is None:
            return None
        return self.selesai - self.mulai

    @property
    def melebihi_baku(self) -> bool:
        """Tell whether it took longer than the SOP's minutes."""
        lama = self.lama
        return lama is not None and lama > timedelta(minutes=self.langkah.waktu_baku)


def keadaan_program(tribulan: int, *, lengkap: bool = True) -> KeadaanTahap:
    """Return how a command leaves its step: a year's step is done with all of Tribulan IV."""
    done = tribulan == TRIBULAN[-1] and lengkap
    return KeadaanTahap.SELESAI if done else KeadaanTahap.BERJALAN


def build_status(
    catatan: Iterable[CatatanTahap], aturan: AturanTahap, hari_ini: date
) -> tuple[StatusTahap, ...]:
    """Return how all twelve steps stand, from the lines in the order they were written."""
    by_nomor: dict[int, list[CatatanTahap]] = {x.nomor: [] for x in LANGKAH}
    for one in catatan:
        by_nomor[one.nomor].append(one)
    return tuple(_status(x, by_nomor[x.nomor], aturan, hari_ini) for x in LANGKAH)


def _status(
    langkah: Langkah, lines: Sequence[CatatanTahap], aturan: AturanTahap, hari_ini: date
) -> StatusTahap:
    batas = aturan.batas.get(langkah.nomor)
    selesai = find_selesai(lines)
    until = selesai.date() if selesai else hari_ini
    with_bukti = [x for x in lines if x.bukti]
    return StatusTahap(
        langkah=langkah,
        keadaan=lines[-1].keadaan if lines else KeadaanTahap.BELUM,
        mulai=find_mulai(lines),
        selesai=selesai,
        oleh=lines[-1].oleh if lines else "",
        bukti=with_bukti[-1].bukti if with_bukti else (),
        catatan=lines[-1].catatan if lines else "",
        batas=batas,
        terlambat=max(0, (until - batas).days) if batas else 0,
    )


def find_mulai(lines: Sequence[CatatanTahap]) -> datetime | None:
    """Return when a step began: as a person said last, else at the program's first line."""
    said = [x for x in lines if x.keadaan is KeadaanTahap.BERJALAN and not x.dari_program]
    if said:
        return said[-1].waktu
    return next((x.waktu for x in lines if x.dari_program), None)


def find_selesai(lines: Sequence[CatatanTahap]) -> datetime | None:
    """Return when a step was finished, None while it is not.

    A person's line is a correction and counts; the program's only renews the evidence of a step
    that is finished already.
    """
    finished: datetime | None = None
    for one in lines:
        if one.keadaan is not KeadaanTahap.SELESAI:
            finished = None
        elif finished is None or not one.dari_program:
            finished = one.waktu
    return finished
