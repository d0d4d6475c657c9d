"""Characters that nobody can see: what texts, names and quotations have in their place."""

from __future__ import annotations

import re

PENGGANTI = "\ufffd"
"""Unicode's own mark for a character that could not be shown; no figure is read with it."""

KUTIPAN_TERPANJANG = 500
"""Characters of a text that a message quotes; the cell itself has the rest."""

# Controls beside tab and line breaks, overrides of the direction of writing, halves of
# characters, and what Unicode will never give a meaning: XML refuses most of them.
_TAK_TERTULIS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# Those, and characters without any width.
_TERSEMBUNYI = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\ufffb\ufffe\uffff"
)
PENGENDALI = re.compile(f"[{_TERSEMBUNYI}]")
"""What may steer a terminal or hide on it, in texts that have tabs and line breaks of their own."""
TAK_TERLIHAT = re.compile(f"[\t\n{_TERSEMBUNYI}]")
"""What nobody sees in a name: tabs and line breaks, too."""


_MIRIP = re.compile(
    "[\u0400-\u052f\u0531-\u0556\u13a0-\u13ff\uab70-\uabbf\uff21-\uff3a\uff41-\uff5a]"
    "|(?<=[A-Za-z])[\u0370-\u03ff]|[\u0370-\u03ff](?=[A-Za-z])"
)
"""Letters that no Indonesian word has and that look like ours; of Greek those beside a Latin one,
for some stand for themselves."""


def readable(teks: str) -> str:
    """Return a text that can stand in any document: what nobody can write becomes `PENGGANTI`.

    It stays visible that something stood there, and a figure with it is no figure.
    """
    return teks if teks.isprintable() else _TAK_TERTULIS.sub(PENGGANTI, teks)


def visible(teks: str) -> str:
    """Return a name on one line, what cannot be seen as its number: <202E>.

    A letter of another script that looks like one of ours has its number behind it.
    """
    if teks.isascii() and teks.isprintable():
        return teks
    shown = TAK_TERLIHAT.sub(lambda x: f"<{ord(x[0]):04X}>", teks)
    return _MIRIP.sub(lambda x: f"{x[0]}<{ord(x[0]):04X}>", shown)


def quote(teks: str) -> str:
    """Return a text as a message quotes it: visible, white space folded, cut where it is long."""
    line = visible(" ".join(teks[: 2 * KUTIPAN_TERPANJANG].split()))
    return line if len(line) <= KUTIPAN_TERPANJANG else f"{line[:KUTIPAN_TERPANJANG]}…"
