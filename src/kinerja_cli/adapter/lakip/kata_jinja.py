"""What Jinja finds wrong with a tag, said in Indonesian; and the engine that renders for people."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import cache, lru_cache
from typing import Any

from jinja2 import (
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

GALAT_JINJA = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What a template written by a person may raise while it is compiled or rendered."""

_TIDAK_DIKENAL = re.compile(r"'([^']+)' is undefined$|has no (?:attribute|element) '?([^']+?)'?$")
_PESAN = (
    (r"Encountered unknown tag '(.+?)'.*", "perintah '{0}' tidak dikenal"),
    (
        r"Unexpected end of template.*that needs to be closed is '(.+?)'.*",
        "'{0}' tidak ditutup dengan 'end{0}'",
    ),
    (r"No filter named '(.+?)'.*", "saringan '{0}' tidak dikenal"),
    (r"No test named '(.+?)'.*", "pemeriksaan '{0}' tidak dikenal"),
    (r"expected token '.+?', got '(.+?)'", "penulisan keliru di dekat '{0}'"),
    (r"unexpected '(.+?)'", "tanda '{0}' tidak pada tempatnya"),
    (r"unexpected char '(.+?)' at.*", "tanda '{0}' tidak pada tempatnya"),
)


class _Lingkungan(ImmutableSandboxedEnvironment):
    """Compiles a text once: the report fills its template twice, a paper for each unit."""

    def __init__(self, finalize: Callable[[object], object] | None) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=finalize)
        self._once = lru_cache(maxsize=64)(super().from_string)

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as the library calls it
        template_class: type[Template] | None = None,
    ) -> Template:
        return self._once(source, globals, template_class)  # type: ignore[arg-type] # hashable


@cache
def make_lingkungan(
    *, finalize: Callable[[object], object] | None = None
) -> ImmutableSandboxedEnvironment:
    """Return the engine in which a template can neither harm nor silently print nothing."""
    return _Lingkungan(finalize)


def explain_jinja(error: Exception) -> str:
    """Say in one clause what is wrong, in small letters and without a full stop."""
    pesan = " ".join(str(getattr(error, "message", None) or error).split())
    if isinstance(error, UndefinedError):
        match = _TIDAK_DIKENAL.search(pesan)
        return f"variabel '{match[1] or match[2]}' tidak dikenal" if match else "variabel kosong"
    if isinstance(error, SecurityError):
        return "perintah itu tidak diizinkan"
    for pola, indonesia in _PESAN:
        found = re.fullmatch(pola, pesan, re.DOTALL)
        if found:
            return indonesia.format(*found.groups())
    if isinstance(error, TemplateSyntaxError):
        return "penulisan perintah keliru"
    return "perintah itu tidak dapat dijalankan"
