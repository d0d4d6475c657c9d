"""Capaian of one indicator: every polaritas, both falling formulas, reasons instead of numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.domain.angka import Rentang, round_half_up
from kinerja_cli.domain.capaian import Alasan, Capaian, CaraHitung, compute_capaian
from kinerja_cli.domain.rencana import Nilai, Polaritas, RumusTurun

NAIK = CaraHitung(Polaritas.NAIK)
TURUN = CaraHitung(Polaritas.TURUN)
RASIO = CaraHitung(Polaritas.TURUN, RumusTurun.RASIO)
STABIL = CaraHitung(Polaritas.STABIL)
RENTANG = CaraHitung(Polaritas.RENTANG)
RENTANG_TURUN = CaraHitung(Polaritas.RENTANG, arah=Polaritas.TURUN)
PREDIKAT = CaraHitung(
    Polaritas.PREDIKAT, nilai_predikat={"A": Decimal(80), "BB": Decimal(70), "B": Decimal(60)}
)
POSITIF = st.decimals(min_value="0.01", max_value=10**6, places=2)


def persen(target: str, realisasi: str, cara: CaraHitung) -> str:
    capaian = compute_capaian(Decimal(target), Decimal(realisasi), cara)
    assert capaian.persen is not None
    return f"{round_half_up(capaian.persen)}"


@pytest.mark.parametrize(
    ("cara", "target", "realisasi", "hasil"),
    [
        (NAIK, "80", "9.876", "12.35"),
        (NAIK, "84.75", "88.95", "104.96"),
        (NAIK, "3", "50", "1666.67"),
        (TURUN, "10", "8", "120.00"),
        (TURUN, "10", "12", "80.00"),
        (TURUN, "10", "25", "0.00"),
        (RASIO, "10", "8", "125.00"),
        (RASIO, "10", "12", "83.33"),
        (STABIL, "100", "110", "90.00"),
        (STABIL, "100", "90", "90.00"),
        (STABIL, "100", "100", "100.00"),
        (NAIK, "10", "-2", "0.00"),
    ],
)
def test_formula_of_each_polaritas(
    cara: CaraHitung, target: str, realisasi: str, hasil: str
) -> None:
    assert persen(target, realisasi, cara) == hasil


@pytest.mark.parametrize(
    ("rentang", "cara", "realisasi", "hasil"),
    [
        (("80", "90"), RENTANG, "70", "87.50"),
        (("80", "90"), RENTANG, "80", "100.00"),
        (("80", "90"), RENTANG, "90", "100.00"),
        (("80", "90"), RENTANG, "99", "110.00"),
        (("7", "8"), RENTANG_TURUN, "6.5", "107.14"),
        (("7", "8"), RENTANG_TURUN, "9", "87.50"),
    ],
)
def test_range_of_permenpanrb_8_2021(
    rentang: tuple[str, str], cara: CaraHitung, realisasi: str, hasil: str
) -> None:
    target = Rentang(Decimal(rentang[0]), Decimal(rentang[1]))
    capaian = compute_capaian(target, Decimal(realisasi), cara)
    assert round_half_up(capaian.persen or Decimal(0)) == Decimal(hasil)


def test_letters_are_looked_up() -> None:
    assert compute_capaian("BB", "A", PREDIKAT).persen == Decimal(80) / 70 * 100
    assert compute_capaian("bb ", "BB", PREDIKAT).persen == 100


@pytest.mark.parametrize(
    ("target", "realisasi", "cara", "alasan"),
    [
        (None, Decimal(5), NAIK, Alasan.TARGET_KOSONG),
        (Decimal(5), None, NAIK, Alasan.BELUM_ADA_REALISASI),
        (Decimal(0), None, NAIK, Alasan.BELUM_ADA_REALISASI),
        (Decimal(0), Decimal(0), NAIK, Alasan.TIDAK_DITARGETKAN),
        (Decimal(0), Decimal(3), NAIK, Alasan.TARGET_NOL),
        (Decimal(0), Decimal(3), STABIL, Alasan.TARGET_NOL),
        (Decimal(-5), Decimal(-3), NAIK, Alasan.TARGET_NEGATIF),
        (Decimal(5), Decimal(0), RASIO, Alasan.REALISASI_NOL),
        ("BB", "Z", PREDIKAT, Alasan.BUKAN_ANGKA),
        (Decimal(5), "baik", NAIK, Alasan.BUKAN_ANGKA),
        ("BB", Decimal(5), NAIK, Alasan.BUKAN_ANGKA),
    ],
)
def test_no_number_has_its_reason(
    target: Nilai | None, realisasi: Nilai | None, cara: CaraHitung, alasan: Alasan
) -> None:
    assert compute_capaian(target, realisasi, cara) == Capaian(alasan=alasan)


@pytest.mark.parametrize(("realisasi", "hasil"), [("0", 100), ("1", 0)])
@pytest.mark.parametrize("cara", [TURUN, RASIO])
def test_falling_with_target_zero_knows_only_none_or_some(
    cara: CaraHitung, realisasi: str, hasil: int
) -> None:
    assert compute_capaian(Decimal(0), Decimal(realisasi), cara).persen == hasil


@given(POSITIF, POSITIF, st.sampled_from([NAIK, TURUN, RASIO, STABIL]))
def test_meeting_the_target_is_100_and_nothing_is_below_zero(
    target: Decimal, realisasi: Decimal, cara: CaraHitung
) -> None:
    assert round_half_up(compute_capaian(target, target, cara).persen or Decimal(0)) == 100
    capaian = compute_capaian(target, realisasi, cara).persen
    assert capaian is not None
    assert capaian >= 0


@given(POSITIF, POSITIF, st.sampled_from([TURUN, RASIO]))
def test_falling_is_above_100_just_when_realisasi_is_below_target(
    target: Decimal, realisasi: Decimal, cara: CaraHitung
) -> None:
    capaian = compute_capaian(target, realisasi, cara).persen
    assert capaian is not None
    assert (capaian > 100) == (realisasi < target)
