"""Templates, texts and pictures from elsewhere: no file, no other value, no end is reached."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from buku_jahat import MIB
from conftest import Kinerja
from kinerja_cli.adapter.buku_xlsx import paket
from kinerja_cli.adapter.lakip import lambang, proses_templat
from kinerja_cli.adapter.lakip.coba_templat import try_templat
from kinerja_cli.adapter.lakip.lambang import LambangRusakError, read_lambang
from kinerja_cli.adapter.lakip.narasi_md import (
    BerkasNarasi,
    NarasiRusakError,
    ParagrafMd,
    has_perintah,
    read_narasi,
)
from kinerja_cli.adapter.lakip.proses_templat import ProsesTemplat, TemplatTakSelesaiError
from kinerja_cli.adapter.lakip.templat import render_templat
from kinerja_cli.adapter.lakip.variabel_templat import RAGAM_LAKIP
from kinerja_cli.adapter.proses_terbatas import Batas
from kinerja_cli.adapter.templat_asing import TemplatAsingError, check_paket
from kinerja_cli.domain.galat import KinerjaError

TELANJANG = "{{{{ {} }}}}"
UTAMA = "word/document.xml"


def templat(*paragraf: str) -> bytes:
    """Return a template of these paragraphs."""
    dokumen = Document()
    for teks in paragraf:
        dokumen.add_paragraph(teks)
    stream = BytesIO()
    dokumen.save(stream)
    return stream.getvalue()


def changed(nama: str, ubah: Callable[[bytes], bytes], isi: bytes | None = None) -> bytes:
    """Return a template with one part changed, or made."""
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(isi or templat("isi"))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.namelist():
            new.writestr(one, ubah(old.read(one)) if one == nama else old.read(one))
        if nama not in old.namelist():
            new.writestr(nama, ubah(b""))
    return stream.getvalue()


# What a tag may reach


@pytest.mark.parametrize(
    "perintah",
    [
        "''.__class__.__mro__[1].__subclasses__()",
        "''['__class__']",
        "'{0.__class__}'.format(tahun)",
        "''|attr('__class__')",
        "kantor.__init__.__globals__",
        "cycler.__init__.__globals__.os",
        "lipsum.__globals__",
        "self.__init__",
        "[].append(1)",
        "sasaran.__class__",
        "joiner.__init__.__builtins__",
        "namespace.__init__",
        "range(10 ** 9)|list",
        "1 / 0",
        "'a' + 1",
    ],
)
def test_no_tag_reaches_beyond_its_variables(perintah: str) -> None:
    assert try_templat(templat(TELANJANG.format(perintah)), RAGAM_LAKIP)


@pytest.mark.parametrize("berkas", ["/etc/passwd", "lakip.docx", "../kinerja.toml", "C:\\x"])
@pytest.mark.parametrize("kata", ["include", "extends", "import", "from"])
def test_no_tag_reads_a_file(kata: str, berkas: str) -> None:
    tail = {"import": " as x", "from": " import x"}.get(kata, "")
    tag = f"{{% {kata} '{berkas}'{tail} %}}"
    assert try_templat(templat(tag), RAGAM_LAKIP)
    with pytest.raises(NarasiRusakError):
        read_narasi(BerkasNarasi("narasi/sdm.md", tag), {})


@pytest.mark.parametrize(
    "isi",
    [
        ["{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"],
        ["{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}"],
        ["{% if tahun %}" * 100 + "{% endif %}" * 100],
    ],
)
def test_tags_that_never_come_back_are_a_fault_or_harmless(isi: list[str]) -> None:
    for one in try_templat(templat(*isi), RAGAM_LAKIP):
        assert str(one)


def test_a_value_is_never_a_tag_nor_markup() -> None:
    """Neither in a template nor in the office's own text, nor twice filled."""
    nasty = "{{ 7 * 7 }} {% if %} <b>&amp; *tebal* [x](http://a.invalid) `k`"
    konteks: dict[str, object] = {"tahun": nasty}
    dokumen = render_templat(templat("{{ tahun }}"), konteks, RAGAM_LAKIP)
    assert dokumen.paragraphs[-1].text == nasty
    assert written("{{ tahun }}", konteks) == nasty


def test_html_in_the_offices_own_text_is_words() -> None:
    assert written("<script>alert(1)</script>", {}) == "<script>alert(1)</script>"


