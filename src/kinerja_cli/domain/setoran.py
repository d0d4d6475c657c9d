"""What an accepted workbook says, as plain values: this is what the store keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja_cli.domain.antarproses import travels_light
from kinerja_cli.domain.rencana import Nilai


@travels_light
@dataclass(frozen=True, slots=True)
class Penjelasan:
    """What a unit wrote about one indicator; "" where it wrote nothing."""

    penyebab: str = ""
    kendala: str = ""
    solusi: str = ""
    tindak_lanjut: str = ""
    penanggung_jawab: str = ""
    batas_waktu: str = ""
    data_dukung: str = ""

    @property
    def kosong(self) -> bool:
        """Tell whether nothing was written."""
        return self == TANPA_PENJELASAN


TANPA_PENJELASAN = Penjelasan()
"""One for all indicators without: most of them, and results cross processes."""


@travels_light
@dataclass(frozen=True, slots=True)
class Realisasi:
    """What one unit reports on one indicator; `nilai` None: left blank."""

    nilai: Nilai | None
    keterangan: str = ""
    penjelasan: Penjelasan = TANPA_PENJELASAN


@travels_light
@dataclass(frozen=True, slots=True)
class RealisasiAnggaran:
    """Rupiah spent on one budget line up to the tribulan; None: left blank."""

    nilai: Decimal | None
    keterangan: str = ""


@travels_light
@dataclass(frozen=True, slots=True)
class Setoran:
    """One unit's figures of one tribulan, by code of indicator and of budget line."""

    unit: str
    tribulan: int
    realisasi: Mapping[str, Realisasi]
    anggaran: Mapping[str, RealisasiAnggaran] = field(default_factory=dict)
