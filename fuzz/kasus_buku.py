"""What reading a workbook owes to any bytes: findings that can be shown, or figures that count."""

from __future__ import annotations

import pickle
from collections.abc import Iterable

from kantor_acak import PENGATURAN, RENCANA
from kinerja_cli.adapter.salinan_perbaikan import mark_copy
from kinerja_cli.alur.pembacaan import check_isi
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.temuan import Temuan, has_galat

NAMA = "acak.xlsx"


def check_unit(isi: bytes) -> None:
    """Read and check the bytes as a unit's workbook; accepted figures are analysed, too."""
    hasil = _read_unit(isi)
    if hasil.setoran is not None and not has_galat(hasil.temuan, PENGATURAN.tingkat):
        build_analisis(RENCANA, PENGATURAN, [hasil.setoran], hasil.setoran.tribulan)


def check_salinan(isi: bytes) -> None:
    """Mark the findings in a copy for the unit, where the workbook has an owner to send it to."""
    hasil = _read_unit(isi)
    if hasil.identitas is not None and hasil.temuan:
        mark_copy(isi, hasil.temuan, PENGATURAN.tingkat)


def _read_unit(isi: bytes) -> HasilPeriksa:
    hasil = check_isi(isi, NAMA, RENCANA, PENGATURAN)
    can_be_shown(hasil.temuan)
    assert _from_worker(hasil) == hasil, "another process would hand back less"
    assert hasil.setoran is not None or hasil.temuan, "a refusal without a reason"
    return hasil


def _from_worker(hasil: HasilPeriksa) -> HasilPeriksa:
    """Return what another process hands back."""
    kembali: HasilPeriksa = pickle.loads(pickle.dumps(hasil))  # noqa: S301 - made on this line
    return kembali


def can_be_shown(temuan: Iterable[Temuan]) -> None:
    """Fill in every message strictly and write it as UTF-8, as screen and JSON do."""
    for one in temuan:
        f"{one.tempat} {one.pesan} {one.saran}".encode()
