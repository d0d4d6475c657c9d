"""The papers of the SOP's steps as Word documents.

tampilan: the variables of the templates · bangun: fills one · register: the register of the steps.
"""

from kinerja_cli.adapter.surat.bangun import Cetakan, HasilSurat, build_surat, ragam_surat

__all__ = ["Cetakan", "HasilSurat", "build_surat", "ragam_surat"]
