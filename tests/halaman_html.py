"""HTML as a tree that tests can ask: what a reader finds where, and what leads outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

TANPA_PENUTUP = frozenset({"meta", "input", "br", "img", "link"})


@dataclass(eq=False)
class Unsur:
    """One element of a page."""

    nama: str
    sifat: dict[str, str]
    isi: list[Unsur | str] = field(default_factory=list)

    def all(self, nama: str = "", **sifat: str) -> Iterator[Unsur]:
        """Yield this element and those in it, by name and attributes; a class may be one of many.

        Attributes are given with an underscore for a hyphen, `kelas` for class.
        """
        if nama in ("", self.nama) and all(self._has(k, v) for k, v in sifat.items()):
            yield self
        for satu in self.isi:
            if isinstance(satu, Unsur):
                yield from satu.all(nama, **sifat)

    def one(self, nama: str = "", **sifat: str) -> Unsur:
        """Return the first of them."""
        return next(self.all(nama, **sifat))

    def _has(self, nama: str, nilai: str) -> bool:
        if nama == "kelas":
            return nilai in self.sifat.get("class", "").split()
        return self.sifat.get(nama.replace("_", "-")) == nilai

    @property
    def teks(self) -> str:
        """Return what a reader sees of it, white space folded."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for satu in self.isi:
            yield from satu._texts() if isinstance(satu, Unsur) else [satu]
        if self.nama not in {"text", "span", "strong", "a"}:
            yield " "


class Pembaca(HTMLParser):
    """Reads a page into elements; a tag closed out of order is an error."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        super().__init__()
        self.akar = Unsur("", {})
        self.terbuka = [self.akar]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        assert len(dict(attrs)) == len(attrs), f"sifat berulang pada {tag}"
        unsur = Unsur(tag, {k: v or "" for k, v in attrs})
        self.terbuka[-1].isi.append(unsur)
        if tag not in TANPA_PENUTUP:
            self.terbuka.append(unsur)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in TANPA_PENUTUP:
            self.terbuka.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.terbuka.pop().nama == tag, f"</{tag}> tidak pada tempatnya"

    def handle_data(self, data: str) -> None:
        """Take a text."""
        self.terbuka[-1].isi.append(data)


def read(html: str) -> Unsur:
    """Return a page as elements, all of them closed."""
    pembaca = Pembaca()
    pembaca.feed(html)
    pembaca.close()
    assert pembaca.terbuka == [pembaca.akar]
    return pembaca.akar
