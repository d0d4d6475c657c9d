"""kinerja buat-format."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from kinerja_cli.cli.pilihan import RuangOpsi, TahunOpsi, TribulanWajib


def buat_format(
    tribulan: TribulanWajib,
    *,
    unit: Annotated[
        list[str] | None,
        typer.Option("--unit", metavar="KODE", help="Hanya unit ini; boleh diulang."),
    ] = None,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
) -> None:
    """Buat formulir Excel untuk dibagikan, satu berkas tiap unit.

    Contoh: kinerja buat-format -t 1
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.buat_format import build_forms
    from kinerja_cli.cli.tampil import show_keluaran, show_lines

    tempat = find_ruang(ruang)
    sekarang = datetime.now().astimezone()
    written = build_forms(tempat, tahun, tribulan, unit or [], sekarang)
    show_keluaran(tempat, written)
    show_lines([f"{len(written)} formulir siap dibagikan."])
