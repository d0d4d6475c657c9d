from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import cast
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.format_unit import build_format
from kinerja_cli.adapter.tulis_xlsx import WARNA_ISIAN, count_lines, text_height
from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.formulir import (
    KodeTandaTangan,
    KolomAnggaran,
    KolomData,
    KolomPenjelasan,
    KunciIdentitas,
)
from kinerja_cli.domain.isian import read_identitas
from kinerja_cli.domain.kantor import Kertas, Pengaturan
from kinerja_cli.domain.pemeriksaan import check_buku
from kinerja_cli.domain.rencana import (
    Agregasi,
    Indikator,
    Polaritas,
    Rencana,
    Simpul,
    TabelPredikat,
)
from kinerja_cli.domain.sidik import sidik_rencana
from rencana_uji import KANTOR, PENGATURAN, UNIT, indikator, porsi, rencana

DIBUAT = datetime(2021, 1, 4, 8, 0)  # noqa: DTZ001 - a document property, in the office's time
SOP = [
    "No.",
    "Sasaran",
    "Indikator Kinerja",
    "Target Tahunan",
    "Target Tribulan",
    "Realisasi Tribulan",
    "Keterangan",
]
KEPALA = 8

NAIK = indikator("S1-1", porsi("u1", "84.5", ("21", "21", "21", "21.5")), satuan="Nilai")
RENTANG = indikator(
    "S1-2",
    porsi("u1", Rentang(Decimal(7), Decimal(8)), (None, None, None, None)),
    polaritas=Polaritas.RENTANG,
    agregasi=Agregasi.KUMULATIF,
)
PREDIKAT = indikator(
    "P1-1",
    porsi("u1", "BB", ("B", "B", "BB", "BB")),
    kode_cascading="P1",
    satuan="SAKIP",
    polaritas=Polaritas.PREDIKAT,
    agregasi=Agregasi.POSISI_AKHIR,
)
BESAR = indikator("K1-1", porsi("u1", 3200, (800, 800, 800, 800)), kode_cascading="K1")
HURUF = {"SAKIP": {"BB": Decimal(70), "B": Decimal(60)}}
RENCANA = rencana(NAIK, RENTANG, PREDIKAT, BESAR, predikat=HURUF)


def form(
    plan: Rencana = RENCANA,
    unit: str = "u1",
    pengaturan: Pengaturan = PENGATURAN,
    tribulan: int = 1,
) -> Workbook:
    return load_workbook(BytesIO(build_format(plan, pengaturan, unit, tribulan, DIBUAT)))


def rows_by_code(lembar: Worksheet, kolom: int) -> dict[str, tuple[Cell, ...]]:
    """Return the rows of a sheet that have a code, without its header."""
    rows = (cast("tuple[Cell, ...]", x) for x in lembar.iter_rows(min_row=KEPALA + 1))
    return {str(x[kolom - 1].value): x for x in rows if x[kolom - 1].value}


def data_rows(buku: Workbook) -> dict[str, tuple[Cell, ...]]:
    return rows_by_code(buku["Data Kinerja"], KolomData.KODE.kolom)


def rule_at(lembar: Worksheet, cell: Cell) -> DataValidation:
    """Return the one input rule on a cell."""
    rules = cast("list[DataValidation]", lembar.data_validations.dataValidation)
    (rule,) = (x for x in rules if cell.coordinate in x.cells)
    return rule


def realisasi_rule(satu: Indikator, **fields: TabelPredikat) -> DataValidation:
    buku = form(rencana(satu, **fields))
    cell = data_rows(buku)[satu.kode][KolomData.REALISASI.kolom - 1]
    return rule_at(buku["Data Kinerja"], cell)


def unlocked(lembar: Worksheet) -> set[str]:
    return {
        cell.coordinate for row in lembar.iter_rows() for cell in row if not cell.protection.locked
    }


def texts(lembar: Worksheet) -> list[str]:
    return [x.value for row in lembar.iter_rows() for x in row if isinstance(x.value, str)]


def xml(part: str, plan: Rencana = RENCANA) -> str:
    isi = build_format(plan, PENGATURAN, "u1", 1, DIBUAT)
    with ZipFile(BytesIO(isi)) as berkas:
        return berkas.read(part).decode()


def test_header_has_the_seven_words_of_the_sop_and_a_hidden_column_of_codes() -> None:
    lembar = form()["Data Kinerja"]

    assert [x.value for x in lembar[KEPALA]] == [*SOP, "Kode"]
    assert lembar.column_dimensions["H"].hidden
    assert not any(lembar.column_dimensions[x].hidden for x in "ABCDEFG")


