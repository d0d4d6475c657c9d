"""One table of a TOML file, read key by key: every fault is collected with its exact place."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from kinerja_cli.domain.tulisan import readable

E = TypeVar("E", bound=Enum)
TAHUN_WAJAR = range(2000, 2101)
ANGKA_TERBESAR = 1_000_000
"""Percent and points stay far below it; TOML knows numbers of a thousand million digits."""

DESIMAL = 10
MASALAH_TERBANYAK = 30
"""Faults that a message names; more are counted."""

NILAI_TERPANJANG = 100
"""Characters of a key or a wrong value that a message repeats."""


class Bagian:
    """One table of the file: reads keys by kind, collects faults, notices keys nobody knows."""

    def __init__(
        self, data: Mapping[str, Any], nama: str = "", masalah: list[str] | None = None
    ) -> None:
        """Take a table, its name in the file, and the list that faults go to."""
        self._data = data
        self._nama = nama
        self.masalah: list[str] = [] if masalah is None else masalah
        self._known: set[str] = set()

    def _key(self, kunci: str) -> str:
        shown = kunci[:NILAI_TERPANJANG]
        return f"[{self._nama}] {shown}" if self._nama else shown

    def fault(self, kunci: str, harus: str) -> None:
        """Collect that a key is not what it must be."""
        nilai = self._data.get(kunci)
        shown = "belum diisi" if nilai is None else f"= {_shorten(nilai)}"
        self.masalah.append(f"{self._key(kunci)} {shown}; harus {harus}.")

    def _get(self, kunci: str, bawaan: object = None) -> Any:  # noqa: ANN401 - whatever the file holds
        self._known.add(kunci)
        return self._data.get(kunci, bawaan)

    def table(self, kunci: str) -> Bagian:
        """Return a sub-table; absent counts as empty."""
        nama = f"{self._nama}.{kunci}" if self._nama else kunci
        nilai = self._get(kunci, {})
        if not isinstance(nilai, dict):
            self.fault(kunci, f"sebuah bagian [{nama}]")
            nilai = {}
        return Bagian(nilai, nama, self.masalah)

    def tables(self, kunci: str) -> list[Bagian]:
        """Return an array of tables; absent counts as empty."""
        nama = f"{self._nama}.{kunci}"
        nilai = self._get(kunci, [])
        if not isinstance(nilai, list) or not all(isinstance(x, dict) for x in nilai):
            self.fault(kunci, f"ditulis sebagai bagian [[{nama}]]")
            nilai = []
        return [Bagian(x, f"{nama} ke-{i}", self.masalah) for i, x in enumerate(nilai, 1)]

    def text(self, kunci: str, bawaan: str | None = None) -> str:
        """Return a text; without `bawaan` it must be there and not blank."""
        nilai = self._get(kunci, bawaan)
        if not isinstance(nilai, str) or (bawaan is None and not nilai.strip()):
            self.fault(kunci, "berupa teks di antara tanda kutip")
            return ""
        return readable(nilai.strip())

    def texts(self, kunci: str) -> tuple[str, ...]:
        """Return a list of texts; absent counts as empty."""
        nilai = self._get(kunci, [])
        if not isinstance(nilai, list) or not all(isinstance(x, str) and x.strip() for x in nilai):
            self.fault(kunci, 'daftar teks, misalnya ["Inspektorat", "Bappeda"]')
            return ()
        return tuple(readable(" ".join(x.split())) for x in nilai)

    def flag(self, kunci: str) -> bool:
        """Return true or false; absent counts as false."""
        nilai = self._get(kunci, bawaan=False)
        if not isinstance(nilai, bool):
            self.fault(kunci, "true atau false")
        return nilai is True

    def number(self, kunci: str, bawaan: Decimal | None, *, kata: str = "") -> Decimal | None:
        """Return a number of 0 or more; None where `kata` stands in its place, or on a fault."""
        nilai = self._get(kunci, bawaan)
        if kata and nilai == kata:
            return None
        if not _is_measure(nilai):
            self.fault(kunci, "angka 0 atau lebih" + (f', atau "{kata}"' if kata else ""))
            return None
        return Decimal(nilai)

    def year(self, kunci: str) -> int:
        """Return a year of four digits."""
        nilai = self._get(kunci)
        if type(nilai) is not int or nilai not in TAHUN_WAJAR:
            self.fault(kunci, "tahun empat angka tanpa tanda kutip, misalnya 2021")
            return 0
        return int(nilai)

    def choice(self, kunci: str, kelas: type[E], bawaan: E) -> E:
        """Return the member whose word is the value; absent gives `bawaan`."""
        nilai = self._get(kunci, bawaan.value)
        found = next((x for x in kelas if x.value == nilai), None)
        if found is None:
            self.fault(kunci, "salah satu dari " + ", ".join(f'"{x.value}"' for x in kelas))
        return found or bawaan

    def rest(self) -> Mapping[str, Any]:
        """Return the keys nobody asked for, and count them as known."""
        rest = {kunci: nilai for kunci, nilai in self._data.items() if kunci not in self._known}
        self._known.update(rest)
        return rest

    def close(self) -> None:
        """Name the keys that nobody knows, with the nearest known one."""
        known = sorted(self._known)
        for kunci in self.rest():
            hint = self.suggest(kunci, known) or "; hapus baris itu."
            self.masalah.append(f"{self._key(kunci)} tidak dikenal{hint}")

    def suggest(self, kunci: str, known: Sequence[str], mirip: float = 0.6) -> str:
        """Return "; maksudnya …?" with the nearest known key; "" where none is near.

        Nobody reads so many faults that looking for each would take long.
        """
        if len(self.masalah) >= MASALAH_TERBANYAK:
            return ""
        near = difflib.get_close_matches(kunci[:NILAI_TERPANJANG], known, n=1, cutoff=mirip)
        return f"; maksudnya {near[0]}?" if near else ""


def _is_measure(nilai: object) -> bool:
    """Tell whether a value is a number of 0 or more that a person may have meant."""
    if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal):
        return False
    exact = Decimal(nilai)
    return exact.is_finite() and 0 <= exact <= ANGKA_TERBESAR and _decimals(exact) <= DESIMAL


def _decimals(nilai: Decimal) -> int:
    return -int(nilai.as_tuple().exponent)


def _shorten(nilai: object) -> str:
    text = json.dumps(nilai, default=str)
    return text if len(text) <= NILAI_TERPANJANG else f"{text[:NILAI_TERPANJANG]}…"
