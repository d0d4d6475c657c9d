"""Money: capaian beside serapan of each sasaran, and each programme with the total."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.adapter.dasbor_html.baris import KOSONG, BarisAnggaran, BarisSerapan
from kinerja_cli.adapter.dasbor_html.gambar import axis_end, draw_batang
from kinerja_cli.adapter.dasbor_html.ringkasan import tell_efisiensi, tulis_atau_kosong
from kinerja_cli.domain.analisis.model import Analisis, HasilAnggaran, HasilSasaran
from kinerja_cli.domain.angka import format_rupiah
from kinerja_cli.domain.narasi.anggaran import (
    kalimat_efisiensi,
    kalimat_serapan,
    kalimat_serapan_program,
)
from kinerja_cli.domain.rencana import Jenjang


@dataclass(frozen=True, slots=True)
class BagianAnggaran:
    """Sentences; bars per sasaran, none without serapan; programmes, none without pagu."""

    kalimat: tuple[str, ...]
    serapan: tuple[BarisSerapan, ...]
    program: tuple[BarisAnggaran, ...]


def build_anggaran(analisis: Analisis) -> BagianAnggaran:
    """Return what the page says of money."""
    return BagianAnggaran(_tell(analisis), _per_sasaran(analisis), _per_program(analisis))


def _tell(analisis: Analisis) -> tuple[str, ...]:
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


def _per_sasaran(analisis: Analisis) -> tuple[BarisSerapan, ...]:
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
    """Say how capaian and serapan stand to each other; before the year is over, nothing."""
    if not analisis.akhir_tahun:
        return ""
    if sasaran.efisiensi is not None:
        return tell_efisiensi(sasaran.efisiensi, analisis.pengaturan.aturan)
    return kalimat_efisiensi(sasaran.rata_rata.apa_adanya, sasaran.anggaran, None, analisis)


def _per_program(analisis: Analisis) -> tuple[BarisAnggaran, ...]:
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
