"""The papers of the SOP's steps: which there are, who signs, how they are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kinerja_cli.domain.rencana import Unit
from kinerja_cli.domain.status import Keadaan, StatusUnit
from kinerja_cli.domain.tanggal_tulis import BULAN_ROMAWI

NOMOR_BAWAAN = "800/{nomor}/{tahun}"
_ISIAN = re.compile(r"\{([^{}]*)\}")
_KATA_NOMOR = frozenset({"nomor", "bulan", "tahun"})


class JenisSurat(Enum):
    """A paper: its word in commands, the step it serves, its subject, and what it needs."""

    NOTA_DINAS = ("nota-dinas", 1, "Penyusunan LAKIP Tahun {tahun}")
    PENYAMPAIAN_FORMAT = (
        "penyampaian-format",
        2,
        "Penyampaian Format Pengumpulan Data Kinerja Tribulan {tribulan} Tahun {tahun}",
    )
    TEGURAN = (
        "teguran",
        3,
        "Teguran {kali} Penyampaian Data Kinerja Tribulan {tribulan} Tahun {tahun}",
    )
    UNDANGAN = ("undangan", 7, "Undangan Rapat Finalisasi LAKIP Tahun {tahun}")
    DAFTAR_HADIR = ("daftar-hadir", 7, "Daftar Hadir Rapat Finalisasi LAKIP Tahun {tahun}")
    NOTULEN = ("notulen", 7, "Notulen Rapat Finalisasi LAKIP Tahun {tahun}")
    PERSETUJUAN = ("persetujuan", 8, "Lembar Persetujuan LAKIP Tahun {tahun}")
    PENGESAHAN = ("pengesahan", 9, "Halaman Pengesahan LAKIP Tahun {tahun}")
    PENGANTAR = ("pengantar", 10, "Pengiriman LAKIP Tahun {tahun}")
    PENGGANDAAN = ("penggandaan", 11, "Daftar Penggandaan dan Distribusi LAKIP Tahun {tahun}")
    TANDA_TERIMA = ("tanda-terima", 12, "Tanda Terima LAKIP Tahun {tahun}")

    def __init__(self, kata: str, langkah: int, hal: str) -> None:
        """Keep the parts under their names."""
        self.kata = kata
        self.langkah = langkah
        self.hal = hal

    @property
    def bernomor(self) -> bool:
        """Tell whether it carries a number of the register of letters."""
        return self in _BERNOMOR

    @property
    def per_unit(self) -> bool:
        """Tell whether every unit gets its own, for one tribulan."""
        return self in _PER_UNIT


_PER_UNIT = frozenset({JenisSurat.PENYAMPAIAN_FORMAT, JenisSurat.TEGURAN})
_BERNOMOR = _PER_UNIT | {JenisSurat.NOTA_DINAS, JenisSurat.UNDANGAN, JenisSurat.PENGANTAR}


@dataclass(frozen=True, slots=True)
class AturanSurat:
    """What the office set about letters: shape of numbers, addressee and copies of the LAKIP."""

    nomor: str = NOMOR_BAWAAN
    nomor_jenis: Mapping[str, str] = field(default_factory=dict)
    tujuan: str = ""
    distribusi: tuple[str, ...] = ()

    def pola(self, jenis: JenisSurat) -> str:
        """Return the shape of the numbers of one kind of paper."""
        return self.nomor_jenis.get(jenis.kata, self.nomor)


@dataclass(frozen=True, slots=True)
class KeperluanSurat:
    """What a letter is for: made again for the same, it keeps its number."""

    tahun: int
    jenis: str
    tribulan: int = 0
    unit: str = ""
    kali: int = 1
    """Which time a letter goes out: 2 for the second reminder."""

    @property
    def pokok(self) -> tuple[int, str, int, str]:
        """Return what all letters to the same about the same share, whichever time it is."""
        return self.tahun, self.jenis, self.tribulan, self.unit


@dataclass(frozen=True, slots=True)
class SuratTerdaftar:
    """One line of the register of letters; `urut` is None where a person wrote the number."""

    keperluan: KeperluanSurat
    nomor: str
    urut: int | None
    tanggal: date


def pola_is_sound(pola: str) -> bool:
    """Tell whether a shape has {nomor} and no field that nobody knows."""
    fields = set(_ISIAN.findall(pola))
    plain = _ISIAN.sub("", pola)
    return "nomor" in fields and fields <= _KATA_NOMOR and not set(plain) & set("{}")


def render_nomor(pola: str, urut: int, tanggal: date) -> str:
    """Return a letter's number: {nomor} plain, {bulan} in Roman numerals, {tahun} of its date."""
    facts = {
        "nomor": str(urut),
        "bulan": BULAN_ROMAWI[tanggal.month - 1],
        "tahun": str(tanggal.year),
    }
    return _ISIAN.sub(lambda match: facts[match[1]], pola)


def select_series(
    keperluan: KeperluanSurat, terdaftar: Iterable[SuratTerdaftar]
) -> tuple[SuratTerdaftar, ...]:
    """Return the letters in force about one matter, the first time first.

    A register is in the order of registering: where a number was replaced, the later line counts.
    """
    same = (x for x in terdaftar if x.keperluan.pokok == keperluan.pokok)
    return tuple({x.keperluan.kali: x for x in same}.values())


def format_kali(kali: int) -> str:
    """Return which time a letter goes out as an office writes it: Teguran II."""
    return BULAN_ROMAWI[kali - 1] if kali <= len(BULAN_ROMAWI) else str(kali)


def select_late(
    status: Sequence[StatusUnit], batas: date | None, tanggal: date
) -> tuple[StatusUnit, ...]:
    """Return the units without an accepted form on a date after the deadline; none before it."""
    if batas is not None and tanggal <= batas:
        return ()
    return tuple(x for x in status if x.keadaan is not Keadaan.DITERIMA)


def jabatan_kepala(unit: Unit) -> str:
    """Return how the head of a unit is addressed: Kepala Seksi Pelayanan."""
    known = ("kepala ", "kasi ", "kasubag ", "kasubbag ", "sekretaris ", "camat ", "lurah ")
    return unit.nama if unit.nama.casefold().startswith(known) else f"Kepala {unit.nama}"
