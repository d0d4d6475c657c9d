"""What a unit wrote into its workbook, each value with its place, before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja_cli.domain.antarproses import travels_light
from kinerja_cli.domain.buku import Buku, Lembar
from kinerja_cli.domain.formulir import (
    AWALAN_TANDA_TANGAN,
    KodeTandaTangan,
    KolomAnggaran,
    KolomData,
    KolomPenjelasan,
    KunciIdentitas,
    LembarUnit,
    fold,
)
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.rencana import TRIBULAN
from kinerja_cli.domain.tabel import Baris, Isi, Tabel, read_tabel
from kinerja_cli.domain.temuan import Tempat, Temuan

DIGIT_TAHUN = 4
_JUDUL_DATA = tuple(x.judul for x in KolomData)
_JUDUL_PENJELASAN = tuple(x.judul for x in KolomPenjelasan)
_JUDUL_ANGGARAN = tuple(x.judul for x in KolomAnggaran)
_KODE_TANDA_TANGAN = frozenset(x.kode for x in KodeTandaTangan)


@travels_light
@dataclass(frozen=True, slots=True)
class Identitas:
    """What the hidden sheet says the workbook is; `versi` is of the format."""

    versi: int
    kantor: str
    unit: str
    tahun: int
    tribulan: int
    sidik_rencana: str


@dataclass(frozen=True, slots=True)
class Isian:
    """The rows of the three sheets by their code, and the signature block by its code."""

    berkas: str
    identitas: Identitas
    data: tuple[Baris, ...]
    penjelasan: tuple[Baris, ...] = ()
    anggaran: tuple[Baris, ...] = ()
    tanda_tangan: Mapping[str, Isi] = field(default_factory=dict)


def read_identitas(buku: Buku) -> Identitas | None:
    """Return what the workbook says it is, or None where it is no form of ours."""
    lembar = _identity_sheet(buku)
    if lembar is None:
        return None
    values = {fold(str(lembar.at(baris, 1).nilai)): _plain(lembar, baris) for baris in lembar.baris}
    texts = {kunci: values.get(fold(kunci.value), "") for kunci in KunciIdentitas}
    numbers = [
        texts[x] for x in (KunciIdentitas.FORMAT, KunciIdentitas.TAHUN, KunciIdentitas.TRIBULAN)
    ]
    if not all(map(_is_short_number, numbers)) or not texts[KunciIdentitas.UNIT]:
        return None
    versi, tahun, tribulan = map(int, numbers)
    if tribulan not in TRIBULAN:
        return None
    return Identitas(
        versi=versi,
        kantor=texts[KunciIdentitas.KANTOR],
        unit=texts[KunciIdentitas.UNIT],
        tahun=tahun,
        tribulan=tribulan,
        sidik_rencana=texts[KunciIdentitas.SIDIK_RENCANA],
    )


def _is_short_number(teks: str) -> bool:
    """Tell whether a text is a year at its longest: int() raises on thousands of digits."""
    return teks.isascii() and teks.isdigit() and len(teks) <= DIGIT_TAHUN


def _identity_sheet(buku: Buku) -> Lembar | None:
    """Find the sheet by its first key: a client or a person may have renamed it."""
    key = fold(KunciIdentitas.FORMAT.value)
    return next(
        (x for x in buku.lembar if fold(str(x.at(1, 1).nilai)) == key),
        None,
    )


def _plain(lembar: Lembar, baris: int) -> str:
    nilai = lembar.at(baris, 2).nilai
    return f"{nilai:f}" if isinstance(nilai, Decimal) else str(nilai or "").strip()


def read_isian(buku: Buku, berkas: str, identitas: Identitas) -> tuple[Isian, list[Temuan]]:
    """Return the rows of a unit's workbook, and findings where a sheet or column is missing."""
    temuan: list[Temuan] = []
    data = _read_sheet(buku, berkas, LembarUnit.DATA, _JUDUL_DATA, temuan)
    rows = [(x.teks(KolomData.KODE.judul), x) for x in data]
    isian = Isian(
        berkas,
        identitas,
        data=tuple(x for kode, x in rows if not kode.startswith(AWALAN_TANDA_TANGAN)),
        penjelasan=_read_sheet(buku, berkas, LembarUnit.PENJELASAN, _JUDUL_PENJELASAN, temuan),
        anggaran=_read_sheet(buku, berkas, LembarUnit.ANGGARAN, _JUDUL_ANGGARAN, temuan),
        # What is written into the signature block stands in the column Realisasi.
        tanda_tangan={
            kode: x.at(KolomData.REALISASI.judul) for kode, x in rows if kode in _KODE_TANDA_TANGAN
        },
    )
    return isian, temuan


def _read_sheet(
    buku: Buku, berkas: str, nama: LembarUnit, judul: Sequence[str], temuan: list[Temuan]
) -> tuple[Baris, ...]:
    """Read a sheet by its name, or by its header where it was renamed.

    A unit without budget lines has no sheet Anggaran: the check of the lines notices a loss.
    """
    lembar, tabel = _find_sheet(buku, berkas, nama.value, judul)
    if lembar is None:
        if nama is not LembarUnit.ANGGARAN:
            facts = {"lembar": nama.value}
            temuan.append(Temuan(JenisTemuan.LEMBAR_HILANG, Tempat(berkas), facts))
        return ()
    hilang = tabel.missing(judul)
    tempat = Tempat(berkas, lembar.nama, tabel.kepala.baris if tabel.kepala else 1, 1)
    temuan.extend(Temuan(JenisTemuan.KOLOM_HILANG, tempat, {"kolom": x}) for x in hilang)
    return () if hilang else tabel.baris


def _find_sheet(
    buku: Buku, berkas: str, nama: str, judul: Sequence[str]
) -> tuple[Lembar | None, Tabel]:
    named = buku.sheet(nama)
    if named is not None:
        return named, read_tabel(named, berkas, judul)
    for lembar in buku.lembar:
        tabel = read_tabel(lembar, berkas, judul)
        if tabel.kepala and not tabel.missing(judul):
            return lembar, tabel
    return None, Tabel(None)
