"""An indicator of the analysis as the texts that the LAKIP prints about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja_cli.adapter.lakip.baris import (
    KOSONG,
    BarisIndikator,
    BarisTahun,
    ButirKutipan,
    Kutipan,
    SelTribulan,
)
from kinerja_cli.adapter.lakip.tampilan_dokumen import build_data_dukung
from kinerja_cli.domain.agregasi import combine_units
from kinerja_cli.domain.analisis.model import Analisis, Hasil, HasilIndikator
from kinerja_cli.domain.capaian import Capaian
from kinerja_cli.domain.narasi.indikator import (
    kalimat_capaian,
    kalimat_pembanding,
    kalimat_renstra,
    kalimat_riwayat,
    letak_pembanding,
)
from kinerja_cli.domain.narasi.kata import (
    angka_dari,
    rangkai,
    sebut_arah,
    sebut_arah_persen,
    tulis,
    tulis_persen,
    tulis_target,
)
from kinerja_cli.domain.narasi.masa import sebut_tribulan
from kinerja_cli.domain.rencana import TRIBULAN, Indikator
from kinerja_cli.domain.setoran import Penjelasan

LABEL_KUTIPAN = (
    ("Faktor penyebab", "penyebab"),
    ("Kendala", "kendala"),
    ("Solusi yang telah dilakukan", "solusi"),
    ("Rencana tindak lanjut", "tindak_lanjut"),
)


def rapikan(teks: str) -> str:
    """Fold white space: the only thing that is ever changed in a unit's words."""
    return " ".join(teks.split())


def tulis_capaian(capaian: Capaian) -> str:
    """Write a capaian with two decimals, or the reason why there is none; never 0 instead."""
    if capaian.persen is not None:
        return tulis_persen(capaian.persen)
    return capaian.alasan.value if capaian.alasan else KOSONG


def build_indikator(
    hasil: HasilIndikator, analisis: Analisis, nomor: str, posisi: int
) -> BarisIndikator:
    """Return the row of one indicator; `posisi` varies the wording of its sentences."""
    indikator, now = hasil.indikator, hasil.waktu.berlaku
    letak = letak_pembanding(hasil) if analisis.akhir_tahun else None
    return BarisIndikator(
        nomor=nomor,
        kode=indikator.kode,
        uraian=indikator.uraian,
        satuan=indikator.satuan,
        unit=", ".join(x.unit.nama for x in hasil.porsi),
        target_tahun=tulis_target(hasil.waktu.tahun.target) or KOSONG,
        target_tribulan=tuple(_planned(indikator, ke) for ke in TRIBULAN),
        target=tulis_target(now.target) or KOSONG,
        realisasi=tulis(now.realisasi) or KOSONG,
        capaian=tulis_capaian(now.capaian),
        predikat=hasil.predikat.nama if hasil.predikat else KOSONG,
        tribulan=tuple(_quarter(hasil, ke) for ke in TRIBULAN),
        tribulan_ini=_quarter(hasil, analisis.tribulan),
        riwayat=tuple(_years(hasil, analisis)),
        target_renstra=tulis_target(indikator.target_renstra) or KOSONG,
        tingkat_renstra=_renstra(hasil, analisis),
        pembanding=indikator.pembanding or KOSONG,
        nilai_pembanding=tulis(indikator.nilai_pembanding) or KOSONG,
        letak_pembanding=letak or KOSONG,
        kalimat_capaian=kalimat_capaian(hasil, posisi),
        kalimat_riwayat=kalimat_riwayat(hasil, analisis, posisi),
        kalimat_renstra=kalimat_renstra(hasil, analisis, posisi),
        kalimat_pembanding=kalimat_pembanding(hasil, analisis),
        kutipan=tuple(_quotations(hasil)),
        isian=tuple(_blanks(hasil)),
        data_dukung=tuple(build_data_dukung(hasil)),
    )


