"""The domain's rules as live Excel formulas: each gives the figure that the domain gives.

Where there is no number a formula gives the reason as text, or KOSONG; neither enters a mean.
Formulas work with any spreadsheet since Excel 2007.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from kinerja_cli.domain.agregasi import Pasangan
from kinerja_cli.domain.angka import Rentang
from kinerja_cli.domain.capaian import Alasan, CaraHitung
from kinerja_cli.domain.rencana import Agregasi, Gabungan, Nilai, Polaritas, RumusTurun

KOSONG = "–"
"""What a formula shows where there is no figure: "" would be taken for zero by some previewers."""

DESIMAL_BANTU, DESIMAL_RERATA, DESIMAL_SELISIH = 10, 9, 8
"""Binary arithmetic leaves 12,344999999999999 where a calculator has 12,345: cut before rounding.

What is made of figures that were cut is cut one decimal shorter, or their cuts would show in it.
"""

TARGET, REALISASI = "\0target", "\0realisasi"
"""Places for the cells of a formula; no formula has such a character."""

# Rows say SEBARIS for their own number, and then their formulas are the same.
_once = lru_cache(maxsize=1024)

ANGKA_APA_PUN = '">-1E+300"'


@dataclass(frozen=True, slots=True)
class Deret:
    """Cells of targets and realisasi that belong together, as two ranges and one by one."""

    target: str
    realisasi: str
    sel_target: tuple[str, ...]
    sel_realisasi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RumusPasangan:
    """Formulas of a target and a realisasi; None where only the plain value is sensible."""

    target: str | None
    realisasi: str | None


BUKAN_RUMUS = RumusPasangan(None, None)


def quote(teks: str) -> str:
    """Return a text as a formula holds it."""
    return '"' + teks.replace('"', '""') + '"'


def rounded(rumus: str, desimal: int = 2, buang: int = DESIMAL_BANTU) -> str:
    """Round half up after the noise beyond `buang` decimals is cut off."""
    inner = f"ROUND({rumus},{buang})"
    return inner if desimal == buang else f"ROUND({inner},{desimal})"


@_once
def printed(sel: str) -> str:
    """Return a helper cell's figure as printed, or its reason."""
    return f"IF(ISNUMBER({sel}),ROUND({sel},2),{sel})"


@_once
def capped(sel: str, batas: Decimal | None) -> str:
    """Return a figure held down to the cap; a reason stays as it is."""
    return sel if batas is None else f"IF(ISNUMBER({sel}),MIN({sel},{batas:f}),{sel})"


def is_blank(sel: str) -> str:
    """Tell whether a cell was left blank or a formula found no figure for it."""
    return f'OR({sel}="",{sel}="{KOSONG}")'


@_once
def shown(sel: str) -> str:
    """Return what a cell holds; a blank one must not turn into zero."""
    return f'IF({sel}="","{KOSONG}",{sel})'


