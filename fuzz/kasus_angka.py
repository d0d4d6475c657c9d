"""What the number readers owe to any text: a number that prints and reads back, or a named no."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from itertools import product

from kinerja_cli.adapter.buku_xlsx.sel import parse_number
from kinerja_cli.domain.angka import (
    DIGIT_TERBANYAK,
    Angka,
    format_angka,
    format_rupiah,
    parse_angka,
    parse_rentang,
)
from kinerja_cli.domain.bacaan import Ukuran, read_nilai
from kinerja_cli.domain.buku import JenisSel, Sel
from kinerja_cli.domain.rencana import Polaritas
from kinerja_cli.domain.tabel import Isi, text_of
from kinerja_cli.domain.temuan import Tempat

TEMPAT = Tempat("acak.xlsx", "Data Kinerja", 13, 6)
FORMAT = ("General", "0.00", "0%", '"Rp"#,##0')
UKURAN = (
    Ukuran("dokumen"),
    Ukuran("rupiah"),
    Ukuran("persen", Polaritas.TURUN, boleh_rentang=True),
    Ukuran("SAKIP", Polaritas.PREDIKAT, ("A", "BB")),
)
RIBUAN = 3
"""Digits between two points."""

BATAS_FLOAT = 1e-14
"""15 digits of a float are kept: that is how far the two may differ."""


def check_angka(isi: bytes) -> None:
    """Read one text, and the number cell that a file could make of it, in every way."""
    teks = isi.decode("utf-8", "replace")
    angka = parse_angka(teks)
    if isinstance(angka, Angka):
        _reads_as_digits(teks, angka)
        _prints_and_reads_back(angka.nilai)
    _range_is_in_order(teks)
    _written_number_is_read(isi)
    _cells_have_a_value_or_findings(teks)


def _reads_as_digits(teks: str, angka: Angka) -> None:
    """Count digits and places again: a second reader that shares nothing with the first."""
    ditulis = " ".join(teks.split()).removesuffix(angka.satuan)
    bulat, _, pecahan = ditulis.removesuffix(",-").removesuffix(",--").partition(",")
    digits = "".join(x for x in bulat + pecahan if x.isdigit())
    places = sum(map(str.isdigit, pecahan))
    assert abs(Fraction(angka.nilai)) == Fraction(int(digits), 10**places), teks
    ribuan = [] if angka.rupiah else bulat.rstrip(". ").split(".")[1:]
    assert all(len(x) == RIBUAN for x in ribuan), teks


def _prints_and_reads_back(nilai: Decimal) -> None:
    """Read what is printed; one decimal at least, or 1.131 would be two numbers by design."""
    desimal = max(1, -int(nilai.as_tuple().exponent))
    ditulis = format_angka(nilai, desimal)
    if sum(map(str.isdigit, ditulis)) <= DIGIT_TERBANYAK:
        assert parse_angka(ditulis) == Angka(nilai), ditulis
    if nilai == abs(nilai).to_integral_value():
        assert parse_angka(format_rupiah(nilai)) == Angka(nilai, rupiah=True), nilai


def _range_is_in_order(teks: str) -> None:
    rentang = parse_rentang(teks)
    if rentang is not None:
        assert rentang.bawah <= rentang.atas, teks
        for nilai in (rentang.bawah, rentang.atas):
            _prints_and_reads_back(nilai)


def _written_number_is_read(isi: bytes) -> None:
    """Make a number of the input's bytes, write it as an office does, and read it."""
    desimal = 1 + len(isi) % 4
    _prints_and_reads_back(Decimal(int.from_bytes(isi[:5], "big", signed=True)).scaleb(-desimal))


def _cells_have_a_value_or_findings(teks: str) -> None:
    sel = [Sel(JenisSel.TEKS, teks)]
    bilangan = parse_number(teks)
    if bilangan is not None:
        assert math.isclose(bilangan, float(teks), rel_tol=BATAS_FLOAT), teks
        assert len(bilangan.as_tuple().digits) <= DIGIT_TERBANYAK, teks
        sel += [Sel(JenisSel.ANGKA, bilangan, x) for x in FORMAT]
        text_of(Sel(JenisSel.TANGGAL, bilangan))
    for one, ukuran in product(sel, UKURAN):
        bacaan = read_nilai(Isi(one, TEMPAT, "Realisasi"), ukuran)
        assert one.kosong or bacaan.nilai is not None or bacaan.temuan, teks
        for temuan in bacaan.temuan:
            f"{temuan.tempat} {temuan.pesan} {temuan.saran}".encode()
