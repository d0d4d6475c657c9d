"""kinerja periksa --arsip: what was changed by hand is named, each in its own place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from conftest import Kinerja, tree
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.basisdata.jurnal import jurnal_of
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.katalog import JenisTemuan
from simpanan_uji import change
from test_migrasi import LAMA, load

ANGKA = "UPDATE realisasi SET angka = '99.5' WHERE kode = 'IK-S1-1' AND setoran = {nomor}"


def original(ruang: Ruang) -> Path:
    """Return the original of Seksi Pelayanan's Tribulan I."""
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        sha = next(x.sha256 for x in db.register(2021) if (x.unit, x.tribulan) == ("YAN", 1))
    return ruang.arsip / sha[:2] / f"{sha}.xlsx"


def number(ruang: Ruang, unit: str = "YAN", tribulan: int = 1) -> int:
    """Return the number of a workbook in the store."""
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        row = db.connection.execute(
            "SELECT id FROM setoran WHERE unit = ? AND tribulan = ?", (unit, tribulan)
        ).fetchone()
    return int(row[0])


def _gone(ruang: Ruang) -> None:
    original(ruang).unlink()


def _replaced(ruang: Ruang) -> None:
    buku = openpyxl.load_workbook(original(ruang))
    buku["Data Kinerja"].cell(5, 10).value = "disisipkan"
    buku.save(original(ruang))


def _stray(ruang: Ruang) -> None:
    (ruang.arsip / "00").mkdir(exist_ok=True)
    (ruang.arsip / "00" / f"{'0' * 64}.xlsx").write_bytes(b"x")


def _changed_plan(ruang: Ruang) -> None:
    buku = openpyxl.load_workbook(ruang.rencana(2021))
    sheet = buku["Indikator"]
    columns = {str(x.value): at for at, x in enumerate(sheet[1])}
    for row in sheet.iter_rows(min_row=2):
        if row[0].value == "IK-S1-1":
            for title, column in columns.items():
                if title.startswith("Target T"):
                    row[column].value = 1
    buku.save(ruang.rencana(2021))


def _refused_row(ruang: Ruang) -> None:
    change(
        ruang.basisdata,
        "INSERT INTO penolakan VALUES (9, 2021, 'YAN', 1, 'x', 'masuk/x.xlsx', 'x', 1)",
    )


def _closed_row_deleted(ruang: Ruang) -> None:
    change(ruang.basisdata, "DELETE FROM keluaran WHERE path LIKE '%TW1.xlsx'")


def _edited_name(ruang: Ruang) -> None:
    change(ruang.basisdata, "UPDATE setoran SET berkas = 'masuk/lain.xlsx' WHERE id = 1")


def _no_journal(ruang: Ruang) -> None:
    jurnal_of(ruang.basisdata).unlink()


SMALLEST_SIMPANAN: dict[JenisTemuan, Callable[[Ruang], None]] = {
    JenisTemuan.ASLI_HILANG: _gone,
    JenisTemuan.ASLI_BERUBAH: _replaced,
    JenisTemuan.ASLI_TANPA_CATATAN: _stray,
    JenisTemuan.ASLI_TIDAK_COCOK_RENCANA: _changed_plan,
    JenisTemuan.BARIS_DIUBAH: _edited_name,
    JenisTemuan.BARIS_DIHAPUS: _closed_row_deleted,
    JenisTemuan.BARIS_DITAMBAH: _refused_row,
    JenisTemuan.JURNAL_TIDAK_COCOK: _no_journal,
}
"""S604 always comes with S611, and S615 with the rebuilding: tests of their own hold them."""


def check(kinerja: Kinerja, di: Path) -> list[tuple[str, str, str]]:
    """Return what the check names: code, file, table."""
    found = kinerja("periksa", "--arsip", "--json", di=di)
    assert found.kode in {0, 1}, found.err
    return [(x["kode"], x["berkas"], x["lembar"]) for x in found.json["temuan"]]


def test_what_was_left_alone_has_no_finding_and_is_left_alone(
    kinerja: Kinerja, terhimpun: Path
) -> None:
    before = tree(terhimpun)
    checked = kinerja("periksa", "--arsip", di=terhimpun)
    assert (checked.kode, checked.out.splitlines()[1:]) == (
        0,
        ["Arsip: 24 berkas asli.", "Tidak ada temuan."],
    )
    assert tree(terhimpun) == before


@pytest.mark.parametrize("jenis", SMALLEST_SIMPANAN, ids=lambda x: x.kode)
def test_each_change_by_hand_is_named(
    kinerja: Kinerja, terhimpun: Path, jenis: JenisTemuan
) -> None:
    SMALLEST_SIMPANAN[jenis](Ruang(terhimpun))
    assert {x for x, _, _ in check(kinerja, terhimpun)} == {jenis.kode}


def test_an_edited_figure_is_named_with_what_the_original_says(
    kinerja: Kinerja, terhimpun: Path
) -> None:
    ruang = Ruang(terhimpun)
    change(ruang.basisdata, ANGKA.format(nomor=number(ruang)))
    found = kinerja("periksa", "--arsip", "--json", di=terhimpun)
    assert found.kode == 1
    by_kode = {x["kode"]: x for x in found.json["temuan"]}
    assert by_kode.keys() == {"S604", "S611"}
    figure = by_kode["S604"]
    assert figure["berkas"] == ruang.relative(original(ruang))
    assert "Realisasi 'IK-S1-1' (YAN, Tribulan I) tersimpan 99,5; menurut" in figure["pesan"]
    assert by_kode["S611"]["lembar"] == "realisasi"
    assert kinerja("bangun-ulang", di=terhimpun).kode == 0
    assert check(kinerja, terhimpun) == []


