"""Words of judgement in sentences: predikat, efficiency, highest and lowest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja_cli.domain.analisis.model import Efisiensi, HasilSasaran
from kinerja_cli.domain.angka import round_half_up
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan, Rincian, Subjek, Ukuran, kind_of
from kinerja_cli.domain.koreksi.kalimat import Kalimat
from kinerja_cli.domain.narasi.kantor import indikator_sasaran
from kinerja_cli.domain.rencana import Jenjang
from kinerja_cli.domain.temuan import Temuan

_EFISIENSI = re.compile(r"\bdinilai\s+((?:cukup |tidak |kurang )?efisien)\b", re.IGNORECASE)
_UJUNG = re.compile(r"\b(tertinggi|terendah)\b", re.IGNORECASE)
_RATA_RATA = re.compile(r"\brata-rata", re.IGNORECASE)


def predikat_is_that_of_the_figures(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """The class in a sentence is that of its indicator, or of the mean that it speaks of."""
    if kalimat.tribulan or kalimat.tahun - {acuan.analisis.rencana.tahun}:
        return
    classes = sorted((x.nama for x in acuan.analisis.pengaturan.aturan.skala), key=len)
    names = "|".join(map(re.escape, reversed(classes)))
    for match in re.finditer(rf"\bpredikat\s+({names})\b", kalimat.teks, re.IGNORECASE):
        right, whose = _predikat(kalimat, acuan)
        if right and match[1].casefold() not in {x.casefold() for x in right}:
            yield kalimat.found(
                JenisTemuan.KOREKSI_SEBUTAN_BERBEDA,
                ukuran=Ukuran.PREDIKAT.value,
                subjek=whose,
                nilai=match[1],
                data=right[0],
            )


def _predikat(kalimat: Kalimat, acuan: Acuan) -> tuple[list[str], str]:
    """Return the classes that may stand in a sentence, and whose they are."""
    if kalimat.indikator is not None:
        judged = [kalimat.indikator.predikat]
        whose = kind_of(kalimat.indikator)
    elif kalimat.bernama or not _RATA_RATA.search(kalimat.teks):
        return [], ""
    elif kalimat.sasaran is not None:
        judged = [kalimat.sasaran.predikat, acuan.analisis.predikat]
        whose = f"sasaran “{kalimat.sasaran.simpul.uraian}”"
    else:
        judged, whose = [acuan.analisis.predikat], acuan.analisis.pengaturan.kantor.nama
    return [x.nama for x in judged if x], whose


def efficiency_is_that_of_the_figures(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """Efficiency is judged by capaian and serapan of the sasaran, or of the office."""
    if kalimat.bernama or kalimat.niat or kalimat.tribulan:
        return
    judged: Sequence[Efisiensi | None] = (
        [kalimat.sasaran.efisiensi] if kalimat.sasaran else [acuan.analisis.efisiensi]
    )
    for match in _EFISIENSI.finditer(kalimat.teks):
        for efisiensi in filter(None, judged):
            kata = match[1].casefold().replace("kurang", "tidak")
            if kata != efisiensi.sebutan:
                yield kalimat.found(
                    JenisTemuan.KOREKSI_EFISIENSI_BERTENTANGAN,
                    kata=match[1].lower(),
                    data=efisiensi.sebutan,
                )


def extreme_is_that_of_the_figures(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """What is called highest or lowest is so among its like, in capaian or in serapan."""
    if kalimat.tribulan or kalimat.sasaran or kalimat.tahun - {acuan.analisis.rencana.tahun}:
        return
    parts = _UJUNG.split(kalimat.teks)
    serapan = "serapan" in parts[0].casefold()
    if not serapan and "capaian" not in parts[0].casefold():
        return
    for kata, teks in zip(parts[1::2], parts[2::2], strict=True):
        names = acuan.topeng.names_in(teks)
        subjects = acuan.subjects(names[0]) if len(names) == 1 else ()
        if len(subjects) == 1:
            yield from _check_extreme(kalimat, kata.casefold(), subjects[0], acuan, serapan=serapan)


def _check_extreme(
    kalimat: Kalimat, kata: str, subjek: Subjek, acuan: Acuan, *, serapan: bool
) -> Iterator[Temuan]:
    known = _peers(subjek, acuan, serapan=serapan)
    own = next((x for x, y in known if y == kind_of(subjek)), None)
    if own is None:
        return
    best = max(known) if kata == "tertinggi" else min(known)
    if best[0] != own:
        yield kalimat.found(
            JenisTemuan.KOREKSI_UJUNG_BERBEDA, subjek=kind_of(subjek), kata=kata, data=best[1]
        )


def _peers(subjek: Subjek, acuan: Acuan, *, serapan: bool) -> list[tuple[Decimal, str]]:
    """Return the printed figures of all that are compared with it."""
    if not isinstance(subjek, Rincian):
        judged = indikator_sasaran(acuan.analisis)
        pairs = [(x.persen, kind_of(x)) for x in judged if not serapan]
    else:
        same = [x for x in acuan.simpul.values() if x.simpul.jenjang is subjek.simpul.jenjang]
        pairs = [(_figure(x, serapan=serapan), kind_of(x)) for x in same]
    return [(round_half_up(x), nama) for x, nama in pairs if x is not None]


def _figure(rincian: Rincian, *, serapan: bool) -> Decimal | None:
    if serapan:
        return rincian.anggaran.serapan if rincian.anggaran else None
    kinerja: HasilSasaran | None = rincian.kinerja
    judged = kinerja if rincian.simpul.jenjang is Jenjang.SASARAN else None
    return judged.rata_rata.apa_adanya if judged else None
