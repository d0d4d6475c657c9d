"""What commands print: rich tables that fit 80 columns, plain without a terminal.

Texts from workbooks are never read as markup, and lose their control characters.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from kinerja_cli.adapter.keluaran import Keluaran
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.status import StatusBerkas
from kinerja_cli.domain.temuan import Temuan, Tingkat
from kinerja_cli.domain.tulisan import PENGENDALI

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


BERKAS_SELAYAR = 100
"""New files up to which each is named; of more, only those that somebody has to look at."""


def console(*, stderr: bool = False) -> Console:
    """Return the terminal, or a plain 80 columns without one; nothing is read as markup."""
    return Console(markup=False, highlight=False, stderr=stderr, soft_wrap=False)


def plain(teks: str, gaya: str = "") -> Text:
    """Return a text as it is, without the characters that steer a terminal or hide."""
    return Text(PENGENDALI.sub("", teks), style=gaya)


def show_lines(baris: Iterable[str], *, utuh: bool = False) -> None:
    """Print lines, wrapped at the width of the terminal unless `utuh`, as paths need it."""
    screen = console()
    for one in baris:
        screen.print(plain(one), soft_wrap=utuh)


def show_json(objek: Mapping[str, Any]) -> None:
    """Print one JSON document and nothing else; what steers a terminal stands in it escaped."""
    teks = json.dumps(objek, ensure_ascii=False, indent=2)
    print(PENGENDALI.sub(lambda x: f"\\u{ord(x[0]):04x}", teks))  # noqa: T201 - never wrapped by rich


@contextmanager
def progress(judul: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on stderr while there is a terminal; yields the function to tell it."""
    screen = console(stderr=True)
    columns = (TextColumn(judul), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(judul, total=None)

        def tell(selesai: int, semua: int) -> None:
            bar.update(task, completed=selesai, total=semua)

        yield tell


def show_temuan(temuan: Sequence[Temuan], tingkat: Mapping[str, Tingkat]) -> None:
    """Print findings one under another: place, level and code, message, remedy."""
    screen = console()
    for one in temuan:
        level = one.tingkat(tingkat)
        head = plain(str(one.tempat), "bold")
        head.append(f"  {level.value} {one.jenis.kode}", style=WARNA_TINGKAT[level])
        screen.print(head)
        screen.print(plain(f"  {one.pesan}"))
        screen.print(plain(f"  → {one.saran}", "dim"))


def count_temuan(temuan: Sequence[Temuan], tingkat: Mapping[str, Tingkat]) -> str:
    """Return how many findings of each level there are, in words."""
    counts = Counter(x.tingkat(tingkat) for x in temuan)
    if not counts:
        return "Tidak ada temuan."
    return "Temuan: " + ", ".join(f"{counts[x]} {x.value}" for x in Tingkat if counts[x]) + "."


def show_keluaran(ruang: Ruang, keluaran: Sequence[Keluaran]) -> None:
    """Print where each output lies, and which edited file kept its name."""
    screen = console()
    for one in keluaran:
        screen.print(plain(f"  {ruang.relative(one.path)}"), soft_wrap=True)
        if one.dialihkan:
            screen.print(
                plain(f"    ({ruang.relative(one.dialihkan)} sudah Anda ubah, jadi dibiarkan.)")
            )


def make_table(*kolom: str, kanan: Sequence[str] = ()) -> Table:
    """Return an empty table; the columns in `kanan` are figures at the right edge."""
    table = Table(box=None, header_style="bold", pad_edge=False, expand=False)
    for judul in kolom:
        table.add_column(judul, justify="right" if judul in kanan else "left", overflow="fold")
    return table


def show_himpun(hasil: HasilHimpun) -> None:
    """Print what became of the new files, the findings, and who is missing."""
    news = [x for x in hasil.berkas if x.status is not StatusBerkas.SUDAH_ADA]
    shown = news
    if len(news) > BERKAS_SELAYAR:
        shown = [x for x in news if x.status is not StatusBerkas.DITERIMA]
    if shown:
        table = make_table("Berkas", "Unit", "TW", "Status")
        for one in shown:
            ke = ROMAWI.get(one.tribulan or 0, "")
            status = plain(one.status.value, WARNA_STATUS[one.status])
            table.add_row(plain(one.berkas), plain(one.unit or "-"), ke, status)
        console().print(table)
    if len(shown) < len(news):
        show_lines(["Berkas yang diterima didaftar di lembar Status himpunan."])
    show_temuan(hasil.temuan, hasil.pengaturan.tingkat)
    show_lines([*_himpun_summary(hasil), count_temuan(hasil.temuan, hasil.pengaturan.tingkat)])


def _himpun_summary(hasil: HasilHimpun) -> Iterator[str]:
    counts = Counter(x.status for x in hasil.berkas)
    if not hasil.berkas:
        yield "Tidak ada berkas untuk dihimpun. Simpan formulir yang sudah diisi di folder masuk/."
    else:
        told = ", ".join(f"{counts[x]} {x.value}" for x in StatusBerkas if counts[x])
        yield f"{told}." if counts[StatusBerkas.DITERIMA] else f"Tidak ada perubahan: {told}."
    if hasil.tribulan and hasil.unit_belum:
        yield f"Belum masuk untuk Tribulan {ROMAWI[hasil.tribulan]}: {', '.join(hasil.unit_belum)}."
    elif hasil.tribulan:
        yield f"Semua unit sudah masuk untuk Tribulan {ROMAWI[hasil.tribulan]}."


def show_kosong(kosong: Sequence[str]) -> None:
    """Print what people still have to write in the draft."""
    if kosong:
        show_lines([f"{len(kosong)} bagian masih harus diisi:", *(f"  {x}" for x in kosong)])
