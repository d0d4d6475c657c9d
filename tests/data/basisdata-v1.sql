BEGIN TRANSACTION;
CREATE TABLE anggaran (
    setoran INTEGER NOT NULL REFERENCES setoran (id),
    kode TEXT NOT NULL,
    angka TEXT,
    keterangan TEXT NOT NULL,
    PRIMARY KEY (setoran, kode)
) WITHOUT ROWID;
INSERT INTO "anggaran" VALUES(1,'7.01.02.2.02.03','4350500','');
INSERT INTO "anggaran" VALUES(1,'7.01.02.2.04.02','4914500','');
INSERT INTO "anggaran" VALUES(2,'7.01.02.2.02.03','4350500','');
INSERT INTO "anggaran" VALUES(2,'7.01.02.2.04.02','4914500','');
INSERT INTO "anggaran" VALUES(3,'7.01.02.2.02.03','13776000','');
INSERT INTO "anggaran" VALUES(3,'7.01.02.2.04.02','12429000','');
INSERT INTO "anggaran" VALUES(4,'7.01.02.2.02.03','18852000','Pelayanan keliling dihentikan sementara selama PPKM');
INSERT INTO "anggaran" VALUES(4,'7.01.02.2.04.02','16763500','');
CREATE TABLE bukti_tahap (
    tahap INTEGER NOT NULL REFERENCES tahap (id),
    berkas TEXT NOT NULL,
    sha256 TEXT NOT NULL
);
INSERT INTO "bukti_tahap" VALUES(1,'laporan/himpunan-2021-TW1.xlsx','99a0247df083017d55579bc89f81ab217497fea7428535daac0a20e51f9033d1');
INSERT INTO "bukti_tahap" VALUES(2,'laporan/himpunan-2021-TW1.xlsx','d56fd4981ef277bf7adbc58ce4b2e62630f7a5fdefb25f04fef6b0cf21d9b082');
INSERT INTO "bukti_tahap" VALUES(3,'laporan/himpunan-2021-TW2.xlsx','aaad6edec6b98a437de955f6471eaf9eaf5e0ce9c43cdfc03b457ee39ae0437e');
INSERT INTO "bukti_tahap" VALUES(4,'notulen.txt','0ab1ce7cd133f4a3865b5413510f602fc3351c915d83e3cf2f68a26a949b8c42');
INSERT INTO "bukti_tahap" VALUES(5,'laporan/himpunan-2021-TW3.xlsx','e9792605c4075fd9de21d662aa65f2d124c13a41ab47f7600da96f368c81c4ba');
CREATE TABLE dokumen (
    id INTEGER PRIMARY KEY,
    tahun INTEGER NOT NULL,
    kunci TEXT NOT NULL,
    berkas TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    tanggal TEXT NOT NULL,
    dicatat TEXT NOT NULL
);
INSERT INTO "dokumen" VALUES(1,2021,'sk-tim-sakip','sk.txt','32b56ed53348a8587f30c90e5c6406df95d3b8ab1130b1da62bcf492a8ed8a63','2021-01-04','2026-11-22T12:17:39.309865+00:00');
CREATE TABLE keluaran (
    path TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "keluaran" VALUES('laporan/himpunan-2021-TW1.xlsx','d56fd4981ef277bf7adbc58ce4b2e62630f7a5fdefb25f04fef6b0cf21d9b082');
INSERT INTO "keluaran" VALUES('laporan/himpunan-2021-TW2.xlsx','aaad6edec6b98a437de955f6471eaf9eaf5e0ce9c43cdfc03b457ee39ae0437e');
INSERT INTO "keluaran" VALUES('laporan/himpunan-2021-TW3.xlsx','e9792605c4075fd9de21d662aa65f2d124c13a41ab47f7600da96f368c81c4ba');
INSERT INTO "keluaran" VALUES('laporan/surat/nota-dinas-2021.docx','ca58142434802f4d565036ae7c81c790cc0b7fd421ae78bd55d13280871681b2');
INSERT INTO "keluaran" VALUES('laporan/surat/teguran-2021-TW3-YAN.docx','6c5ae9c651af4439a839afd4fa1fc105ee7395614e792fce72ef07d76c5371b1');
INSERT INTO "keluaran" VALUES('perbaikan/YAN - Seksi Pelayanan - TW1 2021 - pesan.txt','627765f32969429077f937eda3eba4813c1bd2fbe2563d31d729325272f4c663');
INSERT INTO "keluaran" VALUES('perbaikan/YAN - Seksi Pelayanan - TW1 2021.xlsx','75c3ffb5aea5f95f4283ddd1689cdf49b5f138370af7e8103bc205ef1f68c6c4');
CREATE TABLE penolakan (
    id INTEGER PRIMARY KEY,
    tahun INTEGER NOT NULL,
    unit TEXT NOT NULL,
    tribulan INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    berkas TEXT NOT NULL,
    waktu TEXT NOT NULL,
    galat INTEGER NOT NULL,
    UNIQUE (tahun, sha256)
);
INSERT INTO "penolakan" VALUES(1,2021,'YAN',1,'554eb3309c83c4a542f3674ef9199c7bfd52dfe6296ad369b3ec75019461bec0','masuk/salah.xlsx','2026-11-22T12:17:35.716776+00:00',1);
CREATE TABLE penutupan (
    id INTEGER PRIMARY KEY,
    tahun INTEGER NOT NULL,
    tribulan INTEGER NOT NULL,
    ditutup INTEGER NOT NULL,
    alasan TEXT NOT NULL,
    waktu TEXT NOT NULL
);
INSERT INTO "penutupan" VALUES(1,2021,1,1,'','2026-11-22T12:17:36.352640+00:00');
INSERT INTO "penutupan" VALUES(2,2021,1,0,'belum lengkap','2026-11-22T12:17:36.729687+00:00');
CREATE TABLE realisasi (
    setoran INTEGER NOT NULL REFERENCES setoran (id),
    kode TEXT NOT NULL,
    angka TEXT,
    huruf TEXT,
    keterangan TEXT NOT NULL,
    penyebab TEXT NOT NULL,
    kendala TEXT NOT NULL,
    solusi TEXT NOT NULL,
    tindak_lanjut TEXT NOT NULL,
    penanggung_jawab TEXT NOT NULL,
    batas_waktu TEXT NOT NULL,
    data_dukung TEXT NOT NULL,
    PRIMARY KEY (setoran, kode)
) WITHOUT ROWID;
INSERT INTO "realisasi" VALUES(1,'IK-7.01.02-1','66.67',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(1,'IK-7.01.02.2.02.03-1','5',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(1,'IK-7.01.02.2.04.02-1','872',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(1,'IK-7.01.06.2.01-1','5',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(1,'IK-S1-1','83.26',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(1,'IK-S1-2','89.42',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(1,'IK-S1-3','26.4',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(1,'IK-S1-4','95.24',NULL,'20 dari 21 pengaduan','','','','','','','');
INSERT INTO "realisasi" VALUES(2,'IK-7.01.02-1','66.67',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(2,'IK-7.01.02.2.02.03-1','5',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(2,'IK-7.01.02.2.04.02-1','872',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(2,'IK-7.01.06.2.01-1','5',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(2,'IK-S1-1','83.26',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(2,'IK-S1-2','89.42',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(2,'IK-S1-3','26.4',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(2,'IK-S1-4','95.24',NULL,'20 dari 21 pengaduan','','','','','','','');
INSERT INTO "realisasi" VALUES(3,'IK-7.01.02-1','83.33',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(3,'IK-7.01.02.2.02.03-1','5.2',NULL,'Petugas ditambah pada minggu sebelum dan sesudah Idulfitri','Petugas ditambah satu orang selama dua minggu menjelang dan sesudah Idulfitri.','Loket hanya lima sehingga petugas keenam tidak melayani penuh.','Petugas tambahan ditempatkan di ruang antrean untuk memeriksa berkas.','Mengembalikan susunan piket menjadi lima petugas dan menyiapkan satu petugas cadangan.','Kasi Pelayanan','15 Juli 2021','Jadwal piket loket April sampai dengan Juni 2021');
INSERT INTO "realisasi" VALUES(3,'IK-7.01.02.2.04.02-1','815',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(3,'IK-7.01.06.2.01-1','6',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(3,'IK-S1-1','83.71',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(3,'IK-S1-2','91.05',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(3,'IK-S1-3','28.3',NULL,'Antrean menumpuk menjelang dan sesudah libur Idulfitri','Jumlah pemohon dua minggu sebelum dan sesudah Idulfitri naik sekitar sepertiga dari hari biasa.','Loket hanya lima sehingga tambahan petugas tidak seluruhnya dapat membuka loket baru.','Satu petugas ditugaskan memeriksa kelengkapan berkas di ruang antrean.','Menerapkan pendaftaran antrean melalui pesan singkat pada hari ramai.','Kasi Pelayanan','31 Juli 2021','Rekap nomor antrean April sampai dengan Juni 2021');
INSERT INTO "realisasi" VALUES(3,'IK-S1-4','95.65',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(4,'IK-7.01.02-1','91.67',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(4,'IK-7.01.02.2.02.03-1','4.1',NULL,'Pengaturan tugas dari rumah dan isolasi mandiri','Petugas bertugas bergiliran sesuai ketentuan PPKM dan empat orang menjalani isolasi mandiri.','Petugas pengganti belum menguasai aplikasi pelayanan.','Kuota antrean disesuaikan dengan petugas yang hadir.','Melatih dua petugas cadangan dari seksi lain.','Kasi Pelayanan','31 Oktober 2021','Jadwal piket loket Juli sampai dengan September 2021');
INSERT INTO "realisasi" VALUES(4,'IK-7.01.02.2.04.02-1','497',NULL,'Pelayanan dibatasi 50 nomor antrean per hari selama PPKM','Pelayanan dibatasi 50 nomor antrean per hari selama PPKM dan warga menunda keperluan yang tidak mendesak.','Sebagian pemohon belum dapat mengirim berkas melalui pesan singkat.','Perangkat desa membantu mengirim berkas warga secara kolektif.','Membuka kembali pelayanan penuh dan pelayanan keliling setelah status PPKM turun.','Kasi Pelayanan','31 Oktober 2021','Buku register pelayanan; surat edaran pembatasan pelayanan');
INSERT INTO "realisasi" VALUES(4,'IK-7.01.06.2.01-1','3',NULL,'Pelayanan keliling dihentikan sementara','Pelayanan keliling dihentikan sementara sehingga dua kunjungan tidak terlaksana.','Kerumunan pada pelayanan keliling sulit dihindari.','Berkas warga dikumpulkan melalui perangkat desa.','Memulai kembali pelayanan keliling dengan pembagian jam kedatangan.','Kasi Pelayanan','31 Oktober 2021','Surat tugas; jadwal pelayanan keliling');
INSERT INTO "realisasi" VALUES(4,'IK-S1-1',NULL,NULL,'Unsur waktu penyelesaian dan sarana turun selama pembatasan pelayanan PPKM','Nilai unsur waktu penyelesaian dan unsur sarana turun karena pelayanan dibatasi selama PPKM Darurat dan PPKM Level 4.','Kuota antrean 50 nomor per hari membuat sebagian pemohon harus datang kembali.','Membuka pengiriman berkas melalui pesan singkat dan pengambilan dokumen dengan perjanjian.','Menambah tempat duduk berjarak di teras pelayanan dan mengumumkan sisa kuota setiap pagi.','Kasi Pelayanan','31 Oktober 2021','Laporan SKM Tribulan III');
INSERT INTO "realisasi" VALUES(4,'IK-S1-2','84.77',NULL,'Petugas loket bergiliran dan sebagian menjalani isolasi mandiri','Petugas loket bertugas bergiliran dan empat orang menjalani isolasi mandiri sehingga berkas selesai melewati standar waktu.','Penandatanganan berkas tertunda karena pejabat yang berwenang juga bertugas di posko PPKM.','Mendelegasikan penandatanganan surat keterangan tertentu kepada Sekretaris Kecamatan.','Menyiapkan petugas cadangan dari seksi lain dan melatihnya memakai register pelayanan.','Kasi Pelayanan','31 Oktober 2021','Rekap berkas melewati standar waktu Juli sampai dengan September 2021');
INSERT INTO "realisasi" VALUES(4,'IK-S1-3','24.6',NULL,'','','','','','','','');
INSERT INTO "realisasi" VALUES(4,'IK-S1-4','96.3',NULL,'','','','','','','','');
CREATE TABLE setoran (
    id INTEGER PRIMARY KEY,
    tahun INTEGER NOT NULL,
    unit TEXT NOT NULL,
    tribulan INTEGER NOT NULL,
    versi INTEGER NOT NULL,
    status TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    berkas TEXT NOT NULL,
    waktu TEXT NOT NULL,
    alasan TEXT NOT NULL DEFAULT '',
    UNIQUE (tahun, unit, tribulan, versi),
    UNIQUE (tahun, sha256)
);
INSERT INTO "setoran" VALUES(1,2021,'YAN',1,1,'digantikan','4d5b6d283e8e4323d078013398c0a80a50bd2cb985597f71c0c1877862afbfbd','masuk/TW1/Seksi Pelayanan.xlsx','2026-11-22T12:17:33.617987+00:00','');
INSERT INTO "setoran" VALUES(2,2021,'YAN',1,2,'diterima','12685b9161849d347e3bedcf0ebb874da931a9d6215dd3be4e6753ee85ff064b','masuk/perbaikan.xlsx','2026-11-22T12:17:34.170495+00:00','');
INSERT INTO "setoran" VALUES(3,2021,'YAN',2,1,'ditarik','44154b49136fdd5bea2fd9cd75f6254725cd2e75449eb82bd0f1d964311694fd','masuk/TW2/Seksi Pelayanan.xlsx','2026-11-22T12:17:34.762285+00:00','salah tribulan');
INSERT INTO "setoran" VALUES(4,2021,'YAN',3,1,'diterima','e55fa2e962431723f1ab3171b06ed05401083c146b56dcae82bb5db2bd8bb325','masuk/kosong.xlsx','2026-11-22T12:17:39.772083+00:00','');
CREATE TABLE surat (
    id INTEGER PRIMARY KEY,
    tahun INTEGER NOT NULL,
    jenis TEXT NOT NULL,
    tribulan INTEGER NOT NULL,
    unit TEXT NOT NULL,
    tahun_surat INTEGER NOT NULL,
    pola TEXT NOT NULL,
    urut INTEGER,
    nomor TEXT NOT NULL,
    tanggal TEXT NOT NULL,
    UNIQUE (tahun_surat, nomor),
    UNIQUE (tahun_surat, pola, urut)
);
INSERT INTO "surat" VALUES(1,2021,'nota-dinas',0,'',2022,'800/{nomor}/416-315/{tahun}',1,'800/1/416-315/2022','2022-01-05');
INSERT INTO "surat" VALUES(2,2021,'teguran',3,'YAN',2022,'800/{nomor}/416-315/{tahun}',2,'800/2/416-315/2022','2022-01-06');
CREATE TABLE tahap (
    id INTEGER PRIMARY KEY,
    tahun INTEGER NOT NULL,
    nomor INTEGER NOT NULL,
    keadaan TEXT NOT NULL,
    waktu TEXT NOT NULL,
    dicatat TEXT NOT NULL,
    oleh TEXT NOT NULL,
    catatan TEXT NOT NULL
);
INSERT INTO "tahap" VALUES(1,2021,3,'berjalan','2026-11-22T12:17:33.617987+00:00','2026-11-22T12:17:33.617987+00:00','program kinerja','Tribulan I');
INSERT INTO "tahap" VALUES(2,2021,3,'berjalan','2026-11-22T12:17:34.170495+00:00','2026-11-22T12:17:34.170495+00:00','program kinerja','Tribulan I');
INSERT INTO "tahap" VALUES(3,2021,3,'berjalan','2026-11-22T12:17:34.762285+00:00','2026-11-22T12:17:34.762285+00:00','program kinerja','Tribulan II');
INSERT INTO "tahap" VALUES(4,2021,7,'selesai','2026-11-22T12:17:38.572071+00:00','2026-11-22T12:17:38.572071+00:00','Sekcam','');
INSERT INTO "tahap" VALUES(5,2021,3,'berjalan','2026-11-22T12:17:39.772083+00:00','2026-11-22T12:17:39.772083+00:00','program kinerja','Tribulan III');
CREATE TABLE temuan (
    setoran INTEGER NOT NULL REFERENCES setoran (id),
    kode TEXT NOT NULL,
    lembar TEXT NOT NULL,
    baris INTEGER NOT NULL,
    kolom INTEGER NOT NULL,
    fakta TEXT NOT NULL
);
INSERT INTO "temuan" VALUES(4,'I330','Data Kinerja',10,6,'{"target": "84"}');
CREATE UNIQUE INDEX setoran_berlaku ON setoran (tahun, unit, tribulan) WHERE status = 'diterima';
CREATE INDEX temuan_setoran ON temuan (setoran);
CREATE TRIGGER tahap_tidak_diubah BEFORE UPDATE ON tahap
BEGIN SELECT raise(ABORT, 'register tahap hanya ditambah'); END;
CREATE TRIGGER tahap_tidak_dihapus BEFORE DELETE ON tahap
BEGIN SELECT raise(ABORT, 'register tahap hanya ditambah'); END;
CREATE TRIGGER bukti_tidak_diubah BEFORE UPDATE ON bukti_tahap
BEGIN SELECT raise(ABORT, 'register tahap hanya ditambah'); END;
CREATE TRIGGER bukti_tidak_dihapus BEFORE DELETE ON bukti_tahap
BEGIN SELECT raise(ABORT, 'register tahap hanya ditambah'); END;
COMMIT;
PRAGMA user_version = 1;
