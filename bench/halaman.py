"""docs/kinerja-program.md: one table of what was measured, each limit beside it."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PEMBUKA = """# Kecepatan dan ukuran

Dibuat `make bench`; jangan disunting. Yang dibandingkan berjalan bergantian pada mesin yang sama,
nilainya median dari {ulang} giliran ({mulai} untuk waktu mulai). Nisbah lebih berarti daripada
detik: dihitung per giliran, lalu diambil mediannya. Memori adalah puncak proses terbesar.

{mesin}
"""

PENUTUP = """
Cara mengukur:

- `kinerja` dipasang dari paket jadi (wheel), modulnya sudah dikompilasi.
- Formulir: 20 indikator dan 5 baris anggaran tiap unit, dibuat `bench/kumpulan.py` dengan benih
  tetap. Yang cacat: teks atau galat di kolom angka, atau berkas terpotong.
- `himpun` membaca, memeriksa, mengarsipkan, mencatat, dan menulis himpunan; pandas
  (`read_excel`, openpyxl) dan python-calamine hanya membaca berkas yang sama.
- `himpun` dan `analisis` dimulai seperti di kantor: formulir sudah dibagikan dengan `buat-format`,
  yang mengingat rencananya. Berapa lamanya bila rencana masih harus dibaca ada di baris sendiri;
  yang 20.000 formulir selalu membacanya.
- Batas mesin: tiap inti membaca setengah dari formulir itu, tanpa apa pun yang harus berurutan.
  Yang berbagi inti fisik, memori, atau mesin dengan pihak lain tidak mencapai banyaknya inti.
- Hasil kali sebelumnya disisihkan, tidak dihapus: ext4 menghindari tempat berkas yang baru dihapus
  selama beberapa menit, dan selama itu membuat ribuan berkas jauh lebih lambat.
- `buat-format` diukur seluruhnya, dengan menulis berkas dan mencatatnya; pembandingnya menulis
  formulir yang sama sel demi sel dengan gaya openpyxl (`bench/banding.py`).
- `status` diukur dengan rencana yang tidak berubah sejak terakhir dibaca; sesudah rencana berubah,
  satu kali `status` membacanya lagi.
"""


@dataclass(frozen=True, slots=True)
class Batas:
    """A ratio or seconds that must be kept: at least, or at most where `paling_banyak`."""

    nilai: float
    paling_banyak: bool = False

    def __str__(self) -> str:
        """Write it as the table shows it."""
        return f"{'≤' if self.paling_banyak else '≥'} {number(self.nilai)}"

    def kept_by(self, terukur: float) -> bool:
        """Tell whether a measured value keeps it."""
        return terukur <= self.nilai if self.paling_banyak else terukur >= self.nilai


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One row: what took how long, beside what it is measured against, and its limit.

    `nilai` is what the limit speaks of, in the unit or ratio that `banding` names.
    """

    apa: str
    waktu: str
    banding: str = ""
    nilai: float | None = None
    batas: Batas | None = None
    memori: float | None = None

    def __str__(self) -> str:
        """Write the row."""
        ratio = "" if self.nilai is None else f"{number(self.nilai)} {self.banding}"
        memory = "" if self.memori is None else f"{self.memori:.0f} MB"
        return f"| {self.apa} | {self.waktu} | {memory} | {ratio} | {self._judge()} |"

    def _judge(self) -> str:
        if self.batas is None or self.nilai is None:
            return ""
        kept = "ya" if self.batas.kept_by(self.nilai) else "**tidak**"
        return f"{self.batas}: {kept}"


def number(nilai: float, desimal: int = 2) -> str:
    """Write a figure the Indonesian way."""
    return f"{nilai:.{desimal}f}".replace(".", ",")


def machine() -> str:
    """Name the day, the processor, its cores, the system and Python."""
    parts = (
        f"{datetime.now(UTC):%d-%m-%Y}",
        _processor(),
        f"{os.cpu_count()} inti",
        platform.system(),
        f"Python {platform.python_version()}",
    )
    return ", ".join(parts) + "."


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = (x.partition(":")[2].strip() for x in lines if x.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def render(ukuran: Sequence[Ukuran], ulang: int, mulai: int) -> str:
    """Return the page."""
    head = "| apa | waktu | memori | terukur | batas |\n|---|---|---|---|---|\n"
    rows = "".join(f"{x}\n" for x in ukuran)
    opening = PEMBUKA.format(ulang=ulang, mulai=mulai, mesin=machine())
    return f"{opening}\n{head}{rows}{PENUTUP}"
