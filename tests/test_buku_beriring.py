"""A workbook zipped while it is written is the one that XlsxWriter zips afterwards."""

from __future__ import annotations

from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from kinerja_cli.adapter.buku_beriring import BukuBeriring
from kinerja_cli.adapter.lembar_xlsx import LembarBiasa, LembarRumus
from kinerja_cli.adapter.tulis_xlsx import build_buku

DIBUAT = datetime(2021, 1, 4, tzinfo=UTC)


def fill(buku: Workbook) -> None:
    """Fill two sheets of either kind, one with a chart."""
    pertama, kedua = buku.add_worksheet("Grafik", LembarBiasa), buku.add_worksheet("é", LembarRumus)
    gaya = buku.add_format({"bold": True})
    for baris in range(500):
        kedua.write_string(baris, 0, f"Sasaran {baris} – é", gaya)
        kedua.write_number(baris, 1, baris / 7, gaya)
        pertama.write_number(baris, 0, baris, gaya)
    chart = buku.add_chart({"type": "column"})
    chart.add_series({"values": ["Grafik", 0, 0, 499, 0]})
    pertama.insert_chart(1, 3, chart)


def test_its_bytes_are_those_of_xlsxwriter() -> None:
    assert build_buku(fill, DIBUAT, {}, BukuBeriring) == build_buku(fill, DIBUAT, {})


def test_what_goes_wrong_in_zipping_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(ZipFile, "writestr", refuse)
    with pytest.raises(FileCreateError):
        build_buku(fill, DIBUAT, {}, BukuBeriring)
