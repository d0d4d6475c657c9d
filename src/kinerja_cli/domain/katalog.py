"""The catalogue of findings: stable code, level with its reason, message and remedy.

This is the one table that says what is galat and what is peringatan; an office may raise or lower
a code under [temuan] in kinerja.toml. docs/temuan.md is generated from it.
"""

from __future__ import annotations

from enum import Enum

from kinerja_cli.domain.temuan import Tingkat

G, P, I = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.INFO  # noqa: E741 - columns of the table


class JenisTemuan(Enum):
    """Every finding there is: kode, tingkat, pesan, saran, and why it has this tingkat."""

    # R: rencana-<tahun>.xlsx
    RENCANA_LEMBAR_HILANG = (
        "R101",
        G,
        "Lembar '{lembar}' tidak ada.",
        "Tambahkan lembar '{lembar}'; susunannya seperti pada rencana baru dari `kinerja mulai`.",
        "Tanpa lembar ini rencana tidak lengkap.",
    )
    RENCANA_KOLOM_HILANG = (
        "R102",
        G,
        "Kolom '{kolom}' tidak ditemukan.",
        "Tulis kembali judul kolom '{kolom}' pada baris judul.",
        "Isi yang wajib tidak dapat dibaca.",
    )
    RENCANA_ISIAN_WAJIB_KOSONG = (
        "R103",
        G,
        "{kolom} belum diisi.",
        "Isi {kolom} pada baris ini.",
        "Baris tanpa isian wajib tidak dapat dihitung.",
    )
    RENCANA_KODE_BERULANG = (
        "R104",
        G,
        "Kode '{kode}' sudah dipakai di sel {pertama}.",
        "Beri kode lain, atau hapus baris yang berulang.",
        "Kode adalah kunci: dua arti untuk satu kode membuat angka tertukar.",
    )
    RENCANA_UNIT_TIDAK_DIKENAL = (
        "R105",
        G,
        "Unit '{unit}' tidak ada pada lembar Unit.",
        "Pilih kode unit yang ada ({pilihan}), atau tambahkan unit itu pada lembar Unit.",
        "Formulir tidak dapat dibuat untuk unit yang tidak dikenal.",
    )
    RENCANA_INDUK_TIDAK_ADA = (
        "R106",
        G,
        "Kode induk '{induk}' tidak ada pada lembar Cascading.",
        "Perbaiki kode induk, atau tambahkan barisnya.",
        "Capaian dan anggaran tidak dapat dijumlahkan ke atas.",
    )
    RENCANA_INDUK_SALAH_JENJANG = (
        "R107",
        G,
        "'{kode}' ({jenjang}) tidak dapat berinduk pada '{induk}' ({jenjang_induk}).",
        "Induk harus berjenjang lebih tinggi: tujuan, sasaran, program, kegiatan, sub kegiatan.",
        "Susunan cascading yang berputar atau terbalik tidak dapat dijumlahkan.",
    )
    RENCANA_PILIHAN_TIDAK_DIKENAL = (
        "R108",
        G,
        "{kolom} '{nilai}' tidak dikenal.",
        "Pilih salah satu: {pilihan}.",
        "Cara menghitung tidak boleh ditebak.",
    )
    RENCANA_TARGET_TIDAK_SEJALAN = (
        "R110",
        G,
        "Target tribulan menghasilkan {hasil} menurut agregasi '{agregasi}'; Target Tahunan {tahunan}.",
        "Samakan target tribulan dengan target tahunan, atau pilih agregasi yang sesuai.",
        "Capaian tribulan dan tahun akan saling bertentangan.",
    )
    RENCANA_BOBOT_TIDAK_WAJAR = (
        "R111",
        G,
        "Bobot '{nilai}' tidak dapat dipakai: {sebab}.",
        "Isi bobot lebih dari 0 untuk semua indikator sasaran itu, atau kosongkan semuanya.",
        "Rata-rata tertimbang memerlukan bobot yang lengkap.",
    )
    RENCANA_PAGU_PADA_INDUK = (
        "R112",
        G,
        "'{kode}' mempunyai turunan, tetapi juga mempunyai pagu sendiri.",
        "Isi pagu hanya pada baris terbawah; jumlah induk dihitung otomatis.",
        "Pagu induk dan turunannya akan terhitung dua kali.",
    )
    RENCANA_PAGU_TANPA_UNIT = (
        "R113",
        G,
        "'{kode}' mempunyai pagu, tetapi tidak ada unit penanggung jawabnya.",
        "Isi kolom Unit pada baris ini.",
        "Realisasi anggaran tidak akan ada yang melaporkan.",
    )
    RENCANA_URAIAN_MIRIP = (
        "R114",
        P,
        "Uraian indikator hampir sama dengan '{kode_lain}' di sel {pertama}.",
        "Jika indikatornya sama, pakai satu kode saja; jika berbeda, perjelas uraiannya.",
        "Mungkin satu indikator dengan dua ejaan, mungkin memang dua.",
    )
    RENCANA_BARIS_TIDAK_SAMA = (
        "R115",
        G,
        "{kolom} untuk kode '{kode}' berbeda dengan baris di sel {pertama}.",
        "Samakan {kolom} pada semua baris dengan kode '{kode}'.",
        "Satu indikator yang dipasok beberapa unit hanya boleh mempunyai satu arti.",
    )
    RENCANA_INDIKATOR_TIDAK_DIKENAL = (
        "R117",
        G,
        "Kode indikator '{kode}' tidak ada pada lembar Indikator.",
        "Perbaiki kodenya, atau hapus baris ini.",
        "Riwayat tanpa indikator tidak dapat dibandingkan.",
    )
    RENCANA_TARGET_TIDAK_COCOK = (
        "R118",
        G,
        "{kolom} '{nilai}' tidak cocok dengan polaritas '{polaritas}'.",
        "Polaritas rentang memerlukan target seperti 80-90, predikat huruf, yang lain satu angka.",
        "Rumus capaian tidak berlaku untuk target seperti ini.",
    )
    RENCANA_AGREGASI_TIDAK_COCOK = (
        "R119",
        G,
        "Agregasi '{agregasi}' tidak berlaku untuk polaritas predikat.",
        "Pilih agregasi 'posisi akhir'.",
        "Huruf tidak dapat dijumlahkan.",
    )
    RENCANA_TARGET_NEGATIF = (
        "R120",
        P,
        "{kolom} {nilai} negatif, sehingga capaiannya tidak dapat dihitung.",
        "Nyatakan indikator dengan target positif, misalnya penurunan sebesar 5.",
        "Rumus capaian tidak bermakna untuk target di bawah nol.",
    )
    RENCANA_KOSONG = (
        "R121",
        P,
        "Belum ada isi pada lembar '{lembar}'.",
        "Isi lembar '{lembar}' sebelum membuat formulir.",
        "Rencana baru memang masih kosong.",
    )
    KANTOR_BELUM_DIISI = (
        "R122",
        P,
        "{kunci} masih berisi contoh '{nilai}'.",
        "Isi dengan data kantor Anda di kinerja.toml.",
        "Isian contoh akan tercetak pada formulir dan laporan.",
    )
    RENCANA_KODE_SERUPA = (
        "R123",
        G,
        "Kode unit '{kode}' memberi nama berkas yang sama dengan kode '{lain}' di sel {pertama}.",
        "Beri kode yang bedanya tidak hanya pada huruf besar-kecil atau tanda baca.",
        "Surat dan formulir unit yang satu akan menggantikan milik unit yang lain.",
    )

    # B: berkas yang masuk
    BERKAS_BUKAN_BUKU_KERJA = (
        "B201",
        G,
        "Tidak dapat dibaca: {sebab}.",
        "{remedi}",
        "Isi berkas tidak dapat dipastikan.",
    )
    BERKAS_TANPA_IDENTITAS = (
        "B202",
        G,
        "Berkas ini bukan formulir yang dibuat dengan `kinerja buat-format`.",
        "Isi formulir yang dibagikan; jangan menyalin isinya ke buku kerja lain.",
        "Tanpa identitas tidak diketahui unit dan tribulannya.",
    )
    BERKAS_KANTOR_LAIN = (
        "B203",
        G,
        "Formulir ini milik '{nilai}', bukan '{kantor}'.",
        "Pakai formulir dari kantor sendiri.",
        "Angka kantor lain tidak boleh tercampur.",
    )
    BERKAS_TAHUN_LAIN = (
        "B204",
        G,
        "Formulir ini untuk tahun {nilai}, bukan {tahun}.",
        "Isi formulir tahun {tahun}, atau jalankan dengan --tahun {nilai}.",
        "Angka tahun lain tidak boleh tercampur.",
    )
    BERKAS_UNIT_TIDAK_DIKENAL = (
        "B205",
        G,
        "Unit '{unit}' pada formulir tidak ada dalam rencana.",
        "Buat dan bagikan ulang formulir unit itu dengan `kinerja buat-format`.",
        "Tidak ada target untuk unit itu.",
    )
    BERKAS_TRIBULAN_LAIN = (
        "B206",
        P,
        "Formulir ini untuk Tribulan {nilai}; yang sedang dihimpun Tribulan {tribulan}.",
        "Kirim formulir Tribulan {tribulan}, atau himpun tanpa -t.",
        "Berkas tribulan lain sering tertinggal di folder yang sama.",
    )
    BERKAS_FORMAT_LEBIH_BARU = (
        "B207",
        G,
        "Formulir dibuat dengan versi format {nilai}; program ini mengenal {versi}.",
        "Pasang versi kinerja yang terbaru, lalu ulangi.",
        "Letak isian pada format yang belum dikenal tidak boleh ditebak.",
    )
    BERKAS_RENCANA_BERUBAH = (
        "B208",
        P,
        "Rencana sudah berubah sejak formulir ini dibuat.",
        "Periksa apakah target unit ini masih sama; bila perlu bagikan formulir baru.",
        "Perubahan yang menyangkut unit ini ditemukan tersendiri per sel.",
    )
    BERKAS_DIGANTIKAN = (
        "B209",
        P,
        "Ada formulir lain dari unit dan tribulan yang sama, disimpan lebih akhir: {lain}.",
        "Yang disimpan terakhir yang dipakai. Periksa bahwa itu yang dimaksud.",
        "Unit sering mengirim perbaikan tanpa menarik yang lama.",
    )
    BERKAS_TERTUTUP = (
        "B210",
        G,
        "Berkas tidak dapat dibuka: {sebab}.",
        "Tutup berkas di Excel, lalu ulangi.",
        "Isi berkas belum diketahui.",
    )

    BERKAS_KUNCI_EXCEL = (
        "B211",
        P,
        "Berkas '{nama}' sedang dibuka di Excel; perubahan terakhir mungkin belum tersimpan.",
        "Simpan dan tutup berkas di Excel, lalu ulangi.",
        "Yang dihimpun adalah isi terakhir yang tersimpan.",
    )
    BERKAS_BERUBAH = (
        "B212",
        G,
        "Berkas berubah ketika sedang dihimpun.",
        "Tunggu sampai berkas selesai disalin atau disimpan, lalu ulangi.",
        "Yang diperiksa dan yang diarsipkan harus sama.",
    )

    BERKAS_DITARIK = (
        "B213",
        P,
        "Formulir ini sudah ditarik: {alasan}.",
        "Hapus dari folder masuk, atau kirim formulir yang sudah diperbaiki.",
        "Yang ditarik tidak diterima kembali tanpa perubahan.",
    )
    TRIBULAN_DITUTUP = (
        "B214",
        G,
        "Tribulan {tribulan} sudah ditutup.",
        'Bila perlu, buka kembali: kinerja buka -t {ke} --alasan "...".',
        "Angka tribulan yang ditutup sudah dilaporkan.",
    )

    BERKAS_MENGHENTIKAN = (
        "B215",
        G,
        "Pemeriksaan berkas ini berhenti di tengah jalan.",
        "Isi ulang pada formulir yang dibagikan, simpan dari Excel, lalu kirim yang baru.",
        "Isinya tidak dapat dipastikan; berkas lain tetap diproses.",
    )
    BERKAS_TIDAK_ADA = (
        "B216",
        G,
        "Berkas tidak ada, dilihat dari komputer yang membacanya ({komputer}).",
        "Ulangi bila berkas baru dipindahkan; dengan --klaster, simpan di folder bersama yang alamatnya sama di semua komputer.",
        "Isi berkas belum diketahui.",
    )

    # I: isian
    LEMBAR_HILANG = (
        "I301",
        G,
        "Lembar '{lembar}' tidak ada.",
        "Pakai formulir yang utuh, lalu salin isian ke dalamnya.",
        "Isian unit tidak dapat dibaca.",
    )
    KOLOM_HILANG = (
        "I302",
        G,
        "Kolom '{kolom}' tidak ditemukan.",
        "Kembalikan judul kolom seperti pada formulir asli.",
        "Isian unit tidak dapat dibaca.",
    )
    BARIS_HILANG = (
        "I303",
        G,
        "Indikator '{kode}' ({uraian}) tidak ada pada formulir.",
        "Pakai formulir yang utuh; jangan menghapus baris.",
        "Indikator yang hilang akan tampak seperti tidak dikerjakan.",
    )
    BARIS_TIDAK_DIKENAL = (
        "I304",
        G,
        "Baris berkode '{kode}' tidak ada dalam rencana unit ini.",
        "Hapus baris itu, atau minta formulir baru bila rencana berubah.",
        "Angka tanpa target tidak dapat dinilai.",
    )
    BARIS_BERULANG = (
        "I305",
        G,
        "Kode '{kode}' muncul lebih dari sekali; yang pertama di sel {pertama}.",
        "Sisakan satu baris saja untuk indikator ini.",
        "Tidak diketahui mana yang benar.",
    )
    BARIS_TANPA_KODE = (
        "I306",
        G,
        "Ada isian '{nilai}' pada baris yang bukan baris indikator.",
        "Isi hanya pada baris yang tersedia; jangan menambah baris.",
        "Angka di luar baris indikator akan hilang tanpa kabar.",
    )
    TARGET_BERUBAH = (
        "I307",
        G,
        "{kolom} pada formulir {nilai}, sedangkan dalam rencana {rencana}.",
        "Kembalikan target seperti semula; perubahan target dilakukan di rencana.",
        "Capaian harus diukur terhadap target yang disepakati.",
    )
    URAIAN_BERUBAH = (
        "I308",
        P,
        "Uraian indikator pada formulir berbeda dengan rencana: '{nilai}'.",
        "Kembalikan uraian seperti semula: '{rencana}'.",
        "Baris dikenali dari kodenya, tetapi unit mungkin mengukur hal lain.",
    )
    BUKAN_ANGKA = (
        "I310",
        G,
        "{kolom} '{nilai}' bukan angka.",
        "Tulis angka saja tanpa keterangan lain, misalnya 82,5.",
        "Tidak ada angka yang dapat dipastikan.",
    )
    ANGKA_BERMAKNA_GANDA = (
        "I311",
        G,
        "{kolom} '{nilai}' dapat berarti {bacaan}.",
        "Ketik sebagai angka: tanpa titik untuk ribuan, dengan koma untuk desimal.",
        "Dua bacaan yang berbeda seribu kali tidak boleh ditebak.",
    )
    TITIK_DESIMAL = (
        "I312",
        G,
        "{kolom} '{nilai}' memakai titik; di sini desimal ditulis dengan koma.",
        "Tulis {bacaan} bila itu yang dimaksud.",
        "Titik adalah tanda ribuan dalam penulisan Indonesia.",
    )
    LEBIH_DARI_SATU_ANGKA = (
        "I313",
        G,
        "{kolom} '{nilai}' memuat lebih dari satu angka.",
        "Tulis satu angka untuk satu indikator.",
        "Tidak diketahui angka mana yang dimaksud.",
    )
    TANDA_KOSONG = (
        "I314",
        G,
        "{kolom} berisi '{nilai}'.",
        "Kosongkan sel bila belum ada data; tulis 0 bila hasilnya memang nol.",
        "Kosong dan nol berbeda artinya.",
    )
    SEL_GALAT = (
        "I315",
        G,
        "{kolom} berisi galat {nilai}.",
        "Perbaiki rumusnya, atau ketik angkanya.",
        "Galat bukan nol dan bukan kosong.",
    )
    RUMUS_BELUM_DIHITUNG = (
        "I316",
        G,
        "{kolom} berisi rumus yang belum pernah dihitung.",
        "Buka dan simpan berkas di Excel, atau ketik angkanya.",
        "Hasil rumusnya tidak diketahui.",
    )
    SEL_TANGGAL = (
        "I317",
        G,
        "{kolom} terbaca sebagai tanggal atau jam: {nilai}.",
        "Excel mengubah ketikan seperti 3/5 menjadi tanggal. Ubah format sel menjadi Umum, lalu ketik ulang.",
        "Angka yang diketik sudah hilang.",
    )
    SEL_LOGIKA = (
        "I318",
        G,
        "{kolom} berisi {nilai}.",
        "Ketik angkanya.",
        "Benar atau salah bukan ukuran.",
    )
    SATUAN_LAIN = (
        "I319",
        G,
        "{kolom} '{nilai}' memakai '{satuan_ditulis}', sedangkan satuannya '{satuan}'.",
        "Tulis angka dalam {satuan} tanpa menulis satuannya.",
        "Angka dalam satuan lain tidak dapat dibandingkan dengan target.",
    )
    SATUAN_DITULIS = (
        "I320",
        I,
        "{kolom} '{nilai}' dibaca sebagai {bacaan}.",
        "Lain kali tulis angka saja, tanpa satuan.",
        "Terbaca dengan pasti; hanya pemberitahuan.",
    )
    PECAHAN_UNTUK_PERSEN = (
        "I321",
        G,
        "{kolom} {nilai} tampak seperti pecahan, sedangkan targetnya {target} persen.",
        "Tulis {bacaan} bila yang dimaksud {bacaan} persen.",
        "Selisih seratus kali akan tampak sebagai kegagalan.",
    )
    FORMAT_BUKAN_SATUAN = (
        "I322",
        G,
        "{kolom} tampil sebagai {nilai}, sedangkan satuannya '{satuan}'.",
        "Ubah format sel menjadi Umum, lalu ketik angkanya.",
        "Yang tampak bukan ukuran indikator ini; mungkin salah sel atau salah seratus kali.",
    )
    NEGATIF = (
        "I323",
        G,
        "{kolom} {nilai} negatif.",
        "Periksa tandanya, lalu ketik ulang.",
        "Ukuran ini tidak dapat kurang dari nol.",
    )
    PREDIKAT_TIDAK_DIKENAL = (
        "I324",
        G,
        "Predikat '{nilai}' tidak dikenal.",
        "Pilih salah satu: {pilihan}.",
        "Nilai sebuah predikat tidak boleh ditebak.",
    )
    ANGKA_DI_LUAR_JANGKAUAN = (
        "I325",
        G,
        "{kolom} berisi angka yang tidak wajar: {nilai}.",
        "Periksa rumusnya, atau ketik angkanya; paling banyak 15 angka di depan koma.",
        "Excel tidak menyimpan angka seperti ini dengan tepat.",
    )
    REALISASI_KOSONG = (
        "I330",
        P,
        "Realisasi belum diisi, sedangkan targetnya {target}.",
        "Isi realisasi; tulis 0 bila hasilnya memang nol.",
        "Data dapat belum tersedia; indikator itu tidak dinilai.",
    )
    KETERANGAN_KOSONG = (
        "I331",
        P,
        "Target tidak tercapai ({capaian} %), tetapi keterangan kosong.",
        "Jelaskan penyebabnya pada kolom Keterangan atau lembar Penjelasan.",
        "LAKIP wajib memuat penyebab kegagalan.",
    )
    CAPAIAN_EKSTREM = (
        "I332",
        P,
        "Capaian {capaian} % di luar kewajaran dan tanpa keterangan.",
        "Periksa angkanya; bila benar, jelaskan pada kolom Keterangan.",
        "Capaian di atas 150 atau di bawah 50 sering berasal dari salah ketik.",
    )
    PERSEN_LEBIH_DARI_SERATUS = (
        "I333",
        P,
        "{kolom} {nilai} persen, lebih dari 100.",
        "Periksa apakah ukuran ini memang dapat melebihi 100 persen.",
        "Bagian dari keseluruhan tidak dapat lebih dari seluruhnya.",
    )
    SAMA_DENGAN_TRIBULAN_LALU = (
        "I334",
        I,
        "Realisasi {nilai} sama persis dengan Tribulan {tribulan}.",
        "Pastikan bukan salinan dari formulir tribulan lalu.",
        "Sering benar, kadang salinan.",
    )
    SAMA_DENGAN_TAHUN_LALU = (
        "I335",
        I,
        "Realisasi {nilai} sama persis dengan realisasi tahun {tahun}.",
        "Pastikan bukan salinan dari laporan tahun lalu.",
        "Sering benar, kadang salinan.",
    )
    KUMULATIF_TURUN = (
        "I336",
        G,
        "Realisasi kumulatif {nilai} lebih kecil daripada Tribulan {tribulan} ({lalu}).",
        "Tulis angka sampai dengan tribulan ini, bukan tambahan tribulan ini saja.",
        "Angka kumulatif tidak dapat turun.",
    )
    BELUM_DITANDATANGANI = (
        "I337",
        P,
        "{kolom} pada bagian tanda tangan belum diisi.",
        "Isi tanggal dan nama pejabat pada bagian tanda tangan.",
        "Data yang disampaikan perlu ada penanggung jawabnya.",
    )
    SAMA_SEMUA_DENGAN_TRIBULAN_LALU = (
        "I338",
        P,
        "Semua realisasi sama persis dengan Tribulan {tribulan}.",
        "Pastikan unit tidak mengirim ulang isian tribulan lalu.",
        "Hampir pasti salinan.",
    )

    TEMUAN_TERLALU_BANYAK = (
        "I339",
        G,
        "Masih ada {jumlah} temuan lain pada formulir ini.",
        "Isi ulang pada formulir yang dibagikan, atau perbaiki dahulu yang disebut di atas.",
        "Formulir dengan temuan sebanyak ini bukan lagi formulir yang dibagikan.",
    )

    # A: anggaran
    ANGGARAN_KOSONG = (
        "A401",
        P,
        "Realisasi anggaran '{kode}' belum diisi.",
        "Isi realisasi sampai dengan tribulan ini; tulis 0 bila belum ada.",
        "Serapan tidak dihitung tanpa angka ini.",
    )
    ANGGARAN_MELEBIHI_PAGU = (
        "A402",
        P,
        "Realisasi {nilai} melebihi pagu {pagu}.",
        "Periksa angkanya; realisasi tidak boleh melebihi pagu dalam DPA.",
        "Bisa salah ketik, bisa pagu sudah berubah.",
    )
    ANGGARAN_KELIPATAN_PAGU = (
        "A403",
        G,
        "Realisasi {nilai} tepat {kali} kali pagu.",
        "Tulis realisasi baris anggaran ini sekali saja.",
        "Jumlah yang sama tercatat sekali untuk tiap indikator.",
    )
    ANGGARAN_TURUN = (
        "A404",
        G,
        "Realisasi {nilai} lebih kecil daripada Tribulan {tribulan} ({lalu}).",
        "Tulis realisasi sampai dengan tribulan ini, bukan tambahan tribulan ini saja.",
        "Realisasi sampai dengan tribulan tidak dapat turun.",
    )
    PAGU_BERUBAH = (
        "A405",
        G,
        "Pagu pada formulir {nilai}, sedangkan dalam rencana {rencana}.",
        "Kembalikan pagu seperti semula; perubahan pagu dilakukan di rencana.",
        "Serapan harus diukur terhadap pagu yang ditetapkan.",
    )

    # K: koreksi laporan yang sudah disunting
    KOREKSI_ANGKA_BERBEDA = (
        "K501",
        G,
        "{ukuran} {subjek} tertulis {nilai}; menurut data {data}.",
        "Tulis {data}, atau perbaiki datanya lalu buat ulang draf.",
        "Laporan yang ditandatangani harus sama dengan data yang dilaporkan unit.",
    )
    KOREKSI_ANGKA_TANPA_DATA = (
        "K502",
        G,
        "{ukuran} {subjek} tertulis {nilai}; data tidak mempunyai angkanya.",
        "Kosongkan, atau himpun dahulu data yang mendukungnya.",
        "Angka tanpa data tidak dapat dipertanggungjawabkan.",
    )
    KOREKSI_ANGKA_DIKOSONGKAN = (
        "K503",
        P,
        "{ukuran} {subjek} dikosongkan; menurut data {data}.",
        "Tulis {data}.",
        "Mungkin terhapus; mungkin sengaja tidak ditampilkan.",
    )
    KOREKSI_JUMLAH_BERBEDA = (
        "K504",
        G,
        "{ukuran} pada baris jumlah tertulis {nilai}; penjumlahan rinciannya {data}.",
        "Tulis {data}; persentase jumlah dihitung dari jumlahnya, bukan rata-rata persentase.",
        "Jumlah yang tidak dimiliki barisnya membatalkan kepercayaan pada seluruh tabel.",
    )
    KOREKSI_RATA_RATA_BERBEDA = (
        "K505",
        G,
        "Rata-rata tertulis {nilai}; menurut data {data}.",
        "Tulis {data}.",
        "Rata-rata harus dapat dihitung ulang dari barisnya.",
    )
    KOREKSI_SEBUTAN_BERBEDA = (
        "K506",
        G,
        "{ukuran} {subjek} tertulis '{nilai}'; menurut data '{data}'.",
        "Tulis '{data}'.",
        "Sebutan harus mengikuti angkanya.",
    )
    KOREKSI_UNIT_BERBEDA = (
        "K507",
        P,
        "Unit kerja {subjek} tertulis '{nilai}'; menurut rencana {data}.",
        "Tulis {data}, atau perbaiki rencana bila penanggung jawabnya berganti.",
        "Penanggung jawab dapat berganti setelah rencana ditetapkan.",
    )
    KOREKSI_ARAH_BERTENTANGAN = (
        "K511",
        G,
        "Kalimat menyatakan {ukuran} {subjek} {kata}; menurut data {data}.",
        "Sesuaikan kalimat dengan angkanya.",
        "Kalimat yang bertentangan dengan angka menyesatkan pembaca.",
    )
    KOREKSI_MUTU_BERTENTANGAN = (
        "K512",
        G,
        "Kalimat menyatakan {subjek} {kata}; menurut data {data}.",
        "Sesuaikan kalimat: untuk indikator ini yang baik adalah {baik}.",
        "Membaik atau memburuk ditentukan oleh polaritas indikator.",
    )
    KOREKSI_HASIL_BERTENTANGAN = (
        "K513",
        G,
        "Kalimat menyatakan {subjek} {kata}; menurut data {data}.",
        "Sesuaikan kalimat dengan capaiannya.",
        "Pernyataan tercapai atau tidak adalah inti laporan.",
    )
    KOREKSI_LETAK_BERTENTANGAN = (
        "K514",
        G,
        "Kalimat menyatakan {subjek} {kata} {acuan}; menurut data {data}.",
        "Sesuaikan kalimat dengan angkanya.",
        "Kedudukan terhadap pembanding dapat diperiksa siapa pun.",
    )
    KOREKSI_ANGKA_KALIMAT_BERBEDA = (
        "K515",
        G,
        "Kalimat menyebut {ukuran} {subjek} {nilai}; menurut data {data}.",
        "Tulis {data}, atau samakan dengan tabelnya.",
        "Angka dalam kalimat harus sama dengan angka dalam tabel.",
    )
    KOREKSI_HITUNGAN_BERBEDA = (
        "K516",
        G,
        "Kalimat menyebut {nilai}; menurut data {data}.",
        "Hitung kembali dari tabel capaian, lalu sesuaikan kalimatnya.",
        "Hitungan yang tidak dimiliki tabelnya tampak seperti dilebih-lebihkan.",
    )
    KOREKSI_UJUNG_BERBEDA = (
        "K517",
        G,
        "Kalimat menyebut {subjek} {kata}; menurut data yang {kata} {data}.",
        "Sesuaikan kalimat dengan angkanya.",
        "Yang tertinggi dan terendah dapat dilihat dari tabel.",
    )
    KOREKSI_EFISIENSI_BERTENTANGAN = (
        "K518",
        G,
        "Kalimat menilai penggunaan sumber daya {kata}; menurut data {data}.",
        "Sesuaikan penilaian dengan selisih capaian dan serapannya.",
        "Penilaian efisiensi mengikuti aturan kantor pada kinerja.toml.",
    )
    KOREKSI_KANTOR_LAIN = (
        "K521",
        G,
        "Tertulis '{nilai}'; laporan ini milik {kantor}.",
        "Ganti dengan nama kantor sendiri.",
        "Nama kantor lain pada sampul, judul, atau tanda tangan adalah sisa salinan.",
    )
    KOREKSI_KANTOR_LAIN_DISEBUT = (
        "K522",
        P,
        "Kalimat menyebut '{nilai}'; laporan ini milik {kantor}.",
        "Periksa apakah kantor lain itu memang dimaksud.",
        "Bisa sisa salinan laporan kantor lain, bisa memang disebut.",
    )
    KOREKSI_TAHUN_LAIN = (
        "K523",
        G,
        "Tertulis '{nilai}'; laporan ini untuk Tahun {tahun}.",
        "Ganti tahunnya.",
        "Tahun lain pada sampul, judul, atau kepala tabel adalah sisa laporan lama.",
    )
    KOREKSI_TAHUN_LAIN_DISEBUT = (
        "K524",
        P,
        "Kalimat menyebut '{nilai}'; laporan ini untuk Tahun {tahun}.",
        "Periksa apakah tahun itu memang dimaksud.",
        "Bisa sisa laporan tahun lalu, bisa memang disebut.",
    )
    KOREKSI_ISIAN_TERSISA = (
        "K531",
        I,
        "Masih harus diisi: {nilai}.",
        "Tulis isinya, lalu hapus tandanya.",
        "Draf memang menyisakan bagian yang tidak diketahui dari data.",
    )
    KOREKSI_PENANDA_TERSISA = (
        "K532",
        P,
        "Masih ada tanda sementara '{nilai}'.",
        "Ganti dengan isi yang sebenarnya.",
        "Tanda sementara tidak boleh ikut ditandatangani.",
    )
    KOREKSI_CATATAN_PENYUSUN = (
        "K533",
        I,
        "Halaman catatan penyusun masih ada.",
        "Hapus halaman itu sebelum laporan ditandatangani.",
        "Halaman itu hanya untuk penyusun.",
    )
    KOREKSI_BAB_HILANG = (
        "K541",
        G,
        "Bagian '{nilai}' tidak ditemukan.",
        "Kembalikan bagian itu, dengan judul bergaya Judul (Heading).",
        "PermenPANRB 53/2014 menetapkan susunan laporan.",
    )
    KOREKSI_BAB_TERTUKAR = (
        "K542",
        P,
        "Bagian '{nilai}' berada setelah '{lain}'.",
        "Pindahkan ke tempatnya menurut susunan laporan.",
        "Susunan yang tertukar menyulitkan reviu dan evaluasi.",
    )
    KOREKSI_ANALISIS_HILANG = (
        "K543",
        G,
        "Analisis '{nilai}' tidak ditemukan untuk sasaran “{sasaran}”.",
        "Kembalikan analisis itu; setiap sasaran mempunyai tujuh analisis.",
        "PermenPANRB 53/2014 meminta analisis itu untuk setiap sasaran.",
    )
    KOREKSI_ANALISIS_TERTUKAR = (
        "K544",
        P,
        "Analisis '{nilai}' berada setelah '{lain}'.",
        "Urutkan menurut susunan tujuh analisis.",
        "Urutan yang sama untuk setiap sasaran memudahkan pembacaan.",
    )
    KOREKSI_TABEL_TANPA_NOMOR = (
        "K545",
        P,
        "Tabel ini tidak mempunyai nomor dan judul.",
        "Tulis nomor dan judulnya tepat di atas tabel, misalnya Tabel 3.2 Target dan Realisasi.",
        "Tabel tanpa nomor tidak dapat diacu dan tidak masuk Daftar Tabel.",
    )
    KOREKSI_NOMOR_TABEL_BERULANG = (
        "K546",
        P,
        "Nomor Tabel {nilai} dipakai lebih dari sekali.",
        "Perbarui nomor tabel.",
        "Acuan dalam kalimat menjadi bermakna ganda.",
    )
    KOREKSI_ACUAN_TABEL = (
        "K547",
        P,
        "Kalimat mengacu Tabel {nilai}, yang tidak ada dalam laporan.",
        "Perbaiki nomor yang diacu, atau kembalikan tabelnya.",
        "Pembaca tidak dapat menemukan tabel yang dimaksud.",
    )
    KOREKSI_SASARAN_HILANG = (
        "K548",
        G,
        "Sasaran “{nilai}” tidak ditemukan di {letak}.",
        "Kembalikan sasaran itu; setiap sasaran pada Perjanjian Kinerja harus dilaporkan.",
        "Sasaran yang tidak dilaporkan tampak seperti disembunyikan.",
    )
    KOREKSI_INDIKATOR_HILANG = (
        "K549",
        G,
        "Indikator “{nilai}” tidak ada pada tabel {letak}.",
        "Kembalikan barisnya; setiap indikator pada Perjanjian Kinerja harus dilaporkan.",
        "Indikator yang tidak dilaporkan tampak seperti disembunyikan.",
    )
    KOREKSI_RINCIAN_HILANG = (
        "K550",
        G,
        "“{nilai}” tidak ada pada tabel {letak}.",
        "Kembalikan barisnya; tabel ini memuat semua yang sejenis.",
        "Jumlah di bawah tabel tidak lagi dapat dihitung ulang dari barisnya.",
    )

    # S: simpanan, yaitu arsip, basis data, dan jurnal
    ASLI_HILANG = (
        "S601",
        G,
        "Berkas asli '{berkas}' ({unit}, Tribulan {tribulan}) tidak ada di arsip.",
        "Salin kembali ke tempat ini dari cadangan, atau dari berkas yang dikirim unit.",
        "Tanpa berkas asli, angkanya tidak dapat dibuktikan.",
    )
    ASLI_BERUBAH = (
        "S602",
        G,
        "Isi berkas asli '{berkas}' ({unit}, Tribulan {tribulan}) bukan lagi yang diterima.",
        "Ganti dengan salinan yang utuh dari cadangan, atau dari berkas yang dikirim unit.",
        "Berkas asli tidak pernah ditulis ulang oleh program.",
    )
    ASLI_TANPA_CATATAN = (
        "S603",
        P,
        "Berkas ini ada di arsip, tetapi tidak tercatat diterima.",
        'Bila seharusnya tercatat, himpun kembali: kinerja himpun "{path}".',
        "Sisa himpun yang terhenti, atau catatannya hilang dari basis data.",
    )
    ANGKA_BUKAN_DARI_ASLI = (
        "S604",
        G,
        "{kolom} '{kode}' ({unit}, Tribulan {tribulan}) tersimpan {nilai}; menurut berkas asli {asli}.",
        "Pulihkan basis data dengan `kinerja bangun-ulang`.",
        "Angka yang dilaporkan harus berasal dari formulir unit.",
    )
    ASLI_TIDAK_COCOK_RENCANA = (
        "S605",
        P,
        "Berkas asli '{berkas}' tidak terbaca menurut rencana sekarang: {sebab}.",
        "Bila rencana memang berubah, minta formulir baru dari unit itu.",
        "Rencana yang berubah sesudah formulir diterima mengubah arti angkanya.",
    )
    BARIS_DIUBAH = (
        "S611",
        G,
        "{kolom} pada {kunci} kini {nilai}; menurut jurnal {jurnal}.",
        "Pulihkan dengan `kinerja bangun-ulang`; basis data yang sekarang tetap disimpan.",
        "Basis data hanya diubah oleh program, dan setiap perubahan tercatat dalam jurnal.",
    )
    BARIS_DIHAPUS = (
        "S612",
        G,
        "{kunci} tidak ada lagi; menurut jurnal isinya {jurnal}.",
        "Pulihkan dengan `kinerja bangun-ulang`; basis data yang sekarang tetap disimpan.",
        "Basis data hanya diubah oleh program, dan setiap perubahan tercatat dalam jurnal.",
    )
    BARIS_DITAMBAH = (
        "S613",
        G,
        "{kunci} tidak ada dalam jurnal; isinya {nilai}.",
        "Pulihkan dengan `kinerja bangun-ulang`; basis data yang sekarang tetap disimpan.",
        "Basis data hanya diubah oleh program, dan setiap perubahan tercatat dalam jurnal.",
    )
    JURNAL_TIDAK_COCOK = (
        "S614",
        G,
        "Jurnal hilang, rusak, atau tidak cocok dengan basis data.",
        "Bila temuan lain sudah beres, mulai jurnal baru: kinerja bangun-ulang --dari-basis-data.",
        "Tanpa jurnal, basis data tidak dapat dibangun ulang.",
    )
    JURNAL_TERPUTUS = (
        "S615",
        G,
        "Jurnal rusak sesudah transaksi {transaksi}; yang sesudahnya tidak dapat dipulihkan.",
        "Himpun kembali berkas asli yang tidak tercatat; catat ulang surat dan tahap sesudahnya.",
        "Yang hilang dari basis data harus diketahui.",
    )

    def __init__(self, kode: str, tingkat: Tingkat, pesan: str, saran: str, mengapa: str) -> None:
        """Keep the columns of the table as attributes."""
        self.kode = kode
        self.tingkat = tingkat
        self.pesan = pesan
        self.saran = saran
        self.mengapa = mengapa
