"""A small workspace in the middle of its year, a clock that stands still, quick builders.

A builder remembers what it built: the same run again is cheap and comes out byte for byte alike.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, Self

import pytest

from berkas_docx import docx
from berkas_docx import p as paragraf
from conftest import SEKARANG
from kinerja_cli.adapter import dasbor_html, himpunan_xlsx
from kinerja_cli.adapter.lakip import BahanLakip
from kinerja_cli.adapter.proses_terbatas import ProsesTerbatas
from kinerja_cli.alur import analisis, buat_format, lakip, rencana
from kinerja_cli.alur.templat_surat import PengisiSurat
from kinerja_cli.cli import main
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.baca_rencana import TabelRencana
from test_perbaikan import spoil

LAMA = "Seksi Pelayanan.xlsx"
BARU = "Seksi Pemerintahan.xlsx"
DITOLAK = "Seksi Keamanan dan Ketertiban.xlsx"
BERJAM = ("analisis", "buat_format", "himpun", "lakip", "surat", "tutup")
"""Commands that look at the clock."""

PEMBUAT = (
    (analisis, "build_analisis_xlsx"),
    (dasbor_html, "build_dasbor"),
    (buat_format, "build_format"),
    (himpunan_xlsx, "build_himpunan_xlsx"),
    (PengisiSurat, "fill"),
)
"""Pure functions that take most of a run's time."""


Salin = Callable[[Path], Path]
"""Makes a copy of the small workspace in a folder and returns it."""


class JamUji(datetime):
    """The clock of the commands in tests."""

    kini: ClassVar[datetime] = SEKARANG

    @classmethod
    def now(cls, tz: Any = None) -> Self:  # noqa: ANN401 - datetime's own
        """Return the moment that was set."""
        moment = cls.kini.astimezone(tz or UTC)
        return cls.fromtimestamp(moment.timestamp(), moment.tzinfo)


def stop_clock(patch: pytest.MonkeyPatch, hari: int = 0) -> None:
    """Let every command run at one moment, so many days after the example's."""
    patch.setattr(JamUji, "kini", SEKARANG + timedelta(days=hari))
    for nama in BERJAM:
        patch.setattr(import_module(f"kinerja_cli.cli.{nama}"), "datetime", JamUji)


def remember_builders(patch: pytest.MonkeyPatch) -> None:
    """Let the same input be read and built once; the marked copy is made in this process."""
    for modul, nama in PEMBUAT:
        patch.setattr(modul, nama, _remembered(getattr(modul, nama)))
    _remember_plans(patch)
    patch.setattr(lakip, "build_lakip", _small_lakip)
    patch.setattr(ProsesTerbatas, "call", _remembered(lambda x, *masukan: x._muat()(*masukan)))


@dataclass(frozen=True, slots=True)
class Draf:
    """What a draft gives to whoever writes it, without the seconds that a real one takes."""

    isi: bytes
    html: str
    kosong: tuple[str, ...] = ("SAMPUL",)


def _small_lakip(_: Analisis, __: bytes, tanggal: date, ___: BahanLakip) -> Draf:
    return Draf(_small_docx(tanggal), f"<html>{tanggal}</html>")


@cache
def _small_docx(tanggal: date) -> bytes:
    return docx(paragraf(tanggal.isoformat()))


def _remember_plans(patch: pytest.MonkeyPatch) -> None:
    read = rencana._read_tabel
    known: dict[bytes, TabelRencana] = {}

    def read_once(path: Path, isi: bytes, tahun: int) -> TabelRencana:
        known[isi] = known.get(isi) or read(path, isi, tahun)
        return known[isi]

    patch.setattr(rencana, "_read_tabel", read_once)


def _remembered(buat: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[str, Any] = {}

    def build(*masukan: Any) -> Any:  # noqa: ANN401 - whatever the builder takes and gives
        key = repr([x for x in masukan if not isinstance(x, ProsesTerbatas | PengisiSurat)])
        if key not in known:
            known[key] = buat(*masukan)
        return known[key]

    return build


def run(akar: Path, *argv: str) -> int:
    """Run a command on a workspace and return its exit code."""
    with pytest.raises(SystemExit) as stop:
        main([*argv, "--ruang", str(akar)])
    return int(stop.value.code or 0)


def make_small(contoh: Path, akar: Path) -> Path:
    """Make a workspace with one workbook collected and reported on; two more have come since."""
    shutil.copytree(contoh, akar, ignore=shutil.ignore_patterns("TW[234]"))
    masuk = akar / "masuk" / "TW1"
    for path in masuk.iterdir():
        if path.name not in {LAMA, BARU, DITOLAK}:
            path.unlink()
    spoil(masuk / DITOLAK, "IK-S5-1", "sekitar 90")
    for argv in (("himpun", str(masuk / LAMA)), ("analisis",), ("lakip",), ("surat", "nota-dinas")):
        assert run(akar, *argv) == 0, argv
    return akar


def copies_of(contoh: Path, ke: Path) -> Iterator[Salin]:
    """Yield what makes a copy of the small workspace, a day later."""
    with pytest.MonkeyPatch.context() as patch:
        remember_builders(patch)
        stop_clock(patch)
        made = make_small(contoh, ke / "ruang")
        stop_clock(patch, hari=1)
        yield lambda ke: Path(shutil.copytree(made, ke / "ruang"))
