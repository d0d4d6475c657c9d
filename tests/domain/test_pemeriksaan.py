"""The checks of a unit's workbook: the sheet is drawn, the outcome is a code and a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from gambar import draw_buku, spots
from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.bacaan import Ukuran, read_nilai
from kinerja_cli.domain.buku import Buku, JenisSel, Lembar, Sel
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan import check_buku
from kinerja_cli.domain.pemeriksaan.antartribulan import check_antartribulan
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.rencana import Agregasi, Indikator, Polaritas, Rencana, Riwayat
from kinerja_cli.domain.setoran import Realisasi, RealisasiAnggaran, Setoran
from kinerja_cli.domain.sidik import sidik_rencana
from kinerja_cli.domain.tabel import Isi
from kinerja_cli.domain.temuan import Tempat
from rencana_uji import PENGATURAN, indikator, porsi, rencana

KEPALA = (
    "| No. | Sasaran | Indikator Kinerja | Target Tahunan | Target Tribulan "
    "| Realisasi Tribulan | Keterangan | Kode |"
)
TANDA_TANGAN = "| | | | | Uji, | 5 April 2021 | | #tanggal |\n| | | | | | Nama Kasi | | #nama |"
PENJELASAN = (
    "| No. | Indikator Kinerja | Faktor Penyebab | Kendala | Solusi yang Telah Dilakukan "
    "| Rencana Tindak Lanjut | Penanggung Jawab | Batas Waktu | Data Dukung | Kode |"
)
ANGGARAN = (
    "| Kode | Program / Kegiatan | Pagu | Realisasi s.d. Tribulan Ini | Keterangan |\n"
    "| K1 | Kegiatan satu | 1000000 | 250000 | |"
)
BARIS = "| 1 | Sasaran satu | Jumlah hasil A | 8 | 2 | 2 | | A |"
RENCANA = rencana()


def identitas(plan: Rencana = RENCANA, **lain: str) -> str:
    """Return the hidden sheet of unit u1, tribulan I, with some values changed."""
    values = {
        "kinerja-format": "1",
        "kantor": "Kecamatan Uji",
        "unit": "u1",
        "tahun": "2021",
        "tribulan": "1",
        "sidik rencana": "'" + sidik_rencana(plan, "u1"),
    } | lain
    return "\n".join(f"| {kunci} | {nilai} |" for kunci, nilai in values.items())


def form(
    *baris: str, plan: Rencana = RENCANA, kaki: str = TANDA_TANGAN, anggaran: str = ANGGARAN,
    penjelasan: str = PENJELASAN, ubah: Mapping[str, str] | None = None,
) -> Buku:  # fmt: skip
    """Return a unit's workbook with these rows in its table, header in row 1."""
    data = "\n".join((KEPALA, *(baris or (BARIS,)), kaki))
    sheets = {"Data_Kinerja": data, "Penjelasan": penjelasan, "Anggaran": anggaran}
    buku = draw_buku(**sheets)
    hidden = draw_buku(x=identitas(plan, **ubah or {})).lembar[0]
    return Buku((*buku.lembar, replace(hidden, nama="_identitas", tersembunyi=True)))


def check(buku: Buku, plan: Rencana = RENCANA) -> HasilPeriksa:
    return check_buku(buku, "unit.xlsx", plan, PENGATURAN)


def found(buku: Buku, plan: Rencana = RENCANA) -> list[tuple[str, str]]:
    return spots(check(buku, plan).temuan)


def with_realisasi(nilai: str, one: Indikator | None = None) -> tuple[Buku, Rencana]:
    """Return a workbook whose only realisasi (cell F2) is drawn so, and its plan."""
    plan = rencana(one) if one else RENCANA
    indikator_ini = plan.indikator[0]
    share = indikator_ini.porsi[0]
    year, target = (_drawn(x) for x in (share.target_tahunan, share.target[0]))
    row = f"| 1 | S | {indikator_ini.uraian} | {year} | {target} | {nilai} | Jelas. | A |"
    return form(row, plan=plan), plan


