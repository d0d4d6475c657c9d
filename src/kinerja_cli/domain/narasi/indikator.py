"""Sentences on one indicator: against its target, earlier years, the Renstra, a standard."""

from __future__ import annotations

from kinerja_cli.domain.analisis.model import Analisis, Hasil, HasilIndikator
from kinerja_cli.domain.capaian import Alasan
from kinerja_cli.domain.narasi.kata import (
    DESIMAL_TARGET,
    Arah,
    angka_dari,
    pilih,
    sebut_arah,
    sebut_arah_persen,
    sebut_hasil,
    sebut_letak,
    sebut_mutu,
    selisih_persen,
    tulis_bersatuan,
    tulis_persen,
)
from kinerja_cli.domain.rencana import Nilai, Polaritas

SEBAB = {
    Alasan.BELUM_ADA_REALISASI: "realisasi belum dilaporkan",
    Alasan.TIDAK_DITARGETKAN: "tidak ada target pada masa ini",
    Alasan.TARGET_NOL: "targetnya nol",
    Alasan.TARGET_KOSONG: "target belum ditetapkan",
    Alasan.TARGET_NEGATIF: "targetnya negatif",
    Alasan.REALISASI_NOL: "realisasinya nol",
    Alasan.BUKAN_ANGKA: "realisasi tidak dapat dinyatakan dengan angka",
    Alasan.BELUM_AKHIR_TAHUN: "tahun anggaran belum berakhir",
}

BELUM_DIBANDINGKAN = (
    "Tahun anggaran belum berakhir sehingga realisasi sementara ini belum dibandingkan."
)


def kalimat_capaian(hasil: HasilIndikator, posisi: int = 0) -> str:
    """Say what was reached against the target that is judged now, or why nothing can be said."""
    now, satuan = hasil.waktu.berlaku, hasil.indikator.satuan
    persen = now.capaian.persen
    if persen is None:
        return f"Capaian belum dapat dihitung karena {alasan_dari(now)}."
    realisasi = tulis_bersatuan(now.realisasi, satuan)
    target = tulis_bersatuan(now.target, satuan, DESIMAL_TARGET)
    kelas = f" (predikat {hasil.predikat.nama})" if hasil.predikat else ""
    pola = (
        "Realisasi {realisasi} {hasil} target {target}{arti}; capaiannya {capaian} persen{kelas}.",
        (
            "Dari target {target} terealisasi {realisasi}, sehingga {hasil} target{arti} dengan "
            "capaian {capaian} persen{kelas}."
        ),
        (
            "Dengan realisasi {realisasi}, indikator ini {hasil} target {target}{arti} dan "
            "mencatat capaian {capaian} persen{kelas}."
        ),
    )
    return pilih(pola, posisi).format(
        realisasi=realisasi,
        target=target,
        hasil=sebut_hasil(persen),
        arti=_arti(hasil),
        capaian=tulis_persen(persen),
        kelas=kelas,
    )


def _arti(hasil: HasilIndikator) -> str:
    """Say which way is good where "melampaui" would mislead: 22 kejadian against a target of 24."""
    return " (makin rendah makin baik)" if hasil.cara.polaritas is Polaritas.TURUN else ""


def alasan_dari(hasil: Hasil) -> str:
    """Say why a capaian has no number."""
    return SEBAB[hasil.capaian.alasan or Alasan.BELUM_ADA_REALISASI]


def kalimat_riwayat(hasil: HasilIndikator, analisis: Analisis, posisi: int = 0) -> str:
    """Compare realisasi and capaian with the latest earlier year on record.

    Part of a year is not compared with a whole one.
    """
    if not analisis.akhir_tahun:
        return BELUM_DIBANDINGKAN
    if not hasil.riwayat:
        return "Data tahun sebelumnya tidak tersedia."
    then, now = hasil.riwayat[-1], hasil.waktu.tahun
    moved = _kalimat_realisasi(hasil, then.tahun, then.hasil.realisasi, posisi)
    return f"{moved} {_kalimat_gerak_capaian(now, then.hasil)}".strip()


