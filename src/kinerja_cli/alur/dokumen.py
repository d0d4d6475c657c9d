"""kinerja dokumen: which documents of the SOP's list are there, and the evidence units name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kinerja_cli.adapter.basisdata import Basisdata, open_basisdata
from kinerja_cli.adapter.bukti import check_bukti, read_bukti
from kinerja_cli.adapter.konfigurasi import read_pengaturan
from kinerja_cli.adapter.register_sop import RegisterDokumen
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.domain.dokumen import (
    DataDukung,
    DokumenTercatat,
    StatusDokumen,
    collect_data_dukung,
)
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.sop import DOKUMEN, DokumenSop, find_dokumen
from kinerja_cli.domain.tahap import KeadaanBukti


@dataclass(frozen=True, slots=True)
class HasilDokumen:
    """The documents in the SOP's order, and the evidence that units named, in plan order."""

    tahun: int
    dokumen: tuple[StatusDokumen, ...]
    data_dukung: tuple[DataDukung, ...]


def list_dokumen(ruang: Ruang, tahun: int | None) -> HasilDokumen:
    """Return which documents are there and what units named as evidence."""
    _, rencana = load_rencana(ruang, tahun)
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        dokumen = read_dokumen(ruang, db, rencana.tahun)
        setoran = db.valid_setoran(rencana.tahun)
    named = tuple(x for x in collect_data_dukung(rencana, setoran) if x.teks)
    return HasilDokumen(rencana.tahun, dokumen, named)


def read_dokumen(ruang: Ruang, db: Basisdata, tahun: int) -> tuple[StatusDokumen, ...]:
    """Return how every document of the SOP's list stands, in its order."""
    noted = {x.kunci: x for x in RegisterDokumen(db).lines(tahun)}
    return tuple(_status(ruang, x, noted.get(x.kunci)) for x in DOKUMEN)


def _status(ruang: Ruang, dokumen: DokumenSop, tercatat: DokumenTercatat | None) -> StatusDokumen:
    keadaan = check_bukti(ruang, tercatat.bukti) if tercatat else None
    return StatusDokumen(dokumen, tercatat, keadaan)


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
