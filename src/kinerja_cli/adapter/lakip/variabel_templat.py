"""Which variables a tag may name: known from the fields of the views, followed through loops."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import nodes

from kinerja_cli.adapter.lakip.penanda import PenandaLakip
from kinerja_cli.adapter.lakip.tampilan import TampilanLakip

LAIN: Any = object
"""A value of which nothing is known, and so nothing can be wrong."""


@cache
def types_of(kelas: type) -> Mapping[str, Any]:
    """Return what a view offers by name: its fields and its properties."""
    hints = get_type_hints(kelas)
    known = {x.name: hints[x.name] for x in fields(kelas)}
    for nama, sifat in vars(kelas).items():
        if isinstance(sifat, property):
            known[nama] = get_type_hints(sifat.fget)["return"]
    return known


def element_of(tipe: Any) -> Any:  # noqa: ANN401 - a type, whatever it is
    """Return the type of what a loop takes out of a list."""
    return get_args(tipe)[0] if get_origin(tipe) is tuple else LAIN


@dataclass(frozen=True, slots=True)
class RagamTemplat:
    """One kind of template: its name, what stands before its first heading, its variables."""

    sebutan: str
    pembuka: str
    kelas: tuple[type, ...]
    """The views whose fields and properties its tags may name."""

    @property
    def variabel(self) -> dict[str, Any]:
        """Return every variable with its type."""
        return {nama: tipe for kelas in self.kelas for nama, tipe in types_of(kelas).items()}


RAGAM_LAKIP = RagamTemplat("LAKIP", "Sampul", (TampilanLakip, PenandaLakip))


class Pelacak:
    """Follows expressions through the views and collects every name that nobody knows."""

    def __init__(self, lingkup: Mapping[str, Any]) -> None:
        """Keep the names that are known here, each with its type."""
        self._lingkup = lingkup
        self.masalah: list[str] = []

    def resolve(self, node: nodes.Node) -> Any:  # noqa: ANN401 - a type
        """Return the type of an expression."""
        if isinstance(node, nodes.Name):
            return self._name(node)
        if isinstance(node, nodes.Getattr):
            return self._attribute(self.resolve(node.node), node.attr)
        if isinstance(node, nodes.Getitem):
            return self._item(node)
        for child in node.iter_child_nodes():
            self.resolve(child)
        return LAIN

    def _name(self, node: nodes.Name) -> Any:  # noqa: ANN401 - a type
        if node.ctx == "load" and node.name not in self._lingkup:
            self.masalah.append(_unknown(node.name, self._lingkup))
        return self._lingkup.get(node.name, LAIN)

    def _attribute(self, tipe: Any, nama: str) -> Any:  # noqa: ANN401 - types
        if not (isinstance(tipe, type) and is_dataclass(tipe)):
            return LAIN
        known = types_of(tipe)
        if nama not in known:
            self.masalah.append(_unknown(nama, known))
        return known.get(nama, LAIN)

    def _item(self, node: nodes.Getitem) -> Any:  # noqa: ANN401 - a type
        tipe = self.resolve(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._attribute(tipe, node.arg.value)
        self.resolve(node.arg)
        return element_of(tipe)


def names_of(tree: nodes.Template, lingkup: Mapping[str, Any]) -> dict[str, Any]:
    """Return the names that an opening tag makes, with their types."""
    names: dict[str, Any] = {}
    for node in tree.body:
        if isinstance(node, nodes.For):
            names |= _bind(node.target, element_of(Pelacak(lingkup).resolve(node.iter)))
            names["loop"] = LAIN
        elif isinstance(node, nodes.Assign):
            names |= _bind(node.target, Pelacak(lingkup).resolve(node.node))
        elif isinstance(node, nodes.Macro):
            names |= {node.name: LAIN, **{x.name: LAIN for x in node.args}}
        elif isinstance(node, nodes.With):
            names |= {nama: LAIN for x in node.targets for nama in _bind(x, LAIN)}
    return names


def _bind(target: nodes.Node, tipe: Any) -> dict[str, Any]:  # noqa: ANN401 - a type
    if isinstance(target, nodes.Name):
        return {target.name: tipe}
    return {x.name: LAIN for x in target.find_all(nodes.Name)}


def _unknown(nama: str, dikenal: Mapping[str, Any]) -> str:
    near = difflib.get_close_matches(nama, sorted(dikenal), n=1)
    hint = f"; maksudnya '{near[0]}'?" if near else ""
    return f"variabel '{nama}' tidak dikenal{hint}"
