"""kinerja.toml: every mistake is named with file, key and what is allowed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_cli.adapter.konfigurasi import (
    KANTOR_BARU,
    KonfigurasiError,
    read_pengaturan,
    render_pengaturan,
)
from kinerja_cli.domain.kantor import Kertas, RumusEfisiensi
from kinerja_cli.domain.rencana import RumusTurun
from kinerja_cli.domain.temuan import Tingkat

BARU = render_pengaturan(2021, KANTOR_BARU)


def read(tmp_path: Path, text: str) -> str:
    """Return the message of the error that this text gives."""
    path = tmp_path / "kinerja.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KonfigurasiError) as trouble:
        read_pengaturan(path)
    return str(trouble.value)


def test_a_new_file_is_read_with_its_defaults(tmp_path: Path) -> None:
    path = tmp_path / "kinerja.toml"
    path.write_text(BARU, encoding="utf-8")
    pengaturan = read_pengaturan(path)
    assert (pengaturan.tahun, pengaturan.kantor) == (2021, KANTOR_BARU)
    assert pengaturan.kertas is Kertas.F4
    assert pengaturan.aturan.rumus_turun is RumusTurun.SELISIH
    assert [x.batas for x in pengaturan.aturan.skala] == [91, 76, 66, 51, 0]


def test_every_choice_is_kept(tmp_path: Path) -> None:
    text = (
        BARU.replace('"selisih"\n# Rata', '"rasio"\n# Rata')
        .replace("batas_rata_rata = 100", 'batas_rata_rata = "tanpa"')
        .replace('rumus = "selisih"', 'rumus = "sisa"')
        .replace("ambang = 5", "ambang = 2.5")
        .replace('kertas = "F4"', 'kertas = "A4"')
        .replace('# I330 = "galat"', 'I330 = "galat"')
    )
    path = tmp_path / "kinerja.toml"
    path.write_text("\ufeff" + text, encoding="utf-8")
    pengaturan = read_pengaturan(path)
    assert pengaturan.aturan.rumus_turun is RumusTurun.RASIO
    assert pengaturan.aturan.batas_rata_rata is None
    assert pengaturan.aturan.efisiensi is RumusEfisiensi.SISA
    assert pengaturan.aturan.ambang_efisiensi == Decimal("2.5")
    assert pengaturan.kertas is Kertas.A4
    assert pengaturan.tingkat == {"I330": Tingkat.GALAT}


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ("tahun = 2021", 'tahun = "2021"', 'tahun = "2021"; harus tahun empat angka'),
        ("tahun = 2021", "tahun = 21", "tahun = 21; harus"),
        ('nama = "Nama Kantor"', "nama = 5", "[kantor] nama = 5; harus berupa teks"),
        ('nama = "Nama Kantor"', 'nama = " "', "[kantor] nama"),
        ('nama = "Nama Kantor"', "", "[kantor] nama belum diisi"),
        ("contoh = false", 'contoh = "tidak"', "[kantor] contoh"),
        ('kertas = "F4"', 'kertas = "Folio"', '[cetak] kertas = "Folio"; harus salah satu dari'),
        ('kertas = "F4"', 'kertass = "F4"', "[cetak] kertass tidak dikenal; maksudnya kertas?"),
        ("batas_rata_rata = 100", "batas_rata_rata = -1", 'angka 0 atau lebih, atau "tanpa"'),
        ("ambang = 5", "ambang = true", "[aturan.efisiensi] ambang"),
        ("batas = 76", "batas = 95", "urut dari batas tertinggi"),
        ('warna = "1B7F4B"', 'warna = "hijau"', "[aturan.predikat ke-1] warna"),
        ('# I330 = "galat"', 'I999 = "galat"', "[temuan] I999 bukan kode temuan"),
        ('# I330 = "galat"', 'I330 = "fatal"', "[temuan] I330"),
        ("[cetak]", "[lain]\nx = 1\n[cetak]", "lain tidak dikenal"),
        ('jabatan = "Camat"', "jabatan = Camat", "penulisan salah pada baris"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_its_key(tmp_path: Path, lama: str, baru: str, pesan: str) -> None:
    assert lama in BARU
    message = read(tmp_path, BARU.replace(lama, baru))
    assert "kinerja.toml" in message
    assert pesan in message


def test_tables_of_another_kind_are_named(tmp_path: Path) -> None:
    head, _, _ = BARU.partition("[kantor]")
    message = read(tmp_path, head + "kantor = 5\naturan = { predikat = 3 }\n")
    assert "kantor = 5; harus sebuah bagian [kantor]" in message
    assert "harus ditulis sebagai bagian [[aturan.predikat]]" in message


def test_all_mistakes_come_in_one_message(tmp_path: Path) -> None:
    message = read(tmp_path, BARU.replace("tahun = 2021", "tahun = 1").replace('"F4"', '"X"'))
    assert message.count("; harus") == 2


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "kinerja.toml"
    path.write_bytes(b"nama = \xff\xfe")
    with pytest.raises(KonfigurasiError, match="UTF-8"):
        read_pengaturan(path)


def test_names_with_quotes_survive(tmp_path: Path) -> None:
    kantor = replace(KANTOR_BARU, nama='Dinas "PU" & \\ Penataan', contoh=True)
    path = tmp_path / "kinerja.toml"
    path.write_text(render_pengaturan(2022, kantor), encoding="utf-8")
    assert read_pengaturan(path).kantor == kantor
