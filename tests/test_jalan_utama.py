"""The main road from an empty folder to the draft, run as a person runs it."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest

from conftest import Kinerja, tree
from data_nyata import number, read_rows
from isi_formulir import fill_form
from kantor_lain import TW, Baris, indikator_row, write_ruang
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.ruang import Ruang


def test_the_example_goes_the_whole_road(kinerja: Kinerja, contoh: Path) -> None:
    assert kinerja("periksa", "--json", di=contoh).json == {"temuan": []}
    assert kinerja("buat-format", "-t", "1", di=contoh).kode == 0
    assert len(list((contoh / "format" / "2021-TW1").glob("*.xlsx"))) == 6

    himpun = kinerja("himpun", "--json", di=contoh)
    assert himpun.kode == 0
    assert {x["status"] for x in himpun.json["berkas"]} == {"diterima"}
    assert (len(himpun.json["berkas"]), himpun.json["unit_belum"]) == (24, [])
    assert len(list((contoh / "laporan").glob("himpunan-2021-TW*.xlsx"))) == 4

    analisis = kinerja("analisis", "--json", di=contoh)
    assert analisis.kode == 0
    assert len(analisis.json["indikator"]) >= 30
    assert (contoh / "laporan" / "analisis-2021-TW4.xlsx").exists()

    assert kinerja("lakip", di=contoh).kode == 0
    assert docx.Document(str(contoh / "laporan" / "lakip-2021.docx")).tables


def test_himpun_a_second_time_changes_nothing_and_says_so(kinerja: Kinerja, contoh: Path) -> None:
    kinerja("himpun", di=contoh)
    before = tree(contoh)
    again = kinerja("himpun", di=contoh)
    assert again.kode == 0
    assert "Tidak ada perubahan: 24 sudah ada." in again.out
    assert tree(contoh) == before


def test_the_screen_fits_80_columns_and_says_it_is_an_example(
    kinerja: Kinerja, contoh: Path
) -> None:
    kinerja("himpun", di=contoh)
    for command in (("himpun",), ("status",), ("analisis",), ("status", "-t", "1")):
        shown = kinerja(*command, di=contoh)
        assert max(map(len, shown.out.splitlines())) <= 80
    assert "DATA CONTOH" in kinerja("analisis", di=contoh).out


def test_status_says_who_is_missing(kinerja: Kinerja, contoh: Path) -> None:
    kinerja("himpun", "masuk/TW1/Seksi Pelayanan.xlsx", di=contoh)
    status = kinerja("status", "-t", "1", "--json", di=contoh).json
    by_unit = {x["unit"]: x for x in status["unit"]}
    assert by_unit["YAN"]["status"] == "diterima"
    assert by_unit["YAN"]["versi"] == 1
    assert by_unit["PEM"]["status"] == "belum masuk"
    assert by_unit["PEM"]["waktu"] is None


def test_a_corrected_workbook_replaces_and_the_report_follows(
    kinerja: Kinerja, contoh: Path
) -> None:
    kinerja("himpun", di=contoh)
    old = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(old)
    buku["Data Kinerja"].cell(5, 10).value = "catatan unit"
    buku.save(contoh / "masuk" / "Copy of Seksi Pelayanan.xlsx")
    again = kinerja("himpun", "--json", di=contoh).json
    statuses = {x["berkas"]: x["status"] for x in again["berkas"]}
    assert statuses["masuk/Copy of Seksi Pelayanan.xlsx"] == "diterima"
    third = kinerja("himpun", "--json", di=contoh).json
    statuses = {x["berkas"]: x["status"] for x in third["berkas"]}
    assert statuses["masuk/TW1/Seksi Pelayanan.xlsx"] == "digantikan"
    status = kinerja("status", "-t", "1", "--json", di=contoh).json["unit"]
    assert {x["unit"]: x["versi"] for x in status}["YAN"] == 2


def test_two_workbooks_of_one_unit_in_one_run_are_taken_in_order_of_saving(
    kinerja: Kinerja, contoh: Path
) -> None:
    source = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(source)
    buku["Data Kinerja"].cell(5, 10).value = "catatan unit"
    buku.save(contoh / "masuk" / "A lebih baru.xlsx")
    result = kinerja("himpun", "-t", "1", "--json", di=contoh).json
    statuses = {x["berkas"]: x["status"] for x in result["berkas"]}
    assert statuses["masuk/TW1/Seksi Pelayanan.xlsx"] == "digantikan"
    assert statuses["masuk/A lebih baru.xlsx"] == "diterima"
    assert "B209" in {x["kode"] for x in result["temuan"]}


def test_the_same_file_under_two_names_counts_once(kinerja: Kinerja, contoh: Path) -> None:
    source = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    shutil.copyfile(source, contoh / "masuk" / "TW1" / "Salinan.xlsx")
    result = kinerja("himpun", "masuk/TW1", "--json", di=contoh).json
    statuses = [x["status"] for x in result["berkas"] if x["unit"] == "YAN"]
    assert sorted(statuses) == ["diterima", "sudah ada"]


def test_one_tribulan_leaves_the_others_alone(kinerja: Kinerja, contoh: Path) -> None:
    result = kinerja("himpun", "-t", "2", "--json", di=contoh)
    assert result.kode == 0
    by_tribulan = {(x["tribulan"], x["status"]) for x in result.json["berkas"]}
    assert by_tribulan == {(1, "ditolak"), (2, "diterima"), (3, "ditolak"), (4, "ditolak")}
    assert {x["kode"] for x in result.json["temuan"]} == {"B206"}
    assert kinerja("analisis", "--json", di=contoh).json["tribulan"] == 2


def test_a_refused_workbook_is_refused_whole_and_mended_without_cleaning_up(
    kinerja: Kinerja, contoh: Path
) -> None:
    path = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    whole = path.read_bytes()
    buku = openpyxl.load_workbook(path)
    row = next(x for x in range(1, 60) if buku["Data Kinerja"].cell(x, 8).value == "IK-S1-1")
    buku["Data Kinerja"].cell(row, 6).value = "n/a"
    buku.save(path)
    result = kinerja("himpun", "masuk/TW1", "--json", di=contoh)
    assert result.kode == 1
    assert result.json["unit_belum"] == ["YAN"]
    assert [(x["kode"], x["sel"]) for x in result.json["temuan"]] == [("I314", f"F{row}")]
    assert {x["unit"]: x["status"] for x in result.json["berkas"]}["YAN"] == "ditolak"
    status = kinerja("status", "-t", "1", "--json", di=contoh).json["unit"]
    assert {x["unit"]: x["status"] for x in status}["YAN"] == "ditolak"
    path.write_bytes(whole)
    mended = kinerja("himpun", "masuk/TW1", "--json", di=contoh)
    assert (mended.kode, mended.json["unit_belum"]) == (0, [])


def test_an_office_may_raise_or_lower_a_finding(kinerja: Kinerja, contoh: Path) -> None:
    toml = contoh / "kinerja.toml"
    path = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(path)
    row = next(x for x in range(1, 60) if buku["Data Kinerja"].cell(x, 8).value == "IK-S1-1")
    buku["Data Kinerja"].cell(row, 6).value = None
    buku.save(path)
    text = toml.read_text(encoding="utf-8")
    toml.write_text(text + '\nI330 = "galat"\n', encoding="utf-8")
    assert kinerja("himpun", "masuk/TW1", "--json", di=contoh).kode == 1
    toml.write_text(text + '\nI330 = "info"\n', encoding="utf-8")
    assert kinerja("himpun", "masuk/TW1", "--json", di=contoh).kode == 0


@pytest.mark.parametrize(
    ("nama", "isi", "kode"),
    [
        ("gambar.xlsx", b"\x89PNG\r\n\x1a\n", "B201"),
        ("kosong.xlsx", b"", "B201"),
        ("surat.pdf", b"%PDF-1.7\n", "B201"),
    ],
)
def test_a_file_that_is_no_workbook_is_named_and_the_others_go_on(
    kinerja: Kinerja, contoh: Path, nama: str, isi: bytes, kode: str
) -> None:
    (contoh / "masuk" / nama).write_bytes(isi)
    (contoh / "masuk" / "~$Seksi.xlsx").write_bytes(b"x" * 165)
    result = kinerja("himpun", "--json", di=contoh)
    assert result.kode == 1
    found = {x["berkas"]: x["kode"] for x in result.json["temuan"]}
    assert found == {f"masuk/{nama}": kode, "masuk/~$Seksi.xlsx": "B211"}
    assert sum(x["status"] == "diterima" for x in result.json["berkas"]) == 24
    assert result.json["berkas"][-1 if nama > "TW" else 0]["status"] in {"bukan format", "diterima"}


def test_another_offices_or_years_workbook_is_refused(kinerja: Kinerja, contoh: Path) -> None:
    toml = contoh / "kinerja.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("Kemlagi", "Jetis"), encoding="utf-8")
    result = kinerja("himpun", "--json", di=contoh)
    assert result.kode == 1
    assert {x["kode"] for x in result.json["temuan"]} == {"B203"}
    assert {x["status"] for x in result.json["berkas"]} == {"ditolak"}
    assert kinerja("analisis", di=contoh).kode == 2


def test_nothing_is_done_with_a_wrong_plan(kinerja: Kinerja, contoh: Path) -> None:
    plan = contoh / "rencana-2021.xlsx"
    buku = openpyxl.load_workbook(plan)
    sheet = buku["Indikator"]
    satuan = next(x for x in sheet[1] if x.value == "Satuan")
    satuan.value = "Ukuran"
    buku.save(plan)
    before = tree(contoh)
    checked = kinerja("periksa", "--json", di=contoh)
    assert checked.kode == 1
    assert ("R102", "Indikator") in {(x["kode"], x["lembar"]) for x in checked.json["temuan"]}
    for command in (("buat-format", "-t", "1"), ("himpun",), ("analisis",), ("lakip",)):
        refused = kinerja(*command, di=contoh)
        assert refused.kode == 2
        assert "kinerja periksa" in refused.err
    assert tree(contoh) == before


@pytest.mark.parametrize(
    ("argv", "kode", "pesan"),
    [
        (("himpun", "tidak-ada.xlsx"), 2, "tidak ada"),
        (("buat-format", "-t", "1", "--unit", "ZZZ"), 2, "Unit 'ZZZ' tidak ada"),
        (("periksa", "--tahun", "2035"), 2, "Rencana tahun 2035 tidak ada"),
        (("mulai", "."), 2, "sudah menjadi ruang kerja"),
        (("analisis",), 2, "kinerja himpun"),
        (("buat-format", "-t", "7"), 2, "antara 1 dan 4"),
        (("buat-format",), 2, "wajib disebutkan"),
        (("apa",), 2, "tidak dikenal"),
        (("periksa", "--apa"), 2, "tidak dikenal"),
    ],
)
def test_what_cannot_run_is_one_line(
    kinerja: Kinerja, contoh: Path, argv: tuple[str, ...], kode: int, pesan: str
) -> None:
    result = kinerja(*argv, di=contoh)
    assert (result.kode, result.out) == (kode, "")
    assert pesan in result.err
    assert len(result.err.strip().splitlines()) == 1


def test_a_plan_that_is_no_workbook_is_one_line(kinerja: Kinerja, contoh: Path) -> None:
    (contoh / "rencana-2021.xlsx").write_bytes(b"%PDF-1.7\n")
    result = kinerja("periksa", di=contoh)
    assert result.kode == 2
    assert "PDF" in result.err


def test_broken_toml_is_one_line_with_its_place(kinerja: Kinerja, contoh: Path) -> None:
    (contoh / "kinerja.toml").write_text('tahun = 2021\n[kantor\nnama = "x"\n', encoding="utf-8")
    result = kinerja("periksa", di=contoh)
    assert result.kode == 2
    assert "kinerja.toml" in result.err
    assert "baris 2" in result.err


def test_outside_a_workspace_the_remedy_is_named(kinerja: Kinerja) -> None:
    result = kinerja("periksa")
    assert result.kode == 2
    assert "kinerja mulai" in result.err


def test_a_new_workspace_is_ready_to_be_filled_in(kinerja: Kinerja, tmp_path: Path) -> None:
    assert kinerja("mulai", "baru", "--tahun", "2024").kode == 0
    result = kinerja("periksa", "--json", di=tmp_path / "baru")
    assert result.kode == 0
    assert {x["kode"] for x in result.json["temuan"]} == {"R121", "R122"}
    assert kinerja("buat-format", "-t", "1", di=tmp_path / "baru").kode == 2


def test_the_example_is_not_laid_over_a_persons_files(kinerja: Kinerja, tmp_path: Path) -> None:
    (tmp_path / "milik").mkdir()
    (tmp_path / "milik" / "rencana-2021.xlsx").write_bytes(b"milik saya")
    assert kinerja("mulai", "milik", "--contoh").kode == 2
    assert (tmp_path / "milik" / "rencana-2021.xlsx").read_bytes() == b"milik saya"


def test_a_locked_workspace_says_so(kinerja: Kinerja, contoh: Path) -> None:
    with (
        open_basisdata(Ruang(contoh).basisdata),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr("kinerja_cli.adapter.basisdata.MENUNGGU_DETIK", 0.01)
        result = kinerja("himpun", di=contoh)
    assert result.kode == 2
    assert "sedang dipakai" in result.err


def go(kinerja: Kinerja, ruang: Path, tribulan: int, realisasi: dict[str, Decimal]) -> None:
    """Hand out one unit's form, fill it in, collect it."""
    assert kinerja("buat-format", "-t", str(tribulan), di=ruang).kode == 0
    (form,) = (ruang / "format").glob(f"*-TW{tribulan}/*.xlsx")
    values = {kode: float(x) for kode, x in realisasi.items()}
    fill_form(form, ruang / "masuk" / f"tw{tribulan}.xlsx", values)
    result = kinerja("himpun", "-t", str(tribulan), f"masuk/tw{tribulan}.xlsx", "--json", di=ruang)
    assert [x["status"] for x in result.json["berkas"]] == ["diterima"], result.out


