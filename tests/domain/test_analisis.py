"""The analysis: one set of values, nothing enters a mean wrongly."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from data_nyata import number, read_rows
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis, HasilIndikator
from kinerja_cli.domain.angka import Rentang, round_half_up
from kinerja_cli.domain.capaian import Alasan
from kinerja_cli.domain.kantor import AturanHitung, RumusEfisiensi
from kinerja_cli.domain.rencana import (
    Agregasi,
    Gabungan,
    Indikator,
    Jenjang,
    Nilai,
    Polaritas,
    Rencana,
    Riwayat,
    RumusTurun,
    Simpul,
)
from kinerja_cli.domain.setoran import Realisasi, RealisasiAnggaran, Setoran
from rencana_uji import CASCADING, PENGATURAN, UNIT, indikator, porsi, rencana


def setor(unit: str, ke: int, uang: str | None = None, **nilai: Any) -> Setoran:  # noqa: ANN401
    """Return a unit's figures by indicator (numbers, letters or None) and what it spent."""

    def value(x: Any) -> Nilai | None:  # noqa: ANN401
        return Decimal(str(x)) if isinstance(x, int | float) else x

    realisasi = {kode: Realisasi(value(x)) for kode, x in nilai.items()}
    line = "K1" if unit == "u1" else "K2"
    spent = RealisasiAnggaran(None if uang is None else Decimal(uang))
    return Setoran(unit, ke, realisasi, {line: spent})


def analyse(plan: Rencana, *setoran: Setoran, tribulan: int = 4, **aturan: Any) -> Analisis:  # noqa: ANN401
    pengaturan = replace(PENGATURAN, aturan=AturanHitung(**aturan))
    return build_analisis(plan, pengaturan, setoran, tribulan)


def one(indikator_ini: Indikator, *realisasi: Any, tribulan: int = 4) -> HasilIndikator:  # noqa: ANN401
    """Return the result of one indicator of unit u1 with realisasi from TW I on."""
    figures = [setor("u1", ke, A=x) for ke, x in enumerate(realisasi, 1)]
    return analyse(rencana(indikator_ini), *figures, tribulan=tribulan).indikator[0]


def shown(persen: Decimal | None) -> str:
    return "" if persen is None else str(round_half_up(persen))


def test_the_three_figures_are_never_mixed() -> None:
    hasil = one(indikator("A", porsi("u1", 10, (1, 2, 3, 4))), 1, 1, tribulan=2).waktu
    assert shown(hasil.tribulan[1].capaian.persen) == "50.00"
    assert shown(hasil.sampai_dengan.capaian.persen) == "66.67"
    assert hasil.tahun.capaian.alasan is Alasan.BELUM_AKHIR_TAHUN
    assert shown(hasil.kemajuan.persen) == "20.00"
    assert hasil.berlaku is hasil.sampai_dengan


def test_the_year_is_judged_once_it_is_over() -> None:
    hasil = one(indikator("A", porsi("u1", 10, (1, 2, 3, 4))), 1, 2, 3, 5).waktu
    assert shown(hasil.tahun.capaian.persen) == "110.00"
    assert hasil.berlaku is hasil.tahun


def test_ties_are_printed_half_up() -> None:
    target = indikator("A", porsi("u1", 80, (80, 80, 80, 80)), agregasi=Agregasi.POSISI_AKHIR)
    assert shown(one(target, 9.876, tribulan=1).persen) == "12.35"


def test_no_data_has_its_reason_and_enters_no_mean() -> None:
    plan = rencana(indikator("A"), indikator("B"))
    hasil = analyse(plan, setor("u1", 1, A=2, B=None), tribulan=1)
    assert hasil.indikator[1].waktu.berlaku.capaian.alasan is Alasan.BELUM_ADA_REALISASI
    assert (hasil.kantor.apa_adanya, hasil.kantor.dinilai, hasil.kantor.jumlah) == (100, 1, 2)