def test_every_indicator_of_the_unit_stands_once_with_its_code_on_both_sheets() -> None:
    buku = form()
    data = [x[0].value for x in buku["Data Kinerja"].iter_rows(min_col=8, min_row=KEPALA + 1)]
    penjelasan = rows_by_code(buku["Penjelasan"], KolomPenjelasan.KODE.kolom)

    planned = [x.kode for x in RENCANA.indikator]
    assert [x for x in data if x and not str(x).startswith("#")] == planned
    assert list(penjelasan) == planned


def test_an_indicator_of_another_unit_is_left_out() -> None:
    mine, other = (
        indikator("A", porsi("u1", 1, (1, 1, 1, 1))),
        indikator("B", porsi("u2", 1, "1111")),
    )

    assert "B" not in data_rows(form(rencana(mine, other)))


def test_sections_number_their_rows_from_one_and_sasaran_comes_first() -> None:
    plan = rencana(BESAR, NAIK, RENTANG)
    shown = [x[0].value for x in form(plan)["Data Kinerja"].iter_rows(min_row=KEPALA + 1)]

    assert [x for x in shown if x] == [
        "A. Indikator Kinerja Sasaran",
        1,
        2,
        "B. Indikator Kinerja Program dan Kegiatan",
        1,
    ]


def test_a_section_without_rows_is_left_out() -> None:
    assert not [x for x in texts(form(rencana(NAIK))["Data Kinerja"]) if x.startswith("B. ")]
    assert not [x for x in texts(form(rencana(BESAR))["Data Kinerja"]) if x.startswith("A. ")]


def test_a_unit_without_indicators_still_gets_a_form_that_says_so() -> None:
    buku = form(rencana(NAIK), unit="u2")

    assert "Tidak ada indikator kinerja untuk unit ini." in texts(buku["Data Kinerja"])
    assert rows_by_code(buku["Penjelasan"], KolomPenjelasan.KODE.kolom) == {}


def test_sasaran_stands_once_for_its_indicators_without_merged_cells() -> None:
    buku = form()
    rows = data_rows(buku)
    sasaran = [rows[x.kode][KolomData.SASARAN.kolom - 1] for x in RENCANA.indikator]

    assert [x.value for x in sasaran] == ["Sasaran satu", None, "Program satu", "Kegiatan satu"]
    assert [x.border.bottom.style for x in sasaran[:2]] == [None, "thin"]
    merged = {int(x.min_row) for x in buku["Data Kinerja"].merged_cells.ranges}
    assert not merged & {rows[x.kode][0].row for x in RENCANA.indikator}


def test_the_indicators_cell_begins_with_the_plans_text_and_names_the_satuan_below() -> None:
    rows = data_rows(form())

    assert rows["S1-1"][2].value == "Jumlah hasil S1-1\n(Nilai)"
    assert rows["S1-2"][2].value == "Jumlah hasil S1-2\n(dokumen) kumulatif s.d. tribulan ini"


def test_targets_are_numbers_ranges_letters_or_blank() -> None:
    rows = data_rows(form(tribulan=4))
    shown = {k: [x.value for x in row[3:5]] for k, row in rows.items() if not k.startswith("#")}

    assert shown == {
        "S1-1": [84.5, 21.5],
        "S1-2": ["7–8", None],
        "P1-1": ["BB", "BB"],
        "K1-1": [3200, 800],
    }
    assert [rows[k][3].number_format for k in ("S1-1", "K1-1")] == ["#,##0.0", "#,##0"]
    assert rows["S1-2"][3].alignment.horizontal == "center"


def test_only_the_cells_to_fill_in_are_unlocked() -> None:
    buku = form()
    rows = data_rows(buku)
    signed = {f"{x}{row[0].row}" for k, row in rows.items() if k.startswith("#") for x in "FG"}
    titles = {f"{x}{rows['#nama'][0].row - 5 + i}" for x in "FG" for i in (0, 1)}
    fill = {f"{x}{rows[k.kode][0].row}" for k in RENCANA.indikator for x in "FG"}

    assert fill <= unlocked(buku["Data Kinerja"]) <= fill | signed
    assert not unlocked(buku["Data Kinerja"]) & titles
    coded = rows_by_code(buku["Penjelasan"], KolomPenjelasan.KODE.kolom).values()
    assert unlocked(buku["Penjelasan"]) == {f"{x}{row[0].row}" for row in coded for x in "CDEFGHI"}
    assert unlocked(buku["Anggaran"]) == {"D9", "E9"}
    assert not unlocked(buku["Petunjuk"]) | unlocked(buku["_identitas"])


