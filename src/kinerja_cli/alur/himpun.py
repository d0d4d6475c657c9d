"""kinerja himpun: find, read, check, accept or refuse, archive, merge.

Reading and checking a file touches nothing. Accepting happens in one transaction, the archive
before the database, so that a crash leaves the old state or the new one.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from kinerja_cli.adapter.arsip import Arsip
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.keluaran import Keluaran
from kinerja_cli.adapter.tumpukan import Tumpukan
from kinerja_cli.alur.himpunan import PenyusunHimpunan
from kinerja_cli.alur.pembacaan import Calon
from kinerja_cli.alur.penerimaan import Lingkup, Penerima
from kinerja_cli.alur.perbaikan import Penandaan, write_perbaikan
from kinerja_cli.alur.persiapan import Persiapan
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.status import HasilBerkas
from kinerja_cli.domain.temuan import Temuan


@dataclass(frozen=True, slots=True)
class HasilHimpun:
    """What a run found and did; `unit_belum` are the units without figures for `tribulan`."""

    pengaturan: Pengaturan
    tahun: int
    tribulan: int | None
    berkas: tuple[HasilBerkas, ...]
    unit_belum: tuple[str, ...]
    temuan: tuple[Temuan, ...]
    keluaran: tuple[Keluaran, ...]


def collect(persiapan: Persiapan, lapor: Callable[[int, int], None]) -> HasilHimpun:
    """Collect every workbook of a run; `lapor` is told (done, all) after each file.

    Raises KinerjaError where the run cannot go on; a bad file never does that.
    """
    permintaan, sumber, regu = persiapan.permintaan, persiapan.sumber, persiapan.regu
    coba = permintaan.coba
    lingkup = _lingkup_of(persiapan)
    with ExitStack() as stack:
        calon: Tumpukan[Calon] = stack.enter_context(Tumpukan())
        penandaan = stack.enter_context(Penandaan(lingkup.pengaturan, persiapan.pekerja))
        for done, one in enumerate(persiapan.bacaan, 1):
            calon.put(one.kemasan)
            if one.kembali and not coba:
                penandaan.begin(one.kembali)
            lapor(done, len(sumber))
        db = stack.enter_context(open_basisdata(permintaan.ruang.basisdata, ubah=not coba))
        arsip = stack.enter_context(Arsip(permintaan.ruang.arsip, regu.kolam if regu else None))
        penerima = Penerima(lingkup, db, arsip)
        himpunan = PenyusunHimpunan(lingkup, db, None if coba else regu)
        akhir = calon.last()
        for tribulan in penerima.decide(calon):
            if akhir and tribulan != akhir.tribulan:  # that one this process has time to make
                himpunan.begin(tribulan)
        keluaran = () if coba else _write_outputs(penerima, himpunan, penandaan)
        arsip.settle()
        terakhir = permintaan.tribulan or penerima.latest_tribulan()
        belum = penerima.missing_units(terakhir) if terakhir else ()
    rencana = lingkup.rencana
    return HasilHimpun(
        pengaturan=lingkup.pengaturan,
        tahun=rencana.tahun,
        tribulan=terakhir,
        berkas=tuple(penerima.hasil[x.nama] for x in sumber),
        unit_belum=belum or (tuple(x.kode for x in rencana.unit) if not terakhir else ()),
        temuan=(*persiapan.temuan, *penerima.temuan),
        keluaran=keluaran,
    )


def _lingkup_of(persiapan: Persiapan) -> Lingkup:
    """Return what the run's decisions look at."""
    permintaan = persiapan.permintaan
    return Lingkup(
        permintaan.ruang,
        persiapan.patokan.rencana,
        persiapan.patokan.pengaturan,
        permintaan.tribulan,
        permintaan.sekarang,
        permintaan.coba,
        permintaan.tandai,
    )


def _write_outputs(
    penerima: Penerima, himpunan: PenyusunHimpunan, penandaan: Penandaan
) -> tuple[Keluaran, ...]:
    """Write the merged workbooks that changed, and what goes back to the units."""
    penandaan.expect(penerima.pengembalian)
    laporan = himpunan.write(sorted(penerima.berubah))
    ruang, db = penerima.lingkup.ruang, penerima.db
    perbaikan = write_perbaikan(ruang, db, penerima.pengembalian, penandaan)
    return (*laporan, *perbaikan)
