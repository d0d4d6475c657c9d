"""What a paper prints: the variables of the templates, plain texts, nothing left to compute.

A text that nobody knows yet is ""; the template then shows a blank to fill.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kinerja_cli.domain.kantor import Kantor, Pejabat


@dataclass(frozen=True, slots=True)
class UnitTampil:
    """The unit that a letter goes to."""

    kode: str = ""
    nama: str = ""
    kepala: str = ""
    pejabat: str = ""
    berkas: str = ""
    """Nama berkas formulirnya."""
    indikator: str = ""
    """Banyaknya indikator."""
    ada_anggaran: bool = False
    ditolak: bool = False
    """Benar bila formulirnya pernah masuk tetapi ditolak."""
    ditolak_pada: str = ""
    galat: str = ""
    """Banyaknya kesalahan pada formulir yang ditolak."""


@dataclass(frozen=True, slots=True)
class RapatTampil:
    """The meeting; "" for what was not said."""

    hari_tanggal: str = ""
    pukul: str = ""
    tempat: str = ""


@dataclass(frozen=True, slots=True)
class PesertaTampil:
    """One who is invited."""

    nomor: str
    nama: str
    jabatan: str


@dataclass(frozen=True, slots=True)
class BahasanTampil:
    """A matter for the meeting: a remark on the draft with its place and remedy."""

    nomor: str
    letak: str
    uraian: str
    saran: str


@dataclass(frozen=True, slots=True)
class IndikatorTampil:
    """An indicator that did not reach its target."""

    nomor: str
    uraian: str
    target: str
    realisasi: str
    capaian: str


@dataclass(frozen=True, slots=True)
class PenerimaTampil:
    """One who gets a copy of the report."""

    nomor: str
    nama: str
    jumlah: str


@dataclass(frozen=True, slots=True)
class BerkasTampil:
    """The report that is approved: its file and sha256."""

    nama: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class TampilanSurat:
    """The variables that a template of a paper may use."""

    kantor: Kantor
    pimpinan: Pejabat
    sekretaris: Pejabat
    penyusun: Pejabat
    tahun: str
    tribulan: str
    """Angka Romawi; kosong bila surat tidak untuk satu tribulan."""
    nomor: str
    tanggal: str
    hal: str
    batas: str
    """Batas waktu langkah atau formulir yang dibicarakan surat ini."""
    lewat_hari: str
    """Berapa hari batas itu sudah lewat; kosong bila belum."""
    tujuan: str
    unit: UnitTampil = field(default_factory=UnitTampil)
    rapat: RapatTampil = field(default_factory=RapatTampil)
    peserta: tuple[PesertaTampil, ...] = ()
    bahasan: tuple[BahasanTampil, ...] = ()
    belum_tercapai: tuple[IndikatorTampil, ...] = ()
    penerima: tuple[PenerimaTampil, ...] = ()
    jumlah_penerima: str = ""
    draf: BerkasTampil = field(default_factory=BerkasTampil)
    nomor_pengantar: str = ""
    tanggal_pengantar: str = ""
    tanda_contoh: str = ""
