"""The analysis as a workbook: the domain's figures, carried by formulas, on printable sheets."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl.cell.rich_text import CellRichText

from analisis_contoh import (
    CASCADING,
    DIBUAT,
    PENGATURAN,
    TEKS_JINJA,
    TEKS_MARKUP,
    TEKS_NAKAL,
    contoh_analisis,
    contoh_rencana,
    contoh_temuan,
)
from kinerja_cli.adapter.analisis_xlsx import URUTAN, build_analisis_xlsx
from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis, HasilAnggaran
from kinerja_cli.domain.angka import round_half_up
from kinerja_cli.domain.capaian import Capaian
from kinerja_cli.domain.kantor import AturanHitung, Kertas, RumusEfisiensi
from kinerja_cli.domain.predikat import SKALA_PERMENDAGRI_86, Kelas
from kinerja_cli.domain.rencana import ROMAWI, Agregasi, Jenjang, Simpul, format_nilai
from kinerja_cli.domain.temuan import Tingkat
from tabel_xlsx import Laporan, row_where

SEMUA_TRIBULAN = pytest.mark.parametrize("tribulan", [1, 2, 3, 4])


def laporan_of(analisis: Analisis) -> Laporan:
    return Laporan(build_analisis_xlsx(analisis, contoh_temuan(), DIBUAT))


def contoh_laporan(tribulan: int = 4, **aturan: Any) -> tuple[Analisis, Laporan]:  # noqa: ANN401 - fields of AturanHitung
    """Return the example's analysis and its workbook, made once; tests only read them."""
    return _laporan(tribulan, AturanHitung(**aturan))


@cache
def _laporan(tribulan: int, aturan: AturanHitung) -> tuple[Analisis, Laporan]:
    analisis = contoh_analisis(
        tribulan, **{x.name: getattr(aturan, x.name) for x in fields(aturan)}
    )
    return analisis, laporan_of(analisis)


def printed(capaian: Capaian) -> float | str:
    """Return what a cell must carry: two decimals, or the reason."""
    if capaian.persen is not None:
        return float(round_half_up(capaian.persen))
    assert capaian.alasan is not None
    return str(capaian.alasan.value)


def printed_or_dash(nilai: Decimal | None) -> float | str:
    return "–" if nilai is None else float(round_half_up(nilai))


def shown(nilai: Any) -> Any:  # noqa: ANN401 - whatever a cell may hold
    """Return a target or realisasi as a cell carries it."""
    return float(nilai) if isinstance(nilai, Decimal) else format_nilai(nilai) or "–"


def name_of(kelas: Kelas | None) -> str:
    return kelas.nama if kelas else "–"


@SEMUA_TRIBULAN
def test_every_sheet_is_there_in_order_and_no_formula_carries_an_error(tribulan: int) -> None:
    _, laporan = contoh_laporan(tribulan)

    assert tuple(laporan.nilai.sheetnames) == URUTAN
    wrong = {k: v for k, v in laporan.formulas().items() if v[1] is None or "#" in str(v[1])}
    assert wrong == {}


@SEMUA_TRIBULAN
def test_capaian_of_every_tribulan_is_the_domains(tribulan: int) -> None:
    analisis, laporan = contoh_laporan(tribulan)
    rows = laporan.table("Per Tribulan", "Agregasi")

    for hasil in analisis.indikator:
        row = row_where(rows, "Kode", hasil.indikator.kode)
        for ke, one in enumerate(hasil.waktu.tribulan, 1):
            assert row[f"Capaian: TW {ROMAWI[ke]}"] == printed(one.capaian)


@SEMUA_TRIBULAN
def test_figures_up_to_the_tribulan_and_of_the_year_are_the_domains(tribulan: int) -> None:
    analisis, laporan = contoh_laporan(tribulan)
    rows = laporan.table("Capaian Indikator", "Jenjang")
    upto = f"s.d. Tribulan {ROMAWI[tribulan]}: "
    over = tribulan == 4

    for hasil in analisis.indikator:
        row, waktu = row_where(rows, "Kode", hasil.indikator.kode), hasil.waktu
        assert row[f"{upto}Target"] == pytest.approx(shown(waktu.sampai_dengan.target))
        assert row[f"{upto}Realisasi"] == pytest.approx(shown(waktu.sampai_dengan.realisasi))
        judged = "Capaian" if over else "Capaian (dinilai)"
        assert row[upto + judged] == printed(waktu.sampai_dengan.capaian)
        assert row["Tahun 2021: Target"] == pytest.approx(shown(waktu.tahun.target))
        progress = "Capaian (dinilai)" if over else "Kemajuan"
        assert row[f"Tahun 2021: {progress}"] == printed(waktu.kemajuan)
        assert row["Predikat"] == name_of(hasil.predikat)


