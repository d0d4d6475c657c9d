"""What a report calls its span of time: the whole year, or the year up to a tribulan."""

from __future__ import annotations

from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.rencana import ROMAWI


def sebut_tribulan(tribulan: int) -> str:
    """Return a tribulan as papers write it: Tribulan II."""
    return f"Tribulan {ROMAWI[tribulan]}"


def sebut_masa(analisis: Analisis) -> str:
    """Return what the figures cover: Tahun 2021, or the year up to the tribulan."""
    tahun = f"Tahun {analisis.rencana.tahun}"
    if analisis.akhir_tahun:
        return tahun
    return f"{tahun} sampai dengan {sebut_tribulan(analisis.tribulan)}"


def sebut_masa_singkat(analisis: Analisis) -> str:
    """Return the same for the head of a column: 2021, or s.d. TW II."""
    if analisis.akhir_tahun:
        return str(analisis.rencana.tahun)
    return f"s.d. TW {ROMAWI[analisis.tribulan]}"
