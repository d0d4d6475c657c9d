"""Totals and means at the foot of a table: what its own rows, or the whole, give."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja_cli.domain.agregasi import mean_capaian
from kinerja_cli.domain.analisis.model import HasilAnggaran, HasilIndikator, HasilSasaran
from kinerja_cli.domain.angka import SERATUS
from kinerja_cli.domain.koreksi.acuan import Acuan, Harapan, Rincian, Ukuran, of_money
from kinerja_cli.domain.koreksi.baris import BarisDinilai
from kinerja_cli.domain.koreksi.kolom import Kolom

UANG = frozenset({Ukuran.PAGU, Ukuran.REALISASI, Ukuran.REALISASI_ANGGARAN, Ukuran.SISA})
RATA = frozenset({Ukuran.CAPAIAN, Ukuran.RATA_RATA, Ukuran.RATA_RATA_DIBATASI})


def expected_total(kolom: Kolom, baris: Sequence[BarisDinilai], acuan: Acuan) -> Harapan:
    """Return what a total may be: that of the office, or of the rows, each counted once."""
    listed = [x.rincian[0] for x in baris if x.rincian]
    money = [x.anggaran for x in _topmost(listed, acuan) if x.anggaran]
    if not money:
        return ()
    total = acuan.analisis.total_anggaran
    known = [*([total] if total else []), *_summed(money)]
    if kolom.ukuran in UANG:
        return tuple(of_money(x, kolom.ukuran) for x in known)
    return tuple(x.serapan for x in known) if kolom.ukuran is Ukuran.SERAPAN else ()


def _topmost(listed: Sequence[Rincian], acuan: Acuan) -> list[Rincian]:
    """Return the nodes that have no ancestor in the same table: parts are not added twice."""
    codes = {x.simpul.kode for x in listed}
    return [x for x in listed if not codes & set(_above(x, acuan))]


def _above(rincian: Rincian, acuan: Acuan) -> list[str]:
    found: list[str] = []
    induk = rincian.simpul.induk
    while induk:
        found.append(induk)
        induk = acuan.simpul[induk].simpul.induk
    return found


def _summed(money: Sequence[HasilAnggaran]) -> list[HasilAnggaran]:
    """Return the sum of lines as one, none where a line has not been reported."""
    spent = [x.realisasi for x in money if x.realisasi is not None]
    if len(spent) < len(money):
        return []
    pagu, realisasi = sum((x.pagu for x in money), Decimal(0)), sum(spent, Decimal(0))
    serapan = realisasi / pagu * SERATUS if pagu else None
    return [HasilAnggaran(money[0].simpul, pagu, realisasi, serapan, len(money), len(money))]


def expected_mean(kolom: Kolom, baris: Sequence[BarisDinilai], acuan: Acuan) -> Harapan:
    """Return what a mean may be: of the rows as they are or capped, of their sasaran, of all."""
    if kolom.ukuran not in RATA:
        return ()
    judged = [x.indikator[0] for x in baris if x.indikator]
    nodes = [x.rincian[0].kinerja for x in baris if x.rincian and x.rincian[0].kinerja]
    if judged:
        return _of_indikator(judged, acuan)
    return _of_nodes([x for x in nodes if x], acuan) if nodes else ()


def _of_indikator(judged: Sequence[HasilIndikator], acuan: Acuan) -> Harapan:
    batas = acuan.analisis.pengaturan.aturan.batas_rata_rata
    plain = mean_capaian([(x.persen, None) for x in judged], batas)
    codes = {x.indikator.kode for x in judged}
    whole = [
        x.rata_rata
        for x in (*acuan.analisis.sasaran, *acuan.analisis.program)
        if {y.indikator.kode for y in x.indikator} == codes
    ]
    return tuple(y for x in (plain, *whole) for y in (x.apa_adanya, x.dibatasi))


def _of_nodes(nodes: Sequence[HasilSasaran], acuan: Acuan) -> Harapan:
    kantor = acuan.analisis.kantor
    plain = mean_capaian([(x.rata_rata.apa_adanya, None) for x in nodes], None).apa_adanya
    capped = mean_capaian([(x.rata_rata.dibatasi, None) for x in nodes], None).apa_adanya
    return (kantor.apa_adanya, kantor.dibatasi, plain, capped)
