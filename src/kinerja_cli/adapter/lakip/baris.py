"""The rows that the LAKIP's tables print: plain texts, nothing left to compute."""

from __future__ import annotations

from dataclasses import dataclass

KOSONG = "–"
"""Printed where a table has no figure to show."""


@dataclass(frozen=True, slots=True)
class SelTribulan:
    """One tribulan of an indicator."""

    target: str
    realisasi: str
    capaian: str


@dataclass(frozen=True, slots=True)
class BarisTahun:
    """One year of an indicator; `gerak` says where realisasi and capaian went since the last."""

    tahun: str
    target: str
    realisasi: str
    capaian: str
    gerak: str


@dataclass(frozen=True, slots=True)
class Kutipan:
    """What one unit wrote about an indicator in one tribulan, word for word."""

    asal: str
    butir: tuple[ButirKutipan, ...]


@dataclass(frozen=True, slots=True)
class ButirKutipan:
    """One labelled text of a quotation."""

    judul: str
    teks: str


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """Everything that any table or list prints about one indicator."""

    nomor: str
    kode: str
    uraian: str
    satuan: str
    unit: str
    target_tahun: str
    target_tribulan: tuple[str, ...]
    target: str
    realisasi: str
    capaian: str
    predikat: str
    tribulan: tuple[SelTribulan, ...]
    riwayat: tuple[BarisTahun, ...]
    target_renstra: str
    tingkat_renstra: str
    pembanding: str
    nilai_pembanding: str
    letak_pembanding: str
    kalimat_capaian: str
    kalimat_riwayat: str
    kalimat_renstra: str
    kalimat_pembanding: str
    kutipan: tuple[Kutipan, ...]
    isian: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """A budget line or a total of lines; `tebal` marks the totals."""

    kode: str
    uraian: str
    unit: str
    pagu: str
    realisasi: str
    serapan: str
    sisa: str
    tebal: bool


@dataclass(frozen=True, slots=True)
class BarisProgram:
    """A programme, kegiatan or sub kegiatan with what it reached and what it spent."""

    kode: str
    uraian: str
    capaian: str
    pagu: str
    realisasi: str
    serapan: str
    tebal: bool


@dataclass(frozen=True, slots=True)
class BagianSasaran:
    """One sasaran: its rows, its sentences, and what stands below it."""

    nomor: str
    uraian: str
    tujuan: str
    pembuka: str
    indikator: tuple[BarisIndikator, ...]
    iku: tuple[BarisIndikator, ...]
    dinilai: str
    rata_rata: str
    rata_rata_dibatasi: str
    predikat: str
    ada_riwayat: bool
    pembanding: tuple[BarisIndikator, ...]
    serapan: str
    efisiensi: str
    sebutan_efisiensi: str
    kalimat_efisiensi: str
    kalimat_program: str
    program: tuple[BarisProgram, ...]


@dataclass(frozen=True, slots=True)
class BagianTujuan:
    """A tujuan and the sasaran under it."""

    nomor: str
    uraian: str
    sasaran: tuple[BagianSasaran, ...]


@dataclass(frozen=True, slots=True)
class BagianPelaksanaan:
    """A programme, kegiatan or sub kegiatan with its own indicators, for the rencana aksi."""

    kode: str
    uraian: str
    indikator: tuple[BarisIndikator, ...]


@dataclass(frozen=True, slots=True)
class BarisTindakLanjut:
    """A follow-up that a unit planned for an indicator that missed its target."""

    nomor: str
    indikator: str
    rencana: str
    penanggung_jawab: str
    batas_waktu: str


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """A unit, and for each tribulan whether its workbook was received."""

    nomor: str
    kode: str
    nama: str
    diterima: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisSkala:
    """A class of the scale with its bounds."""

    nama: str
    batas: str


@dataclass(frozen=True, slots=True)
class BarisKosong:
    """A blank that is left in the draft, for its last page."""

    nomor: str
    bab: str
    isi: str
