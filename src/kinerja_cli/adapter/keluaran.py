"""Reports and forms in the workspace: replaced only while they are as the program left them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.adapter.basisdata import Basisdata
from kinerja_cli.adapter.berkas import numbered, read_whole, sha256_of
from kinerja_cli.adapter.ruang import Ruang


@dataclass(frozen=True, slots=True)
class Keluaran:
    """A file that is written when the store commits, and the sha256 of what is in it.

    `dialihkan` names the edited file that kept its place, if any.
    """

    path: Path
    sha256: str
    dialihkan: Path | None = None


def write_keluaran(ruang: Ruang, db: Basisdata, path: Path, isi: bytes) -> Keluaran:
    """Write an output under its name, or the next number that nobody has edited.

    It takes its place together with all others of this run, when the store commits. Raises
    BerkasTerpakaiError where it cannot be written.
    """
    sha256 = sha256_of(isi)
    target = next(x for x in numbered(path) if _may_replace(ruang, db, x, sha256))
    if db.waiting_sha256(ruang.relative(target)) or _present(target) != sha256:
        db.put_file(ruang.relative(target), isi)
    db.note_written(ruang.relative(target), sha256)
    return Keluaran(target, sha256, path if target != path else None)


def _may_replace(ruang: Ruang, db: Basisdata, path: Path, sha256: str) -> bool:
    nama = ruang.relative(path)
    if db.waiting_sha256(nama):
        return True
    return _present(path) in {None, db.written_sha256(nama), sha256}


def _present(path: Path) -> str | None:
    return sha256_of(read_whole(path)) if path.exists() else None
