"""kinerja.toml: read with every mistake named by its key, and written anew from the template."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import Any

from kinerja_cli.adapter.bagian_toml import MASALAH_TERBANYAK, NILAI_TERPANJANG, Bagian
from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.berkas import read_masukan
from kinerja_cli.adapter.konfigurasi_sop import read_surat, read_tahap
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.kantor import (
    AturanHitung,
    Kantor,
    Kertas,
    Pejabat,
    Pengaturan,
    RumusEfisiensi,
)
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.predikat import SKALA_PERMENDAGRI_86, Kelas
from kinerja_cli.domain.rencana import RumusTurun
from kinerja_cli.domain.surat import NOMOR_BAWAAN
from kinerja_cli.domain.temuan import Tingkat

MAKS_BYTE = 256 * 1024
"""The longest file of an office's has some ten thousand."""

TAK_WAJAR = "memuat angka atau susunan yang tidak wajar. Perbaiki, atau buat baru."
_KUNCI = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_BERSARANG = re.compile(rf"(?<![\w-])(?:{_KUNCI}[ \t]*+\.[ \t]*+){{20}}")
"""Tables within tables, whose number the parser's memory grows with the square of."""

NAMA_CONTOH = "Nama Kantor"
"""What a new workspace has where the office's name belongs; `periksa` asks to replace it."""


class KonfigurasiError(KinerjaError):
    """kinerja.toml cannot be used; the message names every key at fault and what is allowed."""

    def __init__(self, path: Path, masalah: Sequence[str]) -> None:
        """Join the faults into one line, the first of very many."""
        rest = len(masalah) - MASALAH_TERBANYAK
        more = [f"dan {rest} kesalahan lain."] if rest > 0 else []
        super().__init__(f"{path}: " + " | ".join([*masalah[:MASALAH_TERBANYAK], *more]))


def read_pengaturan(path: Path) -> Pengaturan:
    """Return the office's settings; raises KonfigurasiError for a file that cannot be used."""
    akar = Bagian(_parse(path))
    pengaturan = _pengaturan(akar)
    if akar.masalah:
        raise KonfigurasiError(path, akar.masalah)
    return pengaturan


