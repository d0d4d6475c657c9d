"""kinerja surat: papers from templates, and numbers that are never given twice."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document as Dokumen
from docx.oxml.ns import qn
from docx.shared import Length

from buat_templat_surat import SUMBER, build_all
from conftest import Jalan, Kinerja
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.surat import JenisSurat

TEMPLAT = Path(__file__).resolve().parent.parent / "templates" / "surat"


def text_of(path: Path) -> str:
    """Return every text of a document, its tables included."""
    dokumen = docx.Document(str(path))
    texts = [x.text for x in dokumen.paragraphs]
    texts += [x.text for table in dokumen.tables for row in table.rows for x in row.cells]
    return "\n".join(texts)


def touching_tables(dokumen: Dokumen) -> list[str]:
    """Return the tables that Word would join with the one above, or that end the document."""
    body = [x for x in dokumen.element.body if x.tag != qn("w:sectPr")]
    pairs = zip(body, [*body[1:], body[-1]], strict=True)
    return ["".join(x.itertext()) for x, y in pairs if {x.tag, y.tag} == {qn("w:tbl")}]


def size_in_mm(panjang: Length | None) -> int:
    """Return a length in whole millimetres; Word keeps twentieths of a point."""
    return round(panjang.mm) if panjang else 0


def papers(kinerja: Kinerja, ruang: Path, *argv: str | Path) -> list[Any]:
    """Make papers and return what the program says of them."""
    result = kinerja("surat", *argv, "--json", di=ruang)
    assert result.kode == 0, result.err
    found: list[Any] = result.json["surat"]
    return found


def numbers(found: Sequence[Any]) -> list[str]:
    """Return the numbers of papers."""
    return [x["nomor"] for x in found]


def test_the_shipped_templates_are_as_generated() -> None:
    built = build_all(SUMBER.read_text(encoding="utf-8"))
    assert {x.name: x.read_bytes() for x in TEMPLAT.glob("*.docx")} == built
    assert {f"{x.kata}.docx" for x in JenisSurat} | {"register-tahap.docx"} == set(built)


@pytest.mark.parametrize("jenis", [x.kata for x in JenisSurat])
def test_every_paper_has_the_letterhead_and_leaves_no_tag(
    kinerja: Kinerja, contoh: Path, jenis: str
) -> None:
    found = papers(kinerja, contoh, jenis, "--tanggal", "20-01-2022")
    for one in found:
        text = text_of(contoh / one["berkas"])
        assert "KECAMATAN KEMLAGI" in text
        assert "{" not in text
        assert one["tanggal"] == "2022-01-20"
        dokumen = docx.Document(str(contoh / one["berkas"]))
        assert touching_tables(dokumen) == []
        section = dokumen.sections[0]
        assert "DATA CONTOH" in section.header.paragraphs[0].text
        assert {size_in_mm(x) for x in (section.page_width, section.page_height)} == {215, 330}
    assert len(found) == (6 if jenis in {"penyampaian-format", "teguran"} else 1)


@pytest.mark.parametrize("jenis", ["teguran", "daftar-hadir", "notulen", "pengantar"])
def test_no_page_break_falls_into_a_signature(kinerja: Kinerja, contoh: Path, jenis: str) -> None:
    (one, *_) = papers(kinerja, contoh, jenis, "--tanggal", "20-01-2022")
    table = docx.Document(str(contoh / one["berkas"])).tables[-1]
    assert "Nama Camat" in "".join(x.text for row in table.rows for x in row.cells)
    for row in table.rows:
        assert row._tr.find(f".//{qn('w:cantSplit')}") is not None
    kept = [x.paragraph_format.keep_with_next for row in table.rows for y in row.cells
            for x in y.paragraphs]  # fmt: skip
    assert len(table.rows) == 1 or all(kept)


def test_paper_follows_the_office(kinerja: Kinerja, contoh: Path) -> None:
    toml = contoh / "kinerja.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"F4"\n', '"A4"\n'), encoding="utf-8")
    (one,) = papers(kinerja, contoh, "tanda-terima")
    section = docx.Document(str(contoh / one["berkas"])).sections[0]
    assert [size_in_mm(x) for x in (section.page_width, section.page_height)] == [297, 210]


def test_every_unit_gets_its_form_with_deadline_and_number(kinerja: Kinerja, contoh: Path) -> None:
    kinerja("buat-format", "-t", "2", di=contoh)
    found = papers(kinerja, contoh, "penyampaian-format", "--tanggal", "5-7-2021")
    assert [x["unit"] for x in found] == ["PEM", "PMAS", "KAMTIB", "YAN", "UMPEG", "PROGKEU"]
    assert numbers(found) == [f"800/{x}/416-315/2021" for x in range(1, 7)]
    assert found[0]["kosong"] == []
    text = text_of(contoh / found[3]["berkas"])
    for words in ("Kepala Seksi Pelayanan", "10 Juli 2021", "Tribulan II", "YAN - Seksi Pelayanan"):
        assert words in text


def test_only_late_units_are_reminded_and_a_refusal_is_told(kinerja: Kinerja, contoh: Path) -> None:
    path = contoh / "masuk" / "TW1" / "Seksi Pelayanan.xlsx"
    buku = openpyxl.load_workbook(path)
    row = next(x for x in range(1, 60) if buku["Data Kinerja"].cell(x, 8).value == "IK-S1-1")
    buku["Data Kinerja"].cell(row, 6).value = "n/a"
    buku.save(path)
    (contoh / "masuk" / "TW1" / "Seksi Pemerintahan.xlsx").unlink()
    kinerja("himpun", "masuk/TW1", di=contoh)
    assert papers(kinerja, contoh, "teguran", "-t", "1", "--tanggal", "10-4-2021") == []
    shown = kinerja("surat", "teguran", "-t", "1", "--tanggal", "10-4-2021", di=contoh)
    assert shown.out == "Tidak ada unit yang memerlukan surat ini.\n"
    found = papers(kinerja, contoh, "teguran", "--tanggal", "12-4-2021")
    assert [x["unit"] for x in found] == ["PEM", "YAN"]
    refused, missing = (text_of(contoh / x["berkas"]) for x in reversed(found))
    assert "memuat 1 kesalahan" in refused
    assert "lewat 2 hari" in refused
    assert "belum menyampaikan" in missing


def test_a_letter_made_again_keeps_its_number_and_date(kinerja: Kinerja, contoh: Path) -> None:
    first = papers(kinerja, contoh, "nota-dinas", "--tanggal", "3-1-2022")
    assert papers(kinerja, contoh, "nota-dinas") == first
    moved = papers(kinerja, contoh, "nota-dinas", "--tanggal", "4-1-2022")
    assert (numbers(moved), moved[0]["tanggal"]) == (numbers(first), "2022-01-04")
    assert papers(kinerja, contoh, "nota-dinas") == moved
    other_year = kinerja("surat", "nota-dinas", "--tanggal", "4-1-2023", di=contoh)
    assert other_year.kode == 2
    assert "--nomor" in other_year.err


REMINDER = ("teguran", "-t", "1", "--unit", "YAN")


def test_a_further_reminder_has_its_own_number_and_file_and_names_those_before(
    kinerja: Kinerja, contoh: Path
) -> None:
    (first,) = papers(kinerja, contoh, *REMINDER, "--tanggal", "12-4-2021")
    (second,) = papers(kinerja, contoh, *REMINDER, "--tanggal", "19-4-2021", "--lagi")
    (third,) = papers(kinerja, contoh, *REMINDER, "--tanggal", "26-4-2021", "--lagi")
    assert [x["kali"] for x in (first, second, third)] == [1, 2, 3]
    assert numbers([first, second, third]) == [f"800/{x}/416-315/2021" for x in (1, 2, 3)]
    assert [x["berkas"] for x in (first, second, third)] == [
        f"laporan/surat/teguran-{x}2021-TW1-YAN.docx" for x in ("", "II-", "III-")
    ]
    before, after = (text_of(contoh / x["berkas"]) for x in (first, third))
    assert "Teguran I Penyampaian" in before
    assert "menindaklanjuti" not in before
    assert "Teguran III Penyampaian" in after
    assert (
        "Surat ini menindaklanjuti Teguran I Nomor 800/1/416-315/2021 tanggal 12 April 2021 dan "
        "Teguran II Nomor 800/2/416-315/2021 tanggal 19 April 2021."
    ) in after
    assert "teguran III" in kinerja("surat", di=contoh).out


def test_asking_for_a_further_letter_twice_burns_no_number(kinerja: Kinerja, contoh: Path) -> None:
    papers(kinerja, contoh, *REMINDER, "--tanggal", "12-4-2021")
    further = (*REMINDER, "--tanggal", "19-4-2021", "--lagi")
    second = papers(kinerja, contoh, *further)
    assert papers(kinerja, contoh, *further) == second
    assert papers(kinerja, contoh, *REMINDER) == second
    assert len(kinerja("surat", "--json", di=contoh).json["surat"]) == 2


def test_a_unit_that_was_never_reminded_gets_the_first_reminder(
    kinerja: Kinerja, contoh: Path
) -> None:
    papers(kinerja, contoh, *REMINDER, "--tanggal", "12-4-2021")
    found = papers(kinerja, contoh, "teguran", "-t", "1", "--tanggal", "19-4-2021", "--lagi")
    assert {x["unit"]: x["kali"] for x in found} == {
        "PEM": 1, "PMAS": 1, "KAMTIB": 1, "YAN": 2, "UMPEG": 1, "PROGKEU": 1
    }  # fmt: skip


def test_a_date_names_the_letter_that_has_it(kinerja: Kinerja, contoh: Path) -> None:
    first = papers(kinerja, contoh, *REMINDER, "--tanggal", "12-4-2021")
    papers(kinerja, contoh, *REMINDER, "--tanggal", "19-4-2021", "--lagi")
    assert papers(kinerja, contoh, *REMINDER, "--tanggal", "12-4-2021") == first


def test_a_further_letter_is_never_dated_before_the_one_it_follows(
    kinerja: Kinerja, contoh: Path
) -> None:
    papers(kinerja, contoh, *REMINDER, "--tanggal", "12-4-2021")
    papers(kinerja, contoh, *REMINDER, "--tanggal", "19-4-2021", "--lagi")
    before = kinerja("surat", "--json", di=contoh).json
    result = kinerja("surat", *REMINDER, "--tanggal", "11-4-2021", di=contoh)
    assert result.kode == 2
    assert "surat sebelumnya, Nomor 800/1/416-315/2021" in result.err
    assert kinerja("surat", "--json", di=contoh).json == before


@pytest.mark.parametrize("jenis", ["nota-dinas", "penyampaian-format", "undangan", "pengantar"])
def test_every_numbered_kind_may_be_followed_by_another(
    kinerja: Kinerja, contoh: Path, jenis: str
) -> None:
    first = papers(kinerja, contoh, jenis, "--tanggal", "20-1-2022")
    again = papers(kinerja, contoh, jenis, "--tanggal", "21-1-2022", "--lagi")
    text = text_of(contoh / again[0]["berkas"])
    words = f"menyusul surat kami Nomor {first[0]['nomor']} tanggal 20 Januari 2022."
    assert words in text
    assert not set(numbers(first)) & set(numbers(again))
    assert {x["berkas"] for x in first} <= {
        f"laporan/surat/{x.name}" for x in (contoh / "laporan" / "surat").iterdir()
    }


def test_a_number_replaced_makes_no_further_letter(kinerja: Kinerja, contoh: Path) -> None:
    papers(kinerja, contoh, *REMINDER, "--tanggal", "12-4-2021")
    (replaced,) = papers(kinerja, contoh, *REMINDER, "--nomor", "8")
    assert (replaced["kali"], replaced["tanggal"]) == (1, "2021-04-12")
    (second,) = papers(kinerja, contoh, *REMINDER, "--tanggal", "19-4-2021", "--lagi")
    assert second["kali"] == 2
    text = text_of(contoh / second["berkas"])
    assert "Teguran I Nomor 800/8/416-315/2021 tanggal 12 April 2021." in text


def test_kinds_share_one_sequence_unless_the_office_gives_them_their_own(
    kinerja: Kinerja, contoh: Path
) -> None:
    toml = contoh / "kinerja.toml"
    text = toml.read_text(encoding="utf-8")
    own = text.replace("# undangan = ", "undangan = ")
    toml.write_text(own, encoding="utf-8")
    day = ("--tanggal", "20-01-2022")
    made = [papers(kinerja, contoh, x, *day)[0] for x in ("nota-dinas", "undangan", "pengantar")]
    assert numbers(made) == ["800/1/416-315/2022", "005/1/2022", "800/2/416-315/2022"]
    listed = kinerja("surat", "--json", di=contoh).json["surat"]
    assert numbers(listed) == numbers(made)
    assert "005/1/2022" in kinerja("surat", di=contoh).out


def test_a_person_may_give_a_number_that_nobody_has(kinerja: Kinerja, contoh: Path) -> None:
    day = ("--tanggal", "20-01-2022")
    (nota,) = papers(kinerja, contoh, "nota-dinas", "--nomor", "12", *day)
    assert nota["nomor"] == "800/12/416-315/2022"
    (undangan,) = papers(kinerja, contoh, "undangan", "--nomor", " 800/13/416-315/2022 ", *day)
    assert undangan["nomor"] == "800/13/416-315/2022"
    (again,) = papers(kinerja, contoh, "nota-dinas", "--nomor", "12", "--tanggal", "21-01-2022")
    assert again["tanggal"] == "2022-01-21"
    (next_one,) = papers(kinerja, contoh, "pengantar", *day)
    assert next_one["nomor"] == "800/14/416-315/2022"
    (changed,) = papers(kinerja, contoh, "nota-dinas", "--nomor", "20")
    assert (changed["nomor"], changed["tanggal"]) == ("800/20/416-315/2022", "2022-01-21")
    taken = kinerja("surat", "pengantar", "--nomor", "13", *day, di=contoh)
    assert taken.kode == 2
    assert "sudah dipakai surat undangan" in taken.err


def test_the_invitation_and_its_papers_say_when_and_where(kinerja: Kinerja, contoh: Path) -> None:
    when = ("--rapat", "20-01-2022", "--pukul", "09.00 WIB", "--tempat", "Aula & <Balai> {{ 1 }}")
    for jenis in ("undangan", "daftar-hadir", "notulen"):
        (one,) = papers(kinerja, contoh, jenis, *when)
        text = text_of(contoh / one["berkas"])
        for words in ("Kamis, 20 Januari 2022", "09.00 WIB", "Aula & <Balai> {{ 1 }}"):
            assert words in text
    unsaid = kinerja("surat", "undangan", di=contoh)
    assert "Masih harus diisi: hari dan tanggal rapat; pukul; tempat rapat." in unsaid.out


def test_the_minutes_take_remarks_and_indicators_below_target(
    kinerja: Kinerja, terhimpun: Path
) -> None:
    kinerja("lakip", di=terhimpun)
    (one,) = papers(kinerja, terhimpun, "notulen")
    text = text_of(terhimpun / one["berkas"])
    assert "BAB II PERENCANAAN KINERJA, A. Rencana Strategis, paragraf 4" in text
    assert text.count("Masih harus diisi: ") == 10
    (other,) = papers(kinerja, terhimpun, "notulen", "--koreksi", one["berkas"])
    assert "BAB II PERENCANAAN KINERJA, A." not in text_of(terhimpun / other["berkas"])
    analysis = kinerja("analisis", "--json", di=terhimpun).json["indikator"]
    below = [
        x for x in analysis if x["jenjang"] == "sasaran" and (x["tahun"]["capaian"] or 100) < 100
    ]
    assert below
    for indikator in below:
        assert indikator["indikator"] in text


def test_the_approval_names_the_draft_and_the_receipt_the_cover_letter(
    kinerja: Kinerja, terhimpun: Path
) -> None:
    kinerja("lakip", di=terhimpun)
    (approval,) = papers(kinerja, terhimpun, "persetujuan")
    steps = kinerja("tahap", "--json", di=terhimpun).json["tahap"]
    assert steps[4]["bukti"][0]["sha256"] in text_of(terhimpun / approval["berkas"])
    (letter,) = papers(kinerja, terhimpun, "pengantar", "--tanggal", "25-01-2022")
    (receipt,) = papers(kinerja, terhimpun, "tanda-terima")
    text = text_of(terhimpun / receipt["berkas"])
    assert f"Nomor {letter['nomor']}, tanggal 25 Januari 2022" in text
    assert "Inspektorat" in text


def test_an_edited_paper_is_not_overwritten(kinerja: Kinerja, contoh: Path) -> None:
    (first,) = papers(kinerja, contoh, "pengesahan")
    dokumen = docx.Document(str(contoh / first["berkas"]))
    dokumen.add_paragraph("disunting")
    dokumen.save(str(contoh / first["berkas"]))
    (second,) = papers(kinerja, contoh, "pengesahan")
    assert second["berkas"] == "laporan/surat/pengesahan-2021-2.docx"


def write_templat(contoh: Path, teks: str) -> None:
    """Write the office's own template of the nota dinas."""
    folder = contoh / "templates" / "surat"
    folder.mkdir(parents=True)
    dokumen = docx.Document()
    dokumen.add_paragraph(teks)
    dokumen.save(str(folder / "nota-dinas.docx"))


