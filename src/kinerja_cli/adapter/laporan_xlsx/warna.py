"""Predikat colours: tints that print well, conditional formats, the legend."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_cli.adapter.laporan_xlsx.kerangka import Halaman
from kinerja_cli.adapter.laporan_xlsx.rumus import quote
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.predikat import Kelas

KADAR = 0.42
"""How much of a class's colour its cells take: black text stays readable, ink is spared."""


def tint(warna: str) -> str:
    """Return a colour (RRGGBB) thinned with white."""
    parts = (int(warna[i : i + 2], 16) for i in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * KADAR):02X}" for part in parts)


def colour_predikat(halaman: Halaman, dari: int, sampai: int, kunci: str) -> None:
    """Colour cells that hold the name of a class."""
    for kelas in halaman.buku.pengaturan.aturan.skala:
        rule = {"type": "cell", "criteria": "==", "value": quote(kelas.nama)}
        _add(halaman, (dari, sampai), (kunci, kunci), rule, kelas)


def colour_capaian(
    halaman: Halaman, dari: int, sampai: int, kunci: str, hingga: str | None = None
) -> None:
    """Colour cells that hold a capaian by its class; a reason in words stays white."""
    sel = halaman.sel(dari, kunci)
    for kelas in halaman.buku.pengaturan.aturan.skala:
        rule = {
            "type": "formula",
            "criteria": f"=AND(ISNUMBER({sel}),{sel}>={kelas.batas:f})",
            "stop_if_true": True,
        }
        _add(halaman, (dari, sampai), (kunci, hingga or kunci), rule, kelas)


def _add(
    halaman: Halaman,
    baris: tuple[int, int],
    kunci: tuple[str, str],
    aturan: Mapping[str, Any],
    kelas: Kelas,
) -> None:
    if baris[1] < baris[0]:
        return
    first, last = (halaman.at(x) for x in kunci)
    style = halaman.buku.gaya.of(bg_color=tint(kelas.warna))
    halaman.lembar.conditional_format(baris[0], first, baris[1], last, {**aturan, "format": style})


def write_legend(halaman: Halaman, baris: int) -> None:
    """Write the classes with their colours in one line of text."""
    of = halaman.buku.gaya.of
    words = of(font_size=9)
    parts: list[Any] = [words, "Predikat:  "]
    for kelas in halaman.buku.pengaturan.aturan.skala:
        parts += [of(font_size=11, font_color=kelas.warna), "■ "]
        parts += [words, f"{kelas.nama} (mulai {format_angka(kelas.batas)})    "]
    halaman.lembar.write_rich_string(baris, 0, *parts, of(valign="vcenter"))
