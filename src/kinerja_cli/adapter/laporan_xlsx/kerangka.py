"""A sheet being written: its columns by name, its styles, cells with their carried values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kinerja_cli.adapter.laporan_xlsx.rumus import KOSONG
from kinerja_cli.adapter.lembar_xlsx import SEBARIS, Cetakan, LembarBiasa
from kinerja_cli.adapter.tulis_xlsx import (
    FORMAT_PERSEN,
    FORMAT_RUPIAH,
    TINGGI_BARIS_TEKS,
    WARNA_BAGIAN,
    WARNA_CONTOH,
    WARNA_GARIS,
    WARNA_REDUP,
    GayaBuku,
    count_lines,
    number_format,
)
from kinerja_cli.domain.angka import round_half_up
from kinerja_cli.domain.buku import column_letters
from kinerja_cli.domain.capaian import Capaian
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.narasi.kata import tampak
from kinerja_cli.domain.rencana import Nilai, format_nilai

HURUF_PER_LEBAR = 1.1
"""Letters of running text are narrower than the digits that column widths count."""

TINGGI_TERBESAR = 409
"""Excel takes no taller row, in points."""

PANJANG_SEL = 32767
"""A cell holds no more characters; a longer text would be left out without a word."""

WARNA_ULANGAN = "A6A6A6"
"""Of what the row above says already."""

Isi: TypeAlias = Decimal | int | str | None
"""What a formula carries: a figure, a text, or None for "no figure"."""

_KOTAK: Mapping[str, Any] = {"border": 1, "border_color": WARNA_GARIS, "valign": "top"}
_TENGAH: Mapping[str, Any] = {**_KOTAK, "align": "center"}
_KANAN: Mapping[str, Any] = {**_KOTAK, "align": "right"}
_BANTU: Mapping[str, Any] = {**_KOTAK, "font_color": WARNA_REDUP, "font_size": 9}

_TEKS: Mapping[str, Any] = {**_KOTAK, "text_wrap": True}
_ULANGAN: Mapping[str, Any] = {**_TEKS, "font_color": WARNA_ULANGAN}

RAGAM: Mapping[str, Mapping[str, Any]] = {
    "teks": _TEKS,
    "ulangan": _ULANGAN,
    "gabungan": {**_ULANGAN, "bg_color": WARNA_BAGIAN},
    "berkas": {**_TEKS, "font_color": WARNA_REDUP},
    "belum masuk": {**_TEKS, "font_color": WARNA_CONTOH, "italic": True},
    "tengah": {**_TENGAH, "text_wrap": True},
    "angka": {**_TENGAH},
    "persen": {**_TENGAH, "num_format": FORMAT_PERSEN},
    "rupiah": {**_KANAN, "num_format": FORMAT_RUPIAH},
    "alasan": {
        **_TENGAH,
        "text_wrap": True,
        "italic": True,
        "font_size": 8,
        "font_color": WARNA_REDUP,
    },
    "bantu": {**_BANTU, "num_format": "0.0000000000"},
}
"""The looks of a table's cells; "alasan" is for a text that stands where a figure is not."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its key, header, width in characters, the header above several columns.

    A `bantu` column stands outside the printed area: what means are made from.
    """

    kunci: str
    judul: str
    lebar: int
    kelompok: str = ""
    bantu: bool = False


@dataclass(frozen=True, slots=True)
class Buku:
    """The workbook being written, its styles, and the office that it is for."""

    buku: Workbook
    gaya: GayaBuku
    pengaturan: Pengaturan


KunciCetakan: TypeAlias = tuple[str, str, str, bool]
"""Of a mould: the column's key, the look, the number format ("": the look's), whether bold."""


class CetakanHalaman(dict[KunciCetakan, Cetakan]):
    """The moulds of a page's cells, each made when it is first asked for."""

    def __init__(self, halaman: Halaman) -> None:
        """Take the page."""
        super().__init__()
        self._halaman = halaman

    def __missing__(self, key: KunciCetakan) -> Cetakan:
        """Make one."""
        made = self[key] = self._halaman.make_cetakan(key)
        return made


