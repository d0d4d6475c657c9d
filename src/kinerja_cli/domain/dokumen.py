"""Which documents of the SOP's list are there, and what units name as evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kinerja_cli.domain.rencana import Indikator, Rencana
from kinerja_cli.domain.setoran import Realisasi, Setoran
from kinerja_cli.domain.sop import DOKUMEN, DokumenSop
from kinerja_cli.domain.tahap import Bukti, KeadaanBukti

SEBUTAN_KEADAAN = {
    KeadaanBukti.COCOK: "ada",
    KeadaanBukti.BERUBAH: "ada, berubah sejak dicatat",
    KeadaanBukti.HILANG: "berkas tidak ditemukan",
}
BELUM_ADA, LAPORAN_INI = "belum ada", "laporan ini"
BELUM_DISEBUTKAN = "belum disebutkan"
LAKIP = "lkjip"
"""The document of the list that `kinerja lakip` itself makes."""


@dataclass(frozen=True, slots=True)
class DokumenTercatat:
    """That a document of the SOP's list is there; `tanggal` is the day it was noted for."""

    kunci: str
    bukti: Bukti
    tanggal: date
    dicatat: datetime


@dataclass(frozen=True, slots=True)
class StatusDokumen:
    """One document of the SOP's list; `tercatat` None: nobody noted it yet.

    `laporan_ini` marks the very report that prints the list: it cannot name its own sha256.
    """

    dokumen: DokumenSop
    tercatat: DokumenTercatat | None = None
    keadaan: KeadaanBukti | None = None
    laporan_ini: bool = False

    @property
    def ada(self) -> bool:
        """Tell whether its file is there, even where it changed since it was noted."""
        return self.laporan_ini or self.keadaan in {KeadaanBukti.COCOK, KeadaanBukti.BERUBAH}

    @property
    def sebutan(self) -> str:
        """Return how it stands, in the words of a printed list."""
        if self.laporan_ini:
            return LAPORAN_INI
        return SEBUTAN_KEADAAN[self.keadaan] if self.keadaan else BELUM_ADA


BELUM_DICATAT = tuple(StatusDokumen(x) for x in DOKUMEN)
"""The list of an office that has noted no document yet."""


def as_printed_in_lakip(dokumen: Iterable[StatusDokumen]) -> tuple[StatusDokumen, ...]:
    """Return the list with the LAKIP in it marked as the report that prints it."""
    return tuple(
        StatusDokumen(x.dokumen, laporan_ini=True) if x.dokumen.kunci == LAKIP else x
        for x in dokumen
    )


@dataclass(frozen=True, slots=True)
class DataDukung:
    """What a unit named as evidence for an indicator, and in which tribulan; "": nothing yet."""

    indikator: Indikator
    unit: str
    teks: str
    tribulan: tuple[int, ...]


def collect_data_dukung(rencana: Rencana, setoran: Sequence[Setoran]) -> Iterator[DataDukung]:
    """Yield the evidence of every indicator and unit in plan order, at least one row for each."""
    by_unit: dict[str, list[Setoran]] = defaultdict(list)
    for one in sorted(setoran, key=lambda x: x.tribulan):
        by_unit[one.unit].append(one)
    for indikator in rencana.indikator:
        for unit in indikator.unit:
            laporan = ((x.tribulan, x.realisasi.get(indikator.kode)) for x in by_unit[unit])
            for teks, tribulan in merge_data_dukung(laporan).items():
                yield DataDukung(indikator, unit, teks, tribulan)


def merge_data_dukung(
    laporan: Iterable[tuple[int, Realisasi | None]],
) -> Mapping[str, tuple[int, ...]]:
    """Return each evidence that one unit named for one indicator, with the tribulan that name it.

    Takes its reports by tribulan, None where it handed in none; where it named nothing at all the
    one entry is "".
    """
    named: dict[str, tuple[int, ...]] = {}
    for ke, realisasi in laporan:
        teks = " ".join(realisasi.penjelasan.data_dukung.split()) if realisasi else ""
        if teks:
            named[teks] = (*named.get(teks, ()), ke)
    return named or {"": ()}
