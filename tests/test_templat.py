"""Templates that an office changes: every fault named at once, with its place, before it hurts."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Dokumen
from docx.shared import RGBColor

from buat_dokumen import field_notes, render_templat, views
from conftest import Kinerja
from kinerja_cli.adapter.lakip import build_lakip
from kinerja_cli.adapter.lakip.coba_templat import try_templat
from kinerja_cli.adapter.lakip.periksa_templat import check_templat, used_variables
from kinerja_cli.adapter.lakip.variabel_templat import RAGAM_LAKIP, types_of
from kinerja_cli.alur.templat import TEMPLAT as SEMUA
from kinerja_cli.alur.templat import ragam_of
from test_lakip_docx import TANGGAL, TEMPLAT, opened, report, templat, text_of

Pengubah = Callable[[Dokumen], None]


def faults(*lines: str) -> list[str]:
    """Return what is wrong with a template of these paragraphs."""
    return [x.masalah for x in check_templat(templat(*lines), RAGAM_LAKIP)]


def changed(ubah: Pengubah) -> bytes:
    """Return the shipped template as an office changed it."""
    dokumen = Document(str(TEMPLAT))
    ubah(dokumen)
    stream = BytesIO()
    dokumen.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("nama", SEMUA)
def test_no_shipped_template_has_a_fault(nama: str) -> None:
    isi = (TEMPLAT.parent / SEMUA[nama]).read_bytes()
    assert try_templat(isi, ragam_of(nama)) == ()


@pytest.mark.parametrize(
    ("baris", "masalah"),
    [
        (["{{ kantr.nama }}"], ["variabel 'kantr' tidak dikenal; maksudnya 'kantor'?"]),
        (["{{ kantor.namaa }}"], ["variabel 'namaa' tidak dikenal; maksudnya 'nama'?"]),
        (["{{ kantor['namaa'] }}"], ["variabel 'namaa' tidak dikenal; maksudnya 'nama'?"]),
        (["{{ qqq }} {{ www }}"], ["variabel 'qqq' tidak dikenal", "variabel 'www' tidak dikenal"]),
        (["{{ grafik.ada }} {{ grafik.pie }}"], ["variabel 'pie' tidak dikenal"]),
        (["{{ tahun"], ["tanda '{{' tidak ditutup dengan '}}' di paragraf yang sama"]),
        (["tahun }}"], ["tanda '}}' tanpa pembukanya"]),
        (["{{ tahun } x {{ masa }}"], ["tanda '{{' tidak ditutup dengan '}}'"]),
        (["{{ tahun|uper }}"], ["saringan 'uper' tidak dikenal"]),
        (["{{ }}"], ["penulisan perintah keliru"]),
        (["{% p if tahun %}"], ["tulis '{%p' tanpa spasi di antaranya"]),
        (["{%p if tahun %}"], ["'if' tidak ditutup dengan 'endif'"]),
        (["{%p endif %}"], ["'endif' tanpa pembukanya"]),
        (["{%p else %}"], ["'else' tanpa pembukanya"]),
        (["{%p if tahun %}", "{%p elif qqq %}", "{%p endif %}"], ["variabel 'qqq' tidak dikenal"]),
        (
            ["{%p fro s in sasaran %}", "{{ s.uraian }}", "{%p endfor %}"],
            ["perintah 'fro' tidak dikenal; maksudnya 'for'?"],
        ),
        (["{%p kwxz %}"], ["perintah 'kwxz' tidak dikenal"]),
        (["{%p include 'a' %}"], ["perintah 'include' tidak dapat dipakai di templat"]),
        (
            ["{%p for s in sasaran %}", "{%p if s.nomor %}", "{%p endfor %}"],
            ["'endfor' ada sebelum 'endif'"],
        ),
        (
            ["{%p if tahun %}", "x {% endif %}"],
            ["pasangan '{%p if' adalah '{%p endif', bukan '{% endif'"],
        ),
        (
            ["awal {%p if tahun %}", "{%p endif %}"],
            ["'{%p' harus sendirian di paragrafnya; teks di sekitarnya akan hilang"],
        ),
        (
            ["{%tr for s in sasaran %}", "{%tr endfor %}"],
            ["'{%tr' hanya untuk baris tabel", "'{%tr' hanya untuk baris tabel"],
        ),
        (
            ["{%p if 5 % 2 %}", "{%p endif %}"],
            ["tanda % dan } tidak dapat dipakai di dalam '{%p'"],
        ),
        (
            ["{%p for s in sasran %}", "{{ s.apa_saja }}", "{%p endfor %}"],
            ["variabel 'sasran' tidak dikenal; maksudnya 'sasaran'?"],
        ),
        (
            ["{%p for s on sasaran %}", "{{ s.apa_saja }}", "{%p endfor %}"],
            ["penulisan keliru di dekat 'on'"],
        ),
        (
            ["{%p for s in sasaran %}", "{{ s.indikator[0].capian }}", "{%p endfor %}"],
            ["variabel 'capian' tidak dikenal; maksudnya 'capaian'?"],
        ),
    ],
)
def test_every_kind_of_fault_is_named(baris: list[str], masalah: list[str]) -> None:
    assert faults(*baris) == masalah


@pytest.mark.parametrize(
    "baris",
    [
        ["{% set z = sasaran[0] %}{{ z.uraian }}"],
        ["{%p if tahun %}", "{% set z = unit %}{{ z[0].kode }}", "{%p endif %}"],
        ["{% for a, b in sasaran|groupby('predikat') %}{{ a }}{{ b }}{{ loop.index }}{% endfor %}"],
        ["{% macro m(x) %}{{ x }}{% endmacro %}{{ m(tahun) }}"],
        ["{% with y = tahun %}{{ y.lower() }}{% endwith %}"],
        ["{# {{ apa saja }} #}", "{% raw %}{% endraw %}", "{% vm %}", "{% colspan 2 %}"],
        ["{{ “x” if akhir_tahun else ‘y’ }} {{ kantor.pimpinan.nama }} {{ range(3)|list }}"],
        ["{{r tahun }}", "{{ sasaran[loop_saya|default(0)].uraian if loop_saya is defined }}"],
    ],
)
def test_what_the_engine_allows_is_no_fault(baris: list[str]) -> None:
    known = [x for x in faults(*baris) if "loop_saya" not in x]
    assert known == []


def test_faults_of_body_tables_and_page_heads_are_named_in_one_run_with_their_text() -> None:
    def fill(dokumen: Dokumen) -> None:
        dokumen.add_heading("BAB I", 1)
        dokumen.add_paragraph("Kata " * 30 + "{{ satu }}")
        table = dokumen.add_table(1, 1)
        table.cell(0, 0).text = "{{ dua }}"
        dokumen.sections[0].header.paragraphs[0].text = "{{ tiga }}"
        dokumen.sections[0].footer.paragraphs[0].text = "{{ empat }}"

    found = check_templat(templat("{{ nol }}", fill=fill), RAGAM_LAKIP)
    assert [x.bagian for x in found] == [
        "Sampul",
        "BAB I",
        "BAB I",
        "Kepala halaman",
        "Kaki halaman",
    ]
    assert str(found[2]) == "BAB I, paragraf “{{ dua }}”: variabel 'dua' tidak dikenal"
    assert found[1].kutipan.endswith("…")


def test_what_shows_only_when_filled_is_found_by_trying() -> None:
    (fault,) = try_templat(templat("{{ tahun + 1 }}"), RAGAM_LAKIP)
    assert str(fault) == "Saat dicoba: perintah itu tidak dapat dijalankan"
    assert [str(x) for x in try_templat(b"bukan zip", RAGAM_LAKIP)] == [
        "Berkas: bukan dokumen Word (.docx) yang utuh"
    ]


def test_a_split_tag_is_healed_and_no_fault() -> None:
    def fill(dokumen: Dokumen) -> None:
        paragraph = dokumen.add_paragraph("{")
        for part in ("{ tah", "un }", "}"):
            paragraph.add_run(part).bold = True

    assert try_templat(templat(fill=fill), RAGAM_LAKIP) == ()


# The office's own template in use


def rename_heading(dokumen: Dokumen) -> None:
    for x in dokumen.paragraphs:
        if x.text == "C. Isu Strategis":
            x.text = "C. Permasalahan Utama"


def move_section(dokumen: Dokumen) -> None:
    """Put the scale with its caption at the end of Bab IV."""
    caption = next(x for x in dokumen.paragraphs if "Skala Predikat" in x.text)._p
    table = caption.getnext()
    mark = next(x for x in dokumen.paragraphs if x.text.startswith("Predikat capaian"))._p
    end = next(x for x in dokumen.paragraphs if x.text.startswith("Demikian"))._p
    for element in (mark, caption, table):
        end.addnext(element)
        end = element


def change_font(dokumen: Dokumen) -> None:
    for style in ("Normal", "Heading 1", "Tabel Isi"):
        font = dokumen.styles[style].font
        font.name, font.color.rgb = "Bookman Old Style", RGBColor(0, 0, 0x80)


@pytest.mark.parametrize(
    ("ubah", "tampak"),
    [
        (rename_heading, "C. Permasalahan Utama"),
        (move_section, "Predikat capaian ditetapkan menurut skala pada Tabel 4.2."),
        (change_font, "C. Isu Strategis"),
    ],
)
def test_an_offices_changed_template_still_renders(ubah: Pengubah, tampak: str) -> None:
    isi = changed(ubah)
    assert check_templat(isi, RAGAM_LAKIP) == ()
    assert tampak in text_of(opened(build_lakip(report(), isi, TANGGAL)))


# The command


def test_a_template_is_copied_once_and_never_over_another(kinerja: Kinerja, contoh: Path) -> None:
    assert kinerja("templat", "salin", "lakip", di=contoh).kode == 0
    own = contoh / "templates" / "lakip.docx"
    assert own.read_bytes() == TEMPLAT.read_bytes()
    own.write_bytes(b"milik kantor")
    result = kinerja("templat", "salin", di=contoh)
    assert result.kode == 2
    assert "sudah ada dan tidak ditimpa" in result.err
    assert own.read_bytes() == b"milik kantor"
    result = kinerja("templat", "salin", "lain", di=contoh)
    assert result.kode == 2
    assert "Templat 'lain' tidak dikenal; yang ada: lakip, nota-dinas," in " ".join(
        result.err.split()
    )


def test_checking_tells_all_faults_and_exits_1(kinerja: Kinerja, contoh: Path) -> None:
    own = contoh / "templates" / "lakip.docx"
    own.write_bytes(templat("{{ kantr.nama }}", "{%p if tahun %}"))
    result = kinerja("templat", "periksa", di=contoh)
    assert result.kode == 1
    assert result.out.splitlines()[0] == "templates/lakip.docx: 2 kesalahan."
    assert "maksudnya 'kantor'?" in " ".join(result.out.split())
    assert "'if' tidak ditutup dengan 'endif'" in result.out


@pytest.mark.usefixtures("di_proses_ini")
def test_checking_a_right_template_says_so_and_what_it_leaves_out(
    kinerja: Kinerja, contoh: Path
) -> None:
    assert kinerja("templat", di=contoh).out == "Templat bawaan: tidak ada kesalahan.\n"
    (contoh / "lain.docx").write_bytes(templat("{{ tahun }}"))
    result = kinerja("templat", "periksa", "lain.docx", di=contoh)
    assert result.kode == 0
    assert "lain.docx: tidak ada kesalahan." in result.out
    assert "Tidak dipakai di sini: ada_anggaran, akhir_tahun" in result.out


def test_a_wrong_template_of_the_office_stops_lakip_with_one_line(
    kinerja: Kinerja, terhimpun: Path
) -> None:
    (terhimpun / "templates" / "lakip.docx").write_bytes(templat("{{ kantr.nama }}"))
    result = kinerja("lakip", di=terhimpun)
    assert result.kode == 2
    assert "lakip.docx: Templat LAKIP: Sampul, paragraf “{{ kantr.nama }}”" in result.err
    assert result.err.count("\n") == 1


def write_own(contoh: Path, nama: str, *lines: str) -> Path:
    """Write the office's own template of a paper."""
    path = contoh / "templates" / SEMUA[nama]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(templat(*lines))
    return path


