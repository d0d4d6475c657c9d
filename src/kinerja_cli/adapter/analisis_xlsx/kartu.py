"""The headline figures at the top of sheet Ringkasan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.adapter.analisis_xlsx.anggaran import LetakAnggaran, serapan_of
from kinerja_cli.adapter.analisis_xlsx.sasaran import LetakSasaran
from kinerja_cli.adapter.laporan_xlsx.kerangka import Halaman, rounded_or_none
from kinerja_cli.adapter.laporan_xlsx.rumus import KOSONG, quote
from kinerja_cli.adapter.tulis_xlsx import (
    FORMAT_PERSEN,
    WARNA_BAGIAN,
    WARNA_GARIS,
    WARNA_REDUP,
    write_teks,
)
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.capaian import Alasan

LEBAR_KARTU = 2
TINGGI_LABEL, TINGGI_NILAI = 26, 30


@dataclass(frozen=True, slots=True)
class Kartu:
    """One headline: what it is, the formula that fetches it, the figure that it carries."""

    label: str
    rumus: str
    isi: Decimal | str


def write_kartu(
    halaman: Halaman,
    baris: int,
    analisis: Analisis,
    sasaran: LetakSasaran,
    anggaran: LetakAnggaran,
) -> None:
    """Write the headlines side by side in two rows."""
    of = halaman.buku.gaya.of
    edge = {"border_color": WARNA_GARIS, "left": 1, "right": 1, "align": "center"}
    small = of(font_size=9, font_color=WARNA_REDUP, text_wrap=True, top=1, valign="vcenter", **edge)
    for ke, kartu in enumerate(_all(analisis, sasaran, anggaran)):
        left = ke * LEBAR_KARTU
        right = left + LEBAR_KARTU - 1
        halaman.lembar.merge_range(baris, left, baris, right, "", small)
        write_teks(halaman.lembar, baris, left, kartu.label, small)
        size = 16 if isinstance(kartu.isi, Decimal) else 12
        large = of(
            bold=True,
            font_size=size,
            bottom=1,
            valign="vcenter",
            bg_color=WARNA_BAGIAN,
            num_format=FORMAT_PERSEN,
            shrink=True,
            **edge,
        )
        halaman.lembar.merge_range(baris + 1, left, baris + 1, right, "", large)
        value = float(kartu.isi) if isinstance(kartu.isi, Decimal) else kartu.isi
        halaman.lembar.write_formula(baris + 1, left, f"={kartu.rumus}", large, value)
    halaman.lembar.set_row(baris, TINGGI_LABEL)
    halaman.lembar.set_row(baris + 1, TINGGI_NILAI)


def _all(analisis: Analisis, sasaran: LetakSasaran, anggaran: LetakAnggaran) -> Iterator[Kartu]:
    office, row = analisis.kantor, sasaran.kantor
    batas = analisis.pengaturan.aturan.batas_rata_rata
    cap = "tanpa batas" if batas is None else f"dibatasi {format_angka(batas)}"
    held, plain = rounded_or_none(office.dibatasi), rounded_or_none(office.apa_adanya)
    yield Kartu(f"Rata-rata capaian ({cap})", sasaran.sel(row, "batas"), _or_dash(held))
    yield Kartu("Rata-rata capaian (apa adanya)", sasaran.sel(row, "rata"), _or_dash(plain))
    predikat = analisis.predikat.nama if analisis.predikat else KOSONG
    yield Kartu("Predikat kantor", sasaran.sel(row, "predikat"), predikat)
    counted = f'{sasaran.sel(row, "dinilai")}&" dari "&{sasaran.sel(row, "jumlah")}'
    yield Kartu("Indikator sasaran yang dinilai", counted, f"{office.dinilai} dari {office.jumlah}")
    yield from _of_money(analisis, anggaran)
    came = sum(sum(x.melapor) for x in analisis.unit)
    text = f"{came} dari {len(analisis.unit) * analisis.tribulan}"
    yield Kartu("Formulir unit diterima", quote(text), text)


def _of_money(analisis: Analisis, anggaran: LetakAnggaran) -> Iterator[Kartu]:
    total, row = analisis.total_anggaran, anggaran.total
    if total is None or row is None:
        for label in ("Serapan anggaran (persen)", "Efisiensi"):
            yield Kartu(label, quote("tanpa pagu"), "tanpa pagu")
        return
    yield Kartu("Serapan anggaran (persen)", anggaran.sel(row, "serapan"), serapan_of(total))
    if not analisis.akhir_tahun:
        waiting = Alasan.BELUM_AKHIR_TAHUN.value
        yield Kartu("Efisiensi", quote(waiting), waiting)
        return
    sebutan = analisis.efisiensi.sebutan if analisis.efisiensi else KOSONG
    yield Kartu("Efisiensi", anggaran.sel(row, "sebutan"), sebutan)


def _or_dash(nilai: Decimal | None) -> Decimal | str:
    """Return a figure, or a dash where it is absent."""
    return KOSONG if nilai is None else nilai