@SEMUA_TRIBULAN
@pytest.mark.parametrize("batas", [Decimal(100), Decimal(120), None])
def test_means_of_sasaran_program_and_office_are_the_domains(
    tribulan: int, batas: Decimal | None
) -> None:
    analisis, laporan = contoh_laporan(tribulan, batas_rata_rata=batas)
    rows = laporan.table("Capaian Sasaran", "Jenjang")
    cap = f"Rata-rata Dibatasi {batas}" if batas else "Rata-rata Tanpa Batas"
    wanted: list[tuple[str, RataRata, Kelas | None]] = [
        (x.simpul.uraian, x.rata_rata, x.predikat) for x in (*analisis.sasaran, *analisis.program)
    ]
    wanted.append(
        ("Rata-rata kantor (seluruh indikator sasaran)", analisis.kantor, analisis.predikat)
    )

    for uraian, mean, predikat in wanted:
        row = row_where(rows, "Sasaran / Program / Kegiatan", uraian)
        assert row["Rata-rata Capaian"] == printed_or_dash(mean.apa_adanya)
        assert row[cap] == printed_or_dash(mean.dibatasi)
        assert (row["Indikator Dinilai"], row["Jumlah Indikator"]) == (mean.dinilai, mean.jumlah)
        assert row["Predikat"] == name_of(predikat)


@SEMUA_TRIBULAN
def test_units_are_judged_by_their_own_shares(tribulan: int) -> None:
    analisis, laporan = contoh_laporan(tribulan)
    rows = laporan.table("Per Unit", "Satuan")

    for unit in analisis.unit:
        row = row_where(rows, "Unit / Indikator Kinerja", unit.unit.nama)
        mean = unit.rata_rata
        assert row["Capaian"] == printed_or_dash(mean.apa_adanya)
        assert row["Capaian Dibatasi 100"] == printed_or_dash(mean.dibatasi)
        assert row["Satuan"] == f"{mean.dinilai} dari {mean.jumlah} dinilai"
        assert row["Predikat"] == name_of(unit.predikat)
    for hasil in analisis.indikator:
        for porsi in hasil.porsi:
            own = [x for x in rows if x["Unit"] == porsi.unit.kode]
            row = row_where(own, "Kode", hasil.indikator.kode)
            assert row["Target"] == pytest.approx(shown(porsi.waktu.berlaku.target))
            assert row["Realisasi"] == pytest.approx(shown(porsi.waktu.berlaku.realisasi))
            assert row["Capaian"] == printed(porsi.waktu.berlaku.capaian)


def test_what_a_unit_wrote_stands_beside_its_share() -> None:
    rows = contoh_laporan()[1].table("Per Unit", "Satuan")

    turun = row_where(rows, "Kode", "TURUN")["Keterangan Unit pada Tribulan IV"]
    assert turun.split("\n") == [
        "Faktor penyebab: Hujan",
        "Kendala: Jalan rusak",
        "Solusi: Diulang",
        "Tindak lanjut: Ya",
    ]


def test_a_missing_workbook_is_named() -> None:
    rows = contoh_laporan(3)[1].table("Per Unit", "Satuan")

    kepala = "Keterangan Unit pada Tribulan III"
    wanted = "Formulir diterima: Tribulan I, II; belum masuk: Tribulan III"
    assert row_where(rows, "Unit", "u3")[kepala] == wanted
    assert row_where(rows, "Kode", "STABIL")[kepala] == "Formulir belum masuk"