@pytest.mark.usefixtures("di_proses_ini")
def test_the_offices_own_template_goes_first(kinerja: Kinerja, contoh: Path) -> None:
    write_templat(contoh, "Milik {{ kantor.nama }} nomor {{ nomor }}")
    (one,) = papers(kinerja, contoh, "nota-dinas", "--tanggal", "20-01-2022")
    assert text_of(contoh / one["berkas"]) == "Milik Kecamatan Kemlagi nomor 800/1/416-315/2022"


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("{{ kepala }}", "Isi surat, paragraf “{{ kepala }}”: variabel 'kepala' tidak dikenal"),
        ("{{ unit.alamat }}", "variabel 'alamat' tidak dikenal"),
        ("{% if nomor %}", "'if' tidak ditutup dengan 'endif'"),
        ("{{ nomor", "tanda '{{' tidak ditutup dengan '}}'"),
        ("{{ 1 / 0 }}", "perintah itu tidak dapat dijalankan"),
        ("{{ ''.__class__.__mro__ }}", "perintah itu tidak diizinkan"),
        ("{{ tahun.x }}", "variabel 'x' tidak dikenal"),
    ],
)
@pytest.mark.usefixtures("di_proses_ini")
def test_a_template_at_fault_is_named_and_the_letter_finds_its_number_again(
    kinerja: Kinerja, contoh: Path, teks: str, pesan: str
) -> None:
    write_templat(contoh, teks)
    result = kinerja("surat", "nota-dinas", "--tanggal", "20-01-2022", di=contoh)
    assert (result.kode, result.out) == (2, "")
    assert "nota-dinas.docx" in result.err
    assert pesan in result.err
    (contoh / "templates" / "surat" / "nota-dinas.docx").unlink()
    (one,) = papers(kinerja, contoh, "nota-dinas")
    assert one["nomor"] == "800/1/416-315/2022"


