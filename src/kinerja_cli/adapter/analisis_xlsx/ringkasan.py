"""Sheet Ringkasan: headline figures, pictures, and the tables that the pictures are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_cli.adapter.analisis_xlsx.anggaran import LetakAnggaran
from kinerja_cli.adapter.analisis_xlsx.grafik import LEBAR, TINGGI, Grafik, Seri, insert_grafik
from kinerja_cli.adapter.analisis_xlsx.indikator import LetakIndikator
from kinerja_cli.adapter.analisis_xlsx.kepala import write_judul
from kinerja_cli.adapter.analisis_xlsx.kerangka import Buku, Halaman, Kolom
from kinerja_cli.adapter.analisis_xlsx.kartu import write_kartu
from kinerja_cli.adapter.analisis_xlsx.sasaran import LetakSasaran
from kinerja_cli.adapter.analisis_xlsx.susunan import Susunan
from kinerja_cli.adapter.analisis_xlsx.tabel_ringkasan import (
    TabelRingkasan,
    write_predikat_counts,
    write_sasaran_table,
    write_serapan_table,
)
from kinerja_cli.adapter.analisis_xlsx.tribulan import LetakTribulan
from kinerja_cli.adapter.tulis_xlsx import set_page
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.tanggal import format_tanggal
