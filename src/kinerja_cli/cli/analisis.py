"""kinerja analisis."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.pilihan import JsonOpsi, RuangOpsi, TahunOpsi, TribulanOpsi


def analisis(
    *,
    tribulan: TribulanOpsi = None,
    rinci: Annotated[bool, typer.Option("--rinci", help="Tampilkan semua indikator.")] = False,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="KODE", help="Indikator satu unit.")
    ] = None,
    sasaran: Annotated[
        str | None, typer.Option("--sasaran", metavar="KODE", help="Indikator satu sasaran.")
    ] = None,
    bandingkan: Annotated[
        int | None,
        typer.Option("--bandingkan", metavar="TAHUN", help="Bandingkan dengan tahun sebelumnya."),
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option("--csv", metavar="FOLDER", help="Tulis juga tabel CSV untuk alat lain."),
    ] = None,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
    json: JsonOpsi = False,
) -> None:
    """Hitung capaian dan serapan sampai dengan tribulan itu; bawaannya tribulan terakhir.

    Contoh: kinerja analisis -t 2

    Contoh: kinerja analisis --unit PEM, --sasaran S1, --bandingkan 2020, --csv tabel
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.analisis import begin_analisis, write_analisis, write_csv
    from kinerja_cli.cli import tampil, tampil_analisis
    from kinerja_cli.cli.kontrak import analisis_json

    tempat, sekarang = find_ruang(ruang), datetime.now().astimezone()
    with begin_analisis(tempat, tahun, tribulan, sekarang) as (hasil, dasbor):
        if json:
            tampil.show_json(analisis_json(hasil))
        elif bandingkan is not None:
            tampil_analisis.show_perbandingan(hasil, bandingkan)
        elif rinci or unit or sasaran:
            tampil_analisis.show_rinci(hasil, unit, sasaran)
        else:
            tampil_analisis.show_analisis(hasil)
        keluaran = write_analisis(tempat, hasil, dasbor)
    keluaran += write_csv(tempat, hasil, csv) if csv else []
    if not json:
        tampil.show_keluaran(tempat, keluaran)
