"""kinerja arsip: everything of a year in one zip that can be verified later."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from kinerja_cli.adapter.arsip import path_of as original_path
from kinerja_cli.adapter.arsip_tahun import WAKTU_TETAP, build_arsip
from kinerja_cli.adapter.basisdata import Basisdata, open_basisdata
from kinerja_cli.adapter.berkas import read_whole, sha256_of
from kinerja_cli.adapter.bukti import path_of
from kinerja_cli.adapter.daftar_dokumen_xlsx import DaftarDokumen, build_daftar_dokumen_xlsx
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.register_sop import RegisterDokumen, RegisterSurat, RegisterTahap
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.dokumen import read_dokumen
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.domain.dokumen import collect_data_dukung
from kinerja_cli.domain.nama_berkas import safe_name
from kinerja_cli.domain.sop import LANGKAH
from kinerja_cli.domain.tahap import Bukti, CatatanTahap

_TAHUN = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
NAMA_DAFTAR = "dokumen/daftar-dokumen.xlsx"
TAK_DIARSIPKAN = ("~$", ".")
"""How names of lock files and half-written files begin."""


@dataclass(frozen=True, slots=True)
class HasilArsip:
    """Where the zip lies, its sha256, and which noted files could not be put in as noted."""

    keluaran: Keluaran
    sha256: str
    jumlah: int
    hilang: tuple[str, ...]
    berubah: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Tercatat:
    """A file that was noted with its sha256: its name in the zip, and how people are told of it."""

    nama: str
    path: Path
    sha256: str
    sebutan: str


def write_arsip(ruang: Ruang, tahun: int | None) -> HasilArsip:
    """Write arsip/arsip-kinerja-<tahun>.zip from what the workspace holds of that year."""
    pengaturan, rencana = load_rencana(ruang, tahun)
    year = rencana.tahun
    anggota = dict(_whole_files(ruang, year))
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        anggota |= dict(_registers(db, year))
        data_dukung = tuple(collect_data_dukung(rencana, db.valid_setoran(year)))
        daftar = DaftarDokumen(pengaturan, rencana, read_dokumen(ruang, db, year), data_dukung)
        noted = (*_accepted(ruang, db, year), *_noted(ruang, db, year))
    anggota[NAMA_DAFTAR] = build_daftar_dokumen_xlsx(daftar, datetime(*WAKTU_TETAP))  # noqa: DTZ001 - a file's own
    hilang, berubah = _add_noted(anggota, noted)
    isi = build_arsip(pengaturan.kantor.nama, year, anggota)
    path = ruang.akar / "arsip" / f"arsip-kinerja-{year}.zip"
    with open_basisdata(ruang.basisdata) as db:
        keluaran = write_keluaran(ruang, db, path, isi)
    return HasilArsip(keluaran, sha256_of(isi), len(anggota), tuple(hilang), tuple(berubah))


def _whole_files(ruang: Ruang, tahun: int) -> Iterator[tuple[str, bytes]]:
    """Yield settings, plan, and what lies in the folders of the year and names no other one."""
    for path in (ruang.konfigurasi, ruang.rencana(tahun)):
        yield path.name, read_whole(path)
    for folder in (ruang.laporan, ruang.narasi, ruang.templat):
        for path in sorted(x for x in folder.rglob("*") if x.is_file()):
            nama = ruang.relative(path)
            years = set(_TAHUN.findall(nama))
            if not path.name.startswith(TAK_DIARSIPKAN) and (not years or str(tahun) in years):
                yield nama, read_whole(path)


def _accepted(ruang: Ruang, db: Basisdata, tahun: int) -> Iterator[_Tercatat]:
    """Yield the accepted originals, those that were replaced or withdrawn too."""
    taken: set[str] = set()
    for one in db.register(tahun):
        stem = f"diterima/TW{one.tribulan}/{safe_name(one.unit)}-versi{one.versi}"
        if stem.casefold() in taken:  # a code was changed in the plan since, and only its spelling
            stem = f"{stem}-{one.sha256[:8]}"
        taken.add(stem.casefold())
        nama = f"{stem}.xlsx"
        yield _Tercatat(nama, original_path(ruang.arsip, one.sha256), one.sha256, nama)


def _registers(db: Basisdata, tahun: int) -> Iterator[tuple[str, bytes]]:
    tables: Mapping[str, list[dict[str, Any]]] = {
        "tahap": [_catatan(x) for x in RegisterTahap(db).lines(tahun)],
        "surat": [
            {
                "jenis": x.keperluan.jenis,
                "tribulan": x.keperluan.tribulan or None,
                "unit": x.keperluan.unit or None,
                "nomor": x.nomor,
                "tanggal": x.tanggal.isoformat(),
            }
            for x in RegisterSurat(db).all(tahun)
        ],
        "dokumen": [
            {
                "dokumen": x.kunci,
                **_bukti(x.bukti),
                "tanggal": x.tanggal.isoformat(),
                "dicatat": x.dicatat.isoformat(),
            }
            for x in RegisterDokumen(db).lines(tahun)
        ],
        "setoran": [
            {
                "unit": x.unit,
                "tribulan": x.tribulan,
                "versi": x.versi,
                "status": x.status.value,
                "berkas": x.berkas,
                "sha256": x.sha256,
                "waktu": x.waktu.isoformat(),
                "alasan": x.alasan,
            }
            for x in db.register(tahun)
        ],
    }
    for nama, rows in tables.items():
        yield f"register/{nama}.json", json.dumps(rows, ensure_ascii=False, indent=1).encode()


def _catatan(catatan: CatatanTahap) -> dict[str, Any]:
    return {
        "nomor": catatan.nomor,
        "langkah": LANGKAH[catatan.nomor - 1].aktivitas,
        "keadaan": catatan.keadaan.value,
        "waktu": catatan.waktu.isoformat(),
        "dicatat": catatan.dicatat.isoformat(),
        "oleh": catatan.oleh,
        "bukti": [_bukti(x) for x in catatan.bukti],
        "catatan": catatan.catatan,
    }


def _bukti(bukti: Bukti) -> dict[str, str]:
    return {"berkas": bukti.berkas, "sha256": bukti.sha256}


def _noted(ruang: Ruang, db: Basisdata, tahun: int) -> Iterator[_Tercatat]:
    """Yield the documents and the evidence in force with the folder that each goes to."""
    latest = {x.nomor: x for x in RegisterTahap(db).lines(tahun) if x.bukti}
    in_force = [
        (f"bukti/langkah-{nomor:02}", bukti)
        for nomor, catatan in latest.items()
        for bukti in catatan.bukti
    ]
    in_force += [(f"dokumen/{x.kunci}", x.bukti) for x in RegisterDokumen(db).lines(tahun)]
    for folder, bukti in in_force:
        nama = f"{folder}/{_own_name(bukti)}"
        yield _Tercatat(nama, path_of(ruang, bukti), bukti.sha256, bukti.berkas)


def _own_name(bukti: Bukti) -> str:
    """Return a file's name with the first digits of its sha256: two may be called alike."""
    path = PurePosixPath(bukti.nama)
    return f"{path.stem}-{bukti.sha256[:8]}{path.suffix}"


def _add_noted(
    anggota: dict[str, bytes], noted: Iterable[_Tercatat]
) -> tuple[list[str], list[str]]:
    """Put noted files in, unless they are there by their own path; return gone and changed ones."""
    gone, changed = [], []
    for one in {x.nama: x for x in noted}.values():
        if not one.path.is_file():
            gone.append(one.sebutan)
            continue
        isi = read_whole(one.path)
        if sha256_of(isi) != one.sha256:
            changed.append(one.sebutan)
        if one.sebutan not in anggota:
            anggota[one.nama] = isi
    return gone, changed
