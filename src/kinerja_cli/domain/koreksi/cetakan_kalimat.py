"""How a figure stands in a sentence, and the finding where it is another than the data's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.acuan import Harapan, Ukuran, show
from kinerja_cli.domain.koreksi.cetakan import Putusan, compare
from kinerja_cli.domain.koreksi.kalimat import Kalimat
from kinerja_cli.domain.temuan import Temuan

SATU = r"-?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d)"
"""One number, as far as a sentence writes it."""
ANGKA = rf"(?P<angka>{SATU}(?:\s?[–-]\s?{SATU})?)"
"""One number or a range, under the name that the checks ask for."""
KATA = r"(?:\s+(?:sebesar|adalah|mencapai|hanya|tercatat|yaitu|sebanyak|yakni|kinerja|kinerjanya))*"
"""Words that may stand between a measure and its figure."""
PERSEN = r"\s*(?:persen|%)"


@dataclass(frozen=True, slots=True)
class Dugaan:
    """What a figure is taken for: all that may stand there, and what should, of whom."""

    ukuran: Ukuran
    subjek: str
    boleh: Harapan
    benar: Harapan


def judge(kalimat: Kalimat, angka: str, dugaan: Dugaan) -> Iterator[Temuan]:
    """Yield a finding where a figure is none of those that may stand there."""
    if compare(angka, dugaan.boleh) in (Putusan.BEDA, Putusan.TANPA_DATA):
        yield kalimat.found(
            JenisTemuan.KOREKSI_ANGKA_KALIMAT_BERBEDA,
            ukuran=dugaan.ukuran.value.lower(),
            subjek=dugaan.subjek,
            nilai=angka,
            data=show(dugaan.benar, dugaan.ukuran),
        )
