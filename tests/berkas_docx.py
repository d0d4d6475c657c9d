"""Small Word files drawn part by part, for what python-docx does not write."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKET = "http://schemas.openxmlformats.org/package/2006"
UTAMA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

JENIS = (
    f'<Types xmlns="{PAKET}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{UTAMA}"/></Types>'
)


def relasi(*pasangan: tuple[str, str]) -> str:
    """Return a part of relations: (type, target) each."""
    isi = "".join(
        f'<Relationship Id="r{ke}" Type="{R}/{jenis}" Target="{tujuan}"/>'
        for ke, (jenis, tujuan) in enumerate(pasangan)
    )
    return f'<Relationships xmlns="{PAKET}/relationships">{isi}</Relationships>'


def badan(isi: str) -> str:
    """Return the main part with this in its body."""
    return f'<w:document xmlns:w="{W}"><w:body>{isi}</w:body></w:document>'


def p(teks: str, sifat: str = "") -> str:
    """Return a paragraph of one run."""
    sifat = f"<w:pPr>{sifat}</w:pPr>" if sifat else ""
    return f"<w:p>{sifat}<w:r><w:t>{teks}</w:t></w:r></w:p>"


def tc(teks: str, sifat: str = "") -> str:
    """Return a cell of one paragraph."""
    return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{p(teks)}</w:tc>"


def tr(*sel: str, sifat: str = "") -> str:
    """Return a row."""
    return f"<w:tr><w:trPr>{sifat}</w:trPr>{''.join(sel)}</w:tr>"


def docx(isi: str, bagian: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return the bytes of a document with this in its body, and these other parts."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": JENIS,
        "_rels/.rels": relasi(("officeDocument", "word/document.xml")),
        "word/document.xml": badan(isi),
        **(bagian or {}),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as paket:
        for nama, one in parts.items():
            if one:
                paket.writestr(nama, one)
    return stream.getvalue()
