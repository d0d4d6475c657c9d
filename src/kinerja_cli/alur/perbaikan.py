"""What goes back to the units: a marked copy of each workbook, and the words to send with it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import LifoQueue
from types import TracebackType
from typing import Self

from kinerja_cli.adapter.basisdata import Basisdata
from kinerja_cli.adapter.berkas import BerkasTerpakaiError, sha256_of
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.proses_terbatas import ProsesTerbatas
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.kolam import submit
from kinerja_cli.alur.pembacaan import Calon
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.nama_berkas import safe_name
from kinerja_cli.domain.pesan_unit import compose_pesan
from kinerja_cli.domain.rencana import Rencana, Unit
from kinerja_cli.domain.temuan import Temuan, Tingkat

Penanda = ProsesTerbatas[[bytes, Sequence[Temuan], Mapping[str, Tingkat]], bytes | None]
"""Marks a copy: openpyxl reads whatever a workbook holds, so it works under limits."""


PENANDA_TERBANYAK = 4
"""Each holds openpyxl in memory, and what it may take for a hostile workbook."""

DI_MUKA = 256
"""Copies that may wait to be written; each is in memory until then."""


@dataclass(frozen=True, slots=True)
class Pengembalian:
    """A workbook that goes back to its unit, and why; `sha256` is of the checked bytes."""

    sumber: Sumber
    sha256: str
    unit: Unit
    tahun: int
    tribulan: int
    temuan: tuple[Temuan, ...]


def send_back(calon: Calon, temuan: Sequence[Temuan], rencana: Rencana) -> Pengembalian | None:
    """Return a workbook as what goes back; None without a unit, for there is nobody to send to."""
    identitas = calon.hasil.identitas if calon.hasil else None
    unit = rencana.unit_by_kode.get(identitas.unit) if identitas else None
    if identitas is None or unit is None:
        return None
    return Pengembalian(
        calon.sumber, calon.sha256, unit, rencana.tahun, identitas.tribulan, tuple(temuan)
    )


class Penandaan:
    """Marks copies in processes of their own while this one goes on with other work.

    It can begin with a copy before it is certain that the workbook goes back.
    """

    def __init__(self, pengaturan: Pengaturan, proses: int = 1) -> None:
        """Begin nothing yet; `proses` copies can be marked at once."""
        self.pengaturan = pengaturan
        penanda = min(proses, os.cpu_count() or 1, PENANDA_TERBANYAK)
        self._penanda = [Penanda(_load_marker) for _ in range(penanda)]
        self._menganggur: LifoQueue[Penanda] = LifoQueue()
        for one in self._penanda:
            self._menganggur.put(one)
        self._benang = ThreadPoolExecutor(len(self._penanda))
        self._antrean: deque[Pengembalian] = deque()
        self._dimulai: dict[Sumber, tuple[Pengembalian, Future[bytes | None]]] = {}

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """End the processes; what was not taken is left."""
        self._benang.shutdown(cancel_futures=True)
        for one in self._penanda:
            one.__exit__(None, None, None)

    def begin(self, pengembalian: Pengembalian) -> None:
        """Begin with a copy that will be asked for, as it seems, if there is room for it."""
        if len(self._dimulai) < DI_MUKA:
            self._start(pengembalian)

    def expect(self, pengembalian: Sequence[Pengembalian]) -> None:
        """Learn which copies will be taken, in this order; begin with them, leave all others."""
        wanted = {x.sumber: x for x in pengembalian}
        for sumber, (one, future) in list(self._dimulai.items()):
            if wanted.get(sumber) != one:
                future.cancel()
                del self._dimulai[sumber]
        self._antrean = deque(x for x in pengembalian if x.sumber not in self._dimulai)
        self._fill()

    def take(self, pengembalian: Pengembalian) -> bytes | None:
        """Return a copy that is expected; None: the message alone says what to mend."""
        if self._antrean and self._antrean[0] is pengembalian:  # there was no room for it
            self._start(self._antrean.popleft())
        begun = self._dimulai.pop(pengembalian.sumber, None)
        copy = (begun[1] if begun else self._submit(pengembalian)).result()
        self._fill()
        return copy

    def _fill(self) -> None:
        while self._antrean and len(self._dimulai) < DI_MUKA:
            self._start(self._antrean.popleft())

    def _start(self, pengembalian: Pengembalian) -> None:
        self._dimulai[pengembalian.sumber] = pengembalian, self._submit(pengembalian)

    def _submit(self, pengembalian: Pengembalian) -> Future[bytes | None]:
        return submit(self._benang, self._mark, pengembalian)

    def _mark(self, pengembalian: Pengembalian) -> bytes | None:
        try:
            isi = pengembalian.sumber.read()
        except (BerkasTerpakaiError, BukuTakTerbaca):
            return None  # gone since it was read
        if sha256_of(isi) != pengembalian.sha256:
            return None  # replaced since: what was found is not in these bytes
        found = _told(pengembalian, self.pengaturan)
        penanda = self._menganggur.get()
        try:
            return penanda.call(isi, found, self.pengaturan.tingkat)
        finally:
            self._menganggur.put(penanda)


def write_perbaikan(
    ruang: Ruang, db: Basisdata, pengembalian: Sequence[Pengembalian], penandaan: Penandaan
) -> list[Keluaran]:
    """Write the marked copy and the message of each workbook under perbaikan/."""
    return [
        x
        for one in pengembalian
        for x in _write_one(ruang, db, penandaan.pengaturan, one, penandaan.take(one))
    ]


def _told(pengembalian: Pengembalian, pengaturan: Pengaturan) -> list[Temuan]:
    """Return the findings that a unit is told: not those that are only for information."""
    return [x for x in pengembalian.temuan if x.tingkat(pengaturan.tingkat) is not Tingkat.INFO]


def _load_marker() -> Callable[[bytes, Sequence[Temuan], Mapping[str, Tingkat]], bytes | None]:
    # openpyxl takes a third of a second to load: only a run that sends something back waits.
    from kinerja_cli.adapter.salinan_perbaikan import mark_copy  # noqa: PLC0415

    return mark_copy


def _write_one(
    ruang: Ruang,
    db: Basisdata,
    pengaturan: Pengaturan,
    pengembalian: Pengembalian,
    copy: bytes | None,
) -> list[Keluaran]:
    written = []
    unit = pengembalian.unit
    nama = safe_name(f"{unit.kode} - {unit.nama} - TW{pengembalian.tribulan} {pengembalian.tahun}")
    berkas = ""
    if copy is not None:
        keluaran = write_keluaran(ruang, db, ruang.perbaikan / f"{nama}.xlsx", copy)
        written.append(keluaran)
        berkas = keluaran.path.name
    periode = pengembalian.tribulan, pengembalian.tahun
    pesan = compose_pesan(pengaturan.kantor, unit, periode, _told(pengembalian, pengaturan), berkas)
    path = ruang.perbaikan / f"{nama} - pesan.txt"
    written.append(write_keluaran(ruang, db, path, pesan.encode("utf-8-sig")))
    return written
