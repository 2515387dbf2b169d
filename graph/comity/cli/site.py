"""`comity site`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.options import place_options
from comity.knowledge import load

if TYPE_CHECKING:
    from comity.site.making import AtlasKind


@click.command()
@click.option(
    "-o",
    "--out",
    metavar="DIR",
    required=True,
    help="Folder to write; another site there is replaced.",
)
@click.option(
    "--url",
    metavar="URL",
    default="",
    help="Address where it will stand, for sitemap.xml and the links of 404.html.",
)
@click.option(
    "--atlas",
    type=click.Choice(["light", "full", "none"]),
    default="light",
    show_default=True,
    help="Which atlas is among the pages; the full one answers SPARQL.",
)
@click.option(
    "--all-claims",
    is_flag=True,
    help="Pages for votes and claims about satellites too; they are many.",
)
@place_options
def site(
    *, out: str, url: str, atlas: AtlasKind, all_claims: bool, place: str | Path | None
) -> None:
    """Write the explorer as static files for any web host.

    Pages for every thing, its claims and sources, the claims board, map, matrix, stories, answers
    to the named queries, the atlas, and the whole record to download. It works from a disk too.
    What needs a server is left out: search, SPARQL, other days, comparison, pathways, studies.

    \b
      comity site -o site
      comity site -o site --url https://example.org/comity/
    """
    if url and not url.startswith(("https://", "http://")):
        raise click.UsageError("--url begins with https:// or http://")
    from comity.site import make_site  # noqa: PLC0415  (the service's pages are slow to import)

    begun = time.monotonic()
    made = make_site(
        load(place),
        Path(out),
        url=url,
        atlas=atlas,
        has_all_claims=all_claims,
        tell=_tell,
    )
    taken = time.monotonic() - begun
    click.echo(
        f"{made.folder}: {made.pages:,} pages, {made.size / 1_000_000:,.0f} MB, in {taken:.0f} s"
        f"{'' if url else '; no sitemap without --url'}",
        err=True,
    )


def _tell(done: int, known: int) -> None:
    on_screen = sys.stderr.isatty()
    words = f"{done:,} of {known:,} pages"
    click.echo(f"\r{words}" if on_screen else words, nl=not on_screen or done >= known, err=True)
