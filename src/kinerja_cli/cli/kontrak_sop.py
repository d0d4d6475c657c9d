"""The JSON of register, letters, documents and archive: names and shapes are a contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kinerja_cli.domain.surat import SuratTerdaftar
from kinerja_cli.domain.tahap import Bukti, CatatanTahap, KeadaanBukti, StatusTahap

if TYPE_CHECKING:  # importing them would load the writers
    from kinerja_cli.adapter.ruang import Ruang
    from kinerja_cli.alur.surat import SuratJadi
    from kinerja_cli.alur.tahap import HasilTahap

Objek = dict[str, Any]


def tahap_json(hasil: HasilTahap) -> Objek:
    """Return how the steps stand, and every line of the register."""
    return {
        "tahun": hasil.tahun,
        "tahap": [_status(x, hasil.bukti) for x in hasil.status],
        "catatan": [catatan_json(x) for x in hasil.catatan],
    }


def _status(status: StatusTahap, keadaan: Mapping[Bukti, KeadaanBukti]) -> Objek:
    lama = status.lama
    return {
        "nomor": status.langkah.nomor,
        "aktivitas": status.langkah.aktivitas,
        "pelaku": [x.value for x in status.langkah.pelaku],
        "keadaan": status.keadaan.value,
        "mulai": _moment(status.mulai),
        "selesai": _moment(status.selesai),
        "oleh": status.oleh,
        "lama_menit": None if lama is None else int(lama.total_seconds()) // 60,
        "baku_menit": status.langkah.waktu_baku,
        "batas": _moment(status.batas),
        "terlambat_hari": status.terlambat,
        "bukti": [bukti_json(x) | {"keadaan": keadaan[x].value} for x in status.bukti],
        "catatan": status.catatan,
    }


def catatan_json(catatan: CatatanTahap) -> Objek:
    """Return one line of the register as it was written."""
    return {
        "nomor": catatan.nomor,
        "keadaan": catatan.keadaan.value,
        "waktu": catatan.waktu.isoformat(),
        "dicatat": catatan.dicatat.isoformat(),
        "oleh": catatan.oleh,
        "bukti": [bukti_json(x) for x in catatan.bukti],
        "catatan": catatan.catatan,
    }


def bukti_json(bukti: Bukti) -> Objek:
    """Return one evidence."""
    return {"berkas": bukti.berkas, "sha256": bukti.sha256}


def daftar_surat_json(surat: Sequence[SuratTerdaftar]) -> Objek:
    """Return the register of letters."""
    return {"surat": [_surat(x) for x in surat]}


def surat_json(ruang: Ruang, jadi: Sequence[SuratJadi]) -> Objek:
    """Return the papers that a run wrote."""
    return {
        "surat": [
            _surat(x.surat) | {"berkas": ruang.relative(x.keluaran.path), "kosong": list(x.kosong)}
            for x in jadi
        ]
    }


def _surat(surat: SuratTerdaftar) -> Objek:
    return {
        "jenis": surat.keperluan.jenis,
        "kali": surat.keperluan.kali,
        "nomor": surat.nomor or None,
        "tanggal": surat.tanggal.isoformat(),
        "tribulan": surat.keperluan.tribulan or None,
        "unit": surat.keperluan.unit or None,
    }


def _moment(waktu: datetime | date | None) -> str | None:
    return waktu.isoformat() if waktu else None
