"""What a run of himpun begins with: what it is asked, its files, the processes that read them.

What takes long to load is loaded when its turn comes, beside processes that have begun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_cli.alur.kolam import count_pekerja, open_kolam
from kinerja_cli.alur.sumber import Sumber, find_sumber
from kinerja_cli.domain.galat import KinerjaError

if TYPE_CHECKING:
    from kinerja_cli.adapter.ruang import Ruang
    from kinerja_cli.alur.pembacaan_banyak import Patokan, Regu, Terbaca
    from kinerja_cli.domain.temuan import Temuan


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What a run is asked to do; no `sumber` means masuk/, `coba` changes nothing.

    `tandai` asks for marked copies of accepted workbooks with findings, too. `proses` is how many
    processes read; None: one per core where there are enough files. `klaster` is the address of a
    scheduler whose workers read instead.
    """

    ruang: Ruang
    sekarang: datetime
    tahun: int | None = None
    tribulan: int | None = None
    sumber: Sequence[Path] = ()
    coba: bool = False
    tandai: bool = False
    proses: int | None = None
    klaster: str | None = None


@dataclass(frozen=True, slots=True)
class Persiapan:
    """A run whose files are being read; `regu` is None where this process reads by itself.

    `temuan` are the findings on workbooks that are open in Excel.
    """

    permintaan: Permintaan
    patokan: Patokan
    sumber: Sequence[Sumber]
    temuan: Sequence[Temuan]
    pekerja: int
    regu: Regu | None
    bacaan: Iterator[Terbaca]


@contextmanager
def prepare(permintaan: Permintaan) -> Iterator[Persiapan]:
    """Find the files of a run and have them read, each by the processes that it asks for.

    Raises KinerjaError where a file that was named is not there, where the plan has a galat, and
    where the processes cannot be had.
    """
    ruang, klaster = permintaan.ruang, permintaan.klaster
    if permintaan.proses is not None and klaster is not None:
        message = "Pilih salah satu: --proses membaca di komputer ini, --klaster di komputer lain."
        raise KinerjaError(message)
    sumber, temuan = find_sumber(ruang, permintaan.sumber)
    # A cluster has processes of its own.
    pekerja = 1 if klaster else count_pekerja(len(sumber), permintaan.proses)
    with ExitStack() as stack:
        kolam = stack.enter_context(open_kolam(pekerja))
        # Loaded while those processes load theirs.
        from kinerja_cli.adapter.basisdata import open_register  # noqa: PLC0415
        from kinerja_cli.alur.pembacaan_banyak import (  # noqa: PLC0415
            Patokan,
            begin_reading,
            gather_regu,
        )
        from kinerja_cli.alur.rencana import load_dimuat  # noqa: PLC0415

        dimuat = load_dimuat(ruang, permintaan.tahun)
        with open_register(ruang.basisdata) as db:  # bytes that were accepted are not read again
            known = {x.sha256 for x in db.register(dimuat.rencana.tahun)}
        patokan = Patokan(known, dimuat)
        regu = stack.enter_context(gather_regu(kolam, patokan))
        bacaan = stack.enter_context(begin_reading(sumber, patokan, regu, klaster))
        yield Persiapan(permintaan, patokan, sumber, temuan, pekerja, regu, bacaan)
