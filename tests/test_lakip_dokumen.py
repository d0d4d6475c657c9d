"""The LAKIP's lists of documents and of evidence: what is there, and who named what."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx.document import Document as Dokumen

from conftest import Kinerja
from kinerja_cli.adapter.baca_docx import read_docx
from kinerja_cli.adapter.lakip import BahanLakip, build_lakip
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.koreksi import correct_report
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.dokumen import (
    BELUM_DICATAT,
    DokumenTercatat,
    StatusDokumen,
    collect_data_dukung,
)
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi import check_naskah
from kinerja_cli.domain.narasi.dokumen import kalimat_dokumen
from kinerja_cli.domain.narasi.laporan import JenisLaporan
from kinerja_cli.domain.rencana import Rencana
from kinerja_cli.domain.setoran import Penjelasan, Realisasi, Setoran
from kinerja_cli.domain.tahap import Bukti, KeadaanBukti
from kinerja_cli.domain.temuan import Tingkat
from naskah_contoh import Draf, draf
from rencana_uji import PENGATURAN, angka, indikator, porsi, rencana
from test_lakip_docx import TANGGAL, TEMPLAT, opened

__all__ = ["draf"]

SIDIK = "0123456789abcdef" * 4
TULISAN = 'Rekap & <b> =HYPERLINK("x")'
HURUF_LAIN = "LKjIP Tahun 2019; Jumlah hasil A 9.999 dokumen, melampaui target"
"""What would be wrong in a sentence of the office stands in a unit's words as it is."""


def noted(kunci: str, berkas: str, keadaan: KeadaanBukti) -> StatusDokumen:
    """Return a document noted on 5 January 2021 with this file."""
    (one,) = (x for x in BELUM_DICATAT if x.dokumen.kunci == kunci)
    at = datetime(2021, 1, 5, 8, tzinfo=UTC)
    tercatat = DokumenTercatat(kunci, Bukti(berkas, SIDIK), date(2021, 1, 5), at)
    return replace(one, tercatat=tercatat, keadaan=keadaan)


TERCATAT = {
    "cascading": noted("cascading", r"C:\Arsip Camat\cascading.xlsx", KeadaanBukti.COCOK),
    "iku": noted("iku", "dokumen/IKU 2019.pdf", KeadaanBukti.BERUBAH),
    "dpa": noted("dpa", "dokumen/dpa.pdf", KeadaanBukti.HILANG),
    "lkjip": noted("lkjip", "laporan/lakip-2021.docx", KeadaanBukti.COCOK),
}
DAFTAR = tuple(TERCATAT.get(x.dokumen.kunci, x) for x in BELUM_DICATAT)


def plan() -> Rencana:
    """Return an indicator of two units, one of a unit that names nothing, one of a kegiatan."""
    both = indikator("A", porsi("u1", 8, (2,) * 4), porsi("u2", 8, (2,) * 4))
    silent = indikator("B", porsi("u2", 8, (2,) * 4))
    return rencana(both, silent, indikator("C", kode_cascading="K1"))


def named(teks: str) -> Realisasi:
    return Realisasi(angka(2), penjelasan=Penjelasan(data_dukung=teks))


def handed_in() -> list[Setoran]:
    """Return what the units handed in, not in the order of the tribulan."""
    texts = ("Rekap  Januari\n", HURUF_LAIN, "Rekap Januari", TULISAN)
    first = [Setoran("u1", ke, {"A": named(x), "C": named("")}) for ke, x in enumerate(texts, 1)]
    second = [Setoran("u2", ke, {"A": named("Berita acara"), "B": named(" ")}) for ke in (1, 2)]
    return [*reversed(first), *second]


def analysis(tribulan: int = 4) -> Analisis:
    return build_analisis(plan(), PENGATURAN, handed_in(), tribulan)


