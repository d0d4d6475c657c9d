"""Which template a paper is made from: the office's own, else the shipped one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja_cli.adapter.berkas import read_whole
from kinerja_cli.adapter.lakip import TemplatRusakError
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.surat import Cetakan, HasilSurat, build_surat
from kinerja_cli.alur.lambang import read_lambang_kantor
from kinerja_cli.alur.templat import templat_in_force
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.kantor import Pengaturan

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def fill_templat(
    ruang: Ruang, nama: str, tampilan: DataclassInstance, pengaturan: Pengaturan, tanggal: date
) -> HasilSurat:
    """Return a paper made from its template.

    Raises KinerjaError that names the template, or the emblem, that cannot be used.
    """
    templat = templat_in_force(ruang, nama)
    lambang = read_lambang_kantor(ruang, pengaturan.kantor.lambang)
    try:
        cetakan = Cetakan(pengaturan.kertas, tanggal, lambang)
        return build_surat(tampilan, read_whole(templat), cetakan)
    except TemplatRusakError as error:
        message = f"{templat}: {error}"
        raise KinerjaError(message) from error
