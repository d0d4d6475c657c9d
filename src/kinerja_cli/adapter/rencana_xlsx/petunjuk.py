"""The words of sheet Petunjuk in the plan's workbook: what to fill in, in which order."""

from __future__ import annotations

from kinerja_cli.adapter.petunjuk_xlsx import Petunjuk

PETUNJUK_RENCANA = Petunjuk(
    judul="RENCANA KINERJA",
    pengantar="Isi lembar-lembarnya berurutan dari kiri ke kanan, lalu jalankan: kinerja periksa",
    butir=(
        (
            "1. Unit",
            (
                "Seksi dan subbagian yang memasok data. Kodenya singkat, misalnya PEM, dan dipakai "
                "pada lembar lain. Nama pejabat dan NIP tercetak pada formulir unit."
            ),
        ),
        (
            "2. Cascading",
            (
                "Susunan tujuan, sasaran, program, kegiatan, dan sub kegiatan. Kode Induk menunjuk "
                "baris di atasnya. Pagu dan Unit hanya pada baris terbawah; jumlahnya ke atas "
                "dihitung otomatis."
            ),
        ),
        (
            "3. Indikator",
            (
                "Satu baris untuk satu indikator. Bila beberapa unit memasok indikator yang sama, "
                "ulangi kodenya pada baris lain dengan unit dan target porsinya masing-masing."
            ),
        ),
        (
            "4. Riwayat",
            (
                "Target dan realisasi tahun-tahun sebelumnya, untuk perbandingan dalam laporan. "
                "Boleh kosong."
            ),
        ),
        (
            "5. Predikat",
            (
                "Angka untuk setiap huruf predikat, misalnya BB dalam kelompok Predikat SAKIP. "
                "Hanya bila ada indikator berpolaritas predikat."
            ),
        ),
        (
            "Target",
            (
                "Tulis angka tanpa satuan. Tribulan yang tidak bertarget: 0. Rentang: 80-90; "
                "rentang kecil tulis 2 s.d. 3, sebab 2-3 dapat berubah menjadi tanggal. "
                "Predikat: hurufnya."
            ),
        ),
        (
            "Polaritas",
            (
                "naik: makin tinggi makin baik. turun: makin rendah makin baik. rentang: baik di "
                "antara dua batas. stabil: makin dekat target makin baik. predikat: huruf."
            ),
        ),
        (
            "Agregasi",
            (
                "jumlah: tribulan dijumlahkan menjadi setahun. kumulatif: yang diisi sudah sampai "
                "dengan tribulan itu. rata-rata: setahun adalah rata-rata tribulan. posisi akhir: "
                "setahun adalah nilai terakhir."
            ),
        ),
        (
            "Kode dan NIP",
            (
                "Kolomnya sudah berformat teks, sehingga 7.01 tetap 7.01 dan NIP tetap 18 angka. "
                "Saat menempel dari berkas lain, pilih tempel nilai saja."
            ),
        ),
        (
            "Kolom",
            (
                "Arahkan penunjuk ke judul kolom untuk membaca penjelasannya. Urutan kolom bebas "
                "dan kolom tambahan boleh; judul kolom jangan diubah."
            ),
        ),
        (
            "Sesudah diisi",
            (
                "Simpan, tutup, lalu jalankan kinerja periksa. Semua yang perlu diperbaiki "
                "disebutkan dengan nama lembar dan selnya."
            ),
        ),
    ),
    warna=(
        ("1F3864", "Judul kolom yang wajib diisi"),
        ("C9D6EE", "Judul kolom yang boleh kosong"),
    ),
)
