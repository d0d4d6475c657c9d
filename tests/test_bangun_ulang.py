"""kinerja bangun-ulang: the database anew from its journal, equal to the old one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Kinerja, tree
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.basisdata.jurnal import jurnal_of
from kinerja_cli.adapter.ruang import Ruang
from simpanan_uji import change, dump
from test_migrasi import LAMA, load

RIWAYAT = (
    ("buat-format", "-t", "1"),
    ("surat", "nota-dinas"),
    ("surat", "undangan", "--rapat", "20-01-2022", "--pukul", "09.00", "--tempat", "Aula"),
    ("tarik", "YAN", "-t", "2", "--alasan", "salah tribulan"),
    ("surat", "teguran", "-t", "2", "--unit", "YAN"),
    ("tutup", "-t", "1"),
    ("buka", "-t", "1", "--alasan", "belum lengkap"),
    ("tahap", "selesai", "7", "--oleh", "Sekcam", "--berkas", "kinerja.toml"),
    ("dokumen", "catat", "SK Tim SAKIP", "--berkas", "kinerja.toml"),
    ("himpun",),
    ("lakip",),
)
RUSAK: dict[str, Callable[[bytes], bytes]] = {
    "bukan basis data": lambda isi: b"bukan basis data" + isi,
    "terpotong": lambda isi: isi[: len(isi) // 2],
    "satu halaman tertimpa": lambda isi: isi[:8192] + b"\xff" * 4096 + isi[12288:],
}


def without_titik(isi: list[str]) -> list[str]:
    """Leave out up to where the journal is in a store."""
    return [x for x in isi if not x.startswith('INSERT INTO "jurnal"')]


def damage_second_of_three(kinerja: Kinerja, ruang: Path) -> None:
    """Add two transactions to the journal and change a word in the first of them."""
    jurnal = jurnal_of(Ruang(ruang).basisdata)
    whole = jurnal.read_bytes()
    assert kinerja("tarik", "YAN", "-t", "2", "--alasan", "salah", di=ruang).kode == 0
    assert kinerja("tutup", "-t", "1", di=ruang).kode == 0
    tail = jurnal.read_bytes()[len(whole) :].replace(b"salah", b"benar", 1)
    jurnal.write_bytes(whole + tail)


@pytest.fixture
def basisdata(terhimpun: Path) -> Path:
    return Ruang(terhimpun).basisdata


def test_after_a_lively_history_the_rebuilt_store_equals_the_old_one(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path
) -> None:
    for argv in RIWAYAT:
        assert kinerja(*argv, di=terhimpun).kode == 0, argv
    old, before = dump(basisdata), tree(terhimpun)
    rebuilt = kinerja("bangun-ulang", "--json", di=terhimpun)
    assert (rebuilt.kode, rebuilt.json["temuan"]) == (0, [])
    assert rebuilt.json["berkas_asli"] == 24
    assert rebuilt.json["transaksi"] > len(RIWAYAT)
    assert dump(basisdata) == old
    kept = rebuilt.json["disimpan"]
    assert kept == [".kinerja/kinerja.db.rusak-1"]
    assert tree(terhimpun)[kept[0]] == before[".kinerja/kinerja.db"]
    assert tree(terhimpun).keys() == before.keys() | set(kept)
    assert "Tidak ada perubahan" in kinerja("himpun", di=terhimpun).out


@pytest.mark.parametrize("cara", RUSAK)
def test_a_damaged_store_says_so_at_once_and_is_rebuilt(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path, cara: str
) -> None:
    old, damaged = dump(basisdata), RUSAK[cara](basisdata.read_bytes())
    basisdata.write_bytes(damaged)
    for argv in (("status",), ("himpun",), ("analisis",), ("periksa", "--arsip")):
        refused = kinerja(*argv, di=terhimpun)
        assert refused.kode == 2, argv
        assert "rusak. Jalankan `kinerja bangun-ulang`" in refused.err
        assert len(refused.err.strip().splitlines()) == 1
    rebuilt = kinerja("bangun-ulang", di=terhimpun)
    assert rebuilt.kode == 0
    assert "1 transaksi, 24 berkas asli." in rebuilt.out
    assert dump(basisdata) == old
    assert basisdata.with_name("kinerja.db.rusak-1").read_bytes() == damaged


def test_a_store_that_is_gone_says_so_and_is_rebuilt(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path
) -> None:
    old = dump(basisdata)
    basisdata.unlink()
    for argv in (("status",), ("himpun",)):
        assert "tidak ada, tetapi jurnalnya ada" in kinerja(*argv, di=terhimpun).err
    rebuilt = kinerja("bangun-ulang", "--json", di=terhimpun)
    assert (rebuilt.kode, rebuilt.json["disimpan"]) == (0, [])
    assert dump(basisdata) == old


def test_what_sqlite_left_beside_the_old_store_is_not_played_into_the_new_one(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path
) -> None:
    old = dump(basisdata)
    basisdata.unlink()
    beside = basisdata.with_name("kinerja.db-journal")
    beside.write_bytes(b"sisa")
    assert kinerja("bangun-ulang", di=terhimpun).kode == 0
    assert dump(basisdata) == old
    assert not beside.exists()
    assert basisdata.with_name("kinerja.db.rusak-1-journal").read_bytes() == b"sisa"


def test_a_change_by_hand_is_undone_and_the_changed_store_kept(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path
) -> None:
    old = dump(basisdata)
    for nomor in (1, 2):
        change(basisdata, "UPDATE realisasi SET angka = '99'")
        changed = dump(basisdata)
        assert kinerja("bangun-ulang", di=terhimpun).kode == 0
        assert dump(basisdata) == old
        assert dump(basisdata.with_name(f"kinerja.db.rusak-{nomor}")) == changed


def test_an_original_that_is_missing_is_named(kinerja: Kinerja, terhimpun: Path) -> None:
    next(Ruang(terhimpun).arsip.glob("*/*")).unlink()
    rebuilt = kinerja("bangun-ulang", "--json", di=terhimpun)
    assert rebuilt.kode == 1
    assert [x["kode"] for x in rebuilt.json["temuan"]] == ["S601"]


@pytest.mark.parametrize("hilang", [True, False])
def test_without_a_sound_journal_a_sound_store_is_left_alone_and_starts_a_new_one(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path, *, hilang: bool
) -> None:
    jurnal = jurnal_of(basisdata)
    damaged = jurnal.read_bytes().replace(b"INSERT", b"insert", 1)
    if hilang:
        jurnal.unlink()
    else:
        jurnal.write_bytes(damaged)
    old = dump(basisdata)
    refused = kinerja("bangun-ulang", di=terhimpun)
    assert refused.kode == 2
    assert "kinerja bangun-ulang --dari-basis-data" in refused.err
    renewed = kinerja("bangun-ulang", "--dari-basis-data", di=terhimpun)
    assert renewed.kode == 0
    assert "Jurnal baru dimulai: 1 transaksi, 24 berkas asli." in renewed.out
    assert kinerja("periksa", "--arsip", "--json", di=terhimpun).json == {"temuan": []}
    now = dump(basisdata)
    assert without_titik(now) == without_titik(old)
    assert kinerja("bangun-ulang", di=terhimpun).kode == 0
    assert dump(basisdata) == now
    if not hilang:
        assert jurnal.with_name("jurnal.jsonl.rusak-1").read_bytes() == damaged


@pytest.mark.parametrize("lama", [True, False])
def test_a_sound_store_is_not_replaced_where_the_journal_is_damaged_before_its_end(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path, *, lama: bool
) -> None:
    whole = jurnal_of(basisdata).read_bytes()
    damage_second_of_three(kinerja, terhimpun)
    if lama:  # an older copy of the journal: sound, but shorter than the store
        jurnal_of(basisdata).write_bytes(whole)
    before = tree(terhimpun)
    refused = kinerja("bangun-ulang", di=terhimpun)
    assert refused.kode == 2
    assert "kinerja bangun-ulang --dari-basis-data" in refused.err
    assert tree(terhimpun) == before


def test_a_damaged_store_with_a_damaged_journal_is_rebuilt_up_to_the_damage(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path
) -> None:
    jurnal = jurnal_of(basisdata)
    whole = jurnal.read_bytes()
    damage_second_of_three(kinerja, terhimpun)
    basisdata.write_bytes(b"bukan basis data")
    rebuilt = kinerja("bangun-ulang", "--json", di=terhimpun)
    assert rebuilt.kode == 1
    assert [x["kode"] for x in rebuilt.json["temuan"]] == ["S615"]
    assert rebuilt.json["transaksi"] == 1
    assert jurnal.read_bytes() == whole
    status = kinerja("status", "-t", "2", "--json", di=terhimpun).json["unit"]
    assert {x["status"] for x in status} == {"diterima"}
    assert kinerja("tutup", "-t", "1", di=terhimpun).kode == 0


def test_with_nothing_to_rebuild_from_the_archive_is_named(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path
) -> None:
    jurnal_of(basisdata).unlink()
    basisdata.write_bytes(b"bukan basis data")
    refused = kinerja("bangun-ulang", di=terhimpun)
    assert refused.kode == 2
    assert "kinerja himpun .kinerja/arsip" in refused.err
    basisdata.unlink()
    assert kinerja("bangun-ulang", "--dari-basis-data", di=terhimpun).kode == 2
    assert kinerja("himpun", ".kinerja/arsip", di=terhimpun).kode == 0
    status = kinerja("status", "--json", di=terhimpun).json["unit"]
    assert {x["status"] for x in status} == {"diterima"}


def test_a_store_in_use_or_of_a_newer_program_is_not_rebuilt(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja_cli.adapter.basisdata.koneksi.MENUNGGU_DETIK", 0.01)
    with open_basisdata(basisdata):
        for argv in (("bangun-ulang",), ("bangun-ulang", "--dari-basis-data")):
            assert "sedang dipakai" in kinerja(*argv, di=terhimpun).err
    change(basisdata, "PRAGMA user_version = 99")
    assert "lebih baru" in kinerja("bangun-ulang", di=terhimpun).err
    assert not basisdata.with_name("kinerja.db.rusak-1").exists()


def test_a_store_from_before_the_journal_beside_a_later_journal_is_rebuilt(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path
) -> None:
    old = dump(basisdata)
    basisdata.unlink()
    load(LAMA[0], basisdata)
    for argv in (("status",), ("himpun",)):
        assert "lebih lama daripada jurnalnya" in kinerja(*argv, di=terhimpun).err
    assert kinerja("bangun-ulang", di=terhimpun).kode == 0
    assert dump(basisdata) == old


def test_a_store_held_open_by_another_program_is_named(
    kinerja: Kinerja, terhimpun: Path, basisdata: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.replace

    def held(path: Path, target: Path) -> Path:
        if path.name == "kinerja.db":
            raise PermissionError(13, "dipakai proses lain")
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", held)
    old = dump(basisdata)
    assert "dipakai program lain" in kinerja("bangun-ulang", di=terhimpun).err
    assert dump(basisdata) == old
    monkeypatch.undo()
    assert kinerja("bangun-ulang", di=terhimpun).kode == 0
    assert not basisdata.with_name("kinerja.db.baru").exists()