def test_a_template_that_is_no_word_file_is_named(kinerja: Kinerja, contoh: Path) -> None:
    write_templat(contoh, "x")
    (contoh / "templates" / "surat" / "nota-dinas.docx").write_bytes(b"bukan")
    result = kinerja("surat", "nota-dinas", di=contoh)
    assert result.kode == 2
    assert "bukan dokumen Word" in result.err


@pytest.mark.parametrize(
    ("argv", "pesan"),
    [
        (("surat-cinta",), "Pilih dari: nota-dinas"),
        (("nota-dinas", "--unit", "YAN"), "tidak dibuat per unit"),
        (("nota-dinas", "-t", "1"), "tidak dibuat per unit"),
        (("notulen", "--lagi"), "--lagi hanya untuk surat yang bernomor"),
        (("teguran", "--unit", "ZZZ"), "Unit 'ZZZ' tidak ada"),
        (("penyampaian-format", "--nomor", "5"), "hanya untuk satu surat"),
        (("pengesahan", "--nomor", "5"), "hanya untuk satu surat"),
        (("nota-dinas", "--tanggal", "besok"), "--tanggal 'besok' bukan tanggal"),
        (("undangan", "--rapat", "31-02-2022"), "--rapat"),
        (("notulen", "--koreksi", "kinerja.toml"), "tidak dapat dibaca sebagai dokumen Word"),
    ],
)
def test_what_cannot_be_made_is_one_line(
    kinerja: Kinerja, contoh: Path, argv: tuple[str, ...], pesan: str
) -> None:
    result = kinerja("surat", *argv, di=contoh)
    assert (result.kode, result.out) == (2, "")
    assert pesan in result.err
    assert len(result.err.strip().splitlines()) == 1
    assert not (contoh / "laporan" / "surat").exists()


