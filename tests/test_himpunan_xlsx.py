"""The merged workbook of a tribulan: the SOP's form with every unit, and who is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from analisis_contoh import (
    CASCADING,
    DIBUAT,
    PENGATURAN,
    TEKS_MARKUP,
    TEKS_NAKAL,
    contoh_rencana,
    contoh_setoran,
    contoh_temuan,
)
from kinerja_cli.adapter.himpunan_xlsx import Himpunan, Masukan, build_himpunan_xlsx
from kinerja_cli.domain.formulir import KolomAnggaran, KolomData
from kinerja_cli.domain.rencana import Rencana, format_nilai
from kinerja_cli.domain.status import Keadaan, StatusUnit
from tabel_xlsx import Baris, Laporan, row_where

DITERIMA = datetime(2021, 10, 5, 8, 5, tzinfo=UTC)
BERKAS = "Berkas Sumber"


def masukan(tribulan: int) -> dict[str, Masukan]:
    return {
        x.unit: Masukan(x, f"={x.unit}.xlsx") for x in contoh_setoran() if x.tribulan == tribulan
    }


def himpunan(
    tribulan: int = 3,
    rencana: Rencana | None = None,
    masuk: Mapping[str, Masukan] | None = None,
    pengaturan: Any = PENGATURAN,  # noqa: ANN401 - settings of the office
) -> bytes:
    plan = rencana or contoh_rencana()
    came = masukan(tribulan) if masuk is None else masuk
    status = tuple(
        StatusUnit(x.kode, x.nama, tribulan, Keadaan.DITERIMA, DITERIMA, came[x.kode].berkas, 1)
        if x.kode in came
        else StatusUnit(x.kode, x.nama, tribulan, Keadaan.BELUM_MASUK)
        for x in plan.unit
        if plan.indicators_of(x.kode)
    )
    isi = Himpunan(plan, pengaturan, tribulan, came, DIBUAT, status)
    return build_himpunan_xlsx(isi, contoh_temuan())


def rows_of(laporan: Laporan, kode: str) -> list[Baris]:
    """Return the rows of an indicator of the example plan."""
    uraian = contoh_rencana().indikator_by_kode[kode].uraian
    return [
        x
        for x in laporan.table("Himpunan", "No.")
        if str(x["Indikator Kinerja"] or "").startswith(f"{uraian}\n(")
    ]


def shown(nilai: Any) -> Any:  # noqa: ANN401 - whatever a cell may hold
    return float(nilai) if isinstance(nilai, Decimal) else format_nilai(nilai) or None


def test_columns_are_those_of_the_sop_then_unit_and_file() -> None:
    first = Laporan(himpunan()).table("Himpunan", "No.")[0]

    sop = [x.judul for x in KolomData if x is not KolomData.KODE]
    assert list(first) == [*sop, "Unit", BERKAS]


def test_every_share_stands_with_what_its_unit_reports() -> None:
    laporan, plan = Laporan(himpunan(1)), contoh_rencana()

    for indikator in plan.indikator:
        rows = rows_of(laporan, indikator.kode)
        for porsi, row in zip(indikator.porsi, rows, strict=False):
            report = masukan(1)[porsi.unit].setoran.realisasi[indikator.kode]
            assert row["Unit"] == plan.unit_by_kode[porsi.unit].nama
            assert row["Target Tahunan"] == shown(porsi.target_tahunan)
            assert row["Target Tribulan"] == shown(porsi.target[0])
            assert row["Realisasi Tribulan"] == shown(report.nilai)
            assert row[BERKAS] == f"={porsi.unit}.xlsx"


def test_indicators_stand_in_plan_order_in_the_sops_two_sections() -> None:
    rows = Laporan(himpunan()).table("Himpunan", "No.")
    plan = contoh_rencana()
    marks = [x["No."] for x in rows if x["No."] is not None]

    a, b = "A. Indikator Kinerja Sasaran", "B. Indikator Kinerja Program dan Kegiatan"
    assert marks == [a, *range(1, 10), b, 10, 11]
    order = [*plan.indikator[:4], *plan.indikator[6:], *plan.indikator[4:6]]
    named = [x["Indikator Kinerja"] for x in rows if isinstance(x["No."], int)]
    assert named == [f"{x.uraian}\n({x.satuan})" for x in order]


def test_several_units_are_followed_by_the_office() -> None:
    laporan = Laporan(himpunan(1))

    *_, total = rows_of(laporan, "GABUNG")
    assert total["Unit"] == "Gabungan (jumlah)"
    assert (total["Target Tahunan"], total["Target Tribulan"]) == (120, 30)
    assert total["Realisasi Tribulan"] == 29
    assert total["Keterangan"] == "3 dari 3 unit sudah mengisi"
    *_, mean = rows_of(laporan, "RATA")
    assert mean["Unit"] == "Gabungan (rata-rata)"
    assert (mean["Target Tahunan"], mean["Realisasi Tribulan"]) == (85, 84.25)


def test_a_sum_is_not_known_until_every_unit_reported() -> None:
    *_, total = rows_of(Laporan(himpunan(3)), "GABUNG")

    assert total["Realisasi Tribulan"] == "–"
    assert total["Keterangan"] == "2 dari 3 unit sudah mengisi"


def test_a_unit_that_is_missing_is_shown_blank_and_named() -> None:
    laporan = Laporan(himpunan(3))

    (stabil,) = rows_of(laporan, "STABIL")
    assert (stabil["Realisasi Tribulan"], stabil[BERKAS]) == (None, "belum masuk")
    assert stabil["Target Tribulan"] == 5
    rows = laporan.table("Status", "Kode")
    assert row_where(rows, "Kode", "u1") == {
        "Kode": "u1",
        "Nama Unit": "Seksi Satu",
        "Status": "diterima",
        "Versi": "1",
        "Temuan": None,
        "Waktu": "5 Oktober 2021 pukul 08.05",
        BERKAS: "=u1.xlsx",
    }
    assert row_where(rows, "Kode", "u3")["Status"] == "belum masuk"


def test_a_unit_that_owes_nothing_is_not_missed() -> None:
    plan = contoh_rencana(indikator=contoh_rencana().indikator[:1])

    rows = Laporan(himpunan(3, plan, {})).table("Status", "Kode")
    assert [x["Kode"] for x in rows] == ["u2"]


def test_budget_lines_stand_with_their_total() -> None:
    laporan = Laporan(himpunan(3))
    rows = laporan.table("Anggaran", "Kode")

    assert list(rows[0])[:5] == [x.judul for x in KolomAnggaran]
    spent = "Realisasi s.d. Tribulan Ini"
    assert [(x["Pagu"], x[spent]) for x in rows] == [
        (1_000_000, 600_000),
        (3_000_000, 2_000_000),
        (500_000, None),
        (4_500_000, 2_600_000),
    ]
    assert rows[2][BERKAS] == "belum masuk"
    assert rows[-1]["Keterangan"] == "2 dari 3 rincian sudah dilaporkan"


def test_without_pagu_there_is_no_sheet_of_the_budget() -> None:
    plan = contoh_rencana(cascading=tuple(replace(x, pagu=None) for x in CASCADING))

    assert Laporan(himpunan(3, plan)).nilai.sheetnames == ["Himpunan", "Status", "Temuan"]


def test_a_line_of_no_unit_is_shown_as_nobodys() -> None:
    orphan = replace(CASCADING[4], unit=None)
    plan = contoh_rencana(cascading=(*CASCADING[:4], orphan, *CASCADING[5:]))

    row = row_where(Laporan(himpunan(3, plan)).table("Anggaran", "Kode"), "Kode", "K1")
    assert (row["Unit"], row[BERKAS]) == (None, "belum masuk")


def test_findings_stand_with_place_and_remedy() -> None:
    rows = Laporan(himpunan()).table("Temuan", "Tingkat")

    first = rows[0]
    assert (first["Tingkat"], first["Kode"], first["Lembar"]) == ("galat", "I310", "Data Kinerja")
    assert TEKS_NAKAL in first["Temuan"]
    assert first["Yang Perlu Dilakukan"]


def test_texts_of_units_and_file_names_stay_texts() -> None:
    isi = himpunan(1)
    laporan = Laporan(isi)
    kinds = {
        str(cell.value): cell.data_type
        for sheet in laporan.rumus.worksheets
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.data_type in {"s", "f"}
    }

    assert [kinds[x] for x in (TEKS_NAKAL, TEKS_MARKUP, "=u1.xlsx")] == ["s", "s", "s"]
    with ZipFile(BytesIO(isi)) as paket:
        assert not any(b"<hyperlink" in paket.read(x) for x in paket.namelist())


@pytest.mark.parametrize("contoh", [True, False])
def test_letterhead_title_and_mark_of_made_up_data(*, contoh: bool) -> None:
    kantor = replace(PENGATURAN.kantor, contoh=contoh)
    laporan = Laporan(himpunan(pengaturan=replace(PENGATURAN, kantor=kantor)))
    sheet = laporan.nilai["Himpunan"]
    texts = [sheet.cell(x, 1).value for x in range(1, 6)]

    assert texts[:4] == [
        "PEMERINTAH KABUPATEN UJI",
        "KECAMATAN UJI",
        "Jalan Uji 1",
        "HIMPUNAN DATA KINERJA TRIBULAN III TAHUN 2021",
    ]
    assert (texts[4] == "DATA CONTOH") is contoh


def test_the_secretary_signs() -> None:
    official = replace(PENGATURAN.kantor.sekretaris, nip="19700101", pangkat="Penata")
    kantor = replace(PENGATURAN.kantor, sekretaris=official)
    laporan = Laporan(himpunan(pengaturan=replace(PENGATURAN, kantor=kantor)))
    texts = [x.value for x in laporan.nilai["Himpunan"]["H"] if x.value]

    assert texts[-5:] == [
        "Uji, 3 Februari 2022",
        "Sekretaris Kecamatan",
        "Nama Sekretaris",
        "Penata",
        "NIP. 19700101",
    ]


def test_sheets_print_one_page_wide_with_their_header_repeated() -> None:
    laporan = Laporan(himpunan())

    for sheet in laporan.rumus.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert int(sheet.page_setup.paperSize or 0) == 14
        assert sheet.print_title_rows
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
