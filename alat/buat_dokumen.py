"""Writes the docs that are generated: python alat/buat_dokumen.py."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from typer.main import get_command

from kinerja_cli.cli import PERINTAH, app
from kinerja_cli.domain.katalog import JenisTemuan

DOCS = Path(__file__).resolve().parent.parent / "docs"


BAGIAN = {
    "R": "Rencana dan kinerja.toml",
    "B": "Berkas yang masuk",
    "I": "Isian",
    "A": "Anggaran",
}


def render_temuan() -> str:
    """Return docs/temuan.md: every code with level, message, remedy and reason."""
    return "\n".join(_temuan_lines()) + "\n"


def _temuan_lines() -> Iterator[str]:
    yield "# Temuan"
    yield ""
    yield "Satu formulir dengan satu galat ditolak seluruhnya; peringatan dan info tidak menolak."
    yield "Tingkat sebuah kode dapat diubah kantor di bagian `[temuan]` pada kinerja.toml."
    for huruf, judul in BAGIAN.items():
        yield ""
        yield f"## {judul}"
        yield ""
        yield "| kode | tingkat | pesan | yang harus dilakukan | mengapa tingkatnya begitu |"
        yield "|---|---|---|---|---|"
        for jenis in JenisTemuan:
            if jenis.kode.startswith(huruf):
                cells = (jenis.kode, jenis.tingkat.value, jenis.pesan, jenis.saran, jenis.mengapa)
                yield "| " + " | ".join(x.replace("|", "\\|") for x in cells) + " |"


def render_perintah() -> str:
    """Return docs/perintah.md: the help of every command as the terminal shows it."""
    os.environ["COLUMNS"] = "80"
    root = get_command(app)
    parts = ["# Perintah", "", "Kode keluar: 0 selesai, 1 ada galat, 2 tidak dapat dijalankan."]
    with root.make_context("kinerja", [], resilient_parsing=True) as context:
        for nama in PERINTAH:
            command = root.get_command(context, nama)  # type: ignore[attr-defined]
            with command.make_context(nama, [], parent=context, resilient_parsing=True) as own:
                parts += ["", f"## kinerja {nama}", "", "```", command.get_help(own), "```"]
    return "\n".join(parts) + "\n"


DOKUMEN = {"temuan.md": render_temuan, "perintah.md": render_perintah}


def main() -> None:
    """Write every generated page anew."""
    for nama, render in DOKUMEN.items():
        (DOCS / nama).write_text(render(), encoding="utf-8", newline="\n")
        print(f"docs/{nama}")


if __name__ == "__main__":
    main()
