"""Options that several commands share, each worded once."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer


class KodeKeluar(IntEnum):
    """What the exit code says: done, findings of level galat, could not run, a bug, Ctrl-C.

    The last is what shells expect of a program that was stopped.
    """

    SELESAI = 0
    ADA_GALAT = 1
    GAGAL = 2
    GALAT_PROGRAM = 3
    DIHENTIKAN = 130


RuangOpsi: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--ruang",
        metavar="FOLDER",
        help="Folder ruang kerja (yang memuat kinerja.toml); bawaannya folder ini ke atas.",
    ),
]
TahunOpsi: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--tahun",
        metavar="TAHUN",
        min=2000,
        max=2100,
        help="Tahun rencana; bawaannya kinerja.toml.",
    ),
]
TribulanOpsi: TypeAlias = Annotated[
    int | None, typer.Option("-t", "--tribulan", metavar="1-4", min=1, max=4, help="Tribulan.")
]
TribulanWajib: TypeAlias = Annotated[
    int, typer.Option("-t", "--tribulan", metavar="1-4", min=1, max=4, help="Tribulan.")
]
JsonOpsi: TypeAlias = Annotated[
    bool, typer.Option("--json", help="Cetak hasil sebagai satu dokumen JSON.")
]
AlasanWajib: TypeAlias = Annotated[
    str, typer.Option("--alasan", metavar="TEKS", help="Alasannya; tersimpan dalam riwayat.")
]
