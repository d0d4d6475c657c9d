"""Writes the workbook that a unit fills in: one module per sheet."""

from kinerja_cli.adapter.format_unit.bangun import build_format

__all__ = ["build_format"]
