"""The emblem of the region on the cover: a PNG or JPG of the office's, checked before use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from re import Match
from struct import error as StructError  # noqa: N812 - its own name says nothing

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image
from docx.oxml import OxmlElement
from docx.shared import Length, Mm

from kinerja_cli.adapter.lakip.kata_word import Unsur, replace_text
from kinerja_cli.adapter.lakip.naskah import Naskah
from kinerja_cli.adapter.lakip.penanda import Penanda, mark, pattern
from kinerja_cli.domain.galat import KinerjaError

TINGGI = Mm(30)
LEBAR_TERBESAR = Mm(60)
UKURAN_TERBESAR = 5_000_000
"""Bytes: a larger picture makes a draft that no mail carries."""

PIKSEL_TERBANYAK = 50_000_000
"""Whoever opens the draft unpacks them all, four bytes each."""

KOSONG = "[ISI: letakkan lambang daerah di sini]"
URAIAN = "Lambang daerah"
AWALAN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
RUSAK = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    StructError,
    KeyError,
    ValueError,
    ZeroDivisionError,
)
"""What the library may raise for a picture that is cut off or damaged."""


class LambangRusakError(KinerjaError):
    """The picture cannot be used."""

    def __init__(self, nama: str, sebab: str) -> None:
        """Say which file and what to do."""
        super().__init__(
            f"Lambang '{nama}' {sebab}. Ganti gambarnya, atau kosongkan kunci lambang di "
            "kinerja.toml."
        )


@dataclass(frozen=True, slots=True)
class Lambang:
    """A picture that was checked, and its size on the page in EMU."""

    isi: bytes
    lebar: int
    tinggi: int


def read_lambang(nama: str, isi: bytes) -> Lambang:
    """Return the emblem ready to be placed; raises LambangRusakError."""
    if not isi.startswith(AWALAN):
        raise LambangRusakError(nama, "bukan gambar PNG atau JPG")
    if len(isi) > UKURAN_TERBESAR:
        raise LambangRusakError(nama, "lebih besar dari 5 MB")
    try:
        image = Image.from_blob(isi)
        _refuse_huge(nama, image)
        ratio = image.px_width / image.px_height
        tinggi = min(TINGGI, round(LEBAR_TERBESAR / ratio))
    except RUSAK as error:
        raise LambangRusakError(nama, "rusak atau tidak utuh") from error
    return Lambang(isi, round(tinggi * ratio), tinggi)


def _refuse_huge(nama: str, image: Image) -> None:
    if image.px_width * image.px_height > PIKSEL_TERBANYAK:
        raise LambangRusakError(nama, f"lebih dari {PIKSEL_TERBANYAK // 1_000_000} juta piksel")


def mark_lambang(lambang: Lambang | None) -> str:
    """Return what the template prints: the mark, or a visible blank without an emblem."""
    return mark(Penanda.LAMBANG, "kantor") if lambang else KOSONG


def place_lambang(naskah: Naskah, lambang: Lambang | None) -> None:
    """Put the emblem where its mark stands."""
    if lambang is None:
        return

    def build(_: Match[str], __: Unsur | None) -> Sequence[Unsur]:
        inline = naskah.dokumen.part.new_pic_inline(
            BytesIO(lambang.isi), Length(lambang.lebar), Length(lambang.tinggi)
        )
        inline.docPr.set("descr", URAIAN)
        run, drawing = OxmlElement("w:r"), OxmlElement("w:drawing")
        drawing.append(inline)
        run.append(drawing)
        return [run]

    for paragraph in naskah.paragraf:
        replace_text(paragraph, pattern(Penanda.LAMBANG), build)
