"""Rankings and risks: the extremes by their figures, and what the rest of the year must bring."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.analisis.peringkat import compare_year, find_risiko, rank_indikator
from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.rencana import Agregasi, Indikator, Polaritas, Riwayat
from kinerja_cli.domain.setoran import Realisasi, Setoran
from rencana_uji import PENGATURAN, indikator, porsi, rencana

TUJUH = "ABCDEFG"


def analyse(*daftar: Indikator, tribulan: int = 1, **nilai: str) -> Analisis:
    """Return the analysis where every indicator reached the same in each tribulan so far."""
    history = tuple(Riwayat(x.kode, 2020, Decimal(10), Decimal(9)) for x in daftar)
    figures = {kode: Realisasi(Decimal(x)) for kode, x in nilai.items()}
    setoran = [Setoran("u1", ke, figures) for ke in range(1, tribulan + 1)]
    plan = rencana(*daftar, riwayat=history)
    return build_analisis(plan, PENGATURAN, setoran, tribulan)


def ten(kode: str, **fields: Agregasi) -> Indikator:
    return indikator(kode, porsi("u1", 10, (10, 10, 10, 10)), **fields)


def test_none_leads_and_lags_at_once_and_silent_ones_do_neither() -> None:
    seven = [ten(x, agregasi=Agregasi.POSISI_AKHIR) for x in TUJUH]
    hasil = analyse(*seven, A="9", B="11", C="8", D="10", E="7", F="6")
    ranking = rank_indikator(hasil)
    assert "".join(x.indikator.kode for x in ranking.terbaik) == "BDACE"
    assert "".join(x.indikator.kode for x in ranking.terendah) == "F"


def test_moves_are_points_of_printed_capaian_since_last_year() -> None:
    pair = [ten(x, agregasi=Agregasi.POSISI_AKHIR) for x in "AB"]
    hasil = analyse(*pair, A="10", B="8")
    ranking = rank_indikator(hasil)
    assert [(x.hasil.indikator.kode, x.poin) for x in ranking.naik] == [("A", 10)]
    assert [(x.hasil.indikator.kode, x.poin) for x in ranking.turun] == [("B", -10)]
    assert compare_year(hasil.indikator[0], 2019) is None
    assert rank_indikator(hasil, 2019).naik == ()


@pytest.mark.parametrize(
    ("one", "realisasi", "dibutuhkan"),
    [
        (indikator("A", porsi("u1", 8, (2, 2, 2, 2))), "1", "6"),
        (ten("A", agregasi=Agregasi.RATA_RATA), "9", "11"),
        (ten("A", agregasi=Agregasi.POSISI_AKHIR), "9", "10"),
        (ten("A", agregasi=Agregasi.KUMULATIF), "9", "10"),
    ],
)
def test_the_rest_of_the_year_must_bring_what_is_missing(
    one: Indikator, realisasi: str, dibutuhkan: str
) -> None:
    (risk,) = find_risiko(analyse(one, tribulan=2, A=realisasi))
    assert risk.dibutuhkan == Decimal(dibutuhkan)


def test_a_range_behind_its_plan_names_no_figure() -> None:
    bounds = Rentang(Decimal(80), Decimal(90))
    ranged = indikator(
        "A", porsi("u1", bounds, (bounds,) * 4), polaritas=Polaritas.RENTANG,
        agregasi=Agregasi.RATA_RATA,
    )  # fmt: skip
    (risk,) = find_risiko(analyse(ranged, A="70"))
    assert risk.dibutuhkan is None


def test_worst_comes_first_and_a_year_that_is_over_has_no_risks() -> None:
    pair = [ten(x, agregasi=Agregasi.POSISI_AKHIR) for x in "ABC"]
    hasil = analyse(*pair, A="9", B="5", C="10")
    assert [x.hasil.indikator.kode for x in find_risiko(hasil)] == ["B", "A"]
    assert find_risiko(analyse(*pair, tribulan=4, A="9", B="5", C="10")) == ()
