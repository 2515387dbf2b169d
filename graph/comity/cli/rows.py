"""Rows for programs: CSV and JSON on stdout, the same way for every command that has a page.

In: names of columns and rows, or values for JSON. Out: bytes on stdout. What does not belong here:
results of queries (`output`) and pages for readers (`pages`).
"""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def form_option(*forms: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add `--format`, with the forms that a command has; the first is the usual one."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="Form of the result.",
    )


def write_csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows as CSV, as `comity query` does."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows(rows)
    _write(buffer.getvalue())


def write_json(value: object) -> None:
    """Write a value as JSON, indented, with keys in the order given."""
    _write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _write(text: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
