"""The LAKIP as a Word draft: analysis, template and the office's own texts in, the document out.

tampilan, baris: the analysis as ready texts · templat: fills the template · nomor, daftar:
captions and lists as fields · grafik: native charts · isian: what is left to write · kertas: the
paper · narasi_md, narasi_word: the office's own texts · lambang: the emblem · periksa_templat,
perintah_templat, blok_templat, variabel_templat, coba_templat: a template checked before it is
used · html, svg, pdf: the same document in other forms.
"""

from kinerja_cli.adapter.lakip.bangun import BahanLakip, HasilLakip, build_lakip
from kinerja_cli.adapter.lakip.templat import TemplatRusakError

__all__ = ["BahanLakip", "HasilLakip", "TemplatRusakError", "build_lakip"]
