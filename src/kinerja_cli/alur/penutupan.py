"""kinerja tarik, tutup, buka: take back a workbook, close a tribulan, open it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kinerja_cli.adapter.basisdata import Penutupan, open_basisdata
from kinerja_cli.adapter.keluaran import Keluaran
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.himpunan import PenyusunHimpunan
from kinerja_cli.alur.penerimaan import Lingkup
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.rencana import ROMAWI


@dataclass(frozen=True, slots=True)
class PermintaanTarik:
    """Whose accepted workbook is taken back, of which tribulan, why and when."""

    unit: str
    tribulan: int
    alasan: str
    sekarang: datetime


@dataclass(frozen=True, slots=True)
class HasilTarik:
    """The file that was taken back, and the merged workbook that is without it now."""

    berkas: str
    keluaran: tuple[Keluaran, ...]


def withdraw(ruang: Ruang, tahun: int | None, permintaan: PermintaanTarik) -> HasilTarik:
    """Take back the accepted workbook of a unit; it stays in the history.

    Raises KinerjaError where there is none, or the tribulan is closed.
    """
    pengaturan, rencana = load_rencana(ruang, tahun)
    unit, ke = permintaan.unit, permintaan.tribulan
    kode = next((x.kode for x in rencana.unit if x.kode.casefold() == unit.casefold()), unit)
    with open_basisdata(ruang.basisdata) as db:
        if ke in db.closed_tribulan(rencana.tahun):
            message = f"Tribulan {ROMAWI[ke]} sudah ditutup. Buka dahulu dengan `kinerja buka`."
            raise KinerjaError(message)
        berkas = db.withdraw(rencana.tahun, kode, ke, permintaan.alasan)
        if berkas is None:
            message = (
                f"Belum ada formulir unit '{unit}' yang diterima untuk Tribulan {ROMAWI[ke]}. "
                "Lihat `kinerja status`."
            )
            raise KinerjaError(message)
        # Nothing else would: himpun writes those of which something came in.
        lingkup = Lingkup(ruang, rencana, pengaturan, ke, permintaan.sekarang)
        return HasilTarik(berkas, PenyusunHimpunan(lingkup, db).write((ke,)))


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