def _kalimat_realisasi(hasil: HasilIndikator, tahun: int, lalu: Nilai | None, posisi: int) -> str:
    kini, satuan = hasil.waktu.tahun.realisasi, hasil.indikator.satuan
    here, there = angka_dari(kini, hasil.cara), angka_dari(lalu, hasil.cara)
    if here is None or there is None:
        return f"Realisasi tidak dapat dibandingkan dengan Tahun {tahun} karena datanya tidak ada."
    arah = sebut_arah(here, there)
    teks_lalu, teks_kini = tulis_bersatuan(lalu, satuan), tulis_bersatuan(kini, satuan)
    if arah is Arah.TETAP:
        return f"Realisasi tetap {teks_kini} seperti pada Tahun {tahun}."
    mutu = sebut_mutu(arah, hasil.cara.polaritas)
    pola = (
        "Dibandingkan Tahun {tahun}, realisasi {arah} dari {lalu} menjadi {kini}{mutu}.",
        "Realisasi {arah} dari {lalu} pada Tahun {tahun} menjadi {kini}{mutu}.",
        "Terhadap Tahun {tahun} ({lalu}), realisasi {arah} menjadi {kini}{mutu}.",
    )
    return pilih(pola, posisi).format(
        tahun=tahun,
        arah=arah.value,
        lalu=teks_lalu,
        kini=teks_kini,
        mutu=f", artinya {mutu.value}" if mutu else "",
    )


def _kalimat_gerak_capaian(kini: Hasil, lalu: Hasil) -> str:
    here, there = kini.capaian.persen, lalu.capaian.persen
    if here is None or there is None:
        return ""
    arah = sebut_arah_persen(here, there)
    if arah is Arah.TETAP:
        return f"Capaiannya tetap {tulis_persen(here)} persen."
    return (
        f"Capaiannya {arah.value} {tulis_persen(selisih_persen(here, there))} poin, "
        f"dari {tulis_persen(there)} persen menjadi {tulis_persen(here)} persen."
    )


def kalimat_renstra(hasil: HasilIndikator, analisis: Analisis, posisi: int = 0) -> str:
    """Compare the realisasi of the year with the end target of the Renstra."""
    target = hasil.indikator.target_renstra
    if target is None:
        return "Renstra tidak menetapkan target akhir untuk indikator ini."
    if not analisis.akhir_tahun:
        return BELUM_DIBANDINGKAN
    persen, satuan = hasil.renstra.capaian.persen, hasil.indikator.satuan
    if persen is None:
        return (
            f"Belum dapat dibandingkan dengan target akhir Renstra: {alasan_dari(hasil.renstra)}."
        )
    pola = (
        (
            "Realisasi {realisasi} {hasil} target akhir Renstra {target}{arti} (tingkat pencapaian "
            "{persen} persen)."
        ),
        (
            "Terhadap target akhir Renstra {target}, realisasi {realisasi} {hasil} target itu"
            "{arti} dengan tingkat pencapaian {persen} persen."
        ),
    )
    return pilih(pola, posisi).format(
        realisasi=tulis_bersatuan(hasil.renstra.realisasi, satuan),
        hasil=sebut_hasil(persen),
        target=tulis_bersatuan(target, satuan, DESIMAL_TARGET),
        arti=_arti(hasil),
        persen=tulis_persen(persen),
    )


def kalimat_pembanding(hasil: HasilIndikator, analisis: Analisis) -> str:
    """Compare the realisasi of the year with the standard or the figure of others."""
    if not analisis.akhir_tahun:
        return BELUM_DIBANDINGKAN
    letak = letak_pembanding(hasil)
    indikator = hasil.indikator
    if letak is None:
        return f"Realisasi belum dapat dibandingkan dengan {indikator.pembanding}."
    kini = tulis_bersatuan(hasil.waktu.tahun.realisasi, indikator.satuan)
    acuan = tulis_bersatuan(indikator.nilai_pembanding, indikator.satuan)
    mutu = _mutu_letak(letak, hasil.cara.polaritas)
    return f"Realisasi {kini} berada {letak} {indikator.pembanding}, yaitu {acuan}{mutu}."


def letak_pembanding(hasil: HasilIndikator) -> str | None:
    """Return where the realisasi of the year stands against the pembanding, or None."""
    kini = angka_dari(hasil.waktu.tahun.realisasi, hasil.cara)
    acuan = angka_dari(hasil.indikator.nilai_pembanding, hasil.cara)
    return None if kini is None or acuan is None else sebut_letak(kini, acuan)


def _mutu_letak(letak: str, polaritas: Polaritas) -> str:
    """Say whether that side is the good one, for a falling indicator, where it is not obvious."""
    if polaritas is not Polaritas.TURUN or letak == "sama dengan":
        return ""
    return ", artinya lebih baik" if letak == "di bawah" else ", artinya kurang baik"
