"""kinerja tarik."""

from __future__ import annotations

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

    Contoh: kinerja tarik PEM -t 1 --alasan "salah tribulan"
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.penutupan import withdraw
    from kinerja_cli.cli.tampil import show_lines

    berkas = withdraw(find_ruang(ruang), tahun, unit, tribulan, alasan)
    show_lines([f"Ditarik: {berkas}."])
