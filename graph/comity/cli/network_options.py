"""Options of commands that look at a network.

In: nothing. Out: click decorators and types. What does not belong here: what a command does.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, Final

import click

from comity.cli.options import moment_options

if TYPE_CHECKING:
    from collections.abc import Callable

    from comity.knowledge.readings import How
    from comity.rdf.dates import Moment

LEVELS: Final = ("nation", "agency", "actor")
_YEARS: Final = re.compile(r"(\d{4})(?:[-/](\d{4}))?")


class YearsType(click.ParamType[tuple[int, int]]):
    """A year or the first and last of some, written 2024 or 2015-2024."""

    name = "years"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return the first and the last year that a text states, or fail as a usage error."""
        if isinstance(value, tuple):
            return value
        found = _YEARS.fullmatch(str(value))
        first, last = (found[1], found[2] or found[1]) if found else ("1", "0")
        if int(last) < int(first):
            self.fail(f"{value!r} is not a year or years (2024 or 2015-2024)", param, ctx)
        return int(first), int(last)


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