@pytest.mark.parametrize("nama", ["teguran", "register-tahap"])
@pytest.mark.usefixtures("di_proses_ini")
def test_the_template_of_a_paper_is_copied_and_checked_with_its_own_variables(
    kinerja: Kinerja, contoh: Path, nama: str
) -> None:
    assert kinerja("templat", "salin", nama, di=contoh).kode == 0
    own = contoh / "templates" / SEMUA[nama]
    assert own.read_bytes() == (TEMPLAT.parent / SEMUA[nama]).read_bytes()
    for argv in ((nama,), (f"templates/{SEMUA[nama]}",)):
        result = kinerja("templat", "periksa", *argv, di=contoh)
        assert (result.kode, result.out) == (
            0,
            f"templates/surat/{nama}.docx: tidak ada kesalahan.\n",
        )


@pytest.mark.usefixtures("di_proses_ini")
def test_faults_in_the_template_of_a_paper_are_named_with_what_was_meant(
    kinerja: Kinerja, contoh: Path
) -> None:
    write_own(contoh, "teguran", "{{ unit.kepla }}", "{{ ikhtisar }}")
    result = kinerja("templat", "periksa", "teguran", di=contoh)
    shown = " ".join(result.out.split())
    assert result.kode == 1
    assert "Isi surat, paragraf “{{ unit.kepla }}”" in shown
    assert "variabel 'kepla' tidak dikenal; maksudnya 'kepala'?" in shown
    assert "variabel 'ikhtisar' tidak dikenal" in shown