def printed(ruang: Path) -> str:
    """Return every text of the tables in the draft."""
    (draft,) = (ruang / "laporan").glob("lakip-*.docx")
    tables = docx.Document(str(draft)).tables
    return "\n".join(x.text for table in tables for row in table.rows for x in row.cells)


@pytest.mark.parametrize("tahun", [2019, 2020])
def test_published_figures_of_gunung_kaler_come_out(
    kinerja: Kinerja, tmp_path: Path, tahun: int
) -> None:
    rows = [
        row
        for _, row in read_rows("tabel-nyata.csv")
        if "Gunung Kaler" in row["doc"] and row["year"] == str(tahun)
    ]
    plan = [
        indikator_row(f"I{i}", row["indikator"], row["satuan"], str(number(row, "target")))
        for i, row in enumerate(rows, 1)
    ]
    ruang = write_ruang(tmp_path / "gunung kaler", plan, tahun=tahun)
    realisasi = {f"I{i}": number(row, "realisasi") or Decimal(0) for i, row in enumerate(rows, 1)}
    go(kinerja, ruang, 4, realisasi)
    analisis = kinerja("analisis", "--json", di=ruang).json
    expected = [float(row["capaian_printed"].replace(",", ".")) for row in rows]
    assert [x["tahun"]["capaian"] for x in analisis["indikator"]] == expected
    assert kinerja("lakip", di=ruang).kode == 0
    for row in rows:
        assert row["capaian_printed"] in printed(ruang)


