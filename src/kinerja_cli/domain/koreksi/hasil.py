"""Sentences that say how an indicator stands to its target or to a standard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kinerja_cli.domain.analisis.model import Hasil, HasilIndikator
from kinerja_cli.domain.angka import SERATUS, round_half_up
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan, kind_of
from kinerja_cli.domain.koreksi.kalimat import Kalimat
from kinerja_cli.domain.koreksi.kata import key_of
from kinerja_cli.domain.narasi.indikator import alasan_dari, letak_pembanding
from kinerja_cli.domain.narasi.kata import sebut_hasil, sebut_letak, tulis, tulis_persen
from kinerja_cli.domain.rencana import Polaritas
from kinerja_cli.domain.temuan import Temuan

_SISIPAN = r"(?:(?:sepenuhnya|dapat|mampu|berhasil|juga|telah|sudah|sedikit|hanya|lagi)\s+)*"
_HASIL = re.compile(
    rf"\b(?:(?P<ingkar>belum|tidak|gagal|tak)\s+)?{_SISIPAN}"
    r"(?P<kata>(?:memenuhi (?:atau|dan/atau) )?melampaui|melebihi|memenuhi|mencapai)\s+target\b",
    re.IGNORECASE,
)
_PASIF = re.compile(
    rf"\btarget\b[^.;,]{{0,40}}?\b(?:(?P<ingkar>belum|tidak|gagal|tak)\s+)?{_SISIPAN}"
    r"(?P<kata>tercapai|terpenuhi|terlampaui)\b",
    re.IGNORECASE,
)
_LETAK_TARGET = re.compile(r"\b(?P<kata>di atas|di bawah)\s+target\b", re.IGNORECASE)
_LETAK = re.compile(r"\b(?P<kata>di atas|di bawah|sama dengan)\s+(?P<acuan>.{3,80})", re.IGNORECASE)
_TARGET_LAIN = re.compile(r"nasional|provinsi|kabupaten|rpjmd|standar|spm", re.IGNORECASE)
_RENSTRA = re.compile(r"renstra|jangka menengah", re.IGNORECASE)
PANJANG_OBJEK = 45
HURUF_BERARTI = 5
MELAMPAUI = frozenset({"melampaui", "melebihi", "terlampaui"})


def result_is_that_of_the_figures(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """A sentence on one indicator says of its target, or of a standard, what its figures say."""
    hasil = kalimat.indikator
    if hasil is None or kalimat.tribulan or kalimat.niat:
        return
    if not kalimat.tahun - {acuan.analisis.rencana.tahun}:
        yield from _check_results(kalimat, hasil)
        yield from _check_side_of_target(kalimat, hasil)
        yield from _check_side_of_standard(kalimat, hasil)


def _check_results(kalimat: Kalimat, hasil: HasilIndikator) -> Iterator[Temuan]:
    for match in (*_HASIL.finditer(kalimat.teks), *_PASIF.finditer(kalimat.teks)):
        against = _target_meant(kalimat, match, hasil)
        if against is None:
            continue
        stated = " ".join(filter(None, (match["ingkar"], match["kata"]))).casefold()
        persen = against.capaian.persen
        if persen is None:
            if match["ingkar"] is None:
                yield _contradiction(kalimat, hasil, stated, alasan_dari(against))
        elif not _holds(match, persen):
            said = f"capaiannya {tulis_persen(persen)} persen ({sebut_hasil(persen)} target)"
            yield _contradiction(kalimat, hasil, stated, said)


def _contradiction(kalimat: Kalimat, hasil: HasilIndikator, kata: str, data: str) -> Temuan:
    return kalimat.found(
        JenisTemuan.KOREKSI_HASIL_BERTENTANGAN,
        subjek=kind_of(hasil),
        kata=f"{kata} target",
        data=data,
    )


def _target_meant(kalimat: Kalimat, match: re.Match[str], hasil: HasilIndikator) -> Hasil | None:
    """Return the target that the words mean: the year's, the Renstra's, or None for another's."""
    start = match.start() + match[0].casefold().index("target")
    words = match.string[start : start + PANJANG_OBJEK]
    if _TARGET_LAIN.search(words):
        return None
    if _RENSTRA.search(words):
        return hasil.renstra
    if _RENSTRA.search(kalimat.teks):
        return hasil.renstra if re.match(r"target (?:itu|tersebut)\b", words) else None
    return hasil.waktu.berlaku


def _holds(match: re.Match[str], persen: Decimal) -> bool:
    shown = round_half_up(persen)
    if match["ingkar"]:
        return shown < SERATUS
    return shown > SERATUS if match["kata"].casefold() in MELAMPAUI else shown >= SERATUS


def _check_side_of_target(kalimat: Kalimat, hasil: HasilIndikator) -> Iterator[Temuan]:
    """“Di atas target” is wrong only where neither the figure nor the performance is above it."""
    for match in _LETAK_TARGET.finditer(kalimat.teks):
        against = _target_meant(kalimat, match, hasil)
        if against is None or against.capaian.persen is None:
            continue
        target, realisasi = against.target, against.realisasi
        sides = {sebut_letak(round_half_up(against.capaian.persen), SERATUS)}
        if isinstance(target, Decimal) and isinstance(realisasi, Decimal):
            sides.add(sebut_letak(realisasi, target))
        if match["kata"].casefold() not in sides:
            said = f"realisasi {tulis(realisasi)}, target {tulis(target)}"
            yield _contradiction(kalimat, hasil, match["kata"].casefold(), said)


def _check_side_of_standard(kalimat: Kalimat, hasil: HasilIndikator) -> Iterator[Temuan]:
    letak = letak_pembanding(hasil)
    if letak is None or hasil.indikator.polaritas is Polaritas.RENTANG:
        return
    telling = {x for x in key_of(hasil.indikator.pembanding).split() if len(x) >= HURUF_BERARTI}
    for match in _LETAK.finditer(kalimat.teks):
        words = key_of(match["acuan"]).split()
        if "target" in words or not telling & set(words):
            continue
        if match["kata"].casefold() != letak:
            kini = tulis(hasil.waktu.tahun.realisasi)
            yield kalimat.found(
                JenisTemuan.KOREKSI_LETAK_BERTENTANGAN,
                subjek=kind_of(hasil),
                kata=match["kata"].casefold(),
                acuan=hasil.indikator.pembanding,
                data=f"realisasi {kini}, pembanding {tulis(hasil.indikator.nilai_pembanding)}",
            )
