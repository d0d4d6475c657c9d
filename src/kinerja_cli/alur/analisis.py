"""kinerja analisis: the year up to a tribulan, as values and as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from kinerja_cli.adapter.analisis_xlsx import build_analisis_xlsx
from kinerja_cli.adapter.basisdata import SetoranTersimpan, open_basisdata
from kinerja_cli.adapter.bukti import bukti_keluaran
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.dasbor import BahanAnalisis, Dasbor, begin_dasbor
from kinerja_cli.alur.rencana import load_dimuat
from kinerja_cli.alur.tahap import note_step
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.tahap import CatatanTahap, keadaan_program
from kinerja_cli.domain.temuan import Temuan

LANGKAH = 4
"""The step of the SOP that this carries out."""


def analyse(ruang: Ruang, tahun: int | None, tribulan: int | None) -> tuple[Analisis, list[Temuan]]:
    """Return the analysis up to a tribulan (None: the latest with data) and standing findings.

    Raises KinerjaError where nothing was collected yet.
    """
    bahan = _load_bahan(ruang, tahun, tribulan)
    return bahan.build(), list(bahan.temuan)


@contextmanager
def begin_analisis(
    ruang: Ruang, tahun: int | None, tribulan: int | None, sekarang: datetime
) -> Iterator[tuple[Analisis, Dasbor]]:
    """Do the same for whoever writes it all: its page is in the making meanwhile."""
    bahan = _load_bahan(ruang, tahun, tribulan)
    with begin_dasbor(bahan, sekarang) as dasbor:
        yield bahan.build(), dasbor


def _load_bahan(ruang: Ruang, tahun: int | None, tribulan: int | None) -> BahanAnalisis:
    dimuat = load_dimuat(ruang, tahun, ingat=True)
    tahun = dimuat.rencana.tahun
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        setoran = db.stored_setoran(tahun)
        temuan = db.standing_temuan(tahun)
    return BahanAnalisis(dimuat, setoran, temuan, tribulan or _latest(setoran, tahun))


def _latest(setoran: Sequence[SetoranTersimpan], tahun: int) -> int:
    if not setoran:
        message = f"Belum ada data tahun {tahun} yang diterima. Jalankan `kinerja himpun` dahulu."
        raise KinerjaError(message)
    return max(x.tribulan for x in setoran)


def write_analisis(ruang: Ruang, analisis: Analisis, dasbor: Dasbor) -> list[Keluaran]:
    """Write the analysis as a workbook and as a page under laporan/; return where they lie."""
    period = f"{analisis.rencana.tahun}-TW{analisis.tribulan}"
    sekarang = dasbor.dibuat
    outputs = {
        f"analisis-{period}.xlsx": build_analisis_xlsx(analisis, dasbor.temuan, sekarang),
        f"dasbor-{period}.html": dasbor.isi(analisis),
    }
    with open_basisdata(ruang.basisdata) as db:
        written = [
            write_keluaran(ruang, db, ruang.laporan / nama, isi) for nama, isi in outputs.items()
        ]
        keadaan = keadaan_program(analisis.tribulan)
        bukti = bukti_keluaran(ruang, written)
        note = f"Sampai dengan Tribulan {ROMAWI[analisis.tribulan]}"
        catatan = CatatanTahap(LANGKAH, keadaan, sekarang, sekarang, bukti=bukti, catatan=note)
        note_step(db, analisis.rencana.tahun, catatan)
    return written


def write_csv(ruang: Ruang, analisis: Analisis, folder: Path) -> list[Keluaran]:
    """Write the tidy tables into a folder of the person's choice and return where they lie."""
    # pandas takes half a second to load: only who asks for tables waits for it.
    from kinerja_cli.adapter.tabel_csv import build_tables  # noqa: PLC0415

    with open_basisdata(ruang.basisdata) as db:
        return [
            write_keluaran(ruang, db, folder.resolve() / nama, isi)
            for nama, isi in build_tables(analisis).items()
        ]
