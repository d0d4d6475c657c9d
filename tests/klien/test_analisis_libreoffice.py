"""LibreOffice's own arithmetic gives the figures that the reports carry, cell by cell."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from analisis_contoh import (
    DIBUAT,
    PENGATURAN,
    contoh_analisis,
    contoh_rencana,
    contoh_setoran,
    contoh_temuan,
)
from kinerja_cli.adapter.analisis_xlsx import build_analisis_xlsx
from kinerja_cli.adapter.himpunan_xlsx import Himpunan, Masukan, build_himpunan_xlsx
from kinerja_cli.domain.kantor import RumusEfisiensi
from kinerja_cli.domain.rencana import RumusTurun
from klien.program import find_program, run_program
from tabel_xlsx import Laporan

pytestmark = pytest.mark.klien

NILAI_BAWAAN = re.compile(rb"(</f>)<v>[^<]*</v>")
JENIS_TEKS = re.compile(rb' t="str"(><f>)')


def without_values(isi: bytes) -> bytes:
    """Return a workbook whose formulas carry nothing: what it shows then, a program computed."""
    result = BytesIO()
    with ZipFile(BytesIO(isi)) as lama, ZipFile(result, "w", ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            bagian = lama.read(nama)
            if nama.startswith("xl/worksheets/sheet"):
                bagian = JENIS_TEKS.sub(rb"\1", NILAI_BAWAAN.sub(rb"\1", bagian))
            baru.writestr(nama, bagian)
    return result.getvalue()


def recalculated(isi: bytes, folder: Path) -> Laporan:
    """Return a workbook as LibreOffice computes and saves it."""
    asal, hasil = folder / "laporan.xlsx", folder / "hasil"
    asal.write_bytes(without_values(isi))
    profil = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    soffice = find_program("soffice", "libreoffice-calc-nogui")
    run_program(soffice, profil, "--headless", "--convert-to", "xlsx", "--outdir", hasil, asal)
    return Laporan((hasil / asal.name).read_bytes())


def agree(satu: object, lain: object) -> bool:
    """Tell whether two cells hold the same; helper columns may differ in their last decimal."""
    if isinstance(satu, int | float) and isinstance(lain, int | float):
        return math.isclose(satu, lain, rel_tol=1e-12, abs_tol=2e-9)
    return satu == lain


def assert_same(isi: bytes, folder: Path) -> None:
    carried, computed = Laporan(isi), recalculated(isi, folder)
    formulas = carried.formulas()
    wrong = {
        (lembar, sel): (rumus, nilai, found)
        for (lembar, sel), (rumus, nilai) in formulas.items()
        if not agree(found := computed.nilai[lembar][sel].value, nilai)
    }

    assert formulas
    assert wrong == {}


@pytest.mark.parametrize("tribulan", [1, 2, 3, 4])
def test_recalculated_analysis_is_the_one_that_was_written(tribulan: int, tmp_path: Path) -> None:
    assert_same(build_analisis_xlsx(contoh_analisis(tribulan), contoh_temuan(), DIBUAT), tmp_path)


def test_recalculated_analysis_by_the_other_rules(tmp_path: Path) -> None:
    analisis = contoh_analisis(
        rumus_turun=RumusTurun.RASIO,
        batas_rata_rata=Decimal(120),
        efisiensi=RumusEfisiensi.SISA,
    )

    assert_same(build_analisis_xlsx(analisis, (), DIBUAT), tmp_path)


@pytest.mark.parametrize("tribulan", [1, 3])
def test_recalculated_collection_is_the_one_that_was_written(tribulan: int, tmp_path: Path) -> None:
    masuk = {
        x.unit: Masukan(x, f"{x.unit}.xlsx") for x in contoh_setoran() if x.tribulan == tribulan
    }
    isi = Himpunan(contoh_rencana(), PENGATURAN, tribulan, masuk, DIBUAT)

    assert_same(build_himpunan_xlsx(isi, ()), tmp_path)
