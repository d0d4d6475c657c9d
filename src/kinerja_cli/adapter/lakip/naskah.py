"""The rendered document while it is being finished: its paragraphs and its styles by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from docx.document import Document as Dokumen

from kinerja_cli.adapter.lakip.kata_word import Unsur, paragraphs, style_id
from kinerja_cli.adapter.lakip.nama_xml import qn

JUDUL = ("heading 1", "heading 2", "heading 3", "heading 4")
BAB = JUDUL[0]


class Naskah:
    """One document; styles are known by name, for Word translates their ids."""

    def __init__(self, dokumen: Dokumen) -> None:
        """Keep the document."""
        self.dokumen = dokumen

    @property
    def body(self) -> Unsur:
        """Return the body."""
        body: Unsur = self.dokumen.element.body
        return body

    @property
    def paragraf(self) -> list[Unsur]:
        """Return every paragraph in reading order, as the document is now."""
        return list(paragraphs(self.body))

    @cached_property
    def _names(self) -> Mapping[str, str]:
        styles = self.dokumen.styles.element.iter(qn("w:style"))
        return {
            str(x.get(qn("w:styleId"))): str(x.find(qn("w:name")).get(qn("w:val"))).lower()
            for x in styles
        }

    def style(self, paragraph: Unsur) -> str:
        """Return the name of a paragraph's style in small letters; "" for the default."""
        return self._names.get(style_id(paragraph), "")

    def id_of(self, nama: str) -> str:
        """Return the id of a style by its name in small letters, or "" where there is none."""
        return next((kode for kode, x in self._names.items() if x == nama), "")
