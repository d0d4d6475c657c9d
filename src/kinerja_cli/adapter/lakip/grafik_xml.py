"""The XML of one chart (ECMA-376 part 1, 21.2): columns or a line, readable in black and white."""

from __future__ import annotations

from decimal import Decimal
from xml.sax.saxutils import escape

from kinerja_cli.domain.narasi.rangkaian import Rangkaian, Seri

WARNA = (("1F3864", "1F3864"), ("C9D6EA", "1F3864"), ("FFFFFF", "1F3864"))
"""Fill and edge of each series: dark, light, white tell apart without colour too."""

FORMAT = "#,##0.00"
HURUF = (
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{ukuran}"><a:solidFill>'
    '<a:srgbClr val="222222"/></a:solidFill><a:latin typeface="Arial"/></a:defRPr></a:pPr>'
    '<a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
)
GARIS_BANTU = (
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D0D5DD"/></a:solidFill>'
    "</a:ln></c:spPr></c:majorGridlines>"
)


def build_chart_xml(rangkaian: Rangkaian, *, garis: bool) -> bytes:
    """Return the chart part; its references are those of the embedded workbook."""
    series = "".join(
        _series(rangkaian, seri, nomor, garis=garis) for nomor, seri in enumerate(rangkaian.seri)
    )
    legend = "" if len(rangkaian.seri) == 1 else _legend()
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<c:lang val="id-ID"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f"{_plot(series, garis=garis)}{_axes()}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _plot(series: str, *, garis: bool) -> str:
    if garis:
        return (
            '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
            f'{series}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>'
        )
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="80"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
    )


def _series(rangkaian: Rangkaian, seri: Seri, nomor: int, *, garis: bool) -> str:
    fill, edge = WARNA[nomor % len(WARNA)]
    line = f'<a:ln w="{28575 if garis else 9525}">{_solid(edge)}</a:ln>'
    look = f"<c:spPr>{'' if garis else _solid(fill)}{line}</c:spPr>"
    column, last = chr(ord("B") + nomor), len(rangkaian.label) + 1
    kind, end = _kind(fill, garis=garis)
    return (
        f'<c:ser><c:idx val="{nomor}"/><c:order val="{nomor}"/>'
        f"<c:tx><c:strRef><c:f>Data!${column}$1</c:f>{_texts([seri.nama])}</c:strRef></c:tx>"
        f"{look}{kind}{_labels(garis=garis)}"
        f"<c:cat><c:strRef><c:f>Data!$A$2:$A${last}</c:f>{_texts(rangkaian.label)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Data!${column}$2:${column}${last}</c:f>"
        f"{_numbers(seri.nilai)}</c:numRef></c:val>"
        f"{end}</c:ser>"
    )


def _kind(warna: str, *, garis: bool) -> tuple[str, str]:
    """Return what a line or a column adds after the look and at the end of its series."""
    if not garis:
        return '<c:invertIfNegative val="0"/>', ""
    marker = (
        '<c:marker><c:symbol val="circle"/><c:size val="7"/>'
        f"<c:spPr>{_solid(warna)}</c:spPr></c:marker>"
    )
    return marker, '<c:smooth val="0"/>'


def _solid(warna: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{warna}"/></a:solidFill>'


def _labels(*, garis: bool) -> str:
    place = "t" if garis else "outEnd"
    return (
        f'<c:dLbls><c:numFmt formatCode="{FORMAT}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        f'{HURUF.format(ukuran=800)}<c:dLblPos val="{place}"/><c:showLegendKey val="0"/>'
        '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _texts(teks: tuple[str, ...] | list[str]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{escape(x)}</c:v></c:pt>' for i, x in enumerate(teks))
    return f'<c:strCache><c:ptCount val="{len(teks)}"/>{points}</c:strCache>'


def _numbers(nilai: tuple[Decimal | None, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{x:f}</c:v></c:pt>' for i, x in enumerate(nilai) if x is not None
    )
    return (
        f"<c:numCache><c:formatCode>{FORMAT}</c:formatCode>"
        f'<c:ptCount val="{len(nilai)}"/>{points}</c:numCache>'
    )


def _axes() -> str:
    shared = '<c:tickLblPos val="nextTo"/><c:spPr><a:ln w="9525">' + _solid("8C96A8")
    return (
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/>{shared}</a:ln></c:spPr>{HURUF.format(ukuran=900)}'
        '<c:crossAx val="1002"/><c:crosses val="autoZero"/></c:catAx>'
        '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="l"/>{GARIS_BANTU}'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/>{shared}</a:ln></c:spPr>{HURUF.format(ukuran=900)}'
        '<c:crossAx val="1001"/><c:crosses val="autoZero"/></c:valAx>'
    )


def _legend() -> str:
    return (
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{HURUF.format(ukuran=900)}</c:legend>'
    )
