"""All that the LAKIP's template may name: the analysis as ready-to-print values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kinerja_cli.adapter.lakip.baris import (
    BagianPelaksanaan,
    BagianSasaran,
    BagianTujuan,
    BarisAnggaran,
    BarisKosong,
    BarisSkala,
    BarisTindakLanjut,
    BarisUnit,
)
from kinerja_cli.adapter.lakip.baris_dokumen import BarisDokumen
from kinerja_cli.adapter.lakip.tampilan_dokumen import build_dokumen
from kinerja_cli.adapter.lakip.tampilan_sasaran import (
    build_anggaran,
    build_pelaksanaan,
    build_sasaran,
    build_tindak_lanjut,
    build_tujuan,
)
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.dokumen import BELUM_DICATAT, StatusDokumen, as_printed_in_lakip
from kinerja_cli.domain.kantor import AturanHitung, Kantor, Pejabat
from kinerja_cli.domain.narasi.anggaran import (
    kalimat_efisiensi,
    kalimat_serapan,
    kalimat_serapan_program,
)
from kinerja_cli.domain.narasi.aturan import kalimat_aturan, sumber_skala
from kinerja_cli.domain.narasi.dokumen import kalimat_data_dukung, kalimat_dokumen
from kinerja_cli.domain.narasi.kantor import (
    ikhtisar,
    kalimat_laporan_unit,
    sebut_indikator_utama,
    simpulan,
)
from kinerja_cli.domain.narasi.laporan import JenisLaporan, nama_laporan, sebut_laporan
from kinerja_cli.domain.narasi.masa import sebut_masa, sebut_masa_singkat, sebut_tribulan
from kinerja_cli.domain.rencana import TRIBULAN, Jenjang
from kinerja_cli.domain.tanggal import format_tanggal

TANDA_CONTOH = "DATA CONTOH"
PELAKSANAAN = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)


@dataclass(frozen=True, slots=True)
class TampilanLakip:
    """The template's variables, one per field; docs/templat.md lists them for the office."""

    kantor: Kantor
    """Kantor menurut bagian [kantor] pada kinerja.toml."""
    pimpinan: Pejabat
    """Pejabat yang menandatangani, menurut [pejabat.pimpinan] pada kinerja.toml."""
    nama_laporan: str
    """Nama lengkap laporan dengan kantor dan masanya."""
    sebutan_laporan: str
    """Nama singkat laporan dengan kantor dan tahunnya."""
    laporan_tribulan: bool
    """Benar untuk laporan kinerja tribulan, salah untuk LAKIP."""
    tribulan_ini: str
    """Tribulan terakhir dalam laporan: Tribulan II."""
    tahun: str
    """Tahun laporan."""
    tanggal: str
    """Tanggal penandatanganan: 31 Januari 2022."""
    masa: str
    """Masa laporan: Tahun 2021, atau sampai dengan tribulannya."""
    masa_singkat: str
    """Masa untuk kepala kolom: 2021, atau s.d. TW II."""
    akhir_tahun: bool
    """Benar bila laporan mencakup keempat tribulan."""
    tanda_contoh: str
    """DATA CONTOH bila data karangan, selain itu kosong."""
    ikhtisar: tuple[str, ...]
    """Paragraf ikhtisar eksekutif."""
    unit: tuple[BarisUnit, ...]
    """Unit kerja pemasok data."""
    jumlah_unit: str
    """Banyak unit kerja."""
    kalimat_unit: str
    """Kalimat tentang formulir yang diterima."""
    sebutan_iku: str
    """Indikator Kinerja Utama; Indikator Kinerja Sasaran bila rencana tidak menandainya."""
    tujuan: tuple[BagianTujuan, ...]
    """Tujuan beserta sasarannya."""
    sasaran: tuple[BagianSasaran, ...]
    """Semua sasaran."""
    pelaksanaan: tuple[BagianPelaksanaan, ...]
    """Program dan kegiatan yang mempunyai indikator."""
    skala: tuple[BarisSkala, ...]
    """Kelas predikat."""
    sumber_skala: str
    """Kalimat sumber skala."""
    aturan: tuple[str, ...]
    """Kalimat aturan hitung yang dipakai."""
    ada_anggaran: bool
    """Benar bila rencana memuat pagu."""
    anggaran_program: tuple[BarisAnggaran, ...]
    """Anggaran menurut program."""
    anggaran: tuple[BarisAnggaran, ...]
    """Anggaran menurut program dan rincian terbawah."""
    anggaran_rinci: tuple[BarisAnggaran, ...]
    """Anggaran menurut program, kegiatan, dan sub kegiatan."""
    jumlah_anggaran: BarisAnggaran
    """Jumlah seluruh anggaran."""
    kalimat_anggaran: tuple[str, ...]
    """Kalimat realisasi anggaran."""
    simpulan: tuple[str, ...]
    """Paragraf simpulan."""
    tindak_lanjut: tuple[BarisTindakLanjut, ...]
    """Rencana tindak lanjut indikator yang belum memenuhi target."""
    dokumen: tuple[BarisDokumen, ...]
    """Dokumen yang disebut SOP pada bagian Keterkaitan."""
    kalimat_dokumen: str
    """Kalimat tentang dokumen yang sudah dan belum ada."""
    kalimat_data_dukung: str
    """Kalimat tentang data dukung yang disebutkan unit kerja."""
    kosong: tuple[BarisKosong, ...]
    """Bagian yang masih harus diisi, untuk halaman terakhir."""