def _drawn(nilai: object) -> str:
    return f"{nilai.bawah}-{nilai.atas}" if isinstance(nilai, Rentang) else str(nilai or "")


def test_a_sound_workbook_has_no_finding_and_becomes_values() -> None:
    hasil = check(form())
    assert hasil.temuan == ()
    assert hasil.setoran == Setoran(
        "u1", 1, {"A": Realisasi(Decimal(2))}, {"K1": RealisasiAnggaran(Decimal(250_000))}
    )


PERSEN = indikator(
    "A",
    porsi("u1", 90, (90, 90, 90, 90)),
    uraian="Persentase hasil A",
    satuan="persen",
    agregasi=Agregasi.RATA_RATA,
)
SAKIP = indikator(
    "A",
    porsi("u1", "BB", ("BB", "BB", "BB", "BB")),
    satuan="SAKIP",
    polaritas=Polaritas.PREDIKAT,
    agregasi=Agregasi.POSISI_AKHIR,
)
PREDIKAT = {"SAKIP": {"A": Decimal(80), "BB": Decimal(70)}}
LAMA = indikator(
    "A",
    porsi("u1", Rentang(Decimal(7), Decimal(8)), [Rentang(Decimal(7), Decimal(8))] * 4),
    polaritas=Polaritas.RENTANG,
    satuan="bulan",
    agregasi=Agregasi.POSISI_AKHIR,
)
PERTUMBUHAN = indikator("A", uraian="Pertumbuhan usaha", satuan="persen")


@pytest.mark.parametrize(
    ("nilai", "one", "hasil"),
    [
        ("2.5", None, "2.5"),
        ("'2", None, "2"),
        ("'2,5", None, "2.5"),
        ("0.85%%", PERSEN, "85"),
        ("85", PERSEN, "85"),
        ("'85,5", PERSEN, "85.5"),
        ("7.5", LAMA, "7.5"),
        ("-3", PERTUMBUHAN, "-3"),
    ],
)
def test_what_a_person_sees_is_what_is_read(nilai: str, one: Indikator | None, hasil: str) -> None:
    buku, plan = with_realisasi(nilai, one)
    outcome = check(buku, plan)
    assert outcome.temuan == ()
    assert outcome.setoran is not None
    assert outcome.setoran.realisasi["A"].nilai == Decimal(hasil)


@pytest.mark.parametrize(
    ("nilai", "one", "kode"),
    [
        ("baik", None, JenisTemuan.BUKAN_ANGKA),
        ("'1.131", None, JenisTemuan.ANGKA_BERMAKNA_GANDA),
        ("'9.8", None, JenisTemuan.TITIK_DESIMAL),
        ("90%⏎20%", PERSEN, JenisTemuan.LEBIH_DARI_SATU_ANGKA),
        ("n/a", None, JenisTemuan.TANDA_KOSONG),
        ("#DIV/0!", None, JenisTemuan.SEL_GALAT),
        ("=A1/B1", None, JenisTemuan.RUMUS_BELUM_DIHITUNG),
        ("@44319", None, JenisTemuan.SEL_TANGGAL),
        ("@99999999", None, JenisTemuan.SEL_TANGGAL),
        ("?benar", None, JenisTemuan.SEL_LOGIKA),
        ("2 orang", None, JenisTemuan.SATUAN_LAIN),
        ("Rp 2.000", None, JenisTemuan.SATUAN_LAIN),
        ("2 dok", None, JenisTemuan.SATUAN_DITULIS),
        ("85 %", PERSEN, JenisTemuan.SATUAN_DITULIS),
        ("0.85", PERSEN, JenisTemuan.PECAHAN_UNTUK_PERSEN),
        ("0.02%%", None, JenisTemuan.FORMAT_BUKAN_SATUAN),
        ("$5", None, JenisTemuan.FORMAT_BUKAN_SATUAN),
        ("@0.4375", None, JenisTemuan.SEL_TANGGAL),
        ("-2", None, JenisTemuan.NEGATIF),
        ("104", PERSEN, JenisTemuan.PERSEN_LEBIH_DARI_SERATUS),
    ],
)
def test_what_is_doubtful_is_found_at_its_own_cell(
    nilai: str, one: Indikator | None, kode: JenisTemuan
) -> None:
    assert found(*with_realisasi(nilai, one)) == [(kode.kode, "F2")]


