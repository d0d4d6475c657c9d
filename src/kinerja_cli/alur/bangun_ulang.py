"""kinerja bangun-ulang: the database anew from its journal, checked against the originals."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_cli.adapter.basisdata import HasilBangun, rebuild_basisdata, renew_jurnal
from kinerja_cli.adapter.konfigurasi import read_pengaturan
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.periksa_arsip import HasilAsli, check_originals
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.temuan import Tempat, Temuan


@dataclass(frozen=True, slots=True)
class HasilBangunUlang:
    """What was made, how many originals it names, and what is wrong with those."""

    pengaturan: Pengaturan
    bangun: HasilBangun
    asli: HasilAsli

    @property
    def temuan(self) -> tuple[Temuan, ...]:
        """Return what is still wrong now."""
        if self.bangun.utuh:
            return self.asli.temuan
        facts = {"transaksi": str(self.bangun.transaksi)}
        broken = Temuan(JenisTemuan.JURNAL_TERPUTUS, Tempat(self.bangun.disimpan[-1].name), facts)
        return (broken, *self.asli.temuan)


def rebuild(ruang: Ruang, *, dari_basis_data: bool) -> HasilBangunUlang:
    """Make the database anew from the journal, or the journal anew from the database.

    Raises KinerjaError where what it is made from is not sound; nothing is replaced then.
    """
    pengaturan = read_pengaturan(ruang.konfigurasi)
    make = renew_jurnal if dari_basis_data else rebuild_basisdata
    return HasilBangunUlang(pengaturan, make(ruang.basisdata), check_originals(ruang))
