"""The parts that only the office can write: where each is kept, and what is to be written."""

from __future__ import annotations

from enum import Enum


class BagianNarasi(Enum):
    """A part of the report that data cannot write; `yang_ditulis` fills the visible blank."""

    GAMBARAN_UMUM = (
        "gambaran-umum",
        (
            "gambaran umum wilayah kerja: letak, luas, batas, jumlah desa atau kelurahan, dan "
            "jumlah penduduk"
        ),
    )
    TUGAS_FUNGSI = (
        "tugas-fungsi",
        (
            "kedudukan, tugas, dan fungsi kantor menurut peraturan kepala daerah tentang susunan "
            "organisasi dan tata kerja; sebutkan nomor dan tahun peraturannya"
        ),
    )
    STRUKTUR = ("struktur", "bagan struktur organisasi")
    SDM = (
        "sdm",
        (
            "jumlah pegawai menurut golongan, pendidikan, jabatan, dan jenis kelamin per "
            "31 Desember {tahun}"
        ),
    )
    ISU_STRATEGIS = (
        "isu-strategis",
        (
            "isu strategis dan permasalahan utama yang dihadapi kantor menurut Renstra, serta "
            "kaitannya dengan sasaran"
        ),
    )
    DASAR_HUKUM = (
        "dasar-hukum",
        "peraturan kepala daerah tentang petunjuk teknis perjanjian kinerja dan pelaporan kinerja",
    )
    RENSTRA = (
        "renstra",
        "periode Renstra, visi dan misi kepala daerah yang didukung, serta nomor penetapan Renstra",
    )
    PENUTUP = (
        "penutup",
        "langkah perbaikan dan kebijakan yang akan ditempuh kantor pada tahun berikutnya",
    )

    def __init__(self, nama: str, yang_ditulis: str) -> None:
        """Take the name of the file without its ending, and the words of the blank."""
        self.nama = nama
        self.yang_ditulis = yang_ditulis

    @property
    def berkas(self) -> str:
        """Return the name of its file in the folder narasi/."""
        return f"{self.nama}.md"

    @property
    def variabel(self) -> str:
        """Return what the template calls it, after `narasi.`."""
        return self.nama.replace("-", "_")

    def kosong(self, tahun: int) -> str:
        """Return the visible blank for a report of this year."""
        return f"[ISI: {self.yang_ditulis.format(tahun=tahun)}]"
