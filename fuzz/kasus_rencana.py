"""What reading a plan owes to any bytes: findings, or a plan whose forms read back as made."""

from __future__ import annotations

from kantor_acak import DIBUAT, PENGATURAN, TAHUN
from kasus_buku import NAMA, can_be_shown
from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.format_unit import build_format
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca
from kinerja_cli.alur.pembacaan import check_isi
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.baca_rencana import build_rencana, read_tabel_rencana
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.periksa_rencana import check_rencana
from kinerja_cli.domain.rencana import Rencana, Unit
from kinerja_cli.domain.setoran import Realisasi, RealisasiAnggaran, Setoran
from kinerja_cli.domain.temuan import has_galat

BELUM_DIISI = {
    JenisTemuan.REALISASI_KOSONG,
    JenisTemuan.ANGGARAN_KOSONG,
    JenisTemuan.BELUM_DITANDATANGANI,
}


def check_plan(isi: bytes) -> None:
    """Read and check the bytes as a plan; one without galat is analysed, its targets reached."""
    rencana = _read_plan(isi)
    if rencana is not None:
        build_analisis(rencana, PENGATURAN, [_as_planned(rencana, x) for x in rencana.unit], 4)


def check_formulir(isi: bytes) -> None:
    """Make the forms of a plan without galat; read back, they only wait to be filled in."""
    rencana = _read_plan(isi)
    for unit in rencana.unit if rencana else ():
        if rencana and rencana.indicators_of(unit.kode):
            formulir = build_format(rencana, PENGATURAN, unit.kode, 1, DIBUAT)
            temuan = check_isi(formulir, NAMA, rencana, PENGATURAN).temuan
            lain = [f"{x.tempat} {x.pesan}" for x in temuan if x.jenis not in BELUM_DIISI]
            assert not lain, lain


def _read_plan(isi: bytes) -> Rencana | None:
    """Return the plan, or None where the findings refuse it."""
    try:
        buku = read_buku(isi)
    except BukuTakTerbaca:
        return None
    tabel = read_tabel_rencana(buku, NAMA, TAHUN)
    temuan = check_rencana(tabel)
    can_be_shown(temuan)
    return None if has_galat(temuan, PENGATURAN.tingkat) else build_rencana(tabel)


def _as_planned(rencana: Rencana, unit: Unit) -> Setoran:
    """Return what a unit hands in that did what was planned for the last tribulan."""
    porsi = {x.kode: x.share_of(unit.kode) for x in rencana.indicators_of(unit.kode)}
    realisasi = {kode: Realisasi(x.target[-1] if x else None) for kode, x in porsi.items()}
    lines = {x.kode: RealisasiAnggaran(x.pagu) for x in rencana.budget_lines(unit.kode)}
    return Setoran(unit.kode, 4, realisasi, lines)
