"""Which number format a cell style means, and whether it shows a number as a date."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kinerja_cli.adapter.buku_xlsx.xml import BAGIAN_KECIL, Unsur, read_elements
from kinerja_cli.domain.buku import JenisSel

# Days between the first day of the 1904 system (old Macintosh files) and that of 1900.
GESER_1904 = 1462

_TANGGAL_TIMUR = "yyyy/mm/dd"  # East Asian calendars; Excel shows them by the language it runs in

# ECMA-376 part 1, 18.8.30: the formats that a file names by number alone.
_BAWAAN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);\\("$"#,##0\\)',
    6: '"$"#,##0_);[Red]\\("$"#,##0\\)',
    7: '"$"#,##0.00_);\\("$"#,##0.00\\)',
    8: '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), _TANGGAL_TIMUR),
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}

# What only looks like letters of a date: quoted text, an escaped, padding or repeated character,
# a colour, condition, currency or language in brackets; elapsed time in brackets stays.
_BUKAN_HURUF = re.compile(
    r'"[^"]*"?|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE | re.DOTALL
)
_HURUF_TANGGAL = re.compile(r"[dmyhs]", re.IGNORECASE)
# Excel's own bound; a longer code is no format, and its brackets could cost quadratic time.
_MAKS_KODE = 255


@dataclass(frozen=True, slots=True)
class FormatAngka:
    """How a style shows a number: its code, the kind it makes of it, the days to add to it."""

    kode: str
    jenis: JenisSel
    geser: int = 0


_UNSUR = frozenset({"numFmt", "xf"})

UMUM = FormatAngka("General", JenisSel.ANGKA)


@lru_cache(maxsize=1024)
def number_format(kode: str, *, sejak_1904: bool = False) -> FormatAngka:
    """Return what a format code means; elapsed time counts hours and never starts in 1904."""
    huruf = _BUKAN_HURUF.sub("", kode[:_MAKS_KODE])
    if _HURUF_TANGGAL.search(huruf):
        geser = GESER_1904 if sejak_1904 and "[" not in huruf else 0
        return FormatAngka(kode, JenisSel.TANGGAL, geser)
    return FormatAngka(kode, JenisSel.ANGKA)


def read_gaya(isi: bytes | None, *, sejak_1904: bool) -> Mapping[str, FormatAngka]:
    """Return the number format of each cell style, by its index as cells write it.

    A file without styles (None) has only General, whatever its cells say.
    """
    if isi is None:
        return defaultdict(lambda: UMUM)
    return (_read_again if len(isi) <= BAGIAN_KECIL else _read_gaya)(isi, sejak_1904=sejak_1904)


def _read_gaya(isi: bytes, *, sejak_1904: bool) -> Mapping[str, FormatAngka]:
    unsur = read_elements(isi, _UNSUR)
    kode = {
        x.atribut.get("numFmtId", ""): x.atribut.get("formatCode", "")
        for x in unsur
        if x.nama == "numFmt" and x.induk == "numFmts"
    }
    sel = (x for x in unsur if x.nama == "xf" and x.induk == "cellXfs")
    gaya = {
        str(nomor): number_format(_code(x, kode), sejak_1904=sejak_1904)
        for nomor, x in enumerate(sel)
    }
    return gaya or {"0": UMUM}


_read_again = lru_cache(maxsize=64)(_read_gaya)


def _code(xf: Unsur, khusus: Mapping[str, str]) -> str:
    """Return the format code of a style: the file's own, a built-in one, or General."""
    nomor = xf.atribut.get("numFmtId", "0")
    bawaan = _BAWAAN.get(int(nomor), "") if nomor.isdecimal() and len(nomor) <= 3 else ""  # noqa: PLR2004
    return khusus.get(nomor) or bawaan or UMUM.kode
