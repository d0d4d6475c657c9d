"""All that the page's template may name: the analysis as ready texts and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_cli.adapter.dasbor_html.anggaran import BagianAnggaran, build_anggaran
from kinerja_cli.adapter.dasbor_html.baris import (
    BagianSasaran,
    BarisIndikator,
    BarisPanas,
    BarisPeringkat,
    BarisSkala,
    BarisTemuan,
    DaftarPeringkat,
)
from kinerja_cli.adapter.dasbor_html.cap import build_skala
from kinerja_cli.adapter.dasbor_html.gambar import Garis, draw_garis
from kinerja_cli.adapter.dasbor_html.panas import build_panas_sasaran, build_panas_unit
from kinerja_cli.adapter.dasbor_html.peringkat import build_peringkat, build_risiko
from kinerja_cli.adapter.dasbor_html.ringkasan import Ringkasan, build_ringkasan
from kinerja_cli.adapter.dasbor_html.sasaran import build_sasaran
from kinerja_cli.adapter.dasbor_html.tabel import build_indikator, build_temuan
from kinerja_cli.adapter.dasbor_html.warna import WarnaKelas, colours_of
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.kantor import Kantor
from kinerja_cli.domain.narasi.aturan import kalimat_aturan, sumber_skala
from kinerja_cli.domain.narasi.kantor import kalimat_laporan_unit
from kinerja_cli.domain.narasi.masa import sebut_masa, sebut_masa_singkat
from kinerja_cli.domain.narasi.rangkaian import capaian_antartahun, capaian_tribulan
from kinerja_cli.domain.tanggal import format_tanggal
from kinerja_cli.domain.temuan import Temuan

TANDA_CONTOH = "DATA CONTOH"


@dataclass(frozen=True, slots=True)
class Kepala:
    """Whose page this is, what it covers, and how it is printed; `tanda` "" for real data."""

    kantor: Kantor
    kertas: str
    masa: str
    masa_singkat: str
    akhir_tahun: bool
    dibuat: str
    tanda: str
    batas: str
    warna: tuple[WarnaKelas, ...]


@dataclass(frozen=True, slots=True)
class BagianTribulan:
    """The office over the tribulan and the years (None: nothing to draw), each sasaran below."""

    garis: Garis | None
    antartahun: Garis | None
    panas: tuple[BarisPanas, ...]


@dataclass(frozen=True, slots=True)
class BagianUnit:
    """What came in from the units and how it stands."""

    kalimat: str
    panas: tuple[BarisPanas, ...]


@dataclass(frozen=True, slots=True)
class BagianAturan:
    """The rules that the figures follow, and the scale."""

    kalimat: tuple[str, ...]
    sumber: str
    skala: tuple[BarisSkala, ...]


@dataclass(frozen=True, slots=True)
class TampilanDasbor:
    """The template's variables, in the order of the page."""

    kepala: Kepala
    ringkasan: Ringkasan
    sasaran: tuple[BagianSasaran, ...]
    tribulan: BagianTribulan
    anggaran: BagianAnggaran
    unit: BagianUnit
    risiko: tuple[BarisPeringkat, ...]
    peringkat: tuple[DaftarPeringkat, ...]
    indikator: tuple[BarisIndikator, ...]
    temuan: tuple[BarisTemuan, ...]
    aturan: BagianAturan


def build_tampilan(
    analisis: Analisis, temuan: Sequence[Temuan], dibuat: datetime
) -> TampilanDasbor:
    """Return everything that the page shows."""
    return TampilanDasbor(
        kepala=_head(analisis, dibuat),
        ringkasan=build_ringkasan(analisis, temuan),
        sasaran=build_sasaran(analisis),
        tribulan=BagianTribulan(
            draw_garis(capaian_tribulan(analisis)),
            draw_garis(capaian_antartahun(analisis)),
            build_panas_sasaran(analisis),
        ),
        anggaran=build_anggaran(analisis),
        unit=BagianUnit(kalimat_laporan_unit(analisis), build_panas_unit(analisis)),
        risiko=build_risiko(analisis),
        peringkat=build_peringkat(analisis),
        indikator=build_indikator(analisis),
        temuan=build_temuan(analisis, temuan),
        aturan=BagianAturan(
            kalimat_aturan(analisis),
            sumber_skala(analisis),
            build_skala(analisis.pengaturan.aturan),
        ),
    )


def _head(analisis: Analisis, dibuat: datetime) -> Kepala:
    kantor, aturan = analisis.pengaturan.kantor, analisis.pengaturan.aturan
    batas = aturan.batas_rata_rata
    return Kepala(
        kantor=kantor,
        kertas=analisis.pengaturan.kertas.value,
        masa=sebut_masa(analisis),
        masa_singkat=sebut_masa_singkat(analisis),
        akhir_tahun=analisis.akhir_tahun,
        dibuat=f"{format_tanggal(dibuat)} pukul {dibuat:%H.%M}",
        tanda=TANDA_CONTOH if kantor.contoh else "",
        batas="" if batas is None else format_angka(batas),
        warna=tuple(map(colours_of, aturan.skala)),
    )
