"""Who is changing the store now, noted beside it for the next who has to wait.

The lock itself is SQLite's: the system frees it when a process dies, so a note that was left behind
holds nobody up and is written over.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from kinerja_cli.domain.tanggal import format_tanggal


@dataclass(frozen=True, slots=True)
class Pemakai:
    """A run that holds the store: its process, computer, person, command, and since when."""

    proses: int
    komputer: str
    pengguna: str
    perintah: str
    sejak: str

    def __str__(self) -> str:
        """Say who, where and since when in one clause, the time as it is here."""
        sejak = datetime.fromisoformat(self.sejak).astimezone()
        who = f"{self.pengguna} di komputer {self.komputer} ({self.perintah}, proses {self.proses})"
        shown = f"{who} sejak {format_tanggal(sejak)} pukul {sejak:%H.%M}"
        return "".join(x for x in shown if x.isprintable())


def pemakai_of(basisdata: Path) -> Path:
    """Return the path of the note beside a store."""
    return basisdata.with_name("pemakai.json")


@contextlib.contextmanager
def note_pemakai(basisdata: Path) -> Iterator[bool]:
    """Note this run beside the store that it has locked, until it is done.

    Tells whether there was a note still: the run before it was stopped.
    """
    path = pemakai_of(basisdata)
    stopped = path.exists()
    # The note only serves a message: a run that may not write it goes on all the same.
    with contextlib.suppress(OSError):
        path.write_text(json.dumps(asdict(_this_run()), ensure_ascii=False), encoding="utf-8")
    try:
        yield stopped
    finally:
        with contextlib.suppress(OSError):
            path.unlink()


def read_pemakai(basisdata: Path) -> Pemakai | None:
    """Return who holds the store as the note says, or None where it says nothing readable."""
    try:
        pemakai = Pemakai(**json.loads(pemakai_of(basisdata).read_text(encoding="utf-8")))
        datetime.fromisoformat(pemakai.sejak)
    except (OSError, ValueError, TypeError):
        return None
    return pemakai


def _this_run() -> Pemakai:
    return Pemakai(
        os.getpid(),
        platform.node() or "ini",
        _user_name(),
        " ".join(["kinerja", *sys.argv[1:2]]),
        datetime.now().astimezone().isoformat(timespec="seconds"),
    )


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or Windows without USERNAME
        return "seseorang"
