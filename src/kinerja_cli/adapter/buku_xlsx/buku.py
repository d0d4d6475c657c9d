"""Reads an .xlsx, .xlsm or .xltx as its sender saved it into a Buku, or says why it cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from kinerja_cli.adapter.buku_xlsx.gaya import read_gaya
from kinerja_cli.adapter.buku_xlsx.lembar import read_lembar
from kinerja_cli.adapter.buku_xlsx.paket import Paket, Relasi
from kinerja_cli.adapter.buku_xlsx.sel import Acuan
from kinerja_cli.adapter.buku_xlsx.teks import read_teks
from kinerja_cli.adapter.buku_xlsx.xml import BENAR, Atribut, Unsur, local_name, read_elements
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca, sniff, sniff_zip
from kinerja_cli.domain.buku import Buku, Lembar

# A unit's workbook has six sheets and some 2,000 cells; Excel files of a hundred times that are
# something else, and a hostile one must end under 5 seconds and 500 MB.
MAKS_LEMBAR = 256
MAKS_SEL = 200_000
# Cells may share one long text: what they show together is what later steps go through.
MAKS_HURUF = 16_000_000

# What else stands among the sheets: charts, dialogs and macros of old, none with cells to read.
_BUKAN_LEMBAR = ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")

_UTAMA = frozenset({"workbook", "workbookPr", "sheet"})
_WAKTU = frozenset({"created", "modified"})


def read_buku(isi: bytes, kali: int = 1) -> Buku:
    """Return the workbook in these bytes; raises BukuTakTerbaca and nothing else.

    Every cell with a value or a formula is there, in hidden sheets and rows too; charts, merged
    ranges, comments and macros are not looked at. It may be `kali` times as large as what a unit
    may send.
    """
    sebab = sniff(isi)
    if sebab is not None:
        raise BukuTakTerbaca(sebab)
    with Paket(isi, kali) as paket:
        akar = {x.jenis: x.tujuan for x in paket.relations().values()}
        utama = akar.get("officeDocument", "")
        unsur = _workbook_elements(isi, paket, utama)
        lembar = _read_sheets(paket, unsur, paket.relations(utama), kali)
        return Buku(lembar, _saved_at(paket, akar.get("core-properties")))


def _workbook_elements(isi: bytes, paket: Paket, utama: str) -> Sequence[Unsur]:
    """Return what the main part lists, sheets first in order; another part is no workbook."""
    unsur: Sequence[Unsur] = ()
    if utama.lower() in paket.names and not utama.endswith(".bin"):
        unsur = read_elements(paket.read(utama), _UTAMA)
    if not unsur or unsur[-1].nama != "workbook":
        raise BukuTakTerbaca(sniff_zip(isi, paket.names), "bagian utama buku kerja tidak ada")
    return unsur


def _read_sheets(
    paket: Paket, unsur: Sequence[Unsur], relasi: Mapping[str, Relasi], kali: int
) -> tuple[Lembar, ...]:
    """Return the worksheets in the order of their tabs."""
    daftar = [x.atribut for x in unsur if x.nama == "sheet" and x.induk == "sheets"]
    if not daftar:
        raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, "tidak ada lembar di dalamnya")
    if len(daftar) > MAKS_LEMBAR:
        raise BukuTakTerbaca(SebabTakTerbaca.TERLALU_BESAR, f"ada {len(daftar)} lembar")
    acuan = _read_acuan(paket, unsur, relasi)
    sisa, sisa_huruf = MAKS_SEL * kali, MAKS_HURUF * kali
    lembar: list[Lembar] = []
    for atribut in daftar:
        nama = atribut.get("name", "")
        tujuan = relasi.get(_relation_id(atribut))
        if tujuan is None or tujuan.luar:
            raise BukuTakTerbaca(SebabTakTerbaca.RUSAK, f"isi lembar {nama!r} tidak ada")
        if tujuan.jenis in _BUKAN_LEMBAR:
            continue
        isi = read_lembar(paket.read(tujuan.tujuan), acuan, sisa)
        sisa -= len(isi.sel)
        sisa_huruf -= sum(len(x.nilai) for x in isi.sel.values() if isinstance(x.nilai, str))
        if sisa_huruf < 0:
            raise BukuTakTerbaca(SebabTakTerbaca.TERLALU_BESAR, "teks di dalam selnya")
        tersembunyi = atribut.get("state", "visible") != "visible"
        lembar.append(Lembar(nama, isi.sel, tersembunyi, frozenset(isi.tersembunyi)))
    return tuple(lembar)


def _relation_id(atribut: Atribut) -> str:
    """Return the id of a sheet's relation; its attribute has a prefix, each writer its own."""
    return next((x for nama, x in atribut.items() if local_name(nama) == "id"), "")


def _read_acuan(paket: Paket, unsur: Sequence[Unsur], relasi: Mapping[str, Relasi]) -> Acuan:
    """Return what cells refer to; a workbook may do without shared strings and styles."""
    bagian = {x.jenis: x.tujuan for x in relasi.values()}
    sejak_1904 = any(x.atribut.get("date1904") in BENAR for x in unsur if x.nama == "workbookPr")
    teks, gaya = bagian.get("sharedStrings"), bagian.get("styles")
    return Acuan(
        teks=read_teks(paket.read(teks)) if teks else (),
        gaya=read_gaya(paket.read(gaya) if gaya else None, sejak_1904=sejak_1904),
    )


def _saved_at(paket: Paket, bagian: str | None) -> datetime | None:
    """Return when a program last saved the file, in UTC, or None where that cannot be told."""
    if bagian is None:
        return None
    try:
        waktu = {x.nama: x.teks.strip() for x in read_elements(paket.read(bagian), _WAKTU)}
        # ExcelJS and SheetJS leave the time at which the form was made: nobody's saving.
        if waktu["modified"] == waktu.get("created"):
            return None
        saat = datetime.fromisoformat(waktu["modified"])
        return (saat if saat.tzinfo else saat.replace(tzinfo=UTC)).astimezone(UTC)
    # A year at either end of the calendar has no UTC equivalent.
    except (KeyError, ValueError, OverflowError):
        return None
    except BukuTakTerbaca as error:
        # The cells are whole: a broken date of saving is no reason to send the workbook back.
        if error.sebab is SebabTakTerbaca.RUSAK:
            return None
        raise
