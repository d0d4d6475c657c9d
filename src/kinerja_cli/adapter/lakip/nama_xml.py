"""Names of Word's elements as the XML library wants them, each put together once."""

from functools import cache

from docx.oxml import ns

qn = cache(ns.qn)
"""Return the whole name of an element or attribute: "w:p" with its namespace."""
