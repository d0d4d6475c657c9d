"""The rows that the LAKIP's tables print: plain texts, nothing left to compute."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_cli.adapter.lakip.baris_dokumen import BarisDataDukung

KOSONG = "–"
"""Printed where a table has no figure to show."""


@dataclass(frozen=True, slots=True)
class SelTribulan:
    """One tribulan of an indicator."""

    target: str
    """Target tribulan itu."""
    realisasi: str
    """Realisasi tribulan itu."""
    capaian: str
    """Capaian tribulan itu dalam persen, atau alasan mengapa tidak ada."""


@dataclass(frozen=True, slots=True)
class BarisTahun:
    """One year of an indicator; `gerak` says where realisasi and capaian went since the last."""

    tahun: str
    """Tahun."""
    target: str
    """Target tahun itu."""
    realisasi: str
    """Realisasi tahun itu."""
    capaian: str
    """Capaian tahun itu dalam persen, atau alasannya."""
    gerak: str
    """Naik, turun, atau tetap terhadap tahun sebelumnya."""


@dataclass(frozen=True, slots=True)
class Kutipan:
    """What one unit wrote about an indicator in one tribulan, word for word."""

    asal: str
    """Unit kerja dan tribulannya."""
    butir: tuple[ButirKutipan, ...]
    """Yang ditulis unit itu, satu per satu."""


@dataclass(frozen=True, slots=True)
class ButirKutipan:
    """One labelled text of a quotation."""

    judul: str
    """Faktor penyebab, kendala, solusi, atau rencana tindak lanjut."""
    teks: str
    """Tulisan unit, apa adanya."""


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """Everything that any table or list prints about one indicator."""

    nomor: str
    """Nomor urut: 1.2."""
    kode: str
    """Kode pada rencana."""
    uraian: str
    """Nama indikator."""
    satuan: str
    """Satuan."""
    unit: str
    """Unit kerja pemasok data."""
    target_tahun: str
    """Target tahun."""
    target_tribulan: tuple[str, ...]
    """Target rencana setiap tribulan; target_tribulan[0] untuk Tribulan I."""
    target: str
    """Target masa laporan."""
    realisasi: str
    """Realisasi masa laporan."""
    capaian: str
    """Capaian masa laporan dalam persen, atau alasannya."""
    predikat: str
    """Predikat capaian."""
    tribulan: tuple[SelTribulan, ...]
    """Angka setiap tribulan; tribulan[0] untuk Tribulan I."""
    tribulan_ini: SelTribulan
    """Angka tribulan terakhir dalam laporan."""
    riwayat: tuple[BarisTahun, ...]
    """Tahun-tahun sebelumnya dan tahun ini."""
    target_renstra: str
    """Target akhir Renstra."""
    tingkat_renstra: str
    """Tingkat pencapaian target akhir Renstra dalam persen."""
    pembanding: str
    """Nama pembanding."""
    nilai_pembanding: str
    """Nilai pembanding."""
    letak_pembanding: str
    """Letak realisasi: di atas, di bawah, atau sama dengan."""
    kalimat_capaian: str
    """Kalimat tentang realisasi terhadap target."""
    kalimat_riwayat: str
    """Kalimat tentang tahun sebelumnya."""
    kalimat_renstra: str
    """Kalimat tentang target akhir Renstra."""
    kalimat_pembanding: str
    """Kalimat tentang pembanding."""
    kutipan: tuple[Kutipan, ...]
    """Penjelasan yang ditulis unit kerja."""
    isian: tuple[str, ...]
    """Yang belum dijelaskan unit mana pun."""
    data_dukung: tuple[BarisDataDukung, ...]
    """Data dukung yang disebut setiap unit; paling sedikit satu baris setiap unit."""


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """A budget line or a total of lines; `tebal` marks the totals."""

    kode: str
    """Kode pada rencana."""
    uraian: str
    """Nama program, kegiatan, atau sub kegiatan."""
    unit: str
    """Unit kerja pemilik anggaran."""
    pagu: str
    """Pagu."""
    realisasi: str
    """Realisasi."""
    serapan: str
    """Serapan dalam persen."""
    sisa: str
    """Sisa pagu."""
    tebal: bool
    """Benar bila baris ini jumlah dari rincian di bawahnya."""


@dataclass(frozen=True, slots=True)
class BarisProgram:
    """A programme, kegiatan or sub kegiatan with what it reached and what it spent."""

    kode: str
    """Kode pada rencana."""
    uraian: str
    """Nama program, kegiatan, atau sub kegiatan."""
    capaian: str
    """Rata-rata capaian indikatornya dalam persen."""
    pagu: str
    """Pagu."""
    realisasi: str
    """Realisasi anggaran."""
    serapan: str
    """Serapan dalam persen."""
    tebal: bool
    """Benar bila baris ini sebuah program."""


@dataclass(frozen=True, slots=True)
class BagianSasaran:
    """One sasaran: its rows, its sentences, and what stands below it."""

    nomor: str
    """Nomor urut."""
    uraian: str
    """Nama sasaran."""
    tujuan: str
    """Nama tujuan di atasnya."""
    pembuka: str
    """Kalimat pembuka."""
    indikator: tuple[BarisIndikator, ...]
    """Semua indikator sasaran ini."""
    iku: tuple[BarisIndikator, ...]
    """Indikator kinerja utama sasaran ini."""
    dinilai: str
    """Banyak indikator yang mempunyai capaian: 3 dari 4."""
    rata_rata: str
    """Rata-rata capaian dalam persen."""
    rata_rata_dibatasi: str
    """Rata-rata dengan capaian setiap indikator dibatasi."""
    predikat: str
    """Predikat."""
    ada_riwayat: bool
    """Benar bila data tahun sebelumnya ada."""
    pembanding: tuple[BarisIndikator, ...]
    """Indikator yang mempunyai pembanding."""
    serapan: str
    """Serapan anggaran dalam persen."""
    efisiensi: str
    """Selisih capaian dan serapan, atau sisa anggaran."""
    sebutan_efisiensi: str
    """Penilaian efisiensi."""
    kalimat_efisiensi: str
    """Kalimat tentang efisiensi."""
    kalimat_program: str
    """Kalimat tentang program dan kegiatan penunjang."""
    program: tuple[BarisProgram, ...]
    """Program dan kegiatan penunjang."""


@dataclass(frozen=True, slots=True)
class BagianTujuan:
    """A tujuan and the sasaran under it."""

    nomor: str
    """Nomor urut."""
    uraian: str
    """Nama tujuan."""
    sasaran: tuple[BagianSasaran, ...]
    """Sasaran di bawahnya."""


@dataclass(frozen=True, slots=True)
class BagianPelaksanaan:
    """A programme, kegiatan or sub kegiatan with its own indicators, for the rencana aksi."""

    kode: str
    """Kode pada rencana."""
    uraian: str
    """Nama program, kegiatan, atau sub kegiatan."""
    indikator: tuple[BarisIndikator, ...]
    """Indikatornya."""


@dataclass(frozen=True, slots=True)
class BarisTindakLanjut:
    """A follow-up that a unit planned for an indicator that missed its target."""

    nomor: str
    """Nomor urut."""
    indikator: str
    """Nama indikator."""
    rencana: str
    """Rencana tindak lanjut yang ditulis unit."""
    penanggung_jawab: str
    """Penanggung jawab."""
    batas_waktu: str
    """Batas waktu."""


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """A unit, and for each tribulan whether its workbook was received."""

    nomor: str
    """Nomor urut."""
    kode: str
    """Kode unit."""
    nama: str
    """Nama unit kerja."""
    diterima: tuple[str, ...]
    """Penerimaan formulir setiap tribulan; diterima[0] untuk Tribulan I."""


@dataclass(frozen=True, slots=True)
class BarisSkala:
    """A class of the scale with its bounds."""

    nama: str
    """Nama predikat."""
    batas: str
    """Batas bawah."""


@dataclass(frozen=True, slots=True)
class BarisKosong:
    """A blank that is left in the draft, for its last page."""

    nomor: str
    """Nomor urut."""
    bab: str
    """Bab dan bagiannya."""
    isi: str
    """Yang harus ditulis."""
