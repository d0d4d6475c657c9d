"""Rows that were lost: a table that lists most of its like lists all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kinerja_cli.domain.analisis.model import HasilIndikator, HasilSasaran
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan, Ukuran
from kinerja_cli.domain.koreksi.naskah import Naskah, Tabel, place_in, shorten
from kinerja_cli.domain.koreksi.tabel import TabelDinilai
from kinerja_cli.domain.narasi.kantor import indikator_sasaran
from kinerja_cli.domain.rencana import Jenjang
from kinerja_cli.domain.temuan import Temuan

SASARAN_TERSEDIKIT = 2
"""A table that lists so many sasaran is a list of sasaran."""
SEBAGIAN_BESAR = 0.75
"""A table that lists so large a part of its like is a list of all of them."""

_PILIHAN = re.compile(
    r"\b(?:belum|tidak|memenuhi|melampaui|tercapai|berhasil|tertinggi|terendah|terbesar|terpenting"
    r"|terpilih|pilihan|perhatian|prioritas|unggulan|beberapa|sebagian)\b",
    re.IGNORECASE,
)
"""Words of a caption that say that a table leaves rows out on purpose."""


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
    iku = {x.indikator.kode for x in indikator_sasaran(acuan.analisis) if x.indikator.iku}
    told: set[tuple[str, int]] = set()
    for daftar in _lists(dinilai):
        for sasaran in acuan.analisis.sasaran:
            for hasil, tabel in _missing(daftar, sasaran, iku):
                told.add((hasil.indikator.kode, id(tabel)))
                letak = f"{daftar.isi.value} di {shorten(daftar.bab, 24)}"
                yield _lost(naskah, tabel, hasil.indikator.uraian, letak)
    for one in dinilai:
        for hasil in _missing_in_overview(one, acuan, iku):
            if (hasil.indikator.kode, id(one.tabel)) not in told:
                letak = one.tabel.nomor or "ini"
                yield _lost(naskah, one.tabel, hasil.indikator.uraian, letak)


def _lost(naskah: Naskah, tabel: Tabel, nilai: str, letak: str) -> Temuan:
    fakta = {"nilai": nilai, "letak": letak}
    return Temuan(JenisTemuan.KOREKSI_INDIKATOR_HILANG, place_in(naskah, tabel, 0, 0), fakta)


def _missing(
    daftar: Daftar, sasaran: HasilSasaran, iku: set[str]
) -> Iterator[tuple[HasilIndikator, Tabel]]:
    codes = [x.indikator.kode for x in sasaran.indikator]
    home = next((daftar.ada[x] for x in codes if x in daftar.ada), None)
    if home is None:
        return
    iku_only = set(daftar.ada) <= iku
    for hasil in sasaran.indikator:
        kode = hasil.indikator.kode
        if kode in daftar.ada or (iku_only and kode not in iku):
            continue
        if _has_a_row(hasil, daftar.isi):
            yield hasil, home


def _has_a_row(hasil: HasilIndikator, isi: Isi) -> bool:
    """Tell whether an indicator has anything to compare."""
    if isi is Isi.ANTARTAHUN:
        return bool(hasil.riwayat)
    return isi is not Isi.RENSTRA or hasil.indikator.target_renstra is not None


def _missing_in_overview(
    one: TabelDinilai, acuan: Acuan, iku: set[str]
) -> Iterator[HasilIndikator]:
    """Yield what one table of most sasaran indicators, or of most IKU, leaves out."""
    isi = _content(one)
    if isi is None or _PILIHAN.search(one.tabel.judul):
        return
    listed = {y.indikator.kode for x in one.baris for y in x.indikator}
    own = [x for x in indikator_sasaran(acuan.analisis) if _has_a_row(x, isi)]
    if listed <= iku:
        own = [x for x in own if x.indikator.kode in iku]
    missing = [x for x in own if x.indikator.kode not in listed]
    if len(own) - len(missing) >= SEBAGIAN_BESAR * len(own):
        yield from missing


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
        return Isi.RENSTRA if Ukuran.REALISASI in held else Isi.TARGET
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


def no_node_is_left_out_of_a_list(
    naskah: Naskah, dinilai: Sequence[TabelDinilai], acuan: Acuan
) -> Iterator[Temuan]:
    """A table of money outside the sections of the sasaran has every node of its levels."""
    for one in dinilai:
        tabel = one.tabel
        money = any(x.ukuran is Ukuran.PAGU for x in one.kolom)
        if not money or acuan.sasaran_at(tabel.jalur) or _PILIHAN.search(tabel.judul):
            continue
        listed = {y.simpul.kode for x in one.baris for y in x.rincian}
        for jenjang in (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN):
            own = [x.simpul for x in acuan.analisis.anggaran if x.simpul.jenjang is jenjang]
            missing = [x for x in own if x.kode not in listed]
            if len(own) - len(missing) < SEBAGIAN_BESAR * len(own):
                continue
            for simpul in missing:
                fakta = {"nilai": simpul.uraian, "letak": tabel.nomor or "ini"}
                place = place_in(naskah, tabel, 0, 0)
                yield Temuan(JenisTemuan.KOREKSI_RINCIAN_HILANG, place, fakta)
