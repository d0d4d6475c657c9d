"""The journal: on disk before the store commits, taken back with it, else carried out later."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kinerja_cli.adapter.basisdata import Asal, BasisdataError, JurnalError, open_basisdata
from kinerja_cli.adapter.basisdata.jurnal import AWAL, Jurnal, jurnal_of, scan_jurnal
from kinerja_cli.domain.setoran import Setoran
from simpanan_uji import dump, start
from test_basisdata import SETORAN, TEMUAN, WAKTU, asal

TERHENTI = """
import os, sys
from pathlib import Path
from kinerja_cli.adapter.basisdata import jurnal, koneksi, open_basisdata
from test_basisdata import SETORAN, asal
jurnal.PENYANGGA = 16
if sys.argv[2] == "sebelum COMMIT":
    koneksi.write_titik = lambda *_: os._exit(9)
with open_basisdata(Path(sys.argv[1])) as db:
    db.accept(2021, SETORAN, asal("b", "b.xlsx"), [])
    if sys.argv[2] == "di tengah":
        os._exit(9)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / ".kinerja" / "kinerja.db"
    with open_basisdata(path) as db:
        db.accept(2021, SETORAN, asal(), [TEMUAN])
    return path


def versions(path: Path) -> list[int]:
    with open_basisdata(path, ubah=False) as db:
        return [x.versi for x in db.register(2021)]


def lines(path: Path) -> list[dict[str, object]]:
    text = jurnal_of(path).read_text(encoding="utf-8")
    return [json.loads(x) for x in text.splitlines()]


def test_every_change_stands_in_the_journal_with_its_values(path: Path) -> None:
    rows = [row for x in lines(path) if "INTO realisasi" in str(x.get("sql")) for row in x["baris"]]  # type: ignore[attr-defined]
    assert [(row[1], row[2], row[3]) for row in rows] == [
        ("A", "88.95", None),
        ("B", None, "BB"),
        ("C", None, None),
    ]
    assert lines(path)[-1]["transaksi"] == 1


def test_looking_and_trying_leave_no_trace(path: Path) -> None:
    before = jurnal_of(path).read_bytes()
    with open_basisdata(path, ubah=False) as db:
        db.accept(2021, SETORAN, asal("b"), [])
    with open_basisdata(path) as db:
        db.register(2021)
    assert jurnal_of(path).read_bytes() == before


@pytest.mark.parametrize("kali", [1, 3000])
def test_what_is_rolled_back_is_taken_back(path: Path, kali: int) -> None:
    before = jurnal_of(path).read_bytes()

    def stumble() -> None:
        with open_basisdata(path) as db:
            for nomor in range(kali):
                db.refuse(2021, "u1", 1, asal(f"{nomor}"), 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stumble()
    assert jurnal_of(path).read_bytes() == before


def test_a_new_store_that_is_rolled_back_leaves_no_journal(tmp_path: Path) -> None:
    path = tmp_path / "kinerja.db"
    with pytest.raises(RuntimeError), open_basisdata(path):
        raise RuntimeError
    assert not jurnal_of(path).exists()
    with open_basisdata(path) as db:
        assert db.register(2021) == []


@pytest.mark.parametrize(("saat", "ada"), [("di tengah", [1]), ("sebelum COMMIT", [1, 2])])
def test_a_run_that_dies_leaves_all_or_nothing(path: Path, saat: str, ada: list[int]) -> None:
    with start(TERHENTI, path, saat) as died:
        assert died.wait(30) == 9
    assert scan_jurnal(jurnal_of(path)).sisa > 0 or saat == "sebelum COMMIT"
    assert versions(path) == ada  # whoever only looks is shown no half of it
    with open_basisdata(path):
        pass
    assert versions(path) == ada
    found = scan_jurnal(jurnal_of(path))
    assert (found.akhir.transaksi, found.sisa, found.rusak) == (len(ada), 0, False)


def test_half_a_line_at_the_end_is_cut_off(path: Path) -> None:
    whole = jurnal_of(path).read_bytes()
    jurnal_of(path).write_bytes(whole + b'{"sql": "INSERT INTO keluaran VALU')
    with open_basisdata(path):
        pass
    assert jurnal_of(path).read_bytes() == whole


def test_an_older_copy_of_the_store_is_brought_up_to_its_journal(path: Path) -> None:
    older = path.read_bytes()
    with open_basisdata(path) as db:
        db.accept(2021, Setoran("u1", 2, {}), asal("b"), [])
        db.withdraw(2021, "u1", 1, "salah")
    now = dump(path)
    path.write_bytes(older)
    with open_basisdata(path):
        pass
    assert dump(path) == now


@pytest.mark.parametrize("cara", ["hilang", "terpotong", "milik lain", "diubah di ujung"])
def test_a_journal_that_lacks_what_the_store_has_is_named_with_the_way_on(
    path: Path, cara: str
) -> None:
    jurnal = jurnal_of(path)
    whole = jurnal.read_bytes()
    if cara == "hilang":
        jurnal.unlink()
    elif cara == "terpotong":
        jurnal.write_bytes(whole[:-1])
    elif cara == "milik lain":
        jurnal.write_bytes(whole.replace(b"88.95", b"98.95")[:-9] + b'00000"}\n')
    else:
        jurnal.write_bytes(whole + b'{"transaksi": 2, "skema": 2, "sidik": "x"}\n')
    with pytest.raises(JurnalError, match="--dari-basis-data"), open_basisdata(path):
        pass
    assert versions(path) == [1]


def test_a_journal_cannot_reach_beyond_the_store(path: Path, tmp_path: Path) -> None:
    titik = scan_jurnal(jurnal_of(path)).akhir
    for sql in (
        f"ATTACH DATABASE '{tmp_path / 'lain.db'}' AS lain",
        "PRAGMA writable_schema = 1",
        "SELECT load_extension('lain')",
        f"VACUUM INTO '{tmp_path / 'lain.db'}'",
    ):
        jurnal = Jurnal(jurnal_of(path), titik)
        jurnal.note(sql, [()])
        jurnal.close(2)
        with pytest.raises(BasisdataError, match="bangun-ulang"), open_basisdata(path):
            pass
        os.truncate(jurnal_of(path), titik.panjang)
    assert not (tmp_path / "lain.db").exists()


def test_a_journal_of_a_newer_program_is_refused(path: Path) -> None:
    jurnal = Jurnal(jurnal_of(path), scan_jurnal(jurnal_of(path)).akhir)
    jurnal.note("DELETE FROM keluaran", [()])
    jurnal.close(99)
    with pytest.raises(BasisdataError, match="lebih baru"), open_basisdata(path):
        pass


def test_a_journal_that_cannot_be_written_stops_the_run(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BasisdataError, match="tidak dapat ditulis"), open_basisdata(path) as db:
        db.accept(2021, SETORAN, Asal("b", "b.xlsx", WAKTU), [])
    monkeypatch.undo()
    assert versions(path) == [1]
    assert scan_jurnal(jurnal_of(path)).akhir.transaksi == 1


def test_a_journal_that_was_never_written_is_empty(tmp_path: Path) -> None:
    found = scan_jurnal(tmp_path / "jurnal.jsonl")
    assert (found.akhir, found.sisa) == (AWAL, 0)
