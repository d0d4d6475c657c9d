"""Two hundred damaged files: each ends as a finding on itself, or reads exactly as before."""

from __future__ import annotations

import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from conftest import Kinerja
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.pembacaan import check_isi
from kinerja_cli.alur.rencana import load_rencana

if sys.platform != "win32":  # the module is not there; nor is the test that needs it
    import resource

FORM = "masuk/TW1/Seksi Pelayanan.xlsx"
DETIK_TERBANYAK = 5
MEMORI_TERBANYAK = 500 * 1024 * 1024


def flipped(isi: bytes, rng: random.Random) -> bytes:
    """Return the bytes with some of them changed."""
    damaged = bytearray(isi)
    for _ in range(rng.randint(1, 40)):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def truncated(isi: bytes, rng: random.Random) -> bytes:
    """Return the bytes cut off somewhere."""
    return isi[: rng.randrange(len(isi))]


def without_member(isi: bytes, rng: random.Random) -> bytes:
    """Return the package without one of its parts."""
    with zipfile.ZipFile(BytesIO(isi)) as source:
        parts = {x: source.read(x) for x in source.namelist()}
    parts.pop(rng.choice(sorted(parts)))
    return packed(parts)


def scrambled_part(isi: bytes, rng: random.Random) -> bytes:
    """Return the package with one part's text damaged, its checksums right."""
    with zipfile.ZipFile(BytesIO(isi)) as source:
        parts = {x: source.read(x) for x in source.namelist()}
    nama = rng.choice(sorted(parts))
    parts[nama] = flipped(parts[nama], rng)
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for nama, isi in parts.items():
            target.writestr(nama, isi)
    return stream.getvalue()


def damaged_files(isi: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield two hundred damaged copies, the same ones on every run."""
    rng = random.Random(20211)  # noqa: S311 - chosen once, not secret
    ways = (flipped, truncated, without_member, scrambled_part)
    for number in range(200):
        way = ways[number % len(ways)]
        yield f"{number:03} {way.__name__}.xlsx", way(isi, rng)


def test_a_damaged_file_is_found_or_reads_as_before_in_time(contoh: Path) -> None:
    pengaturan, rencana = load_rencana(Ruang(contoh), None)
    whole = (contoh / FORM).read_bytes()
    expected = check_isi(whole, "x.xlsx", rencana, pengaturan)
    for nama, isi in damaged_files(whole):
        start = time.monotonic()
        hasil = check_isi(isi, nama, rencana, pengaturan)
        assert time.monotonic() - start < DETIK_TERBANYAK, nama
        if not hasil.temuan:
            assert hasil.setoran == expected.setoran, nama


def test_damaged_files_leave_the_others_as_always(kinerja: Kinerja, contoh: Path) -> None:
    whole = (contoh / FORM).read_bytes()
    bad = {nama: isi for nama, isi in damaged_files(whole) if nama.endswith("truncated.xlsx")}
    for nama, isi in bad.items():
        (contoh / "masuk" / nama).write_bytes(isi)
    result = kinerja("himpun", "--json", di=contoh)
    assert result.kode == 1
    statuses = {x["berkas"]: x["status"] for x in result.json["berkas"]}
    assert {statuses[f"masuk/{nama}"] for nama in bad} == {"bukan format"}
    assert sum(x == "diterima" for x in statuses.values()) == 24


def zip_bomb() -> bytes:
    """Return a small package whose sheet unpacks to a gibibyte."""
    stream = BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
        target.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(1024):
            part.write(b" " * 1024 * 1024)
    return stream.getvalue()


def entity_bomb(isi: bytes) -> bytes:
    """Return the form with entities that unfold a billion times in its workbook part."""
    levels = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(10)
    )
    with zipfile.ZipFile(BytesIO(isi)) as source:
        parts = {x: source.read(x) for x in source.namelist()}
    head, _, body = parts["xl/workbook.xml"].partition(b"<workbook")
    doctype = f"<!DOCTYPE workbook [{levels}]>".encode()
    parts["xl/workbook.xml"] = head + doctype + b"<workbook" + body.replace(b"Petunjuk", b"&l9;")
    return packed(parts)


def huge_sheet(isi: bytes) -> bytes:
    """Return the form with a cell in the last corner of the grid."""
    with zipfile.ZipFile(BytesIO(isi)) as source:
        parts = {x: source.read(x) for x in source.namelist()}
    corner = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", corner)
    return packed(parts)


@pytest.mark.berat
@pytest.mark.skipif(sys.platform == "win32", reason="no limit on memory can be set there")
def test_hostile_files_cost_neither_time_nor_memory(contoh: Path) -> None:
    """The whole program runs under the limit: what it keeps, every file in it keeps."""
    whole = (contoh / FORM).read_bytes()
    (contoh / "masuk" / "bom.xlsx").write_bytes(zip_bomb())
    (contoh / "masuk" / "entitas.xlsx").write_bytes(entity_bomb(whole))
    (contoh / "masuk" / "luas.xlsx").write_bytes(huge_sheet(whole))
    (contoh / "masuk" / "tautan.xlsx").symlink_to("/dev/zero")
    (contoh / "masuk" / "putus.xlsx").symlink_to("tidak ada")
    start = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", "kinerja_cli", "himpun", "--json"],
        cwd=contoh,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_AS, (MEMORI_TERBANYAK, MEMORI_TERBANYAK)
        ),
    )
    assert run.returncode == 1, run.stderr
    assert time.monotonic() - start < 5 * DETIK_TERBANYAK
    assert run.stdout.count('"diterima"') == 24
