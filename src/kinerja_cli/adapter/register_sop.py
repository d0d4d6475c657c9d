"""The store's registers of the SOP: lines of the steps, letter numbers, documents."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date, datetime
from itertools import count

from kinerja_cli.adapter.basisdata import Basisdata
from kinerja_cli.domain.dokumen import DokumenTercatat
from kinerja_cli.domain.surat import (
    KeperluanSurat,
    SuratTerdaftar,
    render_nomor,
    select_series,
)
from kinerja_cli.domain.tahap import Bukti, CatatanTahap, KeadaanTahap

MENUNGGU_NOMOR = 60.0
"""Seconds that a letter waits for its number: another run may be collecting hundreds of forms."""


class RegisterTahap:
    """The lines of the steps; they are added, never changed."""

    def __init__(self, db: Basisdata) -> None:
        """Take an open store."""
        self._db = db.connection

    def lines(self, tahun: int) -> list[CatatanTahap]:
        """Return every line of a year in the order they were written."""
        bukti: dict[int, list[Bukti]] = {}
        for tahap, berkas, sha256 in self._db.execute("SELECT * FROM bukti_tahap ORDER BY rowid"):
            bukti.setdefault(tahap, []).append(Bukti(berkas, sha256))
        rows = self._db.execute(
            "SELECT id, nomor, keadaan, waktu, dicatat, oleh, catatan FROM tahap"
            " WHERE tahun = ? ORDER BY id",
            (tahun,),
        )
        return [
            CatatanTahap(
                nomor,
                KeadaanTahap(keadaan),
                datetime.fromisoformat(waktu),
                datetime.fromisoformat(dicatat),
                oleh,
                tuple(bukti.get(row, ())),
                catatan,
            )
            for row, nomor, keadaan, waktu, dicatat, oleh, catatan in rows
        ]

    def add(self, tahun: int, catatan: CatatanTahap) -> None:
        """Add a line."""
        row = self._db.execute(
            "INSERT INTO tahap (tahun, nomor, keadaan, waktu, dicatat, oleh, catatan)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                tahun,
                catatan.nomor,
                catatan.keadaan.value,
                catatan.waktu.isoformat(),
                catatan.dicatat.isoformat(),
                catatan.oleh,
                catatan.catatan,
            ),
        ).lastrowid
        self._db.executemany(
            "INSERT INTO bukti_tahap VALUES (?, ?, ?)",
            [(row, x.berkas, x.sha256) for x in catatan.bukti],
        )


class RegisterSurat:
    """The numbers of letters: each is given once in the year of the letter's date."""

    def __init__(self, db: Basisdata) -> None:
        """Take an open store."""
        self._db = db.connection

    def all(self, tahun: int) -> list[SuratTerdaftar]:
        """Return the letters of a plan's year in the order of registering."""
        return self._read("WHERE tahun = ?", (tahun,))

    def series(self, keperluan: KeperluanSurat) -> tuple[SuratTerdaftar, ...]:
        """Return the letters in force about one matter, the first time first."""
        found = self._read(
            "WHERE tahun = ? AND jenis = ? AND tribulan = ? AND unit = ?", keperluan.pokok
        )
        return select_series(keperluan, found)

    def holder(self, surat: SuratTerdaftar, pola: str) -> SuratTerdaftar | None:
        """Return the letter that has this number, printed or running, in that year; or None."""
        return next(
            iter(
                self._read(
                    "WHERE tahun_surat = ? AND (nomor = ? OR (pola = ? AND urut = ?))",
                    (surat.tanggal.year, surat.nomor, pola, surat.urut),
                )
            ),
            None,
        )

    def add(self, surat: SuratTerdaftar, pola: str) -> None:
        """Add a letter whose number nobody has."""
        self._db.execute(
            "INSERT INTO surat"
            " (tahun, jenis, tribulan, unit, kali, tahun_surat, pola, urut, nomor, tanggal)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *astuple(surat.keperluan),
                surat.tanggal.year,
                pola,
                surat.urut,
                surat.nomor,
                surat.tanggal.isoformat(),
            ),
        )

    def next_urut(self, pola: str, tanggal: date) -> int:
        """Return the next running number of a shape whose printed number nobody has."""
        (highest,) = self._db.execute(
            "SELECT coalesce(max(urut), 0) FROM surat WHERE tahun_surat = ? AND pola = ?",
            (tanggal.year, pola),
        ).fetchone()
        rows = self._db.execute("SELECT nomor FROM surat WHERE tahun_surat = ?", (tanggal.year,))
        given = {nomor for (nomor,) in rows}
        free = (x for x in count(int(highest) + 1) if render_nomor(pola, x, tanggal) not in given)
        return next(free)

    def move(self, surat: SuratTerdaftar) -> None:
        """Note another date of a letter that keeps its number."""
        self._db.execute(
            "UPDATE surat SET tanggal = ? WHERE tahun_surat = ? AND nomor = ?",
            (surat.tanggal.isoformat(), surat.tanggal.year, surat.nomor),
        )

    def _read(self, syarat: str, nilai: tuple[object, ...]) -> list[SuratTerdaftar]:
        # The conditions are those of this class; what they are compared with goes in apart.
        columns = "tahun, jenis, tribulan, unit, kali, nomor, urut, tanggal"
        rows = self._db.execute(f"SELECT {columns} FROM surat {syarat} ORDER BY id", nilai)  # noqa: S608 - see above
        return [
            SuratTerdaftar(KeperluanSurat(*keperluan), nomor, urut, date.fromisoformat(tanggal))
            for *keperluan, nomor, urut, tanggal in rows
        ]


class RegisterDokumen:
    """Which documents are there; a later line takes the place of an earlier one."""

    def __init__(self, db: Basisdata) -> None:
        """Take an open store."""
        self._db = db.connection

    def lines(self, tahun: int) -> list[DokumenTercatat]:
        """Return every line of a year in the order they were written."""
        rows = self._db.execute(
            "SELECT kunci, berkas, sha256, tanggal, dicatat FROM dokumen"
            " WHERE tahun = ? ORDER BY id",
            (tahun,),
        )
        return [
            DokumenTercatat(
                kunci,
                Bukti(berkas, sha256),
                date.fromisoformat(tanggal),
                datetime.fromisoformat(dicatat),
            )
            for kunci, berkas, sha256, tanggal, dicatat in rows
        ]

    def add(self, tahun: int, dokumen: DokumenTercatat) -> None:
        """Add a line."""
        self._db.execute(
            "INSERT INTO dokumen (tahun, kunci, berkas, sha256, tanggal, dicatat)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                tahun,
                dokumen.kunci,
                dokumen.bukti.berkas,
                dokumen.bukti.sha256,
                dokumen.tanggal.isoformat(),
                dokumen.dicatat.isoformat(),
            ),
        )
