"""Curated tables: from CSV files to typed, checked rows, and back to canonical bytes.

In: a folder of CSV files. Out: `Tables`, or one error that lists every fault with file, line,
column and value. What does not belong here: RDF statements and verdicts.
"""

from comity.tables.catalogue import Tables, read_tables
from comity.tables.formatting import format_tables, unformatted_tables

__all__ = ["Tables", "format_tables", "read_tables", "unformatted_tables"]
