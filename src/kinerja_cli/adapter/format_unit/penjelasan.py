"""Sheet Penjelasan of a unit's workbook: what stands behind each figure, in the unit's words."""

from __future__ import annotations

from kinerja_cli.adapter.format_unit.isian import text_rule
from kinerja_cli.adapter.format_unit.kepala import (
    ISIAN,
    KOTAK,
    PERLINDUNGAN,
    Halaman,
    teks_indikator,
    write_bagian,
    write_indikator,
    write_judul,
    write_kepala,
)
from kinerja_cli.adapter.tulis_xlsx import TINGGI_BARIS_TEKS, set_page, text_height
from kinerja_cli.domain.formulir import ISIAN_PENJELASAN, KolomPenjelasan
from kinerja_cli.domain.rencana import Indikator

JUDUL = "PENJELASAN CAPAIAN KINERJA"
LEBAR = {
    KolomPenjelasan.NOMOR: 8,
    KolomPenjelasan.INDIKATOR: 32,
    KolomPenjelasan.PENYEBAB: 26,
    KolomPenjelasan.KENDALA: 24,
    KolomPenjelasan.SOLUSI: 24,
    KolomPenjelasan.TINDAK_LANJUT: 24,
    KolomPenjelasan.PENANGGUNG_JAWAB: 16,
    KolomPenjelasan.BATAS_WAKTU: 13,
    KolomPenjelasan.DATA_DUKUNG: 20,
}
PESAN = {
    KolomPenjelasan.PENYEBAB: "Mengapa target tercapai, terlampaui, atau tidak tercapai.",
    KolomPenjelasan.KENDALA: "Hambatan yang dihadapi pada tribulan ini.",
    KolomPenjelasan.SOLUSI: "Langkah yang sudah dilakukan untuk mengatasinya.",
    KolomPenjelasan.TINDAK_LANJUT: "Langkah berikutnya yang direncanakan.",
    KolomPenjelasan.PENANGGUNG_JAWAB: "Jabatan yang melaksanakan tindak lanjut.",
    KolomPenjelasan.BATAS_WAKTU: "Tanggal tindak lanjut harus selesai.",
    KolomPenjelasan.DATA_DUKUNG: "Dokumen yang membuktikan angka realisasi.",
}
TINGGI_TERENDAH = 3 * TINGGI_BARIS_TEKS + 2
TERAKHIR = KolomPenjelasan.DATA_DUKUNG.kolom - 1
KODE = KolomPenjelasan.KODE.kolom - 1


def write_penjelasan(halaman: Halaman) -> None:
    """Write the sheet: the same sections and numbers as on sheet Data Kinerja."""
    lembar = halaman.lembar
    for kolom, lebar in LEBAR.items():
        lembar.set_column(kolom.kolom - 1, kolom.kolom - 1, lebar)
    lembar.set_column(KODE, KODE, 12, None, {"hidden": 1})
    kepala = write_judul(halaman, JUDUL, TERAKHIR)
    write_kepala(halaman, kepala, (x.judul for x in KolomPenjelasan))
    below = _write_sections(halaman, kepala + 1)
    lembar.set_selection(kepala + 2, 2, kepala + 2, 2)
    lembar.protect("", PERLINDUNGAN)
    set_page(lembar, halaman.formulir.pengaturan.kertas, mendatar=True, baris_kepala=kepala)
    lembar.print_area(0, 0, below - 1, TERAKHIR)


def _write_sections(halaman: Halaman, baris: int) -> int:
    """Write the sections from a row on; return the row below the table."""
    first = baris
    for judul, indikator in halaman.formulir.sections():
        write_bagian(halaman, baris, judul, TERAKHIR)
        for nomor, row in enumerate(indikator, 1):
            _write_row(halaman, baris + nomor, nomor, row)
        baris += 1 + len(indikator)
    for kolom in ISIAN_PENJELASAN if baris > first else ():
        rule = text_rule(kolom.judul, PESAN[kolom])
        ke = kolom.kolom - 1
        halaman.lembar.data_validation(first, ke, baris - 1, ke, rule)
    return baris


def _write_row(halaman: Halaman, baris: int, nomor: int, indikator: Indikator) -> None:
    style = halaman.gaya.of(**KOTAK, align="center")
    halaman.lembar.write_number(baris, KolomPenjelasan.NOMOR.kolom - 1, nomor, style)
    write_indikator(halaman, baris, KolomPenjelasan.INDIKATOR.kolom - 1, indikator)
    blank = halaman.gaya.of(**ISIAN)
    for kolom in ISIAN_PENJELASAN:
        halaman.lembar.write_blank(baris, kolom.kolom - 1, None, blank)
    halaman.write(baris, KODE, indikator.kode)
    text = (teks_indikator(indikator), LEBAR[KolomPenjelasan.INDIKATOR])
    halaman.lembar.set_row(baris, max(TINGGI_TERENDAH, text_height([text])))
