"""Which units owe a workbook, kept beside the store until the plan or the settings change.

Reading and checking a plan takes longer than everything else that `kinerja status` does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.adapter.ingatan import keep_ingatan, read_ingatan, sidik_of
from kinerja_cli.adapter.ruang import Ruang


@dataclass(frozen=True, slots=True)
class WajibLapor:
    """The units that owe workbooks in a year, code and name, in plan order.

    `bawaan` is the year of kinerja.toml: what a person means who names none.
    """

    bawaan: int
    tahun: int
    unit: dict[str, str]


def recall_wajib(ruang: Ruang, tahun: int | None) -> WajibLapor | None:
    """Return what was kept of a plan without galat; None where it is not of today's files.

    `tahun` None: the year of kinerja.toml.
    """
    sidik, isi = read_ingatan(_path(ruang))
    try:
        wajib = WajibLapor(**json.loads(isi))
        same = sidik == sidik_of(isi, _sumber(ruang, wajib.tahun))
    except (OSError, ValueError, TypeError):
        return None
    return wajib if same and wajib.tahun == (tahun or wajib.bawaan) else None


def keep_wajib(ruang: Ruang, wajib: WajibLapor) -> None:
    """Keep what was read from a plan without galat, where there is a store to keep it beside."""
    nilai = {"bawaan": wajib.bawaan, "tahun": wajib.tahun, "unit": wajib.unit}
    keep_ingatan(_path(ruang), nilai, _sumber(ruang, wajib.tahun))


def _path(ruang: Ruang) -> Path:
    return ruang.basisdata.with_name("wajib-lapor.json")


def _sumber(ruang: Ruang, tahun: int) -> tuple[bytes, bytes]:
    """Return the files that it is read from."""
    return ruang.konfigurasi.read_bytes(), ruang.rencana(tahun).read_bytes()
