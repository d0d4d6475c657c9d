"""koreksi on drawn reports: each rule's edges, on a small office with gaps in its data."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest

from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.koreksi import check_naskah
from kinerja_cli.domain.koreksi.kata import key_of, read_count, split_sentences
from kinerja_cli.domain.koreksi.naskah import Blok, Naskah, Paragraf, SelTabel, Tabel, arrange
from kinerja_cli.domain.rencana import Agregasi, Jenjang, Polaritas, Rencana, Riwayat, Simpul
from kinerja_cli.domain.setoran import Realisasi, RealisasiAnggaran, Setoran
from rencana_uji import PENGATURAN, UNIT, indikator, porsi

SUSUNAN = {"K541", "K542"}
"""What a piece of a report always lacks."""

CASCADING = (
    Simpul("T1", Jenjang.TUJUAN, "Tujuan satu"),
    Simpul("S1", Jenjang.SASARAN, "Meningkatnya pelayanan kecamatan", "T1"),
    Simpul("S2", Jenjang.SASARAN, "Tertibnya wilayah desa", "T1"),
    Simpul("P1", Jenjang.PROGRAM, "Program Pelayanan Publik", "S1"),
    Simpul("P2", Jenjang.PROGRAM, "Program Ketertiban Umum", "S2"),
    Simpul("K1", Jenjang.KEGIATAN, "Kegiatan loket layanan", "P1", "u1", Decimal(4_000_000)),
    Simpul("K2", Jenjang.KEGIATAN, "Kegiatan patroli malam", "P2", "u2", Decimal(6_000_000)),
    Simpul("K3", Jenjang.KEGIATAN, "Kegiatan rapat desa", "P2", "u2", Decimal(1_000_000)),
)
POSISI = {"agregasi": Agregasi.POSISI_AKHIR}
RENCANA = Rencana(
    2021,
    UNIT,
    CASCADING,
    (
        indikator(
            "A",
            porsi("u1", 80, (80,) * 4),
            uraian="Indeks kepuasan layanan",
            target_renstra=Decimal(90),
            pembanding="rata-rata kabupaten",
            nilai_pembanding=Decimal(85),
            iku=True,
            **POSISI,
        ),
        indikator("B", porsi("u1", 90, (90,) * 4), uraian="Persentase berkas selesai", **POSISI),
        indikator(
            "C",
            porsi("u1", 10, (10,) * 4),
            uraian="Lama waktu tunggu",
            polaritas=Polaritas.TURUN,
            **POSISI,
        ),
        indikator(
            "D",
            porsi("u1", "BB", ("BB",) * 4),
            uraian="Kategori arsip kantor",
            polaritas=Polaritas.PREDIKAT,
            satuan="Arsip",
            **POSISI,
        ),
        indikator(
            "E",
            porsi("u2", 20, (5,) * 4),
            uraian="Jumlah patroli wilayah",
            kode_cascading="S2",
            target_renstra=Decimal(20),
        ),
        indikator(
            "F", porsi("u2", 4, (1,) * 4), uraian="Jumlah rapat kerukunan", kode_cascading="S2"
        ),
        indikator("G", porsi("u2", 4, (1,) * 4), uraian="Jumlah pos ronda", kode_cascading="P2"),
    ),
    (
        Riwayat("A", 2019, Decimal(75), None),
        Riwayat("A", 2020, Decimal(80), Decimal(80)),
        Riwayat("C", 2020, Decimal(10), Decimal(12)),
        Riwayat("D", 2020, "B", "C"),
        Riwayat("E", 2020, None, Decimal(20)),
    ),
    {"Arsip": {"BB": Decimal(70), "B": Decimal(60)}},
)
NILAI = {"A": 84, "C": 12, "E": 5, "F": 1, "G": 1}


@cache
def kantor(tribulan: int = 4, *, uang: int | None = 3_000_000) -> Analisis:
    """Return the analysis: B unreported, C behind, D met, K3 never reported."""
    setoran = [
        Setoran(
            unit.kode,
            ke,
            {x: Realisasi(Decimal(y)) for x, y in NILAI.items()} | {"D": Realisasi("BB")},
            {x: RealisasiAnggaran(Decimal(uang)) for x in ("K1", "K2")} if uang else {},
        )
        for unit in UNIT
        for ke in range(1, tribulan + 1)
    ]
    return build_analisis(RENCANA, PENGATURAN, setoran, tribulan)


def draw(teks: str) -> Naskah:
    """Return the report that is drawn: # headings, | tables |, other lines as paragraphs."""
    return arrange("a.docx", list(_blocks(teks)))


