"""What `kinerja lakip` writes: which report, in which forms, and never over somebody's work."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import zlib
from base64 import b64encode
from collections.abc import Callable, Sequence
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Dokumen
from docx.enum.shape import WD_INLINE_SHAPE
from docx.image.exceptions import UnexpectedEndOfFileError
from docx.image.image import Image
from docx.oxml import OxmlElement

from conftest import Kinerja
from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.lakip import BahanLakip, build_lakip, pdf
from kinerja_cli.adapter.lakip.grafik import Grafik
from kinerja_cli.adapter.lakip.lambang import LambangRusakError, read_lambang
from kinerja_cli.adapter.lakip.svg import draw_svg
from kinerja_cli.domain.narasi.laporan import JenisLaporan
from kinerja_cli.domain.narasi.rangkaian import Rangkaian, Seri
from test_lakip_docx import TANGGAL, TEMPLAT, headings, opened, report, templat, text_of

TRIBULAN = BahanLakip(JenisLaporan.TRIBULAN)


@pytest.fixture
def ruang_asing(terhimpun: Path) -> Path:
    """Return the example with everything collected, and a template that is quickly filled."""
    small = templat("{{ kantor.nama }} {{ tanda_contoh }}", "{{ lambang }}")
    (terhimpun / "templates" / "lakip.docx").write_bytes(small)
    return terhimpun


@pytest.fixture
def ruang(ruang_asing: Path, di_proses_ini: None) -> Path:  # noqa: ARG001
    """Return the same, the template filled without a process of its own."""
    return ruang_asing


def png(lebar: int = 3, tinggi: int = 4) -> bytes:
    """Return a grey picture of this size."""

    def chunk(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    head = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * lebar) * tinggi)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


# The report of a tribulan


def quarter(tribulan: int) -> Dokumen:
    return opened(build_lakip(report(tribulan=tribulan), TEMPLAT.read_bytes(), TANGGAL, TRIBULAN))


@pytest.mark.parametrize(("tribulan", "romawi"), [(1, "I"), (3, "III")])
def test_a_tribulan_has_a_report_of_its_own(tribulan: int, romawi: str) -> None:
    dokumen = quarter(tribulan)
    text = text_of(dokumen)
    assert f"LAPORAN KINERJATRIBULAN {romawi}" in text
    assert f"Laporan Kinerja Tribulan {romawi} Kecamatan Uji Tahun 2021" in text
    assert "LAKIP" not in text
    assert "SEMENTARA" not in text
    assert [x.split(". ")[0] for x in headings(dokumen, 4)] == ["1", "2", "3", "4"]
    assert "Renstra" not in "".join(headings(dokumen, 2) + headings(dokumen, 4))
    (table,) = (x for x in dokumen.tables if f"Tribulan {romawi}" in x.cell(0, 4).text)
    assert [x.text for x in table.rows[2].cells][1:7] == [
        "Indeks kepuasan", "dokumen", "100", "100", "98", "98,00",
    ]  # fmt: skip
    head = dokumen.sections[1].header.paragraphs[0].text
    assert head == f"Laporan Kinerja Tribulan {romawi} Kecamatan Uji Tahun 2021"


def test_letters_of_the_parts_follow_one_another_in_both_reports() -> None:
    for dokumen in (quarter(2), opened(build_lakip(report(), TEMPLAT.read_bytes(), TANGGAL))):
        letters = [x[0] for x in headings(dokumen, 2)]
        for before, here in pairwise(letters):
            assert here in {"A", chr(ord(before) + 1)}


def test_a_named_tribulan_writes_its_report_and_the_year_its_own(
    kinerja: Kinerja, ruang: Path
) -> None:
    assert "laporan/laporan-kinerja-2021-TW2.docx" in kinerja("lakip", "-t", "2", di=ruang).out
    assert "laporan/lakip-2021.docx" in kinerja("lakip", "-t", "4", di=ruang).out
    assert "laporan/lakip-2021.docx" in kinerja("lakip", di=ruang).out


# Edited drafts


def edit(path: Path) -> bytes:
    dokumen = Document(str(path))
    dokumen.add_paragraph("tulisan Sekcam")
    dokumen.save(str(path))
    return path.read_bytes()


@pytest.fixture
def draf(kinerja: Kinerja, ruang: Path) -> Path:
    """Return a draft that somebody edited."""
    assert kinerja("lakip", di=ruang).kode == 0
    path = ruang / "laporan" / "lakip-2021.docx"
    edit(path)
    return path


def test_an_edited_draft_keeps_its_place(kinerja: Kinerja, draf: Path) -> None:
    before = draf.read_bytes()
    result = kinerja("lakip", di=draf.parent.parent)
    assert "laporan/lakip-2021-2.docx" in result.out
    assert draf.read_bytes() == before


def test_timpa_without_a_terminal_leaves_an_edited_draft(kinerja: Kinerja, draf: Path) -> None:
    before = draf.read_bytes()
    result = kinerja("lakip", "--timpa", di=draf.parent.parent)
    assert result.kode == 0
    assert "lakip-2021.docx sudah diubah; tanpa terminal tidak ditimpa." in result.err
    assert "laporan/lakip-2021-2.docx" in result.out
    assert draf.read_bytes() == before


class Layar(StringIO):
    """A person at a terminal who has typed."""

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True


@pytest.mark.parametrize(("jawaban", "ditimpa"), [("ya", True), ("Y", True), ("tidak", False)])
def test_timpa_asks_and_does_what_is_answered(
    kinerja: Kinerja, draf: Path, monkeypatch: pytest.MonkeyPatch, jawaban: str, *, ditimpa: bool
) -> None:
    before = draf.read_bytes()
    monkeypatch.setattr(sys, "stdin", Layar(f"{jawaban}\n"))
    result = kinerja("lakip", "--timpa", di=draf.parent.parent)
    assert result.kode == 0
    assert "lakip-2021.docx sudah diubah orang dan akan hilang. Ketik ya untuk menimpa" in (
        result.err
    )
    assert (draf.read_bytes() != before) is ditimpa
    assert (draf.parent / "lakip-2021-2.docx").exists() is not ditimpa


def test_timpa_asks_nothing_about_what_nobody_edited(kinerja: Kinerja, ruang: Path) -> None:
    for _ in range(2):
        result = kinerja("lakip", "--timpa", di=ruang)
        assert (result.kode, result.err) == (0, "")
    assert [x.name for x in (ruang / "laporan").glob("lakip*")] == ["lakip-2021.docx"]


# Other forms


class Susunan(HTMLParser):
    """Checks that every element is closed in order, and collects what a page refers to."""

    TUNGGAL = frozenset({"meta", "br", "img", "path", "rect", "circle", "polyline"})

    def __init__(self) -> None:
        """Start before the first element."""
        super().__init__()
        self.terbuka: list[str] = []
        self.id: set[str] = set()
        self.tujuan: list[str] = []
        self.unsur: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Note an element, its name and where it leads."""
        known = dict(attrs)
        self.unsur.append(tag)
        self.id |= {str(known["id"])} if "id" in known else set()
        self.tujuan += [str(known[x]) for x in ("href", "src") if x in known]
        if tag not in self.TUNGGAL:
            self.terbuka.append(tag)

    def handle_startendtag(self, tag: str, _: object) -> None:
        """Note an element that closes itself."""
        self.unsur.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Hold an end against the last beginning."""
        assert self.terbuka.pop() == tag


def read_html(teks: str) -> Susunan:
    page = Susunan()
    page.feed(teks)
    page.close()
    assert page.terbuka == []
    return page


@pytest.mark.parametrize("bahan", [BahanLakip(), TRIBULAN])
def test_html_is_one_whole_file_without_foreign_references(bahan: BahanLakip) -> None:
    hasil = build_lakip(report(tribulan=2), TEMPLAT.read_bytes(), TANGGAL, bahan)
    page = read_html(hasil.html)
    assert "http" not in hasil.html
    assert {x for x in page.unsur if x in {"script", "link", "iframe"}} == set()
    assert {x.removeprefix("#") for x in page.tujuan if x.startswith("#")} <= page.id
    assert all(x.startswith(("#", "data:")) for x in page.tujuan)
    assert page.unsur.count("h1") == 1


def test_html_says_what_the_word_file_says() -> None:
    hasil = build_lakip(report(), TEMPLAT.read_bytes(), TANGGAL)
    dokumen = opened(hasil)
    body = re.sub(r"<(title|style|svg).*?</\1>", "", hasil.html, flags=re.DOTALL)
    shown = "".join(unescape(re.sub(r"<[^>]+>", "", body)).split())
    for line in text_of(dokumen).splitlines():
        if not re.search(r"([ivx]|\d)$", line):  # lists end with the numbers of pages
            assert "".join(line.split()) in shown, line
    assert hasil.html.count("<table>") == len(dokumen.tables)


def test_html_keeps_merged_cells_bold_rows_and_a_foreign_text_as_text() -> None:
    def fill(dokumen: Dokumen) -> None:
        table = dokumen.add_table(3, 2)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "tinggi"
        table.cell(2, 0).merge(table.cell(2, 1)).text = "lebar"
        run = dokumen.add_paragraph("<b>&").add_run("tebal")
        run.bold = True
        dokumen.add_paragraph().add_run("miring").italic = True
        off = dokumen.add_paragraph().add_run("biasa")
        off.bold = False
        dokumen.add_paragraph("a\tb").add_run().add_picture(BytesIO(png()))
        dokumen.add_paragraph("bangun").add_run()._r.append(OxmlElement("w:drawing"))

    html = build_lakip(report(), templat(fill=fill), TANGGAL).html
    read_html(html)
    assert '<td rowspan="2">tinggi</td>' in html
    assert '<td colspan="2">lebar</td>' in html
    assert "<p>&lt;b&gt;&amp;<strong>tebal</strong></p>" in html
    assert "<p><em>miring</em></p>" in html
    assert "<p>biasa</p>" in html
    assert "<p>bangun</p>" in html
    assert f"data:image/png;base64,{b64encode(png()).decode()}" in html
    assert "<thead>" not in html


def seri(*nilai: str | None, nama: str = "Capaian <&>") -> Seri:
    return Seri(nama, tuple(None if x is None else Decimal(x) for x in nilai))


@pytest.mark.parametrize("garis", [True, False])
def test_pictures_show_each_figure_and_no_figure_where_there_is_none(*, garis: bool) -> None:
    rangkaian = Rangkaian(("a<", "b", "c"), (seri("98.5", None, "1667"), seri("0", "1", None)))
    svg = draw_svg(Grafik(rangkaian, "uji", garis=garis))
    read_html(svg)
    texts = re.findall(r">([^<]+)</text>", svg)
    assert {"98,50", "1.667,00", "0,00", "1,00", "a&lt;", "Capaian &lt;&amp;&gt;"} <= set(texts)
    assert svg.count("<circle") == (4 if garis else 0)
    assert svg.count("<rect") == (2 if garis else 6)  # two of them in the legend
    assert [x for x in map(float, re.findall(r'y="(-?[\d.]+)"', svg)) if not 0 <= x <= 270] == []


def test_a_very_large_figure_still_has_few_lines() -> None:
    svg = draw_svg(Grafik(Rangkaian(("a", "b"), (seri("9000", "1"),)), "uji"))
    assert svg.count("<path") == 3


def test_the_forms_asked_for_are_written(
    kinerja: Kinerja, ruang_asing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja_cli.alur.lakip.convert_pdf", lambda _: b"%PDF-1.7 uji")
    result = kinerja("lakip", "--format", "PDF, html,docx", di=ruang_asing)
    assert result.kode == 0
    found = sorted(x.name for x in (ruang_asing / "laporan").glob("lakip*"))
    assert found == ["lakip-2021.docx", "lakip-2021.html", "lakip-2021.pdf"]
    text = (ruang_asing / "laporan" / "lakip-2021.html").read_text(encoding="utf-8")
    assert "DATA CONTOH" in text
    assert '<html lang="id">' in text


@pytest.mark.parametrize("bentuk", ["odt", "docx,odt", " , "])
def test_an_unknown_form_is_refused(kinerja: Kinerja, contoh: Path, bentuk: str) -> None:
    result = kinerja("lakip", "--format", bentuk, di=contoh)
    assert result.kode == 2
    assert "yang ada: docx, html, pdf." in result.err


# PDF


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Path], object]], None]:
    """Put something else in LibreOffice's place: it is given the folder to convert in."""

    def use(jalan: Callable[[Path], object]) -> None:
        def run(argv: Sequence[str], **_: object) -> None:
            jalan(Path(argv[-1]).parent)

        monkeypatch.setattr(subprocess, "run", run)
        monkeypatch.setattr(pdf, "find_libreoffice", lambda: Path("soffice"))

    return use


