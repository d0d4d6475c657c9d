"""A made-up office for tests of reports: 3 units, 2 sasaran, every polaritas, four tribulan."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.kantor import AturanHitung, Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.rencana import (
    Agregasi,
    Gabungan,
    Indikator,
    Jenjang,
    Polaritas,
    Rencana,
    Riwayat,
    RumusTurun,
    Simpul,
    Unit,
)
from kinerja_cli.domain.setoran import Penjelasan, Realisasi, RealisasiAnggaran, Setoran
from kinerja_cli.domain.temuan import Tempat, Temuan
from rencana_uji import KANTOR, angka, indikator, porsi

DIBUAT = datetime(2022, 2, 3, 9, 15, tzinfo=UTC)
PENGATURAN = Pengaturan(2021, replace(KANTOR, contoh=True))

TEKS_NAKAL = '=HYPERLINK("http://contoh.invalid","klik")'
TEKS_MARKUP = "<r>tebal</r>"
TEKS_JINJA = "{{ 7 * 7 }} & <b>"
"""Texts that must stay texts: a formula and link, XlsxWriter's own markup, Jinja and HTML."""

UNIT = (
    Unit("u1", "Seksi Satu"),
    Unit("u2", "Seksi Dua"),
    Unit("u3", "Seksi Tiga"),
)
CASCADING = (
    Simpul("T1", Jenjang.TUJUAN, "Tujuan satu"),
    Simpul("P1", Jenjang.PROGRAM, "Program satu", "S1"),
    Simpul("S1", Jenjang.SASARAN, "Sasaran satu", "T1"),
    Simpul("S2", Jenjang.SASARAN, TEKS_JINJA, "T1"),
    Simpul("K1", Jenjang.KEGIATAN, "Kegiatan satu", "P1", "u1", Decimal(1_000_000)),
    Simpul("P2", Jenjang.PROGRAM, "Program dua", "S2"),
    Simpul("K2", Jenjang.KEGIATAN, "Kegiatan dua", "P2", "u2", Decimal(3_000_000)),
    Simpul("K3", Jenjang.KEGIATAN, "Kegiatan tiga", "P2", "u3", Decimal(500_000)),
)
HURUF = {"Predikat Uji": {"AA": Decimal(90), "A": Decimal(80), "BB": Decimal(70), "B": Decimal(60)}}


def _rentang(bawah: int, atas: int) -> Rentang:
    return Rentang(Decimal(bawah), Decimal(atas))


def _of_sasaran_satu() -> tuple[Indikator, ...]:
    """Return the indicators of S1: unweighted; one tie, one figure of three units."""
    return (
        indikator(
            "NAIK",
            porsi("u1", 80, (80, 80, 80, 80)),
            uraian=TEKS_NAKAL,
            agregasi=Agregasi.POSISI_AKHIR,
            iku=True,
            target_renstra=Decimal(90),
            pembanding="Rata-rata kabupaten",
            nilai_pembanding=Decimal("7.5"),
        ),
        indikator("TURUN", porsi("u1", 16, (4, 4, 4, 4)), polaritas=Polaritas.TURUN),
        indikator(
            "RASIO",
            porsi("u2", 10, (10, 10, 10, 10)),
            polaritas=Polaritas.TURUN,
            agregasi=Agregasi.RATA_RATA,
            rumus_turun=RumusTurun.RASIO,
            satuan=TEKS_MARKUP,
        ),
        indikator(
            "GABUNG", *(porsi(x, 40, (10, 10, 10, 10)) for x in ("u1", "u2", "u3")), iku=True
        ),
        indikator("KOSONG", porsi("u3", 4, (1, 1, 1, 1))),
    )


def _of_sasaran_dua() -> tuple[Indikator, ...]:
    """Return the indicators of S2: weighted; a range, letters, a mean of two units."""
    ranges = [_rentang(10 * x, 10 * x + 10) for x in (2, 4, 6, 8)]
    shared: dict[str, Any] = {"kode_cascading": "S2", "bobot": Decimal(30)}
    return (
        indikator(
            "RENTANG",
            porsi("u2", ranges[-1], ranges),
            polaritas=Polaritas.RENTANG,
            agregasi=Agregasi.KUMULATIF,
            target_renstra=_rentang(90, 95),
            **shared,
        ),
        indikator(
            "STABIL",
            porsi("u3", 5, (5, 5, 5, 5)),
            polaritas=Polaritas.STABIL,
            agregasi=Agregasi.RATA_RATA,
            **shared,
        ),
        indikator(
            "PREDIKAT",
            porsi("u3", "BB", ("B", "B", "BB", "BB")),
            polaritas=Polaritas.PREDIKAT,
            agregasi=Agregasi.POSISI_AKHIR,
            satuan="Predikat Uji",
            **shared | {"bobot": Decimal(40)},
        ),
        indikator(
            "RATA",
            porsi("u1", 90, (90, 90, 90, 90)),
            porsi("u2", 80, (80, 80, 80, 80)),
            gabungan=Gabungan.RATA_RATA,
            agregasi=Agregasi.RATA_RATA,
            **shared,
        ),
    )


