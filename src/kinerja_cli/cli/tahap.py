"""kinerja tahap: daftar, mulai, selesai, cetak."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kinerja_cli.cli.kelompok import make_group
from kinerja_cli.cli.pilihan import JsonOpsi, RuangOpsi, TahunOpsi
from kinerja_cli.cli.waktu import WaktuOpsi, read_waktu

NomorLangkah: TypeAlias = Annotated[
    int, typer.Argument(metavar="NOMOR", min=1, max=12, help="Nomor langkah menurut SOP, 1-12.")
]
CatatanOpsi: TypeAlias = Annotated[
    str, typer.Option("--catatan", metavar="TEKS", help="Catatan pada register.")
]


def daftar(
    *,
    rinci: Annotated[
        bool, typer.Option("--rinci", help="Tampilkan semua catatan, juga yang lama.")
    ] = False,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
    json: JsonOpsi = False,
) -> None:
    """Tampilkan register dua belas langkah SOP: keadaan, waktu, pelaksana, dan bukti.

    Contoh: kinerja tahap
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.tahap import read_tahap
    from kinerja_cli.cli import tampil, tampil_sop
    from kinerja_cli.cli.kontrak_sop import tahap_json

    hasil = read_tahap(find_ruang(ruang), tahun, datetime.now().astimezone())
    if json:
        tampil.show_json(tahap_json(hasil))
    else:
        tampil_sop.show_tahap(hasil, rinci=rinci)


def mulai(
    nomor: NomorLangkah,
    *,
    oleh: Annotated[
        str | None,
        typer.Option("--oleh", metavar="NAMA", help="Pelaksana; bawaannya pelaku menurut SOP."),
    ] = None,
    waktu: WaktuOpsi = None,
    catatan: CatatanOpsi = "",
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
) -> None:
    """Catat bahwa sebuah langkah dimulai; pembetulan adalah catatan baru.

    Contoh: kinerja tahap mulai 7 --waktu "20-01-2022 09.00"
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.tahap import Pencatatan, person_in_charge, record_step
    from kinerja_cli.cli.tampil_sop import show_recorded
    from kinerja_cli.domain.tahap import KeadaanTahap

    now = datetime.now().astimezone()
    pencatatan = Pencatatan(
        nomor,
        KeadaanTahap.BERJALAN,
        oleh or person_in_charge(nomor),
        now,
        waktu=read_waktu(waktu, now.tzinfo),
        catatan=catatan,
    )
    show_recorded(record_step(find_ruang(ruang), tahun, pencatatan))


def selesai(
    nomor: NomorLangkah,
    *,
    oleh: Annotated[str, typer.Option("--oleh", metavar="NAMA", help="Pelaksana.")],
    berkas: Annotated[
        list[Path], typer.Option("--berkas", metavar="BERKAS", help="Bukti; boleh diulang.")
    ],
    waktu: WaktuOpsi = None,
    catatan: CatatanOpsi = "",
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
) -> None:
    """Catat bahwa sebuah langkah selesai, dengan buktinya; pembetulan adalah catatan baru.

    Contoh: kinerja tahap selesai 7 --oleh "Sekretaris Kecamatan" --berkas notulen.pdf
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.tahap import Pencatatan, record_step
    from kinerja_cli.cli.tampil_sop import show_recorded
    from kinerja_cli.domain.tahap import KeadaanTahap

    now = datetime.now().astimezone()
    pencatatan = Pencatatan(
        nomor,
        KeadaanTahap.SELESAI,
        oleh,
        now,
        berkas,
        read_waktu(waktu, now.tzinfo),
        catatan,
    )
    show_recorded(record_step(find_ruang(ruang), tahun, pencatatan))


def cetak(*, ruang: RuangOpsi = None, tahun: TahunOpsi = None) -> None:
    """Cetak register dalam bentuk tabel SOP, sebagai dokumen Word dan Excel.

    Contoh: kinerja tahap cetak
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.cetak_tahap import print_tahap
    from kinerja_cli.alur.tahap import read_tahap
    from kinerja_cli.cli.tampil import show_keluaran

    tempat, now = find_ruang(ruang), datetime.now().astimezone()
    show_keluaran(tempat, print_tahap(tempat, read_tahap(tempat, tahun, now), now))


tahap = make_group(
    {"daftar": daftar, "mulai": mulai, "selesai": selesai, "cetak": cetak},
    "Register dua belas langkah SOP. Tanpa perintah lanjutan: tampilkan register.",
)
