"""Sheet Petunjuk of a unit's workbook: how to fill it in, on one page."""

from __future__ import annotations

from kinerja_cli.adapter.format_unit.kepala import PERLINDUNGAN, Halaman
from kinerja_cli.adapter.petunjuk_xlsx import Petunjuk, write_petunjuk
from kinerja_cli.adapter.tulis_xlsx import WARNA_BAGIAN, WARNA_ISIAN, WARNA_KEPALA

WARNA = (
    (WARNA_ISIAN, "Diisi oleh unit"),
    (WARNA_KEPALA, "Judul kolom"),
    (WARNA_BAGIAN, "Judul bagian dan jumlah"),
)

SEBELUM_ANGGARAN = (
    (
        "Yang diisi",
        (
            "Hanya sel berwarna kuning: Realisasi Tribulan, Keterangan, bagian tanda tangan, dan "
            "lembar Penjelasan. Sel lain terkunci."
        ),
    ),
    (
        "Angka",
        (
            "Tulis angka saja, tanpa satuan dan tanpa titik ribuan; tanda desimal adalah koma.\n"
            "Benar: 82,5   1250   0\n"
            "Keliru: 82.5   82,5 %   1.250 dokumen   2/8"
        ),
    ),
    (
        "Persen",
        "Delapan puluh lima persen ditulis 85, bukan 0,85.",
    ),
    (
        "Kosong bukan nol",
        (
            "Data belum ada: kosongkan selnya. Hasilnya memang nol: tulis 0. Jangan menulis "
            "tanda - atau kata nihil."
        ),
    ),
    (
        "Tribulan ini atau sampai dengan",
        (
            "Pilih sel realisasi, lalu baca pesan yang muncul: sebagian indikator diisi hasil "
            "tribulan ini saja, sebagian kumulatif sampai dengan tribulan ini."
        ),
    ),
    (
        "Predikat",
        "Pilih dari daftar yang muncul pada sel, misalnya BB.",
    ),
    (
        "Target",
        (
            "Jangan mengubah target atau bunyi indikator. Bila keliru, sampaikan kepada penyusun "
            "agar rencananya diperbaiki dan formulir baru dibagikan."
        ),
    ),
    (
        "Keterangan",
        (
            "Wajib diisi bila target tidak tercapai atau jauh terlampaui. Tulis sebabnya dengan "
            "singkat; uraian lengkapnya pada lembar Penjelasan."
        ),
    ),
    (
        "Lembar Penjelasan",
        (
            "Faktor penyebab, kendala, solusi, dan rencana tindak lanjut akan dikutip dalam "
            "laporan kinerja. Tulis dalam kalimat lengkap."
        ),
    ),
)
ANGGARAN = (
    "Lembar Anggaran",
    (
        "Realisasi sejak Januari sampai dengan akhir tribulan ini, dalam rupiah penuh, menurut "
        "catatan keuangan. Belum ada realisasi: tulis 0."
    ),
)
SESUDAH_ANGGARAN = (
    (
        "Tanda tangan",
        "Isi tanggal, lalu periksa nama pejabat dan NIP.",
    ),
    (
        "Bentuk berkas",
        (
            "Jangan menambah, menghapus, atau memindahkan baris dan kolom, dan jangan menyalin "
            "isinya ke buku kerja lain. Nama berkas boleh diganti."
        ),
    ),
)


def write_petunjuk_unit(halaman: Halaman, *, anggaran: bool) -> None:
    """Write the sheet; what concerns money only where the workbook asks for it."""
    formulir = halaman.formulir
    receiver = formulir.kantor.sekretaris.jabatan
    send = f"Simpan sebagai buku kerja Excel (.xlsx), lalu kirim berkasnya kepada {receiver}."
    budget = (ANGGARAN,) if anggaran else ()
    petunjuk = Petunjuk(
        judul="PETUNJUK PENGISIAN",
        pengantar=(
            f"Format Pengumpulan Data Kinerja, {formulir.unit.nama}, "
            f"Tribulan {formulir.romawi} Tahun {formulir.rencana.tahun}"
        ),
        butir=(*SEBELUM_ANGGARAN, *budget, *SESUDAH_ANGGARAN, ("Pengiriman", send)),
        warna=WARNA,
    )
    write_petunjuk(halaman.lembar, halaman.gaya, petunjuk, formulir.pengaturan.kertas)
    halaman.lembar.protect("", PERLINDUNGAN)