def test_every_sheet_is_protected_without_a_password_and_lets_rows_grow() -> None:
    for lembar in form().worksheets:
        assert lembar.protection.sheet, lembar.title
        assert lembar.protection.password is None
        if lembar.sheet_state == "visible":
            assert not lembar.protection.formatRows
            assert not lembar.protection.formatColumns
            assert not lembar.protection.formatCells
    assert "customHeight" not in xml("xl/worksheets/sheet1.xml")


def test_realisasi_cells_are_yellow_and_keep_what_a_program_makes_of_the_typing() -> None:
    for kode in ("S1-1", "P1-1"):
        cell = data_rows(form())[kode][KolomData.REALISASI.kolom - 1]
        assert (cell.value, cell.number_format) == (None, "General")
        assert str(cell.fill.fgColor.rgb).endswith(WARNA_ISIAN)


def test_a_number_below_zero_is_warned_of_but_not_blocked() -> None:
    rule = realisasi_rule(NAIK)

    assert (rule.type, rule.operator, rule.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert rule.errorStyle == "warning"


@pytest.mark.parametrize(
    "satu",
    [
        indikator("A", porsi("u1", "1", "1111"), uraian="Laju pertumbuhan ekonomi"),
        indikator("A", replace(porsi("u1", 1, "1111"), target_tahunan=Decimal("-5.9"))),
    ],
)
def test_a_measure_that_can_be_negative_has_no_lower_bound(satu: Indikator) -> None:
    rule = realisasi_rule(satu)

    assert (rule.type, rule.operator) == ("decimal", None)
    assert float(str(rule.formula1)) < -1e12


def test_a_predikat_offers_the_letters_of_the_plan() -> None:
    rule = realisasi_rule(PREDIKAT, predikat=HURUF)

    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", '"BB,B"', "warning")


@pytest.mark.parametrize(
    "huruf", [{}, {"A,B": Decimal(1)}, {f"Predikat {i}": Decimal(i) for i in range(40)}]
)
def test_letters_that_a_list_cannot_hold_leave_a_message_only(huruf: dict[str, Decimal]) -> None:
    rule = realisasi_rule(PREDIKAT, predikat={"SAKIP": huruf} if huruf else {})

    assert (rule.type, rule.promptTitle) == (None, "Pilih predikat")


def test_the_message_says_whether_the_figure_is_cumulative() -> None:
    kumulatif, jumlah = realisasi_rule(RENTANG), realisasi_rule(BESAR)

    assert "kumulatif sampai dengan tribulan ini" in str(kumulatif.prompt)
    assert "hasil tribulan ini saja" in str(jumlah.prompt)


def test_messages_keep_the_limits_of_spreadsheets_whatever_the_satuan() -> None:
    satu = indikator("A", satuan="dokumen\x07 " * 90)
    rule = realisasi_rule(satu)

    assert len(str(rule.promptTitle)) <= 32
    assert len(str(rule.prompt)) <= 255
    assert "\x07" not in str(rule.prompt)


def test_the_workbook_opens_on_the_first_cell_to_fill_in() -> None:
    buku = form()

    assert buku.sheetnames == ["Data Kinerja", "Penjelasan", "Anggaran", "Petunjuk", "_identitas"]
    assert buku.active is buku["Data Kinerja"]
    cells = [x.activeCell for x in buku["Data Kinerja"].sheet_view.selection]
    assert cells[-1] == data_rows(buku)["S1-1"][KolomData.REALISASI.kolom - 1].coordinate
    assert buku["Data Kinerja"].freeze_panes == f"A{KEPALA + 1}"


def test_a_hidden_sheet_says_whose_form_it_is_as_text() -> None:
    lembar = form(tribulan=3)["_identitas"]

    assert lembar.sheet_state == "hidden"
    assert [(x[0].value, x[1].value) for x in lembar.iter_rows()] == [
        (KunciIdentitas.FORMAT.value, "1"),
        (KunciIdentitas.KANTOR.value, "Kecamatan Uji"),
        (KunciIdentitas.UNIT.value, "u1"),
        (KunciIdentitas.TAHUN.value, "2021"),
        (KunciIdentitas.TRIBULAN.value, "3"),
        (KunciIdentitas.SIDIK_RENCANA.value, sidik_rencana(RENCANA, "u1")),
    ]


def test_the_letterhead_names_office_unit_year_and_tribulan_in_roman() -> None:
    shown = texts(form(tribulan=4)["Data Kinerja"])

    for teks in ("PEMERINTAH KABUPATEN UJI", "KECAMATAN UJI", "Jalan Uji 1"):
        assert teks in shown
    assert "FORMAT PENGUMPULAN DATA KINERJA" in shown
    assert {": Seksi Satu", ": 2021", ": IV"} <= set(shown)


def test_example_data_is_marked_and_real_data_is_not() -> None:
    contoh = replace(PENGATURAN, kantor=replace(KANTOR, contoh=True))

    for nama in ("Data Kinerja", "Penjelasan", "Anggaran"):
        assert "DATA CONTOH" in texts(form(pengaturan=contoh)[nama])
        assert "DATA CONTOH" not in texts(form()[nama])


def test_a_unit_without_budget_lines_has_no_sheet_anggaran_and_is_not_told_of_one() -> None:
    plan = replace(RENCANA, cascading=tuple(replace(x, pagu=None) for x in RENCANA.cascading))
    buku = form(plan)

    assert "Anggaran" not in buku.sheetnames
    assert not [x for x in texts(buku["Petunjuk"]) if "Anggaran" in x]


def test_budget_lines_show_code_and_pagu_and_are_summed() -> None:
    more = Simpul("7.01", BESAR_JENJANG, "Kegiatan tiga", "P1", "u1", Decimal(500))
    plan = replace(RENCANA, cascading=(*RENCANA.cascading, more))
    isi = build_format(plan, PENGATURAN, "u1", 1, DIBUAT)
    formulas = load_workbook(BytesIO(isi))["Anggaran"]
    values = load_workbook(BytesIO(isi), data_only=True)["Anggaran"]

    assert [x.value for x in values[KEPALA]] == [x.judul for x in KolomAnggaran]
    assert [x.value for x in values[9]][:3] == ["K1", "Kegiatan satu", 1_000_000]
    assert [x.value for x in values[10]][:3] == ["7.01", "Kegiatan tiga", 500]
    assert [x.value for x in values[11]] == [None, "Jumlah", 1_000_500, 0, None]
    assert [x.value for x in formulas[11]][2:4] == ["=SUM(C9:C10)", "=SUM(D9:D10)"]
    rule = rule_at(formulas, formulas["D9"])
    assert (rule.type, rule.operator, rule.errorStyle) == ("whole", "greaterThanOrEqual", "warning")


BESAR_JENJANG = RENCANA.simpul["K1"].jenjang


@pytest.mark.parametrize(
    "teks", ["=1+1", "<r><t>x</t></r>", "{=A1}", "http://contoh.id", "a & <b>"]
)
def test_texts_of_the_plan_never_become_formulas_links_or_markup(teks: str) -> None:
    plan = replace(
        rencana(indikator(teks, uraian=teks, satuan=teks)),
        cascading=tuple(replace(x, uraian=teks) for x in RENCANA.cascading),
        unit=(replace(UNIT[0], nama=teks, pejabat=teks, nip=teks, pangkat=teks),),
    )
    buku = form(plan)
    row = data_rows(buku)[teks]

    assert [x.value for x in row[1:3]] == [teks, f"{teks}\n({teks})"]
    for lembar in buku.worksheets:
        cells = [x for r in lembar.iter_rows() for x in r if x.data_type == "f"]
        assert [x.value for x in cells if not re.match(r"=SUM\(", str(x.value))] == []
        assert not any(x.hyperlink for r in lembar.iter_rows() for x in r)


def test_the_signature_block_is_marked_and_its_name_prefilled() -> None:
    unit = replace(UNIT[0], nip="198001012005011001", pangkat="Penata")
    rows = data_rows(form(replace(RENCANA, unit=(unit,))))
    nama = rows[KodeTandaTangan.NAMA.kode]

    assert rows[KodeTandaTangan.TANGGAL.kode][4].value == "Uji,"
    assert rows[KodeTandaTangan.TANGGAL.kode][5].value is None
    assert nama[5].value == "Nama Kasi Satu"
    below = texts(form(replace(RENCANA, unit=(unit,)))["Data Kinerja"])
    assert {"Penata", "NIP. 198001012005011001"} <= set(below)


def test_the_signature_goes_to_a_new_page_with_the_last_row_when_it_would_be_split() -> None:
    few = rencana(NAIK)
    many = rencana(*(replace(NAIK, kode=f"A{i}") for i in range(12)))

    assert [x.id for x in form(few)["Data Kinerja"].row_breaks.brk] == []
    (found,) = form(many)["Data Kinerja"].row_breaks.brk
    assert found.id == data_rows(form(many))["A11"][0].row - 1


@pytest.mark.parametrize(("kertas", "kode"), [(Kertas.A4, 9), (Kertas.F4, 14)])
def test_the_form_prints_lying_one_page_wide_with_its_header_repeated(
    kertas: Kertas, kode: int
) -> None:
    lembar = form(pengaturan=replace(PENGATURAN, kertas=kertas))["Data Kinerja"]

    assert (int(lembar.page_setup.paperSize or 0), lembar.page_setup.orientation) == (
        kode,
        "landscape",
    )
    assert lembar.sheet_properties.pageSetUpPr is not None
    assert lembar.sheet_properties.pageSetUpPr.fitToPage
    assert lembar.page_setup.fitToHeight == 0
    assert lembar.print_title_rows == f"${KEPALA}:${KEPALA}"
    assert re.fullmatch(r".*!\$A\$1:\$G\$\d+", str(lembar.print_area))


def test_a_longer_text_makes_its_row_taller() -> None:
    long = replace(NAIK, kode="B", uraian="Persentase dokumen yang diselesaikan " * 9)
    buku = form(rencana(NAIK, long))
    rows, heights = data_rows(buku), buku["Data Kinerja"].row_dimensions

    assert (heights[rows["B"][0].row].height or 0) > 3 * (heights[rows["S1-1"][0].row].height or 15)


@pytest.mark.parametrize(
    ("teks", "baris"), [("", 1), ("satu dua", 1), ("satu dua tiga", 2), ("a\nb", 2), ("x" * 25, 3)]
)
def test_lines_are_counted_as_a_spreadsheet_wraps_them(teks: str, baris: int) -> None:
    assert count_lines(teks, 10) == baris
    assert text_height([("a", 10), (teks, 10)]) == text_height([("\n".join("a" * baris), 10)])


def test_the_same_plan_gives_the_same_bytes() -> None:
    first, second = (build_format(RENCANA, PENGATURAN, "u1", 2, DIBUAT) for _ in range(2))

    assert first == second


def test_a_unit_that_the_plan_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError, match="u9"):
        build_format(RENCANA, PENGATURAN, "u9", 1, DIBUAT)


