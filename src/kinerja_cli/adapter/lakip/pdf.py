"""A Word file as PDF, by the LibreOffice of this machine: its own profile, a time limit."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_cli.domain.galat import KinerjaError

PROGRAM = ("soffice", "libreoffice")
FOLDER_WINDOWS = ("ProgramFiles", "ProgramFiles(x86)")
BATAS_DETIK = 180.0
SARAN = "Di Word, draf juga dapat disimpan sebagai PDF."


class PdfError(KinerjaError):
    """No PDF could be made; the Word file is not touched by that."""

    def __init__(self, sebab: str) -> None:
        """Say why."""
        super().__init__(f"PDF tidak dapat dibuat: {sebab}. {SARAN}")


def convert_pdf(docx: bytes) -> bytes:
    """Return the pages of a .docx as PDF; raises PdfError."""
    program = find_libreoffice()
    if program is None:
        message = "LibreOffice tidak ditemukan di komputer ini"
        raise PdfError(message)
    with TemporaryDirectory(prefix="kinerja-", ignore_cleanup_errors=True) as nama:
        folder = Path(nama)
        (folder / "draf.docx").write_bytes(docx)
        _run(program, folder)
        try:
            isi = (folder / "draf.pdf").read_bytes()
        except FileNotFoundError:
            isi = b""
    if not isi.startswith(b"%PDF-"):  # LibreOffice may fail and still report success
        message = "LibreOffice tidak menghasilkan berkas"
        raise PdfError(message)
    return isi


def find_libreoffice() -> Path | None:
    """Return the path of LibreOffice, or None where there is none."""
    for nama in PROGRAM:
        if found := shutil.which(nama):
            return Path(found)
    places = (
        Path(akar) / "LibreOffice" / "program" / "soffice.exe"
        for kunci in FOLDER_WINDOWS
        if (akar := os.environ.get(kunci))
    )
    return next((x for x in places if x.is_file()), None)


def _run(program: Path, folder: Path) -> None:
    """Convert in a profile of its own: an open LibreOffice of the person's is left alone."""
    profil = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    argv = (profil, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder))
    try:
        subprocess.run(  # noqa: S603 - the arguments are ours, the program is the one found
            [str(program), *argv, str(folder / "draf.docx")],
            check=True,
            timeout=BATAS_DETIK,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired as error:
        message = f"LibreOffice tidak selesai dalam {BATAS_DETIK:.0f} detik"
        raise PdfError(message) from error
    except (OSError, subprocess.CalledProcessError) as error:
        message = "LibreOffice gagal dijalankan"
        raise PdfError(message) from error
