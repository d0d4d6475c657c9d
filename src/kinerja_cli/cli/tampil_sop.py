"""What `kinerja tahap`, `surat`, `dokumen` and `arsip` print: 80 columns, plain texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kinerja_cli.cli.tampil import console, make_table, plain, show_keluaran, show_lines
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.surat import SuratTerdaftar, format_kali
from kinerja_cli.domain.tahap import CatatanTahap, KeadaanBukti, KeadaanTahap, StatusTahap
from kinerja_cli.domain.tanggal import format_tanggal
from kinerja_cli.domain.tanggal_tulis import format_lama, format_waktu

if TYPE_CHECKING:  # importing them would load the writers
    from kinerja_cli.adapter.ruang import Ruang
    from kinerja_cli.alur.surat import SuratJadi
    from kinerja_cli.alur.tahap import HasilTahap

WARNA_TAHAP = {
    KeadaanTahap.BELUM: "dim",
    KeadaanTahap.BERJALAN: "yellow",
    KeadaanTahap.SELESAI: "green",
}
BUKTI_TAMPIL, PANJANG_SIDIK = 2, 12
"""How many files and how many digits of their sha256 the screen has room for."""


def show_tahap(hasil: HasilTahap, *, rinci: bool) -> None:
    """Print how the steps stand; `rinci` adds every line of the register."""
    table = make_table("No", "Langkah", "Keadaan", "Lama", "Baku", kanan=("No", "Baku"))
    for one in hasil.status:
        words = plain(one.langkah.aktivitas)
        for line in _details(one):
            words.append("\n").append(plain(line, "dim"))
        table.add_row(
            str(one.langkah.nomor),
            words,
            plain(one.keadaan.value, WARNA_TAHAP[one.keadaan]),
            format_lama(one.lama) if one.lama is not None else "",
            f"{one.langkah.waktu_baku} menit",
        )
    console().print(table)
    show_lines([*_late(hasil.status), *_troubled(hasil), _count(hasil.status)])
    if rinci:
        show_lines(x for one in hasil.catatan for x in _line(one))


def _details(status: StatusTahap) -> Iterator[str]:
    """Yield when, by whom, and with what evidence."""
    moments = (("mulai", status.mulai), ("selesai", status.selesai))
    when = [f"{kata} {format_waktu(x)}" for kata, x in moments if x]
    if when:
        yield ", ".join(when)
    if status.oleh:
        yield "; ".join(x for x in (f"oleh {status.oleh}", status.catatan) if x)
    for one in status.bukti[:BUKTI_TAMPIL]:
        yield f"bukti {one.berkas} ({one.sha256[:PANJANG_SIDIK]})"
    if len(status.bukti) > BUKTI_TAMPIL:
        yield f"dan {len(status.bukti) - BUKTI_TAMPIL} bukti lain"


def _late(status: Sequence[StatusTahap]) -> Iterator[str]:
    for one in status:
        if one.terlambat and one.batas:
            batas = format_tanggal(one.batas)
            yield f"Langkah {one.langkah.nomor} terlambat {one.terlambat} hari dari batas {batas}."


def _troubled(hasil: HasilTahap) -> Iterator[str]:
    """Yield which evidence is not as it was noted."""
    for one in hasil.status:
        for bukti in one.bukti:
            now = hasil.bukti[bukti]
            if now is not KeadaanBukti.COCOK:
                yield f"Bukti langkah {one.langkah.nomor} {now.value}: {bukti.berkas}"


def _count(status: Sequence[StatusTahap]) -> str:
    done = sum(x.keadaan is KeadaanTahap.SELESAI for x in status)
    return f"{done} dari {len(status)} langkah selesai."


def _line(catatan: CatatanTahap) -> Iterator[str]:
    head = f"{format_waktu(catatan.waktu)}  langkah {catatan.nomor} {catatan.keadaan.value}"
    note = f"; {catatan.catatan}" if catatan.catatan else ""
    yield f"{head} oleh {catatan.oleh}{note}"
    for one in catatan.bukti:
        yield f"    {one.berkas}  {one.sha256}"


def show_recorded(status: StatusTahap) -> None:
    """Print what was noted of one step."""
    langkah = status.langkah
    lines = [f"Langkah {langkah.nomor} {status.keadaan.value}: {langkah.aktivitas}."]
    if status.lama is not None:
        more = ", melebihi baku" if status.melebihi_baku else ""
        lama = format_lama(status.lama)
        lines.append(f"Lama {lama} (baku {langkah.waktu_baku} menit{more}).")
    show_lines([*lines, *_late([status])])


def show_surat(ruang: Ruang, jadi: Sequence[SuratJadi]) -> None:
    """Print which papers were written, with their numbers and what is left to fill in."""
    if not jadi:
        show_lines(["Tidak ada unit yang memerlukan surat ini."])
        return
    for one in jadi:
        if one.surat.nomor:
            nama = " ".join(x for x in (_jenis(one.surat), one.surat.keperluan.unit) if x)
            show_lines([f"{nama}: nomor {one.surat.nomor}, {format_tanggal(one.surat.tanggal)}"])
    show_keluaran(ruang, [x.keluaran for x in jadi])
    blanks = list(dict.fromkeys(x for one in jadi for x in one.kosong))
    if blanks:
        show_lines([f"Masih harus diisi: {'; '.join(blanks)}."])


def _jenis(surat: SuratTerdaftar) -> str:
    """Return the kind of a letter, a further one with its count: teguran II."""
    perlu = surat.keperluan
    return f"{perlu.jenis} {format_kali(perlu.kali)}" if perlu.kali > 1 else perlu.jenis


def show_daftar_surat(surat: Sequence[SuratTerdaftar]) -> None:
    """Print the register of letters."""
    if not surat:
        show_lines(["Belum ada surat bernomor. Contoh: kinerja surat nota-dinas"])
        return
    table = make_table("Nomor", "Tanggal", "Jenis", "TW", "Unit")
    for one in surat:
        perlu = one.keperluan
        tribulan = ROMAWI.get(perlu.tribulan, "")
        table.add_row(
            plain(one.nomor),
            f"{one.tanggal:%d-%m-%Y}",
            _jenis(one),
            tribulan,
            plain(perlu.unit),
        )
    console().print(table)
