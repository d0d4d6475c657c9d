"""Reads a Word document into paragraphs and tables, tracked changes taken as accepted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from kinerja_cli.adapter.buku_xlsx.paket import Paket, Relasi
from kinerja_cli.adapter.buku_xlsx.xml import Atribut, local_name, parse_xml
from kinerja_cli.adapter.gaya_docx import Gaya, read_outline, read_styles, read_value
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca, sniff, sniff_zip
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.koreksi.naskah import (
    BarisTabel,
    Blok,
    Naskah,
    Paragraf,
    SelTabel,
    Tabel,
    arrange,
)

MAKS_KOLOM = 63
"""Word's own limit for the columns of a table."""
MAKS_SEL = 200_000
"""More cells than any report has; a merged cell counts at each of its places."""

_URAIAN = {
    SebabTakTerbaca.TERENKRIPSI: "dikunci dengan kata sandi",
    SebabTakTerbaca.WORD: "rusak atau tidak utuh",
    SebabTakTerbaca.RUSAK: "rusak atau tidak utuh",
    SebabTakTerbaca.TERLALU_BESAR: "terlalu besar untuk sebuah laporan",
    SebabTakTerbaca.BERBAHAYA: "berisi deklarasi yang tidak wajar dan bisa berbahaya",
}
_TEKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DIHAPUS = frozenset({"del", "moveFrom"})
_DILEWATI = frozenset({"Fallback", "instrText", "delText", "delInstrText"})
_SEBAGAI_SIFAT = frozenset({"rPr", "trPr"})
_SIFAT_PARAGRAF = frozenset({"pStyle", "outlineLvl"})
_DIBUKA = frozenset(
    {"p", "t", "tbl", "tr", "tc", "gridSpan", "gridBefore", "vMerge", "tblHeader"}
    | {*_SIFAT_PARAGRAF, *_TEKS, *_DIHAPUS, *_DILEWATI}
)
_DITUTUP = frozenset({"p", "t", "tc", "tr", "tbl", *_DIHAPUS, *_DILEWATI})
"""The elements that say something where they begin or end; most of a report's do not."""
_BERNOMOR_HALAMAN = re.compile(r".*\t\s*(?:\d{1,4}|[ivxlc]{1,7})\s*", re.DOTALL)


class NaskahTakTerbacaError(KinerjaError):
    """A file that is no Word document, or one that cannot be read."""

    def __init__(self, berkas: str, sebab: str) -> None:
        """Say which file, why, and what to do."""
        super().__init__(
            f"'{berkas}' tidak dapat dibaca sebagai dokumen Word: {sebab}. "
            "Buka di Word, simpan sebagai .docx, lalu ulangi."
        )


def read_docx(isi: bytes, berkas: str) -> Naskah:
    """Return the report in the bytes of a .docx; raises NaskahTakTerbacaError."""
    try:
        return _read(isi, berkas)
    except BukuTakTerbaca as error:
        raise NaskahTakTerbacaError(berkas, explain(error)) from error


def explain(error: BukuTakTerbaca) -> str:
    """Return why a file cannot be read, in the words of a document."""
    return _URAIAN.get(error.sebab, f"berkas ini {error.sebab.uraian}")


def document_part(paket: Paket) -> str:
    """Return the name of the main part; raises BukuTakTerbaca where the zip is no document."""
    for relasi in paket.relations().values():
        if relasi.jenis == "officeDocument" and relasi.tujuan.lower() in paket.names:
            if relasi.tujuan.startswith("word/"):
                return relasi.tujuan
            raise BukuTakTerbaca(SebabTakTerbaca.BUKAN_BUKU, relasi.tujuan)
    raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, "isi dokumennya tidak ada")


