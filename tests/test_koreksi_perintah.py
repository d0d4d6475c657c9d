"""kinerja koreksi and kinerja reviu as a person runs them, on the example's own draft."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm

from analisis_contoh import contoh_analisis
from conftest import Kinerja
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.register_sop import RegisterTahap
from kinerja_cli.adapter.reviu_docx import IsiReviu, build_reviu_docx
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.kantor import Kertas
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.reviu import BELUM_DICOCOKKAN, BahanReviu, Jawaban, build_reviu
from kinerja_cli.domain.setoran import Penjelasan, Realisasi, RealisasiAnggaran, Setoran
from kinerja_cli.domain.tahap import PROGRAM
from kinerja_cli.domain.temuan import Tempat, Temuan
from naskah_contoh import Draf, draf, ganti, hapus
from rencana_uji import PENGATURAN, indikator, porsi, rencana

__all__ = ["draf"]
SALAH = ganti("8 indikator melampaui target", "10 indikator melampaui target")
BUKAN_BAB = hapus("IKHTISAR EKSEKUTIF", "Heading 1")


@pytest.fixture
def ruang(draf: Draf, tmp_path: Path) -> Path:
    """Return a workspace of one's own with the edited draft beside it."""
    tujuan = tmp_path / "ruang"
    shutil.copytree(draf.ruang, tujuan)
    (tmp_path / "suntingan.docx").write_bytes(draf.edited(SALAH, BUKAN_BAB))
    return tujuan


def test_an_edited_report_is_shown_with_its_faults_and_left_as_it_is(
    kinerja: Kinerja, ruang: Path
) -> None:
    berkas = ruang.parent / "suntingan.docx"
    before = berkas.read_bytes()
    result = kinerja("koreksi", berkas, di=ruang)
    assert result.kode == 1
    assert "galat K516" in result.out
    assert "galat K541" in result.out
    assert "suntingan-koreksi.docx" in result.out
    assert berkas.read_bytes() == before
    texts = [x.text for x in Document(str(ruang / "laporan" / "suntingan-koreksi.docx")).comments]
    assert any(x.startswith("Galat K516: ") for x in texts)


def test_the_findings_as_json_have_their_places(kinerja: Kinerja, ruang: Path) -> None:
    result = kinerja("koreksi", "../suntingan.docx", "--json", di=ruang)
    assert result.json["berkas"] == "suntingan.docx"
    wrong = [x for x in result.json["temuan"] if x["kode"] == "K516"]
    assert [(x["tingkat"], x["berkas"], x["sel"]) for x in wrong] == [
        ("galat", "suntingan.docx", "paragraf 10")
    ]
    assert set(wrong[0]) == {"kode", "tingkat", "berkas", "lembar", "sel", "pesan", "saran"}


def test_the_untouched_draft_passes(kinerja: Kinerja, ruang: Path) -> None:
    result = kinerja("koreksi", "laporan/lakip-2021.docx", di=ruang)
    assert result.kode == 0
    assert "galat" not in result.out
    again = kinerja("koreksi", "laporan/lakip-2021-koreksi.docx", "-t", "4", di=ruang)
    assert again.out == result.out


