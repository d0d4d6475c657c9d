"""Reading and checking one file: a pure function of its bytes, the plan and the settings."""

from __future__ import annotations

import platform
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from kinerja_cli.adapter.berkas import BerkasTerpakaiError, sha256_of
from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.antarproses import travels_light
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan import check_buku
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.rencana import Rencana
from kinerja_cli.domain.temuan import Tempat, Temuan


@travels_light
@dataclass(frozen=True, slots=True)
class Calon:
    """A file before it is decided on; `hasil` is None where its bytes were accepted before."""

    sumber: Sumber
    sha256: str
    hasil: HasilPeriksa | None

    @property
    def disimpan_pada(self) -> datetime:
        """Return when the workbook was saved: as it says itself, else as the file system says."""
        said = self.hasil.disimpan_pada if self.hasil else None
        return said or self.sumber.diubah_pada

    @property
    def tribulan(self) -> int:
        """Return which tribulan the file says it is for, 0 where it says none."""
        identitas = self.hasil.identitas if self.hasil else None
        return identitas.tribulan if identitas else 0

    @property
    def urutan(self) -> tuple[int, str, datetime, str]:
        """Return what files are decided on in the order of."""
        identitas = self.hasil.identitas if self.hasil else None
        unit = identitas.unit if identitas else ""
        return self.tribulan, unit, self.disimpan_pada, self.sumber.nama


def check_isi(isi: bytes, nama: str, rencana: Rencana, pengaturan: Pengaturan) -> HasilPeriksa:
    """Return what the bytes of one file hold; whatever they are, trouble is a finding."""
    try:
        buku = read_buku(isi)
    except BukuTakTerbaca as error:
        return _unreadable(nama, error)
    return check_buku(buku, nama, rencana, pengaturan)


def read_calon(
    sumber: Sumber, known: Collection[str], rencana: Rencana, pengaturan: Pengaturan
) -> Calon:
    """Read and check one file; bytes whose sha256 is `known` are not read again."""
    try:
        isi = sumber.read()
    except BukuTakTerbaca as error:
        return Calon(sumber, "", _unreadable(sumber.nama, error))
    except BerkasTerpakaiError as error:
        return Calon(sumber, "", HasilPeriksa(None, (_not_opened(sumber, error),)))
    sha256 = sha256_of(isi)
    if sha256 in known:
        return Calon(sumber, sha256, None)
    return Calon(sumber, sha256, check_isi(isi, sumber.nama, rencana, pengaturan))


def _not_opened(sumber: Sumber, error: BerkasTerpakaiError) -> Temuan:
    tempat = Tempat(sumber.nama)
    if isinstance(error.__cause__, FileNotFoundError):
        return Temuan(JenisTemuan.BERKAS_TIDAK_ADA, tempat, {"komputer": platform.node()})
    return Temuan(JenisTemuan.BERKAS_TERTUTUP, tempat, {"sebab": error.sebab})


def _unreadable(nama: str, error: BukuTakTerbaca) -> HasilPeriksa:
    facts = {"sebab": error.sebab.uraian, "remedi": error.sebab.saran}
    temuan = Temuan(JenisTemuan.BERKAS_BUKAN_BUKU_KERJA, Tempat(nama), facts)
    return HasilPeriksa(None, (temuan,))
