"""Fills the page's template; texts from units stay texts, a forgotten name is an error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kinerja_cli.adapter.bawaan import shipped
from kinerja_cli.adapter.dasbor_html.tampilan import build_tampilan
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.temuan import Temuan

TEMPLAT = "dasbor.html.j2"


def build_dasbor(analisis: Analisis, temuan: Sequence[Temuan], dibuat: datetime) -> str:
    """Return the page of an analysis and of the findings that still stand, as HTML."""
    shown = build_tampilan(analisis, temuan, dibuat)
    konteks = {x.name: getattr(shown, x.name) for x in fields(shown)}
    return _make_lingkungan().get_template(TEMPLAT).render(konteks)


@cache  # keeps the compiled templates too
def _make_lingkungan() -> Environment:
    return Environment(
        loader=FileSystemLoader(shipped("templates")),
        autoescape=True,  # select_autoescape() would leave *.html.j2 as it is
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
