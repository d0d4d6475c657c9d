"""Types into a workbook through a running LibreOffice, then saves it; run by Debian's own Python.

    python3 ketik_uno.py PIPA ASAL TUJUAN SARINGAN KETIKAN.json
    python3 ketik_uno.py PIPA

With the pipe alone that LibreOffice is asked to end.

Only Debian's interpreter has the bridge to LibreOffice, so this file imports nothing of ours.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

uno: Any = importlib.import_module("uno")  # ships no types, and no other interpreter has it

MENUNGGU_DETIK = 60


def connect(pipa: str) -> Any:  # noqa: ANN401 - whatever UNO returns
    """Return the desktop of the LibreOffice that listens on a pipe, once it is there."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    until = time.monotonic() + MENUNGGU_DETIK
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipa};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def setting(nama: str, nilai: object) -> Any:  # noqa: ANN401 - a UNO struct
    """Return one named option of a UNO call."""
    hasil = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    hasil.Name, hasil.Value = nama, nilai
    return hasil


def row_of(lembar: Any, kolom: int, kode: str) -> int:  # noqa: ANN401 - a UNO object
    """Return the row (from 0) whose hidden code is this."""
    cursor = lembar.createCursor()
    cursor.gotoEndOfUsedArea(False)  # noqa: FBT003 - UNO takes no names
    rows = range(cursor.RangeAddress.EndRow + 1)
    return next(x for x in rows if lembar.getCellByPosition(kolom, x).String == kode)


def type_in(buku: Any, ketikan: dict[str, Any]) -> None:  # noqa: ANN401 - a UNO object
    """Type one value as a person does: keys are interpreted, numbers and texts are not.

    A locked cell refuses a person's keys but not a script's: here it refuses both.
    """
    lembar = buku.Sheets.getByName(ketikan["lembar"])
    baris = row_of(lembar, ketikan["kolom_kode"] - 1, ketikan["kode"])
    sel = lembar.getCellByPosition(ketikan["kolom"] - 1, baris)
    if lembar.isProtected() and sel.CellProtection.IsLocked:
        sys.exit(f"sel {sel.AbsoluteName} terkunci")
    if ketikan["rumus"]:
        sel.Formula = f"={ketikan['rumus']}"
    elif ketikan["tombol"]:
        sel.FormulaLocal = ketikan["tombol"]
    elif isinstance(ketikan["nilai"], str):
        sel.String = ketikan["nilai"]
    else:
        sel.Value = float(ketikan["nilai"])


def main(pipa: str, asal: str, tujuan: str, saringan: str, ketikan: str) -> None:
    """Open, type, save under another name, close."""
    desktop = connect(pipa)
    hidden = setting("Hidden", nilai=True)
    buku = desktop.loadComponentFromURL(Path(asal).as_uri(), "_blank", 0, (hidden,))
    try:
        for satu in json.loads(Path(ketikan).read_text(encoding="utf-8")):
            type_in(buku, satu)
        buku.storeToURL(Path(tujuan).as_uri(), (setting("FilterName", saringan),))
    finally:
        buku.close(True)  # noqa: FBT003 - UNO takes no names


def end(pipa: str) -> None:
    """Ask a LibreOffice to end, which takes its pipe away with it."""
    connect(pipa).terminate()


if __name__ == "__main__":
    (main if sys.argv[2:] else end)(*sys.argv[1:])
