"""Least trust: no network, files like any other of the user's, no secrets, pinned libraries."""

from __future__ import annotations

import ast
import importlib.metadata as terpasang
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Kinerja
from jaringan import MenyentuhJaringanError, tanpa_jaringan
from kinerja_cli.adapter.berkas import write_whole

__all__ = ["tanpa_jaringan"]

AKAR = Path(__file__).resolve().parent.parent
JARINGAN = {"socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib",
            "poplib", "telnetlib", "xmlrpc", "asyncio", "webbrowser", "requests", "httpx",
            "aiohttp", "urllib3"}  # fmt: skip


def imported(path: Path) -> Iterator[str]:
    """Yield the top modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (x.name.partition(".")[0] for x in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_no_module_of_the_program_knows_the_network() -> None:
    paths = list((AKAR / "src").rglob("*.py"))
    assert len(paths) > 100
    for path in paths:
        assert not JARINGAN & set(imported(path)), path.name


def test_the_block_is_one(tmp_path: Path) -> None:
    """What the whole road is run under refuses here and in another process."""
    block = tanpa_jaringan.__wrapped__  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        running = block(tmp_path, patch)
        next(running)
        with pytest.raises(MenyentuhJaringanError):
            socket.create_connection(("127.0.0.1", 9))
        with pytest.raises(AssertionError):
            next(running, None)
        code = "import socket; socket.socket().connect(('127.0.0.1', 9))"
        child = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"no network here" in child.stderr
    assert (tmp_path / "jaringan.txt").read_text() == "socket.connect\n"


# Files


@pytest.mark.skipif(os.name == "nt", reason="permissions come from the folder there")
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_an_output_has_the_permissions_of_any_other_file_of_the_users(
    tmp_path: Path, umask: int, mode: int
) -> None:
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "a.xlsx", b"isi")
        (tmp_path / "b.xlsx").write_bytes(b"isi")
    finally:
        os.umask(before)
    modes = {x.name: x.stat().st_mode & 0o777 for x in tmp_path.iterdir()}
    assert modes == {"a.xlsx": mode, "b.xlsx": mode}


@pytest.mark.skipif(os.name == "nt", reason="permissions come from the folder there")
def test_everything_in_a_workspace_is_readable_by_whom_the_user_lets(
    kinerja: Kinerja, tmp_path: Path, formulir: bytes
) -> None:
    before = os.umask(0o022)
    try:
        kinerja("mulai", "r", "--contoh")
        for path in (tmp_path / "r" / "masuk").rglob("*.xlsx"):
            path.unlink()
        (tmp_path / "r" / "masuk" / "a.xlsx").write_bytes(formulir)
        assert kinerja("himpun", di=tmp_path / "r").kode == 0
    finally:
        os.umask(before)
    made = [x for x in (tmp_path / "r").rglob("*") if x.name != "pemakai.json"]
    assert {oct(x.stat().st_mode & 0o777) for x in made if x.is_file()} == {"0o644"}
    assert {oct(x.stat().st_mode & 0o777) for x in made if x.is_dir()} == {"0o755"}


# Secrets


def test_nothing_that_is_shipped_looks_like_a_secret() -> None:
    secret = re.compile(
        rb"-----BEGIN [A-Z ]*PRIVATE KEY"
        rb"|(?:api[_-]?key|token|password|passwd)\s*[=:]\s*['\"]\w{8,}",
        re.IGNORECASE,
    )
    shipped = [
        x
        for folder in ("src", "templates", "contoh_data", "alat", "docs", ".ci")
        for x in (AKAR / folder).rglob("*")
        if x.is_file() and "__pycache__" not in x.parts
    ]
    assert len(shipped) > 200
    assert [x.name for x in shipped if secret.search(x.read_bytes())] == []


# Libraries


def required(nama: str, ekstra: str = "") -> Iterator[str]:
    """Yield the names of what an installed distribution needs, on this computer."""
    try:
        lines = terpasang.requires(nama) or []
    except terpasang.PackageNotFoundError:
        return  # of another system, or of `make bench` and `make fuzz`
    for line in lines:
        marker = line.partition(";")[2]
        if "extra" not in marker or re.search(rf"extra == ['\"]{ekstra}['\"]", marker):
            yield plain(re.split(r"[\s<>=!~;\[(]", line, maxsplit=1)[0])


def plain(nama: str) -> str:
    """Return a distribution's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", nama).lower()


def test_every_library_is_pinned_those_of_libraries_too() -> None:
    lines = (AKAR / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {plain(x.partition("==")[0]): x.partition("==")[2] for x in lines}
    assert all(re.fullmatch(r"[\w.]+", x) for x in pinned.values())
    todo = {*required("kinerja-cli", "-"), *required("kinerja-cli", "uji")}
    seen: set[str] = set()
    while todo:
        nama = todo.pop()
        if nama not in seen and is_installed(nama):
            seen.add(nama)
            todo |= set(required(nama, "-"))
    assert {"typer", "rich", "lxml", "markupsafe"} <= seen
    assert seen - pinned.keys() == set()
    assert [x for x in seen if terpasang.version(x) != pinned[x]] == []


def is_installed(nama: str) -> bool:
    """Tell whether a distribution is here: markers name those of other systems."""
    try:
        return bool(terpasang.version(nama))
    except terpasang.PackageNotFoundError:
        return False


# What the documents promise


def test_every_test_that_a_promise_names_is_there() -> None:
    text = (AKAR / "docs" / "keandalan.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", text)
    assert len(named) > 40
    for berkas, nama in named:
        path = AKAR / berkas
        assert path.is_file(), berkas
        if nama:
            assert f"\ndef {nama}(" in path.read_text(encoding="utf-8"), f"{berkas}::{nama}"


def test_the_promises_about_security_name_documents_that_are_there() -> None:
    text = (AKAR / "SECURITY.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([\w./-]+)\)", text)
    assert links
    assert [x for x in links if not (AKAR / x).exists()] == []
