"""What is left for other processes: taken as it was, gone afterwards, and a full disk is said."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from kinerja_cli.adapter.berkas import BerkasTerpakaiError
from kinerja_cli.adapter.titipan import Penitipan


def test_a_value_is_taken_as_it_was_and_the_file_goes() -> None:
    with Penitipan({"a": 1}) as penitipan:
        path = Path(penitipan.titipan.path)
        assert path.exists()
        assert penitipan.titipan.take() == {"a": 1}
    assert not path.exists()


def test_no_room_for_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak ada"))
    with pytest.raises(BerkasTerpakaiError):
        Penitipan(1)
