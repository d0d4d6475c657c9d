"""Which template a paper is made from: the office's own, else the shipped one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.berkas import read_whole
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.surat import HasilSurat, build_surat
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.kantor import Kertas

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def fill_templat(
    ruang: Ruang, nama: str, tampilan: DataclassInstance, kertas: Kertas, tanggal: date
) -> HasilSurat:
    """Return a paper made from its template; raises KinerjaError that names the template."""
    templat = _find(ruang, nama)
    try:
        return build_surat(tampilan, read_whole(templat), kertas, tanggal)
    except KinerjaError as error:
        message = f"{templat}: {error}"
        raise KinerjaError(message) from error


def _find(ruang: Ruang, nama: str) -> Path:
    own = ruang.templat / "surat" / f"{nama}.docx"
    return own if own.is_file() else shipped(f"templates/surat/{nama}.docx")
