"""The words of a Word paragraph as HTML: looks, links instead of fields, pictures in place."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from kinerja_cli.adapter.lakip.grafik import Grafik
from kinerja_cli.adapter.lakip.kata_word import Unsur
from kinerja_cli.adapter.lakip.nama_xml import qn
from kinerja_cli.adapter.lakip.naskah import Naskah
from kinerja_cli.adapter.lakip.svg import draw_svg

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
GAMBAR = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
LOMPAT = ("_Toc", "_Ref")
"""Bookmarks that something in the file leads to begin so."""


class Kata:
    """Writes paragraph after paragraph; a chart is known by the words that stand for it."""

    def __init__(self, naskah: Naskah, grafik: Iterable[Grafik]) -> None:
        """Keep the document and its pictures."""
        self._naskah = naskah
        self._grafik = {x.uraian: x for x in grafik}
        self._tebal = {naskah.id_of("strong")} - {""}
        self._kosong = {naskah.id_of("isian kosong")} - {""}

    def write(self, paragraph: Unsur) -> str:
        """Return the words of a paragraph; "" where nothing is to be seen."""
        return "".join(self._parts(paragraph)).strip()

    def write_entry(self, paragraph: Unsur) -> str:
        """Return a line of a list as a link; page numbers mean nothing on a screen."""
        link = next(paragraph.iter(qn("w:hyperlink")))
        words = "".join(node.text or "" for node in next(link.iter(qn("w:r"))).iter(qn("w:t")))
        return f'<a href="#{escape(link.get(qn("w:anchor")))}">{escape(words)}</a>'

    def _parts(self, paragraph: Unsur) -> Iterator[str]:
        perintah = ""
        for node in paragraph.iter(qn("w:r"), qn("w:bookmarkStart")):
            if node.tag == qn("w:bookmarkStart"):
                nama = node.get(qn("w:name"), "")
                yield f'<a id="{escape(nama)}"></a>' if nama.startswith(LOMPAT) else ""
                continue
            instruction = node.find(qn("w:instrText"))
            if instruction is not None:
                perintah = instruction.text or ""
            if _ends_field(node):
                perintah = ""
            html = self._run(node)
            if html and perintah.split()[:1] == ["REF"]:
                html = f'<a href="#{escape(perintah.split()[1])}">{html}</a>'
            yield html

    def _run(self, run: Unsur) -> str:
        isi = "".join(self._nodes(run))
        sifat = run.find(qn("w:rPr"))
        if sifat is None or not isi:
            return isi
        style = sifat.find(qn("w:rStyle"))
        kode = "" if style is None else style.get(qn("w:val"))
        if kode in self._kosong or sifat.find(qn("w:highlight")) is not None:
            return f"<mark>{isi}</mark>"
        if sifat.find(qn("w:i")) is not None:
            isi = f"<em>{isi}</em>"
        return f"<strong>{isi}</strong>" if _is_bold(sifat) or kode in self._tebal else isi

    def _nodes(self, run: Unsur) -> Iterator[str]:
        for node in run:
            if node.tag == qn("w:t"):
                yield escape(node.text or "", quote=False)
            elif node.tag == qn("w:br"):
                yield "<br>"
            elif node.tag == qn("w:tab"):
                yield " "
            elif node.tag == qn("w:drawing"):
                yield self._drawing(node)

    def _drawing(self, node: Unsur) -> str:
        words = "".join(x.get("descr", "") for x in node.iter(f"{{{WP}}}docPr"))
        if words in self._grafik:
            return draw_svg(self._grafik[words])
        blip = next(node.iter(GAMBAR), None)
        if blip is None:
            return ""
        part = self._naskah.dokumen.part.related_parts[blip.get(qn("r:embed"))]
        data = b64encode(part.blob).decode()
        return f'<img alt="{escape(words)}" src="data:{part.content_type};base64,{data}">'


def _ends_field(run: Unsur) -> bool:
    mark = run.find(qn("w:fldChar"))
    return mark is not None and mark.get(qn("w:fldCharType")) == "end"


def _is_bold(sifat: Unsur) -> bool:
    node = sifat.find(qn("w:b"))
    return node is not None and node.get(qn("w:val"), "1") not in {"0", "false"}
