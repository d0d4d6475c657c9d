"""Which units owe a workbook, kept beside the store until the plan or the settings change.

Reading and checking a plan takes longer than everything else that `kinerja status` does.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from kinerja_cli import __version__
from kinerja_cli.adapter.ruang import Ruang

PENDEK = (",", ":")


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
    try:
        sidik, _, isi = _path(ruang).read_text(encoding="utf-8").partition("\n")
        wajib = WajibLapor(**json.loads(isi))
        same = sidik == _sidik(ruang, wajib.tahun, isi)
    except (OSError, ValueError, TypeError):
        return None
    return wajib if same and wajib.tahun == (tahun or wajib.bawaan) else None


def keep_wajib(ruang: Ruang, wajib: WajibLapor) -> None:
    """Keep what was read from a plan without galat, where there is a store to keep it beside."""
    isi = json.dumps(
        {"bawaan": wajib.bawaan, "tahun": wajib.tahun, "unit": wajib.unit},
        ensure_ascii=False,
        separators=PENDEK,
    )
    # It only saves time: where nothing can be written, the plan is read again.
    with contextlib.suppress(OSError):
        text = f"{_sidik(ruang, wajib.tahun, isi)}\n{isi}"
        _path(ruang).write_text(text, encoding="utf-8", newline="\n")


def _path(ruang: Ruang) -> Path:
    return ruang.basisdata.with_name("wajib-lapor.json")


def _sidik(ruang: Ruang, tahun: int, isi: str) -> str:
    """Return a sha256 over the program, the files that it was read from, and what was read."""
    sidik = hashlib.sha256(__version__.encode())
    for part in (ruang.konfigurasi.read_bytes(), ruang.rencana(tahun).read_bytes(), isi.encode()):
        sidik.update(hashlib.sha256(part).digest())
    return sidik.hexdigest()
