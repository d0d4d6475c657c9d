"""Builds the report: fills the template twice, so that its last page can list what is blank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time
from functools import cached_property

from kinerja_cli.adapter.dokumen_word import pack_dokumen
from kinerja_cli.adapter.lakip.baris import BarisKosong
from kinerja_cli.adapter.lakip.daftar import fill_lists
from kinerja_cli.adapter.lakip.grafik import Grafik, collect_grafik, mark_grafik, place_grafik
from kinerja_cli.adapter.lakip.html import build_html
from kinerja_cli.adapter.lakip.isian import Kosong, colour_blanks, find_blanks
from kinerja_cli.adapter.lakip.kertas import set_paper, space_after_tables
from kinerja_cli.adapter.lakip.lambang import Lambang, mark_lambang, place_lambang
from kinerja_cli.adapter.lakip.narasi_md import BerkasNarasi, BlokMd, is_written, read_narasi
from kinerja_cli.adapter.lakip.narasi_word import place_narasi
from kinerja_cli.adapter.lakip.naskah import Naskah
from kinerja_cli.adapter.lakip.nomor import number_captions
from kinerja_cli.adapter.lakip.penanda import Penanda, PenandaLakip, PenandaNarasi, mark
from kinerja_cli.adapter.lakip.tampilan import TampilanLakip, build_tampilan
from kinerja_cli.adapter.lakip.templat import render_templat
from kinerja_cli.adapter.lakip.variabel_templat import RAGAM_LAKIP
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.dokumen import BELUM_DICATAT, StatusDokumen
from kinerja_cli.domain.narasi.bagian import BagianNarasi
from kinerja_cli.domain.narasi.laporan import JenisLaporan


@dataclass(frozen=True, slots=True)
class BahanLakip:
    """What the office adds to its figures: which report, its texts, emblem and documents."""

    jenis: JenisLaporan = JenisLaporan.LAKIP
    narasi: Mapping[BagianNarasi, BerkasNarasi] = field(default_factory=dict)
    lambang: Lambang | None = None
    dokumen: Sequence[StatusDokumen] = BELUM_DICATAT


@dataclass(frozen=True)
class HasilLakip:
    """The draft as bytes of a .docx and its blanks: "chapter › part: what is to be written"."""

    isi: bytes
    kosong: tuple[str, ...]
    _bahan: _Bahan = field(repr=False, compare=False)
    _naskah: Naskah = field(repr=False, compare=False)

    @cached_property
    def html(self) -> str:
        """Return the same document as one HTML file; few ask for it."""
        return build_html(self._naskah, self._bahan.grafik, self._bahan.tampilan.sebutan_laporan)

    def __getstate__(self) -> dict[str, object]:
        """Let another process hand over every form; the library's document stays behind."""
        return {"isi": self.isi, "kosong": self.kosong, "html": self.html}


@dataclass(frozen=True, slots=True)
class _Bahan:
    """All that is put into the document, ready before the template is filled."""

    tampilan: TampilanLakip
    grafik: Mapping[str, Grafik]
    narasi: Mapping[str, tuple[BlokMd, ...]]
    lambang: Lambang | None
    tanggal: date

    def variables(self, kosong: tuple[Kosong, ...]) -> dict[str, object]:
        rows = tuple(BarisKosong(str(i), x.bab, x.isi) for i, x in enumerate(kosong, 1))
        penanda = PenandaLakip(
            grafik=mark_grafik(self.grafik),
            narasi=self._mark_narasi(),
            lambang=mark_lambang(self.lambang),
        )
        return _fields(replace(self.tampilan, kosong=rows)) | _fields(penanda)

    def _mark_narasi(self) -> PenandaNarasi:
        tahun = int(self.tampilan.tahun)
        marks = {
            x.variabel: mark(Penanda.NARASI, x.variabel)
            if x.variabel in self.narasi
            else x.kosong(tahun)
            for x in BagianNarasi
        }
        return PenandaNarasi(**marks)


def build_lakip(
    analisis: Analisis, templat: bytes, tanggal: date, tambahan: BahanLakip | None = None
) -> HasilLakip:
    """Return the report of an analysis, signed on `tanggal`, in the office's template.

    The same arguments give the same bytes. Raises KinerjaError where the template or one of the
    office's texts cannot be rendered.
    """
    bahan = _collect(analisis, tanggal, tambahan or BahanLakip())
    blanks = find_blanks(_render(templat, bahan, ()))
    naskah = _render(templat, bahan, blanks)
    _finish(naskah, analisis, bahan)
    isi = pack_dokumen(naskah.dokumen, tanggal)
    return HasilLakip(isi, tuple(map(str, blanks)), bahan, naskah)


def _collect(analisis: Analisis, tanggal: date, tambahan: BahanLakip) -> _Bahan:
    tampilan = build_tampilan(analisis, tanggal, tambahan.jenis, tambahan.dokumen)
    known = _fields(tampilan) | {
        "tabel": mark(Penanda.ACUAN, "Tabel"),
        "gambar": mark(Penanda.ACUAN, "Gambar"),
    }
    narasi = {
        bagian.variabel: read_narasi(berkas, known)
        for bagian, berkas in tambahan.narasi.items()
        if is_written(berkas.teks)
    }
    grafik = collect_grafik(analisis)
    if tambahan.jenis is JenisLaporan.TRIBULAN:
        grafik.pop("tahun", None)  # part of a year is not compared with whole ones
    return _Bahan(tampilan, grafik, narasi, tambahan.lambang, tanggal)


def _fields(sumber: TampilanLakip | PenandaLakip) -> dict[str, object]:
    return {field.name: getattr(sumber, field.name) for field in fields(sumber)}


def _render(templat: bytes, bahan: _Bahan, kosong: tuple[Kosong, ...]) -> Naskah:
    """Fill the template and put the office's own texts in: from here on they are like the rest."""
    naskah = Naskah(render_templat(templat, bahan.variables(kosong), RAGAM_LAKIP))
    place_narasi(naskah, bahan.narasi)
    return naskah


def _finish(naskah: Naskah, analisis: Analisis, bahan: _Bahan) -> None:
    """Do what only the whole document allows: numbers, pictures, paper, lists."""
    set_paper(naskah.dokumen, analisis.pengaturan.kertas)
    space_after_tables(naskah)
    colour_blanks(naskah)
    place_lambang(naskah, bahan.lambang)
    place_grafik(naskah, bahan.grafik, datetime.combine(bahan.tanggal, time()))
    captions = number_captions(naskah)
    fill_lists(naskah, captions)
