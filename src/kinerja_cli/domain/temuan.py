"""Findings: a rule of the catalogue that was broken, where, and with which facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from kinerja_cli.domain.antarproses import travels_light
from kinerja_cli.domain.buku import address
from kinerja_cli.domain.tulisan import quote, visible

if TYPE_CHECKING:
    from kinerja_cli.domain.katalog import JenisTemuan


class Tingkat(Enum):
    """How grave a finding is; one galat refuses the whole workbook."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


@travels_light
@dataclass(frozen=True, slots=True)
class Tempat:
    """A place that a person can go to; `baris` and `kolom` count from 1, 0 where none is meant."""

    berkas: str
    lembar: str = ""
    baris: int = 0
    kolom: int = 0

    @property
    def sel(self) -> str:
        """Return the cell's address as a spreadsheet shows it, or "" for a whole sheet or file."""
        return address(self.baris, self.kolom) if self.baris and self.kolom else ""

    def __str__(self) -> str:
        """Show the place as `berkas.xlsx · Lembar!D7`."""
        cell = f"!{self.sel}" if self.sel else ""
        return f"{self.berkas} · {visible(self.lembar)}{cell}" if self.lembar else self.berkas


@travels_light
@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding; the message is filled strictly: a missing fact is a bug and raises KeyError."""

    jenis: JenisTemuan
    tempat: Tempat
    fakta: Mapping[str, str] = field(default_factory=dict)

    @property
    def pesan(self) -> str:
        """Return the message in Indonesian with the facts in it."""
        return self.jenis.pesan.format_map(self._quoted())

    @property
    def saran(self) -> str:
        """Return what to do about it, in Indonesian."""
        return self.jenis.saran.format_map(self._quoted())

    def _quoted(self) -> Mapping[str, str]:
        """Return the facts as a line of a message holds them: they come from anybody's workbook."""
        return {nama: quote(teks) for nama, teks in self.fakta.items()}

    def tingkat(self, diatur: Mapping[str, Tingkat]) -> Tingkat:
        """Return the level that the office set for this code, else the catalogue's."""
        return diatur.get(self.jenis.kode, self.jenis.tingkat)


def has_galat(temuan: Iterable[Temuan], diatur: Mapping[str, Tingkat]) -> bool:
    """Tell whether any of the findings is a galat by the office's levels."""
    return any(x.tingkat(diatur) is Tingkat.GALAT for x in temuan)
