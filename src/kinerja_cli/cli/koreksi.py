"""kinerja koreksi."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.pilihan import JsonOpsi, KodeKeluar, RuangOpsi, TahunOpsi, TribulanOpsi

BerkasWord = Annotated[
    Path,
    typer.Argument(
        metavar="BERKAS.docx",
        exists=True,
        dir_okay=False,
        help="Laporan yang sudah disunting di Word.",
    ),
]


def koreksi(
    berkas: BerkasWord,
    *,
    tribulan: TribulanOpsi = None,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
    json: JsonOpsi = False,
) -> None:
    """Cocokkan laporan yang sudah disunting dengan data: angka, kalimat, nama, dan susunannya.

    Berkas aslinya tidak diubah; salinannya di laporan/ memuat setiap temuan sebagai komentar Word.

    Contoh: kinerja koreksi laporan/lakip-2021.docx
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.koreksi import correct_report
    from kinerja_cli.cli import tampil
    from kinerja_cli.cli.kontrak import temuan_json
    from kinerja_cli.cli.tampil_koreksi import show_koreksi
    from kinerja_cli.domain.temuan import has_galat

    tempat = find_ruang(ruang)
    hasil = correct_report(tempat, berkas, tahun, tribulan, datetime.now().astimezone())
    if json:
        temuan = [temuan_json(x, hasil.tingkat) for x in hasil.temuan]
        tampil.show_json({"berkas": hasil.berkas, "temuan": temuan})
    else:
        show_koreksi(hasil)
        tampil.show_keluaran(tempat, [hasil.salinan] if hasil.salinan else [])
    galat = has_galat(hasil.temuan, hasil.tingkat)
    raise typer.Exit(KodeKeluar.ADA_GALAT if galat else KodeKeluar.SELESAI)
