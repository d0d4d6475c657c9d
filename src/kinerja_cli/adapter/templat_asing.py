"""A Word template before the Word library opens it: small enough, and leading nowhere else.

What it turned into is looked at in the same way: Jinja can write what was not there before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_cli.adapter.baca_docx import document_part, explain
from kinerja_cli.adapter.buku_xlsx.paket import Paket
from kinerja_cli.adapter.buku_xlsx.xml import Unsur, check_xml, local_name, read_elements
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca
from kinerja_cli.domain.galat import KinerjaError

_RELASI = frozenset({"Relationship"})
_JENIS_ISI = frozenset({"Override", "Default"})
_BIDANG = frozenset({"instrText", "fldChar", "fldSimple"})
_TERTAUT = frozenset({"hyperlink", "attachedTemplate"})
"""Links that nobody follows unasked: the second is taken off where the template is filled."""

_PENGAMBIL = re.compile(
    r"\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD)\b",
    re.IGNORECASE,
)
"""Fields for which Word asks another program, or fetches another file."""

_PERINTAH = re.compile(r"\{[{%#]")
"""Begins what Jinja replaces: what such a field will ask for is not known before."""

_DOKUMEN_LAIN = "aFChunk"
"""A relation to a document of another kind, whose words Word takes over as its own."""

_BERNAMA_XML = (".xml", ".rels", ".svg")


class TemplatAsingError(KinerjaError):
    """A template that is no Word file, or one that must not be opened."""

    def __init__(self, berkas: str, sebab: str) -> None:
        """Say which file, why, and what to do; `sebab` is kept for a list of faults."""
        self.sebab = f"bukan dokumen Word yang dapat dijadikan templat: {sebab}"
        super().__init__(
            f"'{berkas}' {self.sebab}. Buka di Word dan simpan sebagai .docx baru, atau pakai "
            "templat bawaan."
        )


def check_paket(isi: bytes, berkas: str) -> None:
    """Raise TemplatAsingError for a template that must not be opened."""
    try:
        with Paket(isi) as paket:
            document_part(paket)
            _check_names(paket)
            for nama in paket.names:
                _check_part(nama, paket.read(nama))
    except BukuTakTerbaca as error:
        raise TemplatAsingError(berkas, error.rincian or explain(error)) from error


def _check_names(paket: Paket) -> None:
    """Refuse XML under another name: the Word library goes by what the package says of a part."""
    for one in read_elements(paket.read("[Content_Types].xml"), _JENIS_ISI):
        nama = one.atribut.get("PartName") or f".{one.atribut.get('Extension', '')}"
        if one.atribut.get("ContentType", "").endswith("xml") and not nama.lower().endswith(
            _BERNAMA_XML
        ):
            raise BukuTakTerbaca(SebabTakTerbaca.BERBAHAYA, f"bagian {nama} bukan seperti namanya")


def _check_part(nama: str, isi: bytes) -> None:
    """Refuse entities in any XML, relations to other files, and fields that fetch something."""
    if not nama.endswith((".xml", ".rels")):
        return
    check_xml(isi)
    if nama.endswith(".rels"):
        for one in read_elements(isi, _RELASI):
            jenis = one.atribut.get("Type", "").rpartition("/")[2]
            outer = one.atribut.get("TargetMode") == "External" and jenis not in _TERTAUT
            if outer or jenis == _DOKUMEN_LAIN:
                raise BukuTakTerbaca(SebabTakTerbaca.BERBAHAYA, f"isinya menunjuk {jenis} di luar")
    elif any(_PENGAMBIL.match(x) or _PERINTAH.search(x) for x in _fields(isi)):
        raise BukuTakTerbaca(SebabTakTerbaca.BERBAHAYA, "isinya mengambil data dari luar (field)")


def _fields(isi: bytes) -> Iterator[str]:
    """Yield what each field says; Word cuts its words into runs as it likes."""
    pieces: list[str] = []
    for one in read_elements(isi, _BIDANG):
        if one.nama == "instrText":
            pieces.append(one.teks)
            continue
        yield "".join(pieces)
        pieces.clear()
        yield _attribute(one, "instr")
    yield "".join(pieces)


def _attribute(unsur: Unsur, nama: str) -> str:
    return next((y for x, y in unsur.atribut.items() if local_name(x) == nama), "")