@pytest.mark.parametrize(("nilai", "hasil"), [("bb", []), ("Z", ["I324"]), ("70", ["I324"])])
def test_letters_are_those_of_the_plan(nilai: str, hasil: Sequence[str]) -> None:
    plan = rencana(SAKIP, predikat=PREDIKAT)
    row = f"| 1 | S | Jumlah hasil A | BB | BB | {nilai} | | A |"
    assert [kode for kode, _ in found(form(row, plan=plan), plan)] == list(hasil)


def test_a_blank_is_noticed_only_where_something_was_planned() -> None:
    blank = "| 1 | S | Jumlah hasil A | 8 | 2 | | Jelas. | A |"
    assert found(form(blank)) == [("I330", "F2")]
    idle = rencana(indikator("A", porsi("u1", 8, (0, 0, 0, 8))))
    row = "| 1 | S | Jumlah hasil A | 8 | 0 | | | A |"
    assert found(form(row, plan=idle), idle) == []


def test_an_annual_target_falls_due_in_the_last_tribulan() -> None:
    plan = rencana(indikator("A", porsi("u1", 8, (0, 0, 0, 0))))
    row = "| 1 | S | Jumlah hasil A | 8 | 0 | | | A |"
    assert found(form(row, plan=plan, ubah={"tribulan": "4"}), plan) == [("I330", "F2")]


def test_a_missed_target_wants_a_reason_in_either_place() -> None:
    missed = "| 1 | S | Jumlah hasil A | 8 | 2 | 1.5 | {} | A |"
    assert found(form(missed.format(""))) == [("I331", "G2")]
    assert found(form(missed.format("Hujan."))) == []
    explained = f"{PENJELASAN}\n| 1 | Jumlah hasil A | Hujan | | | | | | | A |"
    assert found(form(missed.format(""), penjelasan=explained)) == []


@pytest.mark.parametrize("nilai", ["0.9", "3.5"])
def test_an_extreme_capaian_wants_a_reason(nilai: str) -> None:
    assert found(form(f"| 1 | S | Jumlah hasil A | 8 | 2 | {nilai} | | A |")) == [("I332", "G2")]


def test_targets_and_text_are_the_plans() -> None:
    changed = "| 1 | S | Jumlah lain | 9 | 'dua | 2 | | A |"
    assert found(form(changed)) == [("I307", "D2"), ("I307", "E2"), ("I308", "C2")]
    erased = "| 1 | S | Jumlah hasil A⏎(dokumen) | | 2 | 2 | | A |"
    assert found(form(erased)) == [("I307", "D2")]


def test_rows_are_found_by_code_wherever_they_stand() -> None:
    plan = rencana(indikator("A"), indikator("B"))
    rows = ("| | | A. Indikator | | | | | |", BARIS.replace("A |", "B |").replace("l A", "l B"), "",
            "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | |", BARIS)  # fmt: skip
    outcome = check(form(*rows, plan=plan), plan)
    assert outcome.temuan == ()
    assert {kode: x.sel for kode, x in outcome.letak.data.items()} == {"B": "F3", "A": "F6"}


def test_rows_that_do_not_fit_the_plan_are_named() -> None:
    assert found(form("| | | | | | | | |")) == [("I303", "")]
    assert found(form(BARIS, BARIS)) == [("I305", "F3")]
    assert found(form(BARIS, BARIS.replace("| A |", "| Z |"))) == [("I304", "H3")]
    assert found(form(BARIS, "| | | Tambahan | | | 5 | | |")) == [("I306", "F3")]