@pytest.mark.usefixtures("di_proses_ini")
def test_checking_all_covers_every_template_that_the_office_changed(
    kinerja: Kinerja, contoh: Path
) -> None:
    write_own(contoh, "notulen", "{{ rapat.pukul }}")
    write_own(contoh, "undangan", "{{ x }}")
    result = kinerja("templat", di=contoh)
    assert result.kode == 1
    assert [x.split(":")[0] for x in result.out.splitlines() if "kesalahan" in x] == [
        "Templat bawaan",
        "templates/surat/undangan.docx",
        "templates/surat/notulen.docx",
    ]


@pytest.mark.usefixtures("di_proses_ini")
def test_a_copy_of_another_name_is_still_known_by_its_beginning(
    kinerja: Kinerja, contoh: Path
) -> None:
    path = write_own(contoh, "teguran", "{{ susulan }}")
    path.rename(contoh / "teguran-baru.docx")
    assert kinerja("templat", "periksa", "teguran-baru.docx", di=contoh).kode == 0


# The page that lists the variables


def test_every_variable_has_its_explanation_in_the_docs() -> None:
    page = render_templat()
    for kelas in views():
        notes = field_notes(kelas)
        for nama in types_of(kelas):
            assert notes[nama].endswith("."), f"{kelas.__name__}.{nama}"
            assert f"| `{nama}` |" in page


def test_the_shipped_template_uses_every_variable_it_may() -> None:
    unused = RAGAM_LAKIP.variabel.keys() - used_variables(TEMPLAT.read_bytes(), RAGAM_LAKIP)
    assert unused == set()
