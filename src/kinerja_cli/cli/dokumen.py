"""kinerja dokumen: daftar, catat."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.kelompok import make_group
from kinerja_cli.cli.pilihan import JsonOpsi, RuangOpsi, TahunOpsi
from kinerja_cli.cli.waktu import TanggalOpsi, read_tanggal


def daftar(*, ruang: RuangOpsi = None, tahun: TahunOpsi = None, json: JsonOpsi = False) -> None:
    """Tampilkan dokumen yang disebut SOP: mana yang ada, mana yang belum, dan data dukung unit.

    Contoh: kinerja dokumen
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.dokumen import list_dokumen
    from kinerja_cli.cli import tampil, tampil_arsip
    from kinerja_cli.cli.kontrak_arsip import dokumen_json

    hasil = list_dokumen(find_ruang(ruang), tahun)
    if json:
        tampil.show_json(dokumen_json(hasil))
    else:
        tampil_arsip.show_dokumen(hasil)


def catat(
    nama: Annotated[
        str, typer.Argument(metavar="NAMA", help="Nama dokumen pada daftar, misalnya renstra.")
    ],
    *,
    berkas: Annotated[Path, typer.Option("--berkas", metavar="BERKAS", help="Berkasnya.")],
    tanggal: TanggalOpsi = None,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
) -> None:
    """Catat bahwa sebuah dokumen ada, dengan berkas dan sidiknya; catatan baru menggantikan.

    Contoh: kinerja dokumen catat "SK Tim SAKIP" --berkas "dokumen/SK Tim SAKIP.pdf"
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.dokumen import PencatatanDokumen, record_dokumen
    from kinerja_cli.cli.tampil import show_lines

    now = datetime.now().astimezone()
    pencatatan = PencatatanDokumen(nama, berkas, now, read_tanggal(tanggal, "--tanggal"))
    status = record_dokumen(find_ruang(ruang), tahun, pencatatan)
    berkas_tercatat = status.tercatat.bukti.berkas if status.tercatat else ""
    show_lines([f"Dicatat: {status.dokumen.nama}, {berkas_tercatat}."])


dokumen = make_group(
    {"daftar": daftar, "catat": catat},
    "Dokumen yang disebut SOP. Tanpa perintah lanjutan: tampilkan daftarnya.",
)
