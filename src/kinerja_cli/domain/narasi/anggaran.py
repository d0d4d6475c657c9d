"""Sentences on money: what was spent of the pagu, and how efficient a result was."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja_cli.domain.analisis.model import Analisis, Efisiensi, HasilAnggaran
from kinerja_cli.domain.angka import SERATUS, format_angka, format_rupiah, round_half_up
from kinerja_cli.domain.kantor import RumusEfisiensi
from kinerja_cli.domain.narasi.kata import tulis_persen
from kinerja_cli.domain.rencana import Jenjang


def kalimat_serapan(anggaran: HasilAnggaran | None) -> str:
    """Say what was spent of the pagu and what is left, or what is not reported yet."""
    if anggaran is None:
        return "Rencana tidak memuat pagu anggaran."
    pagu = format_rupiah(anggaran.pagu)
    if anggaran.realisasi is None:
        return f"Realisasi atas pagu {pagu} belum dilaporkan."
    realisasi = format_rupiah(anggaran.realisasi)
    if anggaran.serapan is None:
        return (
            f"Dari pagu {pagu}, realisasi yang sudah dilaporkan {realisasi}, yaitu pada "
            f"{anggaran.dilaporkan} dari {anggaran.jumlah} rincian; serapan keseluruhan belum "
            "dapat dihitung."
        )
    spent = f"Dari pagu {pagu} terealisasi {realisasi} atau {tulis_persen(anggaran.serapan)} persen"
    return f"{spent}{_sisa(anggaran)}."


def _sisa(anggaran: HasilAnggaran) -> str:
    sisa = anggaran.sisa
    if not sisa:
        return ""
    if sisa < 0:
        return f", melebihi pagu sebesar {format_rupiah(-sisa)}"
    return f" sehingga tersisa {format_rupiah(sisa)}"


def kalimat_serapan_program(anggaran: Sequence[HasilAnggaran]) -> str:
    """Name the programmes with the highest and the lowest serapan; "" where that says nothing."""
    known = [
        (x.serapan, x.simpul.uraian)
        for x in anggaran
        if x.simpul.jenjang is Jenjang.PROGRAM and x.serapan is not None
    ]
    if len({round_half_up(serapan) for serapan, _ in known}) < 2:  # noqa: PLR2004 - no difference
        return ""
    high, low = max(known), min(known)
    return (
        f"Serapan tertinggi terdapat pada {high[1]} ({tulis_persen(high[0])} persen), terendah "
        f"pada {low[1]} ({tulis_persen(low[0])} persen)."
    )


def kalimat_efisiensi(
    persen: Decimal | None,
    anggaran: HasilAnggaran | None,
    efisiensi: Efisiensi | None,
    analisis: Analisis,
) -> str:
    """Say how capaian and serapan stand to each other, or why that is not judged.

    Before the year is over nothing is judged: spending follows the calendar, capaian does not.
    """
    if anggaran is None:
        return "Efisiensi tidak dihitung karena tidak ada anggaran yang tercatat di bawahnya."
    if persen is None:
        return "Efisiensi belum dapat dihitung karena capaian kinerjanya belum ada."
    if anggaran.serapan is None:
        return (
            "Efisiensi belum dapat dihitung karena realisasi anggaran baru dilaporkan pada "
            f"{anggaran.dilaporkan} dari {anggaran.jumlah} rincian."
        )
    if not analisis.akhir_tahun:
        return (
            f"Serapan anggaran {tulis_persen(anggaran.serapan)} persen dari pagu setahun. "
            "Efisiensi dinilai setelah tahun anggaran berakhir."
        )
    return _nilai_efisiensi(persen, anggaran.serapan, efisiensi, analisis)


def _nilai_efisiensi(
    persen: Decimal, serapan: Decimal, efisiensi: Efisiensi | None, analisis: Analisis
) -> str:
    aturan = analisis.pengaturan.aturan
    both = (
        f"Capaian kinerja {tulis_persen(persen)} persen diperoleh dengan serapan anggaran "
        f"{tulis_persen(serapan)} persen."
    )
    if efisiensi is None and serapan > SERATUS:
        return f"{both} Realisasi melebihi pagu sehingga efisiensi tidak dinilai."
    if efisiensi is None:
        return f"{both} Target belum terpenuhi sehingga sisa anggaran tidak dinilai efisien."
    nilai = tulis_persen(efisiensi.nilai)
    if aturan.efisiensi is RumusEfisiensi.SISA:
        return f"{both} Target terpenuhi dengan sisa anggaran {nilai} persen: {efisiensi.sebutan}."
    ambang = format_angka(aturan.ambang_efisiensi)
    return (
        f"{both} Selisih keduanya {nilai} poin, sehingga penggunaan sumber daya dinilai "
        f"{efisiensi.sebutan} (ambang {ambang} poin)."
    )
