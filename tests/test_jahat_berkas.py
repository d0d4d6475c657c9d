"""Hostile workbooks on the whole road: a finding or a right reading, within memory and time."""

from __future__ import annotations

import os
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

import buku_jahat as jahat
from batas import hanya_linux, run_terbatas
from berkas_xlsx import UTAMA, zip_parts
from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.jenis_berkas import SebabTakTerbaca as Sebab
from kinerja_cli.adapter.salinan_perbaikan import mark_copy
from ubah_buku import unpack

pytestmark = pytest.mark.berat

BERKAS = "masuk/a.xlsx"
COPY = "perbaikan/YAN - Seksi Pelayanan - TW1 2021.xlsx"
PESAN = "perbaikan/YAN - Seksi Pelayanan - TW1 2021 - pesan.txt"


@dataclass(frozen=True, slots=True)
class Harapan:
    """What a run says of a file: status, codes of findings, and why it is not read, if so."""

    status: str
    kode: tuple[str, ...] = ()
    sebab: Sebab | None = None


def unread(sebab: Sebab) -> Harapan:
    return Harapan("bukan format", ("B201",), sebab)


DITERIMA = Harapan("diterima")
DITOLAK = Harapan("ditolak", ("I310",))
KASUS: dict[jahat.Jahat, Harapan] = {
    jahat.zip_bomb: unread(Sebab.TERLALU_BESAR),
    jahat.string_bomb: unread(Sebab.TERLALU_BESAR),
    jahat.million_rows: unread(Sebab.TERLALU_BESAR),
    jahat.repeated_text: unread(Sebab.TERLALU_BESAR),
    jahat.entity_bomb: unread(Sebab.BERBAHAYA),
    jahat.outer_entity: unread(Sebab.BERBAHAYA),
    jahat.outer_sheet: unread(Sebab.RUSAK),
    jahat.encrypted: unread(Sebab.TERENKRIPSI),
    jahat.looping_xls: unread(Sebab.XLS_LAMA),
    jahat.torn_names: unread(Sebab.ZIP_LAIN),
    jahat.two_corners: Harapan("bukan format", ("B202",)),
    jahat.stray_rows: Harapan("ditolak", ("I306",) * 1000 + ("I339",)),
    jahat.million_attributes: DITERIMA,
    jahat.merged_all_over: DITERIMA,
    jahat.strict: DITERIMA,
}


@hanya_linux
@pytest.mark.parametrize("bangun", KASUS, ids=lambda x: x.__name__)
def test_a_hostile_workbook_is_found_or_read_within_limits(
    bangun: jahat.Jahat, ruang_kosong: Path, formulir: bytes
) -> None:
    (ruang_kosong / BERKAS).write_bytes(bangun(formulir))
    result = run_terbatas(ruang_kosong, "himpun", "--json")
    harapan = KASUS[bangun]
    assert result.err == ""
    (berkas,) = result.json["berkas"]
    assert (berkas["status"], tuple(x["kode"] for x in result.json["temuan"])) == (
        harapan.status,
        harapan.kode,
    )
    if harapan.sebab:
        assert harapan.sebab.uraian in result.json["temuan"][0]["pesan"]
    assert result.kode == (harapan.status != "diterima")


@pytest.mark.parametrize("bangun", [jahat.merged_all_over, jahat.strict, jahat.million_attributes])
def test_what_is_accepted_is_read_as_the_sound_form(bangun: jahat.Jahat, formulir: bytes) -> None:
    assert read_buku(bangun(formulir)).lembar == read_buku(formulir).lembar


# The marked copy: openpyxl opens what was refused


@hanya_linux
@pytest.mark.parametrize(
    "bangun",
    [lambda x: jahat.refused(jahat.merged_all_over(x)), jahat.linked_all_over],
    ids=["merged", "linked"],
)
def test_a_copy_that_cannot_be_made_within_limits_leaves_the_message(
    bangun: jahat.Jahat, ruang_kosong: Path, formulir: bytes
) -> None:
    (ruang_kosong / BERKAS).write_bytes(bangun(formulir))
    result = run_terbatas(ruang_kosong, "himpun", "--json")
    assert (result.kode, result.err) == (1, "")
    assert [x["kode"] for x in result.json["temuan"]] == ["I310"]
    assert not (ruang_kosong / COPY).exists()
    assert "'rusak' bukan angka" in (ruang_kosong / PESAN).read_text(encoding="utf-8-sig")


