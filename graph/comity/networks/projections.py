"""Projections: what joins two actors.

In: a store, the name of a projection and a window. Out: links. What does not belong here: graphs of
them (`links`) and what is measured on these.

Every projection is stated in `PROJECTIONS`: what a node and an edge are, what a weight means, how
time counts, whether an edge has a direction and a sign. Accepted claims only. Dates follow decision
0002: a link is there on a day that the record does not exclude, or, of a store read with `certain`,
on a day for which the record assures it. A link without any first day is in no window.

What happens on a day (a launch, a vote, a loan) counts from it for `memory` years, the day of the
last year excluded; what holds over a time (a standing, an agreement, a rule) counts while it holds.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from comity.analysis.ties import read_nodes
from comity.errors import BadNumber, UnknownName
from comity.networks import joins, voting
from comity.networks.coalitions import STANDINGS, read_coalitions
from comity.networks.facts import Fact, later, read_facts, read_property, sooner
from comity.networks.incidences import Incidence, joined, rolled_up
from comity.networks.links import Link
from comity.networks.projection_table import MEMORY, PROJECTIONS, Projection, projection
from comity.networks.rollup import Reading, RollUp

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from comity.networks.links import Window
    from comity.rdf.engine import Engine

_AGREEMENTS: Final = (
    "Agreement", "Arrangement", "Contract", "Dialogue", "JointStatement", "LetterOfIntent",
    "Memorandum",
)  # fmt: skip
_FOREVER: Final = 1000


_INDEX: Final[Mapping[str, voting.Index]] = {
    "votes": "share",
    "votes-pi": "pi",
    "votes-kappa": "kappa",
}
_BY_BODY: Final = ("membership", "co-membership", "agreements", "cosponsorship")


class Projector:
    """Makes links from a store, which it reads once for each projection.

    ::

        links = Projector(kg.store).links("co-membership", Window.of_years(2024))
    """

    def __init__(self, store: Engine, *, certain: bool = False) -> None:
        self._store = store
        self._certain = certain
        self._roll: RollUp | None = None
        self._read: dict[object, list[Incidence] | list[Link]] = {}
        self._raw: dict[str, list[Link]] = {}
        self._votes: list[Fact] | None = None

    def links(
        self,
        name: str,
        window: Window | None = None,
        reading: Reading | None = None,
        *,
        without: Collection[str] = (),
    ) -> list[Link]:
        """Return the links of a projection, in a fixed order.

        Args:
            name: One of `PROJECTIONS`.
            window: The time for which weights that depend on one are computed. Links that do not
                fall into it are left out; all unless given.
            reading: How the record is read.
            without: Of a projection that is the union of several, those to leave out.

        Raises:
            UnknownName: There is no projection of that name.
            BadNumber: The memory is not a number of years.
        """
        reading = reading or Reading()
        wanted = projection(name)
        memory = MEMORY if reading.memory is None else reading.memory
        if not 1 <= memory <= _FOREVER:
            raise BadNumber("memory", memory, f"from 1 to {_FOREVER} years")
        if reading.level == "actor":
            found = [
                *self.links(name, window, replace(reading, level="agency"), without=without),
                *self.links(name, window, replace(reading, level="nation"), without=without),
            ]
        elif name in _INDEX:
            found = self._agreement(name, window, memory)
        elif name == "membership":
            found = [each.as_link() for each in self.incidences(name, reading)]
        elif name in _BY_BODY:
            found = joined(self.incidences(name, reading), window)
        elif wanted.parts:
            found = [
                link if part == "agreements" else replace(link, weight=min(link.weight, 1.0))
                for part in wanted.parts
                if part not in without
                for link in self.links(part, window, reading)
            ]
        else:
            found = self._rolled(name, reading, memory)
        return sorted(
            {link for link in found if window is None or link.is_in(window)}, key=_in_order
        )

    def incidences(self, name: str, reading: Reading | None = None) -> list[Incidence]:
        """Return who has a part in what: the graph of two kinds of nodes behind a projection.

        Args:
            name: `membership` or `co-membership`, which have the same, `agreements` or
                `cosponsorship`.
            reading: How the record is read; on level `actor`, both as recorded and rolled up.

        Raises:
            UnknownName: The projection has no bodies, or there is none of that name.
        """
        if name not in _BY_BODY:
            raise UnknownName(
                "projection through bodies", name, look=f"choose one of {', '.join(_BY_BODY)}"
            )
        reading = reading or Reading()
        if reading.level == "actor":
            return [
                *self.incidences(name, replace(reading, level="agency")),
                *self.incidences(name, replace(reading, level="nation")),
            ]
        kind = "membership" if name == "co-membership" else name
        key = (kind, reading)
        if key not in self._read:
            parts = self._parts(kind, MEMORY if reading.memory is None else reading.memory)
            self._read[key] = rolled_up(
                parts, self._rolling, reading, institutions=PROJECTIONS[name].institutions
            )
        return self._read[key]  # type: ignore[return-value]  # under this key are incidences

    def votes(self, window: Window | None = None, reading: Reading | None = None) -> list[Fact]:
        """Return the votes that count in a window: for, against and abstentions."""
        memory = MEMORY if reading is None or reading.memory is None else reading.memory
        if self._votes is None:
            self._votes = read_facts(self._store, voting.VOTES)
        remembered = [
            replace(vote, end=_until(vote.start, memory))
            for vote in self._votes
            if vote.start is not None
        ]
        return [
            vote
            for vote in remembered
            if window is None
            or (vote.start <= window.last and (vote.end is None or vote.end >= window.first))  # type: ignore[operator]  # all have a day
        ]

    @cached_property
    def coalitions(self) -> dict[str, list[Incidence]]:
        """For each coalition, the standings of those tied to it."""
        return read_coalitions(self._store, certain=self._certain)

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each thing."""
        return {name: node.label for name, node in read_nodes(self._store).items()}

    @property
    def _rolling(self) -> RollUp:
        if self._roll is None:
            self._roll = RollUp(self._store, certain=self._certain)
        return self._roll

    def _agreement(self, name: str, window: Window | None, memory: int) -> list[Link]:
        votes = self.votes(window, Reading(memory=memory))
        return voting.links_of_agreement(voting.ballots(votes), votes, _INDEX[name])

    def _parts(self, kind: str, memory: int) -> list[Incidence]:
        """Return who is recorded to have a part in what."""
        if kind == "cosponsorship":
            days = {name: node.start for name, node in read_nodes(self._store).items()}
            found = []
            for fact in read_facts(self._store, ["sponsored"]):
                day = date.fromisoformat(str(days[fact.object]))
                end = _until(day, memory)
                found.append(Incidence(fact.subject, fact.object, day, end, (fact.claim,)))
            return found
        strength = read_property(self._store, "bindingStrength")
        found = []
        for fact in read_facts(self._store, STANDINGS, certain=self._certain):
            words = strength.get(fact.object, "").rpartition("#")[2]
            if (words in _AGREEMENTS) == (kind == "agreements"):
                found.append(
                    Incidence(fact.subject, fact.object, fact.start, fact.end, (fact.claim,))
                )
        return found

    def _recorded(self, name: str) -> list[Link]:
        store, certain = self._store, self._certain
        match name:
            case "crews" | "joint" | "launches" | "builds":
                return joins.joined_by_dyads(store, name, units=True, certain=certain)
            case "payload":
                return joins.joined_by_payloads(store, certain=certain)
            case "samples":
                return joins.joined_by_samples(store, certain=certain)
            case "restriction":
                return joins.joined_by_rules(store, certain=certain)
            case "statements":
                return joins.joined_by_statement(store, certain=certain)
            case _:
                return voting.opposed(self.votes())

    def _rolled(self, name: str, reading: Reading, memory: int) -> list[Link]:
        """Return the links of those who stand for the actors, with the days that they count."""
        key = (name, reading)
        if key not in self._read:
            wanted = PROJECTIONS[name]
            if name not in self._raw:
                self._raw[name] = self._recorded(name)
            links = self._raw[name]
            if wanted.happens:
                links = [replace(link, end=_remembered(link, memory)) for link in links]
            self._read[key] = list(self._standing_in(links, wanted, reading))
        return self._read[key]  # type: ignore[return-value]  # under this key are links

    def _standing_in(
        self, links: Iterable[Link], wanted: Projection, reading: Reading
    ) -> Iterable[Link]:
        for link in links:
            ends = [
                self._rolling.shares(
                    actor, link.start, link.end, reading, institutions=wanted.institutions
                )
                for actor in (link.first, link.second)
            ]
            for first in ends[0]:
                for second in ends[1]:
                    start, end = later(first.start, second.start), sooner(first.end, second.end)
                    apart = start is not None and end is not None and end < start
                    if first.actor == second.actor or apart:
                        continue
                    one, other = first.actor, second.actor
                    if not wanted.directed and other < one:
                        one, other = other, one
                    claims = tuple(sorted({*link.claims, *first.claims, *second.claims}))
                    weight = link.weight * first.weight * second.weight
                    yield Link(one, other, link.through, start, end, weight, claims)


def _in_order(link: Link) -> tuple[object, ...]:
    return (link.through, link.first, link.second, str(link.start), str(link.end), link.claims)


def _until(day: date | None, years: int) -> date | None:
    """Return the last day of some years that begin with a day."""
    if day is None or day.year + years > date.max.year:
        return None
    try:
        anniversary = day.replace(year=day.year + years)
    except ValueError:  # 29 February
        anniversary = date(day.year + years, 3, 1)
    return anniversary - timedelta(days=1)


def _remembered(link: Link, memory: int) -> date | None:
    return max((day for day in (link.end, _until(link.start, memory)) if day), default=None)
