"""Sheet Anggaran & Efisiensi: pagu, realisasi and serapan as a tree, beside it the capaian."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.adapter.analisis_xlsx.aturan import LetakAturan
from kinerja_cli.adapter.analisis_xlsx.efisiensi import PenulisEfisiensi, Perbandingan
from kinerja_cli.adapter.analisis_xlsx.sasaran import LetakSasaran
from kinerja_cli.adapter.analisis_xlsx.susunan import BARIS_PERTAMA
from kinerja_cli.adapter.laporan_xlsx.kepala import close_halaman, open_halaman
from kinerja_cli.adapter.laporan_xlsx.kerangka import RAGAM, Buku, Halaman, Kolom
from kinerja_cli.adapter.laporan_xlsx.rumus import (
    ANGKA_APA_PUN,
    DESIMAL_BANTU,
    KOSONG,
    printed,
    quote,
    rounded,
)
from kinerja_cli.adapter.tulis_xlsx import WARNA_BAGIAN, write_teks
from kinerja_cli.domain.analisis.model import Analisis, HasilAnggaran, HasilSasaran
from kinerja_cli.domain.angka import round_half_up
from kinerja_cli.domain.capaian import Alasan
from kinerja_cli.domain.rencana import ROMAWI

NAMA = "Anggaran & Efisiensi"
RINCIAN, JUMLAH = "rincian", "jumlah"
BELUM_LENGKAP = "belum lengkap"
PAGU_NOL = "pagu nol"
TANPA_PAGU = "Rencana tidak memuat pagu anggaran."

LEBAR_URAIAN = 60

KOLOM = (
    Kolom("kode", "Kode", 19),
    Kolom("uraian", "Sasaran / Program / Kegiatan / Sub Kegiatan", LEBAR_URAIAN),
    Kolom("jenjang", "Jenjang", 13),
    Kolom("unit", "Unit", 12),
    Kolom("baris", "Baris", 9),
    Kolom("pagu", "Pagu (Rp)", 17, "Anggaran"),
    Kolom("realisasi", "Realisasi (Rp)", 17, "Anggaran"),
    Kolom("serapan", "Serapan (%)", 11, "Anggaran"),
    Kolom("sisa", "Sisa (Rp)", 17, "Anggaran"),
    Kolom("lapor", "Dilaporkan", 11, "Rincian"),
    Kolom("rincian", "Jumlah", 9, "Rincian"),
    Kolom("capaian", "Rata-rata Capaian", 11, "Kinerja dan efisiensi"),
    Kolom("efisiensi", "Efisiensi", 11, "Kinerja dan efisiensi"),
    Kolom("sebutan", "Sebutan", 14, "Kinerja dan efisiensi"),
    Kolom("serapan_penuh", "Serapan", 17, "Kolom bantu: belum dibulatkan", bantu=True),
)


@dataclass(frozen=True, slots=True)
class LetakAnggaran:
    """Where the budget of each node stands, by its code; `total` is None without budget."""

    halaman: Halaman
    baris: Mapping[str, int]
    total: int | None

    def sel(self, baris: int, kunci: str) -> str:
        """Return a cell as other sheets write it."""
        return self.halaman.luar(self.halaman.sel(baris, kunci))


@dataclass(frozen=True, slots=True)
class _Cabang:
    """A node of the tree: its depth, and how many of the rows below belong to it."""

    hasil: HasilAnggaran
    dalam: int
    di_bawah: int


def write_anggaran(
    buku: Buku, analisis: Analisis, aturan: LetakAturan, sasaran: LetakSasaran
) -> LetakAnggaran:
    """Write the tree of the budget, its total last."""
    judul = (
        f"ANGGARAN DAN EFISIENSI S.D. TRIBULAN {ROMAWI[analisis.tribulan]} "
        f"TAHUN {analisis.rencana.tahun}"
    )
    page = open_halaman(buku, NAMA, judul, KOLOM)
    efisiensi = PenulisEfisiensi(page, aturan, sasaran, analisis.akhir_tahun)
    means = {x.simpul.kode: x for x in (*analisis.sasaran, *analisis.program)}
    rows, baris = {}, BARIS_PERTAMA
    for cabang in _tree(analisis.anggaran):
        kode = cabang.hasil.simpul.kode
        rows[kode] = baris
        _write_cabang(page, baris, cabang)
        made_of = _compared(cabang.hasil, means.get(kode))
        efisiensi.write(baris, sasaran.baris.get(kode), made_of, tebal=not cabang.hasil.daun)
        baris += 1
    total = analisis.total_anggaran
    if total is None:
        page.lembar.write_string(baris, 0, TANPA_PAGU, page.buku.gaya.of(italic=True))
    else:
        _write_total(page, baris, total)
        kantor = Perbandingan(analisis.kantor.apa_adanya, total.serapan, analisis.efisiensi)
        efisiensi.write(baris, sasaran.kantor, kantor, tebal=True)
    close_halaman(page, baris, "uraian", baris - 1)
    return LetakAnggaran(page, rows, baris if total else None)


def serapan_of(hasil: HasilAnggaran, desimal: int = 2) -> Decimal | str:
    """Return a rounded serapan, or why there is none."""
    if hasil.serapan is not None:
        return round_half_up(hasil.serapan, desimal)
    return _waiting(hasil) if hasil.dilaporkan < hasil.jumlah else PAGU_NOL


def _waiting(hasil: HasilAnggaran) -> str:
    return Alasan.BELUM_ADA_REALISASI.value if hasil.daun else BELUM_LENGKAP


def _compared(hasil: HasilAnggaran, node: HasilSasaran | None) -> Perbandingan | None:
    """Return what efficiency of a node is made of; None for a line without indicators."""
    if node is None:
        return None
    return Perbandingan(node.rata_rata.apa_adanya, hasil.serapan, node.efisiensi)


def _tree(anggaran: Sequence[HasilAnggaran]) -> list[_Cabang]:
    """Return the nodes depth first, so that what a total covers stands right below it."""
    known = {x.simpul.kode for x in anggaran}
    below: dict[str, list[HasilAnggaran]] = defaultdict(list)
    for one in anggaran:
        induk = one.simpul.induk or ""
        below[induk if induk in known else ""].append(one)
    return [cabang for top in below[""] for cabang in _branch(top, below, 0)]


def _branch(
    top: HasilAnggaran, below: Mapping[str, Sequence[HasilAnggaran]], dalam: int
) -> list[_Cabang]:
    children = below.get(top.simpul.kode, ())
    under = [cabang for child in children for cabang in _branch(child, below, dalam + 1)]
    return [_Cabang(top, dalam, len(under)), *under]


def _write_cabang(page: Halaman, baris: int, cabang: _Cabang) -> None:
    """Write a line of the budget, or a node with the total of the lines below it."""
    hasil, simpul = cabang.hasil, cabang.hasil.simpul
    bold = not hasil.daun
    page.teks(baris, "kode", simpul.kode, tebal=bold)
    _write_uraian(page, baris, cabang)
    page.teks(baris, "jenjang", simpul.jenjang.value.capitalize(), "tengah", tebal=bold)
    page.teks(baris, "unit", simpul.unit or "", "tengah", tebal=bold)
    page.teks(baris, "baris", RINCIAN if hasil.daun else JUMLAH, "tengah", tebal=bold)
    if hasil.daun:
        page.uang(baris, "pagu", hasil.pagu)
        page.uang(baris, "realisasi", hasil.realisasi)
        known = f"COUNT({page.sel(baris, 'realisasi')})"
        page.rumus(baris, "lapor", known, hasil.dilaporkan, "tengah")
        page.bilangan(baris, "rincian", hasil.jumlah)
    else:
        _write_sums(page, baris, (baris + 1, baris + cabang.di_bawah), hasil)
    _write_serapan(page, baris, hasil)


def _write_uraian(page: Halaman, baris: int, cabang: _Cabang) -> None:
    """Write a node's name, the deeper the further in."""
    more = {} if cabang.hasil.daun else {"bold": True, "bg_color": WARNA_BAGIAN}
    style = page.buku.gaya.of(**RAGAM["teks"], align="left", indent=cabang.dalam, **more)
    write_teks(page.lembar, baris, page.at("uraian"), cabang.hasil.simpul.uraian, style)
    # Bold letters are wider, and an indented text has less room.
    room = LEBAR_URAIAN - 2 * cabang.dalam - (6 if more else 0)
    page.tampung(baris, "uraian", cabang.hasil.simpul.uraian, room)


