"""Writes the docs that are generated: python alat/buat_dokumen.py."""

from __future__ import annotations

import ast
import inspect
import os
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

from typer.main import get_command

from kinerja_cli.adapter.lakip.penanda import PenandaLakip
from kinerja_cli.adapter.lakip.tampilan import TampilanLakip
from kinerja_cli.adapter.lakip.variabel_templat import RAGAM_LAKIP, types_of
from kinerja_cli.adapter.surat import ragam_surat
from kinerja_cli.adapter.surat.register import TampilanRegister
from kinerja_cli.adapter.surat.tampilan import PenandaSurat, TampilanSurat
from kinerja_cli.alur.templat import LAKIP, REGISTER, TEMPLAT
from kinerja_cli.cli import app
from kinerja_cli.cli.daftar_perintah import RINGKASAN
from kinerja_cli.domain.kantor import Kantor, Pejabat
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.surat import JenisSurat

DOCS = Path(__file__).resolve().parent.parent / "docs"


BAGIAN = {
    "R": "Rencana dan kinerja.toml",
    "B": "Berkas yang masuk",
    "I": "Isian",
    "A": "Anggaran",
    "K": "Koreksi laporan",
    "S": "Simpanan: arsip, basis data, jurnal",
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
        for nama in RINGKASAN:
            parts += _command_lines(root, context, nama)
    return "\n".join(parts) + "\n"


def _command_lines(parent: Any, context: Any, nama: str) -> Iterator[str]:  # noqa: ANN401 - private to Typer
    """Yield the help of a command, and of the commands that it has itself."""
    command = parent.get_command(context, nama)
    with command.make_context(nama, [], parent=context, resilient_parsing=True) as own:
        yield from ("", f"## {own.command_path}", "", "```", command.get_help(own), "```")
        for one in getattr(command, "commands", ()):
            yield from _command_lines(command, own, one)


DARI_TOML = {Kantor: "Kunci `{}` pada bagian [kantor] di kinerja.toml.",
             Pejabat: "Kunci `{}` pada bagian [pejabat.…] di kinerja.toml."}  # fmt: skip
PEMBUKA_TEMPLAT = """# Variabel templat

Kantor yang memerlukan susunan lain menyalin templat bawaan ke ruang kerjanya, misalnya
`kinerja templat salin teguran`, mengubahnya di Word, lalu menjalankan `kinerja templat periksa`.
Semua nilai sudah siap cetak.

- Nilai: `{{ kantor.nama }}`. Di dalam berkas `narasi/*.md` tersedia bagian Laporan di bawah,
  ditambah `tabel` dan `gambar`.
- Perulangan paragraf: `{%p for s in sasaran %}` … `{%p endfor %}`, masing-masing satu paragraf.
- Perulangan baris tabel: `{%tr for i in s.indikator %}` … `{%tr endfor %}`, masing-masing satu
  baris.
- Syarat: `{%p if ada_anggaran %}` … `{%p else %}` … `{%p endif %}`.
- "Daftar X" berarti dapat diulang dengan for; isi satu unsurnya ada pada bagian X.
"""


def render_templat() -> str:
    """Return docs/templat.md: every variable, from the fields of the views and their texts."""
    lines = [PEMBUKA_TEMPLAT.rstrip("\n"), "", *_templat_lines()]
    for kelas in views():
        lines += ["", f"## {_judul(kelas)}", "", "| variabel | isi | keterangan |", "|---|---|---|"]
        notes = field_notes(kelas)
        for nama, tipe in types_of(kelas).items():
            lines.append(f"| `{nama}` | {_sebut(tipe)} | {notes[nama]} |")
    return "\n".join(lines) + "\n"


def _templat_lines() -> Iterator[str]:
    """Yield the templates: name on the command line, file in the workspace, what it may name."""
    facts = {LAKIP: ("Laporan", "draf LAKIP"), REGISTER: ("Register tahap", "register tahap")}
    facts |= {x.kata: ("Surat", f"langkah {x.langkah} SOP") for x in JenisSurat}
    yield from ("| nama | berkas | variabel | untuk |", "|---|---|---|---|")
    for nama, berkas in TEMPLAT.items():
        bagian, guna = facts[nama]
        yield f"| `{nama}` | `templates/{berkas}` | {bagian} | {guna} |"


def field_notes(kelas: type) -> Mapping[str, str]:
    """Return what stands below each field of a view, or where its value comes from."""
    if kelas in DARI_TOML:
        return {x.name: DARI_TOML[kelas].format(x.name) for x in fields(kelas)}
    body = ast.parse(inspect.getsource(kelas)).body[0]
    notes = {}
    children = list(ast.iter_child_nodes(body))
    for one, below in zip(children, [*children[1:], None], strict=True):
        if isinstance(one, ast.FunctionDef):
            notes[one.name] = ast.get_docstring(one) or ""
        elif isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            notes[one.target.id] = _text(below)
    return notes


def _text(node: ast.AST | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return str(node.value.value)
    return ""


def views() -> Iterator[type]:
    """Yield every view that a template can reach, nearest first, each once."""
    seen = set[type]()
    for ragam in (RAGAM_LAKIP, ragam_surat(TampilanSurat), ragam_surat(TampilanRegister)):
        waiting = list(ragam.kelas)
        while waiting:
            kelas = waiting.pop(0)
            if kelas not in seen:
                seen.add(kelas)
                yield kelas
                inner = map(_inner, types_of(kelas).values())
                waiting += [x for x in inner if isinstance(x, type) and is_dataclass(x)]


def _inner(tipe: Any) -> Any:  # noqa: ANN401 - a type, whatever it is
    return get_args(tipe)[0] if get_origin(tipe) is tuple else tipe


def _judul(kelas: type) -> str:
    return JUDUL_BAGIAN.get(kelas, kelas.__name__)


def _sebut(tipe: Any) -> str:  # noqa: ANN401 - a type, whatever it is
    inner = _inner(tipe)
    nama = {str: "teks", bool: "benar/salah"}.get(inner, inner.__name__)
    return nama if inner is tipe else f"daftar {nama}"


JUDUL_BAGIAN = {
    TampilanLakip: "Laporan",
    PenandaLakip: "Penanda laporan (hanya di templat Word)",
    TampilanSurat: "Surat",
    PenandaSurat: "Penanda surat dan register",
    TampilanRegister: "Register tahap",
}
DOKUMEN = {
    "temuan.md": render_temuan,
    "perintah.md": render_perintah,
    "templat.md": render_templat,
}


def main() -> None:
    """Write every generated page anew."""
    for nama, render in DOKUMEN.items():
        (DOCS / nama).write_text(render(), encoding="utf-8", newline="\n")
        print(f"docs/{nama}")


if __name__ == "__main__":
    main()
