"""Sentences from figures: pure functions whose words follow what is printed beside them.

kata: single words and numbers; indikator: sentences on one indicator; sasaran: on one sasaran;
kantor: on the office as a whole.
"""
