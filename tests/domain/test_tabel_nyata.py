"""Published tables, recomputed: the printed capaian comes out, or the reason why it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from data_nyata import number, read_rows
from kinerja_cli.domain.agregasi import up_to
from kinerja_cli.domain.angka import SERATUS, round_half_up
from kinerja_cli.domain.capaian import CaraHitung, compute_capaian
from kinerja_cli.domain.rencana import Agregasi, Polaritas

NAIK = CaraHitung(Polaritas.NAIK)

BUKAN_HITUNGANNYA = {
    7: "capaian tercetak salah skala (-33,33 kali, bukan persen); di sini paling rendah 0",
    20: "4 / 3,25 = 123,08; dokumen membatasi capaian indikator pada 120",
    26: "307.055.630 / 398.379.650 = 77,08; tercetak 80,5",
    40: "realisasi 0 dari target 1, tetapi tercetak 100 %",
    41: "realisasi 0 dari target 1, tetapi tercetak 100 %",
    43: "TW IV 35, tetapi total tercetak 0 dan capaian 100 %",
}
"""Rows whose printed figure is not its own arithmetic, by line of the file."""

TIDAK_LENGKAP = frozenset({8, 9, 15, 16, 21, 22, 23, 24, 25, 27, 28, 29, 30, *range(31, 37)})
"""Rows without target, realisasi or printed capaian as one number, by line of the file."""

BARIS = read_rows("tabel-nyata.csv")


def recompute(row: Mapping[str, str]) -> tuple[Decimal, Decimal] | None:
    """Return (ours at the printed precision, printed), or None where a side is missing."""
    target, realisasi = number(row, "target"), number(row, "realisasi")
    printed = row["capaian_printed"].rstrip("%")
    if target is None or realisasi is None or not printed or not printed[-1].isdigit():
        return None
    expected = Decimal(printed.replace(",", "."))
    exponent = expected.as_tuple().exponent
    persen = compute_capaian(target, realisasi, NAIK).persen
    assert persen is not None
    return round_half_up(persen, -int(exponent)), expected


@pytest.mark.parametrize(
    ("baris", "row"),
    [x for x in BARIS if x[0] not in BUKAN_HITUNGANNYA and x[0] not in TIDAK_LENGKAP],
)
def test_the_printed_capaian_comes_out(baris: int, row: Mapping[str, str]) -> None:
    figures = recompute(row)
    assert figures is not None, f"baris {baris} tidak lengkap"
    assert figures[0] == figures[1]


@pytest.mark.parametrize("baris", BUKAN_HITUNGANNYA)
def test_a_listed_row_really_is_not_its_own_arithmetic(baris: int) -> None:
    figures = recompute(dict(BARIS)[baris])
    assert figures is not None
    assert figures[0] != figures[1]


@pytest.mark.parametrize("baris", TIDAK_LENGKAP)
def test_an_incomplete_row_gives_no_figure(baris: int) -> None:
    assert recompute(dict(BARIS)[baris]) is None


TRIBULAN = [x for x in read_rows("tribulan-nyata.csv") if x[1]["doc"].startswith("Evaluasi Renja")]
TIDAK_KONSISTEN = 23
"""Line of the row whose TW IV is 35 while its total says 0."""


@pytest.mark.parametrize(("baris", "row"), TRIBULAN)
def test_four_tribulan_make_the_printed_year(baris: int, row: Mapping[str, str]) -> None:
    """Evaluasi Renja: "13 = 9+10+11+12", to the four decimals that the workbook kept."""
    quarters = [(Decimal(0), number(row, f"realisasi_tw{ke}") or Decimal(0)) for ke in range(1, 5)]
    printed = number(row, "realisasi_tahun_printed")
    realisasi = up_to(quarters, Agregasi.JUMLAH)[1]
    assert isinstance(realisasi, Decimal)
    agrees = round_half_up(realisasi, 3) == round_half_up(printed or Decimal(0), 3)
    assert agrees is (baris != TIDAK_KONSISTEN)


@pytest.mark.parametrize(("baris", "row"), read_rows("anggaran-nyata.csv")[:-1])
def test_spending_of_four_tribulan_is_the_printed_serapan(
    baris: int, row: Mapping[str, str]
) -> None:
    spent = sum((number(row, f"realisasi_tw{ke}") or Decimal(0) for ke in range(1, 5)), Decimal(0))
    pagu = number(row, "pagu")
    assert pagu, f"baris {baris} tanpa pagu"
    assert spent == number(row, "realisasi_total")
    assert round_half_up(spent / pagu * SERATUS) == number(row, "persen_hitung_ulang")
