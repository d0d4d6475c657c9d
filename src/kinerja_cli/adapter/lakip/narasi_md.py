"""The office's own texts: Markdown with Jinja in it, read into headings, lists, tables, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType

from jinja2 import TemplateSyntaxError
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from kinerja_cli.adapter.lakip.kata_jinja import GALAT_JINJA, explain_jinja, make_lingkungan
from kinerja_cli.domain.galat import KinerjaError

_KETERANGAN = re.compile(r"<!--.*?-->", re.DOTALL)
_TANDA_BACA = re.compile(r"([!-/:-@\[-`{-~])")
_LAIN = re.compile(r"\{%|\{\{(?!\s*[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d+\])*\s*\}\})")
"""A command, or braces around more than a name."""

_PEMBUKA = re.compile(r"\{%-?\s*(end)?(\w+)")
_ATURAN = ("table", "list", "heading", "newline", "escape", "entity", "emphasis")
"""All that is read as markup: no HTML, links, pictures or code."""


@dataclass(frozen=True, slots=True)
class BerkasNarasi:
    """A text as it lies in the workspace, with the name that a message gives it."""

    nama: str
    teks: str


@dataclass(frozen=True, slots=True)
class Potongan:
    """Words of one look."""

    teks: str
    tebal: bool = False
    miring: bool = False


Kata = tuple[Potongan, ...]


@dataclass(frozen=True, slots=True)
class JudulMd:
    """A heading; `tingkat` counts from 1 below the section that the text stands in."""

    tingkat: int
    isi: Kata


@dataclass(frozen=True, slots=True)
class ParagrafMd:
    """A paragraph."""

    isi: Kata


@dataclass(frozen=True, slots=True)
class ButirMd:
    """An item of a list: its mark ("•", "7.", "" for what follows), depth from 0, words."""

    tanda: str
    kedalaman: int
    isi: Kata


@dataclass(frozen=True, slots=True)
class TabelMd:
    """A table: alignment of each column ("left", "center", "right"), head, rows."""

    rata: tuple[str, ...]
    kepala: tuple[Kata, ...]
    baris: tuple[tuple[Kata, ...], ...]


BlokMd = JudulMd | ParagrafMd | ButirMd | TabelMd


class NarasiRusakError(KinerjaError):
    """A text in narasi/ cannot be rendered; the message names file and line."""

    def __init__(self, berkas: str, baris: int, sebab: str) -> None:
        """Say where and what."""
        super().__init__(f"{berkas} baris {baris}: {sebab}. Perbaiki berkas itu, lalu ulangi.")


def is_written(teks: str) -> bool:
    """Tell whether a text holds anything beside its guidance."""
    return bool(_drop_guidance(teks).strip())


def has_perintah(berkas: Iterable[BerkasNarasi]) -> bool:
    """Tell whether any text does more than name variables: only then can it take long."""
    return any(_LAIN.search(_drop_guidance(x.teks)) for x in berkas)


def read_narasi(berkas: BerkasNarasi, konteks: Mapping[str, object]) -> tuple[BlokMd, ...]:
    """Return the blocks of a text with its variables filled in; raises NarasiRusakError.

    A value never becomes markup: whatever stands in it is printed as it is.
    """
    source = _drop_guidance(berkas.teks)
    try:
        rendered = make_lingkungan(finalize=_escape).from_string(source).render(konteks)
    except TemplateSyntaxError as error:
        baris = (
            _unclosed(source) if str(error.message).startswith("Unexpected end") else error.lineno
        )
        raise NarasiRusakError(berkas.nama, baris, explain_jinja(error)) from error
    except GALAT_JINJA as error:
        baris = _line_of(error.__traceback__)
        raise NarasiRusakError(berkas.nama, baris, explain_jinja(error)) from error
    tokens = MarkdownIt("zero").enable(_ATURAN).parse(rendered)
    return tuple(_blocks(SyntaxTreeNode(tokens).children))


def _drop_guidance(teks: str) -> str:
    """Blank out the comments, line by line, so that lines keep their numbers."""
    return _KETERANGAN.sub(lambda x: "\n" * x[0].count("\n"), teks)


def _escape(nilai: object) -> object:
    """Return a value on one line in which no character counts as markup."""
    if isinstance(nilai, Markup):  # what a macro of the text itself returns
        return nilai
    return Markup(_TANDA_BACA.sub(r"\\\1", " ".join(str(nilai).split())))  # noqa: S704 - no HTML


def _unclosed(teks: str) -> int:
    """Return the line of the block that is never closed."""
    terbuka: list[tuple[str, int]] = []
    for nomor, baris in enumerate(teks.splitlines(), 1):
        for tutup, kata in _PEMBUKA.findall(baris):
            if tutup:
                terbuka = terbuka[:-1]
            elif kata in {"if", "for", "macro", "with", "set", "filter", "call", "raw"}:
                terbuka.append((kata, nomor))
    return terbuka[-1][1] if terbuka else max(1, teks.count("\n"))


def _line_of(jejak: TracebackType | None) -> int:
    """Return the line of the text where rendering stopped: Jinja puts it into the traceback."""
    baris = 1
    while jejak is not None:
        if jejak.tb_frame.f_code.co_filename == "<template>":
            baris = jejak.tb_lineno
        jejak = jejak.tb_next
    return baris


def _blocks(nodes: Sequence[SyntaxTreeNode], kedalaman: int = 0) -> Iterator[BlokMd]:
    for node in nodes:
        if node.type == "heading":
            yield JudulMd(int(node.tag[1:]), _words(node))
        elif node.type == "table":
            yield _table(node)
        elif node.type in {"bullet_list", "ordered_list"}:
            yield from _items(node, kedalaman)
        else:
            yield ParagrafMd(_words(node))


def _items(daftar: SyntaxTreeNode, kedalaman: int) -> Iterator[BlokMd]:
    nomor = int(daftar.attrs.get("start", 1))
    for urut, item in enumerate(daftar.children, nomor):
        tanda = "•" if daftar.type == "bullet_list" else f"{urut}{item.markup}"
        for blok in _blocks(item.children, kedalaman + 1):
            if isinstance(blok, ParagrafMd):
                yield ButirMd(tanda, kedalaman, blok.isi)
                tanda = ""
            else:
                yield blok


def _table(node: SyntaxTreeNode) -> TabelMd:
    rows = [row for part in node.children for row in part.children]
    head, *body = (tuple(_words(cell) for cell in row.children) for row in rows)
    sides = (str(x.attrs.get("style", "")) for x in rows[0].children)
    return TabelMd(tuple(x.removeprefix("text-align:") or "left" for x in sides), head, tuple(body))


def _words(node: SyntaxTreeNode) -> Kata:
    return tuple(_runs(node.children, tebal=False, miring=False))


def _runs(nodes: Sequence[SyntaxTreeNode], *, tebal: bool, miring: bool) -> Iterator[Potongan]:
    for node in nodes:
        if node.type in {"softbreak", "hardbreak"}:
            yield Potongan(" ", tebal, miring)
        elif node.type == "text":
            if node.content:  # the parser leaves empty ones where emphasis begins and ends
                yield Potongan(node.content, tebal, miring)
        else:
            yield from _runs(
                node.children,
                tebal=tebal or node.type == "strong",
                miring=miring or node.type == "em",
            )