@SEMUA_TRIBULAN
@pytest.mark.parametrize("rumus", list(RumusEfisiensi))
def test_budget_and_efficiency_are_the_domains(tribulan: int, rumus: RumusEfisiensi) -> None:
    analisis, laporan = contoh_laporan(tribulan, efisiensi=rumus)
    rows = laporan.table("Anggaran & Efisiensi", "Jenjang")
    means = {x.simpul.kode: x for x in (*analisis.sasaran, *analisis.program)}

    def check(row: Any, hasil: HasilAnggaran) -> None:  # noqa: ANN401 - a row of any values
        assert row["Anggaran: Pagu (Rp)"] == hasil.pagu
        absent = None if hasil.daun else "–"
        spent = absent if hasil.realisasi is None else float(hasil.realisasi)
        assert row["Anggaran: Realisasi (Rp)"] == spent
        if hasil.serapan is None:
            assert row["Anggaran: Serapan (%)"] in {"belum ada realisasi", "belum lengkap"}
        else:
            assert row["Anggaran: Serapan (%)"] == float(round_half_up(hasil.serapan))

    for hasil in analisis.anggaran:
        row = row_where(rows, "Kode", hasil.simpul.kode)
        check(row, hasil)
        if hasil.simpul.kode in means:
            efisiensi = means[hasil.simpul.kode].efisiensi
            points, word = (row[f"Kinerja dan efisiensi: {x}"] for x in ("Efisiensi", "Sebutan"))
            if efisiensi:
                assert points == float(round_half_up(efisiensi.nilai))
                assert word == efisiensi.sebutan
            elif tribulan == 4:
                assert (points, word) == ("target belum tercapai", "–")
            else:
                assert (points, word) == ("belum akhir tahun", None)
    total = row_where(rows, "Sasaran / Program / Kegiatan / Sub Kegiatan", "JUMLAH ANGGARAN")
    assert analisis.total_anggaran is not None
    check(total, analisis.total_anggaran)


def test_spending_above_pagu_is_not_called_efficient() -> None:
    line = replace(CASCADING[4], pagu=Decimal(500_000))
    plan = contoh_rencana(cascading=(*CASCADING[:4], line, *CASCADING[5:]))
    rows = laporan_of(contoh_analisis(4, plan)).table("Anggaran & Efisiensi", "Jenjang")

    row = row_where(rows, "Kode", "S1")
    assert row["Anggaran: Serapan (%)"] == 197.53
    assert row["Kinerja dan efisiensi: Efisiensi"] == "serapan di atas 100"
    assert row["Kinerja dan efisiensi: Sebutan"] == "–"


def test_a_line_without_pagu_has_no_serapan() -> None:
    line = replace(CASCADING[4], pagu=Decimal(0))
    plan = contoh_rencana(cascading=(*CASCADING[:4], line, *CASCADING[5:]))
    rows = laporan_of(contoh_analisis(4, plan)).table("Anggaran & Efisiensi", "Jenjang")

    assert row_where(rows, "Kode", "K1")["Anggaran: Serapan (%)"] == "pagu nol"


def test_a_tie_is_rounded_up_as_a_calculator_would() -> None:
    rows = contoh_laporan()[1].table("Capaian Indikator", "Jenjang")

    row = row_where(rows, "Kode", "NAIK")
    assert row["Tahun 2021: Capaian (dinilai)"] == 12.35
    assert row["Kolom bantu rata-rata: Capaian belum dibulatkan"] == 12.345


def test_what_has_no_capaian_says_why_and_enters_no_mean() -> None:
    _, laporan = contoh_laporan(2)
    rows = laporan.table("Capaian Indikator", "Jenjang")
    kepala = "s.d. Tribulan II: Capaian (dinilai)"

    assert row_where(rows, "Kode", "KOSONG")[kepala] == "belum ada realisasi"
    assert row_where(rows, "Kode", "TAHUNAN")[kepala] == "tidak ditargetkan"
    sasaran = row_where(laporan.table("Capaian Sasaran", "Jenjang"), "Kode", "S1")
    assert (sasaran["Indikator Dinilai"], sasaran["Jumlah Indikator"]) == (4, 5)