def test_an_annual_target_is_judged_on_the_year_alone() -> None:
    annual = indikator("A", porsi("u1", 80, (0, 0, 0, 0)), agregasi=Agregasi.POSISI_AKHIR)
    early = one(annual, None, None, tribulan=2).waktu
    assert early.berlaku.capaian.alasan is Alasan.BELUM_ADA_REALISASI
    late = one(annual, None, None, None, 82).waktu
    assert late.tribulan[3].capaian.alasan is Alasan.TARGET_NOL
    assert shown(late.tahun.capaian.persen) == "102.50"


def test_a_quarter_without_target_is_no_failure() -> None:
    idle = indikator("A", porsi("u1", 8, (0, 4, 0, 4)))
    hasil = one(idle, 0, 4, tribulan=2).waktu
    assert hasil.tribulan[0].capaian.alasan is Alasan.TIDAK_DITARGETKAN
    assert hasil.sampai_dengan.capaian.persen == 100


@pytest.mark.parametrize(
    ("bidang", "realisasi", "hasil"),
    [
        ({"polaritas": Polaritas.TURUN, "agregasi": Agregasi.POSISI_AKHIR}, 8, "120.00"),
        (
            {
                "polaritas": Polaritas.TURUN,
                "agregasi": Agregasi.POSISI_AKHIR,
                "rumus_turun": RumusTurun.RASIO,
            },
            8,
            "125.00",
        ),
        ({"polaritas": Polaritas.STABIL, "agregasi": Agregasi.POSISI_AKHIR}, 11, "90.00"),
    ],
)
def test_each_indicator_by_its_own_rule(bidang: dict[str, Any], realisasi: int, hasil: str) -> None:
    target = indikator("A", porsi("u1", 10, (10, 10, 10, 10)), **bidang)
    assert shown(one(target, realisasi, tribulan=1).persen) == hasil


def test_a_range_and_letters_are_measured() -> None:
    bounds = Rentang(Decimal(80), Decimal(90))
    ranged = indikator(
        "A",
        porsi("u1", bounds, (bounds,) * 4),
        polaritas=Polaritas.RENTANG,
        agregasi=Agregasi.RATA_RATA,
    )
    assert shown(one(ranged, 70, tribulan=1).persen) == "87.50"
    letters = indikator(
        "A",
        porsi("u1", "BB", ("B", "B", "BB", "BB")),
        satuan="SAKIP",
        polaritas=Polaritas.PREDIKAT,
        agregasi=Agregasi.POSISI_AKHIR,
    )
    plan = rencana(letters, predikat={"SAKIP": {"BB": Decimal(70), "B": Decimal(60)}})
    hasil = analyse(plan, setor("u1", 1, A="BB"), tribulan=1).indikator[0]
    assert shown(hasil.persen) == "116.67"


def test_shares_of_units_make_the_office() -> None:
    shared = indikator("A", porsi("u1", 8, (2, 2, 2, 2)), porsi("u2", 4, (1, 1, 1, 1)))
    hasil = analyse(rencana(shared), setor("u1", 1, A=2), setor("u2", 1, A=2), tribulan=1)
    assert hasil.indikator[0].waktu.tribulan[0].target == 3
    assert shown(hasil.indikator[0].persen) == "133.33"
    assert [shown(x.rata_rata.apa_adanya) for x in hasil.unit] == ["100.00", "200.00"]
    assert [x.melapor for x in hasil.unit] == [(True,), (True,)]
    averaged = replace(shared, gabungan=Gabungan.RATA_RATA)
    hasil = analyse(rencana(averaged), setor("u1", 1, A=2), setor("u2", 1, A=2), tribulan=1)
    assert hasil.indikator[0].waktu.tribulan[0].target == Decimal("1.5")
    assert hasil.indikator[0].waktu.tahun.target == 6


