"""The workspace of an office: where everything lies in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.domain.galat import KinerjaError

NAMA_KONFIGURASI = "kinerja.toml"


@dataclass(frozen=True, slots=True)
class Ruang:
    """A folder with kinerja.toml, as `kinerja mulai` makes it."""

    akar: Path

    @property
    def konfigurasi(self) -> Path:
        """Return the path of kinerja.toml."""
        return self.akar / NAMA_KONFIGURASI

    def rencana(self, tahun: int) -> Path:
        """Return the path of a year's plan."""
        return self.akar / f"rencana-{tahun}.xlsx"

    @property
    def masuk(self) -> Path:
        """Return the folder where filled workbooks are put."""
        return self.akar / "masuk"

    @property
    def laporan(self) -> Path:
        """Return the folder of everything made for reading."""
        return self.akar / "laporan"

    @property
    def perbaikan(self) -> Path:
        """Return the folder of marked copies to send back."""
        return self.akar / "perbaikan"

    @property
    def templat(self) -> Path:
        """Return the folder of the office's own templates."""
        return self.akar / "templates"

    @property
    def narasi(self) -> Path:
        """Return the folder of the texts that only the office can write."""
        return self.akar / "narasi"

    def format(self, tahun: int, tribulan: int) -> Path:
        """Return the folder of the workbooks to hand out."""
        return self.akar / "format" / f"{tahun}-TW{tribulan}"

    @property
    def basisdata(self) -> Path:
        """Return the path of the database."""
        return self.akar / ".kinerja" / "kinerja.db"

    @property
    def arsip(self) -> Path:
        """Return the folder of accepted originals."""
        return self.akar / ".kinerja" / "arsip"

    def relative(self, path: Path) -> str:
        """Return a path as seen from the workspace, with / on every system."""
        if path.is_relative_to(self.akar):
            return path.relative_to(self.akar).as_posix()
        return str(path)


def find_ruang(mulai: Path | None) -> Ruang:
    """Return the workspace named, or the one that the current folder lies in.

    Raises KinerjaError where there is no kinerja.toml.
    """
    start = (mulai or Path.cwd()).resolve()
    candidates = (start,) if mulai else (start, *start.parents)
    for folder in candidates:
        if (folder / NAMA_KONFIGURASI).is_file():
            return Ruang(folder)
    message = (
        f"Tidak ada {NAMA_KONFIGURASI} di '{start}'. "
        "Buka folder ruang kerja lebih dahulu, atau buat yang baru dengan `kinerja mulai`."
    )
    raise KinerjaError(message)
