"""Installed from a wheel or from a checkout: what is shipped is found, and --help starts light."""

from __future__ import annotations

import site
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

pytestmark = pytest.mark.berat

AKAR = Path(__file__).resolve().parent.parent
BERAT = (
    "pandas",
    "numpy",
    "openpyxl",
    "xlsxwriter",
    "matplotlib",
    "docxtpl",
    "docx",
    "jinja2",
    "lxml",
)


def run(*argv: str | Path, di: Path) -> str:
    """Run a program and return its standard output; a failure shows what it said."""
    done = subprocess.run(
        [str(x) for x in argv], cwd=di, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def dari_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a fresh environment where the built wheel is installed.

    Its dependencies are borrowed from this environment, so that no network is needed; the
    editable install stays out, for a .pth file does not pull in others.
    """
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, di=AKAR)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False)
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = folder / "venv" / scripts / "python"
    install = ("install", "--quiet", "--no-deps", "--no-index", wheel)
    run(sys.executable, "-m", "pip", "--python", python, *install, di=folder)
    purelib = Path(
        run(
            python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", di=folder
        ).strip()
    )
    (purelib / "pinjam.pth").write_text("\n".join(borrowed()), encoding="utf-8")
    return python


def borrowed() -> Sequence[str]:
    """Return the folders that hold the dependencies of this environment."""
    return sorted(
        {sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), *site.getsitepackages()}
    )


@pytest.mark.parametrize("pasang", ["wheel", "editable"])
def test_the_whole_road_runs_as_installed(pasang: str, dari_wheel: Path, tmp_path: Path) -> None:
    python = str(dari_wheel) if pasang == "wheel" else sys.executable
    where = run(python, "-c", "import kinerja_cli; print(kinerja_cli.__file__)", di=tmp_path)
    assert str(AKAR / "src") not in where if pasang == "wheel" else str(AKAR / "src") in where
    ruang = tmp_path / "ruang contoh"
    run(python, "-m", "kinerja_cli", "mulai", ruang, "--contoh", di=tmp_path)
    for step in (["periksa"], ["buat-format", "-t", "1"], ["himpun"], ["analisis"], ["lakip"]):
        run(python, "-m", "kinerja_cli", *step, di=ruang)
    assert (ruang / "laporan" / "lakip-2021.docx").exists()


@pytest.mark.parametrize("argv", [["--help"], ["himpun", "--help"], ["--versi"]])
def test_help_loads_nothing_heavy(dari_wheel: Path, tmp_path: Path, argv: list[str]) -> None:
    code = (
        "import sys\nfrom kinerja_cli.cli import main\n"
        f"try:\n    main({argv!r})\nexcept SystemExit:\n    pass\n"
        f"print([x for x in {BERAT!r} if x in sys.modules])"
    )
    assert run(dari_wheel, "-c", code, di=tmp_path).splitlines()[-1] == "[]"


def test_status_loads_no_writer(dari_wheel: Path, tmp_path: Path) -> None:
    ruang = tmp_path / "ruang"
    run(dari_wheel, "-m", "kinerja_cli", "mulai", ruang, "--contoh", di=tmp_path)
    code = (
        "import sys\nfrom kinerja_cli.cli import main\n"
        "try:\n    main(['status'])\nexcept SystemExit:\n    pass\n"
        f"print([x for x in {BERAT!r} if x in sys.modules])"
    )
    assert run(dari_wheel, "-c", code, di=ruang).splitlines()[-1] == "[]"
