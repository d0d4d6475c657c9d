"""The zip of a year: members with a manifest of their sha256, written and verified."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from kinerja_cli.adapter.berkas import BerkasTerpakaiError, sha256_of
from kinerja_cli.adapter.buku_xlsx.paket import ZIP_BOHONG
from kinerja_cli.adapter.kiriman_zip import count_entries
from kinerja_cli.domain.galat import KinerjaError

NAMA_MANIFES = "manifes.json"
MAKS_MANIFES = 20_000_000
"""Bytes; a manifest of a hundred thousand files is smaller."""

WAKTU_TETAP = (1980, 1, 1, 0, 0, 0)
"""Time of every member, so that the same content makes the same zip."""

POTONGAN = 1 << 20
MAKS_ENTRI = 200_000
"""Entries of directories, those of workbooks within it too: zipfile reads them all at once."""

MAKS_ISI = 2 << 30
"""Bytes that all members may unpack to; the archive is made in memory, so none is larger."""

_RUSAK = (*ZIP_BOHONG, RuntimeError, zlib.error, EOFError)
"""What reading a member raises: locked, damaged, or packed in a way nobody packs."""


@dataclass(frozen=True, slots=True)
class HasilPeriksaArsip:
    """What a verification found: names of members, all empty where the zip is as it was made."""

    tahun: int
    jumlah: int
    hilang: tuple[str, ...] = ()
    berubah: tuple[str, ...] = ()
    tambahan: tuple[str, ...] = ()

    @property
    def utuh(self) -> bool:
        """Tell whether the zip is as it was made."""
        return not (self.hilang or self.berubah or self.tambahan)


@dataclass(frozen=True, slots=True)
class _Manifes:
    tahun: int
    berkas: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """sha256 and size by name."""


class ArsipRusakError(KinerjaError):
    """A file is no archive of a year."""

    def __init__(self, path: Path, sebab: str) -> None:
        """Say which file and why."""
        super().__init__(
            f"'{path}' bukan arsip tahunan kinerja yang dapat diperiksa: {sebab}. "
            "Periksa nama berkasnya, atau minta salinan arsip itu."
        )


def build_arsip(kantor: str, tahun: int, anggota: Mapping[str, bytes]) -> bytes:
    """Return the zip of these members with its manifest; the same members give the same bytes."""
    entries = [
        {"nama": nama, "sha256": sha256_of(isi), "ukuran": len(isi)}
        for nama, isi in sorted(anggota.items())
    ]
    manifes = {"kantor": kantor, "tahun": tahun, "berkas": entries}
    text = json.dumps(manifes, ensure_ascii=False, indent=1)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as arsip:
        for nama, isi in [(NAMA_MANIFES, text.encode()), *sorted(anggota.items())]:
            info = zipfile.ZipInfo(nama, WAKTU_TETAP)
            info.external_attr = 0o644 << 16
            arsip.writestr(info, isi, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def verify_arsip(path: Path) -> HasilPeriksaArsip:
    """Return how a zip compares with its own manifest; nothing is unpacked to disk.

    Raises BerkasTerpakaiError where it cannot be opened, ArsipRusakError where it is no archive.
    """
    if not path.is_file():
        raise ArsipRusakError(path, "berkasnya tidak ada")
    try:
        if count_entries(path) > MAKS_ENTRI:
            raise ArsipRusakError(path, "isinya terlalu banyak")
        with zipfile.ZipFile(path) as arsip:
            if sum(x.file_size for x in arsip.infolist()) > MAKS_ISI:
                raise ArsipRusakError(path, "isinya terlalu besar")
            return _compare(arsip, _read_manifes(arsip, path))
    except ZIP_BOHONG as error:
        raise ArsipRusakError(path, "bukan berkas zip yang utuh") from error
    except OSError as error:
        raise BerkasTerpakaiError(path, error) from error


def _read_manifes(arsip: zipfile.ZipFile, path: Path) -> _Manifes:
    try:
        with arsip.open(NAMA_MANIFES) as stream:
            text = stream.read(MAKS_MANIFES)
        if text.count(b"{") + text.count(b"[") > MAKS_ENTRI:  # each takes far more than a byte
            raise ArsipRusakError(path, f"{NAMA_MANIFES} di dalamnya terlalu besar")
        data = json.loads(text)
        berkas = {str(x["nama"]): (str(x["sha256"]), int(x["ukuran"])) for x in data["berkas"]}
        return _Manifes(int(data["tahun"]), berkas)
    except KeyError as error:
        raise ArsipRusakError(path, f"tidak memuat {NAMA_MANIFES} yang lengkap") from error
    except (*_RUSAK, TypeError) as error:
        raise ArsipRusakError(path, f"{NAMA_MANIFES} di dalamnya rusak") from error


def _compare(arsip: zipfile.ZipFile, manifes: _Manifes) -> HasilPeriksaArsip:
    counts = Counter(x.filename for x in arsip.infolist())
    names = set(counts) - {NAMA_MANIFES}
    twice = {nama for nama, times in counts.items() if times > 1}
    present = names & set(manifes.berkas)
    changed = {
        x for x in present if _read_sha256(arsip, x, manifes.berkas[x][1]) != manifes.berkas[x][0]
    }
    return HasilPeriksaArsip(
        manifes.tahun,
        len(manifes.berkas),
        hilang=tuple(sorted(set(manifes.berkas) - names)),
        berubah=tuple(sorted(changed)),
        tambahan=tuple(sorted((names - set(manifes.berkas)) | twice)),
    )


def _read_sha256(arsip: zipfile.ZipFile, nama: str, ukuran: int) -> str:
    """Return a member's sha256, "" for one that is unreadable or larger than it should be."""
    digest, size = hashlib.sha256(), 0
    try:
        with arsip.open(nama) as stream:
            while size <= ukuran and (part := stream.read(POTONGAN)):
                digest.update(part)
                size += len(part)
    except _RUSAK:
        return ""
    return digest.hexdigest() if size == ukuran else ""
