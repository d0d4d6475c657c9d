"""kinerja arsip: one zip of a year that says itself what was taken out, changed or put in."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from conftest import Kinerja
from kinerja_cli.adapter.arsip import path_of
from kinerja_cli.adapter.arsip_tahun import build_arsip
from kinerja_cli.adapter.laporan_xlsx.kepala import BARIS_KEPALA
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.sop import DOKUMEN
from simpanan_uji import change as change_store

BARIS_ISI = BARIS_KEPALA + 1

Ubah = Callable[[dict[str, bytes]], None]


@pytest.fixture
def arsip(kinerja: Kinerja, contoh: Path) -> Path:
    """Return the archive of the example's first tribulan."""
    kinerja("himpun", "masuk/TW1", di=contoh)
    assert kinerja("arsip", "2021", di=contoh).kode == 0
    return contoh / "arsip" / "arsip-kinerja-2021.zip"


def members(path: Path) -> dict[str, bytes]:
    """Return the members of a zip."""
    with zipfile.ZipFile(path) as berkas:
        return {x: berkas.read(x) for x in berkas.namelist()}


def write(path: Path, isi: dict[str, bytes]) -> None:
    """Write a zip with these members."""
    with zipfile.ZipFile(path, "w") as berkas:
        for nama, data in isi.items():
            berkas.writestr(nama, data)


def test_the_archive_holds_the_year_and_is_whole(kinerja: Kinerja, contoh: Path) -> None:
    kinerja("himpun", "masuk/TW1", di=contoh)
    kinerja("surat", "nota-dinas", di=contoh)
    (contoh / "renstra.pdf").write_bytes(b"%PDF")
    (contoh / "bukti.txt").write_bytes(b"bukti")
    kinerja("dokumen", "catat", "renstra", "--berkas", "renstra.pdf", di=contoh)
    kinerja("tahap", "selesai", "7", "--oleh", "Sekcam", "--berkas", "bukti.txt", di=contoh)
    (contoh / "narasi" / "gambar").mkdir()
    for nama in ("laporan/~$lakip.docx", "laporan/.tulis-x.docx", "laporan/lakip-2020.docx",
                 "laporan/rapat.txt", "narasi/gambar/bagan.png", "narasi/~$sdm.md",
                 "templates/lakip.docx", "templates/surat-2020.docx"):  # fmt: skip
        (contoh / nama).write_bytes(b"x")
    made = kinerja("arsip", "--json", di=contoh).json
    held = members(contoh / made["berkas"])
    groups = {"kinerja.toml", "rencana-2021.xlsx", "laporan/surat/nota-dinas-2021.docx",
              "laporan/himpunan-2021-TW1.xlsx", "laporan/rapat.txt", "register/tahap.json",
              "register/surat.json", "register/dokumen.json", "register/setoran.json",
              "diterima/TW1/YAN-versi1.xlsx", "dokumen/daftar-dokumen.xlsx",
              "narasi/sdm.md", "narasi/gambar/bagan.png", "templates/lakip.docx"}  # fmt: skip
    assert groups <= set(held)
    assert not [x for x in held if "2020" in x or "~$" in x or ".tulis" in x]
    assert [x for x in held if x.startswith("dokumen/renstra/renstra-")]
    assert [x for x in held if x.startswith("bukti/langkah-07/bukti-")]
    assert not [x for x in held if x.startswith("bukti/langkah-03/")]
    manifes = json.loads(held["manifes.json"])
    assert {x["nama"] for x in manifes["berkas"]} == set(held) - {"manifes.json"}
    checked = kinerja("arsip", "periksa", made["berkas"], "--json", di=contoh)
    assert (checked.kode, checked.json["utuh"]) == (0, True)
    assert (made["hilang"], made["berubah"]) == ([], [])


