"""Word documents from the office's templates: filled in a sandbox, packed to the same bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from zipfile import BadZipFile

from docx.document import Document as Dokumen
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kinerja_cli.domain.galat import KinerjaError

PANJANG_KUTIPAN = 80
TAHUN_ZIP_PERTAMA = 1980
_NAMA = re.compile(r"'([^']+)'(?: is undefined)?$")


class TemplatRusakError(KinerjaError):
    """A template cannot be filled: it is no Word file, or a tag in it is wrong."""

    def __init__(self, sebab: str) -> None:
        """Say what is wrong and how to go on."""
        super().__init__(f"Templat {sebab}. Perbaiki templat di Word, atau pakai templat bawaan.")


def render_templat(templat: bytes, konteks: Mapping[str, object]) -> Dokumen:
    """Return the template filled with these variables; raises TemplatRusakError."""
    lingkungan = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        berkas = DocxTemplate(BytesIO(templat))
        berkas.init_docx()
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        message = "bukan dokumen Word (.docx) yang utuh"
        raise TemplatRusakError(message) from error
    try:
        _refuse_unknown(berkas, lingkungan, konteks)
        berkas.render(dict(konteks), lingkungan, autoescape=True)
    except TemplateSyntaxError as error:
        message = f"memuat perintah yang keliru{_near(error)}"
        raise TemplatRusakError(message) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise TemplatRusakError(_explain(error)) from error
    dokumen: Dokumen = berkas.docx  # get_docx() would load the template anew
    return dokumen


def _refuse_unknown(
    berkas: DocxTemplate, lingkungan: ImmutableSandboxedEnvironment, konteks: Mapping[str, object]
) -> None:
    """Name every unknown variable at once, before anything is rendered."""
    try:
        unknown = berkas.get_undeclared_template_variables(lingkungan, dict(konteks))
    except TemplateSyntaxError:
        return  # rendering meets it again, and then knows the place
    if unknown:
        raise TemplatRusakError(_name_unknown(*sorted(unknown)))


def _name_unknown(*nama: str) -> str:
    return "memakai variabel yang tidak dikenal: " + ", ".join(f"'{x}'" for x in nama)


def _explain(error: Exception) -> str:
    match = _NAMA.search(str(error))
    if isinstance(error, UndefinedError) and match:
        return _name_unknown(match[1])
    return f"memuat perintah yang tidak dapat dijalankan ({error})"


def _near(error: TemplateSyntaxError) -> str:
    """Quote the paragraph with the wrong tag, where the library knows it."""
    lines = [x.strip() for x in getattr(error, "docx_context", ())]
    wrong = next((x for x in lines[3:] if "{" in x), "")
    return f" di dekat “{wrong[:PANJANG_KUTIPAN]}”" if wrong else ""


def pack_dokumen(dokumen: Dokumen, tanggal: date) -> bytes:
    """Return a document's bytes with fixed times: the same content gives the same bytes."""
    dibuat = datetime.combine(tanggal, time())
    properties = dokumen.core_properties
    properties.created = properties.modified = dibuat
    packed, stream = BytesIO(), BytesIO()
    dokumen.save(packed)
    year = max(tanggal.year, TAHUN_ZIP_PERTAMA)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(stream, "w") as new:
        for nama in old.namelist():
            info = zipfile.ZipInfo(nama, (year, tanggal.month, tanggal.day, 0, 0, 0))
            new.writestr(info, old.read(nama), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