@dataclass(frozen=True)
class Halaman:
    """One sheet with a table; rows count from 0 as XlsxWriter does, columns go by their keys."""

    lembar: LembarBiasa
    buku: Buku
    kolom: Sequence[Kolom]
    _letak: Mapping[str, int] = field(init=False)
    _huruf: Mapping[str, str] = field(init=False)
    _sebaris: Mapping[str, str] = field(init=False)
    _muat: Mapping[str, int] = field(init=False)
    _awalan: str = field(init=False)
    _gaya: dict[tuple[str, str, bool], Format] = field(init=False, default_factory=dict)
    _cetakan: CetakanHalaman = field(init=False)
    _jajar: dict[int, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index the columns by key: their numbers, their letters, how much fits into a line."""
        keys = [x.kunci for x in self.kolom]
        letters = {kunci: column_letters(ke) for ke, kunci in enumerate(keys, 1)}
        found = {
            "_letak": {kunci: ke for ke, kunci in enumerate(keys)},
            "_huruf": letters,
            "_sebaris": {kunci: x + SEBARIS for kunci, x in letters.items()},
            "_muat": {x.kunci: round(x.lebar * HURUF_PER_LEBAR) for x in self.kolom},
            "_awalan": f"'{self.lembar.get_name()}'!",
            "_cetakan": CetakanHalaman(self),
        }
        for nama, isi in found.items():
            object.__setattr__(self, nama, isi)

    @property
    def kolom_terakhir(self) -> int:
        """Return the last printed column."""
        return max(ke for ke, kolom in enumerate(self.kolom) if not kolom.bantu)

    def at(self, kunci: str) -> int:
        """Return the column of a key, from 0."""
        return self._letak[kunci]

    def sel(self, baris: int | None, kunci: str) -> str:
        """Return a cell's address on this sheet; None: in the row that the formula stands in."""
        return self._sebaris[kunci] if baris is None else f"{self._huruf[kunci]}{baris + 1}"

    def rentang(
        self, dari: int | None, sampai: int | None, kunci: str, hingga: str | None = None
    ) -> str:
        """Return the address of a range of rows, in one column or up to a second one."""
        return f"{self.sel(dari, kunci)}:{self.sel(sampai, hingga or kunci)}"

    def luar(self, alamat: str) -> str:
        """Return an address of this sheet as other sheets write it."""
        return self._awalan + alamat

    def gaya(self, ragam: str, num_format: str = "", *, tebal: bool = False) -> Format:
        """Return the style of a look, with another number format or as a row of totals."""
        key = (ragam, num_format, tebal)
        made = self._gaya.get(key)
        if made is None:
            more: dict[str, Any] = {"num_format": num_format} if num_format else {}
            if tebal:
                more |= {"bold": True, "bg_color": WARNA_BAGIAN}
            made = self._gaya[key] = self.buku.gaya.of(**{**RAGAM[ragam], **more})
        return made

    def make_cetakan(self, key: KunciCetakan) -> Cetakan:
        """Return the mould of a column's cells with a look."""
        kunci, ragam, num_format, tebal = key
        style = self.gaya(ragam, num_format, tebal=tebal)
        return self.lembar.make_cetakan(self._letak[kunci], style)

    def teks(
        self, baris: int, kunci: str, teks: str, ragam: str = "teks", *, tebal: bool = False
    ) -> None:
        """Write a text as it stands."""
        cetakan = self._cetakan[kunci, ragam, "", tebal]
        self.lembar.put_teks(baris, cetakan, teks[:PANJANG_SEL])
        if len(teks) > self._muat[kunci] or "\n" in teks:  # most texts take one line
            self.tampung(baris, kunci, teks)

    def tampung(self, baris: int, kunci: str, teks: str, lebar: int | None = None) -> None:
        """Make room in a row for a text in this column, or in a merged cell of this width."""
        width = round(lebar * HURUF_PER_LEBAR) if lebar else self._muat[kunci]
        lines = count_lines(teks, width)
        if lines > self._jajar.get(baris, 1):
            self._jajar[baris] = lines

    def set_heights(self) -> None:
        """Set the heights of the rows whose texts take more than one line."""
        for baris, lines in self._jajar.items():
            self.lembar.set_row(baris, min(TINGGI_TERBESAR, TINGGI_BARIS_TEKS * lines + 2))

    def silence(self, sampai: int) -> None:
        """Keep Excel's green corners off: rows differ by polaritas, codes look like numbers."""
        area = f"A1:{column_letters(len(self.kolom))}{sampai + 1}"
        kinds = ("formula_differs", "formula_range", "number_stored_as_text")
        self.lembar.ignore_errors(dict.fromkeys(kinds, area))

    def bilangan(self, baris: int, kunci: str, nilai: int, *, tebal: bool = False) -> None:
        """Write a count."""
        self.lembar.put_angka(baris, self._cetakan[kunci, "tengah", "", tebal], nilai)

    def nilai(self, baris: int, kunci: str, nilai: Nilai | None, *, tebal: bool = False) -> None:
        """Write a target or realisasi as it was given."""
        cetakan = self._cetakan[kunci, "angka", number_format(nilai), tebal]
        self._put_nilai(baris, cetakan, nilai)

    def uang(self, baris: int, kunci: str, nilai: Decimal | None, *, tebal: bool = False) -> None:
        """Write an amount in rupiah as it was given."""
        self._put_nilai(baris, self._cetakan[kunci, "rupiah", "", tebal], nilai)

    def _put_nilai(self, baris: int, cetakan: Cetakan, nilai: Nilai | None) -> None:
        if isinstance(nilai, Decimal):
            self.lembar.put_angka(baris, cetakan, float(nilai))
        else:
            self.lembar.put_teks(baris, cetakan, format_nilai(nilai))

    def rumus(  # noqa: PLR0913 - a cell is its place, its formula, its value and its look
        self,
        baris: int,
        kunci: str,
        rumus: str,
        isi: Isi,
        ragam: str = "persen",
        *,
        num_format: str = "",
        tebal: bool = False,
        asal: int | None = None,
    ) -> None:
        """Write a formula that carries the domain's figure; a text in its place looks like one.

        SEBARIS in it stands for row `asal`; None: for the row that it is written in.
        """
        if isinstance(isi, Decimal):
            cetakan = self._cetakan[kunci, ragam, num_format, tebal]
            self.lembar.put_rumus(baris, cetakan, rumus, float(isi), asal)
            return
        text = isi is None or (isinstance(isi, str) and ragam != "tengah")
        look = ("alasan", "") if text else (ragam, num_format)
        cetakan = self._cetakan[kunci, *look, tebal]
        self.lembar.put_rumus(baris, cetakan, rumus, KOSONG if isi is None else isi, asal)
        if isinstance(isi, str) and not self.kolom[self._letak[kunci]].bantu:
            self.tampung(baris, kunci, isi)

    def rumus_nilai(  # noqa: PLR0913 - the same
        self,
        baris: int,
        kunci: str,
        rumus: str | None,
        nilai: Nilai | None,
        *,
        tebal: bool = False,
        asal: int | None = None,
    ) -> None:
        """Write the formula of a target or realisasi, or its plain value where it has none."""
        if rumus is None:
            self.nilai(baris, kunci, nilai, tebal=tebal)
        elif isinstance(nilai, Decimal):
            shown = _shown_format(nilai)
            self.rumus(
                baris, kunci, rumus, nilai, "angka", num_format=shown, tebal=tebal, asal=asal
            )
        else:
            cetakan = self._cetakan[kunci, "alasan" if nilai is None else "angka", "", tebal]
            self.lembar.put_rumus(baris, cetakan, rumus, format_nilai(nilai) or KOSONG, asal)

    def capaian(self, baris: int, kunci: str, rumus: str, capaian: Capaian) -> None:
        """Write a capaian as printed, with two decimals, or its reason."""
        self.rumus(baris, kunci, rumus, printed_or_reason(capaian))


@lru_cache(maxsize=1 << 16)  # sheets show the same figures one after the other
def _shown_format(nilai: Decimal) -> str:
    """Return the number format of a figure that was worked out."""
    return number_format(tampak(nilai))


def printed_or_reason(capaian: Capaian) -> Decimal | str:
    """Return a capaian as printed, or the reason in words."""
    if capaian.persen is not None:
        return round_half_up(capaian.persen)
    return capaian.alasan.value if capaian.alasan else KOSONG


def full_or_reason(capaian: Capaian, desimal: int) -> Decimal | str:
    """Return a capaian with the decimals of the helper columns, or the reason in words."""
    if capaian.persen is not None:
        return round_half_up(capaian.persen, desimal)
    return printed_or_reason(capaian)


def rounded_or_none(nilai: Decimal | None, desimal: int = 2) -> Decimal | None:
    """Round what is there."""
    return None if nilai is None else round_half_up(nilai, desimal)
