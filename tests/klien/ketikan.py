"""The form of the client tests, what a unit types into it, and what must come back of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

from kinerja_cli.adapter.format_unit import build_format
from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.formulir import (
    KodeTandaTangan,
    KolomAnggaran,
    KolomData,
    KolomPenjelasan,
    LembarUnit,
)
from kinerja_cli.domain.rencana import Agregasi, Jenjang, Polaritas, Simpul
from kinerja_cli.domain.setoran import Penjelasan, Realisasi, RealisasiAnggaran, Setoran
from rencana_uji import CASCADING, PENGATURAN, indikator, porsi, rencana

Kolom: TypeAlias = KolomData | KolomPenjelasan | KolomAnggaran

_LEMBAR: Mapping[type, LembarUnit] = {
    KolomData: LembarUnit.DATA,
    KolomPenjelasan: LembarUnit.PENJELASAN,
    KolomAnggaran: LembarUnit.ANGGARAN,
}
DIBUAT = datetime(2021, 1, 4, 8, 0)  # noqa: DTZ001 - a document property, in the office's time
LIMA_APRIL_2021 = 44291
TIGA_MEI_2021 = 44319
TIGA_PULUH_JUNI_2021 = 44377
"""Days as a spreadsheet counts them."""


@dataclass(frozen=True, slots=True)
class Ketikan:
    """One cell that is filled in: in the row of a code, what it then holds and how it shows it.

    `tombol` are the keys of which a spreadsheet makes something else (85% becomes 0,85 shown as
    percent); a client that nobody types into gets `nilai` and `format` at once. A `rumus`, written
    the English way without "=", takes the place of both.
    """

    kode: str
    kolom: Kolom
    nilai: float | str
    format: str = ""
    tombol: str = ""
    rumus: str = ""

    @property
    def lembar(self) -> str:
        """Return the name of its sheet."""
        return _LEMBAR[type(self.kolom)].value

    @property
    def kolom_kode(self) -> int:
        """Return the column of the codes on its sheet, from 1."""
        return type(self.kolom)["KODE"].kolom


def realisasi(kode: str, nilai: float | str, format_sel: str = "", tombol: str = "") -> Ketikan:
    """Return the figure that is typed for one indicator."""
    return Ketikan(kode, KolomData.REALISASI, nilai, format_sel, tombol)


_POSISI = {"agregasi": Agregasi.POSISI_AKHIR}
TARGET_RENTANG = Rentang(Decimal(80), Decimal(90))
INDIKATOR = (
    indikator("S1-1", porsi("u1", 8, (2, 2, 2, 2)), uraian="Jumlah <dokumen> & laporan"),
    indikator("S1-2", porsi("u1", 90, (90,) * 4), satuan="persen", **_POSISI),
    indikator("3-5", porsi("u1", "88.95", ("88.95",) * 4), satuan="nilai", **_POSISI),
    indikator(
        "S1-4",
        porsi("u1", TARGET_RENTANG, (TARGET_RENTANG,) * 4),
        satuan="persen",
        polaritas=Polaritas.RENTANG,
        **_POSISI,
    ),
    indikator(
        "S1-5",
        porsi("u1", "BB", ("B", "B", "BB", "BB")),
        satuan="SAKIP",
        polaritas=Polaritas.PREDIKAT,
        **_POSISI,
    ),
    indikator("7.01", porsi("u1", 10, (10,) * 4), satuan="hari", polaritas=Polaritas.TURUN),
    indikator("S1-7", porsi("u1", 2, (2,) * 4), uraian="Laju pertumbuhan usaha", satuan="persen"),
    indikator("10", porsi("u1", 4, (0, 0, 0, 4)), uraian="=Jumlah rapat", kode_cascading="K1"),
    indikator("K1-2", porsi("u1", "0.3", ("0.3",) * 4), kode_cascading="K1", satuan="km"),
)
PAGU = (
    Simpul("7.01.01", Jenjang.KEGIATAN, "Kegiatan besar", "P1", "u1", Decimal(12_345_678_901)),
    Simpul("2", Jenjang.KEGIATAN, "=Kegiatan & <lain>", "P1", "u1", Decimal(999_999_999_999)),
)
RENCANA = replace(
    rencana(*INDIKATOR, predikat={"SAKIP": {"BB": Decimal(70), "B": Decimal(60)}}),
    cascading=(*CASCADING, *PAGU),
)

MULTI_BARIS = (
    'Rapat "koordinasi" ditunda:\n1. ruang dipakai & belum diganti;\n2. peserta < 10 orang'
)
MIRIP_RUMUS = "=A1+1 adalah bunyi keterangan, bukan rumus"
PANJANG = "Dokumen diselesaikan bertahap sesuai jadwal 🙂 – " * 12 + "selesai"

KETIKAN = (
    realisasi("S1-1", 2),
    Ketikan("S1-1", KolomData.KETERANGAN, PANJANG),
    realisasi("S1-2", 0.85, "0%", "85%"),
    Ketikan("S1-2", KolomData.KETERANGAN, MULTI_BARIS),
    realisasi("3-5", 88.95, tombol="88,95"),
    realisasi("S1-4", 87.5),
    realisasi("S1-5", "BB"),
    realisasi("7.01", "7,5 hari"),
    Ketikan("7.01", KolomData.KETERANGAN, MIRIP_RUMUS),
    realisasi("S1-7", -3.25),
    Ketikan("S1-7", KolomPenjelasan.PENYEBAB, MULTI_BARIS),
    Ketikan("S1-7", KolomPenjelasan.KENDALA, MIRIP_RUMUS),
    Ketikan("S1-7", KolomPenjelasan.BATAS_WAKTU, TIGA_PULUH_JUNI_2021, "dd/mm/yyyy", "30/6/2021"),
    realisasi("10", 0),
    realisasi("K1-2", 0.1 + 0.2),
    Ketikan(KodeTandaTangan.TANGGAL.kode, KolomData.REALISASI, LIMA_APRIL_2021, tombol="5/4/2021"),
    Ketikan("K1", KolomAnggaran.REALISASI, 0),
    Ketikan("7.01.01", KolomAnggaran.REALISASI, 9_876_543_210),
    Ketikan("7.01.01", KolomAnggaran.KETERANGAN, MULTI_BARIS),
    Ketikan("2", KolomAnggaran.REALISASI, "Rp 123.456.789.012,-"),
)
"""Numbers, keys that become something else, and texts, in every column that figures come from."""

SETORAN = Setoran(
    "u1",
    1,
    realisasi={
        "S1-1": Realisasi(Decimal(2), PANJANG),
        "S1-2": Realisasi(Decimal(85), MULTI_BARIS),
        "3-5": Realisasi(Decimal("88.95")),
        "S1-4": Realisasi(Decimal("87.5")),
        "S1-5": Realisasi("BB"),
        "7.01": Realisasi(Decimal("7.5"), MIRIP_RUMUS),
        "S1-7": Realisasi(
            Decimal("-3.25"),
            penjelasan=Penjelasan(MULTI_BARIS, MIRIP_RUMUS, batas_waktu="30-06-2021"),
        ),
        "10": Realisasi(Decimal(0)),
        "K1-2": Realisasi(Decimal("0.3")),
    },
    anggaran={
        "K1": RealisasiAnggaran(Decimal(0)),
        "7.01.01": RealisasiAnggaran(Decimal(9_876_543_210), MULTI_BARIS),
        "2": RealisasiAnggaran(Decimal(123_456_789_012)),
    },
)
"""The very values typed: what every client's file must be read as."""


def build_formulir() -> bytes:
    """Return the empty form of unit u1 for tribulan I."""
    return build_format(RENCANA, PENGATURAN, "u1", 1, DIBUAT)
