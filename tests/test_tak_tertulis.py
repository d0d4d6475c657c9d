"""What the system refuses to write is one line with a remedy, and changes nothing.

Once the cause is gone, the same command finishes as if nothing had been.
"""

from __future__ import annotations

import errno
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count, islice
from pathlib import Path
from types import FrameType

import pytest

from conftest import Kinerja, tree
from kuasa import close_off, open_up, without_privilege
from ruang_kecil import Salin, copies_of, run
from titik_henti import Pandangan, fail_at, look_at, watch

pytestmark = pytest.mark.berat

DITOLAK = 1
"""How himpun ends where a workbook was refused."""

TAK_DAPAT_KEMBALI = 50_000
"""Bytes; a store that is larger cannot be written any more, not even what stood there before."""

MENULIS = frozenset({"open", "write", "flush", "fsync", "mkdir", "link", "rename", "replace"})
PENULIS = frozenset({"berkas", "pertukaran", "arsip"})
"""The adapters beside the store's that write files."""

Letak = tuple[str, int, str]
"""A place in the program that calls one of these: file, line, function."""


@pytest.fixture(scope="module")
def kecil(contoh_sekali: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Salin]:
    """Return what makes a copy of the small workspace."""
    yield from copies_of(contoh_sekali, tmp_path_factory.mktemp("kecil"))


@dataclass(frozen=True, slots=True)
class Himpun:
    """A workspace before himpun, after it, and after it was run again."""

    lama: Pandangan
    baru: Pandangan
    ulang: Pandangan


@pytest.fixture(scope="module")
def himpun(kecil: Salin, tmp_path_factory: pytest.TempPathFactory) -> Himpun:
    """Return what himpun makes of the small workspace when nothing is in its way."""
    akar = kecil(tmp_path_factory.mktemp("utuh"))
    views = [look_at(akar)]
    for _ in range(2):
        assert run(akar, "himpun") == DITOLAK
        views.append(look_at(akar))
    return Himpun(*views)


def check_refusal(kode: int, err: str) -> None:
    """Check that a run ended in one line with a remedy."""
    assert kode == 2, err
    assert len(err.strip().splitlines()) == 1, err
    assert err.startswith("Galat: ")
    assert "ulangi" in err or "Ulangi" in err or "Jalankan" in err, err


def check_finished(akar: Path, himpun: Himpun) -> None:
    """Check that the same command now ends as it would have."""
    assert run(akar, "himpun") == DITOLAK
    assert look_at(akar) in (himpun.baru, himpun.ulang)


def place_of(frame: FrameType, nama: str) -> Letak | None:
    """Return the place in an adapter from which the system is asked to write something."""
    for at in islice(_outwards(frame), 5):
        code = at.f_code
        path = Path(code.co_filename)
        if path.stem in PENULIS or path.parent.name == "basisdata":
            # A unit's file that cannot be read is a finding, not a refusal.
            return None if code.co_name == "read_whole" else (code.co_filename, at.f_lineno, nama)
    return None


