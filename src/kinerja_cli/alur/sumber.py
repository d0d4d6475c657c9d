"""Which files a run of himpun looks at: those named, or everything in masuk/."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.temuan import Tempat, Temuan

AWALAN_KUNCI = "~$"
"""Excel's lock file beside a workbook that is open: 165 bytes with the name of the person."""

TAK_DIHIRAUKAN = frozenset({"thumbs.db", "desktop.ini", ".ds_store", ".gitkeep"})


@dataclass(frozen=True, slots=True)
class Sumber:
    """A file to collect; `nama` is how findings call it."""

    path: Path
    nama: str

    @property
    def diubah_pada(self) -> datetime:
        """Return when the file system last saw it change; the epoch where it cannot say."""
        try:
            return datetime.fromtimestamp(self.path.stat().st_mtime, UTC)
        except OSError:
            return datetime.fromtimestamp(0, UTC)


def find_sumber(ruang: Ruang, diminta: Sequence[Path]) -> tuple[list[Sumber], list[Temuan]]:
    """Return the files to collect in order of name, and a finding per workbook open in Excel.

    Raises KinerjaError for a path that does not exist.
    """
    missing = [x for x in diminta if not x.exists()]
    if missing:
        message = f"'{missing[0]}' tidak ada. Periksa nama berkas atau foldernya."
        raise KinerjaError(message)
    found = {path.resolve(): path for root in diminta or (ruang.masuk,) for path in _walk(root)}
    sumber, temuan = [], []
    for path in sorted(found):
        nama = ruang.relative(path)
        if path.name.startswith(AWALAN_KUNCI):
            facts = {"nama": path.name.removeprefix(AWALAN_KUNCI)}
            temuan.append(Temuan(JenisTemuan.BERKAS_KUNCI_EXCEL, Tempat(nama), facts))
        elif path.name.casefold() not in TAK_DIHIRAUKAN:
            sumber.append(Sumber(path, nama))
    return sumber, temuan


def _walk(root: Path) -> Iterator[Path]:
    """Yield the files at or under a path; links to folders are not followed."""
    if root.is_file():
        yield root
    for folder, _, names in os.walk(root):
        yield from (Path(folder, name) for name in names)
