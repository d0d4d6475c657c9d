"""The JSON that other programs lean on: field names and shapes are a contract.

Numbers are JSON numbers (capaian with two decimals, rounded half up), an absent one is null with
its `alasan`; ranges and predikat are texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kinerja_cli.alur.status import HasilStatus
from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.analisis.model import (
    Analisis,
    Hasil,
    HasilAnggaran,
    HasilIndikator,
    HasilSasaran,
    HasilUnit,
)
from kinerja_cli.domain.analisis.peringkat import (
    Peringkat,
    Perubahan,
    find_risiko,
    rank_indikator,
)
from kinerja_cli.domain.angka import round_half_up
from kinerja_cli.domain.predikat import Kelas
from kinerja_cli.domain.rencana import Nilai, format_nilai
from kinerja_cli.domain.temuan import Temuan, Tingkat

if TYPE_CHECKING:  # importing it would load every writer before the first line is printed
    from kinerja_cli.alur.himpun import HasilHimpun

Objek = dict[str, Any]


def temuan_json(temuan: Temuan, tingkat: Mapping[str, Tingkat]) -> Objek:
    """Return one finding with its place, message and remedy."""
    return {
        "kode": temuan.jenis.kode,
        "tingkat": temuan.tingkat(tingkat).value,
        "berkas": temuan.tempat.berkas,
        "lembar": temuan.tempat.lembar,
        "sel": temuan.tempat.sel,
        "pesan": temuan.pesan,
        "saran": temuan.saran,
    }


def himpun_json(hasil: HasilHimpun) -> Objek:
    """Return what a run of himpun found and did."""
    return {
        "tahun": hasil.tahun,
        "tribulan": hasil.tribulan,
        "berkas": [
            {
                "berkas": x.berkas,
                "unit": x.unit,
                "tribulan": x.tribulan,
                "status": x.status.value,
                "sha256": x.sha256,
            }
            for x in hasil.berkas
        ],
        "unit_belum": list(hasil.unit_belum),
        "temuan": [temuan_json(x, hasil.pengaturan.tingkat) for x in hasil.temuan],
    }


def status_json(hasil: HasilStatus) -> Objek:
    """Return how every unit stands."""
    return {
        "tahun": hasil.tahun,
        "tribulan": hasil.tribulan,
        "ditutup": sorted(hasil.ditutup),
        "unit": [
            {
                "unit": x.unit,
                "tribulan": x.tribulan,
                "status": x.keadaan.value,
                "waktu": x.waktu.isoformat() if x.waktu else None,
                "berkas": x.berkas,
                "versi": x.versi,
                "temuan": x.temuan,
                "ditolak_pada": x.ditolak_pada.isoformat() if x.ditolak_pada else None,
            }
            for x in hasil.unit
        ],
    }


def analisis_json(analisis: Analisis) -> Objek:
    """Return every figure of the analysis."""
    total = analisis.total_anggaran
    return {
        "tahun": analisis.rencana.tahun,
        "tribulan": analisis.tribulan,
        "indikator": [_indikator(x) for x in analisis.indikator],
        "sasaran": [_sasaran(x) for x in analisis.sasaran],
        "unit": [_unit(x) for x in analisis.unit],
        "anggaran": [_anggaran(x) for x in analisis.anggaran],
        "peringkat": _peringkat(rank_indikator(analisis)),
        "berisiko": [
            {"kode": x.hasil.indikator.kode, "dibutuhkan": _angka(x.dibutuhkan)}
            for x in find_risiko(analisis)
        ],
        "ringkasan": {
            **_rata_rata(analisis.kantor, analisis.predikat),
            "tribulan": _by_tribulan(analisis.kantor_tribulan),
            "anggaran": _anggaran(total) if total else None,
            "efisiensi": _persen(analisis.efisiensi.nilai) if analisis.efisiensi else None,
            "sebutan_efisiensi": analisis.efisiensi.sebutan if analisis.efisiensi else None,
        },
    }


def _indikator(hasil: HasilIndikator) -> Objek:
    waktu = hasil.waktu
    return {
        "kode": hasil.indikator.kode,
        "jenjang": hasil.jenjang.value,
        "unit": list(hasil.indikator.unit),
        "indikator": hasil.indikator.uraian,
        "satuan": hasil.indikator.satuan,
        "tribulan": [{"ke": ke, **_hasil(x)} for ke, x in enumerate(waktu.tribulan, 1)],
        "sampai_dengan": _hasil(waktu.sampai_dengan),
        "tahun": _hasil(waktu.tahun) | {"kemajuan": _persen(waktu.kemajuan.persen)},
        "predikat": hasil.predikat.nama if hasil.predikat else None,
        "riwayat": [{"tahun": x.tahun, **_hasil(x.hasil)} for x in hasil.riwayat],
        "renstra": _hasil(hasil.renstra),
    }


def _peringkat(peringkat: Peringkat) -> Objek:
    return {
        "terbaik": [x.indikator.kode for x in peringkat.terbaik],
        "terendah": [x.indikator.kode for x in peringkat.terendah],
        "naik": [_perubahan(x) for x in peringkat.naik],
        "turun": [_perubahan(x) for x in peringkat.turun],
    }


def _perubahan(perubahan: Perubahan) -> Objek:
    return {
        "kode": perubahan.hasil.indikator.kode,
        "tahun": perubahan.tahun,
        "capaian_lalu": _persen(perubahan.lalu),
        "poin": _persen(perubahan.poin),
    }


def _hasil(hasil: Hasil) -> Objek:
    alasan = hasil.capaian.alasan
    return {
        "target": _nilai(hasil.target),
        "realisasi": _nilai(hasil.realisasi),
        "capaian": _persen(hasil.capaian.persen),
        "alasan": alasan.value if alasan else None,
    }


def _sasaran(hasil: HasilSasaran) -> Objek:
    return {
        "kode": hasil.simpul.kode,
        "uraian": hasil.simpul.uraian,
        **_rata_rata(hasil.rata_rata, hasil.predikat),
        "tribulan": _by_tribulan(hasil.tribulan),
        "efisiensi": _persen(hasil.efisiensi.nilai) if hasil.efisiensi else None,
    }


def _unit(hasil: HasilUnit) -> Objek:
    return {
        "unit": hasil.unit.kode,
        "nama": hasil.unit.nama,
        **_rata_rata(hasil.rata_rata, hasil.predikat),
        "tribulan": _by_tribulan(hasil.tribulan),
        "melapor": list(hasil.melapor),
    }


def _by_tribulan(rata_rata: Sequence[RataRata]) -> list[Objek]:
    return [
        {
            "ke": ke,
            "rata_rata": _persen(x.apa_adanya),
            "rata_rata_dibatasi": _persen(x.dibatasi),
            "dinilai": x.dinilai,
        }
        for ke, x in enumerate(rata_rata, 1)
    ]


def _rata_rata(rata_rata: RataRata, predikat: Kelas | None) -> Objek:
    return {
        "rata_rata": _persen(rata_rata.apa_adanya),
        "rata_rata_dibatasi": _persen(rata_rata.dibatasi),
        "predikat": predikat.nama if predikat else None,
        "dinilai": rata_rata.dinilai,
        "jumlah": rata_rata.jumlah,
    }


def _anggaran(hasil: HasilAnggaran) -> Objek:
    return {
        "kode": hasil.simpul.kode,
        "uraian": hasil.simpul.uraian,
        "pagu": _angka(hasil.pagu),
        "realisasi": _angka(hasil.realisasi),
        "serapan": _persen(hasil.serapan),
    }


def _nilai(nilai: Nilai | None) -> float | int | str | None:
    return _angka(nilai) if nilai is None or isinstance(nilai, Decimal) else format_nilai(nilai)


def _persen(nilai: Decimal | None) -> float | int | None:
    return None if nilai is None else _angka(round_half_up(nilai))


def _angka(nilai: Decimal | None) -> float | int | None:
    """Return a JSON number: whole ones without a decimal point."""
    if nilai is None:
        return None
    return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)
