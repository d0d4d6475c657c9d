"""What goes back to the units: a marked copy of each workbook, and the words to send with it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Self

from kinerja_cli.adapter.basisdata import Basisdata
from kinerja_cli.adapter.berkas import BerkasTerpakaiError, sha256_of
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.proses_terbatas import ProsesTerbatas
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.nama_berkas import safe_name
from kinerja_cli.domain.pesan_unit import compose_pesan
from kinerja_cli.domain.rencana import Unit
from kinerja_cli.domain.temuan import Temuan, Tingkat

Penanda = ProsesTerbatas[[bytes, Sequence[Temuan], Mapping[str, Tingkat]], bytes | None]
"""Marks a copy: openpyxl reads whatever a workbook holds, so it works under limits."""


DI_MUKA = 32
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


class Penandaan:
    """Marks copies in a process of its own while this one goes on with other work.

    It begins when it is made and keeps a few copies ahead of whoever takes them, in order.
    """

    def __init__(self, pengaturan: Pengaturan, pengembalian: Sequence[Pengembalian]) -> None:
        """Begin with the first ones."""
        self.pengembalian = pengembalian
        self._pengaturan = pengaturan
        self._penanda = Penanda(_load_marker)
        self._benang = ThreadPoolExecutor(1)
        self._menunggu = iter(pengembalian)
        self._berjalan: deque[Future[bytes | None]] = deque()
        for one in islice(self._menunggu, DI_MUKA):
            self._begin(one)

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """End the process; what was not taken is left."""
        self._benang.shutdown(cancel_futures=True)
        self._penanda.__exit__(None, None, None)

    def take(self) -> bytes | None:
        """Return the next copy; None where there is none: the message alone says what to mend."""
        copy = self._berjalan.popleft().result()
        for one in islice(self._menunggu, 1):
            self._begin(one)
        return copy

    def _begin(self, pengembalian: Pengembalian) -> None:
        self._berjalan.append(self._benang.submit(self._mark, pengembalian))

    def _mark(self, pengembalian: Pengembalian) -> bytes | None:
        try:
            isi = pengembalian.sumber.read()
        except (BerkasTerpakaiError, BukuTakTerbaca):
            return None  # gone since it was read
        if sha256_of(isi) != pengembalian.sha256:
            return None  # replaced since: what was found is not in these bytes
        found = _told(pengembalian, self._pengaturan)
        return self._penanda.call(isi, found, self._pengaturan.tingkat)


def write_perbaikan(
    ruang: Ruang, db: Basisdata, pengaturan: Pengaturan, penandaan: Penandaan
) -> list[Keluaran]:
    """Write the marked copy and the message of each workbook under perbaikan/."""
    return [
        x
        for one in penandaan.pengembalian
        for x in _write_one(ruang, db, pengaturan, one, penandaan.take())
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
