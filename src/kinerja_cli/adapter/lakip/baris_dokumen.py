"""The rows of the LAKIP's lists of documents and of evidence: plain texts, as in baris."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BarisDokumen:
    """A document that the SOP lists, and the file that it was noted with."""

    nomor: str
    """Nomor urut."""
    nama: str
    """Nama dokumen."""
    keadaan: str
    """Ada, belum ada, berubah sejak dicatat, atau berkasnya tidak ditemukan."""
    tanggal: str
    """Tanggal dokumen."""
    berkas: str
    """Nama berkas."""
    sidik: str
    """Dua belas digit pertama sha256 berkas."""


@dataclass(frozen=True, slots=True)
class BarisDataDukung:
    """What one unit named as evidence for an indicator, or that it named none yet."""

    unit: str
    """Unit kerja."""
    tribulan: str
    """Tribulan yang menyebutnya: III, IV."""
    teks: str
    """Tulisan unit, apa adanya; belum disebutkan bila kosong."""
