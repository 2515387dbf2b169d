"""Options that the studies of networks share, and their progress.

In: nothing. Out: click decorators, and what tells how far a study is. What does not belong here:
what a command does with them.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from comity.cli.network_options import LEVELS
from comity.cli.options import known_by_option

if TYPE_CHECKING:
    from collections.abc import Callable


def study_options(*, seeds: int, nulls: bool = True) -> Callable[[Callable[..., Any]], Any]:
    """Add `--width`, `--seeds`, `--nulls`, `--seed`, `--level` and `--known-by`.

    Args:
        seeds: The usual number of seeds.
        nulls: Whether the command makes null graphs.
    """
    options: list[Callable[[Callable[..., Any]], Any]] = [
        click.option(
            "--width",
            type=click.IntRange(1, 100),
            default=1,
            show_default=True,
            metavar="N",
            help="Take N years together, up to each year.",
        ),
        click.option(
            "--seeds",
            type=click.IntRange(1, 10_000),
            default=seeds,
            show_default=True,
            metavar="N",
            help="How often groups are found.",
        ),
        click.option(
            "--seed",
            type=click.IntRange(0),
            default=0,
            show_default=True,
            metavar="N",
            help="The first seed; the same gives the same.",
        ),
        click.option(
            "--level",
            type=click.Choice(LEVELS),
            default="nation",
            show_default=True,
            help="Who is a node.",
        ),
        known_by_option(),
    ]
    if nulls:
        options.insert(
            2,
            click.option(
                "--nulls",
                type=click.IntRange(0, 10_000),
                default=200,
                show_default=True,
                metavar="N",
                help="How many null graphs a year.",
            ),
        )

    def decorate(function: Callable[..., Any]) -> Any:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def progress(what: str) -> Callable[[int], None]:
    """Return what tells on stderr which year is done: on one line, and on a terminal only."""

    def tell(year: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{what}: {year}", nl=False, err=True)

    return tell


def end_progress() -> None:
    """End the line of progress."""
    if sys.stderr.isatty():
        click.echo("\r" + " " * 40 + "\r", nl=False, err=True)