@dataclass(frozen=True, slots=True)
class RumusCapaian:
    """How a capaian is written for one indicator: its rule, and the range of its letters."""

    cara: CaraHitung
    huruf: str | None = None

    def of(
        self, target: str, realisasi: str, nilai: Nilai | None, desimal: int = DESIMAL_BANTU
    ) -> str:
        """Return the formula for two cells; `nilai` is what the cell of the target holds.

        The bounds of a range stand in the formula: its cell is a text.
        """
        if isinstance(nilai, Rentang):
            return self._build(target, realisasi, nilai, desimal)
        cara = self.cara
        shape = _shape(cara.polaritas, cara.rumus_turun, cara.arah, self.huruf, desimal)
        return _filled(shape, target, realisasi)

    def _build(self, target: str, realisasi: str, nilai: Nilai | None, desimal: int) -> str:
        t, r = self._number(target), self._number(realisasi)
        if isinstance(nilai, Rentang):
            isi, needed = self._of_range(nilai, r, desimal), realisasi
        else:
            isi, needed = self._against(t, r, self.cara.polaritas, desimal), f"{target},{realisasi}"
        if self.cara.polaritas is Polaritas.PREDIKAT:
            isi = f"IFERROR({isi},{_reason(Alasan.BUKAN_ANGKA)})"
        else:
            count = needed.count(",") + 1
            isi = f"IF(COUNT({needed})<{count},{_reason(Alasan.BUKAN_ANGKA)},{isi})"
        isi = f"IF({is_blank(realisasi)},{_reason(Alasan.BELUM_ADA_REALISASI)},{isi})"
        if isinstance(nilai, Rentang):
            return isi
        return f"IF({is_blank(target)},{_reason(Alasan.TARGET_KOSONG)},{isi})"

    def _number(self, sel: str) -> str:
        """Return a cell, or for a predikat the number of its letters."""
        if self.cara.polaritas is not Polaritas.PREDIKAT:
            return sel
        lookup = f"VLOOKUP(TRIM({sel}),{self.huruf},2,FALSE)" if self.huruf else "NA()"
        return f"IF(ISNUMBER({sel}),{sel},{lookup})"

    def _of_range(self, rentang: Rentang, r: str, desimal: int) -> str:
        bawah, atas = f"{rentang.bawah:f}", f"{rentang.atas:f}"
        above = self._against(atas, r, self.cara.arah, desimal)
        below = self._against(bawah, r, self.cara.arah, desimal)
        return f"IF(AND({r}>={bawah},{r}<={atas}),100,IF({r}>{atas},{above},{below}))"

    def _against(self, t: str, r: str, polaritas: Polaritas, desimal: int) -> str:
        ratio = self._ratio(t, r, polaritas, desimal)
        zero = _against_zero(r, polaritas)
        return f"IF({t}<0,{_reason(Alasan.TARGET_NEGATIF)},IF({t}=0,{zero},{ratio}))"

    def _ratio(self, t: str, r: str, polaritas: Polaritas, desimal: int) -> str:
        naik, balik = f"{r}/{t}*100", f"200-{r}/{t}*100"
        if polaritas is Polaritas.TURUN:
            if self.cara.rumus_turun is RumusTurun.RASIO:
                ratio = rounded(f"{t}/{r}*100", desimal)
                return f"IF({r}<=0,{_reason(Alasan.REALISASI_NOL)},{ratio})"
            return rounded(f"MAX(0,(2*{t}-{r})/{t}*100)", desimal)
        isi = f"IF({r}>{t},{balik},{naik})" if polaritas is Polaritas.STABIL else naik
        return rounded(f"MAX(0,{isi})", desimal)


@cache
def _shape(
    polaritas: Polaritas, rumus_turun: RumusTurun, arah: Polaritas, huruf: str | None, desimal: int
) -> str:
    """Return a formula with places for its two cells: rows differ in nothing else."""
    rumus = RumusCapaian(CaraHitung(polaritas, rumus_turun, arah), huruf)
    return rumus._build(TARGET, REALISASI, None, desimal)  # noqa: SLF001 - of this module


@_once
def _filled(shape: str, target: str, realisasi: str) -> str:
    return shape.replace(TARGET, target).replace(REALISASI, realisasi)


def _against_zero(r: str, polaritas: Polaritas) -> str:
    if polaritas is Polaritas.TURUN:
        return f"IF({r}<=0,100,0)"
    no_plan, no_target = _reason(Alasan.TIDAK_DITARGETKAN), _reason(Alasan.TARGET_NOL)
    return f"IF({r}=0,{no_plan},{no_target})"


def _reason(alasan: Alasan) -> str:
    return quote(alasan.value)


def up_to(deret: Deret, agregasi: Agregasi, nilai: Sequence[Pasangan]) -> RumusPasangan:
    """Return the formulas of target and realisasi up to the last tribulan of the cells."""
    if agregasi not in _TERAKHIR and any(isinstance(x, str) for pair in nilai for x in pair):
        return BUKAN_RUMUS
    return _plain_ranges(_up_to(deret, agregasi), nilai)


_TERAKHIR = {Agregasi.KUMULATIF, Agregasi.POSISI_AKHIR}
"""What was reached last is what was reached so far."""