def written(teks: str, konteks: dict[str, object]) -> str:
    """Return the words of a text of one paragraph, none of which has a look of its own."""
    (blok,) = read_narasi(BerkasNarasi("n.md", teks), konteks)
    assert isinstance(blok, ParagrafMd)
    assert not any(x.tebal or x.miring for x in blok.isi)
    return "".join(x.teks for x in blok.isi)


# What a template costs


@pytest.mark.parametrize(
    ("teks", "asing"),
    [
        ("Tanpa perintah.", False),
        ("{{ tahun }} {{ sasaran[0].uraian }} {{kantor.nama}}", False),
        ("<!-- {% for %} {{ a() }} -->", False),
        ("{{ tahun * 9 }}", True),
        ("{{ tahun|upper }}", True),
        ("{{ f() }}", True),
        ("{% if tahun %}x{% endif %}", True),
        ("{{", True),
    ],
)
def test_a_text_that_only_names_values_is_filled_without_a_process(
    teks: str, *, asing: bool
) -> None:
    assert has_perintah([BerkasNarasi("n.md", teks)]) is asing


def test_a_shipped_template_is_filled_here() -> None:
    with ProsesTemplat("Templat", asing=False) as proses:
        assert proses.run(max, 1, 2) == 2
    assert proses._proses._proses is None


TANPA_AKHIR = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}"
    "{% endfor %}{% endfor %}{% endfor %}"
)
RAKUS = "{{ ('a' * 10 ** 10)|length }}"


@pytest.mark.berat
@pytest.mark.parametrize("perintah", [TANPA_AKHIR, RAKUS])
def test_a_template_without_end_is_one_line(perintah: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proses_templat, "BATAS", Batas(0.3, 64 * MIB))
    with (
        ProsesTemplat("Templat 'a.docx'", asing=True) as proses,
        pytest.raises(TemplatTakSelesaiError, match=r"Templat 'a\.docx' tidak selesai"),
    ):
        proses.run(try_templat, templat(perintah), RAGAM_LAKIP)


def test_faults_come_back_from_the_process_as_they_are() -> None:
    with ProsesTemplat("Templat", asing=True) as proses:
        (fault,) = proses.run(try_templat, templat("{{ kantr }}"), RAGAM_LAKIP)
        assert "kantr" in str(fault)
        narasi = BerkasNarasi("narasi/sdm.md", "\n{{ x }}")
        with pytest.raises(NarasiRusakError, match=r"narasi/sdm\.md baris 2"):
            proses.run(read_narasi, narasi, {})


# What a Word file may hold that is a template


LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
JENIS = RT.IMAGE.rpartition("/")[0]
KETAT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
TAUTAN = "word/_rels/document.xml.rels"


def doctype(isi: bytes) -> bytes:
    return isi.replace(b"?>", f'?><!DOCTYPE a [<!ENTITY l0 "lol">{LOL}]>'.encode(), 1)


def outer(jenis: str) -> Callable[[bytes], bytes]:
    link = f'<Relationship Id="x" Type="{jenis}" Target="http://a.invalid" TargetMode="External"/>'
    return lambda isi: isi.replace(b"</Relationships>", f"{link}</Relationships>".encode())


def inner(jenis: str) -> Callable[[bytes], bytes]:
    link = f'<Relationship Id="x" Type="{jenis}" Target="a.html"/></Relationships>'
    return lambda isi: isi.replace(b"</Relationships>", link.encode())


def field(*teks: str) -> Callable[[bytes], bytes]:
    runs = "".join(f"<w:r><w:instrText>{x}</w:instrText></w:r>" for x in teks)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{x}"/></w:r>' for x in ("begin", "end"))
    isi = f"<w:p>{begin}{runs}{end}</w:p><w:sectPr"
    return lambda body: body.replace(b"<w:sectPr", isi.encode(), 1)


def simple_field(teks: str) -> Callable[[bytes], bytes]:
    isi = f'<w:p><w:fldSimple w:instr="{teks}"/></w:p><w:sectPr'
    return lambda body: body.replace(b"<w:sectPr", isi.encode(), 1)


def disguised(isi: bytes) -> bytes:
    """Say of a picture that it is a header: the library goes by what is said, not by the name."""
    said = (
        '<Override PartName="/word/media/a.png" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.header+xml"/></Types>'
    )
    return isi.replace(b"</Types>", said.encode())


