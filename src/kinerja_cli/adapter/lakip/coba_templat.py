"""Tries a template with made-up values: what only shows when it is filled shows here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, get_args, get_origin

from kinerja_cli.adapter.lakip.kata_jinja import explain_jinja
from kinerja_cli.adapter.lakip.periksa_templat import Cacat, check_templat
from kinerja_cli.adapter.lakip.templat import TemplatRusakError, render_templat
from kinerja_cli.adapter.lakip.variabel_templat import RagamTemplat, types_of
from kinerja_cli.domain.rencana import TRIBULAN

TEKS = "contoh"


def try_templat(templat: bytes, ragam: RagamTemplat) -> tuple[Cacat, ...]:
    """Return every fault of a template; one with right tags is filled twice, full and empty."""
    return check_templat(templat, ragam) or tuple(dict.fromkeys(_fill(templat, ragam)))


def _fill(templat: bytes, ragam: RagamTemplat) -> Iterator[Cacat]:
    for isi in (True, False):
        try:
            render_templat(templat, _sample(ragam.variabel, isi=isi), ragam)
        except TemplatRusakError as error:
            yield Cacat("Saat dicoba", "", explain_jinja(_cause(error)))


def _cause(error: TemplatRusakError) -> Exception:
    return error.__cause__ if isinstance(error.__cause__, Exception) else error


def _sample(tipe: Mapping[str, Any], *, isi: bool) -> dict[str, object]:
    return {nama: _value(x, isi=isi) for nama, x in tipe.items()}


def _value(tipe: Any, *, isi: bool) -> object:  # noqa: ANN401 - a type
    """Return a value of a type; lists hold one for each tribulan, or nothing."""
    if tipe is bool:
        return isi
    if get_origin(tipe) is tuple:
        return tuple(_value(get_args(tipe)[0], isi=isi) for _ in TRIBULAN if isi)
    if is_dataclass(tipe) and isinstance(tipe, type):
        stored = {x: y for x, y in types_of(tipe).items() if x in tipe.__dataclass_fields__}
        return tipe(**_sample(stored, isi=isi))
    return TEKS if isi else ""
