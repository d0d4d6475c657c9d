"""Texts from anybody on the whole road: words in every workbook, paper, page, file and line."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from conftest import Jalan, Kinerja
from isi_formulir import fill_form
from kantor_lain import indikator_row, write_ruang
from kinerja_cli.adapter.tabel_csv import AWALAN_RUMUS
from kinerja_cli.domain.nama_berkas import NAMA_TERPANJANG

RUMUS = "=cmd|' /C calc'!A0"
KODE = "=HYPERLINK(1)"
JINJA, SKRIP = "{{ 7 * 7 }} {% raw %}", "<script>alert(1)</script><img src=x onerror=alert(2)>"
LAYAR = "\x1b[2J\x9b31m\u202e\u2066\u200b[red][/]"
NAKAL = f"{RUMUS} {JINJA} {SKRIP} {LAYAR}"
AWALAN = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "<r>x</r>", "{=A1}", "http://a.id")
PANJANG = "p" * 300
PERINTAH: tuple[tuple[str, ...], ...] = (
    ("periksa",),
    ("buat-format", "-t", "1"),
    ("himpun",),
    ("status",),
    ("analisis", "--csv", "tabel", "--rinci"),
    ("analisis", "--unit", "NUL"),
    ("lakip", "--format", "docx,html"),
    ("koreksi", "laporan/lakip-2021.docx"),
    ("surat", "nota-dinas"),
    ("surat", "penyampaian-format", "-t", "1"),
    ("surat", "notulen"),
    ("tahap", "selesai", "7", "--oleh", NAKAL, "--catatan", NAKAL, "--berkas", "kinerja.toml"),
    ("tahap", "--rinci"),
    ("tahap", "cetak"),
    ("dokumen", "catat", "iku", "--berkas", "masuk/[red]=1.xlsx"),
    ("dokumen",),
    ("reviu",),
    ("arsip", "2021"),
    ("arsip", "periksa", "arsip/arsip-kinerja-2021.zip"),
    ("periksa", "--arsip"),
    ("tarik", "NUL", "-t", "1", "--alasan", NAKAL),
    # What each of them says where it cannot run
    ("himpun", f"tidak ada {LAYAR}"),
    ("analisis", "--unit", NAKAL),
    ("buat-format", "-t", "1", "--unit", NAKAL),
    ("surat", NAKAL),
    ("templat", "salin", NAKAL),
    ("templat", "periksa", NAKAL),
    ("dokumen", "catat", NAKAL, "--berkas", "kinerja.toml"),
    ("lakip", "--format", NAKAL),
    ("koreksi", NAKAL),
    (NAKAL,),
    ("status", f"--{NAKAL}"),
    ("status", "-t", NAKAL),
    ("status", "--ruang", NAKAL),
)


@dataclass(frozen=True, slots=True)
class Kantor:
    """A workspace full of such texts after the whole road, and what each command said."""

    ruang: Path
    jalan: dict[tuple[str, ...], Jalan]


def make_ruang(akar: Path) -> Path:
    """Write the plan of an office whose every text wants to be something else."""
    rows = [
        indikator_row("A", NAKAL, NAKAL, "5", Rumus=NAKAL, Definisi_Operasional=NAKAL,
                      Sumber_Data=NAKAL, Pembanding=NAKAL, IKU="ya", Unit=KODE),
        indikator_row(KODE, "Ukuran", "nilai", "5", Unit="NUL"),
        *(indikator_row(f"B{ke}", x, x, "5", Unit="NUL") for ke, x in enumerate(AWALAN)),
    ]  # fmt: skip
    return write_ruang(
        akar,
        rows,
        unit=[
            {"Kode": KODE, "Nama Unit": NAKAL, "Nama Pejabat": NAKAL, "Pangkat": NAKAL},
            {"Kode": "NUL", "Nama Unit": f"{PANJANG}. . ", "Nama Pejabat": PANJANG},
        ],
        cascading=[
            {"Kode": "S1", "Jenjang": "sasaran", "Uraian": NAKAL},
            {"Kode": "P1", "Jenjang": "program", "Uraian": NAKAL, "Kode Induk": "S1"},
        ],
    )


@pytest.fixture(scope="module")
def akar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the module's one workspace."""
    return tmp_path_factory.mktemp("nakal") / "r"


@pytest.fixture
def kantor(kinerja: Kinerja, akar: Path, _selesai: dict[tuple[str, ...], Jalan]) -> Kantor:
    """Run every command once and return what there is then."""
    if not _selesai:
        make_ruang(akar)
        for argv in PERINTAH:
            _selesai[argv] = kinerja(*argv, di=akar)
            if argv[0] == "buat-format":
                hand_in(akar)
    return Kantor(akar, _selesai)


@pytest.fixture(scope="module")
def _selesai() -> dict[tuple[str, ...], Jalan]:
    """Return what the commands said, once they ran."""
    return {}


def hand_in(akar: Path) -> None:
    """Fill in the forms as somebody does who means no good."""
    for ke, form in enumerate(sorted((akar / "format").rglob("*.xlsx"))):
        kode = [KODE, *(f"B{x}" for x in range(len(AWALAN)))] if "NUL" in form.name else ["A"]
        fill_form(
            form,
            akar / "masuk" / f"[red]={ke}.xlsx",
            dict.fromkeys(kode, 4),
            keterangan="x " + NAKAL.replace("\x1b", "").replace("\x9b", ""),
        )
    (akar / "masuk" / f"[b]{'b' * 200}.xlsx").write_bytes(b"bukan")


