"""Writes the plan's workbook, empty or with rows."""

from kinerja_cli.adapter.rencana_xlsx.bangun import build_rencana_xlsx

__all__ = ["build_rencana_xlsx"]