def _parse(path: Path) -> dict[str, Any]:
    try:
        return _loads(read_masukan(path, MAKS_BYTE).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise KonfigurasiError(path, ["simpan berkas ini dengan encoding UTF-8."]) from error
    except tomllib.TOMLDecodeError as error:
        raise KonfigurasiError(path, [_syntax_message(error)]) from error
    except (RecursionError, ValueError, ArithmeticError) as error:  # numbers of 5000 digits
        raise KonfigurasiError(path, [TAK_WAJAR]) from error


def _loads(text: str) -> dict[str, Any]:
    if _BERSARANG.search(text):
        raise RecursionError
    return tomllib.loads(text, parse_float=Decimal)


def _syntax_message(error: tomllib.TOMLDecodeError) -> str:
    place = re.search(r"line (\d+), column (\d+)", str(error))
    where = f"baris {place[1]}, kolom {place[2]}" if place else "akhir berkas"
    return f"penulisan salah pada {where}. Periksa tanda kutip dan tanda = di sekitarnya."


def _pengaturan(akar: Bagian) -> Pengaturan:
    tahun = akar.year("tahun")
    pejabat = akar.table("pejabat")
    kantor = _kantor(akar.table("kantor"), pejabat)
    pejabat.close()
    cetak, temuan = akar.table("cetak"), akar.table("temuan")
    aturan = _aturan(akar.table("aturan"))
    kertas = cetak.choice("kertas", Kertas, Kertas.F4)
    surat, tahap = read_surat(akar.table("surat")), read_tahap(akar.table("tahap"))
    for bagian in (cetak, akar):
        bagian.close()
    return Pengaturan(tahun, kantor, aturan, kertas, _tingkat(temuan), surat, tahap)


def _kantor(bagian: Bagian, pejabat: Bagian) -> Kantor:
    kantor = Kantor(
        nama=bagian.text("nama"),
        pemerintah=bagian.text("pemerintah"),
        alamat=bagian.text("alamat", ""),
        tempat=bagian.text("tempat", ""),
        pimpinan=_pejabat(pejabat.table("pimpinan")),
        sekretaris=_pejabat(pejabat.table("sekretaris")),
        penyusun=_pejabat(pejabat.table("penyusun")),
        contoh=bagian.flag("contoh"),
        lambang=bagian.text("lambang", ""),
    )
    bagian.close()
    return kantor


def _pejabat(bagian: Bagian) -> Pejabat:
    jabatan, nama = bagian.text("jabatan"), bagian.text("nama", "")
    pejabat = Pejabat(jabatan, nama, bagian.text("nip", ""), bagian.text("pangkat", ""))
    bagian.close()
    return pejabat


def _aturan(bagian: Bagian) -> AturanHitung:
    bawaan = AturanHitung()
    efisiensi = bagian.table("efisiensi")
    aturan = AturanHitung(
        rumus_turun=bagian.choice("rumus_turun", RumusTurun, bawaan.rumus_turun),
        batas_rata_rata=bagian.number("batas_rata_rata", bawaan.batas_rata_rata, kata="tanpa"),
        skala=_skala(bagian),
        efisiensi=efisiensi.choice("rumus", RumusEfisiensi, bawaan.efisiensi),
        ambang_efisiensi=efisiensi.number("ambang", bawaan.ambang_efisiensi) or Decimal(0),
    )
    efisiensi.close()
    bagian.close()
    return aturan


def _skala(bagian: Bagian) -> tuple[Kelas, ...]:
    kelas = [_kelas(x) for x in bagian.tables("predikat")]
    if any(atas.batas <= bawah.batas for atas, bawah in pairwise(kelas)):
        bagian.masalah.append(
            "[[aturan.predikat]] harus urut dari batas tertinggi ke terendah tanpa batas yang sama."
        )
    return tuple(kelas) or SKALA_PERMENDAGRI_86


def _kelas(bagian: Bagian) -> Kelas:
    batas = bagian.number("batas", None) or Decimal(0)
    warna = bagian.text("warna", "808080").lstrip("#")
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", warna):
        bagian.fault("warna", "enam angka heksadesimal, misalnya 1B7F4B")
    kelas = Kelas(batas, bagian.text("nama"), warna.upper())
    bagian.close()
    return kelas


def _tingkat(bagian: Bagian) -> dict[str, Tingkat]:
    codes = sorted(jenis.kode for jenis in JenisTemuan)
    tingkat: dict[str, Tingkat] = {}
    for kunci in bagian.rest():
        if kunci not in codes:
            hint = bagian.suggest(kunci, codes, 0.5) or "."
            bagian.masalah.append(f"[temuan] {kunci[:NILAI_TERPANJANG]} bukan kode temuan{hint}")
        else:
            tingkat[kunci] = bagian.choice(kunci, Tingkat, Tingkat.PERINGATAN)
    return tingkat


def render_pengaturan(tahun: int, kantor: Kantor, nomor_surat: str = NOMOR_BAWAAN) -> str:
    """Return the text of a new kinerja.toml, every key with its explanation."""
    texts = {
        "nama": kantor.nama,
        "pemerintah": kantor.pemerintah,
        "alamat": kantor.alamat,
        "tempat": kantor.tempat,
        "lambang": kantor.lambang,
        "pimpinan": kantor.pimpinan.jabatan,
        "nama_pimpinan": kantor.pimpinan.nama,
        "sekretaris": kantor.sekretaris.jabatan,
        "nama_sekretaris": kantor.sekretaris.nama,
        "penyusun": kantor.penyusun.jabatan,
        "nama_penyusun": kantor.penyusun.nama,
        "nomor_surat": nomor_surat,
    }
    quoted = {kunci: json.dumps(nilai, ensure_ascii=False) for kunci, nilai in texts.items()}
    template = Template(shipped("templates/kinerja.toml").read_text(encoding="utf-8"))
    contoh = "true" if kantor.contoh else "false"
    return template.substitute(quoted, tahun=str(tahun), tahun_depan=str(tahun + 1), contoh=contoh)


KANTOR_BARU = Kantor(
    nama=NAMA_CONTOH,
    pemerintah="Pemerintah Kabupaten",
    alamat="Alamat kantor",
    tempat="Tempat",
    pimpinan=Pejabat("Camat", "Nama Camat"),
    sekretaris=Pejabat("Sekretaris Kecamatan", "Nama Sekretaris"),
    penyusun=Pejabat("Kasubag Penyusunan Program dan Keuangan", "Nama Kasubag"),
)
"""What a new workspace starts from; an office replaces it in kinerja.toml."""
