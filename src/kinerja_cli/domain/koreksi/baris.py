"""What each row of a table is about: an indicator, a node of the cascading, a total or a mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kinerja_cli.domain.analisis.model import HasilIndikator
from kinerja_cli.domain.koreksi.acuan import Acuan, Rincian, Subjek, Ukuran
from kinerja_cli.domain.koreksi.kata import key_of
from kinerja_cli.domain.koreksi.kolom import Kolom
from kinerja_cli.domain.koreksi.naskah import BarisTabel, SelTabel, Tabel

KOLOM_NAMA = 4
"""Names stand in the first columns, figures behind them."""
BAGIAN_NAMA = 0.6
"""A cell is about a name when the name is most of what it says."""

_JUMLAH = re.compile(r"(?:sub |grand )?(?:jumlah|total)(?: (?:anggaran|seluruhnya|keseluruhan))?")
_TAHUN = re.compile(r"(?:19|20)\d\d")


class JenisBaris(Enum):
    """What a row is."""

    DATA = auto()
    JUMLAH = auto()
    RATA_RATA = auto()


@dataclass(frozen=True, slots=True)
class BarisDinilai:
    """A row that can be held against the data; `tahun` where the row itself names its year."""

    ke: int
    jenis: JenisBaris
    indikator: tuple[HasilIndikator, ...] = ()
    rincian: tuple[Rincian, ...] = ()
    tahun: int | None = None

    @property
    def subjek(self) -> tuple[Subjek, ...]:
        """Return what the row is about, indicators first."""
        return (*self.indikator, *self.rincian)


def rows_of(tabel: Tabel, kolom: Sequence[Kolom], acuan: Acuan) -> list[BarisDinilai]:
    """Return the rows that are about something known; others are left alone."""
    figures = frozenset(x.ke for x in kolom)
    year_at = next((x.ke for x in kolom if x.ukuran is Ukuran.TAHUN), None)
    found: list[BarisDinilai] = []
    group: tuple[HasilIndikator, ...] = ()
    for ke, cells in enumerate(tabel.baris):
        if ke < tabel.kepala:
            continue
        if _is_group(cells):
            group = _indicators_named(cells[0].teks, acuan)
            continue
        row = _read_row(ke, cells, figures, acuan)
        tahun = _year_in(cells, year_at)
        if tahun is not None:
            found.append(BarisDinilai(ke, row.jenis, row.indikator or group, (), tahun))
        elif row.subjek or row.jenis is not JenisBaris.DATA:
            found.append(row)
    return found


def _is_group(cells: BarisTabel) -> bool:
    return len(cells) > 1 and len({x.nomor for x in cells}) == 1


def _indicators_named(teks: str, acuan: Acuan) -> tuple[HasilIndikator, ...]:
    names = acuan.topeng.apply(teks).nama
    return acuan.indikator.get(names[0], ()) if len(names) == 1 else ()


def _year_in(cells: BarisTabel, kolom: int | None) -> int | None:
    if kolom is None or kolom >= len(cells):
        return None
    return int(cells[kolom].teks) if _TAHUN.fullmatch(cells[kolom].teks) else None


def _read_row(ke: int, cells: BarisTabel, figures: frozenset[int], acuan: Acuan) -> BarisDinilai:
    names = [x for at, x in enumerate(cells[:KOLOM_NAMA]) if at not in figures]
    keys = [key_of(x.teks) for x in names]
    if any(_JUMLAH.fullmatch(x) for x in keys):
        return BarisDinilai(ke, JenisBaris.JUMLAH)
    if any(x.startswith("rata rata") and x not in acuan.indikator for x in keys):
        named = any(_subjects_of(x, acuan) for x in names)
        if not named:
            return BarisDinilai(ke, JenisBaris.RATA_RATA)
    found = [y for x in names for y in _subjects_of(x, acuan)]
    coded = [acuan.simpul[x.teks.strip()] for x in names if x.teks.strip() in acuan.simpul]
    return BarisDinilai(
        ke,
        JenisBaris.DATA,
        tuple(x for x in found if isinstance(x, HasilIndikator)),
        tuple(coded[:1]) or tuple(x for x in found if isinstance(x, Rincian)),
    )


def _subjects_of(cell: SelTabel, acuan: Acuan) -> tuple[Subjek, ...]:
    """Return what a cell names: by its whole text, or by one name that is most of it."""
    whole = key_of(cell.teks)
    if found := acuan.subjects(whole):
        return found
    names = acuan.topeng.apply(cell.teks).nama
    if len(names) == 1 and len(names[0]) >= BAGIAN_NAMA * len(whole):
        return acuan.subjects(names[0])
    return ()
