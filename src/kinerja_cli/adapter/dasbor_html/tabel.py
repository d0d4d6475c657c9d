"""The two long tables: every indicator, and every finding that still stands."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja_cli.adapter.dasbor_html.baris import KOSONG, Angka, BarisIndikator, BarisTemuan
from kinerja_cli.adapter.dasbor_html.cap import cap_of
from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator
from kinerja_cli.domain.angka import round_half_up
from kinerja_cli.domain.narasi.kata import angka_dari, tulis, tulis_persen, tulis_target
from kinerja_cli.domain.rencana import Nilai
from kinerja_cli.domain.temuan import Temuan, Tingkat


def build_indikator(analisis: Analisis) -> tuple[BarisIndikator, ...]:
    """Return every indicator in plan order, as it is judged now."""
    return tuple(_row(x, analisis) for x in analisis.indikator)


def _row(hasil: HasilIndikator, analisis: Analisis) -> BarisIndikator:
    now, indikator = hasil.waktu.berlaku, hasil.indikator
    persen, alasan = now.capaian.persen, now.capaian.alasan
    return BarisIndikator(
        kode=indikator.kode,
        letak=f"{hasil.jenjang.value} {indikator.kode_cascading}",
        uraian=indikator.uraian,
        unit="; ".join(x.unit.nama for x in hasil.porsi),
        satuan=indikator.satuan,
        target=_figure(tulis_target(now.target), now.target, hasil),
        realisasi=_figure(tulis(now.realisasi), now.realisasi, hasil),
        capaian=Angka(KOSONG) if persen is None else _percentage(persen),
        cap=cap_of(hasil.predikat, analisis.pengaturan.aturan),
        alasan=alasan.value if alasan else "",
    )


def _percentage(persen: Decimal) -> Angka:
    return Angka(tulis_persen(persen), f"{round_half_up(persen):f}")


def _figure(teks: str, nilai: Nilai | None, hasil: HasilIndikator) -> Angka:
    """Return a value with the number it stands for: letters by their table, a range by none."""
    number = angka_dari(nilai, hasil.cara)
    return Angka(teks or KOSONG, "" if number is None else f"{number:f}")


def build_temuan(analisis: Analisis, temuan: Sequence[Temuan]) -> tuple[BarisTemuan, ...]:
    """Return the findings, the gravest first, otherwise in the order given."""
    diatur, grades = analisis.pengaturan.tingkat, list(Tingkat)
    return tuple(
        BarisTemuan(x.tingkat(diatur).value, x.jenis.kode, str(x.tempat), x.pesan, x.saran)
        for x in sorted(temuan, key=lambda x: grades.index(x.tingkat(diatur)))
    )
