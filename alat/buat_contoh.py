"""Makes contoh_data/ from the tables in alat/contoh/, through the program's own writers.

Run it from the top of the repository: python alat/buat_contoh.py
"""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.format_unit import build_format
from kinerja_cli.adapter.konfigurasi import read_pengaturan, render_pengaturan
from kinerja_cli.adapter.rencana_xlsx import build_rencana_xlsx
from kinerja_cli.adapter.tulis_xlsx import text_height
from kinerja_cli.domain.baca_rencana import build_rencana, read_tabel_rencana
from kinerja_cli.domain.formulir import (
    ISIAN_PENJELASAN,
    KodeTandaTangan,
    KolomAnggaran,
    KolomData,
    KolomPenjelasan,
    LembarUnit,
)
from kinerja_cli.domain.kantor import Kantor, Pejabat, Pengaturan
from kinerja_cli.domain.rencana import TRIBULAN, Rencana

AKAR = Path(__file__).resolve().parent.parent
SUMBER = AKAR / "alat" / "contoh"
TUJUAN = AKAR / "contoh_data"
TAHUN = 2021
DIBUAT = datetime(TAHUN, 1, 4, tzinfo=UTC)
TANGGAL_PENGISIAN = {1: "5 April 2021", 2: "5 Juli 2021", 3: "5 Oktober 2021", 4: "5 Januari 2022"}

KEMLAGI = Kantor(
    nama="Kecamatan Kemlagi",
    pemerintah="Pemerintah Kabupaten Mojokerto",
    alamat="Jalan Raya Kemlagi No. 308",
    tempat="Kemlagi",
    pimpinan=Pejabat("Camat Kemlagi", "Nama Camat"),
    sekretaris=Pejabat("Sekretaris Kecamatan", "Nama Sekretaris"),
    penyusun=Pejabat("Kasubag Penyusunan Program dan Keuangan", "Nama Kasubag"),
    contoh=True,
)
NOMOR_SURAT = "800/{nomor}/416-315/{tahun}"
KOLOM_ANGKA = frozenset(
    {"Pagu", "Target Tahunan", "Target TW I", "Target TW II", "Target TW III", "Target TW IV",
     "Bobot", "Target Akhir Renstra", "Nilai Pembanding", "Tahun", "Target", "Realisasi", "Nilai"}
)  # fmt: skip
LEMBAR = {
    "Unit": "unit.tsv",
    "Cascading": "cascading.tsv",
    "Indikator": "indikator.tsv",
    "Riwayat": "riwayat.tsv",
    "Predikat": "predikat.tsv",
}

Tabel = Sequence[Mapping[str, str]]


def read_tsv(nama: str) -> Tabel:
    """Return the rows of a source table, each by header."""
    with (SUMBER / nama).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def value(kolom: str, teks: str) -> Decimal | str | None:
    """Return a cell of the plan: measured columns as numbers where they are plain numbers."""
    if not teks:
        return None
    plain = teks.replace(".", "", 1).removeprefix("-")
    return Decimal(teks) if kolom in KOLOM_ANGKA and plain.isdigit() else teks


def build_plan() -> bytes:
    """Return the example's plan as a workbook."""
    rows = {
        lembar: [{kolom: value(kolom, x) for kolom, x in row.items()} for row in read_tsv(nama)]
        for lembar, nama in LEMBAR.items()
    }
    return build_rencana_xlsx(rows, DIBUAT)


def rows_by_code(lembar: Worksheet, kolom: int) -> dict[str, int]:
    """Return the row of each code that stands in a column."""
    cells = (lembar.cell(baris, kolom) for baris in range(1, lembar.max_row + 1))
    return {str(x.value): x.row for x in cells if x.value}


def group(tabel: Tabel) -> Mapping[tuple[str, str], Tabel]:
    """Return the rows of a table by tribulan and unit."""
    groups: dict[tuple[str, str], list[Mapping[str, str]]] = defaultdict(list)
    for row in tabel:
        groups[row["Tribulan"], row["Unit"]].append(row)
    return groups


