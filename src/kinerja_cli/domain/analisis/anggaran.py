"""Money: totals are sums of leaves, a total's percent is the ratio of the sums.

Seen wrong in published documents: a mean of percents as total (88,6 printed, 88,92 true), and a
grand total that adds a sub-total and its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from kinerja_cli.domain.analisis.model import Efisiensi, HasilAnggaran
from kinerja_cli.domain.angka import SERATUS, round_half_up
from kinerja_cli.domain.kantor import AturanHitung, RumusEfisiensi
from kinerja_cli.domain.rencana import Rencana, Simpul
from kinerja_cli.domain.setoran import Setoran


def latest_spending(setoran: Sequence[Setoran]) -> Mapping[str, Decimal]:
    """Return the last known realisasi of each line, which is "sampai dengan"; in rupiah."""
    spending: dict[str, Decimal] = {}
    for one in sorted(setoran, key=lambda x: x.tribulan):
        for kode, line in one.anggaran.items():
            if line.nilai is not None:
                spending[kode] = line.nilai
    return spending


def total_of(
    simpul: Simpul, lines: Sequence[Simpul], spending: Mapping[str, Decimal]
) -> HasilAnggaran:
    """Return the total of these lines under the name of a node."""
    known = [spending[x.kode] for x in lines if x.kode in spending]
    pagu = sum((x.pagu for x in lines if x.pagu is not None), Decimal(0))
    realisasi = sum(known, Decimal(0)) if known else None
    complete = realisasi is not None and len(known) == len(lines) and pagu > 0
    serapan = realisasi / pagu * SERATUS if complete and realisasi is not None else None
    return HasilAnggaran(simpul, pagu, realisasi, serapan, len(known), len(lines))


def lines_under(rencana: Rencana) -> Mapping[str, list[Simpul]]:
    """Return the budget lines at or under each node, by its code, in plan order."""
    under: dict[str, list[Simpul]] = {}
    for line in rencana.budget_lines():
        for simpul in _upwards(line, rencana):
            under.setdefault(simpul.kode, []).append(line)
    return under


def _upwards(simpul: Simpul, rencana: Rencana) -> Iterator[Simpul]:
    here: Simpul | None = simpul
    while here is not None:
        yield here
        here = rencana.simpul.get(here.induk) if here.induk else None


def judge_efisiensi(
    persen: Decimal | None, anggaran: HasilAnggaran | None, aturan: AturanHitung
) -> Efisiensi | None:
    """Return how efficient a result was, or None where capaian or serapan is missing.

    Points of capaian above serapan: more than the threshold is efisien, within it cukup efisien
    (seen in a kabupaten's system). By "sisa": what was left of the pagu where the target was met.
    Spending above pagu is a finding of its own, never efficiency.
    """
    serapan = anggaran.serapan if anggaran else None
    if persen is None or serapan is None or serapan > SERATUS:
        return None
    if aturan.efisiensi is RumusEfisiensi.SISA:
        return Efisiensi(SERATUS - serapan, "efisien") if round_half_up(persen) >= SERATUS else None
    selisih = persen - serapan
    shown, ambang = round_half_up(selisih), aturan.ambang_efisiensi
    if abs(shown) <= ambang:
        return Efisiensi(selisih, "cukup efisien")
    return Efisiensi(selisih, "efisien" if shown > 0 else "tidak efisien")
