"""kinerja lakip: the yearly performance report as a Word draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.berkas import read_whole
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.lakip import build_lakip
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.analisis import analyse
from kinerja_cli.domain.galat import KinerjaError

TEMPLAT = "lakip.docx"


@dataclass(frozen=True, slots=True)
class HasilDraf:
    """Where the draft lies, and what people still have to write in it."""

    keluaran: Keluaran
    kosong: tuple[str, ...]


def write_lakip(
    ruang: Ruang, tahun: int | None, tribulan: int | None, sekarang: datetime
) -> HasilDraf:
    """Write the draft from the figures in force; the office's own template goes before ours."""
    analisis, _ = analyse(ruang, tahun, tribulan)
    templat = _template(ruang)
    try:
        lakip = build_lakip(analisis, read_whole(templat), sekarang.date())
    except KinerjaError as error:
        message = f"{templat}: {error}"
        raise KinerjaError(message) from error
    path = ruang.laporan / f"lakip-{analisis.rencana.tahun}.docx"
    with open_basisdata(ruang.basisdata) as db:
        return HasilDraf(write_keluaran(ruang, db, path, lakip.isi), lakip.kosong)


def _template(ruang: Ruang) -> Path:
    own = ruang.templat / TEMPLAT
    return own if own.is_file() else shipped(f"templates/{TEMPLAT}")
