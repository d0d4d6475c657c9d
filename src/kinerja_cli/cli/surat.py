"""kinerja surat."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kinerja_cli.cli.pilihan import JsonOpsi, RuangOpsi, TahunOpsi, TribulanOpsi
from kinerja_cli.cli.waktu import TanggalOpsi, read_tanggal

if TYPE_CHECKING:  # importing it would load the store before the first line is printed
    from kinerja_cli.adapter.ruang import Ruang

JenisArgumen: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar="[JENIS]", help="Jenis surat; tanpa jenis: daftar surat bernomor."),
]
UnitOpsi: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--unit", metavar="KODE", help="Hanya unit ini; boleh diulang."),
]
NomorOpsi: TypeAlias = Annotated[
    str, typer.Option("--nomor", metavar="NOMOR", help="Nomor urut atau nomor lengkap.")
]
LagiOpsi: TypeAlias = Annotated[
    bool,
    typer.Option("--lagi", help="Surat berikutnya tentang hal yang sama, misalnya Teguran II."),
]
RapatOpsi: TypeAlias = Annotated[
    str | None, typer.Option("--rapat", metavar="TANGGAL", help="Tanggal rapat.")
]
PukulOpsi: TypeAlias = Annotated[
    str, typer.Option("--pukul", metavar="JAM", help="Jam rapat, misalnya 09.00 WIB.")
]
TempatOpsi: TypeAlias = Annotated[
    str, typer.Option("--tempat", metavar="TEKS", help="Tempat rapat.")
]
KoreksiOpsi: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--koreksi", metavar="BERKAS", help="Draf yang dibahas notulen; tanpa ini: draf terakhir."
    ),
]


def surat(
    jenis: JenisArgumen = None,
    *,
    unit: UnitOpsi = None,
    tribulan: TribulanOpsi = None,
    tanggal: TanggalOpsi = None,
    nomor: NomorOpsi = "",
    lagi: LagiOpsi = False,
    rapat: RapatOpsi = None,
    pukul: PukulOpsi = "",
    tempat: TempatOpsi = "",
    koreksi: KoreksiOpsi = None,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
    json: JsonOpsi = False,
) -> None:
    """Buat surat dan naskah tiap langkah SOP, dengan nomor dari register surat.

    Jenis: nota-dinas, penyampaian-format, teguran, undangan, daftar-hadir, notulen, persetujuan,
    pengesahan, pengantar, penggandaan, tanda-terima. Surat yang dibuat ulang tetap bernomor sama;
    --lagi membuat surat berikutnya.

    Contoh: kinerja surat undangan --rapat 20-01-2022 --pukul "09.00 WIB" --tempat "Aula"

    Contoh: kinerja surat teguran -t 1 --lagi
    """
    from kinerja_cli.adapter.ruang import find_ruang

    di = find_ruang(ruang)
    if jenis is None:
        _show_register(di, tahun, json=json)
        return
    from kinerja_cli.alur.isi_surat import Rapat
    from kinerja_cli.alur.surat import PermintaanSurat, read_jenis, write_surat
    from kinerja_cli.cli import tampil, tampil_sop
    from kinerja_cli.cli.kontrak_sop import surat_json

    permintaan = PermintaanSurat(
        jenis=read_jenis(jenis),
        hari_ini=datetime.now().astimezone().date(),
        tahun=tahun,
        tribulan=tribulan,
        unit=unit or (),
        tanggal=read_tanggal(tanggal, "--tanggal"),
        nomor=" ".join(nomor.split()),
        lagi=lagi,
        rapat=Rapat(read_tanggal(rapat, "--rapat"), pukul, tempat),
        koreksi=koreksi,
    )
    jadi = write_surat(di, permintaan)
    if json:
        tampil.show_json(surat_json(di, jadi))
    else:
        tampil_sop.show_surat(di, jadi)


def _show_register(ruang: Ruang, tahun: int | None, *, json: bool) -> None:
    """Print which letters have a number; loads nothing that writes Word."""
    from kinerja_cli.alur.surat_terdaftar import list_surat
    from kinerja_cli.cli import tampil, tampil_sop
    from kinerja_cli.cli.kontrak_sop import daftar_surat_json

    terdaftar = list_surat(ruang, tahun)
    if json:
        tampil.show_json(daftar_surat_json(terdaftar))
    else:
        tampil_sop.show_daftar_surat(terdaftar)
