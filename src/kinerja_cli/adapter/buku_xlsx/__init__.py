"""Reads .xlsx workbooks truthfully: zip and expat, nothing between the file and its cells.

buku (the whole) → paket (the zip and its limits) → xml → lembar → sel, with gaya (number formats)
and teks (strings) beside them.
"""

from kinerja_cli.adapter.buku_xlsx.buku import read_buku

__all__ = ["read_buku"]
