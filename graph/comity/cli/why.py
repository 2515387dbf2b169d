"""`comity why`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from comity.cli.exits import FINDINGS
from comity.cli.options import in_words, moment_options, place_options
from comity.cli.rows import form_option, write_json
from comity.knowledge import load
from comity.rdf.namespaces import parse_identifier
from comity.views.wording import period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from rich.console import RenderableType

    from comity.analysis.chains import Chain, Leg
    from comity.analysis.explanations import Explanation, Said
    from comity.rdf.dates import Moment


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ENTITY ENTITY | CLAIM")
@click.option(
    "--limit", type=click.IntRange(1, 50), default=3, show_default=True, help="How many chains."
)
@moment_options
@form_option("table", "json")
@place_options
def why(
    ids: tuple[str, ...], limit: int, moment: Moment, form: str, place: str | Path | None
) -> None:
    """Explain how two things are connected, or why a claim has its verdict.

    Two things: the shortest chains of claims between them, those through well-known hubs last.
    Exits with 1 when nothing connects them. One claim: its rule and reason, and what each source
    says for or against it.

    \b
      comity why agency/nasa agency/cnsa
      comity why claim/bhr-signatory-of-artemis-accords
    """
    graph = load(place).at(moment)
    if len(ids) == 1:
        if "/" in ids[0] and not parse_identifier(ids[0]).startswith("claim/"):
            raise click.UsageError(
                f"{ids[0]} is a thing: name a second one to join it to, or a claim; "
                f"`comity claims --subject {ids[0]} --ids` lists claims"
            )
        explanation = graph.explain(ids[0])
        if form == "json":
            write_json(asdict(explanation))
            return
        from comity.cli.pages import show_page  # noqa: PLC0415  (rich is slow to import)

        show_page(_claim_page(explanation, graph.today))
        return
    if len(ids) != 2:
        raise click.UsageError("name two things, or one claim")
    first, last = (graph.resolve(name) for name in ids)
    if first == last:
        raise click.UsageError(f"{first} is one thing, not two")
    found = graph.why(first, last, limit=limit)
    if form == "json":
        write_json([asdict(chain) for chain in found])
    elif found:
        from comity.cli.pages import show_page  # noqa: PLC0415

        show_page(_chains_page(found, graph.today, in_words(moment)))
    if not found:
        click.echo(f"comity: no chain of claims joins {first} and {last}", err=True)
        sys.exit(FINDINGS)


def _chains_page(found: list[Chain], today: date, when: str) -> Iterator[RenderableType]:
    from comity.cli.pages import heading, indented, plain, title  # noqa: PLC0415

    yield title(f"{found[0].labels[0]} and {found[0].labels[-1]}")
    if when:
        yield plain(f"Shown {when}.")
    for number, chain in enumerate(found, start=1):
        steps = len(chain.legs)
        through = " and ".join(chain.labels[1:-1])
        how = f"by way of {through}" if through else "directly"
        count = "1 step" if steps == 1 else f"{steps} steps"
        yield heading(f"{number}. {how}, {count}")
        for leg in chain.legs:
            yield indented(plain(leg.words))
            yield indented(plain(_about(leg, today), "dim"), by=4)


def _about(leg: Leg, today: date) -> str:
    dates = period(leg.start or None, leg.end or None, today) or "undated"
    also = f"{leg.others} more claim{'' if leg.others == 1 else 's'}" if leg.others else ""
    parts = [dates, leg.legal_status, leg.verdict, _cited(leg.sources), leg.claim, also]
    return "; ".join(part for part in parts if part)


def _cited(sources: tuple[str, ...]) -> str:
    if not sources:
        return ""
    more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
    return f"by “{sources[0]}”{more}"


def _claim_page(found: Explanation, today: date) -> Iterator[RenderableType]:
    from comity.cli.pages import columns, heading, indented, plain, title  # noqa: PLC0415

    yield title(found.words)
    yield plain(found.claim, "dim")
    dates = period(found.start or None, found.end or None, today) or "undated"
    status = f"; {found.legal_status}" if found.legal_status else ""
    public = f"; public since {found.known_from}" if found.known_from else ""
    yield plain(f"{dates}{status}{public}")
    yield heading(f"Verdict: {found.verdict}")
    facts = (
        ("because", found.reason),
        ("rule", found.rule),
        ("at first", _then(found)),
        ("confidence", found.confidence),
        ("exception", found.exception),
        ("note", found.note),
        ("rests on", ", ".join(found.other_claims)),
    )
    yield indented(columns([(plain(name, "dim"), plain(text)) for name, text in facts if text]))
    for words, stance in (
        ("Affirmed by", "affirms"),
        ("Qualified by", "qualifies"),
        ("Denied by", "denies"),
    ):
        among = [said for said in found.attestations if said.stance == stance]
        if among:
            yield heading(words, len(among))
            for said in among:
                yield from _said(said)


def _then(found: Explanation) -> str:
    if not found.verdict_when_published:
        return ""
    because = f": {found.reason_when_published}" if found.reason_when_published else ""
    return f"{found.verdict_when_published}{because}"


def _said(said: Said) -> Iterator[RenderableType]:
    from comity.cli.pages import indented, plain  # noqa: PLC0415

    yield indented(plain(said.title or said.source))
    stated = period(said.stated[0] or None, said.stated[1] or None)
    facts = (
        said.source_class,
        said.published_by,
        said.published or "date unknown",
        f"voice: {said.voice}" if said.voice else "",
        f"put as {said.modality}" if said.modality else "",
        f"states {stated}" if stated else "",
        f"reprints “{said.origin}”" if said.origin else "",
        f"confidence {said.confidence}" if said.confidence else "",
        "seen" if said.seen else "recalled, not seen",
        "the verdict rests on it" if said.decided else "",
    )
    yield indented(plain("; ".join(fact for fact in facts if fact), "dim"), by=4)
    if said.quote:
        yield indented(plain(f"“{said.quote}”"), by=4)
    if said.verdict:
        because = f": {said.reason}" if said.reason else ""
        yield indented(plain(f"what it says is {said.verdict}{because}"), by=4)
    if said.note:
        yield indented(plain(f"note: {said.note}"), by=4)
    address = said.verified or said.url
    if address:
        yield indented(plain(address, "dim"), by=4)
