"""The fuzzer's targets without the fuzzer: what it starts from, and how workbooks are damaged."""

from __future__ import annotations

import random
from itertools import islice, product
from pathlib import Path
from zipfile import BadZipFile

import pytest

from daftar_kasus import BENIH, KASUS
from kantor_acak import PENGATURAN, RENCANA
from kinerja_cli.alur.pembacaan import check_isi
from kinerja_cli.domain.temuan import has_galat
from ubah_buku import ZIP_RUSAK, pack, ubah_buku, unpack

MAKS = 200_000
SEEDS = [(nama, x) for nama, kasus in KASUS.items() for x in sorted(kasus.benih.iterdir())]


def change_a_byte(isi: bytes, maks: int) -> bytes:
    """Return the bytes with the middle one turned over, in the place of the fuzzer's changes."""
    half = len(isi) // 2
    return (isi[:half] + bytes(x ^ 0xFF for x in isi[half : half + 1]) + isi[half + 1 :])[:maks]


def damaged(isi: bytes, nomor: int) -> bytes:
    return ubah_buku(isi, MAKS, random.Random(nomor), change_a_byte)  # noqa: S311 - not secret


@pytest.mark.parametrize(
    ("nama", "benih"), SEEDS, ids=lambda x: x if isinstance(x, str) else x.stem
)
def test_every_seed_keeps_what_its_target_promises(nama: str, benih: Path) -> None:
    KASUS[nama].periksa(benih.read_bytes())


@pytest.mark.parametrize("nama", ["buku", "rencana"])
def test_damaged_workbooks_keep_what_their_target_promises(nama: str) -> None:
    seeds = [x.read_bytes() for x in sorted(KASUS[nama].benih.iterdir())]
    for nomor, isi in islice(product(range(60), seeds), 60):
        KASUS[nama].periksa(damaged(isi, nomor))


@pytest.mark.parametrize(("berkas", "galat"), [("terisi.xlsx", False), ("cacat.xlsx", True)])
def test_the_seeds_are_forms_of_this_plan(berkas: str, *, galat: bool) -> None:
    hasil = check_isi((BENIH / "buku" / berkas).read_bytes(), berkas, RENCANA, PENGATURAN)
    assert hasil.setoran is not None
    assert has_galat(hasil.temuan, PENGATURAN.tingkat) is galat


def test_a_damaged_workbook_is_another_one_whose_parts_can_be_read() -> None:
    isi = (BENIH / "buku" / "terisi.xlsx").read_bytes()
    before = unpack(isi)
    changed = [_parts_changed(before, damaged(isi, x)) for x in range(100)]
    assert sum(x == 1 for x in changed) > 80
    assert damaged(isi, 7) == damaged(isi, 7)


def _parts_changed(before: dict[str, bytes], isi: bytes) -> int:
    """Return how many parts differ; 0 for bytes that are no package any more."""
    try:
        after = unpack(isi)
    except ZIP_RUSAK:
        return 0
    return sum(before.get(x) != after.get(x) for x in before.keys() | after.keys())


def test_what_is_no_package_is_changed_byte_by_byte() -> None:
    with pytest.raises(BadZipFile):
        unpack(b"bukan zip")
    assert damaged(b"abc", 1) == change_a_byte(b"abc", MAKS)
    assert damaged(pack({}), 1) == change_a_byte(pack({}), MAKS)