def parts(kantor: Kantor, pola: str) -> dict[str, bytes]:
    """Return every part of every package that was written, by its file and name."""
    found: dict[str, bytes] = {}
    for path in sorted(kantor.ruang.rglob(pola)):
        if not {"masuk", ".kinerja"} & set(path.parts) and path.name != "rencana-2021.xlsx":
            with zipfile.ZipFile(path) as paket:
                found |= {f"{path.name}/{x}": paket.read(x) for x in paket.namelist()}
    return found


def test_every_command_ran_or_said_in_one_line_why_not(kantor: Kantor) -> None:
    for argv, one in kantor.jalan.items():
        assert one.kode in {0, 1, 2}, (argv, one.err)
        assert not re.search(r"\b(?:not|invalid|such|does)\b", one.err.lower()), one.err
        if one.kode == 2:
            assert len(one.err.splitlines()) == 1, (argv, one.err)
    ran = [argv for argv, one in kantor.jalan.items() if one.kode == 2]
    assert ran == list(PERINTAH[-len(ran) :])


def test_no_text_steers_the_terminal(kantor: Kantor) -> None:
    steers = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
    for argv, one in kantor.jalan.items():
        assert not steers.search(one.out + one.err), argv
    assert "[red]" in kantor.jalan["himpun",].out


def test_no_text_becomes_a_formula_or_link_in_a_workbook(kantor: Kantor) -> None:
    books = parts(kantor, "*.xlsx")
    assert {x.partition("/")[0] for x in books if "himpunan" in x or "analisis" in x}
    own = re.compile(r"(?:cmd|HYPERLINK|calc|alert|1\+1|SUM\(1\))")
    for nama, isi in books.items():
        for rumus in re.findall(rb"<(?:c:)?f>(.*?)</(?:c:)?f>", isi, re.DOTALL):
            assert not own.search(rumus.decode()), nama
        assert b"ddeLink" not in isi
        assert b'TargetMode="External"' not in isi, nama
    assert any(b"cmd|" in isi for isi in books.values())


def test_texts_stay_whole_in_the_workbooks(kantor: Kantor) -> None:
    (path,) = kantor.ruang.glob("laporan/himpunan*.xlsx")
    cells = {
        (str(x.value), x.data_type)
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for x in row
    }
    for teks in AWALAN:
        assert any(teks.strip() in nilai and jenis == "s" for nilai, jenis in cells), teks


def test_no_cell_of_a_table_begins_a_formula(kantor: Kantor) -> None:
    tables = list((kantor.ruang / "tabel").glob("*.csv"))
    assert len(tables) == 5
    for path in tables:
        for line in path.read_text(encoding="utf-8").splitlines():
            for cell in re.findall(r'(?:^|,)"?([^,"]+)', line):
                is_number = re.fullmatch(r"-?[\d.]+", cell)
                assert is_number or not cell.startswith(AWALAN_RUMUS), (path, cell)


class Halaman(HTMLParser):
    """Counts what a browser would run or fetch."""

    def __init__(self, isi: str) -> None:
        """Read a page."""
        super().__init__()
        self.berbahaya: list[str] = []
        self.teks: list[str] = []
        self.feed(isi)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of what runs or fetches by its name or by an attribute."""
        known = {x for x, _ in attrs}
        if tag in {"img", "iframe", "object", "embed", "link", "base"} or any(
            x.startswith("on") for x in known
        ):
            self.berbahaya.append(self.get_starttag_text() or tag)

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.teks.append(data)


@pytest.mark.parametrize("pola", ["dasbor-*.html", "lakip-*.html"])
def test_no_text_runs_in_a_page(kantor: Kantor, pola: str) -> None:
    (path,) = kantor.ruang.glob(f"laporan/{pola}")
    isi = path.read_text(encoding="utf-8")
    halaman = Halaman(isi)
    assert halaman.berbahaya == []
    assert SKRIP in "".join(halaman.teks)
    assert JINJA in "".join(halaman.teks)
    assert "<script>alert" not in isi


def test_no_text_is_markup_or_field_in_a_paper(kantor: Kantor) -> None:
    for nama, isi in parts(kantor, "*.docx").items():
        assert b"<script" not in isi, nama
        for field in re.findall(rb"<w:instrText[^>]*>(.*?)</w:instrText>", isi):
            assert b"cmd" not in field, nama
        assert b"TargetMode" not in isi or b"a.id" not in isi, nama
    text = "\n".join(
        x.text for x in Document(str(kantor.ruang / "laporan/lakip-2021.docx")).paragraphs
    )
    assert JINJA in text
    assert SKRIP in text
    assert "49" not in re.sub(r"\d+,\d+|\d{3,}", "", text)


def test_every_name_on_disk_suits_windows(kantor: Kantor) -> None:
    """Also where somebody else gave the name: only what lies in masuk/ is theirs."""
    forbidden = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u202e]|[ .]$')
    device = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
    made = [x for x in kantor.ruang.rglob("*") if "masuk" not in x.parts]
    assert len(made) > 20
    for path in made:
        assert not forbidden.search(path.name), path.name
        assert not device.match(path.name), path.name
        assert len(path.stem) <= NAMA_TERPANJANG + len(" - pesan"), path.name


def test_names_in_the_archive_are_as_harmless(kantor: Kantor) -> None:
    isi = (kantor.ruang / "arsip/arsip-kinerja-2021.zip").read_bytes()
    names = zipfile.ZipFile(BytesIO(isi)).namelist()
    assert len(names) > 10
    for nama in names:
        assert not nama.startswith("/")
        assert not {"..", "", "."} & set(nama.split("/"))
        assert not re.search(r'[<>:"\\|?*\x00-\x1f]', nama), nama
