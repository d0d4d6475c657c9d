"""Where elements stand in the bytes of a part, so that a copy changes nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from xml.parsers import expat

from kinerja_cli.adapter.buku_xlsx.xml import Atribut, local_name

SIFAT = frozenset({"pPr"})
"""What stands before an element's content and is not part of it."""


@dataclass(frozen=True, slots=True)
class LetakUnsur:
    """One element: from `mulai` to `habis`, its content from `awal` to `akhir`.

    `tunggal` marks one written as a single tag; `luar` is the number, among the elements asked
    for, of the outermost one around it (its own where there is none).
    """

    nama: str
    atribut: Atribut
    mulai: int
    awal: int
    akhir: int
    habis: int
    tunggal: bool
    luar: int


@dataclass(slots=True)
class _Terbuka:
    """An element while its end is awaited; `ke` is its number, 0 for one not asked for."""

    nama: str
    atribut: Atribut
    mulai: int
    ke: int
    beranak: bool = False
    awal: int | None = None


def find_elements(isi: bytes, dicari: Collection[str]) -> dict[int, LetakUnsur]:
    """Return the elements with these local names by their number, in order of their beginnings.

    `isi` must be known to be well formed, and not UTF-16.
    """
    return _Pencari(isi, dicari).run()


class _Pencari:
    """Follows expat, which says at which byte each tag begins."""

    def __init__(self, isi: bytes, dicari: Collection[str]) -> None:
        self._isi = isi
        self._dicari = dicari
        self._jalur: list[_Terbuka] = []
        self._ditemukan: dict[int, LetakUnsur] = {}
        self._hitung = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def run(self) -> dict[int, LetakUnsur]:
        """Parse the part."""
        self._parser.Parse(self._isi, True)  # noqa: FBT003 - expat takes no keyword
        return self._ditemukan

    def _start(self, nama: str, atribut: Atribut) -> None:
        at = self._parser.CurrentByteIndex
        lokal = local_name(nama)
        if self._jalur:
            parent = self._jalur[-1]
            parent.beranak = True
            if parent.awal is None and lokal not in SIFAT:
                parent.awal = at
        self._hitung += lokal in self._dicari
        ke = self._hitung if lokal in self._dicari else 0
        self._jalur.append(_Terbuka(nama, atribut, at, ke))

    def _end(self, _: str) -> None:
        one = self._jalur.pop()
        if not one.ke:
            return
        at = self._parser.CurrentByteIndex
        single = not one.beranak and self._isi[at - 2 : at] == b"/>"
        self._ditemukan[one.ke] = LetakUnsur(
            one.nama,
            one.atribut,
            one.mulai,
            at if one.awal is None else one.awal,
            at,
            at if single else self._isi.index(b">", at) + 1,
            single,
            next((x.ke for x in self._jalur if x.ke), one.ke),
        )


def splice(isi: bytes, sunting: Iterable[tuple[int, int, bytes]]) -> bytes:
    """Return the bytes with each (from, to) replaced; the ranges do not overlap."""
    pieces: list[bytes] = []
    done = 0
    for mulai, habis, baru in sorted(sunting, key=lambda x: x[:2]):
        pieces += [isi[done:mulai], baru]
        done = habis
    return b"".join([*pieces, isi[done:]])
