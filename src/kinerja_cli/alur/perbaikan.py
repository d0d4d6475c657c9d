"""What goes back to the units: a marked copy of each workbook, and the words to send with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kinerja_cli.adapter.basisdata import Basisdata
from kinerja_cli.adapter.berkas import BerkasTerpakaiError, safe_name
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.proses_terbatas import ProsesTerbatas
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.pesan_unit import compose_pesan
from kinerja_cli.domain.rencana import Unit
from kinerja_cli.domain.temuan import Temuan, Tingkat

Penanda = ProsesTerbatas[[bytes, Sequence[Temuan], Mapping[str, Tingkat]], bytes | None]
"""Marks copies: openpyxl reads whatever a workbook holds, so it works under limits."""


@dataclass(frozen=True, slots=True)
class Pengembalian:
    """A workbook that goes back to its unit, and why."""

    sumber: Sumber
    unit: Unit
    tahun: int
    tribulan: int
    temuan: tuple[Temuan, ...]


def write_perbaikan(
    ruang: Ruang, db: Basisdata, pengaturan: Pengaturan, pengembalian: Sequence[Pengembalian]
) -> list[Keluaran]:
    """Write the marked copy and the message of each workbook under perbaikan/."""
    with Penanda(_load_marker) as penanda:
        return [x for one in pengembalian for x in _write_one(ruang, db, pengaturan, one, penanda)]


def _load_marker() -> Callable[[bytes, Sequence[Temuan], Mapping[str, Tingkat]], bytes | None]:
    # openpyxl takes a third of a second to load: only a run that sends something back waits.
    from kinerja_cli.adapter.salinan_perbaikan import mark_copy  # noqa: PLC0415

    return mark_copy


def _write_one(
    ruang: Ruang,
    db: Basisdata,
    pengaturan: Pengaturan,
    pengembalian: Pengembalian,
    penanda: Penanda,
) -> list[Keluaran]:
    written = []
    found = [x for x in pengembalian.temuan if x.tingkat(pengaturan.tingkat) is not Tingkat.INFO]
    unit = pengembalian.unit
    nama = safe_name(f"{unit.kode} - {unit.nama} - TW{pengembalian.tribulan} {pengembalian.tahun}")
    copy = _marked(pengembalian.sumber, found, pengaturan, penanda)
    berkas = ""
    if copy is not None:
        keluaran = write_keluaran(ruang, db, ruang.perbaikan / f"{nama}.xlsx", copy)
        written.append(keluaran)
        berkas = keluaran.path.name
    periode = pengembalian.tribulan, pengembalian.tahun
    pesan = compose_pesan(pengaturan.kantor, unit, periode, found, berkas)
    path = ruang.perbaikan / f"{nama} - pesan.txt"
    written.append(write_keluaran(ruang, db, path, pesan.encode("utf-8-sig")))
    return written


def _marked(
    sumber: Sumber, temuan: Sequence[Temuan], pengaturan: Pengaturan, penanda: Penanda
) -> bytes | None:
    """Return the marked copy; None where there is none: the message alone says what to mend."""
    try:
        isi = sumber.read()
    except (BerkasTerpakaiError, BukuTakTerbaca):
        return None  # gone since it was read
    return penanda.call(isi, temuan, pengaturan.tingkat)
