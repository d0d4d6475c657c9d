"""The headline figures at the top of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.adapter.dasbor_html.baris import KOSONG, Cap, Kartu
from kinerja_cli.adapter.dasbor_html.cap import cap_of
from kinerja_cli.adapter.dasbor_html.gambar import Mistar, Ruas, draw_hitungan, draw_mistar
from kinerja_cli.domain.analisis.model import Analisis, Efisiensi
from kinerja_cli.domain.angka import format_angka, format_rupiah
from kinerja_cli.domain.kantor import AturanHitung, RumusEfisiensi
from kinerja_cli.domain.narasi.anggaran import kalimat_efisiensi
from kinerja_cli.domain.narasi.hitungan import hitung, kalimat_hitungan, kalimat_rata_rata
from kinerja_cli.domain.narasi.kantor import indikator_sasaran
from kinerja_cli.domain.narasi.kata import rangkai, tulis_persen
from kinerja_cli.domain.temuan import Temuan, Tingkat


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """The office's own figure with its scale and counts, sentences, and the figures beside it."""

    utama: Kartu
    predikat: Cap
    mistar: Mistar
    hitungan: tuple[Ruas, ...]
    kalimat: tuple[str, ...]
    kartu: tuple[Kartu, ...]


def tulis_atau_kosong(persen: Decimal | None) -> str:
    """Write a percentage with two decimals, or a dash where there is none."""
    return KOSONG if persen is None else tulis_persen(persen)


def build_ringkasan(analisis: Analisis, temuan: Sequence[Temuan]) -> Ringkasan:
    """Return what the top of the page shows."""
    aturan, kantor = analisis.pengaturan.aturan, analisis.kantor
    counted = hitung(indikator_sasaran(analisis))
    told = kalimat_hitungan(counted), kalimat_rata_rata(kantor, analisis.predikat, aturan)
    return Ringkasan(
        utama=_of_kantor(analisis),
        predikat=cap_of(analisis.predikat, aturan),
        mistar=draw_mistar(aturan.skala, kantor.dibatasi, analisis.predikat),
        hitungan=draw_hitungan(counted),
        kalimat=told,
        kartu=tuple(_cards(analisis, temuan)),
    )


def _of_kantor(analisis: Analisis) -> Kartu:
    """Return the office's one figure: the mean that its predikat is judged by."""
    batas = analisis.pengaturan.aturan.batas_rata_rata
    nilai = analisis.kantor.dibatasi
    return Kartu(
        "Rata-rata capaian kantor",
        tulis_atau_kosong(nilai),
        "" if nilai is None else "persen",
        "apa adanya" if batas is None else f"tiap indikator dibatasi {format_angka(batas)} persen",
    )


def _cards(analisis: Analisis, temuan: Sequence[Temuan]) -> Iterator[Kartu]:
    kantor = analisis.kantor
    if analisis.pengaturan.aturan.batas_rata_rata is not None:
        nilai, satuan = tulis_atau_kosong(kantor.apa_adanya), "persen"
        satuan = "" if kantor.apa_adanya is None else satuan
        yield Kartu("Rata-rata apa adanya", nilai, satuan, "capaian tiap indikator tanpa batas")
    counted = f"{kantor.dinilai} dari {kantor.jumlah}"
    yield Kartu("Indikator dinilai", counted, "", "indikator kinerja sasaran")
    yield _of_serapan(analisis)
    yield _of_efisiensi(analisis)
    yield _of_formulir(analisis)
    yield _of_temuan(analisis, temuan)


def _of_serapan(analisis: Analisis) -> Kartu:
    judul, total = "Serapan anggaran", analisis.total_anggaran
    if total is None:
        return Kartu(judul, KOSONG, "", "rencana tidak memuat pagu")
    pagu = f"dari pagu {format_rupiah(total.pagu)}"
    if total.realisasi is None:
        return Kartu(judul, KOSONG, "", f"belum ada realisasi {pagu}")
    spent = f"{format_rupiah(total.realisasi)} {pagu}"
    if total.serapan is None:
        lines = f"baru {total.dilaporkan} dari {total.jumlah} rincian dilaporkan"
        return Kartu(judul, KOSONG, "", f"{spent}; {lines}")
    return Kartu(judul, tulis_persen(total.serapan), "persen", spent)


def _of_efisiensi(analisis: Analisis) -> Kartu:
    judul, efisiensi = "Efisiensi", analisis.efisiensi
    if efisiensi is None:
        reason = kalimat_efisiensi(
            analisis.kantor.apa_adanya, analisis.total_anggaran, None, analisis
        )
        return Kartu(judul, KOSONG, "", reason)
    sisa = analisis.pengaturan.aturan.efisiensi is RumusEfisiensi.SISA
    told = "sisa anggaran, target terpenuhi" if sisa else "selisih capaian dan serapan"
    satuan = "persen" if sisa else "poin"
    return Kartu(judul, tulis_persen(efisiensi.nilai), satuan, f"{efisiensi.sebutan} ({told})")


def tell_efisiensi(efisiensi: Efisiensi, aturan: AturanHitung) -> str:
    """Write the figure of efficiency and its word in a few words."""
    nilai = tulis_persen(efisiensi.nilai)
    if aturan.efisiensi is RumusEfisiensi.SISA:
        return f"Sisa anggaran {nilai} persen: {efisiensi.sebutan}."
    return f"Selisih {nilai} poin: {efisiensi.sebutan}."


def _of_formulir(analisis: Analisis) -> Kartu:
    came = sum(sum(x.melapor) for x in analisis.unit)
    owed = len(analisis.unit) * analisis.tribulan
    told = f"dari {len(analisis.unit)} unit, {analisis.tribulan} tribulan"
    return Kartu("Formulir diterima", f"{came} dari {owed}", "", told)


def _of_temuan(analisis: Analisis, temuan: Sequence[Temuan]) -> Kartu:
    levels = Counter(x.tingkat(analisis.pengaturan.tingkat) for x in temuan)
    told = rangkai([f"{levels[x]} {x.value}" for x in Tingkat if levels[x]])
    return Kartu(
        "Temuan yang masih berlaku", str(len(temuan)), "", told or "tidak ada yang perlu diperbaiki"
    )
