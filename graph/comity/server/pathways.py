"""Pathways: what stands between two actors, and which ways lead around it.

In: two actors, and what they want to do. Out: the answer as a page or as JSON, with what would
change where something is supposed. What does not belong here: how it is found (`comity.pathways`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from comity.pathways.model import USUAL_ROUTES
from comity.rdf.vocabulary import CONCEPTS
from comity.server.engines import record_of
from comity.server.held import id_named, names_of
from comity.server.listings import named
from comity.server.messages import Reply
from comity.server.rendering import frame_of, page_reply

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.knowledge import KnowledgeGraph
    from comity.knowledge.pathways import Terms
    from comity.pathways.briefs import Section
    from comity.pathways.model import Answer, Status
    from comity.server.limits import Limits
    from comity.server.messages import Request

FORMATS: Final = ("data", "html")
LISTS: Final = ("funded-by", "parts-from", "given", "without")
"""Parameters that may hold several values, with commas between them."""
OWN: Final = ("one", "other", "activity", "setting", *LISTS, "with", "alternatives")
_OFFERED: Final = ("agency", "nation")


@dataclass(frozen=True, slots=True)
class PathPage:
    """What the page of pathways shows.

    Attributes:
        asked: What was asked for, by the names of the parameters; empty texts for the rest.
        activities: Words of the activities, with words for each.
        offered: Ids and names of actors, for the form.
        answer: The answer; None before anything was asked.
        title: What was asked, in words.
        headline: What is found, in words.
        way_out: For each rule, what lifts it, in words.
        changes: What a supposition changes; None without one.
        status_words: Words for each status.
    """

    asked: Mapping[str, str]
    activities: Sequence[tuple[str, str]]
    offered: Sequence[tuple[str, str]] = ()
    answer: Answer | None = None
    title: str = ""
    headline: str = ""
    way_out: Mapping[str, str] | None = None
    changes: Section | None = None
    status_words: Mapping[Status, str] | None = None


def path(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """Tell what stands between two actors, and which ways lead around it."""
    record_of(graph, request)  # the record must be there before anything is read from it
    arguments = request.arguments
    is_page = request.formats[0] == "html"
    asked = {name: str(arguments[name] or "") for name in OWN}
    activities = [(word, word.replace("_", " ")) for word in sorted(CONCEPTS["ActivityScheme"])]
    offered = [each for kind in _OFFERED for each in names_of(graph).of_kind(kind)]
    asked |= {name: id_named(asked[name], offered) for name in ("one", "other")}
    blank = PathPage(asked, activities, offered)
    if not (asked["one"] and asked["other"]):  # only a page comes here: it is a form then
        return page_reply("path", blank, frame_of(request, graph))
    return _answered(graph, request, blank, is_page=is_page)


def _answered(
    graph: KnowledgeGraph,
    request: Request,
    blank: PathPage,
    *,
    is_page: bool,
) -> Reply:
    from comity.pathways.briefs import (  # noqa: PLC0415  (networkx is slow to import)
        comparison_brief,
        headline_of,
        title_of,
    )
    from comity.pathways.sentences import STATUS_WORDS, exemption_sentence  # noqa: PLC0415
    from comity.pathways.values import answer_value, comparison_value  # noqa: PLC0415

    asked = blank.asked
    limit = int(asked["alternatives"] or USUAL_ROUTES)
    terms: Terms = {
        "activity": asked["activity"] or None,
        "setting": asked["setting"] or "bilateral",  # type: ignore[typeddict-item]  # checked below
        "funded_by": _several(asked["funded-by"]),
        "parts_from": _several(asked["parts-from"]),
        "given": _several(asked["given"]),
    }
    ends = asked["one"], asked["other"]
    without = _several(asked["without"])
    ties = [each.strip() for each in asked["with"].split(";") if each.strip()]
    with named("one"):
        graph.actor(ends[0])
    with named("other"):
        graph.actor(ends[1])
    comparison = None
    if without or ties:
        supposed = graph.what_if(without=without, with_=ties)
        answer = supposed.path(*ends, alternatives=limit, **terms)
        comparison = supposed.compare(*ends, alternatives=limit, **terms)
    else:
        answer = graph.path(*ends, alternatives=limit, **terms)
    if not is_page:
        value: dict[str, Any] = {**answer_value(answer), "provenance": graph.provenance}
        if comparison is not None:
            value["changes"] = comparison_value(comparison)
        return Reply("data", json.dumps(value, ensure_ascii=False).encode())
    changes = None
    if comparison is not None:
        labels = {id_: each.label for id_, each in graph.pathways.grounds.actors.items()}
        changes = comparison_brief(
            comparison,
            labels,
            "; ".join(
                (*(f"without {each}" for each in without), *(f"with {each}" for each in ties))
            ),
        )
    rulings = [answer.ruling, *(leg.ruling for each in answer.routes for leg in each.legs)]
    shown = replace(
        blank,
        answer=answer,
        title=title_of(answer.ruling.dealing, answer.labels),
        headline=headline_of(answer.ruling),
        way_out={
            finding.prohibition.id: exemption_sentence(finding.prohibition)
            for ruling in rulings
            for finding in ruling.findings
        },
        changes=changes,
        status_words=STATUS_WORDS,
    )
    return page_reply("path", shown, frame_of(request, graph, ("data",)))


def _several(text: str) -> list[str]:
    return [each.strip() for each in text.split(",") if each.strip()]
