"""How one worksheet is read: where each cell stands, and which rows are hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import ClassVar

from kinerja_cli.adapter.buku_xlsx.gaya import read_gaya
from kinerja_cli.adapter.buku_xlsx.lazim import AKHIR, NAMA_LUBANG, Lazim, lift_cells
from kinerja_cli.adapter.buku_xlsx.sel import Acuan, make_sel, make_sel_rumus
from kinerja_cli.adapter.buku_xlsx.teks import TeksKaya
from kinerja_cli.adapter.buku_xlsx.xml import BAGIAN_KECIL, BENAR, Atribut, local_name, parse_xml
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca
from kinerja_cli.domain.buku import MAKS_BARIS, MAKS_KOLOM, Sel

_DIGIT_BARIS = 7
_HURUF_KOLOM = 3
_DIGIT = "0123456789"
_ABJAD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KOLOM = {x: n for n, x in enumerate([*_ABJAD, *(x + y for x in _ABJAD for y in _ABJAD)], 1)}
"""The columns of one and two letters by number."""


class IsiLembar:
    """Follows the parser through one worksheet; positions are counted where the file is silent.

    `sel` has the cells that hold something, by (row, column); `tersembunyi` the hidden rows.
    `lazim` tells that every row and cell says where it stands, and that no cell holds another.
    """

    __slots__ = (
        "_acuan",
        "_bersama",
        "_gaya",
        "_inline",
        "_maks_sel",
        "_nilai",
        "_rumus",
        "_rumus_atribut",
        "_tempat",
        "_tipe",
        "lazim",
        "potongan",
        "sel",
        "tersembunyi",
    )

    akar: ClassVar[str] = "worksheet"

    def __init__(self, acuan: Acuan, maks_sel: int) -> None:
        """Stand before the first row; at most `maks_sel` cells are taken."""
        self.sel: dict[tuple[int, int], Sel] = {}
        self.tersembunyi: set[int] = set()
        self.lazim = True
        self._acuan = acuan
        self._maks_sel = maks_sel
        self._inline = TeksKaya()
        self.potongan = self._inline.potongan
        self._tempat = (0, 0)
        self._tipe = self._gaya = ""
        self._nilai: str | None = None
        self._rumus: str | None = None
        self._rumus_atribut: Atribut = {}
        self._bersama: dict[str, str] = {}

    def with_cells(self, sel: Mapping[tuple[int, int], Sel]) -> IsiLembar:
        """Return this sheet with further cells beside its own."""
        lembar = IsiLembar(self._acuan, self._maks_sel)
        lembar.sel, lembar.tersembunyi = {**self.sel, **sel}, self.tersembunyi
        return lembar

    # Called for every element: a plain chain of comparisons, the most frequent name first, is
    # measurably faster here than a table of methods.
    def start(self, nama: str, atribut: Atribut, /) -> None:
        """Take note of an element that begins."""
        if nama == "c":
            self._start_cell(atribut)
        elif nama == "v":
            self.potongan.clear()
        elif nama == "row":
            self._start_row(atribut)
        elif nama == "f":
            self.potongan.clear()
            self._rumus_atribut = atribut
        elif nama == "is":
            self._inline.reset()
        elif nama == NAMA_LUBANG:
            self.lazim = self.lazim and not self._tipe
        elif ":" in nama:
            self.start(local_name(nama), atribut)
        else:
            self._inline.start(nama, atribut)

    def end(self, nama: str, /) -> None:
        """Take note of an element that ends."""
        if nama == "c":
            self._end_cell()
        elif nama == "v":
            self._nilai = "".join(self.potongan)
        elif nama == "row":
            self._end_row()
        elif nama == "f":
            self._end_formula("".join(self.potongan).removeprefix("="))
        elif nama == "is":
            self._tipe = "inlineStr"
            self._nilai = self._inline.take()
        elif ":" in nama:
            self.end(local_name(nama))
        else:
            self._inline.end(nama)

    def _start_row(self, atribut: Atribut) -> None:
        """Stand before the first cell of a row; one without a number follows the last."""
        nomor = atribut.get("r")
        self.lazim = self.lazim and bool(nomor)
        baris = _row_number(nomor) if nomor else _check_place(self._tempat[0] + 1, 1)[0]
        self._tempat = (baris, 0)
        # A sheet's zeroHeight hides the rows that it does not list; those hold nothing.
        if atribut.get("hidden") in BENAR:
            self.tersembunyi.add(baris)

    def _end_row(self) -> None:
        if len(self.sel) > self._maks_sel:
            raise BukuTakTerbaca(SebabTakTerbaca.TERLALU_BESAR, "sel yang terisi terlalu banyak")

    def _start_cell(self, atribut: Atribut) -> None:
        """Stand on a cell; one without an address follows the last."""
        alamat = atribut.get("r")
        self.lazim = self.lazim and bool(alamat) and not self._tipe
        if alamat:
            self._tempat = _place(alamat)
        else:
            baris, kolom = self._tempat
            self._tempat = _check_place(baris, kolom + 1)
        self._tipe = atribut.get("t") or "n"
        self._gaya = atribut.get("s") or "0"
        self._nilai = self._rumus = None

    def _end_cell(self) -> None:
        """Take the cell, unless it only has a style."""
        tipe, nilai = self._tipe, self._nilai
        self._tipe = ""
        if self._rumus is not None:
            sel = make_sel_rumus(self._acuan, (tipe, self._gaya, nilai), self._rumus)
        elif nilai:
            kunci = (tipe, self._gaya, nilai)
            sel = self._acuan.pernah.get(kunci) or make_sel(self._acuan, kunci)
        else:
            return
        self.sel[self._tempat] = sel

    def _end_formula(self, teks: str) -> None:
        """Keep the formula; one that shares another's text shows that, "?" where it has none."""
        if self._rumus_atribut.get("t") == "shared":
            nomor = self._rumus_atribut.get("si", "")
            self._bersama[nomor] = teks = teks or self._bersama.get(nomor, "")
        self._rumus = teks or "?"


