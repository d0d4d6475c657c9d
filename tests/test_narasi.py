"""The direction in the words is the direction of the figures that are printed beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.angka import Angka, Rentang, parse_angka, round_half_up
from kinerja_cli.domain.kantor import AturanHitung, RumusEfisiensi
from kinerja_cli.domain.narasi.anggaran import (
    kalimat_efisiensi,
    kalimat_serapan,
    kalimat_serapan_program,
)
from kinerja_cli.domain.narasi.aturan import kalimat_aturan, sumber_skala
from kinerja_cli.domain.narasi.hitungan import Hitungan, kalimat_hitungan, kalimat_rata_rata
from kinerja_cli.domain.narasi.indikator import (
    BELUM_DIBANDINGKAN,
    kalimat_capaian,
    kalimat_pembanding,
    kalimat_renstra,
    kalimat_riwayat,
)
from kinerja_cli.domain.narasi.kantor import ikhtisar, kalimat_laporan_unit, simpulan
from kinerja_cli.domain.narasi.kata import (
    Arah,
    Mutu,
    rangkai,
    sebut_arah,
    sebut_banyak,
    sebut_hasil,
    sebut_letak,
    sebut_mutu,
    selisih_persen,
    tulis,
    tulis_bersatuan,
    tulis_persen,
    tulis_target,
)
from kinerja_cli.domain.narasi.masa import sebut_masa, sebut_masa_singkat
from kinerja_cli.domain.narasi.rangkaian import (
    capaian_antartahun,
    capaian_dan_serapan,
    capaian_sasaran,
    capaian_tribulan,
)
from kinerja_cli.domain.narasi.sasaran import kalimat_program, pembuka_sasaran
from kinerja_cli.domain.predikat import Kelas
from kinerja_cli.domain.rencana import (
    Agregasi,
    Indikator,
    Polaritas,
    Rencana,
    Riwayat,
    RumusTurun,
)
from kinerja_cli.domain.setoran import Realisasi, RealisasiAnggaran, Setoran
from rencana_uji import PENGATURAN, indikator, porsi, rencana

ANGKA = st.decimals(min_value=0, max_value=10**6, places=3)
BESAR = st.decimals(min_value=1, max_value=10**6, places=2)
HURUF = {"Mutu": {"A": Decimal(3), "B": Decimal(2), "C": Decimal(1)}}


def posisi_akhir(target: Any = 100, **fields: Any) -> Indikator:  # noqa: ANN401
    """Return indicator A of u1 whose last figure is that of the year."""
    share = porsi("u1", target, (target,) * 4)
    return indikator("A", share, agregasi=Agregasi.POSISI_AKHIR, **fields)


def analyse(
    plan: Rencana,
    nilai: Any = None,  # noqa: ANN401
    *,
    uang: tuple[str, str] | None = None,
    tribulan: int = 4,
    **aturan: Any,  # noqa: ANN401
) -> Analisis:
    """Return the analysis of a year in which u1 reports the same figure each tribulan."""
    setoran = [
        Setoran(unit, ke, {"A": Realisasi(nilai)}, _spent(unit, uang))
        for unit in ("u1", "u2")
        for ke in range(1, tribulan + 1)
    ]
    pengaturan = replace(PENGATURAN, aturan=AturanHitung(**aturan))
    return build_analisis(plan, pengaturan, setoran, tribulan)


def _spent(unit: str, uang: tuple[str, str] | None) -> dict[str, RealisasiAnggaran]:
    if uang is None:
        return {}
    line, amount = ("K1", uang[0]) if unit == "u1" else ("K2", uang[1])
    return {line: RealisasiAnggaran(Decimal(amount))}


def read(teks: str) -> Decimal:
    """Read a printed figure again; texts of the form 1.234 are whole numbers here."""
    value = parse_angka(teks if "," in teks else f"{teks},0")
    assert isinstance(value, Angka)
    return value.nilai


def compare(kini: Decimal, lalu: Decimal) -> Arah:
    """Return the direction by plain arithmetic: the oracle of the words."""
    if kini == lalu:
        return Arah.TETAP
    return Arah.NAIK if kini > lalu else Arah.TURUN


# Words


@given(ANGKA, ANGKA)
def test_a_direction_is_that_of_the_printed_figures(kini: Decimal, lalu: Decimal) -> None:
    assert sebut_arah(kini, lalu) is compare(read(tulis(kini)), read(tulis(lalu)))


@given(ANGKA, ANGKA)
def test_above_and_below_follow_the_printed_figures(nilai: Decimal, acuan: Decimal) -> None:
    words = {"di atas": Arah.NAIK, "di bawah": Arah.TURUN, "sama dengan": Arah.TETAP}
    assert words[sebut_letak(nilai, acuan)] is compare(read(tulis(nilai)), read(tulis(acuan)))


@given(st.decimals(min_value=0, max_value=500, places=6))
def test_what_a_capaian_did_follows_its_printed_figure(persen: Decimal) -> None:
    words = {"melampaui": Arah.NAIK, "memenuhi": Arah.TETAP, "belum memenuhi": Arah.TURUN}
    assert words[sebut_hasil(persen)] is compare(read(tulis_persen(persen)), Decimal(100))


@given(st.decimals(0, 500, places=6), st.decimals(0, 500, places=6))
def test_points_are_what_a_calculator_gives(kini: Decimal, lalu: Decimal) -> None:
    expected = abs(read(tulis_persen(kini)) - read(tulis_persen(lalu)))
    assert selisih_persen(kini, lalu) == expected


@given(st.integers(0, 60), st.integers(1, 60))
def test_a_count_names_both_numbers_or_says_all_or_none(banyak: int, dari: int) -> None:
    words = sebut_banyak(min(banyak, dari), dari, "sasaran")
    numbers = [int(x) for x in re.findall(r"\d+", words)]
    if banyak == 0:
        assert words == "belum ada sasaran"
    elif banyak >= dari:
        assert words == ("satu-satunya sasaran" if dari == 1 else f"seluruh {dari} sasaran")
    else:
        assert numbers == [banyak, dari]


def test_better_and_worse_follow_the_polaritas() -> None:
    assert sebut_mutu(Arah.TURUN, Polaritas.TURUN) is Mutu.MEMBAIK
    assert sebut_mutu(Arah.NAIK, Polaritas.TURUN) is Mutu.MEMBURUK
    assert sebut_mutu(Arah.NAIK, Polaritas.PREDIKAT) is Mutu.MEMBAIK
    assert sebut_mutu(Arah.NAIK, Polaritas.RENTANG) is None
    assert sebut_mutu(Arah.TETAP, Polaritas.NAIK) is None


def test_a_mean_is_printed_with_two_decimals_and_a_target_as_planned() -> None:
    assert tulis(Decimal("89.6075")) == "89,61"
    assert tulis_target(Decimal("0.945")) == "0,945"
    assert tulis_target(Rentang(Decimal(92), Decimal(98))) == "92–98"
    assert tulis(None) == ""


def test_a_satuan_stands_behind_its_figure_as_a_sentence_writes_it() -> None:
    assert tulis_bersatuan(Decimal("85.5"), "%") == "85,5 persen"
    assert tulis_bersatuan(Decimal(22), "Hari Kerja") == "22 hari kerja"
    assert tulis_bersatuan(Decimal(2400), "kWh") == "2.400 kWh"
    assert tulis_bersatuan(Decimal(84), "Nilai") == "84"
    assert tulis_bersatuan("BB", "Predikat SAKIP") == "BB"


def test_a_row_of_words_is_joined_as_a_sentence_does() -> None:
    assert rangkai(["a"]) == "a"
    assert rangkai(["a", "b"]) == "a dan b"
    assert rangkai(["a", "b", "c"]) == "a, b, dan c"


# One indicator


@given(BESAR, BESAR, st.integers(0, 5))
def test_capaian_in_words_is_capaian_in_figures(
    target: Decimal, realisasi: Decimal, posisi: int
) -> None:
    hasil = analyse(rencana(posisi_akhir(target)), realisasi).indikator[0]
    sentence = kalimat_capaian(hasil, posisi)
    assert hasil.persen is not None
    below = "belum memenuhi" in sentence
    assert below == (round_half_up(hasil.persen) < 100)
    assert ("melampaui" in sentence) == (round_half_up(hasil.persen) > 100)
    assert f"{tulis_persen(hasil.persen)} persen" in sentence


@given(BESAR, BESAR, st.sampled_from((Polaritas.NAIK, Polaritas.TURUN)), st.integers(0, 5))
def test_rise_and_fall_are_told_as_they_were(
    kini: Decimal, lalu: Decimal, polaritas: Polaritas, posisi: int
) -> None:
    past = (Riwayat("A", 2020, Decimal(100), lalu),)
    analisis = analyse(rencana(posisi_akhir(polaritas=polaritas), riwayat=past), kini)
    sentence = kalimat_riwayat(analisis.indikator[0], analisis, posisi)
    first, _, second = sentence.partition(". Capaiannya")
    assert compare(kini, lalu).value in first
    better = kini > lalu if polaritas is Polaritas.NAIK else kini < lalu
    assert ("membaik" in first) == (better and kini != lalu)
    assert ("memburuk" in first) == (not better and kini != lalu)
    here, there = analisis.indikator[0].persen, analisis.indikator[0].riwayat[0].hasil.capaian
    assert here is not None
    assert there.persen is not None
    moved = compare(round_half_up(here), round_half_up(there.persen))
    assert f"{moved.value} " in second


@given(BESAR, BESAR, st.integers(0, 3))
def test_the_renstra_is_met_in_words_where_it_is_in_figures(
    target: Decimal, realisasi: Decimal, posisi: int
) -> None:
    analisis = analyse(rencana(posisi_akhir(target_renstra=target)), realisasi)
    sentence = kalimat_renstra(analisis.indikator[0], analisis, posisi)
    assert ("belum memenuhi" in sentence) == (round_half_up(realisasi * 100 / target) < 100)


@given(BESAR, BESAR)
def test_a_pembanding_is_above_or_below_as_the_figures_are(acuan: Decimal, kini: Decimal) -> None:
    plan = rencana(posisi_akhir(pembanding="rata-rata kabupaten", nilai_pembanding=acuan))
    analisis = analyse(plan, kini)
    sentence = kalimat_pembanding(analisis.indikator[0], analisis)
    assert ("di atas" in sentence) == (kini > acuan)
    assert ("di bawah" in sentence) == (kini < acuan)


def test_below_a_pembanding_is_better_for_a_falling_indicator() -> None:
    plan = rencana(
        posisi_akhir(polaritas=Polaritas.TURUN, pembanding="rata-rata", nilai_pembanding=Decimal(5))
    )
    below, above, same = (
        kalimat_pembanding((x := analyse(plan, Decimal(y))).indikator[0], x) for y in (4, 6, 5)
    )
    assert "di bawah" in below
    assert "lebih baik" in below
    assert "kurang baik" in above
    assert "artinya" not in same


def test_letters_rise_by_their_table() -> None:
    plan = rencana(
        posisi_akhir("B", polaritas=Polaritas.PREDIKAT, satuan="Mutu"),
        riwayat=(Riwayat("A", 2020, "B", "B"),),
        predikat=HURUF,
    )
    up, same, unknown = (
        kalimat_riwayat((x := analyse(plan, y)).indikator[0], x) for y in ("A", "B", "Z")
    )
    assert "naik dari B menjadi A, artinya membaik" in up
    assert same.startswith("Realisasi tetap B")
    assert "tidak dapat dibandingkan" in unknown


def test_no_realisasi_is_told_by_its_reason_never_by_a_figure() -> None:
    hasil = analyse(rencana(posisi_akhir())).indikator[0]
    sentence = kalimat_capaian(hasil)
    assert "realisasi belum dilaporkan" in sentence
    assert not re.search(r"\d", sentence)


def test_part_of_a_year_is_compared_with_nothing() -> None:
    plan = rencana(
        posisi_akhir(
            target_renstra=Decimal(100), pembanding="rata-rata", nilai_pembanding=Decimal(90)
        ),
        riwayat=(Riwayat("A", 2020, Decimal(100), Decimal(90)),),
    )
    analisis = analyse(plan, Decimal(95), tribulan=2)
    hasil = analisis.indikator[0]
    told = (
        kalimat_riwayat(hasil, analisis),
        kalimat_renstra(hasil, analisis),
        kalimat_pembanding(hasil, analisis),
    )
    assert told == (BELUM_DIBANDINGKAN,) * 3


def test_what_is_not_on_record_is_said_to_be_missing() -> None:
    analisis = analyse(rencana(posisi_akhir()), Decimal(95))
    hasil = analisis.indikator[0]
    assert "tidak tersedia" in kalimat_riwayat(hasil, analisis)
    assert "tidak menetapkan" in kalimat_renstra(hasil, analisis)
    empty = analyse(rencana(posisi_akhir(target_renstra=Decimal(9))))
    assert "realisasi belum dilaporkan" in kalimat_renstra(empty.indikator[0], empty)
    plan = rencana(posisi_akhir(pembanding="rata-rata", nilai_pembanding=Decimal(9)))
    blank = analyse(plan)
    assert "belum dapat dibandingkan" in kalimat_pembanding(blank.indikator[0], blank)


# Counts, sasaran, office


@given(st.builds(Hitungan, *(st.integers(0, 9) for _ in range(4))))
def test_the_counts_of_a_sentence_add_up(hitungan: Hitungan) -> None:
    numbers = [int(x) for x in re.findall(r"\d+", kalimat_hitungan(hitungan))]
    if len(numbers) > 1:
        assert numbers[0] == hitungan.jumlah == sum(numbers[1:])
    else:
        assert numbers == ([hitungan.jumlah] if hitungan.jumlah > 1 else [])


def test_a_mean_without_cap_is_given_once() -> None:
    analisis = analyse(rencana(posisi_akhir()), Decimal(150), batas_rata_rata=None)
    aturan = analisis.pengaturan.aturan
    told = kalimat_rata_rata(analisis.kantor, analisis.predikat, aturan)
    assert told == "Rata-rata capaian 150,00 persen (predikat Sangat Tinggi)."
    capped = analyse(rencana(posisi_akhir()), Decimal(150))
    told = kalimat_rata_rata(capped.kantor, capped.predikat, capped.pengaturan.aturan)
    assert "150,00" in told
    assert "rata-ratanya 100,00 persen" in told


def test_a_capaian_below_every_class_has_no_predikat() -> None:
    scale = (Kelas(Decimal(50), "Baik", "000000"),)
    analisis = analyse(rencana(posisi_akhir()), Decimal(40), skala=scale)
    told = kalimat_rata_rata(analisis.kantor, analisis.predikat, analisis.pengaturan.aturan)
    assert "tanpa predikat" in told
    assert sumber_skala(analisis) == "Skala yang ditetapkan Kecamatan Uji."
    assert "predikat" not in kalimat_capaian(analisis.indikator[0])


def test_a_sasaran_opens_with_its_indicators_and_its_mean() -> None:
    analisis = analyse(rencana(posisi_akhir()), Decimal(120))
    told = pembuka_sasaran(analisis.sasaran[0], analisis)
    assert "satu indikator" in told
    assert "satu-satunya indikator melampaui target" in told
    assert "120,00" in told


def test_a_sasaran_without_indicators_says_so() -> None:
    plan = rencana(indikator("A", kode_cascading="P1"))
    analisis = analyse(plan, Decimal(2))
    assert "belum memiliki indikator" in pembuka_sasaran(analisis.sasaran[0], analisis)
    assert "Belum ada indikator" in kalimat_hitungan(Hitungan(0, 0, 0, 0))
    assert "belum dapat dihitung" in ikhtisar(analisis)[1]


def test_programmes_are_named_by_what_their_indicators_did() -> None:
    plan = rencana(
        posisi_akhir(kode_cascading="K1"),
        replace(posisi_akhir(200), kode="B", kode_cascading="K2"),
    )
    setoran = [
        Setoran("u1", ke, {"A": Realisasi(Decimal(100)), "B": Realisasi(Decimal(100))})
        for ke in range(1, 5)
    ]
    analisis = build_analisis(plan, PENGATURAN, setoran, 4)
    told = kalimat_program(plan.cascading[2:], analisis.program)
    assert "1 program dan 2 kegiatan" in told
    assert "Kegiatan satu (100,00 persen) memenuhi" in told
    assert "Kegiatan dua (50,00 persen) belum memenuhi" in told
    assert "belum mengaitkan" in kalimat_program((), ())


def test_the_conclusion_names_what_missed_its_target() -> None:
    met = simpulan(analyse(rencana(posisi_akhir()), Decimal(100)))
    missed = simpulan(analyse(rencana(posisi_akhir()), Decimal(90)))
    assert not any("perhatian" in x for x in met)
    assert any("Jumlah hasil A (90,00 persen)" in x for x in missed)
    assert missed[0].startswith("Dari hasil pengukuran Tahun 2021, belum ada indikator")


def test_the_highest_and_the_lowest_are_named_only_where_they_differ() -> None:
    plan = rencana(posisi_akhir(), replace(posisi_akhir(50), kode="B", uraian="Jumlah hasil B"))
    setoran = [
        Setoran("u1", ke, {"A": Realisasi(Decimal(90)), "B": Realisasi(Decimal(60))})
        for ke in range(1, 5)
    ]
    told = " ".join(ikhtisar(build_analisis(plan, PENGATURAN, setoran, 4)))
    assert "tertinggi terdapat pada “Jumlah hasil B” (120,00 persen)" in told
    assert "terendah pada “Jumlah hasil A” (90,00 persen)" in told
    assert "tertinggi" not in " ".join(ikhtisar(analyse(rencana(posisi_akhir()), Decimal(90))))


def test_missing_workbooks_are_counted() -> None:
    complete = analyse(rencana(), Decimal(2), tribulan=3)
    assert kalimat_laporan_unit(complete).startswith("Seluruh 6 formulir")
    nothing = build_analisis(rencana(), PENGATURAN, (), 3)
    assert "diterima 0 dari 6" in kalimat_laporan_unit(nothing)


def test_the_span_of_a_report_is_named() -> None:
    year, half = (analyse(rencana(), Decimal(2), tribulan=x) for x in (4, 2))
    assert (sebut_masa(year), sebut_masa_singkat(year)) == ("Tahun 2021", "2021")
    assert sebut_masa(half) == "Tahun 2021 sampai dengan Tribulan II"
    assert sebut_masa_singkat(half) == "s.d. TW II"


# Money


def efisiensi(analisis: Analisis) -> str:
    sasaran = analisis.sasaran[0]
    return kalimat_efisiensi(
        sasaran.rata_rata.apa_adanya, sasaran.anggaran, sasaran.efisiensi, analisis
    )


@given(BESAR, st.integers(0, 1_000_000))
def test_efficiency_is_told_with_the_word_of_its_figures(kini: Decimal, uang: int) -> None:
    analisis = analyse(rencana(posisi_akhir()), kini, uang=(str(uang), str(3 * uang)))
    judged = analisis.sasaran[0].efisiensi
    assert judged is not None
    told = efisiensi(analisis)
    assert f"dinilai {judged.sebutan} (" in told
    assert f"Selisih keduanya {tulis_persen(judged.nilai)} poin" in told


def test_unspent_money_is_efficient_only_where_the_target_was_met() -> None:
    plan = rencana(posisi_akhir())
    met, missed = (
        analyse(plan, Decimal(x), uang=("500000", "1500000"), efisiensi=RumusEfisiensi.SISA)
        for x in (100, 90)
    )
    assert "sisa anggaran 50,00 persen: efisien" in efisiensi(met)
    assert "tidak dinilai efisien" in efisiensi(missed)


def test_spending_above_pagu_is_never_called_efficient() -> None:
    analisis = analyse(rencana(posisi_akhir()), Decimal(100), uang=("2000000", "3000000"))
    assert "melebihi pagu sehingga efisiensi tidak dinilai" in efisiensi(analisis)
    assert "melebihi pagu sebesar Rp1.000.000" in kalimat_serapan(analisis.total_anggaran)


def test_efficiency_is_judged_only_with_both_sides_and_at_the_end() -> None:
    plan = rencana(posisi_akhir())
    assert "0 dari 2 rincian" in efisiensi(analyse(plan, Decimal(100)))
    early = analyse(plan, Decimal(100), uang=("500000", "1500000"), tribulan=2)
    assert "setelah tahun anggaran berakhir" in efisiensi(early)
    blank = analyse(plan, uang=("500000", "1500000"))
    assert "capaian kinerjanya belum ada" in efisiensi(blank)
    assert "tidak ada anggaran" in kalimat_efisiensi(Decimal(100), None, None, blank)


@pytest.mark.parametrize(
    ("uang", "kata"),
    [
        (None, "belum dilaporkan"),
        (("500000", "1500000"), "atau 50,00 persen sehingga tersisa Rp2.000.000."),
        (("1000000", "3000000"), "atau 100,00 persen."),
    ],
)
def test_what_was_spent_and_what_is_left_is_told(uang: tuple[str, str] | None, kata: str) -> None:
    analisis = analyse(rencana(posisi_akhir()), Decimal(100), uang=uang)
    assert kata in kalimat_serapan(analisis.total_anggaran)


def test_money_reported_in_part_has_no_serapan() -> None:
    setoran = [Setoran("u1", 4, {}, {"K1": RealisasiAnggaran(Decimal(500_000))})]
    analisis = build_analisis(rencana(), PENGATURAN, setoran, 4)
    told = kalimat_serapan(analisis.total_anggaran)
    assert "1 dari 2 rincian" in told
    assert "persen" not in told
    assert kalimat_serapan(None) == "Rencana tidak memuat pagu anggaran."
    assert kalimat_serapan_program(analisis.anggaran) == ""


def test_the_programme_that_spent_most_is_named() -> None:
    plan = rencana(posisi_akhir())
    other = replace(plan.cascading[2], kode="P2", uraian="Program dua")
    line = replace(plan.cascading[4], induk="P2")
    wider = replace(plan, cascading=(*plan.cascading[:4], other, line))
    analisis = analyse(wider, Decimal(100), uang=("500000", "2700000"))
    told = kalimat_serapan_program(analisis.anggaran)
    assert "tertinggi terdapat pada Program dua (90,00 persen)" in told
    assert "terendah pada Program satu (50,00 persen)" in told


# Rules and pictures


def test_the_rules_that_were_used_are_named_and_no_others() -> None:
    falling = posisi_akhir(polaritas=Polaritas.TURUN, uraian="Lama antre")
    told = kalimat_aturan(analyse(rencana(falling), Decimal(90)))
    assert any("dua kali target" in x for x in told)
    assert not any("makin tinggi" in x or "Khusus" in x for x in told)
    special = replace(falling, rumus_turun=RumusTurun.RASIO)
    told = kalimat_aturan(analyse(rencana(special), Decimal(90), batas_rata_rata=None))
    assert "Khusus “Lama antre”: target dibagi realisasi, dikalikan 100." in told
    assert not any("dibatasi" in x for x in told)


def test_pictures_show_the_printed_means() -> None:
    plan = rencana(posisi_akhir(), riwayat=(Riwayat("A", 2020, Decimal(100), Decimal(80)),))
    analisis = analyse(plan, Decimal("98.765"), uang=("500000", "1500000"))
    assert capaian_sasaran(analisis).seri[0].nilai == (Decimal("98.77"),)
    assert len(capaian_tribulan(analisis).label) == 4
    years = capaian_antartahun(analisis)
    assert years.label == ("2020", "2021")
    assert years.seri[0].nilai == (Decimal("80.00"), Decimal("98.77"))
    assert capaian_dan_serapan(analisis).seri[1].nilai == (Decimal("50.00"),)


def test_a_picture_without_figures_is_empty() -> None:
    analisis = analyse(rencana(posisi_akhir()))
    assert capaian_sasaran(analisis).kosong
    assert capaian_tribulan(analisis).kosong
    assert capaian_antartahun(analisis).kosong
    assert capaian_dan_serapan(analisis).kosong