def build_tampilan(
    analisis: Analisis,
    tanggal: date,
    jenis: JenisLaporan = JenisLaporan.LAKIP,
    dokumen: Sequence[StatusDokumen] = BELUM_DICATAT,
) -> TampilanLakip:
    """Return everything the template may print; `tanggal` is the date of the signature."""
    kantor, tahun = analisis.pengaturan.kantor, analisis.rencana.tahun
    listed = as_printed_in_lakip(dokumen) if jenis is JenisLaporan.LAKIP else dokumen
    sasaran = tuple(build_sasaran(x, analisis, i) for i, x in enumerate(analisis.sasaran))
    return TampilanLakip(
        kantor=kantor,
        pimpinan=_sign(kantor.pimpinan),
        nama_laporan=nama_laporan(analisis, jenis),
        sebutan_laporan=sebut_laporan(analisis, jenis),
        laporan_tribulan=jenis is JenisLaporan.TRIBULAN,
        tribulan_ini=sebut_tribulan(analisis.tribulan),
        tahun=str(tahun),
        tanggal=format_tanggal(tanggal),
        masa=sebut_masa(analisis),
        masa_singkat=sebut_masa_singkat(analisis),
        akhir_tahun=analisis.akhir_tahun,
        tanda_contoh=TANDA_CONTOH if kantor.contoh else "",
        ikhtisar=ikhtisar(analisis),
        unit=_units(analisis),
        jumlah_unit=str(len(analisis.unit)),
        kalimat_unit=kalimat_laporan_unit(analisis),
        sebutan_iku=sebut_indikator_utama(analisis),
        tujuan=build_tujuan(sasaran, analisis),
        sasaran=sasaran,
        pelaksanaan=build_pelaksanaan(analisis),
        skala=_scale(analisis.pengaturan.aturan),
        sumber_skala=sumber_skala(analisis),
        aturan=kalimat_aturan(analisis),
        ada_anggaran=analisis.total_anggaran is not None,
        anggaran_program=_money(analisis, (Jenjang.PROGRAM,)),
        anggaran=_money(analisis, (Jenjang.PROGRAM,), leaves=True),
        anggaran_rinci=_money(analisis, PELAKSANAAN, leaves=True),
        jumlah_anggaran=_total(analisis),
        kalimat_anggaran=_money_sentences(analisis),
        simpulan=simpulan(analisis),
        tindak_lanjut=build_tindak_lanjut(analisis),
        dokumen=build_dokumen(listed, tahun),
        kalimat_dokumen=kalimat_dokumen(listed, tahun),
        kalimat_data_dukung=kalimat_data_dukung(analisis),
        kosong=(),
    )


def _sign(pejabat: Pejabat) -> Pejabat:
    """Leave a visible blank where the office has not named its head."""
    return replace(
        pejabat,
        nama=pejabat.nama or f"[ISI: nama {pejabat.jabatan}]",
        nip=pejabat.nip or f"[ISI: NIP {pejabat.jabatan}]",
    )


def _units(analisis: Analisis) -> tuple[BarisUnit, ...]:
    return tuple(
        BarisUnit(
            str(nomor),
            x.unit.kode,
            x.unit.nama,
            tuple(_received(x.melapor, ke) for ke in TRIBULAN),
        )
        for nomor, x in enumerate(analisis.unit, 1)
    )


def _received(melapor: tuple[bool, ...], ke: int) -> str:
    if ke > len(melapor):
        return "belum waktunya"
    return "diterima" if melapor[ke - 1] else "belum diterima"


def _scale(aturan: AturanHitung) -> tuple[BarisSkala, ...]:
    return tuple(BarisSkala(x.nama, f"≥ {format_angka(x.batas)}") for x in aturan.skala)


def _money(
    analisis: Analisis, jenjang: tuple[Jenjang, ...], *, leaves: bool = False
) -> tuple[BarisAnggaran, ...]:
    return tuple(
        build_anggaran(x, analisis)
        for x in analisis.anggaran
        if x.simpul.jenjang in jenjang or (leaves and x.daun)
    )


def _total(analisis: Analisis) -> BarisAnggaran:
    """Return the row of the total; without pagu an empty one, which no table prints."""
    if analisis.total_anggaran is None:
        return BarisAnggaran("", "", "", "", "", "", "", tebal=True)
    return build_anggaran(analisis.total_anggaran, analisis)


def _money_sentences(analisis: Analisis) -> tuple[str, ...]:
    if analisis.total_anggaran is None:
        return ()
    told = (
        kalimat_serapan(analisis.total_anggaran),
        kalimat_serapan_program(analisis.anggaran),
        kalimat_efisiensi(
            analisis.kantor.apa_adanya, analisis.total_anggaran, analisis.efisiensi, analisis
        ),
    )
    return tuple(filter(None, told))
