"""`comity path` and `comity restrictions`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from comity.cli.exits import FINDINGS
from comity.cli.options import moment_options, place_options
from comity.cli.rows import form_option, write_bytes, write_csv, write_json
from comity.knowledge import load
from comity.pathways.model import MOST_ROUTES, USUAL_ROUTES
from comity.rdf.vocabulary import CONCEPTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from rich.console import RenderableType

    from comity.knowledge.graph import KnowledgeGraph
    from comity.knowledge.pathways import Terms
    from comity.pathways.briefs import Brief, Section
    from comity.pathways.comparisons import Comparison
    from comity.pathways.model import Answer
    from comity.rdf.dates import Moment

_STYLES = {"Allowed": "green", "Needs": "yellow", "Blocked": "red"}


def terms_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what two actors want to do, and how."""
    for option in (
        click.option(
            "--given",
            multiple=True,
            metavar="KIND",
            help="Exemption in hand, such as certification, or KIND@ID for one rule.",
        ),
        click.option(
            "--parts-from",
            multiple=True,
            metavar="ID",
            help="Nation whose technology is in it, beside their own.",
        ),
        click.option(
            "--funded-by", multiple=True, metavar="ID", help="With whose money it is done."
        ),
        click.option(
            "--setting",
            type=click.Choice(["bilateral", "multilateral"]),
            default="bilateral",
            show_default=True,
            help="Between the two alone, or among several.",
        ),
        click.option(
            "--activity",
            metavar="WORD",
            help=f"What they want to do: {', '.join(CONCEPTS['ActivityScheme'])}.",
        ),
    ):
        function = option(function)
    return function


@click.command()
@click.argument("one", metavar="ACTOR")
@click.argument("other", metavar="ACTOR")
@terms_options
@click.option("--without", multiple=True, metavar="ID", help="As if this rule or claim were not.")
@click.option(
    "--with", "with_", multiple=True, metavar="'S P O'", help="As if this tie were on record."
)
@click.option(
    "-k",
    "--alternatives",
    type=click.IntRange(1, MOST_ROUTES),
    default=USUAL_ROUTES,
    show_default=True,
    help="How many ways at most.",
)
@click.option("--picture", metavar="FILE", help="Write the ways as an interactive page.")
@moment_options
@form_option("text", "json")
@place_options
def path(
    one: str,
    other: str,
    *,
    without: tuple[str, ...],
    with_: tuple[str, ...],
    alternatives: int,
    picture: str | None,
    moment: Moment,
    form: str,
    place: str | Path | None,
    **terms: Any,
) -> None:
    """Say whether rules stand between two actors, and which ways lead around them.

    The answer comes first, then why, then ways through real ties, each leg allowed, in need of an
    exemption, or blocked. Without --activity, joint work is meant. --without and --with say what
    would change. Exits with 1 when no way leads from one to the other.

    \b
      comity path agency/nasa agency/cnsa --as-of 2019-01-03
      comity path agency/mbrsc agency/cnsa --activity hosted_payload \\
        --parts-from nation/usa --as-of 2022-11-25
      comity path agency/nasa agency/cnsa --without restriction/wolf-amendment
    """
    graph = load(place).at(moment)
    asked: Terms = terms  # type: ignore[assignment]  # click gives the options of `terms_options`
    comparison = None
    if without or with_:
        supposed = graph.what_if(without=without, with_=with_)
        answer = supposed.path(one, other, alternatives=alternatives, **asked)
        comparison = supposed.compare(one, other, alternatives=alternatives, **asked)
    else:
        answer = graph.path(one, other, alternatives=alternatives, **asked)
    if picture:
        write_bytes(picture, graph.view_ways(answer).page.encode("utf-8"))
    if form == "json":
        write_json(_value(graph, answer, comparison))
    else:
        _show(
            graph,
            answer,
            comparison,
            (*(f"without {each}" for each in without), *(f"with {each}" for each in with_)),
        )
    if answer.no_route:
        sys.exit(FINDINGS)


