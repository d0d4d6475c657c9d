"""kinerja periksa."""

from __future__ import annotations

import typer

from kinerja_cli.cli.pilihan import JsonOpsi, KodeKeluar, RuangOpsi, TahunOpsi


def periksa(*, ruang: RuangOpsi = None, tahun: TahunOpsi = None, json: JsonOpsi = False) -> None:
    """Periksa kinerja.toml dan rencana; semua temuan ditampilkan sekaligus.

    Contoh: kinerja periksa --tahun 2021
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.rencana import check_workspace
    from kinerja_cli.cli import tampil
    from kinerja_cli.cli.kontrak import temuan_json
    from kinerja_cli.domain.temuan import has_galat

    hasil = check_workspace(find_ruang(ruang), tahun)
    tingkat = hasil.pengaturan.tingkat
    if json:
        tampil.show_json({"temuan": [temuan_json(x, tingkat) for x in hasil.temuan]})
    else:
        tampil.show_temuan(hasil.temuan, tingkat)
        isi = f"{hasil.berkas.name}: {hasil.unit} unit, {hasil.indikator} indikator."
        tampil.show_lines([isi, tampil.count_temuan(hasil.temuan, tingkat)])
    galat = has_galat(hasil.temuan, tingkat)
    raise typer.Exit(KodeKeluar.ADA_GALAT if galat else KodeKeluar.SELESAI)
