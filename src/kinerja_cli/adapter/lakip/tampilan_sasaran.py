"""A sasaran of the analysis as the section that the LAKIP prints about it."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja_cli.adapter.lakip.baris import (
    KOSONG,
    BagianPelaksanaan,
    BagianSasaran,
    BagianTujuan,
    BarisAnggaran,
    BarisProgram,
    BarisTindakLanjut,
)
from kinerja_cli.adapter.lakip.tampilan_indikator import build_indikator, rapikan
from kinerja_cli.domain.analisis.model import Analisis, HasilAnggaran, HasilIndikator, HasilSasaran
from kinerja_cli.domain.angka import format_rupiah
from kinerja_cli.domain.narasi.anggaran import kalimat_efisiensi
from kinerja_cli.domain.narasi.kantor import indikator_tertinggal, indikator_utama
from kinerja_cli.domain.narasi.kata import tulis_persen
from kinerja_cli.domain.narasi.sasaran import kalimat_program, pembuka_sasaran
from kinerja_cli.domain.rencana import Jenjang, Simpul

BAWAH = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)


def build_sasaran(hasil: HasilSasaran, analisis: Analisis, posisi: int) -> BagianSasaran:
    """Return the section of one sasaran; `posisi` counts from 0 in plan order."""
    nomor, mean = str(posisi + 1), hasil.rata_rata
    tujuan = analisis.rencana.ancestor(hasil.simpul.kode, Jenjang.TUJUAN)
    indikator = tuple(
        build_indikator(x, analisis, f"{nomor}.{urut + 1}", posisi + urut)
        for urut, x in enumerate(hasil.indikator)
    )
    iku = {x.indikator.kode for x in indikator_utama(analisis)}
    berpembanding = {
        x.indikator.kode for x in hasil.indikator if x.indikator.nilai_pembanding is not None
    }
    under = _under(hasil.simpul, analisis)
    judged = [x for x in analisis.program if x.simpul in under]
    efisiensi = hasil.efisiensi if analisis.akhir_tahun else None
    return BagianSasaran(
        nomor=nomor,
        uraian=hasil.simpul.uraian,
        tujuan=tujuan.uraian if tujuan else KOSONG,
        pembuka=pembuka_sasaran(hasil, analisis, posisi),
        indikator=indikator,
        iku=tuple(x for x in indikator if x.kode in iku),
        dinilai=f"{mean.dinilai} dari {mean.jumlah}",
        rata_rata=KOSONG if mean.apa_adanya is None else tulis_persen(mean.apa_adanya),
        rata_rata_dibatasi=KOSONG if mean.dibatasi is None else tulis_persen(mean.dibatasi),
        predikat=hasil.predikat.nama if hasil.predikat else KOSONG,
        ada_riwayat=any(x.riwayat for x in hasil.indikator),
        pembanding=tuple(x for x in indikator if x.kode in berpembanding),
        serapan=_serapan(hasil.anggaran),
        efisiensi=tulis_persen(efisiensi.nilai) if efisiensi else KOSONG,
        sebutan_efisiensi=efisiensi.sebutan if efisiensi else KOSONG,
        kalimat_efisiensi=kalimat_efisiensi(
            mean.apa_adanya, hasil.anggaran, hasil.efisiensi, analisis
        ),
        kalimat_program=kalimat_program(under, judged),
        program=tuple(_programs(under, judged, analisis)),
    )


def build_tujuan(sasaran: Iterable[BagianSasaran], analisis: Analisis) -> tuple[BagianTujuan, ...]:
    """Return the tujuan with the sections of the sasaran under each; those without one last."""
    sections = tuple(sasaran)
    names = dict.fromkeys(
        [x.uraian for x in analisis.rencana.at(Jenjang.TUJUAN)] + [x.tujuan for x in sections]
    )
    groups = ((uraian, tuple(x for x in sections if x.tujuan == uraian)) for uraian in names)
    return tuple(
        BagianTujuan(str(nomor), uraian, group)
        for nomor, (uraian, group) in enumerate(groups, 1)
        if group
    )


def build_anggaran(hasil: HasilAnggaran, analisis: Analisis) -> BarisAnggaran:
    """Return the row of a budget line or total."""
    unit = analisis.rencana.unit_by_kode.get(hasil.simpul.unit or "")
    return BarisAnggaran(
        kode=hasil.simpul.kode,
        uraian=hasil.simpul.uraian,
        unit=unit.nama if unit else "",
        pagu=format_rupiah(hasil.pagu),
        realisasi=KOSONG if hasil.realisasi is None else format_rupiah(hasil.realisasi),
        serapan=_serapan(hasil),
        sisa=KOSONG if hasil.sisa is None else format_rupiah(hasil.sisa),
        tebal=not hasil.daun,
    )


def build_pelaksanaan(analisis: Analisis) -> tuple[BagianPelaksanaan, ...]:
    """Return the nodes below the sasaran that have indicators, in plan order."""
    return tuple(
        BagianPelaksanaan(
            x.simpul.kode,
            x.simpul.uraian,
            tuple(build_indikator(y, analisis, str(i), i) for i, y in enumerate(x.indikator, 1)),
        )
        for x in analisis.program
        if x.simpul.jenjang in BAWAH
    )


def build_tindak_lanjut(analisis: Analisis) -> tuple[BarisTindakLanjut, ...]:
    """Return each unit's latest follow-up for the sasaran indicators that missed their target."""
    rows = [row for hasil in indikator_tertinggal(analisis) for row in _follow_ups(hasil)]
    return tuple(BarisTindakLanjut(str(i), *row) for i, row in enumerate(rows, 1))


def _follow_ups(hasil: HasilIndikator) -> Iterable[tuple[str, str, str, str]]:
    for porsi in hasil.porsi:
        plans = [x.penjelasan for x in porsi.laporan if x and x.penjelasan.tindak_lanjut.strip()]
        if plans:
            last = plans[-1]
            yield (
                hasil.indikator.uraian,
                rapikan(last.tindak_lanjut),
                rapikan(last.penanggung_jawab) or porsi.unit.nama,
                rapikan(last.batas_waktu) or KOSONG,
            )


def _serapan(anggaran: HasilAnggaran | None) -> str:
    if anggaran is None or anggaran.serapan is None:
        return KOSONG
    return tulis_persen(anggaran.serapan)


def _under(sasaran: Simpul, analisis: Analisis) -> list[Simpul]:
    """Return the programmes, kegiatan and sub kegiatan under a sasaran, in plan order."""
    rencana = analisis.rencana
    return [
        x
        for x in rencana.cascading
        if x.jenjang in BAWAH and rencana.ancestor(x.kode, Jenjang.SASARAN) == sasaran
    ]


def _programs(
    simpul: Iterable[Simpul], hasil: Iterable[HasilSasaran], analisis: Analisis
) -> Iterable[BarisProgram]:
    means = {x.simpul.kode: x.rata_rata.apa_adanya for x in hasil}
    money = {x.simpul.kode: x for x in analisis.anggaran}
    for x in simpul:
        mean, line = means.get(x.kode), money.get(x.kode)
        realisasi = line.realisasi if line else None
        yield BarisProgram(
            kode=x.kode,
            uraian=x.uraian,
            capaian=KOSONG if mean is None else tulis_persen(mean),
            pagu=format_rupiah(line.pagu) if line else KOSONG,
            realisasi=KOSONG if realisasi is None else format_rupiah(realisasi),
            serapan=_serapan(line),
            tebal=x.jenjang is Jenjang.PROGRAM,
        )
