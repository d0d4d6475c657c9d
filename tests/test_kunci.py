"""Two at once: one waits, or says who holds the workspace and since when."""

from __future__ import annotations

import getpass
import json
import re
from pathlib import Path

import pytest

from conftest import Kinerja
from kinerja_cli.adapter.basisdata import BasisdataError, koneksi, open_basisdata
from kinerja_cli.adapter.basisdata.pemakai import pemakai_of, read_pemakai
from kinerja_cli.adapter.ruang import Ruang
from simpanan_uji import start
from test_basisdata import SETORAN, asal

MEMEGANG = """
import sys, time
from pathlib import Path
from kinerja_cli.adapter.basisdata import open_basisdata
sys.argv[1:] = ["himpun", *sys.argv[1:]]
with open_basisdata(Path(sys.argv[2])) as db:
    db.note_written("laporan/a.xlsx", "a")
    print("dipegang", flush=True)
    time.sleep(float(sys.argv[3]))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kinerja.db"


def test_a_run_waits_for_another_that_is_soon_done(path: Path) -> None:
    with start(MEMEGANG, path, 0.5) as lain:
        assert lain.stdout is not None
        assert lain.stdout.readline() == "dipegang\n"
        with open_basisdata(path) as db:
            assert db.written_sha256("laporan/a.xlsx") == "a"
    assert lain.returncode == 0


def test_a_run_that_waited_says_who_and_since_when(
    kinerja: Kinerja, contoh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(koneksi, "MENUNGGU_DETIK", 0.05)
    with start(MEMEGANG, Ruang(contoh).basisdata, 60) as lain:
        assert lain.stdout is not None
        lain.stdout.readline()
        refused = kinerja("tutup", "-t", "1", di=contoh)
        lain.kill()
    assert refused.kode == 2
    who = f"dipakai oleh {re.escape(getpass.getuser())} di komputer .+ "
    what = rf"\(kinerja himpun, proses {lain.pid}\)"
    when = r" sejak \d{1,2} \w+ \d{4} pukul \d\d\.\d\d\. Tunggu sampai selesai"
    assert re.search(who + what + when, refused.err), refused.err


def test_a_run_that_was_killed_holds_nobody_up(path: Path) -> None:
    with start(MEMEGANG, path, 60) as lain:
        assert lain.stdout is not None
        lain.stdout.readline()
        lain.kill()
    left = read_pemakai(path)
    assert left is not None
    assert left.proses == lain.pid
    with open_basisdata(path, menunggu=0) as db:
        db.accept(2021, SETORAN, asal(), [])
    assert not pemakai_of(path).exists()


@pytest.mark.parametrize("isi", [None, "", "[]", '{"proses": 1}', '{"sejak": "kemarin"}'])
def test_without_a_readable_note_the_message_is_still_clear(path: Path, isi: str | None) -> None:
    with open_basisdata(path):
        if isi is None:
            pemakai_of(path).unlink()
        else:
            pemakai_of(path).write_text(isi, encoding="utf-8")
        with (
            pytest.raises(BasisdataError, match=r"dipakai proses kinerja lain\. Tunggu"),
            open_basisdata(path, menunggu=0),
        ):
            pass


def test_a_note_of_somebody_elses_making_cannot_move_the_cursor(path: Path) -> None:
    with open_basisdata(path):
        note = json.loads(pemakai_of(path).read_text(encoding="utf-8"))
        pemakai_of(path).write_text(
            json.dumps(note | {"pengguna": "\x1b[2Jx\u202e"}), encoding="utf-8"
        )
        assert str(read_pemakai(path)).isprintable()


def test_a_computer_without_a_user_name_works_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    with open_basisdata(path):
        noted = read_pemakai(path)
    assert noted is not None
    assert noted.pengguna == "seseorang"


def test_a_note_that_cannot_be_written_stops_nobody(path: Path) -> None:
    pemakai_of(path).mkdir(parents=True)
    with open_basisdata(path) as db:
        assert db.register(2021) == []
