"""kinerja surat: the papers of the steps, each with its number from the register of letters.

Numbers are given in a transaction of their own, before anything is written: however long the
writing takes, no other run waits for it, and a letter that failed finds its number again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kinerja_cli.adapter.basisdata import Basisdata, open_basisdata
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.register_sop import MENUNGGU_NOMOR, RegisterSurat
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.bahasan import read_bahasan
from kinerja_cli.alur.isi_surat import (
    Bahan,
    Dasar,
    Rapat,
    build_tampilan,
    collect_bahan,
    find_unit,
)
from kinerja_cli.alur.nomor_surat import PermintaanNomor, give_number
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.alur.status import unit_status
from kinerja_cli.alur.templat_surat import PengisiSurat
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.nama_berkas import safe_name
from kinerja_cli.domain.rencana import TRIBULAN, Rencana
from kinerja_cli.domain.surat import (
    JenisSurat,
    KeperluanSurat,
    SuratTerdaftar,
    format_kali,
    select_late,
)


@dataclass(frozen=True, slots=True)
class PermintaanSurat:
    """What is asked for; `tanggal` None: today, or the date that the letter has already."""

    jenis: JenisSurat
    hari_ini: date
    tahun: int | None = None
    tribulan: int | None = None
    unit: Sequence[str] = ()
    tanggal: date | None = None
    nomor: str = ""
    rapat: Rapat = field(default_factory=Rapat)
    koreksi: Path | None = None
    lagi: bool = False


@dataclass(frozen=True, slots=True)
class SuratJadi:
    """One paper that was written, and the blanks in it."""

    surat: SuratTerdaftar
    keluaran: Keluaran
    kosong: tuple[str, ...]


def read_jenis(teks: str) -> JenisSurat:
    """Return the kind of paper with this word; raises KinerjaError that lists them all."""
    found = next((x for x in JenisSurat if x.kata == teks.casefold()), None)
    if found is None:
        kinds = ", ".join(x.kata for x in JenisSurat)
        message = f"Jenis surat '{teks}' tidak dikenal. Pilih dari: {kinds}."
        raise KinerjaError(message)
    return found


def write_surat(ruang: Ruang, permintaan: PermintaanSurat) -> list[SuratJadi]:
    """Write the papers of one kind under laporan/surat/; none where no unit needs one.

    Raises KinerjaError for an unknown unit, a number that is taken, or a template at fault.
    """
    pengaturan, rencana = load_rencana(ruang, permintaan.tahun)
    minutes = permintaan.jenis is JenisSurat.NOTULEN
    bahasan = read_bahasan(ruang, permintaan.koreksi, rencana.tahun) if minutes else ()
    with open_basisdata(ruang.basisdata, menunggu=MENUNGGU_NOMOR) as db:
        keperluan = _purposes(ruang, db, pengaturan, rencana, permintaan)
        surat = _number(db, pengaturan, keperluan, permintaan)
        dasar = Dasar(permintaan.jenis, permintaan.rapat, bahasan)
        bahan = collect_bahan(ruang, db, pengaturan, rencana, dasar)
    with PengisiSurat(ruang, permintaan.jenis.kata, pengaturan) as pengisi:
        tampilan = [build_tampilan(bahan, x.keperluan, x) for x in surat]
        filled = [pengisi.fill(x, y.tanggal) for x, y in zip(tampilan, surat, strict=True)]
    with open_basisdata(ruang.basisdata) as db:
        return [
            SuratJadi(one, write_keluaran(ruang, db, _path(bahan, one), isi.isi), isi.kosong)
            for one, isi in zip(surat, filled, strict=True)
        ]


def _path(bahan: Bahan, surat: SuratTerdaftar) -> Path:
    keperluan = surat.keperluan
    tribulan = f"TW{keperluan.tribulan}" if keperluan.tribulan else ""
    kali = format_kali(keperluan.kali) if keperluan.kali > 1 else ""
    parts = [keperluan.jenis, kali, str(keperluan.tahun), tribulan, keperluan.unit]
    return bahan.ruang.laporan / "surat" / f"{safe_name('-'.join(x for x in parts if x))}.docx"


def _purposes(
    ruang: Ruang,
    db: Basisdata,
    pengaturan: Pengaturan,
    rencana: Rencana,
    permintaan: PermintaanSurat,
) -> list[KeperluanSurat]:
    """Return what letters are due: one, or one per unit (of those named, if any were)."""
    jenis = permintaan.jenis
    if not jenis.per_unit:
        _refuse_unit(permintaan)
        return [KeperluanSurat(rencana.tahun, jenis.kata)]
    ke = permintaan.tribulan or _latest_tribulan(ruang, db, rencana.tahun)
    due = unit_status(db, rencana, (ke,))
    if jenis is JenisSurat.TEGURAN:
        tanggal = permintaan.tanggal or permintaan.hari_ini
        due = select_late(due, pengaturan.tahap.batas_tribulan.get(ke), tanggal)
    wanted = set(_codes(rencana, permintaan.unit))
    return [
        KeperluanSurat(rencana.tahun, jenis.kata, ke, x.unit)
        for x in due
        if not wanted or x.unit in wanted
    ]


def _refuse_unit(permintaan: PermintaanSurat) -> None:
    if permintaan.unit or permintaan.tribulan:
        message = (
            f"Surat {permintaan.jenis.kata} tidak dibuat per unit atau per tribulan. "
            "Hapus --unit dan --tribulan."
        )
        raise KinerjaError(message)


def _codes(rencana: Rencana, asked: Sequence[str]) -> Iterator[str]:
    for kode in asked:
        unit = find_unit(rencana, kode)
        if unit is None or not rencana.indicators_of(unit.kode):
            having = [x.kode for x in rencana.unit if rencana.indicators_of(x.kode)]
            message = (
                f"Unit '{kode}' tidak ada dalam rencana, atau tidak mempunyai indikator. "
                f"Pilih dari: {', '.join(having)}."
            )
            raise KinerjaError(message)
        yield unit.kode


def _latest_tribulan(ruang: Ruang, db: Basisdata, tahun: int) -> int:
    """Return the last tribulan whose forms were made, else the last with data, else the first."""
    made = [ke for ke in TRIBULAN if ruang.format(tahun, ke).is_dir()]
    return max(made or [x.tribulan for x in db.register(tahun)] or [TRIBULAN[0]])


def _number(
    db: Basisdata,
    pengaturan: Pengaturan,
    keperluan: Sequence[KeperluanSurat],
    permintaan: PermintaanSurat,
) -> list[SuratTerdaftar]:
    """Return the letters with their numbers; a paper without a number is not registered."""
    jenis, tanggal = permintaan.jenis, permintaan.tanggal or permintaan.hari_ini
    if permintaan.nomor and (not jenis.bernomor or len(keperluan) > 1):
        message = "--nomor hanya untuk satu surat yang bernomor. Sebutkan satu --unit."
        raise KinerjaError(message)
    if permintaan.lagi and not jenis.bernomor:
        message = f"--lagi hanya untuk surat yang bernomor; {jenis.kata} cukup dibuat ulang."
        raise KinerjaError(message)
    if not jenis.bernomor:
        return [SuratTerdaftar(x, "", None, tanggal) for x in keperluan]
    minta = PermintaanNomor(
        pengaturan.surat.pola(jenis),
        permintaan.hari_ini,
        permintaan.tanggal,
        permintaan.nomor,
        permintaan.lagi,
    )
    register = RegisterSurat(db)
    return [give_number(register, x, minta) for x in keperluan]
