"""Cells and strings taken out of a part before it is parsed: the same is read as without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kinerja_cli.adapter.buku_xlsx import lazim
from kinerja_cli.adapter.buku_xlsx.gaya import UMUM
from kinerja_cli.adapter.buku_xlsx.lembar import IsiLembar, read_lembar
from kinerja_cli.adapter.buku_xlsx.sel import Acuan
from kinerja_cli.adapter.buku_xlsx.teks import TeksBersama, read_teks
from kinerja_cli.adapter.buku_xlsx.xml import parse_xml
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca

AWAL = '<?xml version="1.0" encoding="UTF-8"?>\n'
POTONGAN_LEMBAR = (
    '<row r="1" spans="1:8">',
    '<row r="3" ht="12.5" hidden="1">',
    "<row>",
    "</row>",
    "</row>",
    '<row r="2"/>',
    '<row r="2" hidden="0" ht="3"/>',
    '<row r="2" s="1" s="1"></row>',
    "<row",
    '<row r="0"></row>',
    '<row r="7"><c r="A7"><v>7</v></c></row>',
    '<c r="A1"><v>1</v></c>',
    '<c r="B1" s="1"/>',
    '<c r="B1" s="1" />',
    '<c r="C1" t="s"><v>0</v></c>',
    '<c r="C1" s="1" t="s"><v>1</v></c>',
    '<c r="A1" s="9"><v>2</v></c>',
    '<c r="D1" t="s"><v>9</v></c>',
    '<c r="A1"><v>-1.5E-3</v></c>',
    '<c r="A1"><v>..</v></c>',
    '<c r="A1"><v></v></c>',
    "<c><v>5</v></c>",
    '<c r="A1">',
    "</c>",
    "<v>8</v>",
    '<c r="B2" t="str"><f>A1</f><v>x</v></c>',
    "<f>1</f>",
    '<c r="A2"><f t="shared" si="0">B1</f><v>4</v></c>',
    '<c r="A3"><f t="shared" si="0"/><v>4</v></c>',
    '<c r="XFE1"><v>1</v></c>',
    '<c r="A9999999"><v>1</v></c>',
    '<c r="E1" t="inlineStr"><is><t> a </t></is></c>',
    "<is><t>",
    "</t></is>",
    '<c s="1" r="F1"><v>6</v></c>',
    '<c r="F1" r="F2"/>',
    '<x:c r="G1"><v>1</v></x:c>',
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?a ",
    "?>",
    "<_/>",
    "<_>",
    "</_>",
    "&amp;",
    "&x;",
    " ",
    "\n",
    "t",
    '<a b="',
    '"/>',
    ">",
    "<",
    "</sheetData>",
    "<sheetData>",
    "\xe9",
)
POTONGAN_TEKS = (
    "<si><t>a</t></si>", "<si><t> b </t></si>", '<si><t xml:space="preserve"> c </t></si>',
    "<si><t>&amp;&lt;&quot;</t></si>", "<si><t>&#65;</t></si>", "<si><t>_x0041_</t></si>", "<si/>",
    '<si><r><rPr><b/><sz val="9"/></rPr><t>d</t></r><r><t xml:space="preserve"> e</t></r></si>',
    '<si><r><rPr><sz val="9" val="9"/></rPr><t>f</t></r></si>', "<si><t>g\r\nh\ti</t></si>",
    "<si><t>j</t><rPh><t>k</t></rPh></si>", "<si><t>l</t>", "<si>", "</si>", "<t>", "</t>", "m",
    "<si><t>]]></t></si>", "<si><t>\x01</t></si>", "<si><t>\uffff</t></si>", "<si><t></t></si>",
    "<x:si><x:t>n</x:t></x:si>", "<!--", "-->", "<![CDATA[", "]]>", "<?a ", "?>", "<_/>", "<_>",
    "</_>", '<a b="', '"/>', "<", ">", " ", "\n", "\xe9", "</sst>", "<sst>",
)  # fmt: skip


def soup(potongan: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(potongan), max_size=14).map("".join)


def outcome(baca: Callable[[], object]) -> object:
    """Return what is read, or why nothing is."""
    try:
        return baca()
    except BukuTakTerbaca as error:
        return error.sebab


def sheet(isi: bytes, baca: Callable[[bytes, Acuan, int], IsiLembar]) -> object:
    acuan = Acuan(["satu", "dua"], {"0": UMUM, "1": UMUM})

    def read() -> object:
        lembar = baca(isi, acuan, 1000)
        return lembar.sel, lembar.tersembunyi

    return outcome(read)


def walk(isi: bytes, acuan: Acuan, maks_sel: int) -> IsiLembar:
    """Read a sheet by the parser alone."""
    lembar = IsiLembar(acuan, maks_sel)
    parse_xml(isi, lembar, sampai="sheetData")
    return lembar


def walk_strings(isi: bytes) -> list[str]:
    """Read the shared strings by the parser alone."""
    teks = TeksBersama(iter(()))
    parse_xml(isi, teks)
    return teks.daftar


ENKODE = st.sampled_from([("utf-8", AWAL), ("latin-1", AWAL.replace("UTF-8", "ISO-8859-1")),
                          ("utf-8", ""), ("utf-16", "")])  # fmt: skip


@given(soup(POTONGAN_LEMBAR), ENKODE)
@example('<row r="1"><c r="A1"><v>1</v></c><c><v>5</v></c></row>', ("utf-8", AWAL))
@example('<row r="2"/><c><v>5</v></c>', ("utf-8", AWAL))
@example('<row><c r="A5"><v>1</v></c></row><row hidden="1"></row>', ("utf-8", AWAL))
@example('<row r="1"><c r="A1" t="b"><v>1</v></c><c r="A1"><v>2</v></c></row>', ("utf-8", AWAL))
@example('<row r="1"><c r="B1"><c r="A1"><v>1</v></c><v>2</v></c></row>', ("utf-8", AWAL))
def test_a_sheet_is_read_the_same_with_and_without_taking_out(
    isi: str, enkode: tuple[str, str]
) -> None:
    kode, awal = enkode
    part = f"{awal}<worksheet><sheetData>{isi}</sheetData><c/></worksheet>".encode(kode)
    assert sheet(part, read_lembar) == sheet(part, walk)


@given(soup(POTONGAN_TEKS), ENKODE)
@example("<_/><si><t>a</t></si>", ("utf-8", AWAL))
def test_strings_are_read_the_same_with_and_without_taking_out(
    isi: str, enkode: tuple[str, str]
) -> None:
    kode, awal = enkode
    part = f"{awal}<sst>{isi}</sst>".encode(kode, "replace")
    assert outcome(lambda: read_teks(part)) == outcome(lambda: walk_strings(part))


def test_usual_cells_and_strings_do_not_reach_the_parser() -> None:
    cells = '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/>'
    part = f'<a><row r="1" ht="9">{cells}</row><row r="2"/></a>'.encode()
    (found, left), _ = lazim.lift_cells(part)
    assert list(found) == [("A", "1", "1", "s", "0"), ("B", "1", "1", None, None)]
    assert left == "<a><_/></a>"
    rows, rest = lazim.lift_strings(f"{AWAL}<sst><si><t>a</t></si><si><t>b</t></si></sst>".encode())
    assert list(rows) == [["a", "b"]]
    assert rest == f"{AWAL}<sst><_/></sst>".encode()


@pytest.mark.parametrize("isi", [b"<!-- -->", b"<a/><?b?>"])
def test_a_part_with_comments_or_instructions_stays_whole(isi: bytes) -> None:
    assert list(lazim.lift_cells(isi)) == [((), isi.decode())]


def test_usual_cells_count_as_all_others() -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>'
    part = f"<worksheet><sheetData>{row}</sheetData></worksheet>".encode()
    acuan = Acuan([], {"0": UMUM})
    assert len(read_lembar(part, acuan, 2).sel) == 2
    with pytest.raises(BukuTakTerbaca) as galat:
        read_lembar(part, acuan, 1)
    assert galat.value.sebab is SebabTakTerbaca.TERLALU_BESAR


def test_a_large_sheet_is_gone_through_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lazim, "SEBLOK", 40)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 9))
    part = f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()
    assert len(list(lazim.lift_cells(part))) > 4
    assert sheet(part, read_lembar) == sheet(part, walk)