def _blocks(teks: str) -> Iterator[Blok]:
    rows: list[tuple[SelTabel, ...]] = []
    for nomor, line in enumerate(map(str.strip, [*teks.splitlines(), ""]), 1):
        if line.startswith("|"):
            cells = [x.strip() for x in line.strip("|").split("|")]
            merged = len(cells) == 1
            rows.append(
                tuple(
                    SelTabel(x, nomor * 100 + (0 if merged else ke))
                    for ke, x in enumerate(cells * (3 if merged else 1))
                )
            )
            continue
        if rows:
            yield Tabel(tuple(rows))
            rows = []
        level = len(line) - len(line.lstrip("#"))
        if line:
            yield Paragraf(nomor * 100, line.lstrip("# "), level)


def codes(teks: str, analisis: Analisis | None = None) -> list[str]:
    found = check_naskah(draw(teks), analisis or kantor())
    return [x.jenis.kode for x in found if x.jenis.kode not in SUSUNAN]


KALIMAT: dict[str, list[str]] = {
    "Indeks kepuasan layanan naik dibandingkan Tahun 2020.": [],
    "Indeks kepuasan layanan turun dibandingkan Tahun 2020.": ["K511"],
    "Indeks kepuasan layanan pada Tahun 2020 turun.": [],
    "Terjadi penurunan capaian Indeks kepuasan layanan dibandingkan tahun lalu.": ["K511"],
    "Realisasi Indeks kepuasan layanan naik dibandingkan Tahun 2019.": [],
    "Realisasi Indeks kepuasan layanan naik dibandingkan Tahun 2018.": [],
    "Realisasi Indeks kepuasan layanan naik dari 2019 dan 2020.": [],
    "Realisasi Indeks kepuasan layanan turun dibandingkan target 2020.": [],
    "Realisasi Indeks kepuasan layanan turun.": [],
    "Realisasi Lama waktu tunggu naik dibandingkan Tahun 2020.": ["K511"],
    "Lama waktu tunggu membaik dibandingkan Tahun 2020.": [],
    "Indeks kepuasan layanan memburuk dibandingkan Tahun 2020.": ["K512"],
    "Capaian Indeks kepuasan layanan memburuk dibandingkan Tahun 2020.": [],
    "Realisasi Kategori arsip kantor naik dibandingkan Tahun 2020.": [],
    "Capaian Kategori arsip kantor turun dibandingkan Tahun 2020.": [],
    "Capaian Jumlah patroli wilayah turun dibandingkan Tahun 2020.": [],
    "Persentase berkas selesai telah memenuhi target.": ["K513"],
    "Persentase berkas selesai belum memenuhi target.": [],
    "Persentase berkas selesai berada di bawah target.": [],
    "Indeks kepuasan layanan belum memenuhi target nasional.": [],
    "Indeks kepuasan layanan di bawah target nasional.": [],
    "Indeks kepuasan layanan telah memenuhi target akhir Renstra.": ["K513"],
    "Dalam Renstra, Indeks kepuasan layanan memenuhi target tahun ini.": [],
    "Target Indeks kepuasan layanan tidak tercapai.": ["K513"],
    "Kategori arsip kantor berada di atas target.": ["K513"],
    "Kategori arsip kantor melampaui target.": ["K513"],
    "Lama waktu tunggu di atas target.": [],
    "Indeks kepuasan layanan di atas rata-rata kabupaten.": ["K514"],
    "Indeks kepuasan layanan di bawah rata-rata kabupaten.": [],
    "Indeks kepuasan layanan di atas angka tahun lalu.": [],
    "Realisasi Indeks kepuasan layanan 2021 menggembirakan.": [],
    "Realisasi Indeks kepuasan layanan sebesar 48.": ["K515"],
    "Realisasi Indeks kepuasan layanan sebesar 80.": [],
    "Realisasi Persentase berkas selesai 95 persen.": ["K515"],
    "Indeks kepuasan layanan dan Lama waktu tunggu turun dibandingkan Tahun 2020.": [],
    "Predikat kantor Sangat Tinggi.": [],
    "Indeks kepuasan layanan memperoleh predikat Rendah.": ["K506"],
    "Program Pelayanan Publik memperoleh predikat Rendah.": [],
    "Kantor memperoleh predikat Rendah tahun ini.": [],
    "Rata-rata capaian memperoleh predikat Rendah.": ["K506"],
    "Serapan tertinggi pada Program Pelayanan Publik.": [],
    "Serapan tertinggi pada Indeks kepuasan layanan.": [],
    "Capaian tertinggi pada Persentase berkas selesai.": [],
    "Capaian tertinggi pada Lama waktu tunggu.": ["K517"],
    "Capaian terendah pada Program Pelayanan Publik.": [],
    "Capaian tertinggi pada layanan loket.": [],
    "Seluruh sasaran belum mencapai target.": [],
    "Seluruh 3 sasaran belum mencapai target.": ["K516"],
    "Seluruh indikator belum dapat dinilai.": ["K516"],
    "Satu indikator belum dapat dinilai.": [],
    "Dari 6 indikator, 1 indikator melampaui target.": [],
    "Dari 5 indikator, 1 indikator melampaui target.": ["K516"],
    "Kantor menetapkan 2 sasaran.": [],
    "Pagu seluruhnya Rp11.000.000.": [],
    "Dari pagu Rp12.000.000 belum semua dilaporkan.": ["K515"],
    "Pagu Rp99 juta untuk Dana Desa.": [],
    "Lihat Tabel 9.9.": ["K547"],
    "Kegiatan bersama Kecamatan Lain dilaksanakan.": [],
    "Kegiatan Camat Sukamaju dilaksanakan.": ["K522"],
    "Laporan per 31 Desember 2019.": ["K524"],
    "Camat Sebelah": ["K521"],
    "Kecamatan Tangguh": ["K521"],
}


