"""Puts Word comments into a copy of a document: the rest stays as it is, byte for byte."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from xml.parsers import expat
from xml.sax.saxutils import escape

from kinerja_cli.adapter.baca_docx import NaskahTakTerbacaError, document_part, explain
from kinerja_cli.adapter.buku_xlsx.paket import Paket
from kinerja_cli.adapter.buku_xlsx.xml import Atribut, local_name, read_elements
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca
from kinerja_cli.adapter.letak_xml import LetakUnsur, find_elements, splice

PENULIS = "kinerja koreksi"
INISIAL = "KK"
BAGIAN_BARU = "word/comments.xml"
MAKS_BYTE = 512 * 1024 * 1024
"""A copy unpacks every part, pictures too; more than this is a bomb."""

_KETAT = "http://purl.oclc.org/ooxml"
_LONGGAR = "http://schemas.openxmlformats.org"
_JENIS_ISI = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RUJUKAN = ("commentRangeStart", "commentRangeEnd", "commentReference")
_RUSAK = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
)
"""What reading parts raises that nobody looked into before: pictures, other people's comments."""
_ID = re.compile(r"\d{1,9}")
_KENDALI = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


@dataclass(frozen=True, slots=True)
class Komentar:
    """A comment at the paragraph of that number: lines of plain text."""

    nomor: int
    baris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Bagian:
    """The parts of a document that comments touch, by their names in the zip."""

    utama: str
    komentar: str
    relasi: str
    isi: Mapping[str, bytes]


def add_comments(isi: bytes, berkas: str, komentar: Sequence[Komentar], dibuat: datetime) -> bytes:
    """Return the document with these comments, those of an earlier run replaced.

    A comment whose paragraph is not in the body (heads of pages) goes to the first paragraph.
    Raises NaskahTakTerbacaError.
    """
    try:
        bagian = _read_parts(isi)
        return _repack(isi, _changed(bagian, komentar, dibuat))
    except BukuTakTerbaca as error:
        raise NaskahTakTerbacaError(berkas, explain(error)) from error
    except _RUSAK as error:
        raise NaskahTakTerbacaError(berkas, "rusak atau tidak utuh") from error
    except UnicodeError as error:
        raise NaskahTakTerbacaError(berkas, "isinya memakai enkode yang tidak lazim") from error


def _read_parts(isi: bytes) -> _Bagian:
    with Paket(isi) as paket:
        utama = document_part(paket)
        folder, _, nama = utama.rpartition("/")
        known = [x.tujuan for x in paket.relations(utama).values() if x.jenis == "comments"]
        present = [x for x in known if x.lower() in paket.names]
        rels = f"{folder}/_rels/{nama}.rels"
        wanted = [utama, "[Content_Types].xml", rels, *present[:1]]
        read = {x: paket.read(x) for x in wanted if x.lower() in paket.names}
    for one in read.values():
        if one.startswith(_UTF16):
            raise UnicodeError
    return _Bagian(utama, (present or [BAGIAN_BARU])[0], rels, read)


def _changed(
    bagian: _Bagian, komentar: Sequence[Komentar], dibuat: datetime
) -> Mapping[str, bytes]:
    """Return the parts that differ in the copy."""
    dokumen = bagian.isi[bagian.utama]
    strict = f"{_KETAT}/wordprocessingml/main".encode() in dokumen
    ns = f"{_KETAT}/wordprocessingml/main" if strict else f"{_LONGGAR}/wordprocessingml/2006/main"
    lama = bagian.isi.get(bagian.komentar, b"")
    kept, ours = _without_ours(lama)
    first = _next_id(kept)
    numbered = dict(enumerate(komentar, first))
    changed = {
        bagian.utama: _mark(_without(dokumen, ours), numbered, ns),
        bagian.komentar: _comments_part(kept, numbered, ns, dibuat),
    }
    return changed if lama else {**changed, **_registered(bagian, strict=strict)}


def _without_ours(komentar: bytes) -> tuple[bytes, frozenset[str]]:
    """Return the part without the comments of an earlier run, and their numbers."""
    if not komentar:
        return b"", frozenset()
    ours = [
        x
        for x in find_elements(komentar, {"comment"}).values()
        if _attribute(x.atribut, "author") == PENULIS
    ]
    kept = splice(komentar, [(x.mulai, x.habis, b"") for x in ours])
    return kept, frozenset(_attribute(x.atribut, "id") for x in ours)


def _without(dokumen: bytes, nomor: Collection[str]) -> bytes:
    """Return the main part without the marks of these comments."""
    if not nomor:
        return dokumen
    marks = find_elements(dokumen, _RUJUKAN).values()
    gone = [x for x in marks if _attribute(x.atribut, "id") in nomor]
    return splice(dokumen, [(x.mulai, x.habis, b"") for x in gone])


def _attribute(atribut: Atribut, nama: str) -> str:
    return next((teks for kunci, teks in atribut.items() if local_name(kunci) == nama), "")


def _next_id(komentar: bytes) -> int:
    """Return the first free number of a comment."""
    if not komentar:
        return 0
    ids = [_attribute(x.atribut, "id") for x in read_elements(komentar, frozenset({"comment"}))]
    return max((int(x) for x in ids if _ID.fullmatch(x)), default=-1) + 1


