"""Which template a paper is made from: the office's own, else the shipped one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja_cli.adapter.berkas import read_whole
from kinerja_cli.adapter.lakip import TemplatRusakError
from kinerja_cli.adapter.lakip.lambang import Lambang, LambangRusakError, read_lambang
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.surat import Cetakan, HasilSurat, build_surat
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
    lambang = _read_lambang(ruang, pengaturan.kantor.lambang)
    try:
        cetakan = Cetakan(pengaturan.kertas, tanggal, lambang)
        return build_surat(tampilan, read_whole(templat), cetakan)
    except TemplatRusakError as error:
        message = f"{templat}: {error}"
        raise KinerjaError(message) from error


def _read_lambang(ruang: Ruang, nama: str) -> Lambang | None:
    if not nama:
        return None
    path = ruang.akar / nama
    if not path.is_file():
        raise LambangRusakError(nama, "tidak ada di ruang kerja")
    return read_lambang(nama, read_whole(path))
