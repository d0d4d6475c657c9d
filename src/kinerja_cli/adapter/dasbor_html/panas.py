"""The heat maps: units and sasaran over the tribulan, each cell with its figure and its class."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_cli.adapter.dasbor_html.baris import KOSONG, BarisPanas, Cap, SelPanas
from kinerja_cli.adapter.dasbor_html.cap import cap_of
from kinerja_cli.adapter.dasbor_html.ringkasan import tulis_atau_kosong
from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.analisis.model import Analisis, HasilSasaran, HasilUnit
from kinerja_cli.domain.kantor import AturanHitung
from kinerja_cli.domain.narasi.masa import sebut_masa_singkat
from kinerja_cli.domain.predikat import Kelas, classify
from kinerja_cli.domain.rencana import ROMAWI

BELUM_MASUK = "belum masuk"
BELUM_DINILAI = "belum ada yang dinilai"


def build_panas_unit(analisis: Analisis) -> tuple[BarisPanas, ...]:
    """Return every unit over the tribulan: what came in, and how it stands."""
    return tuple(
        BarisPanas(x.unit.kode, x.unit.nama, tuple(_of_unit(x, analisis))) for x in analisis.unit
    )


def _of_unit(unit: HasilUnit, analisis: Analisis) -> Iterator[SelPanas]:
    aturan = analisis.pengaturan.aturan
    for ke, (came, mean) in enumerate(zip(unit.melapor, unit.tribulan, strict=True), 1):
        label = f"TW {ROMAWI[ke]}"
        yield _of_mean(label, mean, aturan) if came else _missing(label)
    yield _so_far(unit.rata_rata, unit.predikat, analisis)


def build_panas_sasaran(analisis: Analisis) -> tuple[BarisPanas, ...]:
    """Return every sasaran over the tribulan."""
    return tuple(
        BarisPanas(
            x.simpul.kode,
            x.simpul.uraian,
            (
                *_of_sasaran(x, analisis),
                _so_far(x.rata_rata, x.predikat, analisis),
            ),
        )
        for x in analisis.sasaran
    )


def _of_sasaran(sasaran: HasilSasaran, analisis: Analisis) -> Iterator[SelPanas]:
    aturan = analisis.pengaturan.aturan
    for ke, mean in enumerate(sasaran.tribulan, 1):
        yield _of_mean(f"TW {ROMAWI[ke]}", mean, aturan)


def _of_mean(label: str, mean: RataRata, aturan: AturanHitung) -> SelPanas:
    return _cell(label, mean, cap_of(classify(mean.dibatasi, aturan.skala), aturan))


def _so_far(mean: RataRata, predikat: Kelas | None, analisis: Analisis) -> SelPanas:
    """Return the figure that the predikat of the row stands on, as the analysis has it."""
    cap = cap_of(predikat, analisis.pengaturan.aturan)
    return _cell(sebut_masa_singkat(analisis), mean, cap)


def _cell(label: str, mean: RataRata, cap: Cap) -> SelPanas:
    counted = f"{mean.dinilai} dari {mean.jumlah} dinilai" if mean.dinilai else BELUM_DINILAI
    return SelPanas(
        label=label,
        nilai=tulis_atau_kosong(mean.dibatasi),
        cap=cap,
        keterangan=counted,
        gaya=f"rona {cap.gaya}" if cap.gaya else "hampa",
    )


def _missing(label: str) -> SelPanas:
    return SelPanas(label, KOSONG, Cap(), BELUM_MASUK, "belum-masuk")
