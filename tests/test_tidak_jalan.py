"""What cannot run is one line with place and remedy, and leaves nothing half done."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Kinerja
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.ruang import Ruang


@pytest.mark.parametrize(
    ("argv", "kode", "pesan"),
    [
        (("himpun", "tidak-ada.xlsx"), 2, "tidak ada"),
        (("buat-format", "-t", "1", "--unit", "ZZZ"), 2, "Unit 'ZZZ' tidak ada"),
        (("periksa", "--tahun", "2035"), 2, "Rencana tahun 2035 tidak ada"),
        (("mulai", "."), 2, "sudah menjadi ruang kerja"),
        (("analisis",), 2, "kinerja himpun"),
        (("buat-format", "-t", "7"), 2, "antara 1 dan 4"),
        (("buat-format",), 2, "wajib disebutkan"),
        (("apa",), 2, "tidak dikenal"),
        (("periksa", "--apa"), 2, "tidak dikenal"),
    ],
)
def test_what_cannot_run_is_one_line(
    kinerja: Kinerja, contoh: Path, argv: tuple[str, ...], kode: int, pesan: str
) -> None:
    result = kinerja(*argv, di=contoh)
    assert (result.kode, result.out) == (kode, "")
    assert pesan in result.err
    assert len(result.err.strip().splitlines()) == 1


def test_a_plan_that_is_no_workbook_is_one_line(kinerja: Kinerja, contoh: Path) -> None:
    (contoh / "rencana-2021.xlsx").write_bytes(b"%PDF-1.7\n")
    result = kinerja("periksa", di=contoh)
    assert result.kode == 2
    assert "PDF" in result.err


def test_broken_toml_is_one_line_with_its_place(kinerja: Kinerja, contoh: Path) -> None:
    (contoh / "kinerja.toml").write_text('tahun = 2021\n[kantor\nnama = "x"\n', encoding="utf-8")
    result = kinerja("periksa", di=contoh)
    assert result.kode == 2
    assert "kinerja.toml" in result.err
    assert "baris 2" in result.err


def test_outside_a_workspace_the_remedy_is_named(kinerja: Kinerja) -> None:
    result = kinerja("periksa")
    assert result.kode == 2
    assert "kinerja mulai" in result.err


def test_a_new_workspace_is_ready_to_be_filled_in(kinerja: Kinerja, tmp_path: Path) -> None:
    assert kinerja("mulai", "baru", "--tahun", "2024").kode == 0
    result = kinerja("periksa", "--json", di=tmp_path / "baru")
    assert result.kode == 0
    assert {x["kode"] for x in result.json["temuan"]} == {"R121", "R122"}
    assert kinerja("buat-format", "-t", "1", di=tmp_path / "baru").kode == 2


def test_the_example_is_not_laid_over_a_persons_files(kinerja: Kinerja, tmp_path: Path) -> None:
    (tmp_path / "milik").mkdir()
    (tmp_path / "milik" / "rencana-2021.xlsx").write_bytes(b"milik saya")
    assert kinerja("mulai", "milik", "--contoh").kode == 2
    assert (tmp_path / "milik" / "rencana-2021.xlsx").read_bytes() == b"milik saya"


def test_a_locked_workspace_says_so(kinerja: Kinerja, contoh: Path) -> None:
    with (
        open_basisdata(Ruang(contoh).basisdata),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr("kinerja_cli.adapter.basisdata.koneksi.MENUNGGU_DETIK", 0.01)
        result = kinerja("himpun", di=contoh)
    assert result.kode == 2
    assert "sedang dipakai" in result.err
