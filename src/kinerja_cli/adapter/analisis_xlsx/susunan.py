"""Which indicator stands in which row: the same row on every sheet that lists indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kinerja_cli.adapter.laporan_xlsx.kepala import BARIS_KEPALA
from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator, HasilSasaran

BARIS_PERTAMA = BARIS_KEPALA + 1

Jangkauan: TypeAlias = tuple[int, int] | None
"""First and last row of a group, None for a group without rows."""


@dataclass(frozen=True, slots=True)
class Susunan:
    """Indicators node by node, sasaran first, so that what a mean covers stands together."""

    urutan: tuple[tuple[HasilSasaran, HasilIndikator], ...]
    baris: Mapping[str, int]
    kelompok: Mapping[str, Jangkauan]
    """Rows of a node's indicators, by the node's code."""

    sasaran: Jangkauan
    """Rows of all indicators of sasaran: what the office's mean covers."""

    @property
    def terakhir(self) -> int:
        """Return the last row, or the header's where there is no indicator."""
        return BARIS_KEPALA + len(self.urutan)


def arrange(analisis: Analisis) -> Susunan:
    """Give every indicator its row."""
    nodes = (*analisis.sasaran, *analisis.program)
    order = tuple((node, hasil) for node in nodes for hasil in node.indikator)
    groups: dict[str, Jangkauan] = {}
    first = BARIS_PERTAMA
    for node in nodes:
        groups[node.simpul.kode] = reach(first, len(node.indikator))
        first += len(node.indikator)
    return Susunan(
        urutan=order,
        baris={hasil.indikator.kode: BARIS_PERTAMA + ke for ke, (_, hasil) in enumerate(order)},
        kelompok=groups,
        sasaran=reach(BARIS_PERTAMA, sum(len(node.indikator) for node in analisis.sasaran)),
    )


def reach(dari: int, banyak: int) -> Jangkauan:
    """Return the first and last of so many rows."""
    return (dari, dari + banyak - 1) if banyak else None
