"""Permissions as a person has them: a test that runs as root would be let through everywhere."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

CAP_DAC_OVERRIDE = 1 << 1
VERSI_3 = 0x20080522


@contextlib.contextmanager
def without_privilege() -> Iterator[None]:
    """Let permissions count for root as well, on Linux; for anybody else nothing changes."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield
        return
    before = _effective()
    _set_effective(before & ~CAP_DAC_OVERRIDE)
    try:
        yield
    finally:
        _set_effective(before)


class _Kepala(ctypes.Structure):
    _fields_ = (("versi", ctypes.c_uint32), ("proses", ctypes.c_int))


_Kuasa = ctypes.c_uint32 * 6
"""effective, permitted, inheritable; then the same for the upper 32."""


def _call(nama: str, kuasa: ctypes.Array[ctypes.c_uint32]) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, nama)(ctypes.byref(_Kepala(VERSI_3, 0)), kuasa) != 0:
        raise OSError(ctypes.get_errno(), nama)


def _effective() -> int:
    kuasa = _Kuasa()
    _call("capget", kuasa)
    return int(kuasa[0])


def _set_effective(nilai: int) -> None:
    kuasa = _Kuasa()
    _call("capget", kuasa)
    kuasa[0] = nilai
    _call("capset", kuasa)


def close_off(akar: Path) -> None:
    """Take away the right to write anything in a folder."""
    for path in (*akar.rglob("*"), akar):
        path.chmod(0o555 if path.is_dir() else 0o444)


def open_up(akar: Path) -> None:
    """Give that right back."""
    akar.chmod(0o755)
    for path in akar.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


@contextlib.contextmanager
def mounted_small(tempat: Path) -> Iterator[Path]:
    """Mount a disk of two megabytes in memory; needs root on Linux."""
    tempat.mkdir()
    mount = shutil.which("mount"), shutil.which("umount")
    assert all(mount)
    subprocess.run([str(mount[0]), "-t", "tmpfs", "-o", "size=2m", "uji", tempat], check=True)
    try:
        yield tempat
    finally:
        subprocess.run([str(mount[1]), tempat], check=True)
