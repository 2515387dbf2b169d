"""`comity site`."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import click

from comity.cli.options import place_options
from comity.knowledge import load

if TYPE_CHECKING:
    from comity.site.making import AtlasKind, Step

_OFTEN, _SELDOM = 0.25, 10.0  # seconds between notes, on a terminal and in a log
_LINE: Final = 78
_FIRST: Final = 20  # no time is foretold for the first twentieth


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
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes make pages; as many as there are processors, unless given.",
)
@place_options
def site(
    *,
    out: str,
    url: str,
    atlas: AtlasKind,
    all_claims: bool,
    processes: int | None,
    place: str | Path | None,
) -> None:
    """Write the explorer as static files for any web host.

    Pages for every thing, its claims and sources, the claims board, map, matrix, stories, answers
    to the named queries, the atlas, and the whole record to download. It works from a disk too.
    Its search works without a server. What needs one is left out: SPARQL, other days, comparison,
    pathways, studies.

    \b
      comity site -o site
      comity site -o site --url https://example.org/comity/
    """
    if url and not url.startswith(("https://", "http://")):
        raise click.UsageError("--url begins with https:// or http://")
    from comity.site import make_site, processes_at_hand  # noqa: PLC0415  (slow to import)
    from comity.views.atlas.page import expect_front_end  # noqa: PLC0415

    if atlas != "none":
        expect_front_end(full=atlas == "full")
    begun = time.monotonic()
    notes = _Notes()
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        made = make_site(
            load(place, in_memory=True),
            Path(out),
            url=url,
            atlas=atlas,
            has_all_claims=all_claims,
            processes=processes or processes_at_hand(),
            tell=notes.tell,
        )
    finally:
        notes.end()
        signal.signal(signal.SIGTERM, before)
    taken = time.monotonic() - begun
    click.echo(
        f"{made.folder}: {made.pages:,} pages, {made.size / 1_000_000:,.0f} MB, in {taken:.0f} s"
        f"{'' if url else '; no sitemap without --url'}",
        err=True,
    )


def _leave(number: int, _: object) -> NoReturn:
    """End as on Ctrl-C: what was begun beside the folder is removed."""
    sys.exit(128 + number)


class _Notes:
    """Tells how far the work is: on a terminal in one line, in a log now and then."""

    def __init__(self) -> None:
        self._on_screen = sys.stderr.isatty()
        self._wait = _OFTEN if self._on_screen else _SELDOM
        self._told = float("-inf")
        self._begun: dict[Step, float] = {}
        self._words = ""

    def tell(self, step: Step, done: int, known: int) -> None:
        now = time.monotonic()
        begun = self._begun.setdefault(step, now)
        if now - self._told < self._wait and 0 < done < known:
            return
        self._told = now
        words = words_of(step, done, known, now - begun)
        if words == self._words:
            return
        self._words = words
        if self._on_screen:
            click.echo(f"\r{words:<{_LINE}}", nl=False, err=True)
        else:
            click.echo(words, err=True)

    def end(self) -> None:
        """Leave the line, and leave it empty."""
        if self._on_screen and self._begun:
            click.echo(f"\r{'':<{_LINE}}\r", nl=False, err=True)


def words_of(step: Step, done: int, known: int, seconds: float) -> str:
    """Return how far the work is, in words.

    >>> words_of("pages", 4_000, 15_000, 20)
    '4,000 of about 15,000 pages made; about 55 s more'
    >>> words_of("files", 15_000, 15_000, 3)
    '15,000 of 15,000 files written'
    >>> words_of("pages", 16, 15_000, 2)
    '16 of about 15,000 pages made'
    """
    if step == "record":
        return "the record to download, and the atlas …"
    if step == "files":
        return f"{done:,} of {known:,} files written"
    if done == known:
        return f"{done:,} pages made"
    # the first pages, boards and answers to queries, take longer than those of things and claims
    left = seconds / done * (known - done) if done * _FIRST >= known else 0
    return f"{done:,} of about {known:,} pages made{_more(left)}"


def _more(seconds: float) -> str:
    if not seconds:
        return ""
    if seconds < 100:
        return f"; about {max(5 * round(seconds / 5), 5):.0f} s more"
    return f"; about {seconds / 60:.0f} min more"
