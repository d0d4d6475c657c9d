"""The person's side: commands, what they print, exit codes, and the only exception handler."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from kinerja_cli import __version__
from kinerja_cli.cli.bahasa import translate_error
from kinerja_cli.cli.daftar_perintah import Program
from kinerja_cli.cli.pilihan import KodeKeluar
from kinerja_cli.domain.galat import KinerjaError

app = typer.Typer(
    cls=Program,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


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
    """Run the tool; a known failure is one line and exit 2, a bug one line, a file and exit 3."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = app(args=argv, prog_name="kinerja", standalone_mode=False)
    except KeyboardInterrupt:  # where Typer is not in charge; it returns the same code
        code = KodeKeluar.DIHENTIKAN
    except typer.Abort:
        typer.echo("Dibatalkan.", err=True)
        code = KodeKeluar.GAGAL
    except Exception as error:  # noqa: BLE001 - the last one that can say anything about it
        code = _explain(error, sys.argv[1:] if argv is None else argv)
    if code == KodeKeluar.DIHENTIKAN:
        typer.echo("Dibatalkan.", err=True)
    sys.exit(code)


def _explain(error: Exception, argv: Sequence[str]) -> KodeKeluar:
    """Print the one line of a failure and return its exit code."""
    from kinerja_cli.cli.galat_program import report_bug

    if isinstance(error, TyperException):
        typer.echo(_usage_message(error), err=True)
    elif (message := _known_failure(error)) is not None:
        typer.echo(_trouble(message), err=True)
    else:
        typer.echo(report_bug(error, argv), err=True)
        return KodeKeluar.GALAT_PROGRAM
    return KodeKeluar.GAGAL


def _known_failure(error: Exception) -> str | None:
    """Return what a person can do something about, None for a bug."""
    from kinerja_cli.adapter.berkas import BerkasTerpakaiError, is_explained

    if isinstance(error, KinerjaError):
        return str(error)
    if isinstance(error, OSError) and is_explained(error):
        return str(BerkasTerpakaiError(str(error.filename), error))
    if isinstance(error, MemoryError):
        return "Memori komputer tidak cukup. Tutup program lain, lalu ulangi."
    return None


def _usage_message(error: TyperException) -> str:
    """Return a usage error in Indonesian; a call without any command shows the help."""
    context = getattr(error, "ctx", None)
    message = error.format_message()
    if context is not None and message == context.get_help():
        return message
    path = context.command_path if context is not None else "kinerja"
    return f"{_trouble(translate_error(message))} Lihat `{path} --help`."


def _trouble(pesan: str) -> str:
    """Return a message on one line; what makes it visible is loaded when there is trouble."""
    from kinerja_cli.domain.tulisan import visible

    return f"Galat: {visible(pesan)}"