def test_the_archive_lists_documents_and_evidence_to_be_read(
    kinerja: Kinerja, contoh: Path
) -> None:
    (contoh / "renstra.pdf").write_bytes(b"%PDF")
    kinerja("dokumen", "catat", "renstra", "--berkas", "renstra.pdf", "--tanggal", "5-1-2021",
            di=contoh)  # fmt: skip
    kinerja("himpun", "masuk/TW1", "masuk/TW2", di=contoh)
    made = kinerja("arsip", "--json", di=contoh).json
    isi = members(contoh / made["berkas"])["dokumen/daftar-dokumen.xlsx"]
    buku = openpyxl.load_workbook(BytesIO(isi), read_only=True)
    dokumen = list(buku["Dokumen"].values)[BARIS_ISI:]
    sha256 = hashlib.sha256(b"%PDF").hexdigest()
    assert len(dokumen) == len(DOKUMEN)
    assert dokumen[4] == (5, "Renstra", "ada", "5 Januari 2021", "renstra.pdf", sha256)
    assert dokumen[5] == (6, "Renja/RKT Tahun 2021", "belum ada", None, None, None)
    named = list(buku["Data Dukung"].values)[BARIS_ISI:]
    told = {(x[0], x[2]): x[3:] for x in named}
    assert told["IK-S1-3", "Seksi Pelayanan"] == (
        "II", "Rekap nomor antrean April sampai dengan Juni 2021",
    )  # fmt: skip
    assert told["IK-S1-1", "Seksi Pelayanan"] == (None, "belum disebutkan")


def test_the_same_year_makes_the_same_archive(kinerja: Kinerja, contoh: Path, arsip: Path) -> None:
    before = arsip.read_bytes()
    assert kinerja("arsip", di=contoh).kode == 0
    assert arsip.read_bytes() == before
    assert [x.name for x in arsip.parent.iterdir()] == [arsip.name]


def test_noted_files_that_are_gone_or_changed_are_told(kinerja: Kinerja, contoh: Path) -> None:
    for kunci in ("iku", "iki"):
        (contoh / f"{kunci}.pdf").write_bytes(b"%PDF")
        kinerja("dokumen", "catat", kunci, "--berkas", f"{kunci}.pdf", di=contoh)
    (contoh / "iku.pdf").unlink()
    (contoh / "iki.pdf").write_bytes(b"%PDF baru")
    shown = kinerja("arsip", di=contoh).out
    assert "Tidak ikut, berkasnya hilang: iku.pdf" in shown
    assert "Ikut, tetapi berubah sejak dicatat: iki.pdf" in shown


def test_originals_that_are_gone_or_changed_are_told(
    kinerja: Kinerja, contoh: Path, arsip: Path
) -> None:
    register = json.loads(members(arsip)["register/setoran.json"])
    gone, changed, *_ = [x["sha256"] for x in register]
    path_of(Ruang(contoh).arsip, gone).unlink()
    path_of(Ruang(contoh).arsip, changed).write_bytes(b"lain")
    made = kinerja("arsip", "--json", di=contoh)
    names = [f"diterima/TW{x['tribulan']}/{x['unit']}-versi{x['versi']}.xlsx" for x in register]
    assert made.kode == 0
    assert (made.json["hilang"], made.json["berubah"]) == (names[:1], names[1:2])
    assert [x for x in members(arsip) if x.startswith("diterima/")] == sorted(names[1:])


def test_originals_of_codes_that_name_one_file_are_all_there(
    kinerja: Kinerja, contoh: Path, arsip: Path
) -> None:
    before = len(members(arsip))
    change_store(
        Ruang(contoh).basisdata,
        "UPDATE setoran SET unit = 'U/1' WHERE unit = 'YAN'",
        "UPDATE setoran SET unit = 'u-1' WHERE unit = 'UMPEG'",
    )
    assert kinerja("arsip", di=contoh).kode == 0
    assert len(members(arsip)) == before


def take_out(isi: dict[str, bytes]) -> None:
    """Remove a member."""
    del isi["kinerja.toml"]


def change(isi: dict[str, bytes]) -> None:
    """Change a member without changing its size."""
    isi["kinerja.toml"] = isi["kinerja.toml"].swapcase()


def change_text(isi: dict[str, bytes]) -> None:
    """Change one of the office's own texts."""
    isi["narasi/sdm.md"] += b" "


def take_out_list(isi: dict[str, bytes]) -> None:
    """Remove the list of documents."""
    del isi["dokumen/daftar-dokumen.xlsx"]


