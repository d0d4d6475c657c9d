"""A plan that was read and found without galat, kept until the plan or the levels change.

Reading and checking 10,000 indicators takes a second, opening what was kept a sixth of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from kinerja_cli.adapter.ingatan import has_room, keep_ingatan, read_ingatan, sidik_of
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.rencana import (
    Agregasi,
    Gabungan,
    Indikator,
    Jenjang,
    Nilai,
    Polaritas,
    Porsi,
    Rencana,
    Riwayat,
    RumusTurun,
    Simpul,
    Unit,
)
from kinerja_cli.domain.temuan import Tingkat

Baris: TypeAlias = list[Any]
"""One value as JSON has it: the parts in the order in which its class takes them."""


@dataclass(frozen=True, slots=True)
class IngatanRencana:
    """The plan of a year as far as it follows from a workbook and the levels of kinerja.toml."""

    ruang: Ruang
    tahun: int
    buku: bytes
    tingkat: Mapping[str, Tingkat]

    def recall(self) -> str:
        """Return the plan as a text; "" where it was not kept or was made of other things."""
        sidik, isi = read_ingatan(self._path)
        return isi if sidik == sidik_of(isi, self._sumber) else ""

    def keep(self, rencana: Rencana) -> None:
        """Keep the plan, which has no galat."""
        if has_room(self._path):
            keep_ingatan(self._path, pack_rencana(rencana), self._sumber)

    @property
    def _path(self) -> Path:
        return self.ruang.basisdata.with_name(f"rencana-{self.tahun}.json")

    @property
    def _sumber(self) -> tuple[bytes, bytes]:
        levels = sorted((kode, x.value) for kode, x in self.tingkat.items())
        return self.buku, repr((self.tahun, levels)).encode()


def pack_rencana(rencana: Rencana) -> Baris:
    """Return a plan as JSON has it."""
    return [
        rencana.tahun,
        [[x.kode, x.nama, x.pejabat, x.nip, x.pangkat] for x in rencana.unit],
        [_pack_simpul(x) for x in rencana.cascading],
        [_pack_indikator(x) for x in rencana.indikator],
        [[x.kode, x.tahun, _pack(x.target), _pack(x.realisasi)] for x in rencana.riwayat],
        {
            kelompok: {huruf: str(nilai) for huruf, nilai in isi.items()}
            for kelompok, isi in rencana.predikat.items()
        },
    ]


def open_rencana(teks: str) -> Rencana:
    """Return the plan that a text was kept of."""
    tahun, unit, cascading, indikator, riwayat, predikat = json.loads(teks)
    return Rencana(
        tahun,
        tuple(Unit(*x) for x in unit),
        tuple(_open_simpul(x) for x in cascading),
        tuple(_open_indikator(x) for x in indikator),
        tuple(Riwayat(kode, ke, _open(t), _open(r)) for kode, ke, t, r in riwayat),
        {
            kelompok: {huruf: Decimal(nilai) for huruf, nilai in isi.items()}
            for kelompok, isi in predikat.items()
        },
    )


def _pack_simpul(x: Simpul) -> Baris:
    return [x.kode, x.jenjang.value, x.uraian, x.induk, x.unit, _pack(x.pagu)]


def _open_simpul(baris: Baris) -> Simpul:
    kode, jenjang, uraian, induk, unit, pagu = baris
    return Simpul(kode, Jenjang(jenjang), uraian, induk, unit, pagu and Decimal(pagu))


def _pack_indikator(x: Indikator) -> Baris:
    pilihan = (x.polaritas, x.agregasi, x.gabungan, x.arah, x.rumus_turun)
    return [
        [x.kode, x.kode_cascading, x.uraian, x.satuan],
        [y and y.value for y in pilihan],
        [[y.unit, _pack(y.target_tahunan), *map(_pack, y.target)] for y in x.porsi],
        x.iku,
        _pack(x.bobot),
        [_pack(x.target_renstra), _pack(x.nilai_pembanding)],
        [x.rumus, x.definisi, x.sumber_data, x.pembanding],
    ]


def _open_indikator(baris: Baris) -> Indikator:
    nama, (polaritas, agregasi, gabungan, arah, turun), porsi, iku, bobot, nilai, teks = baris
    kode, kode_cascading, uraian, satuan = nama
    renstra, nilai_pembanding = map(_open, nilai)
    rumus, definisi, sumber_data, pembanding = teks
    return Indikator(
        kode,
        kode_cascading,
        uraian,
        satuan,
        Polaritas(polaritas),
        Agregasi(agregasi),
        tuple([_open_porsi(x) for x in porsi]),
        Gabungan(gabungan),
        Polaritas(arah),
        turun and RumusTurun(turun),
        iku,
        bobot and Decimal(bobot),
        rumus,
        definisi,
        sumber_data,
        renstra,
        pembanding,
        nilai_pembanding,
    )


def _open_porsi(baris: Baris) -> Porsi:
    unit, tahunan, tw1, tw2, tw3, tw4 = baris
    return Porsi(unit, _open(tahunan), (_open(tw1), _open(tw2), _open(tw3), _open(tw4)))


def _pack(nilai: Nilai | None) -> Any:  # noqa: ANN401 - what JSON has
    """Return a number as a text, a range as its two bounds, letters as a list of one."""
    if nilai is None:
        return None
    if isinstance(nilai, Decimal):
        return str(nilai)
    if isinstance(nilai, Rentang):
        return [str(nilai.bawah), str(nilai.atas)]
    return [nilai]


def _open(isi: Any) -> Nilai | None:  # noqa: ANN401 - what JSON has
    if isi is None:
        return None
    if isinstance(isi, str):
        return Decimal(isi)
    return isi[0] if len(isi) == 1 else Rentang(*map(Decimal, isi))
