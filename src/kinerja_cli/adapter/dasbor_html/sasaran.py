"""Each sasaran: its mean, and its capaian beside what was spent on it."""

from __future__ import annotations

from decimal import Decimal

from kinerja_cli.adapter.dasbor_html.baris import (
    KOSONG,
    BagianSasaran,
    BarisAnggaran,
    BarisSerapan,
)
from kinerja_cli.adapter.dasbor_html.cap import cap_of
from kinerja_cli.adapter.dasbor_html.gambar import axis_end, draw_batang
from kinerja_cli.adapter.dasbor_html.ringkasan import tulis_atau_kosong
from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.analisis.model import Analisis, HasilAnggaran, HasilSasaran
from kinerja_cli.domain.angka import format_angka, format_rupiah
from kinerja_cli.domain.kantor import AturanHitung
from kinerja_cli.domain.narasi.anggaran import kalimat_efisiensi
from kinerja_cli.domain.narasi.hitungan import hitung, kalimat_hitungan
from kinerja_cli.domain.rencana import Jenjang


def build_sasaran(analisis: Analisis) -> tuple[BagianSasaran, ...]:
    """Return the sasaran in plan order; their bars share one axis."""
    ujung = axis_end(x.rata_rata.apa_adanya for x in analisis.sasaran)
    aturan = analisis.pengaturan.aturan
    return tuple(
        BagianSasaran(
            kode=x.simpul.kode,
            uraian=x.simpul.uraian,
            rata_rata=tulis_atau_kosong(x.rata_rata.apa_adanya),
            rincian=_details(x.rata_rata, aturan),
            cap=cap_of(x.predikat, aturan),
            batang=draw_batang(x.rata_rata.apa_adanya, ujung),
            kalimat=kalimat_hitungan(hitung(x.indikator)),
        )
        for x in analisis.sasaran
    )


def _details(mean: RataRata, aturan: AturanHitung) -> str:
    counted = f"{mean.dinilai} dari {mean.jumlah} indikator dinilai"
    batas = aturan.batas_rata_rata
    if batas is None or mean.dibatasi is None:
        return counted
    return f"{tulis_atau_kosong(mean.dibatasi)} bila dibatasi {format_angka(batas)}; {counted}"


def build_serapan(analisis: Analisis) -> tuple[BarisSerapan, ...]:
    """Return capaian beside serapan of every sasaran; none where no serapan is known."""
    pairs = [(x.rata_rata.apa_adanya, _serapan(x)) for x in analisis.sasaran]
    if all(serapan is None for _, serapan in pairs):
        return ()
    ujung = axis_end(nilai for pair in pairs for nilai in pair)
    return tuple(
        BarisSerapan(
            kode=x.simpul.kode,
            uraian=x.simpul.uraian,
            capaian=tulis_atau_kosong(capaian),
            serapan=tulis_atau_kosong(serapan),
            batang_capaian=draw_batang(capaian, ujung),
            batang_serapan=draw_batang(serapan, ujung),
            kalimat=_tell_efisiensi(x, analisis),
        )
        for x, (capaian, serapan) in zip(analisis.sasaran, pairs, strict=True)
    )


def _serapan(sasaran: HasilSasaran) -> Decimal | None:
    return sasaran.anggaran.serapan if sasaran.anggaran else None


def _tell_efisiensi(sasaran: HasilSasaran, analisis: Analisis) -> str:
    """Say how capaian and serapan stand to each other; before the year is over, only once."""
    if not analisis.akhir_tahun:
        return ""
    mean = sasaran.rata_rata.apa_adanya
    return kalimat_efisiensi(mean, sasaran.anggaran, sasaran.efisiensi, analisis)


def build_anggaran(analisis: Analisis) -> tuple[BarisAnggaran, ...]:
    """Return the money of each programme, the total last; empty without pagu."""
    total = analisis.total_anggaran
    if total is None:
        return ()
    programs = [x for x in analisis.anggaran if x.simpul.jenjang is Jenjang.PROGRAM]
    rows = [_money(x, x.simpul.uraian) for x in programs]
    return (*rows, _money(total, "Jumlah"))


def _money(anggaran: HasilAnggaran, uraian: str) -> BarisAnggaran:
    realisasi, sisa = anggaran.realisasi, anggaran.sisa
    return BarisAnggaran(
        uraian,
        format_rupiah(anggaran.pagu),
        KOSONG if realisasi is None else format_rupiah(realisasi),
        tulis_atau_kosong(anggaran.serapan),
        KOSONG if sisa is None else format_rupiah(sisa),
    )
