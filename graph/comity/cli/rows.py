"""Rows for programs: CSV and JSON, the same way for every command that has a page.

In: names of columns and rows, values for JSON, or bytes. Out: bytes on stdout or in a file. What
does not belong here: results of queries (`output`), DataFrames (`frames`) and pages for readers
(`pages`).
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.errors import ExportOptions
from comity.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


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


def form_named(form: str | None, out: str, endings: Mapping[str, str]) -> str | None:
    """Return the form that is asked for or that a file's ending names; None if neither is given.

    >>> form_named(None, "signatories.csv", {".csv": "csv"})
    'csv'

    Raises:
        ExportOptions: The ending names no form, or a table for readers was to go into a file.
    """
    suffix = Path(out).suffix.lower() if out != "-" else ""
    choice = f"--format {'|'.join(dict.fromkeys(endings.values()))}"
    if form == "table" and out != "-":
        raise ExportOptions(f"a table is for the terminal, not for the file {out!r}", choice)
    if form is None and suffix and suffix not in endings:
        raise ExportOptions(f"the ending of {out!r} names no format", choice)
    return form or endings.get(suffix)


def write_csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows as CSV, as `comity query` does."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows(rows)
    write_bytes("-", buffer.getvalue().encode("utf-8"))


def write_json(value: object, out: str = "-") -> None:
    """Write a value as JSON, indented, with keys in the order given; errors as `write_bytes`."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    write_bytes(out, text.encode("utf-8"))


def write_bytes(out: str, content: bytes) -> None:
    """Write to a file, or to stdout for `-`.

    Raises:
        WriteFailed: The file could not be written; one that was there before is unchanged.
    """
    if out != "-":
        write_atomically(Path(out), content)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
