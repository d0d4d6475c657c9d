"""The store: accepted figures with their history, in one SQLite file; one transaction per run."""

from kinerja_cli.adapter.basisdata.bangun import (
    HasilBangun,
    rebuild_basisdata,
    renew_jurnal,
)
from kinerja_cli.adapter.basisdata.catatan import (
    Asal,
    Penolakan,
    Penutupan,
    StatusSetoran,
    Terdaftar,
)
from kinerja_cli.adapter.basisdata.galat import BasisdataError, JurnalError
from kinerja_cli.adapter.basisdata.pembanding import Perbedaan, compare_with_jurnal
from kinerja_cli.adapter.basisdata.simpanan import Basisdata, open_basisdata

__all__ = [
    "Asal",
    "Basisdata",
    "BasisdataError",
    "HasilBangun",
    "JurnalError",
    "Penolakan",
    "Penutupan",
    "Perbedaan",
    "StatusSetoran",
    "Terdaftar",
    "compare_with_jurnal",
    "open_basisdata",
    "rebuild_basisdata",
    "renew_jurnal",
]