def test_one_unit_may_be_named_and_numbers_and_units_are_shown(
    kinerja: Kinerja, contoh: Path
) -> None:
    assert "Belum ada surat bernomor" in kinerja("surat", di=contoh).out
    shown = kinerja("surat", "teguran", "-t", "3", "--unit", "yan", "--tanggal", "1-2-2022",
                    "--nomor", "7", di=contoh)  # fmt: skip
    assert "teguran YAN: nomor 800/7/416-315/2022, 1 Februari 2022" in shown.out


PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAMAAAAECAIAAADETxJQAAAADElEQVR4nGNgIA4AAAAoAAE1VHKEAAAAAElFTkSuQmCC"
)
"""Three by four black points."""


def set_lambang(contoh: Path) -> None:
    """Name an emblem in kinerja.toml."""
    toml = contoh / "kinerja.toml"
    lines = [x for x in toml.read_text("utf-8").splitlines() if not x.startswith("lambang")]
    lines.insert(lines.index("[kantor]") + 1, 'lambang = "lambang.png"')
    toml.write_text("\n".join(lines), encoding="utf-8")


def test_the_emblem_stands_on_the_letterhead(kinerja: Kinerja, contoh: Path) -> None:
    set_lambang(contoh)
    (contoh / "lambang.png").write_bytes(PNG)
    (one,) = papers(kinerja, contoh, "pengantar")
    (shape,) = docx.Document(str(contoh / one["berkas"])).inline_shapes
    assert (round(shape.height.mm), round(shape.width.mm)) == (19, 14)


