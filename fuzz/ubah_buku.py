"""Damages a workbook inside its zip: one part's XML changes, the package around it stays whole.

Bytes changed at random end at the zip's checksums; here the fuzzer's changes reach the readers.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import TypeAlias
from zipfile import BadZipFile, ZipFile, ZipInfo

Bagian: TypeAlias = dict[str, bytes]
"""The parts of a package by name."""

UbahByte: TypeAlias = Callable[[bytes, int], bytes]
"""Changes some bytes; the second argument is the longest result."""

ZIP_RUSAK = (
    BadZipFile,
    zlib.error,
    NotImplementedError,
    ValueError,
    OSError,
    OverflowError,
    RuntimeError,
    EOFError,
)
"""What zipfile raises on a package that an earlier change broke."""

SEPOTONG = 64
BAGIAN_INTI = ("sheet", "workbook", "styles", "sharedStrings")
"""Words in the names of the parts that the reader knows; they are damaged most often."""

NILAI_ANEH = (
    b"", b"0", b"-1", b"1e308", b"-1e308", b"5e-324", b"1e16", b"1e28", b"0.1234567890123456789",
    b"999999999999999", b"4294967296", b"-0", b"NaN", b"inf", b"1.131", b"1,5", b"85,5 %", b"n/a",
    b"#DIV/0!", b"TRUE", b"2021-01-04T08:00:00", b"7-8", b"BB", b"A", b"I1", b"K1", b"#nama",
    b"1", b"2", b"3", b"4", b"5", b"0.5", b"150", b"-7", b"6000000", b"3000001",
    b"9", b"14", b"0%", b"&quot;Rp&quot;#,##0", b"d-mmm",
    b"XFD1048576", b"A0", b"A1", b"F13", b"_xD800_", b"_x0000_",
    b"\xc2\xa0", b"\xe2\x80\x93", b"\xf0\x9f\x98\x80", b"&#9;", b"{0}", b"[/]", b"=1+1",
    b"9" * 30, b"9" * 5000, b"A" * 300, b"s", b"str", b"b", b"e", b"d", b"inlineStr", b"shared",
)  # fmt: skip
KOLOM_ISIAN = (b"D", b"F", b"G", b"H")
"""Where a unit's realisasi and a plan's targets and pagu stand: damaged more often than labels."""

BENTUK_SEL = (
    b'<c r="%b" s="%b"><v>%b</v></c>',
    b'<c r="%b" s="%b" t="inlineStr"><is><t>%b</t></is></c>',
    b'<c r="%b" s="%b" t="str"><f>1</f><v>%b</v></c>',
)
_SEL = re.compile(
    rb'<c r="(?P<alamat>(?P<kolom>[A-Z]+)\d+)" s="(?P<gaya>\d+)"[^>]*?(?:/>|>.*?</c>)'
)
_ATRIBUT = re.compile(rb'="([^"]*)"')
_TEKS = re.compile(rb">([^<]+)<")
_UNSUR = re.compile(rb"<(\w+)[^>]*?(?:/>|>[^<]*(?:<(\w+)[^>]*>[^<]*</\2>)?</\1>)")


def ubah_buku(isi: bytes, maks: int, rng: random.Random, ubah_byte: UbahByte) -> bytes:
    """Return the workbook with one part damaged, or other bytes where it is no zip any more."""
    try:
        parts = unpack(isi)
    except ZIP_RUSAK:
        return ubah_byte(isi, maks)
    if not parts or _happens(rng, 3):
        return ubah_byte(isi, maks)
    nama = _pick_part(parts, rng)
    cara = rng.choice(CARA)
    damaged = pack(cara(parts, nama, rng, ubah_byte))
    return damaged if len(damaged) <= maks else ubah_byte(isi, maks)


def unpack(isi: bytes) -> Bagian:
    """Return the parts of a package by name; raises what zipfile raises."""
    with ZipFile(BytesIO(isi)) as source:
        return {x: source.read(x) for x in source.namelist()}


def pack(parts: Bagian) -> bytes:
    """Return a package of these parts, not compressed, the same bytes on every day."""
    stream = BytesIO()
    with ZipFile(stream, "w") as target:
        for nama, isi in parts.items():
            target.writestr(ZipInfo(nama), isi)
    return stream.getvalue()


def _happens(rng: random.Random, persen: int) -> bool:
    return rng.randrange(100) < persen


def _pick_part(parts: Bagian, rng: random.Random) -> str:
    inti = [x for x in parts if any(kata in x for kata in BAGIAN_INTI)]
    return rng.choice(inti if inti and _happens(rng, 85) else list(parts))


def _change_bytes(parts: Bagian, nama: str, rng: random.Random, ubah_byte: UbahByte) -> Bagian:
    """Change a few bytes anywhere in the part, well formed or not."""
    isi = parts[nama]
    mulai = rng.randrange(len(isi) + 1)
    habis = mulai + SEPOTONG
    return parts | {nama: _splice(isi, mulai, habis, ubah_byte(isi[mulai:habis], 2 * SEPOTONG))}


def _change_value(parts: Bagian, nama: str, rng: random.Random, ubah_byte: UbahByte) -> Bagian:
    """Give one attribute or text another value: an odd one, a neighbour's, or changed bytes."""
    isi = parts[nama]
    pola = rng.choice((_ATRIBUT, _TEKS, _TEKS))
    found = [x.span(1) for x in pola.finditer(isi)]
    if not found:
        return _change_bytes(parts, nama, rng, ubah_byte)
    mulai, habis = rng.choice(found)
    lain = rng.choice(found)
    baru = rng.choice(
        (rng.choice(NILAI_ANEH), isi[slice(*lain)], ubah_byte(isi[mulai:habis], SEPOTONG))
    )
    return parts | {nama: _splice(isi, mulai, habis, baru)}