def test_missing_sheets_and_columns_are_named() -> None:
    whole = form()
    without = Buku(tuple(x for x in whole.lembar if x.nama not in {"Penjelasan", "Anggaran"}))
    assert found(without) == [("I301", "")]
    renamed = Buku(
        tuple(replace(x, nama="Lembar1") if x.nama == "Data Kinerja" else x for x in whole.lembar)
    )
    assert found(renamed) == []
    torn = draw_buku(Data_Kinerja=KEPALA.replace("| Keterangan ", "| Ket "))
    others = tuple(x for x in whole.lembar if x.nama != "Data Kinerja")
    assert found(Buku((*torn.lembar, *others))) == [("I302", "A1")]


def test_a_form_is_signed() -> None:
    assert found(form(kaki="| | | | | | | | #tanggal |")) == [("I337", ""), ("I337", "F3")]


@pytest.mark.parametrize(
    ("lain", "kode"),
    [
        ({"kinerja-format": "2"}, "B207"),
        ({"kantor": "Kecamatan Lain"}, "B203"),
        ({"tahun": "2020"}, "B204"),
        ({"unit": "u9"}, "B205"),
        ({"tribulan": "5"}, "B202"),
        ({"tribulan": "satu"}, "B202"),
        ({"unit": ""}, "B202"),
        ({"sidik rencana": "lama"}, "B208"),
    ],
)
def test_identity_is_this_office_year_and_unit(lain: dict[str, str], kode: str) -> None:
    assert found(form(ubah=lain)) == [(kode, "")]


def test_another_workbook_is_no_form() -> None:
    assert found(Buku((Lembar("Sheet1", {}),))) == [("B202", "")]


@pytest.mark.parametrize(
    ("baris", "hasil"),
    [
        ("| K1 | Kegiatan | 1000000 | | |", [("A401", "D2")]),
        ("| K1 | Kegiatan | 1000000 | -5 | |", [("I323", "D2")]),
        ("| K1 | Kegiatan | 1000000 | 1200000 | |", [("A402", "D2")]),
        ("| K1 | Kegiatan | 1000000 | 3000000 | |", [("A403", "D2")]),
        ("| K1 | Kegiatan | 900000 | 5 | |", [("A405", "C2")]),
        ("| K1 | Kegiatan | | 5 | |", [("A405", "C2")]),
        ("| K1 | Kegiatan | 1000000 | $250000 | |", []),
        ("| K1 | Kegiatan | 1000000 | Rp 250.000 | |", [("I320", "D2")]),
        ("| K1 | Kegiatan | 1000000 | seribu | |", [("I310", "D2")]),
        ("| K9 | Lain | 5 | 5 | |", [("I303", ""), ("I304", "A2")]),
        ("| K1 | Kegiatan | 1000000 | 5 | |\n| | Jumlah | | 5 | |", [("I306", "D3")]),
        ("| K1 | Kegiatan | 1000000 | 5 | |\n| | Jumlah | | =SUM(D2) | |", []),
    ],
)
def test_money_is_checked_at_its_own_cell(baris: str, hasil: list[tuple[str, str]]) -> None:
    kepala = ANGGARAN.splitlines()[0]
    assert found(form(anggaran=f"{kepala}\n{baris}")) == hasil


def test_a_lost_budget_sheet_is_noticed() -> None:
    whole = form()
    assert found(Buku(tuple(x for x in whole.lembar if x.nama != "Anggaran"))) == [("I303", "")]


def setoran(ke: int, *, uang: int = 0, **realisasi: str) -> Setoran:
    """Return unit u1's figures by indicator, and what it spent."""
    values = {kode: Realisasi(Decimal(x)) for kode, x in realisasi.items()}
    return Setoran("u1", ke, values, {"K1": RealisasiAnggaran(Decimal(uang))})