@click.command()
@click.argument("one", metavar="ACTOR")
@click.argument("other", metavar="ACTOR")
@terms_options
@moment_options
@form_option("table", "csv", "json")
@place_options
def restrictions(
    one: str, other: str, moment: Moment, form: str, place: str | Path | None, **terms: Any
) -> None:
    """List the rules that reach two actors, by activity; `comity path` says more of one.

    \b
      comity restrictions agency/nasa agency/cnsa --as-of 2024-06-25
    """
    import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

    asked: Terms = terms  # type: ignore[assignment]  # click gives the options of `terms_options`
    frame = load(place).at(moment).restrictions(one, other, **asked).astype(object)
    rows: list[dict[str, Any]] = [
        {**row, "lead_days": None if row["lead_days"] is pd.NA else row["lead_days"]}
        for row in (dict(zip(frame.columns, cells, strict=True)) for cells in frame.to_numpy())
    ]
    if form == "json":
        write_json(rows)
    elif form == "csv":
        texts = [{**row, "claims": " ".join(row["claims"])} for row in rows]
        write_csv(list(frame.columns), [tuple(row.values()) for row in texts])
    elif rows:
        from comity.cli.pages import ruled, show_page  # noqa: PLC0415  (rich is slow to import)

        shown = ("activity", "status", "binds", "label", "exemption")
        words = [
            [row["activity"].replace("_", " "), *(row[name] for name in shown[1:])] for row in rows
        ]
        show_page([ruled(shown, words)])
    else:
        click.echo("No rule on record reaches the two.")
    if form == "table" and not (terms["parts_from"] or terms["funded_by"]):
        click.echo(
            "comity: rules that follow technology or money are listed with --parts-from and "
            "--funded-by, such as --parts-from nation/usa",
            err=True,
        )


def _value(
    graph: KnowledgeGraph, answer: Answer, comparison: Comparison | None
) -> dict[str, object]:
    from comity.pathways.values import answer_value, comparison_value  # noqa: PLC0415

    found: dict[str, object] = {**answer_value(answer), "provenance": graph.provenance}
    if comparison is not None:
        found["changes"] = comparison_value(comparison)
    return found


def _show(
    graph: KnowledgeGraph,
    answer: Answer,
    comparison: Comparison | None,
    supposed: tuple[str, ...],
) -> None:
    from comity.cli.pages import show_page  # noqa: PLC0415  (rich is slow to import)
    from comity.pathways.briefs import brief_of, comparison_brief  # noqa: PLC0415

    changes = None
    if comparison is not None:
        labels = {id_: actor.label for id_, actor in graph.pathways.grounds.actors.items()}
        changes = comparison_brief(comparison, labels, "; ".join(supposed))
    show_page(_page(brief_of(answer), changes, supposed))


def _page(
    brief: Brief, changes: Section | None, supposed: tuple[str, ...]
) -> Iterator[RenderableType]:
    from comity.cli.pages import plain, title  # noqa: PLC0415  (rich is slow to import)

    yield title(brief.title)
    if supposed:
        yield plain(f"As if: {'; '.join(supposed)}.", "yellow")
    yield plain(brief.headline, _STYLES[brief.headline.split(",")[0].split(" ")[0].rstrip(":")])
    for section in (*([changes] if changes else []), *brief.sections):
        yield from _section(section)
    yield plain("")
    yield plain(brief.caveat, "dim")


def _section(section: Section) -> Iterator[RenderableType]:
    from comity.cli.pages import columns, heading, indented, plain  # noqa: PLC0415

    yield heading(section.heading)
    for entry in section.entries:
        yield indented(plain(entry.words))
        for line in entry.details:
            number, _, rest = line.partition(". ")
            if number.isdigit():
                yield indented(columns([(plain(f"{number}."), plain(rest))]), 4)
            else:
                by = 6 if line.startswith("  ") else 4
                style = "dim" if line.lstrip().startswith("[") else ""
                yield indented(plain(line.strip(), style), by)
