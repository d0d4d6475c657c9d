"""Numbers as Indonesians write them, both ways."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.domain.angka import (
    Angka,
    Ditolak,
    Rentang,
    SebabDitolak,
    format_angka,
    format_rupiah,
    parse_angka,
    parse_rentang,
    round_half_up,
)

DESIMAL = st.decimals(
    min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=3
)


@pytest.mark.parametrize(
    ("teks", "nilai", "satuan"),
    [
        ("85", "85", ""),
        ("85,5", "85.5", ""),
        ("85,5%", "85.5", "%"),
        ("1.069,32", "1069.32", ""),
        ("-5,90 Persen", "-5.90", "Persen"),
        ("−5,9", "-5.9", ""),
        ("+3", "3", ""),
        ("2 dok", "2", "dok"),
        ("9321\neksp", "9321", "eksp"),
        ("1.224.000 org", "1224000", "org"),
        ("1488000 org", "1488000", "org"),
        ("0,56", "0.56", ""),
        ("  82,5  ", "82.5", ""),
    ],
)
def test_indonesian_writing_is_read(teks: str, nilai: str, satuan: str) -> None:
    assert parse_angka(teks) == Angka(Decimal(nilai), satuan)


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("Rp.  800.000.000,-", "800000000"),
        ("Rp 1.500", "1500"),
        ("rp1.500,50", "1500.50"),
        ("Rp2500", "2500"),
    ],
)
def test_rupiah_has_no_three_decimals(teks: str, nilai: str) -> None:
    assert parse_angka(teks) == Angka(Decimal(nilai), rupiah=True)


@pytest.mark.parametrize(
    ("teks", "bacaan"),
    [
        ("1.131", ("1131", "1.131")),
        ("138.345", ("138345", "138.345")),
        ("5.250 informasi", ("5250", "5.250")),
        ("-1.500", ("-1500", "-1.500")),
    ],
)
def test_text_that_could_be_two_numbers_is_refused_with_both(
    teks: str, bacaan: tuple[str, str]
) -> None:
    assert parse_angka(teks) == Ditolak(
        SebabDitolak.BERMAKNA_GANDA, tuple(Decimal(x) for x in bacaan)
    )


@pytest.mark.parametrize(
    ("teks", "bacaan"),
    [("89.49", "89.49"), ("9.8", "9.8"), ("36.60 Persen", "36.60"), ("0.567", "0.567"),
     ("1,234.56", "1234.56"), ("170000.00 SBM", "170000.00")],
)  # fmt: skip
def test_a_point_before_decimals_is_refused_with_its_reading(teks: str, bacaan: str) -> None:
    assert parse_angka(teks) == Ditolak(SebabDitolak.TITIK_DESIMAL, (Decimal(bacaan),))


@pytest.mark.parametrize("teks", ["n/a", "-", "nihil", "N/A", "–", "--"])
def test_a_sign_for_nothing_is_neither_zero_nor_blank(teks: str) -> None:
    assert parse_angka(teks) == Ditolak(SebabDitolak.TANDA_KOSONG)


@pytest.mark.parametrize(
    "teks", ["90%\n20%", "174 judul, 174 eks", "27 LKD & 58 OPD", "88/100.000 KH", "2.00 a\n2.00 b"]
)
def test_more_than_one_number_is_never_read_as_one(teks: str) -> None:
    assert parse_angka(teks) == Ditolak(SebabDitolak.LEBIH_DARI_SATU)


@pytest.mark.parametrize(
    "teks",
    ["baik", "<= 1%", "BB", "80,10 (A2)", "6 *) 7", "NaN", "Infinity", "1e5", "1_000", "٣", "５",
     ",5", "11=(10/4)", "1.23.456", "12,345,678", "(4)", "1234567890123456", ""],
)  # fmt: skip
def test_what_is_no_number_is_refused(teks: str) -> None:
    assert isinstance(parse_angka(teks), Ditolak)


@given(DESIMAL)
def test_what_is_written_is_read_back(nilai: Decimal) -> None:
    outcome = parse_angka(format_angka(nilai, 2) + " persen")
    assert isinstance(outcome, Angka)
    assert outcome.nilai == round_half_up(nilai)


@given(DESIMAL)
def test_writing_agrees_with_babel(nilai: Decimal) -> None:
    shown = round_half_up(nilai)
    expected = format_decimal(shown, "#,##0.00", locale="id_ID")
    assert format_angka(nilai, 2) == expected.replace("\u2212", "-")


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(teks: str) -> None:
    assert isinstance(parse_angka(teks), Angka | Ditolak)


@pytest.mark.parametrize(
    ("nilai", "hasil"), [("12.345", "12.35"), ("12.344999", "12.34"), ("-0.005", "-0.01")]
)
def test_ties_go_up_as_on_a_calculator(nilai: str, hasil: str) -> None:
    assert round_half_up(Decimal(nilai)) == Decimal(hasil)


def test_a_tie_behind_an_endless_division_is_still_a_tie() -> None:
    assert round_half_up(Decimal("85.27499999999999999999999999")) == Decimal("85.28")
    assert round_half_up(Decimal("123456789012.345")) == Decimal("123456789012.35")


def test_end_zeros_are_not_written_unless_asked_for() -> None:
    assert format_angka(Decimal("1500.00")) == "1.500"
    assert format_angka(Decimal(100), 2) == "100,00"
    assert format_angka(Decimal("0.5")) == "0,5"


def test_rupiah_is_written_whole() -> None:
    assert format_rupiah(Decimal("1250000.4")) == "Rp1.250.000"
    assert format_rupiah(Decimal(-5)) == "-Rp5"


@pytest.mark.parametrize(
    ("teks", "bawah", "atas"),
    [("80-90", "80", "90"), ("80 – 90 %", "80", "90"), ("7 s.d. 8 bulan", "7", "8"),
     ("80,5-90,5", "80.5", "90.5"), ("80% - 90%", "80", "90")],
)  # fmt: skip
def test_ranges_are_read(teks: str, bawah: str, atas: str) -> None:
    assert parse_rentang(teks) == Rentang(Decimal(bawah), Decimal(atas))


@pytest.mark.parametrize("teks", ["90-80", "80", "-5", "a-b", "80-"])
def test_what_is_no_range_is_none(teks: str) -> None:
    assert parse_rentang(teks) is None