def compare(now: Setoran, lalu: Setoran | None, plan: Rencana) -> list[tuple[str, str]]:
    rows = "\n".join(f"| 1 | S | x | | | 1 | | {kode} |" for kode in now.realisasi)
    hasil = check_buku(form(rows, plan=plan), "unit.xlsx", plan, PENGATURAN)
    lain = {lalu.tribulan: lalu} if lalu else {}
    return spots(check_antartribulan(now, hasil.letak, plan, lain))


def test_a_cumulative_figure_does_not_fall() -> None:
    plan = rencana(indikator("A", porsi("u1", 8, (2, 4, 6, 8)), agregasi=Agregasi.KUMULATIF))
    assert compare(setoran(2, A="3"), setoran(1, A="4"), plan) == [("I336", "F2")]
    assert compare(setoran(2, A="5"), setoran(1, A="4"), plan) == []
    assert compare(setoran(2, A="5"), None, plan) == []


def test_spending_does_not_fall() -> None:
    assert compare(setoran(2, uang=4), setoran(1, uang=5), RENCANA) == [("A404", "D2")]


def test_a_figure_that_stands_still_is_named_where_its_target_moved() -> None:
    moving = indikator("A", porsi("u1", 10, (1, 2, 3, 4)))
    plan = rencana(moving, indikator("B", porsi("u1", 8, (2, 2, 2, 2))))
    same = setoran(2, A="2", B="2")
    assert compare(same, replace(same, tribulan=1), plan) == [("I334", "F2")]


def test_a_workbook_that_is_all_last_tribulans_is_named_once() -> None:
    plan = rencana(*(indikator(x, porsi("u1", 10, (1, 2, 3, 4))) for x in "ABCD"))
    now = setoran(2, A="2", B="2", C="2", D="2")
    assert compare(now, replace(now, tribulan=1), plan) == [("I338", "F2")]


def test_last_years_figure_again_is_named_in_the_last_tribulan() -> None:
    history = (Riwayat("A", 2020, Decimal(7), Decimal(2)),)
    plan = rencana(indikator("A"), riwayat=history)
    assert compare(setoran(4, A="2"), None, plan) == [("I335", "F2")]
    assert compare(setoran(3, A="2"), None, plan) == []
    assert compare(setoran(4, A="3"), None, plan) == []


def _row(nilai: str, keterangan: str = "Jelas.", target: str = "2") -> str:
    return f"| 1 | S | Jumlah hasil A | 8 | {target} | {nilai} | {keterangan} | A |"


def _cell(nilai: str, one: Indikator | None = None) -> tuple[Buku, Rencana]:
    return with_realisasi(nilai, one)


def _plain(buku: Buku) -> tuple[Buku, Rencana]:
    return buku, RENCANA


def test_a_formula_in_keterangan_that_nobody_computed_is_an_explanation() -> None:
    """What it says cannot be seen here, so nothing is said of it."""
    kinds = {x.jenis for x in check(form(_row("1.5", "=A1"))).temuan}
    assert JenisTemuan.KETERANGAN_KOSONG not in kinds


