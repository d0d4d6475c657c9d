"""kinerja arsip: buat, periksa."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.kelompok import make_group
from kinerja_cli.cli.pilihan import JsonOpsi, KodeKeluar, RuangOpsi


def buat(
    tahun: Annotated[
        int | None,
        typer.Argument(metavar="[TAHUN]", min=2000, max=2100, help="Tahun yang diarsipkan."),
    ] = None,
    *,
    ruang: RuangOpsi = None,
    json: JsonOpsi = False,
) -> None:
    """Satukan semua yang dibuat dan diterima setahun dalam satu zip yang dapat diperiksa.

    Isinya kinerja.toml, rencana, formulir yang diterima, laporan, surat, narasi, templat kantor,
    dokumen dan buktinya beserta daftarnya, register, serta manifes dengan sha256 setiap berkas.

    Contoh: kinerja arsip 2021
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.arsip import write_arsip
    from kinerja_cli.cli import tampil, tampil_arsip
    from kinerja_cli.cli.kontrak_arsip import arsip_json

    tempat = find_ruang(ruang)
    hasil = write_arsip(tempat, tahun)
    if json:
        tampil.show_json(arsip_json(tempat, hasil))
    else:
        tampil_arsip.show_arsip(tempat, hasil)


def periksa(
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS.zip", help="Arsip yang diperiksa.")],
    *,
    json: JsonOpsi = False,
) -> None:
    """Periksa sebuah arsip: adakah isinya yang hilang, berubah, atau ditambahkan.

    Contoh: kinerja arsip periksa arsip/arsip-kinerja-2021.zip
    """
    from kinerja_cli.adapter.arsip_tahun import verify_arsip
    from kinerja_cli.cli import tampil, tampil_arsip
    from kinerja_cli.cli.kontrak_arsip import periksa_arsip_json

    hasil = verify_arsip(berkas)
    if json:
        tampil.show_json(periksa_arsip_json(hasil))
    else:
        tampil_arsip.show_periksa(hasil)
    raise typer.Exit(KodeKeluar.SELESAI if hasil.utuh else KodeKeluar.ADA_GALAT)


arsip = make_group(
    {"buat": buat, "periksa": periksa},
    "Arsip tahunan. Tanpa perintah lanjutan: buat arsip tahun ini atau TAHUN.",
)
