"""Commands that have commands of their own: kinerja tahap selesai, kinerja arsip periksa."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import typer

from kinerja_cli.cli.bahasa import KelompokPerintah, Perintah


class KelompokBawaan(KelompokPerintah):
    """A group whose first command runs where none of its commands is named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - private to Typer
        """Put the first command before options or a year that name no command."""
        first = args[0] if args else ""
        if not first or first.isdecimal() or (first.startswith("-") and first != "--help"):
            args = [next(iter(self.commands)), *args]
        return super().parse_args(ctx, args)


def make_group(perintah: Mapping[str, Callable[..., None]], penjelasan: str) -> typer.Typer:
    """Return a group of commands; the first one is what the group does by itself."""
    group = typer.Typer(
        cls=KelompokBawaan, rich_markup_mode=None, add_completion=False, help=penjelasan
    )
    for nama, fungsi in perintah.items():
        group.command(nama, cls=Perintah)(fungsi)
    return group
