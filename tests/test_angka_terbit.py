"""Published figures and another office's plan go the same road and come out as printed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import docx
import pytest

from conftest import Kinerja
from data_nyata import number, read_rows
from isi_formulir import fill_form
from kantor_lain import TW, Baris, indikator_row, write_ruang


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
