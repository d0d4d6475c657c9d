"""A hostile kinerja.toml: refused in one sentence, within moments, whatever it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from batas import hanya_linux, run_terbatas
from kinerja_cli.adapter import bagian_toml
from kinerja_cli.adapter.berkas import BerkasTerlaluBesarError
from kinerja_cli.adapter.konfigurasi import (
    KANTOR_BARU,
    MAKS_BYTE,
    KonfigurasiError,
    read_pengaturan,
    render_pengaturan,
)

BARU = render_pengaturan(2021, KANTOR_BARU)
AMBANG, TAHUN, NAMA = "ambang = 5", "tahun = 2021", 'nama = "Nama Kantor"'
SUSUNAN = {
    "tabel dalam tabel": f"{BARU}\n{'.'.join('a' * 100_000)} = 1",
    "tabel bertanda kutip": BARU + "\n[" + '"a b" . ' * 30 + "a]",
    "daftar dalam daftar": f"{BARU}\nx = {'[' * 100_000}",
    "bagian sebaris": f"{BARU}\nx = {'{a=' * 3_000}",
    "angka 5000 digit": BARU.replace(TAHUN, f"tahun = {'9' * 5_000}"),
    "pangkat raksasa": BARU.replace(AMBANG, "ambang = 1e99999999999999999999999"),
}


def refusal(tmp_path: Path, teks: str) -> str:
    """Return the message that this text is refused with."""
    path = tmp_path / "kinerja.toml"
    path.write_text(teks, encoding="utf-8")
    with pytest.raises(KonfigurasiError) as trouble:
        read_pengaturan(path)
    return str(trouble.value)


@pytest.mark.parametrize("nama", SUSUNAN)
def test_what_would_exhaust_the_parser_is_refused(tmp_path: Path, nama: str) -> None:
    assert "tidak wajar" in refusal(tmp_path, SUSUNAN[nama])


@pytest.mark.parametrize("nilai", ["nan", "inf", "1e999999999", "1e-999999999", "1000001", "-1"])
def test_a_number_that_nobody_means_is_named_by_its_key(tmp_path: Path, nilai: str) -> None:
    assert "ambang" in refusal(tmp_path, BARU.replace(AMBANG, f"ambang = {nilai}"))


def test_thirty_faults_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    many = "\n".join(f"k{i} = 1" for i in range(1000))
    message = refusal(tmp_path, f"{many}\n{BARU}")
    assert message.count("tidak dikenal") == bagian_toml.MASALAH_TERBANYAK
    assert message.endswith("| dan 970 kesalahan lain.")


@pytest.mark.parametrize("teks", ["{} = 1", "[temuan]\n{} = 1", 'tahun = "{}"'])
def test_a_long_key_or_value_is_cut(tmp_path: Path, teks: str) -> None:
    assert len(refusal(tmp_path, teks.format("x" * 100_000))) < 2_000


def test_a_file_that_is_too_large_stays_unread(tmp_path: Path) -> None:
    path = tmp_path / "kinerja.toml"
    with path.open("wb") as stream:
        stream.truncate(MAKS_BYTE + 1)
    with pytest.raises(BerkasTerlaluBesarError):
        read_pengaturan(path)


def test_what_nobody_can_write_does_not_reach_a_document(tmp_path: Path) -> None:
    path = tmp_path / "kinerja.toml"
    path.write_text(BARU.replace(NAMA, r'nama = "Kan\u0007tor\u202e"'), encoding="utf-8")
    assert read_pengaturan(path).kantor.nama == "Kan\ufffdtor\ufffd"


@hanya_linux
def test_twenty_thousand_keys_are_refused_within_limits(ruang_kosong: Path) -> None:
    toml = ruang_kosong / "kinerja.toml"
    keys = "\n".join(f"k{i} = 1\n[t{i}]" for i in range(12_000))
    toml.write_text(f"{BARU}\n{keys}", encoding="utf-8")
    result = run_terbatas(ruang_kosong, "status")
    assert (result.kode, result.out, len(result.err.splitlines())) == (2, "", 1)