def rows_below(dokumen: Dokumen, judul: str) -> list[tuple[str, ...]]:
    """Return the rows of the table that follows a caption."""
    body = list(dokumen.element.body)
    (at,) = (
        i
        for i, x in enumerate(body)
        if x.tag.endswith("}p") and "".join(x.itertext()).strip().endswith(judul)
        and body[i + 1].tag.endswith("}tbl")
    )  # fmt: skip
    (table,) = (x for x in dokumen.tables if x._tbl is body[at + 1])
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def draft(analisis: Analisis, bahan: BahanLakip) -> Dokumen:
    return opened(build_lakip(analisis, TEMPLAT.read_bytes(), TANGGAL, bahan))


def test_the_documents_are_listed_with_file_day_and_fingerprint() -> None:
    dokumen = draft(analysis(), BahanLakip(dokumen=DAFTAR))
    rows = rows_below(dokumen, "Dokumen yang Disebut SOP Pengumpulan Data Kinerja")
    assert [x[1] for x in rows[1:]] == [x.dokumen.judul(2021) for x in DAFTAR]
    by_name = {x[1]: x[2:] for x in rows}
    sidik = "0123456789ab"
    assert by_name["Cascading"] == ("ada", "5 Januari 2021", "cascading.xlsx", sidik)
    assert by_name["IKU Tahun 2021"] == (
        "ada, berubah sejak dicatat", "5 Januari 2021", "IKU 2019.pdf", sidik,
    )  # fmt: skip
    assert by_name["DPA Tahun 2021"][0] == "berkas tidak ditemukan"
    assert by_name["Renstra"] == ("belum ada", "–", "–", "–")
    assert by_name["LKjIP Tahun 2021"] == ("laporan ini", "–", "–", "–")
    text = "\n".join(x.text for x in dokumen.paragraphs)
    assert "3 dari 12 dokumen yang disebut SOP Pengumpulan Data Kinerja sudah ada." in text
    assert "Yang belum ada: SK Tim SAKIP, IKI Tahun 2021, Renstra," in text
    assert "Rinciannya pada Tabel L6.1." in text


def test_the_report_of_a_tribulan_is_not_the_lkjip_of_the_list() -> None:
    dokumen = draft(analysis(2), BahanLakip(JenisLaporan.TRIBULAN, dokumen=BELUM_DICATAT))
    rows = rows_below(dokumen, "Dokumen yang Disebut SOP Pengumpulan Data Kinerja")
    assert rows[-1] == ("12", "LKjIP Tahun 2021", "belum ada", "–", "–", "–")
    text = "\n".join(x.text for x in dokumen.paragraphs)
    assert "Dokumen yang disebut SOP Pengumpulan Data Kinerja belum ada yang tercatat." in text


def test_a_complete_list_names_nothing_missing() -> None:
    whole = [replace(x, keadaan=KeadaanBukti.COCOK) for x in BELUM_DICATAT]
    assert kalimat_dokumen(whole, 2021) == (
        "Seluruh 12 dokumen yang disebut SOP Pengumpulan Data Kinerja sudah ada."
    )


def test_the_evidence_is_listed_per_indicator_unit_and_tribulan() -> None:
    dokumen = draft(analysis(), BahanLakip())
    rows = rows_below(dokumen, "Data Dukung yang Disebutkan Unit Kerja")
    satu, dua = "Seksi Satu", "Seksi Dua"
    assert rows[1] == ("Sasaran 1: Sasaran satu",) * 5
    assert rows[2:7] == [
        ("1.1", "Jumlah hasil A", satu, "I, III", "Rekap Januari"),
        ("1.1", "Jumlah hasil A", satu, "II", HURUF_LAIN),
        ("1.1", "Jumlah hasil A", satu, "IV", TULISAN),
        ("1.1", "Jumlah hasil A", dua, "I, II", "Berita acara"),
        ("1.2", "Jumlah hasil B", dua, "–", "belum disebutkan"),
    ]
    assert rows[7][0] == "K1 Kegiatan satu"
    assert rows[8:] == [("1", "Jumlah hasil C", satu, "–", "belum disebutkan")]
    text = "\n".join(x.text for x in dokumen.paragraphs)
    assert "1 dari 3 indikator mempunyai data dukung yang disebutkan unit kerja." in text


