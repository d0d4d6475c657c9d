"""Where each field stands on the plan and on a unit's workbook; writers and readers ask here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from kinerja_cli.domain.buku import Lembar
from kinerja_cli.domain.rencana import (
    Agregasi,
    Gabungan,
    Jenjang,
    Polaritas,
    RumusTurun,
)

VERSI_FORMAT = 1
BARIS_JUDUL_TERJAUH = 60
"""How far down a header row is searched: letterheads are shorter, data tables longer."""

TARGET_TW = ("Target TW I", "Target TW II", "Target TW III", "Target TW IV")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a table: its header, the note on it, its width in characters, its choices."""

    judul: str
    catatan: str = ""
    lebar: int = 14
    wajib: bool = True
    pilihan: tuple[str, ...] = ()
    daftar: str = ""
    """Name of the sheet whose codes this column may hold ("" for free input)."""


def _words(kelas: type[Enum]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in kelas)


LEMBAR_RENCANA: Mapping[str, tuple[Kolom, ...]] = {
    "Unit": (
        Kolom("Kode", "Kode singkat unit, misalnya PEM. Dipakai pada lembar lain.", 12),
        Kolom("Nama Unit", "Nama seperti pada struktur organisasi.", 44),
        Kolom("Nama Pejabat", "Pejabat yang menandatangani formulir unit.", 42, wajib=False),
        Kolom("NIP", "Ketik sebagai teks; Excel hanya menyimpan 15 angka.", 24, wajib=False),
        Kolom("Pangkat", "", 22, wajib=False),
    ),
    "Cascading": (
        Kolom("Kode", "Kode tujuan, sasaran, program, kegiatan atau sub kegiatan.", 20),
        Kolom("Jenjang", "Pilih dari daftar.", 14, pilihan=_words(Jenjang)),
        Kolom("Uraian", "Bunyi tujuan, sasaran, program, kegiatan, sub kegiatan.", 70),
        Kolom("Kode Induk", "Kode jenjang di atasnya; kosong untuk tujuan.", 18, wajib=False),
        Kolom("Unit", "Unit penanggung jawab.", 12, wajib=False, daftar="Unit"),
        Kolom("Pagu", "Rupiah, hanya pada baris terbawah.", 18, wajib=False),
    ),
    "Indikator": (
        Kolom(
            "Kode", "Kode indikator. Kode yang sama pada beberapa unit: porsi masing-masing.", 20
        ),
        Kolom("Kode Cascading", "Kode sasaran, program atau kegiatan yang diukur.", 18),
        Kolom("Indikator Kinerja", "Bunyi indikator.", 60),
        Kolom("Satuan", "Misalnya persen, dokumen, nilai; untuk predikat: nama kelompok.", 20),
        Kolom(
            "Polaritas",
            "naik: makin tinggi makin baik; turun: makin rendah makin baik; rentang: di antara "
            "dua batas; stabil: makin dekat target makin baik; predikat: huruf.",
            12,
            pilihan=_words(Polaritas),
        ),
        Kolom(
            "Agregasi",
            "jumlah: tribulan dijumlahkan; kumulatif: yang diisi sudah sampai dengan; "
            "rata-rata; posisi akhir: nilai terakhir.",
            14,
            pilihan=_words(Agregasi),
        ),
        Kolom(
            "Target Tahunan",
            "Angka; rentang ditulis 80-90, yang kecil 2 s.d. 3 agar tidak menjadi tanggal.",
            12,
        ),
        *(Kolom(judul, "Target tribulan ini; 0 bila tidak ada.", 11) for judul in TARGET_TW),
        Kolom("Unit", "Unit yang memasok datanya.", 12, daftar="Unit"),
        Kolom("IKU", "ya bila indikator kinerja utama.", 7, wajib=False, pilihan=("ya",)),
        Kolom(
            "Bobot", "Untuk rata-rata tertimbang: isi semua atau kosongkan semua.", 9, wajib=False
        ),
        Kolom("Rumus", "Cara menghitung indikator.", 50, wajib=False),
        Kolom("Definisi Operasional", "Apa yang dihitung dan apa yang tidak.", 84, wajib=False),
        Kolom("Sumber Data", "Dokumen atau aplikasi asal angka.", 42, wajib=False),
        Kolom("Target Akhir Renstra", "Target tahun terakhir Renstra.", 12, wajib=False),
        Kolom("Pembanding", "Misalnya rata-rata kabupaten.", 34, wajib=False),
        Kolom("Nilai Pembanding", "Angka pembanding.", 12, wajib=False),
        Kolom(
            "Gabungan",
            "Untuk indikator beberapa unit: porsinya dijumlah atau dirata-rata.",
            12,
            wajib=False,
            pilihan=_words(Gabungan),
        ),
        Kolom(
            "Arah",
            "Hanya untuk rentang: di luar rentang dihitung naik atau turun.",
            9,
            wajib=False,
            pilihan=("naik", "turun"),
        ),
        Kolom(
            "Rumus Turun",
            "Hanya bila berbeda dengan kinerja.toml: selisih atau rasio.",
            12,
            wajib=False,
            pilihan=_words(RumusTurun),
        ),
    ),
    "Riwayat": (
        Kolom("Kode Indikator", "Kode pada lembar Indikator.", 20, daftar="Indikator"),
        Kolom("Tahun", "Tahun sebelum tahun rencana.", 8),
        Kolom("Target", "", 12, wajib=False),
        Kolom("Realisasi", "", 12, wajib=False),
    ),
    "Predikat": (
        Kolom("Kelompok", "Sama dengan Satuan indikatornya.", 24),
        Kolom("Predikat", "Huruf predikat, misalnya BB.", 12),
        Kolom("Nilai", "Angka untuk menghitung capaian.", 10),
    ),
}
"""The plan's sheets. Header names are a contract; order and extra columns are free."""

