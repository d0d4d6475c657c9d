"""The plan's rules: each has its smallest broken plan, found at its own cell."""

from __future__ import annotations

import pytest

from gambar import draw_buku, spots
from kinerja_cli.domain.baca_rencana import build_rencana, read_tabel_rencana
from kinerja_cli.domain.buku import Buku
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.periksa_rencana import check_rencana, spelling_free
from kinerja_cli.domain.rencana import Jenjang, Polaritas

UNIT = """
    | Kode | Nama Unit  |
    | u1   | Seksi Satu |
    | u2   | Seksi Dua  |
"""
CASCADING = """
    | Kode | Jenjang  | Uraian  | Kode Induk | Unit | Pagu    |
    | T1   | tujuan   | Tujuan  |            |      |         |
    | S1   | sasaran  | Sasaran | T1         |      |         |
    | K1   | kegiatan | Giat    | S1         | u1   | 1000000 |
"""
KEPALA = (
    "| Kode | Kode Cascading | Indikator Kinerja | Satuan | Polaritas | Agregasi | Target Tahunan "
    "| Target TW I | Target TW II | Target TW III | Target TW IV | Unit | Bobot "
    "| Gabungan | Arah | Rumus Turun | Target Akhir Renstra |"
)
BAIK = "| A | S1 | Jumlah A | dokumen | naik | jumlah | 8 | 2 | 2 | 2 | 2 | u1 | | | | | |"


def plan(*baris: str, unit: str = UNIT, cascading: str = CASCADING, **lain: str) -> Buku:
    """Return a plan's workbook with these rows on sheet Indikator."""
    indikator = "\n".join((KEPALA, *(baris or (BAIK,))))
    return draw_buku(Unit=unit, Cascading=cascading, Indikator=indikator, **lain)


def found(buku: Buku) -> list[tuple[str, str]]:
    return spots(check_rencana(read_tabel_rencana(buku, "rencana-2021.xlsx", 2021)))


def test_a_sound_plan_has_no_finding_and_becomes_values() -> None:
    tabel = read_tabel_rencana(plan(), "rencana-2021.xlsx", 2021)
    assert check_rencana(tabel) == []
    rencana = build_rencana(tabel)
    assert [x.kode for x in rencana.indikator] == ["A"]
    assert rencana.indikator[0].porsi[0].target == (2, 2, 2, 2)
    assert rencana.budget_lines("u1")[0].pagu == 1_000_000
    sasaran = rencana.ancestor("K1", Jenjang.SASARAN)
    assert sasaran is not None
    assert sasaran.kode == "S1"


def test_rows_of_one_code_become_one_indicator_with_shares() -> None:
    second = BAIK.replace("| u1 |", "| u2 |")
    rencana = build_rencana(read_tabel_rencana(plan(BAIK, second), "r.xlsx", 2021))
    assert rencana.indikator[0].unit == ("u1", "u2")


def test_columns_may_move_and_headers_may_break() -> None:
    unit = """
        | Catatan | Nama⏎Unit   | kode  |
        | x       | Seksi Satu  | u1    |
    """
    assert found(plan(unit=unit)) == []


INDUK_HILANG = CASCADING.replace("| T1         |", "| T9         |")
TERBALIK = CASCADING.replace("|            |      |         |\n    | S1", "| S1 | | |\n    | S1")
JENJANG_SALAH = CASCADING.replace("sasaran  |", "sasarn   |")
PAGU_INDUK = CASCADING.replace("| S1         |", "| S1 |").replace(
    "| T1         |      |         |", "| T1 | u1 | 5000 |"
)

