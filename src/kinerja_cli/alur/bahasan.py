"""Matters for the finalising meeting: what koreksi says of the draft."""

from __future__ import annotations

from pathlib import Path

from kinerja_cli.adapter.baca_docx import read_docx
from kinerja_cli.adapter.berkas import read_masukan
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.surat.tampilan import BahasanTampil
from kinerja_cli.alur.analisis import analyse
from kinerja_cli.alur.reviu import latest_report
from kinerja_cli.domain.koreksi import check_naskah
from kinerja_cli.domain.koreksi.naskah import PEMISAH_BAB
from kinerja_cli.domain.temuan import Tempat


def read_bahasan(ruang: Ruang, berkas: Path | None, tahun: int) -> tuple[BahasanTampil, ...]:
    """Return the remarks on a report: on `berkas`, else on the year's latest; () without one.

    Raises KinerjaError where the file is no Word file, or there are no figures to hold it against.
    """
    path = berkas or latest_report(ruang, tahun)
    if path is None:
        return ()
    naskah = read_docx(read_masukan(path), path.name)
    analisis, _ = analyse(ruang, tahun, None)
    return tuple(
        BahasanTampil(str(nomor), _place(x.tempat), x.pesan, x.saran)
        for nomor, x in enumerate(check_naskah(naskah, analisis), 1)
    )


def _place(tempat: Tempat) -> str:
    """Return where a remark stands: of a long way through the chapters its first and last part."""
    first, *rest = tempat.lembar.split(PEMISAH_BAB)
    return ", ".join(x for x in (first, *rest[-1:], tempat.sel) if x)
