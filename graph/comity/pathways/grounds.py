"""What rulings and routes rest on, read once.

In: a store and a projector of its links. Out: `Grounds`: actors, who belongs to whom, who is in
what, what joins two, prohibitions and precedents, all with their days. What does not belong here:
what holds on a day (`standing`).

Ties are those of the networks (`comity.networks.projection_table`), as recorded, without roll-up:
memberships and agreements, payloads, samples, launches, satellites built for others, and stated
cooperation. What happens on a day counts for `MEMORY` years.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.analysis.ties import read_nodes, select
from comity.networks.facts import as_day, read_facts, read_property
from comity.networks.rollup import ACTOR_KINDS, Reading
from comity.pathways.policies import read_precedents, read_prohibitions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from comity.networks.projections import Projector
    from comity.pathways.model import Precedent, Prohibition
    from comity.rdf.engine import Engine

KINDS: Final = (*ACTOR_KINDS, "programme")
"""Kinds of things that can deal with each other; a programme stands for those who run it."""
JOINING: Final = {
    "payload": "payload",
    "samples": "sample",
    "launches": "launch",
    "builds": "satellite",
    "statements": "agreement",
}
"""By projection, the kind of tie that it gives."""
_BY_BODY: Final = ("membership", "agreements")
_RULE: Final = "restriction/"
_BELONGING: Final = ("agency_of", "part_of")
_EXCEPTIONS: Final = """
SELECT ?claim ?activity WHERE {
  ?claim rdf:predicate comity:authorisedExceptionTo .
  OPTIONAL { ?claim comity:activity/skos:notation ?activity }
}"""
_HOME_SOURCES: Final = """
SELECT ?thing ?source WHERE {
  GRAPH graph:things { ?thing comity:nation ?nation ; dcterms:source ?source }
}"""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can deal with others.

    Attributes:
        id: Its id.
        label: Its label.
        kind: Its kind.
        nation: Id of the nation at which it is at home, or empty.
        sources: Ids of the sources of that, sorted.
        start: When it began, as stated, or empty.
        end: When it ended, as stated, or empty.
    """

    id: str
    label: str
    kind: str
    nation: str
    sources: tuple[str, ...]
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Bond:
    """Something between two things over a time.

    Attributes:
        first: Id of one: who belongs to the other, or has a part in it.
        second: Id of the other.
        through: Id of what joins them; that of the second where it does so itself.
        kind: Name of the relation, or of the projection, that gives it.
        start: The first day; None when the record does not say.
        end: The last day; None when it is not known to have ended.
        claims: Ids of the claims that it rests on, sorted.
    """

    first: str
    second: str
    through: str
    kind: str
    start: date | None
    end: date | None
    claims: tuple[str, ...]

    def holds_on(self, day: date, *, dated: bool = True) -> bool:
        """Tell whether the record does not exclude that it holds on a day.

        Args:
            day: The day.
            dated: Whether one without a beginning never holds, as in the networks.
        """
        if self.start is None and dated:
            return False
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that rulings and routes rest on.

    Attributes:
        actors: Actors by id, in the order of ids.
        belongings: Who is the agency of a nation, or part of another actor.
        parts: Who has a part in which body, accord or programme.
        links: What else joins two actors.
        exceptions: Who was exempted from a restriction, by claims; the kind is the activity.
        strengths: By accord, the word of its binding strength.
        prohibitions: Prohibitions by id.
        precedents: Precedents by id.
        within: By restriction, the one of which it is a part, such as a clause of one year.
        labels: Labels of restrictions and of what joins actors, by id.
    """

    actors: Mapping[str, Actor]
    belongings: tuple[Bond, ...]
    parts: tuple[Bond, ...]
    links: tuple[Bond, ...]
    exceptions: tuple[Bond, ...]
    strengths: Mapping[str, str]
    prohibitions: Mapping[str, Prohibition]
    precedents: Mapping[str, Precedent]
    within: Mapping[str, str]
    labels: Mapping[str, str]

    @property
    def first_day(self) -> date | None:
        """The first day of any rule."""
        days = [each.first for each in self.prohibitions.values() if each.first]
        return min(days, default=None)

    def family(self, restriction: str) -> str:
        """Return the restriction of which another is a part, or itself."""
        while restriction in self.within:
            restriction = self.within[restriction]
        return restriction


def read_grounds(store: Engine, projector: Projector) -> Grounds:
    """Return what rulings and routes rest on.

    Args:
        store: Where the claims are.
        projector: Makes the links of the same claims.
    """
    nodes = read_nodes(store)
    home = read_property(store, "nation")
    sources: dict[str, list[str]] = {}
    for thing, source in select(store, _HOME_SOURCES):
        sources.setdefault(thing, []).append(source)
    actors = {
        id_: Actor(
            id=id_,
            label=nodes[id_].label,
            kind=nodes[id_].kind,
            nation=home.get(id_, ""),
            sources=tuple(sorted(sources.get(id_, ()))),
            start=nodes[id_].start or "",
            end=nodes[id_].end or "",
        )
        for id_ in sorted(nodes)
        if nodes[id_].kind in KINDS
    }
    level = Reading(level="agency")
    parts = tuple(
        Bond(each.actor, each.body, each.body, kind, each.start, each.end, each.claims)
        for kind in _BY_BODY
        for each in projector.incidences(kind, level)
        if each.actor in actors
    )
    links = tuple(
        Bond(link.first, link.second, link.through, kind, link.start, link.end, link.claims)
        for kind in JOINING
        for link in projector.links(kind, None, level)
        if link.first in actors and link.second in actors
    )
    prohibitions = read_prohibitions(store)
    precedents = read_precedents(store)
    within = {
        fact.subject: fact.object
        for fact in read_facts(store, ["part_of"])
        if fact.subject.startswith(_RULE) and fact.object.startswith(_RULE)
    }
    named = {
        *within.values(),
        *(each.through for each in (*parts, *links)),
        *(each.restriction for each in prohibitions.values()),
        *(each.restriction for each in precedents.values()),
        *(each.about for each in precedents.values()),
    }
    return Grounds(
        actors=actors,
        belongings=_belongings(store, actors),
        parts=parts,
        links=links,
        exceptions=_exceptions(store),
        strengths={
            id_: word.rpartition("#")[2]
            for id_, word in read_property(store, "bindingStrength").items()
        },
        prohibitions=prohibitions,
        precedents=precedents,
        within=within,
        labels={id_: nodes[id_].label for id_ in sorted(named) if id_ in nodes},
    )


def _belongings(store: Engine, actors: Mapping[str, Actor]) -> tuple[Bond, ...]:
    return tuple(
        Bond(fact.subject, fact.object, fact.object, fact.relation, fact.start, fact.end,
             (fact.claim,))
        for fact in read_facts(store, _BELONGING)
        if fact.subject in actors and fact.object in actors
    )  # fmt: skip


def _exceptions(store: Engine) -> tuple[Bond, ...]:
    activities: dict[str, list[str]] = {}
    for claim, activity in select(store, _EXCEPTIONS):
        activities.setdefault(claim, []).append(activity or "")
    return tuple(
        Bond(fact.subject, fact.object, fact.object, activity, fact.start, fact.end, (fact.claim,))
        for fact in read_facts(store, ["authorised_exception_to"])
        for activity in sorted(activities.get(fact.claim, [""]))
    )


def day_of(text: str, *, last: bool = False) -> date | None:
    """Return the first or last day that a stated date may mean; None for an empty text."""
    return as_day(text or None, last=last)
