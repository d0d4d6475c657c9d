"""Each sasaran: its mean as a bar, and the sentence that counts its indicators."""

from __future__ import annotations

from kinerja_cli.adapter.dasbor_html.baris import BagianSasaran
from kinerja_cli.adapter.dasbor_html.cap import cap_of
from kinerja_cli.adapter.dasbor_html.gambar import axis_end, draw_batang
from kinerja_cli.adapter.dasbor_html.ringkasan import tulis_atau_kosong
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.narasi.hitungan import hitung, kalimat_hitungan


def build_sasaran(analisis: Analisis) -> tuple[BagianSasaran, ...]:
    """Return the sasaran in plan order; their bars share one axis."""
    ujung = axis_end(x.rata_rata.apa_adanya for x in analisis.sasaran)
    aturan = analisis.pengaturan.aturan
    return tuple(
        BagianSasaran(
            kode=x.simpul.kode,
            uraian=x.simpul.uraian,
            apa_adanya=tulis_atau_kosong(x.rata_rata.apa_adanya),
            dibatasi=tulis_atau_kosong(x.rata_rata.dibatasi),
            rincian=f"{x.rata_rata.dinilai} dari {x.rata_rata.jumlah} indikator dinilai.",
            cap=cap_of(x.predikat, aturan),
            batang=draw_batang(x.rata_rata.apa_adanya, ujung),
            kalimat=kalimat_hitungan(hitung(x.indikator)),
        )
        for x in analisis.sasaran
    )
