"""Sentences on one sasaran: its opening, and the programmes that helped or lagged behind."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_cli.domain.analisis.model import Analisis, HasilSasaran
from kinerja_cli.domain.angka import SERATUS, round_half_up
from kinerja_cli.domain.narasi.hitungan import hitung, kalimat_hitungan, kalimat_rata_rata
from kinerja_cli.domain.narasi.kata import awali, pilih, rangkai, tulis_persen
from kinerja_cli.domain.narasi.masa import sebut_masa
from kinerja_cli.domain.rencana import Jenjang, Simpul


def pembuka_sasaran(sasaran: HasilSasaran, analisis: Analisis, posisi: int = 0) -> str:
    """Open the analysis of a sasaran: how it is measured, what was reached, with what mean."""
    jumlah = len(sasaran.indikator)
    if not jumlah:
        return "Sasaran ini belum memiliki indikator kinerja pada rencana."
    banyak = "satu" if jumlah == 1 else str(jumlah)
    pola = (
        "Sasaran ini diukur dengan {banyak} indikator kinerja.",
        "Terdapat {banyak} indikator kinerja yang mengukur sasaran ini.",
        "Keberhasilan sasaran ini dilihat dari {banyak} indikator kinerja.",
    )
    opening = pilih(pola, posisi).format(banyak=banyak)
    counted = kalimat_hitungan(hitung(sasaran.indikator))
    mean = kalimat_rata_rata(sasaran.rata_rata, sasaran.predikat, analisis.pengaturan.aturan)
    return f"{opening} Pada {sebut_masa(analisis)}, {_kecil(counted)} {mean}"


def _kecil(kalimat: str) -> str:
    return kalimat[:1].lower() + kalimat[1:]


def kalimat_program(simpul: Sequence[Simpul], hasil: Sequence[HasilSasaran]) -> str:
    """Say which programmes and kegiatan stand under a sasaran and how their indicators fared."""
    if not simpul:
        return "Rencana belum mengaitkan program atau kegiatan dengan sasaran ini."
    counts = [
        (sum(x.jenjang is jenjang for x in simpul), jenjang.value)
        for jenjang in (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
    ]
    listed = rangkai([f"{banyak} {nama}" for banyak, nama in counts if banyak])
    judged = [x for x in hasil if x.rata_rata.apa_adanya is not None]
    good = [x for x in judged if _reached(x)]
    weak = [x for x in judged if not _reached(x)]
    told = [
        _menyebut(good, "memenuhi atau melampaui target dan menunjang sasaran ini"),
        _menyebut(weak, "belum memenuhi target dan perlu diperhatikan"),
    ]
    return " ".join([f"Sasaran ini didukung {listed}.", *filter(None, told)])


def _reached(hasil: HasilSasaran) -> bool:
    return all(x.persen is None or round_half_up(x.persen) >= SERATUS for x in hasil.indikator)


def _menyebut(hasil: Sequence[HasilSasaran], apa: str) -> str:
    """Name them with their capaian; the verb follows the names."""
    if not hasil:
        return ""
    names = [
        f"{x.simpul.uraian} ({tulis_persen(x.rata_rata.apa_adanya)} persen)"
        for x in hasil
        if x.rata_rata.apa_adanya is not None
    ]
    return awali(f"Indikator pada {'; '.join(names)} {apa}.")
