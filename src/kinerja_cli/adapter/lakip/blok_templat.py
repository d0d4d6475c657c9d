"""Walks through the tags of a template in order: which blocks are open, which names they make."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from jinja2 import TemplateError

from kinerja_cli.adapter.lakip.kata_jinja import explain_jinja, make_lingkungan
from kinerja_cli.adapter.lakip.perintah_templat import DENGAN_NILAI, TANPA_NILAI, Perintah
from kinerja_cli.adapter.lakip.variabel_templat import LAIN, Pelacak, names_of

PEMBUKA = frozenset({"for", "if", "with", "set", "macro", "call", "filter", "raw"})
TENGAH = frozenset({"else", "elif"})
BERKAS_LAIN = frozenset({"include", "import", "from", "extends", "block"})
DIKENAL = PEMBUKA | TENGAH | BERKAS_LAIN | TANPA_NILAI | DENGAN_NILAI | {f"end{x}" for x in PEMBUKA}

_SASARAN_FOR = re.compile(r"for\s+(\w+)")
Tempat = TypeVar("Tempat")


@dataclass(slots=True)
class _Blok(Generic[Tempat]):
    """A block that is open: its tag, where it stands, and the names that live inside."""

    perintah: Perintah
    tempat: Tempat
    nama: dict[str, Any] = field(default_factory=dict)


class Pemeriksa(Generic[Tempat]):
    """Takes one tag after another and says what is wrong with it where it stands."""

    def __init__(self, variabel: Mapping[str, Any]) -> None:
        """Start outside of all blocks, with the variables of the template."""
        self._lingkungan = make_lingkungan()
        self._blok: list[_Blok[Tempat]] = []
        self._akar = {**dict.fromkeys(self._lingkungan.globals, LAIN), **variabel}

    def check(self, perintah: Perintah, tempat: Tempat) -> Iterator[str]:
        """Yield what is wrong with a tag."""
        kata = perintah.kata
        if perintah.jenis == "{" or kata in DENGAN_NILAI:
            yield from self._check_names(perintah)
        elif kata not in DIKENAL:
            near = difflib.get_close_matches(kata, sorted(DIKENAL - BERKAS_LAIN), n=1)
            yield f"perintah '{kata}' tidak dikenal" + (f"; maksudnya '{near[0]}'?" if near else "")
            if near:  # what it was meant to be keeps its block from seeming broken too
                meant = replace(perintah, isi=f"{near[0]} {perintah.sisa}".strip())
                yield from self.check(meant, tempat)
        elif kata in BERKAS_LAIN:
            yield f"perintah '{kata}' tidak dapat dipakai di templat"
        elif kata.startswith("end"):
            yield from self._close(perintah)
        elif kata in TENGAH:
            yield from self._continue(perintah)
        elif kata in PEMBUKA:
            yield from self._open(perintah, tempat)

    def finish(self) -> Iterator[tuple[Tempat, str]]:
        """Yield the blocks that nobody closed, each at its opening."""
        for blok in self._blok:
            kata = blok.perintah.kata
            yield blok.tempat, f"'{kata}' tidak ditutup dengan 'end{kata}'"

    def _open(self, perintah: Perintah, tempat: Tempat) -> Iterator[str]:
        blok = _Blok(perintah, tempat)
        yield from self._check_names(perintah, blok.nama)
        if perintah.setting or perintah.kata == "macro":  # known from here on, not only inside
            (self._blok[-1].nama if self._blok else self._akar).update(blok.nama)
        if not perintah.setting:
            self._blok.append(blok)

    def _close(self, perintah: Perintah) -> Iterator[str]:
        kata = perintah.kata.removeprefix("end")
        if not any(x.perintah.kata == kata for x in self._blok):
            yield f"'{perintah.kata}' tanpa pembukanya"
            return
        blok = self._blok.pop()
        while blok.perintah.kata != kata:
            yield f"'{perintah.kata}' ada sebelum 'end{blok.perintah.kata}'"
            blok = self._blok.pop()
        if blok.perintah.lingkup != perintah.lingkup:
            yield (
                f"pasangan '{blok.perintah.sebutan} {kata}' adalah '{blok.perintah.sebutan} "
                f"{perintah.kata}', bukan '{perintah.sebutan} {perintah.kata}'"
            )

    def _continue(self, perintah: Perintah) -> Iterator[str]:
        if not self._blok:
            yield f"'{perintah.kata}' tanpa pembukanya"
        if perintah.kata == "elif":
            yield from self._check_names(perintah)

    def _check_names(self, perintah: Perintah, nama: dict[str, Any] | None = None) -> Iterator[str]:
        """Compile a tag and follow its names; `nama` receives those that it makes."""
        made: dict[str, Any] = {} if nama is None else nama
        scope = self._scope()
        try:
            self._lingkungan.from_string(perintah.snippet)
            tree = self._lingkungan.parse(perintah.snippet)
        except TemplateError as error:
            made.update(dict.fromkeys(_SASARAN_FOR.findall(perintah.isi), LAIN))
            yield explain_jinja(error)
            return
        if perintah.jenis == "%":
            made.update(names_of(tree, scope))
        tracker = Pelacak({**scope, **made})
        tracker.resolve(tree)
        yield from tracker.masalah

    def _scope(self) -> dict[str, Any]:
        scope = dict(self._akar)
        for blok in self._blok:
            scope |= blok.nama
        return scope
