from __future__ import annotations

import csv
import re
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.rencana_xlsx.bangun import (
    KOLOM_TEKS,
    KOLOM_UKURAN,
    IsiRencana,
    IsiSel,
    build_rencana_xlsx,
)
from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.baca_rencana import build_rencana, read_tabel_rencana
from kinerja_cli.domain.formulir import LEMBAR_RENCANA
from kinerja_cli.domain.periksa_rencana import check_rencana
from kinerja_cli.domain.rencana import Agregasi, Gabungan, RumusTurun
from kinerja_cli.domain.temuan import has_galat

DIBUAT = datetime(2021, 1, 4, 8, 0)  # noqa: DTZ001 - a document property, in the office's time
CONTOH = Path(__file__).parent.parent / "alat" / "contoh"
TINGGI_BIASA = 15
KOLOM = [(nama, kolom) for nama, daftar in LEMBAR_RENCANA.items() for kolom in daftar]
ANGKA = re.compile(r"-?\d+(\.\d+)?")
KOLOM_ANGKA = KOLOM_UKURAN | {"Pagu", "Bobot", "Tahun", "Nilai"}


def plan(isi: IsiRencana) -> Workbook:
    return load_workbook(BytesIO(build_rencana_xlsx(isi, DIBUAT)))


def contoh() -> dict[str, list[dict[str, IsiSel]]]:
    """Return the made-up plan in alat/contoh, its figures as numbers."""
    hasil: dict[str, list[dict[str, IsiSel]]] = {}
    for nama in LEMBAR_RENCANA:
        with (CONTOH / f"{nama.lower()}.tsv").open(encoding="utf-8", newline="") as berkas:
            rows = csv.DictReader(berkas, delimiter="\t")
            hasil[nama] = [{k: typed(k, v) for k, v in row.items()} for row in rows]
    return hasil


def typed(judul: str, teks: str) -> IsiSel:
    if judul in KOLOM_ANGKA and ANGKA.fullmatch(teks):
        return Decimal(teks)
    return teks or None


def header(lembar: Worksheet) -> list[Cell]:
    return [cast("Cell", x) for x in lembar[1]]


def rows(lembar: Worksheet) -> list[dict[str, IsiSel]]:
    """Return the rows under the header, numbers as Decimal."""
    judul = [str(x.value) for x in header(lembar)]
    values = lembar.iter_rows(min_row=2, values_only=True)
    return [dict(zip(judul, map(as_sel, row), strict=True)) for row in values]


def as_sel(nilai: object) -> IsiSel:
    return Decimal(str(nilai)) if isinstance(nilai, int | float) else cast("str | None", nilai)


def rule_of(lembar: Worksheet, judul: str) -> DataValidation:
    """Return the one input rule on the column with this header."""
    (cell,) = (x for x in header(lembar) if x.value == judul)
    rules = cast("list[DataValidation]", lembar.data_validations.dataValidation)
    (rule,) = (x for x in rules if f"{cell.column_letter}2" in x.cells)
    return rule


def test_the_empty_form_has_instructions_and_every_sheet_with_its_headers_in_row_one() -> None:
    buku = plan({})

    assert buku.sheetnames == ["Petunjuk", *LEMBAR_RENCANA]
    for nama, kolom in LEMBAR_RENCANA.items():
        assert [x.value for x in header(buku[nama])] == [x.judul for x in kolom]
        assert rows(buku[nama]) == []
        assert buku[nama].freeze_panes == "B2"


def test_the_empty_form_is_read_as_an_empty_plan_without_a_fault() -> None:
    tabel = read_tabel_rencana(read_buku(build_rencana_xlsx({}, DIBUAT)), "rencana.xlsx", 2021)

    assert {x.jenis.name for x in tabel.temuan} == {"RENCANA_KOSONG"}
    assert not has_galat(tabel.temuan, {})


def test_headers_that_must_be_filled_in_are_darker_than_the_others() -> None:
    buku = plan({})
    shown = {
        (nama, str(cell.value)): sum(bytes.fromhex(str(cell.fill.fgColor.rgb)[2:]))
        for nama in LEMBAR_RENCANA
        for cell in header(buku[nama])
    }

    dark = [shown[nama, kolom.judul] for nama, kolom in KOLOM if kolom.wajib]
    light = [shown[nama, kolom.judul] for nama, kolom in KOLOM if not kolom.wajib]
    assert max(dark) < min(light)


def test_every_header_has_a_note_that_says_what_belongs_there() -> None:
    buku = plan({})
    notes = {
        (nama, str(cell.value)): cell.comment.text if cell.comment else ""
        for nama in LEMBAR_RENCANA
        for cell in header(buku[nama])
    }

    for nama, kolom in KOLOM:
        must = "Wajib diisi." if kolom.wajib else "Boleh kosong."
        assert notes[nama, kolom.judul] == f"{must} {kolom.catatan}".strip()


@pytest.mark.parametrize(("nama", "judul"), [(n, k.judul) for n, k in KOLOM if k.pilihan])
def test_a_choice_is_offered_for_a_thousand_rows_and_nothing_else_is_taken(
    nama: str, judul: str
) -> None:
    rule = rule_of(plan({})[nama], judul)
    (kolom,) = (k for n, k in KOLOM if (n, k.judul) == (nama, judul))

    assert rule.formula1 == f'"{",".join(kolom.pilihan)}"'
    assert (rule.type, rule.errorStyle or "stop") == ("list", "stop")
    assert next(iter(rule.cells.ranges)).max_row > 1000


