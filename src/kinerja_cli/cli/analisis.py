"""kinerja analisis."""

from __future__ import annotations

from datetime import datetime

from kinerja_cli.cli.pilihan import JsonOpsi, RuangOpsi, TahunOpsi, TribulanOpsi


def analisis(
    *,
    tribulan: TribulanOpsi = None,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
    json: JsonOpsi = False,
) -> None:
    """Hitung capaian dan serapan sampai dengan tribulan itu; bawaannya tribulan terakhir.

    Contoh: kinerja analisis -t 2
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.analisis import analyse, write_analisis
    from kinerja_cli.cli import tampil
    from kinerja_cli.cli.kontrak import analisis_json

    tempat = find_ruang(ruang)
    hasil, temuan = analyse(tempat, tahun, tribulan)
    keluaran = write_analisis(tempat, hasil, temuan, datetime.now().astimezone())
    if json:
        tampil.show_json(analisis_json(hasil))
    else:
        tampil.show_analisis(hasil)
        tampil.show_keluaran(tempat, [keluaran])
