"""The input rules on the cells that a unit fills in: what a spreadsheet says while one types.

They warn and never block: the program judges what comes back, with more knowledge and words.
"""

from __future__ import annotations

from typing import Any

from kinerja_cli.adapter.format_unit.kepala import Formulir
from kinerja_cli.domain.rencana import Agregasi, Indikator, Polaritas, letters_of

Aturan = dict[str, Any]
"""The options of one XlsxWriter data validation."""

PESAN_TERPANJANG = 255
SATUAN_TERPANJANG = 60

_YANG_DIISI = {
    Agregasi.JUMLAH: "Isi hasil tribulan ini saja.",
    Agregasi.KUMULATIF: "Isi angka kumulatif sampai dengan tribulan ini.",
    Agregasi.RATA_RATA: "Isi hasil tribulan ini saja.",
    Agregasi.POSISI_AKHIR: "Isi keadaan terakhir pada akhir tribulan ini.",
}
_KOSONG = "Belum ada data: kosongkan. Hasilnya nol: tulis 0."


def realisasi_rule(formulir: Formulir, indikator: Indikator) -> Aturan:
    """Return the rule for an indicator's realisasi: a number, or letters from the plan."""
    if indikator.polaritas is Polaritas.PREDIKAT:
        return _predikat_rule(formulir, indikator)
    satuan = _printable(indikator.satuan)[:SATUAN_TERPANJANG]
    message = (
        f"Satuan: {satuan}. {_YANG_DIISI[indikator.agregasi]} "
        f"Angka saja, desimal dengan koma. {_KOSONG}"
    )
    return _number(indikator) | _prompt(f"Realisasi Tribulan {formulir.romawi}", message)


def amount_rule(formulir: Formulir) -> Aturan:
    """Return the rule for the realisasi of a budget line: whole rupiah, not below zero."""
    message = (
        "Rupiah penuh sejak Januari sampai dengan akhir tribulan ini, angka saja. "
        "Belum ada realisasi: tulis 0."
    )
    return {
        "validate": "integer",
        "criteria": ">=",
        "value": 0,
        **_warning("Realisasi anggaran diisi rupiah penuh, 0 atau lebih."),
        **_prompt(f"Realisasi s.d. Tribulan {formulir.romawi}", message),
    }


def text_rule(judul: str, pesan: str) -> Aturan:
    """Return a message for a cell that takes any text."""
    return {"validate": "any", **_prompt(judul, pesan)}


def _predikat_rule(formulir: Formulir, indikator: Indikator) -> Aturan:
    letters = list(letters_of(indikator.satuan, formulir.rencana.predikat))
    prompt = _prompt("Pilih predikat", f"Pilih dari daftar. {_YANG_DIISI[indikator.agregasi]}")
    if not letters or any(set(x) & set(',"') for x in letters) or _too_long(letters):
        return {"validate": "any", **prompt}
    warning = _warning("Predikat ini tidak ada dalam daftar rencana.")
    return {"validate": "list", "source": letters, **warning, **prompt}


def _too_long(letters: list[str]) -> bool:
    """Tell whether a list is longer than a spreadsheet keeps in a validation."""
    return len(",".join(letters)) > PESAN_TERPANJANG


def _number(indikator: Indikator) -> Aturan:
    if indikator.boleh_negatif:
        bounds = {"criteria": "between", "minimum": -1e15, "maximum": 1e15}
        return {"validate": "decimal", **bounds, **_warning("Realisasi diisi angka saja.")}
    warning = _warning("Realisasi diisi angka saja, 0 atau lebih, tanpa satuan.")
    return {"validate": "decimal", "criteria": ">=", "value": 0, **warning}


def _prompt(judul: str, pesan: str) -> Aturan:
    return {"input_title": judul, "input_message": pesan[:PESAN_TERPANJANG]}


def _warning(pesan: str) -> Aturan:
    return {"error_type": "warning", "error_title": "Periksa isian", "error_message": pesan}


def _printable(teks: str) -> str:
    """Return a text without control characters, which XlsxWriter does not escape in rules."""
    return "".join(x for x in teks if x.isprintable())
