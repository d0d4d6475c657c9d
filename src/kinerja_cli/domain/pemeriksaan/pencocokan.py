"""Rows of a workbook matched to the plan by their code, whatever was moved, sorted or inserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kinerja_cli.domain.bacaan import RUPIAH, Ukuran, read_kolom
from kinerja_cli.domain.formulir import ISIAN_PENJELASAN, KolomAnggaran, KolomData, KolomPenjelasan
from kinerja_cli.domain.isian import Isian
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.konteks import BarisData, BarisPagu, Konteks
from kinerja_cli.domain.rencana import Indikator, Polaritas, Rencana, letters_of
from kinerja_cli.domain.setoran import TANPA_PENJELASAN, Penjelasan
from kinerja_cli.domain.tabel import Baris, Isi
from kinerja_cli.domain.temuan import Temuan

KODE, REALISASI = KolomData.KODE.judul, KolomData.REALISASI.judul
DALAM_RUPIAH = Ukuran(RUPIAH)
KOLOM_PENJELASAN = tuple(x.judul for x in ISIAN_PENJELASAN)


def ukuran_of(indikator: Indikator, rencana: Rencana, *, boleh_rentang: bool = False) -> Ukuran:
    """Return what a cell of this indicator should hold."""
    predikat = indikator.polaritas is Polaritas.PREDIKAT
    huruf = tuple(letters_of(indikator.satuan, rencana.predikat)) if predikat else ()
    return Ukuran(indikator.satuan, indikator.polaritas, huruf, boleh_rentang)


def match_rows(
    isian: Isian, rencana: Rencana, pengaturan: Pengaturan
) -> tuple[Konteks, list[Temuan]]:
    """Return the rows of the plan's indicators and budget lines; what does not fit is a finding."""
    konteks = Konteks(isian, rencana, pengaturan)
    temuan: list[Temuan] = []
    data, anggaran = _match_data(konteks, temuan), _match_anggaran(konteks, temuan)
    return replace(konteks, data=tuple(data), anggaran=tuple(anggaran)), temuan


def _match_data(konteks: Konteks, temuan: list[Temuan]) -> Iterator[BarisData]:
    isian, rencana = konteks.isian, konteks.rencana
    planned = {x.kode: x for x in rencana.indicators_of(isian.identitas.unit)}
    penjelasan = _read_penjelasan(isian.penjelasan)
    seen: dict[str, Baris] = {}
    for baris in isian.data:
        kode = baris.teks(KODE)
        if kode in planned and kode not in seen:
            seen[kode] = baris
            explained = penjelasan.get(kode, TANPA_PENJELASAN)
            yield _row_of(baris, planned[kode], konteks, explained)
        else:
            temuan.extend(_unmatched(baris, kode, KODE, REALISASI, seen.get(kode)))
    for kode, indikator in planned.items():
        if kode not in seen:
            facts = {"kode": kode, "uraian": indikator.uraian}
            temuan.append(Temuan(JenisTemuan.BARIS_HILANG, konteks.sheet_place(), facts))


def _read_penjelasan(rows: Sequence[Baris]) -> dict[str, Penjelasan]:
    """Return what the unit wrote, by code; of two rows with one code the last counts."""
    by_kode = {x.teks(KolomPenjelasan.KODE.judul): x for x in rows}
    columns = {x.kepala.column(judul) for x in rows[:1] for judul in KOLOM_PENJELASAN}
    return {
        kode: Penjelasan(*(x.paragraf(judul) for judul in KOLOM_PENJELASAN))
        for kode, x in by_kode.items()
        if not columns.isdisjoint(x.isi)  # most rows: nothing has to be explained
    }


def _row_of(
    baris: Baris, indikator: Indikator, konteks: Konteks, penjelasan: Penjelasan
) -> BarisData:
    unit, tribulan = konteks.isian.identitas.unit, konteks.tribulan
    porsi = next(x for x in indikator.porsi if x.unit == unit)
    return BarisData(
        baris,
        indikator,
        porsi,
        porsi.target[tribulan - 1],
        read_kolom(baris, REALISASI, ukuran_of(indikator, konteks.rencana)),
        penjelasan,
    )


def _match_anggaran(konteks: Konteks, temuan: list[Temuan]) -> Iterator[BarisPagu]:
    kolom_kode, kolom = KolomAnggaran.KODE.judul, KolomAnggaran.REALISASI.judul
    lines = konteks.rencana.budget_lines(konteks.isian.identitas.unit)
    planned = {x.kode: x for x in lines}
    seen: dict[str, Baris] = {}
    for baris in konteks.isian.anggaran:
        kode = baris.teks(kolom_kode)
        simpul = planned.get(kode)
        if simpul is None or simpul.pagu is None or kode in seen:
            temuan.extend(_unmatched(baris, kode, kolom_kode, kolom, seen.get(kode)))
            continue
        seen[kode] = baris
        yield BarisPagu(baris, kode, simpul.pagu, read_kolom(baris, kolom, DALAM_RUPIAH))
    for kode, simpul in planned.items():
        if kode not in seen:
            facts = {"kode": kode, "uraian": simpul.uraian}
            temuan.append(Temuan(JenisTemuan.BARIS_HILANG, konteks.sheet_place(), facts))


def _unmatched(
    baris: Baris, kode: str, kolom_kode: str, kolom: str, pertama: Baris | None
) -> Iterator[Temuan]:
    """Name a row that is not in the plan; one without code only where it holds a figure."""
    isi = baris.at(kolom)
    if pertama is not None:
        facts = {"kode": kode, "pertama": pertama.at(kolom).tempat.sel}
        yield Temuan(JenisTemuan.BARIS_BERULANG, isi.tempat, facts)
    elif kode:
        yield Temuan(JenisTemuan.BARIS_TIDAK_DIKENAL, baris.at(kolom_kode).tempat, {"kode": kode})
    elif not isi.sel.kosong and isi.sel.rumus is None and not _repeats_header(isi, baris, kolom):
        yield Temuan(JenisTemuan.BARIS_TANPA_KODE, isi.tempat, {"nilai": isi.terlihat})


def _repeats_header(isi: Isi, baris: Baris, kolom: str) -> bool:
    """Tell whether the row repeats the header or numbers the columns, as many offices do."""
    number = baris.kepala.column(kolom)
    return isi.teks in {kolom, str(number), f"({number})"}
