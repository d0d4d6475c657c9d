"""kinerja tutup and kinerja buka."""

from __future__ import annotations

from datetime import datetime

from kinerja_cli.cli.pilihan import AlasanWajib, RuangOpsi, TahunOpsi, TribulanWajib


def tutup(*, tribulan: TribulanWajib, ruang: RuangOpsi = None, tahun: TahunOpsi = None) -> None:
    """Tutup sebuah tribulan: formulirnya tidak diterima lagi sampai dibuka kembali.

    Contoh: kinerja tutup -t 1
    """
    from kinerja_cli.adapter.basisdata import Penutupan
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.penutupan import set_closed
    from kinerja_cli.cli.tampil import show_lines
    from kinerja_cli.domain.rencana import ROMAWI

    penutupan = Penutupan(tribulan, ditutup=True, waktu=datetime.now().astimezone())
    set_closed(find_ruang(ruang), tahun, penutupan)
    show_lines([f"Tribulan {ROMAWI[tribulan]} ditutup."])


def buka(
    *,
    tribulan: TribulanWajib,
    alasan: AlasanWajib,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
) -> None:
    """Buka kembali tribulan yang sudah ditutup; alasannya tersimpan.

    Contoh: kinerja buka -t 1 --alasan "koreksi dari Inspektorat"
    """
    from kinerja_cli.adapter.basisdata import Penutupan
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.penutupan import set_closed
    from kinerja_cli.cli.tampil import show_lines
    from kinerja_cli.domain.rencana import ROMAWI

    sekarang = datetime.now().astimezone()
    penutupan = Penutupan(tribulan, ditutup=False, waktu=sekarang, alasan=alasan)
    set_closed(find_ruang(ruang), tahun, penutupan)
    show_lines([f"Tribulan {ROMAWI[tribulan]} dibuka kembali."])
