"""kinerja mulai."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.pilihan import TahunOpsi


def mulai(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="Folder ruang kerja yang dibuat.")
    ] = Path(),
    *,
    contoh: Annotated[
        bool, typer.Option("--contoh", help="Isi dengan data contoh yang lengkap untuk dicoba.")
    ] = False,
    tahun: TahunOpsi = None,
) -> None:
    """Buat ruang kerja baru: kinerja.toml, rencana, dan folder-foldernya.

    Contoh: kinerja mulai "Kinerja 2021" --contoh
    """
    from kinerja_cli.alur.mulai import create_ruang
    from kinerja_cli.cli.tampil import show_lines

    sekarang = datetime.now().astimezone()
    ruang = create_ruang(folder, tahun or sekarang.year, sekarang, contoh=contoh)
    nama = str(folder) if " " not in str(folder) else f'"{folder}"'
    pindah = [] if folder == Path() else [f"  cd {nama}"]
    langkah = (
        ["  kinerja periksa", "  kinerja himpun", "  kinerja analisis", "  kinerja lakip"]
        if contoh
        else ["  isi kinerja.toml dan rencana-*.xlsx, lalu: kinerja periksa"]
    )
    lines = [f"Ruang kerja siap: {ruang.akar}", "Selanjutnya:", *pindah, *langkah]
    show_lines(lines, utuh=True)
