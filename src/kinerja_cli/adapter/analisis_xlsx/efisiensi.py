"""The columns of sheet Anggaran & Efisiensi that set capaian against serapan."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.adapter.analisis_xlsx.aturan import LetakAturan
from kinerja_cli.adapter.analisis_xlsx.sasaran import LetakSasaran
from kinerja_cli.adapter.laporan_xlsx.kerangka import Halaman, rounded_or_none
from kinerja_cli.adapter.laporan_xlsx.rumus import DESIMAL_SELISIH, KOSONG, rounded
from kinerja_cli.domain.analisis.model import Efisiensi
from kinerja_cli.domain.angka import SERATUS
from kinerja_cli.domain.capaian import Alasan
from kinerja_cli.domain.kantor import RumusEfisiensi

DI_ATAS_PAGU = "serapan di atas 100"
BELUM_TERCAPAI = "target belum tercapai"
KUNCI = ("capaian", "efisiensi", "sebutan")


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """A mean of capaian and a serapan in percent, and what the domain says of the two."""

    capaian: Decimal | None
    serapan: Decimal | None
    efisiensi: Efisiensi | None

    @property
    def alasan(self) -> str:
        """Return why nothing is said of efficiency."""
        if self.capaian is None or self.serapan is None:
            return KOSONG
        return DI_ATAS_PAGU if self.serapan > SERATUS else BELUM_TERCAPAI


@dataclass(frozen=True, slots=True)
class PenulisEfisiensi:
    """Writes capaian, efisiensi and its name beside a node of the budget."""

    page: Halaman
    aturan: LetakAturan
    sasaran: LetakSasaran
    akhir_tahun: bool
    """Part of a year's spending is not set against its capaian."""

    def write(
        self, baris: int, di_sasaran: int | None, isi: Perbandingan | None, *, tebal: bool
    ) -> None:
        """Write the three cells; a node without indicators of its own has blanks."""
        if di_sasaran is None or isi is None:
            for kunci in KUNCI:
                self.page.teks(baris, kunci, "", tebal=tebal)
            return
        page, capaian = self.page, self.sasaran.sel(di_sasaran, "rata")
        page.rumus(baris, "capaian", capaian, rounded_or_none(isi.capaian), tebal=tebal)
        if not self.akhir_tahun:
            page.teks(baris, "efisiensi", Alasan.BELUM_AKHIR_TAHUN.value, "alasan", tebal=tebal)
            page.teks(baris, "sebutan", "", tebal=tebal)
            return
        points = rounded_or_none(isi.efisiensi.nilai) if isi.efisiensi else isi.alasan
        page.rumus(baris, "efisiensi", self._points(baris, di_sasaran), points, tebal=tebal)
        word = isi.efisiensi.sebutan if isi.efisiensi else None
        page.rumus(baris, "sebutan", self._word(baris), word, "tengah", tebal=tebal)

    def _points(self, baris: int, di_sasaran: int) -> str:
        mean = self.sasaran.sel(di_sasaran, "rata_penuh")
        serapan = self.page.sel(baris, "serapan_penuh")
        points = rounded(f"{mean}-{serapan}", buang=DESIMAL_SELISIH)
        if self._by_sisa:
            left = rounded(f"100-{serapan}")
            points = f'IF(ROUND({mean},2)>=100,{left},"{BELUM_TERCAPAI}")'
        within = f'IF({serapan}>100,"{DI_ATAS_PAGU}",{points})'
        return f'IF(COUNT({mean},{serapan})<2,"{KOSONG}",{within})'

    def _word(self, baris: int) -> str:
        points, ambang = self.page.sel(baris, "efisiensi"), self.aturan.ambang
        word = '"efisien"'
        if not self._by_sisa:
            outside = f'IF({points}>0,"efisien","tidak efisien")'
            word = f'IF(ABS({points})<={ambang},"cukup efisien",{outside})'
        return f'IF(ISNUMBER({points}),{word},"{KOSONG}")'

    @property
    def _by_sisa(self) -> bool:
        return self.page.buku.pengaturan.aturan.efisiensi is RumusEfisiensi.SISA
