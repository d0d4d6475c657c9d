"""The rules of measurement that an office chose, in words: a reader must be able to retrace."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.narasi.kata import rangkai
from kinerja_cli.domain.predikat import SKALA_PERMENDAGRI_86
from kinerja_cli.domain.rencana import Polaritas, RumusTurun

RUMUS_POLARITAS = {
    Polaritas.NAIK: (
        "Indikator yang makin tinggi makin baik: realisasi dibagi target, dikalikan 100."
    ),
    Polaritas.RENTANG: (
        "Indikator dengan target berupa rentang: 100 bila realisasi berada di dalamnya; di "
        "luarnya diukur terhadap batas yang terdekat."
    ),
    Polaritas.STABIL: (
        "Indikator yang makin dekat dengan target makin baik: kelebihan dan kekurangan sama-sama "
        "mengurangi capaian."
    ),
    Polaritas.PREDIKAT: (
        "Indikator berupa predikat: huruf diubah menjadi angka menurut tabel pada rencana, "
        "kemudian realisasi dibagi target, dikalikan 100."
    ),
}

RUMUS_TURUN = {
    RumusTurun.SELISIH: "dua kali target dikurangi realisasi, dibagi target, dikalikan 100",
    RumusTurun.RASIO: "target dibagi realisasi, dikalikan 100",
}


def kalimat_aturan(analisis: Analisis) -> tuple[str, ...]:
    """Return the rules that this analysis really used, one sentence each."""
    return tuple(_rules(analisis))


def sumber_skala(analisis: Analisis) -> str:
    """Say whose scale of classes the report uses."""
    if analisis.pengaturan.aturan.skala == SKALA_PERMENDAGRI_86:
        return "Skala menurut Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017."
    return f"Skala yang ditetapkan {analisis.pengaturan.kantor.nama}."


def _rules(analisis: Analisis) -> Iterator[str]:
    used = {x.cara.polaritas for x in analisis.indikator}
    for polaritas, rumus in RUMUS_POLARITAS.items():
        if polaritas in used:
            yield rumus
    yield from _falling(analisis)
    batas = analisis.pengaturan.aturan.batas_rata_rata
    if batas is not None:
        yield (
            "Rata-rata disajikan dua kali: apa adanya, dan dengan capaian tiap indikator dibatasi "
            f"paling tinggi {format_angka(batas)} persen; predikat ditetapkan dari yang kedua."
        )
    yield (
        "Capaian dibulatkan dua angka di belakang koma. Indikator tanpa realisasi atau tanpa "
        "target diberi keterangan dan tidak masuk dalam rata-rata."
    )


def _falling(analisis: Analisis) -> Iterator[str]:
    """Yield the office's own formula, and by name the indicators that use the other."""
    falling = [x for x in analisis.indikator if x.cara.polaritas is Polaritas.TURUN]
    own = analisis.pengaturan.aturan.rumus_turun
    if any(x.cara.rumus_turun is own for x in falling):
        yield f"Indikator yang makin rendah makin baik: {RUMUS_TURUN[own]}."
    for rumus, kalimat in RUMUS_TURUN.items():
        names = [f"“{x.indikator.uraian}”" for x in falling if x.cara.rumus_turun is rumus]
        if rumus is not own and names:
            yield f"Khusus {rangkai(names)}: {kalimat}."
