"""The analysis as one page for a browser: no network, no library, readable without script.

tampilan: the analysis as ready texts · gambar: where the lines of pictures go · warna: colours
that can be read on paper-white and on dark · bangun: fills templates/dasbor.html.j2.
"""

from kinerja_cli.adapter.dasbor_html.bangun import build_dasbor

__all__ = ["build_dasbor"]