def test_pdf_is_what_libreoffice_left(program: Callable[..., None]) -> None:
    program(lambda folder: (folder / "draf.pdf").write_bytes(b"%PDF-1.7"))
    assert pdf.convert_pdf(b"docx") == b"%PDF-1.7"


def fail(error: Exception) -> Callable[[Path], object]:
    def run(_: Path) -> object:
        raise error

    return run


@pytest.mark.parametrize(
    ("jalan", "kata"),
    [
        (lambda _: None, "tidak menghasilkan berkas"),
        (lambda folder: (folder / "draf.pdf").write_bytes(b"x"), "tidak menghasilkan berkas"),
        (fail(subprocess.TimeoutExpired("soffice", 1)), "tidak selesai dalam 180 detik"),
        (fail(subprocess.CalledProcessError(1, "soffice")), "gagal dijalankan"),
        (fail(OSError("x")), "gagal dijalankan"),
    ],
)
def test_a_pdf_that_did_not_come_is_told(
    program: Callable[..., None], jalan: Callable[[Path], object], kata: str
) -> None:
    program(jalan)
    with pytest.raises(pdf.PdfError, match=kata):
        pdf.convert_pdf(b"docx")


def test_libreoffice_is_found_on_the_path_or_where_windows_puts_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.delenv("ProgramFiles(x86)", raising=False)
    assert pdf.find_libreoffice() is None
    there = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    there.parent.mkdir(parents=True)
    there.write_bytes(b"")
    assert pdf.find_libreoffice() == there
    program = tmp_path / ("soffice.exe" if sys.platform == "win32" else "soffice")
    program.write_bytes(b"")
    program.chmod(0o755)
    assert pdf.find_libreoffice() == program


