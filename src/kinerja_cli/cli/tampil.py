"""What commands print: rich tables that fit 80 columns, plain without a terminal.

Texts from workbooks are never read as markup, and lose their control characters.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from kinerja_cli.adapter.keluaran import Keluaran
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.penerimaan import StatusBerkas
from kinerja_cli.alur.status import HasilStatus, Keadaan
from kinerja_cli.domain.analisis.model import Analisis, HasilAnggaran
from kinerja_cli.domain.angka import format_angka, format_rupiah
from kinerja_cli.domain.predikat import Kelas
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.temuan import Temuan, Tingkat

if TYPE_CHECKING:  # importing it would load every writer before the first line is printed
    from kinerja_cli.alur.himpun import HasilHimpun

WARNA_TINGKAT = {Tingkat.GALAT: "red", Tingkat.PERINGATAN: "yellow", Tingkat.INFO: "cyan"}
WARNA_STATUS = {
    StatusBerkas.DITERIMA: "green",
    StatusBerkas.SUDAH_ADA: "dim",
    StatusBerkas.DIGANTIKAN: "yellow",
    StatusBerkas.DITOLAK: "red",
    StatusBerkas.BUKAN_FORMAT: "red",
}
WARNA_KEADAAN = {
    Keadaan.DITERIMA: "green",
    Keadaan.DITOLAK: "red",
    Keadaan.BELUM_MASUK: "yellow",
}
PANJANG_BATANG = 12
_KENDALI = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _console(*, stderr: bool = False) -> Console:
    return Console(markup=False, highlight=False, stderr=stderr, soft_wrap=False)


def plain(teks: str, gaya: str = "") -> Text:
    """Return a text as it is, without control and direction characters."""
    return Text(_KENDALI.sub("", teks), style=gaya)


def show_lines(baris: Iterable[str], *, utuh: bool = False) -> None:
    """Print lines, wrapped at the width of the terminal unless `utuh`, as paths need it."""
    console = _console()
    for one in baris:
        console.print(plain(one), soft_wrap=utuh)


def show_json(objek: Mapping[str, Any]) -> None:
    """Print one JSON document and nothing else."""
    print(json.dumps(objek, ensure_ascii=False, indent=2))  # noqa: T201 - never wrapped by rich


@contextmanager
def progress(judul: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on stderr while there is a terminal; yields the function to tell it."""
    console = _console(stderr=True)
    columns = (TextColumn(judul), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(judul, total=None)

        def tell(selesai: int, semua: int) -> None:
            bar.update(task, completed=selesai, total=semua)

        yield tell


def show_temuan(temuan: Sequence[Temuan], tingkat: Mapping[str, Tingkat]) -> None:
    """Print findings one under another: place, level and code, message, remedy."""
    console = _console()
    for one in temuan:
        level = one.tingkat(tingkat)
        head = plain(str(one.tempat), "bold")
        head.append(f"  {level.value} {one.jenis.kode}", style=WARNA_TINGKAT[level])
        console.print(head)
        console.print(plain(f"  {one.pesan}"))
        console.print(plain(f"  → {one.saran}", "dim"))


def count_temuan(temuan: Sequence[Temuan], tingkat: Mapping[str, Tingkat]) -> str:
    """Return how many findings of each level there are, in words."""
    counts = Counter(x.tingkat(tingkat) for x in temuan)
    if not counts:
        return "Tidak ada temuan."
    return "Temuan: " + ", ".join(f"{counts[x]} {x.value}" for x in Tingkat if counts[x]) + "."


def show_keluaran(ruang: Ruang, keluaran: Sequence[Keluaran]) -> None:
    """Print where each output lies, and which edited file kept its name."""
    console = _console()
    for one in keluaran:
        console.print(plain(f"  {ruang.relative(one.path)}"), soft_wrap=True)
        if one.dialihkan:
            console.print(
                plain(f"    ({ruang.relative(one.dialihkan)} sudah Anda ubah, jadi dibiarkan.)")
            )


def _table(*kolom: str, kanan: Sequence[str] = ()) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, expand=False)
    for judul in kolom:
        table.add_column(judul, justify="right" if judul in kanan else "left", overflow="fold")
    return table


def show_himpun(hasil: HasilHimpun) -> None:
    """Print what became of each file, the findings, and who is missing."""
    console = _console()
    if hasil.berkas:
        table = _table("Berkas", "Unit", "TW", "Status")
        for one in hasil.berkas:
            ke = ROMAWI.get(one.tribulan or 0, "")
            status = plain(one.status.value, WARNA_STATUS[one.status])
            table.add_row(plain(one.berkas), plain(one.unit or "-"), ke, status)
        console.print(table)
    show_temuan(hasil.temuan, hasil.pengaturan.tingkat)
    show_lines([*_himpun_summary(hasil), count_temuan(hasil.temuan, hasil.pengaturan.tingkat)])