@pytest.mark.parametrize("kalimat", KALIMAT)
def test_a_sentence_is_judged_only_where_it_is_beyond_doubt(kalimat: str) -> None:
    assert codes(f"# BAB IV PENUTUP\n{kalimat}") == KALIMAT[kalimat]


TABEL: dict[str, tuple[str, list[str]]] = {
    "kolom singkat": ("|Indikator|Target|Realisasi|;|Indeks kepuasan layanan|80|", []),
    "keterangan di samping nama": (
        "|Indikator|Target 2021|;|Indeks kepuasan layanan (A) u1|81|",
        ["K501"],
    ),
    "sampai dengan": ("|Indikator|Realisasi s.d. TW IV|;|Indeks kepuasan layanan|85|", ["K501"]),
    "angka yang tidak ditebak": ("|Indikator|Target|;|Indeks kepuasan layanan|sekitar 70|", []),
    "belum diisi": ("|Indikator|Target|;|Indeks kepuasan layanan|[ISI: x]|", ["K531"]),
    "huruf lain": ("|Indikator|Realisasi|;|Kategori arsip kantor|B|", ["K501"]),
    "kata di tempat huruf": ("|Indikator|Realisasi|;|Kategori arsip kantor|belum tentu|", []),
    "alasan tertulis": (
        "|Indikator|Realisasi|;|Persentase berkas selesai|belum ada realisasi|",
        [],
    ),
    "alasan tanpa dasar": (
        "|Indikator|Realisasi|;|Indeks kepuasan layanan|belum ada realisasi|",
        ["K503"],
    ),
    "gerak tanpa tahun sebelumnya": (
        "|Tahun|Dibandingkan tahun lalu|;|Indeks kepuasan layanan|;|2019|realisasi naik|",
        [],
    ),
    "jumlah tanpa rincian": ("|Uraian|Pagu|;|Jumlah|Rp5|", []),
    "jumlah dengan yang belum dilaporkan": (
        "|Program|Realisasi|Serapan (%)|;|Program Ketertiban Umum|3 juta|–|;|Jumlah|4 juta|9|",
        ["K504", "K504"],
    ),
    "jumlah dari barisnya saja": (
        "|Kegiatan|Realisasi|Serapan (%)|;|Kegiatan loket layanan|3 juta|75|;|Jumlah|3 juta|75|",
        [],
    ),
    "rata-rata sasaran": (
        "|Sasaran|Capaian (%)|Target|;|Tertibnya wilayah desa|100,00|–|;|Rata-rata|77,77|–|",
        ["K505"],
    ),
    "rata-rata tanpa baris": ("|Uraian|Capaian (%)|;|Rata-rata|77,77|", []),
    "banyak yang dinilai tanpa angka": (
        "|Sasaran|Indikator dinilai|;|Tertibnya wilayah desa|semua|",
        [],
    ),
    "judul dan kode": ("|Kode|Program|Pagu|;|P1|Nama lain|Rp4.000.001|", ["K501"]),
    "program dan indikator sebaris": (
        "|Program|Indikator|Target|Pagu|;|Program Pelayanan Publik|Jumlah pos ronda|4|4 juta|",
        [],
    ),
    "tahun lain pada kepala": (
        "|Indikator|Target 2020|;|Indeks kepuasan layanan|80|;|Lama waktu tunggu|11|",
        ["K501"],
    ),
    "tribulan program": ("|Program|Capaian TW I|;|Program Pelayanan Publik|5|", []),
    "efisiensi tanpa serapan": ("|Sasaran|Penilaian|;|Tertibnya wilayah desa|efisien|", []),
    "letak program": ("|Program|Letak|Efisiensi|;|Kegiatan loket layanan|di atas|efisien|", []),
    "predikat indikator kosong": (
        "|Indikator|Predikat|Selisih|;|Persentase berkas selesai|Tinggi|3|",
        [],
    ),
    "unit yang bukan nama": ("|Indikator|Unit kerja|;|Indeks kepuasan layanan|semua|", []),
    "rencana aksi": (
        "Tabel 2.4 Rencana Aksi;|Indikator|TW I|Tahun|;|Indeks kepuasan layanan|80|81|",
        ["K501"],
    ),
    "kolom tanpa ukuran": ("Tabel 3 Realisasi;|Indikator|TW I|;|Indeks kepuasan layanan|1|", []),
    "dalam ribu": ("|Kegiatan|Pagu (ribu)|;|Kegiatan loket layanan|4.000|", []),
    "satu baris": ("|Indikator|Target|", []),
}
"""Rows are parted by semicolons, so that a table stands on one line."""

