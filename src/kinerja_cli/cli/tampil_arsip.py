"""What `kinerja dokumen` and `kinerja arsip` print: 80 columns, plain texts."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_cli.adapter.arsip_tahun import HasilPeriksaArsip
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.arsip import HasilArsip
from kinerja_cli.alur.dokumen import HasilDokumen
from kinerja_cli.cli.tampil import console, make_table, plain, show_keluaran, show_lines
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.tahap import KeadaanBukti

SEBUTAN = {
    KeadaanBukti.COCOK: ("ada", "green"),
    KeadaanBukti.BERUBAH: ("berubah", "yellow"),
    KeadaanBukti.HILANG: ("berkas hilang", "red"),
}


def show_dokumen(hasil: HasilDokumen) -> None:
    """Print the documents, then what units named as evidence."""
    table = make_table("Dokumen", "Keadaan", "Tanggal", "Berkas")
    for one in hasil.dokumen:
        sebutan, gaya = SEBUTAN[one.keadaan] if one.keadaan else ("belum", "dim")
        noted = one.tercatat
        table.add_row(
            plain(one.dokumen.judul(hasil.tahun)),
            plain(sebutan, gaya),
            f"{noted.tanggal:%d-%m-%Y}" if noted else "",
            plain(noted.bukti.berkas) if noted else "",
        )
    console().print(table)
    show_lines(_missing(hasil))
    _show_data_dukung(hasil)


def _missing(hasil: HasilDokumen) -> Iterator[str]:
    absent = [x for x in hasil.dokumen if not x.ada]
    yield f"{len(hasil.dokumen) - len(absent)} dari {len(hasil.dokumen)} dokumen ada."
    if absent:
        yield f"Belum ada: {', '.join(x.dokumen.kunci for x in absent)}."


def _show_data_dukung(hasil: HasilDokumen) -> None:
    if not hasil.data_dukung:
        show_lines(["Belum ada unit yang menyebut data dukung."])
        return
    show_lines(["Data dukung yang disebut unit:"])
    table = make_table("Indikator", "Unit", "TW", "Data dukung")
    for one in hasil.data_dukung:
        tribulan = ", ".join(ROMAWI[x] for x in one.tribulan)
        table.add_row(
            plain(one.indikator.kode),
            plain(one.unit),
            tribulan,
            plain(one.teks),
        )
    console().print(table)


def show_arsip(ruang: Ruang, hasil: HasilArsip) -> None:
    """Print where the archive lies, its sha256, and which noted files are not as noted."""
    show_keluaran(ruang, [hasil.keluaran])
    show_lines([f"{hasil.jumlah} berkas.", f"sha256 {hasil.sha256}"])
    show_lines(f"Tidak ikut, berkasnya hilang: {x}" for x in hasil.hilang)
    show_lines(f"Ikut, tetapi berubah sejak dicatat: {x}" for x in hasil.berubah)


def show_periksa(hasil: HasilPeriksaArsip) -> None:
    """Print what a verification found."""
    for sebutan, names in (
        ("Hilang", hasil.hilang),
        ("Berubah", hasil.berubah),
        ("Tambahan", hasil.tambahan),
    ):
        show_lines(f"{sebutan}: {x}" for x in names)
    verdict = "utuh" if hasil.utuh else "tidak utuh"
    show_lines([f"Arsip tahun {hasil.tahun}, {hasil.jumlah} berkas: {verdict}."])