def _of_program() -> tuple[Indikator, ...]:
    return (
        indikator("TAHUNAN", porsi("u1", 10, (0, 0, 0, 10)), kode_cascading="P1"),
        indikator(
            "NIHIL", porsi("u2", 0, (0, 0, 0, 0)), kode_cascading="P2", polaritas=Polaritas.TURUN
        ),
    )


def contoh_rencana(**ganti: Any) -> Rencana:  # noqa: ANN401 - fields of Rencana
    """Return the plan, with other fields where given."""
    isi: dict[str, Any] = {
        "tahun": 2021,
        "unit": UNIT,
        "cascading": CASCADING,
        "indikator": (*_of_sasaran_dua(), *_of_program(), *_of_sasaran_satu()),
        "riwayat": (
            Riwayat("NAIK", 2019, Decimal(70), Decimal("65.5")),
            Riwayat("NAIK", 2020, Decimal(75), Decimal(75)),
            Riwayat("TURUN", 2020, Decimal(20), None),
            Riwayat("PREDIKAT", 2020, "B", "BB"),
        ),
        "predikat": HURUF,
    }
    return Rencana(**isi | ganti)


REALISASI: dict[tuple[str, str], tuple[Any, Any, Any, Any]] = {
    ("u1", "NAIK"): ("79.5", 81, 40, "9.876"),
    ("u1", "TURUN"): (3, 5, 4, 6),
    ("u1", "GABUNG"): (9, 11, 10, 12),
    ("u1", "RATA"): ("88.5", 91, 90, "92.25"),
    ("u1", "TAHUNAN"): (0, 0, 0, 7),
    ("u2", "RASIO"): (8, "12.5", None, 0.5),
    ("u2", "GABUNG"): (10, 8, 10, 9),
    ("u2", "RENTANG"): (25, 39, 75, "91.5"),
    ("u2", "RATA"): (80, None, 79, "78.125"),
    ("u2", "NIHIL"): (0, 1, 0, 0),
    ("u3", "GABUNG"): (10, 10, None, 10),
    ("u3", "KOSONG"): (None, None, None, None),
    ("u3", "STABIL"): (5, 7, 4, 5),
    ("u3", "PREDIKAT"): ("B", "B", "B", "A"),
}
ANGGARAN = {
    ("u1", "K1"): (100_000, 250_000, 600_000, 987_654),
    ("u2", "K2"): (500_000, 1_500_000, 2_000_000, 2_750_000),
    ("u3", "K3"): (None, 0, 400_000, 450_000),
}
KETERANGAN = {("u1", "NAIK"): TEKS_NAKAL, ("u2", "RASIO"): TEKS_MARKUP}


def contoh_setoran() -> list[Setoran]:
    """Return what the units handed in: u3 nothing in TW III, all else."""
    return [
        Setoran(unit.kode, ke, _realisasi(unit.kode, ke), _anggaran(unit.kode, ke))
        for unit in UNIT
        for ke in (1, 2, 3, 4)
        if (unit.kode, ke) != ("u3", 3)
    ]


def _realisasi(unit: str, ke: int) -> dict[str, Realisasi]:
    why = Penjelasan(penyebab="Hujan", kendala="Jalan rusak", solusi="Diulang", tindak_lanjut="Ya")
    return {
        kode: Realisasi(
            angka(isi[ke - 1]),
            KETERANGAN.get((unit, kode), ""),
            why if kode == "TURUN" else Penjelasan(),
        )
        for (milik, kode), isi in REALISASI.items()
        if milik == unit
    }


def _anggaran(unit: str, ke: int) -> dict[str, RealisasiAnggaran]:
    lines = {kode: isi[ke - 1] for (milik, kode), isi in ANGGARAN.items() if milik == unit}
    return {
        kode: RealisasiAnggaran(None if x is None else Decimal(x), TEKS_NAKAL)
        for kode, x in lines.items()
    }


def contoh_analisis(tribulan: int = 4, rencana: Rencana | None = None, **aturan: Any) -> Analisis:  # noqa: ANN401 - fields of AturanHitung
    """Return the analysis up to a tribulan, by the office's usual rules unless told otherwise."""
    settings = replace(PENGATURAN, aturan=AturanHitung(**aturan))
    return build_analisis(rencana or contoh_rencana(), settings, contoh_setoran(), tribulan)


def contoh_temuan() -> list[Temuan]:
    """Return two warnings, then an error."""
    return [
        Temuan(
            JenisTemuan.BELUM_DITANDATANGANI,
            Tempat("b.xlsx", "Data Kinerja", 30, 6),
            {"kolom": "Tanggal"},
        ),
        Temuan(JenisTemuan.REALISASI_KOSONG, Tempat("a.xlsx"), {"target": "5"}),
        Temuan(
            JenisTemuan.BUKAN_ANGKA,
            Tempat("=a.xlsx", "Data Kinerja", 9, 6),
            {"kolom": "Realisasi", "nilai": TEKS_NAKAL},
        ),
    ]
