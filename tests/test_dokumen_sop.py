"""kinerja dokumen: what the SOP lists, what is there, and what units name as evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Kinerja
from kinerja_cli.domain.sop import DOKUMEN


def test_a_noted_document_is_there_until_it_changes_or_goes(kinerja: Kinerja, contoh: Path) -> None:
    berkas = contoh / "sk tim.pdf"
    berkas.write_bytes(b"%PDF 1")
    noted = kinerja("dokumen", "catat", "SK Tim SAKIP", "--berkas", berkas, "--tanggal", "5-1-2021",
                    di=contoh)  # fmt: skip
    assert noted.out == "Dicatat: SK Tim SAKIP, sk tim.pdf.\n"
    before = {x["kunci"]: x for x in kinerja("dokumen", "--json", di=contoh).json["dokumen"]}
    assert list(before) == [x.kunci for x in DOKUMEN]
    one = before["sk-tim-sakip"]
    assert (one["keadaan"], one["berkas"], one["tanggal"]) == ("cocok", "sk tim.pdf", "2021-01-05")
    assert before["renja"] == {
        "kunci": "renja", "nama": "Renja/RKT Tahun 2021", "ada": False, "keadaan": None,
        "berkas": None, "sha256": None, "tanggal": None,
    }  # fmt: skip
    berkas.write_bytes(b"%PDF 2")
    assert "berubah" in kinerja("dokumen", di=contoh).out
    berkas.unlink()
    gone = kinerja("dokumen", di=contoh).out
    assert "berkas hilang" in gone
    assert "0 dari 12 dokumen ada." in gone


def test_a_later_note_takes_the_place_of_an_earlier_one(kinerja: Kinerja, contoh: Path) -> None:
    for kunci in (x.kunci for x in DOKUMEN):
        for nama in ("lama.pdf", "baru.pdf"):
            (contoh / nama).write_text(nama, encoding="utf-8")
            kinerja("dokumen", "catat", kunci, "--berkas", nama, di=contoh)
    shown = kinerja("dokumen", di=contoh).out
    assert "12 dari 12 dokumen ada." in shown
    assert "Belum ada:" not in shown
    assert "lama.pdf" not in shown


def test_evidence_that_units_name_is_listed_per_indicator(kinerja: Kinerja, contoh: Path) -> None:
    assert "Belum ada unit" in kinerja("dokumen", di=contoh).out
    kinerja("himpun", di=contoh)
    named = kinerja("dokumen", "--json", di=contoh).json["data_dukung"]
    first = named[0]
    assert (first["kode"], first["unit"], first["tribulan"]) == ("IK-S1-1", "YAN", [3])
    assert first["data_dukung"] == "Laporan SKM Tribulan III"
    shown = kinerja("dokumen", di=contoh).out
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize(
    ("argv", "pesan"),
    [
        (("novel", "--berkas", "kinerja.toml"), "Pilih dari: cascading"),
        (("iku", "--berkas", "tidak-ada.pdf"), "tidak ada"),
    ],
)
def test_what_cannot_be_noted_is_one_line(
    kinerja: Kinerja, contoh: Path, argv: tuple[str, ...], pesan: str
) -> None:
    result = kinerja("dokumen", "catat", *argv, di=contoh)
    assert (result.kode, result.out) == (2, "")
    assert pesan in result.err