def test_capaian_means_and_totals_are_formulas_that_lead_back_to_the_figures() -> None:
    formulas = contoh_laporan()[1].formulas()
    sheets = {sheet for sheet, _ in formulas}

    assert sheets == set(URUTAN) - {"Temuan", "Aturan"}
    text = " ".join(rumus for rumus, _ in formulas.values())
    for part in ("'Per Tribulan'!", "'Capaian Indikator'!", "SUMIFS(", "AVERAGE(", "SUMPRODUCT("):
        assert part in text


def test_comparison_takes_the_figures_as_printed() -> None:
    rows = contoh_laporan()[1].table("Perbandingan", "Satuan")

    naik = row_where(rows, "Kode", "NAIK")
    assert naik["Tahun 2020: Capaian"] == 100
    assert naik["Tahun 2019: Capaian"] == 93.57
    assert naik["Terhadap tahun lalu: Selisih Capaian (poin)"] == -87.65
    assert naik["Terhadap tahun lalu: Arah"] == "turun"
    assert naik["Akhir Renstra: Tingkat Capaian"] == 10.97
    assert naik["Pembanding: Letak Realisasi"] == "di atas"
    turun = row_where(rows, "Kode", "TURUN")
    assert turun["Tahun 2020: Capaian"] == "belum ada realisasi"
    assert turun["Terhadap tahun lalu: Arah"] == "–"


def test_part_of_a_year_is_not_compared_with_a_whole_one() -> None:
    rows = contoh_laporan(3)[1].table("Perbandingan", "Satuan")

    naik = row_where(rows, "Kode", "NAIK")
    reason = "belum akhir tahun"
    assert naik["Terhadap tahun lalu: Selisih Capaian (poin)"] == reason
    assert naik["Akhir Renstra: Tingkat Capaian"] == reason
    assert naik["Pembanding: Letak Realisasi"] == reason


def test_headlines_and_first_table_repeat_the_means() -> None:
    analisis, laporan = contoh_laporan()
    cards = [x.value for x in laporan.nilai["Ringkasan"][5] if x.value is not None]
    rows = laporan.nilai["Ringkasan"].iter_rows(min_row=30, values_only=True)
    office = next(x for x in rows if x[0] == "Kantor")

    mean = analisis.kantor
    assert cards[:2] == [printed_or_dash(mean.dibatasi), printed_or_dash(mean.apa_adanya)]
    assert cards[2] == name_of(analisis.predikat)
    assert cards[3] == f"{mean.dinilai} dari {mean.jumlah}"
    assert cards[6] == "11 dari 12"
    assert office[7:10] == (
        printed_or_dash(mean.apa_adanya),
        printed_or_dash(mean.dibatasi),
        name_of(analisis.predikat),
    )


def test_texts_from_units_never_become_formulas_links_or_markup() -> None:
    _, laporan = contoh_laporan()
    texts = {
        str(cell.value)
        for sheet in laporan.rumus.worksheets
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.data_type == "s"
    }

    assert {TEKS_NAKAL, TEKS_MARKUP, TEKS_JINJA} <= texts
    assert not any("HYPERLINK" in rumus for rumus, _ in laporan.formulas().values())
    with ZipFile(BytesIO(laporan.isi)) as paket:
        assert not any(b"<hyperlink" in paket.read(x) for x in paket.namelist())


@pytest.mark.parametrize("contoh", [True, False])
def test_made_up_data_is_marked_on_every_sheet_and_page(*, contoh: bool) -> None:
    analisis = contoh_analisis()
    kantor = replace(PENGATURAN.kantor, contoh=contoh, nama="Kecamatan A & B")
    settings = replace(analisis.pengaturan, kantor=kantor)
    laporan = laporan_of(replace(analisis, pengaturan=settings))

    for sheet in laporan.nilai.worksheets:
        title = sheet["A2"].value
        assert isinstance(title, str | CellRichText)
        assert ("DATA CONTOH" in str(title)) is contoh
        assert sheet.oddHeader is not None
        assert ("DATA CONTOH" in str(sheet.oddHeader.center.text)) is contoh
        assert sheet.oddHeader.left.text == "Kecamatan A && B"


