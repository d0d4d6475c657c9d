"""Files that take their places together: written twice, edited meanwhile, left by a power loss."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kinerja_cli.adapter.basisdata import koneksi
from kinerja_cli.adapter.basisdata.galat import BasisdataError, BasisdataTerpakaiError
from kinerja_cli.adapter.basisdata.jurnal import Jurnal
from kinerja_cli.adapter.basisdata.koneksi import open_connection
from kinerja_cli.adapter.berkas import sha256_of
from kinerja_cli.adapter.pertukaran import BerkasBerubahError, Pertukaran, settle_stopped

NAMA = "laporan/x.txt"


@pytest.fixture
def tempat(tmp_path: Path) -> Path:
    """Return a report that an earlier run left."""
    path = tmp_path / NAMA
    path.parent.mkdir()
    path.write_bytes(b"lama")
    return path


@pytest.fixture
def catatan(tmp_path: Path) -> Path:
    """Return where the note lies."""
    return tmp_path / "pertukaran.jsonl"


def left(tempat: Path) -> list[str]:
    """Return the names beside a place."""
    return sorted(x.name for x in tempat.parent.iterdir())


@pytest.mark.parametrize("mati", [False, True])
def test_a_name_written_twice_comes_back_as_it_was(
    tmp_path: Path, tempat: Path, catatan: Path, *, mati: bool
) -> None:
    berkas = Pertukaran(tmp_path, catatan)
    berkas.put(NAMA, b"lain")
    berkas.put(NAMA, b"lama")
    if mati:
        berkas.close()
        settle_stopped(tmp_path, catatan, lambda _: None)
    else:
        berkas.take_back()
    assert (tempat.read_bytes(), left(tempat)) == (b"lama", ["x.txt"])
    assert not catatan.exists()


def test_an_edit_between_two_writings_is_kept(tmp_path: Path, tempat: Path, catatan: Path) -> None:
    berkas = Pertukaran(tmp_path, catatan)
    berkas.put(NAMA, b"satu")
    tempat.write_bytes(b"suntingan")
    berkas.put(NAMA, b"dua")
    with pytest.raises(BerkasBerubahError):
        berkas.place()
    berkas.take_back()
    assert (tempat.read_bytes(), left(tempat)) == (b"suntingan", ["x.txt"])


def test_a_move_that_a_power_loss_undid_is_made_again(
    tmp_path: Path, tempat: Path, catatan: Path
) -> None:
    berkas = Pertukaran(tmp_path, catatan)
    berkas.put(NAMA, b"baru")
    berkas.close()  # the store says that it was carried through, the disk has the old name still
    settle_stopped(tmp_path, catatan, lambda _: sha256_of(b"baru"))
    assert (tempat.read_bytes(), left(tempat)) == (b"baru", ["x.txt"])


def test_a_leftover_that_cannot_be_removed_hinders_nobody(
    tmp_path: Path, tempat: Path, catatan: Path
) -> None:
    berkas = Pertukaran(tmp_path, catatan)
    berkas.put(NAMA, b"baru")
    berkas.place()
    lama = tempat.with_name(".lama-x.txt")
    lama.unlink()
    lama.mkdir()  # no unlink() removes it
    settle_stopped(tmp_path, catatan, lambda _: sha256_of(b"baru"))
    assert tempat.read_bytes() == b"baru"
    assert catatan.exists()
    lama.rmdir()
    settle_stopped(tmp_path, catatan, lambda _: sha256_of(b"baru"))
    assert not catatan.exists()


def test_a_run_does_not_tidy_up_what_may_be_anothers(tmp_path: Path) -> None:
    path = tmp_path / ".kinerja" / "kinerja.db"
    with open_connection(path, ubah=True, menunggu=None):
        pass
    berkas = koneksi.berkas_of(path)
    berkas.put(NAMA, b"milik yang lain")
    berkas.close()
    db = sqlite3.connect(path, isolation_level=None)
    # It has taken back what was left, and begins.
    with open_connection(path, ubah=True, menunggu=None) as other:
        other.berkas.put(NAMA, b"baru")
        noted = (NAMA, sha256_of(b"baru"))
        other.execute("INSERT OR REPLACE INTO keluaran VALUES (?, ?)", noted)
        koneksi._tidy_up(db, path)
        assert left(tmp_path / NAMA) == [".baru-x.txt"]
    assert (tmp_path / NAMA).read_bytes() == b"baru"
    assert left(tmp_path / NAMA) == ["x.txt"]
    db.close()


def test_what_a_failed_commit_noted_is_taken_back_before_the_lock_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ".kinerja" / "kinerja.db"
    with open_connection(path, ubah=True, menunggu=None):
        pass
    before = (tmp_path / ".kinerja" / "jurnal.jsonl").read_bytes()
    free: list[bool] = []
    take_back = Jurnal.take_back

    def watched(jurnal: Jurnal) -> None:
        with sqlite3.connect(path, timeout=0, isolation_level=None) as lain:
            try:
                lain.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                free.append(False)
            else:
                free.append(True)
        take_back(jurnal)

    monkeypatch.setattr(Jurnal, "take_back", watched)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM setoran").fetchone()
    with (
        pytest.raises(BasisdataTerpakaiError),
        open_connection(path, ubah=True, menunggu=0) as db,
    ):
        db.execute("INSERT OR REPLACE INTO keluaran VALUES (?, ?)", ("a", "b"))
    assert free == [False]
    assert (tmp_path / ".kinerja" / "jurnal.jsonl").read_bytes() == before
    reader.close()
    with open_connection(path, ubah=True, menunggu=None) as db:
        assert db.execute("SELECT count(*) FROM keluaran").fetchone() == (0,)


@pytest.mark.parametrize("ditutup", [True, False])
def test_a_transaction_that_ended_by_itself_takes_nothing_of_the_next_run_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, ditutup: bool
) -> None:
    path = tmp_path / ".kinerja" / "kinerja.db"
    with open_connection(path, ubah=True, menunggu=None):
        pass
    close = koneksi.close_jurnal

    def ended(db: sqlite3.Connection, jurnal: Jurnal) -> None:
        monkeypatch.undo()
        if ditutup:
            close(db, jurnal)
        db.execute("ROLLBACK")  # as SQLite does by itself where a disk fails
        with open_connection(path, ubah=True, menunggu=None) as other:
            other.execute("INSERT OR REPLACE INTO keluaran VALUES ('b', 'lain')")
        raise sqlite3.OperationalError

    monkeypatch.setattr(koneksi, "close_jurnal", ended)
    with (
        pytest.raises(BasisdataError),
        open_connection(path, ubah=True, menunggu=None) as db,
    ):
        db.execute("INSERT OR REPLACE INTO keluaran VALUES ('a', 'satu')")
    with open_connection(path, ubah=True, menunggu=None) as db:
        rows = db.execute("SELECT path FROM keluaran ORDER BY path").fetchall()
    assert rows == ([("a",), ("b",)] if ditutup else [("b",)])
