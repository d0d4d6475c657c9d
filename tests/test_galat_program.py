"""A bug is one line and a file to send on; what a person caused, one line with a remedy."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Kinerja, tree
from kinerja_cli import __version__
from kinerja_cli.adapter.berkas import explain_os
from kinerja_cli.cli import galat_program
from kinerja_cli.cli.galat_program import report_bug
from kinerja_cli.domain.galat import KinerjaError

STATUS = "kinerja_cli.alur.status.show_status"


@pytest.fixture
def sementara(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the system keeps for such files, a new one."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def rusak(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Let `kinerja status` raise something."""

    def break_it(error: BaseException) -> None:
        def fail(*_: object) -> None:
            raise error

        monkeypatch.setattr(STATUS, fail)

    return break_it


def test_a_bug_is_one_line_and_its_traceback_a_file_of_the_workspace(
    kinerja: Kinerja, ruang_kosong: Path, rusak: Callable[[BaseException], None]
) -> None:
    rusak(ZeroDivisionError("dibagi nol"))
    before = tree(ruang_kosong)
    result = kinerja("status", "-t", "1", di=ruang_kosong)
    assert (result.kode, result.out) == (3, "")
    (line,) = result.err.splitlines()
    (path,) = (ruang_kosong / ".kinerja").glob("galat-*.txt")
    assert str(path) in line
    text = path.read_text(encoding="utf-8")
    for told in (f"kinerja {__version__}", "Python 3.", "perintah: kinerja status -t 1",
                 "Traceback", "ZeroDivisionError: dibagi nol"):  # fmt: skip
        assert told in text
    assert tree(ruang_kosong).keys() - before.keys() == {f".kinerja/{path.name}"}


