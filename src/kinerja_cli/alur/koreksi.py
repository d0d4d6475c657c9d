"""kinerja koreksi: an edited report against the data, and a copy with the findings as comments.

The run notes the SOP's step itself, with the report that was looked at and the copy as evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_cli.adapter.baca_docx import read_docx
from kinerja_cli.adapter.basisdata import open_basisdata
from kinerja_cli.adapter.berkas import read_masukan
from kinerja_cli.adapter.bukti import bukti_keluaran, read_bukti
from kinerja_cli.adapter.keluaran import Keluaran, write_keluaran
from kinerja_cli.adapter.komentar_docx import Komentar, add_comments
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur.analisis import analyse
from kinerja_cli.alur.tahap import note_step
from kinerja_cli.domain.koreksi import check_naskah
from kinerja_cli.domain.koreksi.naskah import Naskah, TempatNaskah
from kinerja_cli.domain.tahap import Bukti, CatatanTahap, keadaan_program
from kinerja_cli.domain.temuan import Temuan, Tingkat, has_galat

LANGKAH = 6
"""The step of the SOP that this carries out."""

AKHIRAN = "-koreksi"


@dataclass(frozen=True, slots=True)
class HasilKoreksi:
    """What was found in a report, and the copy that says it (None: nothing was found)."""

    berkas: str
    temuan: tuple[Temuan, ...]
    tingkat: Mapping[str, Tingkat]
    salinan: Keluaran | None


def correct_report(
    ruang: Ruang, berkas: Path, tahun: int | None, tribulan: int | None, sekarang: datetime
) -> HasilKoreksi:
    """Hold a Word file against the data; the file itself is only read, and the step is noted."""
    analisis, _ = analyse(ruang, tahun, tribulan)
    isi = read_masukan(berkas)
    naskah = read_docx(isi, berkas.name)
    temuan = tuple(check_naskah(naskah, analisis))
    tingkat = analisis.pengaturan.tingkat
    salinan = None
    with open_basisdata(ruang.basisdata) as db:
        if temuan:
            komentar = _comments(naskah, temuan, tingkat)
            copy = add_comments(isi, naskah.berkas, komentar, sekarang)
            path = ruang.laporan / f"{berkas.stem.removesuffix(AKHIRAN)}{AKHIRAN}.docx"
            salinan = write_keluaran(ruang, db, path, copy)
        hasil = HasilKoreksi(berkas.name, temuan, tingkat, salinan)
        copies = [salinan] if salinan else []
        bukti = read_bukti(ruang, [berkas]) + bukti_keluaran(ruang, copies)
        note_step(db, analisis.rencana.tahun, _line(hasil, analisis.tribulan, bukti, sekarang))
    return hasil


def _line(
    hasil: HasilKoreksi, tribulan: int, bukti: tuple[Bukti, ...], sekarang: datetime
) -> CatatanTahap:
    """Return the step's line: it is done once the year's report has no galat left."""
    keadaan = keadaan_program(tribulan, lengkap=not has_galat(hasil.temuan, hasil.tingkat))
    counts = Counter(x.tingkat(hasil.tingkat) for x in hasil.temuan)
    note = ", ".join(f"{counts[x]} {x.value}" for x in Tingkat if counts[x]) or "tanpa temuan"
    return CatatanTahap(LANGKAH, keadaan, sekarang, sekarang, bukti=bukti, catatan=note)


def _comments(
    naskah: Naskah, temuan: Sequence[Temuan], tingkat: Mapping[str, Tingkat]
) -> list[Komentar]:
    return [
        Komentar(
            x.tempat.nomor if isinstance(x.tempat, TempatNaskah) else 0,
            (f"{x.tingkat(tingkat).value.capitalize()} {x.jenis.kode}: {x.pesan}", x.saran),
        )
        for x in temuan
        if naskah.blok
    ]
