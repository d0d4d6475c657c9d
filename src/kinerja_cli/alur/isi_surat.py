"""What the papers say: facts of the plan, the store and the settings as texts ready to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_cli.adapter.basisdata import Basisdata
from kinerja_cli.adapter.register_sop import RegisterSurat, RegisterTahap
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.surat.register import TANDA_CONTOH
from kinerja_cli.adapter.surat.tampilan import (
    BahasanTampil,
    BerkasTampil,
    IndikatorTampil,
    PenerimaTampil,
    PesertaTampil,
    RapatTampil,
    TampilanSurat,
    UnitTampil,
)
from kinerja_cli.alur.buat_format import nama_format
from kinerja_cli.alur.status import unit_status
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import HasilIndikator
from kinerja_cli.domain.angka import SERATUS, format_angka, round_half_up
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.narasi.kata import rangkai
from kinerja_cli.domain.rencana import ROMAWI, Jenjang, Rencana, Unit, format_nilai
from kinerja_cli.domain.status import Keadaan, StatusUnit
from kinerja_cli.domain.surat import (
    JenisSurat,
    KeperluanSurat,
    SuratTerdaftar,
    format_kali,
    jabatan_kepala,
    select_series,
)
from kinerja_cli.domain.tahap import Bukti, CatatanTahap
from kinerja_cli.domain.tanggal import format_tanggal
from kinerja_cli.domain.tanggal_tulis import format_hari_tanggal

LANGKAH_DRAF, LANGKAH_PENGIRIMAN = 5, 12


@dataclass(frozen=True, slots=True)
class Rapat:
    """When and where the meeting is; "" or None for what was not said."""

    tanggal: date | None = None
    pukul: str = ""
    tempat: str = ""


@dataclass(frozen=True, slots=True)
class Bahan:
    """What every paper of a run draws on."""

    ruang: Ruang
    pengaturan: Pengaturan
    rencana: Rencana
    status: Mapping[tuple[str, int], StatusUnit]
    belum_tercapai: tuple[HasilIndikator, ...]
    draf: Bukti | None
    terdaftar: tuple[SuratTerdaftar, ...]
    rapat: Rapat
    bahasan: tuple[BahasanTampil, ...] = ()


@dataclass(frozen=True, slots=True)
class Dasar:
    """What is read from the store for a run of papers."""

    jenis: JenisSurat
    rapat: Rapat
    bahasan: tuple[BahasanTampil, ...] = ()


def collect_bahan(
    ruang: Ruang, db: Basisdata, pengaturan: Pengaturan, rencana: Rencana, dasar: Dasar
) -> Bahan:
    """Return what the papers of one kind draw on; only the notulen need the analysis."""
    tahun = rencana.tahun
    setoran = db.valid_setoran(tahun) if dasar.jenis is JenisSurat.NOTULEN else []
    below: tuple[HasilIndikator, ...] = ()
    if setoran:
        upto = max(x.tribulan for x in setoran)
        below = tuple(_below(build_analisis(rencana, pengaturan, setoran, upto).indikator))
    tribulan = ROMAWI if dasar.jenis.per_unit else ()
    status = {(x.unit, x.tribulan): x for x in unit_status(db, rencana, tuple(tribulan))}
    return Bahan(
        ruang,
        pengaturan,
        rencana,
        status,
        below,
        _find_draf(RegisterTahap(db).lines(tahun)),
        tuple(RegisterSurat(db).all(tahun)),
        dasar.rapat,
        dasar.bahasan,
    )


def _below(indikator: Sequence[HasilIndikator]) -> Iterator[HasilIndikator]:
    """Yield the indicators of sasaran whose printed capaian is below 100."""
    for one in indikator:
        short = one.persen is not None and round_half_up(one.persen) < SERATUS
        if short and one.jenjang is Jenjang.SASARAN:
            yield one


def _find_draf(lines: Sequence[CatatanTahap]) -> Bukti | None:
    files = [x for one in lines if one.nomor == LANGKAH_DRAF for x in one.bukti]
    return next((x for x in reversed(files) if x.berkas.endswith(".docx")), None)


def build_tampilan(bahan: Bahan, keperluan: KeperluanSurat, surat: SuratTerdaftar) -> TampilanSurat:
    """Return one paper's variables."""
    kantor, jenis = bahan.pengaturan.kantor, _jenis(keperluan)
    romawi = ROMAWI.get(keperluan.tribulan, "")
    batas = _batas(bahan.pengaturan, keperluan)
    distribusi = bahan.pengaturan.surat.distribusi
    series = select_series(keperluan, bahan.terdaftar)
    kali, pengantar = format_kali(keperluan.kali), _find_pengantar(bahan)
    return TampilanSurat(
        kantor=kantor,
        pimpinan=kantor.pimpinan,
        sekretaris=kantor.sekretaris,
        penyusun=kantor.penyusun,
        tahun=str(keperluan.tahun),
        tribulan=romawi,
        nomor=surat.nomor,
        tanggal=format_tanggal(surat.tanggal),
        kali=kali,
        hal=jenis.hal.format(tahun=keperluan.tahun, tribulan=romawi, kali=kali),
        susulan=_susulan(jenis, series[: keperluan.kali - 1]),
        batas=format_tanggal(batas) if batas else "",
        lewat_hari=_days_past(batas, surat.tanggal),
        tujuan=bahan.pengaturan.surat.tujuan,
        unit=_unit(bahan, keperluan),
        rapat=_rapat(bahan.rapat),
        peserta=tuple(_peserta(bahan)),
        bahasan=bahan.bahasan,
        belum_tercapai=tuple(map(_indikator, range(1, 1000), bahan.belum_tercapai)),
        penerima=tuple(PenerimaTampil(str(i), x, "1") for i, x in enumerate(distribusi, 1)),
        jumlah_penerima=str(len(distribusi)),
        draf=BerkasTampil(bahan.draf.berkas, bahan.draf.sha256) if bahan.draf else BerkasTampil(),
        nomor_pengantar=pengantar.nomor if pengantar else "",
        tanggal_pengantar=format_tanggal(pengantar.tanggal) if pengantar else "",
        tanda_contoh=TANDA_CONTOH if kantor.contoh else "",
    )


