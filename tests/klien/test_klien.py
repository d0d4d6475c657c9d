"""The same form through the programs that offices and their web applications really use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from conftest import Kinerja
from kantor_lain import Baris, indikator_row, write_ruang
from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca
from kinerja_cli.domain.formulir import KodeTandaTangan, KolomAnggaran, KolomData
from kinerja_cli.domain.isian import read_identitas, read_isian
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.pemeriksaan import check_buku
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.temuan import has_galat
from klien.ketikan import (
    KETIKAN,
    LIMA_APRIL_2021,
    RENCANA,
    SETORAN,
    TIGA_MEI_2021,
    Ketikan,
    build_formulir,
    realisasi,
)
from klien.program import KLIEN, Klien, LibreOffice, open_libreoffice, resave_libreoffice
from rencana_uji import PENGATURAN

pytestmark = pytest.mark.klien

BERKAS = "u1.xlsx"


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibreOffice]:
    """One LibreOffice for all tests: it takes longer to start than to fill a form."""
    with open_libreoffice(tmp_path_factory.mktemp("libreoffice") / "profil") as program:
        yield program


@pytest.fixture(params=["libreoffice", *(x.nama for x in KLIEN)])
def klien(request: pytest.FixtureRequest) -> Klien:
    """Each client in turn."""
    if request.param == "libreoffice":
        program: LibreOffice = request.getfixturevalue("libreoffice")
        return Klien("libreoffice", program.fill, menghitung=True)
    return next(x for x in KLIEN if x.nama == request.param)


@pytest.fixture
def formulir(tmp_path: Path) -> Path:
    """Return the empty form as it is handed out."""
    path = tmp_path / BERKAS
    path.write_bytes(build_formulir())
    return path


def check(path: Path) -> HasilPeriksa:
    """Read and check a file; when it was saved is left out, the clients differ in it."""
    hasil = check_buku(read_buku(path.read_bytes()), BERKAS, RENCANA, PENGATURAN)
    return replace(hasil, disimpan_pada=None)


def rows(path: Path, *, spasi: bool = True) -> Mapping[str, list[str]]:
    """Return what stands in the rows of the form by their code; `spasi` False: without blanks."""
    buku = read_buku(path.read_bytes())
    identitas = read_identitas(buku)
    assert identitas is not None
    isian, temuan = read_isian(buku, BERKAS, identitas)
    assert temuan == []
    tables = ((KolomData, isian.data), (KolomAnggaran, isian.anggaran))
    texts = {
        baris.teks("Kode"): [baris.teks(x.judul) for x in kolom]
        for kolom, table in tables
        for baris in table
        if baris.teks("Kode")
    }
    return texts if spasi else {k: ["".join(x.split()) for x in v] for k, v in texts.items()}


def found(hasil: HasilPeriksa, kode: str) -> list[JenisTemuan]:
    """Return what was found at the realisasi of one indicator."""
    assert hasil.letak is not None
    return [x.jenis for x in hasil.temuan if x.tempat == hasil.letak.data[kode]]


def test_a_form_saved_without_change_is_the_form_that_was_handed_out(
    klien: Klien, formulir: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "disimpan.xlsx"
    klien.fill(formulir, saved, ())

    spasi = klien.menjaga_spasi
    assert rows(saved, spasi=spasi) == rows(formulir, spasi=spasi)
    assert check(saved) == check(formulir)
    assert not has_galat(check(saved).temuan, {})


def test_the_converter_of_libreoffice_keeps_the_form(formulir: Path, tmp_path: Path) -> None:
    saved = tmp_path / "disimpan.xlsx"
    resave_libreoffice(formulir, saved)

    assert rows(saved) == rows(formulir)
    assert check(saved) == check(formulir)


def test_a_filled_form_is_accepted_with_the_very_values_typed(
    klien: Klien, formulir: Path, tmp_path: Path
) -> None:
    filled = tmp_path / "terisi.xlsx"
    klien.fill(formulir, filled, KETIKAN)
    hasil = check(filled)

    assert hasil.setoran == SETORAN
    assert [(x.jenis.name, x.fakta["nilai"]) for x in hasil.temuan] == [
        ("SATUAN_DITULIS", "7,5 hari"),
        ("SATUAN_DITULIS", "Rp 123.456.789.012,-"),
    ]


def test_a_form_filled_in_one_client_and_saved_by_another_keeps_its_values(
    klien: Klien, libreoffice: LibreOffice, formulir: Path, tmp_path: Path
) -> None:
    filled, saved = tmp_path / "terisi.xlsx", tmp_path / "disimpan.xlsx"
    libreoffice.fill(formulir, filled, KETIKAN)
    klien.fill(filled, saved, ())

    assert check(saved) == check(filled)
    assert check(saved).setoran == SETORAN


def test_a_figure_that_became_a_date_is_found_at_its_cell(
    klien: Klien, formulir: Path, tmp_path: Path
) -> None:
    filled = tmp_path / "terisi.xlsx"
    klien.fill(formulir, filled, [realisasi("S1-1", TIGA_MEI_2021, "d-mmm", tombol="3/5")])
    hasil = check(filled)

    assert found(hasil, "S1-1") == [JenisTemuan.SEL_TANGGAL]
    assert has_galat(hasil.temuan, {})


def test_a_decimal_point_in_a_text_is_refused_whoever_wrote_it(
    klien: Klien, formulir: Path, tmp_path: Path
) -> None:
    filled = tmp_path / "terisi.xlsx"
    klien.fill(formulir, filled, [realisasi("3-5", "88.95")])

    assert found(check(filled), "3-5") == [JenisTemuan.TITIK_DESIMAL]


def test_a_formula_counts_with_its_result_and_never_without_one(
    klien: Klien, formulir: Path, tmp_path: Path
) -> None:
    filled = tmp_path / "terisi.xlsx"
    good = Ketikan("S1-2", KolomData.REALISASI, 0, rumus="80+7.5")
    klien.fill(formulir, filled, [good, replace(good, kode="S1-4", rumus="80/0")])
    hasil = check(filled)

    assert hasil.setoran is not None
    values = [hasil.setoran.realisasi[x].nilai for x in ("S1-2", "S1-4")]
    kinds = [found(hasil, x) for x in ("S1-2", "S1-4")]
    if klien.menghitung:
        assert (values, kinds) == ([Decimal("87.5"), None], [[], [JenisTemuan.SEL_GALAT]])
    else:
        assert (values, kinds) == ([None, None], [[JenisTemuan.RUMUS_BELUM_DIHITUNG]] * 2)


@pytest.mark.parametrize("kolom", [KolomData.TARGET, KolomData.INDIKATOR, KolomData.SASARAN])
def test_nobody_types_over_what_the_office_wrote_even_in_a_copy(
    libreoffice: LibreOffice, formulir: Path, tmp_path: Path, kolom: KolomData
) -> None:
    saved = tmp_path / "disimpan.xlsx"
    libreoffice.fill(formulir, saved, ())

    for asal in (formulir, saved):
        with pytest.raises(AssertionError, match="terkunci"):
            libreoffice.fill(asal, tmp_path / "lain.xlsx", [Ketikan("S1-1", kolom, "lain")])


@pytest.mark.parametrize(
    ("saringan", "sebab"),
    [("calc8", SebabTakTerbaca.ODS), ("MS Excel 97", SebabTakTerbaca.XLS_LAMA)],
)
def test_another_format_is_named_for_what_it_is(
    libreoffice: LibreOffice,
    formulir: Path,
    tmp_path: Path,
    saringan: str,
    sebab: SebabTakTerbaca,
) -> None:
    libreoffice.fill(formulir, tmp_path / "terisi.xlsx", KETIKAN, saringan)

    with pytest.raises(BukuTakTerbaca) as galat:
        read_buku((tmp_path / "terisi.xlsx").read_bytes())
    assert galat.value.sebab is sebab


@pytest.mark.parametrize("saringan", ["Calc Office Open XML", "Calc MS Excel 2007 VBA XML"])
def test_the_other_xlsx_of_libreoffice_is_read_like_its_usual_one(
    libreoffice: LibreOffice, formulir: Path, tmp_path: Path, saringan: str
) -> None:
    libreoffice.fill(formulir, tmp_path / "terisi.xlsx", KETIKAN, saringan)

    assert check(tmp_path / "terisi.xlsx").setoran == SETORAN


def write_kecamatan(akar: Path) -> Path:
    """Write a workspace whose one unit has indicators of three kinds and a budget line."""
    plan = [
        indikator_row("A", "Persentase aduan yang selesai", "persen", "90"),
        indikator_row("B", "Nilai survei kepuasan", "nilai", "88.95"),
        indikator_row("C", "Predikat SAKIP", "SAKIP", "BB", Polaritas="predikat"),
    ]
    cascading: tuple[Baris, ...] = (
        {"Kode": "S1", "Jenjang": "sasaran", "Uraian": "Meningkatnya pelayanan"},
        {"Kode": "P1", "Jenjang": "program", "Uraian": "Program & layanan", "Kode Induk": "S1"},
        {
            "Kode": "7.01.01",
            "Jenjang": "kegiatan",
            "Uraian": "Kegiatan",
            "Kode Induk": "P1",
            "Unit": "u1",
            "Pagu": Decimal(12_345_678_901),
        },
    )
    predikat: list[Baris] = [{"Kelompok": "SAKIP", "Predikat": "BB", "Nilai": Decimal(70)}]
    return write_ruang(akar, plan, cascading=cascading, Predikat=predikat)


def test_the_road_from_handing_out_to_the_analysis_goes_through_libreoffice(
    kinerja: Kinerja, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    ruang = write_kecamatan(tmp_path / "ruang kerja")
    assert kinerja("buat-format", "-t", "1", di=ruang).kode == 0
    (form,) = (ruang / "format" / "2021-TW1").glob("*.xlsx")
    ketikan = (
        realisasi("A", 0.85, "0%", "85%"),
        realisasi("B", 89.5, tombol="89,5"),
        realisasi("C", "BB"),
        Ketikan("A", KolomData.KETERANGAN, "=Aduan & saran\nmasih diproses"),
        Ketikan(KodeTandaTangan.TANGGAL.kode, KolomData.REALISASI, LIMA_APRIL_2021),
        Ketikan(KodeTandaTangan.NAMA.kode, KolomData.REALISASI, "Nama Kepala Bidang"),
        Ketikan("7.01.01", KolomAnggaran.REALISASI, 3_086_419_725),
    )
    libreoffice.fill(form, ruang / "masuk" / "bidang satu.xlsx", ketikan)

    himpun = kinerja("himpun", "--json", di=ruang)
    assert himpun.kode == 0
    assert [x["status"] for x in himpun.json["berkas"]] == ["diterima"]
    assert (himpun.json["temuan"], himpun.json["unit_belum"]) == ([], [])
    analisis = kinerja("analisis", "--json", di=ruang).json
    reached = {x["kode"]: x["tribulan"][0]["realisasi"] for x in analisis["indikator"]}
    assert reached == {"A": 85, "B": 89.5, "C": "BB"}
    assert [x["realisasi"] for x in analisis["anggaran"] if x["kode"] == "7.01.01"] == [
        3_086_419_725
    ]
