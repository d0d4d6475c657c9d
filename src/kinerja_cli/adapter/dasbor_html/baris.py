"""What the page prints, part by part: plain texts and places, nothing left to compute."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_cli.adapter.dasbor_html.gambar import Batang

KOSONG = "–"
"""Printed where there is no figure to show."""


@dataclass(frozen=True, slots=True)
class Cap:
    """The name of a class and the style of its colour; `nama` "" where there is no class."""

    nama: str = ""
    gaya: str = ""


@dataclass(frozen=True, slots=True)
class Kartu:
    """One headline: what it is, the figure, its satuan, and what stands below."""

    judul: str
    nilai: str
    satuan: str = ""
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class BagianSasaran:
    """One sasaran: its two means, the bar of the plain one, and what its indicators did."""

    kode: str
    uraian: str
    apa_adanya: str
    dibatasi: str
    rincian: str
    cap: Cap
    batang: Batang | None
    kalimat: str


@dataclass(frozen=True, slots=True)
class BarisSerapan:
    """Capaian beside serapan of one sasaran; `kalimat` on efficiency, "" before the year's end."""

    kode: str
    uraian: str
    capaian: str
    serapan: str
    batang_capaian: Batang | None
    batang_serapan: Batang | None
    kalimat: str


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """One programme's money, or the total of all."""

    uraian: str
    pagu: str
    realisasi: str
    serapan: str
    sisa: str


@dataclass(frozen=True, slots=True)
class SelPanas:
    """One cell of the heat map: figure, class, and words where there is no figure."""

    label: str
    nilai: str
    cap: Cap
    keterangan: str
    gaya: str


@dataclass(frozen=True, slots=True)
class BarisPanas:
    """One unit or sasaran over the tribulan, its figure so far last."""

    kode: str
    nama: str
    sel: tuple[SelPanas, ...]


@dataclass(frozen=True, slots=True)
class BarisPeringkat:
    """One indicator in a ranking, with its figure and what it is compared to."""

    kode: str
    uraian: str
    nilai: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class DaftarPeringkat:
    """One ranking; `kosong` says why nothing stands in it."""

    judul: str
    baris: tuple[BarisPeringkat, ...]
    kosong: str


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure as it is printed, and as it is sorted by ("": sorted as text, or last)."""

    teks: str
    urut: str = ""


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indicator in the table; `alasan` where it has no capaian."""

    kode: str
    letak: str
    uraian: str
    unit: str
    satuan: str
    target: Angka
    realisasi: Angka
    capaian: Angka
    cap: Cap
    alasan: str


@dataclass(frozen=True, slots=True)
class BarisTemuan:
    """One finding that still stands."""

    tingkat: str
    kode: str
    tempat: str
    pesan: str
    saran: str


@dataclass(frozen=True, slots=True)
class BarisSkala:
    """One class of the office's scale."""

    cap: Cap
    batas: str