def fill(buku: Workbook) -> bytes:
    """Fill in a form of RENCANA as a unit would."""
    rows = data_rows(buku)
    typed: dict[str, float | str] = {"S1-1": 21, "S1-2": 7.5, "P1-1": "B", "K1-1": 812.5}
    for kode, nilai in typed.items():
        rows[kode][KolomData.REALISASI.kolom - 1].value = nilai
        rows[kode][KolomData.KETERANGAN.kolom - 1].value = "Sesuai rencana"
    signed = KodeTandaTangan.TANGGAL.kode
    rows[signed][KolomData.REALISASI.kolom - 1].value = datetime(2021, 4, 5)  # noqa: DTZ001
    buku["Anggaran"]["D9"] = 250_000
    hasil = BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


def test_a_filled_form_is_read_back_without_findings_and_with_the_values_typed() -> None:
    hasil = check_buku(read_buku(fill(form())), "u1.xlsx", RENCANA, PENGATURAN)

    assert hasil.temuan == ()
    assert hasil.setoran is not None
    assert {k: x.nilai for k, x in hasil.setoran.realisasi.items()} == {
        "S1-1": Decimal(21),
        "S1-2": Decimal("7.5"),
        "P1-1": "B",
        "K1-1": Decimal("812.5"),
    }
    assert hasil.setoran.anggaran["K1"].nilai == Decimal(250_000)


def test_an_empty_form_is_recognised_and_no_row_of_it_is_taken_for_a_strange_one() -> None:
    buku = read_buku(build_format(RENCANA, PENGATURAN, "u1", 1, DIBUAT))
    hasil = check_buku(buku, "u1.xlsx", RENCANA, PENGATURAN)

    assert read_identitas(buku) is not None
    assert {x.jenis.name for x in hasil.temuan} == {
        "REALISASI_KOSONG",
        "ANGGARAN_KOSONG",
        "BELUM_DITANDATANGANI",
    }


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs", "Cn"]), min_size=1, max_size=40))
@example("<r><t>x</t></r>")
@example("_x0041_")
def test_any_text_of_the_plan_comes_back_as_it_was(teks: str) -> None:
    plan = rencana(indikator("A", uraian=teks))
    lembar = read_buku(build_format(plan, PENGATURAN, "u1", 1, DIBUAT)).lembar[0]

    shown = [str(x.nilai) for (_, kolom), x in lembar.sel.items() if kolom == 3]
    assert f"{teks}\n(dokumen)" in shown
