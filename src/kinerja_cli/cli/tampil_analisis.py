"""What `kinerja analisis` prints: the year on one screen, details on request, 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rich.text import Text

from kinerja_cli.cli.tampil import console, make_table, plain, show_lines
from kinerja_cli.domain.analisis.model import Analisis, HasilAnggaran, HasilIndikator
from kinerja_cli.domain.analisis.peringkat import compare_year, find_risiko, rank_indikator
from kinerja_cli.domain.angka import SERATUS, format_angka, format_rupiah, round_half_up
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.narasi.kata import sebut_arah_persen, tulis
from kinerja_cli.domain.predikat import Kelas
from kinerja_cli.domain.rencana import ROMAWI, Jenjang

PANJANG_BATANG = 12
TERENDAH_TERBANYAK = 3


def show_analisis(analisis: Analisis) -> None:
    """Print the year in brief: per sasaran, office, budget, and what wants attention."""
    _show_title(analisis)
    kanan = ("Capaian", "Dinilai")
    table = make_table("Sasaran", "Capaian", "", "Predikat", "Dinilai", kanan=kanan)
    for one in analisis.sasaran:
        table.add_row(
            plain(f"{one.simpul.kode}  {one.simpul.uraian}"),
            _persen(one.rata_rata.dibatasi),
            _bar(one.rata_rata.dibatasi, one.predikat),
            _predikat(one.predikat),
            f"{one.rata_rata.dinilai}/{one.rata_rata.jumlah}",
        )
    console().print(table)
    show_lines([*_summary(analisis), *_attention(analisis)])


def show_rinci(analisis: Analisis, unit: str | None, sasaran: str | None) -> None:
    """Print the indicators, of one unit or under one sasaran where named.

    Raises KinerjaError for a code that the plan does not have.
    """
    _show_title(analisis)
    kanan = ("Target", "Realisasi", "Capaian")
    table = make_table("Indikator", *kanan, "Predikat", kanan=kanan)
    for hasil in _chosen(analisis, unit, sasaran):
        porsi = next((x for x in hasil.porsi if x.unit.kode == unit), None)
        shown = porsi or hasil
        now = shown.waktu.berlaku
        alasan = now.capaian.alasan
        table.add_row(
            plain(f"{hasil.indikator.kode}  {hasil.indikator.uraian}"),
            plain(tulis(now.target)),
            plain(tulis(now.realisasi)),
            _persen(now.capaian.persen),
            plain(alasan.value) if alasan else _predikat(shown.predikat),
        )
    console().print(table)


def _chosen(analisis: Analisis, unit: str | None, sasaran: str | None) -> Iterator[HasilIndikator]:
    rencana = analisis.rencana
    if unit is not None and unit not in rencana.unit_by_kode:
        pilihan = ", ".join(rencana.unit_by_kode)
        message = f"Unit '{unit}' tidak ada dalam rencana. Pilih dari: {pilihan}."
        raise KinerjaError(message)
    nodes = [x.kode for x in rencana.at(Jenjang.SASARAN)]
    if sasaran is not None and sasaran not in nodes:
        message = f"Sasaran '{sasaran}' tidak ada dalam rencana. Pilih dari: {', '.join(nodes)}."
        raise KinerjaError(message)
    for hasil in analisis.indikator:
        node = rencana.ancestor(hasil.indikator.kode_cascading, Jenjang.SASARAN)
        under = sasaran is None or (node is not None and node.kode == sasaran)
        if under and (unit is None or unit in hasil.indikator.unit):
            yield hasil


def show_perbandingan(analisis: Analisis, tahun: int) -> None:
    """Print each indicator's capaian beside an earlier year's, with the move in points.

    Raises KinerjaError where the plan holds nothing of that year.
    """
    moves = [x for hasil in analisis.indikator if (x := compare_year(hasil, tahun)) is not None]
    if not moves:
        known = sorted({x.tahun for x in analisis.rencana.riwayat})
        hint = f" Yang ada: {', '.join(map(str, known))}." if known else ""
        message = f"Tidak ada capaian tahun {tahun} untuk dibandingkan.{hint}"
        raise KinerjaError(message)
    _show_title(analisis)
    kanan = (str(tahun), str(analisis.rencana.tahun), "Selisih")
    table = make_table("Indikator", *kanan, "Arah", kanan=kanan)
    for one in moves:
        now = one.hasil.persen or Decimal(0)
        table.add_row(
            plain(f"{one.hasil.indikator.kode}  {one.hasil.indikator.uraian}"),
            _persen(one.lalu),
            _persen(now),
            f"{'+' if one.poin > 0 else ''}{format_angka(one.poin, 2)}",
            sebut_arah_persen(now, one.lalu).value,
        )
    console().print(table)


def _show_title(analisis: Analisis) -> None:
    rencana, kantor = analisis.rencana, analisis.pengaturan.kantor
    contoh = "  (DATA CONTOH)" if kantor.contoh else ""
    judul = f"{kantor.nama} {rencana.tahun}, s.d. Tribulan {ROMAWI[analisis.tribulan]}{contoh}"
    console().print(plain(judul, "bold"))


def _summary(analisis: Analisis) -> Iterator[str]:
    mean, batas = analisis.kantor, analisis.pengaturan.aturan.batas_rata_rata
    capped = f"{_persen(mean.dibatasi)} % (dibatasi {format_angka(batas)})" if batas else ""
    figures = ", ".join(x for x in (capped, f"{_persen(mean.apa_adanya)} % apa adanya") if x)
    predikat = analisis.predikat.nama if analisis.predikat else "belum dapat dinilai"
    yield f"Rata-rata kantor: {figures}; {predikat}; {mean.dinilai} dari {mean.jumlah} indikator."
    if analisis.total_anggaran:
        yield _budget_line(analisis.total_anggaran)
    if analisis.efisiensi:
        nilai = format_angka(analisis.efisiensi.nilai, 2)
        yield f"Efisiensi: {nilai} poin, {analisis.efisiensi.sebutan}."


def _attention(analisis: Analisis) -> Iterator[str]:
    """Yield what the reader should look at: risks while there is time, else the lowest."""
    risks = find_risiko(analisis)
    if risks:
        yield f"Tertinggal dari rencana: {len(risks)} indikator. Yang paling jauh:"
        yield from (_named(x.hasil) for x in risks[:TERENDAH_TERBANYAK])
        return
    ranking = rank_indikator(analisis)
    lowest = [x for x in ranking.terendah if round_half_up(x.persen or Decimal(0)) < SERATUS]
    if lowest:
        yield "Capaian terendah:"
        yield from (_named(x) for x in lowest[:TERENDAH_TERBANYAK])


def _named(hasil: HasilIndikator) -> str:
    return f"  {hasil.indikator.kode}  {hasil.indikator.uraian}: {_persen(hasil.persen)} %"


def _budget_line(total: HasilAnggaran) -> str:
    realisasi = "belum ada" if total.realisasi is None else format_rupiah(total.realisasi)
    serapan = "belum lengkap" if total.serapan is None else f"{format_angka(total.serapan, 2)} %"
    return f"Anggaran: pagu {format_rupiah(total.pagu)}, realisasi {realisasi}, serapan {serapan}."


def _persen(nilai: Decimal | None) -> str:
    return "-" if nilai is None else format_angka(nilai, 2)


def _bar(nilai: Decimal | None, kelas: Kelas | None) -> Text:
    """Draw a capaian up to 100 percent; honest without colour, for its length says it."""
    filled = 0 if nilai is None else min(PANJANG_BATANG, int(nilai * PANJANG_BATANG / SERATUS))
    bar = Text("█" * filled, style=f"#{kelas.warna}" if kelas else "")
    return bar.append("░" * (PANJANG_BATANG - filled), style="dim")


def _predikat(kelas: Kelas | None) -> Text:
    return plain(kelas.nama, f"#{kelas.warna}") if kelas else plain("-")