def test_the_name_of_an_indicator_stands_once_over_its_rows() -> None:
    html = build_lakip(analysis(), TEMPLAT.read_bytes(), TANGGAL).html
    assert html.count('<td rowspan="4">Jumlah hasil A</td>') == 1


def test_later_evidence_is_not_in_an_earlier_report() -> None:
    rows = rows_below(draft(analysis(1), BahanLakip()), "Data Dukung yang Disebutkan Unit Kerja")
    assert [x[3:] for x in rows[2:4]] == [("I", "Rekap Januari"), ("I", "Berita acara")]


def test_a_year_without_evidence_says_so() -> None:
    dokumen = draft(build_analisis(plan(), PENGATURAN, (), 4), BahanLakip())
    text = "\n".join(x.text for x in dokumen.paragraphs)
    assert "Data dukung indikator kinerja belum disebutkan unit kerja." in text
    rows = rows_below(dokumen, "Data Dukung yang Disebutkan Unit Kerja")
    assert {x[4] for x in rows[1:] if len(set(x)) > 1} == {"belum disebutkan"}


def test_the_list_by_indicator_has_every_indicator_and_unit() -> None:
    found = [(x.indikator.kode, x.unit, x.teks) for x in collect_data_dukung(plan(), handed_in())]
    assert found == [
        ("A", "u1", "Rekap Januari"),
        ("A", "u1", HURUF_LAIN),
        ("A", "u1", TULISAN),
        ("A", "u2", "Berita acara"),
        ("B", "u2", ""),
        ("C", "u1", ""),
    ]


@pytest.mark.parametrize("tribulan", [1, 4])
def test_koreksi_takes_both_lists_for_what_they_are(tribulan: int) -> None:
    analisis = analysis(tribulan)
    hasil = build_lakip(analisis, TEMPLAT.read_bytes(), TANGGAL, BahanLakip(dokumen=DAFTAR))
    found = check_naskah(read_docx(hasil.isi, "lakip.docx"), analisis)
    assert [str(x.tempat) for x in found if x.jenis.tingkat is not Tingkat.INFO] == []


def test_indicators_of_one_name_have_each_its_own_unit() -> None:
    alike = (
        indikator("K", porsi("u1", 8, (2,) * 4), uraian="Jumlah laporan", kode_cascading="K1"),
        indikator("L", porsi("u2", 8, (2,) * 4), uraian="Jumlah laporan", kode_cascading="K2"),
    )
    analisis = build_analisis(rencana(indikator("A"), *alike), PENGATURAN, (), 4)
    hasil = build_lakip(analisis, TEMPLAT.read_bytes(), TANGGAL)
    found = check_naskah(read_docx(hasil.isi, "lakip.docx"), analisis)
    assert [x.pesan for x in found if x.jenis is JenisTemuan.KOREKSI_UNIT_BERBEDA] == []


def test_a_noted_document_is_in_the_next_draft_and_koreksi_lets_it_be(
    kinerja: Kinerja, draf: Draf, tmp_path: Path
) -> None:
    ruang = Path(shutil.copytree(draf.ruang, tmp_path / "ruang"))
    (ruang / "Renstra 2016-2021.pdf").write_bytes(b"%PDF")
    kinerja("dokumen", "catat", "renstra", "--berkas", "Renstra 2016-2021.pdf", di=ruang)
    assert kinerja("lakip", di=ruang).kode == 0
    laporan = ruang / "laporan" / "lakip-2021.docx"
    hasil = correct_report(Ruang(ruang), laporan, None, None, datetime.now(UTC))
    assert {x.jenis.tingkat for x in hasil.temuan} == {Tingkat.INFO}
    assert kinerja("lakip", di=ruang).kode == 0
    before = laporan.read_bytes()
    kinerja("dokumen", "catat", "lkjip", "--berkas", laporan, di=ruang)
    assert kinerja("lakip", di=ruang).kode == 0
    assert laporan.read_bytes() == before  # the report that lists itself stays as it was
