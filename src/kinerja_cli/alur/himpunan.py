"""The merged workbooks of a run: every second one is made by a process beside this one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeAlias

from kinerja_cli.adapter.basisdata import Basisdata
from kinerja_cli.adapter.himpunan_xlsx import Himpunan, Masukan, build_himpunan_xlsx
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.proses_terbatas import Batas, ProsesTerbatas
from kinerja_cli.alur.penerimaan import Lingkup
from kinerja_cli.alur.status import unit_status
from kinerja_cli.domain.temuan import Temuan

Bahan: TypeAlias = tuple[Himpunan, Sequence[Temuan]]
"""What one workbook is made from."""

BATAS = Batas(detik=900.0, memori=4 << 30)
"""A collection of 10 000 indicators takes a second and a hundred million bytes."""


class Perakit:
    """Makes merged workbooks; a second process, where there is one, begins before it is needed."""

    def __init__(self, *, berdua: bool) -> None:
        """Begin the second process, if any."""
        self._proses = ProsesTerbatas(_load_builder, BATAS) if berdua else None
        self._benang = ThreadPoolExecutor(1)
        if self._proses:
            self._benang.submit(self._proses.begin)

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """End the process."""
        self._benang.shutdown(cancel_futures=True)
        if self._proses:
            self._proses.__exit__(None, None, None)

    def build(self, bahan: Sequence[Bahan]) -> list[bytes]:
        """Return the workbooks in order; what the other process cannot make is made here."""
        proses = self._proses
        if proses is None:
            return [build_himpunan_xlsx(*x) for x in bahan]
        lain = [self._benang.submit(proses.call, *x) for x in bahan[1::2]]
        sendiri = [build_himpunan_xlsx(*x) for x in bahan[::2]]
        made: list[bytes | None] = [None] * len(bahan)
        made[::2] = sendiri
        made[1::2] = [x.result() for x in lain]
        return [
            build_himpunan_xlsx(*x) if isi is None else isi
            for x, isi in zip(bahan, made, strict=True)
        ]


def write_himpunan(
    lingkup: Lingkup, db: Basisdata, tribulan: Sequence[int], perakit: Perakit
) -> tuple[Keluaran, ...]:
    """Write the merged workbooks of these tribulan."""
    laporan, tahun = lingkup.ruang.laporan, lingkup.rencana.tahun
    made = perakit.build([_gather(lingkup, db, ke) for ke in tribulan])
    return tuple(
        write_keluaran(lingkup.ruang, db, laporan / f"himpunan-{tahun}-TW{ke}.xlsx", isi)
        for ke, isi in zip(tribulan, made, strict=True)
    )


def _gather(lingkup: Lingkup, db: Basisdata, tribulan: int) -> Bahan:
    """Return what came in for a tribulan, and the findings that stand on it."""
    rencana = lingkup.rencana
    status = unit_status(db, rencana, (tribulan,))
    berkas = {x.unit: x.berkas or "" for x in status}
    masuk = {x.unit: Masukan(x, berkas[x.unit]) for x in db.valid_setoran(rencana.tahun, tribulan)}
    isi = Himpunan(rencana, lingkup.pengaturan, tribulan, masuk, lingkup.sekarang, status)
    return isi, db.standing_temuan(rencana.tahun, tribulan)


def _load_builder() -> Callable[[Himpunan, Sequence[Temuan]], bytes]:
    return build_himpunan_xlsx
