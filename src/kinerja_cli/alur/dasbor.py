"""The page of an analysis: made beside the workbook by another process where there is much."""

from __future__ import annotations

import contextlib
import os
import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from kinerja_cli.adapter.basisdata import SetoranTersimpan
from kinerja_cli.adapter.tunggu import await_result
from kinerja_cli.alur.kolam import end_processes, make_kolam, submit
from kinerja_cli.alur.rencana import RencanaDimuat
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.temuan import Temuan

CUKUP_BANYAK = 2_000
"""Indicators from which on a second process is paid back: it takes half a second to begin."""


@dataclass(frozen=True, slots=True)
class BahanAnalisis:
    """What an analysis follows from, as it crosses to another process.

    There it is worked out once more: 10,000 indicators take 1,3 s, to send the analysis 2,6 s.
    """

    dimuat: RencanaDimuat
    setoran: Sequence[SetoranTersimpan]
    temuan: Sequence[Temuan]
    tribulan: int

    def build(self) -> Analisis:
        """Return the analysis."""
        setoran = [x.open() for x in self.setoran]
        return build_analisis(self.dimuat.rencana, self.dimuat.pengaturan, setoran, self.tribulan)


@dataclass(frozen=True, slots=True)
class Dasbor:
    """The page of an analysis; `hasil` is None where no other process makes it."""

    temuan: Sequence[Temuan]
    dibuat: datetime
    hasil: Future[bytes] | None = None

    def isi(self, analisis: Analisis) -> bytes:
        """Return the page; the analysis is the one that it was begun for."""
        with contextlib.suppress(BrokenExecutor):  # then this process makes it
            if self.hasil is not None:
                return await_result(self.hasil)
        return _build_page(analisis, self.temuan, self.dibuat)


@contextmanager
def begin_dasbor(bahan: BahanAnalisis, dibuat: datetime) -> Iterator[Dasbor]:
    """Have the page made while this process makes the workbook, where that pays.

    Where this process gives up, nobody waits for the page.
    """
    if len(bahan.dimuat.rencana.indikator) < CUKUP_BANYAK or (os.cpu_count() or 1) == 1:
        yield Dasbor(bahan.temuan, dibuat)
        return
    # Packed here, nothing of it changes meanwhile: the pool would do it in a thread, later.
    packed = pickle.dumps(bahan, pickle.HIGHEST_PROTOCOL)
    kolam, hasil = make_kolam(1), None
    try:
        with contextlib.suppress(BrokenExecutor, OSError):  # no process is to be had
            hasil = submit(kolam, _build_packed, packed, dibuat)
        kolam.shutdown(wait=False)  # it winds up when the page is made, not when the workbook is
        yield Dasbor(bahan.temuan, dibuat, hasil)
    except BaseException:
        end_processes()
        raise


def _build_packed(packed: bytes, dibuat: datetime) -> bytes:
    bahan: BahanAnalisis = pickle.loads(packed)  # noqa: S301 - packed by the process that asks
    return _build_page(bahan.build(), bahan.temuan, dibuat)


def _build_page(analisis: Analisis, temuan: Sequence[Temuan], dibuat: datetime) -> bytes:
    # Loaded only by the process that makes the page: it takes 0,05 s.
    from kinerja_cli.adapter.dasbor_html import build_dasbor  # noqa: PLC0415

    return build_dasbor(analisis, temuan, dibuat).encode()
