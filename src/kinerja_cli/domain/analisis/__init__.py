"""Builds the analysis: plan and accepted figures in, every printed value out. Pure.

shares of units → office per tribulan → year → capaian → means per sasaran, unit and office →
budget from its leaves → efisiensi.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from kinerja_cli.domain.agregasi import RataRata, combine_units, mean_capaian
from kinerja_cli.domain.analisis.anggaran import (
    judge_efisiensi,
    latest_spending,
    lines_under,
    total_of,
)
from kinerja_cli.domain.analisis.model import (
    Analisis,
    Hasil,
    HasilAnggaran,
    HasilIndikator,
    HasilPorsi,
    HasilRiwayat,
    HasilSasaran,
    HasilUnit,
    HasilWaktu,
)
from kinerja_cli.domain.analisis.waktu import measure, year_target
from kinerja_cli.domain.capaian import CaraHitung, cara_hitung, compute_capaian
from kinerja_cli.domain.kantor import AturanHitung, Pengaturan
from kinerja_cli.domain.predikat import Kelas, classify
from kinerja_cli.domain.rencana import (
    TRIBULAN,
    Indikator,
    Jenjang,
    Porsi,
    Rencana,
    Riwayat,
    Simpul,
    Unit,
)
from kinerja_cli.domain.setoran import Realisasi, Setoran

SIMPUL_TOTAL = Simpul("", Jenjang.TUJUAN, "Jumlah")


def build_analisis(
    rencana: Rencana, pengaturan: Pengaturan, setoran: Sequence[Setoran], tribulan: int
) -> Analisis:
    """Return the analysis of the year up to `tribulan` (1–4) from the accepted figures.

    `setoran` holds at most one entry per unit and tribulan; later tribulan are left out.
    """
    known = {(x.unit, x.tribulan): x for x in setoran if x.tribulan <= tribulan}
    indikator = tuple(_Penghitung(rencana, pengaturan, known, tribulan).all())
    anggaran = _Anggaran(rencana, list(known.values()), tribulan)
    aturan = pengaturan.aturan
    groups, shares = _by_node(indikator), _by_unit(indikator)
    judged = tuple(x for x in indikator if x.jenjang is Jenjang.SASARAN)
    kantor = _mean_of(judged, aturan, weighted=False)
    total = anggaran.total()
    return Analisis(
        rencana=rencana,
        pengaturan=pengaturan,
        tribulan=tribulan,
        indikator=indikator,
        sasaran=tuple(
            _judge(x, groups.get(x.kode, ()), anggaran, aturan) for x in rencana.at(Jenjang.SASARAN)
        ),
        program=tuple(
            _judge(x, groups[x.kode], anggaran, aturan)
            for x in rencana.cascading
            if x.jenjang is not Jenjang.SASARAN and x.kode in groups
        ),
        unit=tuple(_judge_unit(x, shares[x.kode], known, aturan, tribulan) for x in rencana.unit),
        anggaran=tuple(anggaran.all()),
        total_anggaran=total,
        kantor=kantor,
        kantor_tribulan=_means_by_tribulan([(x.waktu, None) for x in judged], tribulan, aturan),
        predikat=classify(kantor.dibatasi, aturan.skala),
        efisiensi=judge_efisiensi(kantor.apa_adanya, anggaran.for_efisiensi(total), aturan),
    )


class _Penghitung:
    """Measures the indicators of one plan; holds what every one of them needs."""

    def __init__(
        self,
        rencana: Rencana,
        pengaturan: Pengaturan,
        setoran: Mapping[tuple[str, int], Setoran],
        tribulan: int,
    ) -> None:
        self.rencana = rencana
        self.aturan = pengaturan.aturan
        self.setoran = setoran
        self.tribulan = range(1, tribulan + 1)
        self.riwayat: dict[str, list[Riwayat]] = defaultdict(list)
        for row in sorted(rencana.riwayat, key=lambda x: x.tahun):
            self.riwayat[row.kode].append(row)

    def all(self) -> list[HasilIndikator]:
        return [self._measure(x) for x in self.rencana.indikator]

    def _measure(self, indikator: Indikator) -> HasilIndikator:
        cara = cara_hitung(indikator, self.rencana, self.aturan)
        porsi = tuple(self._measure_share(x, indikator, cara) for x in indikator.porsi)
        waktu, predikat = self._combine(porsi, indikator, cara)
        now, end = waktu.tahun.realisasi, indikator.target_renstra
        return HasilIndikator(
            indikator=indikator,
            jenjang=self.rencana.jenjang_of(indikator),
            cara=cara,
            waktu=waktu,
            porsi=porsi,
            predikat=predikat,
            riwayat=tuple(self._measure_riwayat(x, cara) for x in self.riwayat[indikator.kode]),
            renstra=Hasil(end, now, compute_capaian(end, now, cara)),
        )

    def _combine(
        self, porsi: Sequence[HasilPorsi], indikator: Indikator, cara: CaraHitung
    ) -> tuple[HasilWaktu, Kelas | None]:
        """Return the office's figures and class from its units; one unit's are the office's."""
        if len(porsi) == 1:
            return porsi[0].waktu, porsi[0].predikat
        combined = [
            combine_units(
                [(x.waktu.tribulan[i].target, x.waktu.tribulan[i].realisasi) for x in porsi],
                indikator.gabungan,
            )
            for i in range(len(self.tribulan))
        ]
        waktu = measure(year_target(indikator), combined, indikator, cara)
        return waktu, self._class_of(waktu)

    def _class_of(self, waktu: HasilWaktu) -> Kelas | None:
        return classify(waktu.berlaku.capaian.persen, self.aturan.skala)

    def _measure_share(self, porsi: Porsi, indikator: Indikator, cara: CaraHitung) -> HasilPorsi:
        laporan = tuple(self._report(porsi.unit, ke, indikator.kode) for ke in self.tribulan)
        pairs = [
            (porsi.target[ke - 1], report.nilai if report else None)
            for ke, report in zip(self.tribulan, laporan, strict=True)
        ]
        waktu = measure(porsi.target_tahunan, pairs, indikator, cara)
        unit = self.rencana.unit_by_kode[porsi.unit]
        return HasilPorsi(unit, waktu, self._class_of(waktu), laporan)

    def _report(self, unit: str, ke: int, kode: str) -> Realisasi | None:
        setoran = self.setoran.get((unit, ke))
        return setoran.realisasi.get(kode) if setoran else None

    def _measure_riwayat(self, row: Riwayat, cara: CaraHitung) -> HasilRiwayat:
        capaian = compute_capaian(row.target, row.realisasi, cara)
        return HasilRiwayat(row.tahun, Hasil(row.target, row.realisasi, capaian))


