"""Sheet Per Tribulan: every target and realisasi of the year once, with each tribulan's capaian."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinerja_cli.adapter.analisis_xlsx.aturan import LetakAturan
from kinerja_cli.adapter.analisis_xlsx.susunan import BARIS_PERTAMA, Susunan
from kinerja_cli.adapter.laporan_xlsx.kepala import close_halaman, open_halaman
from kinerja_cli.adapter.laporan_xlsx.kerangka import (
    Buku,
    Halaman,
    Kolom,
    full_or_reason,
)
from kinerja_cli.adapter.laporan_xlsx.rumus import (
    DESIMAL_BANTU,
    Deret,
    RumusCapaian,
    combined,
    printed,
    year_target_of,
)
from kinerja_cli.adapter.laporan_xlsx.warna import colour_capaian
from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator, HasilPorsi, HasilWaktu
from kinerja_cli.domain.rencana import ROMAWI

NAMA = "Per Tribulan"


@dataclass(frozen=True, slots=True)
class LetakTribulan:
    """Where the figures of the indicators and of each of their shares stand."""

    halaman: Halaman
    tribulan: int
    porsi: Mapping[tuple[str, int], int]

    def deret(self, baris: int | None) -> Deret:
        """Return targets and realisasi of a row, tribulan by tribulan, for other sheets.

        None: of the row that the formula stands in, on its own sheet.
        """
        page, last = self.halaman, self.tribulan
        ke = range(1, last + 1)
        return Deret(
            page.luar(page.rentang(baris, baris, "t1", f"t{last}")),
            page.luar(page.rentang(baris, baris, "r1", f"r{last}")),
            tuple(page.luar(page.sel(baris, f"t{i}")) for i in ke),
            tuple(page.luar(page.sel(baris, f"r{i}")) for i in ke),
        )

    def target_tahunan(self, baris: int | None) -> str:
        """Return the cell of a row's target of the year."""
        return self.halaman.luar(self.halaman.sel(baris, "tahunan"))

    def capaian(self, dari: int, sampai: int, ke: int) -> str:
        """Return the helper cells of a tribulan's capaian, before rounding."""
        return self.halaman.luar(self.halaman.rentang(dari, sampai, f"b{ke}"))


def columns(tribulan: int) -> Iterator[Kolom]:
    """Yield the columns for so many tribulan."""
    yield Kolom("no", "No.", 5)
    yield Kolom("kode", "Kode", 17)
    yield Kolom("uraian", "Indikator Kinerja", 42)
    yield Kolom("satuan", "Satuan", 11)
    yield Kolom("unit", "Unit", 12)
    yield Kolom("agregasi", "Agregasi", 11)
    yield Kolom("tahunan", "Target Tahunan", 10)
    for kunci, kelompok, lebar in (("t", "Target", 9), ("r", "Realisasi", 9), ("c", "Capaian", 10)):
        for ke in range(1, tribulan + 1):
            yield Kolom(f"{kunci}{ke}", f"TW {ROMAWI[ke]}", lebar, kelompok)
    for ke in range(1, tribulan + 1):
        yield Kolom(
            f"b{ke}", f"TW {ROMAWI[ke]}", 15, "Kolom bantu: capaian belum dibulatkan", bantu=True
        )


def write_tribulan(
    buku: Buku, analisis: Analisis, susunan: Susunan, aturan: LetakAturan
) -> LetakTribulan:
    """Write the indicators, and below them the shares of those that several units supply."""
    n = analisis.tribulan
    judul = f"TARGET, REALISASI, DAN CAPAIAN PER TRIBULAN TAHUN {analisis.rencana.tahun}"
    page = open_halaman(buku, NAMA, judul, tuple(columns(n)))
    shares = _place_shares(susunan)
    letak = LetakTribulan(page, n, shares)
    rows = _Baris(page, analisis, aturan, letak)
    for ke, (_, hasil) in enumerate(susunan.urutan):
        rows.write_indikator(BARIS_PERTAMA + ke, ke + 1, hasil)
    last = max(susunan.terakhir, *shares.values(), 0)
    if last > susunan.terakhir:
        _write_shares_title(page, susunan.terakhir + 2)
    for _, hasil in susunan.urutan:
        if len(hasil.porsi) > 1:
            for ke, porsi in enumerate(hasil.porsi):
                rows.write_porsi(shares[hasil.indikator.kode, ke], hasil, porsi)
    colour_capaian(page, BARIS_PERTAMA, last, "c1", f"c{n}")
    close_halaman(page, last, "uraian", susunan.terakhir)
    return letak


