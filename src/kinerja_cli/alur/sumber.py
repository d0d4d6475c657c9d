"""Which files a run of himpun looks at: those named, or everything in masuk/, zips opened."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from kinerja_cli.adapter.berkas import read_whole
from kinerja_cli.adapter.buku_xlsx.paket import MAKS_BERKAS
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca
from kinerja_cli.adapter.kiriman_zip import list_members, read_member
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.antarproses import travels_light
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.temuan import Tempat, Temuan
from kinerja_cli.domain.tulisan import visible

AWALAN_KUNCI = "~$"
"""Excel's lock file beside a workbook that is open: 165 bytes with the name of the person."""

TAK_DIHIRAUKAN = frozenset({"thumbs.db", "desktop.ini", ".ds_store", ".gitkeep"})
FOLDER_MAC = "__MACOSX"
"""A Mac adds this folder to the zips it makes; it holds no files of the sender's."""


@travels_light
@dataclass(frozen=True, slots=True)
class Sumber:
    """A file to collect; `nama` is how findings call it, `anggota` its name within a zip."""

    path: Path
    nama: str
    anggota: str | None = None

    @property
    def nama_berkas(self) -> str:
        """Return the file's own name, without folders."""
        return (
            PurePosixPath(self.anggota.replace("\\", "/")).name if self.anggota else self.path.name
        )

    @property
    def diubah_pada(self) -> datetime:
        """Return when the file system last saw it change; the epoch where it cannot say."""
        try:
            return datetime.fromtimestamp(self.path.stat().st_mtime, UTC)
        except OSError:
            return datetime.fromtimestamp(0, UTC)

    def read(self) -> bytes:
        """Return its bytes.

        Raises BerkasTerpakaiError where it cannot be opened, BukuTakTerbaca where it is too large,
        locked within its zip, or a device that would never end.
        """
        if self.anggota is not None:
            return read_member(self.path, self.anggota)
        if self.path.exists() and not self.path.is_file():
            raise BukuTakTerbaca(SebabTakTerbaca.BUKAN_BUKU, "bukan berkas biasa")
        if self.path.is_file() and self.path.stat().st_size > MAKS_BERKAS:
            raise BukuTakTerbaca(SebabTakTerbaca.TERLALU_BESAR)
        return read_whole(self.path)


def find_sumber(ruang: Ruang, diminta: Sequence[Path]) -> tuple[list[Sumber], list[Temuan]]:
    """Return the files to collect in order of name, and a finding per workbook open in Excel.

    Raises KinerjaError for a path that does not exist.
    """
    missing = [x for x in diminta if not x.exists()]
    if missing:
        message = f"'{missing[0]}' tidak ada. Periksa nama berkas atau foldernya."
        raise KinerjaError(message)
    roots = diminta or (ruang.masuk,)
    paths = {x for root in roots for x in _walk(root)}
    sumber, temuan = [], []
    for one in (x for path in sorted(paths) for x in _open(path, ruang)):
        if one.nama_berkas.startswith(AWALAN_KUNCI):
            facts = {"nama": one.nama_berkas.removeprefix(AWALAN_KUNCI)}
            temuan.append(Temuan(JenisTemuan.BERKAS_KUNCI_EXCEL, Tempat(one.nama), facts))
        elif one.nama_berkas.casefold() not in TAK_DIHIRAUKAN:
            sumber.append(one)
    return sumber, temuan


def _walk(root: Path) -> Iterator[Path]:
    """Yield the files at or under a path, in real folders; links to folders are not followed."""
    if root.is_file():
        yield root.parent.resolve() / root.name
    for folder, _, names in os.walk(root):
        place = Path(folder).resolve()  # once, however many files are in it
        yield from (place / name for name in names)


def _open(path: Path, ruang: Ruang) -> Iterator[Sumber]:
    """Yield the file itself, or the members of a zip; a zip within a zip stays closed."""
    nama = visible(ruang.relative(path))
    members = list_members(path) if path.suffix.casefold() == ".zip" else None
    if members is None:
        yield Sumber(path, nama)
        return
    for member in members:
        if not member.startswith(FOLDER_MAC):
            yield Sumber(path, f"{nama}/{visible(member)}", member)
