"""Another office's workspace, made from tables by the program's own writer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from kinerja_cli.adapter.konfigurasi import KANTOR_BARU, render_pengaturan
from kinerja_cli.adapter.rencana_xlsx import build_rencana_xlsx

Baris = Mapping[str, Decimal | str | None]
DIBUAT = datetime(2021, 1, 4, tzinfo=UTC)
TW = ("I", "II", "III", "IV")


def indikator_row(kode: str, uraian: str, satuan: str, target: str, **lain: str) -> Baris:
    """Return a row of sheet Indikator: node S1, unit u1, one target for every tribulan."""
    targets = {f"Target TW {x}": target for x in TW}
    row = {
        "Kode": kode,
        "Kode Cascading": "S1",
        "Indikator Kinerja": uraian,
        "Satuan": satuan,
        "Polaritas": "naik",
        "Agregasi": "posisi akhir",
        "Target Tahunan": target,
        "Unit": "u1",
    }
    merged = row | targets | {k.replace("_", " "): v for k, v in lain.items()}
    return {k: as_value(k, v) for k, v in merged.items()}


def as_value(kolom: str, teks: str) -> Decimal | str | None:
    """Return targets as numbers where they are plain numbers."""
    if not teks:
        return None
    return Decimal(teks) if kolom.startswith("Target") and is_number(teks) else teks


def is_number(teks: str) -> bool:
    """Tell whether a text is a plain number with a decimal point."""
    return teks.removeprefix("-").replace(".", "", 1).isdigit()


def write_ruang(
    akar: Path,
    indikator: Sequence[Baris],
    *,
    tahun: int = 2021,
    unit: Sequence[Baris] = ({"Kode": "u1", "Nama Unit": "Bidang Satu"},),
    cascading: Sequence[Baris] = (
        {"Kode": "S1", "Jenjang": "sasaran", "Uraian": "Meningkatnya pelayanan"},
    ),
    **lembar: Sequence[Baris],
) -> Path:
    """Write a workspace with this plan and return its folder."""
    isi = {"Unit": unit, "Cascading": cascading, "Indikator": indikator} | lembar
    (akar / "masuk").mkdir(parents=True)
    (akar / f"rencana-{tahun}.xlsx").write_bytes(build_rencana_xlsx(isi, DIBUAT))
    text = render_pengaturan(tahun, KANTOR_BARU).replace("Nama Kantor", "Kecamatan Uji")
    (akar / "kinerja.toml").write_text(text, encoding="utf-8")
    return akar
