"""kinerja tahap cetak: the register of the steps as Word and as a workbook."""

from __future__ import annotations

from datetime import datetime

from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.surat.register import build_register_xlsx, build_tampilan_register
from kinerja_cli.alur.tahap import HasilTahap
from kinerja_cli.alur.templat_surat import PengisiSurat

TEMPLAT = "register-tahap"


def print_tahap(ruang: Ruang, hasil: HasilTahap, sekarang: datetime) -> list[Keluaran]:
    """Write the register under laporan/ and return where it lies."""
    tanggal, pengaturan = sekarang.date(), hasil.pengaturan
    tampilan = build_tampilan_register(hasil.status, pengaturan.kantor, hasil.tahun, tanggal)
    with PengisiSurat(ruang, TEMPLAT, pengaturan) as pengisi:
        surat = pengisi.fill(tampilan, tanggal)
    isi = {
        ".docx": surat.isi,
        ".xlsx": build_register_xlsx(tampilan, pengaturan.kertas, sekarang),
    }
    path = ruang.laporan / f"register-tahap-{hasil.tahun}"
    with open_basisdata(ruang.basisdata) as db:
        return [write_keluaran(ruang, db, path.with_suffix(x), y) for x, y in isi.items()]
