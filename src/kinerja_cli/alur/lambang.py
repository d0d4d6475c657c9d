"""The emblem that kinerja.toml names, read from the workspace and from nowhere else."""

from __future__ import annotations

from kinerja_cli.adapter.berkas import read_masukan
from kinerja_cli.adapter.lakip.lambang import (
    UKURAN_TERBESAR,
    Lambang,
    LambangRusakError,
    read_lambang,
)
from kinerja_cli.adapter.ruang import Ruang


def read_lambang_kantor(ruang: Ruang, nama: str) -> Lambang | None:
    """Return the office's emblem, None where it has none; raises KinerjaError.

    A kinerja.toml from elsewhere puts no picture of this computer's into a report.
    """
    if not nama:
        return None
    path = (ruang.akar / nama).resolve()
    if not path.is_relative_to(ruang.akar.resolve()):
        raise LambangRusakError(nama, "tidak terletak di dalam ruang kerja")
    if not path.is_file():
        raise LambangRusakError(nama, "tidak ada di ruang kerja")
    return read_lambang(nama, read_masukan(path, UKURAN_TERBESAR))
