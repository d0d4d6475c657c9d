"""Numbers of letters: the next one that nobody has, or the one that the letter has already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kinerja_cli.adapter.register_sop import RegisterSurat
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.surat import KeperluanSurat, SuratTerdaftar, format_kali, render_nomor
from kinerja_cli.domain.tanggal import format_tanggal


@dataclass(frozen=True, slots=True)
class PermintaanNomor:
    """What is asked of the register; `nomor` is a running number, a whole number, or ""."""

    pola: str
    hari_ini: date
    tanggal: date | None = None
    nomor: str = ""
    lagi: bool = False
    """A further letter about the same, unless there is one of this very day."""

    @property
    def hari(self) -> date:
        """Return the date of a letter that is new."""
        return self.tanggal or self.hari_ini


def give_number(
    register: RegisterSurat, keperluan: KeperluanSurat, permintaan: PermintaanNomor
) -> SuratTerdaftar:
    """Return the letter with its number; made again for the same purpose it keeps number and date.

    Raises KinerjaError for a number that another letter has, and for a further letter that would
    be dated before the one that it follows.
    """
    series = register.series(keperluan)
    kali = _which(series, permintaan)
    known = series[kali - 1] if kali <= len(series) else None
    surat = _give(register, replace(keperluan, kali=kali), permintaan, known)
    if kali > 1 and surat.tanggal <= series[kali - 2].tanggal:
        raise _early(surat, series[kali - 2])
    return surat


def _which(series: Sequence[SuratTerdaftar], permintaan: PermintaanNomor) -> int:
    """Return which letter of its series is meant: that of the date, else the last or the next."""
    tanggal = permintaan.hari if permintaan.lagi else permintaan.tanggal
    dated = (x.keperluan.kali for x in series if x.tanggal == tanggal)
    return next(dated, len(series) + 1 if permintaan.lagi else max(len(series), 1))


def _early(surat: SuratTerdaftar, sebelumnya: SuratTerdaftar) -> KinerjaError:
    return KinerjaError(
        f"Surat berikutnya tidak dapat bertanggal {format_tanggal(surat.tanggal)}: surat "
        f"sebelumnya, Nomor {sebelumnya.nomor}, bertanggal "
        f"{format_tanggal(sebelumnya.tanggal)}. Pilih --tanggal sesudahnya."
    )


def _give(
    register: RegisterSurat,
    keperluan: KeperluanSurat,
    permintaan: PermintaanNomor,
    known: SuratTerdaftar | None,
) -> SuratTerdaftar:
    if permintaan.nomor:
        return _take(register, keperluan, permintaan, known)
    if known is not None:
        return _date(register, known, permintaan.tanggal)
    tanggal = permintaan.hari
    urut = register.next_urut(permintaan.pola, tanggal)
    nomor = render_nomor(permintaan.pola, urut, tanggal)
    return _register(register, SuratTerdaftar(keperluan, nomor, urut, tanggal), permintaan.pola)


def _register(register: RegisterSurat, surat: SuratTerdaftar, pola: str) -> SuratTerdaftar:
    register.add(surat, pola)
    return surat


def _take(
    register: RegisterSurat,
    keperluan: KeperluanSurat,
    permintaan: PermintaanNomor,
    known: SuratTerdaftar | None,
) -> SuratTerdaftar:
    """Take the number that a person asks for, unless another letter has it."""
    before = known.tanggal if known else permintaan.hari_ini
    tanggal = permintaan.tanggal or before
    urut = int(permintaan.nomor) if permintaan.nomor.isdecimal() else None
    nomor = permintaan.nomor if urut is None else render_nomor(permintaan.pola, urut, tanggal)
    if known is not None and known.nomor == nomor:
        return _date(register, known, permintaan.tanggal)
    wanted = SuratTerdaftar(keperluan, nomor, urut, tanggal)
    holder = register.holder(wanted, permintaan.pola)
    if holder is not None:
        message = (
            f"Nomor {nomor} sudah dipakai surat {_name(holder.keperluan)} tanggal "
            f"{format_tanggal(holder.tanggal)}. Pilih nomor lain, atau biarkan program memilihnya."
        )
        raise KinerjaError(message)
    return _register(register, wanted, permintaan.pola)


def _date(register: RegisterSurat, surat: SuratTerdaftar, tanggal: date | None) -> SuratTerdaftar:
    """Return a letter with the date that is asked for; its number belongs to one year."""
    if tanggal is None or tanggal == surat.tanggal:
        return surat
    if tanggal.year != surat.tanggal.year:
        message = (
            f"Surat ini sudah bernomor {surat.nomor} tahun {surat.tanggal.year}; tanggalnya tidak "
            f"dapat menjadi {format_tanggal(tanggal)}. Beri nomor baru dengan --nomor."
        )
        raise KinerjaError(message)
    moved = replace(surat, tanggal=tanggal)
    register.move(moved)
    return moved


def _name(keperluan: KeperluanSurat) -> str:
    kali = format_kali(keperluan.kali) if keperluan.kali > 1 else ""
    parts = [keperluan.jenis, kali, keperluan.unit, f"Tahun {keperluan.tahun}"]
    return " ".join(x for x in parts if x)
