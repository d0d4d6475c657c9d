"""The settings and the plan of a workspace, checked before anything leans on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.adapter.berkas import read_masukan
from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.ingatan_rencana import IngatanRencana, open_rencana
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca
from kinerja_cli.adapter.konfigurasi import KANTOR_BARU, read_pengaturan
from kinerja_cli.adapter.ruang import NAMA_KONFIGURASI, Ruang
from kinerja_cli.domain.baca_rencana import TabelRencana, build_rencana, read_tabel_rencana
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.periksa_rencana import check_rencana
from kinerja_cli.domain.rencana import Rencana
from kinerja_cli.domain.temuan import Tempat, Temuan, has_galat

KALI_RENCANA = 16
"""A plan may be so many times as large as a unit's workbook: 100,000 indicators, not 10,000."""


@dataclass(frozen=True, slots=True)
class HasilPeriksaRencana:
    """All findings in kinerja.toml and the plan, and how much the plan holds."""

    pengaturan: Pengaturan
    berkas: Path
    temuan: tuple[Temuan, ...]
    unit: int
    indikator: int


def check_workspace(ruang: Ruang, tahun: int | None) -> HasilPeriksaRencana:
    """Return everything that is wrong with the settings and the plan of a year."""
    pengaturan = read_pengaturan(ruang.konfigurasi)
    tahun = tahun or pengaturan.tahun
    path = ruang.rencana(tahun)
    tabel = _read_tabel(path, _read(path, tahun), tahun)
    temuan = [*_placeholders(pengaturan), *check_rencana(tabel)]
    codes = {row.indikator.kode for row in tabel.indikator}
    return HasilPeriksaRencana(pengaturan, path, tuple(temuan), len(tabel.unit), len(codes))


@dataclass(frozen=True, slots=True)
class RencanaDimuat:
    """Settings and plan of a year; `teks` is the plan as it was kept, "" where it was read.

    It crosses to another process as that text, which is there already: Python takes a quarter
    second to write a plan of 10,000 indicators.
    """

    pengaturan: Pengaturan
    rencana: Rencana
    teks: str = ""

    def __reduce__(self) -> tuple[Callable[..., RencanaDimuat], tuple[object, ...]]:
        """Say what makes the same in another process."""
        if self.teks:
            return _open_teks, (self.pengaturan, self.teks)
        return RencanaDimuat, (self.pengaturan, self.rencana)


def _open_teks(pengaturan: Pengaturan, teks: str) -> RencanaDimuat:
    return RencanaDimuat(pengaturan, open_rencana(teks), teks)


def load_rencana(
    ruang: Ruang, tahun: int | None, *, ingat: bool = False
) -> tuple[Pengaturan, Rencana]:
    """Return settings and plan; raises KinerjaError where the plan still has a galat.

    `ingat` keeps the plan for later commands, which recall it while it is the same; for commands
    that promise to change nothing it stays False.
    """
    dimuat = load_dimuat(ruang, tahun, ingat=ingat)
    return dimuat.pengaturan, dimuat.rencana


def load_dimuat(ruang: Ruang, tahun: int | None, *, ingat: bool = False) -> RencanaDimuat:
    """Do the same for whoever hands both on to another process."""
    pengaturan = read_pengaturan(ruang.konfigurasi)
    tahun = tahun or pengaturan.tahun
    path = ruang.rencana(tahun)
    isi = _read(path, tahun)
    ingatan = IngatanRencana(ruang, tahun, isi, pengaturan.tingkat)
    teks = ingatan.recall()
    if teks:
        return _open_teks(pengaturan, teks)
    rencana = _build(_read_tabel(path, isi, tahun), pengaturan)
    if ingat:
        ingatan.keep(rencana)
    return RencanaDimuat(pengaturan, rencana)


def _build(tabel: TabelRencana, pengaturan: Pengaturan) -> Rencana:
    temuan = check_rencana(tabel)
    if has_galat(temuan, pengaturan.tingkat):
        first = next(x for x in temuan if has_galat([x], pengaturan.tingkat))
        message = (
            f"{first.tempat}: {first.pesan} Perbaiki rencana lebih dahulu; "
            "`kinerja periksa` menampilkan semua temuannya."
        )
        raise KinerjaError(message)
    return build_rencana(tabel)


def _read(path: Path, tahun: int) -> bytes:
    if not path.is_file():
        others = sorted(x.name for x in path.parent.glob("rencana-*.xlsx"))
        hint = (
            f"Yang ada: {', '.join(others)}; pilih dengan --tahun."
            if others
            else "Simpan buku kerja rencana dengan nama itu."
        )
        message = f"Rencana tahun {tahun} tidak ada: '{path}'. {hint}"
        raise KinerjaError(message)
    return read_masukan(path)


def _read_tabel(path: Path, isi: bytes, tahun: int) -> TabelRencana:
    try:
        buku = read_buku(isi, KALI_RENCANA)
    except BukuTakTerbaca as error:
        message = f"'{path}' tidak dapat dibaca: {error.sebab.uraian}. {error.sebab.saran}"
        raise KinerjaError(message) from error
    return read_tabel_rencana(buku, path.name, tahun)


def _placeholders(pengaturan: Pengaturan) -> list[Temuan]:
    """Name what a new workspace has as an example and the office did not replace."""
    kantor = pengaturan.kantor
    kept = (
        ("[kantor] nama", kantor.nama, KANTOR_BARU.nama),
        ("[kantor] pemerintah", kantor.pemerintah, KANTOR_BARU.pemerintah),
    )
    return [
        Temuan(
            JenisTemuan.KANTOR_BELUM_DIISI,
            Tempat(NAMA_KONFIGURASI),
            {"kunci": kunci, "nilai": nilai},
        )
        for kunci, nilai, contoh in kept
        if nilai == contoh
    ]
