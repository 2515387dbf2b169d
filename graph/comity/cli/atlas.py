"""`comity atlas`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from comity.cli.options import moment_options, place_options
from comity.cli.waiting import tell_wait
from comity.knowledge import load
from comity.views.atlas.page import expect_front_end

if TYPE_CHECKING:
    from pathlib import Path

    from comity.rdf.dates import Moment


@click.command()
@moment_options
@click.option(
    "-o",
    "--out",
    metavar="F.html",
    default="atlas.html",
    show_default=True,
    help="File to write; - is stdout.",
)
@click.option(
    "--full/--light",
    default=False,
    help="With the whole record and a SPARQL engine inside, or without (as it is by default).",
)
@place_options
def atlas(moment: Moment, out: str, place: str | Path | None, *, full: bool) -> None:
    """Write the whole graph as one interactive page.

    The page opens in any browser without a network: everything with its claims and sources, a
    slider of time, filters, paths, comparison and exports. Persons, satellites and votes are left
    out; crews and satellites are summed to pairs. A full page answers SPARQL queries from the whole
    record, these included.

    \b
      comity atlas -o atlas.html
      comity atlas --full -o full.html
      comity atlas --known-by 2024-12-31 -o then.html
    """
    graph = load(place).at(moment)
    expect_front_end(full=full)
    tell_wait("placing everything in the picture")
    page = graph.atlas(full=full)
    if out == "-":
        sys.stdout.write(page.page)
        return
    path = page.save(out)
    size = path.stat().st_size
    click.echo(f"{path}  ({size / 1_000_000:.1f} MB; open it in a browser)", err=True)
