"""The rules for the hidden identity: the form is this office's, of this year, of a known unit."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_cli.domain.formulir import VERSI_FORMAT, fold
from kinerja_cli.domain.isian import Identitas
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.rencana import Rencana
from kinerja_cli.domain.temuan import Tempat, Temuan


def check_identitas(
    identitas: Identitas, berkas: str, rencana: Rencana, pengaturan: Pengaturan
) -> Iterator[Temuan]:
    """Yield what is wrong with an identity; any of it keeps the rest from being read."""
    kantor, tempat = pengaturan.kantor.nama, Tempat(berkas)
    if identitas.versi > VERSI_FORMAT:
        facts = {"nilai": str(identitas.versi), "versi": str(VERSI_FORMAT)}
        yield Temuan(JenisTemuan.BERKAS_FORMAT_LEBIH_BARU, tempat, facts)
    if fold(identitas.kantor) != fold(kantor):
        facts = {"nilai": identitas.kantor, "kantor": kantor}
        yield Temuan(JenisTemuan.BERKAS_KANTOR_LAIN, tempat, facts)
    if identitas.tahun != rencana.tahun:
        facts = {"nilai": str(identitas.tahun), "tahun": str(rencana.tahun)}
        yield Temuan(JenisTemuan.BERKAS_TAHUN_LAIN, tempat, facts)
    elif identitas.unit not in rencana.unit_by_kode:
        yield Temuan(JenisTemuan.BERKAS_UNIT_TIDAK_DIKENAL, tempat, {"unit": identitas.unit})
