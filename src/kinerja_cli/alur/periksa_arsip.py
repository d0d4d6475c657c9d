"""kinerja periksa --arsip: originals, database and journal compared; what differs is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields

from kinerja_cli.adapter.arsip import archived, path_of
from kinerja_cli.adapter.basisdata import (
    JurnalError,
    Perbedaan,
    StatusSetoran,
    Terdaftar,
    compare_with_jurnal,
    open_basisdata,
)
from kinerja_cli.adapter.berkas import read_whole, sha256_of
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.pembacaan import Calon
from kinerja_cli.alur.pembacaan_banyak import Patokan, read_all
from kinerja_cli.alur.rencana import HasilPeriksaRencana, RencanaDimuat, load_dimuat
from kinerja_cli.alur.sumber import Sumber
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.rencana import ROMAWI, Nilai, format_nilai
from kinerja_cli.domain.setoran import Penjelasan, Setoran
from kinerja_cli.domain.temuan import Tempat, Temuan, has_galat

Lapor = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class HasilAsli:
    """How many accepted originals there are, and what is wrong with them."""

    jumlah: int
    temuan: tuple[Temuan, ...]


def check_arsip(
    ruang: Ruang, tahun: int | None, rencana: HasilPeriksaRencana, lapor: Lapor
) -> HasilAsli:
    """Return everything in which originals, database and journal do not agree.

    Originals and journal are of all years. Figures are those in force of the plan's year, and only
    where that plan has no galat of its own; `lapor` is told (done, all) after each of them.
    """
    asli = check_originals(ruang)
    temuan = list(asli.temuan)
    if not has_galat(rencana.temuan, rencana.pengaturan.tingkat):
        temuan += _check_figures(ruang, load_dimuat(ruang, tahun), lapor)
    return HasilAsli(asli.jumlah, (*temuan, *_check_jurnal(ruang)))


def check_originals(ruang: Ruang) -> HasilAsli:
    """Compare every accepted original, replaced and withdrawn ones too, with its sha256."""
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        terdaftar = {x.sha256: x for tahun in db.years() for x in db.register(tahun)}
    temuan = [x for one in terdaftar.values() for x in _check_original(ruang, one)]
    for path in archived(ruang.arsip):
        if path.stem not in terdaftar:
            nama = ruang.relative(path)
            temuan.append(Temuan(JenisTemuan.ASLI_TANPA_CATATAN, Tempat(nama), {"path": nama}))
    return HasilAsli(len(terdaftar), tuple(temuan))


def _check_original(ruang: Ruang, terdaftar: Terdaftar) -> Iterator[Temuan]:
    path = path_of(ruang.arsip, terdaftar.sha256)
    tempat, facts = Tempat(ruang.relative(path)), _facts(terdaftar)
    if not path.is_file():
        yield Temuan(JenisTemuan.ASLI_HILANG, tempat, facts)
    elif sha256_of(read_whole(path)) != terdaftar.sha256:
        yield Temuan(JenisTemuan.ASLI_BERUBAH, tempat, facts)


def _facts(terdaftar: Terdaftar) -> dict[str, str]:
    return {
        "berkas": terdaftar.berkas,
        "unit": terdaftar.unit,
        "tribulan": ROMAWI[terdaftar.tribulan],
    }


def _check_figures(ruang: Ruang, dimuat: RencanaDimuat, lapor: Lapor) -> Iterator[Temuan]:
    """Read the originals in force again and compare what they say with what is stored."""
    rencana, pengaturan = dimuat.rencana, dimuat.pengaturan
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        stored = {(x.unit, x.tribulan): x for x in db.valid_setoran(rencana.tahun)}
        in_force = [x for x in db.register(rencana.tahun) if x.status is StatusSetoran.DITERIMA]
    by_nama = {
        ruang.relative(path): x
        for x in in_force
        if (path := path_of(ruang.arsip, x.sha256)).is_file()
    }
    sumber = [Sumber(ruang.akar / nama, nama) for nama in by_nama]
    for done, calon in enumerate(read_all(sumber, Patokan(frozenset(), dimuat)), 1):
        one = by_nama[calon.sumber.nama]
        if calon.sha256 == one.sha256:
            yield from _compare(one, calon, stored[one.unit, one.tribulan], pengaturan)
        lapor(done, len(sumber))


def _compare(
    terdaftar: Terdaftar, calon: Calon, stored: Setoran, pengaturan: Pengaturan
) -> Iterator[Temuan]:
    hasil, tempat = calon.hasil or HasilPeriksa(None, ()), Tempat(calon.sumber.nama)
    galat = [x for x in hasil.temuan if has_galat([x], pengaturan.tingkat)]
    if hasil.setoran is None or galat:
        why = next(iter(galat or hasil.temuan)).pesan.rstrip(".")
        facts = {"berkas": terdaftar.berkas, "sebab": why}
        yield Temuan(JenisTemuan.ASLI_TIDAK_COCOK_RENCANA, tempat, facts)
        return
    now, then = _values(stored), _values(hasil.setoran)
    for kolom, kode in sorted(now.keys() | then.keys()):
        nilai, asli = now.get((kolom, kode)), then.get((kolom, kode))
        if nilai != asli:
            facts = {"kolom": kolom, "kode": kode, "nilai": _nilai(nilai), "asli": _nilai(asli)}
            jenis = JenisTemuan.ANGKA_BUKAN_DARI_ASLI
            yield Temuan(jenis, tempat, _facts(terdaftar) | facts)


def _values(setoran: Setoran) -> Mapping[tuple[str, str], Nilai]:
    """Return all that a workbook says by (column, code); what was left blank is not there."""
    values: dict[tuple[str, str], Nilai | None] = {}
    for kode, x in setoran.realisasi.items():
        values |= {("Realisasi", kode): x.nilai, ("Keterangan", kode): x.keterangan}
        for one in fields(Penjelasan):
            label = one.name.replace("_", " ").capitalize()
            values[label, kode] = getattr(x.penjelasan, one.name)
    for kode, y in setoran.anggaran.items():
        values |= {
            ("Realisasi anggaran", kode): y.nilai,
            ("Keterangan anggaran", kode): y.keterangan,
        }
    return {key: x for key, x in values.items() if x is not None and x != ""}


def _nilai(nilai: Nilai | None) -> str:
    return format_nilai(nilai) or "kosong"


def _check_jurnal(ruang: Ruang) -> Iterator[Temuan]:
    """Name every row of the database that its journal does not make."""
    nama = ruang.relative(ruang.basisdata)
    try:
        for one in compare_with_jurnal(ruang.basisdata):
            yield from _by_hand(one, Tempat(nama, one.tabel))
    except JurnalError:
        yield Temuan(JenisTemuan.JURNAL_TIDAK_COCOK, Tempat(nama))


def _by_hand(one: Perbedaan, tempat: Tempat) -> Iterator[Temuan]:
    jurnal, now, kunci = one.jurnal, one.basisdata, _row(one.kunci)
    if now is None:
        facts = {"kunci": kunci, "jurnal": _row(jurnal or {})}
        yield Temuan(JenisTemuan.BARIS_DIHAPUS, tempat, facts)
    elif jurnal is None:
        yield Temuan(JenisTemuan.BARIS_DITAMBAH, tempat, {"kunci": kunci, "nilai": _row(now)})
    else:
        for kolom in (x for x in now if now[x] != jurnal[x]):
            facts = {
                "kolom": kolom,
                "kunci": kunci,
                "nilai": _cell(now[kolom]),
                "jurnal": _cell(jurnal[kolom]),
            }
            yield Temuan(JenisTemuan.BARIS_DIUBAH, tempat, facts)


def _row(baris: Mapping[str, object]) -> str:
    """Write a row in one line: setoran 3, kode 'IK-1'."""
    return ", ".join(f"{kolom} {_cell(x)}" for kolom, x in baris.items() if x not in (None, ""))


def _cell(nilai: object) -> str:
    if nilai is None or nilai == "":
        return "kosong"
    return str(nilai) if isinstance(nilai, int) else f"'{nilai}'"
