"""How texts stand in a workbook: the shared string table, rich text, escaped characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from kinerja_cli.adapter.buku_xlsx.lazim import NAMA_LUBANG, Runs, lift_strings
from kinerja_cli.adapter.buku_xlsx.xml import Atribut, local_name, parse_xml

_LOLOS = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SPASI_XML = " \t\r\n"


class TeksKaya:
    """Gathers one string: its runs joined, the reading aid of East Asian text left out."""

    __slots__ = ("_bagian", "_bantuan", "_utuh", "potongan")

    def __init__(self) -> None:
        """Begin with nothing gathered."""
        self.potongan: list[str] = []
        self._bagian: list[str] = []
        self._bantuan = self._utuh = False

    def reset(self) -> None:
        """Forget what was gathered: another string begins."""
        self._bagian.clear()
        self._bantuan = False

    def take(self) -> str:
        """Return the string gathered since the last reset."""
        return "".join(self._bagian)

    def start(self, nama: str, atribut: Atribut, /) -> None:
        """Begin a run or a reading aid."""
        if nama == "t":
            self.potongan.clear()
            self._utuh = atribut.get("xml:space") == "preserve"
        elif nama == "rPh":
            self._bantuan = True
        elif ":" in nama:
            self.start(local_name(nama), atribut)

    def end(self, nama: str, /) -> None:
        """Keep a run that ends."""
        if nama == "t":
            if not self._bantuan:
                teks = "".join(self.potongan)
                self._bagian.append(_settle(teks, utuh=self._utuh))
        elif nama == "rPh":
            self._bantuan = False
        elif ":" in nama:
            self.end(local_name(nama))


class TeksBersama(TeksKaya):
    """Gathers the shared strings of a workbook, in order; `lazim` has those of each gap."""

    __slots__ = ("_lazim", "daftar")

    akar: ClassVar[str] = "sst"

    def __init__(self, lazim: Iterator[Sequence[Runs]]) -> None:
        """Begin with no string."""
        super().__init__()
        self.daftar: list[str] = []
        self._lazim = lazim

    def start(self, nama: str, atribut: Atribut, /) -> None:
        """Begin a string, or a part of one."""
        if nama == "si":
            self.reset()
        elif nama == NAMA_LUBANG:
            self.daftar += [_join(x) for x in next(self._lazim, ())]
        else:
            super().start(nama, atribut)

    def end(self, nama: str, /) -> None:
        """Keep a string that ends, or a part of one."""
        if nama == "si":
            self.daftar.append(self.take())
        else:
            super().end(nama)


def unescape(teks: str) -> str:
    """Return a text with its _xHHHH_ escapes as the characters they stand for."""
    if "_x" not in teks:
        return teks
    hasil = _LOLOS.sub(lambda x: chr(int(x[1], 16)), teks)
    # Two escapes may be the halves of one character; a half alone could not be written anywhere.
    return hasil.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def read_teks(isi: bytes) -> list[str]:
    """Return the shared strings of a workbook in order; raises BukuTakTerbaca."""
    rows, rest = lift_strings(isi)
    teks = TeksBersama(rows)
    parse_xml(rest, teks)
    return teks.daftar


def _join(runs: Runs) -> str:
    if isinstance(runs, str):
        plain = runs.strip(_SPASI_XML)
        return unescape(plain) if "_x" in plain else plain
    return "".join([_settle(x, utuh=bool(utuh)) for utuh, x in runs])


def _settle(teks: str, *, utuh: bool) -> str:
    """Return a text as Excel does: outer white space counts only where the file says so."""
    return unescape(teks if utuh else teks.strip(_SPASI_XML))
