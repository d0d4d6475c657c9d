"""The analysis as tidy tables for others' tools: one CSV per table, pandas at its best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

import pandas as pd

from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.analisis.model import Analisis, Hasil, HasilIndikator
from kinerja_cli.domain.angka import round_half_up
from kinerja_cli.domain.predikat import Kelas
from kinerja_cli.domain.rencana import Nilai, format_nilai

Baris: TypeAlias = Mapping[str, object]
AWALAN_RUMUS = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so would become a formula where a CSV is opened in a spreadsheet."""


def build_tables(analisis: Analisis) -> Mapping[str, bytes]:
    """Return the tables by file name: UTF-8, comma between columns, point before decimals.

    Percent and rupiah are plain numbers, an absent one is an empty cell beside its `alasan`;
    a text that would become a formula has an apostrophe before it.
    """
    tables: Mapping[str, Iterator[Baris]] = {
        "indikator.csv": _indikator(analisis),
        "porsi.csv": _porsi(analisis),
        "sasaran.csv": _sasaran(analisis),
        "unit.csv": _unit(analisis),
        "anggaran.csv": _anggaran(analisis),
    }
    return {nama: _render(rows) for nama, rows in tables.items()}


def _render(rows: Iterator[Baris]) -> bytes:
    frame = pd.DataFrame.from_records([{k: _plain(v) for k, v in row.items()} for row in rows])
    text: str = frame.to_csv(index=False, lineterminator="\n")
    return text.encode()


def _plain(nilai: object) -> object:
    """Return a cell as it is written; Decimal as text keeps its digits and no exponent."""
    if isinstance(nilai, Decimal):
        return f"{nilai:f}"
    if isinstance(nilai, str) and nilai.startswith(AWALAN_RUMUS):
        return f"'{nilai}"
    return nilai


def _indikator(analisis: Analisis) -> Iterator[Baris]:
    """Yield one row per indicator and span: each tribulan, up to now, the year."""
    for hasil in analisis.indikator:
        for masa, one in _spans(hasil):
            yield {
                "kode": hasil.indikator.kode,
                "jenjang": hasil.jenjang.value,
                "indikator": hasil.indikator.uraian,
                "satuan": hasil.indikator.satuan,
                "masa": masa,
                **_figures(one),
            }


def _spans(hasil: HasilIndikator) -> Iterator[tuple[str, Hasil]]:
    for ke, one in enumerate(hasil.waktu.tribulan, 1):
        yield f"TW{ke}", one
    yield "sampai dengan", hasil.waktu.sampai_dengan
    yield "tahun", hasil.waktu.tahun


def _porsi(analisis: Analisis) -> Iterator[Baris]:
    """Yield one row per indicator, unit and tribulan, with what the unit wrote beside it."""
    for hasil in analisis.indikator:
        for porsi in hasil.porsi:
            for ke, one in enumerate(porsi.waktu.tribulan, 1):
                laporan = porsi.laporan[ke - 1]
                yield {
                    "kode": hasil.indikator.kode,
                    "unit": porsi.unit.kode,
                    "tribulan": ke,
                    **_figures(one),
                    "keterangan": laporan.keterangan if laporan else None,
                }


def _sasaran(analisis: Analisis) -> Iterator[Baris]:
    for one in analisis.sasaran:
        means = _means(one.rata_rata, one.predikat)
        yield {"kode": one.simpul.kode, "uraian": one.simpul.uraian, **means}


def _unit(analisis: Analisis) -> Iterator[Baris]:
    for one in analisis.unit:
        means = _means(one.rata_rata, one.predikat)
        yield {"kode": one.unit.kode, "nama": one.unit.nama, **means}


def _anggaran(analisis: Analisis) -> Iterator[Baris]:
    for one in analisis.anggaran:
        yield {
            "kode": one.simpul.kode,
            "jenjang": one.simpul.jenjang.value,
            "uraian": one.simpul.uraian,
            "pagu": one.pagu,
            "realisasi": one.realisasi,
            "serapan": _persen(one.serapan),
        }


def _figures(hasil: Hasil) -> Baris:
    alasan = hasil.capaian.alasan
    return {
        "target": _nilai(hasil.target),
        "realisasi": _nilai(hasil.realisasi),
        "capaian": _persen(hasil.capaian.persen),
        "alasan": alasan.value if alasan else None,
    }


def _means(rata_rata: RataRata, predikat: Kelas | None) -> Baris:
    return {
        "rata_rata": _persen(rata_rata.apa_adanya),
        "rata_rata_dibatasi": _persen(rata_rata.dibatasi),
        "predikat": predikat.nama if predikat else None,
        "dinilai": rata_rata.dinilai,
        "jumlah": rata_rata.jumlah,
    }


def _nilai(nilai: Nilai | None) -> Decimal | str | None:
    return nilai if nilai is None or isinstance(nilai, Decimal) else format_nilai(nilai)


def _persen(persen: Decimal | None) -> Decimal | None:
    return None if persen is None else round_half_up(persen)
