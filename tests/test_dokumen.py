"""Docs that could go stale: generated pages are as generated, README commands run as written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from buat_dokumen import DOKUMEN
from conftest import Kinerja
from kinerja_cli.cli.daftar_perintah import PERINTAH, load_perintah
from kinerja_cli.domain.katalog import JenisTemuan

AKAR = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("nama", DOKUMEN)
def test_a_generated_page_is_as_generated(nama: str) -> None:
    written = (AKAR / "docs" / nama).read_text(encoding="utf-8")
    assert written == DOKUMEN[nama](), "jalankan `make dokumen`"


def test_the_readmes_steps_run_as_written(kinerja: Kinerja, tmp_path: Path) -> None:
    readme = (AKAR / "README.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- uji: langkah -->\n```sh\n(.+?)```", readme, re.DOTALL)
    assert block is not None
    folder = tmp_path
    for line in block[1].splitlines():
        program, *argv = shlex.split(line)
        if program == "cd":
            folder /= argv[0]
        else:
            assert kinerja(*argv, di=folder).kode == 0, line
    assert (folder / "laporan" / "lakip-2021.docx").exists()


def test_every_command_has_an_example() -> None:
    for nama in PERINTAH:
        assert f"Contoh: kinerja {nama}" in str(load_perintah(nama).__doc__)


def test_codes_are_unique_and_grouped_by_letter() -> None:
    codes = [x.kode for x in JenisTemuan]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[RBIAKS]\d{3}", x) for x in codes)


@pytest.mark.parametrize("jenis", JenisTemuan, ids=lambda x: x.kode)
def test_every_finding_says_what_and_what_to_do_in_sentences(jenis: JenisTemuan) -> None:
    assert jenis.pesan.endswith(".")
    assert jenis.saran.endswith((".", "}"))
    assert jenis.mengapa.endswith(".")
