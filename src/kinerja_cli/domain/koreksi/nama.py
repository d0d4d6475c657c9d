"""Names and years that belong to another report: what a copied file leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan, Ukuran
from kinerja_cli.domain.koreksi.kata import names_the_unit, split_sentences
from kinerja_cli.domain.koreksi.kolom import columns_of
from kinerja_cli.domain.koreksi.naskah import (
    Naskah,
    Paragraf,
    Tabel,
    place_in,
    place_of,
    shorten,
    table_number,
)
from kinerja_cli.domain.temuan import Temuan

_KANTOR = re.compile(
    r"\b(?P<jenis>Kecamatan|KECAMATAN|Camat|CAMAT|Kabupaten|KABUPATEN)\s+"
    r"(?P<nama>[A-Z][A-Za-z'’]+(?:\s+[A-Z][A-Za-z'’]+)?)"
)
_BUKAN_NAMA = re.compile(
    r"(?:Tahun|Dan|Dalam|Yang|Kota|Pada|Tentang|Nomor|Dengan|Untuk|Selaku|Tipe|Se|Bupati|Sekretaris"
    r"|Atas|Serta|Maupun|Terbaik|Sehat|Layak|Sebagai|Di|Ke|Dari|Dapat|Telah|Bersama|Induk|Baru"
    r"|Pemerintah|Provinsi|Indonesia|Jawa|Laporan|LAKIP|Lkjip|Perangkat|Desa|Kelurahan)\b",
    re.IGNORECASE,
)
_ALASAN_KANTOR = re.compile(
    r"\b(?:berbatas\w*|batas|sebelah|utara|selatan|timur|barat|tetangga|dibanding\w*|perbandingan"
    r"|antar\w*|bersama|studi|kunjungan|wilayah|tertinggi|terendah|rata-rata|asal|pindah\w*)\b",
    re.IGNORECASE,
)
_JUDUL_TAHUN = re.compile(r"\b(TAHUN|Tahun)\s+((?:19|20)\d\d)\b")
_FRASA_TAHUN = re.compile(
    r"\b((?:tahun anggaran|perjanjian kinerja tahun|rencana aksi tahun|LAKIP(?:[\w ]{0,40})? tahun"
    r"|LKj?IP(?:[\w ]{0,40})? tahun|laporan (?:akuntabilitas )?kinerja(?:[\w ()]{0,80})? tahun"
    r"|isu strategis(?:[\w ,]{0,40})? tahun|hasil pengukuran(?: kinerja)? tahun"
    r"|menyajikan(?:[\w ]{0,40})? tahun|DPA tahun|per 31 desember)\s+((?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_ALASAN_TAHUN = re.compile(
    r"\b(?:dibanding\w*|perbandingan|terhadap|sebelum\w*|lalu|evaluasi|rekomendasi|nomor|no\."
    r"|tindak lanjut|dari|sejak|hingga|sampai|s\.d\.|renstra|rpjmd|antara|perubahan|mulai"
    r"|pada saat|penghargaan|riwayat|menjadi|sedangkan|sementara|pernah|atas laporan|atas lakip)\b",
    re.IGNORECASE,
)
_ANTARTAHUN = re.compile(r"sebelum|antartahun|lalu|riwayat|nomor|renstra", re.IGNORECASE)
_TANDA_TANGAN = 60
"""A line no longer than this beside no full stop is a signature or a cover line."""


def office_is_ours(naskah: Naskah, acuan: Acuan) -> Iterator[Temuan]:
    """Names behind Kecamatan, Camat and Kabupaten are the office's own."""
    kantor = acuan.analisis.pengaturan.kantor
    own = f"{kantor.nama} {kantor.pemerintah} {kantor.alamat} {kantor.pimpinan.jabatan}".casefold()
    own += " " + " ".join(x.indikator.pembanding.casefold() for x in acuan.analisis.indikator)
    for paragraf, teks in _pieces(naskah):
        for match in _KANTOR.finditer(acuan.topeng.apply(teks).teks):
            if _BUKAN_NAMA.match(match["nama"]) or _is_own(match["nama"], own):
                continue
            fixed = _is_title(paragraf)
            if not fixed and _ALASAN_KANTOR.search(teks):
                continue
            jenis = (
                JenisTemuan.KOREKSI_KANTOR_LAIN
                if fixed
                else JenisTemuan.KOREKSI_KANTOR_LAIN_DISEBUT
            )
            fakta = {"nilai": match[0], "kantor": kantor.nama}
            yield Temuan(jenis, place_of(naskah, paragraf, teks), fakta)


