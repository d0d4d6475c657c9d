"""kinerja templat."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja_cli.cli.pilihan import KodeKeluar, RuangOpsi

if TYPE_CHECKING:  # importing it would load the Word library before the first line is printed
    from kinerja_cli.adapter.ruang import Ruang
    from kinerja_cli.alur.templat import HasilPeriksa


class Tindakan(StrEnum):
    """What is to be done; the value is the word on the command line."""

    SALIN = "salin"
    PERIKSA = "periksa"


def templat(
    tindakan: Annotated[
        Tindakan, typer.Argument(metavar="[salin|periksa]", help="Yang dilakukan.")
    ] = Tindakan.PERIKSA,
    apa: Annotated[
        str | None,
        typer.Argument(metavar="[NAMA|BERKAS]", help="Templat yang disalin atau diperiksa."),
    ] = None,
    *,
    ruang: RuangOpsi = None,
) -> None:
    """Salin templat bawaan untuk diubah di Word, atau periksa templat sebelum dipakai.

    Nama: lakip, register-tahap, dan jenis surat seperti pada `kinerja surat`. Tanpa nama, yang
    diperiksa adalah templat LAKIP dan semua templat surat milik kantor.

    Contoh: kinerja templat salin teguran

    Contoh: kinerja templat periksa templates/surat/teguran.docx
    """
    from kinerja_cli.adapter.ruang import find_ruang
    from kinerja_cli.alur.templat import check_templat, copy_templat
    from kinerja_cli.cli.tampil import show_lines

    tempat = find_ruang(ruang)
    if tindakan is Tindakan.SALIN:
        path = copy_templat(tempat, apa or "lakip")
        show_lines(
            [
                f"  {tempat.relative(path)}",
                "Ubah di Word, lalu jalankan `kinerja templat periksa`.",
            ]
        )
        return
    hasil = check_templat(tempat, apa)
    show_lines(line for one in hasil for line in _report(tempat, one))
    raise typer.Exit(KodeKeluar.ADA_GALAT if any(x.cacat for x in hasil) else KodeKeluar.SELESAI)


def _report(ruang: Ruang, hasil: HasilPeriksa) -> list[str]:
    """Return the faults one under another, or that there is none."""
    nama = ruang.relative(hasil.path) if hasil.milik_kantor else "Templat bawaan"
    if hasil.cacat:
        return [f"{nama}: {len(hasil.cacat)} kesalahan.", *(f"  {x}" for x in hasil.cacat)]
    lines = [f"{nama}: tidak ada kesalahan."]
    if hasil.tidak_dipakai:
        lines.append(f"Tidak dipakai di sini: {', '.join(hasil.tidak_dipakai)}.")
    return lines
