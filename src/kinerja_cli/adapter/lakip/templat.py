"""Fills a Word template of the office: sandboxed, escaped, every unknown name an error."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO

from docx.document import Document as Dokumen
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from kinerja_cli.adapter.lakip.kata_jinja import GALAT_JINJA, explain_jinja, make_lingkungan
from kinerja_cli.adapter.lakip.periksa_templat import BUKAN_WORD, RUSAK, check_templat
from kinerja_cli.adapter.lakip.variabel_templat import RagamTemplat
from kinerja_cli.domain.galat import KinerjaError

INDUK = "/attachedTemplate"
"""Ends the type of a relation to a template's own template, in either standard."""


class _Templat(DocxTemplate):  # type: ignore[misc] # docxtpl ships no types
    """Prepares each part for Jinja once: a report fills its template twice, papers for each unit.

    What the library makes of a part depends on nothing but the part.
    """

    def patch_xml(self, src_xml: str) -> str:
        return _patched(src_xml)


@lru_cache(maxsize=32)
def _patched(src_xml: str) -> str:
    patched: str = DocxTemplate(BytesIO()).patch_xml(src_xml)
    return patched


class TemplatRusakError(KinerjaError):
    """The template cannot be filled: it is no Word file, or a tag in it is wrong."""

    def __init__(self, ragam: RagamTemplat, sebab: str) -> None:
        """Say what is wrong with which kind of template, and how to go on."""
        super().__init__(
            f"Templat {ragam.sebutan}: {sebab}. Perbaiki templat di Word lalu jalankan "
            "`kinerja templat periksa`, atau pakai templat bawaan."
        )


def render_templat(templat: bytes, konteks: Mapping[str, object], ragam: RagamTemplat) -> Dokumen:
    """Return the template filled with these variables; raises TemplatRusakError.

    An unknown name is found in a part, too, that is not printed this time.
    """
    try:
        berkas = _Templat(BytesIO(templat))
        berkas.init_docx()
    except RUSAK as error:
        raise TemplatRusakError(ragam, BUKAN_WORD) from error
    try:
        unknown = _variables(templat) - konteks.keys()
        if not unknown:
            berkas.render(dict(konteks), make_lingkungan(), autoescape=True)
    except (*GALAT_JINJA, SyntaxError) as error:  # the latter for XML that no longer fits
        raise TemplatRusakError(ragam, _explain(templat, ragam, error)) from error
    if unknown:
        raise TemplatRusakError(ragam, _explain(templat, ragam, LookupError(*sorted(unknown))))
    dokumen: Dokumen = berkas.docx  # get_docx() would load the template anew
    _detach(dokumen)
    return dokumen


@lru_cache(maxsize=16)
def _variables(templat: bytes) -> frozenset[str]:
    """Return the names that a template asks for; looking takes as long as filling."""
    berkas = _Templat(BytesIO(templat))
    return frozenset(berkas.get_undeclared_template_variables(make_lingkungan()))


def _detach(dokumen: Dokumen) -> None:
    """Take off the link to the template's own template: Word would fetch it, wherever it lies."""
    for bagian in dokumen.part.package.iter_parts():
        for rid in [x for x, rel in bagian.rels.items() if rel.reltype.endswith(INDUK)]:
            bagian.rels.pop(rid)
        if isinstance(bagian, XmlPart):
            for link in list(bagian.element.iter(qn("w:attachedTemplate"))):
                link.getparent().remove(link)


def _explain(templat: bytes, ragam: RagamTemplat, error: Exception) -> str:
    """Name the first fault with its paragraph; what the check does not know, in Jinja's words."""
    faults = check_templat(templat, ragam)
    if not faults:
        return explain_jinja(error)
    more = f" (dan {len(faults) - 1} lainnya)" if len(faults) > 1 else ""
    return f"{faults[0]}{more}"
