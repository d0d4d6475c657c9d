"""Collecting as a person does it: new, again, corrected, doubled, refused, another office's."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from conftest import Kinerja, tree
from kinerja_cli.domain.formulir import KolomAnggaran, LembarUnit
from kinerja_cli.domain.katalog import JenisTemuan


def test_status_says_who_is_missing(kinerja: Kinerja, contoh: Path) -> None:
    kinerja("himpun", "masuk/TW1/Seksi Pelayanan.xlsx", di=contoh)
    status = kinerja("status", "-t", "1", "--json", di=contoh).json
    by_unit = {x["unit"]: x for x in status["unit"]}
    assert by_unit["YAN"]["status"] == "diterima"
    assert by_unit["YAN"]["versi"] == 1
    assert by_unit["PEM"]["status"] == "belum masuk"
    assert by_unit["PEM"]["waktu"] is None


def test_a_corrected_workbook_replaces_and_the_report_follows(
    kinerja: Kinerja, contoh: Path
) -> None:
    kinerja("himpun", di=contoh)
    old = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(old)
    buku["Data Kinerja"].cell(5, 10).value = "catatan unit"
    buku.save(contoh / "masuk" / "Copy of Seksi Pelayanan.xlsx")
    again = kinerja("himpun", "--json", di=contoh).json
    statuses = {x["berkas"]: x["status"] for x in again["berkas"]}
    assert statuses["masuk/Copy of Seksi Pelayanan.xlsx"] == "diterima"
    third = kinerja("himpun", "--json", di=contoh).json
    statuses = {x["berkas"]: x["status"] for x in third["berkas"]}
    assert statuses["masuk/TW1/Seksi Pelayanan.xlsx"] == "digantikan"
    status = kinerja("status", "-t", "1", "--json", di=contoh).json["unit"]
    assert {x["unit"]: x["versi"] for x in status}["YAN"] == 2


def test_two_workbooks_of_one_unit_in_one_run_are_taken_in_order_of_saving(
    kinerja: Kinerja, contoh: Path
) -> None:
    source = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(source)
    buku["Data Kinerja"].cell(5, 10).value = "catatan unit"
    buku.save(contoh / "masuk" / "A lebih baru.xlsx")
    result = kinerja("himpun", "-t", "1", "--json", di=contoh).json
    statuses = {x["berkas"]: x["status"] for x in result["berkas"]}
    assert statuses["masuk/TW1/Seksi Pelayanan.xlsx"] == "digantikan"
    assert statuses["masuk/A lebih baru.xlsx"] == "diterima"
    assert "B209" in {x["kode"] for x in result["temuan"]}


def test_the_same_file_under_two_names_counts_once(kinerja: Kinerja, contoh: Path) -> None:
    source = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    shutil.copyfile(source, contoh / "masuk" / "TW1" / "Salinan.xlsx")
    result = kinerja("himpun", "masuk/TW1", "--json", di=contoh).json
    statuses = [x["status"] for x in result["berkas"] if x["unit"] == "YAN"]
    assert sorted(statuses) == ["diterima", "sudah ada"]


@pytest.mark.parametrize("runs", [["masuk"], ["masuk/TW1", "masuk/TW2", "masuk/TW3"]])
@pytest.mark.parametrize(("missing", "lalu"), [(None, "II"), (2, "I")])
def test_figures_are_compared_with_those_before_them_in_one_run_as_in_several(
    kinerja: Kinerja, contoh: Path, runs: list[str], missing: int | None, lalu: str
) -> None:
    for ke in {4, missing} - {None}:
        shutil.rmtree(contoh / "masuk" / f"TW{ke}")
    path = contoh / "masuk" / "TW3" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(path)
    money = buku[LembarUnit.ANGGARAN.value]
    for baris in range(1, money.max_row + 1):
        cell = money.cell(baris, KolomAnggaran.REALISASI.kolom)
        if isinstance(cell.value, int | float):
            cell.value = 1
    buku.save(path)
    there = [x for x in runs if (contoh / x).exists()]
    said = [kinerja("himpun", x, "--json", di=contoh).json["temuan"] for x in there]
    fallen = [x for run in said for x in run if x["kode"] == JenisTemuan.ANGGARAN_TURUN.kode]
    assert fallen
    assert all(f"Tribulan {lalu} " in x["pesan"] for x in fallen)


def test_one_tribulan_leaves_the_others_alone(kinerja: Kinerja, contoh: Path) -> None:
    result = kinerja("himpun", "-t", "2", "--json", di=contoh)
    assert result.kode == 0
    by_tribulan = {(x["tribulan"], x["status"]) for x in result.json["berkas"]}
    assert by_tribulan == {(1, "ditolak"), (2, "diterima"), (3, "ditolak"), (4, "ditolak")}
    assert {x["kode"] for x in result.json["temuan"]} == {"B206"}
    assert kinerja("analisis", "--json", di=contoh).json["tribulan"] == 2


def test_a_refused_workbook_is_refused_whole_and_mended_without_cleaning_up(
    kinerja: Kinerja, contoh: Path
) -> None:
    path = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    whole = path.read_bytes()
    buku = openpyxl.load_workbook(path)
    row = next(x for x in range(1, 60) if buku["Data Kinerja"].cell(x, 8).value == "IK-S1-1")
    buku["Data Kinerja"].cell(row, 6).value = "n/a"
    buku.save(path)
    result = kinerja("himpun", "masuk/TW1", "--json", di=contoh)
    assert result.kode == 1
    assert result.json["unit_belum"] == ["YAN"]
    assert [(x["kode"], x["sel"]) for x in result.json["temuan"]] == [("I314", f"F{row}")]
    assert {x["unit"]: x["status"] for x in result.json["berkas"]}["YAN"] == "ditolak"
    status = kinerja("status", "-t", "1", "--json", di=contoh).json["unit"]
    assert {x["unit"]: x["status"] for x in status}["YAN"] == "ditolak"
    path.write_bytes(whole)
    mended = kinerja("himpun", "masuk/TW1", "--json", di=contoh)
    assert (mended.kode, mended.json["unit_belum"]) == (0, [])


def test_an_office_may_raise_or_lower_a_finding(kinerja: Kinerja, contoh: Path) -> None:
    toml = contoh / "kinerja.toml"
    path = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(path)
    row = next(x for x in range(1, 60) if buku["Data Kinerja"].cell(x, 8).value == "IK-S1-1")
    buku["Data Kinerja"].cell(row, 6).value = None
    buku.save(path)
    text = toml.read_text(encoding="utf-8")
    toml.write_text(text + '\nI330 = "galat"\n', encoding="utf-8")
    assert kinerja("himpun", "masuk/TW1", "--json", di=contoh).kode == 1
    toml.write_text(text + '\nI330 = "info"\n', encoding="utf-8")
    assert kinerja("himpun", "masuk/TW1", "--json", di=contoh).kode == 0


@pytest.mark.parametrize(
    ("nama", "isi", "kode"),
    [
        ("gambar.xlsx", b"\x89PNG\r\n\x1a\n", "B201"),
        ("kosong.xlsx", b"", "B201"),
        ("surat.pdf", b"%PDF-1.7\n", "B201"),
    ],
)
def test_a_file_that_is_no_workbook_is_named_and_the_others_go_on(
    kinerja: Kinerja, contoh: Path, nama: str, isi: bytes, kode: str
) -> None:
    (contoh / "masuk" / nama).write_bytes(isi)
    (contoh / "masuk" / "~$Seksi.xlsx").write_bytes(b"x" * 165)
    result = kinerja("himpun", "--json", di=contoh)
    assert result.kode == 1
    found = {x["berkas"]: x["kode"] for x in result.json["temuan"]}
    assert found == {f"masuk/{nama}": kode, "masuk/~$Seksi.xlsx": "B211"}
    assert sum(x["status"] == "diterima" for x in result.json["berkas"]) == 24
    assert result.json["berkas"][-1 if nama > "TW" else 0]["status"] in {"bukan format", "diterima"}


def test_another_offices_or_years_workbook_is_refused(kinerja: Kinerja, contoh: Path) -> None:
    toml = contoh / "kinerja.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("Kemlagi", "Jetis"), encoding="utf-8")
    result = kinerja("himpun", "--json", di=contoh)
    assert result.kode == 1
    assert {x["kode"] for x in result.json["temuan"]} == {"B203"}
    assert {x["status"] for x in result.json["berkas"]} == {"ditolak"}
    assert kinerja("analisis", di=contoh).kode == 2


def test_nothing_is_done_with_a_wrong_plan(kinerja: Kinerja, contoh: Path) -> None:
    plan = contoh / "rencana-2021.xlsx"
    buku = openpyxl.load_workbook(plan)
    sheet = buku["Indikator"]
    satuan = next(x for x in sheet[1] if x.value == "Satuan")
    satuan.value = "Ukuran"
    buku.save(plan)
    before = tree(contoh)
    checked = kinerja("periksa", "--json", di=contoh)
    assert checked.kode == 1
    assert ("R102", "Indikator") in {(x["kode"], x["lembar"]) for x in checked.json["temuan"]}
    for command in (("buat-format", "-t", "1"), ("himpun",), ("analisis",), ("lakip",)):
        refused = kinerja(*command, di=contoh)
        assert refused.kode == 2
        assert "kinerja periksa" in refused.err
    assert tree(contoh) == before
