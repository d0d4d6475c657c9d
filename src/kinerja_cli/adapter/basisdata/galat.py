"""Why the store cannot be used, each in one line with what to do."""

from __future__ import annotations

from pathlib import Path

from kinerja_cli.adapter.basisdata.pemakai import read_pemakai
from kinerja_cli.adapter.berkas import explain_os
from kinerja_cli.domain.galat import KinerjaError


class BasisdataError(KinerjaError):
    """The store cannot be used; the message says why and what to do."""


class BasisdataRusakError(BasisdataError):
    """The database is damaged, or gone while its journal is there."""

    def __init__(self, path: Path, sebab: str = "rusak") -> None:
        """Say what is wrong with it and how it is made anew."""
        super().__init__(
            f"Basis data '{path}' {sebab}. "
            "Jalankan `kinerja bangun-ulang`; berkas asli dan jurnalnya tetap ada."
        )


class BasisdataTerpakaiError(BasisdataError):
    """Another run is changing the database."""

    def __init__(self, oleh: str) -> None:
        """Say who, where that is known ("": it is not), and to wait."""
        who = f"oleh {oleh}" if oleh else "proses kinerja lain"
        super().__init__(f"Ruang kerja sedang dipakai {who}. Tunggu sampai selesai, lalu ulangi.")


class BasisdataBaruError(BasisdataError):
    """The database, or its journal, was written by a newer program."""

    def __init__(self, path: Path) -> None:
        """Say which file is newer."""
        super().__init__(f"'{path}' dibuat oleh kinerja yang lebih baru. Pasang versi terbaru.")


class JurnalError(BasisdataError):
    """The journal does not hold what the database was made by."""

    def __init__(self, path: Path) -> None:
        """Say how to find out what differs, and how to go on."""
        super().__init__(
            f"Jurnal '{path}' hilang, rusak, atau tidak cocok dengan basis data. "
            "Lihat bedanya dengan `kinerja periksa --arsip`, lalu mulai jurnal baru dengan "
            "`kinerja bangun-ulang --dari-basis-data`."
        )


_IZIN = "Periksa izin folder '.kinerja' dan sisa tempat di disk, lalu ulangi."
SEBAB_SQLITE = {
    "full": ("tempat di disk habis", "Kosongkan tempat di disk, lalu ulangi."),
    "readonly": (
        "hanya dapat dibaca",
        "Pindahkan ruang kerja ke folder yang dapat ditulis, lalu ulangi.",
    ),
    "unable to open": ("tidak dapat dibuka", _IZIN),
    "disk I/O": ("disknya menolak", _IZIN),
}
"""What a word in SQLite's message means to a person, and what to do."""


def explain(path: Path, error: Exception) -> BasisdataError:
    """Return what is wrong with the store's file in words, with what to do."""
    text = str(error)
    if "locked" in text:
        pemakai = read_pemakai(path)
        return BasisdataTerpakaiError(str(pemakai) if pemakai else "")
    if "not a database" in text or "malformed" in text:
        return BasisdataRusakError(path)
    if isinstance(error, OSError):
        why, remedy = explain_os(error)
    else:
        found = (x for word, x in SEBAB_SQLITE.items() if word in text)
        why, remedy = next(found, (text, _IZIN))
    return BasisdataError(f"Basis data '{path}' tidak dapat dipakai: {why}. {remedy}")