def _mark(dokumen: bytes, numbered: Mapping[int, Komentar], ns: str) -> bytes:
    """Return the main part with the range and the reference of each comment."""
    places = find_elements(dokumen, {"p"})
    groups: dict[int, list[int]] = defaultdict(list)
    for ke, one in numbered.items() if places else ():
        # Word has no comments inside text boxes: they go to the paragraph that holds the box.
        groups[places[one.nomor].luar if one.nomor in places else min(places)].append(ke)
    edits = [x for nomor, ids in groups.items() for x in _edits(places[nomor], ids, ns)]
    return splice(dokumen, edits)


def _edits(letak: LetakUnsur, ids: Sequence[int], ns: str) -> list[tuple[int, int, bytes]]:
    w = f'xmlns:w="{ns}"'
    before = "".join(f'<w:commentRangeStart {w} w:id="{x}"/>' for x in ids)
    after = "".join(
        f'<w:commentRangeEnd {w} w:id="{x}"/><w:r {w}><w:commentReference w:id="{x}"/></w:r>'
        for x in ids
    )
    if letak.tunggal:
        opened = f">{before}{after}</{letak.nama}>"
        return [(letak.habis - 2, letak.habis, opened.encode("ascii"))]
    if letak.awal == letak.akhir:
        return [(letak.akhir, letak.akhir, f"{before}{after}".encode("ascii"))]
    return [
        (letak.awal, letak.awal, before.encode("ascii")),
        (letak.akhir, letak.akhir, after.encode("ascii")),
    ]


def _comments_part(
    lama: bytes, numbered: Mapping[int, Komentar], ns: str, dibuat: datetime
) -> bytes:
    body = "".join(_comment(ke, x, ns, dibuat) for ke, x in numbered.items())
    plain = body.encode("ascii", "xmlcharrefreplace")
    if lama:
        return _before_end(lama, "comments", plain)
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return head + f'<w:comments xmlns:w="{ns}">'.encode() + plain + b"</w:comments>"


def _comment(ke: int, komentar: Komentar, ns: str, dibuat: datetime) -> str:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{_text(x)}</w:t></w:r></w:p>' for x in komentar.baris
    )
    return (
        f'<w:comment xmlns:w="{ns}" w:id="{ke}" w:author="{PENULIS}" w:initials="{INISIAL}" '
        f'w:date="{dibuat:%Y-%m-%dT%H:%M:%SZ}">{paragraphs}</w:comment>'
    )


def _text(teks: str) -> str:
    return escape(_KENDALI.sub("", teks))


def _registered(bagian: _Bagian, *, strict: bool) -> Mapping[str, bytes]:
    """Return content types and relations that know the new part."""
    base = f"{_KETAT}/officeDocument/relationships"
    usual = f"{_LONGGAR}/officeDocument/2006/relationships"
    jenis = f"{base if strict else usual}/comments"
    package = f"{_LONGGAR}/package/2006"
    types = (
        f'<Override xmlns="{package}/content-types" PartName="/{BAGIAN_BARU}" '
        f'ContentType="{_JENIS_ISI}"/>'
    )
    relation = (
        f'<Relationship xmlns="{package}/relationships" Id="rIdKomentarKoreksi" Type="{jenis}" '
        f'Target="/{BAGIAN_BARU}"/>'
    )
    empty = f'<Relationships xmlns="{package}/relationships"></Relationships>'.encode()
    known = bagian.isi.get("[Content_Types].xml", b"")
    if not known:
        raise zipfile.BadZipFile
    relations = bagian.isi.get(bagian.relasi, empty)
    return {
        "[Content_Types].xml": _before_end(known, "Types", types.encode()),
        bagian.relasi: _before_end(relations, "Relationships", relation.encode()),
    }


def _before_end(isi: bytes, akar: str, baru: bytes) -> bytes:
    """Return a part with something more as its last child."""
    root = find_elements(isi, {akar}).get(1)
    if root is None:
        raise zipfile.BadZipFile
    if root.tunggal:
        opened = b">" + baru + f"</{root.nama}>".encode()
        return splice(isi, [(root.habis - 2, root.habis, opened)])
    return splice(isi, [(root.akhir, root.akhir, baru)])


def _repack(isi: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the zip with these parts in the place of theirs, new ones at the end."""
    stream = BytesIO()
    rest = {x.lower(): y for x, y in changed.items()}
    left = MAKS_BYTE
    with zipfile.ZipFile(BytesIO(isi)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            body = rest.pop(info.filename.lower(), None)
            if body is None:
                with old.open(info) as part:
                    body = part.read(left + 1)
                left -= len(body)
            if left < 0:
                raise zipfile.BadZipFile
            copy = zipfile.ZipInfo(info.filename, info.date_time)
            new.writestr(copy, body, zipfile.ZIP_DEFLATED)
        for nama in changed:
            if nama.lower() in rest:
                new.writestr(zipfile.ZipInfo(nama), rest[nama.lower()], zipfile.ZIP_DEFLATED)
    return stream.getvalue()