def test_every_class_has_its_colour_and_the_legend_names_it() -> None:
    _, laporan = contoh_laporan()

    for nama in ("Capaian Indikator", "Capaian Sasaran", "Per Unit"):
        sheet = laporan.rumus[nama]
        rules = [rule for ranges in sheet.conditional_formatting for rule in ranges.rules]
        by_name = {rule.formula[0] for rule in rules if rule.type == "cellIs"}
        assert by_name == {f'"{kelas.nama}"' for kelas in SKALA_PERMENDAGRI_86}
        assert len({rule.dxf.fill.bgColor.rgb for rule in rules if rule.dxf}) == 5
        legend = str(sheet["A3"].value)
        assert all(kelas.nama in legend for kelas in SKALA_PERMENDAGRI_86)


def test_another_scale_is_looked_up_and_printed() -> None:
    scale = (
        Kelas(Decimal("50.5"), 'Baik "sekali"', "00AA00"),
        Kelas(Decimal(20), "Kurang", "AA0000"),
    )
    _, laporan = contoh_laporan(skala=scale)
    rows = laporan.table("Capaian Indikator", "Jenjang")

    assert row_where(rows, "Kode", "STABIL")["Predikat"] == 'Baik "sekali"'
    assert row_where(rows, "Kode", "NAIK")["Predikat"] == "–"
    rules = laporan.table("Aturan", "Batas bawah (persen)")
    assert [x["Predikat"] for x in rules[:2]] == ["Kurang", 'Baik "sekali"']


def test_sheets_print_one_page_wide_with_header_filter_and_frozen_panes() -> None:
    analisis = contoh_analisis()
    settings = replace(analisis.pengaturan, kertas=Kertas.A4)
    laporan = laporan_of(replace(analisis, pengaturan=settings))

    for sheet in laporan.rumus.worksheets:
        setup = sheet.page_setup
        assert (setup.orientation, setup.fitToHeight) == ("landscape", 0)
        assert (int(setup.paperSize or 0), setup.fitToWidth) == (9, None)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        if sheet.title not in {"Ringkasan", "Aturan"}:
            assert sheet.freeze_panes is not None
            assert sheet.freeze_panes.endswith("6")
            assert sheet.auto_filter.ref is not None
            assert sheet.auto_filter.ref.startswith("A5:")
            assert sheet.print_title_rows == "$4:$5"


@pytest.mark.parametrize(("dengan_pagu", "banyak"), [(True, 4), (False, 3)])
def test_summary_has_native_charts(*, dengan_pagu: bool, banyak: int) -> None:
    plan = contoh_rencana(cascading=CASCADING if dengan_pagu else without_pagu())
    isi = build_analisis_xlsx(contoh_analisis(4, plan), (), DIBUAT)

    with ZipFile(BytesIO(isi)) as paket:
        charts = [x for x in paket.namelist() if x.startswith("xl/charts/chart")]
        drawn = b"".join(paket.read(x) for x in charts)
    assert len(charts) == banyak
    carried = [int(x) for x in re.findall(rb'<c:ptCount val="(\d+)"/>', drawn)]
    assert carried
    assert 0 not in carried  # what shows a chart without computing it
    assert b"<c:lineChart>" in drawn
    assert b"<c:barChart>" in drawn


def without_pagu() -> tuple[Any, ...]:
    return tuple(replace(x, pagu=None) for x in CASCADING)


def test_findings_stand_gravest_first_by_the_levels_of_the_office() -> None:
    analisis = contoh_analisis()
    settings = replace(analisis.pengaturan, tingkat={"I330": Tingkat.INFO})
    rows = laporan_of(replace(analisis, pengaturan=settings)).table("Temuan", "Tingkat")

    assert [(x["Tingkat"], x["Kode"], x["Sel"]) for x in rows] == [
        ("galat", "I310", "F9"),
        ("peringatan", "I337", "F30"),
        ("info", "I330", None),
    ]


def test_an_office_with_one_unit_no_budget_no_history_and_nothing_handed_in() -> None:
    plan = contoh_rencana(
        cascading=without_pagu()[:1] + without_pagu()[2:3],
        indikator=(contoh_rencana().indikator[6],),
        riwayat=(),
        predikat={},
    )
    isi = build_analisis_xlsx(build_analisis(plan, PENGATURAN, [], 1), (), DIBUAT)
    laporan = Laporan(isi)

    cards = [x.value for x in laporan.nilai["Ringkasan"][5] if x.value is not None]
    assert cards == ["–", "–", "–", "0 dari 1", "tanpa pagu", "tanpa pagu", "0 dari 3"]
    assert laporan.nilai["Temuan"]["A6"].value == "Tidak ada temuan."
    assert "tidak memuat pagu" in str(laporan.nilai["Anggaran & Efisiensi"]["A6"].value)