def _write_total(page: Halaman, baris: int, hasil: HasilAnggaran) -> None:
    """Write the office's total: the sum of all lines, never of sub-totals."""
    texts = {"kode": "", "uraian": "JUMLAH ANGGARAN", "jenjang": "", "unit": "", "baris": JUMLAH}
    for kunci, teks in texts.items():
        page.teks(baris, kunci, teks, "tengah" if kunci == "baris" else "teks", tebal=True)
    _write_sums(page, baris, (BARIS_PERTAMA, baris - 1), hasil)
    _write_serapan(page, baris, hasil)


def _write_sums(page: Halaman, baris: int, dari: tuple[int, int], hasil: HasilAnggaran) -> None:
    kind, pagu, realisasi = (page.rentang(*dari, x) for x in ("baris", "pagu", "realisasi"))
    lines = f"{kind},{quote(RINCIAN)}"
    known = f"COUNTIFS({lines},{realisasi},{ANGKA_APA_PUN})"
    spent = f'IF({page.sel(baris, "lapor")}=0,"{KOSONG}",SUMIFS({realisasi},{lines}))'
    page.rumus(baris, "pagu", f"SUMIFS({pagu},{lines})", hasil.pagu, "rupiah", tebal=True)
    page.rumus(baris, "realisasi", spent, hasil.realisasi, "rupiah", tebal=True)
    page.rumus(baris, "lapor", known, hasil.dilaporkan, "tengah", tebal=True)
    page.rumus(baris, "rincian", f"COUNTIFS({lines})", hasil.jumlah, "tengah", tebal=True)


def _write_serapan(page: Halaman, baris: int, hasil: HasilAnggaran) -> None:
    """Write serapan and what is left; serapan waits until every line has reported."""
    pagu, realisasi, lapor, rincian = (
        page.sel(baris, x) for x in ("pagu", "realisasi", "lapor", "rincian")
    )
    waiting = _waiting(hasil)
    ratio = rounded(f"{realisasi}/{pagu}*100", DESIMAL_BANTU)
    full = f'IF({lapor}<{rincian},"{waiting}",IF({pagu}<=0,"{PAGU_NOL}",{ratio}))'
    bold = not hasil.daun
    page.rumus(baris, "serapan_penuh", full, serapan_of(hasil, DESIMAL_BANTU), "bantu")
    rumus = printed(page.sel(baris, "serapan_penuh"))
    page.rumus(baris, "serapan", rumus, serapan_of(hasil), tebal=bold)
    left = f'IF({lapor}=0,"{KOSONG}",{pagu}-{realisasi})'
    page.rumus(baris, "sisa", left, hasil.sisa, "rupiah", tebal=bold)
