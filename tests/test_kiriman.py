"""Zips by mail, trial runs, withdrawn workbooks and closed tribulan."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from conftest import Kinerja, tree
from kinerja_cli.adapter import kiriman_zip
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca
from kinerja_cli.adapter.kiriman_zip import list_members, read_member
from ubah_buku import unpack


def make_zip(path: Path, members: dict[str, bytes]) -> Path:
    """Write a zip with these members."""
    with zipfile.ZipFile(path, "w") as arsip:
        for nama, isi in members.items():
            arsip.writestr(nama, isi)
    return path


def test_a_zip_is_collected_like_a_folder(kinerja: Kinerja, contoh: Path) -> None:
    forms = {f"kiriman/{x.name}": x.read_bytes() for x in (contoh / "masuk" / "TW1").glob("*.xlsx")}
    clutter = {"__MACOSX/._x.xlsx": b"x", "~$Seksi.xlsx": b"x" * 165, "Thumbs.db": b"x"}
    make_zip(contoh / "TW1.zip", forms | clutter)
    result = kinerja("himpun", "TW1.zip", "--json", di=contoh)
    assert (result.kode, result.json["unit_belum"]) == (0, [])
    assert [x["status"] for x in result.json["berkas"]] == ["diterima"] * 6
    assert [x["kode"] for x in result.json["temuan"]] == ["B211"]
    again = kinerja("himpun", "TW1.zip", "--json", di=contoh).json
    assert {x["status"] for x in again["berkas"]} == {"sudah ada"}


def test_names_in_a_zip_never_reach_the_disk(kinerja: Kinerja, contoh: Path) -> None:
    form = next((contoh / "masuk" / "TW1").glob("*.xlsx")).read_bytes()
    hostile = {
        "../../luar.xlsx": form,
        "C:\\luar.xlsx": b"x",
        "dalam.zip": b"PK\x05\x06" + b"\0" * 18,
    }
    make_zip(contoh / "masuk" / "kiriman.zip", hostile)
    before = set(contoh.parent.rglob("luar*"))
    result = kinerja("himpun", "masuk/kiriman.zip", "--json", di=contoh)
    assert result.kode == 1
    statuses = [x["status"] for x in result.json["berkas"]]
    assert sorted(statuses) == ["bukan format", "bukan format", "diterima"]
    assert set(contoh.parent.rglob("luar*")) == before


def test_a_broken_zip_is_one_finding(kinerja: Kinerja, contoh: Path) -> None:
    (contoh / "masuk" / "rusak.zip").write_bytes(b"PK\x03\x04" + b"x" * 40)
    result = kinerja("himpun", "--json", di=contoh)
    found = {x["berkas"]: x["kode"] for x in result.json["temuan"]}
    assert found == {"masuk/rusak.zip": "B201"}


def test_a_locked_or_huge_member_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.xlsx": b"x" * 100})
    monkeypatch.setattr(kiriman_zip, "MAKS_BERKAS", 10)
    with pytest.raises(BukuTakTerbaca) as trouble:
        read_member(path, "a.xlsx")
    assert trouble.value.sebab is SebabTakTerbaca.TERLALU_BESAR
    locked = bytearray(path.read_bytes())
    central = locked.index(b"PK\x01\x02")
    locked[central + 8] |= 1
    path.write_bytes(bytes(locked))
    with pytest.raises(BukuTakTerbaca) as trouble:
        read_member(path, "a.xlsx")
    assert trouble.value.sebab is SebabTakTerbaca.TERENKRIPSI
    with pytest.raises(BukuTakTerbaca) as trouble:
        read_member(path, "tidak ada.xlsx")
    assert trouble.value.sebab is SebabTakTerbaca.RUSAK


def test_a_zip_of_too_many_files_stays_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folders are files here: each costs time for every member that is read."""
    monkeypatch.setattr(kiriman_zip, "MAKS_ANGGOTA", 2)
    for lain, members in (("b", ["a", "b"]), ("folder/", ["a"])):
        path = make_zip(tmp_path / "a.zip", {"a": b"", lain: b""})
        assert list_members(path) == members
        assert list_members(make_zip(path, {"a": b"", lain: b"", f"c{lain}": b""})) is None


