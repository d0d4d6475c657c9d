"""Sentences that say where an indicator went: naik, turun, tetap, membaik, memburuk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_cli.domain.analisis.model import HasilIndikator
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Acuan, Ukuran, kind_of
from kinerja_cli.domain.koreksi.gerak import Gerak, move_between, mutu_of, year_before
from kinerja_cli.domain.koreksi.kalimat import Kalimat
from kinerja_cli.domain.narasi.kata import Arah, Mutu
from kinerja_cli.domain.rencana import Polaritas
from kinerja_cli.domain.temuan import Temuan

ARAH = {
    "naik": Arah.NAIK,
    "meningkat": Arah.NAIK,
    "bertambah": Arah.NAIK,
    "kenaikan": Arah.NAIK,
    "peningkatan": Arah.NAIK,
    "turun": Arah.TURUN,
    "menurun": Arah.TURUN,
    "berkurang": Arah.TURUN,
    "penurunan": Arah.TURUN,
    "tetap": Arah.TETAP,
    "stagnan": Arah.TETAP,
}
_ARAH = "|".join(ARAH)
_ANTARA = (
    r"(?:\s+(?:indikator(?:nya)?|ini|itu|tersebut|kinerja(?:nya)?|tahun|pada|sebesar|juga|pun|kembali"
    r"|sedikit|terus|telah|sudah|mengalami|tercatat|justru|mampu|berhasil|relatif|cukup|kantor|yang"
    r"|menunjukkan|atas|persen|%|[\d.,]+|[\"“”\ue100-\uf8ff]+|\([^()]*\)))*"
)
_AKHIR = r"(?!\s+(?:turun|naik|dan|atau|memenuhi|melampaui|belum|di|berada|harus|perlu)\b)"
_OBJEK = re.compile(
    rf"\b(?P<apa>realisasi|capaian)(?:nya)?{_ANTARA}\s+(?P<kata>{_ARAH})\b{_AKHIR}", re.IGNORECASE
)
_NOMINA = re.compile(
    r"\b(?:terjadi|mengalami|ada)\s+(?P<kata>kenaikan|peningkatan|penurunan)\s+"
    r"(?P<apa>realisasi|capaian)\b",
    re.IGNORECASE,
)
_NAMA = re.compile(
    rf"[\ue100-\uf8ff][\"”]?(?P<apa>){_ANTARA}\s+(?P<kata>{_ARAH})\b{_AKHIR}", re.IGNORECASE
)
_ISYARAT = re.compile(
    r"\b(?:dari .+ menjadi|dibanding\w*|sebelumnya|tahun lalu|tahun (?:19|20)\d\d)\b", re.IGNORECASE
)
_ACUAN_LAIN = re.compile(
    r"\b(?:dibanding\w*|terhadap|daripada)\s+(?:dengan\s+)?(?:target|renstra|rata-rata|kabupaten"
    r"|nasional|provinsi|standar|pagu)",
    re.IGNORECASE,
)
_PEMBANDING = r"\b(?:dibanding\w*|terhadap|daripada|dari|sejak)\b"
_MUTU = re.compile(r"(?<!tidak )(?<!belum )\b(membaik|memburuk)\b", re.IGNORECASE)
_BAIK = {Polaritas.NAIK: "naik", Polaritas.PREDIKAT: "naik", Polaritas.TURUN: "turun"}


def direction_is_that_of_the_figures(kalimat: Kalimat, acuan: Acuan) -> Iterator[Temuan]:
    """A sentence on one indicator names the direction that its figures have."""
    hasil = kalimat.indikator
    if hasil is None or kalimat.tribulan or kalimat.niat:
        return
    lalu = _compared_year(kalimat, hasil, acuan)
    if lalu is not None:
        yield from _check_moves(kalimat, hasil, lalu, acuan)
        yield from _check_mutu(kalimat, hasil, lalu, acuan)


def _compared_year(kalimat: Kalimat, hasil: HasilIndikator, acuan: Acuan) -> int | None:
    """Return the one year that a sentence compares this year with, or None where in doubt."""
    ini = acuan.analisis.rencana.tahun
    if _ACUAN_LAIN.search(kalimat.teks):
        return None
    for named in (kalimat.tahun - {ini}, kalimat.tahun_paragraf - {ini}):
        if named:
            return next(iter(named)) if len(named) == 1 else None
    return year_before(hasil, ini, acuan) if _ISYARAT.search(kalimat.teks) else None


def _check_moves(
    kalimat: Kalimat, hasil: HasilIndikator, lalu: int, acuan: Acuan
) -> Iterator[Temuan]:
    for match in _moves_in(kalimat):
        apa = match["apa"].casefold() or "realisasi"
        ukuran = Ukuran.CAPAIAN if apa == "capaian" else Ukuran.REALISASI
        gerak = _move(hasil, ukuran, lalu, acuan)
        kata = match["kata"].casefold()
        if gerak is None or gerak.arah is ARAH[kata]:
            continue
        if not _is_stated(kata, match) or _is_of_that_year(lalu, match):
            continue
        yield kalimat.found(
            JenisTemuan.KOREKSI_ARAH_BERTENTANGAN,
            ukuran=apa,
            subjek=kind_of(hasil),
            kata=ARAH[kata].value,
            data=str(gerak),
        )


def _moves_in(kalimat: Kalimat) -> list[re.Match[str]]:
    found = [y for x in (_OBJEK, _NOMINA) for y in x.finditer(kalimat.teks)]
    if not found and _ISYARAT.search(kalimat.teks):
        found = list(_NAMA.finditer(kalimat.teks))
    return found


def _is_stated(kata: str, match: re.Match[str]) -> bool:
    """Tell whether “tetap” means unchanged here, and not “still”."""
    if kata != "tetap":
        return True
    rest = match.string[match.end() :].lstrip()
    return not rest or re.match(r"[\d.,;]|(?:seperti|sama|sebesar|pada)\b", rest) is not None


def _is_of_that_year(lalu: int, match: re.Match[str]) -> bool:
    """Tell whether a year before the word is what the sentence is about, not compared with."""
    before = match.string[: match.start("kata")]
    return str(lalu) in before and not re.search(
        rf"{_PEMBANDING}[^.;]*{lalu}", before, re.IGNORECASE
    )


def _move(hasil: HasilIndikator, ukuran: Ukuran, lalu: int, acuan: Acuan) -> Gerak | None:
    return move_between(hasil, ukuran, lalu, acuan.analisis.rencana.tahun, acuan)


def _check_mutu(
    kalimat: Kalimat, hasil: HasilIndikator, lalu: int, acuan: Acuan
) -> Iterator[Temuan]:
    gerak = _move(hasil, Ukuran.REALISASI, lalu, acuan)
    if gerak is None or "capaian" in kalimat.teks.casefold():
        return
    mutu = mutu_of(hasil, gerak)
    for kata in _MUTU.findall(kalimat.teks):
        if mutu is not None and mutu is not Mutu(kata.casefold()):
            yield kalimat.found(
                JenisTemuan.KOREKSI_MUTU_BERTENTANGAN,
                subjek=kind_of(hasil),
                kata=kata.casefold(),
                data=f"realisasinya {gerak}, artinya {mutu.value}",
                baik=_BAIK[hasil.cara.polaritas],
            )