def test_a_plan_without_indicators_of_sasaran_makes_a_report() -> None:
    daftar = tuple(x for x in contoh_rencana().indikator if x.kode_cascading == "P1")
    laporan = laporan_of(contoh_analisis(4, contoh_rencana(indikator=daftar)))

    row = row_where(laporan.table("Capaian Sasaran", "Jenjang"), "Kode", "S1")
    assert (row["Jumlah Indikator"], row["Rata-rata Capaian"]) == (0, "–")


def test_letters_that_the_plan_has_no_number_for_are_not_a_number() -> None:
    laporan = laporan_of(contoh_analisis(4, contoh_rencana(predikat={})))

    row = row_where(laporan.table("Capaian Indikator", "Jenjang"), "Kode", "PREDIKAT")
    assert row["Tahun 2021: Capaian (dinilai)"] == "bukan angka"


def test_letters_of_several_units_stand_as_they_are() -> None:
    plan = contoh_rencana()
    letters = next(x for x in plan.indikator if x.kode == "PREDIKAT")
    shares = (letters.porsi[0], replace(letters.porsi[0], unit="u1"))
    laporan = laporan_of(
        contoh_analisis(4, replace(plan, indikator=(replace(letters, porsi=shares),)))
    )

    rows = laporan.table("Per Tribulan", "Agregasi")
    assert row_where(rows, "Kode", "PREDIKAT")["Realisasi: TW IV"] is None


def test_letters_that_a_plan_sums_stand_as_they_are() -> None:
    plan = contoh_rencana()
    letters = next(x for x in plan.indikator if x.kode == "PREDIKAT")
    summed = replace(letters, agregasi=Agregasi.JUMLAH)
    laporan = laporan_of(contoh_analisis(4, replace(plan, indikator=(summed,))))

    row = row_where(laporan.table("Capaian Indikator", "Jenjang"), "Kode", "PREDIKAT")
    assert row["Tahun 2021: Capaian (dinilai)"] == "belum ada realisasi"


def test_a_budget_without_programmes_is_drawn_by_its_topmost_nodes() -> None:
    lines = tuple(replace(x, induk="S1") for x in CASCADING if x.pagu is not None)
    plan = contoh_rencana(
        cascading=(CASCADING[2], *lines), indikator=contoh_rencana().indikator[6:]
    )
    rows = laporan_of(contoh_analisis(4, plan)).table("Ringkasan", "Pagu (Rp)")

    assert (rows[0]["Kode"], rows[0]["Pagu (Rp)"]) == ("S1", 4_500_000)


def test_a_plan_without_indicators_makes_a_report() -> None:
    laporan = laporan_of(contoh_analisis(4, contoh_rencana(indikator=())))

    rows = laporan.table("Ringkasan", "Jumlah Indikator")
    assert [x["Jumlah Indikator"] for x in rows[:6]] == [0] * 6


def test_of_many_sasaran_only_the_office_is_drawn_as_a_line() -> None:
    more = tuple(Simpul(f"X{x}", Jenjang.SASARAN, f"Sasaran {x}", "T1") for x in range(30))
    plan = contoh_rencana(cascading=(*CASCADING, *more))
    isi = build_analisis_xlsx(contoh_analisis(4, plan), (), DIBUAT)

    with ZipFile(BytesIO(isi)) as paket:
        charts = [paket.read(x) for x in paket.namelist() if x.startswith("xl/charts/chart")]
    (line,) = [x for x in charts if b"<c:lineChart>" in x]
    assert line.count(b"<c:ser>") == 1
    bars = [x for x in charts if b"Rata-rata dibatasi" in x]
    assert all(x.count(b"Ringkasan!$A$") == 2 for x in bars)


def test_the_same_analysis_gives_the_same_bytes() -> None:
    assert laporan_of(contoh_analisis()).isi == contoh_laporan()[1].isi