@pytest.mark.parametrize(
    ("nama", "judul", "sumber"), [(n, k.judul, k.daftar) for n, k in KOLOM if k.daftar]
)
def test_codes_of_another_sheet_are_offered_and_a_new_one_is_let_through(
    nama: str, judul: str, sumber: str
) -> None:
    rule = rule_of(plan({})[nama], judul)

    assert rule.formula1 == f"'{sumber}'!$A$2:$A$2001"
    assert LEMBAR_RENCANA[sumber][0].judul == "Kode"
    assert (rule.type, rule.errorStyle) == ("list", "warning")


def test_columns_of_codes_hold_text_so_that_7_01_and_a_long_nip_stay_whole() -> None:
    isi: IsiRencana = {"Unit": [{"Kode": "7.01", "NIP": "198001012005011001"}]}
    buku = plan(isi)

    assert [x.value for x in buku["Unit"][2]] == ["7.01", None, None, "198001012005011001", None]
    for nama in LEMBAR_RENCANA:
        for cell in header(buku[nama]):
            width = buku[nama].column_dimensions[cell.column_letter]
            assert (width.number_format == "@") == (cell.value in KOLOM_TEKS)


def test_a_range_stays_text_when_somebody_edits_its_cell() -> None:
    cells = plan({"Indikator": [{"Target Tahunan": "2-3"}]})["Indikator"][2]
    (cell,) = (x for x in cells if x.value)

    assert (cell.value, cell.number_format) == ("2-3", "@")


@pytest.mark.parametrize("teks", ["=1+1", "<r><t>x</t></r>", "http://contoh.id", "+62", "@a"])
def test_texts_never_become_formulas_links_or_markup(teks: str) -> None:
    (row,) = plan({"Unit": [{"Nama Unit": teks}]})["Unit"].iter_rows(min_row=2)

    assert (row[1].value, row[1].data_type, row[1].hyperlink) == (teks, "s", None)


def test_a_row_with_a_long_text_is_taller_and_free_to_grow() -> None:
    isi: IsiRencana = {"Cascading": [{"Uraian": "Meningkatnya mutu " * 20}, {"Uraian": "Pendek"}]}
    heights = plan(isi)["Cascading"].row_dimensions

    assert (heights[2].height or 0) > 2 * (heights[3].height or TINGGI_BIASA)


def test_unknown_sheets_and_headers_are_refused_rather_than_dropped() -> None:
    with pytest.raises(KeyError, match="Uniit"):
        build_rencana_xlsx({"Uniit": []}, DIBUAT)
    with pytest.raises(KeyError, match="Kodee"):
        build_rencana_xlsx({"Unit": [{"Kodee": "A"}]}, DIBUAT)


def test_the_same_rows_give_the_same_bytes() -> None:
    assert build_rencana_xlsx(contoh(), DIBUAT) == build_rencana_xlsx(contoh(), DIBUAT)


def test_every_value_of_the_example_plan_comes_back_as_it_was() -> None:
    isi, buku = contoh(), plan(contoh())

    for nama in LEMBAR_RENCANA:
        assert rows(buku[nama]) == isi[nama]


def test_the_example_plan_is_read_by_the_program_whole_and_without_findings() -> None:
    tabel = read_tabel_rencana(read_buku(build_rencana_xlsx(contoh(), DIBUAT)), "r.xlsx", 2021)

    assert [x.pesan for x in (*tabel.temuan, *check_rencana(tabel))] == []
    rencana = build_rencana(tabel)
    assert {nama: len(rows) for nama, rows in contoh().items()} == {
        "Unit": len(rencana.unit),
        "Cascading": len(rencana.cascading),
        "Indikator": sum(len(x.porsi) for x in rencana.indikator),
        "Riwayat": len(rencana.riwayat),
        "Predikat": sum(len(x) for x in rencana.predikat.values()),
    }


def test_what_may_stay_blank_is_read_back_where_it_is_not() -> None:
    tabel = read_tabel_rencana(read_buku(build_rencana_xlsx(contoh(), DIBUAT)), "r.xlsx", 2021)
    rencana = build_rencana(tabel)
    by_kode = rencana.indikator_by_kode

    assert rencana.unit_by_kode["YAN"].pejabat == "Nama Kasi Pelayanan"
    assert rencana.simpul["7.01.01.2.01.01"].pagu == Decimal(12_500_000)
    assert by_kode["IK-S1-3"].rumus_turun is RumusTurun.RASIO
    assert by_kode["IK-S1-4"].gabungan is Gabungan.RATA_RATA
    serapan = by_kode["IK-S2-2"]
    assert (serapan.agregasi, serapan.bobot) == (Agregasi.KUMULATIF, Decimal(20))
    assert serapan.target_renstra == Rentang(Decimal(92), Decimal(98))


ISI_SEL = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["Cs", "Cn"]), min_size=1, max_size=30),
    st.decimals(-(10**9), 10**9, places=4).map(Decimal.normalize),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.fixed_dictionaries({"Kode": ISI_SEL, "Uraian": ISI_SEL, "Pagu": ISI_SEL})))
@example([{"Kode": "_x0041_", "Uraian": "<r><t>=1</t></r>", "Pagu": Decimal(0)}])
def test_any_rows_come_back_as_they_were(isi: list[dict[str, IsiSel]]) -> None:
    lembar = read_buku(build_rencana_xlsx({"Cascading": isi}, DIBUAT)).sheet("Cascading")

    assert lembar is not None
    columns = {"Kode": 1, "Uraian": 3, "Pagu": 6}
    shown = [
        {judul: lembar.at(baris, kolom).nilai for judul, kolom in columns.items()}
        for baris in range(2, len(isi) + 2)
    ]
    assert shown == isi
