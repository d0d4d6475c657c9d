"""Sheet Himpunan: the SOP's form with every unit in plan order, its file beside each row."""

from __future__ import annotations

from kinerja_cli.adapter.himpunan_xlsx.isi import BERKAS_SUMBER, Himpunan, write_berkas
from kinerja_cli.adapter.laporan_xlsx.kepala import (
    TANDA_CONTOH,
    header_style,
    set_kepala_cetak,
)
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Halaman, Kolom
from kinerja_cli.adapter.laporan_xlsx.rumus import Deret, combined, year_target_of
from kinerja_cli.adapter.tulis_xlsx import (
    WARNA_BAGIAN,
    WARNA_CONTOH,
    WARNA_GARIS,
    set_page,
    write_teks,
)
from kinerja_cli.domain.agregasi import combine_units
from kinerja_cli.domain.analisis.waktu import year_target
from kinerja_cli.domain.formulir import KolomData
from kinerja_cli.domain.rencana import Indikator, Porsi
from kinerja_cli.domain.tanggal import format_tanggal

NAMA = "Himpunan"
RUANG_TANDA_TANGAN = 4

KOLOM = (
    Kolom("no", KolomData.NOMOR.judul, 6),
    Kolom("sasaran", KolomData.SASARAN.judul, 34),
    Kolom("indikator", KolomData.INDIKATOR.judul, 42),
    Kolom("tahunan", KolomData.TARGET_TAHUNAN.judul, 12),
    Kolom("target", KolomData.TARGET.judul, 12),
    Kolom("realisasi", KolomData.REALISASI.judul, 12),
    Kolom("ket", KolomData.KETERANGAN.judul, 38),
    Kolom("unit", "Unit", 24),
    Kolom("berkas", BERKAS_SUMBER, 28),
)


def write_himpunan(buku: Buku, isi: Himpunan) -> None:
    """Write letterhead, the two sections, signature block; ready to print."""
    page = Halaman(buku.buku.get_worksheet_by_name(NAMA), buku, KOLOM)
    kepala = _write_kop(page, isi)
    baris, nomor = kepala + 1, 0
    for judul, rows in isi.sections():
        _write_bagian(page, baris, judul)
        baris += 1
        for indikator in rows:
            nomor += 1
            baris = _write_indikator(page, baris, nomor, (isi, indikator))
    last = _write_tanda_tangan(page, baris + 1, isi)
    page.set_heights()
    page.silence(last)
    page.lembar.freeze_panes(kepala + 1, 0)
    page.lembar.autofilter(kepala, 0, baris - 1, page.kolom_terakhir)
    set_page(page.lembar, isi.pengaturan.kertas, mendatar=True, baris_kepala=kepala)
    page.lembar.print_area(0, 0, last, page.kolom_terakhir)


def _write_kop(page: Halaman, isi: Himpunan) -> int:
    """Write letterhead, title, header row; return the header's row."""
    kantor, judul = isi.pengaturan.kantor, f"HIMPUNAN DATA KINERJA {isi.masa}"
    lines: tuple[tuple[str, int, dict[str, object]], ...] = (
        (kantor.pemerintah.upper(), 15, {"bold": True, "font_size": 11}),
        (kantor.nama.upper(), 19, {"bold": True, "font_size": 14}),
        (kantor.alamat, 15, {"font_size": 9, "bottom": 6}),
        (judul, 30, {"bold": True, "font_size": 12}),
    )
    if kantor.contoh:
        mark = {"bold": True, "font_size": 12, "font_color": WARNA_CONTOH}
        lines = (*lines, (TANDA_CONTOH, 18, mark))
    for baris, (teks, tinggi, sifat) in enumerate(lines):
        style = page.buku.gaya.of(align="center", valign="vcenter", **sifat)
        page.lembar.merge_range(baris, 0, baris, page.kolom_terakhir, "", style)
        write_teks(page.lembar, baris, 0, teks, style)
        page.lembar.set_row(baris, tinggi)
    kepala = len(lines)
    for ke, kolom in enumerate(page.kolom):
        page.lembar.set_column(ke, ke, kolom.lebar)
        write_teks(page.lembar, kepala, ke, kolom.judul, header_style(page, {"border": 1}))
    page.lembar.set_row(kepala, 30)
    set_kepala_cetak(page, judul)
    return kepala


def _write_bagian(page: Halaman, baris: int, judul: str) -> None:
    """Write the title of a section over the whole table, without merging cells."""
    last = page.kolom_terakhir
    for ke in range(last + 1):
        edges = {"left": int(ke == 0), "right": int(ke == last), "top": 1, "bottom": 1}
        style = page.buku.gaya.of(
            bold=True, bg_color=WARNA_BAGIAN, border_color=WARNA_GARIS, **edges
        )
        write_teks(page.lembar, baris, ke, judul if ke == 0 else "", style)


