"""The dashboard page: complete without script or network, its figures those of the analysis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from analisis_contoh import (
    CASCADING,
    DIBUAT,
    PENGATURAN,
    TEKS_JINJA,
    TEKS_MARKUP,
    TEKS_NAKAL,
    UNIT,
    contoh_analisis,
    contoh_rencana,
    contoh_temuan,
)
from halaman_html import Unsur, read
from kinerja_cli.adapter.dasbor_html import build_dasbor
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.analisis.peringkat import find_risiko
from kinerja_cli.domain.angka import format_angka, format_rupiah
from kinerja_cli.domain.kantor import Kertas, Pengaturan, RumusEfisiensi
from kinerja_cli.domain.narasi.aturan import kalimat_aturan
from kinerja_cli.domain.predikat import Kelas
from kinerja_cli.domain.rencana import Agregasi, Indikator, Jenjang, Polaritas, Riwayat, Simpul
from kinerja_cli.domain.setoran import Realisasi, RealisasiAnggaran, Setoran
from kinerja_cli.domain.temuan import Temuan
from rencana_uji import indikator, porsi, rencana

TEKS_SKRIP = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)> & Tata Usaha"


def page_of(analisis: Analisis, temuan: Sequence[Temuan] = ()) -> Unsur:
    return read(build_dasbor(analisis, temuan, DIBUAT))


def analyse(
    *daftar: Indikator,
    tribulan: int = 4,
    pengaturan: Pengaturan = PENGATURAN,
    nilai: dict[str, int] | None = None,
    **fields: Any,  # noqa: ANN401 - fields of Rencana
) -> Analisis:
    """Return the analysis of a small plan where u1 reported the same in each tribulan."""
    figures = {kode: Realisasi(Decimal(x)) for kode, x in (nilai or {}).items()}
    setoran = [Setoran("u1", ke, figures) for ke in range(1, tribulan + 1)]
    plan = rencana(*daftar)
    return build_analisis(replace(plan, **fields), pengaturan, setoran, tribulan)


def rows(halaman: Unsur, bagian: str) -> list[list[str]]:
    """Return the body of a section's last table as texts."""
    *_, tabel = halaman.one("section", id=bagian).all("tbody")
    return [[x.teks for x in tr.isi if isinstance(x, Unsur)] for tr in tabel.all("tr")]


def card(halaman: Unsur, judul: str) -> str:
    """Return a headline's figure with what stands below it."""
    kartu = [x for x in halaman.all("div", kelas="kartu") if any(x.all("dt"))]
    return next(x.one("dd").teks for x in kartu if x.one("dt").teks == judul)


def percent(nilai: Decimal | None) -> str:
    assert nilai is not None
    return format_angka(nilai, 2)


PENUH = tuple(contoh_analisis(x) for x in (1, 2, 3, 4))


@pytest.mark.parametrize("analisis", PENUH, ids=lambda x: f"TW{x.tribulan}")
def test_the_page_is_whole_and_leans_on_nothing_outside(analisis: Analisis) -> None:
    halaman = page_of(analisis, contoh_temuan())
    unsur = list(halaman.all())
    ids = [x.sifat["id"] for x in unsur if "id" in x.sifat]
    assert len(set(ids)) == len(ids)
    for satu in unsur:
        assert not {"src", "srcset", "action", "poster", "data", "xmlns"} & satu.sifat.keys()
        assert not [x for x in satu.sifat if x.startswith("on") or x == "style"]
        for nama in ("href", "aria-labelledby", "aria-controls", "for"):
            asal = satu.sifat.get(nama)
            assert asal is None or asal.removeprefix("#") in ids
        assert satu.nama not in {"link", "img", "iframe", "object", "base", "form"}
    assert all(x.sifat["href"].startswith("#") for x in halaman.all("a"))
    own = "".join(x.teks for nama in ("style", "script") for x in halaman.all(nama))
    assert set(re.findall(r"url\([^)]*\)", own)) == {"url(#arsir)"}
    assert not re.search(r"http|@import|fetch|XMLHttp|import\(|eval|innerHTML|//", own)
    assert "arsir" in ids


