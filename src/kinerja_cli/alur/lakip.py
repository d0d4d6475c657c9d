"""kinerja lakip: the report of the year or of a tribulan as a draft in Word, PDF or HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from kinerja_cli.adapter.basisdata import Basisdata, open_basisdata
from kinerja_cli.adapter.berkas import MIB, read_masukan, read_whole, sha256_of
from kinerja_cli.adapter.bukti import bukti_keluaran
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.lakip import BahanLakip, HasilLakip, TemplatRusakError, build_lakip
from kinerja_cli.adapter.lakip.narasi_md import BerkasNarasi, has_perintah
from kinerja_cli.adapter.lakip.pdf import PdfError, convert_pdf
from kinerja_cli.adapter.lakip.proses_templat import ProsesTemplat
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.templat_asing import check_paket
from kinerja_cli.alur.analisis import analyse
from kinerja_cli.alur.dokumen import read_dokumen
from kinerja_cli.alur.lambang import read_lambang_kantor
from kinerja_cli.alur.tahap import note_step
from kinerja_cli.alur.templat import is_shipped, read_templat, templat_in_force
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.narasi.bagian import BagianNarasi
from kinerja_cli.domain.narasi.laporan import JenisLaporan, nama_berkas
from kinerja_cli.domain.rencana import ROMAWI, TRIBULAN
from kinerja_cli.domain.tahap import CatatanTahap, keadaan_program
from kinerja_cli.domain.tulisan import readable

MAKS_NARASI = MIB
"""A text of five hundred pages."""

LANGKAH = 5
"""The step of the SOP that this carries out."""

Izin = Callable[[Path], bool]
"""Asks whether a draft that somebody edited may be replaced."""


class Bentuk(Enum):
    """A form of the report; the value is the ending of its file. The Word draft comes first."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class HasilDraf:
    """Where the drafts lie, and what people still have to write in them."""

    keluaran: tuple[Keluaran, ...]
    kosong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What is asked for: the span of time, the forms, and leave to replace an edited draft."""

    tahun: int | None = None
    tribulan: int | None = None
    bentuk: Sequence[Bentuk] = (Bentuk.DOCX,)
    izin: Izin | None = None

    @property
    def jenis(self) -> JenisLaporan:
        """Return the report: a tribulan before the last, when named, has one of its own."""
        part = self.tribulan is not None and self.tribulan < TRIBULAN[-1]
        return JenisLaporan.TRIBULAN if part else JenisLaporan.LAKIP


def read_bentuk(teks: str) -> tuple[Bentuk, ...]:
    """Return the forms that a list like "docx,pdf" names, each once; raises KinerjaError."""
    names = {x.strip().lower() for x in teks.split(",") if x.strip()}
    unknown = sorted(names - {x.value for x in Bentuk})
    if unknown or not names:
        known = ", ".join(x.value for x in Bentuk)
        message = f"Bentuk laporan '{', '.join(unknown)}' tidak dikenal; yang ada: {known}."
        raise KinerjaError(message)
    return tuple(x for x in Bentuk if x.value in names)


def write_lakip(ruang: Ruang, permintaan: Permintaan, sekarang: datetime) -> HasilDraf:
    """Write the report from the figures in force; the office's own template goes before ours.

    Raises KinerjaError where something of the office's cannot be used, or PDF is not to be had.
    """
    analisis, _ = analyse(ruang, permintaan.tahun, permintaan.tribulan)
    lakip = _build(ruang, analisis, permintaan.jenis, sekarang)
    dasar = ruang.laporan / nama_berkas(analisis, permintaan.jenis)
    isi, gagal = _contents(lakip, permintaan.bentuk)
    with open_basisdata(ruang.basisdata) as db:
        penulis = _Penulis(ruang, db, dasar, permintaan.izin)
        written = tuple(penulis.write(bentuk, x) for bentuk, x in isi.items())
        keadaan = keadaan_program(analisis.tribulan)
        bukti = bukti_keluaran(ruang, written)
        note = f"Sampai dengan Tribulan {ROMAWI[analisis.tribulan]}"
        catatan = CatatanTahap(LANGKAH, keadaan, sekarang, sekarang, bukti=bukti, catatan=note)
        note_step(db, analisis.rencana.tahun, catatan)
    if gagal:  # only now: what was written is noted
        names = ", ".join(ruang.relative(x.path) for x in written)
        message = f"{gagal} Sudah ditulis: {names}."
        raise KinerjaError(message) from gagal
    return HasilDraf(written, lakip.kosong)


@dataclass(frozen=True, slots=True)
class _Penulis:
    """Writes the forms of one report under one name."""

    ruang: Ruang
    db: Basisdata
    dasar: Path
    izin: Izin | None

    def write(self, bentuk: Bentuk, isi: bytes) -> Keluaran:
        path = self.dasar.with_name(f"{self.dasar.name}.{bentuk.value}")
        if self.izin is not None and self._edited(path) and self.izin(path):
            # From now on it counts as ours, and is replaced like any other of ours.
            self.db.note_written(self.ruang.relative(path), sha256_of(read_whole(path)))
        return write_keluaran(self.ruang, self.db, path, isi)

    def _edited(self, path: Path) -> bool:
        if not path.is_file():
            return False
        noted = self.db.written_sha256(self.ruang.relative(path))
        return sha256_of(read_whole(path)) != noted


def _contents(
    lakip: HasilLakip, bentuk: Sequence[Bentuk]
) -> tuple[dict[Bentuk, bytes], PdfError | None]:
    """Return the forms asked for; where PDF is not to be had the Word draft, and why."""
    wanted: dict[Bentuk, bytes] = {x: _content(lakip, x) for x in bentuk if x is not Bentuk.PDF}
    if Bentuk.PDF not in bentuk:
        return wanted, None
    try:
        return {**wanted, Bentuk.PDF: convert_pdf(lakip.isi)}, None
    except PdfError as error:
        return {**wanted, Bentuk.DOCX: lakip.isi}, error


def _content(lakip: HasilLakip, bentuk: Bentuk) -> bytes:
    return lakip.isi if bentuk is Bentuk.DOCX else lakip.html.encode()


def _build(ruang: Ruang, analisis: Analisis, jenis: JenisLaporan, sekarang: datetime) -> HasilLakip:
    templat = templat_in_force(ruang)
    lambang = read_lambang_kantor(ruang, analisis.pengaturan.kantor.lambang)
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        dokumen = read_dokumen(ruang, db, analisis.rencana.tahun)
    bahan = BahanLakip(jenis, _read_narasi(ruang), lambang, dokumen)
    isi = read_templat(templat)
    asing = not is_shipped(templat) or has_perintah(bahan.narasi.values())
    try:
        with ProsesTemplat(f"Templat '{templat}' atau teks di narasi/", asing=asing) as proses:
            hasil = proses.run(build_lakip, analisis, isi, sekarang.date(), bahan)
    except TemplatRusakError as error:
        message = f"{templat}: {error}"
        raise KinerjaError(message) from error
    if asing:
        check_paket(hasil.isi, templat.name)
    return hasil


def _read_narasi(ruang: Ruang) -> Mapping[BagianNarasi, BerkasNarasi]:
    paths = {bagian: ruang.narasi / bagian.berkas for bagian in BagianNarasi}
    return {
        bagian: BerkasNarasi(ruang.relative(path), _read_text(ruang, path))
        for bagian, path in paths.items()
        if path.is_file()
    }


def _read_text(ruang: Ruang, path: Path) -> str:
    try:
        return readable(read_masukan(path, MAKS_NARASI).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"{ruang.relative(path)}: simpan berkas ini dengan encoding UTF-8."
        raise KinerjaError(message) from error