def test_a_trial_run_changes_nothing(kinerja: Kinerja, contoh: Path) -> None:
    before = tree(contoh)
    result = kinerja("himpun", "--coba", "--json", di=contoh)
    assert {x["status"] for x in result.json["berkas"]} == {"diterima"}
    assert tree(contoh) == before
    kinerja("himpun", "masuk/TW1", di=contoh)
    before = tree(contoh)
    result = kinerja("himpun", "--coba", "--json", di=contoh)
    assert sum(x["status"] == "diterima" for x in result.json["berkas"]) == 18
    assert tree(contoh) == before


def test_looking_changes_nothing(kinerja: Kinerja, contoh: Path) -> None:
    before = tree(contoh)
    assert kinerja("status", di=contoh).kode == 0
    assert kinerja("periksa", di=contoh).kode == 0
    assert kinerja("analisis", di=contoh).kode == 2
    assert tree(contoh) == before


def test_a_withdrawn_workbook_stays_out_until_it_is_changed(kinerja: Kinerja, contoh: Path) -> None:
    kinerja("himpun", "masuk/TW1", di=contoh)
    assert kinerja("tarik", "yan", "-t", "1", "--alasan", "salah isi", di=contoh).kode == 0
    status = kinerja("status", "-t", "1", "--json", di=contoh).json["unit"]
    assert {x["unit"]: x["status"] for x in status}["YAN"] == "belum masuk"
    again = kinerja("himpun", "masuk/TW1", "--json", di=contoh)
    assert again.kode == 0
    assert {x["unit"]: x["status"] for x in again.json["berkas"]}["YAN"] == "ditolak"
    (found,) = again.json["temuan"]
    assert found["kode"] == "B213"
    assert "salah isi" in found["pesan"]
    twice = kinerja("tarik", "YAN", "-t", "1", "--alasan", "x", di=contoh)
    assert twice.kode == 2


def test_the_merged_workbook_is_without_what_was_withdrawn(
    kinerja: Kinerja, terhimpun: Path
) -> None:
    himpunan, asal = "laporan/himpunan-2021-TW4.xlsx", b"TW4/Seksi Pelayanan.xlsx"
    before = tree(terhimpun)
    shown = kinerja("tarik", "YAN", "-t", "4", "--alasan", "salah isi", di=terhimpun)
    assert (shown.kode, himpunan in shown.out) == (0, True)
    after = tree(terhimpun)
    assert {x for x in before if x.startswith("laporan/") and before[x] != after[x]} == {himpunan}
    named = [asal in b"".join(unpack(x[himpunan]).values()) for x in (before, after)]
    assert named == [True, False]
    step = kinerja("tahap", "--json", di=terhimpun).json["tahap"][2]
    assert (step["keadaan"], {x["keadaan"] for x in step["bukti"]}) == ("berjalan", {"cocok"})


def test_a_closed_tribulan_takes_no_more_until_it_is_opened(kinerja: Kinerja, contoh: Path) -> None:
    kinerja("himpun", "masuk/TW1/Seksi Pelayanan.xlsx", di=contoh)
    assert kinerja("tutup", "-t", "1", di=contoh).kode == 0
    assert kinerja("tutup", "-t", "1", di=contoh).kode == 2
    assert kinerja("tarik", "YAN", "-t", "1", "--alasan", "x", di=contoh).kode == 2
    refused = kinerja("himpun", "masuk/TW1", "--json", di=contoh)
    assert refused.kode == 1
    assert [x["status"] for x in refused.json["berkas"]].count("ditolak") == 5
    assert {x["kode"] for x in refused.json["temuan"]} == {"B214"}
    assert kinerja("buka", "-t", "1", di=contoh).kode == 2
    assert kinerja("buka", "-t", "1", "--alasan", "koreksi", di=contoh).kode == 0
    assert kinerja("himpun", "masuk/TW1", di=contoh).kode == 0
