"""Real target cells, typed as text: each is read as a person means it, or refused.

The table was read line by line: nothing in it is misread without a word.
"""

from __future__ import annotations

import csv

import pytest

from data_nyata import FOLDER
from kinerja_cli.domain.angka import Angka, parse_angka


def outcomes() -> list[tuple[str, str, str]]:
    """Return (text, number or reason, satuan or possible readings) of the table."""
    path = FOLDER / "target-nyata-hasil.tsv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(teks.replace("\\n", "\n"), hasil, lain) for teks, hasil, lain in rows][1:]


@pytest.mark.parametrize(("teks", "hasil", "lain"), outcomes())
def test_a_real_cell_is_read_as_meant_or_refused(teks: str, hasil: str, lain: str) -> None:
    outcome = parse_angka(teks)
    if isinstance(outcome, Angka):
        assert (f"{outcome.nilai:f}", outcome.satuan) == (hasil, lain)
    else:
        readings = " atau ".join(f"{x:f}" for x in outcome.bacaan)
        assert (outcome.sebab.name, readings) == (hasil, lain)


def test_the_table_has_every_real_cell() -> None:
    source = (FOLDER / "target-nyata.tsv").read_text(encoding="utf-8").splitlines()[1:]
    texts = [line.split("\t")[0].replace("\\n", "\n") for line in source]
    assert [teks for teks, _, _ in outcomes()] == texts
