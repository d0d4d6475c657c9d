"""Native Word charts: chart XML with its data in an embedded workbook, to be edited in Word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from xlsxwriter import Workbook

from kinerja_cli.adapter.lakip.grafik_xml import build_chart_xml
from kinerja_cli.adapter.lakip.kata_word import Unsur, replace_text
from kinerja_cli.adapter.lakip.naskah import Naskah
from kinerja_cli.adapter.lakip.penanda import Penanda, PenandaGrafik, mark, pattern
from kinerja_cli.adapter.tulis_xlsx import build_buku
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.narasi.rangkaian import (
    Rangkaian,
    capaian_antartahun,
    capaian_dan_serapan,
    capaian_sasaran,
    capaian_tribulan,
)

JENIS_GRAFIK = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
JENIS_BUKU = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LEBAR_EMU, TINGGI_EMU = 5_580_000, 2_340_000
"""15,5 × 6,5 cm: fits between the margins of A4 and F4."""

NOMOR_PERTAMA = 7001
"""First id of the pictures: clear of those in the template."""


@dataclass(frozen=True, slots=True)
class Grafik:
    """One picture: its figures, what it says to who cannot see it, a line instead of columns."""

    rangkaian: Rangkaian
    judul: str
    garis: bool = False

    @property
    def uraian(self) -> str:
        """Return the words that stand for the picture."""
        kinds = ", ".join(x.nama for x in self.rangkaian.seri)
        return f"Grafik {self.judul}: {kinds} untuk {', '.join(self.rangkaian.label)}."


def collect_grafik(analisis: Analisis) -> dict[str, Grafik]:
    """Return the pictures with something to compare, by the name of their mark."""
    candidates = {
        "sasaran": Grafik(capaian_sasaran(analisis), "capaian menurut sasaran"),
        "tribulan": Grafik(capaian_tribulan(analisis), "capaian per tribulan"),
        "tahun": Grafik(capaian_antartahun(analisis), "capaian antartahun", garis=True),
        "serapan": Grafik(capaian_dan_serapan(analisis), "capaian dan serapan anggaran"),
    }
    return {nama: x for nama, x in candidates.items() if _worth_it(x.rangkaian)}


def _worth_it(rangkaian: Rangkaian) -> bool:
    return len(rangkaian.label) > 1 and not rangkaian.kosong


def mark_grafik(grafik: Mapping[str, Grafik]) -> PenandaGrafik:
    """Return the marks of these pictures for the template."""
    return PenandaGrafik(**{nama: mark(Penanda.GRAFIK, nama) for nama in grafik})


def place_grafik(naskah: Naskah, grafik: Mapping[str, Grafik], dibuat: datetime) -> None:
    """Put each picture where its mark stands; a mark moved in the template moves it."""
    count = 0

    def build(match: object, _: Unsur | None) -> list[Unsur]:
        nonlocal count
        count += 1
        one = grafik[str(match[1])]  # type: ignore[index] # a match of the pattern below
        return [_drawing(_add_part(naskah, one, count, dibuat), one, count)]

    for paragraph in naskah.paragraf:
        replace_text(paragraph, pattern(Penanda.GRAFIK), build)


def _add_part(naskah: Naskah, grafik: Grafik, nomor: int, dibuat: datetime) -> str:
    """Add chart and workbook to the package and return the chart's relationship id."""
    owner = naskah.dokumen.part
    chart = Part(
        PackURI(f"/word/charts/chart{nomor}.xml"),
        JENIS_GRAFIK,
        build_chart_xml(grafik.rangkaian, garis=grafik.garis),
        owner.package,
    )
    buku = Part(
        PackURI(f"/word/embeddings/grafik{nomor}.xlsx"),
        JENIS_BUKU,
        _build_data(grafik.rangkaian, dibuat),
        owner.package,
    )
    chart.relate_to(buku, RT.PACKAGE)
    return owner.relate_to(chart, RT.CHART)


def _build_data(rangkaian: Rangkaian, dibuat: datetime) -> bytes:
    """Return the workbook that Word opens when the picture's data are edited."""

    def fill(buku: Workbook) -> None:
        lembar = buku.add_worksheet("Data")
        lembar.write_column(1, 0, rangkaian.label)
        for kolom, seri in enumerate(rangkaian.seri, 1):
            lembar.write_string(0, kolom, seri.nama)
            for baris, nilai in enumerate(seri.nilai, 1):
                if nilai is not None:
                    lembar.write_number(baris, kolom, float(nilai))

    return build_buku(fill, dibuat, {"title": "Data grafik LAKIP"})


def _drawing(rid: str, grafik: Grafik, nomor: int) -> Unsur:
    return parse_xml(
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{LEBAR_EMU}" cy="{TINGGI_EMU}"/>'
        f'<wp:docPr id="{NOMOR_PERTAMA + nomor}" name="Grafik {nomor}" '
        f"descr={quoteattr(grafik.uraian)}/>"
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{escape(rid)}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
