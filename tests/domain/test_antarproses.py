"""Values are the same after crossing from one process to another, those of subclasses too."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass
from decimal import Decimal

import pytest

from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.antarproses import travels_light
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.koreksi.naskah import TempatNaskah
from kinerja_cli.domain.rencana import Agregasi, Indikator, Jenjang, Polaritas, Porsi, Simpul, Unit
from kinerja_cli.domain.setoran import Penjelasan, Realisasi, Setoran
from kinerja_cli.domain.temuan import Tempat, Temuan


@travels_light
@dataclass(frozen=True, slots=True)
class Satu:
    """A value of one part."""

    isi: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dua(Satu):
    """A value that adds a part."""

    lain: str = ""


TARGET = (None, Rentang(Decimal(1), Decimal(2)), "BB", Decimal("0.5"))
NILAI = [
    Satu((1, 2)),
    Dua((1,), "x"),
    Unit("u1", "Nama Unit"),
    Simpul("S.1", Jenjang.PROGRAM, "Uraian", pagu=Decimal(10)),
    Indikator(
        "I.1", "S.1", "Uraian", "%", Polaritas.TURUN, Agregasi.JUMLAH, (Porsi("u1", None, TARGET),)
    ),
    Setoran("u1", 2, {"I.1": Realisasi(Decimal("1.50"), "k", Penjelasan(kendala="hujan"))}),
    Temuan(JenisTemuan.BUKAN_ANGKA, Tempat("a.xlsx", "Data", 3, 4), {"nilai": "x"}),
    TempatNaskah("a.docx"),
]


@pytest.mark.parametrize("nilai", NILAI, ids=lambda x: type(x).__name__)
def test_a_value_arrives_as_it_was(nilai: object) -> None:
    arrived = pickle.loads(pickle.dumps(nilai))  # noqa: S301 - made in this line
    assert (type(arrived), arrived) == (type(nilai), nilai)
    assert copy.copy(nilai) == nilai


def test_it_travels_without_the_names_of_its_parts() -> None:
    assert b"kode_cascading" not in pickle.dumps(NILAI[4])
