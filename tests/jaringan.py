"""A computer without network: what reaches for one fails, here and in processes begun here."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

LARANGAN = """
import sys

def refuse(event, args):
    if event in {peristiwa!r}:
        with open({catatan!r}, "a", encoding="utf-8") as stream:
            print(event, file=stream)
        raise OSError("no network here")

sys.addaudithook(refuse)
"""
PERISTIWA = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg",
             "socket.getaddrinfo", "socket.gethostbyname")  # fmt: skip


class MenyentuhJaringanError(AssertionError):
    """Something reached for the network."""


@pytest.fixture
def tanpa_jaringan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse every connection, and fail where one was tried and the refusal swallowed."""
    tried: list[str] = []
    folder, note = tmp_path / "larangan", tmp_path / "jaringan.txt"
    folder.mkdir()
    text = LARANGAN.format(peristiwa=PERISTIWA, catatan=str(note))
    (folder / "sitecustomize.py").write_text(text, encoding="utf-8")
    known = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), *([known] if known else [])]))

    def refuse(*args: object, **_: object) -> None:
        tried.append(repr(args))
        raise MenyentuhJaringanError(args)

    for nama in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, nama, refuse)
    for nama in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, nama, refuse)
    yield
    assert tried == []
    assert not note.exists(), note.read_text(encoding="utf-8")
