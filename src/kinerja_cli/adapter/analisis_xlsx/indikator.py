"""Sheet Capaian Indikator: up to the tribulan, towards the year, and what enters the means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_cli.adapter.analisis_xlsx.aturan import LetakAturan
from kinerja_cli.adapter.analisis_xlsx.susunan import BARIS_PERTAMA, Susunan
from kinerja_cli.adapter.analisis_xlsx.tribulan import LetakTribulan
from kinerja_cli.adapter.laporan_xlsx.kepala import close_halaman, open_halaman
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Halaman, Kolom, full_or_reason
from kinerja_cli.adapter.laporan_xlsx.rumus import (
    DESIMAL_BANTU,
    Deret,
    RumusCapaian,
    capped,
    class_of,
    printed,
    shown,
    up_to,
)
from kinerja_cli.adapter.laporan_xlsx.warna import colour_capaian, colour_predikat
from kinerja_cli.domain.agregasi import Pasangan
from kinerja_cli.domain.analisis.model import (
    Analisis,
    Hasil,
    HasilIndikator,
    HasilSasaran,
    HasilWaktu,
)
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.capaian import CaraHitung
from kinerja_cli.domain.kantor import AturanHitung
from kinerja_cli.domain.rencana import ROMAWI, Polaritas

NAMA = "Capaian Indikator"


def columns(analisis: Analisis) -> Iterator[Kolom]:
    """Yield the columns; the capaian of the year exists at its end only."""
    upto = f"s.d. Tribulan {ROMAWI[analisis.tribulan]}"
    year = f"Tahun {analisis.rencana.tahun}"
    over = analisis.akhir_tahun
    yield Kolom("no", "No.", 5)
    yield Kolom("kode", "Kode", 17)
    yield Kolom("uraian", "Indikator Kinerja", 42)
    yield Kolom("jenjang", "Jenjang", 12)
    yield Kolom("simpul", "Sasaran / Program / Kegiatan", 34)
    yield Kolom("iku", "IKU", 6)
    yield Kolom("unit", "Unit", 12)
    yield Kolom("satuan", "Satuan", 11)
    yield Kolom("cara", "Polaritas; Agregasi", 14)
    yield Kolom("t", "Target", 10, upto)
    yield Kolom("r", "Realisasi", 10, upto)
    yield Kolom("c", "Capaian" if over else "Capaian (dinilai)", 10, upto)
    yield Kolom("tahunan", "Target", 10, year)
    yield Kolom("ct", "Capaian (dinilai)" if over else "Kemajuan", 10, year)
    yield Kolom("predikat", "Predikat", 14)
    helpers = "Kolom bantu rata-rata"
    yield Kolom("bobot", "Bobot", 8, helpers, bantu=True)
    yield Kolom("penuh", "Capaian belum dibulatkan", 17, helpers, bantu=True)
    yield Kolom("batas", _cap_title(analisis.pengaturan.aturan), 17, helpers, bantu=True)


def _cap_title(aturan: AturanHitung) -> str:
    batas = aturan.batas_rata_rata
    return "Tanpa batas" if batas is None else f"Dibatasi {format_angka(batas)}"


@dataclass(frozen=True, slots=True)
class LetakIndikator:
    """Where the judged capaian of the indicators stand, for means and comparisons."""

    halaman: Halaman

    def rentang(self, dari: int, sampai: int, kunci: str) -> str:
        """Return a range of a helper column as other sheets write it."""
        return self.halaman.luar(self.halaman.rentang(dari, sampai, kunci))

    def sel(self, baris: int | None, kunci: str) -> str:
        """Return a cell as other sheets write it."""
        return self.halaman.luar(self.halaman.sel(baris, kunci))


def write_indikator(
    buku: Buku, analisis: Analisis, susunan: Susunan, aturan: LetakAturan, sumber: LetakTribulan
) -> LetakIndikator:
    """Write one row per indicator, its figures made from sheet Per Tribulan."""
    judul = (
        f"CAPAIAN INDIKATOR KINERJA S.D. TRIBULAN {ROMAWI[analisis.tribulan]} "
        f"TAHUN {analisis.rencana.tahun}"
    )
    page = open_halaman(buku, NAMA, judul, tuple(columns(analisis)))
    rows = _Baris(page, analisis, aturan, sumber.target_tahunan(None), sumber.deret(None))
    for ke, (node, hasil) in enumerate(susunan.urutan):
        rows.write(BARIS_PERTAMA + ke, ke + 1, node, hasil)
    last = susunan.terakhir
    colour_predikat(page, BARIS_PERTAMA, last, "predikat")
    colour_capaian(page, BARIS_PERTAMA, last, "ct" if analisis.akhir_tahun else "c")
    close_halaman(page, last, "uraian")
    return LetakIndikator(page)


def pairs_of(waktu: HasilWaktu) -> list[Pasangan]:
    """Return target and realisasi of each tribulan."""
    return [(x.target, x.realisasi) for x in waktu.tribulan]


def name_of(cara: CaraHitung) -> str:
    """Return the polaritas, with the falling formula where there are two."""
    nama: str = cara.polaritas.value
    return f"{nama} ({cara.rumus_turun.value})" if cara.polaritas is Polaritas.TURUN else nama


@dataclass(frozen=True, slots=True)
class _Baris:
    """Writes the rows of the sheet."""

    page: Halaman
    analisis: Analisis
    aturan: LetakAturan
    tahunan: str
    """The target of the year on sheet Per Tribulan, in the same row."""
    deret: Deret

    def write(self, baris: int, nomor: int, node: HasilSasaran, hasil: HasilIndikator) -> None:
        """Write one indicator."""
        self._write_names(baris, nomor, node, hasil)
        self._write_figures(baris, hasil)
        self._write_capaian(baris, hasil)
        nama = hasil.predikat.nama if hasil.predikat else None
        judged = self.page.sel(None, self._judged)
        rumus = class_of(judged, self.aturan.skala)
        self.page.rumus(baris, "predikat", rumus, nama, "tengah")

    @property
    def _judged(self) -> str:
        return "ct" if self.analisis.akhir_tahun else "c"

    def _write_names(
        self, baris: int, nomor: int, node: HasilSasaran, hasil: HasilIndikator
    ) -> None:
        page, indikator = self.page, hasil.indikator
        page.bilangan(baris, "no", nomor)
        page.teks(baris, "kode", indikator.kode)
        page.teks(baris, "uraian", indikator.uraian)
        page.teks(baris, "jenjang", hasil.jenjang.value.capitalize(), "tengah")
        page.teks(baris, "simpul", node.simpul.uraian)
        page.teks(baris, "iku", "ya" if indikator.iku else "", "tengah")
        page.teks(baris, "unit", ", ".join(dict.fromkeys(indikator.unit)), "tengah")
        page.teks(baris, "satuan", indikator.satuan, "tengah")
        page.teks(baris, "cara", f"{name_of(hasil.cara)}; {indikator.agregasi.value}", "tengah")

    def _write_figures(self, baris: int, hasil: HasilIndikator) -> None:
        page, waktu = self.page, hasil.waktu
        made = up_to(self.deret, hasil.indikator.agregasi, pairs_of(waktu))
        page.rumus_nilai(baris, "t", made.target, waktu.sampai_dengan.target)
        page.rumus_nilai(baris, "r", made.realisasi, waktu.sampai_dengan.realisasi)
        year = shown(self.tahunan)
        page.rumus_nilai(baris, "tahunan", year, waktu.tahun.target)

    def _write_capaian(self, baris: int, hasil: HasilIndikator) -> None:
        page, waktu, over = self.page, hasil.waktu, self.analisis.akhir_tahun
        kemajuan = Hasil(waktu.tahun.target, waktu.tahun.realisasi, waktu.kemajuan)
        judged, other = (kemajuan, waktu.sampai_dengan) if over else (waktu.sampai_dengan, kemajuan)
        rumus = RumusCapaian(hasil.cara, self.aturan.huruf_of(hasil.cara))
        full, plain = (
            rumus.of(page.sel(None, kunci), page.sel(None, "r"), one.target, desimal)
            for kunci, one, desimal in (
                ("tahunan" if over else "t", judged, DESIMAL_BANTU),
                ("t" if over else "tahunan", other, 2),
            )
        )
        page.capaian(baris, "c" if over else "ct", plain, other.capaian)
        page.capaian(baris, self._judged, printed(page.sel(None, "penuh")), judged.capaian)
        self._write_helpers(baris, hasil, full, judged)

    def _write_helpers(self, baris: int, hasil: HasilIndikator, full: str, judged: Hasil) -> None:
        page, batas = self.page, self.analisis.pengaturan.aturan.batas_rata_rata
        page.nilai(baris, "bobot", hasil.indikator.bobot)
        isi = full_or_reason(judged.capaian, DESIMAL_BANTU)
        page.rumus(baris, "penuh", full, isi, "bantu")
        held = isi if batas is None or isinstance(isi, str) else min(isi, batas)
        page.rumus(baris, "batas", capped(page.sel(None, "penuh"), batas), held, "bantu")