def test_nothing_on_the_page_names_the_network() -> None:
    assert "http" not in build_dasbor(analyse(nilai={"A": 2}), (), DIBUAT)


@pytest.mark.parametrize("analisis", PENUH, ids=lambda x: f"TW{x.tribulan}")
def test_the_page_can_be_heard(analisis: Analisis) -> None:
    halaman = page_of(analisis, contoh_temuan())
    assert halaman.one("html").sifat["lang"] == "id"
    levels = [int(x.nama[1]) for x in halaman.all() if re.fullmatch(r"h\d", x.nama)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all(x.sifat.get("scope") in {"col", "row"} for x in halaman.all("th"))
    assert all(any(x.all("caption")) for x in halaman.all("table"))
    pictures = [x for x in halaman.all("svg") if x.sifat.get("role") == "img"]
    assert pictures
    assert all(next(x.all("title")).teks for x in pictures)
    assert halaman.one("a").sifat["href"] == "#isi"


def test_every_indicator_stands_in_the_table_with_its_figures_or_the_reason() -> None:
    for analisis in PENUH:
        table = rows(page_of(analisis), "indikator")
        assert [x[0].split()[0] for x in table] == [x.indikator.kode for x in analisis.indikator]
        for hasil, row in zip(analisis.indikator, table, strict=True):
            assert row[1] == hasil.indikator.uraian
            assert row[2] == "; ".join(x.unit.nama for x in hasil.porsi)
            assert row[3] == hasil.indikator.satuan
            alasan = hasil.waktu.berlaku.capaian.alasan
            if alasan:
                assert row[6:] == ["–", alasan.value]
            else:
                assert hasil.predikat is not None
                assert row[6:] == [percent(hasil.persen), hasil.predikat.nama]


def test_a_tie_is_printed_half_up_and_letters_and_ranges_as_they_are() -> None:
    table = {x[0].split()[0]: x for x in rows(page_of(contoh_analisis()), "indikator")}
    assert table["NAIK"][4:7] == ["80", "9,88", "12,35"]
    assert table["RENTANG"][4:7] == ["80–90", "91,5", "101,67"]
    assert table["PREDIKAT"][4:7] == ["BB", "A", "114,29"]


def test_figures_are_sorted_by_their_number_and_nothing_by_what_it_is_not() -> None:
    halaman = page_of(contoh_analisis())
    badan = halaman.one("table", id="tabel-indikator").one("tbody")
    keys = {
        tr.one("span", kelas="kode").teks: [
            x.sifat["data-urut"] for x in tr.all("td") if "data-urut" in x.sifat
        ]
        for tr in badan.all("tr")
    }
    assert keys["NAIK"] == ["80", "9.876", "12.35", "12.35"]
    assert keys["PREDIKAT"] == ["70", "80", "114.29", "114.29"]
    assert keys["RENTANG"][0] == ""
    assert keys["KOSONG"][1:] == ["", "", ""]


def test_headlines_are_those_of_the_analysis() -> None:
    analisis = contoh_analisis()
    halaman = page_of(analisis, contoh_temuan())
    total, kantor = analisis.total_anggaran, analisis.kantor
    assert total is not None
    assert analisis.predikat is not None
    assert halaman.one("p", kelas="sorot").teks == (
        f"{percent(kantor.dibatasi)} persen {analisis.predikat.nama}"
    )
    assert card(halaman, "Rata-rata apa adanya").startswith(f"{percent(kantor.apa_adanya)} persen")
    assert card(halaman, "Indikator dinilai").startswith(f"{kantor.dinilai} dari {kantor.jumlah} ")
    assert card(halaman, "Serapan anggaran") == (
        f"{percent(total.serapan)} persen Rp4.187.654 dari pagu Rp4.500.000"
    )
    assert card(halaman, "Formulir diterima") == "11 dari 12 dari 3 unit, 4 tribulan"
    assert card(halaman, "Temuan yang masih berlaku") == "3 1 galat dan 2 peringatan"
    legend = halaman.one("ul", kelas="hitungan").teks
    assert legend == (
        "4 melampaui target 0 memenuhi target 3 belum memenuhi target 2 belum dapat dinilai"
    )


def test_efficiency_is_judged_by_the_offices_rule_or_the_reason_is_given() -> None:
    points = analyse(
        nilai={"A": 2}, tribulan=4, cascading=CASCADING[:5], indikator=(indikator("A"),)
    )
    assert card(page_of(points), "Efisiensi").startswith("– Efisiensi belum dapat dihitung")
    spent = [Setoran("u1", 4, {}, {"K1": RealisasiAnggaran(Decimal(900_000))})]
    full = [Setoran("u1", ke, {"A": Realisasi(Decimal(2))}) for ke in (1, 2, 3)]
    last = [replace(spent[0], realisasi={"A": Realisasi(Decimal(2))})]
    plan = contoh_rencana(cascading=CASCADING[:5], indikator=(indikator("A"),), riwayat=())
    told = {}
    for rumus in RumusEfisiensi:
        aturan = replace(PENGATURAN.aturan, efisiensi=rumus)
        hasil = build_analisis(plan, replace(PENGATURAN, aturan=aturan), full + last, 4)
        halaman = page_of(hasil)
        told[rumus] = (card(halaman, "Efisiensi"), halaman.one("div", kelas="judul-pasangan").teks)
    assert told[RumusEfisiensi.SELISIH] == (
        "10,00 poin efisien (selisih capaian dan serapan)",
        "S1 Sasaran satu Selisih 10,00 poin: efisien.",
    )
    assert told[RumusEfisiensi.SISA] == (
        "10,00 persen efisien (sisa anggaran, target terpenuhi)",
        "S1 Sasaran satu Sisa anggaran 10,00 persen: efisien.",
    )


def test_before_the_year_is_over_nothing_is_judged_that_only_a_year_can_tell() -> None:
    halaman = page_of(contoh_analisis(3))
    assert card(halaman, "Efisiensi").startswith("– ")
    assert "Efisiensi dinilai setelah tahun anggaran berakhir" in card(halaman, "Efisiensi")
    assert "keduanya belum dapat diperbandingkan" in halaman.one("section", id="anggaran").teks
    rankings = halaman.one("section", id="peringkat").teks
    assert "Perubahan dari tahun 2020 Tahun anggaran belum berakhir" in rankings
    assert "Paling naik" not in rankings


def test_each_sasaran_shows_both_means_and_the_predikat_of_the_capped_one() -> None:
    analisis = contoh_analisis()
    section = page_of(analisis).one("section", id="sasaran")
    shown = [[x.teks for x in one.all("dd")] for one in section.all("dl")]
    assert shown == [
        [
            percent(x.rata_rata.apa_adanya),
            percent(x.rata_rata.dibatasi),
            x.predikat.nama if x.predikat else "",
        ]
        for x in analisis.sasaran
    ]


def test_the_heat_map_shows_what_came_in_and_how_it_stands() -> None:
    table = {x[0]: x[1:] for x in rows(page_of(contoh_analisis()), "unit")}
    assert table["u3 Seksi Tiga"][2] == "– belum masuk"
    assert table["u2 Seksi Dua"][1] == "64,38 Rendah 4 dari 5 dinilai"
    so_far = percent(contoh_analisis().unit[0].rata_rata.dibatasi)
    figures = [x.split()[0] for x in table["u1 Seksi Satu"]]
    assert figures == ["96,93", "93,75", "87,50", "66,47", so_far]


def test_a_unit_without_anything_to_judge_is_still_seen_to_have_reported() -> None:
    yearly = indikator("A", porsi("u1", 8, (0, 0, 0, 8)))
    (satu, dua) = rows(page_of(analyse(yearly, tribulan=1, nilai={"A": 0})), "unit")
    assert satu[1:] == ["– belum ada yang dinilai", "– belum ada yang dinilai"]
    assert dua[1] == "– belum masuk"


def test_money_stands_per_programme_with_the_total_last() -> None:
    analisis = contoh_analisis()
    table = rows(page_of(analisis), "anggaran")
    assert [x[0] for x in table] == ["Program satu", "Program dua", "Jumlah"]
    assert analisis.total_anggaran is not None
    assert table[-1][1] == format_rupiah(analisis.total_anggaran.pagu)
    assert table[0] == ["Program satu", "Rp1.000.000", "Rp987.654", "Rp12.346", "98,77"]


def test_findings_and_rules_stand_in_full() -> None:
    analisis = contoh_analisis()
    halaman = page_of(analisis, contoh_temuan())
    found = rows(halaman, "temuan")
    assert [x[0] for x in found] == ["galat", "peringatan", "peringatan"]
    assert {x[1] for x in found} == {x.jenis.kode for x in contoh_temuan()}
    assert {x[3] for x in found} == {f"{x.pesan} {x.saran}" for x in contoh_temuan()}
    assert found[0][2] == "=a.xlsx · Data Kinerja!F9"
    aturan = halaman.one("section", id="aturan")
    assert tuple(x.teks for x in aturan.all("li")) == kalimat_aturan(analisis)
    names = [x.nama for x in analisis.pengaturan.aturan.skala]
    assert [x[0] for x in rows(halaman, "aturan")] == names


def test_rankings_and_risks_are_those_of_the_analysis() -> None:
    halaman = page_of(contoh_analisis(3))
    section = halaman.one("section", id="peringkat")
    risks = section.one("div", kelas="risiko")
    codes = [x.one("span", kelas="kode").teks for x in risks.all("li")]
    assert codes == [x.hasil.indikator.kode for x in find_risiko(contoh_analisis(3))]
    late = page_of(contoh_analisis(4)).one("section", id="peringkat")
    assert not list(late.all("div", kelas="risiko"))
    assert "−87,65 NAIK dari 100,00 pada 2020 menjadi 12,35 persen" in late.teks
    assert "Tertinggal" not in late.teks


@pytest.mark.parametrize(
    ("satu", "kalimat"),
    [
        (indikator("A"), "Target setahun 8 dokumen; pada Tribulan III dan IV masih diperlukan"),
        (
            indikator("A", agregasi=Agregasi.RATA_RATA),
            "pada Tribulan III dan IV diperlukan rata-rata 15 dokumen.",
        ),
        (
            indikator("A", agregasi=Agregasi.KUMULATIF),
            "Target setahun 8 dokumen, yang harus dicapai pada Tribulan IV.",
        ),
        (
            indikator("A", porsi("u1", 4, (0, 0, 2, 2)), polaritas=Polaritas.TURUN),
            "pada Tribulan III dan IV paling banyak 2 dokumen.",
        ),
        (
            indikator(
                "A",
                porsi("u1", 1, (0.5, 0.5, 1, 1)),
                polaritas=Polaritas.TURUN,
                agregasi=Agregasi.RATA_RATA,
            ),
            "diperlukan rata-rata paling tinggi 1 dokumen.",
        ),
    ],
)
def test_a_risk_says_what_the_rest_of_the_year_must_bring(satu: Indikator, kalimat: str) -> None:
    risks = page_of(analyse(satu, tribulan=2, nilai={"A": 1})).one("div", kelas="risiko")
    assert kalimat in risks.teks


def test_a_risk_in_letters_names_the_target_alone() -> None:
    satu = indikator(
        "A",
        porsi("u1", "BB", ("BB", "BB", "BB", "BB")),
        polaritas=Polaritas.PREDIKAT,
        agregasi=Agregasi.POSISI_AKHIR,
    )
    huruf = {"H": {"BB": Decimal(70), "B": Decimal(60)}}
    plan = replace(rencana(satu), predikat=huruf)
    hasil = build_analisis(plan, PENGATURAN, [Setoran("u1", 1, {"A": Realisasi("B")})], 1)
    risks = page_of(hasil).one("div", kelas="risiko")
    assert risks.one("li").teks.endswith("A Target setahun BB.")


def test_hostile_texts_stay_texts_wherever_they_stand() -> None:
    unit = tuple(replace(x, nama=TEKS_SKRIP) for x in UNIT)
    nodes = tuple(replace(x, uraian=TEKS_SKRIP) for x in CASCADING)
    satu = indikator("A", uraian=TEKS_SKRIP, satuan=TEKS_SKRIP)
    kantor = replace(PENGATURAN.kantor, nama=TEKS_SKRIP, pemerintah=TEKS_SKRIP, alamat=TEKS_SKRIP)
    skala = (Kelas(Decimal(0), TEKS_SKRIP, "808080"),)
    settings = Pengaturan(2021, kantor, replace(PENGATURAN.aturan, skala=skala))
    hasil = analyse(
        satu, pengaturan=settings, nilai={"A": 1}, unit=unit, cascading=nodes, tribulan=2
    )
    found = [replace(x, fakta=dict.fromkeys(x.fakta, TEKS_SKRIP)) for x in contoh_temuan()]
    halaman = page_of(hasil, found)
    assert len(list(halaman.all("script"))) == 1
    assert not list(halaman.all("img"))
    folded = " ".join(TEKS_SKRIP.split())
    for bagian in ("sasaran", "tribulan", "anggaran", "unit", "peringkat", "indikator", "temuan"):
        assert folded in halaman.one("section", id=bagian).teks
    assert folded in halaman.one("h1").teks


def test_texts_that_look_like_templates_formulas_or_markup_are_printed_as_they_are() -> None:
    halaman = page_of(contoh_analisis(), contoh_temuan())
    assert TEKS_JINJA in halaman.one("section", id="sasaran").teks
    table = halaman.one("section", id="indikator").teks
    assert TEKS_NAKAL in table
    assert TEKS_MARKUP in table


def test_made_up_data_is_marked_and_real_data_is_not() -> None:
    assert page_of(contoh_analisis()).one("p", kelas="tanda").teks == "DATA CONTOH"
    real = Pengaturan(2021, replace(PENGATURAN.kantor, contoh=False))
    assert "DATA CONTOH" not in build_dasbor(analyse(pengaturan=real), (), DIBUAT)


def test_the_page_is_printed_on_the_offices_paper() -> None:
    a4 = build_dasbor(analyse(pengaturan=replace(PENGATURAN, kertas=Kertas.A4)), (), DIBUAT)
    assert "size: A4;" in a4
    assert "size: 215mm 330mm;" in build_dasbor(analyse(), (), DIBUAT)


def test_without_budget_there_are_sentences_instead_of_pictures() -> None:
    plain = tuple(replace(x, pagu=None) for x in CASCADING)
    section = page_of(contoh_analisis(4, contoh_rencana(cascading=plain)))
    assert card(section, "Serapan anggaran") == "– rencana tidak memuat pagu"
    money = section.one("section", id="anggaran")
    assert money.teks == "Anggaran dan efisiensi Rencana tidak memuat pagu anggaran."


def test_money_that_is_not_all_reported_has_no_percentage() -> None:
    halaman = page_of(contoh_analisis(1))
    assert card(halaman, "Serapan anggaran") == (
        "– Rp600.000 dari pagu Rp4.500.000; baru 2 dari 3 rincian dilaporkan"
    )
    none = page_of(analyse(cascading=CASCADING))
    assert card(none, "Serapan anggaran") == "– belum ada realisasi dari pagu Rp4.500.000"
    assert rows(none, "anggaran")[-1] == ["Jumlah", "Rp4.500.000", "–", "–", "–"]
    assert not list(none.all("ul", kelas="pasangan"))


def test_a_sasaran_without_budget_says_so_beside_the_others() -> None:
    nodes = tuple(replace(x, pagu=None) if x.kode == "K1" else x for x in CASCADING)
    section = page_of(contoh_analisis(4, contoh_rencana(cascading=nodes)))
    first = section.one("ul", kelas="pasangan").one("li").teks
    assert "tidak ada anggaran yang tercatat di bawahnya" in first
    assert first.endswith("Serapan S1: serapan – –")


def test_without_history_the_comparisons_say_so() -> None:
    halaman = page_of(contoh_analisis(4, contoh_rencana(riwayat=())))
    assert "tercatat pada dua tahun atau lebih" in halaman.one("section", id="tribulan").teks
    assert "Tidak ada capaian tahun sebelumnya" in halaman.one("section", id="peringkat").teks


def test_a_year_without_moves_says_so_in_either_direction() -> None:
    same = (Riwayat("A", 2020, Decimal(4), Decimal(4)),)
    moves = page_of(analyse(riwayat=same, nilai={"A": 2})).one("section", id="peringkat").teks
    for arah in ("naik", "turun"):
        none = f"Tidak ada indikator yang capaiannya {arah} dari tahun 2020."
        assert f"Paling {arah} dari tahun 2020 {none}" in moves


def test_before_anything_came_in_the_page_stands_and_gives_reasons() -> None:
    hasil = build_analisis(contoh_rencana(), PENGATURAN, [], 1)
    halaman = page_of(hasil)
    assert halaman.one("p", kelas="sorot").teks == "– tanpa predikat"
    assert card(halaman, "Formulir diterima") == "0 dari 3 dari 3 unit, 1 tribulan"
    assert "Belum ada capaian pada tribulan mana pun" in halaman.one("section", id="tribulan").teks
    assert {x[1] for x in rows(halaman, "unit")} == {"– belum masuk"}
    assert "Belum ada indikator yang mempunyai capaian." in halaman.teks
    assert "Tidak ada indikator yang tertinggal" in halaman.teks
    assert "Tidak ada temuan yang masih berlaku." in halaman.teks


def test_an_empty_plan_makes_a_page_too() -> None:
    empty = replace(rencana(), unit=(), cascading=(), indikator=())
    halaman = page_of(build_analisis(empty, PENGATURAN, [], 1))
    assert "Rencana belum memuat sasaran." in halaman.teks
    assert "Rencana belum memuat unit." in halaman.teks
    assert rows(halaman, "indikator") == []


def test_one_sasaran_with_sixty_long_indicators_keeps_every_one() -> None:
    long = "Persentase " + "penyelesaian dokumen " * 14
    many = [indikator(f"I{ke}", uraian=f"{long}{ke}") for ke in range(60)]
    table = rows(page_of(analyse(*many, nilai={f"I{ke}": 2 for ke in range(60)})), "indikator")
    assert [x[1] for x in table] == [f"{long}{ke}" for ke in range(60)]


def test_a_bar_that_goes_on_is_drawn_as_one() -> None:
    section = page_of(analyse(nilai={"A": 9})).one("section", id="sasaran")
    assert list(section.all("svg", kelas="lanjut"))


def test_a_mean_without_cap_is_given_once() -> None:
    aturan = replace(PENGATURAN.aturan, batas_rata_rata=None)
    halaman = page_of(analyse(pengaturan=replace(PENGATURAN, aturan=aturan), nilai={"A": 3}))
    assert halaman.one("p", kelas="sorot").teks == "150,00 persen Sangat Tinggi"
    assert "dibatasi" not in halaman.one("main").teks.casefold()
    assert not [x for x in halaman.all("dt") if x.teks == "Rata-rata apa adanya"]


def test_the_offices_own_scale_gives_names_and_colours() -> None:
    skala = (Kelas(Decimal(90), "Istimewa", "0000FF"), Kelas(Decimal(50), "Cukup", "FFFF00"))
    aturan = replace(PENGATURAN.aturan, skala=skala)
    settings = replace(PENGATURAN, aturan=aturan)
    html = build_dasbor(analyse(pengaturan=settings, nilai={"A": 1}), (), DIBUAT)
    assert read(html).one("p", kelas="sorot").teks == "50,00 persen Cukup"
    assert ".k1 { --isi: #ffff00; --tulisan: #000000;" in html
    below = analyse(pengaturan=settings, nilai={"A": 0})
    assert read(build_dasbor(below, (), DIBUAT)).one("p", kelas="sorot").teks == (
        "0,00 persen tanpa predikat"
    )


def test_a_node_that_is_no_program_is_not_listed_as_one() -> None:
    lone = Simpul("K9", Jenjang.KEGIATAN, "Tanpa program", "S1", "u1", Decimal(10))
    table = rows(page_of(analyse(cascading=(*CASCADING[:5], lone))), "anggaran")
    assert [x[0] for x in table] == ["Program satu", "Jumlah"]
