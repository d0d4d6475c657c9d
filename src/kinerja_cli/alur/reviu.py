"""kinerja reviu: the office's own checklist before the Inspektorat reviews the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_cli.adapter.baca_docx import read_docx
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.berkas import read_masukan, read_whole
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.reviu_docx import IsiReviu, build_reviu_docx
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.analisis import analyse
from kinerja_cli.alur.koreksi import AKHIRAN
from kinerja_cli.domain.koreksi import check_naskah
from kinerja_cli.domain.reviu import BagianReviu, BahanReviu, build_reviu


@dataclass(frozen=True, slots=True)
class HasilReviu:
    """The checklist, where it lies, and the report that it is about (None: none was found)."""

    bagian: tuple[BagianReviu, ...]
    keluaran: Keluaran
    laporan: Path | None


def write_reviu(
    ruang: Ruang, berkas: Path | None, tahun: int | None, tribulan: int | None, sekarang: datetime
) -> HasilReviu:
    """Write the checklist; without a file named it is about the latest report of the year."""
    analisis, data = analyse(ruang, tahun, tribulan)
    laporan = berkas or latest_report(ruang, analisis.rencana.tahun)
    koreksi = None
    if laporan is not None:
        koreksi = check_naskah(read_docx(read_masukan(laporan), laporan.name), analisis)
    bagian = build_reviu(BahanReviu(analisis, data, koreksi))
    isi = IsiReviu(bagian, laporan.name if laporan else "", sekarang.date())
    docx = build_reviu_docx(analisis, isi, read_whole(shipped("templates") / "lakip.docx"))
    path = ruang.laporan / f"reviu-{analisis.rencana.tahun}.docx"
    with open_basisdata(ruang.basisdata) as db:
        return HasilReviu(bagian, write_keluaran(ruang, db, path, docx), laporan)


def latest_report(ruang: Ruang, tahun: int) -> Path | None:
    """Return the report of a year that was saved last, commented copies left out."""
    found = [
        x
        for x in ruang.laporan.glob(f"lakip-{tahun}*.docx")
        if AKHIRAN not in x.stem and not x.name.startswith("~$")
    ]
    return max(found, key=lambda x: x.stat().st_mtime, default=None)