def test_zero_in_the_place_of_a_blank_is_a_difference(kinerja: Kinerja, contoh: Path) -> None:
    path = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(path)
    sheet = buku["Data Kinerja"]
    row = next(x for x in range(1, 60) if sheet.cell(x, 8).value == "IK-S1-1")
    sheet.cell(row, 6).value = None
    buku.save(path)
    kinerja("himpun", "masuk/TW1/Seksi Pelayanan.xlsx", di=contoh)
    assert check(kinerja, contoh) == []
    change(Ruang(contoh).basisdata, "UPDATE realisasi SET angka = '0' WHERE kode = 'IK-S1-1'")
    assert {x for x, _, _ in check(kinerja, contoh)} == {"S604", "S611"}


@pytest.mark.parametrize("tabel", ["realisasi", "anggaran"])
def test_a_deleted_row_is_named(kinerja: Kinerja, terhimpun: Path, tabel: str) -> None:
    change(Ruang(terhimpun).basisdata, f"DELETE FROM {tabel} WHERE setoran = 1")  # noqa: S608 - a name above
    found = check(kinerja, terhimpun)
    assert ("S612", ".kinerja/kinerja.db", tabel) in found
    assert {x for x, _, _ in found} == {"S604", "S612"}


def test_a_deleted_workbook_is_named_with_its_original(kinerja: Kinerja, terhimpun: Path) -> None:
    ruang = Ruang(terhimpun)
    nomor, path = number(ruang), ruang.relative(original(ruang))
    change(
        ruang.basisdata,
        *(f"DELETE FROM {x} WHERE setoran = {nomor}" for x in ("realisasi", "anggaran", "temuan")),  # noqa: S608 - names above
        f"DELETE FROM setoran WHERE id = {nomor}",  # noqa: S608 - a number
    )
    found = check(kinerja, terhimpun)
    assert ("S603", path, "") in found
    assert ("S612", ".kinerja/kinerja.db", "setoran") in found


def test_a_dropped_rule_of_the_store_is_named(kinerja: Kinerja, terhimpun: Path) -> None:
    change(Ruang(terhimpun).basisdata, "DROP TRIGGER tahap_tidak_diubah", "DROP TABLE dokumen")
    assert check(kinerja, terhimpun) == [("S612", ".kinerja/kinerja.db", "sqlite_master")] * 2


def test_rows_that_are_alike_are_counted(kinerja: Kinerja, contoh: Path) -> None:
    ruang = Ruang(contoh)
    kinerja("himpun", "masuk/TW1/Seksi Pelayanan.xlsx", di=contoh)
    with open_basisdata(ruang.basisdata) as db:
        db.connection.executemany(
            "INSERT INTO temuan VALUES (?, ?, ?, ?, ?, ?)", [(1, "I320", "x", 1, 1, "{}")] * 2
        )
    assert check(kinerja, contoh) == []
    change(ruang.basisdata, "DELETE FROM temuan WHERE rowid = (SELECT max(rowid) FROM temuan)")
    assert check(kinerja, contoh) == [("S612", ".kinerja/kinerja.db", "temuan")]


def test_withdrawn_and_replaced_originals_are_checked_too(
    kinerja: Kinerja, terhimpun: Path
) -> None:
    kinerja("tarik", "YAN", "-t", "1", "--alasan", "salah", di=terhimpun)
    _replaced(Ruang(terhimpun))
    assert [x for x, _, _ in check(kinerja, terhimpun)] == ["S602"]


def test_with_a_wrong_plan_the_originals_are_checked_all_the_same(
    kinerja: Kinerja, terhimpun: Path
) -> None:
    buku = openpyxl.load_workbook(terhimpun / "rencana-2021.xlsx")
    next(x for x in buku["Indikator"][1] if x.value == "Satuan").value = "Ukuran"
    buku.save(terhimpun / "rencana-2021.xlsx")
    _gone(Ruang(terhimpun))
    codes = {x for x, _, _ in check(kinerja, terhimpun)}
    assert "R102" in codes
    assert {x for x in codes if x.startswith("S")} == {"S601"}


def test_an_empty_or_older_workspace_has_nothing_to_compare(kinerja: Kinerja, contoh: Path) -> None:
    assert check(kinerja, contoh) == []
    assert not Ruang(contoh).basisdata.exists()
    Ruang(contoh).basisdata.parent.mkdir()
    load(LAMA[0], Ruang(contoh).basisdata)
    assert {x for x, _, _ in check(kinerja, contoh)} == {"S601"}


def test_a_run_in_progress_is_not_disturbed(kinerja: Kinerja, terhimpun: Path) -> None:
    with open_basisdata(Ruang(terhimpun).basisdata) as db:
        db.note_written("laporan/a.xlsx", "a")
        assert check(kinerja, terhimpun) == []
    assert check(kinerja, terhimpun) == []