def _change_cell(parts: Bagian, nama: str, rng: random.Random, ubah_byte: UbahByte) -> Bagian:
    """Write an odd value into a cell that is there, in its own style or in another cell's."""
    isi = parts[nama]
    found = list(_SEL.finditer(isi))
    if not found:
        return _change_value(parts, nama, rng, ubah_byte)
    isian = [x for x in found if x["kolom"] in KOLOM_ISIAN]
    lama = rng.choice(isian if isian and _happens(rng, 60) else found)
    gaya = rng.choice((lama, rng.choice(found)))["gaya"]
    baru = rng.choice(BENTUK_SEL) % (lama["alamat"], gaya, rng.choice(NILAI_ANEH))
    return parts | {nama: _splice(isi, *lama.span(), baru)}


def _move_element(parts: Bagian, nama: str, rng: random.Random, ubah_byte: UbahByte) -> Bagian:
    """Drop a small element, or put it, alone or as well, where another one begins."""
    isi = parts[nama]
    found = [x.span() for x in _UNSUR.finditer(isi)]
    if not found:
        return _change_bytes(parts, nama, rng, ubah_byte)
    unsur, tujuan = rng.choice(found), rng.choice(found)[0]
    salinan = _splice(isi, tujuan, tujuan, isi[slice(*unsur)])
    return parts | {nama: rng.choice((salinan, _splice(isi, *unsur, b"")))}


def _change_parts(parts: Bagian, nama: str, rng: random.Random, _: UbahByte) -> Bagian:
    """Lose a part, or give it the content of another."""
    if _happens(rng, 50):
        return {x: isi for x, isi in parts.items() if x != nama}
    return parts | {nama: parts[rng.choice(list(parts))]}


def _splice(isi: bytes, mulai: int, habis: int, baru: bytes) -> bytes:
    return isi[:mulai] + baru + isi[habis:]


CARA = (
    _change_bytes,
    _change_value,
    _change_value,
    _change_value,
    _change_cell,
    _change_cell,
    _move_element,
    _move_element,
    _change_parts,
)
