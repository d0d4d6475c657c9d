"""koreksi: planted faults are found at their place, an office's own words raise nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kinerja_cli.adapter.baca_docx import read_docx
from kinerja_cli.domain.katalog import JenisTemuan as J
from kinerja_cli.domain.koreksi import check_naskah
from naskah_contoh import (
    Draf,
    Sunting,
    draf,
    ganti,
    hapus,
    hapus_bagian,
    hapus_baris,
    kepala,
    lacak_perubahan,
    sel,
    tambah,
    tukar,
    ubah_semua,
)

__all__ = ["draf"]
IKM = "Indeks Kepuasan Masyarakat (IKM) atas pelayanan kecamatan"
PERNYATAAN = "Laporan ini menyajikan keadaan Tahun 2021."


@dataclass(frozen=True, slots=True)
class Cacat:
    """A fault, where it is planted, and where it must be found."""

    jenis: J
    sunting: Sunting
    letak: str


CACAT: dict[str, Cacat] = {
    "realisasi salah ketik": Cacat(
        J.KOREKSI_ANGKA_BERBEDA, sel("3.2", IKM, 4, "86,12"), "Tabel 3.2 · baris 2, kolom Realisasi"
    ),
    "realisasi tahun lalu tertinggal": Cacat(
        J.KOREKSI_ANGKA_BERBEDA,
        sel("3.2", "standar waktu", 4, "85,92"),
        "Tabel 3.2 · baris 3, kolom Realisasi",
    ),
    "target diturunkan": Cacat(
        J.KOREKSI_ANGKA_BERBEDA, sel("2.2", IKM, 3, "80"), "Tabel 2.2 · baris 3, kolom Target"
    ),
    "capaian dibulatkan ke atas": Cacat(
        J.KOREKSI_ANGKA_BERBEDA,
        sel("3.2", "standar waktu", 5, "100,00"),
        "Tabel 3.2 · baris 3, kolom Capaian",
    ),
    "indikator negatif dihitung positif": Cacat(
        J.KOREKSI_ANGKA_BERBEDA,
        sel("3.22", "kejadian gangguan", 5, "91,67"),
        "Tabel 3.22 · baris 2, kolom Capaian",
    ),
    "angka pagu tertukar": Cacat(
        J.KOREKSI_ANGKA_BERBEDA,
        sel("3.26", "Penyediaan Bahan Logistik", 2, "Rp56.840.000"),
        "Tabel 3.26 · baris 8, kolom Pagu",
    ),
    "realisasi dua kali pagu": Cacat(
        J.KOREKSI_ANGKA_BERBEDA,
        sel("L3.1", "Penyediaan Bahan Logistik", 4, "Rp117.280.000"),
        "Tabel L3.1 · baris 11, kolom Realisasi",
    ),
    "realisasi melebihi pagu": Cacat(
        J.KOREKSI_ANGKA_BERBEDA,
        sel("3.6", "7.01.02.2.01.01", 4, "Rp19.400.000"),
        "Tabel 3.6 · baris 4, kolom Realisasi",
    ),
    "serapan salah": Cacat(
        J.KOREKSI_ANGKA_BERBEDA,
        sel("3.6", "7.01.02.2.04.02", 5, "99,60"),
        "Tabel 3.6 · baris 8, kolom Serapan",
    ),
    "total serapan dari rata-rata persen": Cacat(
        J.KOREKSI_JUMLAH_BERBEDA, sel("3.26", "Jumlah", 4, "93,43"), "Tabel 3.26 · baris 32"
    ),
    "jumlah pagu menghitung induk dua kali": Cacat(
        J.KOREKSI_JUMLAH_BERBEDA, sel("2.3", "Jumlah", 2, "Rp3.805.440.000"), "Tabel 2.3 · baris 8"
    ),
    "rata-rata yang tidak dimiliki barisnya": Cacat(
        J.KOREKSI_RATA_RATA_BERBEDA, sel("3.2", "Rata-rata (", 5, "100,99"), "Tabel 3.2 · baris 6"
    ),
    "rata-rata sasaran pada ringkasan": Cacat(
        J.KOREKSI_ANGKA_BERBEDA, sel("1", "tata kelola", 3, "101,10"), "Tabel 1 · baris 4"
    ),
    "predikat dinaikkan": Cacat(
        J.KOREKSI_SEBUTAN_BERBEDA,
        sel("3.17", "usulan musrenbang", 6, "Sangat Tinggi"),
        "Tabel 3.17 · baris 2, kolom Predikat",
    ),
    "realisasi tahun 2019": Cacat(
        J.KOREKSI_ANGKA_BERBEDA,
        sel("3.3", "2019", 2, "84,27"),
        "Tabel 3.3 · baris 4, kolom Realisasi",
    ),
    "gerak antartahun terbalik": Cacat(
        J.KOREKSI_ARAH_BERTENTANGAN,
        sel("3.3", "2021", 4, "realisasi turun, capaian naik"),
        "Tabel 3.3 · baris 6",
    ),
    "target akhir Renstra": Cacat(
        J.KOREKSI_ANGKA_BERBEDA,
        sel("3.4", "ruang pelayanan", 3, "26"),
        "Tabel 3.4 · baris 4, kolom Target akhir Renstra",
    ),
    "letak terhadap pembanding": Cacat(
        J.KOREKSI_SEBUTAN_BERBEDA,
        sel("3.5", IKM, 5, "di bawah"),
        "Tabel 3.5 · baris 2, kolom Letak",
    ),
    "penilaian efisiensi pada tabel": Cacat(
        J.KOREKSI_SEBUTAN_BERBEDA,
        sel("3.27", "akuntabilitas", 5, "efisien"),
        "Tabel 3.27 · baris 3, kolom Penilaian",
    ),
    "realisasi tribulan pada lampiran": Cacat(
        J.KOREKSI_ANGKA_BERBEDA,
        sel("L2.1", "standar waktu", 11, "94,77"),
        "Tabel L2.1 · baris 5, kolom TW III R",
    ),
    "capaian nol tanpa data": Cacat(
        J.KOREKSI_ANGKA_TANPA_DATA,
        sel("L2.1", "Profesionalitas", 6, "0,00"),
        "Tabel L2.1 · baris 12, kolom TW I C",
    ),
    "realisasi dikosongkan": Cacat(
        J.KOREKSI_ANGKA_DIKOSONGKAN,
        sel("3.7", "Profesionalitas", 4, "–"),
        "Tabel 3.7 · baris 5, kolom Realisasi",
    ),
    "unit kerja lain": Cacat(
        J.KOREKSI_UNIT_BERBEDA,
        sel("L1.1", IKM, 4, "Seksi Pemerintahan"),
        "Tabel L1.1 · baris 3, kolom Unit kerja",
    ),
    "banyak indikator yang dinilai": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA, sel("1", "tata kelola", 2, "4 dari 4"), "Tabel 1 · baris 4"
    ),
    "kepala kolom tahun lalu": Cacat(
        J.KOREKSI_TAHUN_LAIN, kepala("3.2", 4, "Realisasi 2020"), "Tabel 3.2 · baris 1"
    ),
    "naik padahal turun": Cacat(
        J.KOREKSI_ARAH_BERTENTANGAN,
        ganti("realisasi turun menjadi 93,29", "realisasi naik menjadi 93,29"),
        "Sasaran 5",
    ),
    "turun padahal naik": Cacat(
        J.KOREKSI_ARAH_BERTENTANGAN,
        ganti("realisasi naik dari 83,05", "realisasi menurun dari 83,05"),
        "Sasaran 1",
    ),
    "capaian naik padahal turun": Cacat(
        J.KOREKSI_ARAH_BERTENTANGAN,
        ganti("Capaiannya turun 0,27 poin", "Capaiannya naik 0,27 poin"),
        "Sasaran 1",
    ),
    "tetap padahal naik": Cacat(
        J.KOREKSI_ARAH_BERTENTANGAN,
        ganti(
            "Realisasi naik dari B pada Tahun 2020 menjadi BB, artinya membaik.",
            "Realisasi tetap seperti pada Tahun 2020.",
        ),
        "Sasaran 2",
    ),
    "memburuk padahal membaik": Cacat(
        J.KOREKSI_MUTU_BERTENTANGAN,
        ganti("menjadi 25,15 menit, artinya membaik", "menjadi 25,15 menit, artinya memburuk"),
        "Sasaran 1",
    ),
    "melampaui padahal belum": Cacat(
        J.KOREKSI_HASIL_BERTENTANGAN,
        ganti(
            "89,61 persen, sehingga belum memenuhi target",
            "89,61 persen, sehingga melampaui target",
        ),
        "Sasaran 1",
    ),
    "belum padahal melampaui": Cacat(
        J.KOREKSI_HASIL_BERTENTANGAN,
        ganti(
            "Realisasi 85,12 melampaui target 84,5", "Realisasi 85,12 belum mencapai target 84,5"
        ),
        "Sasaran 1",
    ),
    "di bawah target padahal di atas": Cacat(
        J.KOREKSI_HASIL_BERTENTANGAN,
        ganti(
            "Realisasi 85,12 melampaui target 84,5", "Realisasi 85,12 berada di bawah target 84,5"
        ),
        "Sasaran 1",
    ),
    "Renstra terlampaui padahal belum": Cacat(
        J.KOREKSI_HASIL_BERTENTANGAN,
        ganti("33,75 persen belum memenuhi target itu", "33,75 persen melampaui target itu"),
        "Sasaran 4",
    ),
    "di bawah rata-rata padahal di atas": Cacat(
        J.KOREKSI_LETAK_BERTENTANGAN,
        ganti("berada di atas Rata-rata kecamatan", "berada di bawah Rata-rata kecamatan"),
        "Sasaran 1",
    ),
    "hitungan indikator": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        ganti("8 indikator melampaui target", "10 indikator melampaui target"),
        "IKHTISAR",
    ),
    "hitungan pada simpulan": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA, ganti("11 dari 17 indikator", "14 dari 17 indikator"), "BAB IV"
    ),
    "banyak sasaran": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        ganti("menetapkan 5 sasaran", "menetapkan 6 sasaran"),
        "IKHTISAR",
    ),
    "seluruh sasaran tercapai": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        tambah(PERNYATAAN, "Seluruh sasaran telah mencapai target yang ditetapkan."),
        "IKHTISAR",
    ),
    "seluruh indikator tercapai": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        tambah(PERNYATAAN, "Semua indikator kinerja berhasil memenuhi target."),
        "IKHTISAR",
    ),
    "rata-rata dalam kalimat": Cacat(
        J.KOREKSI_RATA_RATA_BERBEDA,
        ganti("Rata-rata capaian 97,57 persen", "Rata-rata capaian 109,42 persen"),
        "Sasaran 4",
    ),
    "serapan dalam kalimat": Cacat(
        J.KOREKSI_ANGKA_KALIMAT_BERBEDA,
        ganti("serapan anggaran 85,99 persen", "serapan anggaran 58,99 persen"),
        "Sasaran 4",
    ),
    "pagu dalam kalimat": Cacat(
        J.KOREKSI_ANGKA_KALIMAT_BERBEDA,
        ganti("Dari pagu Rp3.742.790.000", "Dari pagu Rp3.847.780.014"),
        "IKHTISAR",
    ),
    "realisasi dalam kalimat": Cacat(
        J.KOREKSI_ANGKA_KALIMAT_BERBEDA,
        ganti("terealisasi 22 kejadian", "terealisasi 12 kejadian"),
        "Sasaran 5",
    ),
    "poin selisih": Cacat(
        J.KOREKSI_ANGKA_KALIMAT_BERBEDA,
        ganti("Capaiannya naik 1,27 poin", "Capaiannya naik 12,7 poin"),
        "Sasaran 1",
    ),
    "persen dalam kurung": Cacat(
        J.KOREKSI_ANGKA_KALIMAT_BERBEDA,
        ganti("APBD” (84,38 persen)", "APBD” (94,38 persen)"),
        "IKHTISAR",
    ),
    "yang tertinggi bukan yang tertinggi": Cacat(
        J.KOREKSI_UJUNG_BERBEDA,
        ganti(
            "“Jumlah kejadian gangguan ketenteraman dan ketertiban umum” (108,33 persen)",
            "“Persentase desa berstatus maju dan mandiri” (106,25 persen)",
        ),
        "IKHTISAR",
    ),
    "tidak efisien padahal efisien": Cacat(
        J.KOREKSI_EFISIENSI_BERTENTANGAN,
        ganti("dinilai cukup efisien", "dinilai tidak efisien"),
        "IKHTISAR",
    ),
    "predikat dalam kalimat": Cacat(
        J.KOREKSI_SEBUTAN_BERBEDA,
        ganti("84,38 persen (predikat Tinggi)", "84,38 persen (predikat Sangat Tinggi)"),
        "Sasaran 4",
    ),
    "kecamatan lain pada sampul": Cacat(
        J.KOREKSI_KANTOR_LAIN, ganti("KECAMATAN KEMLAGI", "KECAMATAN JETIS"), "Sampul"
    ),
    "kecamatan lain dalam kalimat": Cacat(
        J.KOREKSI_KANTOR_LAIN_DISEBUT,
        tambah(PERNYATAAN, "Kecamatan Dlanggu telah melaksanakan seluruh kegiatannya."),
        "IKHTISAR",
    ),
    "tahun lain pada sampul": Cacat(
        J.KOREKSI_TAHUN_LAIN, ganti("TAHUN 2021", "TAHUN 2020"), "Sampul"
    ),
    "tahun lain pada judul": Cacat(
        J.KOREKSI_TAHUN_LAIN,
        ganti("B. Perjanjian Kinerja Tahun 2021", "B. Perjanjian Kinerja Tahun 2019"),
        "BAB II",
    ),
    "tahun lain dalam kalimat": Cacat(
        J.KOREKSI_TAHUN_LAIN_DISEBUT,
        tambah(PERNYATAAN, "Kegiatan pada tahun anggaran 2019 telah dilaksanakan."),
        "IKHTISAR",
    ),
    "tanda xxx": Cacat(
        J.KOREKSI_PENANDA_TERSISA, ganti(PERNYATAAN, "Jumlah pegawai xxx orang."), "IKHTISAR"
    ),
    "variabel templat": Cacat(
        J.KOREKSI_PENANDA_TERSISA, ganti(PERNYATAAN, "Tahun {{ tahun }}."), "IKHTISAR"
    ),
    "ikhtisar dihapus": Cacat(
        J.KOREKSI_BAB_HILANG, hapus("IKHTISAR EKSEKUTIF", "Heading 1"), "lakip.docx"
    ),
    "bab tertukar": Cacat(J.KOREKSI_BAB_TERTUKAR, tukar("BAB I PEND", "BAB II PER"), "BAB I PEND"),
    "analisis dihapus": Cacat(
        J.KOREKSI_ANALISIS_HILANG, hapus("6. Efisiensi Penggunaan", "Heading 4"), "Sasaran 1"
    ),
    "analisis tertukar": Cacat(
        J.KOREKSI_ANALISIS_TERTUKAR,
        tukar("6. Efisiensi Penggunaan", "7. Program dan Kegiatan"),
        "6. Efisiensi",
    ),
    "judul tabel dihapus": Cacat(
        J.KOREKSI_TABEL_TANPA_NOMOR, hapus("Tabel 3.6", "Caption"), "tabel tanpa nomor"
    ),
    "nomor tabel berulang": Cacat(
        J.KOREKSI_NOMOR_TABEL_BERULANG,
        ganti("Tabel 3.7 Target dan Realisasi", "Tabel 3.2 Target dan Realisasi"),
        "Sasaran 2",
    ),
    "acuan ke tabel yang tidak ada": Cacat(
        J.KOREKSI_ACUAN_TABEL,
        ganti("disajikan pada Tabel 3.2.", "disajikan pada Tabel 3.99."),
        "Sasaran 1",
    ),
    "sasaran hilang dari tabel": Cacat(
        J.KOREKSI_SASARAN_HILANG, hapus_baris("3.27", "tata kelola"), "Tabel 3.27"
    ),
    "indikator hilang dari tabel": Cacat(
        J.KOREKSI_INDIKATOR_HILANG, hapus_baris("3.2", "ruang pelayanan"), "Tabel 3.2"
    ),
    "indikator hilang dari Perjanjian Kinerja": Cacat(
        J.KOREKSI_INDIKATOR_HILANG, hapus_baris("L1.1", "ruang pelayanan"), "Tabel L1.1"
    ),
    "bagian satu sasaran dihapus": Cacat(
        J.KOREKSI_SASARAN_HILANG, hapus_bagian("Sasaran 4:"), "BAB III AKUNTABILITAS KINERJA"
    ),
    "analisis sasaran berjudul singkat dihapus": Cacat(
        J.KOREKSI_ANALISIS_HILANG,
        ubah_semua(
            ganti("Sasaran 1: Meningkatnya kualitas", "Sasaran 1: Kualitas"),
            hapus("6. Efisiensi Penggunaan", "Heading 4"),
        ),
        "Sasaran 1: Kualitas",
    ),
    "bab penutup dihapus": Cacat(J.KOREKSI_BAB_HILANG, hapus_bagian("BAB IV"), "LAMPIRAN 1"),
    "IKU hilang dari tabel tujuan": Cacat(
        J.KOREKSI_INDIKATOR_HILANG, hapus_baris("2.1", "berstatus maju"), "Tabel 2.1"
    ),
    "indikator hilang dari satu tabel bab II": Cacat(
        J.KOREKSI_INDIKATOR_HILANG, hapus_baris("2.2", "ruang pelayanan"), "Tabel 2.2"
    ),
    "indikator bukan IKU hilang": Cacat(
        J.KOREKSI_INDIKATOR_HILANG, hapus_baris("3.22", "dusun yang melaksanakan"), "Tabel 3.22"
    ),
    "program hilang dari tabel anggaran": Cacat(
        J.KOREKSI_RINCIAN_HILANG, hapus_baris("2.3", "7.01.05"), "Tabel 2.3"
    ),
    "sub kegiatan hilang dari tabel anggaran": Cacat(
        J.KOREKSI_RINCIAN_HILANG, hapus_baris("3.26", "Bahan Logistik"), "Tabel 3.26"
    ),
    "nama unit di samping kodenya": Cacat(
        J.KOREKSI_UNIT_BERBEDA,
        sel("1.2", "KAMTIB", 2, "Seksi Kesejahteraan Sosial"),
        "Tabel 1.2 · baris 4, kolom Unit Kerja",
    ),
    "banyak unit kerja": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        ganti("tribulan dari 6 unit kerja", "tribulan dari 7 unit kerja"),
        "KATA PENGANTAR",
    ),
    "banyak formulir": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        ganti("Seluruh 24 formulir", "Seluruh 28 formulir"),
        "KATA PENGANTAR",
    ),
    "banyak kegiatan penunjang": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        ganti("1 program, 5 kegiatan", "1 program, 6 kegiatan"),
        "Sasaran 2",
    ),
    "banyak sasaran menurut predikat": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        tambah(PERNYATAAN, "Sebanyak 4 dari 5 sasaran memperoleh predikat Sangat Tinggi."),
        "IKHTISAR",
    ),
    "banyak indikator menurut predikat": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        tambah(PERNYATAAN, "Terdapat tiga indikator yang berpredikat Tinggi."),
        "IKHTISAR",
    ),
    "banyak sasaran yang tercapai": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        tambah(PERNYATAAN, "Sebanyak 4 dari 5 sasaran telah mencapai target."),
        "IKHTISAR",
    ),
    "seluruh sasaran dengan keterangan": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        tambah(
            PERNYATAAN,
            "Dengan demikian seluruh sasaran yang diperjanjikan pada Tahun 2021 berhasil "
            "mencapai target.",
        ),
        "IKHTISAR",
    ),
    "seluruh target tercapai": Cacat(
        J.KOREKSI_HITUNGAN_BERBEDA,
        tambah(PERNYATAAN, "Semua target kinerja Kecamatan Kemlagi telah tercapai."),
        "IKHTISAR",
    ),
    "rata-rata dengan nama kantor": Cacat(
        J.KOREKSI_RATA_RATA_BERBEDA,
        tambah(
            PERNYATAAN,
            "Rata-rata capaian kinerja Kecamatan Kemlagi Tahun 2021 mencapai 108,43 persen.",
        ),
        "IKHTISAR",
    ),
    "angka di belakang nama": Cacat(
        J.KOREKSI_ANGKA_KALIMAT_BERBEDA,
        tambah(PERNYATAAN, f"{IKM} pada Tahun 2021 mencapai 85,21, naik dari tahun lalu."),
        "IKHTISAR",
    ),
    "persen di belakang nama": Cacat(
        J.KOREKSI_ANGKA_KALIMAT_BERBEDA,
        tambah(PERNYATAAN, "Persentase desa berstatus maju dan mandiri sebesar 95 persen."),
        "IKHTISAR",
    ),
    "tahun lain pada isu strategis": Cacat(
        J.KOREKSI_TAHUN_LAIN_DISEBUT,
        ganti("dihadapi pada Tahun 2021", "dihadapi pada Tahun 2020"),
        "C. Isu Strategis",
    ),
}


@pytest.mark.parametrize("nama", CACAT)
def test_a_planted_fault_is_found_at_its_place(draf: Draf, nama: str) -> None:
    cacat = CACAT[nama]
    found = draf.check(draf.edited(cacat.sunting))
    places = [str(x.tempat) for x in found if x.jenis is cacat.jenis]
    assert any(cacat.letak in x for x in places), [(x.jenis.kode, str(x.tempat)) for x in found]


def test_the_untouched_draft_has_nothing_but_blanks(draf: Draf) -> None:
    assert draf.check(draf.isi) == []


SETIA: dict[str, Sunting] = {
    "ejaan lain pada tabel": sel(
        "3.2",
        "standar waktu",
        1,
        "Prosentase pelayanan administrasi yang diselesaikan sesuai standar waktu",
    ),
    "satuan ditulis di sel": sel("3.2", IKM, 4, "85,12 (Baik)"),
    "dibulatkan satu desimal": sel("3.2", IKM, 5, "100,7 %"),
    "rupiah dalam miliar": ganti("Dari pagu Rp3.742.790.000", "Dari pagu Rp3,74 miliar"),
    "kata lain untuk naik": ganti(
        "Dibandingkan Tahun 2020, realisasi naik dari 83,05 menjadi 85,12, artinya membaik.",
        "Realisasi indikator ini meningkat dibandingkan Tahun 2020, dari 83,05 menjadi 85,12.",
    ),
    "tetap berarti masih": ganti(
        "Realisasi 85,12 melampaui target 84,5; capaiannya 100,73 persen (predikat Sangat Tinggi).",
        "Walau pandemi, realisasi 85,12 tetap melampaui target 84,5 dengan capaian 100,73 persen.",
    ),
    "niat bukan pernyataan": tambah(
        PERNYATAAN,
        "Persentase pelayanan administrasi yang diselesaikan sesuai standar waktu diharapkan "
        "melampaui target pada tahun 2022.",
    ),
    "tribulan bukan tahun": tambah(
        PERNYATAAN,
        "Pada Tribulan III realisasi Persentase pelayanan administrasi yang diselesaikan sesuai "
        "standar waktu turun menjadi 84,77 persen.",
    ),
    "memenuhi untuk yang melampaui": ganti(
        "Dari 17 indikator, 8 indikator melampaui target, 3 indikator memenuhi target, dan 6 "
        "indikator belum memenuhi target.",
        "Sebelas dari 17 indikator kinerja telah memenuhi target, sedangkan enam indikator belum "
        "mencapai target.",
    ),
    "perbatasan wilayah": tambah(
        PERNYATAAN, "Wilayahnya berbatasan dengan Kecamatan Dawarblandong di sebelah utara."
    ),
    "tahun lalu dengan alasan": tambah(
        PERNYATAAN, "Rekomendasi hasil evaluasi atas LAKIP Tahun 2020 telah ditindaklanjuti."
    ),
    "perubahan terlacak": lacak_perubahan("Saran dan masukan", "Kritik dan masukan"),
    "turun itu baik": ganti(
        "Realisasi turun dari 31 kejadian pada Tahun 2020 menjadi 22 kejadian, artinya membaik.",
        "Dari 31 kejadian pada Tahun 2020, realisasi menurun menjadi 22 kejadian dan membaik.",
    ),
    "di bawah batas untuk yang negatif": ganti(
        "Dari target 24 kejadian terealisasi 22 kejadian, sehingga melampaui target (makin rendah "
        "makin baik)",
        "Terealisasi 22 kejadian, di bawah target 24 kejadian, sehingga tercapai",
    ),
    "seluruh indikator satu sasaran": tambah(
        "Terdapat 4 indikator kinerja yang mengukur sasaran ini.",
        "Seluruh indikator pada sasaran ini memenuhi target.",
    ),
    "judul sasaran disingkat": ganti(
        "Sasaran 4: Meningkatnya partisipasi", "Sasaran 4: Partisipasi"
    ),
    "judul sasaran tinggal nomornya": ganti(
        "Sasaran 4: Meningkatnya partisipasi dan keberdayaan masyarakat dalam pembangunan desa",
        "Sasaran Strategis 4",
    ),
    "sasaran menjadi judul pada bab II": ganti(
        "A. Rencana Strategis", "A. Sasaran 1: Meningkatnya kualitas pelayanan publik kecamatan"
    ),
    "daftar indikator pilihan": ubah_semua(
        ganti("Tabel 2.2 Perjanjian Kinerja Tahun 2021", "Tabel 2.2 Indikator Terpenting"),
        hapus_baris("2.2", "ruang pelayanan"),
    ),
    "nama unit lebih panjang": sel("1.2", "KAMTIB", 2, "Seksi Keamanan dan Ketertiban Umum"),
    "nama unit disingkat": ubah_semua(
        sel("1.2", "UMPEG", 2, "Subbag. Umum dan Kepegawaian"),
        sel("1.2", "PROGKEU", 2, "Sub Bagian Penyusunan Program dan Keuangan"),
        sel("L1.1", IKM, 4, "Kasi Pelayanan"),
    ),
    "tabel program pilihan": ubah_semua(
        ganti("Tabel 2.3 Anggaran Perjanjian", "Tabel 2.3 Program Terpenting pada Perjanjian"),
        hapus_baris("2.3", "7.01.05"),
    ),
    "rencana tahun depan": tambah(
        PERNYATAAN, "Hasil ini menjadi dasar Perjanjian Kinerja Tahun 2022."
    ),
}


@pytest.mark.parametrize("nama", SETIA)
def test_faithful_words_raise_nothing(draf: Draf, nama: str) -> None:
    found = draf.check(draf.edited(SETIA[nama]))
    assert [(x.jenis.kode, str(x.tempat), x.pesan) for x in found] == []


DI_DRAF = {J.KOREKSI_ISIAN_TERSISA, J.KOREKSI_CATATAN_PENYUSUN}
"""What the untouched draft itself has: its blanks, and the page that lists them."""
SMALLEST_KOREKSI = {x.jenis for x in CACAT.values()} | DI_DRAF


def test_the_blanks_of_the_draft_are_told(draf: Draf) -> None:
    found = check_naskah(read_docx(draf.isi, "lakip.docx"), draf.analisis)
    assert {x.jenis for x in found} == DI_DRAF


# What an office may well write, true to the example's figures or not about them at all.
LAYANAN = "Persentase pelayanan administrasi yang diselesaikan sesuai standar waktu"
GANGGUAN = "Jumlah kejadian gangguan ketenteraman dan ketertiban umum"
LAZIM = (
    f"Nilai {IKM} tahun 2018 sebesar 80,62, naik menjadi 82,47 pada tahun 2019.",
    f"Pada tahun 2020 capaian {IKM} turun dibandingkan tahun 2019 karena pandemi.",
    f"{LAYANAN} pada tahun 2020 menurun dari 88,34 persen menjadi 85,92 persen.",
    f"Meskipun {LAYANAN} belum memenuhi target 90 persen, realisasinya naik dari tahun lalu.",
    f"Untuk meningkatkan {IKM}, kecamatan menambah loket sehingga pengaduan turun.",
    f"Capaian {LAYANAN} sebesar 99,56 persen atau hampir memenuhi target.",
    f"{IKM} tidak hanya memenuhi target tahun 2021, tetapi juga target akhir Renstra.",
    f"Target {IKM} tahun 2021 adalah 84,5, lebih tinggi 1 poin dari target tahun 2020.",
    f"Capaian tertinggi pada {GANGGUAN} sebesar 108,33 persen.",
    f"{GANGGUAN} sebanyak 22 kejadian dari batas paling banyak 24 kejadian.",
    f"{GANGGUAN} menurun karena patroli gabungan.",
    f"Nilai {IKM} 85,12 berada di atas rata-rata kabupaten (83,9).",
    "Sebanyak 11 indikator dari 17 indikator kinerja sasaran telah memenuhi target.",
    "Capaian kinerja rata-rata kecamatan sebesar 100,03% dengan serapan anggaran 96,51%.",
    "Total anggaran sebesar Rp3.742.790.000,00 dan terealisasi Rp3.612.267.014,00 (96,51%).",
    "Pagu Dana Desa tahun 2021 sebesar Rp18.450.000.000 disalurkan kepada 20 desa.",
    "Dibandingkan tahun 2020, enam belas desa mengalami kenaikan pagu Dana Desa.",
    "Kecamatan Kemlagi terletak di Kabupaten Mojokerto, Provinsi Jawa Timur.",
    "Seluruh sasaran memperoleh predikat Sangat Tinggi.",
    "Seluruh indikator telah diukur dan dilaporkan.",
    "Tiga dari lima sasaran mencapai rata-rata di bawah 100 persen.",
    "Pada tahun 2021 terdapat 3 indikator yang memenuhi target tepat 100 persen.",
    "Hasil evaluasi SAKIP tahun 2020 memperoleh predikat B dan pada tahun 2021 menjadi BB.",
    "Rata-rata capaian kinerja tahun 2020 sebesar 98,06 persen.",
    "Penanganan pandemi Covid-19 sepanjang tahun 2020 memengaruhi pelayanan.",
    "Berdasarkan Peraturan Bupati Nomor 70 Tahun 2019, camat memimpin kecamatan.",
    "Serapan terendah pada Program Pemberdayaan Masyarakat Desa dan Kelurahan (85,99%).",
    "Seluruh 6 formulir diterima tepat waktu.",
    "Pada Tribulan II data dihimpun dari 5 unit kerja karena satu unit terlambat.",
    "Data pendukung dihimpun dari 20 desa.",
    "Kelima sasaran memperoleh predikat Sangat Tinggi dan 1 indikator berpredikat Tinggi.",
    "Dari 5 sasaran, 5 sasaran memperoleh predikat Sangat Tinggi.",
    "Sebanyak 2 dari 5 sasaran melampaui target dengan rata-rata di atas 100 persen.",
    "Satu sasaran telah mencapai seluruh targetnya.",
    "Semua target fisik pekerjaan gedung telah tercapai.",
    f"{IKM} sebesar 85,12, di atas target 84,5.",
    f"{IKM} pada tahun 2021 mencapai 100,73 persen dari target.",
    "Persentase desa berstatus maju dan mandiri mencapai 17 dari 20 desa.",
    "Persentase desa berstatus maju dan mandiri adalah 85 persen, termasuk 3 desa mandiri.",
    f"{GANGGUAN} tercatat 22 kejadian, 5 di antaranya pada akhir tahun.",
    "Rata-rata capaian kinerja seluruh indikator kantor pada Tahun 2021 sebesar 100,03 persen.",
    "Rata-rata capaian indikator program Tahun 2021 mencapai 103,2 persen.",
    "Laporan ini menyajikan perbandingan dengan Tahun 2020.",
    "Isu strategis ini berkembang sejak tahun 2019.",
)


def test_an_offices_own_sentences_raise_nothing(draf: Draf) -> None:
    edits = [tambah(PERNYATAAN, x) for x in LAZIM]
    assert [(x.jenis.kode, x.pesan) for x in draf.check(draf.edited(*edits))] == []