def quarterly_plan() -> tuple[list[Baris], dict[str, list[Decimal]], dict[str, str]]:
    """Return plan rows of the real Evaluasi Renja, what was reached, and the year's total."""
    plan, reached, totals = [], {}, {}
    for line, row in read_rows("tribulan-nyata.csv"):
        inconsistent = "TIDAK KONSISTEN" in row["note"]
        if not row["doc"].startswith("Evaluasi Renja") or inconsistent:
            continue
        kode = f"I{line}"
        year = row["target_tahunan"]
        targets = {f"Target_TW_{x}": "0" for x in TW}
        uraian = f"{row['indikator'].split('|')[-1].strip()} {line}"
        plan.append(indikator_row(kode, uraian, row["satuan"], year, Agregasi="jumlah", **targets))
        quarters = [number(row, f"realisasi_tw{ke}") for ke in range(1, 5)]
        reached[kode] = [x or Decimal(0) for x in quarters]
        totals[kode] = row["realisasi_tahun_printed"]
    return plan, reached, totals


def test_the_real_quarterly_figures_make_the_printed_year(kinerja: Kinerja, tmp_path: Path) -> None:
    plan, reached, totals = quarterly_plan()
    ruang = write_ruang(tmp_path / "renja", plan, tahun=2025)
    for ke in range(1, 5):
        go(kinerja, ruang, ke, {kode: x[ke - 1] for kode, x in reached.items()})
    analisis = kinerja("analisis", "--json", di=ruang).json
    for one in analisis["indikator"]:
        total = Decimal(totals[one["kode"]])
        assert abs(Decimal(str(one["tahun"]["realisasi"])) - total) < Decimal("0.001")
    assert kinerja("lakip", di=ruang).kode == 0


