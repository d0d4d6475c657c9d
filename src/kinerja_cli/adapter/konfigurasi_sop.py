"""The sections [surat] and [tahap] of kinerja.toml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from kinerja_cli.adapter.bagian_toml import Bagian
from kinerja_cli.domain.rencana import TRIBULAN
from kinerja_cli.domain.sop import LANGKAH
from kinerja_cli.domain.surat import NOMOR_BAWAAN, AturanSurat, JenisSurat, pola_is_sound
from kinerja_cli.domain.tahap import AturanTahap
from kinerja_cli.domain.tanggal_tulis import parse_tanggal

BENTUK_NOMOR = "memuat {nomor}, dan boleh {bulan} dan {tahun}; tanpa kurung kurawal lain"


def read_surat(bagian: Bagian) -> AturanSurat:
    """Return the section about letters; absent keys have their defaults."""
    aturan = AturanSurat(
        nomor=_pola(bagian, "nomor", NOMOR_BAWAAN),
        nomor_jenis=_nomor_jenis(bagian.table("nomor_jenis")),
        tujuan=bagian.text("tujuan", ""),
        distribusi=bagian.texts("distribusi"),
    )
    bagian.close()
    return aturan


def _pola(bagian: Bagian, kunci: str, bawaan: str | None = None) -> str:
    pola = bagian.text(kunci, bawaan)
    if not pola_is_sound(pola):
        bagian.fault(kunci, BENTUK_NOMOR)
    return pola


def _nomor_jenis(bagian: Bagian) -> Mapping[str, str]:
    known = {x.kata for x in JenisSurat if x.bernomor}
    written = list(bagian.rest())
    for kunci in written:
        if kunci not in known:
            bagian.fault(kunci, "dihapus; jenis yang bernomor: " + ", ".join(sorted(known)))
    return {kunci: _pola(bagian, kunci) for kunci in written if kunci in known}


def read_tahap(bagian: Bagian) -> AturanTahap:
    """Return the deadlines; a step or tribulan without one has none."""
    aturan = AturanTahap(
        batas=_dates(bagian.table("batas"), {str(x.nomor): x.nomor for x in LANGKAH}),
        batas_tribulan=_dates(bagian.table("batas_tribulan"), {str(x): x for x in TRIBULAN}),
    )
    bagian.close()
    return aturan


def _dates(bagian: Bagian, known: Mapping[str, int]) -> Mapping[int, date]:
    """Return dates by number; TOML's own dates and texts that name one day are both taken."""
    dates: dict[int, date] = {}
    for kunci, nilai in bagian.rest().items():
        tanggal = parse_tanggal(nilai) if isinstance(nilai, str) else _day(nilai)
        if kunci not in known:
            bagian.fault(kunci, f"bernomor 1 sampai {len(known)}")
        elif tanggal is None:
            bagian.fault(kunci, "tanggal, misalnya 2022-01-31")
        else:
            dates[known[kunci]] = tanggal
    return dates


def _day(nilai: object) -> date | None:
    if isinstance(nilai, datetime):
        return nilai.date()
    return nilai if isinstance(nilai, date) else None
