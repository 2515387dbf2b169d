"""`comity search` and `comity show`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import click

from comity.cli.exits import FINDINGS
from comity.cli.options import in_words, moment_options, place_options
from comity.cli.rows import form_option, write_csv, write_json
from comity.knowledge import load
from comity.knowledge.grouping import dates_of, other_end, record, tie_groups
from comity.rdf.namespaces import ENTITY_KINDS
from comity.views.wording import counted, lifespan, period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from rich.console import RenderableType
    from rich.text import Text

    from comity.analysis.profiles import Facts, Provision, ValueClaim
    from comity.analysis.ties import Tie
    from comity.knowledge import Profile
    from comity.queries.search import Match
    from comity.rdf.dates import Moment

_NAMES_SHOWN = 8


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT...")
@click.option(
    "--kind", type=click.Choice(ENTITY_KINDS), metavar="KIND", help="Only things of this kind."
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many.")
@form_option("table", "csv", "json")
@place_options
def search(
    words: tuple[str, ...], kind: str | None, limit: int, form: str, place: str | Path | None
) -> None:
    """Find the ids of things by their names; exits with 1 when nothing is found."""
    text = " ".join(words)
    found = load(place).find(text, kind=kind, limit=limit)
    match form:
        case "csv":
            write_csv(
                ("id", "kind", "label", "matched"), [(*asdict(each).values(),) for each in found]
            )
        case "json":
            write_json([asdict(each) for each in found])
        case _:
            _show_matches(found)
    if not found:
        click.echo(f"comity: nothing is called {text!r}", err=True)
        sys.exit(FINDINGS)


def _show_matches(found: list[Match]) -> None:
    from comity.cli.pages import columns, plain, show_page  # noqa: PLC0415  (rich is slow to import)

    rows = []
    for match in found:
        name = plain(match.label)
        if match.matched:
            name.append_text(plain(f"  ({match.matched})", "dim"))
        rows.append((plain(match.id), name))
    show_page([columns(rows)] if rows else [])


@click.command()
@click.argument("thing", metavar="ENTITY")
@click.option("--all", "everything", is_flag=True, help="Show long groups in full.")
@moment_options
@form_option("table", "json")
@place_options
def show(
    thing: str, moment: Moment, form: str, place: str | Path | None, *, everything: bool
) -> None:
    """Show a thing: its names, dates, sources and values, and its ties by relation.

    Each tie has its dates, the verdict if it is not supported, and the number of its sources.

    \b
      comity show agency/cnsa --as-of 2024-06-25
    """
    graph = load(place).at(moment)
    profile = graph.profile(thing)
    if form == "json":
        write_json(record(profile))
        return
    from comity.cli.pages import show_page  # noqa: PLC0415  (rich is slow to import)

    show_page(_page(profile, graph.today, in_words(moment), everything=everything))


def _page(
    profile: Profile, today: date, when: str, *, everything: bool
) -> Iterator[RenderableType]:
    from comity.cli.pages import group, heading, indented, plain, title  # noqa: PLC0415

    node, facts = profile.node, profile.facts
    yield title(node.label, node.id)
    dates = lifespan(node.id, node.start, node.end, today)
    about = (when and f"Shown {when}.", dates, node.description)
    yield from (plain(part) for part in about if part)
    if facts.exception:
        yield plain(f"Ties outside these dates: {facts.exception}")
    if facts.names:
        shown = facts.names if everything else facts.names[:_NAMES_SHOWN]
        more = len(facts.names) - len(shown)
        others = f" and {more} more" if more else ""
        yield plain(f"Also called: {', '.join(shown)}{others}", "dim")
    yield from (plain(f"Same as: {address}", "dim") for address in facts.identifiers)
    if profile.ties or facts.values:
        yield plain("The number at the right of a line counts its sources.", "dim")
    values = [_value(value, facts, today) for value in facts.values if not value.in_documents]
    if values:
        yield group("values", values, everything=everything, right=(3,))
    for words, provisions in groupby(facts.provisions, key=lambda each: each.phrase):
        yield group(words, [_provision(each) for each in provisions], everything=everything, wide=0)
    for words, ties in tie_groups(profile):
        rows = [_row(tie, profile, today) for tie in ties]
        count = counted([tie.verdict for tie in ties])
        yield group(words, rows, everything=everything, right=(2,), count=count)
    said = [_sentence(tie, profile, today) for tie in profile.documents]
    said += [_said_value(value, node.label, today) for value in facts.values if value.in_documents]
    if said:
        yield group("said in documents alone", said, everything=everything)
    if profile.votes:
        yield heading(f"and {profile.votes:,} votes on resolutions")
    yield heading("sources of this record", len(facts.sources))
    if facts.recalled:
        yield indented(plain("recalled from memory, not yet seen in a source", "yellow"))
    yield from (indented(plain(source.title)) for source in facts.sources)


def _row(tie: Tie, profile: Profile, today: date) -> tuple[Text, Text, Text]:
    from comity.cli.pages import mark, plain  # noqa: PLC0415

    other = other_end(tie, profile.node.id)
    name = plain(profile.labels[other]).append_text(plain(f"  {other}", "dim"))
    count = profile.facts.source_counts.get(tie.claim, 0)
    return (
        plain(dates_of(tie, today)),
        name.append_text(_space(mark(tie.verdict))),
        plain(count, "dim"),
    )


def _sentence(tie: Tie, profile: Profile, today: date) -> tuple[Text, Text]:
    from comity.cli.pages import mark, plain  # noqa: PLC0415

    subject, object_ = (profile.labels.get(end, end) for end in (tie.subject, tie.object))
    words = plain(f"{subject} {tie.phrase} {object_}").append_text(_space(mark(tie.verdict)))
    return plain(period(tie.start, tie.end, today)), words


def _value(value: ValueClaim, facts: Facts, today: date) -> tuple[Text, Text, Text, Text]:
    from comity.cli.pages import mark, plain  # noqa: PLC0415

    return (
        plain(value.label),
        plain(value.value).append_text(_space(mark(value.verdict))),
        plain(period(value.start or None, value.end or None, today)),
        plain(facts.source_counts.get(value.claim, 0), "dim"),
    )


def _provision(provision: Provision) -> tuple[Text, Text]:
    from comity.cli.pages import mark, plain  # noqa: PLC0415

    words = plain(provision.label).append_text(_space(mark(provision.verdict)))
    return words, plain(provision.where, "dim")


def _said_value(value: ValueClaim, label: str, today: date) -> tuple[Text, Text]:
    from comity.cli.pages import mark, plain  # noqa: PLC0415

    words = plain(f"{label}, {value.label}: {value.value}")
    dates = period(value.start or None, value.end or None, today)
    return plain(dates), words.append_text(_space(mark(value.verdict)))


def _space(text: Text) -> Text:
    """Return a text with a gap before it, if there is any."""
    from comity.cli.pages import plain  # noqa: PLC0415

    return plain("  ").append_text(text) if text else text
