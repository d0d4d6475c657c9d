"""The merged collection of a tribulan: the SOP's form with all units, and what came in."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter import Workbook

from kinerja_cli.adapter.himpunan_xlsx import anggaran, formulir, status
from kinerja_cli.adapter.himpunan_xlsx.isi import Himpunan, Masukan
from kinerja_cli.adapter.laporan_xlsx import temuan as lembar_temuan
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku
from kinerja_cli.adapter.lembar_xlsx import LembarTumbuh
from kinerja_cli.adapter.tulis_xlsx import GayaBuku, build_buku
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.temuan import Temuan

__all__ = ["Himpunan", "Masukan", "build_himpunan_xlsx"]


def build_himpunan_xlsx(isi: Himpunan, temuan: Sequence[Temuan]) -> bytes:
    """Return the merged workbook of a tribulan, with the findings that stand on what came in."""
    rencana, tribulan = isi.rencana, isi.tribulan
    kantor = isi.pengaturan.kantor
    sifat = {
        "title": f"Himpunan Data Kinerja Tribulan {ROMAWI[tribulan]} Tahun {rencana.tahun}",
        "subject": "Himpunan data kinerja",
        "author": kantor.nama,
        "company": kantor.pemerintah,
    }
    return build_buku(lambda workbook: _fill(workbook, isi, temuan), isi.dibuat, sifat)


def _fill(workbook: Workbook, isi: Himpunan, daftar: Sequence[Temuan]) -> None:
    buku = Buku(workbook, GayaBuku(workbook), isi.pengaturan)
    budget = (anggaran.NAMA,) if isi.rencana.budget_lines() else ()
    for nama in (formulir.NAMA, status.NAMA, lembar_temuan.NAMA, *budget):
        workbook.add_worksheet(nama, LembarTumbuh)
    formulir.write_himpunan(buku, isi)
    status.write_status(buku, isi)
    lembar_temuan.write_temuan(buku, f"TEMUAN DATA KINERJA {isi.masa}", daftar)
    if budget:
        anggaran.write_anggaran(buku, isi)
