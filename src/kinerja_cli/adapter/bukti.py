"""Files that prove something: noted by path and sha256, and looked at again later."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kinerja_cli.adapter.berkas import BerkasTerpakaiError, read_whole, sha256_of
from kinerja_cli.adapter.keluaran import Keluaran
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.tahap import Bukti, KeadaanBukti


def read_bukti(ruang: Ruang, berkas: Sequence[Path]) -> tuple[Bukti, ...]:
    """Return files as evidence; raises KinerjaError for one that is not there."""
    missing = [x for x in berkas if not x.is_file()]
    if missing:
        message = f"Berkas '{missing[0]}' tidak ada. Periksa nama berkas atau foldernya."
        raise KinerjaError(message)
    paths = [x.resolve() for x in berkas]
    return tuple(Bukti(ruang.relative(x), sha256_of(read_whole(x))) for x in paths)


def bukti_keluaran(ruang: Ruang, keluaran: Sequence[Keluaran]) -> tuple[Bukti, ...]:
    """Return what a command writes as evidence."""
    return tuple(Bukti(ruang.relative(x.path), x.sha256) for x in keluaran)


def path_of(ruang: Ruang, bukti: Bukti) -> Path:
    """Return where an evidence was when it was noted."""
    return ruang.akar / bukti.berkas


def check_bukti(ruang: Ruang, bukti: Bukti) -> KeadaanBukti:
    """Return how a noted file is now."""
    path = path_of(ruang, bukti)
    try:
        same = sha256_of(read_whole(path)) == bukti.sha256
    except BerkasTerpakaiError:
        return KeadaanBukti.HILANG
    return KeadaanBukti.COCOK if same else KeadaanBukti.BERUBAH
