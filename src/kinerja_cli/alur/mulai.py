"""kinerja mulai: a new workspace, empty or with the filled example."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.berkas import BerkasTerpakaiError, write_whole
from kinerja_cli.adapter.konfigurasi import KANTOR_BARU, render_pengaturan
from kinerja_cli.adapter.rencana_xlsx import build_rencana_xlsx
from kinerja_cli.adapter.ruang import NAMA_KONFIGURASI, Ruang
from kinerja_cli.domain.galat import KinerjaError


def create_ruang(folder: Path, tahun: int, sekarang: datetime, *, contoh: bool) -> Ruang:
    """Make a workspace in a folder that has none and return it.

    Raises KinerjaError where one is there already: nothing of the user's is overwritten.
    """
    ruang = Ruang(folder.resolve())
    if ruang.konfigurasi.exists():
        message = f"'{ruang.akar}' sudah menjadi ruang kerja. Pilih folder lain."
        raise KinerjaError(message)
    try:
        for path in (ruang.akar, ruang.masuk, ruang.laporan, ruang.templat, ruang.narasi):
            path.mkdir(parents=True, exist_ok=True)
        if contoh:
            _copy_example(ruang)
        _copy_narasi(ruang)
    except OSError as error:
        raise BerkasTerpakaiError(ruang.akar, error) from error
    if not contoh:
        write_whole(ruang.rencana(tahun), build_rencana_xlsx({}, sekarang))
        write_whole(ruang.konfigurasi, render_pengaturan(tahun, KANTOR_BARU).encode())
    return ruang


def _copy_example(ruang: Ruang) -> None:
    """Copy the example, its kinerja.toml last: only then does the folder count as a workspace."""
    source = shipped("contoh_data")
    for path in sorted(x for x in source.rglob("*") if x.is_file()):
        relative = path.relative_to(source)
        if relative.name not in {NAMA_KONFIGURASI, "README.md"}:
            target = ruang.akar / relative
            if target.exists():
                message = f"'{target}' sudah ada. Pilih folder lain untuk contoh."
                raise KinerjaError(message)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    write_whole(ruang.konfigurasi, (source / NAMA_KONFIGURASI).read_bytes())


def _copy_narasi(ruang: Ruang) -> None:
    """Copy the texts that the office is to write, each with its guidance; none over its own."""
    for path in sorted(shipped("templates/narasi").glob("*.md")):
        target = ruang.narasi / path.name
        if not target.exists():
            shutil.copyfile(path, target)