def lengthen(isi: dict[str, bytes]) -> None:
    """Make a member longer than the manifest says."""
    isi["kinerja.toml"] += b"\n" * 100_000_0


def put_in(isi: dict[str, bytes]) -> None:
    """Add a member."""
    isi["lain.txt"] = b"x"


@pytest.mark.parametrize(
    ("ubah", "kunci", "nama"),
    [(take_out, "hilang", "kinerja.toml"), (change, "berubah", "kinerja.toml"),
     (change_text, "berubah", "narasi/sdm.md"),
     (take_out_list, "hilang", "dokumen/daftar-dokumen.xlsx"),
     (lengthen, "berubah", "kinerja.toml"), (put_in, "tambahan", "lain.txt")],
)  # fmt: skip
def test_what_was_done_to_an_archive_is_named(
    kinerja: Kinerja, arsip: Path, ubah: Ubah, kunci: str, nama: str
) -> None:
    isi = members(arsip)
    ubah(isi)
    write(arsip, isi)
    result = kinerja("arsip", "periksa", arsip, "--json")
    assert result.kode == 1
    found = {x: result.json[x] for x in ("hilang", "berubah", "tambahan")}
    assert found == {"hilang": [], "berubah": [], "tambahan": []} | {kunci: [nama]}
    shown = kinerja("arsip", "periksa", arsip).out
    assert f"{kunci.capitalize()}: {nama}" in shown
    assert "tidak utuh" in shown


def test_a_member_that_stands_twice_is_named(kinerja: Kinerja, arsip: Path) -> None:
    with (
        zipfile.ZipFile(arsip, "a") as berkas,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        berkas.writestr("kinerja.toml", b"x")
    result = kinerja("arsip", "periksa", arsip, "--json").json
    assert (result["tambahan"], result["berubah"]) == (["kinerja.toml"], ["kinerja.toml"])


def test_a_damaged_member_is_named(kinerja: Kinerja, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    whole = build_arsip("Kantor", 2021, {"a.txt": b"isi berkas " * 50})
    with_fault = bytearray(whole)
    at = whole.index(b"a.txt") + len(b"a.txt") + 4
    with_fault[at] ^= 0xFF
    path.write_bytes(bytes(with_fault))
    result = kinerja("arsip", "periksa", path, "--json")
    assert (result.kode, result.json["berubah"]) == (1, ["a.txt"])


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (None, "berkasnya tidak ada"),
        (b"bukan zip", "bukan berkas zip yang utuh"),
        ({"a.txt": b"x"}, "tidak memuat manifes.json"),
        ({"manifes.json": b"{}"}, "tidak memuat manifes.json yang lengkap"),
        ({"manifes.json": b"[]"}, "rusak"),
        ({"manifes.json": b"\xff"}, "rusak"),
        ({"manifes.json": b"[" * 200_000}, "rusak"),
    ],
)
def test_what_is_no_archive_is_one_line(
    kinerja: Kinerja, tmp_path: Path, isi: bytes | dict[str, bytes] | None, pesan: str
) -> None:
    path = tmp_path / "lain.zip"
    if isinstance(isi, dict):
        write(path, isi)
    elif isi is not None:
        path.write_bytes(isi)
    result = kinerja("arsip", "periksa", path)
    assert (result.kode, result.out) == (2, "")
    assert pesan in result.err
    assert len(result.err.strip().splitlines()) == 1


def test_an_archive_that_cannot_be_opened_is_one_line(
    kinerja: Kinerja, arsip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> zipfile.ZipFile:
        raise PermissionError(13, "terkunci")

    monkeypatch.setattr("kinerja_cli.adapter.arsip_tahun.zipfile.ZipFile", refuse)
    result = kinerja("arsip", "periksa", arsip)
    assert result.kode == 2
    assert "tidak dapat dibuka" in result.err


def test_the_groups_show_their_help(kinerja: Kinerja) -> None:
    for nama in ("tahap", "dokumen", "arsip"):
        shown = kinerja(nama, "--help")
        assert shown.kode == 0
        assert "Perintah:" in shown.out
