"""Marks that a rendered template leaves for what only the whole document knows.

The office writes `{{ tabel }}` or `{{ nomor_tabel }}` in Word; the number, the list, the picture
takes its place after rendering. Marks use private-use characters that no text contains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

_AWAL, _AKHIR = "\ue000", "\ue001"


class Penanda(Enum):
    """What a mark asks for."""

    JUDUL = "judul"
    """The number of a caption: Tabel 3.1."""
    ACUAN = "acuan"
    """The number of the next caption of that kind."""
    DAFTAR = "daftar"
    """A list with page numbers, on the paragraph's place."""
    GRAFIK = "grafik"
    """A picture."""
    NARASI = "narasi"
    """A text of the office's own, with its headings, lists and tables."""
    LAMBANG = "lambang"
    """The emblem on the cover."""


POLA_PENANDA = re.compile(f"{_AWAL}([a-z]+):(\\w+){_AKHIR}")


def mark(penanda: Penanda, nama: str) -> str:
    """Return the text that stands for it in the rendered document."""
    return f"{_AWAL}{penanda.value}:{nama}{_AKHIR}"


@cache
def pattern(penanda: Penanda) -> re.Pattern[str]:
    """Return the pattern of one kind of mark; its group is the name."""
    return re.compile(f"{_AWAL}{penanda.value}:(\\w+){_AKHIR}")


@dataclass(frozen=True, slots=True)
class PenandaGrafik:
    """The marks of the pictures; "" where there is nothing to draw."""

    sasaran: str = ""
    """Rata-rata capaian menurut sasaran; kosong bila hanya satu sasaran."""
    tribulan: str = ""
    """Rata-rata capaian indikator sasaran per tribulan."""
    tahun: str = ""
    """Rata-rata capaian indikator sasaran antartahun."""
    serapan: str = ""
    """Capaian kinerja dan serapan anggaran menurut sasaran."""

    @property
    def ada(self) -> bool:
        """Benar bila laporan memuat gambar."""
        return bool(self.sasaran or self.tribulan or self.tahun or self.serapan)


@dataclass(frozen=True, slots=True)
class PenandaNarasi:
    """The places of the office's own texts: a mark where it is written, else a visible blank."""

    gambaran_umum: str
    """Isi narasi/gambaran-umum.md."""
    tugas_fungsi: str
    """Isi narasi/tugas-fungsi.md."""
    struktur: str
    """Isi narasi/struktur.md."""
    sdm: str
    """Isi narasi/sdm.md."""
    isu_strategis: str
    """Isi narasi/isu-strategis.md."""
    dasar_hukum: str
    """Isi narasi/dasar-hukum.md."""
    renstra: str
    """Isi narasi/renstra.md."""
    penutup: str
    """Isi narasi/penutup.md."""


@dataclass(frozen=True, slots=True)
class PenandaLakip:
    """The template's variables that are marks; beside those of TampilanLakip."""

    grafik: PenandaGrafik
    """Gambar; letakkan pada paragraf tersendiri."""
    narasi: PenandaNarasi
    """Teks kantor dari folder narasi/; letakkan pada paragraf tersendiri."""
    lambang: str
    """Lambang daerah dari kinerja.toml; tanpa lambang, bagian kosong yang tampak."""
    tabel: str = mark(Penanda.ACUAN, "Tabel")
    """Nomor tabel berikutnya, untuk kalimat yang merujuknya."""
    gambar: str = mark(Penanda.ACUAN, "Gambar")
    """Nomor gambar berikutnya, untuk kalimat yang merujuknya."""
    nomor_tabel: str = mark(Penanda.JUDUL, "Tabel")
    """Nomor pada judul tabel; letakkan di awal judul."""
    nomor_gambar: str = mark(Penanda.JUDUL, "Gambar")
    """Nomor pada judul gambar; letakkan di awal judul."""
    daftar_isi: str = mark(Penanda.DAFTAR, "isi")
    """Daftar isi; letakkan pada paragraf tersendiri."""
    daftar_tabel: str = mark(Penanda.DAFTAR, "Tabel")
    """Daftar tabel; letakkan pada paragraf tersendiri."""
    daftar_gambar: str = mark(Penanda.DAFTAR, "Gambar")
    """Daftar gambar; letakkan pada paragraf tersendiri."""
