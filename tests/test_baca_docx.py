"""Reading Word files: what a person sees in them, and refusals in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from berkas_docx import W, badan, docx, p, relasi, tc, tr
from berkas_xlsx import build_buku
from kinerja_cli.adapter import baca_docx
from kinerja_cli.adapter.baca_docx import read_docx
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.koreksi.naskah import Naskah, Paragraf, Tabel, place_in, place_of

GAYA = f"""<w:styles xmlns:w="{W}">
<w:style w:styleId="J1"><w:name w:val="heading 1"/><w:outlineLvl w:val="4"/></w:style>
<w:style w:styleId="J2"><w:name w:val="Judul"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="J3"><w:name w:val="Turunan"/><w:basedOn w:val="J2"/></w:style>
<w:style w:styleId="D1"><w:name w:val="toc 1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:styleId="L1"><w:name w:val="Lingkar satu"/><w:basedOn w:val="L2"/></w:style>
<w:style w:styleId="L2"><w:name w:val="Lingkar dua"/><w:basedOn w:val="L1"/></w:style>
<w:lain><w:basedOn w:val="x"/><w:name w:val="heading 1"/><w:outlineLvl w:val="1"/></w:lain>
</w:styles>"""
BERGAYA = {
    "word/styles.xml": GAYA,
    "word/_rels/document.xml.rels": relasi(("styles", "styles.xml")),
}


def read(isi: str, **bagian: str) -> Naskah:
    return read_docx(docx(isi, bagian), "lakip.docx")


def texts(naskah: Naskah) -> list[str]:
    return [x.teks for x in naskah.blok if isinstance(x, Paragraf)]


def gaya(nama: str) -> str:
    return f'<w:pStyle w:val="{nama}"/>'


def test_headings_are_known_by_name_by_outline_and_by_descent() -> None:
    isi = "".join(
        (
            p("Satu", gaya("J1")),
            p("Dua", gaya("J2")),
            p("Tiga", gaya("J3")),
            p("Langsung", '<w:outlineLvl w:val="3"/>'),
            p("Isi", gaya("J1") + '<w:outlineLvl w:val="9"/>'),
            p("Bab satu\t3", gaya("D1")),
            p("Putar", gaya("L1")),
        )
    )
    naskah = read_docx(docx(isi, BERGAYA), "x.docx")
    assert [(x.teks, x.tingkat) for x in naskah.blok if isinstance(x, Paragraf)] == [
        ("Satu", 1),
        ("Dua", 2),
        ("Tiga", 2),
        ("Langsung", 4),
        ("Isi", 0),
        ("Bab satu\t3", 0),
        ("Putar", 0),
    ]
    assert naskah.paragraf[-1].jalur == ("Satu", "Tiga", "Langsung")
    assert "Bab satu\t3" not in [x.teks for x in naskah.paragraf]


def test_a_chapter_typed_without_a_style_is_one() -> None:
    naskah = read(p("BAB III AKUNTABILITAS KINERJA") + p("Bab III memuat capaian.") + p("Isi"))
    assert [x.tingkat for x in naskah.paragraf] == [1, 0, 0]
    assert str(place_of(naskah, naskah.paragraf[2])) == (
        "lakip.docx · BAB III AKUNTABILITAS KINERJA · paragraf 2"
    )


def test_tracked_changes_are_read_as_accepted() -> None:
    naskah = read(
        "<w:p><w:r><w:t>Realisasi </w:t></w:r>"
        "<w:del><w:r><w:delText>naik</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>turun</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t> lama</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:del/></w:rPr><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t>"
        "<w:noBreakHyphen/><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert texts(naskah) == ["Realisasi turun\ta\nb-"]


def test_a_row_deleted_in_tracked_changes_is_gone() -> None:
    naskah = read(f"<w:tbl>{tr(tc('a'))}{tr(tc('b'), sifat='<w:del/>')}{tr()}</w:tbl><w:tbl/>")
    assert len(naskah.tabel) == 1
    assert [[x.teks for x in row] for row in naskah.tabel[0].baris] == [["a"]]


def test_merged_cells_stand_at_each_of_their_places() -> None:
    rows = (
        tr(
            tc("No.", '<w:vMerge w:val="restart"/>'),
            tc("TW I", '<w:gridSpan w:val="2"/>'),
            sifat="<w:tblHeader/>",
        ),
        tr(tc("", "<w:vMerge/>"), tc("T"), tc("R"), sifat="<w:tblHeader/>"),
        tr(tc("1"), tc("5"), sifat='<w:gridBefore w:val="1"/>'),
        tr(tc("x"), sifat='<w:tblHeader w:val="0"/>'),
    )
    (tabel,) = read(p("Tabel 1.1 Uji") + f"<w:tbl>{''.join(rows)}</w:tbl>").tabel
    assert [[x.teks for x in row] for row in tabel.baris] == [
        ["No.", "TW I", "TW I"],
        ["No.", "T", "R"],
        ["", "1", "5"],
        ["x"],
    ]
    assert (tabel.kepala, tabel.header(2), tabel.header(0), tabel.nomor) == (
        2,
        "TW I R",
        "No.",
        "1.1",
    )
    assert tabel.header(9) == ""


def test_a_cell_continued_from_nowhere_is_empty() -> None:
    (tabel,) = read(
        f"<w:tbl>{tr(tc('', '<w:vMerge/>'))}{tr(tc('a'), tc('', '<w:vMerge/>'))}</w:tbl>"
    ).tabel
    assert [[x.teks for x in row] for row in tabel.baris] == [[""], ["a", ""]]


def test_a_caption_may_stand_below_its_table() -> None:
    isi = f"<w:tbl>{tr(tc('a'))}</w:tbl>{p('Tabel 2 Bawah')}{p('teks')}<w:tbl>{tr(tc('b'))}</w:tbl>"
    assert [x.judul for x in read(isi).tabel] == ["Tabel 2 Bawah", ""]


def test_a_table_in_a_cell_and_a_box_in_a_paragraph_are_read_too() -> None:
    dalam = f"<w:tbl>{tr(tc('dalam'))}</w:tbl>"
    kotak = f"<w:p><w:r><w:t>luar</w:t><w:txbxContent>{p('kotak')}</w:txbxContent></w:r></w:p>"
    cadangan = f"<mc:Fallback xmlns:mc='m'>{p('dua kali')}</mc:Fallback>"
    sel = f"<w:tc>{dalam}{p('luar')}</w:tc>"
    naskah = read(f"<w:tbl>{tr(sel)}</w:tbl>{kotak}{cadangan}")
    assert [x.baris[0][0].teks for x in naskah.tabel] == ["dalam", "luar"]
    assert [x.teks for x in naskah.paragraf] == ["kotak", "luar"]


def test_heads_and_feet_of_pages_are_read_once() -> None:
    kepala = f'<w:hdr xmlns:w="{W}">{p("LAKIP 2021")}{p("")}</w:hdr>'
    rels = relasi(
        ("header", "header1.xml"),
        ("header", "header2.xml"),
        ("footer", "hilang.xml"),
        ("styles", "s.xml"),
    )
    bagian = {
        "word/header1.xml": kepala,
        "word/header2.xml": kepala,
        "word/_rels/document.xml.rels": rels,
    }
    naskah = read_docx(docx(p("isi"), bagian), "x.docx")
    assert [(x.teks, x.nomor, x.jalur) for x in naskah.tepi] == [
        ("LAKIP 2021", 0, ("Kepala dan kaki halaman",))
    ]
    assert place_of(naskah, naskah.tepi[0]).sel == ""


def test_the_drafts_page_for_its_writers_is_no_part_of_the_report() -> None:
    naskah = read(p("isi") + p("BAGIAN YANG MASIH HARUS DIISI") + p("daftar"))
    assert texts(naskah) == ["isi", "BAGIAN YANG MASIH HARUS DIISI"]


def test_long_words_are_cut_in_places() -> None:
    naskah = read(p("a " * 200) + f"<w:tbl>{tr(tc('b'))}</w:tbl>")
    assert place_of(naskah, naskah.paragraf[0]).kutipan.endswith("…")
    place = place_in(naskah, naskah.tabel[0], 0, 0)
    assert (place.lembar, place.sel) == ("tabel tanpa nomor", "baris 1, kolom b")


def _one_part(utama: str, isi: str) -> bytes:
    return docx("", {"_rels/.rels": relasi(("officeDocument", utama)), utama: isi})


BUKAN_WORD: dict[str, tuple[bytes, str]] = {
    "kosong": (b"", "berkas kosong"),
    "pdf": (b"%PDF-1.7", "berkas PDF"),
    "doc lama": (b"{\\rtf1 x}", "format Word lama"),
    "buku kerja": (build_buku(), "buku kerja Excel"),
    "zip rusak": (docx(p("x"))[:-40], "rusak"),
    "zip lain": (_one_part("lain/isi.xml", "<a/>").replace(b"word/", b"wort/"), "arsip ZIP"),
    "tanpa isi": (docx("", {"word/document.xml": "", "word/a.xml": "<a/>"}), "rusak"),
    "dokumen di luar word": (_one_part("lain/isi.xml", badan("")), "bukan buku kerja"),
    "bukan dokumen": (docx("", {"word/document.xml": "<a/>"}), "rusak"),
    "doctype": (docx("", {"word/document.xml": "<!DOCTYPE a><a/>"}), "berbahaya"),
    "xml putus": (docx("", {"word/document.xml": badan("")[:-5]}), "rusak"),
}


@pytest.mark.parametrize("nama", BUKAN_WORD)
def test_what_is_no_word_document_is_refused_in_one_sentence(nama: str) -> None:
    isi, sebab = BUKAN_WORD[nama]
    with pytest.raises(KinerjaError, match="tidak dapat dibaca sebagai dokumen Word") as error:
        read_docx(isi, "a.docx")
    assert sebab in str(error.value)


def test_a_table_that_is_all_merged_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baca_docx, "MAKS_SEL", 100)
    lebar = '<w:gridSpan w:val="99999999"/>'
    with pytest.raises(KinerjaError, match="terlalu besar"):
        read(f"<w:tbl>{tr(tc('a', lebar))}{tr(tc('b', lebar))}</w:tbl>")


SUSUNAN = docx(
    p("BAB I PENDAHULUAN", gaya("J1"))
    + f"<w:tbl>{tr(tc('a'), tc('b'))}{tr(tc('1'), tc('2'))}</w:tbl>",
    BERGAYA,
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(SUSUNAN) - 1), st.integers(0, 255)), min_size=1, max_size=6
    )
)
def test_flipped_bytes_are_read_or_refused_and_nothing_else(balik: list[tuple[int, int]]) -> None:
    isi = bytearray(SUSUNAN)
    for at, byte in balik:
        isi[at] = byte
    try:
        naskah = read_docx(bytes(isi), "a.docx")
    except KinerjaError:
        return
    assert all(isinstance(x, Paragraf | Tabel) for x in naskah.blok)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 4000), st.text(alphabet='<>/="wtrcpblm: 01&;', min_size=1, max_size=12))
def test_a_damaged_body_is_read_or_refused_and_nothing_else(at: int, sisipan: str) -> None:
    utuh = badan(p("a", gaya("J1")) + f"<w:tbl>{tr(tc('a'), tc('b', '<w:vMerge/>'))}</w:tbl>")
    at %= len(utuh)
    rusak = docx("", {"word/document.xml": utuh[:at] + sisipan + utuh[at:]})
    try:
        naskah = read_docx(rusak, "a.docx")
    except KinerjaError:
        return
    assert isinstance(naskah, Naskah)
