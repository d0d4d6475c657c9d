"""What was worked out from files of the workspace, kept beside the store until they change.

It only saves time: where it cannot be written, or is not of today's files, it is worked out again.
Anybody may delete it, and it is no part of the archive.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kinerja_cli import __version__


def read_ingatan(path: Path) -> tuple[str, str]:
    """Return the sha256 and the content of what was kept; two empty texts where nothing was."""
    try:
        sidik, _, isi = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return "", ""
    return sidik, isi


def has_room(path: Path) -> bool:
    """Tell whether there is a store to keep it beside."""
    return path.parent.is_dir()


def keep_ingatan(path: Path, nilai: Any, sumber: Iterable[bytes]) -> None:  # noqa: ANN401 - any JSON
    """Keep a value of JSON with what it was made of."""
    isi = json.dumps(nilai, separators=(",", ":"))
    with contextlib.suppress(OSError):
        path.write_text(f"{sidik_of(isi, sumber)}\n{isi}", encoding="utf-8", newline="\n")


def sidik_of(isi: str, sumber: Iterable[bytes]) -> str:
    """Return a sha256 over the program's version, what a content was made of, and the content."""
    sidik = hashlib.sha256(__version__.encode())
    for part in (*sumber, isi.encode()):
        sidik.update(hashlib.sha256(part).digest())
    return sidik.hexdigest()