def _read(isi: bytes, berkas: str) -> Naskah:
    sebab = sniff(isi)
    if sebab is SebabTakTerbaca.WORD:
        raise NaskahTakTerbacaError(berkas, "berkas ini format Word lama (.doc atau .rtf)")
    if sebab is not None:
        raise BukuTakTerbaca(sebab)
    with Paket(isi) as paket:
        if not any(nama.startswith("word/") for nama in paket.names):
            raise NaskahTakTerbacaError(berkas, _foreign(isi, paket))
        utama = document_part(paket)
        relasi = paket.relations(utama)
        gaya = read_styles(paket, relasi)
        badan = _Badan("document", gaya)
        parse_xml(paket.read(utama), badan)
        return arrange(berkas, badan.blok, _read_margins(paket, relasi, gaya))


def _foreign(isi: bytes, paket: Paket) -> str:
    if any(nama.startswith("xl/") for nama in paket.names):
        return "berkas ini buku kerja Excel"
    return f"berkas ini {sniff_zip(isi, paket.names).uraian}"


def _read_margins(
    paket: Paket, relasi: Mapping[str, Relasi], gaya: Mapping[str, Gaya]
) -> list[Paragraf]:
    """Return the texts of the heads and feet of pages, each once, without places."""
    found: dict[str, Paragraf] = {}
    for one in relasi.values():
        akar = {"header": "hdr", "footer": "ftr"}.get(one.jenis)
        if akar and one.tujuan.lower() in paket.names:
            badan = _Badan(akar, gaya)
            parse_xml(paket.read(one.tujuan), badan)
            for blok in badan.blok:
                if isinstance(blok, Paragraf) and blok.teks.strip():
                    found.setdefault(blok.teks, Paragraf(0, blok.teks))
    return list(found.values())


@dataclass(slots=True)
class _Paragraf:
    """A paragraph while it is read."""

    nomor: int
    teks: list[str] = field(default_factory=list)
    tingkat: int | None = None
    gaya: str = ""


@dataclass(slots=True)
class _Sel:
    """A cell while it is read: its lines, its first paragraph, and how far it is merged."""

    teks: list[str] = field(default_factory=list)
    nomor: int = 0
    lebar: int = 1
    lanjutan: bool = False


@dataclass(slots=True)
class _Baris:
    """A row while it is read."""

    sel: list[SelTabel] = field(default_factory=list)
    kepala: bool = False
    dihapus: bool = False


@dataclass(slots=True)
class _Tabel:
    """A table while it is read."""

    baris: list[BarisTabel] = field(default_factory=list)
    kepala: int = 0
    kini: _Baris = field(default_factory=_Baris)
    sel: _Sel = field(default_factory=_Sel)


