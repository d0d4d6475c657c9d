"""Sheet Per Unit: the mean of each unit over its own shares, the shares, what the unit wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kinerja_cli.adapter.analisis_xlsx.aturan import LetakAturan
from kinerja_cli.adapter.analisis_xlsx.indikator import pairs_of
from kinerja_cli.adapter.analisis_xlsx.susunan import BARIS_PERTAMA, Susunan, reach
from kinerja_cli.adapter.analisis_xlsx.tribulan import LetakTribulan
from kinerja_cli.adapter.laporan_xlsx.kepala import close_halaman, open_halaman
from kinerja_cli.adapter.laporan_xlsx.kerangka import (
    Buku,
    Halaman,
    Kolom,
    full_or_reason,
    rounded_or_none,
)
from kinerja_cli.adapter.laporan_xlsx.rumus import (
    DESIMAL_BANTU,
    DESIMAL_RERATA,
    Deret,
    RumusCapaian,
    capped,
    class_of,
    mean_capaian_of,
    printed,
    shown,
    up_to,
)
from kinerja_cli.adapter.laporan_xlsx.warna import colour_capaian, colour_predikat
from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator, HasilPorsi, HasilUnit
from kinerja_cli.domain.angka import format_angka, round_half_up
from kinerja_cli.domain.kantor import AturanHitung
from kinerja_cli.domain.predikat import classify
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.setoran import Realisasi

NAMA = "Per Unit"

Porsi: TypeAlias = tuple[HasilIndikator, int]
"""An indicator and which of its shares."""


def columns(aturan: AturanHitung, tribulan: int) -> tuple[Kolom, ...]:
    """Return the columns."""
    batas = aturan.batas_rata_rata
    cap = "Tanpa Batas" if batas is None else f"Dibatasi {format_angka(batas)}"
    helpers = "Kolom bantu: belum dibulatkan"
    return (
        Kolom("unit", "Unit", 12),
        Kolom("kode", "Kode", 17),
        Kolom("uraian", "Unit / Indikator Kinerja", 46),
        Kolom("satuan", "Satuan", 15),
        Kolom("t", "Target", 10),
        Kolom("r", "Realisasi", 10),
        Kolom("c", "Capaian", 11),
        Kolom("batas", f"Capaian {cap}", 11),
        Kolom("predikat", "Predikat", 14),
        Kolom("ket", f"Keterangan Unit pada Tribulan {ROMAWI[tribulan]}", 60),
        Kolom("penuh", "Capaian", 17, helpers, bantu=True),
        Kolom("batas_penuh", cap, 17, helpers, bantu=True),
    )


@dataclass(frozen=True, slots=True)
class LetakUnit:
    """The sheet, and the row of each unit by its code."""

    halaman: Halaman
    baris: Mapping[str, int]


def write_unit(
    buku: Buku, analisis: Analisis, susunan: Susunan, aturan: LetakAturan, sumber: LetakTribulan
) -> LetakUnit:
    """Write each unit with its shares below it."""
    n = analisis.tribulan
    judul = f"CAPAIAN PER UNIT S.D. TRIBULAN {ROMAWI[n]} TAHUN {analisis.rencana.tahun}"
    page = open_halaman(buku, NAMA, judul, columns(buku.pengaturan.aturan, n))
    shares: dict[str, list[Porsi]] = defaultdict(list)
    for _, hasil in susunan.urutan:
        for ke, porsi in enumerate(hasil.porsi):
            shares[porsi.unit.kode].append((hasil, ke))
    writer = _Penulis(page, analisis, aturan, sumber, sumber.deret(None))
    rows, baris = {}, BARIS_PERTAMA
    for unit in analisis.unit:
        own = shares[unit.unit.kode]
        rows[unit.unit.kode] = baris
        writer.write_unit(baris, unit, own)
        for ke, one in enumerate(own, baris + 1):
            writer.write_porsi(ke, unit, one)
        baris += 1 + len(own)
    last = baris - 1
    colour_predikat(page, BARIS_PERTAMA, last, "predikat")
    colour_capaian(page, BARIS_PERTAMA, last, "c")
    close_halaman(page, last, "uraian")
    return LetakUnit(page, rows)


@dataclass(frozen=True, slots=True)
class _Penulis:
    """Writes the rows of the sheet."""

    page: Halaman
    analisis: Analisis
    aturan: LetakAturan
    sumber: LetakTribulan
    deret: Deret
    """Targets and realisasi of any row of sheet Per Tribulan."""

    def write_unit(self, baris: int, unit: HasilUnit, own: Sequence[Porsi]) -> None:
        """Write a unit's mean over the rows below it."""
        page, mean = self.page, unit.rata_rata
        for kunci, teks in (("unit", unit.unit.kode), ("kode", ""), ("uraian", unit.unit.nama)):
            page.teks(baris, kunci, teks, tebal=True)
        for kunci in ("t", "r"):
            page.teks(baris, kunci, "", tebal=True)
        page.teks(baris, "ket", _received(unit.melapor), tebal=True)
        below = reach(baris + 1, len(own))
        pairs = (("c", "penuh", mean.apa_adanya), ("batas", "batas_penuh", mean.dibatasi))
        for kunci, helper, nilai in pairs:
            cells = page.rentang(*below, helper) if below else ""
            rumus = mean_capaian_of(cells) if below else '"–"'
            page.rumus(baris, helper, rumus, rounded_or_none(nilai, DESIMAL_RERATA), "bantu")
            rounded = rounded_or_none(nilai)
            page.rumus(baris, kunci, printed(page.sel(baris, helper)), rounded, tebal=True)
        cells = page.rentang(*below, "penuh") if below else ""
        count = (
            f'COUNT({cells})&" dari "&ROWS({cells})&" dinilai"' if below else '"0 dari 0 dinilai"'
        )
        counted = f"{mean.dinilai} dari {mean.jumlah} dinilai"
        page.rumus(baris, "satuan", count, counted, "tengah", tebal=True)
        nama = unit.predikat.nama if unit.predikat else None
        self._write_predikat(baris, "batas", nama, tebal=True)

    def _write_predikat(
        self, baris: int, kunci: str, nama: str | None, *, tebal: bool = False
    ) -> None:
        rumus = class_of(self.page.sel(None, kunci), self.aturan.skala)
        self.page.rumus(baris, "predikat", rumus, nama, "tengah", tebal=tebal)

    def write_porsi(self, baris: int, unit: HasilUnit, own: Porsi) -> None:
        """Write what the unit reached of one share."""
        hasil, ke = own
        porsi, page, indikator = hasil.porsi[ke], self.page, hasil.indikator
        page.teks(baris, "unit", unit.unit.kode)
        page.teks(baris, "kode", indikator.kode)
        page.teks(baris, "uraian", indikator.uraian)
        page.teks(baris, "satuan", indikator.satuan, "tengah")
        self._write_figures(baris, hasil, ke)
        self._write_capaian(baris, hasil, porsi)
        page.teks(baris, "ket", words_of(porsi.laporan[-1]))

    def _write_figures(self, baris: int, hasil: HasilIndikator, ke: int) -> None:
        waktu = hasil.porsi[ke].waktu
        there = self.sumber.porsi[hasil.indikator.kode, ke]
        made = up_to(self.deret, hasil.indikator.agregasi, pairs_of(waktu))
        over = self.analisis.akhir_tahun
        target = shown(self.sumber.target_tahunan(None)) if over else made.target
        self.page.rumus_nilai(baris, "t", target, waktu.berlaku.target, asal=there)
        self.page.rumus_nilai(baris, "r", made.realisasi, waktu.berlaku.realisasi, asal=there)

    def _write_capaian(self, baris: int, hasil: HasilIndikator, porsi: HasilPorsi) -> None:
        page, aturan, judged = self.page, self.analisis.pengaturan.aturan, porsi.waktu.berlaku
        rumus = RumusCapaian(hasil.cara, self.aturan.huruf_of(hasil.cara))
        full = rumus.of(page.sel(None, "t"), page.sel(None, "r"), judged.target)
        isi, batas = full_or_reason(judged.capaian, DESIMAL_BANTU), aturan.batas_rata_rata
        page.rumus(baris, "penuh", full, isi, "bantu")
        held = isi if batas is None or isinstance(isi, str) else min(isi, batas)
        page.rumus(baris, "batas_penuh", capped(page.sel(None, "penuh"), batas), held, "bantu")
        page.capaian(baris, "c", printed(page.sel(None, "penuh")), judged.capaian)
        shown_held = round_half_up(held) if not isinstance(held, str) else held
        page.rumus(baris, "batas", printed(page.sel(None, "batas_penuh")), shown_held)
        kelas = classify(judged.capaian.persen, aturan.skala)
        self._write_predikat(baris, "c", kelas.nama if kelas else None)


def _received(melapor: Sequence[bool]) -> str:
    """Say which workbooks of a unit came in."""
    came, missing = (
        ", ".join(ROMAWI[ke] for ke, here in enumerate(melapor, 1) if here is wanted)
        for wanted in (True, False)
    )
    if not missing:
        return f"Formulir diterima: Tribulan {came}"
    received = f"Tribulan {came}" if came else "belum ada"
    return f"Formulir diterima: {received}; belum masuk: Tribulan {missing}"


def words_of(laporan: Realisasi | None) -> str:
    """Return what a unit wrote about an indicator, each part under its name."""
    if laporan is None:
        return "Formulir belum masuk"
    more = laporan.penjelasan
    parts = (
        ("", laporan.keterangan),
        ("Faktor penyebab: ", more.penyebab),
        ("Kendala: ", more.kendala),
        ("Solusi: ", more.solusi),
        ("Tindak lanjut: ", more.tindak_lanjut),
    )
    return "\n".join(name + text for name, text in parts if text)
