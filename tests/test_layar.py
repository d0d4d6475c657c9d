"""What the screen says at the edges: empty folders, edited files, odd names, no terminal."""

from __future__ import annotations

import io
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from rich.console import Console

from conftest import Kinerja
from kantor_lain import indikator_row, write_ruang
from kinerja_cli.adapter.salinan_perbaikan import mark_copy
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.cli import bahasa, main, tampil, tampil_status
from kinerja_cli.cli.tampil import plain
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.status import Keadaan, StatusUnit
from kinerja_cli.domain.temuan import Tempat, Temuan

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_an_empty_folder_says_what_to_put_there(kinerja: Kinerja, contoh: Path) -> None:
    (contoh / "kosong").mkdir()
    assert "Tidak ada berkas" in kinerja("himpun", "kosong", di=contoh).out


def test_findings_are_printed_with_place_message_and_remedy(kinerja: Kinerja, contoh: Path) -> None:
    (contoh / "masuk" / "a.pdf").write_bytes(b"%PDF-1.7")
    screen = kinerja("himpun", "masuk/a.pdf", di=contoh).out
    assert "masuk/a.pdf  galat B201" in screen
    assert "→ " in screen
    assert "Temuan: 1 galat." in screen
    assert "Tidak ada perubahan: 1 bukan format." in screen