@_once
def _up_to(deret: Deret, agregasi: Agregasi) -> RumusPasangan:
    if agregasi in _TERAKHIR:
        return _last(deret)
    if agregasi is Agregasi.JUMLAH:
        return _sum(deret)
    return _mean(deret, shown(deret.sel_target[-1]))


def combined(deret: Deret, gabungan: Gabungan, nilai: Sequence[Pasangan]) -> RumusPasangan:
    """Return the formulas of the office's target and realisasi from the shares of its units."""
    if any(isinstance(x, str) for pair in nilai for x in pair):
        return BUKAN_RUMUS
    if gabungan is Gabungan.JUMLAH:
        return _plain_ranges(_sum(deret), nilai)
    return _plain_ranges(_mean(deret, mean_of(deret.target)), nilai)


def year_target_of(rentang: str, gabungan: Gabungan, target: Sequence[Nilai | None]) -> str | None:
    """Return the formula of the office's target of the year from those of its units."""
    if not all(x is None or isinstance(x, Decimal) for x in target):
        return None
    return mean_of(rentang) if gabungan is Gabungan.RATA_RATA else sum_of(rentang)


def _plain_ranges(rumus: RumusPasangan, nilai: Sequence[Pasangan]) -> RumusPasangan:
    """Leave the target plain where targets are ranges: Excel has no sum of two bounds."""
    ranges = any(isinstance(target, Rentang) for target, _ in nilai)
    return RumusPasangan(None, rumus.realisasi) if ranges else rumus


def sum_of(rentang: str) -> str:
    """Return the sum of the numbers of a range, or KOSONG without any."""
    return f'IF(COUNT({rentang})=0,"{KOSONG}",SUM({rentang}))'


def mean_of(rentang: str) -> str:
    """Return the mean of the numbers of a range, or KOSONG without any."""
    return f'IF(COUNT({rentang})=0,"{KOSONG}",AVERAGE({rentang}))'


def mean_capaian_of(rentang: str, bobot: str | None = None, desimal: int = DESIMAL_RERATA) -> str:
    """Return the mean of capaian, weighted where there are weights, or KOSONG without any."""
    if bobot is None:
        mean, known = f"AVERAGE({rentang})", f"COUNT({rentang})"
    else:
        known = f"SUMPRODUCT(ISNUMBER({rentang})*{bobot})"
        mean = f"SUMPRODUCT({rentang},{bobot})/{known}"
    return f'IF({known}=0,"{KOSONG}",{rounded(mean, desimal, DESIMAL_RERATA)})'


def _sum(deret: Deret) -> RumusPasangan:
    """Sum; a planned cell without realisasi leaves the whole unknown."""
    t, r = deret.target, deret.realisasi
    missing = f'SUMPRODUCT(({t}<>"")*({t}<>"{KOSONG}")*({t}<>0)*(1-ISNUMBER({r})))'
    return RumusPasangan(sum_of(t), f'IF({missing}>0,"{KOSONG}",{sum_of(r)})')


def _mean(deret: Deret, tanpa_realisasi: str) -> RumusPasangan:
    """Mean over what has realisasi, targets likewise."""
    t, r = deret.target, deret.realisasi
    of_known = f'IFERROR(AVERAGEIFS({t},{r},{ANGKA_APA_PUN}),"{KOSONG}")'
    return RumusPasangan(f"IF(COUNT({r})=0,{tanpa_realisasi},{of_known})", mean_of(r))


def _last(deret: Deret) -> RumusPasangan:
    """Take the last that has realisasi, and the target that stands beside it."""
    target, realisasi = shown(deret.sel_target[-1]), f'"{KOSONG}"'
    for t, r in zip(deret.sel_target, deret.sel_realisasi, strict=True):
        target = f"IF({is_blank(r)},{target},{shown(t)})"
        realisasi = f"IF({is_blank(r)},{realisasi},{r})"
    return RumusPasangan(target, realisasi)


@_once
def class_of(sel: str, skala: str) -> str:
    """Return the class of a printed capaian; `skala` is a range of bounds (ascending) and names."""
    return f'IF(ISNUMBER({sel}),IFERROR(VLOOKUP({sel},{skala},2,TRUE),"{KOSONG}"),"{KOSONG}")'
