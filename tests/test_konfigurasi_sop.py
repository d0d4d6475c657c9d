"""The sections [surat] and [tahap] of kinerja.toml: defaults, choices, and exact faults."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kinerja_cli.adapter.konfigurasi import (
    KANTOR_BARU,
    KonfigurasiError,
    read_pengaturan,
    render_pengaturan,
)
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.surat import AturanSurat, JenisSurat
from kinerja_cli.domain.tahap import AturanTahap

BARU = render_pengaturan(2021, KANTOR_BARU)


def read(tmp_path: Path, text: str) -> Pengaturan:
    """Return the settings that this text gives."""
    path = tmp_path / "kinerja.toml"
    path.write_text(text, encoding="utf-8")
    return read_pengaturan(path)


def test_a_new_file_has_deadlines_of_its_year(tmp_path: Path) -> None:
    pengaturan = read(tmp_path, BARU)
    assert pengaturan.tahap.batas == {12: date(2022, 3, 31)}
    assert pengaturan.tahap.batas_tribulan[4] == date(2022, 1, 10)
    assert pengaturan.surat.nomor == "800/{nomor}/{tahun}"
    assert pengaturan.surat.distribusi[-1] == "Arsip"


def test_a_file_without_the_sections_has_defaults(tmp_path: Path) -> None:
    head, _, tail = BARU.partition("[surat]")
    pengaturan = read(tmp_path, head + tail[tail.index("[temuan]") :])
    assert (pengaturan.surat, pengaturan.tahap) == (AturanSurat(), AturanTahap())


def test_every_choice_is_kept(tmp_path: Path) -> None:
    text = (
        BARU.replace("# undangan =", "undangan =")
        .replace("12 = 2022-03-31", '3 = "15 Januari 2022"\n4 = 2022-01-16T08:00:00')
        .replace('["Bagian', '["  Bagian')
    )
    pengaturan = read(tmp_path, text)
    assert pengaturan.tahap.batas == {3: date(2022, 1, 15), 4: date(2022, 1, 16)}
    assert pengaturan.surat.pola(JenisSurat.UNDANGAN) == "005/{nomor}/{tahun}"
    assert pengaturan.surat.pola(JenisSurat.TEGURAN) == "800/{nomor}/{tahun}"
    assert pengaturan.surat.distribusi[0] == "Bagian Organisasi Sekretariat Daerah"


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ('nomor = "800/{nomor}/{tahun}"', 'nomor = "800/{tahun}"', "[surat] nomor"),
        ("# undangan =", "notulen =", "[surat.nomor_jenis] notulen"),
        ('# undangan = "005/{nomor}/', 'undangan = "005/{no}/', "[surat.nomor_jenis] undangan"),
        ('distribusi = ["', 'distribusi = ["", "', "[surat] distribusi"),
        ("distribusi = [", "penerima = [", "[surat] penerima tidak dikenal"),
        ("12 = 2022-03-31", "13 = 2022-03-31", "[tahap.batas] 13"),
        ("12 = 2022-03-31", '12 = "besok"', '[tahap.batas] 12 = "besok"; harus tanggal'),
        ("12 = 2022-03-31", "12 = 31", "[tahap.batas] 12 = 31; harus tanggal"),
        ("4 = 2022-01-10", "5 = 2022-01-10", "[tahap.batas_tribulan] 5"),
    ],
)  # fmt: skip
def test_every_fault_is_named_by_its_key(tmp_path: Path, lama: str, baru: str, pesan: str) -> None:
    assert lama in BARU
    with pytest.raises(KonfigurasiError) as trouble:
        read(tmp_path, BARU.replace(lama, baru))
    assert pesan in str(trouble.value)
