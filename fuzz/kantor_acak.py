"""The small made-up office whose plan and forms the fuzzer damages: every polaritas, two units."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.konfigurasi import KANTOR_BARU
from kinerja_cli.adapter.rencana_xlsx import build_rencana_xlsx
from kinerja_cli.adapter.rencana_xlsx.bangun import IsiRencana, IsiSel
from kinerja_cli.domain.baca_rencana import build_rencana, read_tabel_rencana
from kinerja_cli.domain.formulir import TARGET_TW
from kinerja_cli.domain.kantor import Pengaturan

TAHUN = 2021
DIBUAT = datetime(2021, 1, 4, tzinfo=UTC)
PENGATURAN = Pengaturan(TAHUN, KANTOR_BARU)
UNIT = "PEL"


def _indikator(
    kode: str, satuan: str, pilihan: str, tahunan: IsiSel, tw: IsiSel
) -> dict[str, IsiSel]:
    """Return a row of sheet Indikator; `pilihan` is its polaritas and agregasi, with a slash."""
    polaritas, agregasi = pilihan.split("/")
    return {
        "Kode": kode,
        "Kode Cascading": "S1",
        "Indikator Kinerja": f"Persentase hasil {kode}",
        "Satuan": satuan,
        "Polaritas": polaritas,
        "Agregasi": agregasi,
        "Target Tahunan": tahunan,
        "Unit": UNIT,
    } | dict.fromkeys(TARGET_TW, tw)


ISI_RENCANA: IsiRencana = {
    "Unit": [
        {"Kode": UNIT, "Nama Unit": "Seksi Pelayanan", "Nama Pejabat": "Nama Kasi"},
        {"Kode": "UM", "Nama Unit": "Subbagian Umum"},
    ],
    "Cascading": [
        {"Kode": "T1", "Jenjang": "tujuan", "Uraian": "Meningkatnya pelayanan"},
        {"Kode": "S1", "Jenjang": "sasaran", "Uraian": "Meningkatnya hasil", "Kode Induk": "T1"},
        {"Kode": "P1", "Jenjang": "program", "Uraian": "Program pelayanan", "Kode Induk": "S1"},
        {"Kode": "K1", "Jenjang": "kegiatan", "Uraian": "Kegiatan pelayanan", "Kode Induk": "P1",
         "Unit": UNIT, "Pagu": Decimal(3_000_000)},
    ],
    "Indikator": [
        _indikator("I1", "dokumen", "naik/jumlah", Decimal(8), Decimal(2)),
        _indikator("I2", "persen", "turun/rata-rata", Decimal("12.5"), Decimal("12.5")),
        _indikator("I3", "bulan", "rentang/posisi akhir", "7–8", "7–8"),
        _indikator("I4", "SAKIP", "predikat/posisi akhir", "BB", "BB"),
        _indikator("I5", "rupiah", "stabil/kumulatif", Decimal(1_131_000), Decimal(1_131_000)),
    ],
    "Riwayat": [
        {"Kode Indikator": "I1", "Tahun": Decimal(2020), "Target": Decimal(8),
         "Realisasi": Decimal(7)},
    ],
    "Predikat": [
        {"Kelompok": "SAKIP", "Predikat": "A", "Nilai": Decimal(80)},
        {"Kelompok": "SAKIP", "Predikat": "BB", "Nilai": Decimal(70)},
    ],
}  # fmt: skip
RENCANA_XLSX = build_rencana_xlsx(ISI_RENCANA, DIBUAT)
RENCANA = build_rencana(read_tabel_rencana(read_buku(RENCANA_XLSX), "rencana.xlsx", TAHUN))
