"""The LAKIP: complete, opened without repair, and never saying more than the data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Dokumen
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from docx.table import Table

from kinerja_cli.adapter import lakip as paket
from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.lakip import HasilLakip, build_lakip
from kinerja_cli.adapter.lakip.daftar import fill_lists
from kinerja_cli.adapter.lakip.naskah import Naskah
from kinerja_cli.adapter.lakip.perkiraan import Halaman, estimate_pages
from kinerja_cli.domain import narasi
from kinerja_cli.domain.analisis import build_analisis
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.kantor import Kertas, Pengaturan
from kinerja_cli.domain.rencana import Agregasi, Indikator, Jenjang, Rencana, Riwayat, Simpul
from kinerja_cli.domain.setoran import Penjelasan, Realisasi, RealisasiAnggaran, Setoran
from rencana_uji import CASCADING, KANTOR, PENGATURAN, indikator, porsi, rencana

TANGGAL = date(2022, 1, 31)
TEMPLAT = shipped("templates") / "lakip.docx"
PENJELASAN = Penjelasan(
    penyebab="Petugas  bertambah,\nantrean turun",
    kendala="Listrik & jaringan <padam>",
    solusi="Memakai genset",
    tindak_lanjut="Mengusulkan UPS",
    penanggung_jawab="Kasi Satu",
    batas_waktu="31 Maret 2022",
)
JUDUL_ANALISIS = [
    "1. Target dan Realisasi Tahun 2021",
    "2. Perbandingan dengan Tahun-Tahun Sebelumnya",
    "3. Perbandingan dengan Target Akhir Renstra",
    "4. Perbandingan dengan Standar atau Instansi Lain",
    "5. Penyebab Keberhasilan atau Kegagalan dan Solusi",
    "6. Efisiensi Penggunaan Sumber Daya",
    "7. Program dan Kegiatan yang Menunjang",
]


def plan(*daftar: Indikator, **fields: Any) -> Rencana:  # noqa: ANN401
    """Return a plan with a sasaran indicator and one of a kegiatan, history, pembanding."""
    usual = indikator(
        "A",
        porsi("u1", 100, (100,) * 4),
        uraian="Indeks kepuasan",
        agregasi=Agregasi.POSISI_AKHIR,
        iku=True,
        target_renstra=Decimal(110),
        pembanding="rata-rata kabupaten",
        nilai_pembanding=Decimal(95),
    )
    kegiatan = indikator("B", porsi("u2", 8, (2,) * 4), kode_cascading="K2", uraian="Rapat desa")
    past = (Riwayat("A", 2020, Decimal(90), Decimal(80)),)
    return rencana(*(daftar or (usual, kegiatan)), **{"riwayat": past, **fields})


def report(
    ini: Rencana | None = None,
    nilai: Any = Decimal(98),  # noqa: ANN401
    *,
    tribulan: int = 4,
    pengaturan: Pengaturan = PENGATURAN,
) -> Analisis:
    """Return the analysis of a year in which every unit reports every tribulan."""
    ini = ini or plan()
    setoran = [
        Setoran(
            unit.kode,
            ke,
            {
                x.kode: Realisasi(nilai if x.kode != "B" else Decimal(2), penjelasan=PENJELASAN)
                for x in ini.indicators_of(unit.kode)
            },
            {x.kode: RealisasiAnggaran(Decimal(900_000)) for x in ini.budget_lines(unit.kode)},
        )
        for unit in ini.unit
        for ke in range(1, tribulan + 1)
    ]
    return build_analisis(ini, pengaturan, setoran, tribulan)


def build(analisis: Analisis) -> HasilLakip:
    return build_lakip(analisis, TEMPLAT.read_bytes(), TANGGAL)


def opened(hasil: HasilLakip) -> Dokumen:
    return Document(BytesIO(hasil.isi))


def text_of(dokumen: Dokumen) -> str:
    """Return all that stands in the body, one paragraph a line, those of tables included."""
    body = dokumen.element.body
    return "\n".join("".join(x.text or "" for x in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))


def headings(dokumen: Dokumen, tingkat: int) -> list[str]:
    return [
        " ".join(x.text.split())
        for x in dokumen.paragraphs
        if x.style is not None and x.style.name == f"Heading {tingkat}"
    ]


@pytest.fixture(scope="module")
def penuh() -> HasilLakip:
    """Return the report of a whole year with everything known."""
    return build(report())


@pytest.fixture(scope="module")
def dua_sasaran() -> HasilLakip:
    """Return the report of an office with two sasaran, each with money of its own."""
    more = (
        Simpul("S2", Jenjang.SASARAN, "Sasaran dua", "T1"),
        Simpul("K3", Jenjang.KEGIATAN, "Kegiatan tiga", "S2", "u1", Decimal(1_000_000)),
    )
    daftar = (*plan().indikator, indikator("C", kode_cascading="S2"))
    return build(report(replace(plan(*daftar), cascading=(*CASCADING, *more))))


def test_one_bar_alone_is_no_picture(penuh: HasilLakip) -> None:
    captions = "\n".join(x.text for x in opened(penuh).paragraphs if x.text.startswith("Gambar"))
    assert "per Tribulan" in captions
    assert "Menurut Sasaran" not in captions


def test_a_plan_that_marks_no_iku_calls_none_so() -> None:
    unmarked = [replace(x, iku=False) for x in plan().indikator]
    text = text_of(opened(build(report(plan(*unmarked)))))
    assert "Indikator Kinerja Utama" not in text
    assert "Tujuan, Sasaran, dan Indikator Kinerja Sasaran" in text


def test_the_chapters_stand_in_their_order(penuh: HasilLakip) -> None:
    assert headings(opened(penuh), 1) == [
        "KATA PENGANTAR",
        "IKHTISAR EKSEKUTIF",
        "DAFTAR ISI",
        "DAFTAR TABEL",
        "DAFTAR GAMBAR",
        "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA",
        "BAB III AKUNTABILITAS KINERJA",
        "BAB IV PENUTUP",
        "LAMPIRAN 1 PERJANJIAN KINERJA TAHUN 2021",
        "LAMPIRAN 2 PENGUKURAN KINERJA TAHUN 2021",
        "LAMPIRAN 3 REALISASI ANGGARAN TAHUN 2021",
        "LAMPIRAN 4 RENCANA AKSI DAN REALISASINYA TAHUN 2021",
        "LAMPIRAN 5 DAFTAR FORMULIR DATA KINERJA YANG DITERIMA",
        "LAMPIRAN 6 DAFTAR DOKUMEN TAHUN 2021",
        "LAMPIRAN 7 DATA DUKUNG INDIKATOR KINERJA TAHUN 2021",
    ]


def test_every_sasaran_has_its_seven_analyses_in_order(penuh: HasilLakip) -> None:
    assert headings(opened(penuh), 4) == JUDUL_ANALISIS


def test_every_sasaran_and_indicator_is_in_it(penuh: HasilLakip) -> None:
    text = text_of(opened(penuh))
    for words in ("Sasaran 1: Sasaran satu", "Indeks kepuasan", "Rapat desa", "Seksi Dua"):
        assert words in text
    assert "Realisasi 98 dokumen belum memenuhi target 100 dokumen" in text
    assert "realisasi naik dari 80 dokumen menjadi 98 dokumen, artinya membaik" in text
    assert "berada di atas rata-rata kabupaten" in text


def test_a_units_words_are_changed_in_nothing_but_white_space(penuh: HasilLakip) -> None:
    text = text_of(opened(penuh))
    assert "Petugas bertambah, antrean turun" in text
    assert "Listrik & jaringan <padam>" in text
    assert "Mengusulkan UPS" in text


def test_the_same_analysis_gives_the_same_bytes(penuh: HasilLakip) -> None:
    assert build(report()).isi == penuh.isi


def test_money_adds_up_from_its_leaves(penuh: HasilLakip) -> None:
    text = text_of(opened(penuh))
    assert "Dari pagu Rp4.000.000 terealisasi Rp1.800.000 atau 45,00 persen" in text


def test_blanks_are_listed_with_their_chapter_and_seen_in_colour(penuh: HasilLakip) -> None:
    dokumen = opened(penuh)
    assert "BAB I PENDAHULUAN › C. Isu Strategis: isu strategis" in "\n".join(penuh.kosong)
    assert not any("penyebab" in x for x in penuh.kosong)
    blanks = [
        run
        for run in dokumen.element.body.iter(qn("w:r"))
        if "[ISI: " in "".join(x.text or "" for x in run.iter(qn("w:t")))
    ]
    assert len(blanks) == len(penuh.kosong)
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:highlight')}") is not None for run in blanks)
    assert [x.cells[0].text for x in dokumen.tables[-1].rows[1:]] == [
        str(nomor) for nomor in range(1, len(penuh.kosong) + 1)
    ]


def test_a_cause_that_no_unit_wrote_is_left_blank_never_invented() -> None:
    analisis = build_analisis(plan(), PENGATURAN, (), 4)
    hasil = build(analisis)
    assert any("solusi yang telah dilakukan untuk “Indeks kepuasan”" in x for x in hasil.kosong)


def test_no_realisasi_prints_its_reason_and_no_zero() -> None:
    dokumen = opened(build(report(nilai=None)))
    text = text_of(dokumen)
    assert "belum ada realisasi" in text
    assert not re.search(r"(?<!\d)0,00", text)


def test_part_of_a_year_says_so_and_judges_no_year() -> None:
    text = text_of(opened(build(report(tribulan=1))))
    assert "LAPORAN SEMENTARA" in text
    assert "TAHUN 2021 SAMPAI DENGAN TRIBULAN I" in text
    assert "belum merupakan capaian Tahun 2021" in text
    assert "2021 (sementara)" in text
    assert "Efisiensi dinilai setelah tahun anggaran berakhir" in text


def test_made_up_data_are_marked_on_every_page() -> None:
    marked = replace(PENGATURAN, kantor=replace(KANTOR, contoh=True))
    dokumen = opened(build(report(pengaturan=marked)))
    assert dokumen.paragraphs[0].text == "DATA CONTOH"
    heads = [x.header.paragraphs for x in dokumen.sections[1:]]
    assert all(any(p.text == "DATA CONTOH" for p in head) for head in heads)
    real = opened(build(report()))
    assert "DATA CONTOH" not in text_of(real)
    assert not any("DATA CONTOH" in p.text for x in real.sections for p in x.header.paragraphs)


@pytest.mark.parametrize(
    ("kertas", "lebar", "tinggi"), [(Kertas.A4, 210, 297), (Kertas.F4, 215, 330)]
)
def test_the_paper_is_the_offices_and_tables_fit_it(
    kertas: Kertas, lebar: int, tinggi: int
) -> None:
    dokumen = opened(build(report(pengaturan=replace(PENGATURAN, kertas=kertas))))
    sizes = {
        (round((x.page_width or 0) / Mm(1)), round((x.page_height or 0) / Mm(1)))
        for x in dokumen.sections
    }
    assert sizes == {(lebar, tinggi), (tinggi, lebar)}
    upright, wide = (_room(x) for x in (dokumen.sections[2], dokumen.sections[3]))
    widths = [_width(x) for x in dokumen.tables]
    first_wide = next(i for i, x in enumerate(dokumen.tables) if "Unit kerja pemasok" in _head(x))
    assert max(widths[:first_wide]) <= upright + Mm(1)
    assert max(widths[first_wide:]) <= wide + Mm(1)


def _room(section: Section) -> int:
    return (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)


def _width(table: Table) -> int:
    return sum(int(x.get(qn("w:w"))) * 635 for x in table._tbl.iter(qn("w:gridCol")))


def _head(table: Table) -> str:
    return " ".join(x.text for x in table.rows[0].cells)


def test_captions_are_numbered_by_chapter_and_named_in_the_text(penuh: HasilLakip) -> None:
    text = text_of(opened(penuh))
    captions = [
        x.text
        for x in opened(penuh).paragraphs
        if x.style is not None and x.style.name == "Caption"
    ]
    labels = [re.match(r"(Tabel|Gambar) (L?\d+\.)?\d+", x) for x in captions]
    assert all(labels)
    names = [x[0] for x in labels if x]
    assert len(names) == len(set(names))
    assert {"Tabel 1", "Tabel 1.1", "Tabel 2.1", "Tabel 3.1", "Tabel 4.1", "Tabel L5.1"} <= set(
        names
    )
    for name in names:
        assert len(re.findall(rf"{re.escape(name)}(?!\.?\d)", text)) >= 3, (
            name
        )  # list, text, caption


def test_lists_hold_their_entries_and_page_numbers_when_first_opened(penuh: HasilLakip) -> None:
    dokumen = opened(penuh)
    entries = [
        x.text
        for x in dokumen.paragraphs
        if x.style is not None and x.style.name in {"toc 1", "toc 2", "toc 3", "table of figures"}
    ]
    assert all(re.fullmatch(r".+\t([ivx]+|\d+)", x) for x in entries)
    assert "KATA PENGANTAR\ti" in entries
    assert "BAB I PENDAHULUAN\t1" in entries
    commands = [x.text or "" for x in dokumen.element.body.iter(qn("w:instrText"))]
    assert sum("TOC" in x for x in commands) == 3
    marks = {x.get(qn("w:name")) for x in dokumen.element.body.iter(qn("w:bookmarkStart"))}
    targets = {x.split()[1] for x in commands if x.split()[0] in {"PAGEREF", "REF"}}
    assert targets <= marks


def test_header_rows_repeat_and_no_row_breaks(penuh: HasilLakip) -> None:
    for table in opened(penuh).tables:
        rows = table._tbl.findall(qn("w:tr"))
        assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(x.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for x in rows)
        assert len(rows) > 1


def test_pictures_are_charts_with_their_data_and_words_for_who_cannot_see(
    dua_sasaran: HasilLakip,
) -> None:
    with ZipFile(BytesIO(dua_sasaran.isi)) as package:
        names = package.namelist()
    charts = [x for x in names if x.startswith("word/charts/chart")]
    assert len(charts) == 4
    assert len([x for x in names if x.startswith("word/embeddings/")]) == 4
    drawn = list(opened(dua_sasaran).element.body.iter(f"{{{WP}}}docPr"))
    assert len(drawn) == 4
    assert all(x.get("descr", "").startswith("Grafik ") for x in drawn)


WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def test_texts_from_people_become_neither_markup_nor_jinja() -> None:
    nasty = "Layanan <b>R&D</b> \"cepat\" 'tepat' {{ 7 * 7 }} {% if %} {kurung} ]] &amp;"
    plain = indikator("A", uraian=nasty, iku=True)
    text = text_of(opened(build(report(plan(plain), Decimal(2)))))
    assert text.count(nasty) > 10
    assert "49" not in text


def test_an_office_without_money_history_or_pembanding_has_its_report() -> None:
    bare = Rencana(2021, plan().unit, CASCADING[:2], (indikator("A", iku=True),))
    hasil = build(report(bare, Decimal(2)))
    text = text_of(opened(hasil))
    assert "tidak memuat pagu anggaran" in text
    assert "Rp" not in text
    assert any("tahun-tahun sebelumnya" in x for x in hasil.kosong)
    assert any("standar nasional" in x for x in hasil.kosong)


def test_a_plan_without_figures_at_all_has_its_report() -> None:
    nothing = Rencana(2021, plan().unit, CASCADING[:2], ())
    text = text_of(opened(build(report(nothing))))
    assert "Sasaran ini belum memiliki indikator kinerja pada rencana." in text


def test_a_unit_that_planned_no_follow_up_has_no_row() -> None:
    setoran = [Setoran("u1", 4, {"A": Realisasi(Decimal(90))})]
    analisis = build_analisis(plan(), PENGATURAN, setoran, 4)
    text = text_of(opened(build(analisis)))
    assert "Indeks kepuasan (90,00 persen)" in text
    assert "Rencana Tindak Lanjut" not in text


def test_sixty_long_indicators_are_all_there() -> None:
    many = [
        indikator(f"A{i}", uraian=f"Persentase {'kegiatan yang sangat panjang ' * 10}ke-{i}")
        for i in range(60)
    ]
    text = text_of(opened(build(report(plan(*many, riwayat=()), Decimal(2)))))
    assert all(f"ke-{i}" in text for i in range(60))


def test_a_sasaran_without_tujuan_is_not_lost() -> None:
    loose = Simpul("S2", Jenjang.SASARAN, "Sasaran lepas")
    ini = replace(plan(), cascading=(*CASCADING, loose))
    assert "Sasaran 2: Sasaran lepas" in headings(opened(build(report(ini))), 3)


def test_an_official_without_name_is_a_visible_blank() -> None:
    head = replace(KANTOR.pimpinan, nama="", nip="", pangkat="Pembina")
    unnamed = replace(PENGATURAN, kantor=replace(KANTOR, pimpinan=head))
    hasil = build(report(pengaturan=unnamed))
    assert "KATA PENGANTAR: nama Camat Uji" in hasil.kosong
    assert "31 Januari 2022" in text_of(opened(hasil))


# Templates that an office changed


def templat(*lines: str, fill: Callable[[Dokumen], None] | None = None) -> bytes:
    """Return a small template with these paragraphs."""
    dokumen = Document()
    for line in lines:
        dokumen.add_paragraph(line)
    if fill:
        fill(dokumen)
    stream = BytesIO()
    dokumen.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (
            templat("Kantor {{ kantr.nama }} {{ lain }}"),
            r"“Kantor \{\{ kantr.nama .*'kantr' tidak dikenal; maksudnya 'kantor'\? \(dan 1",
        ),
        (templat("Kantor {{ kantor.namaa }}"), "'namaa'"),
        (
            templat("{%p for s in sasaran %}", "{{ s.uraian }}"),
            r"“\{%p for s in sasaran %\}”: 'for' tidak ditutup dengan 'endfor'",
        ),
        (templat("awal", "{{ tahun", "x"), r"“\{\{ tahun”: tanda '\{\{' tidak ditutup"),
        (templat("{{ tahun + 1 }}"), "tidak dapat dijalankan"),
        (templat("{{ ''.__class__.__mro__ }}"), "tidak diizinkan"),
        (templat("{{ sasaran[9].uraian }}"), "tidak dikenal|kosong"),
        (b"bukan zip", "bukan dokumen Word"),
    ],
)
def test_a_wrong_template_is_told_in_one_line(isi: bytes, kata: str) -> None:
    with pytest.raises(KinerjaError, match=kata) as caught:
        build_lakip(report(), isi, TANGGAL)
    assert "\n" not in str(caught.value)
    assert "Templat LAKIP" in str(caught.value)


def test_a_template_with_little_in_it_is_enough() -> None:
    small = templat("{{ nomor_tabel }} Judul", "pada {{ tabel }}", "{{ daftar_gambar }}")
    text = text_of(opened(build_lakip(report(), small, TANGGAL)))
    assert text.splitlines() == ["Tabel 1 Judul", "pada tabel", "Tidak ada."]


def test_a_moved_list_keeps_its_entries() -> None:
    def fill(dokumen: Dokumen) -> None:
        dokumen.add_heading("BAB I", 1)
        dokumen.add_table(1, 1).cell(0, 0).text = "{{ tahun }}"
        dokumen.add_paragraph("{{ daftar_isi }}")

    text = text_of(opened(build_lakip(report(), templat(fill=fill), TANGGAL)))
    assert text.splitlines() == ["BAB I", "2021", "BAB I1"]


def test_marks_and_blanks_beside_a_line_break_find_their_place() -> None:
    def fill(dokumen: Dokumen) -> None:
        run = dokumen.add_paragraph().add_run("[ISI: satu]")
        run.add_break()
        run.add_text("{{ nomor_tabel }} Judul\tkanan")

    hasil = build_lakip(report(), templat(fill=fill), TANGGAL)
    assert hasil.kosong == ("Sampul: satu",)
    assert opened(hasil).paragraphs[0].text == "[ISI: satu]\nTabel 1 Judul\tkanan"


def test_pages_are_counted_in_the_numerals_of_their_section() -> None:
    assert [Halaman(x, romawi=True).teks for x in (1, 4, 9, 14)] == ["i", "iv", "ix", "xiv"]


def test_text_that_fills_a_page_goes_on_to_the_next() -> None:
    dokumen = Document()
    words = "kata " * 380 + "x" * 300
    for _ in range(10):
        dokumen.add_paragraph(words)
    naskah = Naskah(dokumen)
    fill_lists(naskah, ())
    pages = estimate_pages(naskah)
    last = pages[naskah.paragraf[-1]].nomor
    assert 4 < last < 9


def test_nothing_of_the_example_office_is_in_the_code_or_the_template() -> None:
    package = [Path(str(x.__file__)).parent for x in (paket, narasi)]
    texts = [x.read_text(encoding="utf-8") for folder in package for x in folder.rglob("*.py")]
    with ZipFile(TEMPLAT) as parts:
        texts += [parts.read(x).decode("utf-8") for x in parts.namelist() if x.endswith(".xml")]
    assert not any(re.search("kemlagi|mojokerto", x, re.IGNORECASE) for x in texts)