SISA_TERBANYAK = 1 << 20
"""Letters that may be left of a sheet without its usual cells; beside more they are no gain."""


def read_lembar(isi: bytes, acuan: Acuan, maks_sel: int) -> IsiLembar:
    """Return what the XML of one worksheet holds; raises BukuTakTerbaca."""
    return _read_usual(isi, acuan, maks_sel) or _walk(isi, acuan, maks_sel)


def _read_usual(isi: bytes, acuan: Acuan, maks_sel: int) -> IsiLembar | None:
    """Read the usual cells apart from the rest; None where that could read something else."""
    usual: dict[tuple[int, int], Sel] = {}
    rest: list[str] = []
    try:
        for cells, left in lift_cells(isi):
            if len(left) > SISA_TERBANYAK:
                return None
            _add_usual(usual, cells, acuan)
            rest.append(left)
        lembar = _walk_rest("".join(rest).encode("latin-1"), acuan, maks_sel)
    except BukuTakTerbaca:
        return None  # the whole tells why
    twice = not usual.keys().isdisjoint(lembar.sel)
    if twice or not lembar.lazim or len(lembar.sel) + len(usual) > maks_sel:
        return None
    return lembar.with_cells(usual)


def _walk_rest(isi: bytes, acuan: Acuan, maks_sel: int) -> IsiLembar:
    """Walk through what is left of a sheet; of the same form it is the same in every workbook."""
    if len(isi) <= BAGIAN_KECIL and b"<c " not in isi:
        lembar = _walk_again(isi)
        if not lembar.sel:
            return lembar
    return _walk(isi, acuan, maks_sel)


@lru_cache(maxsize=64)
def _walk_again(isi: bytes) -> IsiLembar:
    """Walk through a part as one of a workbook without strings and styles.

    What has no cells reads the same in every other workbook.
    """
    return _walk(isi, Acuan((), read_gaya(None, sejak_1904=False)), len(isi))


def _add_usual(usual: dict[tuple[int, int], Sel], cells: Iterable[Lazim], acuan: Acuan) -> None:
    """Add the cells that hold something, by their places."""
    pernah = acuan.pernah
    for huruf, baris, gaya, tipe, nilai in cells:
        if nilai:
            kunci = (tipe or "n", gaya or "0", nilai)
            usual[int(baris), _KOLOM[huruf]] = pernah.get(kunci) or make_sel(acuan, kunci)


def _walk(isi: bytes, acuan: Acuan, maks_sel: int) -> IsiLembar:
    lembar = IsiLembar(acuan, maks_sel)
    parse_xml(isi, lembar, sampai=AKHIR)
    return lembar


# Units fill the same form: its addresses come again in every workbook.
@lru_cache(maxsize=16_384)
def _place(alamat: str) -> tuple[int, int]:
    """Return (row, column) of an address like "B7"."""
    huruf = alamat.rstrip(_DIGIT)
    if not (huruf.isascii() and huruf.isalpha() and len(huruf) <= _HURUF_KOLOM):
        raise _outside(alamat)
    kolom = 0
    for x in huruf.upper():
        kolom = kolom * 26 + ord(x) - 64
    return _check_place(_row_number(alamat[len(huruf) :]), kolom)


def _row_number(angka: str) -> int:
    if not (angka.isascii() and angka.isdigit() and len(angka) <= _DIGIT_BARIS):
        raise _outside(angka)
    return _check_place(int(angka), 1)[0]


def _check_place(baris: int, kolom: int) -> tuple[int, int]:
    if not (1 <= baris <= MAKS_BARIS and kolom <= MAKS_KOLOM):
        tempat = f"baris {baris} kolom {kolom}"
        raise _outside(tempat)
    return baris, kolom


def _outside(tempat: str) -> BukuTakTerbaca:
    return BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"letak sel {tempat[:20]!r} tidak ada di Excel")
