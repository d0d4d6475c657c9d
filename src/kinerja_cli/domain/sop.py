"""The SOP's own two lists: the twelve steps with who, how long and what, and its documents.

Source: SOP Pengumpulan Data Kinerja, table of activities and "Keterkaitan". Its words are kept;
slips of typing are not. Its list of documents names Rencana Aksi twice and Renja once more beside
Renja/RKT: each stands here once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Pelaku(Enum):
    """Who acts, as the four columns of the SOP's table call them."""

    CAMAT = "Camat"
    SEKCAM = "Sekcam"
    KASI = "Kasi/Kasubbag"
    STAF = "Staf"


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step: who starts it stands first in `pelaku`; `waktu_baku` in minutes."""

    nomor: int
    aktivitas: str
    pelaku: tuple[Pelaku, ...]
    kelengkapan: str
    waktu_baku: int
    keluaran: str


_C, _S, _K, _F = Pelaku.CAMAT, Pelaku.SEKCAM, Pelaku.KASI, Pelaku.STAF
_DATA = "data dan informasi kinerja dari masing-masing subag dan seksi"
_PERSETUJUAN = "Menyampaikan dokumen LAKIP dari Sekcam ke Camat untuk mendapatkan persetujuan"
_PENGANTAR = "Pembuatan surat pengantar pengiriman sekaligus penomoran"

LANGKAH = (
    Langkah(1, "Memerintahkan penyusunan LAKIP", (_C, _S), "Nota Dinas", 3, "Dokumen"),
    Langkah(2, f"Menyampaikan format pengumpulan {_DATA}", (_S, _K), "Dokumen", 60, "Dokumen"),
    Langkah(3, f"Menghimpun format {_DATA}", (_S, _K), "Dokumen", 60, "Dokumen"),
    Langkah(
        4,
        "Menganalisis dan mengevaluasi data dan informasi kinerja yang terkumpul",
        (_K,),
        "Dokumen",
        60,
        "Dokumen",
    ),
    Langkah(5, "Membuat draf LAKIP", (_K,), "Dokumen", 60, "Dokumen"),
    Langkah(6, "Mengoreksi draf LAKIP", (_S,), "Dokumen", 60, "Dokumen"),
    Langkah(7, "Rapat finalisasi LAKIP", (_C, _S, _K, _F), "Dokumen", 60, "Dokumen"),
    Langkah(8, _PERSETUJUAN, (_S, _C), "Dokumen", 60, "Dokumen"),
    Langkah(9, "Penandatanganan dokumen LAKIP oleh Camat", (_C,), "Dokumen", 60, "Dokumen"),
    Langkah(10, _PENGANTAR, (_F,), "Dokumen", 60, "Dokumen"),
    Langkah(11, "Penggandaan dokumen LAKIP", (_F,), "Dokumen", 60, "Dokumen"),
    Langkah(12, "Pengiriman dokumen LAKIP", (_F,), "Dokumen", 60, "Dokumen"),
)


@dataclass(frozen=True, slots=True)
class DokumenSop:
    """A document that the SOP lists under "Keterkaitan"; `kunci` is its word in commands."""

    kunci: str
    nama: str
    bertahun: bool = False

    def judul(self, tahun: int) -> str:
        """Return its name with the year, where the SOP gives it one."""
        return f"{self.nama} Tahun {tahun}" if self.bertahun else self.nama


DOKUMEN = (
    DokumenSop("cascading", "Cascading"),
    DokumenSop("sk-tim-sakip", "SK Tim SAKIP"),
    DokumenSop("iku", "IKU", bertahun=True),
    DokumenSop("iki", "IKI", bertahun=True),
    DokumenSop("renstra", "Renstra"),
    DokumenSop("renja", "Renja/RKT", bertahun=True),
    DokumenSop("pk", "PK", bertahun=True),
    DokumenSop("pk-individu", "PK Individu"),
    DokumenSop("rencana-aksi", "Rencana Aksi", bertahun=True),
    DokumenSop("dpa", "DPA", bertahun=True),
    DokumenSop("rencana-aksi-individu", "Rencana Aksi Individu"),
    DokumenSop("lkjip", "LKjIP", bertahun=True),
)


def find_dokumen(nama: str, tahun: int) -> DokumenSop | None:
    """Return the document called so by its word, its name or its name with the year."""
    asked = " ".join(nama.split()).casefold()
    return next(
        (
            x
            for x in DOKUMEN
            if asked in {x.kunci, x.nama.casefold(), x.judul(tahun).casefold()}
            or asked.replace(" ", "-") == x.kunci
        ),
        None,
    )
