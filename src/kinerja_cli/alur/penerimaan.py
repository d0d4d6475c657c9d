"""Accepting and refusing: what each file becomes, decided inside the run's one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from kinerja_cli.adapter.arsip import Arsip
from kinerja_cli.adapter.basisdata import Asal, Basisdata, StatusSetoran, Terdaftar
from kinerja_cli.adapter.berkas import BerkasTerpakaiError, sha256_of
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.pembacaan import Calon
from kinerja_cli.alur.perbaikan import Pengembalian, send_back
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.antartribulan import check_antartribulan
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.rencana import ROMAWI, Rencana
from kinerja_cli.domain.setoran import Setoran
from kinerja_cli.domain.status import HasilBerkas, StatusBerkas
from kinerja_cli.domain.temuan import Tempat, Temuan, Tingkat, has_galat

STATUS_TERDAFTAR = {
    StatusSetoran.DITERIMA: StatusBerkas.SUDAH_ADA,
    StatusSetoran.DIGANTIKAN: StatusBerkas.DIGANTIKAN,
    StatusSetoran.DITARIK: StatusBerkas.DITOLAK,
}


@dataclass(frozen=True, slots=True)
class Lingkup:
    """What every decision of a run looks at; `tribulan` None: whatever comes.

    With `coba` nothing is kept: no archive, no report, and the transaction is rolled back. With
    `tandai` accepted workbooks that have findings go back as well.
    """

    ruang: Ruang
    rencana: Rencana
    pengaturan: Pengaturan
    tribulan: int | None
    sekarang: datetime
    coba: bool = False
    tandai: bool = False


@dataclass
class Penerima:
    """Decides on the files of one run, in the order of tribulan, unit and time of saving.

    Of the figures in force only those of one unit are in memory at a time.
    """

    lingkup: Lingkup
    db: Basisdata
    arsip: Arsip
    hasil: dict[str, HasilBerkas] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)
    berubah: set[int] = field(default_factory=set)
    pengembalian: list[Pengembalian] = field(default_factory=list)
    _ditutup: frozenset[int] = field(init=False)
    _baru: dict[tuple[str, int], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Load what was closed before."""
        self._ditutup = self.db.closed_tribulan(self.lingkup.rencana.tahun)

    def decide(self, calon: Iterable[Calon]) -> Iterator[int]:
        """Decide on every file; later ones of a unit and tribulan replace earlier ones.

        Yield each tribulan that has new figures once nothing more comes for it.
        """
        for tribulan, files in groupby(calon, attrgetter("tribulan")):
            for one in files:
                self._decide(one)
            if tribulan in self.berubah:
                yield tribulan

    def _decide(self, calon: Calon) -> None:
        known = self.db.registered(self.lingkup.rencana.tahun, calon.sha256)
        if known is not None:
            self._note_known(calon, known)
        elif calon.hasil is None or calon.hasil.setoran is None:
            self._refuse(calon, list(calon.hasil.temuan) if calon.hasil else [])
        else:
            self._decide_form(calon, calon.hasil, calon.hasil.setoran)

    def _note_known(self, calon: Calon, known: Terdaftar) -> None:
        nama, tempat = calon.sumber.nama, Tempat(calon.sumber.nama)
        if known.status is StatusSetoran.DITARIK:
            facts = {"alasan": known.alasan}
            self.temuan.append(Temuan(JenisTemuan.BERKAS_DITARIK, tempat, facts))
        status = STATUS_TERDAFTAR[known.status]
        self.hasil[nama] = HasilBerkas(nama, status, calon.sha256, known.unit, known.tribulan)

    def _decide_form(self, calon: Calon, hasil: HasilPeriksa, setoran: Setoran) -> None:
        barred = self._barred(calon, setoran.tribulan)
        if barred is not None:
            self._refuse(calon, [barred])
            return
        temuan = list(hasil.temuan)
        tahun = self.lingkup.rencana.tahun
        before = self.db.valid_before(tahun, setoran.unit, setoran.tribulan)
        lain = {before.tribulan: before} if before else {}
        temuan += check_antartribulan(setoran, hasil.letak, self.lingkup.rencana, lain)
        if has_galat(temuan, self.lingkup.pengaturan.tingkat):
            self._refuse(calon, temuan)
        else:
            self._accept(calon, setoran, temuan)

    def _barred(self, calon: Calon, tribulan: int) -> Temuan | None:
        """Return why this run takes no workbook of that tribulan, or None."""
        wanted, tempat = self.lingkup.tribulan, Tempat(calon.sumber.nama)
        if wanted is not None and tribulan != wanted:
            facts = {"nilai": ROMAWI[tribulan], "tribulan": ROMAWI[wanted]}
            return Temuan(JenisTemuan.BERKAS_TRIBULAN_LAIN, tempat, facts)
        if tribulan in self._ditutup:
            facts = {"tribulan": ROMAWI[tribulan], "ke": str(tribulan)}
            return Temuan(JenisTemuan.TRIBULAN_DITUTUP, tempat, facts)
        return None

    def _accept(self, calon: Calon, setoran: Setoran, temuan: list[Temuan]) -> None:
        """Archive the original, then store its figures; its bytes must be those checked."""
        isi = _read_again(calon)
        if isi is None:
            changed = Temuan(JenisTemuan.BERKAS_BERUBAH, Tempat(calon.sumber.nama))
            self._refuse(calon, [changed])
            return
        if not self.lingkup.coba:
            self.arsip.keep(calon.sha256, isi)
        tahun = self.lingkup.rencana.tahun
        self.db.accept(tahun, setoran, self._asal(calon), temuan)
        key = (setoran.unit, setoran.tribulan)
        self._note_replaced(key, calon)
        self._baru[key] = calon.sumber.nama
        self.berubah.add(setoran.tribulan)
        self._note(calon, StatusBerkas.DITERIMA, temuan)
        if self.lingkup.tandai and temuan:
            self._send_back(calon, temuan)

    def _note_replaced(self, key: tuple[str, int], calon: Calon) -> None:
        """Say of a file accepted earlier in this run that a later one took its place."""
        before = self._baru.get(key)
        if before is not None:
            old = self.hasil[before]
            self.hasil[before] = HasilBerkas(
                before, StatusBerkas.DIGANTIKAN, old.sha256, old.unit, old.tribulan
            )
            facts = {"lain": calon.sumber.nama}
            self.temuan.append(Temuan(JenisTemuan.BERKAS_DIGANTIKAN, Tempat(before), facts))

    def _refuse(self, calon: Calon, temuan: list[Temuan]) -> None:
        identitas = calon.hasil.identitas if calon.hasil else None
        if identitas is None:
            self._note(calon, StatusBerkas.BUKAN_FORMAT, temuan)
            return
        galat = _count_galat(temuan, self.lingkup.pengaturan)
        if galat and identitas.tahun == self.lingkup.rencana.tahun:
            self.db.refuse(
                identitas.tahun, identitas.unit, identitas.tribulan, self._asal(calon), galat
            )
            self._send_back(calon, temuan)
        self._note(calon, StatusBerkas.DITOLAK, temuan)

    def _send_back(self, calon: Calon, temuan: Sequence[Temuan]) -> None:
        """Note a workbook that goes back to its unit."""
        one = send_back(calon, temuan, self.lingkup.rencana)
        if one is not None:
            self.pengembalian.append(one)

    def _note(self, calon: Calon, status: StatusBerkas, temuan: Sequence[Temuan]) -> None:
        identitas = calon.hasil.identitas if calon.hasil else None
        unit, ke = (identitas.unit, identitas.tribulan) if identitas else (None, None)
        nama = calon.sumber.nama
        self.hasil[nama] = HasilBerkas(nama, status, calon.sha256, unit, ke)
        self.temuan.extend(temuan)

    def _asal(self, calon: Calon) -> Asal:
        return Asal(calon.sha256, calon.sumber.nama, self.lingkup.sekarang)

    def missing_units(self, tribulan: int) -> tuple[str, ...]:
        """Return the units that owe figures for a tribulan and have none, in plan order."""
        rencana = self.lingkup.rencana
        reported = self.db.reported(rencana.tahun)
        return tuple(
            x.kode
            for x in rencana.unit
            if rencana.indicators_of(x.kode) and (x.kode, tribulan) not in reported
        )

    def latest_tribulan(self) -> int | None:
        """Return the last tribulan that has figures, or None."""
        return max((ke for _, ke in self.db.reported(self.lingkup.rencana.tahun)), default=None)


def _read_again(calon: Calon) -> bytes | None:
    """Return the bytes that were checked, or None where the file has changed since."""
    try:
        isi = calon.sumber.read()
    except (BerkasTerpakaiError, BukuTakTerbaca):
        return None
    return isi if sha256_of(isi) == calon.sha256 else None


def _count_galat(temuan: Sequence[Temuan], pengaturan: Pengaturan) -> int:
    return sum(x.tingkat(pengaturan.tingkat) is Tingkat.GALAT for x in temuan)
