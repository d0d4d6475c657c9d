"""Figures in sentences on one indicator, and percentages in brackets behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kinerja_cli.domain.analisis.model import HasilIndikator
from kinerja_cli.domain.koreksi.acuan import (
    SEKARANG,
    Acuan,
    Harapan,
    Masa,
    Subjek,
    Ukuran,
    expected,
    kind_of,
)
from kinerja_cli.domain.koreksi.cetakan_kalimat import ANGKA, KATA, PERSEN, SATU, Dugaan, judge
from kinerja_cli.domain.koreksi.gerak import move_between
from kinerja_cli.domain.koreksi.kalimat import Kalimat
from kinerja_cli.domain.rencana import TRIBULAN
from kinerja_cli.domain.temuan import Temuan

_BERLABEL = re.compile(
    r"\b(?P<apa>terealisasi|realisasi|capaian|tingkat pencapaian|target akhir renstra|target)"
    rf"(?:nya)?(?:\s+[\"“]?[\ue100-\uf8ff][\"”]?)?{KATA}\s+{ANGKA}(?!\.?\d)(?!\s*(?:indikator|sasaran|tahun|formulir|poin))",
    re.IGNORECASE,
)
_MENJADI = re.compile(rf"\bdari\s+(?P<dari>{SATU})[^.;]{{0,60}}?\bmenjadi\s+{ANGKA}", re.IGNORECASE)
_POIN = re.compile(
    rf"\bcapaian(?:nya)?\s+(?:naik|turun|meningkat|menurun)\s+(?:sebesar\s+)?{ANGKA}\s+poin",
    re.IGNORECASE,
)
_DALAM_KURUNG = re.compile(rf"(?P<nama>[\ue100-\uf8ff])[\"”]?\s*\({ANGKA}{PERSEN}\)", re.IGNORECASE)
_DI_BELAKANG_NAMA = re.compile(
    r"(?P<nama>[\ue100-\uf8ff])[\"”]?(?:\s+(?:pada|tahun|(?:19|20)\d\d|juga|telah|sudah"
    r"|kecamatan\s+\w+))*\s+(?:mencapai|sebesar|sebanyak|tercatat|adalah)"
    rf"(?:\s+sebesar)?\s+{ANGKA}(?P<sisa>.*)",
    re.IGNORECASE,
)
_SELESAI = re.compile(r"[,;(]|\.(?!\d)|$")
_TAHUN = re.compile(r"(?:19|20)\d\d")
_UKURAN = {
    "terealisasi": Ukuran.REALISASI,
    "realisasi": Ukuran.REALISASI,
    "capaian": Ukuran.CAPAIAN,
    "tingkat pencapaian": Ukuran.TINGKAT_RENSTRA,
    "target akhir renstra": Ukuran.RENSTRA,
    "target": Ukuran.TARGET,
}
_SEJENIS = {Ukuran.TARGET: Ukuran.RENSTRA, Ukuran.CAPAIAN: Ukuran.TINGKAT_RENSTRA}


def figure_is_that_of_the_indicator(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """A figure beside its word is one that the data knows under that word."""
    if kalimat.tribulan or kalimat.niat:
        return
    yield from _check_brackets(kalimat, acuan)
    if kalimat.indikator is not None:
        yield from _check_labelled(kalimat, kalimat.indikator, acuan)
        yield from _check_changes(kalimat, kalimat.indikator, acuan)
        yield from _check_points(kalimat, kalimat.indikator, acuan)


def _check_labelled(kalimat: Kalimat, hasil: HasilIndikator, acuan: Acuan) -> Iterator[Temuan]:
    for match in _BERLABEL.finditer(kalimat.teks):
        ukuran = _UKURAN[match["apa"].casefold()]
        if not _TAHUN.fullmatch(match["angka"]):
            right = expected(hasil, ukuran, SEKARANG, acuan)
            known = (*right, *_ever(hasil, ukuran, acuan))
            yield from judge(kalimat, match["angka"], Dugaan(ukuran, kind_of(hasil), known, right))


def _ever(hasil: HasilIndikator, ukuran: Ukuran, acuan: Acuan) -> Harapan:
    """Return every figure of an indicator under that word: other years, tribulan, the Renstra."""
    spans = [Masa(tahun=x.tahun) for x in hasil.riwayat] + [Masa(tribulan=x) for x in TRIBULAN]
    found = [y for x in spans for y in expected(hasil, ukuran, x, acuan)]
    if ukuran in _SEJENIS:
        found += expected(hasil, _SEJENIS[ukuran], SEKARANG, acuan)
    return tuple(x for x in found if x is not None)


def _check_changes(kalimat: Kalimat, hasil: HasilIndikator, acuan: Acuan) -> Iterator[Temuan]:
    """“Dari … menjadi …” are figures of realisasi, or of capaian where that is named before."""
    for match in _MENJADI.finditer(kalimat.teks):
        capaian = "capaian" in kalimat.teks[: match.start()].casefold()
        ukuran = Ukuran.CAPAIAN if capaian else Ukuran.REALISASI
        now, ever = expected(hasil, ukuran, SEKARANG, acuan), _ever(hasil, ukuran, acuan)
        for angka, right in ((match["dari"], ever), (match["angka"], now)):
            dugaan = Dugaan(ukuran, kind_of(hasil), (*now, *ever), right)
            yield from judge(kalimat, angka, dugaan)


def _check_points(kalimat: Kalimat, hasil: HasilIndikator, acuan: Acuan) -> Iterator[Temuan]:
    """“Naik … poin” is the difference of two capaian, of the one other year that is named."""
    ini = acuan.analisis.rencana.tahun
    past = kalimat.tahun_paragraf - {ini}
    for match in _POIN.finditer(kalimat.teks) if len(past) == 1 else ():
        gerak = move_between(hasil, Ukuran.CAPAIAN, next(iter(past)), ini, acuan)
        right = gerak.poin if gerak else ()
        dugaan = Dugaan(Ukuran.CAPAIAN, kind_of(hasil), right, right[:1])
        yield from judge(kalimat, match["angka"], dugaan)


def _check_brackets(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """A percentage in brackets behind a name is a capaian or a serapan of that name."""
    serapan = "serapan" in kalimat.teks.casefold()
    for match in _DALAM_KURUNG.finditer(kalimat.teks):
        (nama,) = acuan.topeng.names_in(match["nama"])
        subjects = acuan.subjects(nama)
        known: Harapan = tuple(
            y
            for x in subjects
            for ukuran in _bracketed(x)
            for y in expected(x, ukuran, SEKARANG, acuan)
        )
        ukuran = Ukuran.SERAPAN if serapan else Ukuran.CAPAIAN
        right = expected(subjects[0], ukuran, SEKARANG, acuan) or known
        dugaan = Dugaan(ukuran, kind_of(subjects[0]), known, right[:1])
        yield from judge(kalimat, match["angka"], dugaan)


def figure_beside_a_name_is_of_it(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """“<Indicator> mencapai 85,12” is a figure that the indicator has, of whatever kind."""
    hasil = kalimat.indikator
    if hasil is None or kalimat.tribulan or kalimat.niat:
        return
    if kalimat.tahun - {acuan.analisis.rencana.tahun}:
        return
    labelled = {x.start("angka") for x in _BERLABEL.finditer(kalimat.teks)}
    for match in _DI_BELAKANG_NAMA.finditer(kalimat.teks):
        if match.start("angka") not in labelled and _is_in_its_unit(match["sisa"], hasil):
            yield from judge(kalimat, match["angka"], _of_any_kind(hasil, acuan))


def _of_any_kind(hasil: HasilIndikator, acuan: Acuan) -> Dugaan:
    """Return every figure that an indicator has; its realisasi is the likeliest."""
    known = [y for x in _UKURAN.values() for y in expected(hasil, x, SEKARANG, acuan)]
    known += [y for x in _UKURAN.values() for y in _ever(hasil, x, acuan)]
    right = expected(hasil, Ukuran.REALISASI, SEKARANG, acuan)
    return Dugaan(Ukuran.REALISASI, kind_of(hasil), tuple(known), right)


def _is_in_its_unit(sisa: str, hasil: HasilIndikator) -> bool:
    """Tell whether what follows a figure is the indicator's unit, or the clause ends there."""
    rest, satuan = sisa.lstrip(), hasil.indikator.satuan.casefold()
    if satuan in ("%", "persen"):
        return re.match(PERSEN, rest, re.IGNORECASE) is not None
    return _SELESAI.match(rest) is not None or rest.casefold().startswith(satuan)


def _bracketed(subjek: Subjek) -> Sequence[Ukuran]:
    if isinstance(subjek, HasilIndikator):
        return (Ukuran.CAPAIAN, Ukuran.REALISASI, Ukuran.TARGET, Ukuran.TINGKAT_RENSTRA)
    return (Ukuran.CAPAIAN, Ukuran.SERAPAN)