def _susulan(jenis: JenisSurat, terdahulu: Sequence[SuratTerdaftar]) -> str:
    """Return the sentence that names the letters before this one; "" for the first."""
    if not terdahulu:
        return ""
    if jenis is not JenisSurat.TEGURAN:
        return f"Surat ini menyusul surat kami {_cite(terdahulu[-1])}."
    reminders = [f"Teguran {format_kali(x.keperluan.kali)} {_cite(x)}" for x in terdahulu]
    return f"Surat ini menindaklanjuti {rangkai(reminders)}."


def _cite(surat: SuratTerdaftar) -> str:
    return f"Nomor {surat.nomor} tanggal {format_tanggal(surat.tanggal)}"


def _find_pengantar(bahan: Bahan) -> SuratTerdaftar | None:
    keperluan = KeperluanSurat(bahan.rencana.tahun, JenisSurat.PENGANTAR.kata)
    return next(reversed(select_series(keperluan, bahan.terdaftar)), None)


def _jenis(keperluan: KeperluanSurat) -> JenisSurat:
    return next(x for x in JenisSurat if x.kata == keperluan.jenis)


def _batas(pengaturan: Pengaturan, keperluan: KeperluanSurat) -> date | None:
    aturan = pengaturan.tahap
    if keperluan.tribulan:
        return aturan.batas_tribulan.get(keperluan.tribulan)
    return aturan.batas.get(LANGKAH_PENGIRIMAN)


def _days_past(batas: date | None, tanggal: date) -> str:
    past = (tanggal - batas).days if batas else 0
    return str(past) if past > 0 else ""


def _unit(bahan: Bahan, keperluan: KeperluanSurat) -> UnitTampil:
    rencana, ke = bahan.rencana, keperluan.tribulan
    unit = rencana.unit_by_kode.get(keperluan.unit)
    if unit is None:
        return UnitTampil()
    status = bahan.status[(unit.kode, ke)]
    berkas = nama_format(unit, rencana.tahun, ke)
    there = (bahan.ruang.format(rencana.tahun, ke) / berkas).is_file()
    return UnitTampil(
        kode=unit.kode,
        nama=unit.nama,
        kepala=jabatan_kepala(unit),
        pejabat=unit.pejabat,
        berkas=berkas if there else "",
        indikator=str(len(rencana.indicators_of(unit.kode))),
        ada_anggaran=bool(rencana.budget_lines(unit.kode)),
        ditolak=status.keadaan is Keadaan.DITOLAK,
        ditolak_pada=format_tanggal(status.ditolak_pada.date()) if status.ditolak_pada else "",
        galat=str(status.temuan),
    )


def _rapat(rapat: Rapat) -> RapatTampil:
    hari = format_hari_tanggal(rapat.tanggal) if rapat.tanggal else ""
    return RapatTampil(hari, rapat.pukul, rapat.tempat)


def _peserta(bahan: Bahan) -> Iterator[PesertaTampil]:
    """Yield who comes to the meeting: Camat, Sekcam, and the heads of the units in plan order."""
    kantor = bahan.pengaturan.kantor
    people = [(kantor.pimpinan.nama, kantor.pimpinan.jabatan)]
    people += [(kantor.sekretaris.nama, kantor.sekretaris.jabatan)]
    people += [(x.pejabat, jabatan_kepala(x)) for x in bahan.rencana.unit]
    for nomor, (nama, jabatan) in enumerate(people, 1):
        yield PesertaTampil(str(nomor), nama, jabatan)


def _indikator(nomor: int, hasil: HasilIndikator) -> IndikatorTampil:
    now = hasil.waktu.berlaku
    return IndikatorTampil(
        str(nomor),
        hasil.indikator.uraian,
        format_nilai(now.target),
        format_nilai(now.realisasi),
        format_angka(hasil.persen, 2) if hasil.persen is not None else "",
    )


def find_unit(rencana: Rencana, kode: str) -> Unit | None:
    """Return the unit with this code, however its letters are typed."""
    return next((x for x in rencana.unit if x.kode.casefold() == kode.casefold()), None)
