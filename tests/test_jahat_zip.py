"""Hostile zips: nothing is unpacked to disk, and no size, name or number in one is believed."""

from __future__ import annotations

import json
import random
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from berkas_xlsx import with_far_part
from buku_jahat import MIB
from conftest import Kinerja, tree
from kinerja_cli.adapter import arsip_tahun
from kinerja_cli.adapter.arsip_tahun import build_arsip, verify_arsip
from kinerja_cli.adapter.berkas import sha256_of
from kinerja_cli.domain.galat import KinerjaError

UTUH = build_arsip("Kantor", 2021, {"a.txt": b"isi " * 100, "b/c.txt": b"lain"})
KELUAR = ("../../luar.txt", "/luar.txt", "C:\\luar.txt", "..\\luar.txt", "\\\\tuan\\luar.txt")


def zipped(anggota: dict[str, bytes]) -> bytes:
    """Return a zip with these members."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in anggota.items():
            arsip.writestr(nama, isi)
    return stream.getvalue()


def manifes(*berkas: dict[str, Any], tahun: object = 2021) -> dict[str, bytes]:
    """Return a manifest with these entries."""
    return {"manifes.json": json.dumps({"tahun": tahun, "berkas": berkas}).encode()}


def entry(nama: str, isi: bytes, **lain: object) -> dict[str, Any]:
    """Return a manifest's entry of a member, true but for `lain`."""
    return {"nama": nama, "sha256": sha256_of(isi), "ukuran": len(isi)} | lain


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the zip lies that is verified."""
    return tmp_path / "a.zip"


# kinerja arsip periksa


def test_names_that_lead_outside_are_compared_and_never_written(
    kinerja: Kinerja, path: Path
) -> None:
    known = dict.fromkeys(KELUAR[:2], b"x")
    path.write_bytes(
        zipped(manifes(*(entry(x, y) for x, y in known.items())) | dict.fromkeys(KELUAR, b"x"))
    )
    before = tree(path.parent.parent)
    result = kinerja("arsip", "periksa", path, "--json")
    assert (result.kode, len(result.json["tambahan"])) == (1, len(KELUAR) - len(known))
    assert tree(path.parent.parent) == before


def test_members_that_stand_twice_are_named(kinerja: Kinerja, path: Path) -> None:
    twice = zipped(manifes(entry("satu", b"a")) | {"satu": b"a", "dua_": b"b"})
    twice = twice.replace(b"dua_", b"satu")
    path.write_bytes(twice)
    result = kinerja("arsip", "periksa", path, "--json")
    assert (result.kode, result.json["tambahan"]) == (1, ["satu"])


@pytest.mark.parametrize("bohong", [0, 1, 5, 10**30, -1])
def test_a_size_that_the_manifest_lies_about_is_a_change(path: Path, bohong: int) -> None:
    path.write_bytes(zipped(manifes(entry("a", b"abcd", ukuran=bohong)) | {"a": b"abcd"}))
    assert verify_arsip(path).berubah == ("a",)


def test_a_size_that_the_directory_lies_about_is_a_change(path: Path) -> None:
    isi = bytearray(UTUH)
    central = isi.index(b"PK\x01\x02")
    while b"a.txt" not in isi[central : central + 60]:
        central = isi.index(b"PK\x01\x02", central + 4)
    isi[central + 24] ^= 0x10  # 400 bytes become 384
    path.write_bytes(bytes(isi))
    assert verify_arsip(path).berubah == ("a.txt",)


def test_a_member_farther_than_a_file_reaches_is_a_change(path: Path) -> None:
    path.write_bytes(with_far_part(UTUH, "a.txt"))
    assert verify_arsip(path).berubah == ("a.txt",)


@pytest.mark.parametrize(
    "isi",
    [
        manifes(tahun=float("inf")),
        manifes(tahun=float("nan")),
        manifes(tahun="9" * 5000),
        manifes({"nama": "a", "sha256": "", "ukuran": float("inf")}),
        manifes({"nama": "a"}),
        {"manifes.json": b'{"tahun": 2021, "berkas": 5}'},
        {"manifes.json": b'{"tahun": 2021, "berkas": ' + b"[" * 100_000},
        {"manifes.json": b'{"tahun": ' + b"9" * 5000 + b"}"},
    ],
    ids=range(8),
)
def test_a_manifest_that_is_none_is_one_line(
    kinerja: Kinerja, path: Path, isi: dict[str, bytes]
) -> None:
    path.write_bytes(zipped(isi))
    result = kinerja("arsip", "periksa", path)
    assert (result.kode, result.out, len(result.err.splitlines())) == (2, "", 1)


def test_names_in_a_manifest_cannot_steer_the_terminal(kinerja: Kinerja, path: Path) -> None:
    nama = "\x1b[2J\x9b31m\u202e[red]\ud800"
    path.write_bytes(zipped(manifes(entry(nama, b""))))
    shown = kinerja("arsip", "periksa", path)
    assert shown.kode == 1
    assert "[red]" in shown.out
    assert not any(x in shown.out for x in "\x1b\x9b\u202e")
    assert kinerja("arsip", "periksa", path, "--json").json["hilang"]


@pytest.mark.parametrize(
    ("batas", "nilai", "sebab"),
    [("MAKS_ENTRI", 2, "terlalu banyak"), ("MAKS_ISI", 100, "terlalu besar")],
)
def test_an_archive_is_bounded(
    path: Path, batas: str, nilai: int, sebab: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(UTUH)
    assert verify_arsip(path).utuh
    monkeypatch.setattr(arsip_tahun, batas, nilai)
    with pytest.raises(KinerjaError, match=sebab):
        verify_arsip(path)


def test_flipped_bytes_are_compared_or_refused_and_nothing_else(path: Path) -> None:
    rng = random.Random(1)  # noqa: S311 - the same damage on every day
    for _ in range(300):
        isi = bytearray(UTUH)
        for _ in range(rng.randint(1, 6)):
            isi[rng.randrange(len(isi))] = rng.randrange(256)
        path.write_bytes(bytes(isi))
        try:
            verify_arsip(path)
        except KinerjaError as error:
            assert str(path) in str(error)  # noqa: PT017 - a refusal is as good as a verdict


def test_a_bomb_is_read_no_further_than_it_should_be_long(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    plain = zipfile.ZipExtFile.read

    def count(self: zipfile.ZipExtFile, n: int | None = -1) -> bytes:
        isi = plain(self, n)
        read.append(len(isi))
        return isi

    path.write_bytes(zipped(manifes(entry("bom", b"x")) | {"bom": bytes(64 * MIB)}))
    monkeypatch.setattr(zipfile.ZipExtFile, "read", count)
    assert verify_arsip(path).berubah == ("bom",)
    assert sum(read) < 2 * MIB


def test_a_manifest_of_millions_is_refused_unparsed(path: Path) -> None:
    path.write_bytes(zipped({"manifes.json": b'{"tahun":2021,"berkas":[' + b"{},[]," * MIB}))
    with pytest.raises(KinerjaError, match="terlalu besar"):
        verify_arsip(path)


# Zips that came by mail


def test_a_zip_within_a_zip_stays_closed(
    kinerja: Kinerja, ruang_kosong: Path, formulir: bytes
) -> None:
    """However deep zips are nested, only the outermost is looked into."""
    isi = zipped({"bom.txt": bytes(10 * MIB)})
    for _ in range(5):
        isi = zipped({f"{ke}.zip": isi for ke in range(5)})
    (ruang_kosong / "masuk" / "kiriman.zip").write_bytes(zipped({"a.xlsx": formulir, "b.zip": isi}))
    result = kinerja("himpun", "--json", di=ruang_kosong)
    statuses = {x["berkas"]: x["status"] for x in result.json["berkas"]}
    assert statuses == {
        "masuk/kiriman.zip/a.xlsx": "diterima",
        "masuk/kiriman.zip/b.zip": "bukan format",
    }


def test_one_name_for_two_members_is_no_form(
    kinerja: Kinerja, ruang_kosong: Path, formulir: bytes
) -> None:
    isi = zipped({"a.xlsx": formulir, "b.xlsx": b"lain"})
    (ruang_kosong / "masuk" / "a.zip").write_bytes(isi.replace(b"b.xlsx", b"a.xlsx"))
    result = kinerja("himpun", "--json", di=ruang_kosong)
    assert [x["status"] for x in result.json["berkas"]] == ["bukan format"]


def test_places_farther_than_a_file_reaches_leave_the_other_forms(
    kinerja: Kinerja, ruang_kosong: Path, formulir: bytes
) -> None:
    """A member of a zip, and a part within a form: each is its own file's trouble."""
    masuk = ruang_kosong / "masuk"
    masuk.joinpath("a.zip").write_bytes(
        with_far_part(zipped({"jauh.xlsx": b"x", "baik.xlsx": formulir}), "jauh.xlsx")
    )
    masuk.joinpath("b.xlsx").write_bytes(with_far_part(formulir, "xl/workbook.xml"))
    result = kinerja("himpun", "--json", di=ruang_kosong)
    statuses = {x["berkas"]: x["status"] for x in result.json["berkas"]}
    assert statuses == {
        "masuk/a.zip/baik.xlsx": "diterima",
        "masuk/a.zip/jauh.xlsx": "bukan format",
        "masuk/b.xlsx": "bukan format",
    }


@pytest.mark.parametrize("nama", [*KELUAR, "x" * 300 + ".xlsx", "\x1b[2J\u202e.xlsx", "CON.xlsx"])
def test_a_members_name_reaches_neither_disk_nor_terminal(
    kinerja: Kinerja, ruang_kosong: Path, formulir: bytes, nama: str
) -> None:
    (ruang_kosong / "masuk" / "a.zip").write_bytes(zipped({nama: formulir}))
    shown = kinerja("himpun", di=ruang_kosong)
    assert shown.kode == 0
    assert not any(x in shown.out + shown.err for x in "\x1b\u202e")
    made = {x for x in tree(ruang_kosong.parent) if "luar" in x or "CON" in x}
    assert made == set()