def _planned(indikator: Indikator, ke: int) -> str:
    """Write the office's target of a tribulan as planned, whatever was reported."""
    target, _ = combine_units(
        [(x.target[ke - 1], None) for x in indikator.porsi], indikator.gabungan
    )
    return tulis_target(target) or KOSONG


def _quarter(hasil: HasilIndikator, ke: int) -> SelTribulan:
    if ke > len(hasil.waktu.tribulan):
        return SelTribulan(_planned(hasil.indikator, ke), KOSONG, KOSONG)
    here = hasil.waktu.tribulan[ke - 1]
    return SelTribulan(
        tulis_target(here.target) or KOSONG,
        tulis(here.realisasi) or KOSONG,
        tulis_capaian(here.capaian),
    )


def _years(hasil: HasilIndikator, analisis: Analisis) -> Iterator[BarisTahun]:
    """Yield earlier years and this one; part of a year is shown, not compared."""
    years = [(str(x.tahun), x.hasil) for x in hasil.riwayat]
    before: Hasil | None = None
    for tahun, here in years:
        yield _year(hasil, tahun, here, before)
        before = here
    now = hasil.waktu.berlaku
    tahun = str(analisis.rencana.tahun)
    if analisis.akhir_tahun:
        yield _year(hasil, tahun, now, before)
    else:
        yield _year(hasil, f"{tahun} (sementara)", now, None)


def _year(hasil: HasilIndikator, tahun: str, here: Hasil, before: Hasil | None) -> BarisTahun:
    return BarisTahun(
        tahun,
        tulis_target(here.target) or KOSONG,
        tulis(here.realisasi) or KOSONG,
        tulis_capaian(here.capaian),
        _gerak(hasil, here, before),
    )


def _gerak(hasil: HasilIndikator, here: Hasil, before: Hasil | None) -> str:
    if before is None:
        return KOSONG
    now, then = (angka_dari(x.realisasi, hasil.cara) for x in (here, before))
    moves = []
    if now is not None and then is not None:
        moves.append(f"realisasi {sebut_arah(now, then).value}")
    if here.capaian.persen is not None and before.capaian.persen is not None:
        arah = sebut_arah_persen(here.capaian.persen, before.capaian.persen)
        moves.append(f"capaian {arah.value}")
    return ", ".join(moves) or KOSONG


def _renstra(hasil: HasilIndikator, analisis: Analisis) -> str:
    """Write how far the year's realisasi is on the way to the end target; not before it is over."""
    if hasil.indikator.target_renstra is None or not analisis.akhir_tahun:
        return KOSONG
    return tulis_capaian(hasil.renstra.capaian)


def _quotations(hasil: HasilIndikator) -> Iterator[Kutipan]:
    for ke in range(len(hasil.waktu.tribulan)):
        for porsi in hasil.porsi:
            laporan = porsi.laporan[ke]
            butir = _points(laporan.penjelasan) if laporan else ()
            if butir:
                yield Kutipan(f"{porsi.unit.nama}, {sebut_tribulan(ke + 1)}", butir)


def _points(penjelasan: Penjelasan) -> tuple[ButirKutipan, ...]:
    texts = ((judul, rapikan(getattr(penjelasan, bagian))) for judul, bagian in LABEL_KUTIPAN)
    return tuple(ButirKutipan(judul, teks) for judul, teks in texts if teks)


def _blanks(hasil: HasilIndikator) -> Iterator[str]:
    """Yield what no unit wrote down; the program never invents a cause."""
    written = _written(hasil)
    missing = []
    if not any(x.penyebab.strip() for x in written):
        missing.append("penyebab keberhasilan atau kegagalan")
    if not any(x.solusi.strip() for x in written):
        missing.append("solusi yang telah dilakukan")
    if missing:
        yield f"{rangkai(missing)} untuk “{hasil.indikator.uraian}”"


def _written(hasil: HasilIndikator) -> Sequence[Penjelasan]:
    return [x.penjelasan for porsi in hasil.porsi for x in porsi.laporan if x is not None]
