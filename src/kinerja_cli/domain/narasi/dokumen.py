"""Sentences on the documents that the SOP lists and on the evidence that units name."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator
from kinerja_cli.domain.dokumen import StatusDokumen
from kinerja_cli.domain.narasi.kata import awali, rangkai, sebut_banyak


def kalimat_dokumen(dokumen: Sequence[StatusDokumen], tahun: int) -> str:
    """Say how many of the SOP's documents are there, and name those that are not."""
    missing = [x.dokumen.judul(tahun) for x in dokumen if not x.ada]
    ada = len(dokumen) - len(missing)
    if not ada:
        return "Dokumen yang disebut SOP Pengumpulan Data Kinerja belum ada yang tercatat."
    banyak = awali(sebut_banyak(ada, len(dokumen), "dokumen"))
    first = f"{banyak} yang disebut SOP Pengumpulan Data Kinerja sudah ada."
    return f"{first} Yang belum ada: {rangkai(missing)}." if missing else first


def kalimat_data_dukung(analisis: Analisis) -> str:
    """Say for how many indicators at least one unit named its evidence."""
    named = sum(map(_is_named, analisis.indikator))
    if not named:
        return "Data dukung indikator kinerja belum disebutkan unit kerja."
    banyak = awali(sebut_banyak(named, len(analisis.indikator), "indikator"))
    return f"{banyak} mempunyai data dukung yang disebutkan unit kerja."


def _is_named(hasil: HasilIndikator) -> bool:
    texts = (x.penjelasan.data_dukung for porsi in hasil.porsi for x in porsi.laporan if x)
    return any(x.strip() for x in texts)
