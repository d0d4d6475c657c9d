"""How a text becomes the name of a file that Windows, too, accepts."""

from __future__ import annotations

import re
from hashlib import sha256

from kinerja_cli.domain.tulisan import TAK_TERLIHAT

NAMA_TERPANJANG = 80
"""Windows refuses paths above 260 characters; folders need their part."""
BYTE_TERPANJANG = 200
"""Linux counts bytes, 255 to a name; an ending like " - pesan.txt" needs its part."""

_TERLARANG = re.compile(rf'(?:[<>:"/\\|?*]|{TAK_TERLIHAT.pattern})+')
_PERANTI = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3])[ .]*(?:\.|$)",
    re.IGNORECASE,
)
"""Windows opens a device for such a name, whatever stands behind its first point."""


def safe_name(teks: str) -> str:
    """Return a text as a file name that Windows, too, accepts; at most 80 characters.

    A longer text is cut and ends in a digest of itself, so that two never get one name.
    """
    plain = _TERLARANG.sub("-", " ".join(teks.split())).strip(" .") or "tanpa nama"
    named = f"_{plain}" if _PERANTI.match(plain) else plain
    if len(named) <= NAMA_TERPANJANG and len(named.encode()) <= BYTE_TERPANJANG:
        return named
    mark = f"-{sha256(teks.encode(errors='surrogatepass')).hexdigest()[:8]}"
    short = named.encode()[: BYTE_TERPANJANG - len(mark)].decode(errors="ignore")
    return short[: NAMA_TERPANJANG - len(mark)].rstrip(" .") + mark