def test_the_real_cumulative_plan_and_mean_come_out(kinerja: Kinerja, tmp_path: Path) -> None:
    rows = [row for _, row in read_rows("tribulan-nyata.csv") if row["doc"].startswith("e-SAKIP")]
    plan = [
        indikator_row(
            f"I{i}",
            row["indikator"],
            row["satuan"],
            row["target_tahunan"],
            Agregasi="kumulatif",
            **{f"Target_TW_{x}": row[f"target_tw{ke}"] for ke, x in enumerate(TW, 1)},
        )
        for i, row in enumerate(rows)
    ]
    ntpi = next(row for _, row in read_rows("tribulan-nyata.csv") if row["indikator"] == "NTPi")
    target = str(number(ntpi, "target_tahunan"))
    plan.append(indikator_row("N", "NTPi", "indeks", target, Agregasi="rata-rata"))
    ruang = write_ruang(tmp_path / "bps", plan, tahun=2026)
    reached = number(ntpi, "realisasi_tw3") or Decimal(0)
    for ke in (1, 2):
        figures = {
            f"I{i}": number(x, f"realisasi_tw{ke}") or Decimal(0) for i, x in enumerate(rows)
        }
        go(kinerja, ruang, ke, figures | {"N": reached})
    result = {x["kode"]: x for x in kinerja("analisis", "--json", di=ruang).json["indikator"]}
    assert result["N"]["sampai_dengan"]["capaian"] == 99.08
    assert result["I6"]["sampai_dengan"]["realisasi"] == 58.53
    assert result["I6"]["sampai_dengan"]["target"] == 55.64
    assert result["I0"]["tribulan"][0]["alasan"] == "tidak ditargetkan"