TANPA_JUDUL = {"K541", "K542", "K545", "K548", "K549"}


@pytest.mark.parametrize("nama", TABEL)
def test_a_table_is_judged_by_its_names_and_headings(nama: str) -> None:
    teks, found = TABEL[nama]
    assert [
        x for x in codes("# BAB II\n" + teks.replace(";", "\n")) if x not in TANPA_JUDUL
    ] == found


def test_a_table_of_one_row_needs_no_number() -> None:
    assert "K545" not in codes("# BAB II\n|Indikator|Target|")
    assert "K545" in codes("# BAB II\n|Indikator|Target|\n|Indeks kepuasan layanan|80|")


def test_a_list_of_indicators_leaves_out_what_has_nothing_to_compare() -> None:
    antartahun = "Tabel 3.1 A\n|Tahun|Realisasi|\n|Lama waktu tunggu|\n|2020|12|"
    renstra = "Tabel 3.2 B\n|Indikator|Target Renstra|Realisasi|\n|Jumlah patroli wilayah|20|20|"
    found = codes(f"# BAB III AKUNTABILITAS KINERJA\n{antartahun}\n{renstra}")
    assert found.count("K549") == 2
    iku = "# BAB II PERENCANAAN\nTabel 2.1 IKU\n|Indikator|Target|\n|Indeks kepuasan layanan|80|"
    assert codes(iku) == []


def test_analyses_typed_without_heading_styles_are_found() -> None:
    teks = """
        # BAB III AKUNTABILITAS KINERJA
        ## Sasaran 1: Meningkatnya pelayanan kecamatan
        1. Target dan Realisasi
        Isi kalimat biasa di sini.
        2. Perbandingan dengan tahun sebelumnya
        3. Perbandingan dengan target akhir Renstra
        4. Perbandingan dengan standar
        5. Penyebab keberhasilan
        6. Efisiensi
    """
    assert codes(teks) == ["K548", "K543"]


def test_a_chapter_that_is_gone_has_no_parts_to_miss() -> None:
    found = [x.fakta["nilai"] for x in check_naskah(draw("# BAB I PENDAHULUAN"), kantor())]
    assert "Bab III Akuntabilitas Kinerja" in found
    assert "Realisasi Anggaran" not in found
    later = check_naskah(draw("# BAB III AKUNTABILITAS KINERJA"), kantor())
    assert "Realisasi Anggaran" in [x.fakta.get("nilai") for x in later]


def test_a_title_may_name_the_year_after() -> None:
    assert codes("# RENCANA KERJA TAHUN 2022") == []
    assert codes("# RENCANA KERJA TAHUN 2019") == ["K523"]


def test_part_of_a_year_is_compared_with_nothing() -> None:
    teks = "# BAB II\nRealisasi Indeks kepuasan layanan turun dibandingkan Tahun 2020."
    assert codes(teks, kantor(2)) == []


def test_without_budget_figures_no_amount_is_judged() -> None:
    bare = build_analisis(
        Rencana(2021, UNIT, CASCADING[:3], (RENCANA.indikator[0],)), PENGATURAN, [], 4
    )
    assert codes("# BAB II\nDari pagu Rp5 terealisasi Rp4 atau 80 persen.", bare) == []
    unspent = "# BAB II\nTabel 1 A\n|Program|Realisasi|\n|Program Pelayanan Publik|–|\n|Jumlah|Rp3|"
    assert codes(unspent, kantor(uang=None)) == []


def test_words_are_compared_without_case_marks_brackets_and_spelling() -> None:
    assert key_of("1.2 Prosentase Desa (IDM) yang maju!") == "persentase desa yang maju"
    assert [read_count(x) for x in ("Tiga", "12", "banyak", "12345678")] == [3, 12, None, None]
    assert split_sentences("Lihat No. 3. Isinya benar; sisanya tidak.") == (
        "Lihat No. 3.",
        "Isinya benar;",
        "sisanya tidak.",
    )
