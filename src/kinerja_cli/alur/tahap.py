"""kinerja tahap: the register of the SOP's twelve steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_cli.adapter.basisdata import Basisdata, open_basisdata
from kinerja_cli.adapter.bukti import check_bukti, read_bukti
from kinerja_cli.adapter.konfigurasi import read_pengaturan
from kinerja_cli.adapter.register_sop import RegisterTahap
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.sop import LANGKAH
from kinerja_cli.domain.tahap import (
    PROGRAM,
    Bukti,
    CatatanTahap,
    KeadaanBukti,
    KeadaanTahap,
    StatusTahap,
    build_status,
    find_mulai,
)
from kinerja_cli.domain.tanggal_tulis import format_waktu


@dataclass(frozen=True, slots=True)
class HasilTahap:
    """How every step stands, every line ever written, and how the evidence is now."""

    pengaturan: Pengaturan
    tahun: int
    status: tuple[StatusTahap, ...]
    catatan: tuple[CatatanTahap, ...]
    bukti: dict[Bukti, KeadaanBukti]


@dataclass(frozen=True, slots=True)
class Pencatatan:
    """What a person says of a step; `waktu` None: now."""

    nomor: int
    keadaan: KeadaanTahap
    oleh: str
    sekarang: datetime
    berkas: Sequence[Path] = ()
    waktu: datetime | None = None
    catatan: str = ""


def note_step(db: Basisdata, tahun: int, catatan: CatatanTahap) -> bool:
    """Add the line of a step that a command carried out; tell whether one was added.

    A line that says what the last one of the step says is left out: a run that changes nothing
    writes nothing.
    """
    register = RegisterTahap(db)
    lines = [x for x in register.lines(tahun) if x.nomor == catatan.nomor]
    if lines and catatan.repeats(lines[-1]):
        return False
    register.add(tahun, catatan)
    return True


def read_tahap(ruang: Ruang, tahun: int | None, sekarang: datetime) -> HasilTahap:
    """Return the register of a year as it stands today."""
    pengaturan = read_pengaturan(ruang.konfigurasi)
    year = tahun or pengaturan.tahun
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        lines = RegisterTahap(db).lines(year)
    status = build_status(lines, pengaturan.tahap, sekarang.date())
    bukti = {x: check_bukti(ruang, x) for one in status for x in one.bukti}
    return HasilTahap(pengaturan, year, status, tuple(lines), bukti)


def record_step(ruang: Ruang, tahun: int | None, pencatatan: Pencatatan) -> StatusTahap:
    """Add what a person says of a step and return how it stands.

    Raises KinerjaError for evidence that is not there, a time in the future, or an end before the
    beginning.
    """
    pengaturan = read_pengaturan(ruang.konfigurasi)
    year = tahun or pengaturan.tahun
    bukti = read_bukti(ruang, pencatatan.berkas)
    waktu = pencatatan.waktu or pencatatan.sekarang
    with open_basisdata(ruang.basisdata) as db:
        register = RegisterTahap(db)
        lines = [x for x in register.lines(year) if x.nomor == pencatatan.nomor]
        _refuse_impossible(pencatatan, waktu, lines)
        catatan = CatatanTahap(
            pencatatan.nomor,
            pencatatan.keadaan,
            waktu,
            pencatatan.sekarang,
            pencatatan.oleh,
            bukti,
            pencatatan.catatan,
        )
        register.add(year, catatan)
    status = build_status([*lines, catatan], pengaturan.tahap, pencatatan.sekarang.date())
    return status[pencatatan.nomor - 1]


def _refuse_impossible(
    pencatatan: Pencatatan, waktu: datetime, lines: Sequence[CatatanTahap]
) -> None:
    if pencatatan.oleh.strip() in {"", PROGRAM}:
        message = "--oleh belum menyebut orang. Tulis nama atau jabatan yang melaksanakan."
        raise KinerjaError(message)
    if waktu > pencatatan.sekarang:
        message = f"Waktu {format_waktu(waktu)} belum terjadi. Periksa isi --waktu."
        raise KinerjaError(message)
    mulai = find_mulai(lines)
    if pencatatan.keadaan is KeadaanTahap.SELESAI and mulai is not None and waktu < mulai:
        message = (
            f"Langkah {pencatatan.nomor} baru dimulai {format_waktu(mulai)}; "
            f"selesainya tidak mungkin {format_waktu(waktu)}. Periksa isi --waktu, atau catat "
            f"ulang mulainya dengan `kinerja tahap mulai {pencatatan.nomor} --waktu …`."
        )
        raise KinerjaError(message)


def person_in_charge(nomor: int) -> str:
    """Return who starts a step according to the SOP."""
    return LANGKAH[nomor - 1].pelaku[0].value