def fill_data(lembar: Worksheet, rows: Iterable[Mapping[str, str]], tribulan: int) -> None:
    """Fill in realisasi, keterangan and the date, as the unit would."""
    places = rows_by_code(lembar, KolomData.KODE.kolom)
    for row in rows:
        baris = places[row["Kode"]]
        number = value("Realisasi", row["Realisasi"])
        shown = float(number) if isinstance(number, Decimal) else number
        lembar.cell(baris, KolomData.REALISASI.kolom).value = shown
        lembar.cell(baris, KolomData.KETERANGAN.kolom).value = row["Keterangan"] or None
    tanggal = places[KodeTandaTangan.TANGGAL.kode]
    lembar.cell(tanggal, KolomData.REALISASI.kolom).value = TANGGAL_PENGISIAN[tribulan]


def fill_penjelasan(lembar: Worksheet, rows: Iterable[Mapping[str, str]]) -> None:
    """Fill in what the unit explained."""
    places = rows_by_code(lembar, KolomPenjelasan.KODE.kolom)
    for row in rows:
        for kolom in ISIAN_PENJELASAN:
            lembar.cell(places[row["Kode"]], kolom.kolom).value = row[kolom.judul] or None


def fill_anggaran(lembar: Worksheet, rows: Iterable[Mapping[str, str]]) -> None:
    """Fill in the money spent so far."""
    places = rows_by_code(lembar, KolomAnggaran.KODE.kolom)
    for row in rows:
        baris = places[row["Kode"]]
        lembar.cell(baris, KolomAnggaran.REALISASI.kolom).value = int(row["Realisasi"])
        lembar.cell(baris, KolomAnggaran.KETERANGAN.kolom).value = row["Keterangan"] or None


def let_rows_grow(lembar: Worksheet) -> None:
    """Raise rows to what their wrapped texts need: openpyxl fixes the height of every row."""
    for row in lembar.iter_rows():
        texts = [
            (str(x.value), int(lembar.column_dimensions[x.column_letter].width))
            for x in row
            if isinstance(x.value, str) and x.alignment.wrap_text
        ]
        dimension = lembar.row_dimensions[row[0].row or 1]
        if texts and dimension.height is not None:
            dimension.height = max(dimension.height, text_height(texts))


def write_filled(rencana: Rencana, pengaturan: Pengaturan) -> None:
    """Write the filled workbook of every unit and tribulan under masuk/."""
    realisasi, penjelasan, anggaran = (
        group(read_tsv(x)) for x in ("realisasi.tsv", "penjelasan.tsv", "anggaran.tsv")
    )
    for ke in TRIBULAN:
        for unit in rencana.unit:
            key = (str(ke), unit.kode)
            form = build_format(rencana, pengaturan, unit.kode, ke, DIBUAT)
            buku = openpyxl.load_workbook(BytesIO(form), rich_text=True)
            fill_data(buku[LembarUnit.DATA.value], realisasi[key], ke)
            fill_penjelasan(buku[LembarUnit.PENJELASAN.value], penjelasan.get(key, ()))
            if LembarUnit.ANGGARAN.value in buku.sheetnames:
                fill_anggaran(buku[LembarUnit.ANGGARAN.value], anggaran.get(key, ()))
            for lembar in buku.worksheets:
                let_rows_grow(lembar)
            path = TUJUAN / "masuk" / f"TW{ke}" / f"{unit.nama}.xlsx"
            path.parent.mkdir(parents=True, exist_ok=True)
            buku.save(path)


def main() -> None:
    """Make the example anew."""
    if TUJUAN.exists():
        shutil.rmtree(TUJUAN)
    TUJUAN.mkdir()
    konfigurasi, plan = TUJUAN / "kinerja.toml", TUJUAN / f"rencana-{TAHUN}.xlsx"
    pengaturan = render_pengaturan(TAHUN, KEMLAGI, NOMOR_SURAT)
    konfigurasi.write_text(pengaturan, encoding="utf-8", newline="\n")
    plan.write_bytes(build_plan())
    rencana = build_rencana(read_tabel_rencana(read_buku(plan.read_bytes()), plan.name, TAHUN))
    write_filled(rencana, read_pengaturan(konfigurasi))
    shutil.copytree(SUMBER / "narasi", TUJUAN / "narasi")
    print(f"{len(list(TUJUAN.rglob('*.xlsx')))} buku kerja ditulis di {TUJUAN.name}/")


if __name__ == "__main__":
    main()
