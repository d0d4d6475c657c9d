"""The spreadsheet programs that a filled form may have gone through, each run as it is."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from uuid import uuid4

import openpyxl
import pytest

from isi_formulir import rows_by_code
from klien.ketikan import Ketikan

SKRIP = Path(__file__).parent
MODUL_NODE = SKRIP.parents[1] / "build" / "klien"
PYTHON_DEBIAN = "/usr/bin/python3"
"""Only Debian's own interpreter has the bridge to LibreOffice."""

BATAS_DETIK = 120

XLSX = "Calc MS Excel 2007 XML"
"""LibreOffice's name for .xlsx; each of its filters has such a name."""

_BAHASA = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>id-ID</value></prop></item>
</oor:items>
"""
"""Settings of a LibreOffice in an Indonesian office: 88,95 and 5/4/2021 mean what they do there."""

Pengisi: TypeAlias = Callable[[Path, Path, Sequence[Ketikan]], None]
"""Opens a form, types, saves it under another name; with nothing to type it only saves."""


def find_program(nama: str, paket: str) -> str:
    """Return the path of a program; without it the test fails and names the Debian package."""
    found = shutil.which(nama)
    if found is None:
        pytest.fail(f"{nama} tidak ada di mesin ini: pasang paket Debian {paket}")
    return found


def run_program(*argv: str | Path, di: Path | None = None) -> None:
    """Run a program to its end; what it says of a failure is the test's message."""
    done = subprocess.run(
        [str(x) for x in argv],
        cwd=di,
        check=False,
        capture_output=True,
        text=True,
        timeout=BATAS_DETIK,
    )
    assert done.returncode == 0, f"{argv[0]}: {done.stdout}{done.stderr}"


@contextmanager
def written(ketikan: Sequence[Ketikan]) -> Iterator[Path]:
    """Write what is to be typed as JSON for the scripts of the clients."""
    rows = [
        {
            "lembar": x.lembar,
            "kolom_kode": x.kolom_kode,
            "kode": x.kode,
            "kolom": x.kolom.kolom,
            "nilai": x.nilai,
            "format": x.format,
            "tombol": x.tombol,
            "rumus": x.rumus,
        }
        for x in ketikan
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ketikan.json"
        path.write_text(json.dumps(rows), encoding="utf-8")
        yield path


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """A LibreOffice that runs without a screen, in a profile and on a pipe of its own."""

    pipa: str

    def fill(
        self, asal: Path, tujuan: Path, ketikan: Sequence[Ketikan], saringan: str = XLSX
    ) -> None:
        """Open a form, type into its cells, save it in the format of a filter."""
        skrip = SKRIP / "ketik_uno.py"
        with written(ketikan) as daftar:
            run_program(PYTHON_DEBIAN, skrip, self.pipa, asal, tujuan, saringan, daftar)


@contextmanager
def open_libreoffice(profil: Path) -> Iterator[LibreOffice]:
    """Start a LibreOffice that waits to be typed into, and end it."""
    soffice = find_program("soffice", "libreoffice-calc-nogui")
    if subprocess.run([PYTHON_DEBIAN, "-c", "import uno"], check=False).returncode:
        pytest.fail(f"{PYTHON_DEBIAN} tidak mengenal LibreOffice: pasang paket Debian python3-uno")
    (profil / "user").mkdir(parents=True)
    (profil / "user" / "registrymodifications.xcu").write_text(_BAHASA, encoding="utf-8")
    pipa = f"kinerja{uuid4().hex}"
    argv = [soffice, "--headless", "--norestore", f"-env:UserInstallation={profil.as_uri()}"]
    proses = subprocess.Popen(
        [*argv, f"--accept=pipe,name={pipa};urp;"],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield LibreOffice(pipa)
    finally:
        _end(proses, pipa)


def _end(proses: subprocess.Popen[bytes], pipa: str) -> None:
    """Ask a LibreOffice to end; one that no longer answers is ended."""
    try:
        run_program(PYTHON_DEBIAN, SKRIP / "ketik_uno.py", pipa)
        proses.wait(BATAS_DETIK)
    finally:
        if proses.poll() is None:
            os.killpg(proses.pid, signal.SIGKILL)
            proses.wait(BATAS_DETIK)


def resave_libreoffice(asal: Path, tujuan: Path) -> None:
    """Open and save a form as LibreOffice's own converter does."""
    soffice = find_program("soffice", "libreoffice-calc-nogui")
    with TemporaryDirectory() as folder:
        profil = Path(folder) / "profil"
        argv = ("--headless", f"-env:UserInstallation={profil.as_uri()}", "--convert-to", "xlsx")
        run_program(soffice, *argv, "--outdir", folder, asal)
        shutil.move(Path(folder) / asal.name, tujuan)


def fill_openpyxl(asal: Path, tujuan: Path, ketikan: Sequence[Ketikan]) -> None:
    """Fill a form with openpyxl, which takes a text that begins with "=" for a formula."""
    buku = openpyxl.load_workbook(asal)
    for satu in ketikan:
        lembar = buku[satu.lembar]
        baris = rows_by_code(lembar, satu.kolom_kode)[satu.kode]
        sel = lembar.cell(baris, satu.kolom.kolom)
        sel.value = f"={satu.rumus}" if satu.rumus else satu.nilai
        if isinstance(satu.nilai, str):
            sel.data_type = "s"
        sel.number_format = satu.format or sel.number_format
    buku.save(tujuan)


def fill_gnumeric(asal: Path, tujuan: Path, ketikan: Sequence[Ketikan]) -> None:
    """Fill a form with openpyxl, then let Gnumeric open and save it: it cannot be typed into."""
    ssconvert = find_program("ssconvert", "gnumeric")
    with TemporaryDirectory() as folder:
        terisi = Path(folder) / "terisi.xlsx"
        if ketikan:
            fill_openpyxl(asal, terisi, ketikan)
        else:
            shutil.copyfile(asal, terisi)
        run_program(ssconvert, terisi, tujuan)


def _node(skrip: str) -> Pengisi:
    """Return a filler that is a script for Node.js."""

    def fill(asal: Path, tujuan: Path, ketikan: Sequence[Ketikan]) -> None:
        node = find_program("node", "nodejs")
        if not (MODUL_NODE / "node_modules").is_dir():
            pytest.fail("paket npm belum dipasang di build/klien: jalankan make uji-klien")
        with written(ketikan) as daftar:
            run_program(node, SKRIP / skrip, asal, tujuan, daftar, di=MODUL_NODE)

    return fill


@dataclass(frozen=True, slots=True)
class Klien:
    """One client, and by name what it does otherwise than a spreadsheet program on a desk.

    Without `menghitung` its formulas have no value until somebody opens the file; without
    `menjaga_spasi` it does not say that white space between two colours of a text counts.
    """

    nama: str
    fill: Pengisi
    menghitung: bool = False
    menjaga_spasi: bool = True


KLIEN = (
    Klien("openpyxl", fill_openpyxl),
    Klien("gnumeric", fill_gnumeric, menghitung=True, menjaga_spasi=False),
    Klien("sheetjs", _node("ketik_sheetjs.mjs")),
    Klien("exceljs", _node("ketik_exceljs.mjs")),
)
"""Every client but LibreOffice, which has to be started first."""
