"""The office's own checklist before the review: what the data answers, and what a person must.

The questions are the program's; PermenPANRB 53/2014 has its own form, which this is no copy of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator
from kinerja_cli.domain.angka import SERATUS, round_half_up
from kinerja_cli.domain.narasi.kantor import indikator_sasaran, indikator_tertinggal
from kinerja_cli.domain.temuan import Temuan

WAJAR = (Decimal(50), Decimal(150))
"""Percent: outside of it a capaian wants an explanation."""
BELUM_DICOCOKKAN = "Laporan belum dicocokkan dengan data: belum ada berkasnya."


class Jawaban(Enum):
    """What stands in the columns of the checklist."""

    YA = "Ya"
    TIDAK = "Tidak"
    PERLU_DINILAI = "Perlu dinilai"


@dataclass(frozen=True, slots=True)
class BahanReviu:
    """What the answers come from; `koreksi` None where there is no report yet.

    `data` are the findings that stand on the accepted workbooks.
    """

    analisis: Analisis
    data: Sequence[Temuan] = ()
    koreksi: Sequence[Temuan] | None = None


@dataclass(frozen=True, slots=True)
class ButirReviu:
    """One line of the checklist with its answer and what shows it."""

    pernyataan: str
    jawaban: Jawaban
    bukti: str


@dataclass(frozen=True, slots=True)
class BagianReviu:
    """One of the three parts."""

    judul: str
    butir: tuple[ButirReviu, ...]


Jawab: TypeAlias = Callable[[BahanReviu], tuple[Jawaban, str]]


def build_reviu(bahan: BahanReviu) -> tuple[BagianReviu, ...]:
    """Return the checklist, filled in as far as data can."""
    return tuple(
        BagianReviu(
            judul,
            tuple(ButirReviu(pernyataan, *jawab(bahan)) for pernyataan, jawab in pertanyaan),
        )
        for judul, pertanyaan in DAFTAR_UJI
    )


def _without(*kode: str) -> Jawab:
    """Answer by the findings of koreksi: yes where none of these codes was found."""

    def answer(bahan: BahanReviu) -> tuple[Jawaban, str]:
        if bahan.koreksi is None:
            return Jawaban.PERLU_DINILAI, BELUM_DICOCOKKAN
        found = [x for x in bahan.koreksi if x.jenis.kode.startswith(kode)]
        if not found:
            return Jawaban.YA, "Tidak ada temuan koreksi."
        place = found[0].tempat.lembar or found[0].tempat.berkas
        return Jawaban.TIDAK, f"{len(found)} temuan koreksi, yang pertama pada {place}."

    return answer


def _judge(bukti: str) -> Jawab:
    """Leave the answer to a person."""
    return lambda _: (Jawaban.PERLU_DINILAI, bukti)


def _of_all(ada: int, semua: int, benda: str) -> tuple[Jawaban, str]:
    """Answer yes where all have it."""
    jawaban = Jawaban.YA if ada == semua else Jawaban.TIDAK
    return jawaban, f"{ada} dari {semua} {benda}."


def _workbooks(bahan: BahanReviu) -> tuple[Jawaban, str]:
    received = sum(sum(x.melapor) for x in bahan.analisis.unit)
    owed = len(bahan.analisis.unit) * bahan.analisis.tribulan
    return _of_all(received, owed, "formulir data kinerja telah diterima")


def _accepted(bahan: BahanReviu) -> tuple[Jawaban, str]:
    told = f"{len(bahan.data)} peringatan dan pemberitahuan" if bahan.data else "tanpa temuan"
    return Jawaban.YA, f"Formulir yang diterima lolos pemeriksaan, {told}."


def _defined(bahan: BahanReviu) -> tuple[Jawaban, str]:
    judged = indikator_sasaran(bahan.analisis)
    ada = sum(bool(x.indikator.definisi and x.indikator.sumber_data) for x in judged)
    return _of_all(ada, len(judged), "indikator mempunyai definisi operasional dan sumber data")


def _explained(bahan: BahanReviu) -> tuple[Jawaban, str]:
    weak = indikator_tertinggal(bahan.analisis)
    if not weak:
        return Jawaban.YA, "Tidak ada indikator yang belum memenuhi target."
    ada = sum(map(_has_cause, weak))
    return _of_all(ada, len(weak), "indikator yang belum memenuhi target mempunyai penjelasan")


def _has_cause(hasil: HasilIndikator) -> bool:
    reports = [y for x in hasil.porsi for y in x.laporan if y]
    return any(x.penjelasan.penyebab or x.penjelasan.kendala for x in reports)


def _measured(bahan: BahanReviu) -> tuple[Jawaban, str]:
    mean = bahan.analisis.kantor
    return _of_all(mean.dinilai, mean.jumlah, "indikator kinerja sasaran mempunyai capaian")


def _compared_years(bahan: BahanReviu) -> tuple[Jawaban, str]:
    judged = indikator_sasaran(bahan.analisis)
    ada = sum(bool(x.riwayat) for x in judged)
    return _of_all(ada, len(judged), "indikator mempunyai data tahun sebelumnya")


def _compared_renstra(bahan: BahanReviu) -> tuple[Jawaban, str]:
    judged = indikator_sasaran(bahan.analisis)
    ada = sum(x.indikator.target_renstra is not None for x in judged)
    return _of_all(ada, len(judged), "indikator mempunyai target akhir Renstra")


def _compared_standard(bahan: BahanReviu) -> tuple[Jawaban, str]:
    judged = indikator_sasaran(bahan.analisis)
    ada = sum(x.indikator.nilai_pembanding is not None for x in judged)
    told = f"{ada} dari {len(judged)} indikator mempunyai pembanding pada rencana."
    return Jawaban.YA if ada == len(judged) else Jawaban.PERLU_DINILAI, told


def _plausible(bahan: BahanReviu) -> tuple[Jawaban, str]:
    judged = [x for x in bahan.analisis.indikator if x.persen is not None]
    odd = [x for x in judged if not WAJAR[0] <= round_half_up(x.persen or SERATUS) <= WAJAR[1]]
    silent = [x for x in odd if not _has_cause(x)]
    span = f"capaian di bawah {WAJAR[0]} atau di atas {WAJAR[1]} persen"
    if silent:
        return Jawaban.TIDAK, f"{len(odd)} {span}; {len(silent)} di antaranya tanpa penjelasan."
    if odd:
        return Jawaban.YA, f"{len(odd)} {span}, semuanya dijelaskan unit."
    return Jawaban.YA, f"Tidak ada {span}."


def _within_budget(bahan: BahanReviu) -> tuple[Jawaban, str]:
    lines = [x for x in bahan.analisis.anggaran if x.daun]
    if not lines:
        return Jawaban.PERLU_DINILAI, "Rencana tidak memuat pagu anggaran."
    over = sum(x.sisa is not None and x.sisa < 0 for x in lines)
    silent = sum(x.realisasi is None for x in lines)
    if over or silent:
        told = f"{over} rincian melebihi pagu dan {silent} belum dilaporkan"
        return Jawaban.TIDAK, f"{told}, dari {len(lines)} rincian anggaran."
    return Jawaban.YA, f"{len(lines)} rincian anggaran dilaporkan, tidak ada yang melebihi pagu."


def _headline(bahan: BahanReviu) -> tuple[Jawaban, str]:
    marked = sum(x.indikator.iku for x in bahan.analisis.indikator)
    told = f"{marked} indikator ditandai sebagai IKU pada rencana; keselarasannya perlu dinilai."
    return Jawaban.PERLU_DINILAI, told


DAFTAR_UJI: tuple[tuple[str, tuple[tuple[str, Jawab], ...]], ...] = (
    (
        "Format",
        (
            (
                "Bagian laporan lengkap dan berurutan, dari pengantar sampai lampiran.",
                _without("K541", "K542"),
            ),
            ("Setiap sasaran disajikan dengan tujuh analisisnya.", _without("K543", "K544")),
            ("Tabel bernomor, berjudul, dan diacu dengan benar.", _without("K545", "K546", "K547")),
            (
                "Nama kantor dan tahun pada sampul, judul, dan isi adalah milik laporan ini.",
                _without("K521", "K522", "K523", "K524"),
            ),
            ("Tidak ada bagian yang masih harus diisi.", _without("K53")),
            (
                "Lampiran memuat salinan Perjanjian Kinerja yang ditandatangani.",
                _judge("Periksa Lampiran 1."),
            ),
        ),
    ),
    (
        "Mekanisme penyusunan",
        (
            (
                "Laporan disusun oleh unit yang ditugasi menyusunnya.",
                _judge("Periksa nota dinas perintah penyusunan."),
            ),
            ("Data kinerja dihimpun dari semua unit kerja pada setiap tribulan.", _workbooks),
            ("Data diperiksa sebelum dipakai, dan yang keliru dikembalikan.", _accepted),
            ("Setiap indikator mempunyai definisi operasional dan sumber data.", _defined),
            (
                "Penyebab belum terpenuhinya target dijelaskan oleh unit.",
                _explained,
            ),
            (
                "Angka pada laporan didukung bukti yang dapat ditunjukkan.",
                _judge("Periksa data dukung yang disebut unit pada lembar Penjelasan."),
            ),
            (
                "Laporan dibahas bersama dan disetujui pimpinan.",
                _judge("Periksa notulen rapat finalisasi dan lembar persetujuan."),
            ),
        ),
    ),
    (
        "Substansi",
        (
            ("Semua sasaran dan indikator pada rencana dilaporkan.", _without("K548", "K549")),
            (
                "Target, realisasi, capaian, dan anggaran pada tabel sama dengan data.",
                _without("K501", "K502", "K503", "K506", "K507"),
            ),
            ("Jumlah dan rata-rata dapat dihitung ulang dari barisnya.", _without("K504", "K505")),
            ("Kalimat sesuai dengan angkanya.", _without("K51")),
            ("Semua indikator kinerja sasaran dapat dinilai.", _measured),
            ("Realisasi dibandingkan dengan tahun-tahun sebelumnya.", _compared_years),
            ("Realisasi dibandingkan dengan target akhir Renstra.", _compared_renstra),
            (
                "Realisasi dibandingkan dengan standar, bila ada.",
                _compared_standard,
            ),
            ("Capaian yang tidak lazim mempunyai penjelasan.", _plausible),
            ("Realisasi anggaran dilaporkan seluruhnya dan tidak melebihi pagu.", _within_budget),
            ("Indikator Kinerja Utama selaras dengan tugas dan fungsi kantor.", _headline),
            (
                "Indikator terukur, relevan, dan cukup menggambarkan sasarannya.",
                _judge("Bandingkan indikator dengan sasaran dan definisi operasionalnya."),
            ),
        ),
    ),
)
"""The program's own list, in the three parts that a review has."""
