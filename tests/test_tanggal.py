"""Dates read as Indonesian papers write them; babel is the oracle."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.domain.tanggal import format_bulan, format_tanggal


def test_a_date_has_no_leading_zero_and_its_month_in_words() -> None:
    assert format_tanggal(date(2021, 1, 31)) == "31 Januari 2021"
    assert format_tanggal(date(2022, 8, 5)) == "5 Agustus 2022"


@given(st.dates())
def test_every_date_reads_as_babel_writes_it(tanggal: date) -> None:
    expected = format_date(tanggal, "d MMMM", locale="id_ID")
    assert format_tanggal(tanggal) == f"{expected} {tanggal.year}"
    assert expected.endswith(format_bulan(tanggal))