class _Anggaran:
    """The budget lines of one plan and what was last reported on them."""

    def __init__(self, rencana: Rencana, setoran: Sequence[Setoran], tribulan: int) -> None:
        self.rencana = rencana
        self.tribulan = tribulan
        self.spending = latest_spending(setoran)
        self.under = lines_under(rencana)

    def all(self) -> list[HasilAnggaran]:
        return [x for simpul in self.rencana.cascading if (x := self.of(simpul)) is not None]

    def of(self, simpul: Simpul) -> HasilAnggaran | None:
        lines = self.under.get(simpul.kode)
        return total_of(simpul, lines, self.spending) if lines else None

    def total(self) -> HasilAnggaran | None:
        lines = self.rencana.budget_lines()
        return total_of(SIMPUL_TOTAL, lines, self.spending) if lines else None

    def for_efisiensi(self, anggaran: HasilAnggaran | None) -> HasilAnggaran | None:
        """Return the spending to judge efficiency by: none before the year is over.

        Until then serapan is a part of the year's pagu, capaian a part of the quarter's plan.
        """
        return anggaran if self.tribulan == TRIBULAN[-1] else None


def _by_node(indikator: Sequence[HasilIndikator]) -> Mapping[str, tuple[HasilIndikator, ...]]:
    groups: dict[str, list[HasilIndikator]] = defaultdict(list)
    for hasil in indikator:
        groups[hasil.indikator.kode_cascading].append(hasil)
    return {kode: tuple(group) for kode, group in groups.items()}


def _by_unit(indikator: Sequence[HasilIndikator]) -> Mapping[str, list[HasilWaktu]]:
    shares: dict[str, list[HasilWaktu]] = defaultdict(list)
    for hasil in indikator:
        for porsi in hasil.porsi:
            shares[porsi.unit.kode].append(porsi.waktu)
    return shares


def _mean_of(
    indikator: Sequence[HasilIndikator], aturan: AturanHitung, *, weighted: bool
) -> RataRata:
    """Return the mean of capaian; the office's mean over all sasaran knows no weights."""
    pairs = [(x.persen, x.indikator.bobot if weighted else None) for x in indikator]
    return mean_capaian(pairs, aturan.batas_rata_rata)


def _means_by_tribulan(
    waktu: Sequence[tuple[HasilWaktu, Decimal | None]], tribulan: int, aturan: AturanHitung
) -> tuple[RataRata, ...]:
    """Return the mean of each tribulan's own capaian; `waktu` holds (figures, bobot)."""
    return tuple(
        mean_capaian(
            [(x.tribulan[ke].capaian.persen, bobot) for x, bobot in waktu], aturan.batas_rata_rata
        )
        for ke in range(tribulan)
    )


def _judge(
    simpul: Simpul,
    indikator: tuple[HasilIndikator, ...],
    anggaran: _Anggaran,
    aturan: AturanHitung,
) -> HasilSasaran:
    rata_rata = _mean_of(indikator, aturan, weighted=True)
    waktu = [(x.waktu, x.indikator.bobot) for x in indikator]
    money = anggaran.of(simpul)
    return HasilSasaran(
        simpul=simpul,
        indikator=indikator,
        rata_rata=rata_rata,
        tribulan=_means_by_tribulan(waktu, anggaran.tribulan, aturan),
        predikat=classify(rata_rata.dibatasi, aturan.skala),
        anggaran=money,
        efisiensi=judge_efisiensi(rata_rata.apa_adanya, anggaran.for_efisiensi(money), aturan),
    )


def _judge_unit(
    unit: Unit,
    shares: Sequence[HasilWaktu],
    known: Mapping[tuple[str, int], Setoran],
    aturan: AturanHitung,
    tribulan: int,
) -> HasilUnit:
    pairs = [(x.berlaku.capaian.persen, None) for x in shares]
    rata_rata = mean_capaian(pairs, aturan.batas_rata_rata)
    return HasilUnit(
        unit=unit,
        rata_rata=rata_rata,
        tribulan=_means_by_tribulan([(x, None) for x in shares], tribulan, aturan),
        predikat=classify(rata_rata.dibatasi, aturan.skala),
        melapor=tuple((unit.kode, ke) in known for ke in range(1, tribulan + 1)),
    )
