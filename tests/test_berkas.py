"""Files: whole or not at all, never over somebody else's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_cli.adapter.arsip import archive
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.berkas import BerkasTerpakaiError, read_whole, write_whole
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.ruang import Ruang, find_ruang
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.nama_berkas import safe_name


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    write_whole(path, b"lama")

    def refuse(_: Path, __: Path) -> None:
        raise PermissionError(13, "dipakai proses lain")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(BerkasTerpakaiError, match="Tutup berkas di Excel"):
        write_whole(path, b"baru")
    assert [x.name for x in tmp_path.iterdir()] == ["a.xlsx"]
    assert path.read_bytes() == b"lama"


def test_a_folder_in_the_way_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    with pytest.raises(BerkasTerpakaiError):
        write_whole(tmp_path / "x" / "a.xlsx", b"isi")
    with pytest.raises(BerkasTerpakaiError):
        read_whole(tmp_path / "tidak ada.xlsx")


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("Seksi A/B: umum?", "Seksi A-B- umum-"),
        ("  ..  ", "tanpa nama"),
        ("x" * 300, f"{'x' * 71}-0d4e2ca9"),
        ("a\nb\x00\u202e", "a b-"),
        ("CON", "_CON"),
        ("aux .", "_aux"),
        ("nul.seksi", "_nul.seksi"),
        ("COM1", "_COM1"),
        ("Lpt³ . x", "_Lpt³ . x"),
        ("Conto COM1", "Conto COM1"),
        ("\ud800", "-"),
    ],
)
def test_names_suit_windows(teks: str, nama: str) -> None:
    assert safe_name(teks) == nama


def test_an_edited_output_keeps_its_place(tmp_path: Path) -> None:
    ruang = Ruang(tmp_path)
    path = ruang.laporan / "lakip-2021.docx"

    def write(isi: bytes) -> Keluaran:
        with open_basisdata(ruang.basisdata) as db:
            return write_keluaran(ruang, db, path, isi)

    assert write(b"1").path == path
    assert write(b"2").path == path
    path.write_bytes(b"disunting")
    second = write(b"3")
    assert (second.path.name, second.dialihkan) == ("lakip-2021-2.docx", path)
    assert write(b"4").path == second.path
    second.path.write_bytes(b"disunting juga")
    assert write(b"5").path.name == "lakip-2021-3.docx"
    assert path.read_bytes() == b"disunting"


def test_the_archive_is_never_rewritten(tmp_path: Path) -> None:
    path = archive(tmp_path, "ab" * 32, b"asli")
    assert archive(tmp_path, "ab" * 32, b"lain") == path
    assert path.read_bytes() == b"asli"


def test_a_workspace_is_found_upwards_only_where_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "kinerja.toml").write_text("")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(deep)
        assert find_ruang(None).akar == tmp_path.resolve()
    with pytest.raises(KinerjaError, match="kinerja mulai"):
        find_ruang(deep)


def test_a_missing_shipped_file_is_a_broken_installation() -> None:
    with pytest.raises(FileNotFoundError, match="tidak ikut terpasang"):
        shipped("templates/tidak-ada.docx")


def test_a_path_outside_the_workspace_is_shown_whole(tmp_path: Path) -> None:
    assert Ruang(tmp_path / "a").relative(tmp_path / "b.xlsx") == str(tmp_path / "b.xlsx")
