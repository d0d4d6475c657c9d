"""Reports and forms in the workspace: replaced only while they are as the program left them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.adapter.basisdata import Basisdata
from kinerja_cli.adapter.berkas import numbered, read_whole, sha256_of, write_whole
from kinerja_cli.adapter.ruang import Ruang


@dataclass(frozen=True, slots=True)
class Keluaran:
    """A file that was written; `dialihkan` names the edited file that kept its place, if any."""

    path: Path
    dialihkan: Path | None = None


def write_keluaran(ruang: Ruang, db: Basisdata, path: Path, isi: bytes) -> Keluaran:
    """Write an output under its name, or the next number that nobody has edited.

    Raises BerkasTerpakaiError where the file is held open.
    """
    target = next(x for x in numbered(path) if _may_replace(ruang, db, x, isi))
    write_whole(target, isi)
    db.note_written(ruang.relative(target), sha256_of(isi))
    return Keluaran(target, path if target != path else None)


def _may_replace(ruang: Ruang, db: Basisdata, path: Path, isi: bytes) -> bool:
    if not path.exists():
        return True
    present = sha256_of(read_whole(path))
    return present in {db.written_sha256(ruang.relative(path)), sha256_of(isi)}