def test_another_office_with_other_codes_units_and_scale_goes_the_same_road(
    kinerja: Kinerja, tmp_path: Path
) -> None:
    unit: list[Baris] = [
        {"Kode": f"bid/{x}", "Nama Unit": f"Bidang {x} & Lainnya"} for x in ("A", "B", "C")
    ]
    cascading: list[Baris] = [
        {"Kode": "SS.1", "Jenjang": "sasaran", "Uraian": "Terwujudnya <layanan>"},
        {"Kode": "PR.1", "Jenjang": "program", "Uraian": "Program", "Kode Induk": "SS.1",
         "Unit": "bid/A", "Pagu": Decimal(500)},
    ]  # fmt: skip
    shared = [
        indikator_row("X", "Ukuran bersama", "hari", "10", Unit=f"bid/{x}", Kode_Cascading="SS.1",
                      Polaritas="turun", Gabungan="rata-rata")
        for x in ("A", "B", "C")
    ]  # fmt: skip
    ruang = write_ruang(tmp_path / "dinas lain", shared, tahun=2023, unit=unit, cascading=cascading)
    toml = (ruang / "kinerja.toml").read_text(encoding="utf-8")
    head, _, tail = toml.partition("[[aturan.predikat]]\nbatas")
    temuan = tail[tail.index("[temuan]") :]
    kelas = '[[aturan.predikat]]\nbatas = {}\nnama = "{}"\n'
    scale = kelas.format(80, "Baik") + kelas.format(0, "Kurang")
    (ruang / "kinerja.toml").write_text(head + scale + temuan, encoding="utf-8")
    assert kinerja("buat-format", "-t", "1", di=ruang).kode == 0
    for nilai, form in enumerate(sorted((ruang / "format").rglob("*.xlsx")), 8):
        money = {"PR.1": 250} if nilai == 8 else None
        fill_form(form, ruang / "masuk" / form.name, {"X": nilai}, anggaran=money)
    assert kinerja("himpun", di=ruang).kode == 0
    (one,) = kinerja("analisis", "--json", di=ruang).json["indikator"]
    assert one["tribulan"][0] == {
        "ke": 1, "target": 10, "realisasi": 9, "capaian": 110, "alasan": None,
    }  # fmt: skip
    assert one["predikat"] == "Baik"
    assert kinerja("lakip", di=ruang).kode == 0
    assert "Kemlagi" not in printed(ruang)
