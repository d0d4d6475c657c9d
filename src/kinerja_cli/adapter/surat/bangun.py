"""Builds a paper: fills its template, sets the office's paper, names the blanks left."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from kinerja_cli.adapter.dokumen_word import pack_dokumen
from kinerja_cli.adapter.lakip.lambang import Lambang, place_lambang
from kinerja_cli.adapter.lakip.naskah import Naskah
from kinerja_cli.adapter.lakip.penanda import Penanda, mark
from kinerja_cli.adapter.lakip.templat import render_templat
from kinerja_cli.adapter.lakip.variabel_templat import RagamTemplat
from kinerja_cli.adapter.surat.tampilan import PenandaSurat
from kinerja_cli.domain.kantor import Kertas

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

UKURAN = {Kertas.A4: (Mm(210), Mm(297)), Kertas.F4: (Mm(215), Mm(330))}
TINGGI_LAMBANG = Mm(19)
"""On the letterhead; the cover of the report has it larger."""

AWAL_ISIAN = "[ISI: "


@dataclass(frozen=True, slots=True)
class Cetakan:
    """What a paper is printed with: the office's paper and emblem, and its date."""

    kertas: Kertas
    tanggal: date
    lambang: Lambang | None = None


@dataclass(frozen=True, slots=True)
class HasilSurat:
    """A paper as bytes of a .docx, and the blanks that people still fill in."""

    isi: bytes
    kosong: tuple[str, ...]


def ragam_surat(kelas: type[DataclassInstance]) -> RagamTemplat:
    """Return what the templates of papers with this view may name."""
    return RagamTemplat("surat", "Isi surat", (kelas, PenandaSurat))


def build_surat(tampilan: DataclassInstance, templat: bytes, cetakan: Cetakan) -> HasilSurat:
    """Return a paper; the same arguments give the same bytes.

    Raises TemplatRusakError where the template cannot be filled.
    """
    penanda = PenandaSurat(mark(Penanda.LAMBANG, "kop") if cetakan.lambang else "")
    konteks = {x.name: getattr(one, x.name) for one in (tampilan, penanda) for x in fields(one)}
    dokumen = render_templat(templat, konteks, ragam_surat(type(tampilan)))
    _set_paper(dokumen, cetakan.kertas)
    if cetakan.lambang is not None:
        place_lambang(Naskah(dokumen), _shrink(cetakan.lambang))
    return HasilSurat(pack_dokumen(dokumen, cetakan.tanggal), tuple(_blanks(dokumen)))


def _shrink(lambang: Lambang) -> Lambang:
    """Return the emblem no higher and no wider than the letterhead leaves room for."""
    kali = min(TINGGI_LAMBANG / lambang.tinggi, TINGGI_LAMBANG / lambang.lebar)
    return replace(lambang, lebar=round(lambang.lebar * kali), tinggi=round(lambang.tinggi * kali))


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
