"""Options of commands that look at a network, and writing of frames.

In: nothing, or a DataFrame. Out: click decorators, or bytes. What does not belong here: what a
command does.
"""

from __future__ import annotations

import functools
import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from comity.cli.options import moment_options
from comity.errors import MissingPart
from comity.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from comity.knowledge.networks import How
    from comity.rdf.dates import Moment

LEVELS: Final = ("nation", "agency", "actor")
FRAME_FORMS: Final = ("csv", "json", "parquet")
_SUFFIXES: Final = {".csv": "csv", ".json": "json", ".parquet": "parquet"}
_YEARS: Final = re.compile(r"(\d{4})[-/](\d{4})")


class YearsType(click.ParamType[tuple[int, int]]):
    """The first and last of some years, written 2015-2024."""

    name = "years"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return the years that a text states, or fail as a usage error."""
        if isinstance(value, tuple):
            return value
        match = _YEARS.fullmatch(str(value))
        if match is None or match[2] < match[1]:
            self.fail(f"{value!r} is not a span of years (2015-2024)", param, ctx)
        return int(match[1]), int(match[2])


def network_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the time of a network and how it is read; the command gets `moment` and `how`."""

    @moment_options
    @click.option("--year", type=click.IntRange(1, 9000), help="Show what held in this year.")
    @click.option(
        "--window", type=YearsType(), metavar="A-B", help="Show what held in these years."
    )
    @click.option(
        "--level",
        type=click.Choice(LEVELS),
        default=LEVELS[0],
        show_default=True,
        help="Who is a node: nations, for which their agencies count; all as recorded; or both.",
    )
    @click.option(
        "--seats",
        type=click.Choice(["kept", "joined"]),
        default="kept",
        show_default=True,
        help="Whether a state and the one that continues it are two nodes or one.",
    )
    @click.option(
        "--members",
        is_flag=True,
        help="Let the members of intergovernmental bodies (ESA, the EU) stand for them.",
    )
    @click.option(
        "--memory",
        type=click.IntRange(1, 1000),
        metavar="YEARS",
        help="For how many years what happened on a day counts; 5 unless given.",
    )
    @functools.wraps(function)
    def command(
        *args: Any,
        moment: Moment,
        year: int | None,
        window: tuple[int, int] | None,
        **others: Any,
    ) -> Any:
        if sum(each is not None for each in (moment.as_of, year, window)) > 1:
            raise click.UsageError("choose one of --as-of, --year and --window")
        how: How = {"year": year, "window": window}
        how["level"], how["seats"] = others.pop("level"), others.pop("seats")
        how["members"], how["memory"] = others.pop("members"), others.pop("memory")
        return function(*args, moment=moment, how=how, **others)

    return command


def form_of(form: str | None, out: str, usual: str) -> str:
    """Return the form that is asked for, that the file's ending says, or the usual one."""
    return form or _SUFFIXES.get(Path(out).suffix.lower()) or usual


def frame_bytes(frame: pd.DataFrame, form: str) -> bytes:
    """Return a DataFrame as CSV with LF, JSON records or Parquet; the same bytes for the same.

    Raises:
        MissingPart: Parquet was asked for, and pyarrow is not installed.
    """
    if form == "csv":
        return frame.to_csv(index=False, lineterminator="\n").encode("utf-8")
    if form == "json":
        text = frame.to_json(orient="records", force_ascii=False, indent=2, double_precision=15)
        return f"{text}\n".encode()
    buffer = io.BytesIO()
    try:
        frame.to_parquet(buffer, index=False)
    except ImportError as problem:
        raise MissingPart("the format parquet", "comity[parquet]") from problem
    return buffer.getvalue()


def write_bytes(out: str, content: bytes) -> None:
    """Write to a file, or to stdout for `-`.

    Raises:
        WriteFailed: The file could not be written.
    """
    if out == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write_atomically(Path(out), content)
