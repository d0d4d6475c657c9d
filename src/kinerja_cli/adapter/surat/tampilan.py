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
    """Kode unit pada rencana."""
    nama: str = ""
    """Nama unit kerja."""
    kepala: str = ""
    """Sebutan kepalanya: Kepala Seksi Pelayanan."""
    pejabat: str = ""
    """Nama pejabatnya."""
    berkas: str = ""
    """Nama berkas formulirnya; kosong bila belum dibuat."""
    indikator: str = ""
    """Banyak indikatornya."""
    ada_anggaran: bool = False
    """Benar bila unit mengisi lembar Anggaran."""
    ditolak: bool = False
    """Benar bila formulirnya pernah masuk tetapi ditolak."""
    ditolak_pada: str = ""
    """Tanggal penolakannya."""
    galat: str = ""
    """Banyak kesalahan pada formulir yang ditolak."""


@dataclass(frozen=True, slots=True)
class RapatTampil:
    """The meeting; "" for what was not said."""

    hari_tanggal: str = ""
    """Kamis, 20 Januari 2022."""
    pukul: str = ""
    """Jam rapat."""
    tempat: str = ""
    """Tempat rapat."""


@dataclass(frozen=True, slots=True)
class PesertaTampil:
    """One who is invited."""

    nomor: str
    """Nomor urut."""
    nama: str
    """Nama pejabat."""
    jabatan: str
    """Jabatannya."""


@dataclass(frozen=True, slots=True)
class BahasanTampil:
    """A matter for the meeting: a remark on the draft with its place and remedy."""

    nomor: str
    """Nomor urut."""
    letak: str
    """Tempatnya di dalam draf."""
    uraian: str
    """Catatan koreksi."""
    saran: str
    """Yang disarankan."""


@dataclass(frozen=True, slots=True)
class IndikatorTampil:
    """An indicator that did not reach its target."""

    nomor: str
    """Nomor urut."""
    uraian: str
    """Nama indikator."""
    target: str
    """Target masa yang telah dihimpun."""
    realisasi: str
    """Realisasi masa yang telah dihimpun."""
    capaian: str
    """Capaian dalam persen."""


@dataclass(frozen=True, slots=True)
class PenerimaTampil:
    """One who gets a copy of the report."""

    nomor: str
    """Nomor urut."""
    nama: str
    """Penerima LAKIP."""
    jumlah: str
    """Banyak eksemplarnya."""


@dataclass(frozen=True, slots=True)
class BerkasTampil:
    """The report that is approved: its file and sha256."""

    nama: str = ""
    """Nama berkas di ruang kerja."""
    sha256: str = ""
    """Sidik sha256 isinya."""


@dataclass(frozen=True, slots=True)
class PenandaSurat:
    """What is put into every paper after it was filled."""

    lambang: str = ""
    """Lambang daerah dari kinerja.toml, di kop; kosong bila kantor belum menyebutnya."""


@dataclass(frozen=True, slots=True)
class TampilanSurat:
    """The variables that a template of a paper may use."""

    kantor: Kantor
    """Kantor menurut bagian [kantor] pada kinerja.toml."""
    pimpinan: Pejabat
    """Pejabat menurut [pejabat.pimpinan] pada kinerja.toml."""
    sekretaris: Pejabat
    """Pejabat menurut [pejabat.sekretaris] pada kinerja.toml."""
    penyusun: Pejabat
    """Pejabat menurut [pejabat.penyusun] pada kinerja.toml."""
    tahun: str
    """Tahun rencana."""
    tribulan: str
    """Angka Romawi; kosong bila surat tidak untuk satu tribulan."""
    nomor: str
    """Nomor surat; kosong bila naskah tidak bernomor."""
    tanggal: str
    """Tanggal surat: 20 Januari 2022."""
    kali: str
    """Surat keberapa tentang hal yang sama, dengan angka Romawi: II."""
    hal: str
    """Hal surat."""
    susulan: str
    """Kalimat yang menyebut surat sebelumnya; kosong pada surat pertama."""
    batas: str
    """Batas waktu langkah atau formulir yang dibicarakan surat ini."""
    lewat_hari: str
    """Berapa hari batas itu sudah lewat; kosong bila belum."""
    tujuan: str
    """Tujuan pengiriman LAKIP menurut [surat] tujuan pada kinerja.toml."""
    unit: UnitTampil = field(default_factory=UnitTampil)
    """Unit yang disurati; kosong bila surat tidak per unit."""
    rapat: RapatTampil = field(default_factory=RapatTampil)
    """Rapat finalisasi."""
    peserta: tuple[PesertaTampil, ...] = ()
    """Yang hadir pada rapat: pimpinan, sekretaris, dan kepala setiap unit."""
    bahasan: tuple[BahasanTampil, ...] = ()
    """Catatan koreksi atas draf LAKIP; kosong bila belum ada draf."""
    belum_tercapai: tuple[IndikatorTampil, ...] = ()
    """Indikator sasaran dengan capaian di bawah 100 persen."""
    penerima: tuple[PenerimaTampil, ...] = ()
    """Penerima LAKIP menurut [surat] distribusi pada kinerja.toml."""
    jumlah_penerima: str = ""
    """Banyak penerima."""
    draf: BerkasTampil = field(default_factory=BerkasTampil)
    """Draf LAKIP terakhir pada register tahap."""
    nomor_pengantar: str = ""
    """Nomor surat pengantar."""
    tanggal_pengantar: str = ""
    """Tanggal surat pengantar."""
    tanda_contoh: str = ""
    """DATA CONTOH bila data karangan, selain itu kosong."""