SMALLEST = {
    JenisTemuan.RENCANA_LEMBAR_HILANG: (draw_buku(Unit=UNIT, Cascading=CASCADING), [("R101", "")]),
    JenisTemuan.RENCANA_KOLOM_HILANG: (
        plan(unit="| Kode | Nama |\n| u1 | Seksi |\n| u2 | Dua |"),
        [("R102", "A1"), ("R105", "E4"), ("R105", "L2")],
    ),
    JenisTemuan.RENCANA_ISIAN_WAJIB_KOSONG: (
        plan(BAIK.replace("| dokumen |", "| |")),
        [("R103", "D2")],
    ),
    JenisTemuan.RENCANA_KODE_BERULANG: (plan(BAIK, BAIK), [("R104", "A3")]),
    JenisTemuan.RENCANA_UNIT_TIDAK_DIKENAL: (
        plan(BAIK.replace("| u1 |", "| u9 |")),
        [("R105", "L2")],
    ),
    JenisTemuan.RENCANA_INDUK_TIDAK_ADA: (plan(cascading=INDUK_HILANG), [("R106", "D3")]),
    JenisTemuan.RENCANA_INDUK_SALAH_JENJANG: (plan(cascading=TERBALIK), [("R107", "D2")]),
    JenisTemuan.RENCANA_PILIHAN_TIDAK_DIKENAL: (
        plan(BAIK.replace("| naik |", "| naek |")),
        [("R108", "E2")],
    ),
    JenisTemuan.RENCANA_TARGET_TIDAK_SEJALAN: (
        plan(BAIK.replace("| 8 |", "| 9 |")),
        [("R110", "G2")],
    ),
    JenisTemuan.RENCANA_BOBOT_TIDAK_WAJAR: (
        plan(
            BAIK.replace("| u1 | |", "| u1 | -5 |"),
            BAIK.replace("| A |", "| B |").replace("Jumlah A", "Hasil B"),
        ),
        [("R111", "M2"), ("R111", "M3")],
    ),
    JenisTemuan.RENCANA_PAGU_PADA_INDUK: (plan(cascading=PAGU_INDUK), [("R112", "F3")]),
    JenisTemuan.RENCANA_PAGU_TANPA_UNIT: (
        plan(cascading=CASCADING.replace("| u1   |", "|      |")),
        [("R113", "F4")],
    ),
    JenisTemuan.RENCANA_URAIAN_MIRIP: (
        plan(
            BAIK.replace("Jumlah A", "Persentase desa tertib"),
            BAIK.replace("| A |", "| B |").replace("Jumlah A", "Prosentase Desa Tertib (PDT)"),
        ),
        [("R114", "C3")],
    ),
    JenisTemuan.RENCANA_BARIS_TIDAK_SAMA: (
        plan(BAIK, BAIK.replace("| u1 |", "| u2 |").replace("| dokumen |", "| orang |")),
        [("R115", "D3")],
    ),
    JenisTemuan.RENCANA_INDIKATOR_TIDAK_DIKENAL: (
        plan(Riwayat="| Kode Indikator | Tahun | Realisasi |\n| Z | 2020 | 5 |"),
        [("R117", "A2")],
    ),
    JenisTemuan.RENCANA_TARGET_TIDAK_COCOK: (
        plan(BAIK.replace("| jumlah | 8 |", "| jumlah | 8-9 |")),
        [("R110", "G2"), ("R118", "G2")],
    ),
    JenisTemuan.RENCANA_AGREGASI_TIDAK_COCOK: (
        plan(
            "| A | S1 | Nilai | SAKIP | predikat | jumlah | BB | | | | BB | u1 | | | | | |",
            Predikat="| Kelompok | Predikat | Nilai |\n| SAKIP | BB | 70 |",
        ),
        [("R119", "F2")],
    ),
    JenisTemuan.RENCANA_TARGET_NEGATIF: (
        plan(
            "| A | S1 | Pertumbuhan | persen | naik | posisi akhir | -5 | | | | -5 | u1 | | | | | |"
        ),
        [("R120", "G2"), ("R120", "K2")],
    ),
    JenisTemuan.RENCANA_KOSONG: (
        draw_buku(Unit=UNIT, Cascading=CASCADING, Indikator=KEPALA),
        [("R121", "")],
    ),
    JenisTemuan.RENCANA_KODE_SERUPA: (
        plan(unit=UNIT + "    | U1 | Seksi Tiga |"),
        [("R123", "A4")],
    ),
    JenisTemuan.TITIK_DESIMAL: (
        plan(BAIK.replace("| jumlah | 8 |", "| jumlah | '8.5 |")),
        [("I312", "G2")],
    ),
}


