"""Sentences on the office as a whole: the ikhtisar eksekutif and the conclusion."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator
from kinerja_cli.domain.angka import SERATUS, round_half_up
from kinerja_cli.domain.narasi.anggaran import (
    kalimat_efisiensi,
    kalimat_serapan,
    kalimat_serapan_program,
)
from kinerja_cli.domain.narasi.hitungan import hitung, kalimat_hitungan, kalimat_rata_rata
from kinerja_cli.domain.narasi.kata import sebut_banyak, tulis_persen
from kinerja_cli.domain.narasi.masa import sebut_masa
from kinerja_cli.domain.rencana import Jenjang


def indikator_sasaran(analisis: Analisis) -> tuple[HasilIndikator, ...]:
    """Return the indicators of the level sasaran: those that the office is judged by."""
    return tuple(x for x in analisis.indikator if x.jenjang is Jenjang.SASARAN)


def indikator_utama(analisis: Analisis) -> tuple[HasilIndikator, ...]:
    """Return the sasaran indicators that the plan marks as IKU; all of them where it marks none."""
    judged = indikator_sasaran(analisis)
    return tuple(x for x in judged if x.indikator.iku) or judged


def sebut_indikator_utama(analisis: Analisis) -> str:
    """Return what those indicators may be called: IKU only where the plan says so."""
    marked = any(x.indikator.iku for x in indikator_sasaran(analisis))
    return "Indikator Kinerja Utama" if marked else "Indikator Kinerja Sasaran"


def ikhtisar(analisis: Analisis) -> tuple[str, ...]:
    """Return the paragraphs of the ikhtisar eksekutif."""
    kantor, judged = analisis.pengaturan.kantor, indikator_sasaran(analisis)
    opening = (
        f"Pada Tahun {analisis.rencana.tahun}, {kantor.nama} menetapkan "
        f"{len(analisis.sasaran)} sasaran yang diukur dengan {len(judged)} indikator kinerja "
        f"sasaran. Laporan ini menyajikan keadaan {sebut_masa(analisis)}."
    )
    return tuple(
        filter(
            None,
            (
                opening,
                f"{kalimat_hitungan(hitung(judged))} {_rata_rata(analisis)}",
                _ujung_sasaran(analisis),
                _ujung_indikator(judged),
                _uang(analisis),
                kalimat_laporan_unit(analisis),
            ),
        )
    )


def simpulan(analisis: Analisis) -> tuple[str, ...]:
    """Return the paragraphs of the conclusion; they say no more than the figures do."""
    judged = indikator_sasaran(analisis)
    count = hitung(judged)
    good = count.melampaui + count.memenuhi
    reached = sebut_banyak(good, count.jumlah, "indikator kinerja sasaran")
    first = (
        f"Dari hasil pengukuran {sebut_masa(analisis)}, {reached} memenuhi atau melampaui "
        f"target. {_rata_rata(analisis)}"
    )
    weak = [x for x in judged if _missed(x)]
    names = "; ".join(f"{x.indikator.uraian} ({_persen(x)} persen)" for x in weak)
    second = f"Indikator yang masih memerlukan perhatian adalah: {names}." if weak else ""
    return tuple(filter(None, (first, second, _uang(analisis))))


def kalimat_laporan_unit(analisis: Analisis) -> str:
    """Say how many of the workbooks that units owe were received."""
    received = sum(sum(x.melapor) for x in analisis.unit)
    owed = len(analisis.unit) * analisis.tribulan
    unit = f"{len(analisis.unit)} unit kerja untuk {analisis.tribulan} tribulan"
    if received == owed:
        return f"Seluruh {owed} formulir data kinerja dari {unit} telah diterima."
    return f"Formulir data kinerja yang telah diterima {received} dari {owed}, yaitu dari {unit}."


def indikator_tertinggal(analisis: Analisis) -> tuple[HasilIndikator, ...]:
    """Return the sasaran indicators that missed their target, the farthest behind first."""
    weak = [x for x in indikator_sasaran(analisis) if _missed(x)]
    return tuple(sorted(weak, key=lambda x: x.persen or Decimal(0)))


def _missed(hasil: HasilIndikator) -> bool:
    return hasil.persen is not None and round_half_up(hasil.persen) < SERATUS


def _persen(hasil: HasilIndikator) -> str:
    return "" if hasil.persen is None else tulis_persen(hasil.persen)


def _rata_rata(analisis: Analisis) -> str:
    return kalimat_rata_rata(analisis.kantor, analisis.predikat, analisis.pengaturan.aturan)


def _uang(analisis: Analisis) -> str:
    if analisis.total_anggaran is None:
        return ""
    told = (
        kalimat_serapan(analisis.total_anggaran),
        kalimat_serapan_program(analisis.anggaran),
        kalimat_efisiensi(
            analisis.kantor.apa_adanya,
            analisis.total_anggaran,
            analisis.efisiensi,
            analisis,
        ),
    )
    return " ".join(filter(None, told))


def _ujung_sasaran(analisis: Analisis) -> str:
    known = [
        (x.rata_rata.apa_adanya, x.simpul.uraian)
        for x in analisis.sasaran
        if x.rata_rata.apa_adanya is not None
    ]
    return _ujung(known, "Rata-rata capaian sasaran tertinggi terdapat pada sasaran")


def _ujung_indikator(indikator: Sequence[HasilIndikator]) -> str:
    known = [(x.persen, x.indikator.uraian) for x in indikator if x.persen is not None]
    return _ujung(known, "Capaian indikator tertinggi terdapat pada")


def _ujung(nilai: Sequence[tuple[Decimal, str]], awal: str) -> str:
    """Name the highest and the lowest; "" where all are the same as printed."""
    if len({round_half_up(persen) for persen, _ in nilai}) < 2:  # noqa: PLR2004 - no difference
        return ""
    high, low = max(nilai), min(nilai)
    return (
        f"{awal} “{high[1]}” ({tulis_persen(high[0])} persen), sedangkan yang terendah pada "
        f"“{low[1]}” ({tulis_persen(low[0])} persen)."
    )