def test_of_many_files_only_those_to_look_at_are_listed(
    kinerja: Kinerja, contoh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (contoh / "masuk" / "a.pdf").write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(tampil, "BERKAS_SELAYAR", 6)
    screen = kinerja("himpun", "masuk/TW1", "masuk/a.pdf", di=contoh).out
    assert "masuk/a.pdf" in screen
    assert "bukan format" in screen
    assert "Seksi Pelayanan.xlsx" not in screen
    assert "Berkas yang diterima didaftar di lembar Status himpunan." in screen
    assert "6 diterima" in screen


def test_who_is_missing_is_named(kinerja: Kinerja, contoh: Path) -> None:
    screen = kinerja("himpun", "masuk/TW1/Seksi Pelayanan.xlsx", di=contoh).out
    assert "Belum masuk untuk Tribulan I: PEM, PMAS, KAMTIB, UMPEG, PROGKEU." in screen


def test_a_refusal_after_an_acceptance_is_told(kinerja: Kinerja, contoh: Path) -> None:
    kinerja("himpun", "masuk/TW1", di=contoh)
    path = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(path)
    row = next(x for x in range(1, 60) if buku["Data Kinerja"].cell(x, 8).value == "IK-S1-1")
    buku["Data Kinerja"].cell(row, 6).value = "n/a"
    buku.save(path)
    kinerja("himpun", "masuk/TW1", di=contoh)
    kinerja("tutup", "-t", "1", di=contoh)
    screen = kinerja("status", "-t", "1", di=contoh).out
    assert "YAN: ada kiriman lain untuk TW I yang ditolak" in screen
    assert "Sudah ditutup: Tribulan I." in screen


def test_an_edited_report_is_left_alone_and_said_so(kinerja: Kinerja, terhimpun: Path) -> None:
    kinerja("analisis", di=terhimpun)
    (terhimpun / "laporan" / "analisis-2021-TW4.xlsx").write_bytes(b"disunting")
    screen = kinerja("analisis", di=terhimpun).out
    assert "laporan/analisis-2021-TW4-2.xlsx" in screen
    assert "sudah Anda ubah" in screen


@pytest.mark.parametrize(("argv", "kode"), [(("--versi",), 0), ((), 2)])
def test_version_and_help_without_a_command(
    kinerja: Kinerja, argv: tuple[str, ...], kode: int
) -> None:
    result = kinerja(*argv)
    assert result.kode == kode
    assert "kinerja" in result.out + result.err


def test_ctrl_c_is_one_line(kinerja: Kinerja, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise EOFError

    monkeypatch.setattr("kinerja_cli.adapter.ruang.find_ruang", stop)
    result = kinerja("status")
    assert (result.kode, result.err.strip()) == (2, "Dibatalkan.")


def test_a_stream_that_cannot_change_its_encoding_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    with pytest.raises(SystemExit) as stop:
        main(["--versi"])
    assert stop.value.code == 0


def test_an_error_nobody_translated_is_told_as_it_is() -> None:
    assert bahasa.translate_error("Something new.") == "Something new."


def test_names_cannot_steer_the_terminal() -> None:
    assert plain("a\x1b[31mmerah\u202e[/]").plain == "a[31mmerah[/]"


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Console(file=io.StringIO(), force_terminal=True, width=80)
    monkeypatch.setattr(tampil, "console", lambda **_: screen)
    with tampil.progress("Membaca") as tell:
        tell(1, 2)


def test_a_folder_that_cannot_be_made_is_one_line(kinerja: Kinerja, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    result = kinerja("mulai", "berkas/ruang")
    assert result.kode == 2
    assert "tidak dapat dibuka" in result.err


def test_units_without_indicators_get_no_form(kinerja: Kinerja, tmp_path: Path) -> None:
    ruang = write_ruang(
        tmp_path / "r",
        [indikator_row("A", "Ukuran", "nilai", "5")],
        unit=[{"Kode": x, "Nama Unit": f"Bidang {x}"} for x in ("u1", "u2")],
    )
    assert kinerja("buat-format", "-t", "1", di=ruang).out.count(".xlsx") == 1
    assert kinerja("buat-format", "-t", "1", "--unit", "u2", di=ruang).kode == 2
    assert len(kinerja("status", "-t", "1", "--json", di=ruang).json["unit"]) == 1


def test_a_workbook_of_a_unit_that_left_the_plan_goes_back_to_nobody(
    kinerja: Kinerja, contoh: Path
) -> None:
    buku = openpyxl.load_workbook(contoh / "rencana-2021.xlsx")
    for sheet in buku.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == "YAN":
                    cell.value = "LYN"
    buku.save(contoh / "rencana-2021.xlsx")
    result = kinerja("himpun", "masuk/TW1/Seksi Pelayanan.xlsx", "--json", di=contoh)
    assert [x["kode"] for x in result.json["temuan"]] == ["B205"]
    assert not (contoh / "perbaikan").exists()


def test_a_huge_file_is_named_without_reading_it(kinerja: Kinerja, contoh: Path) -> None:
    path = contoh / "masuk" / "besar.xlsx"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    result = kinerja("himpun", "masuk/besar.xlsx", "--json", di=contoh)
    assert "terlalu besar" in result.json["temuan"][0]["pesan"]


def test_a_file_that_is_gone_has_no_time(tmp_path: Path) -> None:
    assert Sumber(tmp_path / "hilang", "hilang").diubah_pada.year == 1970


def test_the_covered_part_of_a_merged_range_takes_no_note(contoh: Path) -> None:
    path = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(path)
    buku["Data Kinerja"].merge_cells("J20:K20")
    buku.save(path)
    place = Tempat("x.xlsx", "Data Kinerja", 20, 11)
    found = Temuan(JenisTemuan.TANDA_KOSONG, place, {"kolom": "Realisasi", "nilai": "-"})
    assert mark_copy(path.read_bytes(), [found], {}) is not None


def test_status_folds_a_long_name_and_keeps_the_figures_under_their_head() -> None:
    waktu = datetime(2021, 4, 5, 8, 30, tzinfo=UTC)
    unit = StatusUnit(
        "PEM", "Seksi \x1b[31mPemerintahan " + "x " * 40, 1, Keadaan.DITERIMA, waktu, versi=2
    )
    head, first, *more = (ANSI.sub("", x) for x in tampil_status.table_lines([unit], 80))
    assert first.startswith("I   PEM  Seksi [31mPemerintahan")
    assert first[head.index("Versi") :].split() == ["2"]
    assert more
    assert all(len(x) <= 80 for x in (head, first, *more))


def test_status_has_colours_for_a_terminal_only(
    kinerja: Kinerja, terhimpun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = StatusUnit("PEM", "Seksi", 1, Keadaan.DITOLAK)
    assert ANSI.search("".join(tampil_status.table_lines([unit], 80)))
    assert not ANSI.search(kinerja("status", di=terhimpun).out)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not ANSI.search(kinerja("status", di=terhimpun).out)
