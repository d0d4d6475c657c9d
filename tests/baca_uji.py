"""What the tests of the reader share: read a drawn workbook, or the reason why not."""

from __future__ import annotations

import pytest

from berkas_xlsx import (
    build_buku,
)
from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca
from kinerja_cli.domain.buku import Lembar, Sel

TEMPAT = dict[tuple[int, int], Sel]


def data(isi: bytes) -> Lembar:
    """Return the first sheet of a workbook."""
    return read_buku(isi).lembar[0]


def first(baris: str, **bagian: str | bytes) -> Sel:
    """Return the cell A1 of a workbook with these rows."""
    return data(build_buku(baris, **bagian)).at(1, 1)


def reason(isi: bytes) -> SebabTakTerbaca:
    """Return why a file is not read."""
    with pytest.raises(BukuTakTerbaca) as galat:
        read_buku(isi)
    return galat.value.sebab
