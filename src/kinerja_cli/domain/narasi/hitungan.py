"""Counts of what reached its target, and the sentence that tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.analisis.model import HasilIndikator
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.kantor import AturanHitung
from kinerja_cli.domain.narasi.kata import awali, rangkai, sebut_banyak, sebut_hasil, tulis_persen
from kinerja_cli.domain.predikat import Kelas


@dataclass(frozen=True, slots=True)
class Hitungan:
    """How many indicators did what with their target; `belum_dinilai` have no capaian."""

    melampaui: int
    memenuhi: int
    belum_memenuhi: int
    belum_dinilai: int

    @property
    def jumlah(self) -> int:
        """Return how many indicators there are."""
        return self.melampaui + self.memenuhi + self.belum_memenuhi + self.belum_dinilai


def hitung(indikator: Sequence[HasilIndikator]) -> Hitungan:
    """Count the indicators by what they did with the target that is judged now."""
    words = [sebut_hasil(x.persen) for x in indikator if x.persen is not None]
    return Hitungan(
        words.count("melampaui"),
        words.count("memenuhi"),
        words.count("belum memenuhi"),
        len(indikator) - len(words),
    )


def kalimat_hitungan(hitungan: Hitungan) -> str:
    """Say how many indicators exceeded, met or missed their targets, or have no capaian yet."""
    parts = [
        (banyak, kata)
        for banyak, kata in (
            (hitungan.melampaui, "melampaui target"),
            (hitungan.memenuhi, "memenuhi target"),
            (hitungan.belum_memenuhi, "belum memenuhi target"),
            (hitungan.belum_dinilai, "belum dapat dinilai"),
        )
        if banyak
    ]
    if not parts:
        return "Belum ada indikator yang ditetapkan."
    if len(parts) == 1:
        banyak, kata = parts[0]
        return awali(f"{sebut_banyak(banyak, hitungan.jumlah, 'indikator')} {kata}.")
    told = rangkai([f"{banyak} indikator {kata}" for banyak, kata in parts])
    return f"Dari {hitungan.jumlah} indikator, {told}."


def kalimat_rata_rata(rata_rata: RataRata, predikat: Kelas | None, aturan: AturanHitung) -> str:
    """Give the mean as it is and the capped one that the predikat is judged by."""
    if rata_rata.apa_adanya is None or rata_rata.dibatasi is None:
        return "Rata-rata capaian belum dapat dihitung karena belum ada indikator yang dinilai."
    kelas = f"predikat {predikat.nama}" if predikat else "tanpa predikat pada skala yang dipakai"
    plain = f"Rata-rata capaian {tulis_persen(rata_rata.apa_adanya)} persen"
    if aturan.batas_rata_rata is None:
        return f"{plain} ({kelas})."
    batas = format_angka(aturan.batas_rata_rata)
    return (
        f"{plain}; dengan capaian tiap indikator dibatasi paling tinggi {batas} persen, "
        f"rata-ratanya {tulis_persen(rata_rata.dibatasi)} persen ({kelas})."
    )