def test_without_libreoffice_the_word_draft_is_still_written(
    kinerja: Kinerja, ruang: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    result = kinerja("lakip", "--format", "pdf", di=ruang)
    assert result.kode == 2
    assert "LibreOffice tidak ditemukan di komputer ini" in result.err
    assert "Sudah ditulis: laporan/lakip-2021.docx." in result.err
    draf = ruang / "laporan" / "lakip-2021.docx"
    (ruang / "templates" / "lakip.docx").write_bytes(templat("lain"))
    assert draf.exists()
    assert "lakip-2021.docx" in kinerja("lakip", di=ruang).out
    assert Document(str(draf)).paragraphs[0].text == "lain"


# The emblem


def test_the_emblem_stands_on_the_cover_in_every_form() -> None:
    lambang = read_lambang("lambang.png", png(30, 40))
    hasil = build_lakip(report(), TEMPLAT.read_bytes(), TANGGAL, BahanLakip(lambang=lambang))
    (shape,) = (x for x in opened(hasil).inline_shapes if x.type == WD_INLINE_SHAPE.PICTURE)
    assert (round(shape.width.mm, 1), round(shape.height.mm, 1)) == (22.5, 30.0)
    assert shape._inline.docPr.get("descr") == "Lambang daerah"
    assert not any("lambang" in x for x in hasil.kosong)
    assert '<img alt="Lambang daerah" src="data:image/png;base64,' in hasil.html
    ids = [x.get("id") for x in opened(hasil).element.body.iter(f"{{{WP}}}docPr")]
    assert len(ids) == len(set(ids))


WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def test_a_wide_emblem_stays_within_the_cover() -> None:
    lambang = read_lambang("lambang.png", png(300, 10))
    assert round(lambang.lebar / 36000) == 60
    assert round(lambang.tinggi / 36000) == 2


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"GIF89a", "bukan gambar PNG atau JPG"),
        (png()[:20], "rusak atau tidak utuh"),
        (b"\xff\xd8\xff", "rusak atau tidak utuh"),
        (png(3, 0), "rusak atau tidak utuh"),
        (png(0, 3), "rusak atau tidak utuh"),
        (png() + b"\0" * 5_000_000, "lebih besar dari 5 MB"),
    ],
)
def test_a_picture_that_cannot_be_used_is_told(isi: bytes, kata: str) -> None:
    with pytest.raises(LambangRusakError, match=f"Lambang 'lambang.png' {kata}"):
        read_lambang("lambang.png", isi)


def test_the_emblem_is_named_in_kinerja_toml(kinerja: Kinerja, ruang: Path) -> None:
    toml = ruang / "kinerja.toml"
    text = toml.read_text(encoding="utf-8")
    assert 'lambang = ""' in text
    toml.write_text(text.replace('lambang = ""', 'lambang = "gambar/logo.png"'), encoding="utf-8")
    result = kinerja("lakip", di=ruang)
    assert result.kode == 2
    assert "Lambang 'gambar/logo.png' tidak ada di ruang kerja." in result.err
    (ruang / "gambar").mkdir()
    (ruang / "gambar" / "logo.png").write_bytes(png())
    result = kinerja("lakip", di=ruang)
    assert result.kode == 0
    assert "lambang" not in result.out
    assert "lambang" in shipped("templates/kinerja.toml").read_text(encoding="utf-8")


def test_the_library_says_of_a_cut_picture_what_we_expect() -> None:
    with pytest.raises(UnexpectedEndOfFileError):
        Image.from_blob(png()[:20])
