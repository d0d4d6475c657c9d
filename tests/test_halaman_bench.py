"""The page of measurements: every limit stands beside what was measured, kept or not."""

from __future__ import annotations

import pytest

from halaman import Batas, Ukuran, render


@pytest.mark.parametrize(
    ("batas", "terukur", "kata"),
    [
        (Batas(5), 5.0, "≥ 5,00: ya"),
        (Batas(5), 4.99, "≥ 5,00: **tidak**"),
        (Batas(7, paling_banyak=True), 7.0, "≤ 7,00: ya"),
        (Batas(7, paling_banyak=True), 7.01, "≤ 7,00: **tidak**"),
    ],
)
def test_a_limit_says_whether_it_is_kept(batas: Batas, terukur: float, kata: str) -> None:
    row = str(Ukuran("himpun", "3,2 ms", "× pandas", terukur, batas, 104.4))
    assert row.endswith(f"| {kata} |")
    assert "| 104 MB |" in row


def test_the_page_has_every_row_and_the_machine() -> None:
    page = render([Ukuran("pandas", "28,0 ms")], 3, 21)
    assert "| pandas | 28,0 ms |  |  |  |\n" in page
    assert "Python 3." in page
    assert "21 untuk waktu mulai" in page
