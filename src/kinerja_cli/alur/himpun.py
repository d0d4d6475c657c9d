"""kinerja himpun: find, read, check, accept or refuse, archive, merge.

Reading and checking a file touches nothing. Accepting happens in one transaction, the archive
before the database, so that a crash leaves the old state or the new one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_cli.adapter.arsip import Arsip
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.keluaran import Keluaran
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.tumpukan import Tumpukan
from kinerja_cli.alur.himpunan import PenyusunHimpunan
from kinerja_cli.alur.kolam import open_kolam
from kinerja_cli.alur.pembacaan import Calon
from kinerja_cli.alur.pembacaan_banyak import Patokan, count_pekerja, gather_regu, read_packed
from kinerja_cli.alur.penerimaan import Lingkup, Penerima
from kinerja_cli.alur.perbaikan import Penandaan, write_perbaikan
from kinerja_cli.alur.rencana import load_rencana
from kinerja_cli.alur.sumber import find_sumber
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.status import HasilBerkas
from kinerja_cli.domain.temuan import Temuan


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What a run is asked to do; no `sumber` means masuk/, `coba` changes nothing.

    `tandai` asks for marked copies of accepted workbooks with findings, too. `proses` is how many
    processes read; None: one per core where there are enough files. `klaster` is the address of a
    scheduler whose workers read instead.
    """

    ruang: Ruang
    sekarang: datetime
    tahun: int | None = None
    tribulan: int | None = None
    sumber: Sequence[Path] = ()
    coba: bool = False
    tandai: bool = False
    proses: int | None = None
    klaster: str | None = None


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


def collect(permintaan: Permintaan, lapor: Callable[[int, int], None]) -> HasilHimpun:
    """Collect every workbook of a run; `lapor` is told (done, all) after each file.

    Raises KinerjaError where the run cannot go on; a bad file never does that.
    """
    sumber, temuan = find_sumber(permintaan.ruang, permintaan.sumber)
    coba = permintaan.coba
    with ExitStack() as stack:
        pekerja = _count_pekerja(permintaan, len(sumber))
        kolam = stack.enter_context(open_kolam(pekerja))
        lingkup = _look_around(permintaan)  # meanwhile
        patokan = _patokan_of(permintaan.ruang, lingkup)
        regu = stack.enter_context(gather_regu(kolam, patokan))
        calon: Tumpukan[Calon] = stack.enter_context(Tumpukan())
        penandaan = stack.enter_context(Penandaan(lingkup.pengaturan, pekerja))
        reading = stack.enter_context(
            closing(read_packed(sumber, patokan, permintaan.proses, permintaan.klaster, regu))
        )
        for done, one in enumerate(reading, 1):
            calon.put(one.kemasan)
            if one.kembali and not coba:
                penandaan.begin(one.kembali)
            lapor(done, len(sumber))
        db = stack.enter_context(open_basisdata(permintaan.ruang.basisdata, ubah=not coba))
        arsip = stack.enter_context(Arsip(permintaan.ruang.arsip, kolam))
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
        temuan=(*temuan, *penerima.temuan),
        keluaran=keluaran,
    )


def _count_pekerja(permintaan: Permintaan, berkas: int) -> int:
    """Return how many processes of this computer the run uses; a cluster has its own."""
    return 1 if permintaan.klaster else count_pekerja(berkas, permintaan.proses)


def _look_around(permintaan: Permintaan) -> Lingkup:
    """Return what the run's decisions look at."""
    pengaturan, rencana = load_rencana(permintaan.ruang, permintaan.tahun)
    return Lingkup(
        permintaan.ruang,
        rencana,
        pengaturan,
        permintaan.tribulan,
        permintaan.sekarang,
        permintaan.coba,
        permintaan.tandai,
    )


def _patokan_of(ruang: Ruang, lingkup: Lingkup) -> Patokan:
    """Return what files are checked against; bytes that were accepted are not read again."""
    with open_basisdata(ruang.basisdata, ubah=False) as db:
        known = {x.sha256 for x in db.register(lingkup.rencana.tahun)}
    return Patokan(known, lingkup.rencana, lingkup.pengaturan)


def _write_outputs(
    penerima: Penerima, himpunan: PenyusunHimpunan, penandaan: Penandaan
) -> tuple[Keluaran, ...]:
    """Write the merged workbooks that changed, and what goes back to the units."""
    penandaan.expect(penerima.pengembalian)
    laporan = himpunan.write(sorted(penerima.berubah))
    ruang, db = penerima.lingkup.ruang, penerima.db
    perbaikan = write_perbaikan(ruang, db, penerima.pengembalian, penandaan)
    return (*laporan, *perbaikan)
