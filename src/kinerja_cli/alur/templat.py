"""kinerja templat: the shipped templates for the office to change, and a template checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.berkas import read_masukan, read_whole, write_whole
from kinerja_cli.adapter.lakip.coba_templat import try_templat
from kinerja_cli.adapter.lakip.periksa_templat import Cacat, used_variables
from kinerja_cli.adapter.lakip.proses_templat import ProsesTemplat
from kinerja_cli.adapter.lakip.variabel_templat import RAGAM_LAKIP, RagamTemplat
from kinerja_cli.adapter.ruang import Ruang
from kinerja_cli.adapter.surat import ragam_surat
from kinerja_cli.adapter.surat.register import TampilanRegister
from kinerja_cli.adapter.surat.tampilan import TampilanSurat
from kinerja_cli.adapter.templat_asing import TemplatAsingError, check_paket
from kinerja_cli.domain.galat import KinerjaError
from kinerja_cli.domain.surat import JenisSurat

LAKIP, REGISTER = "lakip", "register-tahap"
TEMPLAT = {
    LAKIP: "lakip.docx",
    **{x.kata: f"surat/{x.kata}.docx" for x in JenisSurat},
    REGISTER: f"surat/{REGISTER}.docx",
}
"""The templates that an office may change, by the name that the command knows."""


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """A template that was checked: its faults, and what the shipped one names beside it."""

    path: Path
    milik_kantor: bool
    cacat: tuple[Cacat, ...]
    tidak_dipakai: tuple[str, ...]


def ragam_of(nama: str) -> RagamTemplat:
    """Return which kind of template has this name."""
    if nama == LAKIP:
        return RAGAM_LAKIP
    return ragam_surat(TampilanRegister if nama == REGISTER else TampilanSurat)


def templat_in_force(ruang: Ruang, nama: str = LAKIP) -> Path:
    """Return the office's own template, or the shipped one where it has none."""
    own = ruang.templat / TEMPLAT[nama]
    return own if own.is_file() else _shipped(nama)


def read_templat(path: Path) -> bytes:
    """Return the bytes of a template; raises KinerjaError for one that must not be opened."""
    isi = read_masukan(path)
    if not is_shipped(path):
        check_paket(isi, path.name)
    return isi


def is_shipped(path: Path) -> bool:
    """Tell whether a template is the program's own."""
    return path in {_shipped(x) for x in TEMPLAT}


def copy_templat(ruang: Ruang, nama: str) -> Path:
    """Copy a shipped template into the workspace and return where it lies.

    Raises KinerjaError for a name that nobody knows, and where the office has one already.
    """
    if nama not in TEMPLAT:
        message = f"Templat '{nama}' tidak dikenal; yang ada: {', '.join(TEMPLAT)}."
        raise KinerjaError(message)
    target = ruang.templat / TEMPLAT[nama]
    if target.exists():
        message = (
            f"{ruang.relative(target)} sudah ada dan tidak ditimpa. Ganti namanya lebih dahulu "
            "bila memerlukan salinan baru."
        )
        raise KinerjaError(message)
    write_whole(target, read_whole(_shipped(nama)))
    return target


def check_templat(ruang: Ruang, apa: str | None) -> list[HasilPeriksa]:
    """Return what is wrong with a template: of a name that in force, or a file.

    Without either: that of the LAKIP in force and every one of a paper that the office has changed.
    A file is of the kind whose name its own begins with, of the LAKIP where there is none.
    """
    if apa is None:
        own = (x for x in TEMPLAT if x == LAKIP or (ruang.templat / TEMPLAT[x]).is_file())
        return [_check(templat_in_force(ruang, x), x) for x in own]
    if apa in TEMPLAT:
        return [_check(templat_in_force(ruang, apa), apa)]
    path = Path(apa)
    return [_check(path, next((x for x in TEMPLAT if path.stem.startswith(x)), LAKIP))]


def _check(path: Path, nama: str) -> HasilPeriksa:
    ragam = ragam_of(nama)
    try:
        isi = read_templat(path)
    except TemplatAsingError as error:
        rusak = (Cacat("Berkas", "", error.sebab),)
        return HasilPeriksa(path, milik_kantor=True, cacat=rusak, tidak_dipakai=())
    with ProsesTemplat(f"Templat '{path.name}'", asing=not is_shipped(path)) as proses:
        cacat = proses.run(try_templat, isi, ragam)
        names = used_variables(read_whole(_shipped(nama)), ragam)
        unused = () if cacat else tuple(sorted(names - proses.run(used_variables, isi, ragam)))
    return HasilPeriksa(path, not is_shipped(path), cacat, unused)


def _shipped(nama: str) -> Path:
    return shipped(f"templates/{TEMPLAT[nama]}")
