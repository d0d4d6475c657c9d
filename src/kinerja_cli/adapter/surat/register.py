"""The register of the steps in the shape of the SOP's own table, for Word and as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import PurePosixPath

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.adapter.tulis_xlsx import (
    WARNA_KEPALA,
    GayaBuku,
    build_buku,
    set_page,
    text_height,
    write_teks,
)
from kinerja_cli.domain.kantor import Kantor, Kertas, Pejabat
from kinerja_cli.domain.sop import Pelaku
from kinerja_cli.domain.tahap import StatusTahap
from kinerja_cli.domain.tanggal import format_tanggal
from kinerja_cli.domain.tanggal_tulis import format_lama, format_waktu

TANDA_PELAKU = "●"
TANDA_CONTOH = "DATA CONTOH"
BUKTI_TAMPIL, PANJANG_SIDIK = 2, 12
"""Files, and digits of their sha256, that a table has room for; the register keeps all."""


@dataclass(frozen=True, slots=True)
class BarisTahap:
    """One step as the table prints it."""

    nomor: str
    """Nomor langkah menurut SOP."""
    aktivitas: str
    """Kegiatannya menurut SOP."""
    camat: str
    """Tanda ● bila Camat pelakunya."""
    sekcam: str
    """Tanda ● bila Sekcam pelakunya."""
    kasi: str
    """Tanda ● bila Kasi atau Kasubbag pelakunya."""
    staf: str
    """Tanda ● bila Staf pelakunya."""
    kelengkapan: str
    """Kelengkapan menurut SOP."""
    waktu_baku: str
    """Waktu baku dalam menit."""
    keluaran: str
    """Keluaran menurut SOP."""
    keadaan: str
    """Belum, Berjalan, atau Selesai."""
    mulai: str
    """Tanggal dan jam mulai."""
    selesai: str
    """Tanggal dan jam selesai."""
    pelaksanaan: str
    """Lama, oleh siapa, dan keterlambatan."""
    bukti: str
    """Berkas buktinya dengan awal sidik sha256."""


@dataclass(frozen=True, slots=True)
class TampilanRegister:
    """The variables of templates/surat/register-tahap.docx."""

    kantor: Kantor
    """Kantor menurut bagian [kantor] pada kinerja.toml."""
    pimpinan: Pejabat
    """Pejabat menurut [pejabat.pimpinan] pada kinerja.toml."""
    sekretaris: Pejabat
    """Pejabat menurut [pejabat.sekretaris] pada kinerja.toml."""
    tahun: str
    """Tahun rencana."""
    tanggal: str
    """Tanggal register dicetak."""
    tahap: tuple[BarisTahap, ...]
    """Kedua belas langkah."""
    tanda_contoh: str
    """DATA CONTOH bila data karangan, selain itu kosong."""


def build_tampilan_register(
    status: Sequence[StatusTahap], kantor: Kantor, tahun: int, tanggal: date
) -> TampilanRegister:
    """Return the register as texts ready to print."""
    return TampilanRegister(
        kantor=kantor,
        pimpinan=kantor.pimpinan,
        sekretaris=kantor.sekretaris,
        tahun=str(tahun),
        tanggal=format_tanggal(tanggal),
        tahap=tuple(map(_row, status)),
        tanda_contoh=TANDA_CONTOH if kantor.contoh else "",
    )


def _row(status: StatusTahap) -> BarisTahap:
    langkah = status.langkah
    camat, sekcam, kasi, staf = (TANDA_PELAKU if x in langkah.pelaku else "" for x in Pelaku)
    return BarisTahap(
        nomor=str(langkah.nomor),
        aktivitas=langkah.aktivitas,
        camat=camat,
        sekcam=sekcam,
        kasi=kasi,
        staf=staf,
        kelengkapan=langkah.kelengkapan,
        waktu_baku=str(langkah.waktu_baku),
        keluaran=langkah.keluaran,
        keadaan=status.keadaan.value.capitalize(),
        mulai=format_waktu(status.mulai) if status.mulai else "",
        selesai=format_waktu(status.selesai) if status.selesai else "",
        pelaksanaan="; ".join(_carried_out(status)),
        bukti="\n".join(_evidence(status)),
    )


def _evidence(status: StatusTahap) -> Iterator[str]:
    for one in status.bukti[:BUKTI_TAMPIL]:
        yield f"{PurePosixPath(one.berkas).name} ({one.sha256[:PANJANG_SIDIK]})"
    if len(status.bukti) > BUKTI_TAMPIL:
        yield f"dan {len(status.bukti) - BUKTI_TAMPIL} berkas lain"


def _carried_out(status: StatusTahap) -> Sequence[str]:
    lama = format_lama(status.lama) if status.lama is not None else ""
    late = f"terlambat {status.terlambat} hari" if status.terlambat else ""
    return [x for x in (lama, status.oleh, late, status.catatan) if x]


LEBAR = (5, 34, 8, 8, 10, 7, 13, 9, 11, 10, 16, 16, 26, 46)
KELOMPOK = (("Pelaku", 2, 5), ("Mutu Baku", 6, 8), ("Pelaksanaan", 9, 13))
KOLOM = (
    "No.",
    "Aktivitas",
    *(x.value for x in Pelaku),
    "Kelengkapan",
    "Waktu (menit)",
    "Keluaran",
    "Keadaan",
    "Mulai",
    "Selesai",
    "Lama; pelaksana",
    "Bukti (sidik sha256)",
)
BARIS_KEPALA = 5
KIRI = frozenset({1, 12, 13})
"""Columns whose texts stand at the left; all others are centred."""


def build_register_xlsx(tampilan: TampilanRegister, kertas: Kertas, dibuat: datetime) -> bytes:
    """Return the register as a workbook of one sheet."""
    sifat = {"title": f"Register tahap {tampilan.tahun}", "author": tampilan.kantor.nama}
    return build_buku(partial(_fill, tampilan, kertas), dibuat.replace(tzinfo=None), sifat)


def _fill(tampilan: TampilanRegister, kertas: Kertas, buku: Workbook) -> None:
    lembar, gaya = buku.add_worksheet("Register Tahap"), GayaBuku(buku)
    for kolom, lebar in enumerate(LEBAR):
        lembar.set_column(kolom, kolom, lebar)
    _write_title(lembar, gaya, tampilan)
    _write_header(lembar, gaya)
    for baris, tahap in enumerate(tampilan.tahap, BARIS_KEPALA + 2):
        _write_row(lembar, gaya, baris, tahap)
    lembar.hide_gridlines(2)
    lembar.freeze_panes(BARIS_KEPALA + 2, 2)
    set_page(lembar, kertas, mendatar=True)
    lembar.repeat_rows(BARIS_KEPALA, BARIS_KEPALA + 1)


def _write_title(lembar: Worksheet, gaya: GayaBuku, tampilan: TampilanRegister) -> None:
    kantor = tampilan.kantor
    lines = (
        f"{kantor.pemerintah.upper()}",
        f"{kantor.nama.upper()}",
        f"REGISTER TAHAP PENGUMPULAN DATA KINERJA TAHUN {tampilan.tahun}",
        f"Keadaan pada {tampilan.tanggal}. {tampilan.tanda_contoh}".strip(),
    )
    for baris, teks in enumerate(lines):
        bold = gaya.of(bold=baris < len(lines) - 1, font_size=10 if baris in {0, 3} else 12)
        write_teks(lembar, baris, 0, teks, bold)


def _write_header(lembar: Worksheet, gaya: GayaBuku) -> None:
    style = gaya.of(
        bold=True, align="center", valign="vcenter", text_wrap=True, border=1, bg_color=WARNA_KEPALA
    )
    for judul, awal, akhir in KELOMPOK:
        lembar.merge_range(BARIS_KEPALA, awal, BARIS_KEPALA, akhir, judul, style)
    for kolom, judul in enumerate(KOLOM):
        if kolom < KELOMPOK[0][1]:
            lembar.merge_range(BARIS_KEPALA, kolom, BARIS_KEPALA + 1, kolom, judul, style)
        else:
            write_teks(lembar, BARIS_KEPALA + 1, kolom, judul, style)
    lembar.set_row(BARIS_KEPALA + 1, 28)


def _write_row(lembar: Worksheet, gaya: GayaBuku, baris: int, tahap: BarisTahap) -> None:
    texts = [getattr(tahap, x) for x in BarisTahap.__slots__]
    for kolom, teks in enumerate(texts):
        side = "left" if kolom in KIRI else "center"
        style = gaya.of(align=side, valign="top", text_wrap=True, border=1)
        if teks.isdigit():
            lembar.write_number(baris, kolom, int(teks), style)
        else:
            write_teks(lembar, baris, kolom, teks, style)
    lembar.set_row(baris, text_height(zip(texts, LEBAR, strict=True)))
