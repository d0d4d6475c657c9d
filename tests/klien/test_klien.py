"""The same form through the programs that offices and their web applications really use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.domain.formulir import KolomAnggaran, KolomData
from kinerja_cli.domain.isian import read_identitas, read_isian
from kinerja_cli.domain.pemeriksaan import check_buku
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.temuan import has_galat
from klien.ketikan import (
    KETIKAN,
    RENCANA,
    SETORAN,
    build_formulir,
)
from klien.program import PENGISI, Isi, LibreOffice, open_libreoffice, resave_libreoffice
from rencana_uji import PENGATURAN

pytestmark = pytest.mark.klien

BERKAS = "u1.xlsx"


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibreOffice]:
    """One LibreOffice for all tests: it takes longer to start than to fill a form."""
    with open_libreoffice(tmp_path_factory.mktemp("libreoffice") / "profil") as program:
        yield program


@pytest.fixture(params=["libreoffice", *PENGISI])
def fill(request: pytest.FixtureRequest) -> Isi:
    """Fill with each client in turn."""
    if request.param == "libreoffice":
        program: LibreOffice = request.getfixturevalue("libreoffice")
        return program.fill
    return PENGISI[request.param]


@pytest.fixture
def formulir(tmp_path: Path) -> Path:
    """Return the empty form as it is handed out."""
    path = tmp_path / BERKAS
    path.write_bytes(build_formulir())
    return path


def check(path: Path) -> HasilPeriksa:
    """Read and check a file; when it was saved is left out, the clients differ in it."""
    hasil = check_buku(read_buku(path.read_bytes()), BERKAS, RENCANA, PENGATURAN)
    return replace(hasil, disimpan_pada=None)


def rows(path: Path) -> dict[str, Mapping[str, str]]:
    """Return what stands in every row of the form that has a code, column by column."""
    buku = read_buku(path.read_bytes())
    identitas = read_identitas(buku)
    assert identitas is not None
    isian, temuan = read_isian(buku, BERKAS, identitas)
    assert temuan == []
    columns = {"": KolomData, "anggaran ": KolomAnggaran}
    return {
        f"{awalan}{baris.teks('Kode')}": {x.judul: baris.teks(x.judul) for x in kolom}
        for (awalan, kolom), table in zip(
            columns.items(), (isian.data, isian.anggaran), strict=True
        )
        for baris in table
    }


def test_a_form_saved_without_change_is_the_form_that_was_handed_out(
    fill: Isi, formulir: Path, tmp_path: Path
) -> None:
    fill(formulir, tmp_path / "disimpan.xlsx", ())

    assert rows(tmp_path / "disimpan.xlsx") == rows(formulir)
    assert check(tmp_path / "disimpan.xlsx") == check(formulir)
    assert not has_galat(check(formulir).temuan, {})


def test_libreoffices_own_converter_keeps_the_form(formulir: Path, tmp_path: Path) -> None:
    resave_libreoffice(formulir, tmp_path / "disimpan.xlsx")

    assert rows(tmp_path / "disimpan.xlsx") == rows(formulir)
    assert check(tmp_path / "disimpan.xlsx") == check(formulir)


def test_a_filled_form_is_accepted_with_the_very_values_typed(
    fill: Isi, formulir: Path, tmp_path: Path
) -> None:
    fill(formulir, tmp_path / "terisi.xlsx", KETIKAN)
    hasil = check(tmp_path / "terisi.xlsx")

    assert hasil.setoran == SETORAN
    assert [(x.jenis.name, x.fakta["nilai"]) for x in hasil.temuan] == [
        ("SATUAN_DITULIS", "7,5 hari"),
        ("SATUAN_DITULIS", "Rp 123.456.789.012,-"),
    ]
