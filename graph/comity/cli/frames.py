"""DataFrames for programs and files.

In: a DataFrame, a form and a place. Out: bytes, on stdout or in a file, and the options that choose
among them. What does not belong here: results of queries (`output`) and pages for readers
(`pages`).
"""

from __future__ import annotations

import functools
import io
import json
from typing import TYPE_CHECKING, Any, Final

import click

from comity.cli.rows import form_named, write_bytes
from comity.errors import MissingPart

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

FRAME_FORMS: Final = ("csv", "json", "parquet")
_SUFFIXES: Final = {f".{form}": form for form in FRAME_FORMS}


def frame_options(usual: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add `--format` and `-o`; the usual form is `table`, a page, or one of `FRAME_FORMS`.

    A file whose ending names no form is refused before the command works anything out.
    """
    forms = ("table", *FRAME_FORMS) if usual == "table" else FRAME_FORMS

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def command(*args: Any, form: str | None, out: str, **others: Any) -> Any:
            form_of(form, out, usual)
            return function(*args, form=form, out=out, **others)

        for option in (
            click.option(
                "-o", "--out", metavar="FILE", default="-", help="Write to a file, not to stdout."
            ),
            click.option(
                "--format",
                "form",
                type=click.Choice(forms),
                help=f"Form of the result, if not that of the file's ending; else {usual}.",
            ),
        ):
            command = option(command)
        return command

    return decorate


def form_of(form: str | None, out: str, usual: str) -> str:
    """Return the form that is asked for, that the file's ending says, or the usual one.

    Into a file without an ending goes CSV where a page would be shown.

    Raises:
        ExportOptions: The ending names no form, or a table for readers was to go into a file.
    """
    if usual == "table" and out != "-":
        usual = FRAME_FORMS[0]
    return form_named(form, out, _SUFFIXES) or usual


def write_frame(frame: pd.DataFrame, form: str, out: str) -> None:
    """Write a DataFrame to a file, or to stdout for `-`; the same bytes for the same.

    CSV has an empty cell for what is missing, and lists as texts with blanks between.

    Raises:
        MissingPart: Parquet was asked for, and pyarrow is not installed.
        WriteFailed: The file could not be written; one that was there before is unchanged.
    """
    if form == "csv":
        content = _csv(frame)
    elif form == "json":
        text = json.dumps(frame_records(frame), ensure_ascii=False, indent=2)
        content = f"{text}\n".encode()
    else:
        content = _parquet(frame)
    write_bytes(out, content)


def frame_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows as mappings by column, for JSON; None for what is missing."""
    names = [str(name) for name in frame.columns]
    rows = frame.astype(object).itertuples(index=False)
    return [dict(zip(names, map(_value, row), strict=True)) for row in rows]


def _csv(frame: pd.DataFrame) -> bytes:
    lists = [name for name in frame.columns if any(isinstance(x, list) for x in frame[name][:1])]
    flat = frame.assign(**{name: frame[name].map(" ".join) for name in lists})
    return flat.to_csv(index=False, lineterminator="\r\n").encode("utf-8")


def _parquet(frame: pd.DataFrame) -> bytes:
    buffer = io.BytesIO()
    try:
        frame.to_parquet(buffer, index=False)
    except ImportError as problem:
        raise MissingPart("the format parquet", "comity[parquet]") from problem
    return buffer.getvalue()


def _value(cell: Any) -> Any:
    if isinstance(cell, list):
        return cell
    import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

    if pd.isna(cell):
        return None
    if hasattr(cell, "isoformat"):
        return cell.isoformat()
    return cell.item() if hasattr(cell, "item") else cell
