"""One cell read as a target, realisasi or amount: the value that a person sees, or findings.

The plan and the units' workbooks read their figures here and nowhere else, so that a figure and
the findings on it cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kinerja_cli.domain.angka import (
    SERATUS,
    Angka,
    SebabDitolak,
    format_angka,
    format_rupiah,
    is_within_reach,
    parse_angka,
    parse_rentang,
)
from kinerja_cli.domain.buku import JenisSel, Sel
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.rencana import Nilai, Polaritas
from kinerja_cli.domain.tabel import Baris, Isi
from kinerja_cli.domain.temuan import Temuan

_KUTIPAN_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')

_ANGKA = JenisSel.ANGKA  # a member of an Enum is slow to look up

RUPIAH = "rupiah"
_SINONIM_SATUAN = {
    "%": "persen",
    "prosen": "persen",
    "persentase": "persen",
    "prosentase": "persen",
    "dok": "dokumen",
    "lap": "laporan",
    "org": "orang",
    "keg": "kegiatan",
    "bln": "bulan",
    "eks": "eksemplar",
    "rp": RUPIAH,
    "indeks": "nilai",
    "poin": "nilai",
    "skor": "nilai",
}


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What a cell should hold: its satuan, and the letters it may take.

    `huruf` is empty unless the indicator is a predikat; `boleh_rentang` is for targets.
    """

    satuan: str
    polaritas: Polaritas = Polaritas.NAIK
    huruf: tuple[str, ...] = ()
    boleh_rentang: bool = False


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A value (None: blank or not readable) and the findings on the cell."""

    nilai: Nilai | None = None
    temuan: tuple[Temuan, ...] = ()


TANPA_NILAI = Bacaan()
"""One for all blank cells."""


@lru_cache(maxsize=256)
def normal_satuan(satuan: str) -> str:
    """Return a unit of measure as it is compared: `%`, `Prosentase` and `persen` are one."""
    folded = " ".join(satuan.split()).casefold().rstrip(".")
    return _SINONIM_SATUAN.get(folded, folded)


def is_persen(satuan: str) -> bool:
    """Tell whether a unit of measure is percent, under any of its spellings."""
    return normal_satuan(satuan) == "persen"


def shows_percent(format_sel: str) -> bool:
    """Tell whether a number format multiplies by 100; a quoted % sign does not."""
    return "%" in _KUTIPAN_FORMAT.sub("", format_sel)


def shows_rupiah(format_sel: str) -> bool:
    """Tell whether a number format shows an amount of money: `"Rp"#,##0` or `[$Rp-421]#,##0`."""
    return "rp" in format_sel.casefold()


def plain_number(sel: Sel) -> Decimal | None:
    """Return the number of a cell that shows it as it is, so that it reads the same in any unit.

    None for every other cell: what it means depends on what it should hold.
    """
    nilai = sel.nilai
    if sel.jenis is not _ANGKA or not isinstance(nilai, Decimal):
        return None
    return nilai if _shows_plainly(sel.format) and is_within_reach(nilai) else None


# A workbook has few formats, each on many cells.
@lru_cache(maxsize=256)
def _shows_plainly(format_sel: str) -> bool:
    return not shows_percent(format_sel) and not shows_rupiah(format_sel)


def read_kolom(baris: Baris, judul: str, ukuran: Ukuran) -> Bacaan:
    """Read the cell under a header; a blank one has no value and no finding."""
    sel = baris.sel(judul)
    if sel.kosong:
        return TANPA_NILAI
    nilai = plain_number(sel)
    if nilai is not None and ukuran.polaritas is not Polaritas.PREDIKAT:
        return Bacaan(nilai)  # as nearly always, and nothing has to know its place
    return read_nilai(baris.at(judul), ukuran)


def read_nilai(isi: Isi, ukuran: Ukuran) -> Bacaan:
    """Read a cell; a blank one has no value and no finding."""
    if isi.sel.kosong:
        return TANPA_NILAI
    match isi.sel.jenis:
        case JenisSel.ANGKA if isinstance(isi.sel.nilai, Decimal):
            return _from_number(isi, isi.sel.nilai, ukuran)
        case JenisSel.TEKS:
            return _from_text(isi, ukuran)
        case jenis:
            return _refuse(isi, ukuran, _BUKAN_NILAI[jenis])


_BUKAN_NILAI: Mapping[JenisSel, JenisTemuan] = {
    JenisSel.GALAT: JenisTemuan.SEL_GALAT,
    JenisSel.BELUM_DIHITUNG: JenisTemuan.RUMUS_BELUM_DIHITUNG,
    JenisSel.TANGGAL: JenisTemuan.SEL_TANGGAL,
    JenisSel.LOGIKA: JenisTemuan.SEL_LOGIKA,
}

_DITOLAK: Mapping[SebabDitolak, JenisTemuan] = {
    SebabDitolak.BUKAN_ANGKA: JenisTemuan.BUKAN_ANGKA,
    SebabDitolak.BERMAKNA_GANDA: JenisTemuan.ANGKA_BERMAKNA_GANDA,
    SebabDitolak.TITIK_DESIMAL: JenisTemuan.TITIK_DESIMAL,
    SebabDitolak.TANDA_KOSONG: JenisTemuan.TANDA_KOSONG,
    SebabDitolak.LEBIH_DARI_SATU: JenisTemuan.LEBIH_DARI_SATU_ANGKA,
}


def _from_number(isi: Isi, nilai: Decimal, ukuran: Ukuran) -> Bacaan:
    if ukuran.polaritas is Polaritas.PREDIKAT:
        return _refuse_letters(isi, ukuran)
    if not is_within_reach(nilai):
        shown = f"{nilai.normalize()}".replace(".", ",")
        return _refuse(isi, ukuran, JenisTemuan.ANGKA_DI_LUAR_JANGKAUAN, nilai=shown)
    if shows_percent(isi.sel.format):
        if is_persen(ukuran.satuan):
            return Bacaan(nilai * SERATUS)
        shown = f"{format_angka(nilai * SERATUS)} %"
        return _refuse(isi, ukuran, JenisTemuan.FORMAT_BUKAN_SATUAN, nilai=shown)
    if shows_rupiah(isi.sel.format) and normal_satuan(ukuran.satuan) != RUPIAH:
        shown = format_rupiah(nilai)
        return _refuse(isi, ukuran, JenisTemuan.FORMAT_BUKAN_SATUAN, nilai=shown)
    return Bacaan(nilai)


def _from_text(isi: Isi, ukuran: Ukuran) -> Bacaan:
    if ukuran.polaritas is Polaritas.PREDIKAT:
        huruf = isi.teks.upper()
        return Bacaan(huruf) if huruf in ukuran.huruf else _refuse_letters(isi, ukuran)
    if ukuran.boleh_rentang and (rentang := parse_rentang(isi.teks)) is not None:
        return Bacaan(rentang)
    angka = parse_angka(isi.paragraf)
    if isinstance(angka, Angka):
        return _check_satuan(isi, angka, ukuran)
    readings = " atau ".join(format_angka(x) for x in angka.bacaan)
    return _refuse(isi, ukuran, _DITOLAK[angka.sebab], bacaan=readings)


def _check_satuan(isi: Isi, angka: Angka, ukuran: Ukuran) -> Bacaan:
    """Accept a unit of measure behind the number only where it is the indicator's own."""
    ditulis = RUPIAH if angka.rupiah and not angka.satuan else angka.satuan
    if not ditulis:
        return Bacaan(angka.nilai)
    if normal_satuan(ditulis) != normal_satuan(ukuran.satuan):
        return _refuse(isi, ukuran, JenisTemuan.SATUAN_LAIN, satuan_ditulis=ditulis)
    facts = _facts(isi, ukuran, bacaan=format_angka(angka.nilai))
    return Bacaan(angka.nilai, (Temuan(JenisTemuan.SATUAN_DITULIS, isi.tempat, facts),))


def _refuse_letters(isi: Isi, ukuran: Ukuran) -> Bacaan:
    pilihan = ", ".join(ukuran.huruf) or "(lembar Predikat masih kosong)"
    return _refuse(isi, ukuran, JenisTemuan.PREDIKAT_TIDAK_DIKENAL, pilihan=pilihan)


def _refuse(isi: Isi, ukuran: Ukuran, jenis: JenisTemuan, **fakta: str) -> Bacaan:
    return Bacaan(None, (Temuan(jenis, isi.tempat, _facts(isi, ukuran, **fakta)),))


def _facts(isi: Isi, ukuran: Ukuran, **fakta: str) -> dict[str, str]:
    own = {"kolom": isi.judul, "nilai": isi.terlihat, "satuan": ukuran.satuan}
    return own | fakta
