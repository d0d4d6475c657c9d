"""Why the store cannot be used, each in one line with what to do."""

from __future__ import annotations

from pathlib import Path

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
