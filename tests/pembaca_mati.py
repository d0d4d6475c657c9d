"""A reader that dies on one certain file as a killed worker does; workers import it by name."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing

from kinerja_cli.adapter.titipan import Titipan
from kinerja_cli.alur import pembacaan_banyak
from kinerja_cli.alur.pembacaan import Calon
from kinerja_cli.alur.pembacaan_banyak import (
    Antrean,
    Patokan,
    Pelaksana,
    Terbaca,
    begin_reading,
)
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.katalog import JenisTemuan

MEMATIKAN = "mematikan.xlsx"

whole = pembacaan_banyak._read_chunk


def die(*_: object) -> None:
    """End the process, whatever it was asked."""
    os._exit(1)


def read_or_die(sumber: Sequence[Sumber], patokan: Patokan | Titipan[Patokan]) -> list[Terbaca]:
    """Read a chunk as a worker does, unless the deadly file is in it."""
    if any(x.path.name == MEMATIKAN for x in sumber):
        die()
    return whole(sumber, patokan)


def read_through(
    pelaksana: Pelaksana, sumber: Sequence[Sumber], patokan: Patokan
) -> Iterator[Terbaca]:
    """Yield what an executor reads and checks."""
    with closing(Antrean(pelaksana, sumber, patokan)) as antrean:
        antrean.hand_out()
        yield from antrean


def read_in_klaster(
    sumber: Sequence[Sumber], patokan: Patokan, alamat: str
) -> Generator[Terbaca, None, None]:
    """Yield what the workers of a scheduler read and check."""
    with begin_reading(sumber, patokan, klaster=alamat) as bacaan:
        yield from bacaan


def opened(terbaca: Iterable[Terbaca]) -> list[Calon]:
    """Return what was packed where it was read."""
    return [x.kemasan.open() for x in terbaca]


def assert_one_killed(results: Sequence[Calon], expected: Sequence[Calon]) -> None:
    """Compare with what one process reads, but for the finding on the deadly file."""
    assert [x.sumber for x in results] == [x.sumber for x in expected]
    for one, same in zip(results, expected, strict=True):
        if one.sumber.path.name == MEMATIKAN:
            assert one.hasil is not None
            assert [x.jenis for x in one.hasil.temuan] == [JenisTemuan.BERKAS_MENGHENTIKAN]
        else:
            assert one == same
