"""Lines of the store's registers: what was accepted, refused, closed, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class StatusSetoran(Enum):
    """What an accepted workbook is now."""

    DITERIMA = "diterima"
    DIGANTIKAN = "digantikan"
    DITARIK = "ditarik"


@dataclass(frozen=True, slots=True)
class Terdaftar:
    """One line of the register of accepted workbooks; `versi` counts per unit and tribulan.

    `alasan` says why it was withdrawn, "" for all others.
    """

    unit: str
    tribulan: int
    versi: int
    status: StatusSetoran
    sha256: str
    berkas: str
    waktu: datetime
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Penolakan:
    """The last refusal of one workbook, and how many galat it had."""

    unit: str
    tribulan: int
    berkas: str
    waktu: datetime
    galat: int


@dataclass(frozen=True, slots=True)
class Penutupan:
    """That a tribulan was closed, or opened again, and why."""

    tribulan: int
    ditutup: bool
    waktu: datetime
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Asal:
    """Where a workbook came from: its bytes, its file, and when it was collected."""

    sha256: str
    berkas: str
    waktu: datetime
