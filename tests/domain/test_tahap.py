"""The register of the steps: what its lines add up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kinerja_cli.domain.sop import DOKUMEN, LANGKAH, Pelaku, find_dokumen
from kinerja_cli.domain.tahap import (
    PROGRAM,
    AturanTahap,
    Bukti,
    CatatanTahap,
    KeadaanTahap,
    StatusTahap,
    build_status,
    keadaan_program,
)

PAGI = datetime(2022, 1, 20, 9, 0, tzinfo=UTC)
HARI = PAGI.date()
BERJALAN, SELESAI = KeadaanTahap.BERJALAN, KeadaanTahap.SELESAI


def line(
    keadaan: KeadaanTahap, menit: int = 0, oleh: str = "Sekcam", nomor: int = 7
) -> CatatanTahap:
    """Return a line of step 7, some minutes after nine."""
    waktu = PAGI + timedelta(minutes=menit)
    return CatatanTahap(nomor, keadaan, waktu, waktu, oleh)


def step(*lines: CatatanTahap, batas: date | None = None, hari_ini: date = HARI) -> StatusTahap:
    """Return how step 7 stands after these lines."""
    aturan = AturanTahap({7: batas} if batas else {})
    return build_status(lines, aturan, hari_ini)[6]


def test_the_sop_has_twelve_steps_with_its_minutes() -> None:
    assert [x.nomor for x in LANGKAH] == list(range(1, 13))
    assert [x.waktu_baku for x in LANGKAH] == [3, *[60] * 11]
    assert LANGKAH[0].kelengkapan == "Nota Dinas"
    assert LANGKAH[6].pelaku == tuple(Pelaku)


@pytest.mark.parametrize(
    ("nama", "kunci"),
    [("Renstra", "renstra"), ("pk tahun 2021", "pk"), ("SK  Tim SAKIP", "sk-tim-sakip"),
     ("rencana aksi individu", "rencana-aksi-individu"), ("pk individu", "pk-individu")],
)  # fmt: skip
def test_a_document_is_known_by_its_word_and_by_its_name(nama: str, kunci: str) -> None:
    found = find_dokumen(nama, 2021)
    assert found is not None
    assert found.kunci == kunci


def test_a_document_that_the_sop_does_not_list_is_unknown() -> None:
    assert find_dokumen("PK Tahun 2020", 2021) is None
    assert len({x.kunci for x in DOKUMEN}) == len(DOKUMEN)


def test_a_step_without_lines_has_not_begun() -> None:
    status = step()
    assert (status.keadaan, status.mulai, status.lama) == (KeadaanTahap.BELUM, None, None)
    assert not status.melebihi_baku


def test_a_finished_step_took_from_its_beginning_to_its_end() -> None:
    status = step(line(BERJALAN), line(SELESAI, 60))
    assert (status.keadaan, status.lama) == (SELESAI, timedelta(minutes=60))
    assert not status.melebihi_baku
    assert step(line(BERJALAN), line(SELESAI, 61)).melebihi_baku


def test_an_end_without_a_beginning_has_no_length() -> None:
    assert step(line(SELESAI)).lama is None


def test_a_persons_later_line_is_a_correction() -> None:
    status = step(line(BERJALAN), line(SELESAI, 60), line(SELESAI, 45), line(BERJALAN, 5))
    assert status.keadaan is BERJALAN
    assert status.selesai is None
    again = step(line(BERJALAN, 5), line(SELESAI, 60), line(SELESAI, 45))
    assert again.lama == timedelta(minutes=40)


def test_the_program_renews_evidence_without_moving_the_end() -> None:
    first = replace(line(SELESAI, 0, PROGRAM), bukti=(Bukti("a", "1"),))
    later = replace(line(SELESAI, 90, PROGRAM), bukti=(Bukti("a", "2"),))
    status = step(first, later)
    assert (status.selesai, status.bukti) == (PAGI, (Bukti("a", "2"),))
    assert status.mulai == PAGI


def test_a_step_that_was_opened_again_ends_anew() -> None:
    lines = [line(x, i, PROGRAM) for i, x in enumerate((SELESAI, BERJALAN, SELESAI))]
    assert step(*lines).selesai == PAGI + timedelta(minutes=2)


def test_the_last_evidence_stays_when_a_line_brings_none() -> None:
    shown = replace(line(BERJALAN), bukti=(Bukti("a", "1"),))
    assert step(shown, line(BERJALAN, 5)).bukti == (Bukti("a", "1"),)


@pytest.mark.parametrize(
    ("batas", "hari_ini", "hari"),
    [(None, date(2030, 1, 1), 0), (date(2022, 1, 20), date(2022, 1, 20), 0),
     (date(2022, 1, 18), date(2022, 1, 20), 2)],
)  # fmt: skip
def test_an_unfinished_step_is_late_by_today(batas: date | None, hari_ini: date, hari: int) -> None:
    assert step(line(BERJALAN), batas=batas, hari_ini=hari_ini).terlambat == hari


def test_a_finished_step_is_late_by_the_day_it_ended() -> None:
    status = step(line(SELESAI), batas=date(2022, 1, 15), hari_ini=date(2026, 1, 1))
    assert status.terlambat == 5


def test_a_line_repeats_another_whenever_it_was_written() -> None:
    assert line(SELESAI).repeats(line(SELESAI, 50))
    assert not line(SELESAI).repeats(line(BERJALAN))
    assert not line(SELESAI).repeats(replace(line(SELESAI), catatan="lain"))


def test_a_command_finishes_its_step_with_the_whole_of_the_last_tribulan() -> None:
    assert keadaan_program(4) is SELESAI
    assert keadaan_program(4, lengkap=False) is BERJALAN
    assert keadaan_program(3) is BERJALAN
