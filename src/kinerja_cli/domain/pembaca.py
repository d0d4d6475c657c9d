"""Reads the cells of a plan one by one and collects what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TypeVar

from kinerja_cli.domain.bacaan import Ukuran, read_kolom
from kinerja_cli.domain.buku import Buku
from kinerja_cli.domain.formulir import LEMBAR_RENCANA, LEMBAR_WAJIB
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.rencana import Nilai
from kinerja_cli.domain.tabel import Baris, read_tabel
from kinerja_cli.domain.temuan import Tempat, Temuan

E = TypeVar("E", bound=Enum)


@lru_cache
def _by_word(kelas: type[E]) -> Mapping[str, E]:
    """Return the members of a closed set by the word that stands on the plan."""
    return {str(x.value): x for x in kelas}


class Pembaca:
    """A workbook, its name for findings, and the findings so far."""

    def __init__(self, buku: Buku, berkas: str) -> None:
        """Start with no findings."""
        self.buku = buku
        self.berkas = berkas
        self.temuan: list[Temuan] = []

    def add(self, jenis: JenisTemuan, tempat: Tempat, **fakta: str) -> None:
        """Collect one finding."""
        self.temuan.append(Temuan(jenis, tempat, fakta))

    def rows(self, nama: str) -> Sequence[Baris]:
        """Return the rows of a sheet; a missing sheet or column is a finding and gives none."""
        wajib = nama in LEMBAR_WAJIB
        lembar = self.buku.sheet(nama)
        if lembar is None:
            if wajib:
                self.add(JenisTemuan.RENCANA_LEMBAR_HILANG, Tempat(self.berkas), lembar=nama)
            return ()
        kolom = LEMBAR_RENCANA[nama]
        needed = [x.judul for x in kolom if x.wajib]
        tabel = read_tabel(lembar, self.berkas, needed, [x.judul for x in kolom if not x.wajib])
        hilang = tabel.missing(needed)
        if hilang and (wajib or tabel.baris):
            tempat = Tempat(self.berkas, nama, tabel.kepala.baris if tabel.kepala else 1, 1)
            for judul in hilang:
                self.add(JenisTemuan.RENCANA_KOLOM_HILANG, tempat, kolom=judul)
        if wajib and not hilang and not tabel.baris:
            self.add(JenisTemuan.RENCANA_KOSONG, Tempat(self.berkas, nama), lembar=nama)
        return () if hilang else tabel.baris

    def required(self, baris: Baris, judul: str) -> str:
        """Return the text of a cell that may not be blank."""
        teks = baris.teks(judul)
        if not teks:
            tempat = baris.at(judul).tempat
            self.add(JenisTemuan.RENCANA_ISIAN_WAJIB_KOSONG, tempat, kolom=judul)
        return teks

    def choice(self, baris: Baris, judul: str, kelas: type[E]) -> E | None:
        """Return the member whose word stands in a cell; blank or unknown words give None."""
        teks = baris.teks(judul)
        found = _by_word(kelas).get(teks.casefold())
        if found is None and teks:
            self.add(
                JenisTemuan.RENCANA_PILIHAN_TIDAK_DIKENAL,
                baris.at(judul).tempat,
                kolom=judul,
                nilai=teks,
                pilihan=", ".join(_by_word(kelas)),
            )
        return found

    def value(self, baris: Baris, judul: str, ukuran: Ukuran) -> Nilai | None:
        """Return the value of a cell, None when blank or not readable."""
        bacaan = read_kolom(baris, judul, ukuran)
        self.temuan.extend(bacaan.temuan)
        return bacaan.nilai

    def number(self, baris: Baris, judul: str, satuan: str = "") -> Decimal | None:
        """Return the number of a cell, None when blank or not readable."""
        nilai = self.value(baris, judul, Ukuran(satuan))
        return nilai if isinstance(nilai, Decimal) else None
