"""Figures in sentences on no indicator: means, money, efficiency of the office or a sasaran."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_cli.domain.analisis.model import HasilSasaran
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import UANG, Acuan, Harapan, Ukuran, of_money, show
from kinerja_cli.domain.koreksi.cetakan import Putusan, compare
from kinerja_cli.domain.koreksi.cetakan_kalimat import ANGKA, KATA, PERSEN, SATU, Dugaan, judge
from kinerja_cli.domain.koreksi.kalimat import Kalimat
from kinerja_cli.domain.temuan import Temuan

_MILIK = (
    r"(?:\s+(?:(?:seluruh|semua)\s+)?(?:indikator|kinerja|kantor|organisasi|pada|tahun"
    r"|(?:19|20)\d\d|kecamatan\s+\w+))*"
)
_RATA_RATA = re.compile(
    rf"\brata-rata(?:nya)?(?:\s+capaian(?:nya)?{_MILIK})?{KATA}\s+{ANGKA}{PERSEN}", re.IGNORECASE
)
_CAPAIAN = re.compile(rf"\bcapaian(?:\s+kinerja)?{KATA}\s+{ANGKA}{PERSEN}", re.IGNORECASE)
_SELISIH = re.compile(rf"\bselisih(?:nya)?(?:\s+keduanya)?{KATA}\s+{ANGKA}\s+poin", re.IGNORECASE)
_SERAPAN = re.compile(rf"\bserapan(?:\s+anggaran)?{KATA}\s+{ANGKA}{PERSEN}", re.IGNORECASE)
_ATAU = re.compile(rf"\bRp\.?\s?{SATU}\s+atau{KATA}\s+{ANGKA}{PERSEN}", re.IGNORECASE)
_RUPIAH = re.compile(rf"Rp\.?\s?(?P<angka>{SATU}(?:\s(?:ribu|juta|miliar|milyar|triliun))?)")
_TENTANG_UANG = re.compile(
    r"\bpagu(?:nya)?(?:\s+(?:anggaran|kantor|kecamatan|sebesar|total|seluruhnya))*\s+Rp"
    r"|\brealisasi anggaran\b|\banggaran\b.*\bterealisasi\b",
    re.IGNORECASE,
)
_UANG_LAIN = re.compile(
    r"\b(?:dana desa|alokasi dana|ADD|APBDes|bagi hasil|bantuan|PBB\S*|pajak|retribusi|swadaya)\b",
    re.IGNORECASE,
)
_KATA_UANG = {
    Ukuran.PAGU: "pagu",
    Ukuran.REALISASI_ANGGARAN: "realisasi",
    Ukuran.SISA: "sisa",
}


def figure_is_that_of_the_office(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """A mean, an amount or a serapan is one that the office or the sasaran has."""
    if kalimat.tribulan or kalimat.niat or kalimat.indikator is not None:
        return
    if not kalimat.tahun - {acuan.analisis.rencana.tahun}:
        yield from _check_means(kalimat, acuan)
        yield from _check_money(kalimat, acuan)


def _check_means(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    judged = _judged(kalimat)
    kantor: Harapan = (acuan.analisis.kantor.apa_adanya, acuan.analisis.kantor.dibatasi)
    own: Harapan = tuple(y for x in judged for y in (x.rata_rata.apa_adanya, x.rata_rata.dibatasi))
    right = _meant(kalimat, own or kantor)
    for match in _RATA_RATA.finditer(kalimat.teks):
        if compare(match["angka"], (*own, *kantor)) is Putusan.BEDA:
            yield kalimat.found(
                JenisTemuan.KOREKSI_RATA_RATA_BERBEDA,
                nilai=match["angka"],
                data=show(right, Ukuran.RATA_RATA),
            )
    capaian = Dugaan(Ukuran.CAPAIAN, _whose(kalimat), (*own, *kantor), right)
    for match in _CAPAIAN.finditer(_RATA_RATA.sub("", kalimat.teks)):
        yield from judge(kalimat, match["angka"], capaian)
    efisiensi = [x.efisiensi for x in judged] + [acuan.analisis.efisiensi]
    gaps: Harapan = tuple(x.nilai for x in efisiensi if x)
    selisih = Dugaan(Ukuran.SELISIH, _whose(kalimat), gaps, gaps[:1])
    for match in _SELISIH.finditer(kalimat.teks):
        yield from judge(kalimat, match["angka"], selisih)


def _judged(kalimat: Kalimat) -> list[HasilSasaran]:
    """Return the nodes that a sentence names, and the sasaran in whose section it stands."""
    named = [x.kinerja for x in kalimat.rincian if x.kinerja]
    return [*named, kalimat.sasaran] if kalimat.sasaran else named


def _meant(kalimat: Kalimat, pair: Harapan) -> Harapan:
    """Return the mean as it is, or the capped one where the sentence speaks of a cap."""
    return pair[1:2] if "dibatasi" in kalimat.teks.casefold() else pair[:1]


def _whose(kalimat: Kalimat) -> str:
    return f"sasaran “{kalimat.sasaran.simpul.uraian}”" if kalimat.sasaran else "kantor"


def _check_money(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """An amount beside pagu and realisasi, or a serapan, is one that some budget line has."""
    total = acuan.analisis.total_anggaran
    if total is None:
        return
    here = (kalimat.sasaran.anggaran if kalimat.sasaran else None) or total
    ours = _TENTANG_UANG.search(kalimat.teks) and not _UANG_LAIN.search(kalimat.teks)
    for match in _RUPIAH.finditer(kalimat.teks) if ours else ():
        ukuran = _money_meant(kalimat.teks[: match.start()].casefold())
        dugaan = Dugaan(ukuran, "sebesar", acuan.uang, (of_money(here, ukuran),))
        yield from judge(kalimat, match[0], dugaan)
    serapan = Dugaan(Ukuran.SERAPAN, "sebesar", acuan.serapan, (here.serapan,))
    for match in (*_SERAPAN.finditer(kalimat.teks), *_ATAU.finditer(kalimat.teks)):
        yield from judge(kalimat, match["angka"], serapan)


def _money_meant(sebelum: str) -> Ukuran:
    """Return what an amount measures by the nearest word before it."""
    return max(UANG, key=lambda x: sebelum.rfind(_KATA_UANG[x]))
