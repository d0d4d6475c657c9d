"""The register of letters, for who only wants to see it: loads nothing that writes Word."""

from __future__ import annotations

from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.konfigurasi import read_pengaturan
from kinerja_cli.adapter.register_sop import RegisterSurat
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.surat import SuratTerdaftar


def list_surat(ruang: Ruang, tahun: int | None) -> list[SuratTerdaftar]:
    """Return the register of letters of a year."""
    year = tahun or read_pengaturan(ruang.konfigurasi).tahun
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        return RegisterSurat(db).all(year)
