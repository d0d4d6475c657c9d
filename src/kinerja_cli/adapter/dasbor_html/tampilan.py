"""All that the page's template may name: the analysis as ready texts and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_cli.adapter.dasbor_html.baris import (
    BagianSasaran,
    BarisAnggaran,
    BarisIndikator,
    BarisPanas,
    BarisPeringkat,
    BarisSerapan,
    BarisSkala,
    BarisTemuan,
    Cap,
    DaftarPeringkat,
    Kartu,
)
from kinerja_cli.adapter.dasbor_html.cap import build_skala, cap_of
from kinerja_cli.adapter.dasbor_html.gambar import (
    Garis,
    Mistar,
    Ruas,
    draw_garis,
    draw_hitungan,
    draw_mistar,
)
from kinerja_cli.adapter.dasbor_html.panas import build_panas_sasaran, build_panas_unit
from kinerja_cli.adapter.dasbor_html.peringkat import build_peringkat, build_risiko
from kinerja_cli.adapter.dasbor_html.ringkasan import build_kartu, build_utama
from kinerja_cli.adapter.dasbor_html.sasaran import build_anggaran, build_sasaran, build_serapan
from kinerja_cli.adapter.dasbor_html.tabel import build_indikator, build_temuan
from kinerja_cli.adapter.dasbor_html.warna import WarnaKelas, colours_of
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.kantor import Kantor
from kinerja_cli.domain.narasi.anggaran import (
    kalimat_efisiensi,
    kalimat_serapan,
    kalimat_serapan_program,
)
from kinerja_cli.domain.narasi.aturan import kalimat_aturan, sumber_skala
from kinerja_cli.domain.narasi.hitungan import hitung, kalimat_hitungan, kalimat_rata_rata
from kinerja_cli.domain.narasi.kantor import indikator_sasaran, kalimat_laporan_unit
from kinerja_cli.domain.narasi.masa import sebut_masa, sebut_masa_singkat
from kinerja_cli.domain.narasi.rangkaian import capaian_antartahun, capaian_tribulan
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.tanggal import format_tanggal
from kinerja_cli.domain.temuan import Temuan

TANDA_CONTOH = "DATA CONTOH"


@dataclass(frozen=True, slots=True)
class TampilanDasbor:
    """The template's variables, one per field, in the order of the page."""

    kantor: Kantor
    kertas: str
    masa: str
    masa_singkat: str
    dibuat: str
    tanda_contoh: str
    warna: tuple[WarnaKelas, ...]
    utama: Kartu
    predikat: Cap
    mistar: Mistar
    hitungan: tuple[Ruas, ...]
    pembuka: tuple[str, ...]
    kartu: tuple[Kartu, ...]
    sasaran: tuple[BagianSasaran, ...]
    label_tribulan: tuple[str, ...]
    garis_tribulan: Garis | None
    garis_tahun: Garis | None
    panas_sasaran: tuple[BarisPanas, ...]
    kalimat_anggaran: tuple[str, ...]
    serapan: tuple[BarisSerapan, ...]
    anggaran: tuple[BarisAnggaran, ...]
    kalimat_unit: str
    batas: str
    panas_unit: tuple[BarisPanas, ...]
    peringkat: tuple[DaftarPeringkat, ...]
    akhir_tahun: bool
    risiko: tuple[BarisPeringkat, ...]
    indikator: tuple[BarisIndikator, ...]
    temuan: tuple[BarisTemuan, ...]
    aturan: tuple[str, ...]
    sumber_skala: str
    skala: tuple[BarisSkala, ...]


def build_tampilan(
    analisis: Analisis, temuan: Sequence[Temuan], dibuat: datetime
) -> TampilanDasbor:
    """Return everything that the page shows."""
    aturan, kantor = analisis.pengaturan.aturan, analisis.pengaturan.kantor
    counted = hitung(indikator_sasaran(analisis))
    return TampilanDasbor(
        kantor=kantor,
        kertas=analisis.pengaturan.kertas.value,
        masa=sebut_masa(analisis),
        masa_singkat=sebut_masa_singkat(analisis),
        dibuat=f"{format_tanggal(dibuat)} pukul {dibuat:%H.%M}",
        tanda_contoh=TANDA_CONTOH if kantor.contoh else "",
        warna=tuple(map(colours_of, aturan.skala)),
        utama=build_utama(analisis),
        predikat=cap_of(analisis.predikat, aturan),
        mistar=draw_mistar(aturan.skala, analisis.kantor.dibatasi),
        hitungan=draw_hitungan(counted),
        pembuka=(
            kalimat_hitungan(counted),
            kalimat_rata_rata(analisis.kantor, analisis.predikat, aturan),
        ),
        kartu=build_kartu(analisis, temuan),
        sasaran=build_sasaran(analisis),
        label_tribulan=tuple(f"TW {ROMAWI[ke + 1]}" for ke in range(analisis.tribulan)),
        garis_tribulan=draw_garis(capaian_tribulan(analisis)),
        garis_tahun=draw_garis(capaian_antartahun(analisis)),
        panas_sasaran=build_panas_sasaran(analisis),
        kalimat_anggaran=_tell_money(analisis),
        serapan=build_serapan(analisis),
        anggaran=build_anggaran(analisis),
        kalimat_unit=kalimat_laporan_unit(analisis),
        batas="" if aturan.batas_rata_rata is None else format_angka(aturan.batas_rata_rata),
        panas_unit=build_panas_unit(analisis),
        peringkat=build_peringkat(analisis),
        akhir_tahun=analisis.akhir_tahun,
        risiko=build_risiko(analisis),
        indikator=build_indikator(analisis),
        temuan=build_temuan(analisis, temuan),
        aturan=kalimat_aturan(analisis),
        sumber_skala=sumber_skala(analisis),
        skala=build_skala(aturan),
    )


def _tell_money(analisis: Analisis) -> tuple[str, ...]:
    total = analisis.total_anggaran
    if total is None:
        return (kalimat_serapan(None),)
    mean = analisis.kantor.apa_adanya
    told = (
        kalimat_serapan(total),
        kalimat_serapan_program(analisis.anggaran),
        kalimat_efisiensi(mean, total, analisis.efisiensi, analisis),
    )
    return tuple(filter(None, told))
