"""kinerja tahap: commands write their own lines, people record the others, nothing is rewritten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from conftest import Kinerja, tree
from kinerja_cli.adapter.basisdata import BasisdataError, open_basisdata
from kinerja_cli.adapter.register_sop import RegisterTahap
from kinerja_cli.adapter.ruang import Ruang

NOTULEN = "notulen.txt"


@pytest.fixture
def ruang(contoh: Path) -> Path:
    """Return the example with a file to prove things with."""
    (contoh / NOTULEN).write_text("hasil rapat", encoding="utf-8")
    return contoh


def steps(kinerja: Kinerja, ruang: Path) -> dict[int, Any]:
    """Return the register as JSON, by number."""
    result = kinerja("tahap", "--json", di=ruang)
    assert result.kode == 0
    return {x["nomor"]: x for x in result.json["tahap"]}


def count_lines(ruang: Path) -> int:
    """Return how many lines the register has."""
    with open_basisdata(Ruang(ruang).basisdata, ubah=False) as db:
        return len(RegisterTahap(db).lines(2021))


def test_commands_write_their_own_lines(kinerja: Kinerja, ruang: Path) -> None:
    kinerja("buat-format", "-t", "1", di=ruang)
    kinerja("himpun", "masuk/TW1", di=ruang)
    early = steps(kinerja, ruang)
    assert [early[x]["keadaan"] for x in (2, 3, 4)] == ["berjalan", "berjalan", "belum"]
    assert len(early[2]["bukti"]) == 6
    kinerja("buat-format", "-t", "4", di=ruang)
    for command in ("himpun", "analisis", "lakip"):
        assert kinerja(command, di=ruang).kode == 0
    late = steps(kinerja, ruang)
    assert [late[x]["keadaan"] for x in (2, 3, 4, 5, 6)] == [*["selesai"] * 4, "belum"]
    assert late[5]["bukti"][0]["berkas"] == "laporan/lakip-2021.docx"
    assert late[5]["bukti"][0]["keadaan"] == "cocok"


def test_forms_of_one_unit_do_not_finish_the_step(kinerja: Kinerja, ruang: Path) -> None:
    kinerja("buat-format", "-t", "4", "--unit", "YAN", di=ruang)
    assert steps(kinerja, ruang)[2]["keadaan"] == "berjalan"


def test_a_run_that_changes_nothing_writes_no_line(kinerja: Kinerja, ruang: Path) -> None:
    commands: list[list[str]] = [["buat-format", "-t", "1"], ["himpun"], ["lakip"]]
    for command in commands:
        kinerja(*command, di=ruang)
    before = count_lines(ruang)
    for command in [*commands, ["himpun", "--coba"]]:
        assert kinerja(*command, di=ruang).kode == 0
    assert count_lines(ruang) == before


def test_a_step_is_recorded_with_who_when_and_what(kinerja: Kinerja, ruang: Path) -> None:
    began = kinerja("tahap", "mulai", "7", "--waktu", "20-01-2022 09.00", di=ruang)
    assert began.kode == 0
    ended = kinerja(
        "tahap", "selesai", "7", "--oleh", "Sekcam", "--berkas", NOTULEN,
        "--waktu", "20-01-2022 10.30", "--catatan", "satu kali rapat", di=ruang,
    )  # fmt: skip
    assert "Lama 1 jam 30 menit (baku 60 menit, melebihi baku)." in ended.out
    step = steps(kinerja, ruang)[7]
    assert (step["oleh"], step["lama_menit"], step["catatan"]) == ("Sekcam", 90, "satu kali rapat")
    assert step["bukti"][0]["berkas"] == NOTULEN
    assert len(step["bukti"][0]["sha256"]) == 64


def test_a_step_within_the_sops_minutes_is_not_said_to_exceed_them(
    kinerja: Kinerja, ruang: Path
) -> None:
    kinerja("tahap", "mulai", "7", "--waktu", "20-01-2022 09.00", "--oleh", "Camat", di=ruang)
    assert steps(kinerja, ruang)[7]["oleh"] == "Camat"
    ended = kinerja("tahap", "selesai", "7", "--oleh", "Sekcam", "--berkas", NOTULEN,
                    "--waktu", "20-01-2022 09.30", di=ruang)  # fmt: skip
    assert "Lama 30 menit (baku 60 menit)." in ended.out


def test_a_correction_is_a_new_line(kinerja: Kinerja, ruang: Path) -> None:
    for oleh in ("Salah", "Benar"):
        kinerja("tahap", "selesai", "9", "--oleh", oleh, "--berkas", NOTULEN, di=ruang)
    assert steps(kinerja, ruang)[9]["oleh"] == "Benar"
    assert count_lines(ruang) == 2
    detailed = kinerja("tahap", "--rinci", di=ruang).out
    assert "selesai oleh Salah" in detailed


def test_the_store_itself_refuses_to_rewrite_the_register(kinerja: Kinerja, ruang: Path) -> None:
    kinerja("tahap", "selesai", "9", "--oleh", "Camat", "--berkas", NOTULEN, di=ruang)
    for sql in ("UPDATE tahap SET oleh = 'x'", "DELETE FROM tahap", "DELETE FROM bukti_tahap",
                "UPDATE bukti_tahap SET sha256 = ''"):  # fmt: skip
        with (
            pytest.raises(BasisdataError, match="hanya ditambah"),
            open_basisdata(Ruang(ruang).basisdata) as db,
        ):
            db.connection.execute(sql)


def test_late_steps_and_changed_evidence_are_named(kinerja: Kinerja, ruang: Path) -> None:
    for nomor in ("8", "9"):
        kinerja("tahap", "selesai", nomor, "--oleh", "Camat", "--berkas", NOTULEN, di=ruang)
    (ruang / NOTULEN).write_text("diubah", encoding="utf-8")
    assert steps(kinerja, ruang)[8]["bukti"][0]["keadaan"] == "berubah"
    (ruang / NOTULEN).unlink()
    shown = kinerja("tahap", di=ruang).out
    assert "Langkah 12 terlambat" in shown
    assert "Bukti langkah 8 hilang: notulen.txt" in shown
    assert "2 dari 12 langkah selesai." in shown


def test_evidence_outside_the_workspace_is_noted_by_its_whole_path(
    kinerja: Kinerja, ruang: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "pindaian.pdf"
    outside.write_bytes(b"%PDF")
    kinerja("tahap", "selesai", "9", "--oleh", "Camat", "--berkas", outside, di=ruang)
    bukti = steps(kinerja, ruang)[9]["bukti"][0]
    assert (bukti["berkas"], bukti["keadaan"]) == (str(outside), "cocok")


def test_the_screen_fits_80_columns(kinerja: Kinerja, ruang: Path) -> None:
    kinerja("buat-format", "-t", "4", di=ruang)
    shown = kinerja("tahap", di=ruang).out
    assert max(map(len, shown.splitlines())) <= 80
    assert "dan 4 bukti lain" in shown


@pytest.mark.parametrize(
    ("argv", "pesan"),
    [
        (("selesai", "9", "--oleh", "Camat", "--berkas", "tidak-ada.pdf"), "tidak ada"),
        (("selesai", "9", "--oleh", " ", "--berkas", NOTULEN), "--oleh"),
        (("selesai", "9", "--oleh", "Camat", "--berkas", NOTULEN, "--waktu", "besok"), "--waktu"),
        (("mulai", "9", "--waktu", "31-12-2099"), "belum terjadi"),
        (("mulai", "13"), "antara 1 dan 12"),
        (("selesai", "9", "--berkas", NOTULEN), "--oleh"),
        (("apa",), "Perintah 'apa' tidak dikenal"),
        (("daftar", "apa"), "'apa' tidak dimengerti"),
    ],
)
def test_what_cannot_be_recorded_is_one_line(
    kinerja: Kinerja, ruang: Path, argv: tuple[str, ...], pesan: str
) -> None:
    before = tree(ruang)
    result = kinerja("tahap", *argv, di=ruang)
    assert (result.kode, result.out) == (2, "")
    assert pesan in result.err
    assert len(result.err.strip().splitlines()) == 1
    assert {k: v for k, v in tree(ruang).items() if k != ".kinerja/kinerja.db"} == before


def test_a_step_does_not_end_before_it_began(kinerja: Kinerja, ruang: Path) -> None:
    kinerja("tahap", "mulai", "9", "--waktu", "20-01-2022 09.00", di=ruang)
    result = kinerja("tahap", "selesai", "9", "--oleh", "Camat", "--berkas", NOTULEN,
                     "--waktu", "19-01-2022", di=ruang)  # fmt: skip
    assert result.kode == 2
    assert "kinerja tahap mulai 9" in result.err
    assert steps(kinerja, ruang)[9]["keadaan"] == "berjalan"


def test_the_printed_register_is_the_sops_table(kinerja: Kinerja, ruang: Path) -> None:
    nasty = "=1+1 & <b> {{ 7*7 }}"
    kinerja("tahap", "mulai", "7", "--oleh", nasty, di=ruang)
    kinerja("tahap", "selesai", "8", "--oleh", "Sekcam", "--berkas", NOTULEN, di=ruang)
    assert kinerja("tahap", "cetak", di=ruang).kode == 0
    table = docx.Document(str(ruang / "laporan" / "register-tahap-2021.docx")).tables[1]
    rows = [[x.text for x in row.cells] for row in table.rows]
    assert rows[0][2] == "Pelaku"
    assert rows[1][2:6] == ["Camat", "Sekcam", "Kasi/ Kasubbag", "Staf"]
    assert [x[0] for x in rows[2:]] == [str(x) for x in range(1, 13)]
    assert nasty in rows[8][12]
    sheet = openpyxl.load_workbook(ruang / "laporan" / "register-tahap-2021.xlsx").active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not [x for x in cells if x.data_type == "f"]
    assert [x.value for x in sheet["A"][7:]] == list(range(1, 13))
    assert sheet["H8"].value == 3
    assert "DATA CONTOH" in str(sheet["A4"].value)
