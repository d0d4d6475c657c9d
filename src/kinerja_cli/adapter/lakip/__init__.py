"""The LAKIP as a Word draft: analysis and template in, the document and its blanks out.

tampilan: the analysis as ready texts · templat: fills the template · nomor, daftar: captions and
lists as fields · grafik: native charts · isian: what is left to write · kertas: the paper.
"""

from kinerja_cli.adapter.lakip.bangun import HasilLakip, build_lakip

__all__ = ["HasilLakip", "build_lakip"]
