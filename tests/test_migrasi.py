"""The schema: from every earlier version the same store comes out, with the same data."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.basisdata.jurnal import jurnal_of, scan_jurnal
from kinerja_cli.adapter.basisdata.migrasi import VERSI_SKEMA
from kinerja_cli.adapter.register_sop import RegisterSurat
from kinerja_cli.domain.rencana import ROMAWI
from simpanan_uji import dump

LAMA = sorted((Path(__file__).parent / "data").glob("basisdata-v*.sql"))
"""A store of each earlier version with data in every table, dumped by the program of its time."""


def load(sql: Path, path: Path) -> list[str]:
    """Make the old store and return its rows."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(sql.read_text(encoding="utf-8"))
    return [x for x in dump(path) if x.startswith("INSERT")]


def schema(path: Path) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Return every object of a schema with its columns, however its SQL was laid out."""
    with closing(sqlite3.connect(path)) as db:
        objects = db.execute("SELECT type, name, tbl_name FROM sqlite_master ORDER BY 1, 2")
        return [
            (f"{x[0]} {x[1]} {x[2]}", db.execute(f'PRAGMA table_xinfo("{x[1]}")').fetchall())
            for x in objects.fetchall()
        ]


def test_every_earlier_version_is_tested() -> None:
    assert [x.stem for x in LAMA] == [f"basisdata-v{n}" for n in range(1, VERSI_SKEMA)]


@pytest.mark.parametrize("sql", LAMA, ids=lambda x: x.stem)
def test_an_older_store_becomes_todays_with_the_same_data(sql: Path, tmp_path: Path) -> None:
    path, new = tmp_path / "kinerja.db", tmp_path / "baru" / "kinerja.db"
    before = load(sql, path)
    with open_basisdata(path), open_basisdata(new):
        pass
    assert schema(path) == schema(new)
    rows = [x for x in dump(path) if x.startswith("INSERT") and '"jurnal"' not in x]
    assert len(rows) == len(before)
    for then, now in zip(before, rows, strict=True):
        assert now == then or now.startswith(then.removesuffix(");") + ",")
    assert scan_jurnal(jurnal_of(path)).akhir.transaksi == 1


@pytest.mark.parametrize("sql", LAMA, ids=lambda x: x.stem)
def test_an_older_store_can_be_looked_at_without_changing_it(sql: Path, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.db"
    load(sql, path)
    before = path.read_bytes()
    with open_basisdata(path, ubah=False) as db:
        assert {ROMAWI[x.tribulan] for x in db.valid_setoran(2021)} == {"I", "III"}
        assert [x.nomor for x in RegisterSurat(db).all(2021)] == [
            "800/1/416-315/2022",
            "800/2/416-315/2022",
        ]
    assert path.read_bytes() == before
    assert not jurnal_of(path).exists()
