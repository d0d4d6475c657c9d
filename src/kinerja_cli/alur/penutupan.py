"""kinerja tarik, tutup, buka: take back a workbook, close a tribulan, open it again."""

from __future__ import annotations

from kinerja_cli.adapter.basisdata import Penutupan, open_basisdata
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.rencana import ROMAWI


def withdraw(ruang: Ruang, tahun: int | None, unit: str, tribulan: int, alasan: str) -> str:
    """Take back the accepted workbook of a unit and return its file; it stays in the history.

    Raises KinerjaError where there is none, or the tribulan is closed.
    """
    _, rencana = load_rencana(ruang, tahun)
    kode = next((x.kode for x in rencana.unit if x.kode.casefold() == unit.casefold()), unit)
    with open_basisdata(ruang.basisdata) as db:
        if tribulan in db.closed_tribulan(rencana.tahun):
            message = (
                f"Tribulan {ROMAWI[tribulan]} sudah ditutup. Buka dahulu dengan `kinerja buka`."
            )
            raise KinerjaError(message)
        berkas = db.withdraw(rencana.tahun, kode, tribulan, alasan)
    if berkas is None:
        message = (
            f"Belum ada formulir unit '{unit}' yang diterima untuk Tribulan {ROMAWI[tribulan]}. "
            "Lihat `kinerja status`."
        )
        raise KinerjaError(message)
    return berkas


def set_closed(ruang: Ruang, tahun: int | None, penutupan: Penutupan) -> None:
    """Close or open a tribulan; raises KinerjaError where it is so already."""
    _, rencana = load_rencana(ruang, tahun)
    with open_basisdata(ruang.basisdata) as db:
        if (penutupan.tribulan in db.closed_tribulan(rencana.tahun)) is penutupan.ditutup:
            state = "ditutup" if penutupan.ditutup else "terbuka"
            message = (
                f"Tribulan {ROMAWI[penutupan.tribulan]} memang sudah {state}; "
                "tidak ada yang berubah."
            )
            raise KinerjaError(message)
        db.note_closing(rencana.tahun, penutupan)
