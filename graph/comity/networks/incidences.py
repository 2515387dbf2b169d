"""Incidences: who has a part in what, and the links between those who have.

In: facts, or incidences and a window. Out: incidences (a graph of two kinds of nodes), and links
between actors. What does not belong here: which facts make an incidence (`projections`).

**Weight.** Two members of one body are joined by 1/(k−1), where the body has k members: a body adds
as much to the strength of each of its members, however large it is (Newman 2001, eq. 2). k counts
the actors whose part in the body may fall into the window, so it is computed for each window anew:
in a window of a day, that is the membership of the day; in one of a year, all who were members on
some day of it. Without a window, it counts all who ever were. Two actors are joined only if their
parts overlap.

References:
    M. E. J. Newman (2001): Scientific collaboration networks. II. Shortest paths, weighted
    networks, and centrality. Physical Review E 64, 016132.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from comity.networks.facts import later, sooner
from comity.networks.links import Link

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from comity.networks.links import Window
    from comity.networks.rollup import Reading, RollUp


@dataclass(frozen=True, slots=True, order=True)
class Incidence:
    """An actor's part in a body, an accord, a resolution.

    Attributes:
        actor: Id of the actor.
        body: Id of what it has a part in.
        start: The first day; None when the record says nothing of a beginning.
        end: The last day; None when it says nothing of an end.
        claims: Ids of the claims that it rests on, sorted.
    """

    actor: str
    body: str
    start: date | None
    end: date | None
    claims: tuple[str, ...]

    def is_in(self, window: Window) -> bool:
        """Tell whether it may hold on some day of a window; one without a beginning never does."""
        begins_in_time = self.start is not None and self.start <= window.last
        return begins_in_time and (self.end is None or self.end >= window.first)

    def as_link(self) -> Link:
        """Return it as a link from the actor to the body."""
        return Link(self.actor, self.body, self.body, self.start, self.end, 1.0, self.claims)


def rolled_up(
    incidences: Iterable[Incidence], roll: RollUp, reading: Reading, *, institutions: bool
) -> list[Incidence]:
    """Return incidences of those who stand for the actors, sorted; none of a body with itself."""
    found = {
        Incidence(
            share.actor,
            each.body,
            later(share.start, each.start),
            sooner(share.end, each.end),
            tuple(sorted({*each.claims, *share.claims})),
        )
        for each in incidences
        for share in roll.shares(
            each.actor, each.start, each.end, reading, institutions=institutions
        )
        if share.actor != each.body
    }
    return sorted(found, key=lambda each: (each.body, each.actor, str(each.start), each.claims))


def spells(incidences: Iterable[Incidence]) -> list[Incidence]:
    """Return incidences with those merged that one actor has in one body at overlapping times."""
    grouped: dict[tuple[str, str], list[Incidence]] = defaultdict(list)
    for each in incidences:
        grouped[each.body, each.actor].append(each)
    found = []
    for key in sorted(grouped):
        current: Incidence | None = None
        for each in sorted(grouped[key], key=lambda one: (str(one.start or ""), one.claims)):
            if current is None:
                current = each
            elif current.end is None or each.start is None or each.start <= current.end:
                ends = (current.end, each.end)
                current = replace(
                    current,
                    end=None if None in ends else max(day for day in ends if day),
                    claims=tuple(sorted({*current.claims, *each.claims})),
                )
            else:
                found.append(current)
                current = each
        if current is not None:
            found.append(current)
    return found


def joined(incidences: Iterable[Incidence], window: Window | None = None) -> list[Link]:
    """Return the links between actors that have parts in one body, weighted by 1/(k−1).

    Args:
        incidences: Who has a part in what.
        window: Only parts that may fall into it count; all unless given.

    Returns:
        A link for each body and each pair in it, sorted by body and pair.

    >>> from datetime import date
    >>> parts = [Incidence(a, "body", date(2000, 1, 1), None, ()) for a in ("a", "b", "c")]
    >>> [(link.first, link.second, link.weight) for link in joined(parts)]
    [('a', 'b', 0.5), ('a', 'c', 0.5), ('b', 'c', 0.5)]
    """
    # what falls outside the window must not lengthen a spell in it, so it is left out first
    within = spells(each for each in incidences if window is None or each.is_in(window))
    bodies: dict[str, dict[str, list[Incidence]]] = defaultdict(lambda: defaultdict(list))
    for each in within:
        bodies[each.body][each.actor].append(each)
    links = []
    for body, actors in sorted(bodies.items()):
        for first, second in combinations(sorted(actors), 2):
            link = _link(body, actors[first], actors[second], 1 / (len(actors) - 1))
            if link is not None and (window is None or link.is_in(window)):
                links.append(link)
    return links


def _link(body: str, first: list[Incidence], second: list[Incidence], weight: float) -> Link | None:
    starts, ends, claims = [], [], []
    for one in first:
        for other in second:
            start, end = later(one.start, other.start), sooner(one.end, other.end)
            if start is not None and end is not None and end < start:
                continue
            starts.append(start)
            ends.append(end)
            claims += [*one.claims, *other.claims]
    if not starts:
        return None
    return Link(
        first[0].actor,
        second[0].actor,
        body,
        None if None in starts else min(day for day in starts if day),
        None if None in ends else max(day for day in ends if day),
        weight,
        tuple(sorted(set(claims))),
    )
