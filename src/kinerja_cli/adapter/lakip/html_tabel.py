"""A Word table as HTML: head rows, merged cells, figures at the right edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_cli.adapter.lakip.html_kata import Kata
from kinerja_cli.adapter.lakip.kata_word import Unsur
from kinerja_cli.adapter.lakip.nama_xml import qn
from kinerja_cli.adapter.lakip.naskah import Naskah

RATA = {"right": "kanan", "end": "kanan", "center": "tengah"}


@dataclass(frozen=True, slots=True)
class _Sel:
    """One cell: where it begins, how many columns it takes, whether it goes on from above."""

    unsur: Unsur
    kolom: int
    lebar: int
    menyambung: bool


def write_table(naskah: Naskah, kata: Kata, table: Unsur) -> str:
    """Return the table, its head rows in a head of their own."""
    rows = [(row, tuple(_cells(row))) for row in table.findall(qn("w:tr"))]
    head, body = list[str](), list[str]()
    for nomor, (row, cells) in enumerate(rows):
        kepala = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        below = [x for _, x in rows[nomor + 1 :]]
        html = "".join(
            _cell(kata, x, _height(x, below), kepala=kepala) for x in cells if not x.menyambung
        )
        (head if kepala else body).append(f"<tr{_kind(naskah, cells)}>{html}</tr>")
    kepala_tabel = f"<thead>{''.join(head)}</thead>" if head else ""
    return (
        f'<div class="bergulir"><table>{kepala_tabel}<tbody>{"".join(body)}</tbody></table></div>'
    )


def _cells(row: Unsur) -> Iterator[_Sel]:
    kolom = 0
    for cell in row.findall(qn("w:tc")):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        lebar = 1 if span is None else int(span.get(qn("w:val"), "1"))
        menyambung = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
        yield _Sel(cell, kolom, lebar, menyambung)
        kolom += lebar


def _height(sel: _Sel, below: list[tuple[_Sel, ...]]) -> int:
    """Return how many rows a cell takes: those below that go on from it count."""
    height = 1
    for cells in below:
        if not any(x.menyambung and x.kolom == sel.kolom for x in cells):
            break
        height += 1
    return height


def _kind(naskah: Naskah, cells: tuple[_Sel, ...]) -> str:
    """Return the class of a row by the style of its first cell."""
    style = next((naskah.style(x) for x in cells[0].unsur.iter(qn("w:p"))), "") if cells else ""
    for awal, kelas in (("tabel tebal", "tebal"), ("tabel kelompok", "kelompok")):
        if style.startswith(awal):
            return f' class="{kelas}"'
    return ""


def _cell(kata: Kata, sel: _Sel, tinggi: int, *, kepala: bool) -> str:
    paragraphs = sel.unsur.findall(qn("w:p"))
    isi = "<br>".join(filter(None, (kata.write(x) for x in paragraphs)))
    side = next((x.get(qn("w:val")) for x in sel.unsur.iter(qn("w:jc"))), "")
    kelas = RATA.get(str(side), "")
    spans = (("colspan", sel.lebar), ("rowspan", tinggi))
    attributes = "".join(f' {nama}="{nilai}"' for nama, nilai in spans if nilai > 1)
    if kepala:
        return f'<th scope="col"{attributes}>{isi}</th>'
    mark = f' class="{kelas}"' if kelas else ""
    return f"<td{attributes}{mark}>{isi}</td>"
