"""A Word document as bytes: the same content packs to the same bytes."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from io import BytesIO

from docx.document import Document as Dokumen

TAHUN_ZIP_PERTAMA = 1980


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
