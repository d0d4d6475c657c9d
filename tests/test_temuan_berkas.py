"""Findings on files: each has the smallest workspace that yields it, and no code is without one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from conftest import Kinerja
from domain.test_pemeriksaan import ANTARTRIBULAN
from domain.test_pemeriksaan import SMALLEST as SMALLEST_ISIAN
from domain.test_periksa_rencana import SMALLEST as SMALLEST_RENCANA
from kinerja_cli.adapter.berkas import BerkasTerpakaiError
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.katalog import JenisTemuan
from test_koreksi import SMALLEST_KOREKSI
from test_periksa_arsip import SMALLEST_SIMPANAN

FORM = "masuk/TW1/Seksi Pelayanan.xlsx"
Siapkan = Callable[[Kinerja, Path], None]


def _nothing(_: Kinerja, __: Path) -> None:
    """Leave the example as it is."""


def _picture(_: Kinerja, contoh: Path) -> None:
    (contoh / FORM).write_bytes(b"\x89PNG\r\n\x1a\n")


def _lock_file(_: Kinerja, contoh: Path) -> None:
    (contoh / "masuk" / "TW1" / "~$Seksi Pelayanan.xlsx").write_bytes(b"x" * 165)


def _newer_beside(_: Kinerja, contoh: Path) -> None:
    buku = openpyxl.load_workbook(contoh / FORM)
    buku["Data Kinerja"].cell(5, 10).value = "catatan"
    buku.save(contoh / "masuk" / "TW1" / "A perbaikan.xlsx")


def _withdrawn(kinerja: Kinerja, contoh: Path) -> None:
    kinerja("himpun", "masuk/TW1", di=contoh)
    kinerja("tarik", "YAN", "-t", "1", "--alasan", "salah", di=contoh)


def _closed(kinerja: Kinerja, contoh: Path) -> None:
    for path in (contoh / "masuk" / "TW1").glob("S*.xlsx"):
        if path.name != Path(FORM).name:
            path.unlink()
    kinerja("tutup", "-t", "1", di=contoh)


def _wrong_tribulan(_: Kinerja, contoh: Path) -> None:
    shutil.copyfile(contoh / FORM.replace("TW1", "TW2"), contoh / FORM)


SMALLEST_BERKAS: dict[JenisTemuan, Siapkan] = {
    JenisTemuan.BERKAS_BUKAN_BUKU_KERJA: _picture,
    JenisTemuan.BERKAS_TRIBULAN_LAIN: _wrong_tribulan,
    JenisTemuan.BERKAS_DIGANTIKAN: _newer_beside,
    JenisTemuan.BERKAS_KUNCI_EXCEL: _lock_file,
    JenisTemuan.BERKAS_DITARIK: _withdrawn,
    JenisTemuan.TRIBULAN_DITUTUP: _closed,
}


@pytest.mark.parametrize("jenis", SMALLEST_BERKAS, ids=lambda x: x.kode)
def test_each_finding_on_files_has_its_smallest_workspace(
    kinerja: Kinerja, contoh: Path, jenis: JenisTemuan
) -> None:
    SMALLEST_BERKAS[jenis](kinerja, contoh)
    result = kinerja("himpun", "masuk/TW1", "-t", "1", "--json", di=contoh)
    assert [x["kode"] for x in result.json["temuan"]] == [jenis.kode]


def test_a_file_that_cannot_be_opened_is_a_finding(
    kinerja: Kinerja, contoh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == Path(FORM).name:
            raise PermissionError(13, "dipakai proses lain")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    result = kinerja("himpun", "masuk/TW1", "--json", di=contoh)
    assert [x["kode"] for x in result.json["temuan"]] == [JenisTemuan.BERKAS_TERTUTUP.kode]
    assert "Tutup berkas di Excel" in result.json["temuan"][0]["saran"]


@pytest.mark.parametrize("hilang", [False, True])
def test_a_file_that_changes_while_it_is_collected_is_a_finding(
    kinerja: Kinerja, contoh: Path, monkeypatch: pytest.MonkeyPatch, *, hilang: bool
) -> None:
    reads = iter([(contoh / FORM).read_bytes(), b"lain"])

    def read(sumber: Sumber) -> bytes:
        isi = next(reads, b"lain")
        if hilang and isi == b"lain":
            raise BerkasTerpakaiError(sumber.path, FileNotFoundError())
        return isi

    monkeypatch.setattr(Sumber, "read", read)
    result = kinerja("himpun", FORM, "--json", di=contoh)
    assert [x["kode"] for x in result.json["temuan"]] == [JenisTemuan.BERKAS_BERUBAH.kode]
    assert kinerja("status", "-t", "1", "--json", di=contoh).json["unit"][3]["versi"] == 0


DI_TEMPAT_LAIN = {
    JenisTemuan.BERKAS_TERTUTUP,
    JenisTemuan.BERKAS_BERUBAH,
    JenisTemuan.BERKAS_MENGHENTIKAN,
    JenisTemuan.BERKAS_TIDAK_ADA,
    JenisTemuan.KANTOR_BELUM_DIISI,
    JenisTemuan.ANGKA_BUKAN_DARI_ASLI,
    JenisTemuan.JURNAL_TERPUTUS,
    JenisTemuan.TEMUAN_TERLALU_BANYAK,
}
"""Held by tests of their own: two above, test_banyak, test_tidak_jalan, test_periksa_arsip,
test_bangun_ulang, test_jahat_berkas."""


def test_no_finding_is_without_its_smallest_case() -> None:
    held = SMALLEST_RENCANA.keys() | SMALLEST_ISIAN.keys() | ANTARTRIBULAN.keys()
    held |= SMALLEST_BERKAS.keys() | SMALLEST_KOREKSI | SMALLEST_SIMPANAN.keys()
    assert held | DI_TEMPAT_LAIN == set(JenisTemuan)
