"""One target under the fuzzer: python fuzz/satu.py NAMA [libFuzzer's options and folders].

Started by jalankan.py, because libFuzzer ends the process it runs in.
"""

from __future__ import annotations

import random
import sys

import atheris

from ubah_buku import ubah_buku

KASUS_MODUL = ("kasus_angka", "kasus_buku", "kasus_rencana")

# What the targets compare is watched, too: it leads the fuzzer to what they forbid.
with atheris.instrument_imports(include=["kinerja_cli", *KASUS_MODUL]):
    from daftar_kasus import KASUS


def mutate_package(isi: bytes, maks: int, seed: int) -> bytes:
    """Damage a workbook inside its zip, as libFuzzer asks of a custom mutator."""
    rng = random.Random(seed)  # noqa: S311 - libFuzzer chooses the seed, so a run can be repeated
    return ubah_buku(isi, maks, rng, atheris.Mutate)


def main() -> None:
    """Fuzz until libFuzzer's own limits, or a finding, end the process."""
    nama, *pilihan = sys.argv[1:]
    kasus = KASUS[nama]
    mutator = {"custom_mutator": mutate_package} if kasus.paket else {}
    atheris.Setup([sys.argv[0], *pilihan], kasus.periksa, **mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
