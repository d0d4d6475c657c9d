"""The person's side: commands, what they print, exit codes, and the only exception handler."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from kinerja_cli import __version__
from kinerja_cli.cli.analisis import analisis
from kinerja_cli.cli.arsip import arsip
from kinerja_cli.cli.bahasa import KelompokPerintah, Perintah, translate_error
from kinerja_cli.cli.bangun_ulang import bangun_ulang
from kinerja_cli.cli.buat_format import buat_format
from kinerja_cli.cli.dokumen import dokumen
from kinerja_cli.cli.himpun import himpun
from kinerja_cli.cli.koreksi import koreksi
from kinerja_cli.cli.lakip import lakip
from kinerja_cli.cli.mulai import mulai
from kinerja_cli.cli.periksa import periksa
from kinerja_cli.cli.pilihan import KodeKeluar
from kinerja_cli.cli.reviu import reviu
from kinerja_cli.cli.status import status
from kinerja_cli.cli.surat import surat
from kinerja_cli.cli.tahap import tahap
from kinerja_cli.cli.tarik import tarik
from kinerja_cli.cli.templat import templat
from kinerja_cli.cli.tutup import buka, tutup
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.tulisan import visible

app = typer.Typer(
    cls=KelompokPerintah,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

PERINTAH: dict[str, Callable[..., None]] = {
    "mulai": mulai,
    "periksa": periksa,
    "buat-format": buat_format,
    "himpun": himpun,
    "status": status,
    "tarik": tarik,
    "tutup": tutup,
    "buka": buka,
    "analisis": analisis,
    "lakip": lakip,
    "koreksi": koreksi,
    "reviu": reviu,
    "templat": templat,
    "surat": surat,
    "bangun-ulang": bangun_ulang,
}
KELOMPOK: dict[str, typer.Typer] = {"tahap": tahap, "dokumen": dokumen, "arsip": arsip}
for _nama, _fungsi in PERINTAH.items():
    app.command(_nama, cls=Perintah)(_fungsi)
for _nama, _kelompok in KELOMPOK.items():
    app.add_typer(_kelompok, name=_nama)


def _show_version(*, value: bool) -> None:
    if value:
        typer.echo(f"kinerja {__version__}")
        raise typer.Exit


@app.callback()
def kinerja(
    *,
    _versi: Annotated[
        bool,
        typer.Option(
            "--versi", "--version", callback=_show_version, is_eager=True, help="Tampilkan versi."
        ),
    ] = False,
) -> None:
    """Pengumpulan data kinerja sampai draf LAKIP, langkah demi langkah menurut SOP.

    Urutannya: mulai, periksa, buat-format, himpun, analisis, lakip.
    """


def main(argv: Sequence[str] | None = None) -> None:
    """Run the tool; a known failure is one line and exit 2, an unknown one a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = app(args=argv, prog_name="kinerja", standalone_mode=False)
    except KinerjaError as error:
        typer.echo(f"Galat: {visible(str(error))}", err=True)
        code = KodeKeluar.GAGAL
    except TyperException as error:
        typer.echo(_usage_message(error), err=True)
        code = KodeKeluar.GAGAL
    except typer.Abort:
        typer.echo("Dibatalkan.", err=True)
        code = KodeKeluar.GAGAL
    sys.exit(code)


def _usage_message(error: TyperException) -> str:
    """Return a usage error in Indonesian; a call without any command shows the help."""
    context = getattr(error, "ctx", None)
    message = error.format_message()
    if context is not None and message == context.get_help():
        return message
    path = context.command_path if context is not None else "kinerja"
    return f"Galat: {visible(translate_error(message))} Lihat `{path} --help`."