def test_two_bugs_in_one_second_are_two_files(
    kinerja: Kinerja,
    ruang_kosong: Path,
    rusak: Callable[[BaseException], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(galat_program, "NAMA", "galat-tetap.txt")
    rusak(KeyError("x"))
    for _ in range(2):
        assert kinerja("status", di=ruang_kosong).kode == 3
    names = {x.name for x in (ruang_kosong / ".kinerja").iterdir()}
    assert names == {"galat-tetap.txt", "galat-tetap-2.txt"}


@pytest.mark.parametrize("cara", [("--ruang", "{}"), ("--ruang={}",)])
def test_the_workspace_is_the_one_that_was_named(
    cara: tuple[str, ...], ruang_kosong: Path, sementara: Path
) -> None:
    argv = [x.format(ruang_kosong) for x in cara]
    report_bug(KeyError("x"), ["status", *argv])
    assert list((ruang_kosong / ".kinerja").glob("galat-*.txt"))
    assert not list(sementara.iterdir())


def test_without_a_workspace_the_file_lies_where_the_system_keeps_such_files(
    tmp_path: Path, sementara: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    line = report_bug(KeyError("x"), ["status", "--ruang"])
    (path,) = sementara.iterdir()
    assert str(path) in line


def test_a_workspace_that_cannot_be_written_is_no_second_failure(
    ruang_kosong: Path, sementara: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ruang_kosong)
    (ruang_kosong / ".kinerja").write_bytes(b"")
    line = report_bug(KeyError("x"), ["status"])
    (path,) = sementara.iterdir()
    assert str(path) in line


def test_a_bug_that_cannot_be_saved_is_shown(
    tmp_path: Path, sementara: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sementara.rmdir()
    sementara.write_bytes(b"")
    told = report_bug(KeyError("x"), ["status"])
    assert "tidak dapat disimpan" in told
    assert "KeyError" in told


@pytest.mark.parametrize(
    "galat",
    [
        PermissionError(errno.EACCES, "x", "laporan"),
        OSError(errno.ENOSPC, "x", "laporan"),
        OSError(errno.EROFS, "x", "laporan"),
        MemoryError(),
        KinerjaError("Galat itu.\nBaris lain."),
    ],
    ids=repr,
)
def test_what_lies_with_the_computer_is_one_line_with_a_remedy(
    kinerja: Kinerja,
    ruang_kosong: Path,
    rusak: Callable[[BaseException], None],
    galat: Exception,
) -> None:
    rusak(galat)
    before = tree(ruang_kosong)
    result = kinerja("status", di=ruang_kosong)
    assert (result.kode, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("Galat: ")
    assert tree(ruang_kosong) == before


@pytest.mark.parametrize("galat", [OSError("tanpa nomor"), OSError(errno.EACCES, "tanpa berkas")])
def test_a_failure_of_the_system_without_a_file_is_a_bug(
    kinerja: Kinerja,
    ruang_kosong: Path,
    rusak: Callable[[BaseException], None],
    galat: Exception,
) -> None:
    rusak(galat)
    assert kinerja("status", di=ruang_kosong).kode == 3


def test_ctrl_c_is_one_line_wherever_it_comes(
    kinerja: Kinerja,
    ruang_kosong: Path,
    rusak: Callable[[BaseException], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rusak(KeyboardInterrupt())
    result = kinerja("status", di=ruang_kosong)
    assert (result.kode, result.err.strip()) == (130, "Dibatalkan.")

    def stop(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kinerja_cli.cli.app", stop)  # where Typer is not asked
    result = kinerja("status", di=ruang_kosong)
    assert (result.kode, result.err) == (130, "Dibatalkan.\n")


def test_what_the_system_says_is_told_in_indonesian_or_as_it_is() -> None:
    assert explain_os(OSError(errno.ENOSPC, "No space left"))[0] == "tempat penyimpanan penuh"
    assert explain_os(OSError(errno.ENOEXEC, "apa adanya"))[0] == "apa adanya"
    assert explain_os(OSError("tanpa nomor"))[0] == "tanpa nomor"


NAMA_PANJANG = "x" * 300


@pytest.mark.parametrize(
    "argv",
    [
        ("himpun", NAMA_PANJANG),
        ("koreksi", NAMA_PANJANG),
        ("koreksi", "masuk"),
        ("status", "--ruang", NAMA_PANJANG),
        ("status", "--ruang", "tidak ada"),
        ("status", "--ruang", "kinerja.toml"),
        ("arsip", "periksa", NAMA_PANJANG),
        ("arsip", "periksa", "masuk"),
        ("templat", "periksa", "masuk"),
        ("templat", "periksa", NAMA_PANJANG),
        ("templat", "periksa", "kinerja.toml"),
        ("dokumen", "catat", "iku", "--berkas", "masuk"),
        ("dokumen", "catat", "iku", "--berkas", NAMA_PANJANG),
        ("surat", "notulen", "--koreksi", "masuk"),
        ("surat", "notulen", "--koreksi", "rencana-2021.xlsx"),
        ("mulai", NAMA_PANJANG),
        ("mulai", "kinerja.toml"),
    ],
    ids=lambda x: " ".join(y[:12] for y in x),
)
def test_a_path_that_is_none_is_one_line(
    kinerja: Kinerja, ruang_kosong: Path, argv: tuple[str, ...]
) -> None:
    result = kinerja(*argv, di=ruang_kosong)
    assert (result.kode, len((result.out + result.err).splitlines())) in {(2, 1), (1, 2), (1, 3)}
    assert not (ruang_kosong / ".kinerja").exists()


@pytest.mark.parametrize(
    ("nama", "argv"),
    [
        ("kinerja.toml", ("status", "--ruang", ".")),
        ("rencana-2021.xlsx", ("status",)),
        (".kinerja/kinerja.db", ("status",)),
        ("laporan/surat/nota-dinas-2021.docx", ("surat", "nota-dinas")),
    ],
)
def test_a_folder_where_a_file_belongs_is_one_line(
    kinerja: Kinerja, ruang_kosong: Path, nama: str, argv: tuple[str, ...]
) -> None:
    (ruang_kosong / nama).unlink(missing_ok=True)
    (ruang_kosong / nama).mkdir(parents=True)
    result = kinerja(*argv, di=ruang_kosong)
    assert (result.kode, len(result.err.splitlines())) == (2, 1)


@pytest.mark.parametrize(
    "argv",
    [
        ("periksa", "--tahun", "2035"),
        ("status", "--tahun", "2035"),
        ("tarik", "YAN", "-t", "1", "--alasan", "x"),
        ("buka", "-t", "1", "--alasan", "x"),
        ("analisis",),
        ("lakip",),
        ("lakip", "--format", "odt"),
        ("templat", "salin", "x"),
        ("dokumen", "catat", "x", "--berkas", "kinerja.toml"),
        ("surat", "nota-dinas", "--unit", "YAN"),
        ("surat", "teguran", "--unit", "x"),
        ("surat", "teguran", "--nomor", "1", "-t", "1"),
        ("tahap", "selesai", "1", "--oleh", " ", "--berkas", "kinerja.toml"),
        ("himpun", "tidak ada.xlsx"),
        ("arsip", "periksa", "kinerja.toml"),
        ("mulai", "."),
    ],
    ids=" ".join,
)
def test_what_a_person_caused_comes_with_a_remedy(
    kinerja: Kinerja, ruang_kosong: Path, argv: tuple[str, ...]
) -> None:
    """A cause and what to do about it are two clauses at least."""
    result = kinerja(*argv, di=ruang_kosong)
    assert (result.kode, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert len(re.split(r"[.;:] |, atau ", result.err.removeprefix("Galat: ").strip())) > 1


def test_a_file_where_a_folder_belongs_is_one_line(kinerja: Kinerja, ruang_kosong: Path) -> None:
    (ruang_kosong / "laporan").rmdir()
    (ruang_kosong / "laporan").write_bytes(b"")
    result = kinerja("surat", "nota-dinas", di=ruang_kosong)
    assert (result.kode, len(result.err.splitlines())) == (2, 1)


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="whoever may do anything is refused nothing",
)
@pytest.mark.parametrize("nama", ["kinerja.toml", "rencana-2021.xlsx", ".kinerja", "masuk", "."])
def test_without_permission_it_is_one_line(kinerja: Kinerja, ruang_kosong: Path, nama: str) -> None:
    path = ruang_kosong / nama
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        result = kinerja("himpun", "--ruang", ruang_kosong)
    finally:
        path.chmod(mode)
    assert (result.kode, len(result.err.splitlines())) in {(2, 1), (0, 0)}
