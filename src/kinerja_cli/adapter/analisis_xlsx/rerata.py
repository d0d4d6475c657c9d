"""The rows of the summary's first table: each sasaran and the office, tribulan by tribulan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator
from kinerja_cli.domain.predikat import Kelas

URAIAN_KANTOR = "Rata-rata kantor (seluruh indikator sasaran)"


def is_weighted(indikator: Sequence[HasilIndikator]) -> bool:
    """Tell whether the mean of a node's indicators is weighted: each has its bobot."""
    return bool(indikator) and all(x.indikator.bobot is not None for x in indikator)


@dataclass(frozen=True, slots=True)
class BarisSasaran:
    """A sasaran, or the office with all indicators of sasaran ("" as its code)."""

    kode: str
    uraian: str
    rata_rata: RataRata
    tribulan: tuple[RataRata, ...]
    predikat: Kelas | None
    indikator: tuple[HasilIndikator, ...]

    @property
    def kantor(self) -> bool:
        """Tell whether this is the office."""
        return not self.kode

    @property
    def tertimbang(self) -> bool:
        """Tell whether the mean is weighted: the office's never is."""
        return not self.kantor and is_weighted(self.indikator)

    def mean_of(self, ke: int) -> Decimal | None:
        """Return the mean of the capaian of one tribulan (1–4), at full precision."""
        return self.tribulan[ke - 1].apa_adanya


def rows_of(analisis: Analisis) -> list[BarisSasaran]:
    """Return the sasaran in plan order, the office last."""
    nodes = [
        BarisSasaran(
            x.simpul.kode, x.simpul.uraian, x.rata_rata, x.tribulan, x.predikat, x.indikator
        )
        for x in analisis.sasaran
    ]
    judged = tuple(x for node in analisis.sasaran for x in node.indikator)
    figures = analisis.kantor, analisis.kantor_tribulan, analisis.predikat
    office = BarisSasaran("", URAIAN_KANTOR, *figures, judged)
    return [*nodes, office]
