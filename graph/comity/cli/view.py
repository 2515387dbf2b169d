"""`comity view`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from comity.cli.options import as_of_option, known_by_option, snapshot_option
from comity.knowledge import VIEW_LIMIT, load
from comity.views.neighbourhood import LIMIT

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


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
@as_of_option
@known_by_option
@click.option("-o", "--out", metavar="F.html", help="File to write; - is stdout.")
@snapshot_option
def view(
    things: tuple[str, ...],
    depth: int,
    limit: int,
    as_of: date | None,
    known_by: date | None,
    out: str | None,
    snapshot: Path | None,
) -> None:
    """Write an interactive page of what surrounds a thing.

    \b
      comity view mission/change-6 --depth 2 -o change-6.html
    """
    page = load(snapshot, known_by=known_by).view(*things, depth=depth, as_of=as_of, limit=limit)
    if out == "-":
        sys.stdout.write(page.page)
        return
    path = page.save(out or f"{things[0].partition('/')[2]}.html")
    click.echo(f"{path}  (open it in a browser)", err=True)