def _is_own(nama: str, own: str) -> bool:
    """Tell whether a name is ours; the second word may already be the sentence's."""
    return nama.partition(" ")[0].casefold() in own


def units_are_those_of_the_plan(naskah: Naskah, acuan: Acuan) -> Iterator[Temuan]:
    """A unit's name beside its code is the plan's."""
    for tabel in naskah.tabel:
        for kolom in columns_of(tabel):
            if kolom.ukuran is Ukuran.UNIT:
                yield from _wrong_units(naskah, tabel, kolom.ke, acuan)


def _wrong_units(naskah: Naskah, tabel: Tabel, kolom: int, acuan: Acuan) -> Iterator[Temuan]:
    units = acuan.analisis.rencana.unit_by_kode
    for ke, row in enumerate(tabel.baris):
        kode = next((x.teks.strip() for x in row if x.teks.strip() in units), None)
        teks = row[kolom].teks.strip() if kolom < len(row) else ""
        if kode is None or teks in ("", kode):
            continue
        nama = units[kode].nama
        if not names_the_unit(teks, nama):
            fakta = {"subjek": kode, "nilai": shorten(teks), "data": nama}
            place = place_in(naskah, tabel, ke, kolom)
            yield Temuan(JenisTemuan.KOREKSI_UNIT_BERBEDA, place, fakta)


def year_is_this_one(naskah: Naskah, acuan: Acuan) -> Iterator[Temuan]:
    """Titles name the year of the report; sentences name others only with a reason."""
    ini = acuan.analisis.rencana.tahun
    for paragraf, teks in _pieces(naskah):
        if _is_title(paragraf):
            yield from _wrong_in_title(naskah, paragraf, ini)
        elif not _ALASAN_TAHUN.search(teks):
            for match in _FRASA_TAHUN.finditer(teks):
                if int(match[2]) not in (ini, ini + 1) and str(ini) not in teks:
                    yield Temuan(
                        JenisTemuan.KOREKSI_TAHUN_LAIN_DISEBUT,
                        place_of(naskah, paragraf, teks),
                        {"nilai": match[1], "tahun": str(ini)},
                    )


def _wrong_in_title(naskah: Naskah, paragraf: Paragraf, ini: int) -> Iterator[Temuan]:
    if _ANTARTAHUN.search(paragraf.teks) or str(ini) in paragraf.teks:
        return
    for match in _JUDUL_TAHUN.finditer(paragraf.teks):
        if int(match[2]) != ini + 1:
            fakta = {"nilai": match[0], "tahun": str(ini)}
            yield Temuan(JenisTemuan.KOREKSI_TAHUN_LAIN, place_of(naskah, paragraf), fakta)


def _pieces(naskah: Naskah) -> Iterator[tuple[Paragraf, str]]:
    """Yield titles and captions whole, text by sentences."""
    for paragraf in (*naskah.tepi, *naskah.paragraf):
        if _is_title(paragraf):
            yield paragraf, paragraf.teks
        else:
            yield from ((paragraf, x) for x in split_sentences(paragraf.teks))


def _is_title(paragraf: Paragraf) -> bool:
    """Tell whether a text names the report: cover, heading, caption, page head, signature."""
    teks = paragraf.teks
    if paragraf.tingkat or not paragraf.nomor or table_number(teks) or teks.startswith("Gambar "):
        return True
    short = len(teks) <= _TANDA_TANGAN and not teks.endswith((".", ";", ":", ","))
    return short and (not paragraf.jalur or teks.startswith(("Camat ", "CAMAT ", "Kecamatan ")))
