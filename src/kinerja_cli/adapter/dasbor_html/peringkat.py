"""Which indicators lead, lag, rose or fell, and which may miss the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja_cli.adapter.dasbor_html.baris import BarisPeringkat, DaftarPeringkat
from kinerja_cli.adapter.dasbor_html.ringkasan import tulis_atau_kosong
from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator
from kinerja_cli.domain.analisis.peringkat import (
    Peringkat,
    Perubahan,
    Risiko,
    find_risiko,
    rank_indikator,
)
from kinerja_cli.domain.narasi.indikator import BELUM_DIBANDINGKAN
from kinerja_cli.domain.narasi.kata import rangkai, tulis_bersatuan, tulis_persen
from kinerja_cli.domain.rencana import ROMAWI, TRIBULAN, Agregasi, Polaritas

BELUM_ADA = "Belum ada indikator yang mempunyai capaian."
SEMUA_DI_DEPAN = "Semua indikator yang dinilai sudah disebut pada capaian tertinggi."
TANPA_RIWAYAT = "Tidak ada capaian tahun sebelumnya untuk dibandingkan."


def build_peringkat(analisis: Analisis) -> tuple[DaftarPeringkat, ...]:
    """Return the rankings; moves since last year only once this one is over."""
    rank = rank_indikator(analisis)
    best, worst = (tuple(map(_plain, x)) for x in (rank.terbaik, rank.terendah))
    return (
        DaftarPeringkat("Capaian tertinggi", best, BELUM_ADA),
        DaftarPeringkat("Capaian terendah", worst, SEMUA_DI_DEPAN if best else BELUM_ADA),
        *_moves(analisis, rank),
    )


def _moves(analisis: Analisis, rank: Peringkat) -> Iterator[DaftarPeringkat]:
    last = analisis.rencana.tahun - 1
    why = TANPA_RIWAYAT
    if any(y.tahun == last for x in analisis.indikator for y in x.riwayat):
        why = "" if analisis.akhir_tahun else BELUM_DIBANDINGKAN
    if why:
        yield DaftarPeringkat(f"Perubahan dari tahun {last}", (), why)
        return
    for arah, moves in (("naik", rank.naik), ("turun", rank.turun)):
        none = f"Tidak ada indikator yang capaiannya {arah} dari tahun {last}."
        yield DaftarPeringkat(f"Paling {arah} dari tahun {last}", tuple(map(_moved, moves)), none)


def _plain(hasil: HasilIndikator) -> BarisPeringkat:
    now = hasil.waktu.berlaku
    satuan = hasil.indikator.satuan
    realisasi, target = (tulis_bersatuan(x, satuan) for x in (now.realisasi, now.target))
    return _row(hasil, tulis_atau_kosong(hasil.persen), f"realisasi {realisasi}, target {target}")


def _moved(one: Perubahan) -> BarisPeringkat:
    sign = "+" if one.poin > 0 else "−"
    kini = tulis_atau_kosong(one.hasil.persen)
    told = f"dari {tulis_persen(one.lalu)} pada {one.tahun} menjadi {kini} persen"
    return _row(one.hasil, f"{sign}{tulis_persen(abs(one.poin))}", told)


def _row(hasil: HasilIndikator, nilai: str, keterangan: str) -> BarisPeringkat:
    indikator = hasil.indikator
    return BarisPeringkat(indikator.kode, indikator.uraian, nilai, keterangan)


def build_risiko(analisis: Analisis) -> tuple[BarisPeringkat, ...]:
    """Return the indicators behind their plan, and what is left to do; none at the year's end."""
    return tuple(
        _row(
            x.hasil,
            tulis_atau_kosong(x.hasil.waktu.sampai_dengan.capaian.persen),
            tell_dibutuhkan(x, analisis.tribulan),
        )
        for x in find_risiko(analisis)
    )


def tell_dibutuhkan(risiko: Risiko, tribulan: int) -> str:
    """Say what the tribulan that are left must bring for the target of the year."""
    hasil, indikator = risiko.hasil, risiko.hasil.indikator
    target = tulis_bersatuan(hasil.waktu.tahun.target, indikator.satuan)
    goal = f"Target setahun {target or 'belum ditetapkan'}"
    if risiko.dibutuhkan is None:
        return f"{goal}."
    left = _sebut_sisa(TRIBULAN[tribulan:])
    needed = tulis_bersatuan(risiko.dibutuhkan, indikator.satuan)
    falling = hasil.cara.polaritas is Polaritas.TURUN
    match indikator.agregasi:
        case Agregasi.JUMLAH:
            bound = "paling banyak" if falling else "masih diperlukan"
            return f"{goal}; {left} {bound} {needed}."
        case Agregasi.RATA_RATA:
            bound = " paling tinggi" if falling else ""
            return f"{goal}; {left} diperlukan rata-rata{bound} {needed}."
        case _:
            return f"{goal}, yang harus dicapai pada Tribulan IV."


def _sebut_sisa(sisa: Sequence[int]) -> str:
    return f"pada Tribulan {rangkai([ROMAWI[x] for x in sisa])}"
