"""Which commands there are; the module of one is imported only to run it or to show its help."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, cast

import typer
from typer.main import get_command

from kinerja_cli.cli.bahasa import KelompokPerintah, Perintah

PERINTAH = {
    "mulai": "Buat ruang kerja baru.",
    "periksa": "Periksa kinerja.toml dan rencana.",
    "buat-format": "Buat formulir Excel untuk dibagikan kepada unit.",
    "himpun": "Himpun formulir yang sudah diisi.",
    "status": "Tampilkan unit yang sudah dan yang belum menyampaikan.",
    "tarik": "Tarik formulir yang sudah diterima.",
    "tutup": "Tutup sebuah tribulan.",
    "buka": "Buka kembali tribulan yang sudah ditutup.",
    "analisis": "Hitung capaian dan serapan.",
    "lakip": "Buat draf LAKIP atau laporan kinerja tribulan.",
    "koreksi": "Cocokkan laporan yang sudah disunting dengan data.",
    "reviu": "Buat daftar uji reviu.",
    "templat": "Salin templat Word untuk diubah, atau periksa.",
    "surat": "Buat surat dan naskah tiap langkah SOP.",
    "bangun-ulang": "Bangun ulang basis data.",
}
KELOMPOK = {
    "tahap": "Register dua belas langkah SOP.",
    "dokumen": "Dokumen yang disebut SOP.",
    "arsip": "Arsip tahunan.",
}
"""Commands that have commands of their own."""

RINGKASAN = {**PERINTAH, **KELOMPOK}
"""Every command with its line in the help of the program, in the order shown there."""

SERUMAH = {"buka": "tutup"}
"""Commands that stand in the module of another one."""


def load_perintah(nama: str) -> Callable[..., None]:
    """Return the function of a command."""
    return cast("Callable[..., None]", _load(nama))


def load_kelompok(nama: str) -> typer.Typer:
    """Return a command that has commands of its own."""
    return cast("typer.Typer", _load(nama))


def _load(nama: str) -> object:
    modul = SERUMAH.get(nama, nama).replace("-", "_")
    return getattr(import_module(f"{__package__}.{modul}"), nama.replace("-", "_"))


class Program(KelompokPerintah):
    """The program itself: its help lists the commands without importing them."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return the names of all commands."""
        return list(RINGKASAN)

    def get_command(self, ctx: object, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - private to Typer
        """Return a command ready to run, or None where there is none of that name."""
        if cmd_name in KELOMPOK:
            return get_command(load_kelompok(cmd_name))
        if cmd_name not in PERINTAH:
            return None
        single = typer.Typer(rich_markup_mode=None, add_completion=False)
        single.command(cmd_name, cls=Perintah)(load_perintah(cmd_name))
        return get_command(single)

    def format_commands(self, ctx: object, formatter: Any) -> None:  # noqa: ANN401, ARG002 - private to Typer
        """Write the list of commands."""
        with formatter.section("Perintah"):
            formatter.write_dl(list(RINGKASAN.items()))