def test_a_report_without_findings_gets_no_copy(
    kinerja: Kinerja, ruang: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja_cli.alur.koreksi.check_naskah", lambda *_: [])
    result = kinerja("koreksi", "laporan/lakip-2021.docx", di=ruang)
    assert (result.kode, result.out.strip()) == (0, "Tidak ada temuan.")


def sixth(kinerja: Kinerja, ruang: Path) -> Any:  # noqa: ANN401 - whatever the contract says
    """Return how the step of correcting the draft stands."""
    return kinerja("tahap", "--json", di=ruang).json["tahap"][5]


def test_the_step_is_noted_with_the_report_and_its_copy(kinerja: Kinerja, ruang: Path) -> None:
    assert sixth(kinerja, ruang)["keadaan"] == "belum"
    kinerja("koreksi", "../suntingan.docx", di=ruang)
    wrong = sixth(kinerja, ruang)
    assert (wrong["keadaan"], wrong["oleh"]) == ("berjalan", PROGRAM)
    assert wrong["catatan"].startswith("2 galat, ")
    berkas = [Path(x["berkas"]).name for x in wrong["bukti"]]
    assert berkas == ["suntingan.docx", "suntingan-koreksi.docx"]
    kinerja("koreksi", "laporan/lakip-2021.docx", di=ruang)
    right = sixth(kinerja, ruang)
    assert (right["keadaan"], right["catatan"]) == ("selesai", "11 info")
    assert {x["keadaan"] for x in right["bukti"]} == {"cocok"}


def test_a_report_without_findings_is_its_own_evidence(
    kinerja: Kinerja, ruang: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja_cli.alur.koreksi.check_naskah", lambda *_: [])
    for _ in range(2):  # the same report again says nothing new
        kinerja("koreksi", "laporan/lakip-2021.docx", di=ruang)
    step = sixth(kinerja, ruang)
    assert [x["berkas"] for x in step["bukti"]] == ["laporan/lakip-2021.docx"]
    assert (step["keadaan"], step["catatan"]) == ("selesai", "tanpa temuan")
    with open_basisdata(Ruang(ruang).basisdata, ubah=False) as db:
        assert [x.nomor for x in RegisterTahap(db).lines(2021)].count(6) == 1


def test_the_report_of_a_tribulan_does_not_finish_the_step(kinerja: Kinerja, ruang: Path) -> None:
    kinerja("lakip", "-t", "2", di=ruang)
    result = kinerja("koreksi", "laporan/laporan-kinerja-2021-TW2.docx", "-t", "2", di=ruang)
    assert result.kode == 0
    assert sixth(kinerja, ruang)["keadaan"] == "berjalan"


def test_what_is_no_word_file_is_one_line(kinerja: Kinerja, ruang: Path) -> None:
    result = kinerja("koreksi", "kinerja.toml", di=ruang)
    assert result.kode == 2
    assert "tidak dapat dibaca sebagai dokumen Word" in result.err
    assert kinerja("koreksi", "tidak-ada.docx", di=ruang).kode == 2
    assert sixth(kinerja, ruang)["keadaan"] == "belum"


def test_the_checklist_is_filled_in_from_the_latest_report(kinerja: Kinerja, ruang: Path) -> None:
    kinerja("koreksi", "laporan/lakip-2021.docx", di=ruang)
    result = kinerja("reviu", di=ruang)
    assert result.kode == 0
    assert "tidak: Tidak ada bagian yang masih harus diisi." in result.out
    teks = _words(ruang / "laporan" / "reviu-2021.docx")
    assert "lakip-2021.docx" in teks
    assert "bukan kutipan peraturan" in teks
    assert "PERNYATAAN TELAH DIREVIU" in teks
    assert "24 dari 24 formulir data kinerja telah diterima." in teks


def test_the_checklist_without_a_report_leaves_its_questions_open(
    kinerja: Kinerja, ruang: Path
) -> None:
    (ruang / "laporan" / "lakip-2021.docx").unlink()
    result = kinerja("reviu", di=ruang)
    assert "Belum ada laporan untuk dicocokkan" in result.out
    assert BELUM_DICOCOKKAN in _words(ruang / "laporan" / "reviu-2021.docx")
    named = kinerja("reviu", "../suntingan.docx", di=ruang)
    assert "tidak: Kalimat sesuai dengan angkanya." in named.out


def _words(path: Path | BytesIO) -> str:
    dokumen = Document(str(path) if isinstance(path, Path) else path)
    cells = [y.text for x in dokumen.tables for row in x.rows for y in row.cells]
    return "\n".join([*(x.text for x in dokumen.paragraphs), *cells])


def answers(analisis: Analisis, koreksi: Sequence[Temuan] | None = ()) -> dict[str, Jawaban]:
    data = [Temuan(JenisTemuan.REALISASI_KOSONG, Tempat("a.xlsx"), {"target": "1"})]
    parts = build_reviu(BahanReviu(analisis, data, koreksi))
    return {x.pernyataan: x.jawaban for bagian in parts for x in bagian.butir}


def office(nilai: Decimal | None, penyebab: str, **fields: object) -> Analisis:
    """Return one indicator with that figure and cause, and two budget lines overspent."""
    plan = rencana(indikator("A", porsi("u1", 8, (2, 2, 2, 2)), **fields))
    note = Penjelasan(penyebab=penyebab)
    setoran = [
        Setoran(
            "u1",
            ke,
            {"A": Realisasi(nilai, penjelasan=note)},
            {"K1": RealisasiAnggaran(Decimal(2_000_000))},
        )
        for ke in (1, 2, 3, 4)
    ]
    return build_analisis(plan, PENGATURAN, setoran, 4)


def test_the_checklist_says_no_where_the_data_says_no() -> None:
    weak = answers(office(Decimal("0.5"), ""))
    refused = {x for x, jawaban in weak.items() if jawaban is Jawaban.TIDAK}
    assert refused == {
        "Data kinerja dihimpun dari semua unit kerja pada setiap tribulan.",
        "Setiap indikator mempunyai definisi operasional dan sumber data.",
        "Penyebab belum terpenuhinya target dijelaskan oleh unit.",
        "Realisasi dibandingkan dengan tahun-tahun sebelumnya.",
        "Realisasi dibandingkan dengan target akhir Renstra.",
        "Capaian yang tidak lazim mempunyai penjelasan.",
        "Realisasi anggaran dilaporkan seluruhnya dan tidak melebihi pagu.",
    }


def test_the_checklist_takes_an_explanation_and_a_standard_for_an_answer() -> None:
    told = answers(
        office(Decimal("0.5"), "Loket tutup", pembanding="kabupaten", nilai_pembanding=Decimal(1))
    )
    assert told["Capaian yang tidak lazim mempunyai penjelasan."] is Jawaban.YA
    assert told["Penyebab belum terpenuhinya target dijelaskan oleh unit."] is Jawaban.YA
    assert told["Realisasi dibandingkan dengan standar, bila ada."] is Jawaban.YA
    good = answers(office(Decimal(2), ""))
    assert good["Penyebab belum terpenuhinya target dijelaskan oleh unit."] is Jawaban.YA


def test_the_checklist_leaves_money_to_a_person_where_the_plan_has_none() -> None:
    plan = replace(rencana(), cascading=rencana().cascading[:2])
    money = answers(build_analisis(plan, PENGATURAN, [], 4), None)
    kalimat = "Realisasi anggaran dilaporkan seluruhnya dan tidak melebihi pagu."
    assert money[kalimat] is Jawaban.PERLU_DINILAI


def test_the_checklist_names_the_place_of_the_first_fault() -> None:
    found = [
        Temuan(JenisTemuan.KOREKSI_BAB_HILANG, Tempat("a.docx"), {"nilai": "x"}),
        Temuan(JenisTemuan.KOREKSI_ACUAN_TABEL, Tempat("a.docx", "BAB I"), {"nilai": "9"}),
    ]
    parts = build_reviu(BahanReviu(office(Decimal(2), ""), (), found))
    proofs = [x.bukti for x in parts[0].butir if x.jawaban is Jawaban.TIDAK]
    assert proofs == [
        "1 temuan koreksi, yang pertama pada a.docx.",
        "1 temuan koreksi, yang pertama pada BAB I.",
    ]


@pytest.mark.parametrize("kertas", Kertas)
def test_the_checklist_is_on_the_offices_paper(kertas: Kertas) -> None:
    analisis = contoh_analisis()
    kantor = replace(analisis.pengaturan.kantor, contoh=kertas is Kertas.A4)
    analisis = replace(
        analisis, pengaturan=replace(analisis.pengaturan, kertas=kertas, kantor=kantor)
    )
    isi = IsiReviu(build_reviu(BahanReviu(analisis)), "", date(2022, 1, 31))
    templat = Document(str(shipped("templates") / "lakip.docx"))
    templat.sections[-1].header.is_linked_to_previous = False
    templat.sections[-1].header.paragraphs[0].text = "{{ kepala }}"
    stream = BytesIO()
    templat.save(stream)
    docx = build_reviu_docx(analisis, isi, stream.getvalue())
    assert "headerReference" not in Document(BytesIO(docx)).element.xml
    section = Document(BytesIO(docx)).sections[0]
    widths = {Kertas.A4: Mm(210), Kertas.F4: Mm(215)}
    assert round(section.page_width or 0, -3) == round(widths[kertas], -3)
    assert ("DATA CONTOH" in _words(BytesIO(docx))) is kantor.contoh
    assert "31 Januari 2022" in _words(BytesIO(docx))
