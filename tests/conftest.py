"""What every test may lean on: the program run as a person runs it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.lakip.proses_templat import ProsesTemplat
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.alur import rencana
from kinerja_cli.alur.himpun import collect
from kinerja_cli.alur.mulai import create_ruang
from kinerja_cli.alur.pembacaan_banyak import Patokan
from kinerja_cli.alur.persiapan import Permintaan, prepare
from kinerja_cli.alur.rencana import RencanaDimuat, load_rencana
from kinerja_cli.alur.sumber import Sumber, find_sumber
from kinerja_cli.cli import main
from kinerja_cli.domain.baca_rencana import TabelRencana, read_tabel_rencana
from kinerja_cli.domain.buku import Buku
from pembaca_mati import MEMATIKAN

SEKARANG = datetime(2022, 1, 10, 8, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Jalan:
    """What one run of the program left: exit code, standard output, standard error."""

    kode: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the contract says
        """Return standard output as JSON."""
        return json.loads(self.out)


Kinerja = Callable[..., Jalan]


@pytest.fixture(scope="session", autouse=True)
def _same_plan_is_read_once() -> Iterator[None]:
    """Read the bytes of a plan once: most of what a short command does, and all have the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rencana, "read_buku", lru_cache(maxsize=32)(read_buku))
        known: dict[tuple[int, str, int], tuple[Buku, TabelRencana]] = {}

        def read_once(buku: Buku, berkas: str, tahun: int) -> TabelRencana:
            key = (id(buku), berkas, tahun)
            if key not in known:
                known[key] = (
                    buku,
                    read_tabel_rencana(buku, berkas, tahun),
                )  # kept: its id stays its own
            return known[key][1]

        patch.setattr(rencana, "read_tabel_rencana", read_once)
        yield


@pytest.fixture
def di_proses_ini(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fill foreign templates in this process; test_jahat_templat tests the one under limits."""
    monkeypatch.setattr(ProsesTemplat, "run", lambda _, fungsi, *args: fungsi(*args))


@pytest.fixture
def kinerja(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Kinerja:
    """Run `kinerja …` in tmp_path (or `di`) through main(), where errors are handled."""

    def run(*argv: str | Path, di: Path = tmp_path) -> Jalan:
        monkeypatch.chdir(di)
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main([str(x) for x in argv])
        out, err = capsys.readouterr()
        return Jalan(int(stop.value.code or 0), out, err)

    return run


@pytest.fixture(scope="session")
def contoh_sekali(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example as it is made, once; tests only read it."""
    return create_ruang(tmp_path_factory.mktemp("contoh") / "r", 2021, SEKARANG, contoh=True).akar


@pytest.fixture
def contoh(contoh_sekali: Path, tmp_path: Path) -> Path:
    """Return the example workspace, in a folder with a space in its name."""
    return Path(shutil.copytree(contoh_sekali, tmp_path / "ruang contoh"))


@pytest.fixture
def formulir(contoh_sekali: Path) -> bytes:
    """Return the filled form of unit YAN for Tribulan I."""
    return (contoh_sekali / "masuk" / "TW1" / "Seksi Pelayanan.xlsx").read_bytes()


@pytest.fixture
def ruang_kosong(contoh_sekali: Path, tmp_path: Path) -> Path:
    """Return the example's workspace before anything came in."""
    kosong = shutil.ignore_patterns("*W[1-4]*", "narasi")
    return Path(shutil.copytree(contoh_sekali, tmp_path / "ruang kosong", ignore=kosong))


def collect_all(ruang: Ruang, proses: int | None = None) -> None:
    """Collect everything that a workspace has in masuk/."""
    with prepare(Permintaan(ruang, SEKARANG, proses=proses)) as persiapan:
        collect(persiapan, lambda *_: None)


@pytest.fixture(scope="session")
def terhimpun_sekali(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example with everything collected, made once; tests take a copy of it."""
    ruang = create_ruang(tmp_path_factory.mktemp("sekali") / "ruang", 2021, SEKARANG, contoh=True)
    collect_all(ruang)
    return ruang.akar


@pytest.fixture
def terhimpun(terhimpun_sekali: Path, tmp_path: Path) -> Path:
    """Return the example workspace with everything collected."""
    return Path(shutil.copytree(terhimpun_sekali, tmp_path / "ruang contoh"))


def tree(folder: Path) -> Mapping[str, bytes]:
    """Return every file under a folder with its bytes, to see what a run changed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def patokan(contoh: Path) -> tuple[Patokan, list[Sumber]]:
    """Return the example's files with two that are none, and what they are checked against."""
    pengaturan, rencana = load_rencana(Ruang(contoh), None)
    (contoh / "masuk" / "a.pdf").write_bytes(b"%PDF-1.7")
    (contoh / "masuk" / MEMATIKAN).write_bytes(b"x")
    sumber, _ = find_sumber(Ruang(contoh), ())
    return Patokan(frozenset(), RencanaDimuat(pengaturan, rencana)), sumber
