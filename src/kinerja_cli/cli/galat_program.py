"""A bug of the program's own: its traceback goes to a file, and one line says where it is."""

from __future__ import annotations

import platform
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from kinerja_cli import __version__
from kinerja_cli.adapter.berkas import numbered, write_whole
from kinerja_cli.adapter.ruang import find_ruang
from kinerja_cli.domain.galat import KinerjaError

NAMA = "galat-%Y%m%d-%H%M%S.txt"


def report_bug(error: BaseException, argv: Sequence[str]) -> str:
    """Save what is needed to mend a bug and return the line that says where it lies.

    The file holds version, command and traceback, and nothing of what workbooks say beyond it.
    """
    isi = _describe(error, argv)
    nama = f"{datetime.now().astimezone():{NAMA}}"
    for folder in _folders(argv):
        path = next(x for x in numbered(folder / nama) if not x.exists())
        try:
            write_whole(path, isi.encode("utf-8", "backslashreplace"))
        except KinerjaError:
            continue
        return (
            f"Galat program ({type(error).__name__}), bukan kesalahan Anda. "
            f"Rinciannya di '{path}'; kirimkan berkas itu kepada pengelola kinerja."
        )
    return f"Galat program yang rinciannya tidak dapat disimpan.\n{isi}"


def _describe(error: BaseException, argv: Sequence[str]) -> str:
    lines = (
        f"kinerja {__version__}",
        f"Python {platform.python_version()}, {platform.platform()}",
        f"perintah: {' '.join(['kinerja', *argv])}",
        "",
        "".join(traceback.format_exception(error)),
    )
    return "\n".join(lines)


def _folders(argv: Sequence[str]) -> Iterator[Path]:
    """Yield where the file may lie: in the workspace, else where the system keeps such files."""
    ruang = None
    # No workspace, or none that can be looked at: the other place will do.
    with suppress(KinerjaError, OSError, ValueError):
        ruang = find_ruang(_named_ruang(argv))
    if ruang is not None:
        yield ruang.basisdata.parent
    yield Path(tempfile.gettempdir())


def _named_ruang(argv: Sequence[str]) -> Path | None:
    """Return the folder after --ruang, in either way of writing it; the parser is not asked."""
    for kata, berikut in pairwise([*argv, ""]):
        if kata == "--ruang":
            return Path(berikut)
        if kata.startswith("--ruang="):
            return Path(kata.removeprefix("--ruang="))
    return None
