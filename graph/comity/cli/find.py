"""`comity search` and `comity show`."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

import click

from comity.cli.exits import FINDINGS
from comity.cli.options import moment_options, snapshot_option
from comity.knowledge import load
from comity.rdf.namespaces import ENTITY_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from comity.analysis.ties import Tie
    from comity.knowledge import Profile
    from comity.rdf.dates import Moment


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT...")
@click.option(
    "--kind", type=click.Choice(ENTITY_KINDS), metavar="KIND", help="Only things of this kind."
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many.")
@snapshot_option
def search(words: tuple[str, ...], kind: str | None, limit: int, snapshot: Path | None) -> None:
    """Find the ids of things by their names; exits with 1 when nothing is found."""
    text = " ".join(words)
    found = load(snapshot).find(text, kind=kind, limit=limit)
    for match in found:
        also = f"  ({match.matched})" if match.matched else ""
        click.echo(f"{match.id:<40}  {match.label}{also}")
    if not found:
        click.echo(f"comity: nothing is called {text!r}", err=True)
        sys.exit(FINDINGS)


@click.command()
@click.argument("thing", metavar="ENTITY")
@moment_options
@snapshot_option
def show(thing: str, moment: Moment, snapshot: Path | None) -> None:
    """Show a thing and its ties, with their dates, and verdicts other than supported.

    \b
      comity show agency/cnsa --as-of 2024-06-25
    """
    for line in _page(load(snapshot).at(moment).profile(thing)):
        click.echo(line)


def _page(profile: Profile) -> Iterator[str]:
    node = profile.node
    yield click.style(node.label, bold=True) + f"  {node.id}"
    yield from (part for part in (_period(node.start, node.end), node.description) if part)
    ordered = sorted(profile.ties, key=lambda tie: (_heading(tie, node.id), tie.earliest or ""))
    for heading, ties in groupby(ordered, key=lambda tie: _heading(tie, node.id)):
        yield ""
        yield click.style(heading, bold=True)
        for tie in ties:
            yield f"  {_line(tie, profile)}"
    if profile.votes:
        yield ""
        yield f"and {profile.votes:,} votes on resolutions"


def _heading(tie: Tie, id_: str) -> str:
    return tie.phrase if tie.subject == id_ else f"… {tie.phrase} it"


def _line(tie: Tie, profile: Profile) -> str:
    other = tie.object if tie.subject == profile.node.id else tie.subject
    dates = _period(tie.start, tie.end)
    mark = "" if tie.verdict == "supported" else f"  [{tie.verdict}]"
    return f"{profile.labels[other]}  {other}" + (f"  {dates}" if dates else "") + mark


def _period(start: str | None, end: str | None) -> str:
    if start and end:
        return start if start == end else f"{start} – {end}"
    return f"since {start}" if start else f"until {end}" if end else ""
