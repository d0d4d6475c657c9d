"""The plan's workbook as rows with places, and the plan as values when nothing is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kinerja_cli.domain.bacaan import Ukuran
from kinerja_cli.domain.buku import Buku
from kinerja_cli.domain.formulir import TARGET_TW
from kinerja_cli.domain.pembaca import Pembaca
from kinerja_cli.domain.rencana import (
    Agregasi,
    Gabungan,
    Indikator,
    Jenjang,
    Polaritas,
    Porsi,
    Rencana,
    Riwayat,
    RumusTurun,
    Simpul,
    TabelPredikat,
    Unit,
    letters_of,
)
from kinerja_cli.domain.tabel import Baris
from kinerja_cli.domain.temuan import Temuan

_WAJIB = ("Kode", "Kode Cascading", "Indikator Kinerja", "Satuan")
_TERUKUR = (*TARGET_TW, "Target Tahunan", "Target Akhir Renstra", "Nilai Pembanding")


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """A row of sheet Unit."""

    baris: Baris
    unit: Unit


@dataclass(frozen=True, slots=True)
class BarisSimpul:
    """A row of sheet Cascading; `simpul` is None where its level is not known."""

    baris: Baris
    kode: str
    simpul: Simpul | None


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """A row of sheet Indikator: the indicator with this row's unit as its only share.

    `utuh` tells that every choice on the row was understood; else the rules that need them wait.
    """

    baris: Baris
    indikator: Indikator
    utuh: bool

    @property
    def porsi(self) -> Porsi:
        """Return the share of this row's unit."""
        return self.indikator.porsi[0]


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """A row of sheet Riwayat."""

    baris: Baris
    riwayat: Riwayat


@dataclass(frozen=True)
class TabelRencana:
    """All rows of the plan with their places, and what was found while reading them."""

    berkas: str
    tahun: int
    unit: tuple[BarisUnit, ...] = ()
    simpul: tuple[BarisSimpul, ...] = ()
    indikator: tuple[BarisIndikator, ...] = ()
    riwayat: tuple[BarisRiwayat, ...] = ()
    predikat: TabelPredikat = field(default_factory=dict)
    temuan: tuple[Temuan, ...] = ()


def read_tabel_rencana(buku: Buku, berkas: str, tahun: int) -> TabelRencana:
    """Read every row of the plan; never raises for what a person wrote."""
    pembaca = Pembaca(buku, berkas)
    predikat = _read_predikat(pembaca)
    unit = tuple(_read_unit(pembaca, x) for x in pembaca.rows("Unit"))
    simpul = tuple(_read_simpul(pembaca, x) for x in pembaca.rows("Cascading"))
    indikator = tuple(_read_indikator(pembaca, x, predikat) for x in pembaca.rows("Indikator"))
    ukuran = {x.indikator.kode: x.indikator for x in indikator}
    riwayat = tuple(_read_riwayat(pembaca, ukuran, predikat))
    temuan = tuple(pembaca.temuan)
    return TabelRencana(berkas, tahun, unit, simpul, indikator, riwayat, predikat, temuan)


def build_rencana(tabel: TabelRencana) -> Rencana:
    """Return the plan as values; call it only for a table without galat.

    Rows with one code become one indicator: what they share is read off the first.
    """
    groups: dict[str, list[BarisIndikator]] = defaultdict(list)
    for row in tabel.indikator:
        groups[row.indikator.kode].append(row)
    return Rencana(
        tahun=tabel.tahun,
        unit=tuple(row.unit for row in tabel.unit),
        cascading=tuple(row.simpul for row in tabel.simpul if row.simpul),
        indikator=tuple(
            replace(rows[0].indikator, porsi=tuple(row.porsi for row in rows))
            if len(rows) > 1
            else rows[0].indikator
            for rows in groups.values()
        ),
        riwayat=tuple(row.riwayat for row in tabel.riwayat),
        predikat=tabel.predikat,
    )


def _read_predikat(pembaca: Pembaca) -> TabelPredikat:
    table: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for baris in pembaca.rows("Predikat"):
        kelompok, huruf = (pembaca.required(baris, x) for x in ("Kelompok", "Predikat"))
        pembaca.required(baris, "Nilai")
        nilai = pembaca.number(baris, "Nilai")
        if nilai is not None:
            table[kelompok][huruf.upper()] = nilai
    return dict(table)