def test_means_are_per_sasaran_and_the_class_is_of_the_capped_one() -> None:
    plan = rencana(indikator("A"), indikator("B"))
    hasil = analyse(plan, setor("u1", 1, A=4, B=1), tribulan=1)
    sasaran = hasil.sasaran[0]
    assert shown(sasaran.rata_rata.apa_adanya) == "125.00"
    assert shown(sasaran.rata_rata.dibatasi) == "75.00"
    assert sasaran.predikat is not None
    assert sasaran.predikat.nama == "Sedang"


def test_weights_count_within_a_sasaran() -> None:
    plan = rencana(indikator("A", bobot=Decimal(3)), indikator("B", bobot=Decimal(1)))
    hasil = analyse(plan, setor("u1", 1, A=2, B=1), tribulan=1)
    assert shown(hasil.sasaran[0].rata_rata.apa_adanya) == "87.50"
    assert shown(hasil.kantor.apa_adanya) == "75.00"


def test_indicators_below_a_sasaran_do_not_enter_the_offices_mean() -> None:
    plan = rencana(indikator("A"), indikator("B", kode_cascading="K1"))
    hasil = analyse(plan, setor("u1", 1, A=2, B=1), tribulan=1)
    assert (hasil.kantor.apa_adanya, hasil.kantor.jumlah) == (100, 1)
    assert [x.simpul.kode for x in hasil.program] == ["K1"]


def test_history_and_renstra_use_the_indicators_own_rule() -> None:
    falling = indikator(
        "A",
        porsi("u1", 10, (10, 10, 10, 10)),
        polaritas=Polaritas.TURUN,
        agregasi=Agregasi.POSISI_AKHIR,
        target_renstra=Decimal(8),
    )
    history = (
        Riwayat("A", 2020, Decimal(12), Decimal(9)),
        Riwayat("A", 2019, Decimal(12), None),
    )
    hasil = analyse(rencana(falling, riwayat=history), setor("u1", 1, A=8), tribulan=1)
    first = hasil.indikator[0]
    assert [x.tahun for x in first.riwayat] == [2019, 2020]
    assert first.riwayat[0].hasil.capaian.alasan is Alasan.BELUM_ADA_REALISASI
    assert shown(first.riwayat[1].hasil.capaian.persen) == "125.00"
    assert first.renstra.capaian.persen == 100


def test_money_is_summed_from_leaves_and_a_percent_is_the_ratio_of_the_sums() -> None:
    hasil = analyse(rencana(), setor("u1", 1, "900000", A=2), setor("u2", 1, "1500000"), tribulan=1)
    program = next(x for x in hasil.anggaran if x.simpul.kode == "P1")
    assert (program.pagu, program.realisasi, program.daun) == (4_000_000, 2_400_000, False)
    assert program.serapan == 60
    assert program.sisa == 1_600_000
    assert hasil.total_anggaran is not None
    assert hasil.total_anggaran.pagu == 4_000_000


def test_a_total_with_a_silent_line_has_no_serapan() -> None:
    hasil = analyse(rencana(), setor("u1", 1, "900000", A=2), setor("u2", 1), tribulan=1)
    total = hasil.total_anggaran
    assert total is not None
    assert (total.realisasi, total.serapan, total.dilaporkan, total.jumlah) == (900_000, None, 1, 2)
    assert hasil.anggaran[-1].sisa is None


def test_spending_is_the_last_known_for_it_is_cumulative() -> None:
    later = setor("u1", 2, "700000", A=2)
    hasil = analyse(rencana(), later, setor("u1", 1, "500000", A=2), tribulan=2)
    assert next(x for x in hasil.anggaran if x.daun).realisasi == 700_000


