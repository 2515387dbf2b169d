"""The ways of an answer as a picture.

In: an answer. Out: an interactive page with the actors as nodes and the legs as lines, each in the
look of its ruling, with claims and sources; between the two ends, a line for the dealing itself
where a rule reaches it. What does not belong here: how the page is made (`comity.views`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from comity.pathways.briefs import headline_of
from comity.pathways.sentences import STATUS_WORDS, activity_words
from comity.views.neighbourhood import PageFacts, neighbourhood_page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from comity.pathways.model import Answer, Leg


def ways_page(answer: Answer, today: date, version: str) -> str:
    """Return the page of an answer's ways as text.

    Args:
        answer: The answer.
        today: The day of the release.
        version: The version of Comity.

    Raises:
        ViewTooLarge: There are more actors than a reader can tell apart.
        MissingPart: The installed pyvis has no usable vis-network.
    """
    dealing = answer.ruling.dealing
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for route in answer.routes:
        for distance, actor in enumerate(route.actors):
            if actor not in graph:
                graph.add_node(actor, **_node(actor, distance, answer))
    for distance, actor in enumerate((dealing.one, dealing.other)):
        if actor not in graph:
            graph.add_node(actor, **_node(actor, distance, answer))
    for route in answer.routes:
        for leg in route.legs:
            graph.add_edge(leg.tie.one, leg.tie.other, leg.tie.through, **_edge(leg, answer))
    if answer.ruling.status != "allowed":
        graph.add_edge(dealing.one, dealing.other, "asked", **_asked(answer))
    one, other = (answer.labels[end] for end in (dealing.one, dealing.other))
    facts = PageFacts(
        title=f"{one} and {other}: {activity_words(dealing.activity)}",
        subtitle=f"{headline_of(answer.ruling)} {answer.caveat}",
        as_of=dealing.on.isoformat(),
        snapshot=today.isoformat(),
        today=today,
        centre=(dealing.one, dealing.other),
        omitted=0,
        version=version,
    )
    return neighbourhood_page(graph, facts)


def _node(actor: str, distance: int, answer: Answer) -> dict[str, Any]:
    return {
        "label": answer.labels[actor],
        "kind": actor.partition("/")[0],
        "description": "",
        "start": None,
        "end": None,
        "distance": distance,
    }


def _edge(leg: Leg, answer: Answer) -> dict[str, Any]:
    tie = leg.tie
    phrase = answer.labels.get(tie.through, tie.kind)
    if tie.kind == "own":
        phrase = "belongs to"
    return _line(
        leg.ruling.status, tie.one, tie.other, tie.kind, phrase, _claims(tie.claims, answer)
    )


def _asked(answer: Answer) -> dict[str, Any]:
    ruling = answer.ruling
    rules = {finding.prohibition.label: finding for finding in ruling.in_the_way}
    claims = {
        claim for finding in rules.values() for step in finding.derivation for claim in step.claims
    }
    phrase = f"{activity_words(ruling.dealing.activity)}: {STATUS_WORDS[ruling.status]}"
    ends = ruling.dealing.one, ruling.dealing.other
    return _line(ruling.status, *ends, "asked", phrase, _claims(sorted(claims), answer))


def _line(
    status: str, one: str, other: str, kind: str, phrase: str, claims: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "relation": kind,
        "phrase": phrase,
        "along": phrase,
        "subject": one,
        "object": other,
        "ended": False,
        "planned": False,
        "inferred": False,
        "verdict": "supported",
        "ruling": status,
        "start": None,
        "end": None,
        "claims": claims,
    }


def _claims(claims: Iterable[str], answer: Answer) -> list[dict[str, Any]]:
    return [
        {
            "id": claim,
            "start": None,
            "end": None,
            "verdict": "supported",
            "legal_status": "",
            "note": answer.claims.get(claim, ""),
            "sources": [
                {
                    "title": source.title,
                    "publisher": "",
                    "published": source.published,
                    "url": source.url,
                }
                for id_ in answer.cited.get(claim, ())
                if (source := answer.sources.get(id_))
            ],
        }
        for claim in claims
    ]