def _read_unit(pembaca: Pembaca, baris: Baris) -> BarisUnit:
    kode, nama = pembaca.required(baris, "Kode"), pembaca.required(baris, "Nama Unit")
    pejabat, nip, pangkat = (baris.teks(x) for x in ("Nama Pejabat", "NIP", "Pangkat"))
    return BarisUnit(baris, Unit(kode, nama, pejabat, nip, pangkat))


def _read_simpul(pembaca: Pembaca, baris: Baris) -> BarisSimpul:
    kode, uraian = pembaca.required(baris, "Kode"), pembaca.required(baris, "Uraian")
    pembaca.required(baris, "Jenjang")
    jenjang = pembaca.choice(baris, "Jenjang", Jenjang)
    induk, unit = baris.teks("Kode Induk") or None, baris.teks("Unit") or None
    pagu = pembaca.number(baris, "Pagu", "rupiah")
    simpul = Simpul(kode, jenjang, uraian, induk, unit, pagu) if jenjang else None
    return BarisSimpul(baris, kode, simpul)


def _read_indikator(pembaca: Pembaca, baris: Baris, predikat: TabelPredikat) -> BarisIndikator:
    for judul in ("Polaritas", "Agregasi", "Target Tahunan"):
        pembaca.required(baris, judul)
    before = len(pembaca.temuan)
    polaritas = pembaca.choice(baris, "Polaritas", Polaritas)
    agregasi = pembaca.choice(baris, "Agregasi", Agregasi)
    gabungan = pembaca.choice(baris, "Gabungan", Gabungan)
    arah = pembaca.choice(baris, "Arah", Polaritas)
    rumus_turun = pembaca.choice(baris, "Rumus Turun", RumusTurun)
    utuh = None not in (polaritas, agregasi) and len(pembaca.temuan) == before
    kode, kode_cascading, uraian, satuan = (pembaca.required(baris, x) for x in _WAJIB)
    bobot = pembaca.number(baris, "Bobot")
    ukuran = _ukuran_of(satuan, polaritas or Polaritas.NAIK, predikat)
    tw1, tw2, tw3, tw4, tahunan, renstra, pembanding = (
        pembaca.value(baris, x, ukuran) for x in _TERUKUR
    )
    indikator = Indikator(
        kode=kode,
        kode_cascading=kode_cascading,
        uraian=uraian,
        satuan=satuan,
        polaritas=polaritas or Polaritas.NAIK,
        agregasi=agregasi or Agregasi.JUMLAH,
        porsi=(Porsi(pembaca.required(baris, "Unit"), tahunan, (tw1, tw2, tw3, tw4)),),
        gabungan=gabungan or Gabungan.JUMLAH,
        arah=arah or Polaritas.NAIK,
        rumus_turun=rumus_turun,
        iku=baris.teks("IKU").casefold() == "ya",
        bobot=bobot,
        rumus=baris.paragraf("Rumus"),
        definisi=baris.paragraf("Definisi Operasional"),
        sumber_data=baris.teks("Sumber Data"),
        target_renstra=renstra,
        pembanding=baris.teks("Pembanding"),
        nilai_pembanding=pembanding,
    )
    return BarisIndikator(baris, indikator, utuh)


def _ukuran_of(satuan: str, polaritas: Polaritas, predikat: TabelPredikat) -> Ukuran:
    by_letters = polaritas is Polaritas.PREDIKAT
    huruf = tuple(letters_of(satuan, predikat)) if by_letters else ()
    return Ukuran(satuan, polaritas, huruf, boleh_rentang=True)


def _read_riwayat(
    pembaca: Pembaca, indikator: Mapping[str, Indikator], predikat: TabelPredikat
) -> Iterator[BarisRiwayat]:
    for baris in pembaca.rows("Riwayat"):
        kode = pembaca.required(baris, "Kode Indikator")
        pembaca.required(baris, "Tahun")
        tahun = pembaca.number(baris, "Tahun")
        diukur = indikator.get(kode)
        ukuran = (
            _ukuran_of(diukur.satuan, diukur.polaritas, predikat)
            if diukur
            else Ukuran("", boleh_rentang=True)
        )
        target, realisasi = (pembaca.value(baris, x, ukuran) for x in ("Target", "Realisasi"))
        yield BarisRiwayat(baris, Riwayat(kode, int(tahun or 0), target, realisasi))
