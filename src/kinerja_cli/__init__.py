"""Kinerja: pengumpulan data kinerja sampai draf LAKIP, langkah demi langkah menurut SOP."""

import gc

__version__ = "0.1.0"

gc.set_threshold(100_000)
"""Imports and workbooks make many objects that stay and hardly a cycle: at Python's own 700 the
search for cycles took a seventh of the time of `kinerja --help`."""