JENIS_ISI = "[Content_Types].xml"
DITOLAK: dict[str, bytes] = {
    "bukan zip": b"bukan",
    "bukan word": changed("_rels/.rels", lambda x: x.replace(b"word/document", b"lain/document")),
    "entitas": changed(UTAMA, doctype),
    "entitas di kepala halaman": changed("word/header9.xml", lambda _: doctype(b"<?xml?><a/>")),
    "gambar di luar": changed(TAUTAN, outer(RT.IMAGE)),
    "objek di luar": changed(TAUTAN, outer(RT.OLE_OBJECT)),
    "bingkai di luar": changed(TAUTAN, outer(f"{JENIS}/frame")),
    "dde": changed(UTAMA, field(" DDEAUTO c:\\\\cmd.exe")),
    "dde terpotong": changed(UTAMA, field(" DD", "EAU", "TO x")),
    "dde sederhana": changed(UTAMA, simple_field("dde x")),
    "gambar lewat field": changed(UTAMA, field("INCLUDEPICTURE http://a.invalid")),
    "field yang ditulis Jinja": changed(UTAMA, field("{{ 'DDE' }}AUTO x")),
    "field yang dipotong Jinja": changed(UTAMA, field("DD{% if 1 %}E{% endif %} x")),
    "bagian yang menyamar": changed(JENIS_ISI, disguised, changed("word/media/a.png", field("x"))),
    "dokumen asing di dalamnya": changed(TAUTAN, inner(f"{JENIS}/aFChunk")),
}


@pytest.mark.parametrize("nama", DITOLAK)
def test_a_template_that_leads_elsewhere_is_not_opened(nama: str) -> None:
    with pytest.raises(TemplatAsingError, match="bukan dokumen Word yang dapat dijadikan templat"):
        check_paket(DITOLAK[nama], "a.docx")


@pytest.mark.parametrize(
    "isi",
    [
        templat("{{ tahun }}"),
        changed(TAUTAN, outer(RT.HYPERLINK)),
        changed(UTAMA, field("PAGE")),
        changed(UTAMA, field(" HYPERLINK x")),
        changed(UTAMA, simple_field("REF DDE")),
        changed("word/media/a.png", lambda _: b"<!DOCTYPE bukan xml"),
    ],
    ids=range(6),
)
def test_what_a_template_may_have_is_let_in(isi: bytes) -> None:
    check_paket(isi, "a.docx")


def test_a_template_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    isi = changed("word/media/a.xml", lambda _: b"<a>" + b" " * 2 * MIB + b"</a>")
    check_paket(isi, "a.docx")
    monkeypatch.setattr(paket, "MAKS_BYTE_BAGIAN", MIB)
    with pytest.raises(TemplatAsingError, match="terlalu besar"):
        check_paket(isi, "a.docx")


@pytest.mark.parametrize("jenis", [JENIS, KETAT])
def test_the_templates_own_template_is_taken_off(jenis: str) -> None:
    """Word would fetch it from wherever it lies as soon as the report is opened."""
    dokumen = Document(BytesIO(templat("x")))
    bagian = dokumen.part.part_related_by(RT.SETTINGS)
    rid = bagian.relate_to("http://a.invalid/b.dotm", f"{jenis}/attachedTemplate", is_external=True)
    link = parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{rid}"/>')
    dokumen.settings.element.insert(0, link)
    stream = BytesIO()
    dokumen.save(stream)
    settings = changed(
        TAUTAN,
        lambda x: x.replace(RT.SETTINGS.encode(), f"{jenis}/settings".encode()),
        stream.getvalue(),
    )
    check_paket(settings, "a.docx")
    filled = BytesIO()
    render_templat(settings, {}, RAGAM_LAKIP).save(filled)
    with zipfile.ZipFile(filled) as made:
        assert not any(b"a.invalid" in made.read(x) for x in made.namelist())
        assert not any(b"attachedTemplate" in made.read(x) for x in made.namelist())


def test_settings_that_say_to_be_something_else_are_no_bug() -> None:
    said = b"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
    odd = changed(JENIS_ISI, lambda x: x.replace(said, b"application/xml"))
    assert render_templat(odd, {}, RAGAM_LAKIP).paragraphs[0].text == "isi"


MENULIS_FIELD = "{{ '<w:instrText>DDEAUTO x</w:instrText>' | safe }}"


