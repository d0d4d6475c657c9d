"""The fingerprint of what a unit's form shows of the plan: tells a form of an older plan."""

from __future__ import annotations

import hashlib

from kinerja_cli.domain.rencana import Rencana, format_nilai

PANJANG_SIDIK = 16


def sidik_rencana(rencana: Rencana, unit: str) -> str:
    """Return 16 hex digits that change when anything on that unit's form would change."""
    memo = rencana.sidik
    if unit not in memo:
        memo[unit] = _compute(rencana, unit)
    return memo[unit]


def _compute(rencana: Rencana, unit: str) -> str:
    lines = [str(rencana.tahun), unit]
    for indikator in rencana.indicators_of(unit):
        for porsi in (x for x in indikator.porsi if x.unit == unit):
            targets = [format_nilai(x) for x in (porsi.target_tahunan, *porsi.target)]
            lines += [indikator.kode, indikator.uraian, indikator.satuan, *targets]
    for simpul in rencana.budget_lines(unit):
        lines += [simpul.kode, simpul.uraian, format_nilai(simpul.pagu)]
    return hashlib.sha256("\x1f".join(lines).encode()).hexdigest()[:PANJANG_SIDIK]
