"""How koreksi compares words: one key for many spellings, names found and masked in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

EJAAN = {"prosentase": "persentase", "presentase": "persentase", "ketentraman": "ketenteraman"}
"""Two spellings that real reports have for one indicator."""

BILANGAN = (
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()  # noqa: SIM905
)
TOPENG_PERTAMA = 0xE100
"""Masked names become single characters that no keyboard types."""

_JENIS_UNIT = re.compile(r"\b(?:seksi|kasi|kepala|sub ?(?:bagian|bag)|kasub(?:bag|ag)|bidang)\b")
"""How a unit, or the head of it, may be called before its name."""
_NOMOR_DEPAN = re.compile(r"^\s*(?:[A-Z]?\d+(?:\.\d+)+\.?|\d{1,2}[.)]|[a-zA-Z][.)])\s+")
_KURUNG = re.compile(r"\([^()]*\)")
_TANDA = re.compile(r"[^\w%]+")
_SWASTA = re.compile(r"[\ue000-\uf8ff]")
_AKHIR_KALIMAT = re.compile(
    r"(?<=;)\s+|(?<![Nn]o\.)(?<!s\.d\.)(?<=[.!?])\s+(?=[“\"(]?[A-Z\ue000-\uf8ff])"
)


@lru_cache(maxsize=8192)
def key_of(teks: str) -> str:
    """Return a text as it is compared: case, marks, brackets, spelling and numbering aside."""
    plain = _KURUNG.sub(" ", _NOMOR_DEPAN.sub("", teks, count=1))
    words = _TANDA.sub(" ", plain.casefold()).split()
    return " ".join(EJAAN.get(x, x) for x in words)


def names_the_unit(teks: str, nama: str) -> bool:
    """Tell whether a text names a unit; “Subbag. Umum” is the Sub Bagian Umum."""
    name, flat = (" ".join(_JENIS_UNIT.sub(" ", key_of(x)).split()) for x in (nama, teks))
    return f" {name} " in f" {flat} "


def read_count(kata: str) -> int | None:
    """Return a number in digits or words (up to eleven), or None."""
    folded = kata.casefold()
    if folded in BILANGAN:
        return BILANGAN.index(folded)
    return int(folded) if folded.isdecimal() and len(folded) < 7 else None  # noqa: PLR2004 - a count


@lru_cache(maxsize=8192)
def split_sentences(teks: str) -> tuple[str, ...]:
    """Return the sentences and the clauses between semicolons; several checks ask for them."""
    parts = _AKHIR_KALIMAT.split(" ".join(teks.split()))
    return tuple(x for x in parts if x)


@dataclass(frozen=True, slots=True)
class Bertopeng:
    """A text in which every known name is one character; `nama` holds their keys in order."""

    teks: str
    nama: tuple[str, ...]


class Topeng:
    """Finds known names in texts, the longest first, however they are written."""

    __slots__ = ("_diketahui", "_nama", "_pola", "_tanda")

    def __init__(self, kunci: Iterable[str]) -> None:
        """Take the keys of the names to be found; a single word is too common to be one."""
        self._nama = sorted({x for x in kunci if " " in x}, key=lambda x: (-len(x), x))
        self._pola: Mapping[str, re.Pattern[str]] = {x: _pattern(x) for x in self._nama}
        self._tanda = {x: chr(TOPENG_PERTAMA + at) for at, x in enumerate(self._nama)}
        self._diketahui: dict[str, Bertopeng] = {}

    def apply(self, teks: str) -> Bertopeng:
        """Return the text with its names masked; several checks ask for the same texts."""
        if teks not in self._diketahui:
            self._diketahui[teks] = self._apply(teks)
        return self._diketahui[teks]

    def _apply(self, teks: str) -> Bertopeng:
        plain = _SWASTA.sub(" ", teks)
        flat = f" {key_of(plain)} "
        for nama in self._nama:
            if f" {nama} " in flat:
                plain = self._pola[nama].sub(self._tanda[nama], plain)
        return Bertopeng(plain, self.names_in(plain))

    def names_in(self, bertopeng: str) -> tuple[str, ...]:
        """Return the keys of the names in a masked text, each once, in order."""
        found = [ord(x) - TOPENG_PERTAMA for x in _SWASTA.findall(bertopeng)]
        return tuple(dict.fromkeys(self._nama[x] for x in found))


def _pattern(nama: str) -> re.Pattern[str]:
    """Return the pattern of a name; brackets and marks may stand between its words."""
    between = r"(?:\s*\([^()]*\))?[^\w(]+"
    spelt = [_spellings(x) for x in nama.split()]
    return re.compile(r"\b" + between.join(spelt) + r"\b(?:\s*\([A-Z][\w ]*\))?", re.IGNORECASE)


def _spellings(kata: str) -> str:
    others = [lain for lain, baku in EJAAN.items() if baku == kata]
    return f"(?:{'|'.join(map(re.escape, [kata, *others]))})" if others else re.escape(kata)
