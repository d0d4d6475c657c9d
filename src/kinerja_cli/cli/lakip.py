"""kinerja lakip."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.pilihan import RuangOpsi, TahunOpsi, TribulanOpsi


def lakip(
    *,
    tribulan: TribulanOpsi = None,
    bentuk: Annotated[
        str,
        typer.Option("--format", metavar="BENTUK", help="docx, html, pdf; pisahkan dengan koma."),
    ] = "docx",
    timpa: Annotated[
        bool, typer.Option("--timpa", help="Ganti draf yang sudah diubah, setelah ditanyakan.")
    ] = False,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
) -> None:
    """Buat draf LAKIP dari data yang sudah dihimpun, atau laporan kinerja satu tribulan.

    Contoh: kinerja lakip --format docx,pdf

    Contoh: kinerja lakip -t 2
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.lakip import Permintaan, read_bentuk, write_lakip
    from kinerja_cli.cli import tampil

    tempat = find_ruang(ruang)
    izin = _ask if timpa else None
    permintaan = Permintaan(tahun, tribulan, read_bentuk(bentuk), izin)
    draf = write_lakip(tempat, permintaan, datetime.now().astimezone())
    tampil.show_kosong(draf.kosong)
    tampil.show_keluaran(tempat, draf.keluaran)


def _ask(path: Path) -> bool:
    """Ask before an edited draft is replaced; without a terminal nobody can say yes."""
    if not sys.stdin.isatty():
        typer.echo(f"{path.name} sudah diubah; tanpa terminal tidak ditimpa.", err=True)
        return False
    pertanyaan = f"{path.name} sudah diubah orang dan akan hilang. Ketik ya untuk menimpa"
    jawaban = typer.prompt(pertanyaan, default="tidak", err=True)
    return str(jawaban).strip().casefold() in {"y", "ya"}
