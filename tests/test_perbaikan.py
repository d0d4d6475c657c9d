"""What goes back to a unit: its own workbook marked, read again like any other, and a message."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from berkas_xlsx import with_far_part
from conftest import Kinerja
from kinerja_cli.adapter.berkas import sha256_of
from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.salinan_perbaikan import LEMBAR_CATATAN, mark_copy
from kinerja_cli.alur import perbaikan
from kinerja_cli.alur.perbaikan import Penandaan, Pengembalian
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.temuan import Tempat, Temuan
from ubah_buku import pack, unpack

UNIT = "Seksi Pelayanan"
NAMA = "YAN - Seksi Pelayanan - TW1 2021"


def spoil(path: Path, kode: str, nilai: str | int | None) -> int:
    """Write a value into the realisasi of an indicator and return its row."""
    buku = openpyxl.load_workbook(path)
    lembar = buku["Data Kinerja"]
    row = next(x for x in range(1, lembar.max_row + 1) if lembar.cell(x, 8).value == kode)
    lembar.cell(row, 6).value = nilai
    buku.save(path)
    return row


def test_a_refused_workbook_comes_back_marked_and_is_accepted_once_mended(
    kinerja: Kinerja, contoh: Path
) -> None:
    path = contoh / "masuk" / "TW1" / f"{UNIT}.xlsx"
    row = spoil(path, "IK-S1-1", "=1/0")
    assert kinerja("himpun", "masuk/TW1", di=contoh).kode == 1
    copy = contoh / "perbaikan" / f"{NAMA}.xlsx"
    buku = openpyxl.load_workbook(copy)
    assert buku.sheetnames[0] == LEMBAR_CATATAN
    notes = [[x.value for x in row] for row in buku[LEMBAR_CATATAN].iter_rows(min_row=4)]
    assert [x[1:3] for x in notes] == [["Data Kinerja", f"F{row}"]]
    cell = buku["Data Kinerja"].cell(row, 6)
    assert cell.comment is not None
    assert "rumus" in cell.comment.text
    link = buku[LEMBAR_CATATAN]["C4"].hyperlink
    assert link is not None
    assert link.location == f"'Data Kinerja'!F{row}"

    message = (contoh / "perbaikan" / f"{NAMA} - pesan.txt").read_text(encoding="utf-8-sig")
    assert f"Yth. {UNIT}," in message
    assert f"sel F{row}" in message
    assert f"'{NAMA}.xlsx'" in message

    path.unlink()
    copy.replace(contoh / "masuk" / "perbaikan dari unit.xlsx")
    spoil(contoh / "masuk" / "perbaikan dari unit.xlsx", "IK-S1-1", 85)
    again = kinerja("himpun", "masuk/perbaikan dari unit.xlsx", "--json", di=contoh)
    assert [x["status"] for x in again.json["berkas"]] == ["diterima"]


def test_marks_of_an_earlier_copy_are_taken_off(contoh: Path) -> None:
    isi = (contoh / "masuk" / "TW1" / f"{UNIT}.xlsx").read_bytes()
    place = Tempat("x.xlsx", "Data Kinerja", 12, 6)
    first = mark_copy(isi, [Temuan(JenisTemuan.REALISASI_KOSONG, place, {"target": "=1"})], {})
    assert first is not None
    second = mark_copy(first, [Temuan(JenisTemuan.BERKAS_TANPA_IDENTITAS, Tempat("x"))], {})
    assert second is not None
    buku = openpyxl.load_workbook(BytesIO(second))
    assert buku.sheetnames.count(LEMBAR_CATATAN) == 1
    assert buku["Data Kinerja"]["F12"].comment is None
    assert buku[LEMBAR_CATATAN]["C4"].hyperlink is None


def test_texts_of_a_unit_stay_texts(contoh: Path) -> None:
    isi = (contoh / "masuk" / "TW1" / f"{UNIT}.xlsx").read_bytes()
    facts = {"nilai": "\x07=HYPERLINK(1)", "kolom": "=1+1"}
    place = Tempat("x.xlsx", "Data Kinerja", 12, 6)
    copy = mark_copy(isi, [Temuan(JenisTemuan.TANDA_KOSONG, place, facts)], {})
    assert copy is not None
    cell = openpyxl.load_workbook(BytesIO(copy))[LEMBAR_CATATAN]["D4"]
    assert cell.data_type == "s"
    assert str(cell.value).startswith("=1+1 berisi '<0007>=HYPERLINK")


def test_a_workbook_that_cannot_be_edited_gives_no_copy() -> None:
    assert mark_copy(b"bukan buku", [], {}) is None


def test_a_part_that_only_openpyxl_reads_may_stand_nowhere(formulir: bytes) -> None:
    assert mark_copy(with_far_part(formulir, "[Content_Types].xml"), [], {}) is None


def test_a_part_that_only_openpyxl_reads_may_be_torn(contoh: Path) -> None:
    parts = unpack((contoh / "masuk/TW1" / f"{UNIT}.xlsx").read_bytes())
    parts["[Content_Types].xml"] = b"<Types"
    isi = pack(parts)

    assert read_buku(isi).lembar
    assert mark_copy(isi, [], {}) is None


def test_accepted_workbooks_with_findings_come_back_on_request(
    kinerja: Kinerja, contoh: Path
) -> None:
    spoil(contoh / "masuk" / "TW1" / f"{UNIT}.xlsx", "IK-S1-1", None)
    assert kinerja("himpun", "masuk/TW1", "--tandai", di=contoh).kode == 0
    assert [x.name for x in (contoh / "perbaikan").iterdir() if x.suffix == ".xlsx"] == [
        f"{NAMA}.xlsx"
    ]


def test_a_file_that_was_replaced_since_it_was_checked_gets_no_copy(contoh_sekali: Path) -> None:
    """The cells that its findings name are of other bytes."""
    pengaturan, rencana = load_rencana(Ruang(contoh_sekali), None)
    sumber = Sumber(contoh_sekali / "masuk" / "TW1" / f"{UNIT}.xlsx", "a.xlsx")
    one = Pengembalian(sumber, sha256_of(b"yang diperiksa"), rencana.unit[0], 2021, 1, ())
    with Penandaan(pengaturan) as penandaan:
        penandaan.expect([one])
        assert penandaan.take(one) is None


def forms_that_go_back(ruang: Path, jenis: JenisTemuan) -> list[Pengembalian]:
    """Return three workbooks of a workspace, each with the same finding on a cell of its own."""
    _, rencana = load_rencana(Ruang(ruang), None)
    return [
        Pengembalian(
            Sumber(path, path.name),
            sha256_of(path.read_bytes()),
            rencana.unit[0],
            2021,
            1,
            (
                Temuan(
                    jenis,
                    Tempat(path.name, "Data Kinerja", baris, 6),
                    {"target": "1", "nilai": "#N/A", "kolom": "F"},
                ),
            ),
        )
        for baris, path in enumerate(sorted((ruang / "masuk" / "TW1").iterdir())[:3], 12)
    ]


def marked_cells(copy: bytes | None) -> list[str]:
    """Return the cells that a marked copy lists."""
    assert copy is not None
    rows = openpyxl.load_workbook(BytesIO(copy))[LEMBAR_CATATAN].iter_rows(min_row=4)
    return [f"{row[2].value} {row[3].value}" for row in rows]


@pytest.mark.parametrize("room", [1, 2, 9])
@pytest.mark.parametrize("begun", [[], [0, 1, 2], [2, 1]])
def test_copies_are_of_what_was_decided_whatever_was_begun_with_before(
    contoh_sekali: Path, monkeypatch: pytest.MonkeyPatch, room: int, begun: list[int]
) -> None:
    monkeypatch.setattr(perbaikan, "DI_MUKA", room)
    guessed = forms_that_go_back(contoh_sekali, JenisTemuan.REALISASI_KOSONG)
    decided = forms_that_go_back(contoh_sekali, JenisTemuan.SEL_GALAT)
    decided[1:] = guessed[1:]
    pengaturan, _ = load_rencana(Ruang(contoh_sekali), None)
    with Penandaan(pengaturan) as penandaan:
        for n in begun:
            penandaan.begin(guessed[n])
        penandaan.expect(decided)
        copies = [marked_cells(penandaan.take(x)) for x in decided]
    assert copies == [[f"F{n} {x.temuan[0].pesan}"] for n, x in enumerate(decided, 12)]


def test_a_copy_begun_with_and_not_wanted_is_left(contoh_sekali: Path) -> None:
    guessed = forms_that_go_back(contoh_sekali, JenisTemuan.REALISASI_KOSONG)
    pengaturan, _ = load_rencana(Ruang(contoh_sekali), None)
    with Penandaan(pengaturan) as penandaan:
        for one in guessed:
            penandaan.begin(one)
        penandaan.expect(guessed[2:])
        assert marked_cells(penandaan.take(guessed[2])) == [f"F14 {guessed[2].temuan[0].pesan}"]


def test_two_files_under_one_name_get_their_own_copies(contoh_sekali: Path) -> None:
    """What cannot be seen is written out in a name, and another file may be called just so."""
    forms = forms_that_go_back(contoh_sekali, JenisTemuan.REALISASI_KOSONG)
    alike = [replace(x, sumber=replace(x.sumber, nama="sama.xlsx")) for x in forms]
    pengaturan, _ = load_rencana(Ruang(contoh_sekali), None)
    with Penandaan(pengaturan) as penandaan:
        penandaan.begin(alike[1])
        penandaan.expect([*alike, alike[0]])
        copies = [marked_cells(penandaan.take(x))[0][:3] for x in [*alike, alike[0]]]
    assert copies == ["F12", "F13", "F14", "F12"]


@pytest.mark.parametrize("tandai", [(), ("--tandai",)])
def test_nothing_comes_back_where_nothing_was_found(
    kinerja: Kinerja, contoh: Path, tandai: tuple[str, ...]
) -> None:
    assert kinerja("himpun", "masuk/TW1", *tandai, di=contoh).kode == 0
    assert not (contoh / "perbaikan").exists()
