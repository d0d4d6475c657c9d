"""The JSON of documents and archive: names and shapes are a contract."""

from __future__ import annotations

from typing import Any

from kinerja_cli.adapter.arsip_tahun import HasilPeriksaArsip
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.arsip import HasilArsip
from kinerja_cli.alur.dokumen import HasilDokumen
from kinerja_cli.domain.dokumen import DataDukung, StatusDokumen

Objek = dict[str, Any]


def dokumen_json(hasil: HasilDokumen) -> Objek:
    """Return which documents are there, and the units' evidence."""
    return {
        "tahun": hasil.tahun,
        "dokumen": [_dokumen(x, hasil.tahun) for x in hasil.dokumen],
        "data_dukung": [_data_dukung(x) for x in hasil.data_dukung],
    }


def _dokumen(status: StatusDokumen, tahun: int) -> Objek:
    noted = status.tercatat
    return {
        "kunci": status.dokumen.kunci,
        "nama": status.dokumen.judul(tahun),
        "ada": noted is not None,
        "keadaan": status.keadaan.value if status.keadaan else None,
        "berkas": noted.bukti.berkas if noted else None,
        "sha256": noted.bukti.sha256 if noted else None,
        "tanggal": noted.tanggal.isoformat() if noted else None,
    }


def _data_dukung(data: DataDukung) -> Objek:
    return {
        "kode": data.indikator.kode,
        "indikator": data.indikator.uraian,
        "unit": data.unit,
        "tribulan": list(data.tribulan),
        "data_dukung": data.teks,
    }


def arsip_json(ruang: Ruang, hasil: HasilArsip) -> Objek:
    """Return where the archive lies and what could not be put in as noted."""
    return {
        "berkas": ruang.relative(hasil.keluaran.path),
        "sha256": hasil.sha256,
        "jumlah": hasil.jumlah,
        "hilang": list(hasil.hilang),
        "berubah": list(hasil.berubah),
    }


def periksa_arsip_json(hasil: HasilPeriksaArsip) -> Objek:
    """Return what a verification found."""
    return {
        "tahun": hasil.tahun,
        "jumlah": hasil.jumlah,
        "utuh": hasil.utuh,
        "hilang": list(hasil.hilang),
        "berubah": list(hasil.berubah),
        "tambahan": list(hasil.tambahan),
    }
