"""A sheet read as a table: rows under a header found by its words, each cell with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.buku import SEL_KOSONG, JenisSel, Lembar, Sel, date_of_serial
from kinerja_cli.domain.formulir import Kepala, find_kepala
from kinerja_cli.domain.temuan import Tempat
from kinerja_cli.domain.tulisan import readable


@dataclass(frozen=True, slots=True)
class Isi:
    """A cell, where it stands and under which header: a finding points at it without computing."""

    sel: Sel
    tempat: Tempat
    judul: str

    @property
    def teks(self) -> str:
        """Return the cell as one line of text with white space folded; "" when blank."""
        return line_of(self.sel)

    @property
    def paragraf(self) -> str:
        """Return the cell as text with its own line breaks, as a person reads it; "" when blank."""
        return text_of(self.sel)

    @property
    def terlihat(self) -> str:
        """Return what a person sees in the cell, numbers the Indonesian way."""
        if self.sel.jenis is JenisSel.ANGKA and isinstance(self.sel.nilai, Decimal):
            return format_angka(self.sel.nilai)
        return self.teks


def line_of(sel: Sel) -> str:
    """Return a cell as one line of text with white space folded; "" when blank."""
    return "" if sel.nilai is None else " ".join(text_of(sel).split())


def text_of(sel: Sel) -> str:
    """Return a cell as text with its own line breaks, fit for any document; "" when blank."""
    nilai = sel.nilai
    if nilai is None:
        return ""
    if isinstance(nilai, str):
        return readable(nilai.strip())
    if isinstance(nilai, Decimal):
        return _date_text(nilai) if sel.jenis is JenisSel.TANGGAL else f"{nilai:f}"
    return "benar" if nilai else "salah"


def _date_text(serial: Decimal) -> str:
    """Return the day of a serial, or the time of day where it has no day: 0,4375 is 10.30."""
    if 0 < serial < 1:
        hours, minutes = divmod(round(serial * 24 * 60), 60)
        return f"{hours:02}.{minutes:02}"
    try:
        return f"{date_of_serial(serial):%d-%m-%Y}"
    except OverflowError:
        return f"{serial:f}"


@dataclass(frozen=True, slots=True)
class Baris:
    """One row under a header; `isi` are its cells by column."""

    berkas: str
    lembar: Lembar
    kepala: Kepala
    nomor: int
    isi: Mapping[int, Sel]

    def sel(self, judul: str) -> Sel:
        """Return what stands under a header; an empty cell where the column is missing."""
        return self.isi.get(self.kepala.kolom.get(judul, 0), SEL_KOSONG)

    def at(self, judul: str) -> Isi:
        """Return the cell under a header; where the column is missing, an empty one at the row."""
        kolom = self.kepala.kolom.get(judul, 1)
        tempat = Tempat(self.berkas, self.lembar.nama, self.nomor, kolom)
        return Isi(self.sel(judul), tempat, judul)

    def teks(self, judul: str) -> str:
        """Return the folded text under a header."""
        return line_of(self.sel(judul))

    def paragraf(self, judul: str) -> str:
        """Return the text under a header with its own line breaks."""
        return text_of(self.sel(judul))


@dataclass(frozen=True, slots=True)
class Tabel:
    """A header row and the rows under it that hold anything; `kepala` None: header not found."""

    kepala: Kepala | None
    baris: tuple[Baris, ...] = ()

    def missing(self, judul: Sequence[str]) -> list[str]:
        """Return those headers that the sheet does not have."""
        if self.kepala is None:
            return list(judul)
        return [x for x in judul if self.kepala.column(x) is None]


def read_tabel(
    lembar: Lembar, berkas: str, wajib: Sequence[str], pilihan: Sequence[str] = ()
) -> Tabel:
    """Read the rows under the header with these words; blank rows are left out, numbers kept."""
    kepala = find_kepala(lembar, wajib, pilihan)
    if kepala is None:
        return Tabel(None)
    columns = set(kepala.kolom.values())
    rows = (
        Baris(berkas, lembar, kepala, nomor, isi)
        for nomor, isi in lembar.baris.items()
        if nomor > kepala.baris and any(x in columns and not isi[x].kosong for x in isi)
    )
    return Tabel(kepala, tuple(rows))