LETTERS = rencana(SAKIP, predikat=PREDIKAT)
SMALLEST = {
    JenisTemuan.BERKAS_TANPA_IDENTITAS: (_plain(Buku()), ""),
    JenisTemuan.BERKAS_KANTOR_LAIN: (_plain(form(ubah={"kantor": "Lain"})), ""),
    JenisTemuan.BERKAS_TAHUN_LAIN: (_plain(form(ubah={"tahun": "2020"})), ""),
    JenisTemuan.BERKAS_UNIT_TIDAK_DIKENAL: (_plain(form(ubah={"unit": "u9"})), ""),
    JenisTemuan.BERKAS_FORMAT_LEBIH_BARU: (_plain(form(ubah={"kinerja-format": "2"})), ""),
    JenisTemuan.BERKAS_RENCANA_BERUBAH: (_plain(form(ubah={"sidik rencana": "lama"})), ""),
    JenisTemuan.LEMBAR_HILANG: (_plain(Buku(form().lembar[0:1] + form().lembar[2:])), ""),
    JenisTemuan.KOLOM_HILANG: (
        _plain(form(anggaran=ANGGARAN.replace("Keterangan", "Ket"))),
        "A1",
    ),
    JenisTemuan.BARIS_HILANG: (_plain(form("")), ""),
    JenisTemuan.BARIS_TIDAK_DIKENAL: (_plain(form(BARIS, BARIS.replace("| A |", "| Z |"))), "H3"),
    JenisTemuan.BARIS_BERULANG: (_plain(form(BARIS, BARIS)), "F3"),
    JenisTemuan.BARIS_TANPA_KODE: (_plain(form(BARIS, "| | | Lain | | | 5 | | |")), "F3"),
    JenisTemuan.TARGET_BERUBAH: (_plain(form(BARIS.replace("| 8 |", "| 9 |"))), "D2"),
    JenisTemuan.URAIAN_BERUBAH: (_plain(form(BARIS.replace("Jumlah", "Jml"))), "C2"),
    JenisTemuan.BUKAN_ANGKA: (_cell("baik"), "F2"),
    JenisTemuan.ANGKA_BERMAKNA_GANDA: (_cell("'1.131"), "F2"),
    JenisTemuan.TITIK_DESIMAL: (_cell("'9.8"), "F2"),
    JenisTemuan.LEBIH_DARI_SATU_ANGKA: (_cell("90⏎20"), "F2"),
    JenisTemuan.TANDA_KOSONG: (_cell("n/a"), "F2"),
    JenisTemuan.SEL_GALAT: (_cell("#DIV/0!"), "F2"),
    JenisTemuan.RUMUS_BELUM_DIHITUNG: (_cell("=A1"), "F2"),
    JenisTemuan.SEL_TANGGAL: (_cell("@44319"), "F2"),
    JenisTemuan.SEL_LOGIKA: (_cell("?benar"), "F2"),
    JenisTemuan.SATUAN_LAIN: (_cell("2 orang"), "F2"),
    JenisTemuan.SATUAN_DITULIS: (_cell("2 dok"), "F2"),
    JenisTemuan.PECAHAN_UNTUK_PERSEN: (_cell("0.85", PERSEN), "F2"),
    JenisTemuan.FORMAT_BUKAN_SATUAN: (_cell("0.02%%"), "F2"),
    JenisTemuan.ANGKA_DI_LUAR_JANGKAUAN: (_cell("1000000000000000"), "F2"),
    JenisTemuan.NEGATIF: (_cell("-2"), "F2"),
    JenisTemuan.PERSEN_LEBIH_DARI_SERATUS: (_cell("104", PERSEN), "F2"),
    JenisTemuan.PREDIKAT_TIDAK_DIKENAL: (
        (form("| 1 | S | Jumlah hasil A | BB | BB | Z | | A |", plan=LETTERS), LETTERS),
        "F2",
    ),
    JenisTemuan.REALISASI_KOSONG: (_plain(form(_row(""))), "F2"),
    JenisTemuan.KETERANGAN_KOSONG: (_plain(form(_row("1.5", ""))), "G2"),
    JenisTemuan.CAPAIAN_EKSTREM: (_plain(form(_row("9", ""))), "G2"),
    JenisTemuan.BELUM_DITANDATANGANI: (
        _plain(form(kaki=TANDA_TANGAN.replace("5 April 2021", ""))),
        "F3",
    ),
    JenisTemuan.ANGGARAN_KOSONG: (_plain(form(anggaran=ANGGARAN.replace("250000", ""))), "D2"),
    JenisTemuan.ANGGARAN_MELEBIHI_PAGU: (
        _plain(form(anggaran=ANGGARAN.replace("250000", "1000001"))),
        "D2",
    ),
    JenisTemuan.ANGGARAN_KELIPATAN_PAGU: (
        _plain(form(anggaran=ANGGARAN.replace("250000", "2000000"))),
        "D2",
    ),
    JenisTemuan.PAGU_BERUBAH: (_plain(form(anggaran=ANGGARAN.replace("1000000", "900000"))), "C2"),
}


