"""Counts in sentences of what stands beside the indicators: units, workbooks, nodes, classes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.koreksi.acuan import Acuan
from kinerja_cli.domain.koreksi.hitungan import BENDA, N, scopes_of, wrong_count
from kinerja_cli.domain.koreksi.kalimat import Kalimat, speaks_of_tribulan
from kinerja_cli.domain.koreksi.kata import read_count
from kinerja_cli.domain.rencana import Jenjang, Rencana, Simpul
from kinerja_cli.domain.temuan import Temuan

_BERKALA = re.compile(r"\b(?:setiap|tiap|per|empat|\d)\s+(?:tribulan|triwulan)\b", re.IGNORECASE)
_FORMULIR = re.compile(
    rf"\bseluruh\s+{N}\s+formulir\b(?:[^.;]{{0,40}}?\bdari\s+{N}\s+unit kerja\b)?", re.IGNORECASE
)
_UNIT = re.compile(
    rf"\bdihimpun(?:\s+(?:setiap|tiap)\s+(?:tribulan|triwulan))?\s+dari\s+{N}\s+unit kerja\b",
    re.IGNORECASE,
)
_DUKUNGAN = re.compile(
    rf"\bdidukung\s+(?:oleh\s+)?{N}\s+program\b(?:,?\s+(?:dan\s+)?{N}\s+kegiatan\b)?"
    rf"(?:,?\s+(?:dan\s+)?{N}\s+sub\s?kegiatan\b)?",
    re.IGNORECASE,
)
_JENJANG = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)


def count_of_units_is_that_of_the_plan(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """Units that supply data, and the workbooks that they owe, are as many as planned."""
    analisis = acuan.analisis
    if speaks_of_tribulan(_BERKALA.sub("", kalimat.teks)):
        return
    if kalimat.niat or kalimat.tahun - {analisis.rencana.tahun}:
        return
    unit = len(analisis.unit)
    owed = unit * analisis.tribulan
    for match in _FORMULIR.finditer(kalimat.teks):
        named = read_count(match[2] or "")
        if read_count(match[1]) not in (owed, unit) or named not in (unit, None):
            yield wrong_count(kalimat, match[0], f"{owed} formulir dari {unit} unit kerja")
    for match in _UNIT.finditer(kalimat.teks):
        if read_count(match[1]) != unit:
            yield wrong_count(kalimat, match[0], f"{unit} unit kerja")


def count_of_nodes_is_that_of_the_plan(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """A sasaran is supported by as many programmes and kegiatan as stand under it."""
    if kalimat.sasaran is None or kalimat.niat or kalimat.tahun - {acuan.analisis.rencana.tahun}:
        return
    for match in _DUKUNGAN.finditer(kalimat.teks):
        right = _supporting(kalimat.sasaran.simpul, acuan.analisis.rencana)
        stated = [read_count(x) if x else None for x in match.groups()]
        if any(x is not None and x != y for x, y in zip(stated, right, strict=True)):
            told = ", ".join(f"{x} {y.value}" for x, y in zip(right, _JENJANG, strict=True))
            yield wrong_count(kalimat, match[0], told)


def _supporting(sasaran: Simpul, rencana: Rencana) -> list[int]:
    """Return how many programmes, kegiatan and sub kegiatan stand under a sasaran."""
    return [
        sum(rencana.ancestor(x.kode, Jenjang.SASARAN) == sasaran for x in rencana.at(y))
        for y in _JENJANG
    ]


def count_of_classes_is_that_of_the_tables(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """So many sasaran or indicators have a predikat as are said to have it."""
    if kalimat.tribulan or kalimat.niat or kalimat.bernama:
        return
    if kalimat.tahun - {acuan.analisis.rencana.tahun}:
        return
    for match in _classes(acuan.analisis).finditer(kalimat.teks):
        stated, whole = read_count(match[1]), read_count(match[2] or "")
        known = _classified(kalimat, acuan.analisis, match["apa"], match["kelas"])
        if not any(stated == banyak and whole in (semua, None) for banyak, semua in known):
            banyak, semua = known[0]
            told = f"{banyak} dari {semua} {match['apa'].split()[0].lower()}"
            yield wrong_count(kalimat, match[0], told)


def _classes(analisis: Analisis) -> re.Pattern[str]:
    """Return the pattern of a count with a class of the office's scale, the longer names first."""
    scale = sorted((x.nama for x in analisis.pengaturan.aturan.skala), key=len, reverse=True)
    return re.compile(
        rf"\b{N}\s+(?:dari\s+{N}\s+)?(?P<apa>sasaran(?:\s+strategis)?|{BENDA})\s+"
        r"(?:(?:yang|telah|berhasil|memperoleh|mendapat|mendapatkan|meraih|dengan)\s+)*"
        rf"(?:ber)?predikat\s+(?P<kelas>{'|'.join(map(re.escape, scale))})\b",
        re.IGNORECASE,
    )


def _classified(
    kalimat: Kalimat, analisis: Analisis, apa: str, kelas: str
) -> list[tuple[int, int]]:
    """Return how many of how many have the class, for each set that may be meant."""
    if apa.casefold().startswith("sasaran"):
        groups = [[x.predikat for x in analisis.sasaran]]
    else:
        groups = [[y.predikat for y in x.indikator] for x in scopes_of(kalimat, analisis)]
    folded = kelas.casefold()
    return [
        (sum(x is not None and x.nama.casefold() == folded for x in group), len(group))
        for group in groups
    ]
