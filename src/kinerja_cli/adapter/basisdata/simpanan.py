"""The accepted figures with their history, in values of the domain."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kinerja_cli.adapter.basisdata.catatan import Asal, Penutupan, StatusSetoran
from kinerja_cli.adapter.basisdata.koneksi import open_connection
from kinerja_cli.adapter.basisdata.register import RegisterSetoran
from kinerja_cli.adapter.basisdata.tersimpan import SetoranTersimpan, pack_setoran
from kinerja_cli.domain.katalog import JenisTemuan
from kinerja_cli.domain.setoran import Setoran
from kinerja_cli.domain.temuan import Tempat, Temuan


@contextmanager
def open_basisdata(
    path: Path, *, ubah: bool = True, menunggu: float | None = None
) -> Iterator[Basisdata]:
    """Open the store inside one transaction; arguments and trouble as for `open_connection`."""
    with open_connection(path, ubah=ubah, menunggu=menunggu) as connection:
        yield Basisdata(connection)


class Basisdata(RegisterSetoran):
    """The open store; every method speaks in values of the domain."""

    def years(self) -> list[int]:
        """Return the years that have accepted workbooks."""
        return [x for (x,) in self._db.execute("SELECT DISTINCT tahun FROM setoran ORDER BY tahun")]

    def reported(self, tahun: int) -> frozenset[tuple[str, int]]:
        """Return unit and tribulan of every workbook in force."""
        return frozenset((unit, ke) for _, unit, ke in self._in_force(tahun))

    def accept(self, tahun: int, setoran: Setoran, asal: Asal, temuan: Sequence[Temuan]) -> int:
        """Store an accepted workbook and return its version; the one before becomes history."""
        key = (tahun, setoran.unit, setoran.tribulan)
        (versi,) = self._db.execute(
            "SELECT coalesce(max(versi), 0) + 1 FROM setoran"
            " WHERE tahun = ? AND unit = ? AND tribulan = ?",
            key,
        ).fetchone()
        if versi > 1:
            self._db.execute(
                "UPDATE setoran SET status = ?"
                " WHERE tahun = ? AND unit = ? AND tribulan = ? AND status = ?",
                (StatusSetoran.DIGANTIKAN.value, *key, StatusSetoran.DITERIMA.value),
            )
        nomor = self._db.execute(
            "INSERT INTO setoran (tahun, unit, tribulan, versi, status, sha256, berkas, waktu)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*key, versi, StatusSetoran.DITERIMA.value, *_row(asal)),
        ).lastrowid
        self._add_rows(nomor or 0, setoran, temuan)
        self._db.execute(
            "DELETE FROM penolakan WHERE tahun = ? AND sha256 = ?", (tahun, asal.sha256)
        )
        return int(versi)

    def _add_rows(self, nomor: int, setoran: Setoran, temuan: Sequence[Temuan]) -> None:
        rows = pack_setoran(setoran)
        self._db.executemany(
            "INSERT INTO realisasi VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(nomor, *x) for x in rows.realisasi],
        )
        self._db.executemany(
            "INSERT INTO anggaran VALUES (?, ?, ?, ?)", [(nomor, *x) for x in rows.anggaran]
        )
        self._db.executemany(
            "INSERT INTO temuan VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    nomor,
                    x.jenis.kode,
                    x.tempat.lembar,
                    x.tempat.baris,
                    x.tempat.kolom,
                    json.dumps(dict(x.fakta), ensure_ascii=False),
                )
                for x in temuan
            ],
        )

    def withdraw(self, tahun: int, unit: str, tribulan: int, alasan: str) -> str | None:
        """Take back the workbook in force and return its file; None where there is none."""
        row = self._db.execute(
            "UPDATE setoran SET status = ?, alasan = ?"
            " WHERE tahun = ? AND unit = ? AND tribulan = ? AND status = ? RETURNING berkas",
            (
                StatusSetoran.DITARIK.value,
                alasan,
                tahun,
                unit,
                tribulan,
                StatusSetoran.DITERIMA.value,
            ),
        ).fetchone()
        return str(row[0]) if row else None

    def note_closing(self, tahun: int, penutupan: Penutupan) -> None:
        """Add a line to the history of closing and opening a tribulan."""
        self._db.execute(
            "INSERT INTO penutupan (tahun, tribulan, ditutup, alasan, waktu)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                tahun,
                penutupan.tribulan,
                int(penutupan.ditutup),
                penutupan.alasan,
                penutupan.waktu.isoformat(),
            ),
        )

    def refuse(self, tahun: int, unit: str, tribulan: int, asal: Asal, galat: int) -> None:
        """Note that a workbook was refused; the same bytes again replace the note."""
        self._db.execute(
            "INSERT OR REPLACE INTO penolakan (tahun, unit, tribulan, sha256, berkas, waktu, galat)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (tahun, unit, tribulan, *_row(asal), galat),
        )

    def valid_setoran(self, tahun: int) -> list[Setoran]:
        """Return the figures in force: one Setoran per unit and tribulan that has one."""
        return [x.open() for x in self.stored_setoran(tahun)]

    def stored_setoran(self, tahun: int, tribulan: int | None = None) -> list[SetoranTersimpan]:
        """Return the figures in force, of all tribulan or of one, as they are stored."""
        return [self._stored(*x) for x in self._in_force(tahun) if tribulan in {None, x[2]}]

    def valid_before(self, tahun: int, unit: str, tribulan: int) -> Setoran | None:
        """Return a unit's figures in force of the last tribulan before one, or None."""
        row = self._db.execute(
            "SELECT id, unit, tribulan FROM setoran"
            " WHERE tahun = ? AND unit = ? AND tribulan < ? AND status = 'diterima'"
            " ORDER BY tribulan DESC LIMIT 1",
            (tahun, unit, tribulan),
        ).fetchone()
        return self._stored(*row).open() if row else None

    def _in_force(self, tahun: int) -> list[tuple[int, str, int]]:
        """Return number, unit and tribulan of the workbooks in force."""
        return self._db.execute(
            "SELECT id, unit, tribulan FROM setoran WHERE tahun = ? AND status = 'diterima'"
            " ORDER BY unit, tribulan",
            (tahun,),
        ).fetchall()

    def _stored(self, nomor: int, unit: str, ke: int) -> SetoranTersimpan:
        realisasi, anggaran = (
            self._db.execute(sql, (nomor,)).fetchall() for sql in (_REALISASI, _ANGGARAN)
        )
        return SetoranTersimpan(unit, ke, realisasi, anggaran)

    def standing_temuan(self, tahun: int, tribulan: int | None = None) -> list[Temuan]:
        """Return the findings on the workbooks in force, of all tribulan or of one."""
        by_kode = {jenis.kode: jenis for jenis in JenisTemuan}
        rows = self._db.execute(
            "SELECT t.kode, s.berkas, t.lembar, t.baris, t.kolom, t.fakta"
            " FROM temuan t JOIN setoran s ON s.id = t.setoran"
            " WHERE s.tahun = ? AND s.tribulan = coalesce(?, s.tribulan)"
            " AND s.status = 'diterima' ORDER BY s.id, t.rowid",
            (tahun, tribulan),
        )
        return [
            Temuan(by_kode[kode], Tempat(berkas, lembar, baris, kolom), json.loads(fakta))
            for kode, berkas, lembar, baris, kolom, fakta in rows
            if kode in by_kode
        ]

    def written_sha256(self, path: str) -> str | None:
        """Return the sha256 that the program last wrote under a path of the workspace, or None."""
        row = self._db.execute("SELECT sha256 FROM keluaran WHERE path = ?", (path,)).fetchone()
        return str(row[0]) if row else None

    def put_file(self, path: str, isi: bytes) -> None:
        """Write a file that takes its place when this transaction is committed."""
        self._db.berkas.put(path, isi)

    def waiting_sha256(self, path: str) -> str | None:
        """Return the sha256 of what waits to take a place in this transaction, or None."""
        return self._db.berkas.waiting(path)

    def note_written(self, path: str, sha256: str) -> None:
        """Remember what the program wrote, so that a person's edit is noticed later."""
        self._db.execute("INSERT OR REPLACE INTO keluaran VALUES (?, ?)", (path, sha256))


def _row(asal: Asal) -> tuple[str, str, str]:
    return asal.sha256, asal.berkas, asal.waktu.isoformat()


_REALISASI = (
    "SELECT kode, angka, huruf, keterangan, penyebab, kendala, solusi, tindak_lanjut,"
    " penanggung_jawab, batas_waktu, data_dukung FROM realisasi WHERE setoran = ?"
)
_ANGGARAN = "SELECT kode, angka, keterangan FROM anggaran WHERE setoran = ?"
