"""Builds a paper: fills its template, sets the office's paper, names the blanks left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from kinerja_cli.adapter.dokumen_word import pack_dokumen, render_templat
from kinerja_cli.domain.kantor import Kertas

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

UKURAN = {Kertas.A4: (Mm(210), Mm(297)), Kertas.F4: (Mm(215), Mm(330))}
AWAL_ISIAN = "[ISI: "


@dataclass(frozen=True, slots=True)
class HasilSurat:
    """A paper as bytes of a .docx, and the blanks that people still fill in."""

    isi: bytes
    kosong: tuple[str, ...]


def build_surat(
    tampilan: DataclassInstance, templat: bytes, kertas: Kertas, tanggal: date
) -> HasilSurat:
    """Return a paper; the same arguments give the same bytes.

    Raises TemplatRusakError where the template cannot be filled.
    """
    konteks: Mapping[str, object] = {x.name: getattr(tampilan, x.name) for x in fields(tampilan)}
    dokumen = render_templat(templat, konteks)
    _set_paper(dokumen, kertas)
    return HasilSurat(pack_dokumen(dokumen, tanggal), tuple(_blanks(dokumen)))


def _set_paper(dokumen: Dokumen, kertas: Kertas) -> None:
    """Set the office's paper; the tables are as wide as it leaves room for by themselves."""
    short, long = UKURAN[kertas]
    for section in dokumen.sections:
        wide = section.orientation == WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = (long, short) if wide else (short, long)


def _blanks(dokumen: Dokumen) -> list[str]:
    """Return what the blanks ask for, each once, in reading order."""
    runs = ("".join(x.itertext(qn("w:t"))) for x in dokumen.element.body.iter(qn("w:r")))
    asked = [x[len(AWAL_ISIAN) : -1] for x in runs if x.startswith(AWAL_ISIAN)]
    return list(dict.fromkeys(asked))