def _himpun_summary(hasil: HasilHimpun) -> Iterator[str]:
    counts = Counter(x.status for x in hasil.berkas)
    if not hasil.berkas:
        yield "Tidak ada berkas untuk dihimpun. Simpan formulir yang sudah diisi di folder masuk/."
    elif counts[StatusBerkas.DITERIMA]:
        yield ", ".join(f"{counts[x]} {x.value}" for x in StatusBerkas if counts[x]) + "."
    else:
        yield (
            "Tidak ada perubahan: "
            + ", ".join(f"{counts[x]} {x.value}" for x in StatusBerkas if counts[x])
            + "."
        )
    if hasil.tribulan and hasil.unit_belum:
        yield f"Belum masuk untuk Tribulan {ROMAWI[hasil.tribulan]}: {', '.join(hasil.unit_belum)}."
    elif hasil.tribulan:
        yield f"Semua unit sudah masuk untuk Tribulan {ROMAWI[hasil.tribulan]}."


def show_status(hasil: HasilStatus) -> None:
    """Print how every unit stands."""
    kanan = ("Versi", "Temuan")
    table = _table("TW", "Unit", "Status", "Waktu", *kanan, kanan=kanan)
    for one in hasil.unit:
        table.add_row(
            ROMAWI[one.tribulan],
            plain(f"{one.unit}  {one.nama}"),
            plain(one.keadaan.value, WARNA_KEADAAN[one.keadaan]),
            _moment(one.waktu),
            str(one.versi or ""),
            str(one.temuan or ""),
        )
    _console().print(table)
    late = [x for x in hasil.unit if x.versi and x.ditolak_pada]
    show_lines(
        f"{x.unit}: ada kiriman lain untuk TW {ROMAWI[x.tribulan]} yang ditolak "
        f"({_moment(x.ditolak_pada)})."
        for x in late
    )
    if hasil.ditutup:
        closed = ", ".join(ROMAWI[ke] for ke in sorted(hasil.ditutup))
        show_lines([f"Sudah ditutup: Tribulan {closed}."])


def _moment(waktu: datetime | None) -> str:
    return f"{waktu:%d-%m-%Y %H.%M}" if waktu else ""


def show_analisis(analisis: Analisis) -> None:
    """Print the analysis in brief: per sasaran, office and budget."""
    console = _console()
    rencana, kantor = analisis.rencana, analisis.pengaturan.kantor
    contoh = "  (DATA CONTOH)" if kantor.contoh else ""
    judul = f"{kantor.nama} {rencana.tahun}, s.d. Tribulan {ROMAWI[analisis.tribulan]}{contoh}"
    console.print(plain(judul, "bold"))
    table = _table("Sasaran", "Capaian", "", "Predikat", "Dinilai", kanan=("Capaian", "Dinilai"))
    for one in analisis.sasaran:
        table.add_row(
            plain(f"{one.simpul.kode}  {one.simpul.uraian}"),
            _persen(one.rata_rata.dibatasi),
            _bar(one.rata_rata.dibatasi, one.predikat),
            _predikat(one.predikat),
            f"{one.rata_rata.dinilai}/{one.rata_rata.jumlah}",
        )
    console.print(table)
    show_lines(_analisis_summary(analisis))


def _analisis_summary(analisis: Analisis) -> Iterator[str]:
    mean, batas = analisis.kantor, analisis.pengaturan.aturan.batas_rata_rata
    capped = f"{_persen(mean.dibatasi)} % (dibatasi {format_angka(batas)})" if batas else ""
    plain_mean = f"{_persen(mean.apa_adanya)} % apa adanya"
    figures = ", ".join(x for x in (capped, plain_mean) if x)
    predikat = analisis.predikat.nama if analisis.predikat else "belum dapat dinilai"
    yield f"Rata-rata kantor: {figures}; {predikat}; {mean.dinilai} dari {mean.jumlah} indikator."
    if analisis.total_anggaran:
        yield _budget_line(analisis.total_anggaran)
    if analisis.efisiensi:
        nilai = format_angka(analisis.efisiensi.nilai, 2)
        yield f"Efisiensi: {nilai} poin, {analisis.efisiensi.sebutan}."


def _budget_line(total: HasilAnggaran) -> str:
    realisasi = "belum ada" if total.realisasi is None else format_rupiah(total.realisasi)
    serapan = "belum lengkap" if total.serapan is None else f"{format_angka(total.serapan, 2)} %"
    return f"Anggaran: pagu {format_rupiah(total.pagu)}, realisasi {realisasi}, serapan {serapan}."


def _persen(nilai: Any) -> str:  # noqa: ANN401 - Decimal or None
    return "-" if nilai is None else format_angka(nilai, 2)


def _bar(nilai: Any, kelas: Kelas | None) -> Text:  # noqa: ANN401 - Decimal or None
    """Draw a capaian up to 100 percent; honest without colour, for its length says it."""
    filled = 0 if nilai is None else min(PANJANG_BATANG, round(nilai * PANJANG_BATANG / 100))
    bar = Text("█" * filled, style=f"#{kelas.warna}" if kelas else "")
    return bar.append("░" * (PANJANG_BATANG - filled), style="dim")


def _predikat(kelas: Kelas | None) -> Text:
    return plain(kelas.nama, f"#{kelas.warna}") if kelas else plain("-")


def show_kosong(kosong: Sequence[str]) -> None:
    """Print what people still have to write in the draft."""
    if kosong:
        show_lines([f"{len(kosong)} bagian masih harus diisi:", *(f"  {x}" for x in kosong)])
