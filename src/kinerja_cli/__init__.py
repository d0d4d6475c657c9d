"""Kinerja: pengumpulan data kinerja sampai draf LAKIP, langkah demi langkah menurut SOP."""

__version__ = "0.1.0"
