"""Sheet Anggaran & Efisiensi: pagu, realisasi and serapan as a tree, beside it the capaian."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja_cli.adapter.analisis_xlsx.aturan import LetakAturan
from kinerja_cli.adapter.analisis_xlsx.kepala import close_halaman, open_halaman
from kinerja_cli.adapter.analisis_xlsx.kerangka import Buku, Halaman, Kolom, rounded_or_none
from kinerja_cli.adapter.analisis_xlsx.rumus import DESIMAL_BANTU, quote, rounded
from kinerja_cli.adapter.analisis_xlsx.sasaran import LetakSasaran
from kinerja_cli.adapter.analisis_xlsx.susunan import BARIS_PERTAMA
from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.analisis.model import Analisis, Efisiensi, HasilAnggaran
from kinerja_cli.domain.kantor import RumusEfisiensi
from kinerja_cli.domain.rencana import ROMAWI

NAMA = "Anggaran & Efisiensi"
RINCIAN, JUMLAH = "rincian", "jumlah"
BELUM_LENGKAP = "belum lengkap"
PAGU_NOL = "pagu nol"
DI_ATAS_PAGU = "serapan di atas 100"
BELUM_TERCAPAI = "target belum tercapai"
TANPA_DATA = "–"

KOLOM = (
    Kolom("kode", "Kode", 19),
    Kolom("uraian", "Sasaran / Program / Kegiatan / Sub Kegiatan", 62),
    Kolom("jenjang", "Jenjang", 13),
    Kolom("unit", "Unit", 12),
    Kolom("baris", "Baris", 9),
    Kolom("pagu", "Pagu (Rp)", 17),
    Kolom("realisasi", "Realisasi (Rp)", 17),
    Kolom("serapan", "Serapan (%)", 11),
    Kolom("sisa", "Sisa (Rp)", 17),
    Kolom("lapor", "Rincian Dilaporkan", 11),
    Kolom("capaian", "Rata-rata Capaian", 11),
    Kolom("efisiensi", "Efisiensi", 11),
    Kolom("sebutan", "Sebutan", 14),
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
    """A node of the tree: its depth, and how many rows stand below it that belong to it."""

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
    writer = _Penulis(page, analisis, aturan, sasaran)
    rows = {}
    for baris, cabang in enumerate(_walk(analisis.anggaran), BARIS_PERTAMA):
        rows[cabang.hasil.simpul.kode] = baris
        writer.write(baris, cabang)
    last = BARIS_PERTAMA + len(rows)
    if analisis.total_anggaran is None:
        page.lembar.write_string(last, 0, "Rencana tidak memuat pagu anggaran.")
    else:
        writer.write_total(last, analisis.total_anggaran)
    close_halaman(page, last, "uraian", last - 1)
    return LetakAnggaran(page, rows, None if analisis.total_anggaran is None else last)


def _walk(anggaran: Sequence[HasilAnggaran]) -> Iterator[_Cabang]:
    """Yield the nodes depth first, so that what a total covers stands right below it."""
    known = {x.simpul.kode for x in anggaran}
    below: dict[str | None, list[HasilAnggaran]] = defaultdict(list)
    for one in anggaran:
        induk = one.simpul.induk
        below[induk if induk in known else None].append(one)
    yield from (cabang for top in below[None] for cabang in _branch(top, below, 0))


def _branch(
    top: HasilAnggaran, below: Mapping[str | None, list[HasilAnggaran]], dalam: int
) -> list[_Cabang]:
    under = [
        cabang
        for child in below.get(top.simpul.kode, [])
        for cabang in _branch(child, below, dalam + 1)
    ]
    return [_Cabang(top, dalam, len(under)), *under]


@dataclass(frozen=True, slots=True)
class _Penulis:
    """Writes the rows of the sheet."""

    page: Halaman
    analisis: Analisis
    aturan: LetakAturan
    sasaran: LetakSasaran

    def write(self, baris: int, cabang: _Cabang) -> None:
        """Write a line of the budget, or a total of the lines below it."""
        page, hasil, simpul = self.page, cabang.hasil, cabang.hasil.simpul
        bold = not hasil.daun
        page.teks(baris, "kode", simpul.kode, tebal=bold)
        style = {"indent": cabang.dalam} if cabang.dalam else {}
        self._write_uraian(baris, simpul.uraian, style, tebal=bold)
        page.teks(baris, "jenjang", simpul.jenjang.value.capitalize(), "tengah", tebal=bold)
        page.teks(baris, "unit", simpul.unit or "", "tengah", tebal=bold)
        page.teks(baris, "baris", RINCIAN if hasil.daun else JUMLAH, "tengah", tebal=bold)
        if hasil.daun:
            page.uang(baris, "pagu", hasil.pagu)
            page.uang(baris, "realisasi", hasil.realisasi)
        else:
            self._write_sums(baris, (baris + 1, baris + cabang.di_bawah), hasil)
        self._write_serapan(baris, hasil, tebal=bold)
        self._write_efisiensi(baris, simpul.kode, tebal=bold)

    def write_total(self, baris: int, hasil: HasilAnggaran) -> None:
        """Write the office's total: the sum of all lines."""
        page = self.page
        for kunci, teks in (("kode", ""), ("uraian", "JUMLAH ANGGARAN"), ("jenjang", "")):
            page.teks(baris, kunci, teks, tebal=True)
        page.teks(baris, "unit", "", tebal=True)
        page.teks(baris, "baris", JUMLAH, "tengah", tebal=True)
        self._write_sums(baris, (BARIS_PERTAMA, baris - 1), hasil)
        self._write_serapan(baris, hasil, tebal=True)
        analisis = self.analisis
        self._write_judged(baris, self.sasaran.kantor, analisis.kantor, analisis.efisiensi)

    def _write_uraian(
        self, baris: int, teks: str, sifat: Mapping[str, int], *, tebal: bool
    ) -> None:
        """Write a name, deeper ones further in."""
        self.page.teks(baris, "uraian", f"{'    ' * sifat.get('indent', 0)}{teks}", tebal=tebal)

    def _write_sums(self, baris: int, dari: tuple[int, int], hasil: HasilAnggaran) -> None:
        page = self.page
        kind = page.rentang(*dari, "baris")
        pagu, realisasi = (page.rentang(*dari, x) for x in ("pagu", "realisasi"))
        leaf = quote(RINCIAN)
        page.rumus(
            baris, "pagu", f"SUMIFS({pagu},{kind},{leaf})", hasil.pagu, "rupiah", tebal=True
        )
        known = f'COUNTIFS({kind},{leaf},{realisasi},">-1E+300")'
        rumus = f'IF({known}=0,"{TANPA_DATA}",SUMIFS({realisasi},{kind},{leaf}))'
        page.rumus(baris, "realisasi", rumus, hasil.realisasi, "rupiah", tebal=True)
        text = f"{hasil.dilaporkan} dari {hasil.jumlah}"
        count = f'{known}&" dari "&COUNTIFS({kind},{leaf})'
        page.rumus(baris, "lapor", count, text, "tengah", tebal=True)

    def _write_serapan(self, baris: int, hasil: HasilAnggaran, *, tebal: bool) -> None:
        page = self.page
        pagu, realisasi, lapor = (page.sel(baris, x) for x in ("pagu", "realisasi", "lapor"))
        ratio = f'IF({pagu}=0,"{PAGU_NOL}",{rounded(f"{realisasi}/{pagu}*100", DESIMAL_BANTU)})'
        if hasil.daun:
            page.teks(baris, "lapor", "", "tengah")
            full = f'IF({realisasi}="","{BELUM_LENGKAP}",{ratio})'
        else:
            complete = f'{lapor}={quote(f"{hasil.jumlah} dari {hasil.jumlah}")}'
            full = f'IF({complete},{ratio},"{BELUM_LENGKAP}")'
        reason = PAGU_NOL if hasil.dilaporkan == hasil.jumlah else BELUM_LENGKAP
        isi = reason if hasil.serapan is None else rounded_or_none(hasil.serapan, DESIMAL_BANTU)
        page.rumus(baris, "serapan_penuh", full, isi, "bantu")
        helper = page.sel(baris, "serapan_penuh")
        shown = reason if hasil.serapan is None else rounded_or_none(hasil.serapan)
        rumus = f"IF(ISNUMBER({helper}),ROUND({helper},2),{helper})"
        page.rumus(baris, "serapan", rumus, shown, tebal=tebal)
        left = f'IF(COUNT({realisasi})=0,"{TANPA_DATA}",{pagu}-{realisasi})'
        page.rumus(baris, "sisa", left, hasil.sisa, "rupiah", tebal=tebal)

    def _write_efisiensi(self, baris: int, kode: str, *, tebal: bool) -> None:
        """Write the capaian of a node that has indicators; lines below have none of their own."""
        there = self.sasaran.baris.get(kode)
        if there is None:
            for kunci in ("capaian", "efisiensi", "sebutan"):
                self.page.teks(baris, kunci, "", tebal=tebal)
            return
        node = self._node(kode)
        self._write_judged(baris, there, node[0], node[1], tebal=tebal)
