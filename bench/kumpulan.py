"""Makes workspaces of any size for measuring: seeded, with a share of faulty workbooks."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.format_unit import build_format
from kinerja_cli.adapter.konfigurasi import KANTOR_BARU, read_pengaturan, render_pengaturan
from kinerja_cli.adapter.rencana_xlsx import build_rencana_xlsx
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.rencana import (
    Agregasi,
    Indikator,
    Jenjang,
    Polaritas,
    Porsi,
    Rencana,
    Simpul,
    Unit,
)

DIBUAT = datetime(2021, 1, 4, tzinfo=UTC)
INDIKATOR_PER_UNIT = 20
PAGU_PER_UNIT = 5
CACAT = ("teks", "galat", "rusak")


def make_rencana(unit: int, indikator: int = INDIKATOR_PER_UNIT) -> Rencana:
    """Return a plan of that many units, each with its own indicators and budget lines."""
    units = tuple(Unit(f"U{n:05}", f"Bidang Nomor {n}", f"Kepala Bidang {n}") for n in range(unit))
    sasaran = tuple(
        Simpul(f"S{n:03}", Jenjang.SASARAN, f"Meningkatnya hasil ke-{n}")
        for n in range(max(1, unit // 20))
    )
    lines = tuple(
        Simpul(f"K{n:05}.{k}", Jenjang.KEGIATAN, f"Kegiatan {k} bidang {n}", sasaran[0].kode,
               f"U{n:05}", Decimal(1_000_000 * (k + 1)))
        for n in range(unit)
        for k in range(PAGU_PER_UNIT)
    )  # fmt: skip
    targets = (Decimal(25), Decimal(25), Decimal(25), Decimal(25))
    daftar = tuple(
        Indikator(
            kode=f"I{n:05}.{k:03}",
            kode_cascading=sasaran[(n + k) % len(sasaran)].kode,
            uraian=f"Jumlah dokumen layanan jenis {k} yang diselesaikan bidang {n}",
            satuan="dokumen",
            polaritas=Polaritas.NAIK,
            agregasi=Agregasi.JUMLAH,
            porsi=(Porsi(f"U{n:05}", Decimal(100), targets),),
        )
        for n in range(unit)
        for k in range(indikator)
    )
    return Rencana(2021, units, (*sasaran, *lines), daftar)


def write_workspace(akar: Path, rencana: Rencana) -> Pengaturan:
    """Write kinerja.toml and the plan of a workspace and return its settings."""
    (akar / "masuk").mkdir(parents=True)
    text = render_pengaturan(rencana.tahun, KANTOR_BARU)
    (akar / "kinerja.toml").write_text(text, encoding="utf-8")
    (akar / f"rencana-{rencana.tahun}.xlsx").write_bytes(
        build_rencana_xlsx(rows_of(rencana), DIBUAT)
    )
    return read_pengaturan(akar / "kinerja.toml")


def rows_of(rencana: Rencana) -> Mapping[str, Sequence[Mapping[str, Decimal | str | None]]]:
    """Return the plan as rows of its sheets."""
    return {
        "Unit": [
            {"Kode": x.kode, "Nama Unit": x.nama, "Nama Pejabat": x.pejabat} for x in rencana.unit
        ],
        "Cascading": [
            {"Kode": x.kode, "Jenjang": x.jenjang.value, "Uraian": x.uraian,
             "Kode Induk": x.induk, "Unit": x.unit, "Pagu": x.pagu}
            for x in rencana.cascading
        ],
        "Indikator": [
            {"Kode": x.kode, "Kode Cascading": x.kode_cascading, "Indikator Kinerja": x.uraian,
             "Satuan": x.satuan, "Polaritas": x.polaritas.value, "Agregasi": x.agregasi.value,
             "Target Tahunan": Decimal(100), "Unit": x.porsi[0].unit}
            | {f"Target TW {tw}": Decimal(25) for tw in ("I", "II", "III", "IV")}
            for x in rencana.indikator
        ],
    }  # fmt: skip


def write_filled(
    akar: Path, rencana: Rencana, pengaturan: Pengaturan, tribulan: int, cacat: float
) -> int:
    """Write one filled workbook per unit under masuk/ and return how many; `cacat` is a share."""
    rng = random.Random(tribulan)  # noqa: S311 - the same files on every run
    folder = akar / "masuk" / f"TW{tribulan}"
    folder.mkdir(parents=True, exist_ok=True)
    for unit in rencana.unit:
        isi = fill(build_format(rencana, pengaturan, unit.kode, tribulan, DIBUAT), tribulan, rng)
        if rng.random() < cacat:
            isi = spoil(isi, rng.choice(CACAT))
        (folder / f"{unit.kode}.xlsx").write_bytes(isi)
    return len(rencana.unit)


def fill(isi: bytes, tribulan: int, rng: random.Random) -> bytes:
    """Return the form with every realisasi filled in, as a spreadsheet would save it."""
    parts = unpack(isi)
    buku = read_buku(isi)
    data, money = buku.lembar[0], buku.lembar[2]
    for baris in data.rows():
        kode = str(data.at(baris, 8).nilai or "")
        if kode.startswith("I"):
            put(parts, "xl/worksheets/sheet1.xml", f"F{baris}", rng.randint(25, 30))
    for baris in money.rows():
        if str(money.at(baris, 1).nilai or "").startswith("K") and money.at(baris, 3).nilai:
            put(parts, "xl/worksheets/sheet3.xml", f"D{baris}", 100_000 * tribulan)
    core = "docProps/core.xml"
    saved = f"2021-{tribulan * 3 + 1:02}-05T08:00:00Z</dcterms:modified>".encode()
    parts[core] = re.sub(rb"[^>]*</dcterms:modified>", saved, parts[core])
    return pack(parts)


def put(parts: dict[str, bytes], bagian: str, sel: str, nilai: int) -> None:
    """Write a number into an empty cell of a sheet, its style kept."""
    empty = f'<c r="{sel}" s="'.encode()
    head, _, tail = parts[bagian].partition(empty)
    style, _, rest = tail.partition(b'"/>')
    parts[bagian] = head + empty + style + f'"><v>{nilai}</v></c>'.encode() + rest


def spoil(isi: bytes, cara: str) -> bytes:
    """Return a faulty copy: a text for a number, an error cell, or a torn package."""
    if cara == "rusak":
        return isi[: len(isi) // 2]
    parts = unpack(isi)
    wrong = {
        "teks": rb'<c r="F\1" s="\2" t="inlineStr"><is><t>n/a</t></is></c>',
        "galat": rb'<c r="F\1" s="\2" t="e"><v>#DIV/0!</v></c>',
    }[cara]
    sheet = "xl/worksheets/sheet1.xml"
    found = rb'<c r="F(\d+)" s="(\d+)"><v>\d+</v></c>'
    parts[sheet] = re.sub(found, wrong, parts[sheet], count=2)
    return pack(parts)


def unpack(isi: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(BytesIO(isi)) as source:
        return {x: source.read(x) for x in source.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of these parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for nama, isi in parts.items():
            target.writestr(nama, isi)
    return stream.getvalue()
