"""`comity view`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from comity.cli.options import moment_options, place_options
from comity.knowledge import VIEW_LIMIT, load
from comity.views.neighbourhood import LIMIT

if TYPE_CHECKING:
    from pathlib import Path

    from comity.rdf.dates import Moment


@click.command()
@click.argument("things", nargs=-1, required=True, metavar="ENTITY...")
@click.option(
    "--depth",
    type=click.IntRange(0, 4),
    default=1,
    show_default=True,
    help="How many ties away a thing may be.",
)
@click.option(
    "--limit",
    type=click.IntRange(1, LIMIT),
    default=VIEW_LIMIT,
    show_default=True,
    help="How many things are drawn at most, the nearest first.",
)
@moment_options
@click.option("-o", "--out", metavar="F.html", help="File to write; - is stdout.")
@place_options
def view(
    things: tuple[str, ...],
    depth: int,
    limit: int,
    moment: Moment,
    out: str | None,
    place: str | Path | None,
) -> None:
    """Write an interactive page of what surrounds a thing.

    \b
      comity view mission/change-6 --depth 2 -o change-6.html
    """
    page = load(place).at(moment).view(*things, depth=depth, limit=limit)
    if out == "-":
        sys.stdout.write(page.page)
        return
    path = page.save(out or f"{things[0].partition('/')[2]}.html")
    click.echo(f"{path}  (open it in a browser)", err=True)
