"""Holds a report that people have edited against the data. Pure.

naskah → acuan (what the data knows under each name) → checks of tables, sentences, names, order.
Adding a check is one function and one line below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.koreksi.acuan import Acuan
from kinerja_cli.domain.koreksi.angka_kalimat import (
    figure_beside_a_name_is_of_it,
    figure_is_that_of_the_indicator,
)
from kinerja_cli.domain.koreksi.angka_kantor import figure_is_that_of_the_office
from kinerja_cli.domain.koreksi.arah import direction_is_that_of_the_figures
from kinerja_cli.domain.koreksi.hasil import result_is_that_of_the_figures
from kinerja_cli.domain.koreksi.hitungan import count_is_that_of_the_tables
from kinerja_cli.domain.koreksi.kalimat import Kalimat, sentences_of
from kinerja_cli.domain.koreksi.kelengkapan import (
    no_indicator_is_left_out,
    no_node_is_left_out_of_a_list,
    no_sasaran_is_left_out_of_a_list,
)
from kinerja_cli.domain.koreksi.nama import (
    office_is_ours,
    units_are_those_of_the_plan,
    year_is_this_one,
)
from kinerja_cli.domain.koreksi.naskah import Naskah, TempatNaskah
from kinerja_cli.domain.koreksi.nomor_tabel import (
    every_table_is_numbered,
    tables_referred_to_are_there,
)
from kinerja_cli.domain.koreksi.penanda import no_placeholder_is_left
from kinerja_cli.domain.koreksi.sebutan import (
    efficiency_is_that_of_the_figures,
    extreme_is_that_of_the_figures,
    predikat_is_that_of_the_figures,
)
from kinerja_cli.domain.koreksi.susunan import (
    chapters_stand_in_order,
    every_sasaran_has_its_analyses,
    no_sasaran_is_left_out,
)
from kinerja_cli.domain.koreksi.tabel import (
    TabelDinilai,
    figures_are_those_of_the_data,
    read_tables,
)
from kinerja_cli.domain.koreksi.unsur import (
    count_of_classes_is_that_of_the_tables,
    count_of_nodes_is_that_of_the_plan,
    count_of_units_is_that_of_the_plan,
)
from kinerja_cli.domain.temuan import Temuan

PeriksaNaskah: TypeAlias = Callable[[Naskah, Acuan], Iterator[Temuan]]
PeriksaTabel: TypeAlias = Callable[[Naskah, Sequence[TabelDinilai], Acuan], Iterator[Temuan]]
PeriksaKalimat: TypeAlias = Callable[[Kalimat, Acuan], Iterator[Temuan]]

PEMERIKSAAN_NASKAH: tuple[PeriksaNaskah, ...] = (
    chapters_stand_in_order,
    every_sasaran_has_its_analyses,
    no_sasaran_is_left_out,
    tables_referred_to_are_there,
    office_is_ours,
    units_are_those_of_the_plan,
    year_is_this_one,
    no_placeholder_is_left,
)
PEMERIKSAAN_TABEL: tuple[PeriksaTabel, ...] = (
    no_sasaran_is_left_out_of_a_list,
    no_indicator_is_left_out,
    no_node_is_left_out_of_a_list,
    figures_are_those_of_the_data,
    every_table_is_numbered,
)
PEMERIKSAAN_KALIMAT: tuple[PeriksaKalimat, ...] = (
    direction_is_that_of_the_figures,
    result_is_that_of_the_figures,
    figure_is_that_of_the_indicator,
    figure_beside_a_name_is_of_it,
    figure_is_that_of_the_office,
    count_is_that_of_the_tables,
    count_of_units_is_that_of_the_plan,
    count_of_nodes_is_that_of_the_plan,
    count_of_classes_is_that_of_the_tables,
    predikat_is_that_of_the_figures,
    efficiency_is_that_of_the_figures,
    extreme_is_that_of_the_figures,
)


def check_naskah(naskah: Naskah, analisis: Analisis) -> list[Temuan]:
    """Return everything in a report that the data contradicts, in the order of the report."""
    acuan = Acuan(analisis)
    tabel = read_tables(naskah, acuan)
    found = [x for periksa in PEMERIKSAAN_TABEL for x in periksa(naskah, tabel, acuan)]
    found.extend(x for periksa in PEMERIKSAAN_NASKAH for x in periksa(naskah, acuan))
    for kalimat in sentences_of(naskah, acuan):
        found.extend(x for periksa in PEMERIKSAAN_KALIMAT for x in periksa(kalimat, acuan))
    return sorted(found, key=_position)


def _position(temuan: Temuan) -> int:
    tempat = temuan.tempat
    return tempat.nomor if isinstance(tempat, TempatNaskah) else 0