class _Badan:
    """Follows the parser through a body, a head or a foot; `blok` holds what was read."""

    akar: ClassVar[str]

    def __init__(self, akar: str, gaya: Mapping[str, Gaya]) -> None:
        self.akar = akar  # type: ignore[misc] # one reader for three kinds of parts
        self.potongan: list[str] = []
        self.blok: list[Blok] = []
        self._gaya = gaya
        self._jalur: list[str] = [akar]  # the parser keeps the root to itself
        self._lewat = 0
        self._hitung = 0
        self._jumlah_sel = 0
        self._paragraf: list[_Paragraf] = []
        self._tabel: list[_Tabel] = []

    def start(self, nama: str, atribut: Atribut) -> None:
        lokal = local_name(nama)
        induk = self._jalur[-1]
        self._jalur.append(lokal)
        if lokal in _DIBUKA:
            self._start_known(lokal, induk, atribut)

    def _start_known(self, lokal: str, induk: str, atribut: Atribut) -> None:
        """Take the most frequent first: a report has thousands of each."""
        if lokal == "t":
            self.potongan.clear()
        elif lokal == "p":
            self._hitung += 1
            self._paragraf.append(_Paragraf(self._hitung))
        elif lokal in _SIFAT_PARAGRAF:
            self._start_in_paragraph(lokal, induk, atribut)
        elif lokal in _TEKS:
            if self._paragraf and not self._lewat and induk == "r":
                self._paragraf[-1].teks.append(_TEKS[lokal])
        elif self._is_skipped(lokal, induk):
            self._lewat += 1
        else:
            self._start_in_table(lokal, induk, atribut)

    def _is_skipped(self, lokal: str, induk: str) -> bool:
        return lokal in _DILEWATI or (lokal in _DIHAPUS and induk not in _SEBAGAI_SIFAT)

    def _start_in_paragraph(self, lokal: str, induk: str, atribut: Atribut) -> None:
        if not self._paragraf or induk != "pPr":
            return
        if lokal == "pStyle":
            self._paragraf[-1].gaya = read_value(atribut, "val")
        else:
            self._paragraf[-1].tingkat = read_outline(atribut)

    def _start_in_table(self, lokal: str, induk: str, atribut: Atribut) -> None:
        if lokal == "tbl":
            self._tabel.append(_Tabel())
        if not self._tabel:
            return
        tabel = self._tabel[-1]
        match lokal:
            case "tr":
                tabel.kini = _Baris()
            case "tc":
                tabel.sel = _Sel()
            case "gridSpan":
                tabel.sel.lebar = _count(atribut)
            case "gridBefore" if induk == "trPr":
                tabel.kini.sel.extend([SelTabel("", 0)] * _count(atribut))
            case "vMerge":
                tabel.sel.lanjutan = read_value(atribut, "val") != "restart"
            case "tblHeader":
                tabel.kini.kepala = read_value(atribut, "val") not in ("0", "false", "off")
            case "del" if induk == "trPr":
                tabel.kini.dihapus = True

    def end(self, _: str) -> None:
        lokal = self._jalur.pop()
        if lokal in _DITUTUP:
            self._end_known(lokal, self._jalur[-1] if self._jalur else "")

    def _end_known(self, lokal: str, induk: str) -> None:
        match lokal:
            case "t" if self._paragraf and not self._lewat:
                self._paragraf[-1].teks.append("".join(self.potongan))
            case "p":
                self._end_paragraph(self._paragraf.pop())
            case "tc" if self._tabel:
                self._end_cell(self._tabel[-1])
            case "tr" if self._tabel:
                self._end_row(self._tabel[-1])
            case "tbl":
                self._end_table(self._tabel.pop())
            case _ if self._is_skipped(lokal, induk):
                self._lewat -= 1

    def _end_paragraph(self, paragraf: _Paragraf) -> None:
        teks = "".join(paragraf.teks).strip()
        if self._tabel:
            sel = self._tabel[-1].sel
            sel.nomor = sel.nomor or paragraf.nomor
            sel.teks.append(teks)
            return
        gaya = self._gaya.get(paragraf.gaya, Gaya())
        tingkat = gaya.tingkat if paragraf.tingkat is None else paragraf.tingkat
        daftar = gaya.daftar or bool(_BERNOMOR_HALAMAN.fullmatch(teks))
        self.blok.append(Paragraf(paragraf.nomor, teks, 0 if daftar else tingkat, daftar))

    def _end_cell(self, tabel: _Tabel) -> None:
        teks, nomor = "\n".join(filter(None, tabel.sel.teks)), tabel.sel.nomor
        at = len(tabel.kini.sel)
        if tabel.sel.lanjutan and tabel.baris and at < len(tabel.baris[-1]):
            above = tabel.baris[-1][at]
            teks, nomor = above.teks, above.nomor
        self._jumlah_sel += tabel.sel.lebar
        if self._jumlah_sel > MAKS_SEL:
            raise BukuTakTerbaca(SebabTakTerbaca.TERLALU_BESAR)
        tabel.kini.sel.extend([SelTabel(teks, nomor)] * tabel.sel.lebar)
        tabel.sel = _Sel()

    def _end_row(self, tabel: _Tabel) -> None:
        if tabel.kini.sel and not tabel.kini.dihapus:
            if tabel.kini.kepala and tabel.kepala == len(tabel.baris):
                tabel.kepala += 1
            tabel.baris.append(tuple(tabel.kini.sel))
        tabel.kini = _Baris()

    def _end_table(self, tabel: _Tabel) -> None:
        if tabel.baris:
            self.blok.append(Tabel(tuple(tabel.baris), tabel.kepala or 1))


def _count(atribut: Atribut) -> int:
    teks = read_value(atribut, "val")
    return min(int(teks), MAKS_KOLOM) if teks.isdecimal() and len(teks) < MAKS_KOLOM else 1
