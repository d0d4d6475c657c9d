"""From units to the office, from tribulan to the year, from indicators to a mean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.domain.agregasi import (
    Pasangan,
    RataRata,
    combine_units,
    mean,
    mean_capaian,
    total,
    up_to,
    year_of_targets,
)
from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.rencana import Agregasi, Gabungan


def pairs(*values: tuple[int | None, int | None]) -> list[Pasangan]:
    return [
        (None if t is None else Decimal(t), None if r is None else Decimal(r)) for t, r in values
    ]


@pytest.mark.parametrize(
    ("agregasi", "hasil"),
    [
        (Agregasi.JUMLAH, (60, 48)),
        (Agregasi.KUMULATIF, (30, 25)),
        (Agregasi.RATA_RATA, (20, 16)),
        (Agregasi.POSISI_AKHIR, (30, 25)),
    ],
)
def test_each_agregasi_treats_target_and_realisasi_alike(
    agregasi: Agregasi, hasil: tuple[int, int]
) -> None:
    assert up_to(pairs((10, 8), (20, 15), (30, 25)), agregasi) == hasil


def test_a_sum_with_a_planned_blank_is_not_known() -> None:
    assert up_to(pairs((3, 3), (3, None)), Agregasi.JUMLAH) == (6, None)


def test_a_blank_where_nothing_was_planned_does_not_spoil_a_sum() -> None:
    assert up_to(pairs((3, 3), (0, None), (None, None)), Agregasi.JUMLAH) == (3, 3)


def test_a_mean_is_over_the_tribulan_that_have_data() -> None:
    assert up_to(pairs((80, 70), (90, None), (100, 90)), Agregasi.RATA_RATA) == (90, 80)


def test_a_position_is_the_last_known_with_its_own_target() -> None:
    assert up_to(pairs((80, 82), (85, None)), Agregasi.POSISI_AKHIR) == (80, 82)


@pytest.mark.parametrize("agregasi", list(Agregasi))
def test_nothing_known_stays_unknown(agregasi: Agregasi) -> None:
    assert up_to(pairs((80, None), (85, None)), agregasi)[1] is None


def test_shares_are_summed_only_when_every_unit_with_a_target_reported() -> None:
    assert combine_units(pairs((5, 4), (7, 8)), Gabungan.JUMLAH) == (12, 12)
    assert combine_units(pairs((5, 4), (7, None)), Gabungan.JUMLAH) == (12, None)
    assert combine_units(pairs((5, 4), (0, None)), Gabungan.JUMLAH) == (5, 4)


def test_a_mean_of_shares_is_over_the_units_that_reported() -> None:
    assert combine_units(pairs((90, 80), (80, None)), Gabungan.RATA_RATA) == (90, 80)
    assert combine_units(pairs((90, None), (80, None)), Gabungan.RATA_RATA) == (85, None)


def test_one_unit_is_the_office() -> None:
    assert combine_units([("BB", "A")], Gabungan.JUMLAH) == ("BB", "A")


def test_ranges_add_bound_by_bound_and_letters_do_not() -> None:
    ranges = [Rentang(Decimal(1), Decimal(2)), Rentang(Decimal(3), Decimal(4))]
    assert total(ranges) == Rentang(Decimal(4), Decimal(6))
    assert mean(ranges) == Rentang(Decimal(2), Decimal(3))
    assert total(["BB", Decimal(1)]) is None
    assert mean([]) is None


@pytest.mark.parametrize(
    ("agregasi", "hasil"),
    [(Agregasi.JUMLAH, 10), (Agregasi.RATA_RATA, Decimal("2.5")), (Agregasi.KUMULATIF, 4)],
)
def test_four_targets_make_the_year(agregasi: Agregasi, hasil: Decimal) -> None:
    assert year_of_targets([Decimal(x) for x in (1, 2, 3, 4)], agregasi) == hasil
    assert year_of_targets([None] * 4, agregasi) is None


def test_mean_is_given_as_it_is_and_capped_with_how_many() -> None:
    rows = [(Decimal(150), None), (Decimal(50), None), (None, None)]
    assert mean_capaian(rows, Decimal(100)) == RataRata(Decimal(100), Decimal(75), 2, 3)
    assert mean_capaian(rows, None).dibatasi == 100


def test_mean_is_weighted_where_every_indicator_has_a_weight() -> None:
    rows = [(Decimal(100), Decimal(3)), (Decimal(60), Decimal(1))]
    assert mean_capaian(rows, None).apa_adanya == 90
    assert mean_capaian([rows[0], (Decimal(60), None)], None).apa_adanya == 80


def test_a_mean_of_nothing_is_nothing() -> None:
    assert mean_capaian([(None, None)], Decimal(100)) == RataRata(None, None, 0, 1)
    assert mean_capaian([], None) == RataRata(None, None, 0, 0)


@given(
    st.lists(st.decimals(min_value=0, max_value=500, places=2), min_size=1),
    st.decimals(50, 200, places=2),
)
def test_the_capped_mean_is_never_above_the_plain_one_nor_the_cap(
    capaian: list[Decimal], batas: Decimal
) -> None:
    means = mean_capaian([(x, None) for x in capaian], batas)
    assert means.dibatasi is not None
    assert means.apa_adanya is not None
    assert means.dibatasi <= means.apa_adanya
    assert means.dibatasi <= batas
