"""Builds the LAKIP: fills the template twice, so that its last page can list what is left blank."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from io import BytesIO

from kinerja_cli.adapter.lakip.baris import BarisKosong
from kinerja_cli.adapter.lakip.daftar import fill_lists
from kinerja_cli.adapter.lakip.grafik import Grafik, collect_grafik, mark_grafik, place_grafik
from kinerja_cli.adapter.lakip.isian import Kosong, colour_blanks, find_blanks
from kinerja_cli.adapter.lakip.kertas import set_paper, space_after_tables
from kinerja_cli.adapter.lakip.naskah import Naskah
from kinerja_cli.adapter.lakip.nomor import number_captions
from kinerja_cli.adapter.lakip.penanda import PenandaLakip
from kinerja_cli.adapter.lakip.tampilan import TampilanLakip, build_tampilan
from kinerja_cli.adapter.lakip.templat import render_templat
from kinerja_cli.domain.analisis.model import Analisis


@dataclass(frozen=True, slots=True)
class HasilLakip:
    """The draft as bytes of a .docx, and its blanks: "chapter › part: what is to be written"."""

    isi: bytes
    kosong: tuple[str, ...]


def build_lakip(analisis: Analisis, templat: bytes, tanggal: date) -> HasilLakip:
    """Return the LAKIP of an analysis, signed on `tanggal`, in the office's template.

    The same arguments give the same bytes. Raises KinerjaError where the template cannot be
    filled.
    """
    grafik = collect_grafik(analisis)
    tampilan, penanda = build_tampilan(analisis, tanggal), PenandaLakip(mark_grafik(grafik))
    draft = Naskah(render_templat(templat, _variables(tampilan, penanda)))
    blanks = find_blanks(draft)
    listed = replace(tampilan, kosong=tuple(_list_blanks(blanks)))
    naskah = Naskah(render_templat(templat, _variables(listed, penanda)))
    _finish(naskah, analisis, grafik, tanggal)
    return HasilLakip(_save(naskah, tanggal), tuple(map(str, blanks)))


def _variables(*sumber: TampilanLakip | PenandaLakip) -> dict[str, object]:
    return {field.name: getattr(x, field.name) for x in sumber for field in fields(x)}


def _list_blanks(blanks: tuple[Kosong, ...]) -> list[BarisKosong]:
    return [BarisKosong(str(nomor), x.bab, x.isi) for nomor, x in enumerate(blanks, 1)]


def _finish(
    naskah: Naskah, analisis: Analisis, grafik: Mapping[str, Grafik], tanggal: date
) -> None:
    """Do what only the whole document allows: numbers, pictures, paper, lists."""
    set_paper(naskah.dokumen, analisis.pengaturan.kertas)
    space_after_tables(naskah)
    colour_blanks(naskah)
    place_grafik(naskah, grafik, datetime.combine(tanggal, time()))
    captions = number_captions(naskah)
    fill_lists(naskah, captions)


def _save(naskah: Naskah, tanggal: date) -> bytes:
    """Pack the document with fixed times, so that the same content gives the same bytes."""
    dibuat = datetime.combine(tanggal, time())
    properties = naskah.dokumen.core_properties
    properties.created = properties.modified = dibuat
    packed, stream = BytesIO(), BytesIO()
    naskah.dokumen.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(stream, "w") as new:
        for nama in old.namelist():
            info = zipfile.ZipInfo(
                nama, (max(tanggal.year, 1980), tanggal.month, tanggal.day, 0, 0, 0)
            )
            new.writestr(info, old.read(nama), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