def _outwards(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def find_places(akar: Path, names: frozenset[str]) -> Counter[Letak]:
    """Run himpun and return every place that calls one of these, and how often."""
    found: Counter[Letak] = Counter()

    def note(frame: FrameType, nama: str) -> None:
        place = place_of(frame, nama) if nama in names else None
        if place is not None:
            found[place] += 1

    fail_at(note, lambda: run(akar, "himpun"))
    return found


GALAT = {
    "disk penuh": (MENULIS, OSError(errno.ENOSPC, "No space left on device")),
    "tidak diizinkan": (MENULIS, PermissionError(errno.EACCES, "Permission denied")),
    "basis data": (
        frozenset({"execute", "executemany"}),
        sqlite3.OperationalError("disk I/O error"),
    ),
}


@pytest.mark.parametrize("sebab", GALAT)
def test_a_call_that_is_refused_leaves_the_old_state(
    kecil: Salin, himpun: Himpun, tmp_path: Path, capsys: pytest.CaptureFixture[str], sebab: str
) -> None:
    names, error = GALAT[sebab]
    places = find_places(kecil(tmp_path / "cari"), names)
    ended = set()
    for nomor, (place, calls) in enumerate((x, y) for x, n in places.items() for y in {1, n}):
        akar, seen = kecil(tmp_path / str(nomor)), count(1)

        def refuse(
            frame: FrameType,
            nama: str,
            place: Letak = place,
            calls: int = calls,
            seen: Iterator[int] = seen,
        ) -> Exception | None:
            if nama != place[2] or place_of(frame, nama) != place:
                return None
            return error if next(seen) == calls else None

        capsys.readouterr()
        kode = fail_at(refuse, partial(run, akar, "himpun"))
        ended.add(kode)
        if kode == DITOLAK:  # what is only said to the next who waits, or looked for, or tidied up
            assert look_at(akar) in (himpun.baru, himpun.ulang), place
            continue
        check_refusal(kode, capsys.readouterr().err)
        assert look_at(akar) == himpun.lama, place
        check_finished(akar, himpun)
    assert 2 in ended


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such limit")
@pytest.mark.parametrize("batas", [0, 600, 5_000, 9_000, 20_000, 60_000])
def test_a_full_disk_leaves_the_old_state(
    kecil: Salin, himpun: Himpun, tmp_path: Path, capsys: pytest.CaptureFixture[str], batas: int
) -> None:
    akar = kecil(tmp_path)
    capsys.readouterr()
    with largest_file(batas):
        kode = run(akar, "himpun")
    check_refusal(kode, capsys.readouterr().err)
    # Above what the journal needs, SQLite can neither write its pages nor put the old ones back.
    assert look_at(akar) in (himpun.lama, *([himpun.baru] if batas > TAK_DAPAT_KEMBALI else []))
    check_finished(akar, himpun)


@contextmanager
def largest_file(batas: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes: the system then refuses as on a full disk."""
    import resource  # noqa: PLC0415 - Windows has no such module

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (batas, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize(
    "argv",
    [
        ("himpun",),
        ("buat-format", "-t", "2"),
        ("analisis",),
        ("lakip",),
        ("surat", "undangan"),
        ("tutup", "-t", "1"),
        ("bangun-ulang",),
        ("bangun-ulang", "--dari-basis-data"),
    ],
)
def test_a_workspace_that_can_only_be_read_is_left_alone(
    kecil: Salin, tmp_path: Path, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]
) -> None:
    akar = kecil(tmp_path)
    before = tree(akar)
    capsys.readouterr()
    close_off(akar)
    with without_privilege():
        kode = run(akar, *argv)
        err = capsys.readouterr().err
        assert run(akar, "status") == 0
    open_up(akar)
    check_refusal(kode, err)
    assert tree(akar) == before
    assert run(akar, *argv) in {0, DITOLAK}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permission_lost_on_the_way_leaves_old_or_new(
    kecil: Salin, himpun: Himpun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for saat in count():
        akar, seen = kecil(tmp_path / str(saat)), count()

        def lose(_: str, akar: Path = akar, seen: Iterator[int] = seen, saat: int = saat) -> None:
            if next(seen) == saat:
                close_off(akar)

        capsys.readouterr()
        with without_privilege():
            kode = watch(akar, lose, partial(run, akar, "himpun"))
        open_up(akar)
        if kode == DITOLAK:
            assert look_at(akar) in (himpun.baru, himpun.ulang)
        else:
            check_refusal(kode, capsys.readouterr().err)
            assert look_at(akar) in (himpun.lama, himpun.baru), saat
        check_finished(akar, himpun)
        if next(seen) <= saat:
            break


@pytest.mark.parametrize(
    "nama",
    [
        "laporan/himpunan-2021-TW1.xlsx",
        "perbaikan/KAMTIB - Seksi Keamanan dan Ketertiban - TW1 2021.xlsx",
        "perbaikan/KAMTIB - Seksi Keamanan dan Ketertiban - TW1 2021 - pesan.txt",
    ],
)
def test_a_report_held_open_keeps_all_of_them_as_they_were(
    kecil: Salin, himpun: Himpun, tmp_path: Path, kinerja: Kinerja, nama: str
) -> None:
    akar = kecil(tmp_path)
    assert nama in himpun.baru.berkas
    held = akar / nama
    replace = Path.replace

    def refuse(path: Path, ke: Path) -> Path:
        if ke == held:
            raise PermissionError(errno.EACCES, "sharing violation")
        return replace(path, ke)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        refused = kinerja("himpun", di=akar)
    check_refusal(refused.kode, refused.err)
    assert held.name in refused.err
    assert look_at(akar) == himpun.lama
    check_finished(akar, himpun)