@pytest.mark.parametrize(
    ("uang", "aturan", "sebutan"),
    [
        ("2000000", {}, "efisien"),
        ("3880000", {}, "cukup efisien"),
        ("3800000", {}, "cukup efisien"),
        ("3799000", {}, "efisien"),
        ("2000000", {"efisiensi": RumusEfisiensi.SISA}, "efisien"),
        ("4400000", {}, None),
    ],
)
def test_efficiency_is_points_of_capaian_above_serapan(
    uang: str, aturan: dict[str, Any], sebutan: str | None
) -> None:
    half = str(int(uang) // 2)
    both = (setor("u1", 4, half, A=2), setor("u2", 4, half))
    hasil = analyse(yearly(), *both, **aturan)
    assert (hasil.efisiensi.sebutan if hasil.efisiensi else None) == sebutan


def test_low_capaian_at_high_serapan_is_not_efficient() -> None:
    both = (setor("u1", 4, "1000000", A=1), setor("u2", 4, "2800000"))
    hasil = analyse(yearly(), *both)
    assert hasil.efisiensi is not None
    assert hasil.efisiensi.sebutan == "tidak efisien"
    assert hasil.sasaran[0].efisiensi == hasil.efisiensi
    sisa = analyse(yearly(), *both, efisiensi=RumusEfisiensi.SISA)
    assert sisa.efisiensi is None


def test_efficiency_waits_for_the_end_of_the_year() -> None:
    both = (setor("u1", 3, "500000", A=2), setor("u2", 3, "500000"))
    hasil = analyse(yearly(), *both, tribulan=3)
    assert hasil.efisiensi is None
    assert hasil.sasaran[0].efisiensi is None


def yearly() -> Rencana:
    """Return a plan whose one indicator has a target of 2 for the year alone."""
    return rencana(indikator("A", porsi("u1", 2, (0, 0, 0, 2))))


def test_an_office_without_budget_has_no_totals() -> None:
    bare = replace(rencana(), cascading=CASCADING[:2], unit=UNIT[:1])
    hasil = analyse(bare, setor("u1", 1, A=2), tribulan=1)
    assert hasil.total_anggaran is None
    assert hasil.efisiensi is None
    assert hasil.sasaran[0].anggaran is None


def test_the_real_evaluasi_renja_is_the_sum_of_its_leaves() -> None:
    """Deli Serdang 2025: a programme of one activity and its line stand as three equal rows."""
    rows = {row["program_kegiatan"]: row for _, row in read_rows("anggaran-nyata.csv")}
    leaf = rows["Koordinasi dan Penyusunan KUA dan PPAS"]
    program = rows["Penelitian dan Pengembangan"]
    lines = [
        row
        for nama, row in rows.items()
        if nama.startswith(("Penelitian dan Pengembangan Bidang", "Pengembangan Inovasi"))
    ]
    cascading = (
        *CASCADING[:2],
        Simpul("P1", Jenjang.PROGRAM, "Penelitian dan Pengembangan", "S1"),
        *(
            Simpul(f"L{i}", Jenjang.KEGIATAN, x["program_kegiatan"], "P1", "u1", number(x, "pagu"))
            for i, x in enumerate(lines)
        ),
        Simpul("P2", Jenjang.PROGRAM, "Keuangan", "S1"),
        Simpul("L9", Jenjang.KEGIATAN, leaf["program_kegiatan"], "P2", "u1", number(leaf, "pagu")),
    )
    spent = {
        f"L{i}": RealisasiAnggaran(number(x, "realisasi_total")) for i, x in enumerate(lines)
    } | {"L9": RealisasiAnggaran(number(leaf, "realisasi_total"))}
    plan = replace(rencana(), cascading=cascading)
    hasil = analyse(plan, Setoran("u1", 4, {"A": Realisasi(Decimal(8))}, spent))
    totals = {x.simpul.kode: x for x in hasil.anggaran}
    assert totals["P1"].pagu == number(program, "pagu")
    assert totals["P1"].realisasi == number(program, "realisasi_total")
    assert shown(totals["P1"].serapan) == program["persen_hitung_ulang"]
    assert hasil.total_anggaran is not None
    assert hasil.total_anggaran.pagu == Decimal(program["pagu"]) + Decimal(leaf["pagu"])
