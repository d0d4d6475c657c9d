"""The finished document as one HTML file: the same words, tables and pictures, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby

from kinerja_cli.adapter.lakip.grafik import Grafik
from kinerja_cli.adapter.lakip.html_kata import Kata
from kinerja_cli.adapter.lakip.html_tabel import write_table
from kinerja_cli.adapter.lakip.kata_word import Unsur
from kinerja_cli.adapter.lakip.nama_xml import qn
from kinerja_cli.adapter.lakip.naskah import JUDUL, Naskah

JUDUL_SAMPUL = "sampul judul"
BUTIR = "list bullet"

GAYA = """
:root{color-scheme:light}
body{margin:0 auto;max-width:60rem;padding:2rem 1.5rem 4rem;color:#111;background:#fff;
font:16px/1.55 Arial,Helvetica,sans-serif}
h1,h2{text-align:center}h1{font-size:1.7rem;margin:3rem 0 1.5rem}
h2{font-size:1.25rem;margin:4rem 0 1.2rem;padding-top:2rem;border-top:1px solid #c8ced8}
h3{font-size:1.1rem;margin:2rem 0 .6rem}h4,h5{font-size:1rem;margin:1.6rem 0 .4rem}
h5{font-style:italic}p{margin:.4rem 0 .7rem}
.tengah{text-align:center}.kanan{text-align:right}
.daftar{margin:.15rem 0}.daftar a{color:inherit}.dua{padding-left:1.2rem}
.tiga{padding-left:2.4rem}.ttd{margin:.1rem 0 .1rem 50%;text-align:center}
.nama{font-weight:700;margin-top:3.5rem}
.judul{font-weight:700;text-align:center;margin:1.4rem 0 .5rem}
.sumber,.asal{font-style:italic;font-size:.88rem}.lanjut{padding-left:1.6rem}
.indikator{font-weight:700;margin-top:1.1rem}
.contoh{color:#c0392b;font-weight:700;text-align:center;font-size:1.2rem}
.bergulir{overflow-x:auto}table{border-collapse:collapse;margin:0 auto 1rem;font-size:.88rem}
th,td{border:1px solid #8c96a8;padding:.25rem .45rem;vertical-align:top;text-align:left}
th{background:#d9e2f3;text-align:center}.tebal td,td.tebal{font-weight:700}
.kelompok td{background:#eef1f6;font-weight:700}
mark{background:#fff2a8;color:#9c2a00;font-weight:700}
svg{display:block;width:100%;max-width:40rem;margin:1rem auto;font:11px Arial,sans-serif}
img{display:block;margin:2rem auto;height:7rem}
@media print{body{max-width:none;padding:0;font-size:11pt}h2{break-before:page;border:0}
tr,svg{break-inside:avoid}thead{display:table-header-group}}
""".strip()

KELAS = {
    "caption": "judul",
    "sumber": "sumber",
    "asal kutipan": "asal",
    "judul indikator": "indikator",
    "butir bernomor": "lanjut",
    "tanda contoh": "contoh",
    "tanda tangan nama": "ttd nama",
}
"""What the file calls the styles that it shows in a way of their own."""

AWALAN = {
    "sampul": "tengah",
    "gambar": "tengah",
    "judul catatan": "judul",
    "tanda tangan": "ttd",
    "toc 2": "daftar dua",
    "toc 3": "daftar tiga",
    "toc": "daftar",
    "table of figures": "daftar",
}
"""The same by how the name of a style begins; the first that fits counts."""


def build_html(naskah: Naskah, grafik: Mapping[str, Grafik], judul: str) -> str:
    """Return the whole file; its pictures are drawn from the same figures."""
    kata = Kata(naskah, grafik.values())
    blocks = (x for x in naskah.body if x.tag in {qn("w:p"), qn("w:tbl")})
    isi = "\n".join(_blocks(naskah, kata, blocks))
    return (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(judul)}</title>\n<style>\n{GAYA}\n</style>\n</head>\n"
        f"<body>\n<main>\n{isi}\n</main>\n</body>\n</html>\n"
    )


def _blocks(naskah: Naskah, kata: Kata, blocks: Iterable[Unsur]) -> Iterator[str]:
    for butir, group in groupby(blocks, key=lambda x: naskah.style(x) == BUTIR):
        if butir:
            items = "".join(f"<li>{kata.write(x)}</li>" for x in group)
            yield f"<ul>{items}</ul>"
            continue
        for block in group:
            html = (
                write_table(naskah, kata, block)
                if block.tag == qn("w:tbl")
                else _paragraph(naskah.style(block), kata, block)
            )
            if html:
                yield html


def _paragraph(gaya: str, kata: Kata, paragraph: Unsur) -> str:
    kelas = _class(gaya)
    if kelas.startswith("daftar"):
        return f'<p class="{kelas}">{kata.write_entry(paragraph)}</p>'
    isi = kata.write(paragraph)
    if not isi:
        return ""
    if gaya in JUDUL:
        level = JUDUL.index(gaya) + 2  # the title on the cover is the first
        return f"<h{level}>{isi}</h{level}>"
    if gaya == JUDUL_SAMPUL:
        return f"<h1>{isi}</h1>"
    return f'<p class="{kelas}">{isi}</p>' if kelas else f"<p>{isi}</p>"


def _class(gaya: str) -> str:
    """Return the class of a paragraph by the name of its style; "" for plain text."""
    if gaya in KELAS:
        return KELAS[gaya]
    return next((kelas for awal, kelas in AWALAN.items() if gaya.startswith(awal)), "")