LEMBAR_WAJIB = ("Unit", "Cascading", "Indikator")


class KolomLembar(Enum):
    """A column of a unit's workbook: the words of its header, and where we write it, from 1."""

    def __init__(self, judul: str, kolom: int) -> None:
        """Keep the header's words and the column, counted from 1."""
        self.judul = judul
        self.kolom = kolom


class KolomData(KolomLembar):
    """The SOP's seven columns with its words, and the hidden code; the number is where we write."""

    NOMOR = ("No.", 1)
    SASARAN = ("Sasaran", 2)
    INDIKATOR = ("Indikator Kinerja", 3)
    TARGET_TAHUNAN = ("Target Tahunan", 4)
    TARGET = ("Target Tribulan", 5)
    REALISASI = ("Realisasi Tribulan", 6)
    KETERANGAN = ("Keterangan", 7)
    KODE = ("Kode", 8)


class KolomPenjelasan(KolomLembar):
    """The columns of sheet Penjelasan; all but the first two and the code are free text."""

    NOMOR = ("No.", 1)
    INDIKATOR = ("Indikator Kinerja", 2)
    PENYEBAB = ("Faktor Penyebab", 3)
    KENDALA = ("Kendala", 4)
    SOLUSI = ("Solusi yang Telah Dilakukan", 5)
    TINDAK_LANJUT = ("Rencana Tindak Lanjut", 6)
    PENANGGUNG_JAWAB = ("Penanggung Jawab", 7)
    BATAS_WAKTU = ("Batas Waktu", 8)
    DATA_DUKUNG = ("Data Dukung", 9)
    KODE = ("Kode", 10)


ISIAN_PENJELASAN = (
    KolomPenjelasan.PENYEBAB,
    KolomPenjelasan.KENDALA,
    KolomPenjelasan.SOLUSI,
    KolomPenjelasan.TINDAK_LANJUT,
    KolomPenjelasan.PENANGGUNG_JAWAB,
    KolomPenjelasan.BATAS_WAKTU,
    KolomPenjelasan.DATA_DUKUNG,
)


class KolomAnggaran(KolomLembar):
    """The columns of sheet Anggaran; realisasi is cumulative, in rupiah."""

    KODE = ("Kode", 1)
    URAIAN = ("Program / Kegiatan", 2)
    PAGU = ("Pagu", 3)
    REALISASI = ("Realisasi s.d. Tribulan Ini", 4)
    KETERANGAN = ("Keterangan", 5)


class LembarUnit(Enum):
    """The sheets of a unit's workbook."""

    DATA = "Data Kinerja"
    PENJELASAN = "Penjelasan"
    ANGGARAN = "Anggaran"
    PETUNJUK = "Petunjuk"
    IDENTITAS = "_identitas"


class KunciIdentitas(Enum):
    """The keys in the first column of the hidden sheet; the second holds the values."""

    FORMAT = "kinerja-format"
    KANTOR = "kantor"
    UNIT = "unit"
    TAHUN = "tahun"
    TRIBULAN = "tribulan"
    SIDIK_RENCANA = "sidik rencana"


AWALAN_TANDA_TANGAN = "#"
"""Begins the hidden code of every row of the signature block; alone, nothing is read there."""


class KodeTandaTangan(Enum):
    """Codes in the hidden column that mark the rows of the signature block."""

    TANGGAL = ("#tanggal", "Tanggal")
    NAMA = ("#nama", "Nama pejabat")

    def __init__(self, kode: str, sebutan: str) -> None:
        """Keep the code as written and what the field is called in a finding."""
        self.kode = kode
        self.sebutan = sebutan


@dataclass(frozen=True, slots=True)
class Kepala:
    """A header row that was found: its row and the column of each header, by our words for it."""

    baris: int
    kolom: Mapping[str, int]

    def column(self, judul: str) -> int | None:
        """Return the column of a header, or None where the sheet has it no more."""
        return self.kolom.get(judul)


def fold(teks: str) -> str:
    """Return a text as headers are compared: white space folded, letter case aside."""
    return " ".join(teks.split()).casefold()


def find_kepala(lembar: Lembar, wajib: Sequence[str], pilihan: Sequence[str] = ()) -> Kepala | None:
    """Return the row that holds the most of these headers, or None.

    At least half of the `wajib` ones must be there. Of equal rows the first wins; a header that
    stands twice in a row counts where it stands first.
    """
    ours = _by_folded((*wajib, *pilihan))
    best = Kepala(0, {})
    for baris, isi in lembar.baris.items():
        if baris > BARIS_JUDUL_TERJAUH or len(best.kolom) == len(ours):
            break
        texts = [(kolom, x.nilai) for kolom, x in isi.items() if isinstance(x.nilai, str)]
        # Most rows have too few texts to hold half of the words.
        columns = _columns(texts, ours) if 2 * len(texts) >= len(wajib) else {}
        if len(columns) > len(best.kolom):
            best = Kepala(baris, columns)
    enough = 2 * sum(x in best.kolom for x in wajib) >= len(wajib)
    return best if best.kolom and enough else None


def _columns(texts: Iterable[tuple[int, str]], ours: Mapping[str, str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for kolom, text in sorted(texts):
        judul = ours.get(fold(text))
        if judul is not None:
            columns.setdefault(judul, kolom)
    return columns


@lru_cache(maxsize=64)
def _by_folded(judul: tuple[str, ...]) -> Mapping[str, str]:
    """Return headers of ours by how they are compared; the tables of every workbook ask again."""
    return {fold(x): x for x in judul}