@hanya_linux
def test_a_form_with_a_cell_in_the_last_corner_gets_its_copy(
    ruang_kosong: Path, formulir: bytes
) -> None:
    (ruang_kosong / BERKAS).write_bytes(jahat.far_corner(formulir))
    assert run_terbatas(ruang_kosong, "himpun", "--json").kode == 1
    buku = openpyxl.load_workbook(ruang_kosong / COPY)
    assert buku["Data Kinerja"]["XFD1048576"].value == 1


def test_a_workbook_far_larger_than_a_form_gets_no_copy(formulir: bytes) -> None:
    assert mark_copy(jahat.stray_rows(formulir), [], {}) is None


def test_a_copy_leads_to_no_other_workbook(formulir: bytes) -> None:
    """Openpyxl would keep the links of a workbook to others, and Excel asks to follow them."""
    rel = '<Relationship Id="x" Type="{}" Target="{}"{}/>'
    jenis = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = rel.format(f"{jenis}/externalLink", "externalLinks/externalLink1.xml", "")
    path = rel.format(f"{jenis}/externalLinkPath", "http://a.invalid/b", ' TargetMode="External"')
    linked = jahat.replaced(formulir, jahat.RELASI, "</Relationships>", f"{link}</Relationships>")
    listed = jahat.replaced(
        linked, jahat.BUKU, "</sheets>",
        '</sheets><externalReferences><externalReference xmlns:r="'
        f'{jenis}" r:id="x"/></externalReferences>',
    )  # fmt: skip
    parts = unpack(listed) | {
        "xl/externalLinks/externalLink1.xml": (
            f'<externalLink xmlns="{UTAMA}" xmlns:r="{jenis}">'
            '<externalBook r:id="x"/></externalLink>'
        ).encode(),
        "xl/externalLinks/_rels/externalLink1.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{path}</Relationships>"
        ).encode(),
    }
    isi = zip_parts(parts)
    assert any(b"a.invalid" in body for body in unpack(resaved(isi)).values())
    copy = mark_copy(isi, [], {})
    assert copy is not None
    assert not any(b"a.invalid" in body for body in unpack(copy).values())


def resaved(isi: bytes) -> bytes:
    """Return a workbook as openpyxl alone would pass it on."""
    stream = BytesIO()
    openpyxl.load_workbook(BytesIO(isi)).save(stream)
    return stream.getvalue()


# Links in the file system


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own there")
def test_links_disclose_nothing_and_lead_nowhere(ruang_kosong: Path, formulir: bytes) -> None:
    masuk = ruang_kosong / "masuk"
    (ruang_kosong / "rahasia.txt").write_text("sandi: 12345")
    (masuk / "rahasia.xlsx").symlink_to("../rahasia.txt")
    (masuk / "tanpa akhir.xlsx").symlink_to("/dev/zero")
    (masuk / "putus.xlsx").symlink_to("tidak ada")
    (masuk / "putaran.xlsx").symlink_to("putaran.xlsx")
    (masuk / "folder").symlink_to("..", target_is_directory=True)
    os.mkfifo(masuk / "pipa.xlsx")
    (masuk / "a.xlsx").write_bytes(formulir)
    result = run_terbatas(ruang_kosong, "himpun", "--json")
    statuses = {x["berkas"]: x["status"] for x in result.json["berkas"]}
    assert statuses.pop(BERKAS) == "diterima"
    assert set(statuses.values()) == {"bukan format"}
    assert len(statuses) == 5
    assert "12345" not in result.out


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own there")
def test_an_output_takes_the_place_of_a_link_and_not_of_what_it_leads_to(
    ruang_kosong: Path, formulir: bytes
) -> None:
    (ruang_kosong / BERKAS).write_bytes(jahat.refused(formulir))
    (ruang_kosong / "milik.txt").write_text("milik orang lain")
    (ruang_kosong / "perbaikan").mkdir()
    (ruang_kosong / PESAN).symlink_to("../milik.txt")
    assert run_terbatas(ruang_kosong, "himpun").kode == 1
    assert (ruang_kosong / "milik.txt").read_text() == "milik orang lain"


def test_a_run_with_everything_hostile_still_takes_the_sound_form(
    ruang_kosong: Path, formulir: bytes
) -> None:
    for bangun in (jahat.torn_names, jahat.entity_bomb, jahat.two_corners, jahat.repeated_text):
        (ruang_kosong / "masuk" / f"{bangun.__name__}.xlsx").write_bytes(bangun(formulir))
    (ruang_kosong / "masuk" / "utuh.xlsx").write_bytes(formulir)
    result = run_terbatas(ruang_kosong, "himpun", "--json")
    statuses = [x["status"] for x in result.json["berkas"]]
    assert sorted(statuses) == ["bukan format"] * 4 + ["diterima"]
