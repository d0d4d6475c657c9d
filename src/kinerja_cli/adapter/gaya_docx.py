"""What the styles of a Word document say: which paragraphs are headings, which list them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kinerja_cli.adapter.buku_xlsx.paket import Paket, Relasi
from kinerja_cli.adapter.buku_xlsx.xml import Atribut, local_name, parse_xml

_TINGKAT = re.compile(r"(?:heading|judul)\s*([1-9])", re.IGNORECASE)
_DAFTAR = re.compile(r"(?:toc|table of figures|figure index|contents)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gaya:
    """What a paragraph style says about its paragraphs."""

    tingkat: int = 0
    daftar: bool = False


def read_styles(paket: Paket, relasi: Mapping[str, Relasi]) -> Mapping[str, Gaya]:
    """Return the styles by id with what they inherit; none where the document has no such part."""
    part = next((x.tujuan for x in relasi.values() if x.jenis == "styles"), "")
    if part.lower() not in paket.names:
        return {}
    reader = _Gaya()
    parse_xml(paket.read(part), reader)
    return {nama: reader.resolve(nama) for nama in reader.asal}


class _Gaya:
    """Follows the parser through styles.xml."""

    akar: ClassVar[str] = "styles"

    def __init__(self) -> None:
        self.potongan: list[str] = []
        self.asal: dict[str, str] = {}
        self._sendiri: dict[str, Gaya] = {}
        self._kini = ""

    def start(self, nama: str, atribut: Atribut) -> None:
        match local_name(nama):
            case "style":
                self._kini = read_value(atribut, "styleId")
                self.asal[self._kini] = ""
                self._sendiri[self._kini] = Gaya()
            case "name" if self._kini:
                self._sendiri[self._kini] = _style_of_name(read_value(atribut, "val"))
            case "basedOn" if self._kini:
                self.asal[self._kini] = read_value(atribut, "val")
            case "outlineLvl" if self._kini:
                tingkat = read_outline(atribut)
                if not self._sendiri[self._kini].tingkat:
                    self._sendiri[self._kini] = Gaya(tingkat, self._sendiri[self._kini].daftar)

    def end(self, nama: str) -> None:
        if local_name(nama) == "style":
            self._kini = ""

    def resolve(self, nama: str) -> Gaya:
        """Return a style with what it inherits; a circle of styles ends where it began."""
        seen: set[str] = set()
        while nama in self._sendiri and nama not in seen:
            if self._sendiri[nama] != Gaya():
                return self._sendiri[nama]
            seen.add(nama)
            nama = self.asal[nama]
        return Gaya()


def _style_of_name(nama: str) -> Gaya:
    match = _TINGKAT.fullmatch(nama.strip())
    return Gaya(int(match[1]) if match else 0, bool(_DAFTAR.match(nama.strip())))


def read_outline(atribut: Atribut) -> int:
    """Return the level of a heading from the outline level, in which 0 is the first, 9 is text."""
    teks = read_value(atribut, "val")
    return int(teks) + 1 if teks.isdecimal() and len(teks) == 1 and teks != "9" else 0


def read_value(atribut: Atribut, nama: str) -> str:
    """Return an attribute by its name without prefix, "" where there is none."""
    for kunci, teks in atribut.items():
        if local_name(kunci) == nama:
            return teks
    return ""
