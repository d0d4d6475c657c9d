"""What became of a file, and how a unit stands for a tribulan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class StatusBerkas(Enum):
    """What became of one file; the value is the word in the JSON contract."""

    DITERIMA = "diterima"
    DITOLAK = "ditolak"
    SUDAH_ADA = "sudah ada"
    DIGANTIKAN = "digantikan"
    BUKAN_FORMAT = "bukan format"


@dataclass(frozen=True, slots=True)
class HasilBerkas:
    """One file of the run; unit and tribulan are None where the file does not say."""

    berkas: str
    status: StatusBerkas
    sha256: str
    unit: str | None = None
    tribulan: int | None = None


class Keadaan(Enum):
    """How a unit stands for one tribulan; the value is the word in the JSON contract."""

    BELUM_MASUK = "belum masuk"
    DITOLAK = "ditolak"
    DITERIMA = "diterima"


@dataclass(frozen=True, slots=True)
class StatusUnit:
    """One unit in one tribulan.

    `versi` counts its accepted workbooks, 0 when none was: above 1, earlier ones were replaced.
    `temuan` counts findings on the one in force, or galat of the refused one. `ditolak_pada` is
    when a workbook was last refused, also after one was accepted.
    """

    unit: str
    nama: str
    tribulan: int
    keadaan: Keadaan
    waktu: datetime | None = None
    berkas: str | None = None
    versi: int = 0
    temuan: int = 0
    ditolak_pada: datetime | None = None
