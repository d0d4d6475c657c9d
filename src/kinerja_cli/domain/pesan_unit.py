"""The words that go back to a unit with its workbook: short enough for a chat message."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_cli.domain.kantor import Kantor
from kinerja_cli.domain.rencana import ROMAWI, Unit
from kinerja_cli.domain.temuan import Temuan
from kinerja_cli.domain.tulisan import visible


def compose_pesan(
    kantor: Kantor, unit: Unit, periode: tuple[int, int], temuan: Sequence[Temuan], berkas: str
) -> str:
    """Return a message to a unit about its refused workbook; `periode` is (tribulan, tahun).

    `berkas` names the marked copy, "" where none could be made.
    """
    tribulan, tahun = periode
    period = f"Tribulan {ROMAWI[tribulan]} Tahun {tahun}"
    opening = f"Formulir data kinerja {period} belum dapat diterima. Mohon diperbaiki:"
    lines = [f"Yth. {unit.nama},", "", opening, ""]
    lines += [f"{i}. {_place(x)}{x.pesan} {x.saran}" for i, x in enumerate(temuan, 1)]
    lines.append("")
    if berkas:
        lines.append(f"Sel yang perlu diperbaiki sudah diberi warna pada berkas '{berkas}'.")
    lines += ["Terima kasih.", "", kantor.penyusun.jabatan, kantor.nama]
    return "\n".join(lines) + "\n"


def _place(temuan: Temuan) -> str:
    lembar, sel = visible(temuan.tempat.lembar), temuan.tempat.sel
    if sel:
        return f"{lembar} sel {sel}: "
    return f"{lembar}: " if lembar else ""