@pytest.mark.parametrize("nilai", ["1E+308", "-1E+15", "5E-324"])
def test_a_number_that_nobody_means_is_refused_as_excel_shows_it(nilai: str) -> None:
    bacaan = read_nilai(
        Isi(Sel(JenisSel.ANGKA, Decimal(nilai), '"Rp"#,##0'), Tempat("x"), "Realisasi"),
        Ukuran("dokumen"),
    )
    assert [x.jenis for x in bacaan.temuan] == [JenisTemuan.ANGKA_DI_LUAR_JANGKAUAN]
    assert nilai in bacaan.temuan[0].pesan


def test_an_amount_may_be_any_number_of_times_its_pagu() -> None:
    """A remainder of more than 28 digits is an exception in Python's decimal."""
    plan = rencana()
    tiny = [replace(x, pagu=Decimal("1E-25")) if x.pagu else x for x in plan.cascading]
    plan = replace(plan, cascading=tuple(tiny))
    lines = ANGGARAN.replace("1000000", "0").replace("250000", "999999999999999")
    assert ("A403", "D2") in found(form(plan=plan, anggaran=lines), plan)


@pytest.mark.parametrize("kunci", ["kinerja-format", "tahun", "tribulan"])
def test_an_identity_of_five_thousand_digits_is_no_form(kunci: str) -> None:
    assert found(form(ubah={kunci: "'" + "9" * 5000})) == [("B202", "")]


@pytest.mark.parametrize("jenis", SMALLEST, ids=lambda x: x.kode)
def test_each_finding_has_its_smallest_workbook(jenis: JenisTemuan) -> None:
    (buku, plan), sel = SMALLEST[jenis]
    assert found(buku, plan) == [(jenis.kode, sel)]


FALLING = rencana(indikator("A", porsi("u1", 8, (2, 4, 6, 8)), agregasi=Agregasi.KUMULATIF))
RISING = rencana(*(indikator(x, porsi("u1", 10, (1, 2, 3, 4))) for x in "ABC"))
LAST_YEAR = rencana(indikator("A"), riwayat=(Riwayat("A", 2020, Decimal(7), Decimal(2)),))
ANTARTRIBULAN = {
    JenisTemuan.KUMULATIF_TURUN: (setoran(2, A="3"), setoran(1, A="4"), FALLING, "F2"),
    JenisTemuan.ANGGARAN_TURUN: (setoran(2, uang=4), setoran(1, uang=5), RENCANA, "D2"),
    JenisTemuan.SAMA_DENGAN_TRIBULAN_LALU: (setoran(2, A="2"), setoran(1, A="2"), RISING, "F2"),
    JenisTemuan.SAMA_SEMUA_DENGAN_TRIBULAN_LALU: (
        setoran(2, A="2", B="2", C="2"),
        setoran(1, A="2", B="2", C="2"),
        RISING,
        "F2",
    ),
    JenisTemuan.SAMA_DENGAN_TAHUN_LALU: (setoran(4, A="2"), None, LAST_YEAR, "F2"),
}


@pytest.mark.parametrize("jenis", ANTARTRIBULAN, ids=lambda x: x.kode)
def test_each_finding_between_tribulan_has_its_smallest_figures(jenis: JenisTemuan) -> None:
    now, lalu, plan, sel = ANTARTRIBULAN[jenis]
    assert compare(now, lalu, plan) == [(jenis.kode, sel)]


def test_a_time_of_day_is_shown_as_one() -> None:
    (found_one,) = check(*with_realisasi("@0.4375")).temuan
    assert found_one.pesan.endswith("10.30.")
