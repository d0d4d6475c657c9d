"""Runs the fuzzer's targets one after the other: python fuzz/jalankan.py --detik 60 [NAMA …].

What a run learned stays in build/fuzz/korpus; an input that breaks a promise is saved in
build/fuzz/, and the run then ends with exit code 1.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from daftar_kasus import KASUS

FUZZ = Path(__file__).parent
HASIL = FUZZ.parent / "build" / "fuzz"
DETIK_PER_MASUKAN = 10
"""Twice what a file may cost the program: the fuzzer's bookkeeping slows Python down."""

MEMORI_MB = 1024
BARIS_AKHIR = 40
_RINGKAS = re.compile(r"#(\d+)\s+DONE\s+cov: (\d+)")


def run_target(nama: str, detik: int) -> bool:
    """Fuzz one target for some seconds, print what came of it, and tell whether it held."""
    korpus, catatan = HASIL / "korpus" / nama, HASIL / f"{nama}.log"
    korpus.mkdir(parents=True, exist_ok=True)
    with catatan.open("w", encoding="utf-8") as log:
        argv = [*_command(nama, detik), str(korpus), str(KASUS[nama].benih)]
        done = subprocess.run(argv, stdout=log, stderr=subprocess.STDOUT, check=False)
    text = catatan.read_text(encoding="utf-8", errors="replace")
    ringkas = _RINGKAS.search(text)
    if done.returncode == 0 and ringkas:
        print(f"{nama}: {ringkas[1]} masukan, {ringkas[2]} cabang, tanpa temuan", flush=True)
        return True
    print(f"{nama}: TEMUAN, masukannya di {HASIL.name}/{nama}-*", flush=True)
    print(*text.splitlines()[-BARIS_AKHIR:], sep="\n", flush=True)
    return False


def _command(nama: str, detik: int) -> list[str]:
    return [
        sys.executable,
        str(FUZZ / "satu.py"),
        nama,
        f"-max_total_time={detik}",
        f"-max_len={KASUS[nama].maks_byte}",
        f"-timeout={DETIK_PER_MASUKAN}",
        f"-rss_limit_mb={MEMORI_MB}",
        f"-dict={FUZZ / 'kamus.txt'}",
        f"-artifact_prefix={HASIL}/{nama}-",
    ]


def main() -> None:
    """Share the seconds among the targets; exit with 1 where any of them found something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sasaran", nargs="*", choices=[*KASUS, []], metavar="NAMA")
    parser.add_argument("--detik", type=int, default=60, help="seconds in all")
    pilihan = parser.parse_args()
    daftar = pilihan.sasaran or list(KASUS)
    held = [run_target(x, max(1, pilihan.detik // len(daftar))) for x in daftar]
    sys.exit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
