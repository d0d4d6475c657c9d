"""Each sasaran: its mean as a bar, and the sentence that counts its indicators."""

from __future__ import annotations

from kinerja_cli.adapter.dasbor_html.baris import BagianSasaran
from kinerja_cli.adapter.dasbor_html.cap import cap_of
from kinerja_cli.adapter.dasbor_html.gambar import axis_end, draw_batang
from kinerja_cli.adapter.dasbor_html.ringkasan import tulis_atau_kosong
from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.kantor import AturanHitung
from kinerja_cli.domain.narasi.hitungan import hitung, kalimat_hitungan


def build_sasaran(analisis: Analisis) -> tuple[BagianSasaran, ...]:
    """Return the sasaran in plan order; their bars share one axis."""
    ujung = axis_end(x.rata_rata.apa_adanya for x in analisis.sasaran)
    aturan = analisis.pengaturan.aturan
    return tuple(
        BagianSasaran(
            kode=x.simpul.kode,
            uraian=x.simpul.uraian,
            rata_rata=tulis_atau_kosong(x.rata_rata.apa_adanya),
            rincian=_details(x.rata_rata, aturan),
            cap=cap_of(x.predikat, aturan),
            batang=draw_batang(x.rata_rata.apa_adanya, ujung),
            kalimat=kalimat_hitungan(hitung(x.indikator)),
        )
        for x in analisis.sasaran
    )


def _details(mean: RataRata, aturan: AturanHitung) -> str:
    counted = f"{mean.dinilai} dari {mean.jumlah} indikator dinilai"
    batas = aturan.batas_rata_rata
    if batas is None or mean.dibatasi is None:
        return counted
    return f"{tulis_atau_kosong(mean.dibatasi)} bila dibatasi {format_angka(batas)}; {counted}"
