"""The store: one transaction, a history, and clear words when it cannot be used."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_cli.adapter.basisdata import (
    Asal,
    BasisdataError,
    StatusSetoran,
    koneksi,
    open_basisdata,
)
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.setoran import Penjelasan, Realisasi, RealisasiAnggaran, Setoran
from kinerja_cli.domain.temuan import Tempat, Temuan

WAKTU = datetime(2021, 4, 5, 9, 30, tzinfo=UTC)
SETORAN = Setoran(
    "u1",
    1,
    {
        "A": Realisasi(Decimal("88.95"), "Baik.", Penjelasan("sebab", data_dukung="SK")),
        "B": Realisasi("BB"),
        "C": Realisasi(None),
    },
    {"K1": RealisasiAnggaran(Decimal(250_000)), "K2": RealisasiAnggaran(None, "belum")},
)
TEMUAN = Temuan(JenisTemuan.ANGGARAN_KOSONG, Tempat("a.xlsx", "Anggaran", 5, 4), {"kode": "K2"})


def asal(sha: str = "a", berkas: str = "a.xlsx") -> Asal:
    return Asal(sha, berkas, WAKTU)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".kinerja" / "kinerja.db"


def test_what_is_accepted_comes_back_whole(path: Path) -> None:
    with open_basisdata(path) as db:
        assert db.accept(2021, SETORAN, asal(), [TEMUAN]) == 1
    with open_basisdata(path) as db:
        assert db.valid_setoran(2021) == [SETORAN]
        assert db.standing_temuan(2021) == [TEMUAN]
        assert db.valid_setoran(2020) == []


def test_the_figures_of_one_tribulan_come_as_their_rows(path: Path) -> None:
    other = Setoran("u1", 2, {"A": Realisasi(Decimal(90))})
    with open_basisdata(path) as db:
        db.accept(2021, SETORAN, asal(), [TEMUAN])
        db.accept(2021, other, asal("b", "b.xlsx"), [])
        stored = db.stored_setoran(2021, SETORAN.tribulan)
    assert [x.open() for x in stored] == [SETORAN]


def test_a_newer_workbook_replaces_and_the_older_stays_in_the_history(path: Path) -> None:
    newer = Setoran("u1", 1, {"A": Realisasi(Decimal(90))})
    with open_basisdata(path) as db:
        db.accept(2021, SETORAN, asal(), [TEMUAN])
        assert db.accept(2021, newer, asal("b", "b.xlsx"), []) == 2
        assert db.valid_setoran(2021) == [newer]
        assert db.standing_temuan(2021) == []
        history = [(x.berkas, x.versi, x.status) for x in db.register(2021)]
    assert history == [
        ("a.xlsx", 1, StatusSetoran.DIGANTIKAN),
        ("b.xlsx", 2, StatusSetoran.DITERIMA),
    ]


def test_a_refusal_is_noted_until_the_bytes_are_accepted(path: Path) -> None:
    with open_basisdata(path) as db:
        db.refuse(2021, "u1", 1, asal(), 3)
        db.refuse(2021, "u1", 1, asal(), 2)
        assert [(x.unit, x.galat, x.waktu) for x in db.refusals(2021)] == [("u1", 2, WAKTU)]
        db.accept(2021, SETORAN, asal(), [])
        assert db.refusals(2021) == []


def test_an_exception_takes_everything_back(path: Path) -> None:
    def stumble() -> None:
        with open_basisdata(path) as db:
            db.accept(2021, SETORAN, asal(), [])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stumble()
    with open_basisdata(path) as db:
        assert db.register(2021) == []


def test_a_locked_store_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(koneksi, "MENUNGGU_DETIK", 0.01)
    with (
        open_basisdata(path),
        pytest.raises(BasisdataError, match="sedang dipakai"),
        open_basisdata(path),
    ):
        pass


def test_a_damaged_store_says_so(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"bukan basis data" * 100)
    with pytest.raises(BasisdataError, match="rusak"), open_basisdata(path):
        pass


def test_a_store_of_a_newer_program_is_refused(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(BasisdataError, match="lebih baru"), open_basisdata(path):
        pass


def test_a_store_that_cannot_be_made_says_so(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(BasisdataError, match="tidak dapat dipakai"), open_basisdata(path):
        pass
