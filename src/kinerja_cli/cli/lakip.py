"""kinerja lakip."""

from __future__ import annotations

from datetime import datetime

from kinerja_cli.cli.pilihan import RuangOpsi, TahunOpsi, TribulanOpsi


def lakip(
    *, tribulan: TribulanOpsi = None, ruang: RuangOpsi = None, tahun: TahunOpsi = None
) -> None:
    """Buat draf LAKIP sebagai dokumen Word dari data yang sudah dihimpun.

    Contoh: kinerja lakip
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.lakip import write_lakip
    from kinerja_cli.cli import tampil

    tempat = find_ruang(ruang)
    draf = write_lakip(tempat, tahun, tribulan, datetime.now().astimezone())
    tampil.show_kosong(draf.kosong)
    tampil.show_keluaran(tempat, [draf.keluaran])
