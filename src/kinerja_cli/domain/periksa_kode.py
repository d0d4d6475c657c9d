"""The rules for codes in a plan: each stands once, and names files of its own."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_cli.domain.baca_rencana import BarisUnit, TabelRencana
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.nama_berkas import safe_name
from kinerja_cli.domain.tabel import Baris
from kinerja_cli.domain.temuan import Temuan


def kode_is_unique(tabel: TabelRencana) -> Iterator[Temuan]:
    """A code stands once; on sheet Indikator once per unit."""
    keyed = (
        [((row.unit.kode,), row.baris) for row in tabel.unit],
        [((row.kode,), row.baris) for row in tabel.simpul],
        [((row.indikator.kode, row.porsi.unit), row.baris) for row in tabel.indikator],
    )
    for rows in keyed:
        seen: dict[tuple[str, ...], Baris] = {}
        for key, baris in rows:
            first = seen.setdefault(key, baris)
            if key[0] and first is not baris:
                pertama = first.at("Kode").tempat.sel
                fakta = {"kode": key[0], "pertama": pertama}
                yield Temuan(JenisTemuan.RENCANA_KODE_BERULANG, baris.at("Kode").tempat, fakta)


def unit_has_its_own_file_name(tabel: TabelRencana) -> Iterator[Temuan]:
    """No two units may have codes that name the same file: Windows knows no letter case."""
    seen: dict[str, BarisUnit] = {}
    for row in (x for x in tabel.unit if x.unit.kode):
        kode = row.unit.kode
        first = seen.setdefault(safe_name(kode).casefold(), row)
        if kode != first.unit.kode:
            pertama = first.baris.at("Kode").tempat.sel
            fakta = {"kode": kode, "lain": first.unit.kode, "pertama": pertama}
            yield Temuan(JenisTemuan.RENCANA_KODE_SERUPA, row.baris.at("Kode").tempat, fakta)
