"""The tags of a template as a person typed them: what is a tag, and how tags must stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PERINTAH = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
SISA = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
ISI = re.compile(r"\{([{%#])-?(tr|tc|p|r)?(?=[\s\-]|[^a-z])(.*?)-?[}%#]\}", re.DOTALL)
TERPISAH = re.compile(r"\s+(tr|tc|p|r)\s+\w")
TUTUP = {"{{": "}}", "{%": "%}", "{#": "#}"}
TANPA_NILAI, DENGAN_NILAI = frozenset({"vm", "hm"}), frozenset({"colspan", "cellbg"})
"""Words that the Word library itself understands."""


@dataclass(frozen=True, slots=True)
class Perintah:
    """One tag: `{` for a value or `%` for a command, what it takes away with it, its inside."""

    jenis: str
    lingkup: str
    isi: str

    @property
    def kata(self) -> str:
        """Return the first word inside."""
        return self.isi.split(maxsplit=1)[0] if self.isi.split() else ""

    @property
    def sisa(self) -> str:
        """Return what follows the first word."""
        return self.isi[len(self.kata) :].strip()

    @property
    def snippet(self) -> str:
        """Return the tag as a whole little template, to be compiled on its own."""
        kata = "if" if self.kata == "elif" else self.kata
        if self.jenis == "{":
            return f"{{{{ {self.isi} }}}}"
        if kata in DENGAN_NILAI:
            return f"{{{{ {self.sisa} }}}}"
        if self.setting:
            return f"{{% {self.isi} %}}"
        return f"{{% {kata} {self.sisa} %}}{{% end{kata} %}}"

    @property
    def setting(self) -> bool:
        """Tell whether the tag gives a name a value, and so needs no end."""
        return self.kata == "set" and "=" in self.isi

    @property
    def sebutan(self) -> str:
        """Return what the tag begins with, to name it: {%p."""
        return f"{{{self.jenis}{self.lingkup}"


def find_perintah(teks: str) -> Iterator[Perintah]:
    """Yield the tags of a paragraph that can be read, comments left out."""
    for found in PERINTAH.findall(_plain_quotes(teks)):
        match = ISI.fullmatch(found)
        if match and match[1] != "#" and not _is_mistyped(found):
            yield Perintah(match[1], match[2] or "", match[3].strip())


def _is_mistyped(perintah: str) -> bool:
    return bool(SISA.search(perintah[2:-2]) or _apart(perintah))


def _apart(perintah: str) -> re.Match[str] | None:
    """Match a command whose first letters stand apart, as in {% p if."""
    return TERPISAH.match(perintah[2:]) if perintah[1] == "%" else None


def find_salah_tulis(teks: str, *, dalam_baris: bool) -> Iterator[str]:
    """Yield what is wrong with how the tags of a paragraph are typed."""
    for found in PERINTAH.findall(teks):
        if found[1] != "#" and SISA.search(found[2:-2]):
            yield f"tanda '{found[:2]}' tidak ditutup dengan '{TUTUP[found[:2]]}'"
        elif match := _apart(found):
            yield f"tulis '{{%{match[1]}' tanpa spasi di antaranya"
    for tanda in SISA.findall(PERINTAH.sub("", teks)):
        if tanda in TUTUP:
            yield f"tanda '{tanda}' tidak ditutup dengan '{TUTUP[tanda]}' di paragraf yang sama"
        else:
            yield f"tanda '{tanda}' tanpa pembukanya"
    yield from _misplaced(teks, dalam_baris=dalam_baris)


def _misplaced(teks: str, *, dalam_baris: bool) -> Iterator[str]:
    around = PERINTAH.sub("", teks).strip()
    perintah = tuple(find_perintah(teks))
    for one in perintah:
        if one.lingkup in {"tr", "tc"} and not dalam_baris:
            yield f"'{one.sebutan}' hanya untuk baris tabel"
        elif one.lingkup in {"tr", "p"} and (around or len(perintah) > 1):
            yield f"'{one.sebutan}' harus sendirian di paragrafnya; teks di sekitarnya akan hilang"
        elif one.lingkup and re.search(r"[%}]", one.isi):
            yield f"tanda % dan }} tidak dapat dipakai di dalam '{one.sebutan}'"


def _plain_quotes(teks: str) -> str:
    """Return a text with the quotes that Word makes curly as a tag needs them."""
    return teks.translate(str.maketrans("“”‘’", "\"\"''"))
