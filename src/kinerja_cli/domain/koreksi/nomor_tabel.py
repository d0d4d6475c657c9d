"""Numbers of tables: each has one, none stands twice, and what the text refers to is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan
from kinerja_cli.domain.koreksi.naskah import Naskah, Tabel, place_in, place_of, table_number
from kinerja_cli.domain.koreksi.tabel import TabelDinilai
from kinerja_cli.domain.temuan import Temuan

BARIS_TERSEDIKIT = 2
_ACUAN = re.compile(r"\bTabel\s+([A-Z]{0,2}\d+(?:[.\-]\d+)*)\b")


def every_table_is_numbered(
    naskah: Naskah, dinilai: Sequence[TabelDinilai], _: Acuan
) -> Iterator[Temuan]:
    """Every table of figures has a number and a title, and no number stands twice."""
    judged = {id(x.tabel) for x in dinilai}
    seen: set[str] = set()
    for tabel in naskah.tabel:
        if not tabel.nomor:
            if id(tabel) in judged and len(tabel.baris) >= BARIS_TERSEDIKIT:
                yield _at_head(naskah, tabel, JenisTemuan.KOREKSI_TABEL_TANPA_NOMOR)
        elif tabel.nomor in seen:
            jenis = JenisTemuan.KOREKSI_NOMOR_TABEL_BERULANG
            yield _at_head(naskah, tabel, jenis, nilai=tabel.nomor)
        seen.add(tabel.nomor)


def _at_head(naskah: Naskah, tabel: Tabel, jenis: JenisTemuan, **fakta: str) -> Temuan:
    return Temuan(jenis, place_in(naskah, tabel, 0, 0), fakta)


def tables_referred_to_are_there(naskah: Naskah, _: Acuan) -> Iterator[Temuan]:
    """A sentence refers to a table that the report has."""
    known = {table_number(x.teks) for x in naskah.paragraf} | {x.nomor for x in naskah.tabel}
    for paragraf in naskah.paragraf:
        if table_number(paragraf.teks):
            continue
        for nomor in _ACUAN.findall(paragraf.teks):
            if nomor not in known:
                place = place_of(naskah, paragraf)
                yield Temuan(JenisTemuan.KOREKSI_ACUAN_TABEL, place, {"nilai": nomor})
