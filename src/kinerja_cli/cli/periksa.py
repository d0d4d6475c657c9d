"""kinerja periksa."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kinerja_cli.cli.pilihan import JsonOpsi, KodeKeluar, RuangOpsi, TahunOpsi

if TYPE_CHECKING:  # importing them would load every reader before the first line is printed
    from kinerja_cli.adapter.ruang import Ruang
    from kinerja_cli.alur.periksa_arsip import HasilAsli
    from kinerja_cli.alur.rencana import HasilPeriksaRencana


def periksa(
    *,
    arsip: Annotated[
        bool,
        typer.Option(
            "--arsip", help="Cocokkan juga berkas asli yang diterima, basis data, dan jurnalnya."
        ),
    ] = False,
    ruang: RuangOpsi = None,
    tahun: TahunOpsi = None,
    json: JsonOpsi = False,
) -> None:
    """Periksa kinerja.toml dan rencana; semua temuan ditampilkan sekaligus.

    Contoh: kinerja periksa --tahun 2021

    Contoh: kinerja periksa --arsip
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.rencana import check_workspace
    from kinerja_cli.cli import tampil
    from kinerja_cli.cli.kontrak import temuan_json
    from kinerja_cli.domain.temuan import has_galat

    tempat = find_ruang(ruang)
    hasil = check_workspace(tempat, tahun)
    asli = _check_arsip(tempat, tahun, hasil) if arsip else None
    tingkat, temuan = hasil.pengaturan.tingkat, (*hasil.temuan, *(asli.temuan if asli else ()))
    if json:
        tampil.show_json({"temuan": [temuan_json(x, tingkat) for x in temuan]})
    else:
        tampil.show_temuan(temuan, tingkat)
        isi = f"{hasil.berkas.name}: {hasil.unit} unit, {hasil.indikator} indikator."
        isi_arsip = [f"Arsip: {asli.jumlah} berkas asli."] if asli else []
        tampil.show_lines([isi, *isi_arsip, tampil.count_temuan(temuan, tingkat)])
    raise typer.Exit(KodeKeluar.ADA_GALAT if has_galat(temuan, tingkat) else KodeKeluar.SELESAI)


def _check_arsip(tempat: Ruang, tahun: int | None, hasil: HasilPeriksaRencana) -> HasilAsli:
    from kinerja_cli.alur.periksa_arsip import check_arsip
    from kinerja_cli.cli import tampil

    with tampil.progress("Mencocokkan") as lapor:
        return check_arsip(tempat, tahun, hasil, lapor)
