"""Workers on other computers, through Dask: no other module knows Dask.

Whoever reaches a scheduler's port can run code on its workers; docs/klaster.md says what follows.
"""

from __future__ import annotations

import logging
import os
import pickle
import warnings
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_cli.domain.galat import KinerjaError

BATAS_SAMBUNG = 10
"""Seconds until a scheduler that does not answer counts as not there."""

BATAS_PEKERJA = 30
"""Seconds until a worker has to be there; one that was restarted needs some of them."""

SAMA = {"kinerja": "kinerja-cli", "Dask": "distributed", "Python": "python"}
"""What has to be of one version here and on every worker, and what Dask calls it."""

_TAK_TERPASANG = "tidak ada"


class KlasterError(KinerjaError):
    """The cluster cannot do the work; nothing has been stored."""


@dataclass(frozen=True, slots=True)
class Klaster:
    """A scheduler and its workers, all with this version of kinerja.

    `mati` is what a call raises whose worker died each time that it was tried.
    """

    alamat: str
    executor: Executor
    mati: tuple[type[Exception], ...]
    _client: Any

    def keep(self, nilai: object) -> object:
        """Return what stands for a value in a call: it is sent once, not with every call.

        It is kept as a task whose result is the value, and not as data that Dask scatters: of
        those nothing is left when the workers that hold them die.
        """
        return self._client.submit(_unpack, _pack(nilai), pure=False)

    def await_worker(self) -> None:
        """Return when there is a worker; raises KlasterError where none comes."""
        with _broken_by(self.alamat, OSError):
            try:
                self._client.wait_for_workers(1, timeout=BATAS_PEKERJA)
            except TimeoutError as error:
                message = (
                    f"Klaster '{self.alamat}' tidak mempunyai pekerja. Jalankan pekerjanya lebih "
                    "dahulu (docs/klaster.md), atau himpun tanpa --klaster."
                )
                raise KlasterError(message) from error

    def check_versions(self) -> None:
        """Raise KlasterError where a worker has another version of what reads the workbooks."""
        versions = self._client.get_versions(packages=["kinerja-cli"])
        here = _versions(versions["client"])
        for pekerja, answer in sorted(versions["workers"].items()):
            there = _versions(answer)
            for nama in (x for x in here if here[x] != there[x]):
                message = (
                    f"Pekerja {pekerja} memakai {nama} {there[nama]}, di sini {here[nama]}. "
                    "Pasang versi yang sama di semua komputer."
                )
                raise KlasterError(message)

    def check_sees(self, path: Path) -> None:
        """Raise KlasterError where a worker does not see a file that is seen here."""
        if not path.exists():
            return
        for pekerja, sees in sorted(self._client.run(os.path.exists, str(path)).items()):
            if not sees:
                message = (
                    f"Pekerja {pekerja} tidak melihat '{path}'. Simpan ruang kerja di folder "
                    "bersama yang alamatnya sama di semua komputer."
                )
                raise KlasterError(message)


@contextmanager
def open_klaster(alamat: str) -> Iterator[Klaster]:
    """Connect to a scheduler, with a worker at least and no version but this; then disconnect.

    Raises KlasterError where Dask is not installed, where nobody answers at the address, and
    where the connection breaks while it is used.
    """
    client, mati = _connect(alamat)
    try:
        klaster = Klaster(alamat, client.get_executor(pure=False), mati, client)
        klaster.await_worker()
        klaster.check_versions()
        with _broken_by(alamat, CancelledError):  # what becomes of every call still open
            yield klaster
    finally:
        client.close()


@contextmanager
def _broken_by(alamat: str, *jenis: type[Exception]) -> Iterator[None]:
    """Say in one line that the scheduler went away, which is what these errors mean here."""
    try:
        yield
    except jenis as error:
        message = f"Sambungan ke klaster '{alamat}' terputus. Ulangi, atau himpun tanpa --klaster."
        raise KlasterError(message) from error


def _connect(alamat: str) -> tuple[Any, tuple[type[Exception], ...]]:
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra few offices need
    except ImportError as error:
        message = (
            "--klaster memerlukan Dask yang belum terpasang. Pasang dengan "
            "`pipx inject kinerja-cli distributed`, atau `pip install kinerja-cli[klaster]`."
        )
        raise KlasterError(message) from error
    # What matters of its warnings is checked and said here, in the language of the office.
    for nama in ("distributed", "distributed.client"):
        logging.getLogger(nama).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Client(alamat, timeout=BATAS_SAMBUNG), (KilledWorker,)
    except (OSError, ValueError) as error:
        message = (
            f"Klaster '{alamat}' tidak dapat dihubungi. Alamatnya yang dicetak penjadwal saat "
            "dijalankan, misalnya tcp://10.0.0.5:8786 (docs/klaster.md)."
        )
        raise KlasterError(message) from error


def _pack(nilai: object) -> bytes:
    return zlib.compress(pickle.dumps(nilai), 1)


def _unpack(isi: bytes) -> object:
    return pickle.loads(zlib.decompress(isi))  # noqa: S301 - what _pack packed


def _versions(jawaban: Mapping[str, Any]) -> dict[str, str]:
    return {nama: jawaban["packages"][paket] or _TAK_TERPASANG for nama, paket in SAMA.items()}
