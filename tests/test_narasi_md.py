"""The office's own texts: what is written is printed in the template's styles, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Dokumen
from docx.oxml.ns import qn

from conftest import Kinerja
from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.lakip import BahanLakip, build_lakip
from kinerja_cli.adapter.lakip.narasi_md import (
    BerkasNarasi,
    BlokMd,
    ButirMd,
    JudulMd,
    NarasiRusakError,
    ParagrafMd,
    Potongan,
    TabelMd,
    is_written,
    read_narasi,
)
from kinerja_cli.domain.narasi.bagian import BagianNarasi
from test_lakip_docx import TANGGAL, TEMPLAT, opened, report, templat, text_of


def read(teks: str, **konteks: object) -> tuple[BlokMd, ...]:
    return read_narasi(BerkasNarasi("narasi/uji.md", teks), konteks)


def styles(dokumen: Dokumen) -> list[tuple[str, str]]:
    return [(x.style.name if x.style else "", x.text) for x in dokumen.paragraphs]


def test_headings_lists_tables_and_bold_are_read() -> None:
    teks = "# Judul\n\nTeks **tebal** dan *miring*\nlanjut\n\n- a\n  1. b\n\n8. c\n\n   d\n"
    teks += "\n| A | B |\n|:-:|--:|\n| 1 | 2 |\n"
    satu = (Potongan("Judul"),)
    assert read(teks) == (
        JudulMd(1, satu),
        ParagrafMd(
            (
                Potongan("Teks "),
                Potongan("tebal", tebal=True),
                Potongan(" dan "),
                Potongan("miring", miring=True),
                Potongan(" "),
                Potongan("lanjut"),
            )
        ),
        ButirMd("•", 0, (Potongan("a"),)),
        ButirMd("1.", 1, (Potongan("b"),)),
        ButirMd("8.", 0, (Potongan("c"),)),
        ButirMd("", 0, (Potongan("d"),)),
        TabelMd(
            ("center", "right"),
            ((Potongan("A"),), (Potongan("B"),)),
            (((Potongan("1"),), (Potongan("2"),)),),
        ),
    )


def test_a_text_with_guidance_only_counts_as_not_written() -> None:
    assert not is_written("<!-- Tulis di sini.\n{{ bukan_variabel }} -->\n\n")
    assert is_written("<!-- Tulis. -->\nIsi")
    assert is_written("<!-- tidak ditutup")


def test_every_place_has_its_file_and_guidance_that_counts_as_not_written() -> None:
    files = {x.name: x.read_text(encoding="utf-8") for x in shipped("templates/narasi").iterdir()}
    assert set(files) == {x.berkas for x in BagianNarasi}
    assert not any(is_written(x) for x in files.values())


@pytest.mark.parametrize(
    "nilai",
    ["*R&D* <b>", "# bukan judul", "1. bukan butir", "a | b", "{{ x }} [ISI] `x` \\", "_a_"],
)
def test_a_value_is_printed_as_it_is_and_never_becomes_markup(nilai: str) -> None:
    assert read("{{ nilai }}", nilai=nilai) == (ParagrafMd((Potongan(nilai),)),)


def test_line_breaks_in_a_value_open_no_new_block() -> None:
    assert read("{{ nilai }}", nilai="a\n\n# b") == (ParagrafMd((Potongan("a # b"),)),)


def test_html_and_links_stay_text() -> None:
    teks = "<script>x</script> [a](http://contoh.invalid) ![b](c.png)"
    assert read(teks) == (ParagrafMd((Potongan(teks),)),)


def test_jinja_is_allowed_and_a_macro_keeps_its_own_markup() -> None:
    teks = (
        "{% macro t(x) %}**{{ x }}**{% endmacro %}{% for x in nama %}\n- {{ t(x) }}\n{% endfor %}"
    )
    assert read(teks, nama=("a*", "b")) == (
        ButirMd("•", 0, (Potongan("a*", tebal=True),)),
        ButirMd("•", 0, (Potongan("b", tebal=True),)),
    )


@pytest.mark.parametrize(
    ("teks", "baris", "kata"),
    [
        ("satu\n\ndua {{ thaun }}", 3, "variabel 'thaun' tidak dikenal"),
        ("<!-- a\nb -->\n{{ kantor.x }}", 3, "variabel 'x' tidak dikenal"),
        ("a\n{{ tahun", 2, "penulisan"),
        ("a\n{% for x in y %}\n{% if x %}\nb\n{% endif %}\n", 2, "'for' tidak ditutup"),
        ("{% if tahun %}\n{% else %}\nb", 1, "'if' tidak ditutup"),
        ("{% set z %}{{ tahun }}", 1, "'set' tidak ditutup"),
        ("a\n\n{% endfr %}", 3, "'endfr' tidak dikenal"),
        ("{{ tahun|upper(1, 2) }}", 1, "tidak dapat dijalankan"),
        ("{{ tahun|kapital }}", 1, "saringan 'kapital' tidak dikenal"),
        ("{{ ''.__class__.__mro__ }}", 1, "tidak diizinkan"),
        ("x\n{{ 1 + tahun }}", 2, "tidak dapat dijalankan"),
        ("{{ tahun is genapp }}", 1, "pemeriksaan 'genapp' tidak dikenal"),
        ("{{ ? }}", 1, "tanda '[?]' tidak pada tempatnya"),
        ("{{ tahun } }}", 1, "tanda '}' tidak pada tempatnya"),
        ("{% if %}{% endif %}", 1, "penulisan"),
    ],
)
def test_a_fault_is_one_line_with_file_and_line(teks: str, baris: int, kata: str) -> None:
    with pytest.raises(NarasiRusakError, match=kata) as caught:
        read(teks, tahun="2021", kantor=report().pengaturan.kantor)
    assert str(caught.value).startswith(f"narasi/uji.md baris {baris}: ")
    assert "\n" not in str(caught.value)


def test_headings_go_below_the_section_and_styles_are_the_templates() -> None:
    def fill(dokumen: Dokumen) -> None:
        dokumen.add_heading("C. Isu", 2)
        dokumen.add_paragraph("{{ narasi.isu_strategis }}")

    teks = "# Satu\n\n## Dua\n\n### Tiga\n\nIsi **tebal**\n\n- a\n  - b\n\n7. c\n\n   d"
    narasi = {BagianNarasi.ISU_STRATEGIS: BerkasNarasi("x", teks)}
    hasil = build_lakip(report(), templat(fill=fill), TANGGAL, BahanLakip(narasi=narasi))
    dokumen = opened(hasil)
    assert styles(dokumen) == [
        ("Heading 2", "C. Isu"),
        ("Heading 3", "Satu"),
        ("Heading 4", "Dua"),
        ("Heading 4", "Tiga"),
        ("Normal", "Isi tebal"),
        ("List Bullet", "a"),
        ("List Bullet", "b"),
        ("Normal", "7.\tc"),
        ("Normal", "d"),
    ]
    assert [x.text for x in dokumen.paragraphs[4].runs if x.bold] == ["tebal"]
    indents = [x.paragraph_format.left_indent for x in dokumen.paragraphs[5:]]
    assert indents[0] is None
    assert indents[1] is not None
    assert indents[3] is not None


def test_a_bullet_without_its_style_still_shows_its_mark() -> None:
    def fill(dokumen: Dokumen) -> None:
        for style in list(dokumen.styles):
            if style.name in {"List Bullet", "Table Grid"}:
                style.delete()
        dokumen.add_paragraph("{{ narasi.isu_strategis }}")

    narasi = {BagianNarasi.ISU_STRATEGIS: BerkasNarasi("x", "- a\n\n| T |\n|---|\n| u |")}
    hasil = build_lakip(report(), templat(fill=fill), TANGGAL, BahanLakip(narasi=narasi))
    assert text_of(opened(hasil)).splitlines() == ["•a", "T", "u"]


def test_a_table_is_in_the_templates_style_with_a_repeated_head_and_a_number() -> None:
    teks = "Pada {{ tabel }}.\n\nTabel: Batas & <Wilayah>\n\n| Arah | n |\n|---|--:|\n| Utara | 5 |"
    narasi = {BagianNarasi.GAMBARAN_UMUM: BerkasNarasi("x", teks)}
    isi = TEMPLAT.read_bytes()
    dokumen = opened(build_lakip(report(), isi, TANGGAL, BahanLakip(narasi=narasi)))
    text = text_of(dokumen)
    assert "Pada Tabel 1.1." in text
    assert "Tabel 1.1 Batas & <Wilayah>" in text
    (table,) = (x for x in dokumen.tables if x.cell(0, 0).text == "Arah")
    assert table.style is not None
    assert table.style.name == "Tabel LAKIP"
    assert table._tbl.tr_lst[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert table.cell(1, 1).paragraphs[0].alignment is not None
    assert "gambaran umum" not in "\n".join(x for x in text.splitlines() if "[ISI" in x)


def test_two_tables_in_a_row_stay_two() -> None:
    def fill(dokumen: Dokumen) -> None:
        dokumen.add_paragraph("{{ narasi.isu_strategis }}")
        dokumen.add_table(1, 1).cell(0, 0).text = "lain"

    narasi = {BagianNarasi.ISU_STRATEGIS: BerkasNarasi("x", "| T |\n|---|\n| u |")}
    hasil = build_lakip(report(), templat(fill=fill), TANGGAL, BahanLakip(narasi=narasi))
    body = [x.tag.split("}")[1] for x in opened(hasil).element.body]
    assert body[:3] == ["tbl", "p", "tbl"]


def test_a_table_of_a_landscape_part_is_as_wide_as_that_part() -> None:
    def fill(dokumen: Dokumen) -> None:
        dokumen.add_paragraph("{{ narasi.isu_strategis }}")
        section = dokumen.add_section()
        section.page_width, section.page_height = section.page_height, section.page_width
        dokumen.add_paragraph("akhir")

    narasi = {BagianNarasi.ISU_STRATEGIS: BerkasNarasi("x", "| T |\n|---|\n| u |")}
    hasil = build_lakip(report(), templat(fill=fill), TANGGAL, BahanLakip(narasi=narasi))
    dokumen = opened(hasil)
    first = dokumen.sections[0]
    room = (first.page_width or 0) - (first.left_margin or 0) - (first.right_margin or 0)
    width = sum(int(x.get(qn("w:w"))) * 635 for x in dokumen.element.body.iter(qn("w:gridCol")))
    assert abs(width - room) < 1270


def test_a_blank_inside_a_text_is_listed_like_any_other() -> None:
    teks = "Nomor [ISI: nomor peraturan]."
    narasi = {BagianNarasi.TUGAS_FUNGSI: BerkasNarasi("x", teks)}
    hasil = build_lakip(report(), TEMPLAT.read_bytes(), TANGGAL, BahanLakip(narasi=narasi))
    assert any(x.endswith("Tugas, dan Fungsi: nomor peraturan") for x in hasil.kosong)


@pytest.fixture
def contoh_terisi(terhimpun: Path) -> Path:
    """Return the example with everything collected."""
    return terhimpun


def test_mulai_makes_every_text_and_keeps_the_offices_own(kinerja: Kinerja, tmp_path: Path) -> None:
    (tmp_path / "kantor" / "narasi").mkdir(parents=True)
    (tmp_path / "kantor" / "narasi" / "sdm.md").write_text("milik kami", encoding="utf-8")
    assert kinerja("mulai", "kantor").kode == 0
    texts = {x.name: x.read_text(encoding="utf-8") for x in (tmp_path / "kantor/narasi").iterdir()}
    assert set(texts) == {x.berkas for x in BagianNarasi}
    assert texts["sdm.md"] == "milik kami"


def test_a_fault_in_a_text_names_its_file_and_line(kinerja: Kinerja, contoh_terisi: Path) -> None:
    (contoh_terisi / "narasi" / "sdm.md").write_text("satu\n{{ tahn }}", encoding="utf-8")
    result = kinerja("lakip", di=contoh_terisi)
    assert result.kode == 2
    assert result.err.startswith("Galat: narasi/sdm.md baris 2: variabel 'tahn' tidak dikenal.")
    (contoh_terisi / "narasi" / "sdm.md").write_bytes(b"\xff\xfe")
    result = kinerja("lakip", di=contoh_terisi)
    assert result.kode == 2
    assert "narasi/sdm.md: simpan berkas ini dengan encoding UTF-8" in result.err


def test_the_examples_texts_are_printed(kinerja: Kinerja, contoh_terisi: Path) -> None:
    (contoh_terisi / "narasi" / "sdm.md").unlink()
    result = kinerja("lakip", di=contoh_terisi)
    assert result.kode == 0
    text = text_of(Document(str(contoh_terisi / "laporan" / "lakip-2021.docx")))
    assert "Tabel 1.1 Batas Wilayah (contoh)" in text
    assert "Kecamatan Kemlagi pada data contoh ini" in text
    assert "[ISI: jumlah pegawai" in text
