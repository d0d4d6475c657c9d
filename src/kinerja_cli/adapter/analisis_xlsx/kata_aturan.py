"""The words of sheet Aturan: which rules the office chose, which the field gives, how to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.capaian import Alasan
from kinerja_cli.domain.kantor import AturanHitung, RumusEfisiensi
from kinerja_cli.domain.rencana import RumusTurun


@dataclass(frozen=True, slots=True)
class Bagian:
    """One table of three columns with its title."""

    judul: str
    kepala: tuple[str, str, str]
    baris: tuple[tuple[str, str, str], ...]


BAGIAN_TETAP = (
    Bagian(
        "5. Dari tribulan ke tahun",
        ("Agregasi", "Realisasi sampai dengan tribulan", "Keterangan"),
        (
            (
                "jumlah",
                "Jumlah Tribulan I sampai dengan tribulan ini",
                (
                    "Belum diketahui selama ada tribulan bertarget yang realisasinya kosong: "
                    "kosong bukan nol."
                ),
            ),
            (
                "kumulatif",
                "Angka tribulan terakhir yang terisi",
                "Angka yang diisi setiap tribulan sudah sampai dengan tribulan itu.",
            ),
            (
                "rata-rata",
                "Rata-rata tribulan yang terisi",
                "Target dirata-rata pada tribulan yang sama.",
            ),
            (
                "posisi akhir",
                "Angka tribulan terakhir yang terisi",
                "Dibandingkan dengan target tribulan yang sama.",
            ),
            (
                "Indikator beberapa unit",
                "Jumlah atau rata-rata porsi unit, sesuai rencana",
                "Jumlah baru diketahui bila semua unit yang bertarget sudah mengisi.",
            ),
        ),
    ),
    Bagian(
        "6. Capaian yang dinilai",
        ("Saat", "Yang dibandingkan", "Keterangan"),
        (
            (
                "Sebelum Tribulan IV",
                "Realisasi dan target sampai dengan tribulan ini",
                "Kemajuan terhadap target tahunan ditunjukkan, tetapi tidak dinilai.",
            ),
            (
                "Tribulan IV",
                "Realisasi setahun dan target tahunan",
                "Capaian inilah yang masuk rata-rata dan menentukan predikat.",
            ),
            (
                "Tahun-tahun sebelumnya",
                "Realisasi dan target tahun itu",
                (
                    "Selisih dengan tahun lalu dihitung dari dua capaian sebagaimana tercetak, "
                    "dan baru setelah Tribulan IV."
                ),
            ),
        ),
    ),
    Bagian(
        "7. Bila tidak ada angka",
        ("Tertulis", "Arti", "Keterangan"),
        (
            (Alasan.BELUM_ADA_REALISASI.value, "Realisasi kosong", "Tidak pernah dianggap nol."),
            (
                Alasan.TIDAK_DITARGETKAN.value,
                "Target nol dan realisasi nol",
                "Lazim untuk tribulan yang belum ada rencananya.",
            ),
            (Alasan.TARGET_NOL.value, "Ada realisasi tanpa target", "Tidak dapat dibagi nol."),
            (Alasan.TARGET_KOSONG.value, "Target belum ditetapkan", "Lengkapi rencana."),
            (Alasan.TARGET_NEGATIF.value, "Target di bawah nol", "Rumus persen tidak berarti."),
            (Alasan.REALISASI_NOL.value, "Rumus rasio dengan realisasi nol", "Tidak dapat dibagi."),
            (
                Alasan.BUKAN_ANGKA.value,
                "Isi tidak dapat dinyatakan dengan angka",
                "Huruf predikat yang tidak ada pada tabel, atau tulisan.",
            ),
            (
                Alasan.BELUM_AKHIR_TAHUN.value,
                "Baru ada setelah Tribulan IV",
                "Sebagian tahun tidak dibandingkan dengan setahun penuh.",
            ),
            (
                "–",
                "Tidak ada angka untuk dihitung",
                "Alasan dan tanda ini tidak masuk rata-rata mana pun.",
            ),
        ),
    ),
    Bagian(
        "8. Cara membaca buku kerja ini",
        ("Bagian", "Isi", "Keterangan"),
        (
            (
                "Target dan realisasi",
                "Angka dari rencana dan formulir unit",
                "Satu kali saja, pada lembar Per Tribulan; lembar lain mengambil dari sana.",
            ),
            (
                "Capaian, rata-rata, jumlah",
                "Rumus hidup yang sudah berisi hasilnya",
                ("Klik selnya untuk menelusuri. Hasil bawaan dihitung dengan aturan yang sama."),
            ),
            (
                "Pembulatan",
                "Dua desimal, lima ke atas dibulatkan naik",
                (
                    "Rata-rata dihitung dari capaian sebelum dibulatkan. Angka itu ada pada kolom "
                    "bantu di kanan tabel (sampai 10 desimal, tidak ikut tercetak)."
                ),
            ),
            (
                "Predikat",
                "Dicari dengan rumus pada skala di atas",
                "Ditentukan oleh capaian sebagaimana tercetak: 91,00 selalu termasuk kelas 91.",
            ),
            (
                "Target rentang",
                "Ditulis sebagai teks; kedua batasnya ada di dalam rumus capaian",
                "Bila rentang diubah, buat ulang laporan ini dari rencana.",
            ),
            (
                "Gabungan huruf; letak terhadap pembanding",
                "Ditulis sebagai nilai, bukan rumus",
                "Huruf predikat tidak dapat dijumlah atau dirata-rata.",
            ),
            (
                "Sel kosong pada tabel Ringkasan",
                "Belum ada capaian pada tribulan itu",
                "Dibiarkan kosong supaya garis pada grafik terputus, tidak jatuh ke nol.",
            ),
        ),
    ),
)


def chosen_rules(aturan: AturanHitung) -> Iterator[Bagian]:
    """Yield the sections that depend on what the office chose."""
    yield Bagian(
        "3. Rumus capaian (R = realisasi, T = target)",
        ("Polaritas", "Rumus", "Keterangan"),
        tuple(_polaritas(aturan)),
    )
    yield Bagian(
        "4. Rata-rata, anggaran, efisiensi",
        ("Angka", "Cara", "Keterangan"),
        tuple(_means(aturan)),
    )


def _polaritas(aturan: AturanHitung) -> Iterator[tuple[str, str, str]]:
    selisih = aturan.rumus_turun is RumusTurun.SELISIH
    here, there = "Dipakai kantor ini", "Hanya indikator yang memilihnya"
    yield "naik", "R / T × 100", "Makin tinggi makin baik."
    note = "Makin rendah makin baik. {}, kecuali rencana menyebut rumus lain pada indikatornya."
    yield (
        "turun (selisih)",
        "(2 × T − R) / T × 100",
        note.format(here) if selisih else f"{there}.",
    )
    yield "turun (rasio)", "T / R × 100", f"{there}." if selisih else note.format(here)
    yield (
        "turun, target nol",
        "R = 0: 100; R di atas nol: 0",
        "Satu-satunya hal target nol yang mempunyai capaian.",
    )
    yield (
        "rentang",
        "Di dalam rentang: 100; di luar: diukur terhadap batas terdekat",
        "Dengan rumus naik atau turun sesuai kolom Arah pada rencana.",
    )
    yield "stabil", "R ≤ T: R / T × 100; R > T: 200 − R / T × 100", "Makin dekat target makin baik."
    yield "predikat", "Huruf diganti angka, lalu seperti naik", "Tabel huruf di bawah."
    yield "Semua", "Paling rendah 0, tanpa batas atas", "Batas atas hanya pada rata-rata dibatasi."


def _means(aturan: AturanHitung) -> Iterator[tuple[str, str, str]]:
    yield (
        "Rata-rata",
        "Rata-rata indikator yang mempunyai capaian",
        (
            "Tertimbang bila semua indikatornya berbobot. Kantor: seluruh indikator sasaran, tanpa "
            "bobot. Unit: porsinya sendiri, tanpa bobot."
        ),
    )
    batas = aturan.batas_rata_rata
    cara = (
        "Tanpa batas"
        if batas is None
        else f"Capaian tiap indikator paling tinggi {format_angka(batas)}"
    )
    yield "Rata-rata dibatasi", cara, "Menentukan predikat sasaran, unit, dan kantor."
    yield (
        "Serapan",
        "Jumlah realisasi / jumlah pagu × 100",
        "Jumlah hanya dari baris rincian. Dihitung bila semua rincian sudah dilaporkan.",
    )
    if aturan.efisiensi is RumusEfisiensi.SISA:
        yield (
            "Efisiensi",
            "100 − serapan, hanya bila rata-rata capaian 100 ke atas",
            "Dihitung setelah Tribulan IV. Serapan di atas 100 bukan efisiensi.",
        )
        return
    ambang = format_angka(aturan.ambang_efisiensi)
    yield (
        "Efisiensi",
        "Rata-rata capaian − serapan (poin)",
        (
            f"Di atas {ambang}: efisien; −{ambang} sampai {ambang}: cukup efisien; di bawah "
            f"−{ambang}: tidak efisien. Dihitung setelah Tribulan IV. Serapan di atas 100 bukan "
            "efisiensi."
        ),
    )
