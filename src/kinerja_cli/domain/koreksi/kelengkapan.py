"""Rows that were lost: a table that lists some of its like lists all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kinerja_cli.domain.analisis.model import HasilSasaran
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan, Ukuran
from kinerja_cli.domain.koreksi.naskah import Naskah, Tabel, place_in, shorten
from kinerja_cli.domain.koreksi.tabel import TabelDinilai
from kinerja_cli.domain.rencana import Jenjang
from kinerja_cli.domain.temuan import Temuan

SASARAN_TERSEDIKIT = 2
"""A table that lists so many sasaran is a list of sasaran."""


class Isi(Enum):
    """What a table compares; the value is what a finding calls it."""

    TARGET = "target"
    REALISASI = "target dan realisasi"
    ANTARTAHUN = "antartahun"
    RENSTRA = "target akhir Renstra"


@dataclass(frozen=True, slots=True)
class Daftar:
    """The tables of one chapter that compare the same: where each indicator stands."""

    bab: str
    isi: Isi
    ada: Mapping[str, Tabel]


def no_indicator_is_left_out(
    naskah: Naskah, dinilai: Sequence[TabelDinilai], acuan: Acuan
) -> Iterator[Temuan]:
    """Where a chapter compares some indicators of a sasaran, it compares all of them."""
    for daftar in _lists(dinilai):
        for sasaran in acuan.analisis.sasaran:
            yield from _missing(naskah, daftar, sasaran)


def _missing(naskah: Naskah, daftar: Daftar, sasaran: HasilSasaran) -> Iterator[Temuan]:
    codes = [x.indikator.kode for x in sasaran.indikator]
    home = next((daftar.ada[x] for x in codes if x in daftar.ada), None)
    if home is None:
        return
    iku = {x.indikator.kode for x in sasaran.indikator if x.indikator.iku}
    listed = {x for x in codes if x in daftar.ada}
    for hasil in sasaran.indikator:
        if hasil.indikator.kode in listed or _needs_no_row(hasil.indikator.kode, listed, iku):
            continue
        if daftar.isi is Isi.ANTARTAHUN and not hasil.riwayat:
            continue
        if daftar.isi is Isi.RENSTRA and hasil.indikator.target_renstra is None:
            continue
        fakta = {
            "nilai": hasil.indikator.uraian,
            "letak": f"{daftar.isi.value} di {shorten(daftar.bab, 24)}",
        }
        yield Temuan(JenisTemuan.KOREKSI_INDIKATOR_HILANG, place_in(naskah, home, 0, 0), fakta)


def _needs_no_row(kode: str, listed: set[str], iku: set[str]) -> bool:
    """A list of exactly the headline indicators leaves the others out on purpose."""
    return kode not in iku and listed == iku


def _lists(dinilai: Sequence[TabelDinilai]) -> Iterator[Daftar]:
    found: dict[tuple[str, Isi], dict[str, Tabel]] = defaultdict(dict)
    for one in dinilai:
        isi = _content(one)
        if isi is not None and one.tabel.jalur:
            known = found[one.tabel.jalur[0], isi]
            for baris in one.baris:
                for hasil in baris.indikator:
                    known.setdefault(hasil.indikator.kode, one.tabel)
    return (Daftar(bab, isi, ada) for (bab, isi), ada in found.items())


def _content(one: TabelDinilai) -> Isi | None:
    """Return what a table compares, None for one that is a choice of rows by its nature."""
    held = {x.ukuran for x in one.kolom}
    if Ukuran.TAHUN in held or Ukuran.GERAK in held:
        return Isi.ANTARTAHUN
    if Ukuran.RENSTRA in held:
        return Isi.RENSTRA if Ukuran.REALISASI in held else None
    if Ukuran.TARGET not in held:
        return None
    return Isi.REALISASI if Ukuran.REALISASI in held else Isi.TARGET


def no_sasaran_is_left_out_of_a_list(
    naskah: Naskah, dinilai: Sequence[TabelDinilai], acuan: Acuan
) -> Iterator[Temuan]:
    """A table whose rows are sasaran has a row for each."""
    for one in dinilai:
        nodes = [x.rincian[0].simpul for x in one.baris if x.rincian and not x.indikator]
        listed = {x.kode for x in nodes if x.jenjang is Jenjang.SASARAN}
        if len(listed) < SASARAN_TERSEDIKIT or len(listed) < len(nodes):
            continue
        for sasaran in acuan.analisis.sasaran:
            if sasaran.simpul.kode not in listed:
                fakta = {"nilai": sasaran.simpul.uraian, "letak": one.tabel.nama}
                place = place_in(naskah, one.tabel, 0, 0)
                yield Temuan(JenisTemuan.KOREKSI_SASARAN_HILANG, place, fakta)
