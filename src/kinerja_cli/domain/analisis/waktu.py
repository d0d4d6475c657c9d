"""From tribulan to the year: the three figures of an indicator or of one unit's share."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_cli.domain.agregasi import Pasangan, mean, total, up_to
from kinerja_cli.domain.analisis.model import Hasil, HasilWaktu
from kinerja_cli.domain.capaian import Alasan, Capaian, CaraHitung, compute_capaian
from kinerja_cli.domain.rencana import TRIBULAN, Gabungan, Indikator, Nilai


def measure(
    tahunan: Nilai | None, tribulan: Sequence[Pasangan], indikator: Indikator, cara: CaraHitung
) -> HasilWaktu:
    """Return the figures for the tribulan given, from TW I on; at least one."""
    target, realisasi = up_to(tribulan, indikator.agregasi)
    kemajuan = compute_capaian(tahunan, realisasi, cara)
    over = len(tribulan) == len(TRIBULAN)
    of_year = kemajuan if over else Capaian(alasan=Alasan.BELUM_AKHIR_TAHUN)
    return HasilWaktu(
        tuple(Hasil(t, r, compute_capaian(t, r, cara)) for t, r in tribulan),
        Hasil(target, realisasi, compute_capaian(target, realisasi, cara)),
        Hasil(tahunan, realisasi, of_year),
        kemajuan,
    )


def year_target(indikator: Indikator) -> Nilai | None:
    """Return the office's target of the year from the shares of its units."""
    targets = [x.target_tahunan for x in indikator.porsi if x.target_tahunan is not None]
    if len(indikator.porsi) == 1:
        return targets[0] if targets else None
    return (mean if indikator.gabungan is Gabungan.RATA_RATA else total)(targets)
