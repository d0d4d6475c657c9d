"""kinerja bangun-ulang."""

from __future__ import annotations

from typing import Annotated

import typer

from kinerja_cli.cli.pilihan import JsonOpsi, KodeKeluar, RuangOpsi


def bangun_ulang(
    *,
    dari_basis_data: Annotated[
        bool,
        typer.Option(
            "--dari-basis-data",
            help="Sebaliknya: mulai jurnal baru dari basis data yang ada, bila jurnal hilang.",
        ),
    ] = False,
    ruang: RuangOpsi = None,
    json: JsonOpsi = False,
) -> None:
    """Bangun ulang basis data dari jurnal dan arsip; yang lama tetap disimpan.

    Contoh: kinerja bangun-ulang
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.bangun_ulang import rebuild
    from kinerja_cli.cli import tampil
    from kinerja_cli.cli.kontrak import temuan_json
    from kinerja_cli.domain.temuan import has_galat

    tempat = find_ruang(ruang)
    hasil = rebuild(tempat, dari_basis_data=dari_basis_data)
    tingkat, disimpan = (
        hasil.pengaturan.tingkat,
        [tempat.relative(x) for x in hasil.bangun.disimpan],
    )
    if json:
        tampil.show_json(
            {
                "transaksi": hasil.bangun.transaksi,
                "berkas_asli": hasil.asli.jumlah,
                "disimpan": disimpan,
                "temuan": [temuan_json(x, tingkat) for x in hasil.temuan],
            }
        )
    else:
        tampil.show_temuan(hasil.temuan, tingkat)
        made = "Jurnal baru dimulai" if dari_basis_data else "Basis data dibangun ulang"
        isi = f"{hasil.bangun.transaksi} transaksi, {hasil.asli.jumlah} berkas asli"
        tampil.show_lines(
            [f"{made}: {isi}.", *(f"Yang lama disimpan: {x}" for x in disimpan)], utuh=True
        )
        tampil.show_lines([tampil.count_temuan(hasil.temuan, tingkat)])
    galat = has_galat(hasil.temuan, tingkat)
    raise typer.Exit(KodeKeluar.ADA_GALAT if galat else KodeKeluar.SELESAI)
