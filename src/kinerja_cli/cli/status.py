"""kinerja status."""

from __future__ import annotations

from kinerja_cli.cli.pilihan import JsonOpsi, RuangOpsi, TahunOpsi, TribulanOpsi


def status(
    *,
    tribulan: TribulanOpsi = None,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
    json: JsonOpsi = False,
) -> None:
    """Tampilkan unit mana yang sudah menyampaikan data, kapan, dan mana yang belum.

    Contoh: kinerja status -t 1
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.status import show_status

    hasil = show_status(find_ruang(ruang), tahun, tribulan)
    if json:
        from kinerja_cli.cli import tampil
        from kinerja_cli.cli.kontrak import status_json

        tampil.show_json(status_json(hasil))
    else:
        from kinerja_cli.cli import tampil_status

        tampil_status.show_status(hasil)
