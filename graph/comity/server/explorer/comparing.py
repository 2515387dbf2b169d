"""Two things, or two days, side by side.

In: two ids and the moment, or two days. Out: what they share and what one has alone, or what
changed between the days, as a page or as JSON. What does not belong here: profiles
(`KnowledgeGraph.profile`) and changes (`comity.analysis.changes`).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, cast

from comity.analysis.changes import GROUPS, Change
from comity.errors import BadDate, WrongParameter
from comity.knowledge.grouping import dates_of, other_end
from comity.queries.evaluation import evaluate
from comity.queries.moments import at_moment
from comity.rdf.dates import Moment, parse_day
from comity.rdf.namespaces import iri
from comity.rdf.vocabulary import RELATIONS
from comity.server.engines import record_of
from comity.server.held import id_named, names_of
from comity.server.listings import named
from comity.server.messages import Reply
from comity.server.rendering import frame_of, page_reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from pyoxigraph import QuerySolutions

    from comity.analysis.ties import Tie
    from comity.knowledge import KnowledgeGraph, Profile
    from comity.rdf.engine import Engine
    from comity.server.limits import Limits
    from comity.server.messages import Request

_MANY_CHANGES: Final = 1_000  # that a page shows
_OFFERED: Final = 300  # names that the fields of the form offer


@dataclass(frozen=True, slots=True)
class End:
    """The other end of a tie, with the claims that join a thing to it.

    Attributes:
        id: Its id.
        name: Its label.
        claims: Ids of claims, with dates and verdict of each.
    """

    id: str
    name: str
    claims: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """What two things have by one kind of tie.

    Attributes:
        heading: The tie in words, as said of either.
        both: What both have: the end as the one has it, and as the other has it.
        one: What the one has alone.
        other: What the other has alone.
    """

    heading: str
    both: Sequence[tuple[End, End]]
    one: Sequence[End]
    other: Sequence[End]


@dataclass(frozen=True, slots=True)
class Votes:
    """How often two states voted alike.

    Attributes:
        together: Recorded votes in which both took part.
        alike: In how many of them they voted the same.
    """

    together: int
    alike: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things.

    Attributes:
        id: Its id.
        name: Its label.
        kind: Its kind.
        description: What the record says of it.
        ties: How many ties it has.
    """

    id: str
    name: str
    kind: str
    description: str
    ties: int


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What the page shows.

    Attributes:
        one: What was asked for, first.
        other: What was asked for, second.
        sides: The two things; empty for days, or before anything is asked.
        between: Ties between the two: words, dates, claim, verdict.
        facets: What they share and what not, by kinds of tie.
        votes: How they voted, if both are states.
        changes: What changed between two days, by groups.
        total: How many changes there are.
        offered: Names that the form offers.
        problem: What is wrong with what was asked, or empty.
    """

    one: str = ""
    other: str = ""
    sides: Sequence[Side] = ()
    between: Sequence[tuple[str, str, str, str]] = ()
    facets: Sequence[Facet] = ()
    votes: Votes | None = None
    changes: Sequence[tuple[str, Sequence[Change]]] | None = None
    total: int = 0
    offered: Sequence[tuple[str, str]] = ()
    problem: str = ""


def compare(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """Set two things, or two days, side by side."""
    one, other = (request.arguments[name] or "" for name in ("one", "other"))
    is_page = request.formats[0] == "html"
    try:
        shown = _compared(graph, request, one.strip(), other.strip())
    except WrongParameter as problem:
        if not is_page:
            raise
        wrong = ComparePage(one, other, offered=_offered(graph), problem=str(problem))
        return page_reply("compare", wrong, frame_of(request, graph), problem)
    if is_page:
        formats = ("data",) if shown.sides or shown.changes is not None else ()
        has_moment = shown.changes is None
        return page_reply(
            "compare", shown, frame_of(request, graph, formats, has_moment=has_moment)
        )
    return Reply("data", json.dumps(_record(shown), ensure_ascii=False).encode())


def _compared(graph: KnowledgeGraph, request: Request, one: str, other: str) -> ComparePage:
    offered = _offered(graph)
    if not one or not other:
        return ComparePage(one, other, offered=offered)
    days = _day(one), _day(other)
    if days[0] and days[1]:
        return _of_days(graph, days[0], days[1], offered)
    if days[0] or days[1]:
        raise WrongParameter("other", "compare two days, or two things; this is one of each")
    return _of_things(graph, request, one, other, offered)


def _of_days(
    graph: KnowledgeGraph, first: date, last: date, offered: Sequence[tuple[str, str]]
) -> ComparePage:
    first, last = min(first, last), max(first, last)
    found = graph.changes(first, last)
    shown = sorted(found[:_MANY_CHANGES], key=lambda each: GROUPS.index(each.group))
    return ComparePage(
        one=first.isoformat(),
        other=last.isoformat(),
        changes=[(name, list(among)) for name, among in groupby(shown, lambda each: each.group)],
        total=len(found),
        offered=offered,
    )


def _of_things(
    graph: KnowledgeGraph,
    request: Request,
    one: str,
    other: str,
    offered: Sequence[tuple[str, str]],
) -> ComparePage:
    store = record_of(graph, request)
    profiles = []
    for parameter, text in (("one", one), ("other", other)):
        with named(parameter):
            profiles.append(graph.profile(id_named(text, offered)))
    left, right = profiles
    if left.node.id == right.node.id:
        raise WrongParameter("other", f"both are {left.node.id}; choose another to compare it with")
    ids = left.node.id, right.node.id
    are_states = all(each.node.kind == "nation" for each in profiles)
    return ComparePage(
        one=ids[0],
        other=ids[1],
        sides=[
            Side(
                each.node.id,
                each.node.label,
                each.node.kind,
                each.node.description or "",
                len(each.ties),
            )
            for each in profiles
        ],
        between=[
            (_sentence(tie, left), dates_of(tie, graph.today), tie.claim, tie.verdict)
            for tie in left.ties
            if other_end(tie, ids[0]) == ids[1]
        ],
        facets=_facets(left, right, graph.today),
        votes=_votes(store, request.moment, ids) if are_states else None,
        offered=offered,
    )


def _facets(left: Profile, right: Profile, today: date) -> list[Facet]:
    ids = {left.node.id, right.node.id}
    ends = [_ends(profile, ids, today) for profile in (left, right)]
    facets = []
    for heading in sorted({*ends[0], *ends[1]}, key=lambda text: (text.startswith("…"), text)):
        one, other = (side.get(heading, {}) for side in ends)
        facets.append(
            Facet(
                heading,
                both=[(end, other[id_]) for id_, end in one.items() if id_ in other],
                one=[end for id_, end in one.items() if id_ not in other],
                other=[end for id_, end in other.items() if id_ not in one],
            )
        )
    return sorted(facets, key=lambda each: not each.both)


def _ends(profile: Profile, among: set[str], today: date) -> dict[str, dict[str, End]]:
    """Return by heading, and by id, what a thing is tied to beside the two that are compared."""
    id_ = profile.node.id
    found: dict[str, dict[str, list[Tie]]] = {}
    for tie in profile.ties:
        end = other_end(tie, id_)
        if end not in among:
            found.setdefault(_heading(tie, id_), {}).setdefault(end, []).append(tie)
    return {
        heading: {
            end: End(
                end,
                profile.labels[end],
                [(tie.claim, dates_of(tie, today), tie.verdict) for tie in ties],
            )
            for end, ties in sorted(by_end.items(), key=lambda item: profile.labels[item[0]])
        }
        for heading, by_end in found.items()
    }


def _heading(tie: Tie, id_: str) -> str:
    is_said_of_it = tie.subject == id_ or RELATIONS[tie.relation].symmetric
    return tie.phrase if is_said_of_it else f"… {tie.phrase} it"


def _sentence(tie: Tie, profile: Profile) -> str:
    subject, object_ = (profile.labels[end] for end in (tie.subject, tie.object))
    return f"{subject} {tie.phrase} {object_}"


def _votes(store: Engine, moment: Moment, ids: Iterable[str]) -> Votes:
    one, other = (str(iri(id_)) for id_ in ids)
    text = at_moment(_VOTES.replace("$one", one).replace("$other", other), moment)
    row = next(iter(cast("QuerySolutions", evaluate(store, text))))
    return Votes(int(row["together"].value), int(row["alike"].value))


def _offered(graph: KnowledgeGraph) -> list[tuple[str, str]]:
    return list(names_of(graph).of_kind("nation"))[:_OFFERED]


def _day(text: str) -> date | None:
    try:
        return parse_day(text)
    except BadDate:
        return None


def _record(shown: ComparePage) -> dict[str, Any]:
    found = asdict(shown)
    for name in ("offered", "problem"):
        del found[name]
    if shown.changes is None:
        del found["changes"], found["total"]
    else:
        every = [asdict(each) for _, among in shown.changes for each in among]
        found = {"one": shown.one, "other": shown.other, "changes": every, "total": shown.total}
    return found


_VOTES: Final = """
SELECT (COUNT(DISTINCT ?act) AS ?together) (COUNT(DISTINCT ?same) AS ?alike)
WHERE {
  VALUES ?how { comity:votedFor comity:votedAgainst comity:abstainedOn }
  VALUES ?too { comity:votedFor comity:votedAgainst comity:abstainedOn }
  ?first rdf:subject $one ; rdf:predicate ?how ; rdf:object ?act .
  ?second rdf:subject $other ; rdf:predicate ?too ; rdf:object ?act .
  ?first comity:at $moment .
  BIND (IF(?how = ?too, ?act, ?none) AS ?same)
}"""
