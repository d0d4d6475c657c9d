"""Typer speaks English; these classes and this table make its help and errors Indonesian."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_JUDUL = (
    ("Usage:", "Pemakaian:"),
    ("Options:", "Pilihan:"),
    ("Arguments:", "Masukan:"),
    ("Commands:", "Perintah:"),
    ("Show this message and exit.", "Tampilkan bantuan ini."),
    ("[OPTIONS]", "[PILIHAN]"),
    ("COMMAND [ARGS]...", "PERINTAH ..."),
    ("[default: ", "[bawaan: "),
    ("[multiple]", "[boleh lebih dari satu]"),
    ("[required]", "[wajib]"),
)

_KUTIP = r"(?:'(.*)'|\"(.*)\")"
"""Typer quotes as Python does: a text that has an apostrophe stands between the other marks."""

_PESAN = (
    (rf"No such command {_KUTIP}\..*", "Perintah '{0}' tidak dikenal."),
    (r"No such option: (\S+).*", "Pilihan '{0}' tidak dikenal."),
    (r"Missing argument '(.+?)'.*", "{0} belum disebutkan."),
    (r"Missing option '(.+?)'.*", "Pilihan {0} wajib disebutkan."),
    (r"Option '(.+?)' requires an argument\.", "Pilihan {0} memerlukan nilai."),
    (r"Option '(.+?)' does not take a value\.", "Pilihan {0} tidak memakai nilai."),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", "'{0}' tidak dimengerti di sini."),
    (
        r"Invalid value for (.+?): (\S+) is not in the range (\d+)<=x<=(\d+)\.",
        "{0} harus antara {2} dan {3}, bukan {1}.",
    ),
    (
        rf"Invalid value for (.+?): {_KUTIP} is not a valid int.*",
        "{0} harus angka, bukan '{1}'.",
    ),
    (rf"Invalid value for (.+?): {_KUTIP} is not one of (.+)\.", "{0} harus salah satu dari {2}."),
    (
        rf"Invalid value for (.+?): (?:File|Path) {_KUTIP} does not exist\.",
        "{0}: '{1}' tidak ada. Periksa nama berkas atau foldernya.",
    ),
    (
        rf"Invalid value for (.+?): (?:File|Path) {_KUTIP} is a directory\.",
        "{0}: '{1}' folder, bukan berkas.",
    ),
    (
        rf"Invalid value for (.+?): (?:File|Path) {_KUTIP} is not readable\.",
        "{0}: '{1}' tidak dapat dibaca. Tutup di program lain, atau periksa izinnya.",
    ),
    (r"Missing command\.", "Sebutkan perintahnya."),
)


def translate_help(teks: str) -> str:
    """Return a help text with Typer's own words in Indonesian."""
    for inggris, indonesia in _JUDUL:
        teks = teks.replace(inggris, indonesia)
    return re.sub(r"\[\d+<=x<=\d+(; required)?\]", _translate_range, teks)


def _translate_range(match: re.Match[str]) -> str:
    return "[wajib]" if match[1] else ""


def translate_error(pesan: str) -> str:
    """Return one of Typer's usage errors in Indonesian; an unknown one stays as it is."""
    for pola, indonesia in _PESAN:
        match = re.fullmatch(pola, pesan, re.DOTALL)
        if match:
            return indonesia.format(*(x for x in match.groups() if x is not None))
    return pesan


class Perintah(TyperCommand):
    """A command whose help is Indonesian."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - a type private to Typer
        """Return the help text."""
        return translate_help(super().get_help(ctx))


class KelompokPerintah(TyperGroup):
    """The program itself: its commands in the order of the SOP, its help Indonesian."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - a type private to Typer
        """Return the help text."""
        return translate_help(super().get_help(ctx))