def _write_indikator(
    page: Halaman, baris: int, nomor: int, asal: tuple[Himpunan, Indikator]
) -> int:
    """Write an indicator, one row per unit and a total for several; return the next row."""
    isi, indikator = asal
    simpul = isi.rencana.simpul[indikator.kode_cascading]
    first = baris
    for porsi in indikator.porsi:
        if baris == first:
            page.bilangan(baris, "no", nomor)
        else:
            page.teks(baris, "no", "")
        _write_words(
            page, baris, (simpul.uraian, indikator), "ulangan" if baris > first else "teks"
        )
        _write_porsi(page, baris, isi, (indikator, porsi))
        baris += 1
    if len(indikator.porsi) > 1:
        page.teks(baris, "no", "", tebal=True)
        _write_words(page, baris, (simpul.uraian, indikator), "gabungan")
        _write_gabungan(page, (first, baris), isi, indikator)
        baris += 1
    return baris


def _write_words(
    page: Halaman,
    baris: int,
    kata: tuple[str, Indikator],
    ragam: str,
) -> None:
    """Write sasaran and indicator also where the row above has them: a filter needs them all."""
    sasaran, indikator = kata
    page.teks(baris, "sasaran", sasaran, ragam)
    page.teks(baris, "indikator", f"{indikator.uraian}\n({indikator.satuan})", ragam)


def _write_porsi(page: Halaman, baris: int, isi: Himpunan, asal: tuple[Indikator, Porsi]) -> None:
    """Write what a unit owes and reached; a unit that is missing leaves realisasi blank."""
    indikator, porsi = asal
    target, realisasi = isi.pair_of(indikator.kode, porsi)
    page.nilai(baris, "tahunan", porsi.target_tahunan)
    page.nilai(baris, "target", target)
    page.nilai(baris, "realisasi", realisasi)
    laporan = isi.report_of(indikator.kode, porsi)
    page.teks(baris, "ket", laporan.keterangan if laporan else "")
    page.teks(baris, "unit", isi.name_of(porsi.unit))
    write_berkas(page, baris, isi.file_of(porsi.unit), masuk=porsi.unit in isi.masuk)


def _write_gabungan(
    page: Halaman, jangkauan: tuple[int, int], isi: Himpunan, indikator: Indikator
) -> None:
    """Write the office's figures below the shares of its units, as formulas over them."""
    first, baris = jangkauan
    pairs = [isi.pair_of(indikator.kode, x) for x in indikator.porsi]
    target, realisasi = combine_units(pairs, indikator.gabungan)
    years, targets, reached = (
        page.rentang(first, baris - 1, x) for x in ("tahunan", "target", "realisasi")
    )
    made = combined(Deret(targets, reached, (), ()), indikator.gabungan, pairs)
    of_year = year_target_of(years, indikator.gabungan, [x.target_tahunan for x in indikator.porsi])
    page.rumus_nilai(baris, "tahunan", of_year, year_target(indikator), tebal=True)
    page.rumus_nilai(baris, "target", made.target, target, tebal=True)
    page.rumus_nilai(baris, "realisasi", made.realisasi, realisasi, tebal=True)
    filled = sum(x is not None for _, x in pairs)
    page.teks(baris, "ket", f"{filled} dari {len(pairs)} unit sudah mengisi", tebal=True)
    page.teks(baris, "unit", f"Gabungan ({indikator.gabungan.value})", tebal=True)
    page.teks(baris, "berkas", "", tebal=True)


def _write_tanda_tangan(page: Halaman, baris: int, isi: Himpunan) -> int:
    """Write the signature block of the secretary, who collects; return its last row."""
    kantor = isi.pengaturan.kantor
    official = kantor.sekretaris
    lines: list[tuple[str, dict[str, object]]] = [
        (f"{kantor.tempat}, {format_tanggal(isi.dibuat)}", {}),
        (official.jabatan, {}),
        *[("", {})] * RUANG_TANDA_TANGAN,
        (official.nama, {"bold": True, "underline": 1}),
        *((x, {}) for x in (official.pangkat, official.nip and f"NIP. {official.nip}") if x),
    ]
    first, last = page.at("unit"), page.at("berkas")
    for ke, (teks, sifat) in enumerate(lines, baris):
        style = page.buku.gaya.of(align="center", **sifat)
        page.lembar.merge_range(ke, first, ke, last, "", style)
        write_teks(page.lembar, ke, first, teks, style)
    return baris + len(lines) - 1
