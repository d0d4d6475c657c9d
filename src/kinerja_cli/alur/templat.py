"""kinerja templat: the shipped template for the office to change, and a template checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.berkas import read_whole, write_whole
from kinerja_cli.adapter.lakip.coba_templat import try_templat
from kinerja_cli.adapter.lakip.periksa_templat import Cacat, used_variables
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.galat import KinerjaError

TEMPLAT = {"lakip": "lakip.docx"}
"""The templates that an office may change, by the name that the command knows."""


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """A template that was checked: its faults, and what the shipped one names beside it."""

    path: Path
    milik_kantor: bool
    cacat: tuple[Cacat, ...]
    tidak_dipakai: tuple[str, ...]


def templat_in_force(ruang: Ruang, nama: str = "lakip") -> Path:
    """Return the office's own template, or the shipped one where it has none."""
    own = ruang.templat / TEMPLAT[nama]
    return own if own.is_file() else shipped(f"templates/{TEMPLAT[nama]}")


def copy_templat(ruang: Ruang, nama: str) -> Path:
    """Copy a shipped template into the workspace and return where it lies.

    Raises KinerjaError for a name that nobody knows, and where the office has one already.
    """
    if nama not in TEMPLAT:
        message = f"Templat '{nama}' tidak dikenal; yang ada: {', '.join(TEMPLAT)}."
        raise KinerjaError(message)
    target = ruang.templat / TEMPLAT[nama]
    if target.exists():
        message = (
            f"{ruang.relative(target)} sudah ada dan tidak ditimpa. Ganti namanya lebih dahulu "
            "bila memerlukan salinan baru."
        )
        raise KinerjaError(message)
    write_whole(target, read_whole(shipped(f"templates/{TEMPLAT[nama]}")))
    return target


def check_templat(ruang: Ruang, berkas: Path | None) -> HasilPeriksa:
    """Return every fault of a template; without one named, of that in force."""
    path = berkas or templat_in_force(ruang)
    isi = read_whole(path)
    cacat = try_templat(isi)
    bawaan = shipped(f"templates/{TEMPLAT['lakip']}")
    names = used_variables(read_whole(bawaan))
    unused = () if cacat else tuple(sorted(names - used_variables(isi)))
    return HasilPeriksa(path, path != bawaan, cacat, unused)
