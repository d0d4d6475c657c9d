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
from kinerja_cli.domain.formulir import KodeTandaTangan
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
from kinerja_cli.domain.sidik import sidik_rencana

DIBUAT = datetime(2021, 1, 4, tzinfo=UTC)
INDIKATOR_PER_UNIT = 20
PAGU_PER_UNIT = 5
SASARAN = 10
CACAT = ("teks", "galat", "rusak")
DISIMPAN = {1: "2021-04-05", 2: "2021-07-05", 3: "2021-10-05", 4: "2022-01-05"}
TANGGAL = 44291
"""5 April 2021 as Excel counts days."""


def make_rencana(unit: int, indikator: int = INDIKATOR_PER_UNIT) -> Rencana:
    """Return a plan of that many units, each with its own indicators and budget lines."""
    units = tuple(
        Unit(f"U{n:05}", f"Bidang Nomor {n:05}", f"Kepala Bidang {n:05}") for n in range(unit)
    )
    sasaran = tuple(
        Simpul(f"S{n:03}", Jenjang.SASARAN, f"Meningkatnya hasil ke-{n}") for n in range(SASARAN)
    )
    lines = tuple(
        Simpul(f"K{n:05}.{k}", Jenjang.KEGIATAN, f"Kegiatan {k} bidang {n:05}", sasaran[0].kode,
               f"U{n:05}", Decimal(1_000_000 * (k + 1)))
        for n in range(unit)
        for k in range(PAGU_PER_UNIT)
    )  # fmt: skip
    targets = (Decimal(25), Decimal(25), Decimal(25), Decimal(25))
    daftar = tuple(
        Indikator(
            kode=f"I{n:05}.{k:03}",
            kode_cascading=sasaran[k % len(sasaran)].kode,
            uraian=f"Jumlah dokumen layanan jenis {k} yang diselesaikan bidang {n:05}",
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


def write_filled(  # noqa: PLR0913 - the workspace, what it holds, and how much of it
    akar: Path,
    rencana: Rencana,
    pengaturan: Pengaturan,
    tribulan: int,
    cacat: float,
    *,
    banyak: int | None = None,
) -> int:
    """Write one filled workbook for each of the first units and return how many.

    `cacat` is the share of faulty ones. All units owe the same, so one form serves as the mould
    of all, and 20,000 workbooks take two minutes.
    """
    rng = random.Random(tribulan)  # noqa: S311 - the same files on every run
    folder = akar / "masuk" / f"TW{tribulan}"
    folder.mkdir(parents=True, exist_ok=True)
    units = rencana.unit[:banyak]
    mould = unpack(build_format(rencana, pengaturan, units[0].kode, tribulan, DIBUAT))
    places = fillable(pack(mould))
    for unit in units:
        parts = fill(for_unit(mould, rencana, unit.kode), places, tribulan, rng)
        isi = pack(parts)
        if rng.random() < cacat:
            isi = spoil(isi, rng.choice(CACAT))
        (folder / f"{unit.kode}.xlsx").write_bytes(isi)
    return len(units)


def for_unit(mould: Mapping[str, bytes], rencana: Rencana, unit: str) -> dict[str, bytes]:
    """Return the parts of a unit's form, made from that of the first unit."""
    first = rencana.unit[0].kode
    number = re.compile(rb"(?<=[UIK ])" + first[1:].encode())
    before, after = (sidik_rencana(rencana, x).encode() for x in (first, unit))
    return {
        nama: number.sub(unit[1:].encode(), isi).replace(before, after)
        for nama, isi in mould.items()
    }


def fillable(isi: bytes) -> tuple[list[int], list[int], int]:
    """Return the rows of indicators, those of budget lines, and that of the date."""
    buku = read_buku(isi)
    data, money = buku.lembar[0], buku.lembar[2]
    kode = {baris: str(data.at(baris, 8).nilai or "") for baris in data.rows()}
    (tanggal,) = (baris for baris, x in kode.items() if x == KodeTandaTangan.TANGGAL.kode)
    return (
        [baris for baris, x in kode.items() if x.startswith("I")],
        [x for x in money.rows() if re.match(r"K\d", str(money.at(x, 1).nilai or ""))],
        tanggal,
    )


def fill(
    parts: dict[str, bytes],
    places: tuple[list[int], list[int], int],
    tribulan: int,
    rng: random.Random,
) -> dict[str, bytes]:
    """Return the parts with everything filled in, as a spreadsheet would save them."""
    data, money, core = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml", "docProps/core.xml"
    indikator, pagu, tanggal = places
    nilai = {f"F{x}": rng.randint(25, 30) for x in indikator} | {f"F{tanggal}": TANGGAL}
    parts[data] = put(parts[data], nilai)
    parts[money] = put(parts[money], {f"D{x}": 100_000 * tribulan for x in pagu})
    saved = f"{DISIMPAN[tribulan]}T08:00:00Z</dcterms:modified>".encode()
    parts[core] = re.sub(rb"[^>]*</dcterms:modified>", saved, parts[core])
    return parts


def put(isi: bytes, nilai: Mapping[str, int]) -> bytes:
    """Write numbers into empty cells of a sheet, their styles kept."""
    cells = "|".join(nilai).encode()
    return re.sub(
        rb'<c r="(%s)" s="(\d+)"/>' % cells,
        lambda x: b'<c r="%s" s="%s"><v>%d</v></c>' % (x[1], x[2], nilai[x[1].decode()]),
        isi,
    )


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
