"""Numbers, dates and addressees of letters."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kinerja_cli.domain.rencana import Unit
from kinerja_cli.domain.status import Keadaan, StatusUnit
from kinerja_cli.domain.surat import (
    format_kali,
    jabatan_kepala,
    pola_is_sound,
    render_nomor,
    select_late,
)
from kinerja_cli.domain.tanggal_tulis import (
    format_hari_tanggal,
    format_lama,
    format_waktu,
    parse_tanggal,
    parse_waktu,
)

TANGGAL = date(2022, 1, 20)


@pytest.mark.parametrize(
    "teks", ["2022-01-20", "20-01-2022", "20/1/2022", "20.01.2022", " 20  januari 2022 "]
)
def test_a_date_is_read_as_an_office_writes_it(teks: str) -> None:
    assert parse_tanggal(teks) == TANGGAL


@pytest.mark.parametrize("teks", ["", "besok", "31-02-2022", "2022", "20 Januar 2022", "1-2-22"])
def test_what_is_no_date_is_not_guessed(teks: str) -> None:
    assert parse_tanggal(teks) is None


@pytest.mark.parametrize(
    ("teks", "jam"),
    [("20-01-2022 10.30", (10, 30)), ("20 Januari 2022 pukul 09:05", (9, 5)),
     ("2022-01-20", (0, 0)), ("2022-01-20T08:00", (8, 0))],
)  # fmt: skip
def test_a_moment_is_a_date_with_or_without_an_hour(teks: str, jam: tuple[int, int]) -> None:
    assert parse_waktu(teks, UTC) == datetime(2022, 1, 20, *jam, tzinfo=UTC)


@pytest.mark.parametrize("teks", ["10.30", "20-01-2022 25.00", "kemarin 10.00"])
def test_what_is_no_moment_is_not_guessed(teks: str) -> None:
    assert parse_waktu(teks, UTC) is None


def test_dates_are_said_with_their_day() -> None:
    assert format_hari_tanggal(TANGGAL) == "Kamis, 20 Januari 2022"
    assert format_waktu(datetime(2022, 1, 20, 9, 5, tzinfo=UTC)) == "20-01-2022 09.05"


@pytest.mark.parametrize(
    ("lama", "teks"),
    [(timedelta(seconds=59), "0 menit"), (timedelta(minutes=60), "1 jam"),
     (timedelta(days=2, hours=3, minutes=5), "2 hari 3 jam"),
     (timedelta(minutes=65), "1 jam 5 menit")],
)  # fmt: skip
def test_a_span_is_said_in_its_two_largest_units(lama: timedelta, teks: str) -> None:
    assert format_lama(lama) == teks


def test_a_number_has_the_shape_of_the_office() -> None:
    assert render_nomor("800/{nomor}/416-315/{tahun}", 7, TANGGAL) == "800/7/416-315/2022"
    assert render_nomor("{nomor}/{bulan}/{tahun}", 12, TANGGAL) == "12/I/2022"


@pytest.mark.parametrize(
    ("pola", "benar"),
    [("{nomor}", True), ("800/{tahun}", False), ("{nomor}/{unit}", False), ("{nomor}}", False),
     ("{{nomor}}", False), ("{nomor}/{bulan}/{tahun}", True)],
)  # fmt: skip
def test_a_shape_must_have_the_number_and_nothing_unknown(pola: str, *, benar: bool) -> None:
    assert pola_is_sound(pola) is benar


def test_only_units_without_an_accepted_form_after_the_deadline_are_late() -> None:
    rows = [StatusUnit(x.name, x.name, 1, x) for x in Keadaan]
    late = [x.unit for x in select_late(rows, TANGGAL, TANGGAL + timedelta(days=1))]
    assert late == ["BELUM_MASUK", "DITOLAK"]
    assert select_late(rows, TANGGAL, TANGGAL) == ()
    assert len(select_late(rows, None, TANGGAL)) == 2


@pytest.mark.parametrize(
    ("nama", "jabatan"),
    [("Seksi Pelayanan", "Kepala Seksi Pelayanan"), ("Kasubag Umum", "Kasubag Umum")],
)
def test_the_head_of_a_unit_is_addressed_by_office(nama: str, jabatan: str) -> None:
    assert jabatan_kepala(Unit("U", nama)) == jabatan


def test_a_thirteenth_letter_is_counted_in_plain_figures() -> None:
    assert [format_kali(x) for x in (1, 2, 12, 13)] == ["I", "II", "XII", "13"]
