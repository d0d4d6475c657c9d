"""What koreksi and reviu print: findings by chapter with their words, answers by part."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from kinerja_cli.cli.tampil import (
    WARNA_TINGKAT,
    console,
    count_temuan,
    make_table,
    plain,
    show_lines,
)
from kinerja_cli.domain.koreksi.naskah import TempatNaskah
from kinerja_cli.domain.reviu import Jawaban
from kinerja_cli.domain.temuan import Temuan, Tingkat

if TYPE_CHECKING:  # importing them would load readers and writers of Word
    from kinerja_cli.alur.koreksi import HasilKoreksi
    from kinerja_cli.alur.reviu import HasilReviu

KOLOM_TEMPAT = 22
"""Characters for the place within a chapter; the message takes what is left of the line."""


def show_koreksi(hasil: HasilKoreksi) -> None:
    """Print the findings under their chapter or table, then how many there are.

    Of what is only left to fill in one line each is enough.
    """
    screen = console()
    for lembar, group in groupby(hasil.temuan, key=lambda x: x.tempat.lembar):
        screen.print(plain(lembar or hasil.berkas, "bold"))
        table = make_table("Letak", "Temuan")
        table.show_header = False
        table.columns[0].width = KOLOM_TEMPAT
        for one in group:
            level = one.tingkat(hasil.tingkat)
            head = plain(f"{level.value} {one.jenis.kode}", WARNA_TINGKAT[level])
            head.append(plain(f"\n{one.tempat.sel}" if one.tempat.sel else "", "default"))
            table.add_row(head, plain(_message(one, level)))
        screen.print(table)
    show_lines([count_temuan(hasil.temuan, hasil.tingkat)])


def _message(temuan: Temuan, tingkat: Tingkat) -> str:
    if tingkat is Tingkat.INFO:
        return temuan.pesan
    kutipan = temuan.tempat.kutipan if isinstance(temuan.tempat, TempatNaskah) else ""
    quoted = f"“{kutipan}”\n" if kutipan else ""
    return f"{quoted}{temuan.pesan}\n→ {temuan.saran}"


def show_reviu(hasil: HasilReviu) -> None:
    """Print how many lines of each part are answered how, and which are answered no."""
    if hasil.laporan is None:
        show_lines(["Belum ada laporan untuk dicocokkan; jalankan `kinerja lakip` dahulu."])
    for bagian in hasil.bagian:
        counts = Counter(x.jawaban for x in bagian.butir)
        told = ", ".join(f"{counts[x]} {x.value.lower()}" for x in Jawaban if counts[x])
        show_lines([f"{bagian.judul}: {told}."])
        refused = [x for x in bagian.butir if x.jawaban is Jawaban.TIDAK]
        show_lines(f"  tidak: {x.pernyataan} {x.bukti}" for x in refused)
