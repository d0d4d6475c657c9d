"""Makes the seeds under fuzz/benih/: real target texts, and the made-up office's workbooks."""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from pathlib import Path

AKAR = Path(__file__).parent.parent
sys.path.append(str(AKAR / "tests"))

from berkas_xlsx import build_buku, with_far_part  # noqa: E402 - found once tests/ can be looked into
from daftar_kasus import BENIH  # noqa: E402
from isi_formulir import fill_form  # noqa: E402
from kantor_acak import DIBUAT, PENGATURAN, RENCANA, RENCANA_XLSX, UNIT  # noqa: E402
from kinerja_cli.adapter.format_unit import build_format  # noqa: E402

TEKS_TERBANYAK = 40
TULISAN = ("Rp. 800.000.000,-", "1.069,32", "−5,9", "7 s.d. 8 bulan", "80–90 %", "1.131", "1e308")
SEL = (
    '<row r="1"><c r="A1" t="str"><v>teks</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>'
    '<c t="d"><v>2021-04-05</v></c><c><f>1+1</f></c><c s="0"><v>1.5</v></c></row>'
)
REALISASI = {"I1": 2, "I2": "12,5 %", "I3": 7.5, "I4": "BB", "I5": 1_131_000}
REALISASI_CACAT = {"I1": "n/a", "I2": 0.125, "I3": "1.131", "I4": "Z", "I5": "Rp1.131"}


def seeds() -> dict[str, bytes]:
    """Return every seed by its path below benih/."""
    with (AKAR / "tests/data/target-nyata.tsv").open(encoding="utf-8", newline="") as berkas:
        nyata = dict.fromkeys(row[0] for row in csv.reader(berkas, delimiter="\t"))
    teks = [*TULISAN, *list(nyata)[1 : TEKS_TERBANYAK + 1]]
    formulir = build_format(RENCANA, PENGATURAN, UNIT, 1, DIBUAT)
    return {
        **{f"angka/{n:02}.txt": x.encode() for n, x in enumerate(teks)},
        "buku/kosong.xlsx": formulir,
        "buku/terisi.xlsx": filled(formulir, REALISASI),
        "buku/cacat.xlsx": filled(formulir, REALISASI_CACAT),
        "buku/kecil.xlsx": build_buku(SEL),
        "buku/jauh.xlsx": with_far_part(build_buku(SEL), "xl/workbook.xml"),
        "rencana/rencana.xlsx": RENCANA_XLSX,
    }


def filled(formulir: bytes, realisasi: dict[str, object]) -> bytes:
    """Return the form as a unit hands it in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "f.xlsx")
        path.write_bytes(formulir)
        return fill_form(path, path, realisasi, anggaran={"K1": 750_000}).read_bytes()


def main() -> None:
    """Write the seeds anew."""
    shutil.rmtree(BENIH, ignore_errors=True)
    for nama, isi in seeds().items():
        (BENIH / nama).parent.mkdir(parents=True, exist_ok=True)
        (BENIH / nama).write_bytes(isi)
        print(f"{nama}: {len(isi)} byte")


if __name__ == "__main__":
    main()
