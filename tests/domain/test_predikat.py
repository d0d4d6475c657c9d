"""Classes of capaian: the lower bound decides, on the printed value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_cli.domain.predikat import SKALA_PERMENDAGRI_86, classify


@pytest.mark.parametrize(
    ("persen", "nama"),
    [
        ("91", "Sangat Tinggi"),
        ("90.995", "Sangat Tinggi"),
        ("90.994", "Tinggi"),
        ("90.5", "Tinggi"),
        ("75.99", "Sedang"),
        ("51", "Rendah"),
        ("0", "Sangat Rendah"),
        ("1666.67", "Sangat Tinggi"),
    ],
)
def test_the_printed_value_decides(persen: str, nama: str) -> None:
    kelas = classify(Decimal(persen), SKALA_PERMENDAGRI_86)
    assert kelas is not None
    assert kelas.nama == nama


def test_no_capaian_has_no_class() -> None:
    assert classify(None, SKALA_PERMENDAGRI_86) is None
    assert classify(Decimal(10), SKALA_PERMENDAGRI_86[:2]) is None
