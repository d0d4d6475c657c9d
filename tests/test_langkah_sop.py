"""docs/langkah-sop.md: the whole SOP by commands only, every step with its evidence at the end."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from conftest import Kinerja
from jaringan import tanpa_jaringan
from kinerja_cli.cli.daftar_perintah import KELOMPOK, load_kelompok

__all__ = ["tanpa_jaringan"]
WAJIB = {"mulai", "periksa", "buat-format", "himpun", "analisis", "lakip", "koreksi", "surat",
         "tahap", "dokumen", "arsip"}  # fmt: skip
"""What the whole road is made of; it never reaches for a network."""

BAB = Path(__file__).resolve().parent.parent / "docs" / "langkah-sop.md"


@pytest.mark.usefixtures("tanpa_jaringan")
def test_the_twelve_steps_run_as_written_and_leave_their_evidence(
    kinerja: Kinerja, tmp_path: Path
) -> None:
    blocks = re.findall(
        r"<!-- uji: langkah -->\n```sh\n(.+?)```", BAB.read_text("utf-8"), re.DOTALL
    )
    folder, ran = tmp_path, set[str]()
    for line in (x for block in blocks for x in block.splitlines()):
        program, *argv = shlex.split(line)
        if program == "cd":
            folder /= argv[0]
        else:
            ran.add(argv[0])
            result = kinerja(*argv, di=folder)
            assert result.kode == 0, line + result.err
    assert ran >= WAJIB
    steps = kinerja("tahap", "--json", di=folder).json["tahap"]
    assert {x["keadaan"] for x in steps} == {"selesai"}
    assert all(x["bukti"] for x in steps)
    assert {y["keadaan"] for x in steps for y in x["bukti"]} == {"cocok"}
    assert steps[0]["lama_menit"] == 3
    assert (folder / "laporan" / "surat" / "teguran-2021-TW4-YAN.docx").exists()


def test_every_command_of_a_group_has_an_example() -> None:
    for nama in KELOMPOK:
        for one in load_kelompok(nama).registered_commands:
            assert f"Contoh: kinerja {nama}" in str(one.callback.__doc__ if one.callback else "")
