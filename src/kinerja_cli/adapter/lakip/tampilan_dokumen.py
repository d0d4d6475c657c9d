"""The SOP's documents and the units' evidence as the rows that the LAKIP prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kinerja_cli.adapter.lakip.baris import KOSONG
from kinerja_cli.adapter.lakip.baris_dokumen import BarisDataDukung, BarisDokumen
from kinerja_cli.domain.analisis.model import HasilIndikator
from kinerja_cli.domain.dokumen import BELUM_DISEBUTKAN, StatusDokumen, merge_data_dukung
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.tanggal import format_tanggal

PANJANG_SIDIK = 12
"""Digits of a sha256 that tell two files apart on paper; the register keeps all."""


def build_dokumen(dokumen: Iterable[StatusDokumen], tahun: int) -> tuple[BarisDokumen, ...]:
    """Return a row for each document, in the SOP's order."""
    return tuple(_row(str(i), x, tahun) for i, x in enumerate(dokumen, 1))


def _row(nomor: str, status: StatusDokumen, tahun: int) -> BarisDokumen:
    noted = status.tercatat
    return BarisDokumen(
        nomor=nomor,
        nama=status.dokumen.judul(tahun),
        keadaan=status.sebutan,
        tanggal=format_tanggal(noted.tanggal) if noted else KOSONG,
        berkas=noted.bukti.nama if noted else KOSONG,
        sidik=noted.bukti.sha256[:PANJANG_SIDIK] if noted else KOSONG,
    )


def build_data_dukung(hasil: HasilIndikator) -> Iterator[BarisDataDukung]:
    """Yield what each unit named for an indicator up to the report's tribulan, in plan order."""
    for porsi in hasil.porsi:
        for teks, tribulan in merge_data_dukung(enumerate(porsi.laporan, 1)).items():
            yield BarisDataDukung(
                porsi.unit.nama,
                ", ".join(ROMAWI[x] for x in tribulan) or KOSONG,
                teks or BELUM_DISEBUTKAN,
            )
