"""The store: accepted figures with their history, in one SQLite file; one transaction per run."""

from kinerja_cli.adapter.basisdata.catatan import (
    Asal,
    Penolakan,
    Penutupan,
    StatusSetoran,
    Terdaftar,
)
from kinerja_cli.adapter.basisdata.koneksi import BasisdataError
from kinerja_cli.adapter.basisdata.simpanan import Basisdata, open_basisdata

__all__ = [
    "Asal",
    "Basisdata",
    "BasisdataError",
    "Penolakan",
    "Penutupan",
    "StatusSetoran",
    "Terdaftar",
    "open_basisdata",
]