@pytest.mark.parametrize(
    ("isi", "pesan"), [(None, "tidak ada di ruang kerja"), (b"GIF89a", "bukan gambar PNG atau JPG")]
)
def test_an_emblem_that_cannot_be_used_is_named(
    kinerja: Kinerja, contoh: Path, isi: bytes | None, pesan: str
) -> None:
    set_lambang(contoh)
    if isi is not None:
        (contoh / "lambang.png").write_bytes(isi)
    result = kinerja("surat", "pengantar", di=contoh)
    assert result.kode == 2
    assert f"Lambang 'lambang.png' {pesan}" in result.err


def start(ruang: Path, *argv: str) -> subprocess.Popen[str]:
    """Start the program as another process."""
    return subprocess.Popen(
        [sys.executable, "-m", "kinerja_cli", "surat", *argv, "--json"],
        cwd=ruang,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.berat
def test_processes_that_ask_at_once_never_get_the_same_number(contoh: Path) -> None:
    asked = [
        ("penyampaian-format", "-t", "1"),
        ("penyampaian-format", "-t", "2"),
        ("nota-dinas",),
        ("undangan",),
    ]
    running = [start(contoh, *x, "--tanggal", "20-01-2022") for x in asked]
    done = [x.communicate(timeout=120) for x in running]
    assert [x.returncode for x in running] == [0] * 4, done
    given = [nomor for out, _ in done for nomor in numbers(json.loads(out)["surat"])]
    assert sorted(given) == sorted(f"800/{x}/416-315/2022" for x in range(1, 15))


def test_a_number_is_waited_for_while_another_run_writes(
    kinerja: Kinerja, contoh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja_cli.adapter.basisdata.koneksi.MENUNGGU_DETIK", 0.01)
    held = threading.Event()

    def hold() -> None:
        with open_basisdata(Ruang(contoh).basisdata):
            held.set()
            time.sleep(0.3)

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    made: Jalan = kinerja("surat", "nota-dinas", di=contoh)
    other.join()
    assert made.kode == 0