@pytest.mark.parametrize("jenis", SMALLEST, ids=lambda x: x.kode)
def test_each_rule_is_found_at_its_own_cell(jenis: JenisTemuan) -> None:
    buku, expected = SMALLEST[jenis]
    assert found(buku) == expected
    assert jenis.kode in {kode for kode, _ in expected}


def test_an_indicator_of_an_unknown_node_and_a_nameless_number_are_found() -> None:
    assert found(plan(BAIK.replace("| S1 |", "| S9 |"))) == [("R106", "B2")]
    torn = plan(Predikat="| Kelompok | Predikat | Nilai |\n| SAKIP | BB | |")
    assert found(torn) == [("R103", "C2")]
    headless = plan(unit="| Satu | Dua |")
    assert [x for x in found(headless) if x[0] == "R102"] == [("R102", "A1"), ("R102", "A1")]


@pytest.mark.parametrize(
    ("satu", "lain", "serupa"),
    [
        ("UPT/1", "UPT-1", True),
        ("UPT 1", "UPT  1", False),  # one code: spaces are folded as a plan is read
        ("CON", "_con", True),
        ("UPT.1", "UPT-1", False),
    ],
)
def test_codes_of_units_that_name_one_file_are_found(satu: str, lain: str, *, serupa: bool) -> None:
    unit = f"{UNIT}    | {satu} | Tiga |\n    | {lain} | Empat |"
    assert (("R123", "A5") in found(plan(unit=unit))) is serupa


def test_all_mistakes_are_listed_in_one_run() -> None:
    buku = plan(
        BAIK.replace("| u1 |", "| u9 |"),
        BAIK.replace("| A |", "| B |").replace("| naik |", "| x |").replace("Jumlah A", "Lain"),
        cascading=JENJANG_SALAH,
    )
    assert found(buku) == [("R105", "L2"), ("R108", "B3"), ("R108", "E3")]


@pytest.mark.parametrize(
    "targets",
    [
        "naik | jumlah | 8 | 0 | 0 | 0 | 0",
        "naik | posisi akhir | 8 | 0 | 0 | 0 | 8",
        "naik | posisi akhir | 8 | | | | ",
        "naik | kumulatif | 8 | 2 | 4 | 6 | 8",
        "naik | rata-rata | 8 | 7 | 9 | 7 | 9",
        "naik | rata-rata | 33.33 | 33 | 33 | 33 | 34.34",
        "rentang | posisi akhir | 7-8 | 7-8 | 7-8 | 7-8 | 7-8",
        "rentang | posisi akhir | 7-8 | 0 | 0 | 0 | 7-8",
        "rentang | jumlah | 8-12 | 2-3 | 2-3 | 2-3 | 2-3",
    ],
)
def test_targets_that_agree_by_their_agregasi_are_left_alone(targets: str) -> None:
    row = f"| A | S1 | Jumlah A | dokumen | {targets} | u1 | | | | | |"
    assert found(plan(row)) == []


def test_choices_of_a_row_are_kept() -> None:
    row = (
        "| A | S1 | Lama | bulan | rentang | rata-rata | 7-8 | 7-8 | 7-8 | 7-8 | 7-8 | u1 | 5 "
        "| rata-rata | turun | rasio | 6-7 |"
    )
    rencana = build_rencana(read_tabel_rencana(plan(row), "r.xlsx", 2021))
    indikator = rencana.indikator[0]
    assert indikator.arah is Polaritas.TURUN
    assert indikator.rumus_turun is not None
    assert indikator.target_renstra is not None
    assert (indikator.gabungan.value, indikator.bobot) == ("rata-rata", 5)


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("Prosentase desa", "Persentase Desa"),
        ("Indeks Kepuasan Masyarakat (IKM)", "Indeks Kepuasan Masyarakat"),
        ("Desa/kelurahan  berkembang", "Desa kelurahan berkembang"),
    ],
)
def test_spelling_is_all_that_varies(satu: str, dua: str) -> None:
    assert spelling_free(satu) == spelling_free(dua)
