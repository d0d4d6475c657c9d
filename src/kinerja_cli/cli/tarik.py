"""kinerja tarik."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from kinerja_cli.cli.pilihan import AlasanWajib, RuangOpsi, TahunOpsi, TribulanWajib


def tarik(
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="Kode unit.")],
    *,
    tribulan: TribulanWajib,
    alasan: AlasanWajib,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
) -> None:
    """Tarik formulir yang sudah diterima; riwayat dan alasannya tetap tersimpan.

    Himpunan tribulan itu ditulis ulang tanpa angkanya.

    Contoh: kinerja tarik PEM -t 1 --alasan "salah tribulan"
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.penutupan import PermintaanTarik, withdraw
    from kinerja_cli.cli.tampil import show_keluaran, show_lines

    tempat, sekarang = find_ruang(ruang), datetime.now().astimezone()
    hasil = withdraw(tempat, tahun, PermintaanTarik(unit, tribulan, alasan, sekarang))
    show_lines([f"Ditarik: {hasil.berkas}.", "Himpunan ditulis ulang tanpa formulir itu:"])
    show_keluaran(tempat, hasil.keluaran)
