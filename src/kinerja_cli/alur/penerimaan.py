"""Accepting and refusing: what each file becomes, decided inside the run's one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kinerja_cli.adapter.arsip import archive
from kinerja_cli.adapter.basisdata import Asal, Basisdata, StatusSetoran, Terdaftar
from kinerja_cli.adapter.berkas import read_whole, sha256_of
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.pembacaan import Calon
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.antartribulan import check_antartribulan
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.rencana import ROMAWI, Rencana
from kinerja_cli.domain.setoran import Setoran
from kinerja_cli.domain.temuan import Tempat, Temuan, Tingkat, has_galat


class StatusBerkas(Enum):
    """What became of one file; the value is the word in the JSON contract."""

    DITERIMA = "diterima"
    DITOLAK = "ditolak"
    SUDAH_ADA = "sudah ada"
    DIGANTIKAN = "digantikan"
    BUKAN_FORMAT = "bukan format"


@dataclass(frozen=True, slots=True)
class HasilBerkas:
    """One file of the run; unit and tribulan are None where the file does not say."""

    berkas: str
    status: StatusBerkas
    sha256: str
    unit: str | None = None
    tribulan: int | None = None


@dataclass(frozen=True, slots=True)
class Lingkup:
    """What every decision of a run looks at; `tribulan` None: whatever comes."""

    ruang: Ruang
    rencana: Rencana
    pengaturan: Pengaturan
    tribulan: int | None
    sekarang: datetime


@dataclass
class Penerima:
    """Decides on the files of one run, in the order of unit, tribulan and time of saving."""

    lingkup: Lingkup
    db: Basisdata
    hasil: dict[str, HasilBerkas] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)
    berubah: set[int] = field(default_factory=set)
    _terdaftar: dict[str, Terdaftar] = field(init=False)
    _berlaku: dict[tuple[str, int], Setoran] = field(init=False)
    _baru: dict[tuple[str, int], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Load what was accepted before."""
        tahun = self.lingkup.rencana.tahun
        self._terdaftar = {x.sha256: x for x in self.db.register(tahun)}
        self._berlaku = {(x.unit, x.tribulan): x for x in self.db.valid_setoran(tahun)}

    def decide(self, calon: Sequence[Calon]) -> None:
        """Decide on every file; later ones of a unit and tribulan replace earlier ones."""
        for one in sorted(calon, key=_order):
            known = self._terdaftar.get(one.sha256)
            if known is not None:
                self._note_known(one, known)
            elif one.hasil is None or one.hasil.setoran is None:
                self._refuse(one, list(one.hasil.temuan) if one.hasil else [])
            else:
                self._decide_form(one, one.hasil, one.hasil.setoran)

    def _note_known(self, calon: Calon, known: Terdaftar) -> None:
        replaced = known.status is StatusSetoran.DIGANTIKAN
        status = StatusBerkas.DIGANTIKAN if replaced else StatusBerkas.SUDAH_ADA
        nama = calon.sumber.nama
        self.hasil[nama] = HasilBerkas(nama, status, calon.sha256, known.unit, known.tribulan)

    def _decide_form(self, calon: Calon, hasil: HasilPeriksa, setoran: Setoran) -> None:
        temuan = list(hasil.temuan)
        wanted = self.lingkup.tribulan
        if wanted is not None and setoran.tribulan != wanted:
            facts = {"nilai": ROMAWI[setoran.tribulan], "tribulan": ROMAWI[wanted]}
            other = Temuan(JenisTemuan.BERKAS_TRIBULAN_LAIN, Tempat(calon.sumber.nama), facts)
            self._refuse(calon, [other])
            return
        if hasil.letak is not None:
            lain = {ke: x for (unit, ke), x in self._berlaku.items() if unit == setoran.unit}
            rencana = self.lingkup.rencana
            temuan += check_antartribulan(setoran, hasil.letak, rencana, lain)
        if has_galat(temuan, self.lingkup.pengaturan.tingkat):
            self._refuse(calon, temuan)
        else:
            self._accept(calon, setoran, temuan)

    def _accept(self, calon: Calon, setoran: Setoran, temuan: list[Temuan]) -> None:
        """Archive the original, then store its figures; its bytes must be those checked."""
        isi = read_whole(calon.sumber.path)
        if sha256_of(isi) != calon.sha256:
            changed = Temuan(JenisTemuan.BERKAS_BERUBAH, Tempat(calon.sumber.nama))
            self._refuse(calon, [changed])
            return
        archive(self.lingkup.ruang.arsip, calon.sha256, isi)
        tahun = self.lingkup.rencana.tahun
        self.db.accept(tahun, setoran, self._asal(calon), temuan)
        key = (setoran.unit, setoran.tribulan)
        self._note_replaced(key, calon)
        self._berlaku[key] = setoran
        self._baru[key] = calon.sumber.nama
        self.berubah.add(setoran.tribulan)
        self._note(calon, StatusBerkas.DITERIMA, temuan)
        self._terdaftar[calon.sha256] = _registered(calon, setoran, self.lingkup.sekarang)

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
        self._note(calon, StatusBerkas.DITOLAK, temuan)

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
        return tuple(
            x.kode
            for x in rencana.unit
            if rencana.indicators_of(x.kode) and (x.kode, tribulan) not in self._berlaku
        )

    def latest_tribulan(self) -> int | None:
        """Return the last tribulan that has figures, or None."""
        return max((ke for _, ke in self._berlaku), default=None)


def _order(calon: Calon) -> tuple[str, int, datetime, str]:
    identitas = calon.hasil.identitas if calon.hasil else None
    unit, ke = (identitas.unit, identitas.tribulan) if identitas else ("", 0)
    return unit, ke, calon.disimpan_pada, calon.sumber.nama


def _registered(calon: Calon, setoran: Setoran, sekarang: datetime) -> Terdaftar:
    return Terdaftar(
        setoran.unit,
        setoran.tribulan,
        0,
        StatusSetoran.DITERIMA,
        calon.sha256,
        calon.sumber.nama,
        sekarang,
    )


def _count_galat(temuan: Sequence[Temuan], pengaturan: Pengaturan) -> int:
    return sum(x.tingkat(pengaturan.tingkat) is Tingkat.GALAT for x in temuan)
