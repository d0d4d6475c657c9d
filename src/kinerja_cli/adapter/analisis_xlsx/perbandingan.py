"""Sheet Perbandingan: earlier years, the Renstra's end target, the figures of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinerja_cli.adapter.analisis_xlsx.aturan import LetakAturan
from kinerja_cli.adapter.analisis_xlsx.indikator import LetakIndikator
from kinerja_cli.adapter.analisis_xlsx.susunan import BARIS_PERTAMA, Susunan
from kinerja_cli.adapter.laporan_xlsx.kepala import close_halaman, open_halaman
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Halaman, Kolom
from kinerja_cli.adapter.laporan_xlsx.rumus import KOSONG, RumusCapaian, shown
from kinerja_cli.adapter.laporan_xlsx.warna import colour_capaian
from kinerja_cli.domain.analisis.model import Analisis, Hasil, HasilIndikator, HasilRiwayat
from kinerja_cli.domain.angka import round_half_up
from kinerja_cli.domain.capaian import Alasan
from kinerja_cli.domain.narasi.indikator import letak_pembanding
from kinerja_cli.domain.narasi.kata import sebut_arah_persen
from kinerja_cli.domain.rencana import ROMAWI

NAMA = "Perbandingan"
TAHUN_TERBANYAK = 5
"""Earlier years that fit one page wide: those of a Renstra."""


def years_of(analisis: Analisis) -> tuple[int, ...]:
    """Return the latest earlier years that any indicator has figures of."""
    years = sorted({x.tahun for hasil in analisis.indikator for x in hasil.riwayat})
    return tuple(years[-TAHUN_TERBANYAK:])


def columns(analisis: Analisis, tahun: tuple[int, ...]) -> Iterator[Kolom]:
    """Yield the columns for these earlier years."""
    this = f"Tahun {analisis.rencana.tahun}"
    if not analisis.akhir_tahun:
        this = f"{this} s.d. TW {ROMAWI[analisis.tribulan]}"
    yield Kolom("no", "No.", 5)
    yield Kolom("kode", "Kode", 17)
    yield Kolom("uraian", "Indikator Kinerja", 42)
    yield Kolom("satuan", "Satuan", 11)
    for year in tahun:
        yield Kolom(f"r{year}", "Realisasi", 10, f"Tahun {year}")
        yield Kolom(f"c{year}", "Capaian", 10, f"Tahun {year}")
    yield Kolom("r", "Realisasi", 10, this)
    yield Kolom("c", "Capaian", 10, this)
    yield Kolom("selisih", "Selisih Capaian (poin)", 11, "Terhadap tahun lalu")
    yield Kolom("arah", "Arah", 9, "Terhadap tahun lalu")
    yield Kolom("renstra", "Target", 10, "Akhir Renstra")
    yield Kolom("c_renstra", "Tingkat Capaian", 10, "Akhir Renstra")
    yield Kolom("pembanding", "Uraian", 26, "Pembanding")
    yield Kolom("n_pembanding", "Nilai", 10, "Pembanding")
    yield Kolom("letak", "Letak Realisasi", 11, "Pembanding")
    for year in tahun:
        yield Kolom(f"t{year}", f"Target {year}", 10, "Kolom bantu", bantu=True)


def write_perbandingan(
    buku: Buku, analisis: Analisis, susunan: Susunan, aturan: LetakAturan, sumber: LetakIndikator
) -> None:
    """Write one row per indicator, in the rows of sheet Capaian Indikator."""
    tahun = years_of(analisis)
    judul = f"PERBANDINGAN KINERJA TAHUN {analisis.rencana.tahun}"
    page = open_halaman(buku, NAMA, judul, tuple(columns(analisis, tahun)))
    writer = _Penulis(page, analisis, aturan, sumber, tahun)
    for baris, (_, hasil) in enumerate(susunan.urutan, BARIS_PERTAMA):
        writer.write(baris, hasil)
    for kunci in (*(f"c{x}" for x in tahun), "c"):
        colour_capaian(page, BARIS_PERTAMA, susunan.terakhir, kunci)
    close_halaman(page, susunan.terakhir, "uraian")


@dataclass(frozen=True, slots=True)
class _Penulis:
    """Writes the rows of the sheet."""

    page: Halaman
    analisis: Analisis
    aturan: LetakAturan
    sumber: LetakIndikator
    tahun: tuple[int, ...]

    def write(self, baris: int, hasil: HasilIndikator) -> None:
        """Write one indicator."""
        page, indikator = self.page, hasil.indikator
        page.bilangan(baris, "no", baris - BARIS_PERTAMA + 1)
        page.teks(baris, "kode", indikator.kode)
        page.teks(baris, "uraian", indikator.uraian)
        page.teks(baris, "satuan", indikator.satuan, "tengah")
        rumus = RumusCapaian(hasil.cara, self.aturan.huruf_of(hasil.cara))
        before = {x.tahun: x for x in hasil.riwayat}
        for year in self.tahun:
            self._write_year(baris, year, before.get(year), rumus)
        self._write_this_year(baris, hasil)
        self._write_change(baris, hasil, before)
        self._write_renstra(baris, hasil.renstra, rumus)
        self._write_pembanding(baris, hasil)

    def _write_year(
        self, baris: int, year: int, riwayat: HasilRiwayat | None, rumus: RumusCapaian
    ) -> None:
        page, t, r, c = self.page, f"t{year}", f"r{year}", f"c{year}"
        if riwayat is None:
            for kunci in (t, r, c):
                page.teks(baris, kunci, "")
            return
        hasil = riwayat.hasil
        page.nilai(baris, t, hasil.target)
        page.nilai(baris, r, hasil.realisasi)
        made = rumus.of(page.sel(None, t), page.sel(None, r), hasil.target, 2)
        page.capaian(baris, c, made, hasil.capaian)

    def _write_this_year(self, baris: int, hasil: HasilIndikator) -> None:
        over, page = self.analisis.akhir_tahun, self.page
        judged = hasil.waktu.berlaku
        page.rumus_nilai(baris, "r", shown(self.sumber.sel(None, "r")), judged.realisasi)
        capaian = self.sumber.sel(None, "ct" if over else "c")
        page.capaian(baris, "c", capaian, judged.capaian)

    def _write_change(
        self, baris: int, hasil: HasilIndikator, before: Mapping[int, HasilRiwayat]
    ) -> None:
        """Write the points since last year, between the two figures as printed."""
        page, last = self.page, before.get(self.analisis.rencana.tahun - 1)
        if last is None or not self.analisis.akhir_tahun:
            reason = KOSONG if self.analisis.akhir_tahun else Alasan.BELUM_AKHIR_TAHUN.value
            page.teks(baris, "selisih", reason, "alasan")
            page.teks(baris, "arah", "")
            return
        now, then = hasil.waktu.berlaku.capaian.persen, last.hasil.capaian.persen
        points = word = None
        if now is not None and then is not None:
            points = round_half_up(now) - round_half_up(then)
            word = sebut_arah_persen(now, then).value
        c, lalu = page.sel(None, "c"), page.sel(None, f"c{last.tahun}")
        rumus = f'IF(COUNT({c},{lalu})<2,"{KOSONG}",ROUND({c}-{lalu},2))'
        page.rumus(baris, "selisih", rumus, points)
        sel = page.sel(None, "selisih")
        words = f'IF({sel}>0,"naik",IF({sel}<0,"turun","tetap"))'
        page.rumus(baris, "arah", f'IF(ISNUMBER({sel}),{words},"{KOSONG}")', word, "tengah")

    def _write_renstra(self, baris: int, renstra: Hasil, rumus: RumusCapaian) -> None:
        page = self.page
        page.nilai(baris, "renstra", renstra.target)
        if renstra.target is None:
            page.teks(baris, "c_renstra", "")
        elif not self.analisis.akhir_tahun:
            page.teks(baris, "c_renstra", Alasan.BELUM_AKHIR_TAHUN.value, "alasan")
        else:
            made = rumus.of(page.sel(None, "renstra"), page.sel(None, "r"), renstra.target, 2)
            page.capaian(baris, "c_renstra", made, renstra.capaian)

    def _write_pembanding(self, baris: int, hasil: HasilIndikator) -> None:
        page, indikator = self.page, hasil.indikator
        page.teks(baris, "pembanding", indikator.pembanding)
        page.nilai(baris, "n_pembanding", indikator.nilai_pembanding)
        if indikator.nilai_pembanding is not None and not self.analisis.akhir_tahun:
            page.teks(baris, "letak", Alasan.BELUM_AKHIR_TAHUN.value, "alasan")
        else:
            page.teks(baris, "letak", letak_pembanding(hasil) or "", "tengah")