@pytest.mark.parametrize(
    ("nama", "argv"),
    [("lakip.docx", ("lakip",)), ("surat/nota-dinas.docx", ("surat", "nota-dinas"))],
)
def test_what_a_template_turns_into_is_looked_at_as_well(
    kinerja: Kinerja, terhimpun: Path, nama: str, argv: tuple[str, ...]
) -> None:
    path = terhimpun / "templates" / nama
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(templat(MENULIS_FIELD))
    result = kinerja(*argv, di=terhimpun)
    assert (result.kode, result.err.count("\n")) == (2, 1)
    assert "mengambil data dari luar" in result.err
    assert not any(terhimpun.rglob("laporan/**/*.docx"))


@pytest.mark.parametrize(
    ("nama", "argv", "kode"),
    [
        ("surat/nota-dinas.docx", ("surat", "nota-dinas"), 2),
        ("surat/register-tahap.docx", ("tahap", "cetak"), 2),
        ("surat/undangan.docx", ("templat", "periksa", "undangan"), 1),
    ],
)
def test_every_command_that_fills_a_template_looks_at_it_first(
    kinerja: Kinerja, ruang_kosong: Path, nama: str, argv: tuple[str, ...], kode: int
) -> None:
    path = ruang_kosong / "templates" / nama
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(DITOLAK["dde"])
    result = kinerja(*argv, di=ruang_kosong)
    assert result.kode == kode
    assert "bukan dokumen Word yang dapat dijadikan templat" in " ".join(
        (result.out + result.err).split()
    )


@pytest.mark.berat
def test_the_offices_own_letter_is_filled_in_a_process(
    kinerja: Kinerja, ruang_kosong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ruang_kosong / "templates" / "surat" / "nota-dinas.docx"
    path.parent.mkdir()
    path.write_bytes(templat("{{ kantor.nama }}"))
    assert kinerja("surat", "nota-dinas", di=ruang_kosong).kode == 0
    made = Document(str(ruang_kosong / "laporan/surat/nota-dinas-2021.docx"))
    assert made.paragraphs[-1].text.startswith("Kecamatan")
    path.write_bytes(templat(TANPA_AKHIR))
    monkeypatch.setattr(proses_templat, "BATAS", Batas(0.3))
    result = kinerja("surat", "nota-dinas", di=ruang_kosong)
    assert (result.kode, len(result.err.splitlines())) == (2, 1)


# Pictures


def png(lebar: int, tinggi: int) -> bytes:
    """Return the head of a PNG: all that is read of it."""
    size = lebar.to_bytes(4, "big") + tinggi.to_bytes(4, "big")
    head = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + b"IHDR" + size + b"\x08\x06\0\0\0"
    return head + bytes(4) + bytes(4) + b"IEND" + bytes(4)


@pytest.mark.parametrize(
    ("lebar", "tinggi"), [(30_000, 30_000), (2**31 - 1, 2**31 - 1), (1, 2**31 - 1), (2**31 - 1, 1)]
)
def test_a_picture_that_unpacks_to_gigabytes_is_refused(lebar: int, tinggi: int) -> None:
    with pytest.raises(LambangRusakError, match="juta piksel"):
        read_lambang("a.png", png(lebar, tinggi))


def test_a_large_picture_is_taken_up_to_the_limit() -> None:
    assert lambang.PIKSEL_TERBANYAK == 7_000 * 7_000 + 1_000_000
    assert read_lambang("a.png", png(7_000, 7_000)).tinggi


@pytest.mark.parametrize("nama", ["../luar.png", "masuk/../../luar.png", "{tmp}/luar.png"])
def test_an_emblem_outside_the_workspace_is_not_read(
    kinerja: Kinerja, ruang_kosong: Path, nama: str
) -> None:
    (ruang_kosong.parent / "luar.png").write_bytes(png(10, 10))
    toml = ruang_kosong / "kinerja.toml"
    named = f"lambang = '{nama.format(tmp=ruang_kosong.parent)}'"
    text = toml.read_text(encoding="utf-8").replace('lambang = ""', named)
    toml.write_text(text, encoding="utf-8")
    result = kinerja("surat", "nota-dinas", di=ruang_kosong)
    assert (result.kode, len(result.err.splitlines())) == (2, 1)
    assert "tidak terletak di dalam ruang kerja" in result.err


def test_a_failure_of_another_process_keeps_its_kind_and_words() -> None:
    error = LambangRusakError("a.png", "rusak")
    kelas, args, isi = error.__reduce__()[1][0], error.args, error.__reduce__()[2]
    assert (kelas, args, isi) == (LambangRusakError, (str(error),), {})
    assert isinstance(error, KinerjaError)
