"""Codes that look like others: Cyrillic letters, characters without width, marks of direction."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Kinerja
from kantor_lain import indikator_row, write_ruang
from kinerja_cli.domain.tulisan import visible


@pytest.mark.parametrize(
    ("teks", "terlihat"),
    [
        ("YAN", "YAN"),
        ("Y\u0410N", "Y\u0410<0410>N"),
        ("\u0420\u0415\u041c", "\u0420<0420>\u0415<0415>\u041c<041C>"),
        ("YA\u039d", "YA\u039d<039D>"),
        ("\u0391BC", "\u0391<0391>BC"),
        ("\uff39AN", "\uff39<FF39>AN"),
        ("Y\u200bAN", "Y<200B>AN"),
        ("Y\u00adAN", "Y<00AD>AN"),
        ("\u202eNAY", "<202E>NAY"),
        ("\u2066YAN\u2069", "<2066>YAN<2069>"),
        ("koefisien \u03b1, 5 \u00b5m", "koefisien \u03b1, 5 \u00b5m"),
        ("Café – “Jaya”", "Café – “Jaya”"),
    ],
)
def test_what_looks_like_another_letter_or_like_nothing_is_seen(teks: str, terlihat: str) -> None:
    assert visible(teks) == terlihat


MIRIP = ("Y\u0410N", "Y\u200bAN", "YAN\u202e", "\uff39AN", "Y\u00adAN")


@pytest.mark.parametrize("kode", MIRIP)
def test_a_unit_that_only_looks_like_one_of_the_plan_is_none(
    kinerja: Kinerja, ruang_kosong: Path, kode: str
) -> None:
    result = kinerja("buat-format", "-t", "1", "--unit", kode, di=ruang_kosong)
    assert (result.kode, result.out) == (2, "")
    assert f"<{ord(next(x for x in kode if not x.isascii())):04X}>" in result.err
    assert not (ruang_kosong / "format").exists()


@pytest.mark.parametrize("kode", MIRIP)
def test_a_plan_whose_codes_only_look_alike_is_refused_and_says_why(
    kinerja: Kinerja, tmp_path: Path, kode: str
) -> None:
    rows = [indikator_row("A", "Ukuran", "nilai", "5", Unit=kode)]
    ruang = write_ruang(tmp_path / "r", rows, unit=[{"Kode": "YAN", "Nama Unit": "Seksi"}])
    result = kinerja("periksa", "--json", di=ruang)
    found = [x for x in result.json["temuan"] if x["kode"] == "R105"]
    assert result.kode == 1
    assert len(found) == 1
    assert "<" in found[0]["pesan"] or "\ufffd" in found[0]["pesan"]
