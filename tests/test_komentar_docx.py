"""Comments in a copy: at their paragraphs, beside the comments of others, nothing else changed."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from berkas_docx import PAKET, W, badan, docx, p, relasi, tc, tr
from berkas_xlsx import with_far_part
from kinerja_cli.adapter import komentar_docx
from kinerja_cli.adapter.komentar_docx import PENULIS, Komentar, add_comments
from kinerja_cli.domain.galat import KinerjaError

DIBUAT = datetime(2022, 2, 3, 9, 15, tzinfo=UTC)
NAKAL = "=1+1 <b> & {{ x }} ]]> \x0b Rp1"


def comment(isi: bytes, *komentar: Komentar) -> bytes:
    return add_comments(isi, "a.docx", komentar, DIBUAT)


def parts(isi: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(BytesIO(isi)) as paket:
        return {x: paket.read(x) for x in paket.namelist()}


def anchored(isi: bytes) -> list[tuple[str, str, str]]:
    """Return author, text, and the words that each comment stands at."""
    dokumen = Document(BytesIO(isi))
    words = {}
    for paragraf in dokumen.element.body.iter(f"{{{W}}}p"):
        for mark in paragraf.findall(f"{{{W}}}commentRangeStart"):
            texts = [x.text or "" for x in paragraf.iter(f"{{{W}}}t")]
            words[int(mark.get(f"{{{W}}}id"))] = "".join(texts)
    return [(x.author, x.text, words[x.comment_id]) for x in dokumen.comments]


def test_a_comment_stands_at_its_paragraph_with_its_lines() -> None:
    isi = docx(p("satu") + p("dua", "<w:keepNext/>") + f"<w:tbl>{tr(tc('tiga'))}</w:tbl>")
    copy = comment(isi, Komentar(2, ("a", NAKAL)), Komentar(3, ("b",)), Komentar(2, ("c",)))
    plain = NAKAL.replace("\x0b", "")
    assert anchored(copy) == [
        (PENULIS, f"a\n{plain}", "dua"),
        (PENULIS, "b", "tiga"),
        (PENULIS, "c", "dua"),
    ]


def test_nothing_else_of_the_file_changes() -> None:
    isi = docx(p("satu"), {"word/media/foto.jpg": b"\xff\xd8\xff"})
    before, after = parts(isi), parts(comment(isi, Komentar(1, ("a",))))
    changed = {x for x in after if before.get(x) != after[x]}
    assert changed == {
        "[Content_Types].xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
    }


def test_an_empty_paragraph_a_text_box_and_a_page_head_have_a_place_for_comments() -> None:
    kotak = f"<w:p><w:r><w:t>luar</w:t><w:txbxContent>{p('kotak')}</w:txbxContent></w:r></w:p>"
    isi = docx(kotak + "<w:p/><w:p><w:pPr><w:keepNext/></w:pPr></w:p><w:p></w:p>")
    copy = comment(isi, *(Komentar(x, (str(x),)) for x in (0, 2, 3, 4, 5)))
    assert [(teks, words) for _, teks, words in anchored(copy)] == [
        ("0", "luarkotak"),
        ("2", "luarkotak"),
        ("3", ""),
        ("4", ""),
        ("5", ""),
    ]


def test_comments_of_others_stay_and_those_of_an_earlier_run_go() -> None:
    lama = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="Sekcam">{p("periksa")}'
        '</w:comment><w:comment w:id="x" w:author="y"/></w:comments>'
    )
    tanda = '<w:commentRangeStart w:id="7"/>'
    bagian = {
        "word/catatan.xml": lama,
        "word/_rels/document.xml.rels": relasi(("comments", "catatan.xml")),
    }
    isi = docx(f"<w:p>{tanda}<w:r><w:t>satu</w:t></w:r></w:p>", bagian)
    once = comment(isi, Komentar(1, ("a",)))
    twice = comment(once, Komentar(1, ("b",)))
    catatan = parts(twice)["word/catatan.xml"].decode()
    assert "periksa" in catatan
    assert 'w:id="8"' in catatan
    assert [x for x in ("a", "b") if f">{x}</w:t>" in catatan] == ["b"]
    assert parts(twice)["word/document.xml"].count(b"commentReference") == 1


def test_an_empty_list_of_comments_is_filled() -> None:
    bagian = {
        "word/comments.xml": f'<w:comments xmlns:w="{W}"/>',
        "word/_rels/document.xml.rels": relasi(("comments", "comments.xml")),
    }
    copy = comment(docx(p("satu"), bagian), Komentar(1, ("a",)))
    assert b'w:id="0"' in parts(copy)["word/comments.xml"]


def test_a_strict_document_gets_strict_comments() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    isi = docx("", {"word/document.xml": badan(p("a")).replace(W, strict)})
    copy = parts(comment(isi, Komentar(1, ("a",))))
    assert strict.encode() in copy["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument" in copy["word/_rels/document.xml.rels"]


def test_a_document_without_paragraphs_stays_without_marks() -> None:
    copy = comment(docx("<w:sectPr/>"), Komentar(1, ("a",)))
    assert b"commentRange" not in parts(copy)["word/document.xml"]


JENIS_ANEH = f'<Types xmlns="{PAKET}/content-types"/>'
TAK_DAPAT: dict[str, bytes] = {
    "utf-16": docx("", {"word/document.xml": badan(p("a")).encode("utf-16")}),
    "tanpa jenis isi": docx(p("a"), {"[Content_Types].xml": ""}),
    "jenis isi lain": docx(p("a"), {"[Content_Types].xml": "<a/>"}),
    "komentar rusak": docx(
        p("a"),
        {
            "word/comments.xml": "<a><b></a>",
            "word/_rels/document.xml.rels": relasi(("comments", "comments.xml")),
        },
    ),
    "bukan dokumen": docx("", {"word/document.xml": "<!DOCTYPE a><a/>", "_rels/.rels": ""}),
}


@pytest.mark.parametrize("nama", TAK_DAPAT)
def test_what_cannot_be_commented_is_refused_in_one_sentence(nama: str) -> None:
    with pytest.raises(KinerjaError, match="tidak dapat dibaca"):
        comment(TAK_DAPAT[nama], Komentar(1, ("a",)))


def test_content_types_in_a_single_tag_are_opened() -> None:
    copy = comment(docx(p("a"), {"[Content_Types].xml": JENIS_ANEH}), Komentar(1, ("a",)))
    assert b"/word/comments.xml" in parts(copy)["[Content_Types].xml"]


def test_a_bomb_among_the_pictures_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(komentar_docx, "MAKS_BYTE", 1000)
    isi = docx(p("a"), {"word/media/a.bin": b"\0" * 4000})
    with pytest.raises(KinerjaError, match="rusak"):
        comment(isi, Komentar(1, ("a",)))


def test_a_picture_farther_than_a_file_reaches_is_refused() -> None:
    isi = with_far_part(docx(p("a"), {"word/media/a.bin": "abc"}), "word/media/a.bin")
    with pytest.raises(KinerjaError, match="rusak"):
        comment(isi, Komentar(1, ("a",)))


SUSUNAN = docx(
    p("a") + "<w:p/>" + f"<w:tbl>{tr(tc('b'))}</w:tbl>", {"word/media/a.bin": b"abc" * 30}
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SUSUNAN) - 1), st.integers(0, 255)), max_size=5))
def test_flipped_bytes_give_a_copy_or_a_refusal_and_nothing_else(
    balik: list[tuple[int, int]],
) -> None:
    isi = bytearray(SUSUNAN)
    for at, byte in balik:
        isi[at] = byte
    try:
        copy = comment(bytes(isi), Komentar(2, ("x",)))
    except KinerjaError:
        return
    assert b"x" in parts(copy)["word/comments.xml"]
