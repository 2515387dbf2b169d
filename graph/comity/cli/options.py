"""Options that several commands share, so that the same word means the same everywhere.

In: nothing. Out: click decorators and parameter types. What does not belong here: what a command
does with them.
"""

from __future__ import annotations

import functools
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.errors import BadAddress, BadDate
from comity.rdf.dates import Moment, parse_day
from comity.store.connection import checked_address

if TYPE_CHECKING:
    from collections.abc import Callable


class DayType(click.ParamType[date]):
    """A day, written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that a text states, or fail as a usage error."""
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value))
        except BadDate:
            self.fail(f"{value!r} is not a day (YYYY-MM-DD)", param, ctx)


def known_by_option(more: str = "") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option `--known-by`; `more` is what it leaves out besides."""
    return click.option(
        "--known-by",
        type=DayType(),
        metavar="DAY",
        help=f"Leave out what was not yet public on this day (YYYY-MM-DD){more}.",
    )


def moment_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--as-of`, `--known-by` and `--certain`; the command gets them as one `moment`."""

    @click.option(
        "--as-of",
        type=DayType(),
        metavar="DAY",
        help="Show what held on this day (YYYY-MM-DD).",
    )
    @known_by_option()
    @click.option(
        "--certain",
        is_flag=True,
        help="With --as-of: only what certainly held, not all that may have.",
    )
    @functools.wraps(function)
    def command(
        *args: Any, as_of: date | None, known_by: date | None, certain: bool, **others: Any
    ) -> Any:
        if certain and as_of is None:
            raise click.UsageError("--certain needs --as-of DAY")
        return function(*args, moment=Moment(as_of, known_by, certain), **others)

    return command


def in_words(moment: Moment) -> str:
    """Return from where the record is looked at, or nothing for all that is known of all times.

    >>> in_words(Moment(as_of=date(2024, 6, 25)))
    'as of 2024-06-25'
    """
    certain = ", only what certainly held" if moment.certain else ""
    parts = (
        f"as of {moment.as_of}{certain}" if moment.as_of else "",
        f"known by {moment.known_by}" if moment.known_by else "",
    )
    return "; ".join(part for part in parts if part)


def snapshot_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--snapshot`."""
    return click.option(
        "--snapshot",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help="Folder of the snapshot, if not the one of the package.",
    )(function)


class StoreType(click.ParamType[str]):
    """The address of a store that answers SPARQL."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address, or fail as a usage error."""
        text = str(value)
        try:
            return checked_address(text)
        except BadAddress as problem:
            self.fail(str(problem), param, ctx)


class ServiceType(StoreType):
    """The address of a SPARQL endpoint that SERVICE may ask."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address, or fail as a usage error."""
        if "@" in str(value).partition("://")[2].partition("/")[0]:
            words = "user and password cannot be in the address; SERVICE asks without them"
            self.fail(words, param, ctx)
        return super().convert(value, param, ctx)


def store_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--store`."""
    return click.option(
        "--store",
        type=StoreType(),
        envvar="COMITY_STORE",
        metavar="URL",
        help="Ask a store elsewhere, by its SPARQL address; also COMITY_STORE.",
    )(function)


def allow_service_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--allow-service`; the command gets the addresses as `allow_service`."""
    return click.option(
        "--allow-service",
        type=ServiceType(),
        multiple=True,
        metavar="URL",
        help="Let SERVICE in a query ask the SPARQL endpoint at this address; may be given again.",
    )(function)


def place_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--snapshot` and `--store`; the command gets the one that is given as `place`."""

    @snapshot_option
    @store_option
    @functools.wraps(function)
    def command(*args: Any, snapshot: Path | None, store: str | None, **others: Any) -> Any:
        return function(*args, place=place_of(snapshot, store), **others)

    return command


def place_of(snapshot: Path | None, store: str | None) -> Path | str | None:
    """Return where the record is; a folder that is given comes before a store of COMITY_STORE.

    Raises:
        click.UsageError: Both were given in the command.
    """
    if snapshot and store:
        source = click.get_current_context().get_parameter_source("store")
        if source is click.core.ParameterSource.COMMANDLINE:
            raise click.UsageError("give either --snapshot or --store, not both")
        return snapshot
    return store or snapshot


def tables_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--tables`."""
    return click.option(
        "--tables",
        "tables_folder",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help="Folder of the tables, if not those of the package.",
    )(function)
