"""kinerja dokumen: which documents of the SOP's list are there, and the evidence units name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.bukti import check_bukti, read_bukti
from kinerja_cli.adapter.konfigurasi import read_pengaturan
from kinerja_cli.adapter.register_sop import DokumenTercatat, RegisterDokumen
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.rencana import Indikator, Rencana
from kinerja_cli.domain.setoran import Setoran
from kinerja_cli.domain.sop import DOKUMEN, DokumenSop, find_dokumen
from kinerja_cli.domain.tahap import KeadaanBukti


@dataclass(frozen=True, slots=True)
class StatusDokumen:
    """One document of the SOP's list; `tercatat` None: nobody noted it yet."""

    dokumen: DokumenSop
    tercatat: DokumenTercatat | None
    keadaan: KeadaanBukti | None


@dataclass(frozen=True, slots=True)
class DataDukung:
    """What a unit named as evidence for an indicator, and in which tribulan."""

    indikator: Indikator
    unit: str
    teks: str
    tribulan: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HasilDokumen:
    """The documents in the SOP's order, and the units' evidence in plan order."""

    tahun: int
    dokumen: tuple[StatusDokumen, ...]
    data_dukung: tuple[DataDukung, ...]


def list_dokumen(ruang: Ruang, tahun: int | None) -> HasilDokumen:
    """Return which documents are there and what units named as evidence."""
    _, rencana = load_rencana(ruang, tahun)
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        noted = {x.kunci: x for x in RegisterDokumen(db).lines(rencana.tahun)}
        setoran = db.valid_setoran(rencana.tahun)
    dokumen = tuple(_status(ruang, x, noted) for x in DOKUMEN)
    return HasilDokumen(rencana.tahun, dokumen, tuple(collect_data_dukung(rencana, setoran)))


def _status(
    ruang: Ruang, dokumen: DokumenSop, noted: Mapping[str, DokumenTercatat]
) -> StatusDokumen:
    tercatat = noted.get(dokumen.kunci)
    keadaan = check_bukti(ruang, tercatat.bukti) if tercatat else None
    return StatusDokumen(dokumen, tercatat, keadaan)


def collect_data_dukung(rencana: Rencana, setoran: Sequence[Setoran]) -> Iterator[DataDukung]:
    """Yield each evidence once per indicator and unit, with the tribulan that name it."""
    named: dict[tuple[str, str, str], list[int]] = {}
    for one in sorted(setoran, key=lambda x: x.tribulan):
        for kode, realisasi in one.realisasi.items():
            teks = " ".join(realisasi.penjelasan.data_dukung.split())
            if teks:
                named.setdefault((kode, one.unit, teks), []).append(one.tribulan)
    for indikator in rencana.indikator:
        for (kode, unit, teks), tribulan in named.items():
            if kode == indikator.kode:
                yield DataDukung(indikator, unit, teks, tuple(tribulan))


@dataclass(frozen=True, slots=True)
class PencatatanDokumen:
    """What a person notes: the document's name, its file, and the day."""

    nama: str
    berkas: Path
    sekarang: datetime
    tanggal: date | None = None


def record_dokumen(ruang: Ruang, tahun: int | None, pencatatan: PencatatanDokumen) -> StatusDokumen:
    """Note that a document is there; raises KinerjaError for one that the SOP does not list."""
    year = tahun or read_pengaturan(ruang.konfigurasi).tahun
    dokumen = find_dokumen(pencatatan.nama, year)
    if dokumen is None:
        known = ", ".join(x.kunci for x in DOKUMEN)
        message = f"Dokumen '{pencatatan.nama}' tidak ada pada daftar SOP. Pilih dari: {known}."
        raise KinerjaError(message)
    (bukti,) = read_bukti(ruang, [pencatatan.berkas])
    now = pencatatan.sekarang
    tercatat = DokumenTercatat(dokumen.kunci, bukti, pencatatan.tanggal or now.date(), now)
    with open_basisdata(ruang.basisdata) as db:
        RegisterDokumen(db).add(year, tercatat)
    return StatusDokumen(dokumen, tercatat, KeadaanBukti.COCOK)
