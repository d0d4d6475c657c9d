"""Finds what is shipped with the program: templates and the example, in a wheel or a checkout."""

from __future__ import annotations

from pathlib import Path

_PAKET = Path(__file__).resolve().parent.parent
_AKAR = (_PAKET / "bawaan", _PAKET.parent.parent)
"""In a wheel both folders lie inside the package, in a checkout at the top of the repository."""


def shipped(nama: str) -> Path:
    """Return the path of a shipped file or folder; a missing one is a broken installation."""
    for akar in _AKAR:
        if (akar / nama).exists():
            return akar / nama
    message = f"'{nama}' tidak ikut terpasang"
    raise FileNotFoundError(message)