def _place_shares(susunan: Susunan) -> dict[tuple[str, int], int]:
    """Give every share its row: the indicator's own where one unit supplies it."""
    free = susunan.terakhir + 3
    rows: dict[tuple[str, int], int] = {}
    for _, hasil in susunan.urutan:
        kode = hasil.indikator.kode
        if len(hasil.porsi) == 1:
            rows[kode, 0] = susunan.baris[kode]
            continue
        for ke in range(len(hasil.porsi)):
            rows[kode, ke] = free
            free += 1
    return rows


def _write_shares_title(page: Halaman, baris: int) -> None:
    title = "Porsi unit pada indikator yang dipasok beberapa unit"
    page.lembar.write_string(baris, 0, title, page.buku.gaya.of(bold=True, font_size=11))


@dataclass(frozen=True, slots=True)
class _Baris:
    """Writes the rows of the sheet."""

    page: Halaman
    analisis: Analisis
    aturan: LetakAturan
    letak: LetakTribulan

    def write_indikator(self, baris: int, nomor: int, hasil: HasilIndikator) -> None:
        """Write an indicator; figures of several units are made from the rows of their shares."""
        self.page.bilangan(baris, "no", nomor)
        unit = ", ".join(dict.fromkeys(hasil.indikator.unit))
        self._write_names(baris, hasil, hasil.indikator.uraian, unit)
        if len(hasil.porsi) == 1:
            self._write_plain(baris, hasil.waktu)
        else:
            self._write_combined(baris, hasil)
        self._write_capaian(baris, hasil.waktu, hasil)

    def write_porsi(self, baris: int, hasil: HasilIndikator, porsi: HasilPorsi) -> None:
        """Write what one unit owes to an indicator and reached."""
        self.page.teks(baris, "no", "")
        self._write_names(baris, hasil, hasil.indikator.uraian, porsi.unit.kode)
        self._write_plain(baris, porsi.waktu)
        self._write_capaian(baris, porsi.waktu, hasil)

    def _write_names(self, baris: int, hasil: HasilIndikator, uraian: str, unit: str) -> None:
        indikator = hasil.indikator
        self.page.teks(baris, "kode", indikator.kode)
        self.page.teks(baris, "uraian", uraian)
        self.page.teks(baris, "satuan", indikator.satuan, "tengah")
        self.page.teks(baris, "unit", unit, "tengah")
        self.page.teks(baris, "agregasi", indikator.agregasi.value, "tengah")

    def _write_plain(self, baris: int, waktu: HasilWaktu) -> None:
        self.page.nilai(baris, "tahunan", waktu.tahun.target)
        for ke, hasil in enumerate(waktu.tribulan, 1):
            self.page.nilai(baris, f"t{ke}", hasil.target)
            self.page.nilai(baris, f"r{ke}", hasil.realisasi)

    def _write_combined(self, baris: int, hasil: HasilIndikator) -> None:
        indikator, kode = hasil.indikator, hasil.indikator.kode
        rows = [self.letak.porsi[kode, ke] for ke in range(len(hasil.porsi))]
        cells = self.page.rentang(rows[0], rows[-1], "tahunan")
        targets = [x.waktu.tahun.target for x in hasil.porsi]
        year = year_target_of(cells, indikator.gabungan, targets)
        self.page.rumus_nilai(baris, "tahunan", year, hasil.waktu.tahun.target)
        for ke, office in enumerate(hasil.waktu.tribulan, 1):
            t, r = (self.page.rentang(rows[0], rows[-1], f"{x}{ke}") for x in "tr")
            pairs = [x.waktu.tribulan[ke - 1] for x in hasil.porsi]
            made = combined(
                Deret(t, r, (), ()), indikator.gabungan, [(x.target, x.realisasi) for x in pairs]
            )
            self.page.rumus_nilai(baris, f"t{ke}", made.target, office.target)
            self.page.rumus_nilai(baris, f"r{ke}", made.realisasi, office.realisasi)

    def _write_capaian(self, baris: int, waktu: HasilWaktu, hasil: HasilIndikator) -> None:
        rumus = RumusCapaian(hasil.cara, self.aturan.huruf_of(hasil.cara))
        page = self.page
        for ke, one in enumerate(waktu.tribulan, 1):
            helper = page.sel(None, f"b{ke}")
            full = rumus.of(page.sel(None, f"t{ke}"), page.sel(None, f"r{ke}"), one.target)
            page.rumus(baris, f"b{ke}", full, full_or_reason(one.capaian, DESIMAL_BANTU), "bantu")
            page.capaian(baris, f"c{ke}", printed(helper), one.capaian)
