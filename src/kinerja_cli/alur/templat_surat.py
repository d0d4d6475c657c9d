"""Which template a paper is made from: the office's own, else the shipped one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from kinerja_cli.adapter.lakip import TemplatRusakError
from kinerja_cli.adapter.lakip.proses_templat import ProsesTemplat
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.surat import Cetakan, HasilSurat, build_surat
from kinerja_cli.adapter.templat_asing import check_paket
from kinerja_cli.alur.lambang import read_lambang_kantor
from kinerja_cli.alur.templat import is_shipped, read_templat, templat_in_force
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.kantor import Pengaturan

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class PengisiSurat:
    """Fills the template of one kind of paper, time after time."""

    def __init__(self, ruang: Ruang, nama: str, pengaturan: Pengaturan) -> None:
        """Read template and emblem; raises KinerjaError where one of them cannot be used."""
        self._path = templat_in_force(ruang, nama)
        self._isi = read_templat(self._path)
        self._kertas = pengaturan.kertas
        self._lambang = read_lambang_kantor(ruang, pengaturan.kantor.lambang)
        self._asing = not is_shipped(self._path)
        self._proses = ProsesTemplat(f"Templat '{self._path}'", asing=self._asing)

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process that an office's own template is filled in."""
        self._proses.__exit__()

    def fill(self, tampilan: DataclassInstance, tanggal: date) -> HasilSurat:
        """Return a paper; raises KinerjaError that names a template that cannot be filled."""
        cetakan = Cetakan(self._kertas, tanggal, self._lambang)
        try:
            hasil = self._proses.run(build_surat, tampilan, self._isi, cetakan)
        except TemplatRusakError as error:
            message = f"{self._path}: {error}"
            raise KinerjaError(message) from error
        if self._asing:
            check_paket(hasil.isi, self._path.name)
        return hasil
