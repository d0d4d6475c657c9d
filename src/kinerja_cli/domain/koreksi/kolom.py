"""What a column of a table holds, read from the words above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kinerja_cli.domain.koreksi.acuan import SEKARANG, Masa, Ukuran
from kinerja_cli.domain.koreksi.cetakan import SKALA
from kinerja_cli.domain.koreksi.naskah import Tabel
from kinerja_cli.domain.rencana import ROMAWI

TRIBULAN_DARI_KATA = {kata: ke for ke, romawi in ROMAWI.items() for kata in (romawi, str(ke))}

_TRIBULAN = re.compile(r"\b(?:tw|tribulan|triwulan)\s*\.?\s*(IV|I{1,3}|[1-4])\b", re.IGNORECASE)
_TAHUN = re.compile(r"\b((?:19|20)\d\d)\b")
_SAMPAI = re.compile(r"\b(?:s\.?\s?d\.?|sampai dengan|hingga)\b", re.IGNORECASE)
_SETAHUN = re.compile(r"\b(?:tahunan|tahun|setahun)\b", re.IGNORECASE)
_BUKAN_ANGKA = re.compile(
    r"tindak lanjut|penanggung|keterangan|faktor|penyebab|kendala|solusi|bobot|program|kegiatan"
    r"|kode|^indikator (?!.*dinilai)|^sasaran|definisi|formula|rumus|sumber",
    re.IGNORECASE,
)
_SKALA = re.compile(rf"\b({'|'.join(SKALA)})\b", re.IGNORECASE)

_UKURAN: tuple[tuple[str, Ukuran], ...] = (
    (r"dibandingkan|perkembangan", Ukuran.GERAK),
    (r"^letak", Ukuran.LETAK),
    (r"^penilaian|efisiensi", Ukuran.EFISIENSI),
    (r"indikator (yang )?dinilai", Ukuran.DINILAI),
    (r"selisih", Ukuran.SELISIH),
    (r"(tingkat|persen\w*) (pencapaian|capaian|kemajuan)", Ukuran.TINGKAT_RENSTRA),
    (r"capaian.*renstra", Ukuran.TINGKAT_RENSTRA),
    (r"target.*(renstra|jangka menengah|rpjmd|akhir)", Ukuran.RENSTRA),
    (r"nilai (pembanding|standar)|standar nasional|angka pembanding", Ukuran.PEMBANDING),
    (r"rata-rata.*dibatasi", Ukuran.RATA_RATA_DIBATASI),
    (r"rata-rata", Ukuran.RATA_RATA),
    (r"serapan|capaian (anggaran|keuangan)|realisasi \(?%", Ukuran.SERAPAN),
    (r"(persen\w*|%) (realisasi|keuangan|anggaran)", Ukuran.SERAPAN),
    (r"sisa", Ukuran.SISA),
    (r"realisasi (anggaran|keuangan|\(?rp)", Ukuran.REALISASI_ANGGARAN),
    (r"realisasi", Ukuran.REALISASI),
    (r"pagu|anggaran", Ukuran.PAGU),
    (r"target", Ukuran.TARGET),
    (r"capaian", Ukuran.CAPAIAN),
    (r"predikat|kategori", Ukuran.PREDIKAT),
    (r"unit", Ukuran.UNIT),
)
"""The first that is found in a heading, so the narrower stands before the wider."""
_SINGKATAN = {"T": Ukuran.TARGET, "R": Ukuran.REALISASI, "C": Ukuran.CAPAIAN}


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column that can be held against the data; `tahun` marks the one that names the year."""

    ke: int
    ukuran: Ukuran
    masa: Masa = SEKARANG
    skala: Decimal = Decimal(1)


def columns_of(tabel: Tabel) -> tuple[Kolom, ...]:
    """Return the columns whose heading says what they hold; the others are not judged."""
    width = max(len(row) for row in tabel.baris)
    found = (_read(ke, tabel.header(ke), tabel.judul) for ke in range(width))
    return tuple(x for x in found if x is not None)


def _read(ke: int, judul: str, tabel: str) -> Kolom | None:
    if _BUKAN_ANGKA.search(judul):
        return None
    ukuran = _measure(judul) or _measure_of_caption(judul, tabel)
    if ukuran is None:
        return Kolom(ke, Ukuran.TAHUN) if judul.casefold() == "tahun" else None
    scale = _SKALA.search(judul) or _SKALA.search(tabel)
    return Kolom(ke, ukuran, read_masa(judul), SKALA[scale[1].casefold()] if scale else Decimal(1))


@lru_cache(maxsize=1024)
def _measure(judul: str) -> Ukuran | None:
    last = judul.split()[-1:] or [""]
    if last[0] in _SINGKATAN:
        return _SINGKATAN[last[0]]
    folded = judul.casefold()
    return next((ukuran for pola, ukuran in _UKURAN if re.search(pola, folded)), None)


def _measure_of_caption(judul: str, tabel: str) -> Ukuran | None:
    """Read a column that names only its tribulan or year by the caption of the table."""
    spans = next((x for x in (_TRIBULAN, _TAHUN, _SETAHUN) if x.fullmatch(judul)), None)
    folded = tabel.casefold()
    if spans is None or "realisasi" in folded or "capaian" in folded:
        return None
    return Ukuran.TARGET if "rencana aksi" in folded or "target" in folded else None


def read_masa(judul: str) -> Masa:
    """Return the span of time that a heading names."""
    if _SAMPAI.search(judul):
        return SEKARANG
    tribulan, tahun = _TRIBULAN.search(judul), _TAHUN.search(judul)
    if tribulan:
        return Masa(tribulan=TRIBULAN_DARI_KATA[tribulan[1].upper()])
    if tahun:
        return Masa(tahun=int(tahun[1]))
    return Masa(setahun=bool(_SETAHUN.search(judul)))
