"""kinerja reviu."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.pilihan import RuangOpsi, TahunOpsi, TribulanOpsi

LaporanWord = Annotated[
    Path | None,
    typer.Argument(
        metavar="[BERKAS.docx]",
        exists=True,
        dir_okay=False,
        help="Laporan yang direviu; bawaannya laporan/lakip-… yang terakhir disimpan.",
        show_default=False,
    ),
]


def reviu(
    berkas: LaporanWord = None,
    *,
    tribulan: TribulanOpsi = None,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
) -> None:
    """Buat daftar uji reviu, terisi sejauh data dapat menjawab, dan formulir Inspektorat.

    Daftar ujinya milik program, bukan rumusan peraturan.

    Contoh: kinerja reviu
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.reviu import write_reviu
    from kinerja_cli.cli import tampil
    from kinerja_cli.cli.tampil_koreksi import show_reviu

    tempat = find_ruang(ruang)
    hasil = write_reviu(tempat, berkas, tahun, tribulan, datetime.now().astimezone())
    show_reviu(hasil)
    tampil.show_keluaran(tempat, [hasil.keluaran])
