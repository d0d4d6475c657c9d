"""kinerja himpun."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja_cli.cli.pilihan import JsonOpsi, KodeKeluar, RuangOpsi, TahunOpsi, TribulanOpsi

if TYPE_CHECKING:
    from kinerja_cli.alur.himpun import HasilHimpun
    from kinerja_cli.alur.persiapan import Permintaan


def himpun(
    sumber: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[BERKAS|FOLDER]...", help="Yang dihimpun; bawaannya folder masuk/."
        ),
    ] = None,
    *,
    tribulan: TribulanOpsi = None,
    coba: Annotated[
        bool, typer.Option("--coba", help="Hanya periksa; tidak ada yang disimpan.")
    ] = False,
    tandai: Annotated[
        bool,
        typer.Option(
            "--tandai", help="Buat salinan bertanda juga bagi yang diterima dengan peringatan."
        ),
    ] = False,
    proses: Annotated[
        int | None,
        typer.Option(
            "--proses", metavar="N", min=1, help="Banyak proses pembaca; bawaannya menurut inti."
        ),
    ] = None,
    klaster: Annotated[
        str | None,
        typer.Option(
            "--klaster",
            metavar="ALAMAT",
            help="Baca di pekerja klaster Dask, misalnya tcp://10.0.0.5:8786 (docs/klaster.md).",
        ),
    ] = None,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
    json: JsonOpsi = False,
) -> None:
    """Himpun formulir yang sudah diisi: baca, periksa, terima atau tolak, gabungkan.

    Contoh: kinerja himpun -t 1, atau kinerja himpun kiriman.zip --coba
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.persiapan import Permintaan

    tempat = find_ruang(ruang)
    sekarang = datetime.now().astimezone()
    hasil = _collect(
        Permintaan(tempat, sekarang, tahun, tribulan, sumber or (), coba, tandai, proses, klaster)
    )
    from kinerja_cli.cli import tampil
    from kinerja_cli.cli.kontrak import himpun_json
    from kinerja_cli.domain.temuan import has_galat

    if json:
        tampil.show_json(himpun_json(hasil))
    else:
        tampil.show_himpun(hasil)
        tampil.show_keluaran(tempat, hasil.keluaran)
    galat = has_galat(hasil.temuan, hasil.pengaturan.tingkat)
    raise typer.Exit(KodeKeluar.ADA_GALAT if galat else KodeKeluar.SELESAI)


def _collect(permintaan: Permintaan) -> HasilHimpun:
    """Collect; what decides and what shows it are loaded while the files are being read."""
    from kinerja_cli.alur.persiapan import prepare

    with prepare(permintaan) as persiapan:
        from kinerja_cli.alur.himpun import collect
        from kinerja_cli.cli import tampil

        with tampil.progress("Membaca formulir") as lapor:
            return collect(persiapan, lapor)
