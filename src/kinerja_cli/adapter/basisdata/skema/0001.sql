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
CREATE UNIQUE INDEX setoran_berlaku ON setoran (tahun, unit, tribulan) WHERE status = 'diterima';
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
CREATE TABLE anggaran (
    setoran INTEGER NOT NULL REFERENCES setoran (id),
    kode TEXT NOT NULL,
    angka TEXT,
    keterangan TEXT NOT NULL,
    PRIMARY KEY (setoran, kode)
) WITHOUT ROWID;
CREATE TABLE temuan (
    setoran INTEGER NOT NULL REFERENCES setoran (id),
    kode TEXT NOT NULL,
    lembar TEXT NOT NULL,
    baris INTEGER NOT NULL,
    kolom INTEGER NOT NULL,
    fakta TEXT NOT NULL
);
CREATE INDEX temuan_setoran ON temuan (setoran);
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
CREATE TABLE penutupan (
    id INTEGER PRIMARY KEY,
    tahun INTEGER NOT NULL,
    tribulan INTEGER NOT NULL,
    ditutup INTEGER NOT NULL,
    alasan TEXT NOT NULL,
    waktu TEXT NOT NULL
);
CREATE TABLE keluaran (
    path TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL
) WITHOUT ROWID;
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
CREATE TABLE bukti_tahap (
    tahap INTEGER NOT NULL REFERENCES tahap (id),
    berkas TEXT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE TRIGGER tahap_tidak_diubah BEFORE UPDATE ON tahap
BEGIN SELECT raise(ABORT, 'register tahap hanya ditambah'); END;
CREATE TRIGGER tahap_tidak_dihapus BEFORE DELETE ON tahap
BEGIN SELECT raise(ABORT, 'register tahap hanya ditambah'); END;
CREATE TRIGGER bukti_tidak_diubah BEFORE UPDATE ON bukti_tahap
BEGIN SELECT raise(ABORT, 'register tahap hanya ditambah'); END;
CREATE TRIGGER bukti_tidak_dihapus BEFORE DELETE ON bukti_tahap
BEGIN SELECT raise(ABORT, 'register tahap hanya ditambah'); END;
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
CREATE TABLE dokumen (
    id INTEGER PRIMARY KEY,
    tahun INTEGER NOT NULL,
    kunci TEXT NOT NULL,
    berkas TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    tanggal TEXT NOT NULL,
    dicatat TEXT NOT NULL
);
