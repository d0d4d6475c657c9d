"""The store: accepted figures with their history, in one SQLite file; one transaction per run.

A module of it is imported with the first of its names: who only looks into the registers, as
`kinerja status` does, waits for no figures, journal keeper or rebuilding.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja_cli.adapter.basisdata.bangun import HasilBangun, rebuild_basisdata, renew_jurnal
    from kinerja_cli.adapter.basisdata.catatan import (
        Asal,
        Penolakan,
        Penutupan,
        StatusSetoran,
        Terdaftar,
    )
    from kinerja_cli.adapter.basisdata.galat import BasisdataError, JurnalError
    from kinerja_cli.adapter.basisdata.pembanding import Perbedaan, compare_with_jurnal
    from kinerja_cli.adapter.basisdata.register import RegisterSetoran, open_register
    from kinerja_cli.adapter.basisdata.simpanan import Basisdata, open_basisdata
    from kinerja_cli.adapter.basisdata.tersimpan import SetoranTersimpan

__all__ = [
    "Asal",
    "Basisdata",
    "BasisdataError",
    "HasilBangun",
    "JurnalError",
    "Penolakan",
    "Penutupan",
    "Perbedaan",
    "RegisterSetoran",
    "SetoranTersimpan",
    "StatusSetoran",
    "Terdaftar",
    "compare_with_jurnal",
    "open_basisdata",
    "open_register",
    "rebuild_basisdata",
    "renew_jurnal",
]

_MODUL = {
    "bangun": ("HasilBangun", "rebuild_basisdata", "renew_jurnal"),
    "catatan": ("Asal", "Penolakan", "Penutupan", "StatusSetoran", "Terdaftar"),
    "galat": ("BasisdataError", "JurnalError"),
    "pembanding": ("Perbedaan", "compare_with_jurnal"),
    "register": ("RegisterSetoran", "open_register"),
    "simpanan": ("Basisdata", "open_basisdata"),
    "tersimpan": ("SetoranTersimpan",),
}


def __getattr__(nama: str) -> object:
    """Import the module that has this name."""
    for modul, isi in _MODUL.items():
        if nama in isi:
            return getattr(import_module(f"{__name__}.{modul}"), nama)
    raise AttributeError(nama)
